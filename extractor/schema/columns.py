"""What a column and a table are, and how each column type is spelled in pandas, Arrow and SQLite."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from extractor.schema.vocabulary import VOCABULARIES

ColumnType = Literal["string", "integer", "number", "boolean", "date", "json"]

# pandas: nullable dtypes, so that an empty cell stays empty and an integer stays an integer.
PANDAS_DTYPES: dict[ColumnType, str] = {
    "string": "str",
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
    "json": "str",
}

SQLITE_TYPES: dict[ColumnType, str] = {
    "string": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "INTEGER",
    "date": "TEXT",
    "json": "TEXT",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    name: column name as written.
    type: one of the six column types above.
    description: one line for the docs.
    vocabulary: name of the controlled vocabulary its values come from, if any.
    required: an empty cell is an error.
    multiple: several values joined by ";" in alphabetical order.
    references: "table.column" whose values this column holds, if any.
    """

    name: str
    type: ColumnType
    description: str
    vocabulary: str | None = None
    required: bool = False
    multiple: bool = False
    references: str | None = None

    def __post_init__(self) -> None:
        if self.vocabulary is not None and self.vocabulary not in VOCABULARIES:
            raise ValueError(f"column {self.name}: unknown vocabulary {self.vocabulary}")

    @property
    def values(self) -> tuple[str, ...] | None:
        """The closed list of values, or None where the column is free."""
        return VOCABULARIES[self.vocabulary] if self.vocabulary else None


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name, what a row is, its columns in order, and the column that identifies a row.

    is_fact: its rows are spans of one article, with sentence, confidence and rule. names: of the columns.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    key: str | None = None
    is_fact: bool = False
    names: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(c.name for c in self.columns))
