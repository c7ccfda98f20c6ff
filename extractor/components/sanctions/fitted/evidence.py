"""What bears on a telling: how it is told, by which rule, and on what its parties rest.

The same evidence answers two questions, each with fitted weights: is it a row at all (`is_row`), and how likely is the
row right in action, stage and both countries (`confidence_of`).
"""

from __future__ import annotations

from collections.abc import Iterable

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.fitted.weights import Weights
from extractor.components.sanctions.parties.parties import Party
from extractor.components.sanctions.text.phrases import Phrases

# Hundredths of log-odds that a row needs: even odds. On annotated passages nine rows in ten are sanctions then.
LEAST = 0
_DOUBTED = 0.75  # rules that guess give less than this
_OPEN = {
    "alleged",
    "blocked",
    "called_for",
    "considered",
    "hypothetical",
    "opposed",
    "proposed",
    "refused",
    "threatened",
}
_AHEAD = {"planned", "scheduled"}
_STANDING = {"enforce", "maintain", "none", "violate"}
_PROPER = {"CD", "FW", "NNP", "NNPS"}
_MANY = 4


def basis(event: Event, role: str, p: Phrases) -> str | None:
    """`explicit` where the sentence of the event names the party, `inferred` where it is from elsewhere, else None."""
    party: Party | None = getattr(event, role)
    if party is None or not (party.countries or party.text):
        return None
    told = party.span is not None and p.t.sent[party.span[0]] == p.t.sent[event.node]
    return "explicit" if told and role not in event.inherited else "inferred"


def known(event: Event, role: str, p: Phrases) -> str:
    """On what the state of a party rests: `explicit`, `inferred`, `stateless` (a party of no state) or `none`."""
    kind, party = basis(event, role, p), getattr(event, role)
    return "none" if kind is None else kind if party is not None and party.countries else "stateless"


def evidence(event: Event, p: Phrases, home: str | None, in_article: bool, states: int) -> tuple[str, ...]:
    """Names of what bears on `event`, sorted.

    home: the state that puts the text out. in_article: does the text hold words that only sanctions have? states: how
    many states it names.
    """
    t, target = p.t, event.target
    sender_by, target_by = known(event, "sender", p), known(event, "target", p)
    noun = "weak" if event.weak else "sure"
    deed = "open" if event.stage in _OPEN else "state" if event.action in _STANDING else "deed"
    if not in_article:
        noun = f"{noun}-alone"
    rule = event.rule or "noun"
    found = {
        f"rule:{rule}",
        f"sender:{sender_by}",
        f"target:{target_by}",
        f"parties:{sender_by}:{target_by}",
        f"stage:{'open' if event.stage in _OPEN else 'ahead' if event.stage in _AHEAD else 'told'}",
        f"stage:{event.stage}",
        f"action:{event.action}",
        f"told:{event.action}:{event.stage}",
        f"target:{target_by}:{event.action}",
        f"noun:{t.lemma[event.head].lower()}",
        f"noun:{noun}",
        f"noun:{noun}:{rule}",
        f"noun:{noun}:target={target_by}",
        f"noun:{noun}:sender={sender_by}",
        f"noun:{noun}:{deed}",
        f"noun:{noun}:{deed}:{sender_by}:{target_by}",
        f"{deed}:{sender_by}:{target_by}",
        f"{rule}:{sender_by}:{target_by}",
        f"after:{_word(event.span[0] - 1, p)}" if event.span[0] else "after:nothing",
        f"states:{min(states, _MANY)}",
        f"text:{'news' if home is None else 'official'}",
        f"text:{'news' if home is None else 'official'}:target={target_by}",
    }
    found |= {f"measure:{m}" for m in event.measures}
    if target is not None:
        found.add(f"kind:{target.kind or 'unknown'}")
        if target.span is not None:
            last = target.span[1] - 1
            found |= {f"target-tag:{t.tag[last]}", f"target-noun:{_word(last, p)}"}
            if _anybody(*target.span, p):
                found |= {"target:anybody", f"target:anybody:{deed}"}
    for name, holds in (
        ("guessed", event.confidence < _DOUBTED),
        ("definite", event.definite),
        ("agent", event.agent is not None),
        ("text:unpunctuated", t.runs_on(event.node)),
        ("text:no-word-of-sanctions", not in_article),
        (f"alone:{rule}:{target_by}", not in_article),
        (f"bare:{t.lower[event.head]}", event.action == "none" and event.span[1] - event.span[0] == 1),
        ("nobody", not (event.senders or event.targets or event.target or event.agent)),
        ("stateless", not (event.senders or event.targets)),
        (f"stateless:{deed}", not (event.senders or event.targets)),
        ("same-side", bool(event.senders) and event.senders == event.targets),
        ("at-home", home is not None and event.targets == (home,)),
    ):
        if holds:
            found.add(name)
    return tuple(sorted(found | {f"mark:{name}" for name in event.inherited}))


def _word(i: int, p: Phrases) -> str:
    """The lemma of a common word: names teach nothing, and white space is not kept in lexicon files."""
    t = p.t
    if t.tag[i] in _PROPER:
        return "name"
    return t.lemma[i].lower().strip() or "space"


def _anybody(first: int, end: int, p: Phrases) -> bool:
    """ "sanctions on individuals": nobody whom the text names."""
    t, words = p.t, p.words.of("anybody")
    if any(t.tag[k] in _PROPER for k in range(first, end)):
        return False
    return end - first == 1 or any(t.lemma[k].lower() in words for k in range(first, end))


def is_row(found: Iterable[str], weights: Weights) -> bool:
    """Does enough speak for it that a sanction is told?"""
    return weights.score("row", found) >= LEAST


def confidence_of(found: Iterable[str], weights: Weights) -> float:
    """The share of rows told in this way that are right: 0 to 1, two digits."""
    return round(weights.probability("confidence", found), 2)
