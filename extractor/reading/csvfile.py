"""CSV read strictly: a quote that is not closed, or stands alone within a cell, costs the rows it spoils and is told,
where a lenient reader would take the rest of the file for one cell without a word.
"""

from __future__ import annotations

import contextlib
import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from extractor.errors import ReadError
from extractor.reading.days import parse_day
from extractor.reading.options import ReadOptions

# (row number from 2, cells by column or the error that stands in their place)
Row = tuple[int, "dict[str, str | None] | ReadError"]

_DAMAGE = "bad-record"


def separator_of(header: str, usual: str, columns: Iterable[str]) -> str:
    """What separates the cells: `usual`, unless the header has one of the columns only when read with another mark.
    Spreadsheets in countries with a decimal comma write semicolons.
    """
    wanted = frozenset(columns)
    for mark in (usual, ";", "\t", ","):
        with contextlib.suppress(csv.Error):
            if not wanted.isdisjoint(next(csv.reader([header], delimiter=mark), [])):
                return mark
    return usual


class _Lines:
    """The lines of a file, which can be given back; `taken` holds those of the present record."""

    def __init__(self, text: TextIO, limit: int) -> None:
        self._text = text
        self._limit = limit
        self._back: list[str] = []
        self.taken: list[str] = []
        self.number = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._back.pop() if self._back else self._text.readline(self._limit)
        if not line:
            raise StopIteration
        self.number += 1
        self.taken.append(line)
        if len(line) >= self._limit and not line.endswith(("\n", "\r")):
            while (more := self._text.readline(self._limit)) and not more.endswith(("\n", "\r")):
                pass
            raise csv.Error(f"it has more than {self._limit:,} characters")
        return line

    def give_back(self, kept: int) -> None:
        """All lines taken for the present record but the first `kept` are read again."""
        again = self.taken[kept:]
        self._back += reversed(again)
        self.number -= len(again)
        del self.taken[kept:]


class CsvRows:
    """The rows of one file by column; iterate once. Raises ReadError where the header is no CSV."""

    def __init__(self, text: TextIO, delimiter: str, options: ReadOptions) -> None:
        csv.field_size_limit(options.max_bytes)
        self._lines = _Lines(text, options.max_bytes)
        self._reader = csv.reader(self._lines, delimiter=delimiter, strict=True)
        self._options = options
        self._has_wordy_ids = False
        try:
            self.columns = next(self._reader, [])
        except csv.Error as error:
            raise ReadError(_DAMAGE, f"line 1: the header is not CSV: {_reason(error)}") from error
        self._at = {name: k for k, name in enumerate(self.columns)}

    def __iter__(self) -> Iterator[Row]:
        lines = self._lines
        number = 1
        broken: tuple[int, str] | None = None
        while True:
            lines.taken.clear()
            first = lines.number + 1
            try:
                cells = next(self._reader, None)
            except csv.Error as error:
                if broken is None:
                    broken = first, _reason(error)
                # What the quote swallowed may hold sound rows.
                lines.give_back(1)
                continue
            if broken is not None and cells is not None and not self._is_row(cells):
                lines.give_back(1)
                continue
            if broken is not None:
                number += 1
                start, why = broken
                last = first - 1
                span = f"line {start} was" if start == last else f"lines {start:,} to {last:,} were"
                yield number, ReadError(_DAMAGE, f"line {start:,}: {why}; {span} left out")
                broken = None
            if cells is None:
                return
            if cells:
                number += 1
                yield number, self._row(cells, first)

    def _row(self, cells: list[str], line: int) -> dict[str, str | None] | ReadError:
        n = len(self.columns)
        if any(cells[n:]):
            why = f"{len(cells)} cells, but the header has {n}; a cell with the separator in it needs quotes"
            return ReadError(_DAMAGE, f"line {line:,}: {why}")
        name = self._cell(cells, "id")
        self._has_wordy_ids |= bool(name) and not _has_digit(name)
        padded: list[str | None] = [*cells[:n], *[None] * (n - len(cells))]
        return dict(zip(self.columns, padded, strict=True))

    def _cell(self, cells: list[str], field: str) -> str:
        k = self._at.get(self._options.column(field), len(cells))
        return cells[k].strip() if k < len(cells) else ""

    def _is_row(self, cells: list[str]) -> bool:
        """Whether a line amid damage is a row again and no prose with commas: as many cells as the header has, an id
        of one word (with a digit, unless other ids had none), a day, an address; without such columns, a quoted cell.
        """
        k = self._at.get(self._options.column("text"), 0)
        if len(cells) != len(self.columns) or not cells[k].strip() or cells[k][:1].isspace() or cells[k].count('"') % 2:
            return False
        name, day, url = (self._cell(cells, field) for field in ("id", "published", "url"))
        if day and parse_day(day) is None or url and ":" not in url:
            return False
        if self._options.column("id") in self._at:
            return len(name.split()) == 1 and (self._has_wordy_ids or _has_digit(name))
        return bool(day or url) or self._lines.taken[0].startswith('"')


def _has_digit(name: str) -> bool:
    return any(map(str.isdigit, name))


def _reason(error: csv.Error) -> str:
    """The reader's own words, said for people."""
    message = str(error)
    if "unexpected end of data" in message:
        return "a quote opens a cell and is not closed before the end of the file"
    if "expected after" in message:
        return "a quote within a cell ends it too early (write two for one), or the quote that opens it is not closed"
    if "field larger than" in message:
        return f"a quote is not closed, or a cell is too long: {message}"
    return f"the row is not CSV: {message}"
