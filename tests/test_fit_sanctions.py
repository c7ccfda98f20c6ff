"""Fitting the weights of sanctions: the logit, what a telling teaches, and the command line on made-up gold."""

from __future__ import annotations

import contextlib
import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

import extractor
from extractor.components.sanctions.fitted.candidates import Candidate
from extractor.components.sanctions.fitted.weights import BIAS, DECISIONS
from extractor.components.sanctions.text.vocabulary import compile_vocabulary
from extractor.evaluating.fit_sanctions import Sample, as_weights, fit_parties, fit_rows, main
from extractor.evaluating.logit import LEAST, MANY, fit_choice, fit_logit
from extractor.lexicon import load_lexicon

_TOLD = "Norway imposed an arms embargo on Mali."
_UNTOLD = "Norway lifted its arms embargo."
_EXAMPLE = "Chad froze the assets of two banks."


def _item(text: str, quote: str, action: str, sender: str | None, target: str | None) -> dict[str, Any]:
    start = text.index(quote)
    span = {"text": quote, "start": start, "end": start + len(quote)}
    return {**span, "action": action, "stage": "done", "sender_country": sender, "target_country": target}


_ROW = _item(_TOLD, "an arms embargo", "impose", "NOR", "MLI")
_GOLD = [{"raw": _TOLD, "sanctions": [_ROW]}, {"raw": _UNTOLD, "sanctions": []}] * 16
_EXAMPLES = [{"raw": _EXAMPLE, "sanctions": [_item(_EXAMPLE, "froze the assets", "impose", "TCD", None)]}] * 3


