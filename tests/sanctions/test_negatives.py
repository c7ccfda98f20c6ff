"""Sentences near to sanctions that tell of none: no row at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

_LINES = Path(__file__).with_name("negatives.txt").read_text(encoding="utf-8").splitlines()
NEGATIVES = [line for line in _LINES if line and not line.startswith("#")]


def test_there_are_enough_and_no_two_alike() -> None:
    assert len(set(NEGATIVES)) == len(NEGATIVES) >= 300


@pytest.mark.parametrize("sentence", NEGATIVES)
def test_no_row(read: Callable[..., Doc], sentence: str) -> None:
    found = read(sentence, "2024-05-15")._.extractor.sanctions
    assert [(r.action, r.stage, r.measures, r.rule) for r in found] == []
