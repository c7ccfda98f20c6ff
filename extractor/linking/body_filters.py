"""Which of the model's ORG names are bodies, and which mentions stand for a fuller name before them."""

from __future__ import annotations

import calendar
import re

from extractor.language.tokens import TokenTable
from extractor.linking.body import Body, BodyLexicon, is_cap, kind_of
from extractor.linking.places import PlaceIndex
from extractor.linking.voice import POSTAL

# Kinds of bodies that news calls by the first word of their name.
_SHORTENED = frozenset({"company", "party", "armed_group", "media"})
# Kinds of bodies of which "the" one is the one named last, whatever its noun.
_SOLE = frozenset({"ministry", "central_bank", "parliament"})
_CALENDAR = frozenset(
    w.lower().rstrip(".") for w in (*calendar.day_name, *calendar.month_name, *calendar.month_abbr, "Sept") if w
)
# "D-Conn.", "Press@example.org", the codes of shares in the wires ("ABCD.L").
_CODE = re.compile(r"[DRI]-[A-Z][A-Za-z.]*|\S*@\S*|[A-Z]{2,6}\.[A-Z]{1,2}")
_INFLECTIONS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""))
_ENDS_NO_NAME = frozenset({"of", "the", "for", "in", "on", "at", "to", "and", "&", "by", "a"})


def is_bare(tokens: TokenTable, body: Body, lex: BodyLexicon) -> bool:
    """Whether a mention is a common noun with a capital, which names no body: "University", "the Center".

    Some nouns by themselves, with a capital, name a body of the state in question: "the Army", "the Duma"."""
    word = tokens.lower[body.first]
    return body.end - body.first == 1 and word in lex.head_words and word not in lex.cues.of("standing_body")


def tells_source(tokens: TokenTable, first: int, end: int) -> bool:
    """Whether a name stands where monitors put who broadcast or printed it: "QUITO, 5 MAY 89 (NAME) -- [TEXT]"."""
    around = (tokens.text[first - 1], *tokens.text[end : end + 3]) if first else ()
    return len(around) == 4 and around[:2] == ("(", ")") and set(around[2]) <= {"-", "–", "—"} and around[3] == "["


def opens_phrase(tokens: TokenTable, i: int, lex: BodyLexicon) -> bool:
    """Whether "The National" before token `i` begins a longer phrase: "police" does not follow a newspaper's name."""
    if i >= tokens.n or tokens.tag[i - 1] not in ("JJ", "NNP") or tokens.pos[i] not in ("NOUN", "PROPN", "ADJ"):
        return False
    return lex.head_words.get(tokens.lower[i]) != "media" and lex.title_heads.match_at(tokens.lower, i) is None


def trim(tokens: TokenTable, first: int, end: int) -> tuple[int, int]:
    """The model's name without article, possessive and stray punctuation."""
    while first < end and (tokens.lower[first] in ("the", "a", "an") or tokens.pos[first] == "PUNCT"):
        first += 1
    while end > first and (
        tokens.lower[end - 1] in ("'s", "’s", "'")
        or tokens.lower[end - 1] in _ENDS_NO_NAME
        or tokens.pos[end - 1] == "PUNCT"
    ):
        end -= 1
    if 0 < first < end and tokens.text[first - 1] == '"' and tokens.text[first:end].count('"') == 1:
        first -= 1  # the "Green" Party
    return first, end


def before_title(tokens: TokenTable, first: int, end: int, lex: BodyLexicon) -> int:
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


