"""From a time expression and the day it was written to a TIMEX3 value and the days it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from extractor.components.dates import intervals as iv
from extractor.components.dates.numbers import write_number
from extractor.components.dates.pick import choose
from extractor.components.dates.timex import Timex

_DURATION_LETTER = {
    "D": "D",
    "W": "W",
    "M": "M",
    "Y": "Y",
    "Q": "Q",
    "DE": "DE",
    "CE": "CE",
    "WE": "WE",
    "FN": "W",
    "NI": "D",
    "MO": "D",
    "EV": "D",
    "AF": "D",
    "ML": "ML",
}
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
_GRANULARITY = {
    "D": "day",
    "W": "week",
    "M": "month",
    "Y": "year",
    "Q": "quarter",
    "WE": "day",
    "DE": "decade",
    "CE": "century",
    "FN": "week",
    "H": "time",
    "MI": "time",
    "S": "time",
    "NI": "day",
}
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


def resolve(timex: Timex, day: date | None, tense: str | None, memory: Memory) -> Answer:
    """The value of `timex` written on `day`; partial (XXXX-…) where `day` is None and the text's own dates do not settle it."""
    answer = _resolve(timex, day, tense, memory) or Answer(partial_value(timex))
    if timex.kind in ("calendar", "unit", "deictic"):
        answer.value = _with_time(answer.value, timex)
        if answer.days is not None and (timex.clock or timex.part_of_day):
            answer.granularity = "time" if timex.clock else "part_of_day"
    return answer


def _with_time(value: str, timex: Timex) -> str:
    if "T" in value or not (timex.clock or timex.part_of_day):
        return value
    if timex.clock:
        return f"{value}T{timex.clock}{'Z' if timex.zone == 'Z' else ''}"
    return f"{value}T{'12:00' if timex.part_of_day == 'MI' else timex.part_of_day}"


def _resolve(timex: Timex, day: date | None, tense: str | None, memory: Memory) -> Answer | None:
    if timex.kind == "ref":
        return Answer(timex.value or "PRESENT_REF", None, "indefinite")
    if timex.kind == "set":
        value = timex.value or duration_value(timex.unit or "D", timex.number)
        return Answer(value, None, _GRANULARITY.get(timex.unit or "", _set_granularity(value)))
    if timex.kind == "duration":
        return Answer(duration_value(timex.unit or "D", timex.number), None, _GRANULARITY.get(timex.unit or "D"))
    if timex.kind == "deictic":
        found = iv.add_days(day, int(timex.number or 0)) if day else None
        return _day(found) if found else None
    if timex.kind == "offset":
        return _offset(timex, day, memory)
    if timex.kind == "unit":
        return _unit(timex, day, tense, memory)
    return _calendar(timex, day, tense, memory)


def duration_value(unit: str, number: float | None) -> str:
    """ "three months" → P3M, "a few hours" → PTXH."""
    if unit == "FN":
        number = None if number is None else number * 2
    if number is not None and number != int(number) and number * 2 == int(number * 2) and number > 1 and unit in _HALVES:
        prefix, letter, half = _HALVES[unit]
        return f"{prefix}{int(number)}{letter}{half}"
    if unit in _TIME_LETTER:
        return f"PT{write_number(number)}{_TIME_LETTER[unit]}"
    if unit == "DE" and number is not None:
        return f"P{write_number(number * 10)}Y"
    return f"P{write_number(number)}{_DURATION_LETTER.get(unit, unit)}"


def _set_granularity(value: str) -> str:
    last = value.rstrip("0123456789")[-1:]
    return {"D": "day", "W": "week", "M": "month", "Y": "year", "H": "time"}.get(
        last, "year" if value.startswith("P") else "month"
    )


def _day(day: date) -> Answer:
    return Answer(day.isoformat(), iv.Interval(day, day), "day")


def _of_value(value: str, mod: str | None = None) -> Answer:
    days, granularity = iv.interval_of(value, mod)
    return Answer(value, days, granularity)


