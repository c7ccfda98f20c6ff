"""Excel: one workbook, tables.xlsx, one sheet a table. Cells are written as text or numbers, never as formulas."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from extractor.schema import TABLES, Table

FILE = "tables.xlsx"
MAX_ROWS = 1_048_576
MAX_CELL = 32_767


class XlsxSink:
    """Sheets of one table: that of its name and, where the rows are more than a sheet holds, NAME_2 and so on."""

    def __init__(self, workbook: Any, table: Table) -> None:
        self.table = table
        self._workbook = workbook
        self._day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        self._n_sheets = 0
        self._begin_sheet()

    def _begin_sheet(self) -> None:
        self._n_sheets += 1
        name = self.table.name if self._n_sheets == 1 else f"{self.table.name}_{self._n_sheets}"
        self._sheet = self._workbook.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        self._row = 0
        for k, column in enumerate(self.table.names):
            self._sheet.write_string(0, k, column)

    def write(self, rows: Iterable[dict[str, Any]]) -> None:
        for row in rows:
            if self._row + 1 >= MAX_ROWS:
                self.close()
                self._begin_sheet()
            self._row += 1
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

    # constant_memory: each sheet goes to a temporary file of its own, row by row; those lie where there is room for the
    # workbook.
    options = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True, "tmpdir": str(folder)}
    workbook = xlsxwriter.Workbook(folder / FILE, options)
    workbook.use_zip64()
    # The same input gives the same bytes.
    workbook.set_properties({"created": dt.datetime(2000, 1, 1)})
    sinks = {name: XlsxSink(workbook, table) for name, table in TABLES.items()}

    def end() -> None:
        try:
            workbook.close()
        except xlsxwriter.exceptions.FileCreateError as error:
            raise OSError(f"{FILE}: {error}") from error

    return sinks, end
