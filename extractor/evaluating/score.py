"""Score extracted tables against hand-made gold.

    python -m extractor.evaluating.score GOLD.jsonl TABLES_DIR [--errors N]

Gold items and rows of one article are paired one to one, best first. Three measures per table, each as precision,
recall and F1:

    found    the item has a row: an official by name or span, any other item by an overlapping span
    strict   found, and the row's span is exactly the gold span
    full     found, and the key fields are all right

and per field the share of found items that have it right, counted only where the gold gives a value. Items marked
"optional" cost nothing, missed or found. A section that an article lists under "partial" is annotated in part: rows
that match nothing are not counted there, so that recall alone is a measure; "recall_only" says so of a whole article.
A section absent from an article is not scored there. Detection, extent and attributes are kept apart as in TempEval-3.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.errors import UsageError
from extractor.evaluating.compare import Row, is_empty
from extractor.evaluating.measures import MEASURES, Measure, pair_up

Report = dict[str, Any]
Tables = Mapping[str, Any]


@dataclass(slots=True)
class Tally:
    """The counts of one table over all articles."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    strict: int = 0
    full: int = 0
    partial: bool = False
    fields: dict[str, list[int]] = field(default_factory=dict)

    def report(self, measure: Measure) -> Report:
        """Rates and shares of what was counted."""
        result: Report = {"gold": self.gold, "predicted": self.predicted, "partial": self.partial}
        result["found"] = _rates(self.found, self.gold, self.predicted)
        if measure.fields:
            result["strict"] = _rates(self.strict, self.gold, self.predicted)
            result["full"] = _rates(self.full, self.gold, self.predicted)
        result["fields"] = {
            name: {"right": right, "of": total, "share": right / total if total else None}
            for name, (right, total) in self.fields.items()
        }
        return result


def _rates(hits: int, gold: int, predicted: int) -> dict[str, float]:
    precision = hits / predicted if predicted else 0.0
    recall = hits / gold if gold else 0.0
    return {"p": precision, "r": recall, "f1": 2 * precision * recall / (precision + recall) if hits else 0.0}


def score_article(table: str, article: Row, rows: list[Row], tally: Tally) -> list[Report]:
    """Add one article's rows of one table to the tally; what was wrong, as error records."""
    measure = MEASURES[table]
    golds = [_with_roles(g, article) for g in article[table]] if table == "officials" else article[table]
    pairs = pair_up(golds, rows, measure.similarity)
    partial = bool(article.get("recall_only")) or table in article.get("partial", ())
    extra = [] if partial else [row for j, row in enumerate(rows) if j not in pairs.values()]
    tally.partial |= partial
    tally.predicted += len(extra)
    errors: list[Report] = []

    def error(what: str, gold: Row | None, row: Row | None) -> None:
        errors.append({"table": table, "article_id": article["article_id"], "what": what, "gold": gold, "row": row})

    for i, gold in enumerate(golds):
        if gold.get("optional"):
            continue
        tally.gold += 1
        if i not in pairs:
            error("missed", gold, None)
            continue
        row = rows[pairs[i]]
        tally.predicted += 1
        tally.found += 1
        spans = gold["mentions"] if table == "officials" else [gold]
        tally.strict += any((s["start"], s["end"]) == (row["start"], row["end"]) for s in spans)
        wrong = []
        for name, compare in measure.fields.items():
            if is_empty(gold.get(name)) and name not in measure.always:
                continue
            right = bool(compare(gold, row, name))
            count = tally.fields.setdefault(name, [0, 0])
            count[0] += right
            count[1] += 1
            if not right:
                wrong.append(name)
        tally.full += not set(wrong) & set(measure.key_fields)
        if wrong:
            error("wrong " + ", ".join(wrong), gold, row)
    for row in extra:
        error("extra", None, row)
    return errors


def _with_roles(official: Row, article: Row) -> Row:
    roles = [t["role"] for t in article.get("titles", []) if t.get("official") == official["name"] and t.get("role")]
    return {**official, "role": roles}


