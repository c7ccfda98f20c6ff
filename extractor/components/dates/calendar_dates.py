"""Calendar days: months, days of the month, weekdays, ISO and compact dates."""

from __future__ import annotations

import re

from extractor.components.dates.intervals import make_day, month_days
from extractor.components.dates.month_words import day_at, is_month, year_at
from extractor.components.dates.numbers import read_spoken_year
from extractor.components.dates.reader import Reader
from extractor.components.dates.timex import Timex

_CENTURY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")
_ISO = re.compile(r"((?:1[0-9]|20)\d\d)-(\d\d)-(\d\d)(?:T(\d\d:\d\d)\S{0,12})?")
_STAMP = re.compile(r"\d\dT\d\d:\d\d\S{0,12}")
_COMPACT = re.compile(r"(19[5-9]\d|20[0-4]\d)(\d\d)(\d\d)")
_DAY_PAIR = re.compile(r"(\d{1,2})[-–](\d{1,2})")
_SHORT_YEAR = re.compile(r"'?(\d\d)")


def month_date(r: Reader, at: int) -> Timex | None:
    """ "May 20", "May 20, 2004", "October 2002", "March" at `at`."""
    month = is_month(r, at)
    if month is None:
        return None
    end = at + 1
    if r.lower[end] == "." and r.lower[at] in r.words.context["month_abbreviation"] and r.glued(at):
        end += 1
    day, number_at = None, end
    if r.lower[end] == "the" and _CENTURY.fullmatch(r.lower[end + 1]) and day_at(r, end + 1):
        number_at = end + 1
    candidate = day_at(r, number_at)
    if (
        candidate is None
        and (word := r.look("ordinal", number_at)) is not None
        and r.lower[number_at + 1] not in ("quarter", "time")
    ):
        candidate = int(word)
    if candidate and candidate <= month_days(2000, month) and not _is_amount(r, number_at):
        day, end = candidate, number_at + 1
    year, year_end = year_after(r, end, day is not None)
    if year is None and day is None and (found := _SHORT_YEAR.fullmatch(r.lower[end])) and r.lower[end].startswith("'"):
        year, year_end = _full_past(int(found[1])), end + 1
    elif (
        year is None
        and day is None
        and r.lower[end] == "'"
        and r.glued(end)
        and _SHORT_YEAR.fullmatch(r.lower[end + 1])
    ):
        year, year_end = _full_past(int(r.lower[end + 1])), end + 2  # "November '89"
    if year is not None:
        end = year_end
    return Timex(at, end, "calendar", "month-day" if day else "month", year=year, month=month, day=day, head=at)


def _is_amount(r: Reader, at: int) -> bool:
    """A number that counts something: "May 3 percent"."""
    amount = r.lower[at + 1] in r.words.context["amount_not_day"]
    return amount and not r.lower[at].endswith(("th", "st", "nd", "rd"))


def year_after(r: Reader, at: int, has_day: bool) -> tuple[int | None, int]:
    """The year that closes a month or a day: "2004", ", 2004", "of 2004"."""
    if (year := year_at(r, at)) is not None and (has_day and year % 100 or not _counted(r, at)):
        return year, at + 1
    if r.lower[at] in (",", "of") and (year := year_at(r, at + 1)) is not None and not _counted(r, at + 1):
        return year, at + 2
    spoken = read_spoken_year(r.lower, at, r.words)
    return (spoken[1], spoken[0]) if spoken else (None, at)


def _counted(r: Reader, at: int) -> bool:
    return r.lower[at + 1] in r.words.context["measure_noun"] or r.lower[at + 1] == "%"


def day_month_date(r: Reader, at: int) -> Timex | None:
    """ "16 Sep 88", "25 November", "17 December 1983", "the 16th of September" at `at`."""
    start = at
    if r.lower[at] == "the" and _CENTURY.fullmatch(r.lower[at + 1]):
        at += 1
    day = day_at(r, at)
    if day is None:
        return None
    month_at = at + 2 if r.lower[at + 1] == "of" or (r.lower[at + 1] == "-" and r.glued(at)) else at + 1
    value = r.look("month", month_at)
    if value is None or not r.text[month_at][0].isupper() or day > month_days(2000, int(value)):
        return None
    if day_at(r, month_at + 1) and not _SHORT_YEAR.fullmatch(r.lower[month_at + 1]):
        return None
    if r.lower[at].isdigit() and month_at == at + 1 and r.lower[month_at] == "may" and r.tag[at + 1] == "MD":
        return None
    end = month_at + 1
    if r.lower[end] == "." and r.glued(month_at) and r.lower[month_at] in r.words.context["month_abbreviation"]:
        end += 1
    if r.lower[end] == "-" and year_at(r, end + 1):
        end += 1
    year, year_end = year_after(r, end, True)
    two_digit = False
    if year is None and (found := _SHORT_YEAR.fullmatch(r.lower[end])) and not _is_amount(r, end):
        year, year_end, two_digit = _full(int(found[1])), end + 1, True
    if year is None and r.lower[at + 1] == "-":
        return None  # "06-Feb": a tennis score that a spreadsheet mangled
    if year is not None:
        end = year_end
    return Timex(
        start, end, "calendar", "day-month", year=year, month=int(value), day=day, head=month_at, two_digit=two_digit
    )


