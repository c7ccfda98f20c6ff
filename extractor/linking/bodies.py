"""Organization names in the text: known bodies, names built on a head noun ("Foreign Ministry"), and the model's ORG names."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon, PhraseTrie, split_words
from extractor.lexicon.casing import common_words
from extractor.linking.places import Place, PlaceIndex

_LEFT_POS = frozenset({"PROPN", "ADJ", "NOUN", "NUM"})
_OF_WORDS = frozenset({"of", "for"})
# Where two readings cover the same words, the surer one stays.
_RANK = {"lexicon": 0, "grammar": 1, "model": 2}


@dataclass(slots=True, eq=False)
class Body:
    """One mention of an organization: tokens [first, end), kind and country where known, the body above it in the phrase.

    source: "lexicon", "grammar", "model" or "repeat" (a short form of a name before it). nominal: a common noun ("the ministry", "foreign ministry"), not a name; antecedent: the name it stands for.
    """

    first: int
    end: int
    kind: str
    country: str | None
    source: str
    nominal: bool = False
    parent: Body | None = None
    parent_name: str | None = None
    antecedent: Body | None = None


@dataclass(frozen=True, slots=True)
class BodyLexicon:
    known: PhraseTrie[tuple[str, str | None, str | None]]
    heads: PhraseTrie[str]
    head_words: dict[str, str]
    title_heads: PhraseTrie[bool]


def _build(lexicon: Lexicon) -> BodyLexicon:
    known: dict[tuple[str, ...], tuple[str, str | None, str | None]] = {}
    for row in lexicon.rows("organizations"):
        words = split_words(row["surface"])
        value = (row["kind"], row["country"] or None, row["parent"] or None)
        if words in known and known[words][1] != value[1]:
            value = (row["kind"], None, None)  # the same name in two countries says nothing about either
        known[words] = value
        if len(row["surface"]) > 4 and not row["surface"].isupper():
            known.setdefault(tuple(w.upper() for w in words), value)
    heads: dict[tuple[str, ...], str] = {}
    for row in lexicon.rows("organization_heads"):
        words = split_words(row["head"])
        words = words[:-1] if words[-1] in _OF_WORDS else words
        heads.setdefault(words, row["kind"])
    single = {w[0]: kind for w, kind in heads.items() if len(w) == 1}
    titles = PhraseTrie((split_words(r["head"]), True) for r in lexicon.rows("titles"))
    return BodyLexicon(PhraseTrie(known.items()), PhraseTrie(heads.items()), single, titles)


def body_lexicon(lexicon: Lexicon) -> BodyLexicon:
    return lexicon.compiled(_build)


class BodyIndex:
    """The organization mentions of one document, by token."""

    def __init__(self, bodies: list[Body]) -> None:
        self.bodies = bodies
        self._at: dict[int, Body] = {}
        for body in bodies:
            for i in range(body.first, body.end):
                self._at[i] = body

    def at(self, token: int) -> Body | None:
        return self._at.get(token)

    def ending_at(self, end: int) -> Body | None:
        """The body whose last token is end - 1."""
        body = self._at.get(end - 1)
        return body if body is not None and body.end == end else None

    def within(self, first: int, end: int) -> list[Body]:
        return [b for b in self.bodies if b.first >= first and b.end <= end]


def is_cap(tokens: TokenTable, i: int) -> bool:
    return tokens.text[i][:1].isupper()


def find_bodies(tokens: TokenTable, places: PlaceIndex, lexicon: Lexicon) -> list[Body]:
    """All organization mentions, left to right, not overlapping."""
    lex = body_lexicon(lexicon)
    persons = {i for first, end, label in tokens.ents if label == "PERSON" for i in range(first, end)}
    common = lexicon.compiled(common_words)
    person_words = {tokens.text[i] for i in persons}
    found: list[Body] = []
    for first, end, (kind, country, parent) in lex.known.matches(tokens.text):
        found.append(Body(first, end, kind, country, "lexicon", parent_name=parent))
    for first, end, kind in lex.heads.matches(tokens.lower):
        if is_cap(tokens, first) and is_cap(tokens, end - 1):
            body = _grow(tokens, first, end, kind, persons)
            if body is not None:
                found.append(body)
        elif kind in ("ministry", "central_bank", "parliament") and tokens.pos[end - 1] in ("NOUN", "PROPN"):
            found.append(_nominal(tokens, first, end, kind))
    for first, end, label in tokens.ents:
        if label == "ORG":
            first, end = _trim(tokens, first, end)
            end = _before_title(tokens, first, end, lex)
            if first < end and not _is_noise(tokens, places, first, end, lex, person_words, common):
                found.append(Body(first, end, kind_of(tokens.lower[first:end], lex), None, "model"))
    bodies = _longest(found)
    _fill(tokens, places, bodies)
    bodies = _short_forms(tokens, places, bodies, common)
    _antecedents(tokens, bodies)
    return bodies


def _antecedents(tokens: TokenTable, bodies: list[Body]) -> None:
    """ "the ministry" stands for the ministry that the same bureau was said to belong to, else the nearest one before it."""
    last: dict[str, Body] = {}
    parent_of: dict[tuple[str, ...], Body] = {}
    child_of = {id(b.parent): b for b in bodies if b.parent is not None}
    for body in bodies:
        child = child_of.get(id(body))
        name = tuple(tokens.lower[child.first : child.end]) if child is not None else ()
        bare = body.nominal and body.end - body.first == 1
        if bare and body.first and tokens.lower[body.first - 1] in ("the", "that", "this", "its"):
            body.antecedent = parent_of.get(name) or last.get(body.kind)
            if body.antecedent is not None:
                body.country = body.country or body.antecedent.country
        elif not bare:
            last[body.kind] = body
            if child is not None:
                parent_of.setdefault(name, body)
                body.country = body.country or child.country


def _full_name(tokens: TokenTable, i: int) -> bool:
    """Whether the model has a person of several words at token `i`."""
    ent = tokens.ent_at.get(i)
    return ent is not None and ent[2] == "PERSON" and ent[1] - ent[0] > 1


def _short_forms(tokens: TokenTable, places: PlaceIndex, bodies: list[Body], common: frozenset[str]) -> list[Body]:
    """A short name takes kind and country of the full one before it: "Mahan" after "Mahan Air"; of companies, parties and
    armed groups also where the model has no name there."""
    full: dict[str, Body] = {}
    taken = {i for b in bodies for i in range(b.first, b.end)}
    by_first = {b.first: b for b in bodies}
    more = []
    for i in range(tokens.n):
        word = tokens.text[i]
        body = by_first.get(i)
        if body is not None and body.end - body.first > 1 and body.kind != "other":
            full.setdefault(word, body)
        elif word in full and body is not None and body.end - body.first == 1 and body.kind == "other":
            body.kind, body.country = full[word].kind, full[word].country
        elif word in full and i not in taken and not _full_name(tokens, i) and full[word].kind in _SHORTENED:
            lone = i + 1 >= tokens.n or not is_cap(tokens, i + 1)
            if (
                lone
                and len(word) > 3
                and places.at(i) is None
                and word.lower() not in common
                and tokens.tag[i] == "NNP"
            ):
                more.append(Body(i, i + 1, full[word].kind, full[word].country, "repeat"))
    return sorted([*bodies, *more], key=lambda b: b.first) if more else bodies


def _trim(tokens: TokenTable, first: int, end: int) -> tuple[int, int]:
    """The model's name without article, possessive and stray punctuation."""
    while first < end and (tokens.lower[first] in ("the", "a", "an") or tokens.pos[first] == "PUNCT"):
        first += 1
    while end > first and (tokens.lower[end - 1] in ("'s", "’s", "'") or tokens.pos[end - 1] == "PUNCT"):
        end -= 1
    return first, end


