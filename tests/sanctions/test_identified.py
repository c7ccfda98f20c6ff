"""Whose state somebody is, told elsewhere in the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

_SAND = "Ana Sand, a Malian trader, opened a bank. Chad, Togo and Ghana watched. "


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (_SAND + "The United States is designating Ana Sand pursuant to E.O. 13224.", ["USA>MLI"]),
        ("Malian trader Ana Sand opened a bank in Togo. Canada sanctioned Sand on Friday.", ["CAN>MLI"]),
        ("The Togo-based Velmar Trading Company sold arms. Canada sanctioned Velmar Trading on Friday.", ["CAN>TGO"]),
        ("Norway sanctioned five Velmar groups. The Togo-based Velmar Trading sold arms.", ["NOR>"]),
        ("The United States designated Zenkotrade pursuant to E.O. 13405.", ["USA>BLR"]),
        ("The United States designated Zenkotrade pursuant to E.O. 13224.", ["USA>"]),
        (
            "Norway imposed economic sanctions on the Malian government and targeted sanctions on individuals "
            "responsible for the coup.",
            ["NOR>MLI", "NOR>MLI"],
        ),
        ("The senators urge Canada to impose an arms embargo if Mali obstructs the force sent by Ghana.", ["CAN>MLI"]),
    ],
)
def test_states_told_elsewhere(read: Callable[..., Doc], text: str, rows: list[str]) -> None:
    records = read(text, "2024-05-15")._.extractor.sanctions
    assert [f"{r.sender_country or ''}>{r.target_country or ''}" for r in records] == rows


def test_a_body_by_its_shortened_name(read: Callable[..., Doc]) -> None:
    text = "The Fiji Bureau of Ports held two crews. The Bureau of Ports adds Malian trader Ana Sand to its blacklist."
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert (record.sender_country, record.target_country) == ("FJI", "MLI")
