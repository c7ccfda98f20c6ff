"""Ranges: "May 20 to 24", "between 2010 and 2014", "from May 1 until June". The two ends are two expressions that
share one range."""

from __future__ import annotations

import re

from extractor.components.dates.timex import Timex
from extractor.components.dates.words import Words
from extractor.language.tokens import TokenTable

_JOINTS = frozenset(("to", "-", "–", "—", "through", "until", "till", "thru"))
_LISTS = frozenset(("and", "or", ",", "&"))
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_HOUR = re.compile(r"(1[0-2]|[1-9])(?::([0-5]\d))?")
_SHORT_YEAR = re.compile(r"\d{2}|(?:1[6-9]|20)\d\d")


def add_second_ends(tokens: TokenTable, found: list[Timex], words: Words) -> list[Timex]:
    """Add the bare numbers that continue a date ("24" in "May 20 to 24", "14" in "2013-14") and mark the pairs."""
    out: list[Timex] = []
    taken_until = 0
    for index, timex in enumerate(found):
        if timex.first < taken_until:
            continue
        earlier = _preceding(tokens, timex, out[-1].end if out else 0)
        if earlier is not None:
            out.append(earlier)
        out.append(timex)
        limit = found[index + 1].first if index + 1 < len(found) else tokens.n
        extra = _following(tokens, timex, limit, words)
        while extra is not None:
            out.append(extra)
            taken_until = extra.end
            if extra.link_kind == "list":
                extra = _following(tokens, extra, limit, words)
            else:
                extra = None
    _mark(tokens, out)
    return out


def _preceding(tokens: TokenTable, timex: Timex, floor: int) -> Timex | None:
    """ "26" in "26–27 May 2017" and "26 to 27 May 2017"."""
    if timex.kind == "calendar" and timex.clock and timex.rule.startswith("clock"):
        return _clock_before(tokens, timex, floor)
    if timex.kind != "calendar" or timex.day is None or timex.clock:
        return None
    if timex.rule == "day-pair" and timex.part is not None:
        day, first, end, part = int(timex.number or 0), timex.first, timex.first + 1, (0, timex.part[0] - 1)
    elif timex.rule.endswith("day-month") and timex.first - 2 >= floor:
        first, end, part = timex.first - 2, timex.first - 1, None
        joint = tokens.lower[end]
        match = _DAY.fullmatch(tokens.lower[first])
        if match is None or joint not in _JOINTS and joint != "and" or tokens.sent[first] != tokens.sent[timex.first]:
            return None
        day = int(match[1])
        if not 1 <= day < timex.day or first and tokens.lower[first - 1] in ("$", "no.", "age", "aged"):
            return None
    else:
        return None
    if tokens.lower[end] == "and" and (not first or tokens.lower[first - 1] != "between") and part is None:
        return Timex(first, end, "calendar", "list-day", month=timex.month, day=day, year=timex.year, head=timex.head)
    timex.link_kind = "range"
    timex.link = Timex(
        first, end, "calendar", "range-start", month=timex.month, day=day, year=timex.year, head=first, part=part
    )
    return timex.link


def _clock_before(tokens: TokenTable, timex: Timex, floor: int) -> Timex | None:
    """ "9" in "from 9 to 5 p.m.", "2" in "between 2 and 4 p.m."; the half of the day that makes the range short."""
    at = timex.first - 2
    if at < floor or at < 1 or tokens.lower[at - 1] not in ("from", "between") or timex.clock is None:
        return None
    if tokens.lower[at + 1] not in _JOINTS and tokens.lower[at + 1] != "and":
        return None
    match = _HOUR.fullmatch(tokens.lower[at])
    if match is None or tokens.sent[at] != tokens.sent[timex.first]:
        return None
    hour, right = int(match[1]) % 12, int(timex.clock[:2])
    hour += 12 * ((right >= 12) == (hour < right % 12))
    clock = f"{hour:02d}:{match[2] or '00'}"
    timex.link = Timex(at, at + 1, "calendar", "clock-range-start", clock=clock, head=timex.head, timex_type="TIME")
    timex.link_kind = "range"
    for name in ("weekday", "day", "month", "year"):
        setattr(timex.link, name, getattr(timex, name))
    return timex.link


