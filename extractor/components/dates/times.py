"""Clock times with their zones and days: "10:30 a.m.", "5 p.m. EST Nov. 9", "15:00 GMT Saturday", "noon"."""

from __future__ import annotations

import re

from extractor.components.dates.reader import Reader
from extractor.components.dates.timex import Timex

_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.h]([0-5]\d)(?::[0-5]\d)?(am|pm|a\.m\.?|p\.m\.?)?")
_HOUR = re.compile(r"(1[0-2]|0?[1-9])(am|pm|a\.m\.?|p\.m\.?)?")
_MILITARY = re.compile(r"([01]\d|2[0-3])([0-5]\d)(z)?")
_MERIDIEM = {"am": 0, "pm": 12, "a.m.": 0, "p.m.": 12, "a.m": 0, "p.m": 12}
_OFFSET = re.compile(r"[+-]\d{1,2}(?::?\d\d)?")


def clock_time(r: Reader, at: int) -> Timex | None:
    """A clock time at `at`, with zone and day where they follow."""
    start = at
    word = r.lower[at]
    fixed = r.look("clock_word", at)
    if fixed is not None and at and r.lower[at - 1] == "high":
        return None
    if fixed is not None:
        found = Timex(start, at + 1, "calendar", "clock-word", clock=fixed, head=at, timex_type="TIME")
        _zone(r, found)
        return with_day(r, found)
    if not word[:1].isdigit():
        return None
    parsed = _digits(r, at)
    if parsed is None:
        return None
    clock, end = parsed
    found = Timex(start, end, "calendar", "clock", clock=clock, head=at, timex_type="TIME")
    _zone(r, found)
    if found.zone is None and r.lower[found.end : found.end + 2] == ["local", "time"]:
        found.end += 2
    return with_day(r, found)


def _digits(r: Reader, at: int) -> tuple[str, int] | None:
    word, end = r.lower[at], at + 1
    match = _CLOCK.fullmatch(word)
    if match is not None:
        hour, minute = int(match[1]), match[2]
        mark = match[3].rstrip(".") + ("." if "." in match[3] else "") if match[3] else None
        if mark is None and r.lower[end] in _MERIDIEM and hour <= 12:
            mark, end = r.lower[end], end + 1
        if "." in word and ":" not in word and mark is None and r.lower[end] not in r.words.classes["zone"]:
            return None
        if mark is None and ":" in word and not _clock_context(r, at, end):
            return None
        return f"{_shift(hour, mark):02d}:{minute}", end
    match = _HOUR.fullmatch(word)
    if match is not None:
        mark = match[2]
        if mark is None and r.lower[end] in _MERIDIEM and (r.lower[end] != "am" or r.tag[end] != "VBP"):
            mark, end = r.lower[end], end + 1
        if mark is not None:
            return f"{_shift(int(match[1]), mark):02d}:00", end
        if r.lower[end] == "o'clock":
            return f"{int(match[1]):02d}:00", end + 1
        if (
            r.lower[end] == "in"
            and r.lower[end + 1] == "the"
            and (hours := r.look("clock_half", end + 2)) is not None
            and at
            and r.lower[at - 1] in ("at", "by", "until", "around", "about")
        ):
            return f"{int(match[1]) % 12 + int(hours):02d}:00", end + 3
    match = _MILITARY.fullmatch(word)
    if match is not None and (
        match[3] or (r.lower[end] in r.words.classes["zone"] and r.text[end].isupper()) or r.lower[end] == "hours"
    ):
        if r.lower[end] == "hours":
            end += 1
        return f"{match[1]}:{match[2]}", end
    return None


def _clock_context(r: Reader, at: int, end: int) -> bool:
    """A bare 10:30 is a time beside a zone or after a preposition of time; elsewhere it may be a score or a ratio."""
    return (
        r.lower[end] in r.words.classes["zone"]
        or (
            at > 0
            and r.lower[at - 1]
            in (
                "at",
                "by",
                "until",
                "till",
                "from",
                "around",
                "about",
                "before",
                "after",
                "since",
                "to",
                "between",
                "and",
                ",",
            )
        )
        or r.lower[end] in ("local", "on", "(")
        or r.look("weekday", at - 1) is not None
    )


def _shift(hour: int, mark: str | None) -> int:
    if mark is None:
        return hour
    return hour % 12 + (12 if mark.startswith("p") else 0)


def _zone(r: Reader, found: Timex) -> None:
    at = found.end
    bracket = r.lower[at] == "("
    if bracket:
        at += 1
    zone = r.look("zone", at)
    if (
        zone is None
        or not r.text[at][0].isupper()
        or (bracket and r.lower[at + 1] != ")" and not _OFFSET.fullmatch(r.lower[at + 1]))
    ):
        region = r.text[at].istitle() and r.lower[at] in r.words.context["zone_region"]
        if region and r.lower[at + 1] in r.words.context["zone_time"]:
            found.end = at + (2 if r.lower[at + 1] == "time" else 3)
        return
    found.zone, end = zone, at + 1
    if _OFFSET.fullmatch(r.lower[end]):
        found.zone, end = "", end + 1
    if (
        r.lower[end] == "."
        and r.glued(end - 1)
        and r.lower[end - 1] in ("gmt", "utc")
        and not bracket
        and r.same_sentence(end - 1, end + 1)
    ):
        pass
    found.end = end + 1 if bracket and r.lower[end] == ")" else end


