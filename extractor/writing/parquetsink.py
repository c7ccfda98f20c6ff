"""Parquet: typed columns, zstd; one row group for every 20,000 rows."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from extractor.schema import Table
from extractor.writing.arrowtypes import arrow_schema, arrow_table

_GROUP = 20_000


class ParquetSink:
    """One table as NAME.parquet."""

    suffix = ".parquet"

    def __init__(self, folder: Path, table: Table) -> None:
        self.path = folder / f"{table.name}{self.suffix}"
        self.table = table
        self._writer = pq.ParquetWriter(self.path, arrow_schema(table), compression="zstd")
        self._waiting: list[dict[str, Any]] = []

    def write(self, rows: Iterable[dict[str, Any]]) -> None:
        self._waiting.extend(rows)
        while len(self._waiting) >= _GROUP:
            self._flush(self._waiting[:_GROUP])
            del self._waiting[:_GROUP]

    def close(self) -> None:
        if self._waiting:
            self._flush(self._waiting)
        self._writer.close()

    def _flush(self, rows: list[dict[str, Any]]) -> None:
        self._writer.write_table(arrow_table(self.table, rows))
