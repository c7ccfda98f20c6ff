"""Reads the lexicon files and lays a user's folder over them."""

from __future__ import annotations

import csv
import hashlib
import io
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

    def fingerprint(self) -> str:
        """SHA-256 over all rows: runs with equal fingerprints used the same vocabularies."""
        digest = hashlib.sha256()
        for name in sorted(CATALOG):
            digest.update(name.encode())
            for row in self.rows(name):
                digest.update(repr(sorted(row.items())).encode())
        return digest.hexdigest()

    def _load(self, file: LexiconFile) -> list[Row]:
        shipped = resources.files("extractor.lexicon") / "data" / f"{file.name}.csv"
        rows = _parse(shipped.read_text(encoding="utf-8"), file, f"{file.name}.csv") if shipped.is_file() else []
        path = self.overlay / f"{file.name}.csv" if self.overlay else None
        if path is None or not path.is_file():
            return rows
        merged = {tuple(r[k] for k in file.key): r for r in rows}
        for row in _parse(path.read_text(encoding="utf-8-sig"), file, str(path), overlay=True):
            key = tuple(row[k] for k in file.key)
            if row.pop("remove", "") == "1":
                merged.pop(key, None)
            else:
                merged[key] = row
        return list(merged.values())


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise LexiconError(f"lexicon folder {folder} does not exist")
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in CATALOG:
            raise LexiconError(f"{path}: no such lexicon file; known: {', '.join(sorted(CATALOG))}")


def _parse(text: str, file: LexiconFile, where: str, overlay: bool = False) -> list[Row]:
    reader = csv.reader(io.StringIO(text))
    present = {name: k for k, name in enumerate(next(reader, []))}
    missing = [c for c in file.columns if c not in present and not (overlay and c not in file.key)]
    if missing:
        known = ", ".join(file.columns)
        raise LexiconError(f"{where}: missing column {', '.join(missing)}; columns are {known}, source")
    columns = (*file.columns, "source")
    # A column that is not there, or beyond the cells of a short row, is empty.
    at = [present.get(c, -1) for c in columns]
    removing = present.get("remove", -1) if overlay else -1
    rows = []
    for number, cells in enumerate((cells for cells in reader if cells), start=2):
        n = len(cells)
        row = {c: cells[k].strip() if 0 <= k < n else "" for c, k in zip(columns, at, strict=True)}
        if 0 <= removing < n and cells[removing].strip() == "1":
            row["remove"] = "1"
        else:
            _check_values(row, file, where, number)
        rows.append(row)
    return rows


def _check_values(row: Row, file: LexiconFile, where: str, number: int) -> None:
    for key in file.key:
        if not row[key] and key not in ("country", "iso3"):
            raise LexiconError(f"{where}, line {number}: column {key} is empty")
    for column, vocabulary in file.vocabularies:
        if row[column] and row[column] not in VOCABULARIES[vocabulary]:
            known = ", ".join(VOCABULARIES[vocabulary])
            raise LexiconError(f"{where}, line {number}: {column} is {row[column]!r}, not one of {known}")


@lru_cache(maxsize=8)
def load_lexicon(folder: str | None = None) -> Lexicon:
    """The shipped lexicon with the files in `folder` laid over it. One object per folder and process."""
    return Lexicon(Path(folder) if folder else None)
