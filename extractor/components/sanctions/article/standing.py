"""Blockades that stand while ships set out to break them."""

from __future__ import annotations

from dataclasses import replace

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Parties
from extractor.components.sanctions.text.phrases import Phrases


def standing(events: list[Event], p: Phrases, parties: Parties) -> list[Event]:
    """ "set out to break the Israeli blockade": that a named state keeps one is told too."""
    out: list[Event] = []
    for event in events:
        if event.action != "violate" or event.stage != "planned" or event.measures != ["blockade"]:
            continue
        start = p.start(event.head)
        if start > event.node and parties.places.within(start, event.head):
            stands = replace(event, span=(start, event.head + 1), node=event.head, action="none", stage="in_force")
            stands.agent, stands.rule = None, "noun"
            stands.inherited, stands.mentions, stands.measures = set(event.inherited), [], list(event.measures)
            out.append(stands)
    return out