def day_pair(r: Reader, at: int) -> Timex | None:
    """ "26–27 May 2017" with both days in one token: the second day; `ranges` adds the first, which `number` holds."""
    found = _DAY_PAIR.fullmatch(r.lower[at]) if len(r.lower[at]) <= 5 else None
    month = r.look("month", at + 1)
    if found is None or month is None or not r.text[at + 1][0].isupper():
        return None
    first, last = int(found[1]), int(found[2])
    if not 1 <= first < last <= month_days(2000, int(month)):
        return None
    year, year_end = year_after(r, at + 2, True)
    end = year_end if year is not None else at + 2
    part = (len(found[1]) + 1, r.tokens.end[end - 1] - r.tokens.start[at])
    return Timex(
        at,
        end,
        "calendar",
        "day-pair",
        year=year,
        month=int(month),
        day=last,
        number=float(first),
        head=at + 1,
        part=part,
    )


def _full(short: int) -> int:
    """The pivot of POSIX strptime %y: 69-99 are 1969-1999, 00-68 are 2000-2068."""
    return 1900 + short if short >= 69 else 2000 + short


def _full_past(short: int) -> int:
    """ "November '41" tells of the past: years from 30 on are of the twentieth century."""
    return (1900 if short >= 30 else 2000) + short


def weekday_date(r: Reader, at: int) -> Timex | None:
    """ "Monday", "Monday, January 23, 2019", "Tues." before a date."""
    value = r.look("weekday", at)
    end = at + 1
    if value is None:
        value = r.look("weekday_abbreviation", at)
        if value is None or not r.text[at][0].isupper():
            return None
        if r.lower[end] == "." and r.glued(at):
            end += 1
        after = end + 1 if r.lower[end] == "," else end
        if month_date(r, after) is None and day_month_date(r, after) is None:
            return None
    elif not r.text[at][0].isupper():
        return None
    found = Timex(at, end, "calendar", "weekday", weekday=int(value), head=at)
    after = end + 1 if r.lower[end] in (",", "the") else end
    if r.lower[end] == "," and r.lower[end + 1] == "the":
        after += 1
    inner = (month_date(r, after) or day_month_date(r, after)) if r.same_sentence(at, after) else None
    if inner is not None and inner.day is not None:
        if inner.year is not None and r.look("weekday", at) is None:
            written = make_day(inner.year, inner.month or 1, inner.day)
            if written is None or written.isoweekday() != int(value):
                return None  # "Edmonton Sun, August 16, 2008"
        inner.first, inner.weekday, inner.rule = at, int(value), "weekday-" + inner.rule
        return inner
    return found


def iso_date(r: Reader, at: int) -> Timex | None:
    """ "2004-02-27" (one token or five) and "20040227"."""
    if year_at(r, at) is None and len(r.lower[at]) < 8:
        return None
    joined, end = r.text[at], at + 1
    while (
        end < at + 5
        and r.glued(end - 1)
        and (r.lower[end] in ("-", "–") or r.lower[end].isdigit() or _STAMP.fullmatch(r.text[end]))
    ):
        joined += r.text[end].replace("–", "-")
        end += 1
    found = _ISO.fullmatch(joined) or (_COMPACT.fullmatch(joined) if end == at + 1 else None)
    if (
        found is None
        or not 1 <= int(found[2]) <= 12
        or not 1 <= int(found[3]) <= month_days(int(found[1]), int(found[2]))
    ):
        return None
    clock = found[4] if found.re is _ISO else None
    return Timex(
        at,
        end,
        "calendar",
        "iso-date",
        year=int(found[1]),
        month=int(found[2]),
        day=int(found[3]),
        clock=clock,
        zone="Z" if clock and joined.endswith("Z") else None,
        head=at,
        timex_type="TIME" if clock else "DATE",
    )
