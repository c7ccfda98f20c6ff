"""`Tables`: all tables of one run as DataFrames; written to any format and read back with the same dtypes."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.errors import UsageError
from extractor.schema import TABLES, Table
from extractor.tables.frames import to_frame, to_rows
from extractor.writing.csvsink import restore
from extractor.writing.sinks import check_format, open_sinks
from extractor.writing.stale import file_of_others

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]


class Tables:
    """The tables of one run: `t.officials`, `t["officials"]`, and so on, each a typed DataFrame."""

    articles: pd.DataFrame
    officials: pd.DataFrame
    titles: pd.DataFrame
    dates: pd.DataFrame
    counts: pd.DataFrame
    sanctions: pd.DataFrame
    meetings: pd.DataFrame
    statements: pd.DataFrame
    organizations: pd.DataFrame
    mentions: pd.DataFrame
    people: pd.DataFrame
    regimes: pd.DataFrame
    issues: pd.DataFrame

    def __init__(self, rows: dict[str, list[Row]]) -> None:
        for name, table in TABLES.items():
            setattr(self, name, to_frame(table, rows.get(name, [])))

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in TABLES:
            raise KeyError(f"no table {name!r}; tables are {', '.join(TABLES)}")
        frame: pd.DataFrame = getattr(self, name)
        return frame

    def __iter__(self) -> Iterator[str]:
        return iter(TABLES)

    def __repr__(self) -> str:
        return "Tables(" + ", ".join(f"{name}: {len(self[name])}" for name in TABLES) + ")"

    def write(self, folder: str | Path, format: str = "csv") -> Path:
        """Write every table into the folder; each file is put in place when it is complete. Returns the folder.

        Tables in other formats stay. Raises UsageError where the folder cannot be written, holds files of others that
        would be replaced, or where a DataFrame has no longer the columns and types of its table.
        """
        check_format(format)
        folder = Path(folder)
        for name, table in TABLES.items():
            _check_frame(table, self[name])
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{folder} cannot be written: {error.strerror}") from error
        if (other := file_of_others(folder, format)) is not None:
            raise UsageError(f"{folder}: {other} is no table of this program and would be overwritten")
        building = Path(tempfile.mkdtemp(prefix=".extractor-", dir=folder))
        try:
            with open_sinks(building, format) as sinks:
                for name, table in TABLES.items():
                    sinks.write(name, _rows_of(table, self[name]))
            for path in sorted(building.iterdir()):
                path.replace(folder / path.name)
        except (ValueError, sqlite3.IntegrityError) as error:
            raise UsageError(f"the tables cannot be written as {format}: {error}") from error
        finally:
            shutil.rmtree(building, ignore_errors=True)
        return folder


def read_tables(folder: str | Path, format: str | None = None) -> Tables:
    """The tables in a folder that `extractor run` or `Tables.write` wrote, with exact dtypes.

    format: needed only where the folder holds several. Raises UsageError where a table is missing, damaged, or has
    other columns or types.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder")
    found = [name for name in _READERS if (folder / _first_file(name)).is_file()]
    if format is None:
        if len(found) != 1:
            held = f"tables in several formats ({', '.join(found)}); name one with format=" if found else "no tables"
            raise UsageError(f"{folder} holds {held}")
        format = found[0]
    elif format not in _READERS:
        check_format(format)
        raise UsageError(
            f"tables in {format} are for reading by people; write csv, parquet, jsonl or sqlite to read them back"
        )
    rows = _READERS[format](folder)
    try:
        return Tables(rows)
    except (ValueError, TypeError) as error:
        raise UsageError(f"{folder}: a cell is not of the type of its column: {error}") from error


def _first_file(format: str) -> str:
    return "tables.sqlite" if format == "sqlite" else f"articles.{format}"


