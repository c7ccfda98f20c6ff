"""All tables of one run in one format: opened together, written row by row, closed together."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Protocol

from extractor.errors import UsageError
from extractor.schema import TABLES, Table

FORMATS = ("csv", "parquet", "jsonl", "sqlite", "xlsx")


class Sink(Protocol):
    """Takes the rows of one table; an OSError where they cannot be written."""

    def write(self, rows: Iterable[dict[str, Any]]) -> None:
        """Add rows; each has all columns, days as ISO 8601 strings, None for what is empty."""

    def close(self) -> None:
        """Finish the table."""


def check_format(format: str) -> None:
    """Raise UsageError for a format that is not known or whose extra is not installed."""
    if format not in FORMATS:
        raise UsageError(f"unknown format {format!r}; choose from {', '.join(FORMATS)}")
    if format == "xlsx":
        try:
            import xlsxwriter  # noqa: F401
        except ImportError as error:
            raise UsageError("format xlsx needs an extra: pip install 'extractor[xlsx]'") from error


class Sinks:
    """One sink for each table; also a context manager."""

    def __init__(self, folder: Path, format: str) -> None:
        check_format(format)
        self._sinks, self._end = _open(folder, format)

    def write(self, table: str, rows: Iterable[dict[str, Any]]) -> None:
        """Add rows to one table."""
        self._sinks[table].write(rows)

    def __enter__(self) -> Sinks:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        # What is half written is thrown away: closing it must not put an error of its own before the first.
        with contextlib.suppress(Exception) if kind is not None else contextlib.nullcontext():
            for sink in self._sinks.values():
                sink.close()
            if self._end is not None:
                self._end()


def open_sinks(folder: Path, format: str) -> Sinks:
    """Sinks for all tables in this folder."""
    return Sinks(folder, format)


def _open(folder: Path, format: str) -> tuple[Mapping[str, Sink], Callable[[], None] | None]:
    def each(make: Callable[[Path, Table], Sink]) -> dict[str, Sink]:
        return {name: make(folder, table) for name, table in TABLES.items()}

    if format == "csv":
        from extractor.writing.csvsink import CsvSink

        return each(CsvSink), None
    if format == "jsonl":
        from extractor.writing.jsonlsink import JsonlSink

        return each(JsonlSink), None
    if format == "parquet":
        from extractor.writing.parquetsink import ParquetSink

        return each(ParquetSink), None
    if format == "sqlite":
        from extractor.writing.sqlitesink import open_database

        return open_database(folder)
    from extractor.writing.xlsxsink import open_workbook

    return open_workbook(folder)


__all__ = ["FORMATS", "Sink", "Sinks", "check_format", "open_sinks"]
