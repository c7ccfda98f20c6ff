"""Persons' names: where they are in the text, and which part is the family name."""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass, field

from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon
from extractor.lexicon.casing import common_words
from extractor.linking.bodies import BodyIndex
from extractor.linking.cues import linking_cues, title_cues
from extractor.linking.places import PlaceIndex
from extractor.linking.text import text_of
from extractor.linking.voice import POSTAL

_MAX_TOKENS = 9
_PARTY = re.compile(r"[RDI]-[A-Z][a-z]*\.?$")
_NOTE = re.compile(r"(?<=\w),?[(\[].*$")
_CALENDAR = frozenset(
    w.lower() for w in (*calendar.day_name, *calendar.month_name, *(f"{m}." for m in calendar.month_abbr), "Sept.") if w
)
# Closed-class words that open no name.
_FUNCTION_TAGS = frozenset({"DT", "IN", "CC", "PRP", "PRP$", "WDT", "WP", "WRB", "MD", "TO", "EX", "PDT"})


@dataclass(frozen=True, slots=True)
class NameSpan:
    """One mention of a person by name: tokens [first, end). source: "model", "title" (found beside a title) or "repeat"
    (a surname the model missed)."""

    first: int
    end: int
    source: str = field(default="model", compare=False)


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """Word lists of names. bound: particles that stand before a hyphen only ("at-Tantawi"). either: family names that
    English writes first or last (Yamada Takeo). double: family names of several words, folded (López Obrador).
    before, after:
    words of headings that are no part of the name. of_fathers: particles of a father's name. given_too: family names of
    the East that are given names in the West."""

    honorifics: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    family_first: dict[str, frozenset[str]]
    orders: dict[str, str]
    bound: frozenset[str]
    second_given: frozenset[str]
    either: dict[str, frozenset[str]]
    double: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    of_fathers: frozenset[str]
    given_too: frozenset[str]


def _build(lexicon: Lexicon) -> NameLexicon:
    kinds: dict[str, set[str]] = {"honorific": set(), "suffix": set(), "particle": set()}
    for row in lexicon.rows("honorifics"):
        kinds.setdefault(row["kind"], set()).add(row["surface"].lower().rstrip("-"))
    hyphened = {r["surface"].lower() for r in lexicon.rows("honorifics") if r["kind"] == "particle"}
    rows = lexicon.rows("family_names")
    families = {r["surface"].lower(): frozenset(r["country"].split(";")) for r in rows if r["name_order"] != "either"}
    either = {r["surface"].lower(): frozenset(r["country"].split(";")) for r in rows if r["name_order"] == "either"}
    double = {fold(r["family_name"]) for r in lexicon.rows("leaders") if " " in r["family_name"]}
    second = frozenset(fold(r["surface"]) for r in lexicon.rows("honorifics") if r["kind"] == "second_given")
    cues, classes = title_cues(lexicon), linking_cues(lexicon)
    orders = {r["iso3"]: r["name_order"] for r in lexicon.rows("countries")}
    return NameLexicon(
        frozenset(kinds["honorific"]),
        frozenset(kinds["suffix"]),
        frozenset(kinds["particle"]),
        families,
        orders,
        frozenset(w.rstrip("-") for w in hyphened if w.endswith("-") and w.rstrip("-") not in hyphened),
        second,
        either,
        frozenset(double),
        cues.before_name,
        cues.after_name,
        classes.of("patronymic_particle"),
        classes.of("given_name_too"),
    )


def name_lexicon(lexicon: Lexicon) -> NameLexicon:
    return lexicon.compiled(_build)


def fold(name: str) -> str:
    """Comparison form of a name: no accents, lower case, hyphens and apostrophes as one space or nothing."""
    text = unicodedata.normalize("NFKD", name)
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = text.replace("'", "").replace("’", "").replace("`", "")
    return " ".join(re.sub(r"[-‐‑–.]", " ", text).split())


def model_names(tokens: TokenTable, lexicon: Lexicon) -> list[NameSpan]:
    """The model's PERSON names without honorifics, possessives and stray words; cut at commas and "and"."""
    lex = name_lexicon(lexicon)
    out = []
    for first, end, label in tokens.ents:
        if label != "PERSON":
            continue
        first, end = _trim(tokens, first, end, lex)
        if end - first == 2 and tokens.text[first] in ("R", "D") and not tokens.text[first + 1].endswith("."):
            continue  # "Senator | R Colorado"
        if first < end and _PARTY.match(tokens.text[first]):
            continue  # "R-Miss."
        if first < end and tokens.text[first] in ("R", "D") and tokens.text[first + 1 : first + 2] == ["-"]:
            continue  # "(D-NJ)"
        end = min(end, name_end(tokens, first, lex, limit=end) if first < end else end)
        if first < end and any(c.isupper() for c in tokens.text[first]):
            out.append(NameSpan(first, _join_hyphens(tokens, end, lex)))
    return out


