"""Names of bodies grown around their head noun: "Asian Affairs Bureau", "Ministry of Defense of Ukraine"."""

from __future__ import annotations

from extractor.language.tokens import TokenTable
from extractor.linking.body import OF_WORDS, Body, BodyLexicon, is_cap
from extractor.linking.places import UNIONS, PlaceIndex

_LEFT_POS = frozenset({"PROPN", "ADJ", "NOUN", "NUM"})
# Small words that end a run of capitalised ones, also where a headline has them with a capital.
_SMALL = frozenset({"the", "a", "an", "in", "on", "at", "of", "for", "to", "by", "from", "with"})
# Kinds whose head noun closes a name before "and": "Senate | and House", not "Securities and Exchange Commission".
_CLOSING = frozenset(
    {"committee", "court", "ministry", "parliament", "government", "military", "police_intelligence", "agency",
     "university", "party", "embassy", "armed_group"}
)  # fmt: skip


def grow(tokens: TokenTable, first: int, end: int, kind: str, persons: set[int], lex: BodyLexicon) -> Body | None:
    """The whole name around a capitalised head noun: "Asian Affairs Bureau", "Ministry of Defense of Ukraine"."""
    low, high = tokens.sentence(first)
    start = first
    while start > low:
        i = start - 1
        word = tokens.lower[i]
        if i in persons:
            break
        if (
            is_cap(tokens, i)
            and tokens.pos[i] in _LEFT_POS
            and not tokens.text[i].endswith(".")
            or tokens.text[i].isupper()
            and word in lex.cues.of("dotted_name")
        ):
            start = i
        elif (
            word in ("and", "&", "-")
            and i > low
            and start > i
            and is_cap(tokens, i - 1)
            and tokens.pos[i - 1] in _LEFT_POS
        ):
            if word == "and" and (
                start == first and tokens.pos[i - 1] != "ADJ" and tokens.tag[i - 1] not in ("JJ", "NNP")
            ):
                break
            if word == "and" and (i - 1 in persons or _closes_name(tokens, i, low, lex)):
                break
            start = i - 1
        else:
            break
    stop = end
    while stop < high - 1 and tokens.lower[stop] in OF_WORDS:
        i = stop + 1
        if tokens.lower[i] in ("the", "a"):
            i += 1
        run = cap_run(tokens, i, high, persons)
        if run == i:
            break
        stop = _series(tokens, run, high, persons, lex)
    if stop - start == 1 and kind in ("other", "company", "party", "committee", "delegation"):
        return None  # "Bank", "Council" alone names nothing
    if kind == "media" and end - start > 1 and lex.title_heads.match_at(tokens.lower, end - 1) is not None:
        return None  # "Pentagon | Press Secretary"
    if stop == end and (is_province(tokens, start, end, lex) or _names_deed(tokens, end, high, lex)):
        return None
    return Body(start, stop, _kind(tokens, start, end, stop, kind, lex), None, "grammar")


def _names_deed(tokens: TokenTable, end: int, high: int, lex: BodyLexicon) -> bool:
    """Whether the name goes on to that of a law, a programme: "Health Insurance | Program"."""
    return end < high and is_cap(tokens, end) and tokens.lower[end] in lex.cues.of("deed")


def _series(tokens: TokenTable, i: int, high: int, persons: set[int], lex: BodyLexicon) -> int:
    """End of the fields that go on after a comma at `i`: "Bureau of Population, Refugees, and Migration"; else `i`."""
    end, at, closed = i, i, False
    while at + 1 < high and not closed and tokens.text[at] == ",":
        at += 1
        closed = tokens.lower[at] in ("and", "&")
        at += closed
        first = at
        while at < high and at - first < 3 and is_cap(tokens, at) and at not in persons:
            at += 1
        words = tokens.lower[first:at]
        if not words or not any(w in lex.common or (w,) in lex.fields for w in words):
            return i
        if any((w,) in lex.states for w in words) or any(True for _ in lex.heads.matches(words)):
            return i
        if not closed and tokens.lower[at : at + 1] in (["and"], ["&"]) and is_cap(tokens, min(at + 1, high - 1)):
            at, closed = cap_run(tokens, at + 1, high, persons), True
        end = at
    return end if closed else i


def _closes_name(tokens: TokenTable, end: int, low: int, lex: BodyLexicon) -> bool:
    """Whether a name of its own ends before the "and" at `end`: "NATO | and European Union"."""
    last = tokens.lower[end - 1]
    if last.rstrip(".") in lex.cues.of("legal_form"):
        return True
    if lex.head_words.get(last) in _CLOSING and (last,) not in lex.fields:
        return True
    for first in range(end - 1, max(low, end - 5) - 1, -1):
        known = lex.known.match_at(tokens.text, first)
        if known is not None and known[0] == end:
            return True
    return False


