"""A range whose ends came out in the wrong order: "from Tuesday to Thursday" said on a Wednesday of what is to come."""

from __future__ import annotations

from datetime import date

from extractor.components.dates import intervals as iv
from extractor.components.dates.timex import Timex
from extractor.components.dates.values import value_in_year
from extractor.components.records import DateRecord


def put_in_order(left: DateRecord, right: DateRecord, timex: Timex, day: date | None) -> None:
    """Move one end by a week or a year where the right end (read from `timex`) lies before the left one: the right end
    ahead where the left one lies ahead of `day`, else the left end back. Ends that name their year are left alone."""
    start = timex.link
    if start is None or day is None or not left.date_start or not right.date_end or left.date_start <= right.date_end:
        return
    if any(t.kind != "calendar" or t.year is not None or t.of is not None for t in (start, timex)):
        return
    ahead = left.date_start >= day.isoformat()
    moved, other = (right, timex) if ahead else (left, start)
    if moved.date_start is None:
        return
    first = date.fromisoformat(moved.date_start)
    if timex.weekday is not None and start.weekday is not None and timex.month is None and start.month is None:
        target = iv.add_days(first, 7 if ahead else -7)
        if target is not None:
            moved.timex_value = moved.timex_value.replace(moved.date_start, target.isoformat())
            moved.date_start = moved.date_end = target.isoformat()
    elif timex.month is not None and start.month is not None:
        value = value_in_year(other, first.year + (1 if ahead else -1))
        days = iv.interval_of(value, moved.timex_mod)[0] if value else None
        if value is not None and days is not None:
            moved.timex_value, moved.date_start, moved.date_end = value, days.start.isoformat(), days.end.isoformat()
