"""Resolution against the running reference time of the text: "two days later", "the same month", "a year earlier"."""

from __future__ import annotations

from datetime import date

from extractor.components.dates.timex import Timex
from extractor.components.dates.values import Answer, Memory, answer_of, shift, unit_value


def year_before(timex: Timex, day: date | None, memory: Memory) -> Answer | None:
    """ "a year earlier" in a story about a quarter is that quarter a year before (the usage of earnings reports)."""
    if timex.rule == "year-ago-month":
        base = (
            memory.answer.days.start
            if memory.answer and memory.answer.days and memory.answer.granularity == "month"
            else None
        )
        then = shift(base, "Y", -1) if base else None
        return answer_of(unit_value("M", then)) if then else None
    base = memory.quarter.days.start if memory.quarter is not None and memory.quarter.days is not None else None
    if base is None and timex.rule == "year-ago-quarter" and day is not None:
        base = shift(day, "Q", -1)
    then = shift(base, "Y", -1) if base else None
    if then is not None:
        return answer_of(unit_value("Q", then))
    told = memory.answer is not None and memory.answer.granularity == "year" and memory.timex is not None
    if told and memory.timex is not None and memory.timex.kind == "calendar" and memory.sent - memory.answer_sent == 1:
        return None  # "Turnout in 2014 was low. A year earlier …": that year's year before
    if day is not None and timex.direction == "earlier" and memory.answer_sent != memory.sent:
        then = shift(day, "Y", -1)
        return answer_of(unit_value("Y", then)) if then else None
    return None


def from_reference(timex: Timex, unit: str, sign: int, reference: Answer) -> Answer | None:
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
    answer = answer_of(
        unit_value({"DE": "Y", "CE": "Y", "H": "D", "MI": "D", "S": "D", "NI": "D"}.get(unit, unit), target)
    )
    answer.anchored = "reference"
    return answer


def unit_from_reference(timex: Timex, unit: str, direction: str, reference: Answer) -> Answer | None:
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
    answer = answer_of(unit_value(unit, target), timex.mod)
    answer.anchored = "reference"
    return answer
