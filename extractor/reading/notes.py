"""What a reading found that is of no single article: files of other kinds, tables of earlier runs, named columns that
are nowhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from pathlib import PurePath

from extractor.reading.options import ReadOptions

# (severity, code, message), for a row of the issues table
Note = tuple[str, str, str]

_KINDS_TOLD = 8


class Notes:
    """Takes down, during one reading of all sources, what would otherwise be passed over in silence."""

    def __init__(self, options: ReadOptions) -> None:
        self._skipped: Counter[str] = Counter()
        self._tables: list[str] = []
        self._n_records = 0
        # Columns that the user named; --text-column is missed by every record for itself.
        self._sought = {c: f for f, c in options.columns.items() if c != f and f != "text"}

    def skip_file(self, name: str) -> None:
        """A file that is not read, for its kind."""
        self._skipped[PurePath(name).suffix.lower() or "no suffix"] += 1

    def skip_link(self) -> None:
        """A link to a folder, which is not followed: it could lead round in a circle."""
        self._skipped["links to folders"] += 1

    def skip_table(self, shown: str) -> None:
        """A table that a run has written, which holds no articles."""
        self._tables.append(shown)

    def record(self, columns: Collection[str]) -> None:
        """A record, or a row of metadata, with these columns."""
        self._n_records += 1
        for column in [c for c in self._sought if c in columns]:
            del self._sought[column]

    def notes(self) -> list[Note]:
        """What there is to tell, once everything has been read."""
        found: list[Note] = []
        if self._skipped:
            kinds = [f"{kind} ({n:,})" for kind, n in self._skipped.most_common(_KINDS_TOLD)]
            rest = ", ..." if len(self._skipped) > _KINDS_TOLD else ""
            n = sum(self._skipped.values())
            line = (
                f"{n:,} {'file is' if n == 1 else 'files are'} of no known kind and not read: {', '.join(kinds)}{rest}"
            )
            found.append(("warning", "skipped-files", line))
        if self._tables:
            n, rest = len(self._tables), ", ..." if len(self._tables) > _KINDS_TOLD else ""
            line = (
                f"{n:,} {'file is a table' if n == 1 else 'files are tables'} of an earlier run and not read as "
                f"articles: {', '.join(self._tables[:_KINDS_TOLD])}{rest}; give the folder of the articles, and keep "
                f"tables elsewhere"
            )
            found.append(("warning", "tables-as-input", line))
        if self._n_records:
            for column, name in self._sought.items():
                line = f"no record has a column {column!r}, which --{name}-column names: check its spelling"
                found.append(("error", "no-column", line))
        return found
