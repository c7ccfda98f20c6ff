"""Fractions and ratios: "two-thirds", "half of", "a quarter of a million", "one in five"."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.components.counts.digits import HYPHENS, Numeral, digits_value, tidy
from extractor.components.counts.vocabulary import CountWords

_AFTER_HALF = frozenset(["of", "the", "those", "these", "their", "its", "his", "her", "our", "all", "that", "this"])


def words_fraction(lower: Sequence[str], i: int, words: CountWords) -> Numeral | None:
    """ "two-thirds", "one third", "three quarters" """
    at = i + 2 if i + 2 < len(lower) and lower[i + 1] in HYPHENS else i + 1
    if at >= len(lower):
        return None
    entry = words.numbers.get(lower[at])
    if entry is None or entry.role != "fraction" or lower[at] == "half":
        return None
    top = words.numbers[lower[i]].value or 0
    if (top == 1) == lower[at].endswith("s") or at == i + 1 and lower[at] == "second":
        return None
    value = top * float(entry.value or 0)
    if value >= 1:
        return None
    if tuple(lower[at + 1 : at + 3]) == ("of", "a") and at + 3 < len(lower):
        scale = words.numbers.get(lower[at + 3])
        if scale is not None and scale.role in ("scale", "dozen"):
            exact = tidy(value * float(scale.value or 1))
            return Numeral(i, at + 4, exact, exact, exact, "words", True)
    return Numeral(i, at + 1, value, value, value, "fraction")


def ratio(lower: Sequence[str], i: int, top: float, words: CountWords) -> Numeral | None:
    """ "one in five", "one in every 10", "nine out of 10" """
    n = len(lower)
    if i + 2 >= n or lower[i + 1] not in ("in", "out") or not 0 < top < 1000:
        return None
    at = i + 2
    loose = lower[i + 1] == "in"
    if not loose:
        if lower[at] != "of":
            return None
        at += 1
    if at < n and lower[at] == "every":
        at, loose = at + 1, False
    if at >= n:
        return None
    entry = words.numbers.get(lower[at])
    found = digits_value(lower[at]) if lower[at][0].isdigit() else None
    bottom = (
        found[0]
        if found is not None and not found[1]
        else float(entry.value or 0)
        if entry and entry.role in ("unit", "ten")
        else 0.0
    )
    # "killed two in three attacks" is no ratio; "in 1998" is a year
    if bottom <= top or bottom > 1000 or loose and top != 1 and bottom not in (10.0, 100.0, 1000.0):
        return None
    if not loose and bottom > 10 and bottom not in (100.0, 1000.0):
        # "29 out of 30 charges" tells both numbers
        return None
    value = top / bottom
    return Numeral(i, at + 1, value, value, value, "fraction")


def fraction(lower: Sequence[str], i: int, value: float, words: CountWords) -> Numeral | None:
    """ "half", "a quarter of", "half a million", "a quarter of a million" """
    n = len(lower)
    word = lower[i]
    before = lower[i - 1] if i else ""
    article = before in ("a", "an")
    first = i - 1 if article else i
    if word != "half" and not article:
        return None
    for gap in ((), ("a",), ("of", "a"), ("-",), ("-", "a")):
        at = i + 1 + len(gap)
        if at < n and tuple(lower[i + 1 : at]) == gap:
            entry = words.numbers.get(lower[at])
            if entry is not None and entry.role in ("scale", "dozen") and (word == "half" or gap == ("of", "a")):
                exact = tidy(value * float(entry.value or 1))
                return Numeral(first, at + 1, exact, exact, exact, "words", True)
    if word == "half":
        if i + 1 >= n or before in words.cues["before_half"] or lower[i + 1] in HYPHENS:
            return None
        if lower[i + 1] not in _AFTER_HALF:
            return None
    elif i + 1 >= n or lower[i + 1] != "of":
        return None
    return Numeral(first, i + 1, value, value, value, "fraction")
