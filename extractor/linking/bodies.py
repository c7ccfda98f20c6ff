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
from extractor.linking.body_filters import (
    before_title,
    is_bare,
    is_noise,
    opens_phrase,
    set_antecedents,
    short_forms,
    tells_source,
    trim,
)
from extractor.linking.body_growth import grow, is_province, is_studied, known_end, nominal, past_officers, past_place
from extractor.linking.places import UNIONS, Place, PlaceIndex
from extractor.linking.text import text_of

__all__ = ["Body", "BodyIndex", "BodyLexicon", "body_lexicon", "find_bodies", "is_cap", "kind_of"]

_OF_STATES = frozenset({"military", "government", "parliament", "police_intelligence", "embassy"})
_WITH_PARTS = frozenset({"armed_group", "party", "military", "police_intelligence"})
_PARTIES = frozenset({"R", "D", "I"})
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
        if first in persons and tokens.ent_at[first][0] < first and tokens.ent_at[first][1] >= end:
            continue  # "Michael Bloomberg"
        if tokens.lower[first] == "the" and end - first == 2 and opens_phrase(tokens, end, lex):
            continue  # "The National | Police"
        found.append(Body(first, end, kind, country, "lexicon", parent_name=parent))
    for first, end, kind in lex.heads.matches(tokens.lower):
        if is_cap(tokens, first) and is_cap(tokens, end - 1):
            body = grow(tokens, first, end, kind, persons, lex)
            if body is not None and not _is_state(places, body) and not is_studied(tokens, body.first, lex):
                body.first = past_officers(tokens, body.first, first, lex)
                body.first = past_place(tokens, places, body.first, first)
                if tokens.tag[body.first] == "CD" and body.first == tokens.sentence(first)[0] and body.first < first:
                    body.first += tokens.text[body.first].isalpha()  # "Two | U.S. Capitol Police officers"
                body.first += body.first < first and tokens.lower[body.first] in lex.cues.of(
                    "rank"
                )  # "Senior | Administration"
                body.end = max(end, without_name(tokens, end, body.end, lex.words, common))
                body.end = known_end(tokens, body, lex)
                cut = before_title(tokens, body.first, body.end, lex)
                if cut > end and tokens.lower[cut - 1] not in (*OF_WORDS, "the", "and"):
                    body.end = cut  # "Bank of Finland | Governor"
                body.nominal = is_bare(tokens, body, lex)
                found.append(body)
        elif kind in ("ministry", "central_bank", "parliament") and tokens.pos[end - 1] in ("NOUN", "PROPN"):
            found.append(nominal(tokens, first, end, kind, lex))
    for first, end, label in tokens.ents:
        if label == "ORG":
            first, end = trim(tokens, first, end)
            end = before_title(tokens, first, end, lex)
            end = without_name(tokens, first, end, lex.words, common) if OF_WORDS & {*tokens.lower[first:end]} else end
            if (
                first < end
                and not _runs_into_name(tokens, first, end, lex, common)
                and not is_province(tokens, first, end, lex)
                and not is_studied(tokens, first, lex)
                and not is_noise(tokens, places, first, end, lex, person_words, common)
            ):
                body = Body(first, end, kind_of(tokens.lower[first:end], lex), None, "model")
                if body.kind == "other" and tells_source(tokens, first, end):
                    body.kind = "media"
                body.nominal = is_bare(tokens, body, lex)
                found.append(body)
    bodies = _longest(found)
    _inherit(tokens, bodies, lex)
    _fill(tokens, places, bodies, lex)
    bodies = short_forms(tokens, places, bodies, common)
    set_antecedents(tokens, bodies)
    return bodies


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
    """ "the Russian Federation" is a country, "the West Bank" a region."""
    place = places.at(body.first)
    return place is not None and place.first <= body.first and place.end == body.end and place.iso3 not in UNIONS


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


def _fill(tokens: TokenTable, places: PlaceIndex, bodies: list[Body], lex: BodyLexicon) -> None:
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
                if not (body.source == "lexicon" and p.first > body.first and p.iso3 in UNIONS)
                and not _is_subject(tokens, p, lex)
                and not (p.kind == "demonym" and _of_part(tokens, p.first, lex))
                and (body.kind != "igo" or p.iso3 in UNIONS)
            ]
            body.country = inside[0].iso3 if inside else None
            if not inside and body.kind in _OF_STATES and body.end - body.first > 1 and not body.nominal:
                body.country = lex.demonyms.get(tokens.lower[body.first])
        if body.country is None and body.kind != "igo" and body.parent is None:
            at = before - 1 if before >= 0 and tokens.lower[before] in ("'s", "’s", "'") else before
            place = places.at(at) if at >= 0 else None
            if place is not None and place.end == at + 1:
                body.country = place.iso3


def _of_part(tokens: TokenTable, i: int, lex: BodyLexicon) -> bool:
    """ "Central American": the word at `i` names a part of the world."""
    before = tokens.lower[i - 1] if i else ""
    joined = before == "-" and i > 1 and tokens.lower[i - 2] in ("inter", "pan")
    return joined or before in lex.cues.of("region_adjective")


def _inherit(tokens: TokenTable, bodies: list[Body], lex: BodyLexicon) -> None:
    """ "M-19 Directorate", "Hamas Political Bureau": a part of a known party or armed group is of its kind."""
    for body in bodies:
        known = lex.known.match_at(tokens.text, body.first) if body.source != "lexicon" else None
        if known is None or known[0] >= body.end or tokens.lower[known[0]] in OF_WORDS:
            continue  # "Democratic Party of Iranian Kurdistan" is no part of the Democratic Party
        if known[1][0] in _WITH_PARTS:
            body.kind, body.country = known[1][0], body.country or known[1][1]
            body.parent_name = text_of(tokens, body.first, known[0])


def _is_subject(tokens: TokenTable, place: Place, lex: BodyLexicon) -> bool:
    """The country a bureau deals with, not the one it belongs to: "American Affairs Bureau"."""
    following = tokens.lower[place.end] if place.end < tokens.n else ""
    return place.kind == "demonym" and following in lex.cues.of("subject_office") or following == "and"
