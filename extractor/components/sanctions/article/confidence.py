"""How sure a row of sanctions is: the share of rows told in the same way that were right in annotated text.

What speaks for and against a row is its evidence, a few names such as "sender:inferred"; the weights of these are
log-odds in the lexicon (`sanction_confidence`), fitted by logistic regression: `extractor.evaluating.fit_confidence`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Party
from extractor.components.sanctions.text.phrases import Phrases

BIAS = "bias"
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


def basis(event: Event, role: str, party: Party | None, p: Phrases) -> str | None:
    """`explicit` where the sentence of the event names the party, `inferred` where it is from elsewhere, else None."""
    if party is None or not (party.countries or party.text):
        return None
    told = party.span is not None and p.t.sent[party.span[0]] == p.t.sent[event.node]
    return "explicit" if told and role not in event.inherited else "inferred"


def evidence(event: Event, p: Phrases, home: str | None) -> tuple[str, ...]:
    """Names of what bears on how sure `event` is. home: the state that puts the text out."""
    found = [
        f"rule:{event.rule or 'noun'}",
        f"sender:{_known(event, 'sender', event.sender, p)}",
        f"target:{_known(event, 'target', event.target, p)}",
        f"stage:{'open' if event.stage in _OPEN else 'ahead' if event.stage in _AHEAD else 'told'}",
    ]
    if event.action in ("none", "maintain", "violate", "enforce"):
        found.append(f"action:{event.action}")
    if event.confidence < _DOUBTED:
        found.append("guessed")
    if event.weak:
        found.append("weak-noun")
    if home is not None:
        found.append("text:official")
    if p.t.runs_on(event.node):
        found.append("text:unpunctuated")
    return tuple(found)


def _known(event: Event, role: str, party: Party | None, p: Phrases) -> str:
    kind = basis(event, role, party, p)
    return "none" if kind is None else kind if party is not None and party.countries else "stateless"


def confidence_of(found: Iterable[str], weights: Mapping[str, float]) -> float:
    """0 to 1, two digits: the logistic of the weights' sum; names without a weight count nothing."""
    return round(1 / (1 + exp(-weights.get(BIAS, 0.0) - sum(weights.get(name, 0.0) for name in found))), 2)
