"""The whole job on the project's own corpus, scored against its gold; floors a little under what is measured."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import extractor
from extractor.evaluating.score import score

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture(scope="module")
def tables() -> extractor.Tables:
    return extractor.extract_folder(CORPUS / "articles", metadata=CORPUS / "metadata.csv")


@pytest.fixture(scope="module")
def report(tables: extractor.Tables) -> dict[str, Any]:
    found: dict[str, Any] = score(CORPUS / "gold.jsonl", {name: tables[name] for name in tables})["tables"]
    return found


def test_the_job_runs_clean(tables: extractor.Tables) -> None:
    assert set(tables.articles.status) == {"ok"}
    assert list(tables.issues[tables.issues.severity == "error"].message) == []


@pytest.mark.parametrize(
    ("table", "floor"),
    [("officials", 0.93), ("titles", 0.92), ("dates", 0.96), ("counts", 0.89), ("sanctions", 0.60)],
)
def test_found(report: dict[str, Any], table: str, floor: float) -> None:
    assert report[table]["found"]["f1"] >= floor


@pytest.mark.parametrize(("table", "floor"), [("meetings", 0.40), ("statements", 0.80)])
def test_found_of_those_annotated_in_part(report: dict[str, Any], table: str, floor: float) -> None:
    assert report[table]["found"]["r"] >= floor


@pytest.mark.parametrize(
    ("table", "field", "floor"),
    [
        ("officials", "name", 0.95),
        ("officials", "family_name", 0.90),
        ("officials", "role", 0.90),
        ("titles", "role", 0.90),
        ("titles", "incumbency", 0.94),
        ("dates", "timex_value", 0.93),
        ("dates", "date_start", 0.94),
        ("counts", "value", 0.96),
        ("counts", "unit", 0.90),
        ("sanctions", "action", 0.66),
        ("sanctions", "stage", 0.62),
    ],
)
def test_fields_right(report: dict[str, Any], table: str, field: str, floor: float) -> None:
    assert report[table]["fields"][field]["share"] >= floor


def test_precision_is_high_where_a_row_is_trusted_blindly(report: dict[str, Any]) -> None:
    assert report["officials"]["found"]["p"] >= 0.97
    assert report["dates"]["found"]["p"] >= 0.95


def test_published_days_come_from_where_the_corpus_says(tables: extractor.Tables) -> None:
    of = tables.articles.set_index("article_id").published_source
    assert of["wire-1987-oslo-ferro-alloys"] == "metadata"
    assert of["2004-11-12-seoul-fishermen"] == "filename"
    assert of["uk-release-sudan-gold"] == "text"
    assert of.isna()["undated-lome-cotonou-border"]


def test_boilerplate_gives_no_rows(tables: extractor.Tables) -> None:
    row = tables.articles.set_index("article_id").loc["2015-07-23-brussels-timber"]
    assert row.n_boilerplate_chars > 100
    text = (CORPUS / "articles" / "2015-07-23-brussels-timber.txt").read_text(encoding="utf-8")
    furniture = text.index("Subscribe now")
    mentions = tables.mentions[tables.mentions.article_id == "2015-07-23-brussels-timber"]
    assert (mentions.end <= furniture).all()


def test_the_readme_does_not_claim_more_than_is_measured(report: dict[str, Any]) -> None:
    readme = (CORPUS.parent / "README.md").read_text(encoding="utf-8")
    for table in ("officials", "titles", "dates", "counts", "sanctions"):
        line = re.search(rf"^\| {table} \| (\d+) \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|", readme, re.M)
        assert line is not None, table
        assert int(line[1]) == report[table]["gold"]
        for measure, told in zip(("found", "strict", "full"), line.groups()[1:], strict=True):
            assert float(told) <= report[table][measure]["f1"] + 0.02, (table, measure)
