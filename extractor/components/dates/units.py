"""Relative units: "last week", "this fiscal year", "the day", "the last week of March"."""

from __future__ import annotations

from extractor.components.dates.calendar_dates import month_date
from extractor.components.dates.durations import unit_of
from extractor.components.dates.month_words import year_at
from extractor.components.dates.numbers import read_spoken_year
from extractor.components.dates.reader import Reader
from extractor.components.dates.timex import Timex
from extractor.components.dates.years import split_pair
from extractor.language.closed_classes import POSSESSIVES


def relative_unit(r: Reader, at: int) -> Timex | None:
    """ "last week", "this fiscal year", "the following month", "the quarter", "next weekend", "the year-ago
    quarter"."""
    start, article = at, None
    if (
        r.lower[at] == "the"
        or r.lower[at] in ("that", "this")
        and r.lower[at + 1] in ("same", "past", "coming", "next")
    ):
        article = r.lower[at]
        at += 1
    elif r.lower[at] in POSSESSIVES:
        article, at = r.lower[at], at + 1
    direction = r.look("relative", at)
    if direction is not None:
        at += 1
        if r.lower[at] == "past":
            direction, at = "past", at + 1
        elif direction == "same" and article == "that":
            direction = "that"
    fiscal = r.lower[at] in r.words.context["kind_of_year"]
    if fiscal:
        at += 1
    unit = unit_of(r, at)
    if unit is None or unit[1] and not (r.lower[at - 1] == "this" and r.lower[at] == "years"):
        return None
    name = unit[0]
    if direction and r.lower[at + 1] == "-" and r.lower[at + 2] in ("long", "old"):
        return None  # "this day-long session"
    if direction and article == "the" and (span := _span_of_unit(r, start, at, name, direction)) is not None:
        return span
    if direction == "next" and article == "the" and name == "D":
        direction = "following"  # "the next day" counts from the day told of
    if r.text[at][0].isupper() and not r.text[at].isupper() and not r.sentence_start(start):
        return None  # "This Week", the broadcast
    if direction is None:
        if article != "the":
            return None
        if r.lower[at + 1] in ("before", "previous", "after") and r.tag[at + 2] in (".", ",", "CC", "-RRB-"):
            step = "following" if r.lower[at + 1] == "after" else "previous"
            return Timex(start, at + 2, "unit", f"{step}-unit", unit=name, direction=step, head=at)
        if _is_noun_modifier(r, at):
            return None
        if name not in ("W", "M", "Q", "Y", "WE", "DE") and not (name == "D" and _the_day(r, start)):
            return None
        direction = "the"
    elif name in ("S", "MI", "H"):
        if name == "H" and direction in ("last", "past", "next") and article == "the":  # "within the last hour"
            return Timex(
                start,
                at + 1,
                "duration",
                "past-unit",
                unit="H",
                number=1.0,
                direction=direction,
                head=at,
                timex_type="DURATION",
            )
        return None
    if name == "NI":
        if direction not in ("this", "last", "next", "same", "that", "following", "previous"):
            return None
        return Timex(
            start,
            at + 1,
            "unit",
            "relative-night",
            unit="D",
            direction=direction,
            part_of_day="NI",
            head=at,
            timex_type="TIME",
        )
    if direction == "past" and r.lower[at - 1] == "past" and name != "WE" and article != "this":
        return Timex(
            start,
            at + 1,
            "duration",
            "past-unit",
            unit=name,
            number=1.0,
            direction="past",
            head=at,
            timex_type="DURATION",
        )
    if direction == "past":
        direction = "last" if name != "WE" else "past"
    if direction in ("recent", "final") or (direction == "that" and r.tag[start] == "IN" and r.tag[at - 1] == "IN"):
        return None
    return Timex(
        start,
        at + 1,
        "unit",
        f"{direction}-unit",
        unit=name,
        direction=direction,
        head=at,
        fiscal=fiscal,
        weekend=name == "WE",
    )


def _span_of_unit(r: Reader, start: int, at: int, unit: str, direction: str) -> Timex | None:
    """ "the past year and a half": how long, not when."""
    if direction not in ("last", "past", "next") or r.lower[at + 1 : at + 4] != ["and", "a", "half"]:
        return None
    return Timex(
        start,
        at + 4,
        "duration",
        "span-of-unit",
        unit=unit,
        number=1.5,
        direction=direction,
        head=at,
        timex_type="DURATION",
    )


def _the_day(r: Reader, at: int) -> bool:
    """ "ended the day", "later in the day", "for the day,": the day that is told of."""
    before = r.lower[at - 1] if at else ""
    if before in r.words.context["ending"]:
        return True
    return (
        before == "in"
        and at > 1
        and r.lower[at - 2] in ("late", "later", "early", "earlier")
        or before == "for"
        and r.lower[at + 2] == ","
    )


