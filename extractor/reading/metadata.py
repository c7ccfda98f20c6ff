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
    """What the metadata file says, by article id or path, and which rows and articles found each other."""

    def __init__(self, options: ReadOptions) -> None:
        self.path = options.metadata
        self.n_articles = 0
        self.n_found = 0
        self.first_missed: str | None = None
        self._rows: dict[str, dict[str, Any]] = {}
        self._used: set[str] = set()
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
        self.n_articles += 1
        key = self._key(article_id, path)
        if key is None:
            self.first_missed = self.first_missed or article_id
            return {}
        self.n_found += 1
        self._used.add(key)
        return self._rows[key]

    def _key(self, article_id: str, path: str) -> str | None:
        if article_id in self._rows:
            return article_id
        parts = PurePosixPath(path.replace("\\", "/")).parts
        names = ("/".join(parts[k:]) for k in range(len(parts)))
        found = next((name for name in names if name in self._rows), None)
        last = article_id.rsplit("/", 1)[-1]
        return found if found is not None else last if last in self._rows else None

    def mismatch(self) -> tuple[str, str] | None:
        """Severity and one line on rows that no article has asked for, once all have been: an error where the file fits
        no article, else a warning; None where every row fits, or there is no file.
        """
        if self.path is None:
            return None
        rows, articles = len(self._rows), self.n_articles
        if not rows:
            return "warning", f"the metadata file {self.path} has no rows"
        unused = next((key for key in self._rows if key not in self._used), None)
        if not self._used:
            return (
                "error",
                f"the metadata file {self.path} fits no article: of its {rows:,} keys (such as {_short(unused)}) none "
                f"is the id or path of one of the {articles:,} articles (such as {_short(self.first_missed)})",
            )
        if unused is None:
            return None
        # Articles without a row are no fault by themselves: their day may be in the name or the text.
        left, bare = rows - len(self._used), articles - self.n_found
        line = f"metadata file {self.path}: {left:,} of {rows:,} rows fit no article (such as {_short(unused)})"
        if bare:
            line += f"; {bare:,} of {articles:,} articles have no row (such as {_short(self.first_missed)})"
        return "warning", line


def _short(key: str | None) -> str:
    return repr(key if key is None or len(key) <= 60 else key[:57] + "...")


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
    delimiter = "\t" if path.suffix.lower() == ".tsv" else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise UsageError(f"{path}, after line {reader.line_num}: not CSV: {error}") from error
