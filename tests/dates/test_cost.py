"""Cost: hostile text of digits, months and commas is read in time linear in its length."""

from __future__ import annotations

import time

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from extractor.components.dates.annotate import find_dates
from extractor.components.dates.words import compile_words
from extractor.components.extraction import Extraction
from extractor.language.tokens import TokenTable
from extractor.lexicon import load_lexicon

BLANK = English()
UNITS = {
    "months and commas": ["May", "20", ",", "March", "3", ",", "2004", ",", "-"],
    "digits": ["12", ",", "7", ",", "2013", "-", "14", ","],
    "openers": ["the", "last", "two", "and", "a", "half", "more", "of", "the", "early"],
    "units": ["years", "of", "years", "or", "weeks", "ago", "the", "year", "of", "the"],
    "nested": ["the", "end", "of"],
    "nested times": ["noon", "on"],
    "quotes": ["'", "'", "'", "-", "-"],
}


def seconds(words: list[str], runs: int = 2) -> float:
    tokens = TokenTable(
        Doc(BLANK.vocab, words=words, tags=["NN"] * len(words), sent_starts=[True] + [False] * (len(words) - 1))
    )
    tokens.children  # noqa: B018  (shared by all components, so not part of this cost)
    words_table = load_lexicon().compiled(compile_words)
    best = 9e9
    for _ in range(runs):
        start = time.perf_counter()
        find_dates(tokens, Extraction(published="2024-05-15"), words_table)
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize("name", UNITS)
def test_linear_in_one_endless_sentence(name):
    unit = UNITS[name]
    small, large = unit * (5_000 // len(unit)), unit * (40_000 // len(unit))
    assert seconds(large) < 8 * 3 * max(seconds(small), 0.02)


def test_one_megabyte_of_months_digits_and_commas():
    """The grammar alone; a tenth of the text is measured as well, so that a slow machine does not matter."""
    unit = UNITS["months and commas"] + UNITS["digits"]
    words = unit * (1_000_000 // (len(" ".join(unit)) + 1))
    tenth, whole = seconds(words[: len(words) // 10], 1), seconds(words, 1)
    assert whole < max(20, 30 * tenth)
