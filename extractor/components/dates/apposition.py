"""Two expressions for one date: "In 1994, just 17 years later, …", "Two days later, on May 5, …"."""

from __future__ import annotations

from extractor.components.dates.timex import Timex
from extractor.language.tokens import TokenTable

_SOFT = frozenset(("just", "only", "exactly", "fully", "some", "on", "in"))
_UNITS = {"Y": "year", "M": "month", "D": "day"}


def named_beside(found: list[Timex], at: int, tokens: TokenTable) -> Timex | None:
    """The calendar date that stands in apposition to the offset found[at] and names the same day, month or year."""
    timex = found[at]
    if timex.kind != "offset" or timex.direction not in ("later", "earlier") or timex.unit not in _UNITS:
        return None
    after = tokens.lower[timex.end] if timex.end < tokens.n else ""
    if at and after == ",":
        other = found[at - 1]
        gap = tokens.lower[other.end : timex.first]
        if _same_kind(timex, other) and gap[:1] == [","] and len(gap) < 4 and _SOFT.issuperset(gap[1:]):
            return other
    if at + 1 < len(found) and after == ",":
        other = found[at + 1]
        gap = tokens.lower[timex.end : other.first]
        if _same_kind(timex, other) and len(gap) == 2 and gap[1] in ("on", "in"):
            return other
    return None


def _same_kind(timex: Timex, other: Timex) -> bool:
    if other.kind != "calendar" or other.timex_type != "DATE":
        return False
    if timex.unit == "Y":
        return other.year is not None and other.rule == "year"
    if timex.unit == "M":
        return other.month is not None and other.day is None
    return other.day is not None or other.weekday is not None
