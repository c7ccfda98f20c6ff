"""Whose state somebody is, told elsewhere in the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from tests.marked import sides

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
        (
            "The United States designated Zenkotrade pursuant to E.O. 13405. A Togo firm helped Zenkotrade's effort "
            "to evade U.S. sanctions.",
            ["USA>BLR", "USA>BLR"],
        ),
        ("The senators urge Canada to impose an arms embargo if Mali obstructs the force sent by Ghana.", ["CAN>MLI"]),
    ],
)
def test_states_told_elsewhere(read: Callable[..., Doc], text: str, rows: list[str]) -> None:
    records = read(text, "2024-05-15")._.extractor.sanctions
    assert [sides(record) for record in records] == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (
            "President Trudeau and President Macron met over Mali. Both countries imposed sanctions on Mali.",
            "CAN;FRA>MLI",
        ),
        ("Canada imposed sanctions on parties responsible for abuses in the Gao region of Mali.", "CAN>MLI"),
        ("Norway will impose tariffs if, after a warning, Mali fails to open its market.", "NOR>MLI"),
        ("Togo and Fiji had tariffs placed on them by Norway in May.", "NOR>FJI;TGO"),
        ("Officials asked whether Fiji was arming Russia or circumventing international sanctions.", ">RUS"),
    ],
)
def test_states_of_pairs_and_of_those_who_help(read: Callable[..., Doc], text: str, row: str) -> None:
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert sides(record) == row


def test_a_body_by_its_shortened_name(read: Callable[..., Doc]) -> None:
    text = "The Fiji Bureau of Ports held two crews. The Bureau of Ports adds Malian trader Ana Sand to its blacklist."
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert (record.sender_country, record.target_country) == ("FJI", "MLI")
