"""The counts lexicon, compiled once per lexicon into lookups by word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractor.lexicon import Lexicon, PhraseTrie, split_words


@dataclass(frozen=True, slots=True)
class NumberWord:
    """role: unit, ten, scale, suffix, dozen, few, vague, group, fraction, none, nobody."""

    role: str
    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Currency:
    """Codes by country ("" is the default) and the share of one main unit (0.01 for cents)."""

    codes: dict[str, str]
    factor: float


class Reversed:
    """Phrases looked up by where they end: the longest one that ends just before a token."""

    def __init__(self, items: Iterable[tuple[Sequence[str], str]]) -> None:
        self._trie: PhraseTrie[str] = PhraseTrie()
        self._last: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for words, value in items:
            self._last.setdefault(words[-1], []).append((tuple(words), value))
        for found in self._last.values():
            found.sort(key=lambda item: -len(item[0]))

    def before(self, lower: Sequence[str], index: int) -> tuple[int, str] | None:
        """(first token, value) of the longest phrase that ends at token index-1, or None."""
        if index <= 0:
            return None
        for words, value in self._last.get(lower[index - 1], ()):
            first = index - len(words)
            if first >= 0 and tuple(lower[first:index]) == words:
                return first, value
        return None


@dataclass(frozen=True, slots=True)
class CountWords:
    """Everything the grammar looks up. cues: cue → surfaces; none where an overlay has taken all of them out."""

    numbers: dict[str, NumberWord]
    before: Reversed
    after: PhraseTrie[str]
    filler: Reversed
    designators: Reversed
    cues: dict[str, frozenset[str]]
    months: frozenset[str]
    names: PhraseTrie[str]
    in_all: PhraseTrie[str]
    including: Reversed
    units: dict[str, tuple[str, bool]]
    predicates: dict[str, dict[str, str]]
    phrases: PhraseTrie[str]
    forms: dict[str, str]
    signs: dict[str, Currency]
    money: PhraseTrie[Currency]
    measures: PhraseTrie[str]


def _demonyms(lexicon: Lexicon) -> dict[str, tuple[str, bool]]:
    """Members of a nation, singular and lower case, as counted people."""
    names = {r["surface"].lower() for r in lexicon.rows("places") if r["kind"] == "demonym" and " " not in r["surface"]}
    return {name[:-1]: ("people", True) for name in names if name.endswith("s") and name[:-1] in names}


def _forms(lemmas: set[str], lexicon: Lexicon) -> dict[str, str]:
    """Inflected form → lemma of the predicates' verbs, for words that the tagger takes for no verb."""
    out = {}
    for lemma in lemmas:
        stem = lemma[:-1] if lemma.endswith(("e", "y")) else lemma
        past = stem + ("ied" if lemma.endswith("y") else "ed")
        for form in (
            lemma,
            lemma + "s",
            lemma + "es",
            past,
            stem + "ing",
            lemma + "ing",
            stem + lemma[-1] + "ed",
            stem + lemma[-1] + "ing",
        ):
            out[form] = lemma
    for row in lexicon.rows("irregular_forms"):
        if row["pos"] == "verb" and row["lemma"] in lemmas:
            out[row["form"]] = row["lemma"]
    return out


def _number(text: str) -> float | None:
    return float(text) if text else None


def _words(surface: str) -> tuple[str, ...]:
    return tuple(w.lower() for w in split_words(surface))


def build(lexicon: Lexicon) -> CountWords:
    """Compile the rows; call it through `lexicon.compiled(build)`."""
    cues: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    surfaces: dict[str, set[str]] = {}
    for row in lexicon.rows("count_cues"):
        cues.setdefault(row["cue"], []).append((_words(row["surface"]), row["value"]))
        surfaces.setdefault(row["cue"], set()).add(row["surface"])
    predicates: dict[str, dict[str, str]] = {}
    for row in lexicon.rows("count_predicates"):
        predicates.setdefault(row["role"], {})[row["lemma"]] = row["kind"]
    signs: dict[str, dict[str, str]] = {}
    money: dict[tuple[str, ...], dict[str, str]] = {}
    factors: dict[tuple[str, ...], float] = {}
    for row in lexicon.rows("currencies"):
        if row["position"] == "before":
            signs.setdefault(row["surface"], {})[row["country"]] = row["code"]
        else:
            words = _words(row["surface"])
            money.setdefault(words, {})[row["country"]] = row["code"]
            factors.setdefault(words, float(row["factor"] or 1))
    # Every country's own dollar is a fact of the countries table.
    for row in lexicon.rows("countries"):
        if row["dollar"]:
            for word in surfaces.get("dollar", ()):
                money.setdefault((word,), {})[row["iso3"]] = row["dollar"]
            signs.setdefault("$", {})[row["iso3"]] = row["dollar"]
    return CountWords(
        numbers={
            r["word"]: NumberWord(r["role"], _number(r["value"]), _number(r["low"]), _number(r["high"]))
            for r in lexicon.rows("number_words")
        },
        before=Reversed(cues.get("before", ())),
        after=PhraseTrie(cues.get("after", ())),
        filler=Reversed(cues.get("filler", ())),
        designators=Reversed(cues.get("designator", ())),
        cues=defaultdict(frozenset, {cue: frozenset(found) for cue, found in surfaces.items()}),
        months=frozenset(r["surface"].lower() for r in lexicon.rows("timex_words") if r["class"] == "month"),
        names=PhraseTrie(cues.get("name", ())),
        in_all=PhraseTrie(cues.get("in_all", ())),
        including=Reversed(cues.get("including", ())),
        units=_demonyms(lexicon) | {r["unit"]: (r["kind"], r["person"] == "1") for r in lexicon.rows("units")},
        predicates=predicates,
        phrases=PhraseTrie((_words(lemma), kind) for lemma, kind in predicates.get("phrase", {}).items()),
        forms=_forms(
            {lemma for role in ("object", "subject", "passive") for lemma in predicates.get(role, ())}, lexicon
        ),
        signs={surface: Currency(codes, 1.0) for surface, codes in signs.items()},
        money=PhraseTrie((words, Currency(codes, factors[words])) for words, codes in money.items()),
        measures=PhraseTrie((_words(r["surface"]), r["unit"]) for r in lexicon.rows("measures_units")),
    )