def is_noise(
    tokens: TokenTable,
    places: PlaceIndex,
    first: int,
    end: int,
    lex: BodyLexicon,
    person_words: set[str],
    common: frozenset[str],
) -> bool:
    """What the model calls an organization and is none: a place, a month, a common word, a person named elsewhere in
    the article, or a title with its holder."""
    place = places.at(first)
    if place is not None and place.first == first and place.end >= end and place.iso3 not in ("UNO", "EUE"):
        return True
    words = tokens.lower[first:end]
    if all(w.rstrip(".") in _CALENDAR or w in common or not w[:1].isalpha() for w in words) and (
        not any(True for _ in lex.heads.matches(words))
    ):
        return True
    if words[-1] in lex.cues.of("deed") and end - first > 1:
        return True
    if end - first == 1 and (words[0],) in lex.fields and words[0] not in lex.head_words:
        return True  # "Defense"
    if end - first == 1 and _is_postal(tokens, places, first):
        return True
    if end - first == 1 and (_CODE.fullmatch(tokens.text[first]) or _is_inflected(tokens, first, common)):
        return True
    if all(tokens.text[i] in person_words for i in range(first, end)):
        return True
    titled = any(lex.title_heads.match_at(tokens.lower, i) is not None for i in range(first, end - 1))
    if titled and kind_of(words, lex) == "other":
        return True
    return _place_then_name(tokens, places, first, end, lex)


def _is_inflected(tokens: TokenTable, i: int, common: frozenset[str]) -> bool:
    """An inflected common word that opens a sentence, with the capital of that: "Culprits"."""
    word = tokens.lower[i]
    if i != tokens.sentence(i)[0] or not tokens.text[i][1:].islower():
        return False
    stems = (word.removesuffix(s) + put for s, put in _INFLECTIONS if word.endswith(s) and len(word) > len(s) + 3)
    return any(stem in common for stem in stems)


def _place_then_name(tokens: TokenTable, places: PlaceIndex, first: int, end: int, lex: BodyLexicon) -> bool:
    """Whether the model joined a country and a person: "(ambassador to) Germany Andriy Melnyk"."""
    place = places.at(first)
    return (
        place is not None
        and place.first == first
        and place.kind in ("name", "alias")
        and place.end < end
        and not any(True for _ in lex.heads.matches(tokens.lower[place.end : end]))
        and kind_of(tokens.lower[first:end], lex) == "other"
    )


def short_forms(tokens: TokenTable, places: PlaceIndex, bodies: list[Body], common: frozenset[str]) -> list[Body]:
    """A short name takes kind and country of the full one before it: "Mahan" after "Mahan Air"; of companies, parties
    and armed groups also where the model has no name there."""
    full: dict[str, Body] = {}
    acronyms = {
        tokens.text[b.first]: b
        for b in bodies
        if b.source == "model" and b.end - b.first == 1 and 2 <= len(tokens.text[b.first]) <= 6
        and tokens.text[b.first].isupper()
    }  # fmt: skip
    _spell_out(tokens, bodies)
    introduced = _introduced(tokens, bodies)
    taken = {i for b in bodies for i in range(b.first, b.end)}
    by_first = {b.first: b for b in bodies}
    more = []
    for i in range(tokens.n):
        word = tokens.text[i]
        body = by_first.get(i)
        told = introduced.get(word)
        if told is not None and i > told.end + 1:
            if body is None and i not in taken:
                more.append(Body(i, i + 1, told.kind, told.country, "repeat", full=told))
            elif body is not None and body.end - body.first == 1:
                body.full = told
                if body.kind == "other":
                    body.kind, body.country = told.kind, body.country or told.country
            continue
        if body is not None and body.end - body.first > 1 and body.kind != "other":
            full.setdefault(word, body)
        elif word in full and body is not None and body.end - body.first == 1 and body.kind == "other":
            body.kind, body.country = full[word].kind, full[word].country
        elif word in acronyms and i not in taken and places.at(i) is None and i not in tokens.ent_at:
            if not _is_postal(tokens, places, i):
                more.append(Body(i, i + 1, acronyms[word].kind, None, "repeat"))
        elif word in full and i not in taken and not _full_name(tokens, i) and full[word].kind in _SHORTENED:
            lone = i + 1 >= tokens.n or not is_cap(tokens, i + 1)
            if (
                lone
                and len(word) > 3
                and places.at(i) is None
                and word.lower() not in common
                and word.lower() not in _CALENDAR
                and tokens.tag[i] == "NNP"
            ):
                more.append(Body(i, i + 1, full[word].kind, full[word].country, "repeat"))
    return sorted([*bodies, *more], key=lambda b: b.first) if more else bodies


