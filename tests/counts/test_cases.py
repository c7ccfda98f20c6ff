"""The specification of the counts table: marked-up sentences, every row in them and no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CASES = [
    line
    for line in (Path(__file__).parent / "cases.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
MARK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def parse(case: str) -> tuple[str, list[tuple[str, ...]]]:
    """The plain sentence, and (text, value, qualifier, unit, kind, relation) of each mark."""
    marks = []
    for text, fields in MARK.findall(case):
        value, qualifier, unit, kind, *relation = fields.split()
        marks.append((text, value, qualifier, unit.replace("_", " "), kind, relation[0] if relation else "-"))
    return MARK.sub(r"\1", case), marks


def shown(text: str, row) -> tuple[str, ...]:
    value = f"{row.low:.16g}..{row.high:.16g}" if row.value is None else f"{row.value:.16g}"
    return (text[row.start : row.end], value, row.qualifier, row.unit or "-", row.kind, row.relation or "-")


@pytest.mark.parametrize("case", CASES, ids=[case[:60] for case in CASES])
def test_case(counts_of, case):
    text, marks = parse(case)
    assert [shown(text, row) for row in counts_of(text)] == marks
