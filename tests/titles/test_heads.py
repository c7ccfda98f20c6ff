"""The core of a title: without the body or field beside it, without ranks that say only how high."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc


@pytest.mark.parametrize(
    ("text", "span", "head"),
    [
        ("The president told cabinet members to stay.", "cabinet members", "members"),
        ("Rebels held eight local council members in the town.", "local council members", "members"),
        ("He was a parliament member, Ana Ruiz.", "parliament member", "member"),
        ("The Canadian trade officials left.", "Canadian trade officials", "officials"),
        ("Some 300 judicial officials walked out in Peru.", "judicial officials", "officials"),
        ("The Speaker of the House spoke.", "Speaker of the House", "speaker"),
        ("The candidates for governor of Alaska met.", "candidates for governor of Alaska", "candidates"),
        ("Luis Mora resigned as deputy White House chief of staff.", "deputy White House chief of staff",
         "deputy chief of staff"),
        ("Sen  Ann Lee today called for a vote.", "Sen", "senator"),
        ("The deputy minister of foreign affairs of Poland left.", "deputy minister of foreign affairs of Poland",
         "deputy minister of foreign affairs"),
    ],
)  # fmt: skip
def test_head(text: str, span: str, head: str, read: Callable[..., Doc]) -> None:
    found = {text[t.start : t.end]: t.head for t in read(text)._.extractor.titles}
    assert found.get(span) == head
