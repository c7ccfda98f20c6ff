"""Every row is checked before it is written: span, required cells, types, vocabularies, order of bounds."""

from __future__ import annotations

import datetime as dt
import json
import math
import re
from collections.abc import Callable
from typing import Any

from extractor.schema import Column, Table

_CODES = re.compile(r"[A-Z]{3}\Z")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_PAIRS = (("date_start", "date_end"), ("low", "high"))


def check_row(table: Table, row: dict[str, Any], raw: str | None = None) -> str | None:
    """What is wrong with the row, or None. raw: the article's text, for tables with spans."""
    if raw is not None and "start" in row:
        start, end = row["start"], row["end"]
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(raw)):
            return f"span {start}, {end} is not in the text"
        if raw[start:end] != row["text"]:
            return f"the text is not that of the span {start}, {end}"
        if row["text"] != row["text"].strip():
            return "the span begins or ends with white space"
    if tuple(row) != table.names:
        problem = _check_columns(table, row)
        if problem:
            return problem
        row = {name: row[name] for name in table.names}
    plan, pairs = _plan(table)
    for value, (column, sound) in zip(row.values(), plan, strict=True):
        if value is None:
            if column.required:
                return f"{column.name}: empty, but required"
        elif sound is None or not sound(value):
            problem = _check_cell(column, value)
            if problem:
                return f"{column.name}: {problem}"
    for low, high in pairs:
        if row[low] is not None and row[high] is not None and row[low] > row[high]:
            return f"{low} {row[low]} is after {high} {row[high]}"
    return None


def _check_columns(table: Table, row: dict[str, Any]) -> str | None:
    for name in table.names:
        if name not in row:
            return f"column {name} is missing"
    unknown = sorted(set(row) - set(table.names))
    return f"unknown column {', '.join(unknown)}" if unknown else None


Sound = Callable[[Any], bool]
Plan = tuple[list[tuple[Column, Sound | None]], list[tuple[str, str]]]
_PLANS: dict[int, tuple[Table, Plan]] = {}


def _plan(table: Table) -> Plan:
    """Each column with, where one look can tell, a test that says that a value is sound; the pairs in order; made once
    per table.
    """
    known = _PLANS.get(id(table))
    if known is None or known[0] is not table:
        pairs = [(low, high) for low, high in _PAIRS if low in table.names and high in table.names]
        known = _PLANS[id(table)] = table, ([(c, _sound(c)) for c in table.columns], pairs)
    return known[1]


def _sound(column: Column) -> Sound | None:
    if column.name == "confidence":
        return lambda value: type(value) is float and 0.0 <= value <= 1.0
    if column.multiple:
        return None
    if column.name.endswith("country"):
        return (
            None if column.values is not None else lambda value: type(value) is str and _CODES.match(value) is not None
        )
    if column.values is not None:
        # A value that cannot be looked up is left to the full check.
        values = frozenset(column.values)
        return lambda value: type(value) is str and value in values
    if column.type == "string":
        return lambda value: type(value) is str and value != ""
    if column.type == "integer":
        return lambda value: type(value) is int and -(2**62) < value < 2**62
    if column.type == "boolean":
        return lambda value: value is True or value is False
    return None


def _check_cell(column: Column, value: Any) -> str | None:
    problem = _check_type(column, value)
    if problem:
        return problem
    parts = value.split(";") if column.multiple else [value]
    if column.values is not None:
        for part in parts:
            if part not in column.values:
                return f"{part!r} is not in the vocabulary {column.vocabulary}"
    if column.multiple and parts != sorted(set(parts)):
        return f"{value!r} is not sorted, or has a value twice"
    if (column.name == "country" or column.name.endswith("_country")) and not all(_CODES.match(p) for p in parts):
        return f"{value!r} is no ISO 3166-1 alpha-3 code"
    if column.name == "confidence" and not 0 <= value <= 1:
        return f"{value} is not between 0 and 1"
    return None


def _check_type(column: Column, value: Any) -> str | None:
    kind = column.type
    if kind in ("string", "json", "date"):
        if not isinstance(value, str):
            return f"{value!r} is a {type(value).__name__}, not a string"
        if not value:
            return "an empty string stands for nothing; use None"
        return _check_text(kind, value)
    if kind == "boolean":
        return None if isinstance(value, bool) else f"{value!r} is no boolean"
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or (kind == "integer" and not isinstance(value, int))
    ):
        return f"{value!r} is no {kind}"
    if isinstance(value, float) and not math.isfinite(value):
        return f"{value} is not finite"
    return f"{value} is out of range" if kind == "integer" and abs(value) >= 2**63 else None


def _check_text(kind: str, value: str) -> str | None:
    if kind == "date":
        try:
            dt.date.fromisoformat(value if _DAY.match(value) else "")
        except ValueError:
            return f"{value!r} is no ISO 8601 day"
    elif kind == "json":
        try:
            json.loads(value)
        except ValueError:
            return f"{value!r} is no JSON"
    return None


def check_references(tables: dict[str, list[dict[str, Any]]], declared: dict[str, Table]) -> list[str]:
    """Cells that point to a row that is not there, over all tables of a run or an article."""
    keys: dict[str, set[Any]] = {}
    problems = []
    for table in declared.values():
        for column in table.columns:
            if column.references is None:
                continue
            if column.references not in keys:
                other, name = column.references.split(".")
                keys[column.references] = {row[name] for row in tables.get(other, ())}
            for row in tables.get(table.name, ()):
                value = row[column.name]
                if value is not None and value not in keys[column.references]:
                    problems.append(f"{table.name}.{column.name} {value} is not in {column.references}")
    return problems
