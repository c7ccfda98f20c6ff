"""Number phrases in front of a unit of time: "24", "twenty-four", "two and a half", "5 1/2", "a few", "12 to 18"."""

from __future__ import annotations

import re
from typing import NamedTuple

from extractor.components.dates.words import Words

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,7}(?:\.\d{1,4})?")
_FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})")
_MAX_WORDS = 9


class Number(NamedTuple):
    """end: token after the phrase. value: None for a vague number."""

    end: int
    value: float | None
    high: float | None = None


def read_number(lower: list[str], at: int, words: Words) -> Number | None:
    """The number phrase that starts at token `at`, or None."""
    vague, word = words.classes["number_vague"], lower[at]
    if word in vague or (word == "a" and lower[at + 1] in vague and lower[at + 1] not in ("some", "many")):
        start = at + 1 if word == "a" else at
        end = start + 1
        if lower[end] == "more" and lower[start] in ("few", "several"):
            end += 1
        while lower[end] == "of" and lower[end + 1] not in ("the", "these", "those", "this", "last", "next"):
            end += 1
            if lower[end] in vague:
                end += 1
        value = vague[lower[start]]
        return Number(end, None if value == "X" else float(value))
    if word == "half" and lower[at + 1] in ("a", "an", "-"):
        return Number(at + 2, 0.5)
    first = _plain(lower, at, words)
    if first is None:
        return None
    end, low = first
    if lower[end] in ("to", "or", "-", "–") and lower[end + 1] not in ("a", "an"):
        second = _plain(lower, end + 1, words)
        if second is not None and second[1] > low:
            return Number(second[0], None, second[1])
    return Number(end, low)


def _plain(lower: list[str], at: int, words: Words) -> tuple[int, float] | None:
    table = words.classes["number"]
    end, total, current, seen = at, 0.0, 0.0, False
    while end < at + _MAX_WORDS:
        word = lower[end]
        if word in table and word != "half":
            number = float(table[word])
            if number >= 1000:
                total, current = total + max(current, 1.0) * number, 0.0
            elif number == 100 or word == "dozen":
                current = max(current, 1.0) * number
            else:
                current += number
            seen, end = True, end + 1
        elif not seen and _DIGITS.fullmatch(word):
            current, seen, end = float(word.replace(",", "")), True, end + 1
        elif (
            seen
            and word == "-"
            and lower[end + 1] in table
            and float(table[lower[end + 1]]) < 10
            and current % 10 == 0
            and current >= 20
        ):
            end += 1
        elif (fraction := _FRACTION.fullmatch(word)) and int(fraction[2]):
            current, seen, end = current + int(fraction[1]) / int(fraction[2]), True, end + 1
            break
        else:
            break
    if not seen:
        return (at + 2, 100.0) if lower[at] == "a" and lower[at + 1] == "hundred" else None
    if lower[end] == "and" and lower[end + 1] in ("a", "one") and lower[end + 2] == "half":
        return end + 3, total + current + 0.5
    if lower[end] == "-" and lower[end + 1 : end + 6] == ["and", "-", "a", "-", "half"]:
        return end + 6, total + current + 0.5
    return end, total + current


def write_number(value: float | None) -> str:
    """A number as TIMEX3 durations carry it: 3, 2.5, X for a vague one."""
    if value is None:
        return "X"
    return str(int(value)) if value == int(value) else f"{value:g}"


_YEAR_TENS = re.compile(r"1[1-9]|20")


def read_spoken_year(lower: list[str], at: int, words: Words) -> tuple[int, int] | None:
    """(end, year) of "nineteen ninety-six" or "two thousand (and) five" at token `at`."""
    table = words.classes["number"]
    first = table.get(lower[at])
    if first is None:
        return None
    if lower[at] == "two" and lower[at + 1] == "thousand":
        end = at + 3 if lower[at + 2] == "and" else at + 2
        rest = _plain(lower, end, words)
        if rest is not None and rest[1] < 100:
            return rest[0], 2000 + int(rest[1])
        return at + 2, 2000
    if not _YEAR_TENS.fullmatch(first):
        return None
    rest = _plain(lower, at + 1, words)
    if rest is None or not 10 <= rest[1] <= 99 or rest[1] != int(rest[1]) or lower[at + 1][:1].isdigit():
        return None
    return rest[0], int(first) * 100 + int(rest[1])