def _write(path: Path, articles: list[dict[str, Any]]) -> str:
    lines = [json.dumps({"article_id": f"{path.stem}{k}", **article}) for k, article in enumerate(articles)]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def fitted(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of one fit with examples."""
    folder = tmp_path_factory.mktemp("gold")
    arguments = [_write(folder / "gold.jsonl", _GOLD), "--examples", _write(folder / "made.jsonl", _EXAMPLES)]
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(arguments)
    return code, out.getvalue(), err.getvalue()


def _by_decision(out: str) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for row in csv.DictReader(io.StringIO(out)):
        found.setdefault(row["decision"], {})[row["evidence"]] = float(row["weight"])
    return found


def test_a_fit_learns_which_evidence_goes_with_right_rows() -> None:
    rows = [(("named", "x"), True)] * 18 + [(("named", "x"), False)] * 2 + [(("carried", "x"), False)] * 15
    rows += [(("carried", "x"), True)] * 5
    weights = fit_logit(rows, 0.01)
    assert weights["named"] > 0.5 and weights["carried"] < -0.5
    chance = as_weights({"row": weights}).probability
    assert chance("row", ("named", "x")) == pytest.approx(0.9, abs=0.01)
    assert chance("row", ("carried", "x")) == pytest.approx(0.25, abs=0.01)


def test_a_greater_ridge_makes_smaller_weights() -> None:
    rows = [(("a",), True)] * 20 + [(("b",), False)] * 20
    assert fit_logit(rows, 1.0)["a"] > fit_logit(rows, 10.0)["a"] > 0


def test_rare_names_and_names_that_tell_nothing_get_no_weight() -> None:
    rows = [(("a", "flat"), True)] * 20 + [(("b", "flat"), False)] * 20
    rows += [(("a", "rare"), True)] * (MANY - 1) + [(("b", "seen"), False)] * MANY
    weights = fit_logit(rows, 1.0)
    assert "rare" not in weights and "seen" in weights
    assert all(abs(weight) >= LEAST for name, weight in weights.items() if name != BIAS)
    assert "rare" in fit_logit(rows, 1.0, many=MANY - 1)


def test_without_evidence_the_bias_is_the_share() -> None:
    weights = fit_logit([((), True)] * 30 + [((), False)] * 10, 4.0)
    assert weights == {BIAS: pytest.approx(1.1)}  # log 3


def test_a_choice_prefers_the_evidence_of_right_candidates() -> None:
    samples = [([{"read", "far"}, {"near"}, {"none"}], 1)] * 15 + [([{"near"}, {"none"}], 0)] * 5
    samples += [([{"none"}, {"read"}, {"odd"}], 1)] * (MANY - 1)
    weights = fit_choice(samples, 1.0)
    assert weights["near"] > 0 > weights["none"] and weights["near"] > weights["read"]
    assert "odd" not in weights and BIAS not in weights


def test_what_all_candidates_share_decides_nothing() -> None:
    weights = fit_choice([([{"a", "same"}, {"b", "same"}], 0)] * 20, 1.0)
    assert set(weights) == {"a", "b"} and weights["a"] == -weights["b"] > 0


def test_too_few_choices_teach_nothing() -> None:
    assert fit_choice([], 1.0) == {} == fit_choice([([{"a"}, {"b"}], 0)], 1.0)


def _sample(item: dict[str, Any] | None, name: str = "x", example: bool = False, **chosen: str) -> Sample:
    codes = {role: tuple(code.split()) for role, code in {"sender": "NOR", "target": "MLI", **chosen}.items()}
    return Sample((name,), item, "impose", "done", codes, example)


def test_right_is_what_the_gold_has_in_action_stage_and_both_states() -> None:
    assert _sample(_ROW).right
    assert not _sample(_ROW, target="TCD").right and not _sample(_ROW | {"stage": "planned"}).right
    assert not _sample(_ROW | {"optional": True}).right and not _sample(None).right
    assert _sample(_ROW | {"target_country": "TCD;MLI"}, target="MLI TCD").right
    assert _sample(_ROW | {"sender_country": None}, sender="").right


def test_optional_items_teach_nothing_and_items_without_parties_only_rows() -> None:
    bare = {k: v for k, v in _ROW.items() if not k.endswith("_country")}
    samples = [_sample(_ROW, "told")] * 20 + [_sample(None, "noise")] * 20
    samples += [_sample(_ROW | {"optional": True}, "optional")] * 20 + [_sample(bare, "bare")] * 20
    weights = fit_rows(samples)
    assert weights["row"]["told"] > 0 and weights["row"]["bare"] > 0 > weights["row"]["noise"]
    assert "optional" not in weights["row"] and "bare" not in weights["confidence"]


def test_an_example_counts_for_more_in_rows_and_not_in_confidence() -> None:
    samples = [_sample(_ROW, "told")] * 20 + [_sample(_ROW, "told", target="TCD")] * 20 + [_sample(None, "noise")] * 20
    made, own = _sample(_ROW, "made", example=True), _sample(_ROW, "made")
    assert fit_rows(samples + [made] * 3)["row"]["made"] > 0 and "made" not in fit_rows(samples + [own] * 3)["row"]
    assert fit_rows(samples + [own] * MANY)["confidence"]["made"] > 0
    assert "made" not in fit_rows(samples + [made] * MANY)["confidence"]


def test_parties_are_learnt_from_the_candidates_that_the_gold_has() -> None:
    options = [Candidate((), frozenset({"none"})), Candidate(("MLI",), frozenset({"right"}))]
    options.append(Candidate(("NOR",), frozenset({"left"})))
    samples = [_sample(_ROW) for _ in range(20)]
    lost = _ROW | {"sender_country": "TGO", "target_country": "TGO"}  # no candidate: teaches nothing
    for sample in (*samples, other := _sample(lost)):
        sample.options = {"sender": options, "target": options}
    weights = fit_parties(samples)
    assert weights["sender"]["left"] > 0 > weights["sender"]["right"]
    assert weights["target"]["right"] > 0 > weights["target"]["left"]
    assert fit_parties([*samples, *[other] * 9]) == weights


def test_the_file_has_weights_of_all_decisions(fitted: tuple[int, str, str]) -> None:
    code, out, _ = fitted
    assert code == 0 and out.splitlines()[0] == "decision,evidence,weight,source"
    rows = list(csv.DictReader(io.StringIO(out)))
    assert {r["decision"] for r in rows} == set(DECISIONS)
    assert {r["source"] for r in rows} == {"fitted to 32 annotated texts and 3 examples"}
    keys = [(r["decision"], r["evidence"]) for r in rows]
    assert keys == sorted(set(keys))


def test_the_weights_tell_rows_and_parties(fitted: tuple[int, str, str]) -> None:
    weights = _by_decision(fitted[1])
    assert weights["row"]["target:explicit"] > 0 > weights["row"]["target:none"]
    # Parties that their sentence names stay as they are read: there is nothing to learn.
    assert not any(weights["sender"].values()) and not any(weights["target"].values())
    # Three examples: each counts for four tellings in what makes a row, for none in confidence.
    assert weights["row"]["rule:verb-object"] > 0 and not weights["confidence"].get("rule:verb-object")


def test_figures_are_told_beside_the_file(fitted: tuple[int, str, str]) -> None:
    lines = fitted[2].splitlines()
    assert lines[:2] == [f"{role}: 1.000 of 16 as read, 1.000 of 16 chosen" for role in ("sender", "target")]
    assert lines[2] == "rows: 16, 1.000 of them told, 1.000 of all that is told"


def test_the_weights_load_as_an_overlay(fitted: tuple[int, str, str], tmp_path: Path) -> None:
    (tmp_path / "sanction_weights.csv").write_text(fitted[1], encoding="utf-8")
    loaded = compile_vocabulary(load_lexicon(str(tmp_path))).weights
    for decision, weights in _by_decision(fitted[1]).items():
        bias = loaded.score(decision, ())
        assert bias == round(100 * weights.get(BIAS, 0))
        for name, weight in weights.items():
            assert name == BIAS or loaded.score(decision, [name]) - bias == round(100 * weight), name
    rows = extractor.extract(_TOLD, published="2024-05-15", lexicon_dir=tmp_path).sanctions
    assert list(zip(rows.sender_country, rows.target_country, strict=True)) == [("NOR", "MLI")]


def test_texts_may_lie_beside_the_gold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _write(tmp_path / "gold.jsonl", [{"sanctions": article["sanctions"]} for article in _GOLD])
    texts = [{"id": f"gold{k}", "text": article["raw"]} for k, article in enumerate(_GOLD)]
    lines = "".join(f"{json.dumps(text)}\n" for text in texts)
    (tmp_path / "gold.input.jsonl").write_text(lines, encoding="utf-8")
    assert main([path]) == 0
    weights = _by_decision(capsys.readouterr().out)
    assert weights["row"]["target:explicit"] > 0 > weights["row"]["target:none"]


@pytest.mark.parametrize("gold", [_GOLD[:1], _GOLD[1:2]])
def test_gold_that_is_too_small_gives_no_weights_but_the_bias(
    gold: list[dict[str, Any]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([_write(tmp_path / "gold.jsonl", gold)]) == 0
    weights = _by_decision(capsys.readouterr().out)
    assert {name for of in weights.values() for name, weight in of.items() if weight} == {BIAS}
    # The shipped weights are put out: as an overlay the file takes their place.
    shipped = load_lexicon().rows("sanction_weights")
    assert {(r["decision"], r["evidence"]) for r in shipped} <= {(d, name) for d, of in weights.items() for name in of}


def test_gold_in_which_nothing_is_told_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([_write(tmp_path / "gold.jsonl", [{"raw": "Mali has a new port.", "sanctions": []}])]) == 2
    assert "nothing to fit to" in capsys.readouterr().err


def _error(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main([str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and err.startswith("error: ") and str(path) in err
    return err


def test_a_gold_file_without_texts_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "gold.jsonl"
    _write(path, [{"sanctions": []}])
    err = _error(path, capsys)
    assert "no text of gold0" in err and "put gold.input.jsonl beside it" in err


@pytest.mark.parametrize(
    ("content", "told"),
    [(None, "cannot read"), ("{bad", "cannot read"), ('"x"\n', "no article_id"), ('{"id": "a"}\n', "no article_id")],
)
def test_a_file_that_is_no_gold_is_told(
    content: str | None, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "gold.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    assert told in _error(path, capsys)
