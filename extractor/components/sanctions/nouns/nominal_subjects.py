"""Acts told by a noun that is itself a subject: "the lifting of sanctions is under discussion", "was demanded"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.text.phrases import Phrases
from extractor.language.closed_classes import BE, NEGATIONS

_OPEN = {"called_for", "considered", "opposed", "planned", "proposed", "refused", "threatened"}
_DENIED = {"called_for": "opposed", "considered": "refused", "planned": "refused", "refused": "considered"}
_BETWEEN = {"has", "have", "had"}


def said_of(event: Event, p: Phrases) -> None:
    """Set the stage of a nominal act by what its predicate says of it."""
    t = p.t
    written = t.tag[event.node] == "VBG" and _text(event.node - 1, p)
    named = event.rule == "nominalization" and event.stage == "done"
    if event.action == "none" or not named and not written:
        return
    last = t.sentence(event.node)[1]
    k = event.span[1]
    target = event.target.span if event.target is not None else None
    if target is not None and k <= target[0] <= k + 2:
        k = target[1]
    verb, negated = k, False
    while k < last and (t.lower[k] in BE | _BETWEEN or t.tag[k] in ("MD", "RB")):
        negated = negated or t.lower[k] in NEGATIONS
        k += 1
    if k >= last or not BE & set(t.lower[verb:k]):
        return
    stage = _predicate(k, last, p)
    if written:
        # "A resolution calling for sanctions was vetoed"
        event.stage = "blocked" if stage in ("blocked", "refused") and not negated else event.stage
    elif stage in _OPEN:
        event.stage = _DENIED.get(stage, stage) if negated else stage


def _text(i: int, p: Phrases) -> bool:
    return i >= 0 and p.t.lemma[i] in p.words.of("tabled_text") | p.words.of("draft_law")


def _predicate(k: int, last: int, p: Phrases) -> str | None:
    """ "under discussion", "demanded", "likely", "off the table"."""
    t = p.t
    ahead = t.lower[k + 1 : min(last, k + 3)]
    if t.lower[k] == "under":
        return "considered" if p.words.of("weighing_noun") & set(ahead) else None
    if ahead == ["the", "table"] and t.lower[k] in ("off", "on"):
        return "refused" if t.lower[k] == "off" else "considered"
    if t.tag[k] == "VBN" and (verb := p.verb(k)) is not None:
        phrasal = p.words.cue("verb", f"{verb} {ahead[0]}") if ahead else None
        cue = phrasal or p.words.cue("verb", verb)
        return cue.stage if cue is not None else None
    adjective = p.words.cue("adjective", t.lower[k]) if t.tag[k].startswith("JJ") else None
    return adjective.stage if adjective is not None else None
