"""Quarters, halves and the periods that business news compares: "the third quarter", "the year-ago period"."""

from __future__ import annotations

from extractor.components.dates.month_words import year_at
from extractor.components.dates.reader import Reader
from extractor.components.dates.timex import Timex

_ORDINALS = {"1st": "1", "2nd": "2", "3rd": "3", "4th": "4"}
_BEFORE_SYMBOL = frozenset(
    ("in", "of", "for", "from", "during", "since", "by", "until", "to", "between", "and", "(", "the")
)


def symbol_date(r: Reader, at: int) -> Timex | None:
    """ "Q3 2019", "Q3 of 2019", "2019 Q3", "3Q 2019", "H1 2019"; without a year only behind a preposition."""
    start, year = at, year_at(r, at)
    if year is not None:
        at += 1
    quarter, half = r.look("quarter_symbol", at), r.look("half_symbol", at)
    if quarter is None and half is None or not r.text[at].isupper():
        return None
    end = at + 1
    if year is None:
        after = end + 1 if r.lower[end] in ("of", ",", "'") else end
        if (year := year_at(r, after)) is not None:
            end = after + 1
        elif r.lower[end] == "-" or half or not at or r.lower[at - 1] not in _BEFORE_SYMBOL:
            return None
    found = Timex(start, end, "calendar", "quarter-symbol", year=year, head=at)
    found.quarter, found.half = (int(quarter), None) if quarter else (None, int(half or 1))
    return found


def quarter_date(r: Reader, at: int) -> Timex | None:
    """ "the third quarter", "third-quarter", "fiscal second quarter", "the first half", "the 1988 third quarter"."""
    start, year, fiscal = at, None, False
    if r.lower[at] in ("the", "a"):
        at += 1
    article = at != start
    if (number := year_at(r, at)) is not None:
        year, at = number, at + 1
    direction = None
    if r.lower[at] in ("year", "years") and r.lower[at + 1] == "-" and r.lower[at + 2] in ("ago", "earlier"):
        direction, at = "last", at + 3
    if r.lower[at] in ("fiscal", "fiscal-first"):
        fiscal, at = True, at + 1
        if r.lower[at] == "-":
            at += 1
    half = r.lower[at] in ("last", "latter") and r.lower[at + 1] == "half"
    ordinal = "2" if half else r.look("ordinal", at) or _ORDINALS.get(r.lower[at])
    last = r.lower[at] in r.words.context["last_quarter"] and r.lower[at + 1 : at + 3] == ["quarter", "of"]
    if last and (year_at(r, at + 3) is not None or r.look("relative", at + 3) is not None):
        ordinal = "4"
    if ordinal is None:
        if year is not None and article and r.lower[at] in ("quarter", "period"):
            unit = "Q" if r.lower[at] == "quarter" else "Y"
            return Timex(
                start, at + 1, "calendar", "year-quarter", year=year, unit=unit, direction="comparable", head=at
            )
        return None
    if r.lower[at + 1] == "-" and article and year is None and not fiscal and direction is None:
        start, article = at, False  # "the third-quarter results": the article belongs to the noun
    at += 2 if r.lower[at + 1] == "-" else 1
    noun = r.lower[at]
    if noun not in ("quarter", "half", "quarters") or int(ordinal) > (2 if noun == "half" else 4):
        return None
    if noun == "half" and not (r.lower[at + 1] == "of" or year):
        return None
    end = at + 1
    found = Timex(
        start if article else start, end, "calendar", noun, head=at, year=year, fiscal=fiscal, direction=direction
    )
    if r.lower[start] == "a":
        found.first = start + 1
    if noun == "half":
        found.half = int(ordinal)
        if r.lower[end] != "of" and not year:
            return None
    else:
        found.quarter = int(ordinal)
    if (number := year_at(r, end)) is not None and year is None and noun != "half":
        found.year, found.end = number, end + 1
    return found


def year_ago(r: Reader, at: int) -> Timex | None:
    """ "year-earlier", "the year-ago quarter", "the comparable year-earlier period"."""
    start = at
    if r.lower[at] in ("the", "a"):
        at += 1
    if r.lower[at] == "latest" and r.lower[at + 1] == "period":
        return Timex(start, at + 2, "unit", "latest-unit", unit="Q", direction="latest", head=at + 1)
    if r.lower[at] in ("comparable", "corresponding"):
        at += 1
    if r.lower[at] != "year" or r.lower[at + 1] != "-" or r.lower[at + 2] not in ("ago", "earlier"):
        return None
    end = at + 3
    if r.lower[end] in ("quarter", "period"):
        kind = f"year-ago-{r.lower[end]}"
        return Timex(start, end + 1, "offset", kind, unit="Y", number=1.0, direction="ago", head=end)
    return Timex(at, end, "offset", "year-ago", unit="Y", number=1.0, direction="ago", head=at)


def same_period(r: Reader, at: int) -> Timex | None:
    """ "the same period last year", "the corresponding quarter a year earlier", "the same month of 2003"."""
    if r.lower[at] != "the" or r.lower[at + 1] not in r.words.context["same_period"]:
        return None
    unit = {"period": "Q", "quarter": "Q", "month": "M", "week": "W", "day": "D", "time": "Y"}.get(r.lower[at + 2])
    if unit is None:
        return None
    after = at + 3
    if r.lower[after] == "of" and (year := year_at(r, after + 1)) is not None and unit == "Q":
        return Timex(
            at, after + 2, "calendar", "year-quarter", year=year, unit="Q", direction="comparable", head=at + 2
        )
    if r.lower[after] == "of":
        after += 1
    if r.lower[after : after + 2] == ["last", "year"] or r.lower[after : after + 3] == ["the", "last", "year"]:
        end = after + (2 if r.lower[after] == "last" else 3)
    elif r.lower[after : after + 2] == ["a", "year"] and r.lower[after + 2] in ("ago", "earlier", "before"):
        end = after + 3
    else:
        return None
    kind = "year-ago-month" if unit == "M" else "year-ago-period"
    return Timex(at, end, "offset", kind, unit="Y", number=1.0, direction="ago", head=at + 2)
