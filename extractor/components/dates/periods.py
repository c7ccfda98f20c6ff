"""Decades, centuries, seasons and named days."""

from __future__ import annotations

import re

from extractor.components.dates.calendar_dates import year_after
from extractor.components.dates.month_words import year_at
from extractor.components.dates.numbers import read_spoken_year
from extractor.components.dates.reader import Reader
from extractor.components.dates.timex import Timex

_DECADE = re.compile(r"'?((?:1[0-9]|20)?[0-9]0)'?s")
_CENTURY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)")


def decade_date(r: Reader, at: int) -> Timex | None:
    """ "1970s", "the '80s", "the nineties", each with its article."""
    start = at
    if r.lower[at] == "the":
        at += 1
    mid = None
    if r.lower[at] in ("early", "late", "mid") and start != at:
        mid = {"early": "START", "late": "END", "mid": "MID"}[r.lower[at]]
        at += 2 if r.lower[at + 1] == "-" else 1
    elif r.lower[at].startswith("mid-") and _DECADE.fullmatch(r.lower[at][4:]):
        found = _DECADE.fullmatch(r.lower[at][4:])
        return (
            Timex(start, at + 1, "calendar", "decade", decade=_decade(found[1]), mod="MID", edge="MID", head=at)
            if found
            else None
        )
    quote = at
    if r.lower[at] == "'" and r.glued(at):
        at += 1
    found = _DECADE.fullmatch(r.lower[at])
    end = at + 1
    if found is None and r.lower[at].isdigit() and r.lower[at + 1] in ("s", "'s") and r.glued(at):
        found, end = _DECADE.fullmatch(r.lower[at] + "s"), at + 2
        if found is not None and r.lower[at + 1] == "'s" and r.lower[start] != "the":
            found = None
    if found is not None:
        if len(found[1]) == 2 and start == quote == at and not r.lower[at].startswith("'"):
            return None
        if len(found[1]) == 2 and not r.words.context["not_decade_before"].isdisjoint(
            r.lower[max(0, start - 6) : start]
        ):
            return None  # "temperatures in the 80s"
        return Timex(start, end, "calendar", "decade", decade=_decade(found[1]), mod=mid, edge=mid, head=at)
    word = r.look("decade_word", at)
    if word and start != at and r.lower[at + 1] not in ("percent",):
        return Timex(start, at + 1, "calendar", "decade", decade=190 + int(word) // 10, mod=mid, edge=mid, head=at)
    return None


def _decade(digits: str) -> int:
    return int(digits) // 10 if len(digits) == 4 else (190 if int(digits) >= 20 else 200) + int(digits) // 10


_PARTS = {"early": "START", "late": "END", "mid": "MID"}


def _part(r: Reader, at: int) -> tuple[int, str | None]:
    """Past "the" and "early", "late" or "mid-": (next token, TIMEX3 mod)."""
    if r.lower[at] == "the":
        at += 1
    mod = _PARTS.get(r.lower[at])
    if mod is not None:
        at += 2 if r.lower[at + 1] == "-" else 1
    return at, mod


def century_date(r: Reader, at: int) -> Timex | None:
    """ "the 20th century", "the nineteenth century"."""
    start = at
    at, mod = _part(r, at)
    found, word = _CENTURY.fullmatch(r.lower[at]), r.look("ordinal", at)
    number, end = (int(found[1]), at + 1) if found else (int(word), at + 1) if word else (0, at)
    if r.lower[at : at + 3] == ["twenty", "-", "first"]:
        number, end = 21, at + 3
    if r.lower[end] == "-" and r.lower[end + 1] == "century":
        end += 1
    listed = number and r.lower[end] in ("and", "or", "to") and r.lower[end + 2] in ("century", "centuries")
    if listed and (_CENTURY.fullmatch(r.lower[end + 1]) or r.look("ordinal", end + 1)):  # "the 18th and 19th centuries"
        return Timex(start, end, "calendar", "century", century=number - 1, mod=mod, edge=mod, head=at)
    if not number or r.lower[end] not in ("century", "centuries"):
        return None
    if r.lower[end + 1 : end + 3] == ["-", "old"] or r.text[end][0].isupper() and r.text[end + 1].istitle():
        return None  # "20th Century Fox"
    return Timex(start, end + 1, "calendar", "century", century=number - 1, mod=mod, edge=mod, head=end)


def season_date(r: Reader, at: int) -> Timex | None:
    """ "summer", "the winter of 2013-14", "spring 2005", "this past spring" without its relative word."""
    start = at
    at, mod = _part(r, at)
    season = r.look("season", at)
    weak = None if season else r.look("season_weak", at)
    if not season and not weak:
        return None
    if weak and not _is_autumn(r, start, at):
        return None
    if at and r.lower[at - 1] in r.words.context["not_season_before"]:
        return None  # "a hot spring"
    if r.lower[at + 1] in r.words.context["not_season_after"]:
        return None  # "the summer solstice"
    if r.text[at][0].isupper() and at and r.text[at - 1][:1].isupper() and not r.sentence_start(at - 1):
        return None  # "Arab Spring", "Operation Peace Spring"
    if r.text[at][0].isupper() and not r.text[at].isupper() and r.text[at + 1][:1].isupper() and r.lower[at + 1] != "i":
        return None  # "Winter Olympics"
    end, year = at + 1, None
    after = end + 1 if r.lower[end] == "of" else end + 1 if r.lower[end] == "," and year_at(r, end + 1) else end
    if (year := year_at(r, after)) is not None:
        end = after + 1
        if r.lower[end] in ("-", "–", "/") and r.lower[end + 1].isdigit() and len(r.lower[end + 1]) in (2, 4):
            end += 2
        elif (found := re.fullmatch(r"(\d{4})[-–/](\d{2,4})", r.lower[after])) is not None:
            year = int(found[1])
    elif (found := re.fullmatch(r"((?:19|20)\d\d)[-–/](\d{2}|\d{4})", r.lower[after])) is not None:
        year, end = int(found[1]), after + 1
    elif (spoken := read_spoken_year(r.lower, after, r.words)) is not None and after > end:
        end, year = spoken
    if year is None and r.lower[end] == "of" and r.lower[end + 1] not in ("this", "last", "next", "that", "the"):
        return None
    return Timex(
        start, end, "calendar", "season", season=season or weak, year=year, head=at, mod=mod, edge=mod, confidence=0.9
    )


def _is_autumn(r: Reader, start: int, at: int) -> bool:
    """ "the fall", "last fall", "fall 1998" as a season, not the verb nor the fall of a price or a wall."""
    if (
        not r.tag[at].startswith("NN")
        or r.lower[at + 1] in ("from", "-", "to", "guy", "by", "as")
        or r.lower[at + 1] == "in"
        and (at == 0 or r.look("relative", at - 1) is None)
    ):
        return False
    if r.lower[at + 1] == "of":
        return year_at(r, at + 2) is not None or r.look("relative", at + 2) is not None
    if year_at(r, at + 1) is not None:
        return True
    before = r.lower[at - 1] if at else ""
    if r.lower[start] == "the":
        return start > 0 and r.lower[start - 1] in ("in", "by", "during", "until", "since", "over", "of", "for")
    return before == "-" or before in r.words.context["before_fall"]


def named_day(r: Reader, at: int) -> Timex | None:
    """ "Christmas Eve", "Thanksgiving Day 1998" at `at`."""
    found = r.words.days.match_at(r.lower, at)
    if found is None or not r.text[at][0].isupper():
        return None
    end, rule = found
    if r.lower[end] in r.words.context["day_compound"] and end == at + 1:
        return None
    year, year_end = year_after(r, end, True)
    name = " ".join(r.lower[at:end])
    found_day = Timex(at, year_end if year else end, "calendar", "named-day", holiday=rule, year=year, head=end - 1)
    found_day.named, found_day.confidence = name if name in r.words.national else None, 0.9
    return found_day