def _before_title(tokens: TokenTable, first: int, end: int, lex: BodyLexicon) -> int:
    """End of the model's name without a title at its end: "NATO Secretary-General" is a body and a post."""
    if (
        tokens.text[end - 1].endswith(".")
        and end - first == 1
        and len(tokens.text[first]) > 2
        and tokens.text[first].count(".") == 1
    ):
        return first  # "Sens." is no body
    for i in range(first + 1, end):
        found = lex.title_heads.match_at(tokens.lower, i)
        if found is not None and found[0] >= end:
            return i
    return end


# Kinds of bodies that news calls by the first word of their name.
_SHORTENED = frozenset({"company", "party", "armed_group", "media"})
_CALENDAR = frozenset(
    w.lower().rstrip(".") for w in (*calendar.day_name, *calendar.month_name, *calendar.month_abbr, "Sept") if w
)


def _is_noise(
    tokens: TokenTable,
    places: PlaceIndex,
    first: int,
    end: int,
    lex: BodyLexicon,
    person_words: set[str],
    common: frozenset[str],
) -> bool:
    """What the model calls an organization and is none: a place, a month, a common word, a person named elsewhere in the
    article, or a title with its holder."""
    place = places.at(first)
    if place is not None and place.first == first and place.end >= end and place.iso3 not in ("UNO", "EUE"):
        return True
    words = tokens.lower[first:end]
    if all(w.rstrip(".") in _CALENDAR or w in common or not w[:1].isalpha() for w in words) and (
        not any(True for _ in lex.heads.matches(words))
    ):
        return True
    if all(tokens.text[i] in person_words for i in range(first, end)):
        return True
    titled = any(lex.title_heads.match_at(tokens.lower, i) is not None for i in range(first, end - 1))
    if titled and kind_of(words, lex) == "other":
        return True
    return _place_then_name(tokens, places, first, end, lex)