def day_beside(r: Reader, at: int) -> Timex | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    start = at
    if r.lower[at] == "the":
        at += 1
    if r.lower[at] != "day":
        return None
    number = {("before", "yesterday"): -2.0, ("after", "tomorrow"): 2.0}.get((r.lower[at + 1], r.lower[at + 2]))
    return Timex(start, at + 3, "deictic", "deictic-beside", number=number, head=at) if number else None


def middle_of_unit(r: Reader, at: int) -> Timex | None:
    """ "mid-year", "midweek": the middle of the running one."""
    unit, end = r.look("mid_unit", at), at + 1
    if unit is None and r.lower[at] == "mid":
        end += r.lower[end] == "-"
        unit, end = r.look("unit", end), end + 1
    elif unit is None and r.lower[at].startswith("mid-"):
        unit = r.words.classes["unit"].get(r.lower[at][4:])
    if unit not in ("W", "M", "Y", "DE") or r.lower[end] == "-":
        return None
    return Timex(at, end, "unit", "mid-unit", unit=unit, direction="this", mod="MID", edge="MID", head=end - 1)


def week_of_month(r: Reader, at: int) -> Timex | None:
    """ "the last week of March", "the first week of June 2004"."""
    start = at
    if r.lower[at] == "the":
        at += 1
    ordinal = "-1" if r.lower[at] in ("last", "final") else r.look("ordinal", at)
    if ordinal is None or r.lower[at + 1] != "week" or r.lower[at + 2] not in ("of", "in") or int(ordinal) > 5:
        return None
    month = month_date(r, at + 3)
    if month is None or month.day is not None:
        return None
    month.first, month.nth, month.rule = start, int(ordinal), "week-of-month"
    return month


def _is_noun_modifier(r: Reader, at: int) -> bool:
    """ "the day after", "the year of": the unit is the head of a longer description, no deictic date."""
    return r.lower[at + 1] in ("of", "when", "that", "which", "-", "before", "after", "leading", "prior") and not (
        r.lower[at + 1] == "of" and r.look("month", at + 2)
    )


def fiscal_year(r: Reader, at: int) -> Timex | None:
    """ "fiscal 1989", "fiscal year 2004", "the year 2000"."""
    start = at
    if r.lower[at] == "the":
        at += 1
    fiscal = r.lower[at] in r.words.context["numbered_year"]
    if r.text[at].startswith("FY"):
        return _fiscal_symbol(r, at, at)
    if fiscal:
        at += 1
    if r.lower[at] == "year":
        at += 1
    elif not fiscal:
        return None
    spoken = read_spoken_year(r.lower, at, r.words)
    if spoken is not None:
        return Timex(start, spoken[0], "calendar", "spoken-year", year=spoken[1], head=at)
    if (year := year_at(r, at)) is None:
        return None
    pair = split_pair(r, at, year)
    if pair is not None:
        pair.first, pair.fiscal = start, fiscal
        return pair
    if fiscal and r.lower[start] == "the" and r.tag[at + 1].startswith(("NN", "JJ")):
        start += 1  # "the fiscal year 2007 budget": the article belongs to the noun
    return Timex(start, at + 1, "calendar", "fiscal-year" if fiscal else "year", year=year, fiscal=fiscal, head=at)


def _fiscal_symbol(r: Reader, start: int, at: int) -> Timex | None:
    """ "FY2019", "FY 2019", "FY19"."""
    digits, end = r.lower[at][2:], at + 1
    if not digits:
        digits, end = r.lower[end], end + 1
    if not digits.isdigit() or len(digits) not in (2, 4) or not 1900 <= int(digits) <= 2100 and len(digits) == 4:
        return None
    year = int(digits) if len(digits) == 4 else 2000 + int(digits)
    return Timex(start, end, "calendar", "fiscal-year", year=year, fiscal=True, head=end - 1)


def year_end(r: Reader, at: int) -> Timex | None:
    """ "year-end", "year end", "year's end", "month-end"."""
    if r.lower[at] not in ("year", "month", "week", "quarter"):
        return None
    end = at + 1
    if r.lower[end] in ("-", "'s"):
        end += 1
    if r.lower[end] != "end" or end == at + 1 and r.lower[at] != "year":
        return None
    unit = {"year": "Y", "month": "M", "week": "W", "quarter": "Q"}[r.lower[at]]
    found = Timex(at, end + 1, "unit", "unit-end", unit=unit, direction="this", mod="END", edge="END", head=at)
    if unit == "Y" and (year := year_at(r, end + 1)) is not None:
        return Timex(at, end + 2, "calendar", "unit-end", year=year, mod="END", edge="END", head=at)
    return found
