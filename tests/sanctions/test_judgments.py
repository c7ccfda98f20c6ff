"""Acts that are put off, stopped, weighed or judged: how far they have come."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

JUDGED = [
    ("Canada is willing to lift tariffs on Norwegian steel.", "lift considered CAN NOR"),
    ("Brazil voiced its willingness to ease sanctions on Mali.", "ease considered BRA MLI"),
    ("Canada is likely to impose sanctions on Mali.", "impose considered CAN MLI"),
    ("Imposing sanctions on Mali would be counterproductive, the minister said.", "impose opposed - MLI"),
    ("Passing new sanctions legislation against Iran would be unwise, he said.", "impose opposed - IRN"),
    ("It would be a grave mistake to lift the sanctions on Belarus.", "lift opposed - BLR"),
    ("It was a mistake to lift the sanctions on Belarus.", "lift done - BLR"),
    ("Lifting the sanctions on Belarus is not a mistake, he said.", "lift called_for - BLR"),
    ("Imposing sanctions on Iran is the only way forward, the senator said.", "impose called_for - IRN"),
    ("Tightening sanctions on Iran is not the right approach, he said.", "expand opposed - IRN"),
    ("There is no reason why Canada cannot impose sanctions on Sudan.", "impose called_for CAN SDN"),
    ("There is no reason to lift sanctions on Sudan, the minister said.", "lift opposed - SDN"),
]
HINDERED = [
    ("Canada could delay imposing sanctions on Mali.", "suspend considered CAN MLI"),
    ("Canada postponed the introduction of sanctions on Mali.", "suspend done CAN MLI"),
    ("Norway will work to stop any attempts to circumvent sanctions on Russia.", "enforce planned - RUS"),
    ("Norway stopped Russia from evading sanctions.", "enforce done - RUS"),
    ("The government tried to block sanctions against Mali.", "impose opposed - MLI"),
    ("The government blocked sanctions against Mali.", "impose blocked - MLI"),
]


@pytest.mark.parametrize(("sentence", "row"), [*JUDGED, *HINDERED])
def test_how_far_an_act_has_come(read: Callable[..., Doc], sentence: str, row: str) -> None:
    found = read(sentence, "2024-05-15")._.extractor.sanctions
    told = [f"{r.action} {r.stage} {r.sender_country or '-'} {r.target_country or '-'}" for r in found]
    assert told == [row]
