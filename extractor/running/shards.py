"""Finished chunks on disk: what makes memory bounded and a killed run resumable."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

from extractor.reading import Article
from extractor.schema import TABLES
from extractor.tables.rows import Rows

FOLDER = ".extractor-run"


class Shards:
    """One JSONL file a chunk, one line an article, in OUT/.extractor-run. A file is there only when it is complete."""

    def __init__(self, out: Path, fingerprint: str) -> None:
        self.folder = out / FOLDER
        self.folder.mkdir(parents=True, exist_ok=True)
        self.fingerprint = fingerprint

    def path(self, chunk: list[Article]) -> Path:
        """The chunk's file, named after the settings and all that the chunk holds."""
        digest = hashlib.sha256(self.fingerprint.encode())
        for a in chunk:
            known = [getattr(a, f.name) for f in fields(a) if f.name != "text"]
            digest.update(repr(known).encode("utf-8", "surrogatepass"))
            digest.update(hashlib.sha256(a.text.encode("utf-8", "surrogatepass")).digest())
        return self.folder / f"{digest.hexdigest()[:32]}.jsonl"


def write_shard(path: Path, articles: Iterable[Rows]) -> dict[str, int]:
    """Write the rows of a chunk's articles in one step; returns rows by table, words, and articles by status."""
    counts = dict.fromkeys((*TABLES, "words", "failed", "empty", "errors"), 0)
    partial = path.with_suffix(f".{os.getpid()}.part")
    with partial.open("w", encoding="utf-8") as handle:
        for rows in articles:
            packed = {name: [list(row.values()) for row in found] for name, found in rows.items() if found}
            handle.write(json.dumps(packed, ensure_ascii=False, separators=(",", ":")) + "\n")
            _count(rows, counts)
    partial.replace(path)
    return counts


def read_shard(path: Path, tables: Iterable[str] = tuple(TABLES)) -> Iterator[Rows]:
    """The rows of each article of the chunk, as they were written; only those of `tables`, the others empty."""
    names = {name: TABLES[name].names for name in tables}
    with path.open(encoding="utf-8", newline="\n") as handle:
        for line in handle:
            packed = json.loads(line)
            rows: Rows = {name: [] for name in TABLES}
            for name, columns in names.items():
                if name in packed:
                    rows[name] = [dict(zip(columns, cells, strict=True)) for cells in packed[name]]
            yield rows


def count_shard(path: Path) -> dict[str, int]:
    """The counts of a chunk done before. Raises ValueError where the file is damaged."""
    counts = dict.fromkeys((*TABLES, "words", "failed", "empty", "errors"), 0)
    for rows in read_shard(path):
        _count(rows, counts)
    return counts


def _count(rows: Rows, counts: dict[str, int]) -> None:
    for name, found in rows.items():
        counts[name] += len(found)
    counts["errors"] += sum(1 for issue in rows["issues"] if issue["severity"] == "error")
    for article in rows["articles"]:
        counts["words"] += article["n_words"] or 0
        if article["status"] in ("failed", "empty"):
            counts[article["status"]] += 1