def unit_value(unit: str, day: date) -> str:
    """The value of the unit of time that holds `day`."""
    if unit in ("W", "FN"):
        return iv.week_value(day)
    if unit == "WE":
        return iv.week_value(day) + "-WE"
    if unit == "M":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    if unit == "Y":
        return f"{day.year:04d}"
    if unit == "DE":
        return f"{day.year // 10:03d}"
    if unit == "CE":
        return f"{day.year // 100:02d}"
    return day.isoformat()


def shift(day: date, unit: str, number: float) -> date | None:
    """`day` moved by a number of units."""
    if unit in _MONTHS_IN:
        return iv.add_months(day, round(_MONTHS_IN[unit] * number)) if abs(number) < 10**4 else None
    per_unit = {"W": 7.0, "WE": 7.0, "FN": 14.0, "H": 1 / 24, "MI": 1 / 1440, "S": 1 / 86400}.get(unit, 1.0)
    return iv.add_days(day, round(per_unit * number)) if abs(number) < 10**7 else None


def _offset(timex: Timex, day: date | None, memory: Memory) -> Answer | None:
    unit, sign = timex.unit or "D", -1 if timex.direction in ("ago", "earlier") else 1
    if unit == "Y" and timex.number == 1 and sign < 0:
        found = _year_before(timex, day, memory)
        if found is not None:
            return found
    if timex.number is None:
        return Answer("PAST_REF" if sign < 0 else "FUTURE_REF", None, "indefinite")
    if timex.link is None and timex.direction in ("later", "earlier") and memory.answer is not None:
        answer = _from_reference(timex, unit, sign, memory.answer)
        if answer is not None:
            return answer
    if timex.direction == "later":
        return None
    if day is None:
        return None
    target = shift(day, unit, sign * timex.number)
    if target is None:
        return None
    return _of_value(
        unit_value({"DE": "Y", "CE": "Y", "H": "D", "MI": "D", "S": "D", "NI": "D", "WE": "W"}.get(unit, unit), target)
    )


def _year_before(timex: Timex, day: date | None, memory: Memory) -> Answer | None:
    """ "a year earlier" in a story about a quarter is that quarter a year before (the usage of earnings reports)."""
    if timex.rule == "year-ago-month":
        base = memory.answer.days.start if memory.answer and memory.answer.days and memory.answer.granularity == "month" else None
        then = shift(base, "Y", -1) if base else None
        return _of_value(unit_value("M", then)) if then else None
    base = memory.quarter.days.start if memory.quarter is not None and memory.quarter.days is not None else None
    if base is None and timex.rule == "year-ago-quarter" and day is not None:
        base = shift(day, "Q", -1)
    then = shift(base, "Y", -1) if base else None
    if then is not None:
        return _of_value(unit_value("Q", then))
    if day is not None and timex.direction == "earlier" and memory.answer_sent != memory.sent:
        then = shift(day, "Y", -1)
        return _of_value(unit_value("Y", then)) if then else None
    return None


def _from_reference(timex: Timex, unit: str, sign: int, reference: Answer) -> Answer | None:
    if reference.days is None:
        return None
    coarse = {
        "year": ("D", "W", "M", "Q", "H", "MI", "S"),
        "month": ("D", "W", "H", "MI", "S"),
        "decade": ("D", "W", "M", "Q", "Y"),
    }
    if unit in coarse.get(reference.granularity or "", ()):
        return None
    target = shift(reference.days.start, unit, sign * (timex.number or 0))
    if target is None:
        return None
    answer = _of_value(
        unit_value({"DE": "Y", "CE": "Y", "H": "D", "MI": "D", "S": "D", "NI": "D"}.get(unit, unit), target)
    )
    answer.anchored = "reference"
    return answer