def score(gold_path: Path | str, tables: Path | str | Tables) -> Report:
    """Score tables against a gold file.

    gold_path: JSON lines as compile_gold writes them. tables: a folder of tables in any format that can be read back
    (of CSV and Parquet, some tables may be absent), or a mapping from table name to a DataFrame or a list of row dicts.
    Returns {"articles": n, "tables": {name: measures},
    "errors": [what was wrong]}; a table that no gold article annotates is absent.
    Raises UsageError where either cannot be read.
    """
    gold = read_gold(Path(gold_path))
    if not isinstance(tables, Mapping):
        tables = _tables_in(Path(tables))
    rows = {name: _rows(tables, name) for name in MEASURES}
    names = {row.get("official_id"): row.get("name") for row in rows["officials"]}
    for title in rows["titles"]:
        title["official"] = names.get(title.get("official_id"))
    spans = {row.get("count_id"): {k: row.get(k) for k in ("text", "start", "end")} for row in rows["counts"]}
    for count in rows["counts"]:
        count["related"] = spans.get(count["related_count_id"]) if count.get("related_count_id") else None
    report: Report = {"articles": len(gold), "tables": {}, "errors": []}
    for table, measure in MEASURES.items():
        tally, by_article = Tally(), _by_article(rows[table])
        annotated = [article for article in gold if table in article]
        for article in annotated:
            found = by_article.get(article["article_id"], [])
            report["errors"] += score_article(table, article, found, tally)
        if annotated:
            report["tables"][table] = tally.report(measure)
    return report


def _by_article(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows by article id, and by the id's last part too: gold may name articles without their folder."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        article = str(row.get("article_id") or "")
        for key in {article, article.rpartition("/")[2]}:
            groups.setdefault(key, []).append(row)
    return groups


def read_gold(path: Path) -> list[Row]:
    """The annotated articles of a file that compile_gold wrote. Raises UsageError where it cannot be read."""
    try:
        with path.open(encoding="utf-8") as lines:
            return [json.loads(line) for line in lines if line.strip()]
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot read the gold file {path}: {error}") from error


def _rows(tables: Tables, name: str) -> list[Row]:
    """The rows of one table with start and end as integers; none where the table is absent."""
    source = tables.get(name, [])
    rows = []
    for record in _records(source) if hasattr(source, "to_dict") else source:
        row = {key: None if is_empty(value) else value for key, value in record.items()}
        for key in ("start", "end"):
            value = row.get(key)
            row[key] = -1 if value is None else int(float(value))
        rows.append(row)
    return rows


def _tables_in(folder: Path) -> Tables:
    """The tables in the folder; CSV and Parquet may be another program's, with some tables and columns only."""
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder of tables")
    if found := {n: folder / f"{n}.csv" for n in MEASURES if (folder / f"{n}.csv").is_file()}:
        csv.field_size_limit(2**31 - 1)
        return {name: list(csv.DictReader(_lines(path))) for name, path in found.items()}
    if found := {n: folder / f"{n}.parquet" for n in MEASURES if (folder / f"{n}.parquet").is_file()}:
        import pandas as pd  # slow to import, and not needed for CSV

        return {name: pd.read_parquet(path) for name, path in found.items()}
    from extractor.writing.tableset import read_tables

    tables = read_tables(folder)
    return {name: tables[name] for name in MEASURES}


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        yield from handle


def _records(frame: Any) -> list[Row]:
    """The rows of a DataFrame, with None for every kind of missing value."""
    return frame.astype(object).where(frame.notna(), None).to_dict("records")


def render(report: Report, errors: int = 0) -> str:
    """The report as text, one line per table, with the first so many errors of each table below."""
    lines = [f"{'table':11}{'gold':>5}{'rows':>6}   {'found P / R / F1':20}{'strict':>8}{'full':>8}  fields right"]
    for table, r in report["tables"].items():
        shown = ("–".center(5), f"{r['found']['r']:.3f}", "–".center(5))
        found = " / ".join(shown if r["partial"] else (f"{v:.3f}" for v in r["found"].values()))
        strict, full = (f"{r[k]['f1']:8.3f}" if k in r else f"{'–':>8}" for k in ("strict", "full"))
        shares = " ".join(f"{n} {f['share']:.2f}" for n, f in r["fields"].items() if f["share"] is not None)
        lines.append(f"{table:11}{r['gold']:5}{r['predicted']:6}   {found:20}{strict}{full}  {shares}")
    for table in report["tables"]:
        for error in [e for e in report["errors"] if e["table"] == table][:errors]:
            lines.append(f"{table} {error['article_id']}: {error['what']}")
            lines += [f"    {side:4} {_brief(error[side])}" for side in ("gold", "row") if error[side]]
    return "\n".join(lines)


def _brief(item: Row) -> dict[str, Any]:
    hidden = {"mentions", "note", "sentence", "confidence", "rule", "article_id", "raw"}
    return {k: v for k, v in item.items() if k not in hidden and not k.endswith("_id") and not is_empty(v)}


def main(arguments: list[str]) -> int:
    """Print the scores; the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m extractor.evaluating.score", description="Score tables against gold."
    )
    parser.add_argument("gold", metavar="GOLD.jsonl")
    parser.add_argument("tables", metavar="TABLES_DIR")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show so many errors of each table")
    given = parser.parse_args(arguments)
    try:
        print(render(score(given.gold, given.tables), given.errors))
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
