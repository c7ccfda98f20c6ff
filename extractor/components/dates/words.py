"""The time words of the lexicon, compiled: which words may open, hold or close a time expression."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.lexicon import Lexicon
from extractor.lexicon.tokenize import split_words
from extractor.lexicon.trie import PhraseTrie

# Word classes that make a time expression on their own or with what stands around them; all others only modify.
ANCHOR_CLASSES = (
    "month", "weekday", "weekday_abbreviation", "weekday_plural", "unit", "units", "season", "season_weak",
    "part_of_day", "clock_word", "deictic", "ref", "set", "decade_word", "quarter_symbol", "half_symbol",
    "duration_word", "twilight", "mid_unit", "clock_mark", "set_adverb",
)  # fmt: skip
# Words an expression may begin with, to the left of its anchor.
_OPENER_LINES = (
    "the a an this these that those of - – and or to in on part latter half more full fiscal calendar",
    "school academic trading 's consecutive straight additional another all whole entire business",
    "working per about its their his her our ' year day long period corresponding comparable equivalent time",
)
# The rule of a named day of which only the countries' rules are known.
UNKNOWN_DAY = "?"
OPENERS = frozenset(word for line in _OPENER_LINES for word in line.split())


@dataclass(slots=True)
class Words:
    """classes: word class → surface → value. anchors: word → class. openers: words that may precede an anchor.
    national: named day → country → rule."""

    classes: dict[str, dict[str, str]] = field(default_factory=dict)
    anchors: dict[str, str] = field(default_factory=dict)
    openers: frozenset[str] = frozenset()
    hedges: PhraseTrie[str] = field(default_factory=PhraseTrie)
    refs: PhraseTrie[str] = field(default_factory=PhraseTrie)
    days: PhraseTrie[str] = field(default_factory=PhraseTrie)
    national: dict[str, dict[str, str]] = field(default_factory=dict)
    context: dict[str, frozenset[str]] = field(default_factory=dict)
    verbs: dict[str, frozenset[str]] = field(default_factory=dict)


def compile_words(lexicon: Lexicon) -> Words:
    """Build the word tables from timex_words, timex_days, timex_context and timex_verbs."""
    words = Words()
    for row in lexicon.rows("timex_words"):
        surface, kind = row["surface"].lower(), row["class"]
        if kind == "hedge":
            words.hedges.add(split_words(surface), row["value"])
        elif kind == "ref_phrase":
            words.refs.add(split_words(surface), row["value"])
        words.classes.setdefault(kind, {})[surface] = row["value"]
    for kind in ANCHOR_CLASSES:
        for surface in words.classes.get(kind, ()):
            words.anchors.setdefault(surface, kind)
    for phrase in words.classes.get("ref_phrase", ()):
        words.anchors.setdefault(split_words(phrase)[-1], "ref_phrase")
    for row in lexicon.rows("timex_days"):
        tokens = tuple(w.lower() for w in split_words(row["surface"]))
        words.days.add(tokens, row["rule"])
        words.anchors.setdefault(tokens[0], "day_name")
    for row in lexicon.rows("timex_national_days"):
        tokens = tuple(w.lower() for w in split_words(row["surface"]))
        words.national.setdefault(" ".join(tokens), {})[row["country"]] = row["rule"]
        if words.days.match_at([*tokens, ""], 0) is None:
            words.days.add(tokens, UNKNOWN_DAY)
        words.anchors.setdefault(tokens[0], "day_name")
    openers = set(OPENERS)
    for kind in ("number", "number_vague", "ordinal", "relative", "edge", "edge_noun", "every"):
        openers.update(words.classes.get(kind, ()))
    for hedge in words.classes.get("hedge", ()):
        openers.update(split_words(hedge))
    for phrase in words.classes.get("ref_phrase", ()):
        openers.update(split_words(phrase)[:-1])
    words.openers = frozenset(openers)
    context: dict[str, set[str]] = {}
    for row in lexicon.rows("timex_context"):
        context.setdefault(row["class"], set()).add(row["surface"].lower())
    words.context = {k: frozenset(v) for k, v in context.items()}
    verbs: dict[str, set[str]] = {}
    for row in lexicon.rows("timex_verbs"):
        verbs.setdefault(row["use"], set()).add(row["lemma"].lower())
    words.verbs = {k: frozenset(v) for k, v in verbs.items()}
    return words
