"""The time words of the lexicon, compiled: which words may open, hold or close a time expression."""

from __future__ import annotations

from collections import defaultdict
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
# Function words an expression may begin with, to the left of its anchor; further ones are the context's `opener`.
_FUNCTION_OPENERS = frozenset(
    ("the", "a", "an", "this", "these", "that", "those", "its", "their", "his", "her", "our", "another", "all", "of",
     "in", "on", "to", "per", "about", "and", "or", "-", "–", "'", "'s")
)  # fmt: skip
# The rule of a named day of which only the countries' rules are known.
UNKNOWN_DAY = "?"


@dataclass(slots=True)
class Words:
    """classes: word class → surface → value. anchors: word → class. openers: words that may precede an anchor.
    national: named day → country → rule. context, verbs: class → words; none where an overlay took all out."""

    classes: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    anchors: dict[str, str] = field(default_factory=dict)
    openers: frozenset[str] = frozenset()
    hedges: PhraseTrie[str] = field(default_factory=PhraseTrie)
    refs: PhraseTrie[str] = field(default_factory=PhraseTrie)
    days: PhraseTrie[str] = field(default_factory=PhraseTrie)
    national: dict[str, dict[str, str]] = field(default_factory=dict)
    context: dict[str, frozenset[str]] = field(default_factory=lambda: defaultdict(frozenset))
    verbs: dict[str, frozenset[str]] = field(default_factory=lambda: defaultdict(frozenset))


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
    context: dict[str, set[str]] = {}
    for row in lexicon.rows("timex_context"):
        context.setdefault(row["class"], set()).add(row["surface"].lower())
    openers = set(_FUNCTION_OPENERS) | context.get("opener", set())
    for kind in ("number", "number_vague", "ordinal", "relative", "edge", "edge_noun", "every"):
        openers.update(words.classes.get(kind, ()))
    for hedge in words.classes.get("hedge", ()):
        openers.update(split_words(hedge))
    for phrase in words.classes.get("ref_phrase", ()):
        openers.update(split_words(phrase)[:-1])
    words.openers = frozenset(openers)
    words.context.update((k, frozenset(v)) for k, v in context.items())
    verbs: dict[str, set[str]] = {}
    for row in lexicon.rows("timex_verbs"):
        verbs.setdefault(row["use"], set()).add(row["lemma"].lower())
    words.verbs.update((k, frozenset(v)) for k, v in verbs.items())
    return words
