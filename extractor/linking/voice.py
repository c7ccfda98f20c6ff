"""The state that speaks in a text: whose government or legislature issued it as a release, statement or transcript."""

from __future__ import annotations

import re
from collections import Counter

from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon, PhraseTrie, split_words
from extractor.linking.cues import linking_cues
from extractor.linking.offices import senates
from extractor.linking.places import UNIONS, Place

# Tokens of the opening, where releases say who issues them, and of the end.
_OPENING, _END = 80, 25
# Tokens of a headline or first clause that a senator's office opens with the senator.
_FIRST = 25
_CONGRESS = frozenset({"senate", "congress"})
_RELEASE = frozenset({"release", "releases"})
_WE = frozenset({"we", "our"})
# Party and state of a member of Congress, as American newspapers write it.
_PARTY_STATE = re.compile(r"(?:R|D|I|DFL)\.?[-,–][A-Z][A-Za-z.]{1,6}")
# Postal codes of the United States.
POSTAL = frozenset(
    {"al", "ak", "az", "ar", "ca", "co", "ct", "de", "fl", "ga", "hi", "id", "il", "in", "ia", "ks", "ky", "la",
     "me", "md", "ma", "mi", "mn", "ms", "mo", "mt", "ne", "nv", "nh", "nj", "nm", "ny", "nc", "nd", "oh", "ok",
     "or", "pa", "ri", "sc", "sd", "tn", "tx", "ut", "vt", "va", "wa", "wv", "wi", "wy"}
)  # fmt: skip


def _lower(surface: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in split_words(surface))


def _build(lexicon: Lexicon) -> dict[str, PhraseTrie[str]]:
    """Country by phrase, of the two kinds of cues: formulas, and openers of texts that report nobody's words."""
    rows = lexicon.rows("release_cues")
    return {
        kind: PhraseTrie((_lower(r["surface"]), r["country"]) for r in rows if r["kind"] == kind)
        for kind in ("formula", "opener")
    }


def speaking_state(tokens: TokenTable, places: list[Place], lexicon: Lexicon) -> str | None:
    """ISO 3166-1 alpha-3 code of the state whose organs issued the text; None for news and where nothing tells.

    Told by formulas of releases and transcripts at either end (`release_cues.csv`), by a senator in the first clause of
    a text that opens with no other state, and by the United States as subject in a text that says "we" and reports
    nobody's words.
    """
    cues, words = lexicon.compiled(_build), linking_cues(lexicon)
    senators = words.of("senator")
    for part in (tokens.lower[:_OPENING], tokens.lower[max(_OPENING, tokens.n - _END) :]):
        found = {country for _, _, country in cues["formula"].matches(part)}
        if len(found) == 1:
            return found.pop()
    named = {p.iso3 for p in places if p.first < _OPENING and p.iso3 not in UNIONS}
    first = {*tokens.lower[:_FIRST]}
    marked = any(is_party_state(tokens, i, tokens.n) for i in range(min(_OPENING, tokens.n)))
    if senators & first and (
        named <= {"USA"} or marked or _RELEASE & first or _american(tokens, places, senators, lexicon)
    ):
        return "USA"
    we, said = _own_words(tokens, words.of("reporting_verb"))
    if not said:
        found = {country for _, _, country in cues["opener"].matches(tokens.lower[:_FIRST])}
        if len(found) == 1:
            return found.pop()
    acts = any(p.iso3 == "USA" and tokens.dep[p.end - 1].startswith("nsubj") for p in places)
    return "USA" if acts and (we >= 2 or we and not said) else None


def _american(tokens: TokenTable, places: list[Place], senators: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether the senators of the opening sit in Washington: Congress or the United States are named, and of no state
    with a senate more is said there."""
    opening = Counter(p.iso3 for p in places if p.first < _OPENING and p.iso3 not in UNIONS)
    told = opening["USA"] or _CONGRESS & {*tokens.lower[:_OPENING]} or senators & {*tokens.lower[:2]}
    others = max((n for code, n in opening.items() if code in senates(lexicon) and code != "USA"), default=0)
    return bool(told) and opening["USA"] >= others and tokens.lower[0] not in ("the", "a")


def is_party_state(t: TokenTable, i: int, high: int) -> bool:
    """ "(R-Ky.)", ", D-Calif.," at token `i`: a member of the United States Congress stands before it."""
    if i + 1 < high and t.text[i] in ("D", "R") and t.lower[i + 1] in POSTAL and t.text[i + 1].isupper():
        return True  # where the text has lost its punctuation
    if i + 2 < high and t.text[i] in ("(", ","):
        return bool(_PARTY_STATE.match("".join(t.text[i + 1 : min(i + 5, high)]).lstrip("(")))
    return False


def _own_words(tokens: TokenTable, saying: frozenset[str]) -> tuple[int, bool]:
    """Number of "we" and "our" outside quotation marks, and whether words of others are reported at all."""
    quoted, count, said = False, 0, False
    for i, word in enumerate(tokens.lower):
        if word in ('"', "``", "''", "“", "”"):
            quoted = not quoted
        elif not quoted and word in _WE:
            count += 1
        elif tokens.lemma[i] in saying:
            said = True
    return count, said
