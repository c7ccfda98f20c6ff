"""From a time expression and the day it was written to a TIMEX3 value and the days it stands for."""

from __future__ import annotations

from datetime import date

from extractor.components.dates import intervals as iv
from extractor.components.dates.pick import choose
from extractor.components.dates.reference import from_reference, unit_from_reference, year_before
from extractor.components.dates.timex import Timex
from extractor.components.dates.values import (
    Answer,
    Memory,
    answer_day,
    answer_of,
    duration_value,
    partial_value,
    quarter_value,
    set_granularity,
    shift,
    unit_value,
    value_in_year,
)

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


def resolve(timex: Timex, day: date | None, tense: str | None, memory: Memory) -> Answer:
    """The value of `timex` written on `day`; partial (XXXX-…) where `day` is None and the text's own dates do not
    settle it."""
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
        return Answer(value, None, _GRANULARITY.get(timex.unit or "", set_granularity(value)))
    if timex.kind == "duration" and timex.value is not None:
        return Answer(timex.value, None, set_granularity(timex.value))
    if timex.kind == "duration":
        return Answer(duration_value(timex.unit or "D", timex.number), None, _GRANULARITY.get(timex.unit or "D"))
    if timex.kind == "deictic":
        found = iv.add_days(day, int(timex.number or 0)) if day else None
        return answer_day(found) if found else None
    if timex.kind == "offset":
        return _offset(timex, day, memory)
    if timex.kind == "unit":
        return _unit(timex, day, tense, memory)
    return _calendar(timex, day, tense, memory)


def _offset(timex: Timex, day: date | None, memory: Memory) -> Answer | None:
    unit, sign = timex.unit or "D", -1 if timex.direction in ("ago", "earlier") else 1
    if unit == "Y" and timex.number == 1 and sign < 0:
        found = year_before(timex, day, memory)
        if found is not None:
            return found
    if timex.number is None:
        return Answer("PAST_REF" if sign < 0 else "FUTURE_REF", None, "indefinite")
    if timex.link is None and timex.direction in ("later", "earlier") and memory.answer is not None:
        answer = from_reference(timex, unit, sign, memory.answer)
        if answer is not None:
            return answer
    if timex.direction == "later":
        return None
    if day is None:
        return None
    target = shift(day, unit, sign * timex.number)
    if target is None:
        return None
    if unit == "Y" and timex.number != int(timex.number):
        unit = "M"  # "a year and a half ago" names a month
    return answer_of(
        unit_value({"DE": "Y", "CE": "Y", "H": "D", "MI": "D", "S": "D", "NI": "D", "WE": "W"}.get(unit, unit), target)
    )


def _unit(timex: Timex, day: date | None, tense: str | None, memory: Memory) -> Answer | None:
    unit, direction = timex.unit or "D", timex.direction or "this"
    if direction in ("same", "that", "previous", "following") and memory.answer is not None:
        answer = unit_from_reference(timex, unit, direction, memory.answer)
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
    return _narrow(answer_of(unit_value(unit, target), timex.mod), timex, day) if target else None


def _narrow(answer: Answer, timex: Timex, day: date) -> Answer:
    """ "earlier this month" ends on the day of publication, "later this week" begins there."""
    if answer.days is None or timex.edge not in ("earlier", "later") or timex.unit == "D":
        return answer
    if timex.edge == "earlier" and answer.days.contains(day):
        answer.days = iv.Interval(answer.days.start, day)
    elif timex.edge == "later" and answer.days.contains(day):
        answer.days = iv.Interval(day, answer.days.end)
    return answer


def _calendar(timex: Timex, day: date | None, tense: str | None, memory: Memory) -> Answer | None:
    if timex.decade is not None:
        return answer_of(f"{timex.decade:03d}", timex.mod)
    if timex.century is not None:
        return answer_of(f"{timex.century:02d}", timex.mod)
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
            return answer_day(found) if found else None
        year = outer.days.start.year
    if (
        year is not None
        and timex.direction == "comparable"
        and memory.quarter is not None
        and "-Q" in memory.quarter.value
    ):
        return answer_of(f"{year:04d}-{memory.quarter.value[-2:]}")
    if year is not None and timex.quarter is not None and timex.direction == "last":
        return answer_of(quarter_value(year, timex.quarter))
    if year is not None:
        value = value_in_year(timex, year)
        return answer_of(value, timex.mod) if value else None
    return _recurring(timex, day, tense, memory)


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
        return answer_of(quarter_value(found.year, timex.quarter)) if found else None
    elif timex.month or timex.season or timex.quarter or timex.half or timex.holiday:
        span = 8 if timex.month == 2 and timex.day == 29 else 1
        for year in range(max(base.year - span, 1), min(base.year + span, 9999) + 1):
            value = value_in_year(timex, year)
            days = iv.interval_of(value, None)[0] if value else None
            if value and days:
                options.append((value, days))
    elif timex.clock or timex.part_of_day:
        return answer_day(base)
    elif timex.unit == "Q" and timex.direction == "comparable" and memory.quarter is not None:
        return memory.quarter
    if timex.quarter is not None:
        cycle = "quarter"
    choice = choose(options, base, timex.direction, tense, cycle)
    if choice is None:
        return None
    answer = answer_of(choice.value, timex.mod)
    answer.ambiguous = choice.ambiguous
    return answer
