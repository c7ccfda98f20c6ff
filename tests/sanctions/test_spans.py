"""The phrase that a row shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

CASES = [
    ("Chad closed its border because of the Nigerian blockade of its ports.", "Nigerian blockade"),
    ("Chad said the Nigerian sanctions were announced in May.", "Nigerian sanctions were announced"),
    ("Oslo is developing a list of targeted sanctions against Belarus.", "targeted sanctions"),
    ("He welcomed Canada's announcement of additional sanctions against Sudan.", "additional sanctions"),
    ("Kenya condemned Chad's expulsion of two Kenyan diplomats.", "expulsion of two Kenyan diplomats"),
    ("Chad expels Kenya's ambassador and two other diplomats.", "expels Kenya's ambassador and two other diplomats"),
    ("Norway recalls its ambassador from Lima.", "recalls its ambassador from Lima"),
    ("Norway introduced a fish import embargo on many goods from Chad.", "introduced a fish import embargo"),
    ("The firm was designated by the Treasury under sanctions on Iran.", "was designated"),
    ("The Spanish navy boards and seizes a tanker under sanctions on Iran.", "boards and seizes"),
    ("The Spanish navy seized an Iranian tanker that is subject to sanctions.", "seized an Iranian tanker"),
    ("Canada issues a general sanctions waiver for Syria.", "issues a general sanctions waiver"),
    ("Canada imposed a ban on imports from Chad.", "imposed a ban on imports"),
]


@pytest.mark.parametrize(("sentence", "phrase"), CASES)
def test_phrase_of_row(read: Callable[..., Doc], sentence: str, phrase: str) -> None:
    doc = read(sentence, "2024-05-15")
    assert phrase in [doc.text[r.start : r.end] for r in doc._.extractor.sanctions]
