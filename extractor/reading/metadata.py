"""The metadata file: CSV or JSONL with more about the articles, keyed by article id or path."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from extractor.errors import UsageError
from extractor.reading.options import ReadOptions

FIELDS = ("published", "title", "source", "url")


class Metadata:
    """What the metadata file says, by article id or path."""

    def __init__(self, options: ReadOptions) -> None:
        self._rows: dict[str, dict[str, Any]] = {}
        if options.metadata is not None:
            for row in _rows(options.metadata):
                key = row.get(options.column("id")) or row.get("article_id") or row.get("path")
                if key is None or str(key).strip() == "":
                    raise UsageError(f"{options.metadata}: a row has neither {options.column('id')} nor path: {row}")
                found = {f: row.get(options.column(f)) for f in FIELDS}
                self._rows[str(key).strip().replace("\\", "/")] = {
                    k: v for k, v in found.items() if v not in (None, "")
                }

    def of(self, article_id: str, path: str) -> dict[str, Any]:
        """Fields given for the article: by id, by path as read, by path without its first folders, by file name."""
        if not self._rows:
            return {}
        parts = PurePosixPath(path.replace("\\", "/")).parts
        names = [article_id, *("/".join(parts[k:]) for k in range(len(parts)))]
        for name in names:
            if name in self._rows:
                return self._rows[name]
        return self._rows.get(article_id.rsplit("/", 1)[-1], {})


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read the metadata file {path}: {error}") from error
    if path.suffix.lower() in (".jsonl", ".ndjson"):
        for number, line in enumerate(text.split("\n"), start=1):
            if line.strip():
                try:
                    row = json.loads(line)
                except ValueError as error:
                    raise UsageError(f"{path}, line {number}: not JSON: {error}") from error
                if not isinstance(row, dict):
                    raise UsageError(f"{path}, line {number}: not a JSON object")
                yield row
        return
    if path.suffix.lower() not in (".csv", ".tsv"):
        raise UsageError(f"metadata file {path}: give a .csv or .jsonl file")
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if path.suffix.lower() == ".tsv" else ",")
    try:
        yield from reader
    except csv.Error as error:
        raise UsageError(f"{path}, after line {reader.line_num}: not CSV: {error}") from error
