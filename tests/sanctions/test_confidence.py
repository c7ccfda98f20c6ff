"""How sure a row of sanctions is, and what its parties rest on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractor.components.sanctions.fitted.evidence import confidence_of
from extractor.components.sanctions.fitted.weights import Weights

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


def test_a_row_without_a_party_is_less_sure(read: Callable[..., Doc]) -> None:
    (whole,) = read(_NAMED, "2024-05-15")._.extractor.sanctions
    (half,) = read("Norway lifted its arms embargo.", "2024-05-15")._.extractor.sanctions
    assert half.confidence < 0.5 < whole.confidence


def test_evidence_is_sorted_and_holds_no_white_space(read: Callable[..., Doc]) -> None:
    """A lexicon file does not keep white space around a name: such evidence could have no weight."""
    text = "Norway met Mali in Oslo.\n\nSanctions on Mali were imposed by Norway in May."
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert "after:space" in record.evidence
    assert list(record.evidence) == sorted(record.evidence)
    assert all(name == name.strip() != "after:" for name in record.evidence)


def test_the_logistic_of_the_sum() -> None:
    rows = [{"decision": "confidence", "evidence": name, "weight": w} for name, w in (("a", "2.0"), ("b", "-2.0"))]
    weights = Weights([*rows, {"decision": "row", "evidence": "a", "weight": "9"}])
    assert confidence_of((), weights) == 0.5
    assert confidence_of(("a",), weights) == 0.88
    assert confidence_of(("a", "b", "unknown"), weights) == 0.5
