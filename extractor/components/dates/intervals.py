"""Calendar arithmetic, and the interval of days that a TIMEX3 value stands for.

Conventions (the tables' contract): early, mid, late month = days 1-10, 11-20, 21-end; early, mid, late year =
January-April, May-August,
September-December; early, mid, late decade = years 0-3, 4-6, 7-9; seasons are meteorological, northern hemisphere;
weeks are ISO 8601.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_THIRDS = {"START": 0, "MID": 1, "END": 2}


class Interval(NamedTuple):
    """First and last day, both inclusive."""

    start: date
    end: date

    def contains(self, day: date) -> bool:
        return self.start <= day <= self.end


def month_days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def add_months(day: date, months: int) -> date | None:
    """The same day of the month `months` later, or the last day of a shorter month; None outside the years 1 to
    9999."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, month_days(year, month + 1)))


def add_days(day: date, days: int) -> date | None:
    """`days` later, or None outside the years 1 to 9999."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= month_days(year, month)):
        return None
    return date(year, month, day)


def months_interval(year: int, month: int, count: int) -> Interval | None:
    """`count` whole months from this one."""
    first = make_day(year, month, 1)
    after = add_months(first, count) if first else None
    return Interval(first, after - timedelta(days=1)) if first and after else None


def week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def easter(year: int) -> date:
    """Western Easter Sunday: the anonymous Gregorian computus (Meeus, Astronomical Algorithms)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, g = b // 4, b % 4, (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Orthodox Easter Sunday, as a Gregorian day: the Julian computus (Meeus, Astronomical Algorithms)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    julian = date(year, month, day + 1)
    return julian + timedelta(days=year // 100 - year // 400 - 2)


_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?:-(?P<we>WE|\d))?|Q(?P<q>[1-4])|H(?P<h>[12])|"
    r"(?P<season>SP|SU|FA|WI)))?(?P<time>T.*)?"
)
_SHORT = re.compile(r"\d{2,3}")


@lru_cache(maxsize=4096)
def interval_of(value: str, mod: str | None = None) -> tuple[Interval | None, str | None]:
    """(days, granularity) of a TIMEX3 date value; `mod` START, MID or END narrows it. (None, None) for partial
    values."""
    if _SHORT.fullmatch(value):
        return _long(value, mod)
    found = _VALUE.fullmatch(value)
    if found is None or int(found["year"]) < 1:
        return None, None
    year = int(found["year"])
    third = _THIRDS.get(mod or "")
    whole: Interval | None
    if found["day"]:
        day = make_day(year, int(found["month"]), int(found["day"]))
        whole = Interval(day, day) if day else None
        time = found["time"]
        if time:
            return whole, "time" if time[1:2].isdigit() else "part_of_day"
        return whole, "day" if third is None else "part_of_day"
    if found["month"]:
        whole = months_interval(year, int(found["month"]), 1) if 1 <= int(found["month"]) <= 12 else None
        if whole and third is not None:
            first = whole.start.replace(day=1 + 10 * third)
            return Interval(first, whole.end if third == 2 else first.replace(day=10 * (third + 1))), "part_of_month"
        return whole, "month"
    if found["week"]:
        return _week(year, int(found["week"]), found["we"])
    if found["q"]:
        return months_interval(year, 3 * int(found["q"]) - 2, 3), "quarter"
    if found["h"]:
        return months_interval(year, 6 * int(found["h"]) - 5, 6), "part_of_year"
    if found["season"]:
        first_month = SEASON_MONTH[found["season"]]
        if third is not None:
            start = make_day(year, first_month, 1)
            part = add_months(start, third) if start else None
            return (months_interval(part.year, part.month, 1) if part else None), "season"
        return months_interval(year, first_month, 3), "season"
    if third is not None:
        return months_interval(year, 1 + 4 * third, 4), "part_of_year"
    return months_interval(year, 1, 12), "year"


def half_of(value: str, second: bool) -> Interval | None:
    """The days of the first or second half of what a value covers: days 1-15 of a month, five years of a decade."""
    whole, granularity = interval_of(value)
    if whole is None:
        return None
    if granularity == "month":
        cut = whole.start.replace(day=15)
    elif granularity in ("decade", "century"):
        cut = date(whole.start.year + (whole.end.year - whole.start.year) // 2, 12, 31)
    else:
        cut = whole.start + (whole.end - whole.start) // 2
    return Interval(cut + timedelta(days=1), whole.end) if second else Interval(whole.start, cut)


def _week(year: int, week: int, part: str | None) -> tuple[Interval | None, str | None]:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None, None
    if part == "WE":
        return Interval(monday + timedelta(days=5), monday + timedelta(days=6)), "day"
    if part:
        day = monday + timedelta(days=int(part) - 1)
        return Interval(day, day), "day"
    return Interval(monday, monday + timedelta(days=6)), "week"


def _long(value: str, mod: str | None) -> tuple[Interval | None, str | None]:
    """A decade ("197") or a century ("19", the years 1900 to 1999 as TimeML writes them)."""
    third = _THIRDS.get(mod or "")
    if len(value) == 3:
        first = int(value) * 10
        low, high = ((0, 3), (4, 6), (7, 9))[third] if third is not None else (0, 9)
        kind = "decade"
    else:
        first = int(value) * 100
        low, high = ((0, 33), (34, 66), (67, 99))[third] if third is not None else (0, 99)
        kind = "century"
    if first + low < 1:
        return None, None
    return Interval(date(first + low, 1, 1), date(first + high, 12, 31)), kind