def _place_then_name(tokens: TokenTable, places: PlaceIndex, first: int, end: int, lex: BodyLexicon) -> bool:
    """Whether the model joined a country and a person: "(ambassador to) Germany Andriy Melnyk"."""
    place = places.at(first)
    return (
        place is not None
        and place.first == first
        and place.kind != "demonym"
        and place.end < end
        and not any(True for _ in lex.heads.matches(tokens.lower[place.end : end]))
        and kind_of(tokens.lower[first:end], lex) == "other"
    )


def kind_of(words: Iterable[str], lex: BodyLexicon) -> str:
    """Kind of a body by the head nouns in its lower-case words; the last one decides, the first in "X of Y"."""
    words = list(words)
    if "of" in words:
        words = words[: words.index("of")] or words
    for _, _, kind in reversed(list(lex.heads.matches(words))):
        return kind
    return "other"


def _grow(tokens: TokenTable, first: int, end: int, kind: str, persons: set[int]) -> Body | None:
    """The whole name around a capitalised head noun: "Asian and Oceanian Affairs Bureau", "Ministry of Defense of Ukraine"."""
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
                start == first and not tokens.pos[i - 1] == "ADJ" and tokens.tag[i - 1] not in ("JJ", "NNP")
            ):
                break
            if word == "and" and i - 1 in persons:
                break
            start = i - 1
        else:
            break
    stop = end
    while stop < high - 1 and tokens.lower[stop] in _OF_WORDS:
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
            inside = [p for p in places.within(body.first, body.end) if not _is_subject(tokens, p)]
            body.country = inside[0].iso3 if inside else None
        if body.country is None and body.kind != "igo" and body.parent is None:
            at = before - 1 if before >= 0 and tokens.lower[before] in ("'s", "’s", "'") else before
            place = places.at(at) if at >= 0 else None
            if place is not None and place.end == at + 1:
                body.country = place.iso3


def _is_subject(tokens: TokenTable, place: Place) -> bool:
    """The country a bureau deals with, not the one it belongs to: "American Affairs Bureau"."""
    following = tokens.lower[place.end] if place.end < tokens.n else ""
    return (
        following in ("affairs", "department", "desk", "division", "studies")
        and place.kind == "demonym"
        or following == "and"
    )
