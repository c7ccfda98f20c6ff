"""Reads the lexicon files and lays a user's folder over them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from extractor.errors import LexiconError
from extractor.lexicon.catalog import CATALOG, LexiconFile
from extractor.schema.vocabulary import VOCABULARIES

T = TypeVar("T")
Row = dict[str, str]

_COUNTRIES = ("country", "iso3")
_CODES = re.compile(r"[A-Z]{3}(?:;[A-Z]{3})*\Z")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?\Z")


class Lexicon:
    """All vocabularies of one run.

    A row of the overlay replaces the shipped row with the same key, adds one where there is none, and takes it out
    where its column `remove` is 1. `compiled` keeps what a component builds from the rows, once per lexicon.
    """

    def __init__(self, overlay: Path | None = None) -> None:
        self.overlay = overlay
        self._rows: dict[str, list[Row]] = {}
        self._compiled: dict[Callable[..., Any], Any] = {}
        if overlay is not None:
            _check_folder(overlay)

    def rows(self, name: str) -> list[Row]:
        """Rows of one file, in file order, as dicts of strings. Raises LexiconError for a malformed file."""
        if name not in self._rows:
            self._rows[name] = self._load(CATALOG[name])
        return self._rows[name]

    def compiled(self, build: Callable[[Lexicon], T]) -> T:
        """What `build` makes of this lexicon; built on the first call, then kept."""
        if build not in self._compiled:
            self._compiled[build] = build(self)
        return self._compiled[build]

    def _load(self, file: LexiconFile) -> list[Row]:
        shipped = resources.files("extractor.lexicon") / "data" / f"{file.name}.csv"
        rows = _parse(shipped.read_text(encoding="utf-8"), file, f"{file.name}.csv") if shipped.is_file() else []
        path = self.overlay / f"{file.name}.csv" if self.overlay else None
        if path is None or not path.is_file():
            return rows
        merged = {tuple(r[k] for k in file.key): r for r in rows}
        for row in _parse(_text(path), file, str(path), overlay=True):
            key = tuple(row[k] for k in file.key)
            if row.pop("remove", "") == "1":
                if merged.pop(key, None) is None:
                    raise LexiconError(f"{path}: no row to remove with {_named(file, row)}")
            else:
                merged[key] = row
        return list(merged.values())


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise LexiconError(f"lexicon folder {folder} does not exist")
    paths = sorted(p for p in folder.iterdir() if p.suffix.lower() == ".csv")
    if not paths:
        raise LexiconError(f"lexicon folder {folder} holds no .csv file")
    for path in paths:
        if path.suffix != ".csv" or path.stem not in CATALOG:
            raise LexiconError(f"{path}: no such lexicon file; known: {', '.join(f'{n}.csv' for n in sorted(CATALOG))}")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise LexiconError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise LexiconError(f"{path} is not UTF-8 (byte {error.start}): save it as UTF-8") from error


def _named(file: LexiconFile, row: Row) -> str:
    return ", ".join(f"{k} {row[k]!r}" for k in file.key)


def _parse(text: str, file: LexiconFile, where: str, overlay: bool = False) -> list[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return _rows(reader, file, where, overlay)
    except csv.Error as error:
        raise LexiconError(f"{where}, line {reader.line_num}: not CSV: {error}") from error


def _rows(reader: Any, file: LexiconFile, where: str, overlay: bool) -> list[Row]:
    header: list[str] = next(reader, [])
    present = {name: k for k, name in enumerate(header)}
    missing = [c for c in file.columns if c not in present and not (overlay and c not in file.key)]
    if missing:
        known = ", ".join(file.columns)
        raise LexiconError(f"{where}: missing column {', '.join(missing)}; columns are {known}, source")
    columns = (*file.columns, "source")
    if unknown := [c for c in header if c not in columns and not (overlay and c == "remove")]:
        raise LexiconError(f"{where}: unknown column {', '.join(unknown)}; columns are {', '.join(columns)}")
    # A column that is not there, or beyond the cells of a short row, is empty.
    at = [present.get(c, -1) for c in columns]
    removing = present.get("remove", -1) if overlay else -1
    rows = []
    for cells in reader:
        n, number = len(cells), reader.line_num
        if not n:
            continue
        if n > len(header):
            raise LexiconError(f"{where}, line {number}: {n} cells, but the header has {len(header)}")
        row = {c: cells[k].strip() if 0 <= k < n else "" for c, k in zip(columns, at, strict=True)}
        remove = cells[removing].strip() if 0 <= removing < n else ""
        if remove not in ("", "0", "1"):
            raise LexiconError(f"{where}, line {number}: remove is {remove!r}; write 1, or leave it empty")
        if remove == "1":
            row["remove"] = "1"
        else:
            _check_values(row, file, where, number)
        rows.append(row)
    return rows


def _check_values(row: Row, file: LexiconFile, where: str, number: int) -> None:
    for key in file.key:
        if not row[key] and key not in _COUNTRIES:
            raise LexiconError(f"{where}, line {number}: column {key} is empty")
    for column, vocabulary in file.vocabularies:
        if row[column] and row[column] not in VOCABULARIES[vocabulary]:
            known = ", ".join(VOCABULARIES[vocabulary])
            raise LexiconError(f"{where}, line {number}: {column} is {row[column]!r}, not one of {known}")
    for column in file.numbers:
        if row[column] and not _NUMBER.match(row[column]):
            raise LexiconError(f"{where}, line {number}: {column} is {row[column]!r}, not a number")
    for column in _COUNTRIES:
        if row.get(column) and not _CODES.match(row[column]):
            raise LexiconError(f"{where}, line {number}: {column} is {row[column]!r}, not an ISO 3166-1 alpha-3 code")


@lru_cache(maxsize=8)
def load_lexicon(folder: str | None = None) -> Lexicon:
    """The shipped lexicon with the files in `folder` laid over it. One object per folder and process."""
    return Lexicon(Path(folder) if folder else None)
