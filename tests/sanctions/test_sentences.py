"""Sentences with the sanction rows that they give, and sentences that give none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from spacy.tokens import Doc

SENTENCES = Path(__file__).with_name("sentences.txt")


def cases() -> Iterator[tuple[str, list[str]]]:
    sentence, rows = "", []
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        if line.startswith("="):
            rows.append(line[1:].strip())
        elif line and not line.startswith("#"):
            if sentence:
                yield sentence, rows
            sentence, rows = line, []
    yield sentence, rows


def told(doc: Doc) -> list[str]:
    return [
        f"{r.action} {r.stage} {r.sender_country or '-'} {r.target_country or '-'} {';'.join(r.measures)}"
        for r in doc._.extractor.sanctions
    ]


@pytest.mark.parametrize(("sentence", "rows"), cases(), ids=lambda x: x[:60] if isinstance(x, str) else "")
def test_rows_of_sentence(read: Callable[..., Doc], sentence: str, rows: list[str]) -> None:
    assert sorted(told(read(sentence, "2024-05-15"))) == sorted(rows)
