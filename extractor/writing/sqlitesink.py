"""SQLite: one file, tables.sqlite, with declared types, primary keys and indexes on article_id."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from extractor.schema import SQLITE_TYPES, TABLES, Table

FILE = "tables.sqlite"


class SqliteSink:
    """One table of the database."""

    def __init__(self, database: sqlite3.Connection, table: Table) -> None:
        self.table = table
        self._database = database
        columns = ", ".join(_declare(table, k) for k in range(len(table.columns)))
        database.execute(f'CREATE TABLE "{table.name}" ({columns})')
        marks = ", ".join("?" * len(table.columns))
        self._insert = f'INSERT INTO "{table.name}" VALUES ({marks})'

    def write(self, rows: Iterable[dict[str, Any]]) -> None:
        names = self.table.names
        with _disk_errors():
            self._database.executemany(self._insert, ([row[n] for n in names] for row in rows))

    def close(self) -> None:
        if "article_id" in self.table.names and self.table.key != "article_id":
            with _disk_errors():
                self._database.execute(f'CREATE INDEX "{self.table.name}_article" ON "{self.table.name}" (article_id)')


@contextlib.contextmanager
def _disk_errors() -> Iterator[None]:
    """SQLite's own error for a full disk, as the system's, which all other formats raise."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OSError(f"{FILE}: {error}") from error


def _declare(table: Table, k: int) -> str:
    column = table.columns[k]
    rest = " PRIMARY KEY" if column.name == table.key else ""
    return f'"{column.name}" {SQLITE_TYPES[column.type]}{" NOT NULL" if column.required else ""}{rest}'


def open_database(folder: Path) -> tuple[dict[str, SqliteSink], Callable[[], None]]:
    """Sinks for all tables in one new database, and what closes it."""
    database = sqlite3.connect(folder / FILE, isolation_level=None)
    database.execute("PRAGMA journal_mode=OFF")
    database.execute("PRAGMA synchronous=OFF")
    database.execute("BEGIN")
    sinks = {name: SqliteSink(database, table) for name, table in TABLES.items()}

    def end() -> None:
        with _disk_errors(), contextlib.closing(database):
            database.execute("COMMIT")

    return sinks, end
