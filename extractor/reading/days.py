"""Publication days: from metadata values and from file names. Never from the clock or the file's time stamp."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"), ("feb", "february"), ("mar", "march"), ("apr", "april"), ("may",), ("jun", "june"),
            ("jul", "july"), ("aug", "august"), ("sep", "sept", "september"), ("oct", "october"), ("nov", "november"),
            ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_SLASH_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_SLASH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)")
_DAY_MONTH = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[ \-]({_MONTH})\.?,?[ \-](\d{{4}}|\d{{2}})(?!\d)", re.I)
_MONTH_DAY = re.compile(rf"({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})(?!\d)", re.I)
_WEEKDAY = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? ", re.I)

_WORDED_IN_PATH = re.compile(rf"(?<![A-Za-z\d])(\d{{1,2}})[-_ ]?({_MONTH})[-_ ]?((?:18|19|20)\d\d)(?!\d)", re.I)
# A day in a path, with the same separator twice or none; digits on neither side.
_IN_PATH = re.compile(r"(?<!\d)((?:18|19|20)\d\d)([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def iso_day(year: int, month: int, day: int) -> str | None:
    """The day as ISO 8601, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None


def _full_year(year: int) -> int:
    return year + (1900 if year >= 50 else 2000) if year < 100 else year


def parse_day(value: Any) -> str | None:
    """The ISO 8601 day of a metadata value, or None where it names no single day.

    A date, a datetime, or a string that begins with a day: 2015-03-07, 2015-03-07T10:00:00Z, 20150307, 7 March 2015,
    March 7, 2015, 7-MAR-1987. 03/07/2015 is two days at once and gives None; 13/07/2015 is one.
    """
    if value is None:
        return None
    if isinstance(value, dt.date) and value == value:  # Not pandas' NaT, which is a date, and unequal to itself.
        return dt.date(value.year, value.month, value.day).isoformat()
    text = " ".join(str(value).split())
    text = _WEEKDAY.sub("", text)
    for pattern in (_ISO, _COMPACT, _SLASH_YEAR_FIRST):
        if match := pattern.match(text):
            return iso_day(*(int(g) for g in match.groups()))
    if match := _DAY_MONTH.match(text):
        year = int(match[3])
        # Two-digit years: the archives that use them (Reuters-21578, MUC) are of 1987 to 1990.
        return iso_day(_full_year(year), _MONTHS[match[2].lower()], int(match[1]))
    if match := _MONTH_DAY.match(text):
        return iso_day(int(match[3]), _MONTHS[match[1].lower()], int(match[2]))
    if match := _SLASH.match(text):
        first, second, year = (int(g) for g in match.groups())
        if first > 12:
            return iso_day(year, second, first)
        if second > 12 or first == second:
            return iso_day(year, first, second)
    return None


def day_in_path(path: str) -> str | None:
    """The day that a relative path names, or None where it names none or several."""
    days = {iso_day(int(m[1]), int(m[3]), int(m[4])) for m in _IN_PATH.finditer(path)}
    days |= {iso_day(int(m[3]), _MONTHS[m[2].lower()], int(m[1])) for m in _WORDED_IN_PATH.finditer(path)}
    return days.pop() if len(days) == 1 else None
