"""CSV: UTF-8, one header line, empty cells for missing values. Cells that a spreadsheet would take for a formula are
defused.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from extractor.schema import Table

# A spreadsheet runs a cell that begins with one of these. One more apostrophe in front makes it text; cells that
# already begin with apostrophes and one of these get one more too, so that taking one away restores every cell.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_FIRST = frozenset("'=+-@\t\r")


def defuse(cell: str) -> str:
    """The cell as written."""
    return "'" + cell if cell[:1] in _FIRST and _FORMULA.match(cell) else cell


def restore(cell: str) -> str:
    """The cell as it was before `defuse`."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell, 1) else cell


class CsvSink:
    """One table as NAME.csv."""

    suffix = ".csv"

    def __init__(self, folder: Path, table: Table) -> None:
        self.path = folder / f"{table.name}{self.suffix}"
        self.table = table
        self._handle = self.path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._handle, lineterminator="\n")
        # Python 3.11 leaves a lone carriage return bare, which readers take for the end of the line.
        self._quoting = csv.writer(self._handle, lineterminator="\n", quoting=csv.QUOTE_ALL)
        self._writer.writerow(table.names)
        written = {c.name: defuse if c.type in ("string", "json", "date") else cell for c in table.columns}
        self._written: list[tuple[str, Callable[[Any], str]]] = list(written.items())

    def write(self, rows: Iterable[dict[str, Any]]) -> None:
        for row in rows:
            cells = ["" if (value := row[name]) is None else write(value) for name, write in self._written]
            (self._quoting if "\r" in "".join(cells) else self._writer).writerow(cells)

    def close(self) -> None:
        self._handle.close()


def cell(value: Any) -> str:
    """A number or boolean as text: true, 17, 2.5."""
    if type(value) is int:
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
