"""Numeric dates such as 27/02/2004 or 7/8/07: found here, read by dateparser.

dateparser gets only strings that are dates by their form, English alone, and a fixed base, so that it never consults
the clock.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from extractor.components.dates.reader import Reader
from extractor.components.dates.timex import Timex

_NUMERIC = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d|\d\d)|((?:19|20)\d\d)([/.])(\d{1,2})\6(\d{1,2})")
_BASE = datetime(2000, 1, 1)


@lru_cache(maxsize=4096)
def parse_numeric(text: str, order: str) -> date | None:
    """The day of one numeric date; order is MDY or DMY. None where dateparser finds none."""
    import dateparser

    settings = {
        "DATE_ORDER": order,
        "RELATIVE_BASE": _BASE,
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
    }
    found = dateparser.parse(text, languages=["en"], settings=settings)
    return found.date() if found else None


def numeric_date(r: Reader, at: int) -> Timex | None:
    """A numeric date in one token; where day and month could change places it is read month first, with low
    confidence."""
    text = r.lower[at]
    if len(text) < 6 or "/" not in text and text.count(".") != 2:
        return None
    found = _NUMERIC.fullmatch(text)
    if found is None:
        return None
    if found[5]:
        day, sure = parse_numeric(f"{found[5]}-{int(found[7]):02d}-{int(found[8]):02d}", "YMD"), 1.0
    else:
        first, second = int(found[1]), int(found[3])
        if found[2] == "." and len(found[4]) == 2:
            return None
        order = "DMY" if first > 12 or found[2] == "." and second <= 12 else "MDY"
        day, sure = parse_numeric(text, order), 1.0 if first > 12 or second > 12 else 0.5
    if day is None:
        return None
    return Timex(
        at, at + 1, "calendar", "numeric-date", year=day.year, month=day.month, day=day.day, head=at, confidence=sure
    )
