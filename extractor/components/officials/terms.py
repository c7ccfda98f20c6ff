"""Terms of office that the text states: "president from 1990 to 1994", "mayor since May", "minister until 2003"."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractor.components.records import DateRecord, TitleRecord

_PARTIAL = re.compile(r"\d{4}(-\d{2}){0,2}")
# Between title and date: nothing but these words may stand.
_FROM = re.compile(r"(?:,? (?:from|since|between)|,? who served from| \() ?(?:at least |about |early |late |mid-)?")
_TO = re.compile(r" ?(?:to|until|till|through|and|-|–|—) ?(?:the end of |early |late |mid-)?")
_UNTIL = re.compile(r",? (?:until|till|through|up to) (?:the end of |early |late |mid-)?")
_SINCE = re.compile(r",? since ")
# "president 1990-94"
_YEARS, _DASH = re.compile(r",? \(?"), re.compile(r" ?[-–—] ?")
_REACH = 40


def state_terms(text: str, titles: list[TitleRecord], dates: list[DateRecord], published: str | None) -> None:
    """Set valid_from and valid_to of the titles that a date follows; a term that ended before publication is former.

    text: text of the Doc. Days are TIMEX3 values of DATE expressions, possibly partial (2003-01).
    """
    usable = sorted(
        (d for d in dates if d.timex_type == "DATE" and _PARTIAL.fullmatch(d.timex_value or "")), key=lambda d: d.start
    )
    for title in titles:
        if title.basis == "coreference":
            continue
        k = bisect_left(usable, title.end, key=lambda d: d.start)
        after = [d for d in usable[k : k + 2] if d.start <= title.end + _REACH]
        if not after:
            continue
        first = after[0]
        gap = text[title.end : first.start]
        if _UNTIL.fullmatch(gap):
            title.valid_to = first.timex_value
        elif _YEARS.fullmatch(gap) and len(after) > 1 and _DASH.fullmatch(text[first.end : after[1].start]):
            title.valid_from, title.valid_to = first.timex_value, after[1].timex_value
        elif _FROM.fullmatch(gap):
            title.valid_from = first.timex_value
            if len(after) > 1 and not _SINCE.match(gap) and _TO.fullmatch(text[first.end : after[1].start]):
                title.valid_to = after[1].timex_value
        if title.valid_to and title.incumbency == "current" and _over(title.valid_to, after, published):
            title.incumbency = "former"


def _over(value: str, dates: list[DateRecord], published: str | None) -> bool:
    """Whether a term that ended then is over on the day of publication; no where that day is unknown."""
    end = next((d.date_end for d in dates if d.timex_value == value), None) or value
    return published is not None and end[: len(published)] < published
