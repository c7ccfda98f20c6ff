"""Times of day in words: "half past nine", "nine o'clock", "the early hours of Monday", "dawn on Sunday"."""

from __future__ import annotations

from extractor.components.dates.reader import Reader
from extractor.components.dates.times import is_day, with_day
from extractor.components.dates.timex import Timex

_BEFORE_TWILIGHT = frozenset(("at", "before", "after", "until", "till", "by", "since", "around", "from"))


def spoken_clock(r: Reader, at: int) -> Timex | None:
    """ "nine o'clock", "half past nine", "a quarter to nine", with the day that follows; the hour as it is said."""
    minutes, hour_at, start = 0, at, at
    if r.lower[at] == "a" and r.lower[at + 1] == "quarter":
        at += 1
    if r.lower[at] in ("half", "quarter") and r.lower[at + 1] in ("past", "to", "after"):
        minutes = {"half": 30, "quarter": 15}[r.lower[at]] * (-1 if r.lower[at + 1] == "to" else 1)
        hour_at = at + 2
    hour = _hour(r, hour_at)
    if hour is None or minutes == -30:
        return None
    end = hour_at + 1
    if r.lower[end] == "o'clock":
        end += 1
    elif not minutes:
        return None
    total = 60 * hour + minutes
    found = Timex(
        start, end, "calendar", "spoken-clock", clock=f"{total // 60 % 24:02d}:{total % 60:02d}", head=hour_at
    )
    found.timex_type = "TIME"
    return with_day(r, found)


def _hour(r: Reader, at: int) -> int | None:
    word = r.lower[at]
    value = word if word.isdigit() and len(word) <= 2 else r.look("number", at)
    return int(value) if value and value.isdigit() and 1 <= int(value) <= 12 else None


def early_hours(r: Reader, at: int) -> Timex | None:
    """ "the early hours of Monday", "the predawn hours of May 3": the first part of that day's morning."""
    start = at
    if r.lower[at] == "the":
        at += 1
    if r.lower[at] not in r.words.context["early_hours"]:
        return None
    at += 2 if r.lower[at + 1] == "morning" else 1
    if r.lower[at] != "hours" or r.lower[at + 1] not in ("of", "on"):
        return None
    day = r.read_date(r, at + 2)
    if day is None or not is_day(day) or day.clock or day.part_of_day not in (None, "MO"):
        return None
    day.first, day.part_of_day, day.timex_type, day.mod = start, "MO", "TIME", "START"
    day.rule = "early-hours-" + day.rule
    return day


def twilight(r: Reader, at: int) -> Timex | None:
    """ "at dawn on Sunday", "before dusk Friday": with its day alone, for it names no time by itself."""
    part = r.look("twilight", at)
    if part is None or not at or r.lower[at - 1] not in _BEFORE_TWILIGHT:
        return None
    day = r.read_date(r, at + 2 if r.lower[at + 1] == "on" else at + 1)
    if day is None or not is_day(day) or day.clock or day.part_of_day:
        return None
    day.first, day.part_of_day, day.timex_type = at, part, "TIME"
    day.rule = "twilight-" + day.rule
    return day