def _following(tokens: TokenTable, timex: Timex, limit: int, words: Words) -> Timex | None:
    if (short := _short_year(tokens, timex, limit)) is not None:
        return short
    if timex.part == (0, 4):
        end = len(tokens.text[timex.first])
        return Timex(
            timex.first,
            timex.end,
            "calendar",
            "range-end",
            year=int(timex.number or 0),
            head=timex.head,
            link=timex,
            link_kind="range",
            part=(5, end),
        )
    if timex.kind != "calendar" or timex.clock or timex.part_of_day or timex.direction == "week-of":
        return None
    joint, at = timex.end, timex.end + 1
    if at >= limit or tokens.sent[timex.first] != tokens.sent[at]:
        return None
    joined = tokens.lower[joint] in _JOINTS
    listed = tokens.lower[joint] in _LISTS
    if not joined and not listed:
        return None
    if timex.decade is not None:
        return _second_decade(tokens, timex, at, joined)
    if timex.day is None or timex.month is None:
        return None
    match = _DAY.fullmatch(tokens.lower[at])
    if match is None or not timex.day < int(match[1]) <= 31 or timex.rule.endswith("day-month"):
        return None
    after = tokens.lower[at + 1] if at + 1 < tokens.n else ""
    if listed and (
        tokens.lower[joint] == "," and not (after == "and" or after == ",") or _modifies(tokens, at, after, words)
    ):
        return None
    if joined and _modifies(tokens, at, after, words):
        return None
    end, year = at + 1, timex.year
    if (
        year is None
        and at + 2 < tokens.n
        and after == ","
        and _SHORT_YEAR.fullmatch(tokens.lower[at + 2])
        and len(tokens.lower[at + 2]) == 4
    ):
        end, year = at + 3, int(tokens.lower[at + 2])
        timex.year = year
    elif year is None and re.fullmatch(r"(?:19|20)\d\d", after):
        end, year = at + 2, int(after)
        timex.year = year
    return Timex(
        at,
        end,
        "calendar",
        "range-end" if joined else "list-day",
        month=timex.month,
        day=int(match[1]),
        year=year,
        head=at,
        link=timex,
        link_kind="range" if joined else "list",
    )


def _short_year(tokens: TokenTable, timex: Timex, limit: int) -> Timex | None:
    """ "45" in "1939-45"."""
    at = timex.end + 1
    if timex.kind != "calendar" or timex.rule != "year" or timex.year is None or timex.part or at >= limit:
        return None
    word = tokens.lower[at]
    if tokens.lower[at - 1] not in ("-", "–") or tokens.space[at - 1] or tokens.space[at - 2]:
        return None
    if len(word) != 2 or not word.isdigit() or int(word) <= timex.year % 100 + 1:
        return None
    year = timex.year // 100 * 100 + int(word)
    return Timex(at, at + 1, "calendar", "range-end", year=year, head=at, link=timex, link_kind="range")


def _modifies(tokens: TokenTable, at: int, after: str, words: Words) -> bool:
    if after in words.context["measure_noun"] or after in ("percent", "%", "p.m.", "a.m.", ":"):
        return True
    return (
        at + 1 < tokens.n
        and tokens.tag[at + 1] in ("NNS", "NN")
        and tokens.head[at] == at + 1
        and tokens.dep[at] == "nummod"
    )


def _second_decade(tokens: TokenTable, timex: Timex, at: int, joined: bool) -> Timex | None:
    """ "80s" in "the 70s and 80s"."""
    match = re.fullmatch(r"'?([2-9]0)s", tokens.lower[at])
    if match is None or timex.decade is None:
        return None
    decade = timex.decade // 10 * 10 + int(match[1]) // 10
    kind = "range" if joined else "list"
    return Timex(at, at + 1, "calendar", "decade", decade=decade, head=at, link=timex, link_kind=kind)


def _mark(tokens: TokenTable, found: list[Timex]) -> None:
    """Link neighbours joined by "to", a dash, or "between … and"."""
    for left, right in zip(found, found[1:], strict=False):
        if (
            right.link is not None
            or left.timex_type in ("SET", "DURATION")
            or right.timex_type in ("SET", "DURATION")
            or right.kind == "ref"
        ):
            continue
        gap = tokens.lower[left.end : right.first]
        if not gap or len(gap) > 2 or tokens.sent[left.first] != tokens.sent[right.first]:
            continue
        before = tokens.lower[left.first - 1] if left.first else ""
        joined = gap[0] in _JOINTS and (before in ("from", "between") or gap[0] != "to" or _alike(left, right))
        if (joined or gap[0] == "and" and before == "between") and _alike(left, right):
            right.link, right.link_kind = left, "range"
            _share(left, right)


def _alike(left: Timex, right: Timex) -> bool:
    return left.kind in ("calendar", "unit", "deictic") and right.kind in ("calendar", "unit", "deictic")


def _share(left: Timex, right: Timex) -> None:
    """ "May 20 to June 3, 2004": the year at the end holds for both."""
    if left.clock and right.clock and not (left.day or left.weekday) and (right.day or right.weekday):
        left.weekday, left.day, left.month, left.year = right.weekday, right.day, right.month, right.year
    if (
        left.kind == right.kind == "calendar"
        and left.year is None
        and right.year is not None
        and left.month
        and right.month
        and left.of is None
    ):
        left.year = right.year if left.month <= right.month else right.year - 1
