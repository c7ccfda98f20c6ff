"""Real articles, annotated, which cannot be given away: floors on them, where they are at hand."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

import extractor
from extractor.evaluating.score import score


@lru_cache(maxsize=4)
def scored(gold: Path) -> tuple[dict[str, Any], extractor.Tables]:
    """(report, tables) of one gold set, run from its plain input records."""
    tables = extractor.extract_folder(gold.with_suffix(".input.jsonl"))
    return score(gold, {name: tables[name] for name in tables}), tables


@pytest.fixture
def gold(shared: Path) -> Path:
    """The folder of gold sets; its `seeds`, `dev` and `sanctions_items` have inputs beside them."""
    folder = shared / "gold"
    if not (folder / "dev.jsonl").is_file():
        pytest.skip("no gold sets in ../shared")
    return folder


@pytest.mark.parametrize("name", ["seeds", "dev", "sanctions_items"])
def test_runs_clean_and_every_span_is_the_raw_text(gold: Path, name: str) -> None:
    _, tables = scored(gold / f"{name}.jsonl")
    assert set(tables.articles.status) == {"ok"}
    assert list(tables.issues[tables.issues.severity == "error"].message) == []
    with (gold / f"{name}.input.jsonl").open(encoding="utf-8") as lines:
        raw = {str(r["id"]): r["text"] for r in map(json.loads, lines)}
    wrong = [r.mention_id for r in tables.mentions.itertuples() if raw[r.article_id][r.start : r.end] != r.text]
    assert wrong == []


@pytest.mark.parametrize(
    ("table", "floor"),
    [("officials", 0.80), ("titles", 0.75), ("dates", 0.85), ("counts", 0.80), ("sanctions", 0.60)],
)
def test_found_on_dev(gold: Path, table: str, floor: float) -> None:
    assert scored(gold / "dev.jsonl")[0]["tables"][table]["found"]["f1"] >= floor


@pytest.mark.parametrize("table", ["officials", "titles", "dates", "counts", "sanctions"])
def test_seeds_fill_every_table(gold: Path, table: str) -> None:
    report, tables = scored(gold / "seeds.jsonl")
    assert report["tables"][table]["found"]["r"] >= 0.9
    assert all(len(tables[name]) for name in ("meetings", "statements", "organizations", "mentions", "people"))


@pytest.mark.parametrize("table", ["officials", "sanctions"])
def test_seeds_are_all_right(gold: Path, table: str) -> None:
    """Every official and every sanction found, none too many, and the key fields right."""
    report, _ = scored(gold / "seeds.jsonl")
    errors = [e for e in report["errors"] if e["table"] == table]
    assert [(e["what"], (e["gold"] or e["row"])["text" if table == "sanctions" else "name"]) for e in errors] == []