def _unit(timex: Timex, day: date | None, tense: str | None, memory: Memory) -> Answer | None:
    unit, direction = timex.unit or "D", timex.direction or "this"
    if direction in ("same", "that", "previous", "following") and memory.answer is not None:
        answer = _unit_from_reference(timex, unit, direction, memory.answer)
        if answer is not None:
            return answer
    if unit == "Q" and direction in ("the", "latest", "same") and memory.quarter is not None and direction != "latest":
        return Answer(memory.quarter.value, memory.quarter.days, "quarter")
    if day is None:
        return None
    steps = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(direction, 0)
    if direction == "latest" or (unit == "Q" and direction == "the" and tense not in ("future", "scheduled")):
        steps = -1
    if unit == "WE" and day.weekday() < 5:
        # On a weekday the running week's weekend is still to come; "last" and past tense mean the one gone by.
        steps = (
            -1
            if direction in ("last", "past", "previous") or direction in ("the", "this") and tense == "past"
            else 1
            if direction == "next"
            else 0
        )
        if direction == "next" and day.weekday() < 4:
            steps = 0 if tense == "past" else 1
    elif unit == "WE":
        steps = -1 if direction == "last" else 1 if direction == "next" else 0
    elif unit == "W" and direction == "the" and day.weekday() == 0 and tense == "past":
        steps = -1
    target = shift(day, unit, steps)
    return _narrow(_of_value(unit_value(unit, target), timex.mod), timex, day) if target else None


def _narrow(answer: Answer, timex: Timex, day: date) -> Answer:
    """ "earlier this month" ends on the day of publication, "later this week" begins there."""
    if answer.days is None or timex.edge not in ("earlier", "later") or timex.unit == "D":
        return answer
    if timex.edge == "earlier" and answer.days.contains(day):
        answer.days = iv.Interval(answer.days.start, day)
    elif timex.edge == "later" and answer.days.contains(day):
        answer.days = iv.Interval(day, answer.days.end)
    return answer


def _unit_from_reference(timex: Timex, unit: str, direction: str, reference: Answer) -> Answer | None:
    steps = {"previous": -1, "following": 1}.get(direction, 0)
    if reference.days is None:
        if steps == 0 and reference.value.startswith("XXXX-"):
            keep = {"D": 10, "M": 7}.get(unit, 0)
            if (
                keep
                and len(reference.value) >= keep
                and "W" not in reference.value
                and reference.value[:keep].count("X") == 4
            ):
                return Answer(reference.value[:keep], None, None, anchored="reference")
        return None
    fits = {"D": ("day", "time", "part_of_day"), "W": ("day", "week", "time", "part_of_day"), "WE": ("day", "week")}
    if unit in fits and reference.granularity not in fits[unit]:
        return None
    if unit in ("M", "Q") and reference.granularity in ("year", "decade", "century", "season", "part_of_year"):
        return None
    if reference.granularity in ("decade", "century") and unit not in ("DE", "CE"):
        return None
    target = shift(reference.days.start, unit, steps)
    if target is None:
        return None
    answer = _of_value(unit_value(unit, target), timex.mod)
    answer.anchored = "reference"
    return answer


def _calendar(timex: Timex, day: date | None, tense: str | None, memory: Memory) -> Answer | None:
    if timex.decade is not None:
        return _of_value(f"{timex.decade:03d}", timex.mod)
    if timex.century is not None:
        return _of_value(f"{timex.century:02d}", timex.mod)
    if timex.rule == "year-pair":
        last = int(timex.number or 0)
        return Answer(
            f"{timex.year:04d}/{last:04d}", iv.Interval(date(timex.year or 1, 1, 1), date(last, 12, 31)), "year"
        )
    year = timex.year
    if timex.of is not None:
        outer = resolve(timex.of, day, tense, memory)
        if outer.days is None:
            return None
        if timex.weekday is not None and timex.of.unit in ("W", "WE"):
            found = iv.add_days(outer.days.start, timex.weekday - 1)
            return _day(found) if found else None
        year = outer.days.start.year
    if year is not None and timex.direction == "comparable" and memory.quarter is not None and "-Q" in memory.quarter.value:
        return _of_value(f"{year:04d}-{memory.quarter.value[-2:]}")
    if year is not None and timex.quarter is not None and timex.direction == "last":
        return _of_value(f"{year:04d}-Q{timex.quarter}")
    if year is not None:
        value = value_in_year(timex, year)
        return _of_value(value, timex.mod) if value else None
    return _recurring(timex, day, tense, memory)


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
    if timex.month is not None:
        return f"{year:04d}-{timex.month:02d}"
    if timex.season is not None:
        return f"{year:04d}-{timex.season}"
    if timex.quarter is not None:
        return f"{year:04d}-Q{timex.quarter}"
    if timex.half is not None:
        return f"{year:04d}-H{timex.half}"
    return f"{year:04d}"


