"""The specification of the dates table: one case per phenomenon in cases.jsonl, checked on exact spans and on every
field given.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.components.extraction import extraction_of

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases.jsonl").read_text(encoding="utf-8").splitlines()]


def dates_of(nlp, text, published):
    doc = nlp.make_doc(text)
    extraction_of(doc).published = published
    return nlp(doc)._.extractor.dates


@pytest.mark.parametrize("case", CASES, ids=[c["id"] for c in CASES])
def test_case(dates_nlp, case):
    found = dates_of(dates_nlp, case["text"], case["published"])
    assert [case["text"][r.start : r.end] for r in found] == [e["text"] for e in case["expect"]]
    ranges: dict[int, object] = {}
    for record, expected in zip(found, case["expect"], strict=True):
        for field, value in expected.items():
            if field == "text":
                continue
            if field == "range":
                assert record.range is not None
                assert ranges.setdefault(value, record.range) is record.range
            else:
                assert getattr(record, field) == value, f"{field} of {expected['text']!r}"


def test_cases_are_named_once():
    names = [c["id"] for c in CASES]
    assert len(names) == len(set(names)) >= 150
