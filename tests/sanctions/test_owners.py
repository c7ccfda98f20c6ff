"""Whose "its sanctions" are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from tests.marked import sides


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Norway said its sanctions on Chad were lifted.", "NOR>TCD lift done"),
        ("Norway says that its sanctions on Chad remain in place.", "NOR>TCD maintain in_force"),
        ("The Norwegian government said its embargo on Chad will stay.", "NOR>TCD maintain in_force"),
        ("Norway warned Chad that its sanctions could be tightened.", "NOR>TCD expand threatened"),
        ("The European Union met on Monday. Its sanctions against Chad expire in June.", "EUE>TCD expire scheduled"),
        ("President Kari Berg of Norway said her sanctions on Chad had worked.", "NOR>TCD none in_force"),
        ("Canada and Norway said their sanctions on Chad would be eased.", "CAN;NOR>TCD ease planned"),
        ("Norway's minister said it was late. Its exporters say its sanctions on Chad hurt.", "NOR>TCD none in_force"),
    ],
)
def test_the_pronoun_before_a_measure(read: Callable[..., Doc], text: str, row: str) -> None:
    record = read(text, "2024-05-15")._.extractor.sanctions[-1]
    assert f"{sides(record)} {record.action} {record.stage}" == row


def test_tariffs_that_drop_are_eased(read: Callable[..., Doc]) -> None:
    (record,) = read("Norway's tariffs on goods from Chad dropped to 10% in May.", "2024-06-15")._.extractor.sanctions
    assert (record.action, record.stage, record.date_start) == ("ease", "done", "2024-05-01")
