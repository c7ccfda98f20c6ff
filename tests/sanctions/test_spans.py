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
    (
        "Peru bans Chadian premier Abel Odo from entering the country.",
        "bans Chadian premier Abel Odo from entering the country",
    ),
    ("Canada bars Chadian banks from trading in Montreal.", "bars Chadian banks from trading in Montreal"),
    ("Canada bans Chad's airline from flying to Montreal.", "bans Chad's airline from flying"),
    ("They spoke about the war and the sanctions against Chad.", "sanctions against Chad"),
    ("They spoke about the war and Canada's sanctions against Chad.", "Canada's sanctions"),
    ("They hope to get the kind of sanctions against Chad that would hurt.", "sanctions against Chad"),
    ("Norway wants to sanction Chad.", "sanction Chad"),
    ("Canada is considering imposing sanctions on Chad.", "considering imposing sanctions"),
    ("Canada refused to drop the planned sanctions on Chad.", "planned sanctions"),
    ("The Canadian sanctions on Chad remain in force.", "Canadian sanctions on Chad remain in force"),
    ("The Canadian sanctions on Chad do not prevent grain sales.", "Canadian sanctions"),
    ("The sanctions on Chad have been stepped up by Canada.", "sanctions on Chad have been stepped up"),
    ("Mali supports the Canadian sanctions on Chad.", "Canadian sanctions"),
]


@pytest.mark.parametrize(("sentence", "phrase"), CASES)
def test_phrase_of_row(read: Callable[..., Doc], sentence: str, phrase: str) -> None:
    doc = read(sentence, "2024-05-15")
    assert phrase in [doc.text[r.start : r.end] for r in doc._.extractor.sanctions]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Norway will tighten export controls on graphite from March 1 in answer to Chad's new tax.", "graphite"),
        ("Norway imposed an embargo on Chad from August 1.", "Chad"),
        ("Norway imposed sanctions on three banks in Chad, in response to the coup.", "three banks in Chad"),
    ],
)
def test_targets_end_before_days_and_answers(read: Callable[..., Doc], text: str, target: str) -> None:
    (record,) = read(text, "2024-01-15")._.extractor.sanctions
    assert record.target == target
