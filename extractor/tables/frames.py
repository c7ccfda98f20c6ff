"""Rows ↔ pandas: typed DataFrames with the schema's columns, empty ones included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.schema import PANDAS_DTYPES, Table

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]


def to_frame(table: Table, rows: list[Row]) -> pd.DataFrame:
    """Rows as a DataFrame with the schema's columns, order and dtypes."""
    import pandas as pd

    return pd.DataFrame({c.name: _series([row[c.name] for row in rows], PANDAS_DTYPES[c.type]) for c in table.columns})


def _series(values: list[Any], dtype: str) -> Any:
    import pandas as pd

    if dtype.startswith("datetime64"):
        import numpy as np

        days = np.array([v if v is not None else "NaT" for v in values], dtype="datetime64[s]")
        return pd.Series(days, dtype=dtype)
    if dtype == "Float64":
        values = [None if v is None else float(v) for v in values]
    return pd.Series(values, dtype=dtype)


def to_rows(table: Table, frame: pd.DataFrame) -> list[Row]:
    """The inverse of `to_frame`: plain values, None for missing ones, days as ISO 8601."""
    columns = {c.name: [_plain(v, c.type) for v in frame[c.name].tolist()] for c in table.columns}
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def _plain(value: Any, kind: str) -> Any:
    import pandas as pd

    if value is None or pd.isna(value):
        return None
    if kind == "date":
        # Not strftime, which drops the zeros of early years.
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    if kind == "integer":
        return int(value)
    if kind == "number":
        return float(value)
    return bool(value) if kind == "boolean" else str(value)
