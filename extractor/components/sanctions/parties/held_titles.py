"""The states of those whom only an office, their leader or "others" names.

"The Secretary and the High Representative", "who is President Lund's aide", "10 Malian firms and … 46 others".
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.components.sanctions.parties.parties import Parties

Span = tuple[int, int]
# Tokens after "who" in which the leader must be named.
_REACH = 7


def titled(a: int, b: int, parties: Parties) -> tuple[str, ...]:
    """ "the Secretary and the High Representative" after their full titles: whose offices they are."""
    t = parties.t
    codes: set[str] = set()
    for first, last in _conjuncts(a, b, parties):
        if any(t.tag[k] not in ("NNP", "NNPS") for k in range(first, last)):
            return ()
        words = parties.text((first, last))
        held = {
            row.country or _state_in(row.start, row.end, parties)
            for row in parties.facts.titles
            if row.end <= t.start[a] and words in parties.raw[row.start : row.end]
        } - {""}
        if len(held) != 1:
            return ()
        codes |= held
    return tuple(sorted(codes))


def led_by(end: int, parties: Parties) -> tuple[str, ...]:
    """ "X, who as President Lund's spokesman": the state of the official whose aide somebody is."""
    t = parties.t
    last = t.sentence(end - 1)[1]
    who = next((k for k in range(end, min(last, end + 2)) if t.lower[k] == "who"), -1)
    if who < 0:
        return ()
    people = parties.p.words.party_words["person"] | parties.p.words.of("spokesperson")
    for first, stop, codes in parties.people_within(t.start[who], t.end[min(last - 1, who + _REACH)]):
        after = bisect_left(t.start, stop)
        if first >= t.start[who] and after + 1 < last and t.lower[after] in ("'s", "’s"):
            aide = any(t.lemma[k] in people for k in range(after + 1, min(last, after + 4)))
            return tuple(codes.split(";")) if aide else ()
    return ()


def rest_of(span: Span, own: tuple[str, ...], parties: Parties) -> str | None:
    """ "10 Malian firms and … 46 others": the country named last before in the sentence that is not one of `own`."""
    t = parties.t
    if t.lower[span[1] - 1] != "others" or t.tag[span[0]] != "CD":
        return None
    before = parties.places.within(t.sentence(span[0])[0], span[0])
    return next((place.iso3 for place in reversed(before) if place.iso3 not in own), None)


def _state_in(start: int, end: int, parties: Parties) -> str:
    """The code of the only state named in the characters start … end, else an empty text."""
    first, last = bisect_left(parties.t.start, start), bisect_left(parties.t.start, end)
    codes = {place.iso3 for place in parties.places.within(first, last)}
    return next(iter(codes)) if len(codes) == 1 else ""


def _conjuncts(a: int, b: int, parties: Parties) -> list[Span]:
    """The parts of a coordination, without their articles."""
    spans, start = [], a
    for k in range(a, b + 1):
        if k == b or parties.t.lower[k] in ("and", ",", "or"):
            start += start < k and parties.t.lower[start] == "the"
            if start < k:
                spans.append((start, k))
            start = k + 1
    return spans
