"""Organization names in the text: known bodies, names on head nouns ("Foreign Ministry"), the model's ORG names."""

from __future__ import annotations

from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon
from extractor.lexicon.casing import common_words
from extractor.linking.body import (
    OF_WORDS,
    Body,
    BodyIndex,
    BodyLexicon,
    body_lexicon,
    is_cap,
    kind_of,
    without_name,
)
from extractor.linking.body_filters import before_title, is_noise, set_antecedents, short_forms, trim
from extractor.linking.places import Place, PlaceIndex
from extractor.linking.text import text_of

__all__ = ["Body", "BodyIndex", "BodyLexicon", "body_lexicon", "find_bodies", "is_cap", "kind_of"]

_UNIONS = ("UNO", "EUE")
_WITH_PARTS = frozenset({"armed_group", "party", "military", "police_intelligence"})
_PARTIES = frozenset({"R", "D", "I"})
_LEFT_POS = frozenset({"PROPN", "ADJ", "NOUN", "NUM"})
# Where two readings cover the same words, the surer one stays.
_RANK = {"lexicon": 0, "grammar": 1, "model": 2}


def find_bodies(tokens: TokenTable, places: PlaceIndex, lexicon: Lexicon) -> list[Body]:
    """All organization mentions, left to right, not overlapping."""
    lex = body_lexicon(lexicon)
    persons = {i for first, end, label in tokens.ents if label == "PERSON" for i in range(first, end)}
    common = lexicon.compiled(common_words)
    person_words = {tokens.text[i] for i in persons}
    found: list[Body] = []
    for first, end, (kind, country, parent) in lex.known.matches(tokens.text):
        if end - first == 1 and first and tokens.text[first - 1] in _PARTIES and tokens.text[first].isupper():
            continue  # "Senator NAME R PA"
        found.append(Body(first, end, kind, country, "lexicon", parent_name=parent))
    for first, end, kind in lex.heads.matches(tokens.lower):
        if is_cap(tokens, first) and is_cap(tokens, end - 1):
            body = _grow(tokens, first, end, kind, persons)
            if body is not None and not _is_state(places, body):
                body.first = _past_place(tokens, places, body.first, first)
                if tokens.tag[body.first] == "CD" and body.first == tokens.sentence(first)[0] and body.first < first:
                    body.first += tokens.text[body.first].isalpha()  # "Two | U.S. Capitol Police officers"
                body.end = max(end, without_name(tokens, end, body.end, lex.words, common))
                body.end = _known_end(tokens, body, lex)
                cut = before_title(tokens, body.first, body.end, lex)
                if cut > end and tokens.lower[cut - 1] not in (*OF_WORDS, "the", "and"):
                    body.end = cut  # "Bank of Finland | Governor"
                found.append(body)
        elif kind in ("ministry", "central_bank", "parliament") and tokens.pos[end - 1] in ("NOUN", "PROPN"):
            found.append(_nominal(tokens, first, end, kind))
    for first, end, label in tokens.ents:
        if label == "ORG":
            first, end = trim(tokens, first, end)
            end = before_title(tokens, first, end, lex)
            end = without_name(tokens, first, end, lex.words, common) if OF_WORDS & {*tokens.lower[first:end]} else end
            if (
                first < end
                and not _runs_into_name(tokens, first, end, lex, common)
                and not is_noise(tokens, places, first, end, lex, person_words, common)
            ):
                found.append(Body(first, end, kind_of(tokens.lower[first:end], lex), None, "model"))
    bodies = _longest(found)
    _inherit(tokens, bodies, lex)
    _fill(tokens, places, bodies)
    bodies = short_forms(tokens, places, bodies, common)
    set_antecedents(tokens, bodies)
    return bodies


def _grow(tokens: TokenTable, first: int, end: int, kind: str, persons: set[int]) -> Body | None:
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
            or is_cap(tokens, i)
            and tokens.text[i] in ("U.S.", "U.N.", "U.K.", "E.U.")
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
            if word == "and" and i - 1 in persons:
                break
            start = i - 1
        else:
            break
    stop = end
    while stop < high - 1 and tokens.lower[stop] in OF_WORDS:
        i = stop + 1
        if tokens.lower[i] in ("the", "a"):
            i += 1
        run = _cap_run(tokens, i, high, persons)
        if run == i:
            break
        stop = run
    if stop - start == 1 and kind in ("other", "company", "party", "committee", "delegation"):
        return None  # "Bank", "Council" alone names nothing
    return Body(start, stop, kind, None, "grammar")


def _known_end(tokens: TokenTable, body: Body, lex: BodyLexicon) -> int:
    """End of a grown name without what follows a known body: "Office of Management and Budget | Director"."""
    known = lex.known.match_at(tokens.text, body.first)
    if known is None or known[0] >= body.end or known[0] - body.first < 3:
        return body.end
    rest = tokens.lower[known[0] : body.end]
    if rest[0] in OF_WORDS or rest[0] in ("and", "&", "-") or any(True for _ in lex.heads.matches(rest)):
        return body.end
    return known[0]


