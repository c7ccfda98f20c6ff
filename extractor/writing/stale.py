"""What lies in the folder of the tables already: tables of an earlier run in another format, which beside the new ones
would be taken for tables of the same run; and files of others under the names of tables, which must not be lost.
"""

from __future__ import annotations

import csv
import json
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

from extractor.schema import TABLES, Table

# Tables that every version has had, by which a file of many tables is known.
_KNOWN = ("articles", "officials", "titles", "dates", "counts", "sanctions")


def files_of(format: str) -> list[str]:
    """Names of the files that the tables are written to."""
    return [_file(table, format) for table in TABLES.values()]


def file_of_others(folder: Path, format: str) -> str | None:
    """The first file that writing in this format would replace though it is no table of this program, or None."""
    is_ours = _TESTS[format]
    for table in TABLES.values():
        path = folder / _file(table, format)
        if path.is_dir() or path.is_file() and not is_ours(path, table):
            return path.name
    return None


def _file(table: Table, format: str) -> str:
    return f"tables.{format}" if format in ("sqlite", "xlsx") else f"{table.name}.{format}"


def remove_stale(folder: Path, format: str) -> list[str]:
    """Remove this program's tables in other formats than `format` from the folder; returns the names of the files.

    A file must have the name and the first columns of a table to be taken for one: others' files are left alone.
    """
    removed = []
    for other, is_ours in _TESTS.items():
        if other == format:
            continue
        for table in TABLES.values():
            path = folder / _file(table, other)
            if path.is_file() and not path.is_symlink() and is_ours(path, table):
                path.unlink()
                removed.append(path.name)
    return removed


def _csv(path: Path, table: Table) -> bool:
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as handle:
        return _begins(next(csv.reader([handle.readline(100_000)]), []), table)


def _jsonl(path: Path, table: Table) -> bool:
    """A table without rows is an empty file, which holds nothing that could be lost."""
    with path.open(encoding="utf-8", errors="replace") as handle:
        line = handle.readline(1_000_000)
    try:
        row = json.loads(line) if line else None
    except (ValueError, RecursionError):
        return False
    return not line or isinstance(row, dict) and _begins(list(row), table)


def _parquet(path: Path, table: Table) -> bool:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        schema = pq.read_schema(path)
    except (pa.ArrowException, OSError):
        return False
    return (schema.metadata or {}).get(b"table") == table.name.encode() and _begins(schema.names, table)


def _sqlite(path: Path, _: Table) -> bool:
    try:
        database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        try:
            found = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        finally:
            database.close()
    except sqlite3.DatabaseError:
        return False
    return found.issuperset(_KNOWN)


def _xlsx(path: Path, _: Table) -> bool:
    try:
        with zipfile.ZipFile(path) as book:
            sheets = book.read("xl/workbook.xml").decode("utf-8", "replace")
    except (zipfile.BadZipFile, KeyError, OSError):
        return False
    return all(f'name="{name}"' in sheets for name in _KNOWN)


def _begins(columns: list[str], table: Table) -> bool:
    """Whether these are columns of the table, of this version or another: the first two agree."""
    return columns[:2] == list(table.names[:2])


_TESTS: dict[str, Callable[[Path, Table], bool]] = {
    "csv": _csv,
    "jsonl": _jsonl,
    "parquet": _parquet,
    "sqlite": _sqlite,
    "xlsx": _xlsx,
}
