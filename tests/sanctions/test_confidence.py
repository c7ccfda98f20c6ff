"""How sure a row of sanctions is, and what its parties rest on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from extractor.components.sanctions.article.confidence import confidence_of
from extractor.evaluating import fit_confidence

_NAMED = "Norway imposed an arms embargo on Mali."


def test_parties_of_the_sentence_are_explicit(read: Callable[..., Doc]) -> None:
    (record,) = read(_NAMED, "2024-05-15")._.extractor.sanctions
    assert (record.sender_basis, record.target_basis) == ("explicit", "explicit")
    assert {"sender:explicit", "target:explicit", "stage:told", "rule:noun-verb"} <= set(record.evidence)


def test_parties_from_elsewhere_are_inferred_and_less_sure(read: Callable[..., Doc]) -> None:
    text = "Norway imposed an arms embargo on Mali in May. The embargo was tightened in June."
    first, second = read(text, "2024-07-15")._.extractor.sanctions
    assert (second.sender_country, second.sender_basis, second.target_basis) == ("NOR", "inferred", "inferred")
    assert 0 < second.confidence < first.confidence < 1


@pytest.mark.parametrize(
    ("text", "sender", "target"),
    [
        ("The arms embargo on Mali was lifted.", None, "explicit"),
        ("Norway lifted its arms embargo.", "explicit", None),
    ],
)
def test_a_party_that_nothing_names_has_no_basis(
    read: Callable[..., Doc], text: str, sender: str | None, target: str | None
) -> None:
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert (record.sender_basis, record.target_basis) == (sender, target)


def test_the_logistic_of_the_sum() -> None:
    weights = {"bias": 0.0, "a": 2.0, "b": -2.0}
    assert confidence_of((), weights) == 0.5
    assert confidence_of(("a",), weights) == 0.88
    assert confidence_of(("a", "b", "unknown"), weights) == 0.5


def test_a_fit_learns_which_evidence_goes_with_right_rows() -> None:
    rows = [(("named", "x"), True)] * 18 + [(("named", "x"), False)] * 2 + [(("carried", "x"), False)] * 15
    rows += [(("carried", "x"), True)] * 5 + [(("rare",), True)] * 2
    weights = fit_confidence.fit(rows)
    assert weights["named"] > 0.5 > 0 > weights["carried"] and "rare" not in weights
    assert confidence_of(("named", "x"), weights) == pytest.approx(0.9, abs=0.06)
    assert fit_confidence.table(rows, weights)[-1][2] > 0.8


def test_weights_from_annotated_articles(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    right = {"text": "an arms embargo", "start": 15, "end": 30, "action": "impose", "stage": "done"}
    right |= {"sender_country": "NOR", "target_country": "MLI", "measures": ["arms_embargo"]}
    gold = [
        {"article_id": "a", "raw": _NAMED, "sanctions": [right]},
        {"article_id": "b", "raw": "Norway lifted its arms embargo.", "sanctions": []},
    ] * 5
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(f"{json.dumps(g)}\n" for g in gold), encoding="utf-8")
    assert fit_confidence.main([str(path)]) == 0
    out, told = capsys.readouterr()
    header, *lines = out.splitlines()
    weights = {name: float(weight) for name, weight, _ in (line.split(",") for line in lines)}
    assert header == "evidence,weight,source" and weights["target:explicit"] > 0 > weights["target:none"]
    assert "10 rows" in told or "5 rows" in told


def test_a_gold_file_without_texts_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"article_id": "a", "sanctions": []}\n', encoding="utf-8")
    assert fit_confidence.main([str(path)]) == 2
    assert "put gold.input.jsonl beside it" in capsys.readouterr().err


def test_a_file_that_is_no_gold_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("{bad", encoding="utf-8")
    assert fit_confidence.main([str(path)]) == fit_confidence.main([str(tmp_path / "absent.jsonl")]) == 2
    assert capsys.readouterr().err.count("cannot read the gold file") == 2