def with_repeats(tokens: TokenTable, names: list[NameSpan], places: PlaceIndex, lexicon: Lexicon) -> list[NameSpan]:
    """The names, with bare surnames that the model missed: a capitalised word that ends a full name elsewhere.

    The model labels each mention by itself; what it calls a person once is one wherever it stands, unless the gazetteer
    knows the word as a place. A surname that is a common word, too ("Rice"), counts within a sentence only.
    """
    lex, common = name_lexicon(lexicon), lexicon.compiled(common_words)
    taken = {i for n in names for i in range(n.first, n.end)}
    known: set[str] = set()
    for name in names:
        if name.end - name.first < 2:
            continue
        last, first = tokens.text[name.end - 1], tokens.text[name.first]
        known.add(last)
        if first.lower() in lex.family_first:
            known.add(first)
    known = {w for w in known if len(w) > 2 and w[:1].isupper() and w.lower() not in lex.suffixes}
    if not known:
        return names
    more = []
    for i in range(tokens.n):
        if tokens.text[i] not in known or i in taken or tokens.tag[i] not in ("NNP", "NNPS", "NN", "FW", "JJ"):
            continue
        if tokens.lower[i] in common and not _within_sentence(tokens, i):
            continue
        place = places.at(i)
        joined = i + 1 < tokens.n and tokens.text[i + 1][:1].isupper() and tokens.tag[i + 1] in ("NNP", "NNPS")
        if (
            (place is None or place.weak)
            and not joined
            and not (i and i - 1 not in taken and _is_name_part(tokens, i - 1))
        ):
            more.append(NameSpan(i, i + 1, "repeat"))
    return sorted([*names, *more], key=lambda n: n.first) if more else names


def _within_sentence(tokens: TokenTable, i: int) -> bool:
    """Whether a capital at token `i` says something: after a lower-case word or a comma, not in a line of capitals."""
    first, _ = tokens.sentence(i)
    return i > first and not tokens.text[i].isupper() and (tokens.text[i - 1].islower() or tokens.text[i - 1] == ",")


def _is_name_part(tokens: TokenTable, i: int) -> bool:
    """Whether token `i` is one capitalised phrase with the word after it: "Park | Avenue", "Lake | Wilson"."""
    return tokens.tag[i] in ("NNP", "NNPS") and tokens.text[i][:1].isupper() and not tokens.text[i].endswith(".")


def _trim(tokens: TokenTable, first: int, end: int, lex: NameLexicon) -> tuple[int, int]:
    while first < end and (
        tokens.lower[first] in lex.honorifics
        and end - first > 1
        and tokens.text[first] != tokens.text[first + 1]
        or tokens.lower[first] in lex.before
        and end - first > 1
        and tokens.text[first + 1][:1].isupper()
        or tokens.pos[first] == "PUNCT"
        or tokens.lower[first] in ("the", "'s", "’s", "-", "alias")
        or tokens.text[first] in ("Q", "A")
        and end - first > 1
        and tokens.sentence(first)[0] == first
    ):
        first += 1
    while end > first and (
        tokens.lower[end - 1] in ("'s", "’s", "'") or tokens.text[end - 1] in (",", ".", ")", "(", "-", '"')
    ):
        end -= 1
    return first, end


def _join_hyphens(tokens: TokenTable, end: int, lex: NameLexicon) -> int:
    """Past "-myung" or "at-Tantawi" where the name was cut before it."""
    while end + 1 < tokens.n:
        at = end + 1 if tokens.lower[end] in lex.particles and not tokens.space[end] else end
        if tokens.text[at] not in ("-", "‐", "‑") or tokens.space[at] or at + 1 >= tokens.n:
            break
        if at == end and tokens.space[end - 1] or not tokens.text[at + 1][:1].isalpha():
            break
        if at > end and not tokens.text[at + 1][:1].isupper():
            break
        end = at + 2
    return end


