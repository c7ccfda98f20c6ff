"""TIMEX3 values: units, durations, named days, and the partial values of what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from extractor.components.dates import intervals as iv
from extractor.components.dates.numbers import write_number
from extractor.components.dates.timex import Timex

# Units whose letter in a duration is not their own.
_DURATION_LETTER = {"FN": "W", "NI": "D", "MO": "D", "EV": "D", "AF": "D"}
_TIME_LETTER = {"H": "H", "MI": "M", "S": "S"}
_PARTIAL_UNIT = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "M": "XXXX-XX",
    "Y": "XXXX",
    "Q": "XXXX-QX",
    "WE": "XXXX-WXX-WE",
    "DE": "XXX",
    "CE": "XX",
    "FN": "XXXX-WXX",
}
_DIGITS = {"M": 7, "Y": 4, "DE": 3, "CE": 2}
_MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_HALVES = {"Y": ("P", "Y", "6M"), "H": ("PT", "H", "30M"), "MI": ("PT", "M", "30S")}


@dataclass(slots=True)
class Answer:
    """value, days and granularity of one expression; days None where they are not settled."""

    value: str
    days: iv.Interval | None = None
    granularity: str | None = None
    ambiguous: bool = False
    anchored: str | None = None


@dataclass(slots=True)
class Memory:
    """The running reference time of the narrative: the last date told, and the last quarter told."""

    answer: Answer | None = None
    timex: Timex | None = None
    quarter: Answer | None = None
    quarter_sent: int = -9
    answer_sent: int = -9
    sent: int = 0


def duration_value(unit: str, number: float | None) -> str:
    """ "three months" → P3M, "a few hours" → PTXH."""
    if unit == "FN" and number is not None:
        number *= 2
    if number is not None and number > 1 and number % 1 == 0.5 and unit in _HALVES:
        prefix, letter, half = _HALVES[unit]
        return f"{prefix}{int(number)}{letter}{half}"
    if unit in _TIME_LETTER:
        return f"PT{write_number(number)}{_TIME_LETTER[unit]}"
    if unit == "DE" and number is not None:
        return f"P{write_number(number * 10)}Y"
    return f"P{write_number(number)}{_DURATION_LETTER.get(unit, unit)}"


def set_granularity(value: str) -> str:
    last = value.rstrip("0123456789")[-1:]
    return {"D": "day", "W": "week", "M": "month", "Y": "year", "H": "time"}.get(
        last, "year" if value.startswith("P") else "month"
    )


def answer_day(day: date) -> Answer:
    return Answer(day.isoformat(), iv.Interval(day, day), "day")


def answer_of(value: str, mod: str | None = None) -> Answer:
    days, granularity = iv.interval_of(value, mod)
    return Answer(value, days, granularity)


def unit_value(unit: str, day: date) -> str:
    """The value of the unit of time that holds `day`."""
    if unit in ("W", "FN", "WE"):
        return iv.week_value(day) + ("-WE" if unit == "WE" else "")
    if unit == "Q":
        return quarter_value(day.year, (day.month + 2) // 3)
    # Of an ISO day the first digits are the month, the year, the decade and the century that hold it.
    return day.isoformat()[: _DIGITS.get(unit)]


def quarter_value(year: int, quarter: int) -> str:
    return f"{year:04d}-Q{quarter}"


def shift(day: date, unit: str, number: float) -> date | None:
    """`day` moved by a number of units."""
    if unit in _MONTHS_IN:
        return iv.add_months(day, round(_MONTHS_IN[unit] * number)) if abs(number) < 10**4 else None
    per_unit = {"W": 7.0, "WE": 7.0, "FN": 14.0, "H": 1 / 24, "MI": 1 / 1440, "S": 1 / 86400}.get(unit, 1.0)
    return iv.add_days(day, round(per_unit * number)) if abs(number) < 10**7 else None


def value_in_year(timex: Timex, year: int) -> str | None:
    """The value of a calendar expression in one year, or None where the year has no such day."""
    if timex.holiday is not None:
        found = holiday_in(timex.holiday, year)
        return found.isoformat() if found else None
    if timex.month is not None and timex.day is not None:
        day = iv.make_day(year, timex.month, timex.day)
        if day is None:
            return None
        return iv.week_value(day) if timex.direction == "week-of" else day.isoformat()
    if timex.month is not None and timex.nth is not None:
        last = iv.month_days(year, timex.month)
        inside = last - 3 if timex.nth < 0 else min(7 * timex.nth - 3, last)
        return iv.week_value(date(year, timex.month, inside))
    return f"{year:04d}{_part_of_year(timex)}"


def _part_of_year(timex: Timex) -> str:
    """What follows the year in the value: -07, -07-14, -SU, -Q3, -H2, or nothing for a whole year."""
    if timex.month is not None:
        return f"-{timex.month:02d}" + (f"-{timex.day:02d}" if timex.day is not None else "")
    if timex.season is not None:
        return f"-{timex.season}"
    if timex.quarter is not None:
        return f"-Q{timex.quarter}"
    return f"-H{timex.half}" if timex.half is not None else ""


def holiday_in(rule: str, year: int) -> date | None:
    """The day of a named day: "12-25", "easter-2", "nth-11-4-4" (fourth Thursday of November), "election-us"."""
    if rule.startswith("easter"):
        return iv.add_days(iv.easter(year), int(rule[6:]))
    if rule.startswith("orthodox"):
        return iv.add_days(iv.orthodox_easter(year), int(rule[8:]))
    if rule == "?":
        return None
    if rule == "election-us":
        first_monday = holiday_in("nth-11-1-1", year)
        return iv.add_days(first_monday, 1) if first_monday else None
    if rule.startswith("nth-"):
        _, month, weekday, nth = rule.split("-")
        days = [
            d
            for d in range(1, iv.month_days(year, int(month)) + 1)
            if date(year, int(month), d).isoweekday() == int(weekday)
        ]
        return date(year, int(month), days[-1] if nth == "last" else days[int(nth) - 1])
    month, day = rule.split("-")
    return iv.make_day(year, int(month), int(day))


def partial_value(timex: Timex) -> str:
    """The value with X for what is not known: XXXX-07, XXXX-WXX-6."""
    if timex.kind == "deictic":
        return "XXXX-XX-XX"
    if timex.kind in ("unit", "offset"):
        return _PARTIAL_UNIT.get(timex.unit or "D", "XXXX-XX-XX")
    if timex.holiday is not None:
        year = f"{timex.year:04d}" if timex.year else "XXXX"
        return f"{year}-{timex.holiday if timex.holiday[:1].isdigit() else 'XX-XX'}"
    if timex.month is None and timex.weekday is not None:
        return f"XXXX-WXX-{timex.weekday}"
    part = _part_of_year(timex)
    return f"XXXX{part}" if part or not (timex.clock or timex.part_of_day) else "XXXX-XX-XX"
