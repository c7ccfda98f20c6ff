"""Datelines: "BEIJING, Feb. 27 (Kyodo) —", "NAIROBI, Kenya (AP) _", "LONDON, March 22 -", "[Geneva, 12 May 2021]"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.lexicon import Lexicon

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun[e.]?|Jul[y.]?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|"
    r"Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = rf"(?:{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? (?:\d{{4}}|\d{{2}}))?(?!\d))"
_DATE = re.compile(rf"(?:{_WEEKDAY},? )?{_DAY}(?!\d)", re.I)
_WORD = re.compile(r"(?:[A-ZÀ-ÖØ-Þ][\w.'’\-]*|de|del|la|los|las|al|el|of|and|da|do|di|the)(?=[\s,/(:\]—–]|--|$)")
_AGENCY = re.compile(r"\(([^()]{2,60})\)")
_DASH = re.compile(r"\s?(?:--+|—|–)(?=\s|[A-Z\"'\[])\s?|\s[-_]\s")
_COLON = re.compile(r":\s")
_NOTE = re.compile(r"\s?\[[A-Z][A-Za-z ]{2,40}\](?=\s)")
_REACH = 160


@dataclass(frozen=True, slots=True)
class Dateline:
    """end: offset after the dateline in the paragraph; place as written; date: span of the day in the paragraph."""

    end: int
    place: str | None
    date: tuple[int, int] | None


def _cities(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["surface"].casefold() for row in lexicon.rows("places"))


def find_dateline(text: str, lexicon: Lexicon) -> Dateline | None:
    """The dateline that the paragraph starts with, or None.

    A day, an agency in brackets, or a place of the gazetteer must be in it; capitals and a dash alone are a headline or
    a speaker.
    """
    head = text[:_REACH]
    bracket = head.startswith("[")
    at = 1 if bracket else 0
    place, at = _place(head, at)
    date: tuple[int, int] | None = None
    agency = False
    # Day, country and agency come in any order: "Havana (CUBA), 13 Nov 89 (Moscow TASS) --".
    for _ in range(3):
        after = _skip(head, at)
        if date is None and (match := _DATE.match(head, after)):
            date = match.span()
            at = match.end()
        elif match := _AGENCY.match(head, after):
            agency = True
            at = match.end()
    if bracket:
        if date is None or head[at : at + 1] != "]":
            return None
        at += 1
        dash = _DASH.match(head, at)
        at = dash.end() if dash else at
        return Dateline(at + len(head[at:]) - len(head[at:].lstrip()), place, date)
    known = place is not None and _is_place(place, lexicon)
    dash = _DASH.match(head, at)
    if dash is None:
        colon = _COLON.match(head, at)
        if colon is None or not known or (place is not None and not place.isupper() and date is None):
            return None
        dash = colon
    if place is None and not agency:
        return None
    if place is not None and date is None and not agency and not known:
        return None
    end = dash.end()
    while (note := _NOTE.match(head, end)) is not None:
        end = note.end()
    while end < len(text) and text[end] == " ":
        end += 1
    return Dateline(end, place, date) if end < len(text) else None


def _place(head: str, at: int) -> tuple[str | None, int]:
    """Up to eight capitalised words, with commas and slashes between them; stops before a day."""
    start, end, words = at, at, 0
    while words < 8:
        here = _skip(head, end) if words else at
        if words and _DATE.match(head, here):
            break
        match = _WORD.match(head, here)
        if match is None or (words == 0 and match[0].islower()):
            break
        end = match.end()
        words += 1
        if head[end : end + 1] == "/":
            end += 1
    place = head[start:end].strip(" ,/")
    return (place or None), end


def _skip(head: str, at: int) -> int:
    while at < len(head) and head[at] in " ,":
        at += 1
    return at


def _is_place(place: str, lexicon: Lexicon) -> bool:
    names = lexicon.compiled(_cities)
    low = place.casefold().replace(".", "")
    return low in names or low.split(",")[0].strip() in names
