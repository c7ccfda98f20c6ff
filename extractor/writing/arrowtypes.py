"""The schema in Arrow's terms, and rows as Arrow record batches."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pyarrow as pa

from extractor.schema import ColumnType, Table

_TYPES: dict[ColumnType, pa.DataType] = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "json": pa.string(),
}


def arrow_schema(table: Table) -> pa.Schema:
    """Arrow schema of a table, with the column descriptions as metadata."""
    fields = [pa.field(c.name, _TYPES[c.type], not c.required, {"description": c.description}) for c in table.columns]
    return pa.schema(fields, {"table": table.name, "description": table.description})


def arrow_table(table: Table, rows: list[dict[str, Any]]) -> pa.Table:
    """Rows as an Arrow table; days are ISO 8601 strings in rows and date32 in Arrow."""
    columns = [pa.array([_value(row[c.name], c.type) for row in rows], _TYPES[c.type]) for c in table.columns]
    return pa.Table.from_arrays(columns, schema=arrow_schema(table))


def _value(value: Any, kind: ColumnType) -> Any:
    if value is None:
        return None
    if kind == "date":
        return dt.date.fromisoformat(value)
    return float(value) if kind == "number" else value