def holiday_in(rule: str, year: int) -> date | None:
    """The day of a named day: "12-25", "easter-2", "nth-11-4-4" (fourth Thursday of November), "election-us"."""
    if rule.startswith("easter"):
        return iv.add_days(iv.easter(year), int(rule[6:]))
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


def _recurring(timex: Timex, day: date | None, tense: str | None, memory: Memory) -> Answer | None:
    base = day
    if (
        timex.direction in ("previous", "following", "same", "that")
        and memory.answer is not None
        and memory.answer.days is not None
    ):
        base = memory.answer.days.start
    if base is None:
        return None
    options: list[tuple[str, iv.Interval]] = []
    cycle = "year"
    if timex.weekday is not None and timex.month is None:
        cycle = "week"
        for offset in range(-7, 8):
            other = iv.add_days(base, offset)
            if other is not None and other.isoweekday() == timex.weekday:
                options.append((other.isoformat(), iv.Interval(other, other)))
    elif timex.quarter and timex.direction == "last":
        # "the year-ago third quarter": a year before the quarter that has just ended.
        found = shift(base, "Y", -1)
        return _of_value(f"{found.year:04d}-Q{timex.quarter}") if found else None
    elif timex.month or timex.season or timex.quarter or timex.half or timex.holiday:
        span = 8 if timex.month == 2 and timex.day == 29 else 1
        for year in range(max(base.year - span, 1), min(base.year + span, 9999) + 1):
            value = value_in_year(timex, year)
            days = iv.interval_of(value, None)[0] if value else None
            if value and days:
                options.append((value, days))
    elif timex.clock or timex.part_of_day:
        return _day(base)
    elif timex.unit == "Q" and timex.direction == "comparable" and memory.quarter is not None:
        return memory.quarter
    if timex.quarter is not None:
        cycle = "quarter"
    choice = choose(options, base, timex.direction, tense, cycle)
    if choice is None:
        return None
    answer = _of_value(choice.value, timex.mod)
    answer.ambiguous = choice.ambiguous
    return answer


def partial_value(timex: Timex) -> str:
    """The value with X for what is not known: XXXX-07, XXXX-WXX-6."""
    if timex.kind == "deictic":
        return "XXXX-XX-XX"
    if timex.kind in ("unit", "offset"):
        return _PARTIAL_UNIT.get(timex.unit or "D", "XXXX-XX-XX")
    if timex.holiday is not None:
        return f"XXXX-{timex.holiday}" if timex.holiday[:1].isdigit() else "XXXX-XX-XX"
    if timex.month is not None and timex.day is not None:
        return f"XXXX-{timex.month:02d}-{timex.day:02d}"
    if timex.month is not None:
        return f"XXXX-{timex.month:02d}"
    if timex.weekday is not None:
        return f"XXXX-WXX-{timex.weekday}"
    if timex.season is not None:
        return f"XXXX-{timex.season}"
    if timex.quarter is not None:
        return f"XXXX-Q{timex.quarter}"
    if timex.half is not None:
        return f"XXXX-H{timex.half}"
    return "XXXX-XX-XX" if timex.clock or timex.part_of_day else "XXXX"
