"""Tells the tables of an earlier run from records with articles: `counts.csv` has a column `text` too."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from extractor.reading.records import open_bytes
from extractor.schema import TABLES

# A line of one of our tables is shorter than this; more is not read.
_MAX_LINE = 1_000_000


def is_own_table(path: Path) -> bool:
    """Whether a record file has the name and all columns of a table that a run writes. Never raises."""
    name, _, suffix = path.name.lower().removesuffix(".gz").rpartition(".")
    table = TABLES.get(name)
    if table is None:
        return False
    try:
        return set(table.names) <= set(_columns(path, suffix))
    except (OSError, ValueError, EOFError, csv.Error):
        return False


def _columns(path: Path, suffix: str) -> list[str]:
    if suffix == "parquet":
        import pyarrow as pa
        import pyarrow.parquet as pq

        try:
            return list(pq.read_schema(path).names)
        except pa.ArrowException:
            return []
    with open_bytes(path) as handle:
        line = handle.readline(_MAX_LINE).decode("utf-8-sig")
    if suffix in ("csv", "tsv"):
        return next(csv.reader([line], delimiter="\t" if suffix == "tsv" else ","), [])
    record = json.loads(line)
    return list(record) if isinstance(record, dict) else []
