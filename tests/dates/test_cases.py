"""The specification of the dates table: one case per phenomenon in cases.jsonl, checked on exact spans and on every
field given, by the code that users run on their own cases.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.errors import UsageError
from extractor.evaluating.timex_cases import Case, check_case, main, read_cases

CASES = read_cases(Path(__file__).parent / "cases.jsonl")


@pytest.mark.parametrize("case", CASES, ids=[c.id for c in CASES])
def test_case(dates_nlp, case):
    assert check_case(dates_nlp, case) == []


def test_cases_are_named_once():
    names = [c.id for c in CASES]
    assert len(names) == len(set(names)) >= 550
    assert len({c.text for c in CASES}) > 540


@pytest.mark.parametrize(
    ("expect", "said"),
    [
        ([], "rows: expected []"),
        ([{"text": "Monday", "timex_value": "2024-05-14"}, {"text": "May 3"}], "'Monday': timex_value"),
        ([{"text": "Monday", "range": 1}, {"text": "May 3", "range": 1}], "'Monday': not in range 1"),
        ([{"text": "Monday"}, {"text": "May 3", "function": "deadline"}], "'May 3': function"),
    ],
)
def test_differences_are_told(dates_nlp, expect, said):
    case = Case("own", "He spoke on Monday of the vote on May 3.", "2024-05-15", expect)
    assert any(line.startswith(said) for line in check_case(dates_nlp, case))


def test_own_file_of_cases(dates_nlp, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("extractor.evaluating.timex_cases.dates_pipeline", lambda lexicon: dates_nlp)
    good = {"text": "It ended in 2014.", "expect": [{"text": "2014", "timex_value": "2014"}]}
    bad = {"id": "wrong", "text": "It ended in 2014.", "expect": [{"text": "2014", "timex_value": "2015"}]}
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps(good) + "\n\n", encoding="utf-8")
    assert main([str(path)]) == 0
    path.write_text(json.dumps(good) + "\n" + json.dumps(bad) + "\n", encoding="utf-8")
    assert main([str(path)]) == 1
    told = capsys.readouterr().out
    assert "wrong: It ended" in told and "expected '2015', found '2014'" in told and "1 of 2 cases pass" in told


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[]",
        '{"text": 1}',
        '{"text": "", "expected": []}',
        '{"text": "", "expect": [{"value": "2014"}]}',
        '{"text": "", "expect": [{"text": "2014", "value": "2014"}]}',
        '{"text": "", "published": "yesterday"}',
        '{"text": "", "window": "2014"}',
    ],
)
def test_bad_cases_are_refused_with_their_line(tmp_path, line):
    path = tmp_path / "own.jsonl"
    path.write_text('{"text": "fine"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 2"):
        read_cases(path)
    assert main([str(path)]) == 2