def _runs_into_name(tokens: TokenTable, first: int, end: int, lex: BodyLexicon, common: frozenset[str]) -> bool:
    """Whether the model's name is a known body and a person: "Hezbollah Naim Qassem"."""
    known = lex.known.match_at(tokens.text, first)
    if known is None or not 2 <= end - known[0] <= 3:
        return False
    rest = range(known[0], end)
    return all(
        is_cap(tokens, i)
        and tokens.text[i][1:].islower()
        and tokens.lower[i] not in common
        and tokens.lower[i] not in lex.words
        for i in rest
    )


def _is_state(places: PlaceIndex, body: Body) -> bool:
    """ "the Russian Federation" is a country."""
    place = places.at(body.first)
    return place is not None and place.first == body.first and place.end == body.end and place.iso3 not in _UNIONS


def _past_place(tokens: TokenTable, places: PlaceIndex, start: int, head: int) -> int:
    """Start of a grown name without a country that a coordination put before it: "France and | European Union"."""
    place = places.at(start)
    if place is not None and place.iso3 not in _UNIONS and place.first < start and place.end <= head:
        return place.end  # "United States | Office of Management and Budget"
    if place is None or place.kind != "name" or place.first != start or place.end + 1 > head:
        return start
    return place.end + 1 if tokens.lower[place.end] == "and" else start


def _cap_run(tokens: TokenTable, i: int, high: int, persons: set[int]) -> int:
    """End of the capitalised run from `i`, over "and" and commas of a coordination and over hyphens."""
    start = i
    while i < high and i not in persons:
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


def _nominal(tokens: TokenTable, first: int, end: int, kind: str) -> Body:
    start = first
    low, _ = tokens.sentence(first)
    while (
        start > low and tokens.tag[start - 1] in ("NN", "JJ", "NNP") and tokens.dep[start - 1] in ("compound", "amod")
    ):
        if tokens.head[start - 1] not in range(first, end):
            break
        start -= 1
    return Body(start, end, kind, None, "grammar", nominal=True)


def _longest(found: list[Body]) -> list[Body]:
    """The longest readings that do not overlap; the model's only where no surer one starts at or before it."""
    sure = [b for b in found if b.source != "model"]
    covered = {i for b in sure if b.end - b.first > 1 for i in range(b.first, b.end)}
    found = sure + [m for m in found if m.source == "model" and m.first not in covered]
    found.sort(key=lambda b: (-(b.end - b.first), _RANK[b.source], b.first))
    taken: set[int] = set()
    kept = []
    for body in found:
        span = range(body.first, body.end)
        if not any(i in taken for i in span):
            taken.update(span)
            kept.append(body)
    return sorted(kept, key=lambda b: b.first)


def _fill(tokens: TokenTable, places: PlaceIndex, bodies: list[Body]) -> None:
    """Parents by possessive ("the Foreign Ministry's … Bureau") and countries by the names in and before the phrase."""
    by_end = {b.end: b for b in bodies}
    for body in bodies:
        before = body.first - 1
        if before >= 0 and tokens.lower[before] in ("'s", "’s", "'") and before in by_end:
            body.parent = by_end[before]
        if body.country is None and body.parent is not None:
            body.country = body.parent.country
        if body.country is None:
            inside = [
                p
                for p in places.within(body.first, body.end)
                if not (body.source == "lexicon" and p.first > body.first and p.iso3 in _UNIONS)
                and not _is_subject(tokens, p)
                and not (p.kind == "demonym" and _of_part(tokens, p.first))
            ]
            body.country = inside[0].iso3 if inside else None
        if body.country is None and body.kind != "igo" and body.parent is None:
            at = before - 1 if before >= 0 and tokens.lower[before] in ("'s", "’s", "'") else before
            place = places.at(at) if at >= 0 else None
            if place is not None and place.end == at + 1:
                body.country = place.iso3


def _of_part(tokens: TokenTable, i: int) -> bool:
    """ "Central American": the word at `i` names a part of the world."""
    before = tokens.lower[i - 1] if i else ""
    return before in ("central", "latin", "pan") or before == "-" and i > 1 and tokens.lower[i - 2] in ("inter", "pan")


def _inherit(tokens: TokenTable, bodies: list[Body], lex: BodyLexicon) -> None:
    """ "M-19 Directorate", "Hamas Political Bureau": a part of a known party or armed group is of its kind."""
    for body in bodies:
        known = lex.known.match_at(tokens.text, body.first) if body.source != "lexicon" else None
        if known is None or known[0] >= body.end or tokens.lower[known[0]] in OF_WORDS:
            continue  # "Democratic Party of Iranian Kurdistan" is no part of the Democratic Party
        if known[1][0] in _WITH_PARTS:
            body.kind, body.country = known[1][0], body.country or known[1][1]
            body.parent_name = text_of(tokens, body.first, known[0])


def _is_subject(tokens: TokenTable, place: Place) -> bool:
    """The country a bureau deals with, not the one it belongs to: "American Affairs Bureau"."""
    following = tokens.lower[place.end] if place.end < tokens.n else ""
    return (
        following in ("affairs", "department", "desk", "division", "studies")
        and place.kind == "demonym"
        or following == "and"
    )