def with_day(r: Reader, found: Timex) -> Timex:
    """Take in the day that follows a time: "noon Saturday", "5 p.m. on Nov. 9"."""
    at = found.end
    if r.lower[at] == "," or r.lower[at] in ("on",):
        at += 1
    if not r.lower[at] or not r.same_sentence(found.first, at):
        return found
    if (
        r.lower[at] == "the"
        and r.lower[at + 1] not in ("next", "following", "same", "previous")
        or r.lower[at][:1].isdigit()
        and not r.look("month", at + 1)
    ):
        return found
    day = r.read_date(r, at)
    if day is None or day.first != at or day.timex_type not in ("DATE", "TIME") or day.clock or not is_day(day):
        return found
    day.first, day.clock, day.zone, day.timex_type, day.rule = (
        found.first,
        found.clock,
        found.zone,
        "TIME",
        found.rule + "-" + day.rule,
    )
    return day


def is_day(timex: Timex) -> bool:
    if timex.kind == "deictic" or timex.kind == "unit" and timex.unit == "D" and not timex.part_of_day:
        return True
    return timex.kind == "calendar" and (
        timex.day is not None or timex.weekday is not None or timex.holiday is not None
    )


def extend_day(r: Reader, found: Timex) -> Timex:
    """Take in the part of day or the clock time that follows a day: "Wednesday night", "Saturday at 5 p.m."."""
    if not is_day(found) or found.clock or found.part_of_day:
        return found
    at = found.end
    if r.lower[at] in ("early", "late", "mid") and r.look("part_of_day", at + 1):
        found.mod = {"early": "START", "late": "END", "mid": "MID"}[r.lower[at]]
        at += 1
    part = r.look("part_of_day", at)
    if part is not None and r.text[at].istitle() and r.text[at + 1][:1].isupper():
        part = None  # "Friday Night Lights"
    if part is not None:
        found.part_of_day, found.end, found.timex_type = part, at + 1, "TIME"
        if found.kind == "calendar":
            found.rule += "-part-of-day"
        at = found.end
    elif r.lower[at] == "at" or r.lower[at] == ",":
        at += 1
    if r.lower[at] == "at":
        at += 1
    if r.look("clock_word", at) is None and not r.lower[at][:1].isdigit():
        return found
    if r.look("clock_word", at) is not None and r.lower[at - 1] == ",":
        return found
    clock = clock_time(r, at)
    if clock is not None and clock.day is None and clock.weekday is None and clock.kind == "calendar":
        found.clock, found.zone, found.end, found.timex_type, found.part_of_day = (
            clock.clock,
            clock.zone,
            clock.end,
            "TIME",
            None,
        )
    return found


def part_of_day(r: Reader, at: int) -> Timex | None:
    """ "the morning", "this evening", "the next morning", "the afternoon of May 5"."""
    start, direction = at, None
    if r.lower[at] in ("the", "that", "early", "late", "later", "earlier"):
        at += 1
    mod = {"early": "START", "late": "END", "later": "END", "earlier": "START"}.get(r.lower[start])
    if r.lower[at] in ("early", "late") and start != at:
        mod, at = {"early": "START", "late": "END"}[r.lower[at]], at + 1
    if (value := r.look("relative", at)) is not None:
        direction, at = value, at + 1
        if r.lower[at] == "same":
            at += 1
    elif r.lower[start] == "that":
        direction = "that"
    if direction in ("recent", "final", "latest"):
        return None
    if direction == "next" and r.lower[start] == "the":
        direction = "following"
    if r.lower[at] == "mid" and r.look("part_of_day", at + 1):
        mod, at = "MID", at + (2 if r.lower[at + 1] == "-" else 1)
    part = r.look("part_of_day", at)
    if part is None or r.lower[at] == "night" and direction is None and r.lower[at + 1] != "of":
        return None
    if direction is None and r.lower[start] != "the" and mod is None:
        return None
    found = Timex(
        start,
        at + 1,
        "unit",
        "part-of-day",
        unit="D",
        direction=direction or "the",
        part_of_day=part,
        head=at,
        timex_type="TIME",
        mod=mod,
    )
    end = found.end
    if r.lower[end] == "of" or (mod and r.read_date is not None and r.lower[end] in r.words.anchors):
        day = r.read_date(r, end + 1 if r.lower[end] == "of" else end)
        if day is not None and is_day(day) and not day.part_of_day:
            day.first, day.part_of_day, day.timex_type, day.mod = start, part, "TIME", mod
            return day
        if r.lower[end] == "of" and direction is None:
            return None
    return found