def _each(folder: Path, suffix: str, read: Callable[[Path, Table], list[Row]]) -> dict[str, list[Row]]:
    rows = {}
    for name, table in TABLES.items():
        path = folder / f"{name}.{suffix}"
        if not path.is_file():
            raise UsageError(f"{path}: the table is missing")
        try:
            rows[name] = read(path, table)
        except (
            ValueError,
            csv.Error,
        ) as error:  # UnicodeDecodeError, JSONDecodeError and ArrowInvalid are ValueErrors.
            raise UsageError(f"{path}: damaged, or changed by another program: {error}") from error
    return rows


def _check_frame(table: Table, frame: pd.DataFrame) -> None:
    missing = [c for c in table.names if c not in frame.columns]
    added = [str(c) for c in frame.columns if c not in table.names]
    if missing or added:
        what = "; ".join(
            f"{kind} {', '.join(names)}" for kind, names in (("lacks", missing), ("has besides", added)) if names
        )
        raise UsageError(f"{table.name} {what}: only tables with their own columns are written; use pandas for others")


def _rows_of(table: Table, frame: pd.DataFrame) -> list[Row]:
    try:
        return to_rows(table, frame)
    except (ValueError, TypeError, AttributeError) as error:
        raise UsageError(f"{table.name}: a cell is not of the type of its column: {error}") from error


def _check_columns(path: Path, table: Table, columns: list[str]) -> None:
    if columns != list(table.names):
        raise UsageError(
            f"{path}: columns are {', '.join(columns)}, not those of {table.name}; written by another version?"
        )


def _read_csv(path: Path, table: Table) -> list[Row]:
    csv.field_size_limit(2**31 - 1)
    with path.open(encoding="utf-8-sig", newline="") as handle:
        reader = csv.reader(handle)
        _check_columns(path, table, next(reader, []))
        kinds = [c.type for c in table.columns]
        return [
            {c.name: _typed(cell, kind) for c, cell, kind in zip(table.columns, cells, kinds, strict=True)}
            for cells in reader
        ]


def _typed(cell: str, kind: str) -> Any:
    if cell == "":
        return None
    if kind == "integer":
        return int(cell)
    if kind == "number":
        return float(cell)
    return cell == "true" if kind == "boolean" else restore(cell)


def _read_jsonl(path: Path, table: Table) -> list[Row]:
    rows = []
    with path.open(encoding="utf-8", newline="\n") as handle:
        for line in handle:
            row = json.loads(line)
            _check_columns(path, table, list(row))
            for column in table.columns:
                if column.type == "json" and row[column.name] is not None:
                    row[column.name] = json.dumps(row[column.name], ensure_ascii=False)
            rows.append(row)
    return rows


def _read_parquet(path: Path, table: Table) -> list[Row]:
    import pyarrow.parquet as pq

    found = pq.read_table(path)
    _check_columns(path, table, found.column_names)
    rows: list[Row] = found.to_pylist()
    for column in table.columns:
        if column.type == "date":
            for row in rows:
                if row[column.name] is not None:
                    row[column.name] = row[column.name].isoformat()
    return rows


def _read_sqlite(folder: Path) -> dict[str, list[Row]]:
    path = folder / "tables.sqlite"
    database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        rows = {}
        for name, table in TABLES.items():
            cursor = database.execute(f'SELECT * FROM "{name}"')
            _check_columns(path, table, [d[0] for d in cursor.description])
            kinds = [c.type for c in table.columns]
            rows[name] = [
                {
                    n: bool(v) if kind == "boolean" and v is not None else v
                    for n, v, kind in zip(table.names, cells, kinds, strict=True)
                }
                for cells in cursor
            ]
        return rows
    except sqlite3.DatabaseError as error:
        raise UsageError(f"{path}: {error}; written by another version?") from error
    finally:
        database.close()


_READERS: dict[str, Callable[[Path], dict[str, list[Row]]]] = {
    "csv": lambda folder: _each(folder, "csv", _read_csv),
    "parquet": lambda folder: _each(folder, "parquet", _read_parquet),
    "jsonl": lambda folder: _each(folder, "jsonl", _read_jsonl),
    "sqlite": _read_sqlite,
}
