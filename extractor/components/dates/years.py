"""Bare years: which four-digit numbers are years. "in 2002", "the 1992 election"; not "2000 troops", "Resolution
1718", "1,200"."""

from __future__ import annotations

import re

from extractor.components.dates.month_words import year_at
from extractor.components.dates.numbers import read_spoken_year
from extractor.components.dates.reader import Reader
from extractor.components.dates.timex import Timex

_PREPOSITIONS = frozenset(
    [
        "in",
        "since",
        "of",
        "by",
        "from",
        "until",
        "till",
        "to",
        "through",
        "during",
        "before",
        "after",
        "between",
        "for",
        "late",
        "early",
        "mid",
        "around",
        "circa",
        "about",
        "than",
        "as",
        "and",
        "or",
        "at",
        "on",
        "late-",
        "mid-",
        "(",
        "-",
        "–",
        ",",
        "--",
        "/",
        "year",
        "fy",
        "versus",
        "vs",
        "with",
    ]
)
_BACK_RANGE = re.compile(r"((?:1[6-9]|20)\d\d)[-–/](\d{2}|(?:1[6-9]|20)\d\d)")


def bare_year(r: Reader, at: int) -> Timex | None:
    """The year at `at`, if the words around it read it as one."""
    year = year_at(r, at)
    if year is None:
        return _year_pair(r, at) or _short_year(r, at) or _spoken(r, at)
    if (pair := split_pair(r, at, year)) is not None:
        return pair
    before, after = r.lower[at - 1] if at else "", r.lower[at + 1]
    context = r.words.context
    if before in context["number_not_year_before"] or before in ("$", "€", "£", "#", "us$", "+", "=", "x", "¥"):
        return None
    if (
        after in context["measure_noun"]
        or after in context["number_not_year_after"]
        or (after in (".", ":") and r.text[at + 2][:1].isdigit() and r.glued(at))
    ):
        return None
    if r.glued(at) and after in ("-", "–", "/") and (r.lower[at + 2].isdigit() and len(r.lower[at + 2]) not in (2, 4)):
        return None
    if at and r.glued(at - 1) and before not in ("(", "-", "–", "'", '"', "/", "[", "“", "‘", "—", "--"):
        return None
    if (
        at > 1
        and r.glued(at - 1)
        and before in ("-", "/", "–")
        and r.glued(at - 2)
        and not r.lower[at - 2].isalpha()
        and year_at(r, at - 2) is None
    ):
        return None
    if r.glued(at) and after in ("-", "–") and r.lower[at + 2] in context["counted_after_hyphen"]:
        return None  # "a 2000-member force"
    if any(r.lower[k] in context["street_noun"] and r.text[k][0].isupper() for k in (at + 2, at + 3)) and (
        r.text[at + 1].istitle()
    ):
        return None  # "1990 Elm Street"
    if not 1600 <= year <= 2100 and before not in ("in", "since", "of", "circa", "by", "from", "between", "until"):
        return None
    if not _reads_as_year(r, at, year, before, after):
        return None
    return Timex(at, at + 1, "calendar", "year", year=year, head=at, confidence=0.95)


def _reads_as_year(r: Reader, at: int, year: int, before: str, after: str) -> bool:
    tag_after = r.tag[at + 1]
    event_plural = after in r.words.context["event_plural"]
    if tag_after == "NNS" and not event_plural:
        counted = year % 50 == 0 or year < 1900
        if counted or before in ("of", "some", "about", "than", "over", "nearly", "around", "to", "with"):
            return False
    if before in ("than", "over", "nearly", "almost", "least", "some", "about", "around") and (
        year % 100 == 0 or year < 1900 or tag_after.startswith(("NN", "JJ"))
    ):
        return False
    if before in _PREPOSITIONS or at == 0 or r.sentence_start(at):
        return before not in ("at", "with", "on", "to", "for") or year >= 1800
    if r.tag[at - 1] in (
        "DT",
        "PRP$",
        "POS",
        "JJ",
        "VBN",
        "VBD",
        "VBG",
        "VB",
        "RB",
        "IN",
        "CC",
        "TO",
        "NNP",
        "NN",
        "NNS",
        "NNPS",
        ":",
        "-LRB-",
        "``",
    ):
        return 1850 <= year <= 2099
    return 1900 <= year <= 2050


def _year_pair(r: Reader, at: int) -> Timex | None:
    """ "1997-98" in one token: a season or a fiscal year over two calendar years."""
    found = _BACK_RANGE.fullmatch(r.lower[at])
    if found is None:
        return None
    first = int(found[1])
    last = int(found[2]) if len(found[2]) == 4 else first // 100 * 100 + int(found[2])
    if not first < last <= first + 100:
        return None
    if len(found[2]) == 4 or last > first + 1:
        return Timex(at, at + 1, "calendar", "year", year=first, number=float(last), head=at, part=(0, 4))
    return Timex(at, at + 1, "calendar", "year-pair", year=first, number=float(last), head=at)


def split_pair(r: Reader, at: int, year: int) -> Timex | None:
    """ "1997-98" in three tokens."""
    last = r.lower[at + 2]
    if (
        r.lower[at + 1] not in ("-", "–", "/")
        or not (r.glued(at) and r.glued(at + 1))
        or len(last) != 2
        or not last.isdigit()
    ):
        return None
    if year < 1500 or not year % 100 < int(last) or r.lower[at + 3] in ("-", "–", "/"):
        return None
    gap = int(last) - year % 100
    if gap > 1:  # "1939-45" is a range; `ranges` adds its second end
        return Timex(at, at + 1, "calendar", "year", year=year, head=at) if r.lower[at + 1] != "/" else None
    return Timex(at, at + 3, "calendar", "year-pair", year=year, number=float(year // 100 * 100 + int(last)), head=at)


def _short_year(r: Reader, at: int) -> Timex | None:
    """ "since '82"."""
    end = at + 1
    digits = r.lower[at][1:] if len(r.lower[at]) == 3 else ""
    if r.lower[at] == "'" and r.glued(at):
        digits, end = r.lower[at + 1], at + 2
    if not r.lower[at].startswith("'") or len(digits) != 2 or not digits.isdigit() or not at:
        return None
    if r.lower[at - 1] not in ("in", "since", "of", "until", "before", "after", "summer", "fall", "spring", "winter"):
        return None
    return Timex(
        at, end, "calendar", "year", year=(1900 if int(digits) >= 30 else 2000) + int(digits), head=at, confidence=0.8
    )


def _spoken(r: Reader, at: int) -> Timex | None:
    start = at
    if r.lower[at] == "the" and r.lower[at + 1] == "year":
        at += 2
    spoken = read_spoken_year(r.lower, at, r.words)
    if spoken is None:
        return None
    end, year = spoken
    before = r.lower[at - 1] if at else ""
    if end == at + 2 and r.lower[at] == "two" and before != "year":
        return None
    if r.tag[end].startswith("NNS") and before not in ("in", "since", "of"):
        return None
    return Timex(start, end, "calendar", "spoken-year", year=year, head=end - 1)
