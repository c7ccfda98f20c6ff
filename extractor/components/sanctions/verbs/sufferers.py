"""Whom measures hit by what happens to him: "Chad faces new sanctions", "the bank was hit with a 20 percent tariff"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Parties
from extractor.components.sanctions.stages.stages import Stages
from extractor.components.sanctions.text.phrases import Phrases

Span = tuple[int, int]


def suffers(event: Event, p: Phrases, parties: Parties, stages: Stages) -> None:
    """Give an event without a target the subject of the verb of suffering, or of being struck, before it."""
    if event.targets or not event.rule.startswith(("noun", "")) or event.rule.startswith("verb"):
        return
    whom = _subject(event, p, stages)
    if whom is None:
        return
    found = parties.target(whom)
    if not found.countries and found.kind not in ("entity", "group", "person", "vessel"):
        return
    if event.sender is not None and event.sender.span is not None and set(event.senders) == set(found.countries):
        event.sender = None
    event.target = found
    if found.kind == "country" and event.measures != ["unspecified"]:
        # "Chad may face tariffs": a state does not fear its own.
        event.weak = False


def _subject(event: Event, p: Phrases, stages: Stages) -> Span | None:
    t = p.t
    start = p.start(event.head)
    left = p.before(start)
    if left <= 0:
        return None
    if p.verb(left) in p.words.of("suffering"):
        begin, _ = p.group(left)
        return stages.subject(left, begin)
    if t.lower[left] not in ("by", "with") or t.tag[left - 1] not in ("VBN", "VBD"):
        return None
    verb = left - 1
    if p.verb(verb) not in p.words.of("stricken"):
        return None
    begin, aux = p.group(verb)
    passive = bool({"be", "been", "being", "is", "are", "was", "were"} & set(aux))
    return stages.subject(verb, begin) if passive else None