def _introduced(tokens: TokenTable, bodies: list[Body]) -> dict[str, Body]:
    """ "Labour Confederation [CLT]": the initials that the text itself gives a body."""
    out: dict[str, Body] = {}
    for body in bodies:
        i = body.end
        if i + 2 < tokens.n and tokens.text[i] in ("(", "[") and tokens.text[i + 2] in (")", "]"):
            word = tokens.text[i + 1]
            if body.end - body.first > 1 and len(word) > 1 and word.isupper() and word.isalpha():
                out.setdefault(word, body)
    return out


def _spell_out(tokens: TokenTable, bodies: list[Body]) -> None:
    """An acronym takes kind and country of the body whose initials it has: "BLM" beside "Bureau of Land Management"."""
    named: dict[str, Body | None] = {}
    for body in bodies:
        if body.end - body.first > 2 and (body.kind != "other" or body.country):
            letters = "".join(w[0] for w in tokens.text[body.first : body.end] if w[:1].isupper())
            other = named.get(letters, body)
            named[letters] = body if other is not None and other.kind == body.kind else None
    for body in bodies:
        word = tokens.text[body.first].replace(".", "")
        full = named.get(word) if body.end - body.first == 1 and len(word) > 2 and body.source == "model" else None
        if full is not None and body.kind == "other":
            body.kind, body.country, body.parent_name = full.kind, body.country or full.country, full.parent_name


def _is_postal(tokens: TokenTable, places: PlaceIndex, i: int) -> bool:
    """ "Arlington, VA 22202": the code of a state, not an agency."""
    if tokens.lower[i] not in POSTAL or not i:
        return False
    number = tokens.text[i + 1 : i + 2]
    return tokens.text[i - 1] == "," or places.at(i - 1) is not None or bool(number) and number[0].isdigit()


def _full_name(tokens: TokenTable, i: int) -> bool:
    """Whether the model has a person of several words at token `i`."""
    ent = tokens.ent_at.get(i)
    return ent is not None and ent[2] == "PERSON" and ent[1] - ent[0] > 1


def set_antecedents(tokens: TokenTable, bodies: list[Body]) -> None:
    """ "the ministry" stands for the one that the same bureau was said to belong to, else the nearest before it; "the
    Commission" for the nearest that has the noun in its name."""
    last: dict[str, Body] = {}
    named: dict[str, Body] = {}
    parent_of: dict[tuple[str, ...], Body] = {}
    child_of = {id(b.parent): b for b in bodies if b.parent is not None}
    for body in bodies:
        child = child_of.get(id(body))
        name = tuple(tokens.lower[child.first : child.end]) if child is not None else ()
        bare = body.nominal and body.end - body.first == 1
        if bare and body.first and tokens.lower[body.first - 1] in ("the", "that", "this", "its"):
            alike = last.get(body.kind) if body.kind in _SOLE else named.get(tokens.lower[body.first])
            body.antecedent = parent_of.get(name) or alike
            if body.antecedent is not None:
                body.kind = body.antecedent.kind
                body.country = body.country or body.antecedent.country
        elif not bare:
            last[body.kind] = body
            named.update((word, body) for word in _nouns(tokens, body))
            if child is not None:
                parent_of.setdefault(name, body)
                body.country = body.country or child.country


def _nouns(tokens: TokenTable, body: Body) -> tuple[str, ...]:
    """The last word of a name, and the one before "of" in it."""
    words = tokens.lower[body.first : body.end]
    ends = (words[-1], words[words.index("of") - 1]) if "of" in words[1:] else (words[-1],)
    return ends if len(words) > 1 else ()
