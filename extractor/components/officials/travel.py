"""Where officials travel to: countries that they are not of."""

from __future__ import annotations

from extractor.components.records import TitleRecord
from extractor.language.tokens import TokenTable
from extractor.linking.cues import TitleCues
from extractor.linking.places import UNIONS, PlaceIndex

# Tokens between a name and its verb, and after the verb.
_BEFORE, _AFTER = 12, 40
_JOINTS = frozenset({"to", "and", ",", "the", "in"})


def destinations(
    t: TokenTable, places: PlaceIndex, titles: list[TitleRecord], cues: TitleCues
) -> dict[int, frozenset[str]]:
    """Countries that each official goes to, by identity: "NAME, the special adviser, will travel to Turkey".

    Countries by their own name only: towns may be of his own.
    """
    of: dict[int, set[str]] = {}
    subjects = {}
    for title in titles:
        if title.official is not None and title.links is not None and title.links.holder is not None:
            for i in range(title.links.left, title.links.end):
                subjects[i] = title
            for i in range(title.links.holder.first, title.links.holder.end):
                subjects[i] = title
    for verb in range(t.n) if subjects else ():
        if t.lemma[verb] not in cues.travel or t.pos[verb] != "VERB":
            continue
        subject = _subject(t, verb)
        traveller = subjects.get(subject) if subject is not None else None
        if traveller is None:
            continue
        high = min(t.sentence(verb)[1], verb + _AFTER)
        for place in places.within(verb + 1, high):
            before = place.first - 1
            while before > verb and t.lower[before] == "the":
                before -= 1
            toward = before == verb or t.lower[before] in _JOINTS
            if toward and place.kind in ("name", "alias") and place.iso3 not in UNIONS:
                of.setdefault(id(traveller.official), set()).add(place.iso3)
    return {key: frozenset(codes) for key, codes in of.items()}


def _subject(t: TokenTable, verb: int) -> int | None:
    """The subject of a verb, or of the one that it depends on: "will meet NAME and travel to"."""
    for _ in range(3):
        found = t.child(verb, "nsubj")
        if found is not None:
            return found
        if t.dep[verb] not in ("conj", "xcomp") or t.head[verb] == verb:
            return None
        verb = t.head[verb]
    return None
