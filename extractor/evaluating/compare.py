"""Comparisons of a gold item with an extracted row: spans, and values field by field.

Text is compared without regard to case, hyphens and quote style. A value of several parts is a list or joined by ";".
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Callable
from typing import Any

Row = dict[str, Any]
Comparison = Callable[[Row, Row, str], bool]


def is_empty(value: object) -> bool:
    """None, NaN and empty text or lists: the ways a cell is left empty."""
    if isinstance(value, float):
        return math.isnan(value)
    return value is None or (isinstance(value, str | list | dict) and not value)


def normalized(value: object) -> str:
    """The value as text that can be compared: plain case, single spaces, no hyphens or curly apostrophes."""
    text = "" if is_empty(value) else unicodedata.normalize("NFKC", str(value)).casefold()
    return " ".join(text.replace("’", "'").replace("-", " ").split())


def overlap(a: Row, b: Row) -> bool:
    """Whether the two spans share a character."""
    return a["start"] < b["end"] and b["start"] < a["end"]


def span_overlap(gold: Row, row: Row) -> float:
    """Characters shared by the two spans over the characters they cover together, 0 to 1."""
    if not overlap(gold, row):
        return 0.0
    shared = min(gold["end"], row["end"]) - max(gold["start"], row["start"])
    return shared / (max(gold["end"], row["end"]) - min(gold["start"], row["start"]))


def same_text(gold: Row, row: Row, field: str) -> bool:
    """Equal when normalized; a day is equal to itself as text or time stamp."""
    return normalized(_day(gold.get(field))) == normalized(_day(row.get(field)))


def _day(value: Any) -> Any:
    """A timestamp from a DataFrame as the day it stands for."""
    return value.date().isoformat() if hasattr(value, "date") else value


def same_set(gold: Row, row: Row, field: str) -> bool:
    """The same parts, in any order."""
    return _parts(gold.get(field)) == _parts(row.get(field))


def _parts(value: Any) -> set[str]:
    parts = value if isinstance(value, list) else [] if is_empty(value) else str(value).split(";")
    return {normalized(part) for part in parts} - {""}


def same_number(gold: Row, row: Row, field: str) -> bool:
    """Equal as numbers; an empty side equals nothing."""
    try:
        return math.isclose(float(gold[field]), float(row[field]), rel_tol=1e-9)
    except (KeyError, TypeError, ValueError):
        return False


def contained_text(gold: Row, row: Row, field: str) -> bool:
    """One is part of the other: "Foreign Ministry" for "Japanese Foreign Ministry"."""
    wanted, given = (normalized(side.get(field)).removeprefix("the ") for side in (gold, row))
    return bool(given) and (wanted in given or given in wanted)


def by_span(gold: Row, row: Row, field: str) -> bool:
    """Both point to the same place in the text."""
    return row.get(field) is not None and overlap(gold[field], row[field])
