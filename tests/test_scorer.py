"""The scorer on hand-made rows: what counts as found, strict and full, and what costs nothing."""

from __future__ import annotations

import copy
import csv
import json
from pathlib import Path

import pandas as pd
import pytest

from extractor.errors import UsageError
from extractor.evaluating.score import Report, main, render, score
from extractor.schema import TABLES
from extractor.writing.tableset import Tables

TEXT = "Japan’s envoy Aiko Oda said Monday that 12 of 17 firms face an asset freeze. Oda met Presidents Roe and Poe."


def at(quote: str) -> dict:
    start = TEXT.index(quote)
    return {"text": quote, "start": start, "end": start + len(quote)}


GOLD = {
    "article_id": "a",
    "officials": [
        {"name": "Aiko Oda", "family_name": "Oda", "country": "JPN", "mentions": [at("Aiko Oda"), at("Oda met")]},
        {"name": "Roe", "family_name": "Roe", "country": None, "mentions": [at("Roe")]},
        {"name": "Poe", "family_name": "Poe", "country": None, "mentions": [at("Poe")]},
    ],
    "titles": [
        {**at("envoy"), "official": "Aiko Oda", "head": "envoy", "role": "envoy", "country": "JPN"},
        {**at("Presidents"), "official": "Roe", "head": "president", "role": "head_of_state", "country": None},
        {**at("Presidents"), "official": "Poe", "head": "president", "role": "head_of_state", "country": None},
    ],
    "dates": [{**at("Monday"), "timex_type": "DATE", "timex_value": "2024-05-13", "date_start": "2024-05-13"}],
    "counts": [
        {**at("17 firms"), "value": 17, "qualifier": "exact", "unit": "firm", "relation": None},
        {**at("12 of 17 firms"), "value": 12, "qualifier": "exact", "unit": "firm", "relation": "subset_of"},
    ],
    "sanctions": [
        {
            **at("asset freeze"),
            "action": "impose",
            "stage": "done",
            "sender_country": None,
            "target_country": "JPN;USA",
            "measures": ["asset_freeze", "travel_ban"],
        }
    ],
    "meetings": [at("Oda met Presidents Roe and Poe")],
    "statements": [at("12 of 17 firms face an asset freeze")],
}
GOLD["counts"][1]["related"] = at("17 firms")

ROWS = {
    "officials": [
        {
            "official_id": "o1",
            "name": "Aiko Oda",
            "family_name": "Oda",
            "country": "JPN",
            "role": "envoy",
            **at("Aiko Oda"),
        },
        {
            "official_id": "o2",
            "name": "Roe",
            "family_name": "Roe",
            "country": None,
            "role": "head_of_state",
            **at("Roe"),
        },
        {
            "official_id": "o3",
            "name": "Poe",
            "family_name": "Poe",
            "country": None,
            "role": "head_of_state",
            **at("Poe"),
        },
    ],
    "titles": [
        {"official_id": "o1", "head": "envoy", "role": "envoy", "country": "JPN", **at("envoy")},
        {"official_id": "o3", "head": "president", "role": "head_of_state", "country": None, **at("Presidents")},
        {"official_id": "o2", "head": "president", "role": "head_of_state", "country": None, **at("Presidents")},
    ],
    "dates": [{"timex_type": "DATE", "timex_value": "2024-05-13", "date_start": "2024-05-13", **at("Monday")}],
    "counts": [
        {"count_id": "c1", "value": 17, "qualifier": "exact", "unit": "firm", "relation": None, **at("17 firms")},
        {
            "count_id": "c2",
            "value": 12.0,
            "qualifier": "exact",
            "unit": "firm",
            "relation": "subset_of",
            "related_count_id": "c1",
            **at("12 of 17 firms"),
        },
    ],
    "sanctions": [
        {
            "action": "impose",
            "stage": "done",
            "sender_country": None,
            "target_country": "JPN;USA",
            "measures": "asset_freeze;travel_ban",
            **at("asset freeze"),
        }
    ],
    "meetings": [at("met Presidents")],
    "statements": [at("12 of 17 firms face an asset freeze")],
}
for _rows in ROWS.values():
    for _row in _rows:
        _row["article_id"] = "a"


@pytest.fixture
def gold() -> dict:
    return copy.deepcopy(GOLD)


@pytest.fixture
def rows() -> dict:
    return copy.deepcopy(ROWS)


@pytest.fixture
def run(tmp_path: Path):
    """Score tables against one gold article."""

    def scored(gold: dict, tables: object) -> Report:
        path = tmp_path / "gold.jsonl"
        path.write_text(json.dumps(gold) + "\n", encoding="utf-8")
        return score(path, tables)

    return scored


