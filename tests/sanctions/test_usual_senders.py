"""Whose a measure is that the text tells without an owner, where the text leaves no other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

_HOST = "MS. HALE: Good morning from the White House.\n\nQ What about Mali?\n\nMS. HALE: "
_HOME = "STATEMENT OF THE WHITE HOUSE\n\n"
_TOLD = "Norway imposed sanctions on Mali in May. The Malian economy shrank. "
_TWO = "OSLO, March 3 - Norway told Mali to open its market. Norwegian exporters lost money in Mali. "


def _last(doc: Doc) -> tuple[str, str | None, str | None]:
    record = doc._.extractor.sanctions[-1]
    return record.action, record.sender_country, record.target_country


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (_HOST + "There are more sanctions under consideration on Mali.", "USA>MLI"),
        (_HOST + "Mali is desperate for sanctions relief.", "USA>MLI"),
        (_HOST + "There are international sanctions on Mali as well.", ">MLI"),
        (_TOLD + "An easing of sanctions on Mali is not in sight.", "NOR>MLI"),
        (_TOLD + "Aslaksen could delay the lifting of sanctions on Mali.", "NOR>MLI"),
        (_HOME + "As for the United States, an implementation of new sanctions on Mali is possible.", "USA>MLI"),
        (_TWO + "An official said new sanctions against Mali were possible.", "NOR>MLI"),
        (_TWO + "An official in Ghana said new sanctions against Mali were possible.", ">MLI"),
        (_TWO + "Western diplomats said new sanctions against Mali were possible.", ">MLI"),
    ],
)
def test_who_imposes_where_no_owner_is_told(read: Callable[..., Doc], text: str, row: str) -> None:
    _, sender, target = _last(read(text, "2024-05-15"))
    assert f"{sender or ''}>{target or ''}" == row


def test_a_guess_is_worth_less(read: Callable[..., Doc]) -> None:
    records = read(_TOLD + "An easing of sanctions on Mali is not in sight.", "2024-05-15")._.extractor.sanctions
    assert records[-1].confidence < records[0].confidence


def test_an_office_of_the_same_name_elsewhere_puts_nothing_out(read: Callable[..., Doc]) -> None:
    text = "The Press Secretary of the President of Togo spoke. He said: we have imposed new sanctions on Mali."
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert (record.sender_country, record.target_country) != ("USA", "MLI")
