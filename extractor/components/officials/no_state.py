"""Offices of no state, or of none that the article tells of: of unions, of groups at home in several states, for a
region."""

from __future__ import annotations

from extractor.components.records import TitleRecord
from extractor.language.tokens import TokenTable
from extractor.linking.bodies import BodyIndex
from extractor.linking.cues import TitleCues
from extractor.linking.places import UNIONS, PlaceIndex

_FOR_REGIONS = frozenset({"minister", "deputy_minister", "envoy"})


def of_union(t: TokenTable, places: PlaceIndex, bodies: BodyIndex, title: TitleRecord) -> bool:
    """A title at an international body, whose holders have no country."""
    links = title.links
    if links is None:
        return False
    for i in range(links.left, links.end):
        if title.role == "ambassador" and t.lower[i] in ("to", "at", "with"):
            break  # accredited there
        body, place = bodies.at(i), places.at(i)
        if body is not None and (body.kind == "igo" or body.country in UNIONS):
            return True
        if place is not None and place.iso3 in UNIONS:
            return True
    return False


def at_court_of_states(t: TokenTable, bodies: BodyIndex, title: TitleRecord) -> bool:
    """ "Judges at the International Criminal Court dismissed the chief prosecutor": of that court."""
    if title.role != "judiciary" or title.links is None:
        return False
    low, high = t.sentence(title.links.first)
    return any(b.kind == "igo" or t.lower[b.first] == "international" for b in bodies.within(low, high))


def of_no_state(bodies: BodyIndex, title: TitleRecord) -> bool:
    """ "al-Qaida chief": of a known armed group that no one state is the home of."""
    links = title.links
    named = [bodies.at(i) for i in range(links.first, links.end)] if links else []
    return any(b is not None and b.source == "lexicon" and b.kind == "armed_group" and not b.country for b in named)


def for_regions(t: TokenTable, titles: list[TitleRecord], cues: TitleCues) -> frozenset[int]:
    """Titles, and officials with such a title, by identity: "Minister for the Middle East" is not of a state there."""
    out: set[int] = set()
    for title in titles:
        links = title.links
        words = t.lower[links.first : links.end] if links is not None and title.role in _FOR_REGIONS else []
        if "for" in words and not cues.world.isdisjoint(words[words.index("for") :]):
            out.add(id(title))
            if title.official is not None:
                out.add(id(title.official))
    return frozenset(out)