def f1(report: Report, table: str, measure: str) -> float:
    return round(report["tables"][table][measure]["f1"], 3)


def share(report: Report, table: str, field: str) -> float | None:
    return report["tables"][table]["fields"][field]["share"]


def test_perfect_rows_score_one_everywhere(gold: dict, rows: dict, run) -> None:
    report = run(gold, rows)
    assert report["errors"] == []
    for table, result in report["tables"].items():
        assert result["found"] == {"p": 1.0, "r": 1.0, "f1": 1.0}, table
        for measure in ("strict", "full"):
            assert measure not in result or result[measure]["f1"] == 1.0, (table, measure)
        assert all(field["share"] == 1.0 for field in result["fields"].values()), table


def test_meetings_and_statements_are_measured_on_found_alone(gold: dict, rows: dict, run) -> None:
    report = run(gold, rows)
    assert "strict" not in report["tables"]["meetings"] and "full" not in report["tables"]["statements"]


def test_a_missing_row_costs_recall(gold: dict, rows: dict, run) -> None:
    del rows["officials"][1:], rows["dates"][:]
    report = run(gold, rows)
    assert report["tables"]["officials"]["found"] == pytest.approx({"p": 1.0, "r": 1 / 3, "f1": 0.5})
    assert report["tables"]["dates"]["found"] == {"p": 0.0, "r": 0.0, "f1": 0.0}
    assert [e["what"] for e in report["errors"] if e["table"] == "dates"] == ["missed"]


def test_an_extra_row_costs_precision(gold: dict, rows: dict, run) -> None:
    rows["dates"].append({"article_id": "a", "timex_value": "12", **at("12")})
    report = run(gold, rows)
    assert report["tables"]["dates"]["found"] == pytest.approx({"p": 0.5, "r": 1.0, "f1": 2 / 3})
    assert f1(report, "dates", "strict") == f1(report, "dates", "full") == 0.667


def test_a_second_row_on_one_item_is_extra(gold: dict, rows: dict, run) -> None:
    rows["dates"].append(dict(rows["dates"][0]))
    assert run(gold, rows)["tables"]["dates"]["found"]["p"] == 0.5


def test_a_wrong_key_field_costs_full_and_its_share(gold: dict, rows: dict, run) -> None:
    rows["dates"][0]["timex_value"] = "2024-05-20"
    report = run(gold, rows)
    assert (f1(report, "dates", "found"), f1(report, "dates", "full")) == (1.0, 0.0)
    assert (share(report, "dates", "timex_value"), share(report, "dates", "timex_type")) == (0.0, 1.0)
    assert report["errors"][0]["what"] == "wrong timex_value"


def test_a_wrong_other_field_leaves_full_alone(gold: dict, rows: dict, run) -> None:
    rows["counts"][0]["unit"] = "company"
    report = run(gold, rows)
    assert (f1(report, "counts", "full"), share(report, "counts", "unit")) == (1.0, 0.5)


def test_a_shifted_span_is_found_but_not_strict(gold: dict, rows: dict, run) -> None:
    rows["sanctions"][0].update(at("an asset freeze"))
    report = run(gold, rows)
    assert (f1(report, "sanctions", "found"), f1(report, "sanctions", "strict")) == (1.0, 0.0)


def test_a_count_related_to_the_wrong_count_is_told(gold: dict, rows: dict, run) -> None:
    rows["counts"][1]["related_count_id"] = None
    assert share(run(gold, rows), "counts", "related") == 0.0


def test_a_plural_title_needs_a_row_for_each_person(gold: dict, rows: dict, run) -> None:
    rows["titles"][1]["official_id"] = "o2"
    report = run(gold, rows)
    assert (f1(report, "titles", "found"), round(share(report, "titles", "official"), 3)) == (1.0, 0.667)


def test_an_official_is_found_by_a_mention_of_another_form(gold: dict, rows: dict, run) -> None:
    rows["officials"][0].update(name="Oda", **at("Oda met"))
    report = run(gold, rows)
    assert f1(report, "officials", "found") == 1.0
    assert round(share(report, "officials", "name"), 3) == 0.667


def test_an_official_may_have_any_role_the_gold_gives_him(gold: dict, rows: dict, run) -> None:
    gold["titles"].append({**at("met"), "official": "Aiko Oda", "role": "minister", "optional": True})
    rows["officials"][0]["role"] = "minister"
    assert share(run(gold, rows), "officials", "role") == 1.0
    rows["officials"][0]["role"] = "military"
    assert share(run(gold, rows), "officials", "role") == pytest.approx(2 / 3)