def is_province(tokens: TokenTable, first: int, end: int, lex: BodyLexicon) -> bool:
    """ "Antioquia Department": names alone before the word, none of which tells of a field."""
    before = range(first, end - 1)
    return (
        tokens.lower[end - 1] == "department"
        and bool(before)
        and all(
            tokens.pos[i] == "PROPN"
            and tokens.lower[i] not in lex.common
            and tokens.lower[i].removesuffix("s") not in lex.common
            and (tokens.lower[i],) not in lex.fields
            and tokens.lower[i] not in lex.head_words
            and tokens.lower[i] not in lex.cues.of("us_or_un")
            for i in before
        )
    )


def _kind(tokens: TokenTable, start: int, end: int, stop: int, kind: str, lex: BodyLexicon) -> str:
    """Kind of a grown name: a national bank is a state's where only the state is named: "Czech National Bank"."""
    if tokens.lower[max(start, end - 2) : end] == ["national", "bank"]:
        rest = {*tokens.lower[start : end - 2], *tokens.lower[end + 1 : stop]} - {"the"}
        if rest and all((word,) in lex.states for word in rest):
            return "central_bank"
    return kind


def known_end(tokens: TokenTable, body: Body, lex: BodyLexicon) -> int:
    """End of a grown name without what follows a known body: "Office of Management and Budget | Director"."""
    known = lex.known.match_at(tokens.text, body.first)
    if known is None or known[0] >= body.end or known[0] - body.first < 3:
        return body.end
    rest = tokens.lower[known[0] : body.end]
    if rest[0] in OF_WORDS or rest[0] in ("and", "&", "-", ",") or any(True for _ in lex.heads.matches(rest)):
        return body.end
    return known[0]


def past_officers(tokens: TokenTable, start: int, head: int, lex: BodyLexicon) -> int:
    """Start of a grown name without the posts of a list before it: "Chairman and CEO | Brightwater Inc"."""
    at = start
    while at < head:
        found = lex.title_heads.match_at(tokens.lower, at)
        if found is None or found[0] > head:
            return start
        at = found[0]
        if at < head and tokens.lower[at] in ("and", "&"):
            at += 1
            continue
        return at if at < head and not lex.cues.of("company_officer").isdisjoint(tokens.lower[start:at]) else start
    return start


def is_studied(tokens: TokenTable, first: int, lex: BodyLexicon) -> bool:
    """ "a degree in Aerospace Engineering"."""
    before = tokens.lower[max(first - 3, 0) : first]
    return bool(before) and before[-1] in ("in", "of") and not lex.cues.of("degree").isdisjoint(before)


def past_place(tokens: TokenTable, places: PlaceIndex, start: int, head: int) -> int:
    """Start of a grown name without a country that a coordination put before it: "France and | European Union"."""
    place = places.at(start)
    if place is not None and place.iso3 not in UNIONS and place.first < start and place.end <= head:
        return place.end  # "United States | Office of Management and Budget"
    if place is None or place.kind != "name" or place.first != start or place.end + 1 > head:
        return start
    return place.end + 1 if tokens.lower[place.end] == "and" else start


def cap_run(tokens: TokenTable, i: int, high: int, persons: set[int]) -> int:
    """End of the capitalised run from `i`, over "and" and commas of a coordination and over hyphens."""
    start = i
    while i < high and i not in persons and tokens.lower[i] not in _SMALL:
        if is_cap(tokens, i) or (tokens.text[i] == "-" and i > start):
            i += 1
        elif (
            i > start
            and tokens.lower[i] in ("and", "&")
            and i + 1 < high
            and is_cap(tokens, i + 1)
            and i + 1 not in persons
        ):
            i += 2
        else:
            break
    return i


def nominal(tokens: TokenTable, first: int, end: int, kind: str, lex: BodyLexicon) -> Body:
    """A body that a common noun tells of, with the words of its field: "the foreign ministry"."""
    start = first
    low, _ = tokens.sentence(first)
    while (
        start > low and tokens.tag[start - 1] in ("NN", "JJ", "NNP") and tokens.dep[start - 1] in ("compound", "amod")
    ):
        if tokens.head[start - 1] not in range(first, end) or tokens.lower[start - 1] not in lex.words:
            break
        start -= 1
    return Body(start, end, kind, None, "grammar", nominal=True)
