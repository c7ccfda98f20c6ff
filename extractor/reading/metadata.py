"""The metadata file: CSV or JSONL with more about the articles, keyed by article id or path."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from extractor.errors import UsageError
from extractor.reading.csvfile import separator_of
from extractor.reading.options import ReadOptions

FIELDS = ("published", "title", "source", "url")


class Metadata:
    """What the metadata file says, by article id or path, and which rows and articles found each other.

    columns: names of all columns of the file. Raises UsageError for a file that says nothing or cannot be read.
    """

    def __init__(self, options: ReadOptions) -> None:
        self.path = options.metadata
        self.columns: frozenset[str] = frozenset()
        self.n_articles = 0
        self.n_found = 0
        self.first_missed: str | None = None
        self._rows: dict[str, dict[str, Any]] = {}
        self._used: set[str] = set()
        self._contradicted: list[str] = []
        if options.metadata is not None:
            self._load(options.metadata, options)

    def _load(self, path: Path, options: ReadOptions) -> None:
        keys = (options.column("id"), "article_id", "path")
        columns: set[str] = set()
        for number, row in _rows(path, keys):
            columns |= row.keys()
            key = next((row[k] for k in keys if row.get(k) not in (None, "")), None)
            if key is None or str(key).strip() == "":
                raise UsageError(f"{path}, line {number}: no {' or '.join(dict.fromkeys(keys))}: {_shortened(row)}")
            found = {f: row.get(options.column(f)) for f in FIELDS}
            found = {f: value for f, value in found.items() if value not in (None, "")}
            name = str(key).strip().replace("\\", "/").removeprefix("./")
            if self._rows.setdefault(name, found) != found:
                self._contradicted.append(name)
                self._rows[name] = found
        if columns and not columns & {options.column(f) for f in FIELDS}:
            wanted = ", ".join(options.column(f) for f in FIELDS)
            raise UsageError(
                f"{path}: none of the columns {wanted}; columns are {', '.join(sorted(columns))}: name yours with "
                "--published-column and so on"
            )
        self.columns = frozenset(columns)

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

    def contradictions(self) -> str | None:
        """One line on keys that have several rows which do not say the same; None where there are none."""
        if not self._contradicted:
            return None
        n = len(self._contradicted)
        return (
            f"metadata file {self.path}: {n:,} rows say other than a row of the same key before them, and hold in its "
            f"place (such as {_short(self._contradicted[0])})"
        )

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


def _shortened(row: dict[str, Any]) -> str:
    line = str(row)
    return line if len(line) <= 120 else line[:117] + "..."


def _rows(path: Path, keys: tuple[str, ...]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows with their line numbers. keys: columns that tell which article a row is about."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"cannot read the metadata file {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"the metadata file {path} is not UTF-8 (byte {error.start}): save it as UTF-8") from error
    suffix = path.suffix.lower()
    if suffix in (".jsonl", ".ndjson"):
        for number, line in enumerate(text.split("\n"), start=1):
            if line.strip():
                try:
                    row = json.loads(line)
                except (ValueError, RecursionError) as error:
                    raise UsageError(f"{path}, line {number}: not JSON: {error}") from error
                if not isinstance(row, dict):
                    raise UsageError(f"{path}, line {number}: not a JSON object")
                yield number, row
        return
    if suffix not in (".csv", ".tsv"):
        raise UsageError(f"metadata file {path}: give a .csv or .jsonl file")
    header = text.split("\n", 1)[0].rstrip("\r")
    usual = "\t" if suffix == ".tsv" else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator_of(header, usual, keys), strict=True)
    try:
        columns = reader.fieldnames or ()
        if columns and not set(columns) & set(keys):
            raise UsageError(f"{path}: no column {' or '.join(dict.fromkeys(keys))}; columns are {', '.join(columns)}")
        for row in reader:
            if None in row:
                raise UsageError(
                    f"{path}, line {reader.line_num}: more cells than the header has; a cell with the separator "
                    "in it needs quotes"
                )
            yield reader.line_num, row
    except csv.Error as error:
        raise UsageError(f"{path}, after line {reader.line_num}: not CSV: {error}") from error