def name_end(tokens: TokenTable, first: int, lex: NameLexicon, limit: int | None = None) -> int:
    """End of the run of name tokens that starts at `first`; equals `first` where none starts there."""
    _, high = tokens.sentence(first)
    high = min(high, first + _MAX_TOKENS, limit if limit is not None else high)
    i = first
    while i < high:
        text, lower = tokens.text[i], tokens.lower[i]
        if text[:1].isalpha() and (text[0].isupper() or any(c.isupper() for c in text[1:])):
            if i > first and (lower in lex.after or _is_party(tokens, i, i - first)):
                break
            if lower in _CALENDAR or (i == first and tokens.tag[i] in _FUNCTION_TAGS and lower not in lex.particles):
                break
            i += 1
        elif lower in lex.particles and i + 1 < high and _continues(tokens, i + 1, lex):
            i += 1
        elif text in ("-", "‐", "‑") and i > first and i + 1 < high and not tokens.space[i - 1] and not tokens.space[i]:
            i += 2 if tokens.text[i + 1][:1].isalpha() else 0
            if not tokens.text[i - 1][:1].isalpha():
                break
        elif text == "," and i > first and i + 1 < high and tokens.lower[i + 1] in ("jr.", "sr.", "jr", "sr"):
            i += 2
        else:
            break
    while i > first and (
        tokens.lower[i - 1] in lex.particles
        and tokens.text[i - 1].islower()
        and tokens.text[i - 2] != "-"
        or tokens.text[i - 1] == "-"
    ):
        i -= 1
    return i


def _is_party(tokens: TokenTable, i: int, before: int) -> bool:
    """ "Tom Harkin | D IA", "Carl Levin | D Mich", "Ron Wyden | OR": party and state where the text has lost its
    parentheses."""
    if before > 1 and tokens.text[i].isupper() and tokens.lower[i] in POSTAL and not tokens.text[i - 1].isupper():
        return True
    if tokens.text[i] not in ("D", "R", "I"):
        return False
    if i + 1 >= tokens.sentence(i)[1]:
        return before > 1 and tokens.text[i] != "I"
    state = tokens.text[i + 1]
    return len(state) == 2 and state.isupper() or before > 1 and state[:1].isupper() and state.isalpha()


def _continues(tokens: TokenTable, i: int, lex: NameLexicon) -> bool:
    if tokens.lower[i - 1] in lex.bound and (tokens.text[i] != "-" or tokens.space[i - 1]):
        return False  # "at-Tantawi", not "at Gates"
    if tokens.text[i] == "-" and i + 1 < tokens.n:
        return tokens.text[i + 1][:1].isupper()
    return tokens.text[i][:1].isupper() or tokens.lower[i] in lex.particles


def beside_title(
    tokens: TokenTable, first: int, places: PlaceIndex, bodies: BodyIndex, lexicon: Lexicon
) -> NameSpan | None:
    """The name that starts right after a title, though the model may have missed it; None where none does."""
    if first >= tokens.n or not tokens.text[first][:1].isalpha():
        return None
    lex = name_lexicon(lexicon)
    while (
        first < tokens.n - 1
        and tokens.lower[first] in lex.honorifics
        and tokens.text[first + 1][:1].isupper()
        and tokens.text[first] != tokens.text[first + 1]  # "Ko Ko Oo"
    ):
        first += 1
    end = name_end(tokens, first, lex)
    for i in range(first, end):
        place, body = places.at(i), bodies.at(i)
        if place is not None and not place.weak and place.kind in ("name", "alias", "demonym") and i == first:
            return None
        if body is not None and body.source != "model" and body.first <= first:
            return None
    common = lexicon.compiled(common_words)
    person = tokens.ent_at.get(first)
    known = person[1] if person is not None and person[2] == "PERSON" else first + 1
    for i in range(max(known, first + 1), end):
        if tokens.lower[i] in common and tokens.text[i - 1] != "-":  # "Senator Webb | Backs Bill"
            end = i
            break
    for i in range(first + 1, end):
        ent = tokens.ent_at.get(i)
        if ent is not None and ent[0] == i and ent[2] in ("ORG", "GPE", "NORP"):
            end = i
            break
    return NameSpan(first, end, "title") if end > first else None


def name_text(tokens: TokenTable, span: NameSpan) -> str:
    """The name as written, with single spaces; without a note or translation that is stuck to it ("Haddad[1]")."""
    return _NOTE.sub("", text_of(tokens, span.first, span.end))
