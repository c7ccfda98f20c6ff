"""Excel: one workbook, tables.xlsx, one sheet a table. Cells are written as text or numbers, never as formulas."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from extractor.errors import UsageError
from extractor.schema import TABLES, Table

FILE = "tables.xlsx"
MAX_ROWS = 1_048_576
MAX_CELL = 32_767


class XlsxSink:
    def __init__(self, workbook: Any, table: Table) -> None:
        self.table = table
        self._sheet = workbook.add_worksheet(table.name)
        self._day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        self._sheet.freeze_panes(1, 0)
        self._row = 0
        for k, name in enumerate(table.names):
            self._sheet.write_string(0, k, name)

    def write(self, rows: Iterable[dict[str, Any]]) -> None:
        for row in rows:
            self._row += 1
            if self._row >= MAX_ROWS:
                raise UsageError(
                    f"table {self.table.name} has more rows than a sheet holds ({MAX_ROWS:,}); use --format parquet"
                )
            for k, column in enumerate(self.table.columns):
                value = row[column.name]
                if value is None:
                    continue
                if isinstance(value, bool):
                    self._sheet.write_boolean(self._row, k, value)
                elif column.type in ("integer", "number"):
                    self._sheet.write_number(self._row, k, value)
                elif column.type == "date" and value >= "1900-03-01":
                    self._sheet.write_datetime(self._row, k, dt.datetime.fromisoformat(value), self._day)
                else:
                    self._sheet.write_string(self._row, k, value[:MAX_CELL])

    def close(self) -> None:
        if self._row:
            self._sheet.autofilter(0, 0, self._row, len(self.table.columns) - 1)


def open_workbook(folder: Path) -> tuple[dict[str, XlsxSink], Callable[[], None]]:
    """Sinks for all tables in one new workbook, and what closes it."""
    import xlsxwriter

    # In memory, not constant_memory: sheets are written side by side, row by row.
    workbook = xlsxwriter.Workbook(folder / FILE, {"strings_to_formulas": False, "strings_to_urls": False})
    # The same input gives the same bytes.
    workbook.set_properties({"created": dt.datetime(2000, 1, 1)})
    sinks = {name: XlsxSink(workbook, table) for name, table in TABLES.items()}
    return sinks, workbook.close