def test_a_sanction_told_elsewhere_is_found_only_close_by_and_alike(gold: dict, rows: dict, run) -> None:
    rows["sanctions"][0].update(at("envoy"))
    assert f1(run(gold, rows), "sanctions", "found") == 1.0
    rows["sanctions"][0]["action"] = "lift"
    assert f1(run(gold, rows), "sanctions", "found") == 0.0


def test_an_invented_sender_is_wrong_where_the_text_names_none(gold: dict, rows: dict, run) -> None:
    rows["sanctions"][0]["sender_country"] = "JPN"
    assert f1(run(gold, rows), "sanctions", "full") == 0.0


def test_optional_items_cost_nothing_either_way(gold: dict, rows: dict, run) -> None:
    gold["counts"][0]["optional"] = True
    for kept in (rows["counts"], rows["counts"][1:]):
        report = run(gold, {**rows, "counts": kept})
        assert (report["tables"]["counts"]["gold"], f1(report, "counts", "found")) == (1, 1.0)


def test_partial_sections_measure_recall_alone(gold: dict, rows: dict, run) -> None:
    gold["partial"] = ["statements"]
    rows["statements"].append({"article_id": "a", **at("Oda met")})
    rows["meetings"].append({"article_id": "a", **at("said")})
    report = run(gold, rows)
    assert report["tables"]["statements"]["found"]["p"] == 1.0
    assert report["tables"]["meetings"]["found"]["p"] == 0.5


def test_sections_that_the_gold_lacks_are_not_scored(gold: dict, rows: dict, run) -> None:
    del gold["dates"]
    assert "dates" not in run(gold, rows)["tables"]


def test_rows_of_another_article_are_not_matched(gold: dict, rows: dict, run) -> None:
    rows["dates"][0]["article_id"] = "b"
    assert f1(run(gold, rows), "dates", "found") == 0.0


def test_an_article_in_a_subfolder_is_found_by_its_name(gold: dict, rows: dict, run) -> None:
    rows["dates"][0]["article_id"] = "2024/a"
    assert f1(run(gold, rows), "dates", "found") == 1.0


def test_data_frames_csv_and_parquet_give_the_same_report(gold: dict, rows: dict, run, tmp_path: Path) -> None:
    frames = {name: pd.DataFrame(records).convert_dtypes() for name, records in rows.items()}
    frames["dates"]["date_start"] = pd.to_datetime(frames["dates"]["date_start"])
    expected = run(gold, rows)["tables"]
    for folder in ("csv", "parquet"):
        (tmp_path / folder).mkdir()
    for name, records in rows.items():
        frames[name].to_parquet(tmp_path / "parquet" / f"{name}.parquet")
        keys = {key: None for record in records for key in record}
        with (tmp_path / "csv" / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, list(keys))
            writer.writeheader()
            writer.writerows(records)
    assert run(gold, frames)["tables"] == expected
    assert run(gold, tmp_path / "csv")["tables"] == expected
    assert run(gold, tmp_path / "parquet")["tables"] == expected


@pytest.mark.parametrize("format", ["csv", "parquet", "jsonl", "sqlite"])
def test_tables_are_scored_in_every_format_that_can_be_read_back(
    format: str, gold: dict, rows: dict, run, tmp_path: Path
) -> None:
    usual = {"string": "x", "number": 1.0, "integer": 0}
    full = {
        name: [
            {c.name: record.get(c.name, usual[c.type] if c.required else None) for c in TABLES[name].columns}
            | ({TABLES[name].key: f"{name}{n}"} if TABLES[name].key not in record else {})
            for n, record in enumerate(rows[name])
        ]
        for name in rows
    }
    for row in full["sanctions"]:
        row["measures"] = ";".join(row["measures"]) if isinstance(row["measures"], list) else row["measures"]
    Tables(full).write(tmp_path, format)
    assert run(gold, tmp_path)["tables"] == run(gold, rows)["tables"]


def test_a_folder_without_tables_is_not_scored_as_nothing_found(gold: dict, run, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no tables"):
        run(gold, tmp_path)


def test_the_text_report_shows_figures_and_errors(gold: dict, rows: dict, run) -> None:
    rows["dates"][0]["timex_value"] = "2024-05-20"
    text = render(run(gold, rows), errors=1)
    assert "dates 1 1 1.000 / 1.000 / 1.000 1.000 0.000" in " ".join(text.split())
    assert "dates a: wrong timex_value" in text and "2024-05-20" in text


def test_unreadable_input_is_a_usage_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gold.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot read the gold file"):
        score(tmp_path / "gold.jsonl", {})
    (tmp_path / "gold.jsonl").write_text("", encoding="utf-8")
    assert main([str(tmp_path / "gold.jsonl"), str(tmp_path / "nowhere")]) == 2
    assert "is not a folder of tables" in capsys.readouterr().err
