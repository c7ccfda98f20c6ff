"""What is known of a date whose year is not: "two days later" after "March 4" is XXXX-03-06.

The expression is resolved in years of every kind of calendar (leap or not, each weekday of New Year's Day). What is the
same in all of them, but for the year, is known.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from extractor.components.dates import intervals as iv
from extractor.components.dates.resolve import resolve
from extractor.components.dates.timex import Timex
from extractor.components.dates.values import Answer, Memory, answer_of

_KINDS = {(iv.month_days(year, 2), date(year, 1, 1).weekday()): year for year in range(2000, 2028)}
YEARS = tuple(sorted(_KINDS.values()))
_YEARLESS = re.compile(r"XXXX(-\d\d(?:-\d\d)?)")
_WITH_YEAR = re.compile(r"\d{4}(?=-\d\d(?:$|-|T))")


def from_partial_reference(timex: Timex, tense: str | None, memory: Memory) -> Answer | None:
    """Count from the last date told, where that one lacks only its year."""
    told = memory.answer
    known = _YEARLESS.fullmatch(told.value) if told is not None and told.days is None else None
    if known is None:
        return None
    answers = []
    for year in YEARS:
        base = answer_of(f"{year}{known[1]}")
        if base.days is None:
            continue  # February 29
        answer = resolve(timex, None, tense, replace(memory, answer=base))
        if answer.anchored != "reference":
            return None
        answers.append(answer)
    return _common(answers, "reference")


def from_partial_day(timex: Timex, tense: str | None, memory: Memory, month: int, day: int) -> Answer | None:
    """Count from a day of writing that lacks its year: "SEOUL, May 14 (Yonhap) --"."""
    days = [found for year in YEARS if (found := iv.make_day(year, month, day)) is not None]
    return _common([resolve(timex, found, tense, memory) for found in days], "dateline")


def _common(answers: list[Answer], anchored: str) -> Answer | None:
    values = {_WITH_YEAR.sub("XXXX", a.value, count=1) for a in answers}
    if len(values) != 1:
        return None
    value = values.pop()
    return Answer(value, None, None, anchored=anchored) if value.startswith("XXXX-") else None
