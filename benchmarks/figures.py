"""Measure the figures of the README anew and write them into it.

    python benchmarks/figures.py GOLD_DIR

GOLD_DIR holds dev.jsonl and sanctions_items.jsonl with their inputs (NAME.input.jsonl) beside them; the own corpus is
always measured. Only what stands between the marks in README.md is rewritten.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import extractor
from extractor.evaluating.score import score

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"<!-- figures -->.*?<!-- /figures -->", re.S)
TABLES = ("officials", "titles", "dates", "counts", "sanctions")
FIELDS = (
    "officials.name", "officials.country", "officials.role", "titles.organization", "titles.country",
    "titles.incumbency", "dates.timex_value", "dates.date_start", "counts.value", "counts.kind", "counts.relation",
    "sanctions.action", "sanctions.stage", "sanctions.sender_country", "sanctions.target_country", "sanctions.measures",
)  # fmt: skip


def measured(gold: Path, tables: extractor.Tables) -> dict[str, Any]:
    """Measures by table."""
    found: dict[str, Any] = score(gold, {name: tables[name] for name in tables})["tables"]
    return found


def text_of(own: dict[str, Any], dev: dict[str, Any], items: dict[str, Any]) -> str:
    """The block as Markdown."""
    lines = ["| | own corpus, 15 articles | | | | `dev`, 30 real articles | | | |", "|---|" + "--:|" * 8]
    lines.append("| table |" + " items | found | strict | full |" * 2)
    for name in TABLES:
        cells = [
            c for r in (own[name], dev[name]) for c in (r["gold"], *(_f1(r, m) for m in ("found", "strict", "full")))
        ]
        lines.append(f"| {name} | " + " | ".join(str(c) for c in cells) + " |")
    lines += ["", "| field, share right of items found | own corpus | `dev` | `items` |", "|---|--:|--:|--:|"]
    for path in FIELDS:
        lines.append(f"| {path} | " + " | ".join(_share(r, path) for r in (own, dev, items)) + " |")
    r = items["sanctions"]
    meetings, statements = (f"{own[name]['found']['r']:.2f}" for name in ("meetings", "statements"))
    lines += [
        "",
        f"On `items` (80 short dated news items about sanctions of 2025 and 2026, {r['gold']} events): found",
        f"{_f1(r, 'found')}, strict {_f1(r, 'strict')}, full {_f1(r, 'full')}. Of the partly annotated tables of the",
        f"own corpus, {meetings} of the meetings and {statements} of the statements are found.",
    ]
    return "\n".join(lines)


def _f1(report: dict[str, Any], measure: str) -> str:
    return f"{report[measure]['f1']:.2f}"


def _share(report: dict[str, Any], path: str) -> str:
    table, field = path.split(".")
    share = report.get(table, {}).get("fields", {}).get(field, {}).get("share")
    return "" if share is None else f"{share:.2f}"


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: python benchmarks/figures.py GOLD_DIR", file=sys.stderr)
        return 2
    folder, corpus = Path(arguments[0]), ROOT / "corpus"
    own = measured(
        corpus / "gold.jsonl", extractor.extract_folder(corpus / "articles", metadata=corpus / "metadata.csv")
    )
    dev, items = (
        measured(folder / f"{name}.jsonl", extractor.extract_folder(folder / f"{name}.input.jsonl"))
        for name in ("dev", "sanctions_items")
    )
    text = f"<!-- figures -->\n{text_of(own, dev, items)}\n<!-- /figures -->"
    readme = ROOT / "README.md"
    readme.write_text(BLOCK.sub(lambda _: text, readme.read_text(encoding="utf-8")), encoding="utf-8")
    print(text)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
