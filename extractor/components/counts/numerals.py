"""Numerals: digits, words and mixtures of both, fractions and vague numbers, read at one token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.components.counts.vocabulary import CountWords

# Longer digit strings are identifiers, and float() of them costs time.
_MAX_LENGTH = 24
_DIGITS = re.compile(r"[-+]?(\d{1,3}(?:,\d{2,3})+|\d+)(\.\d+)?([a-z]{1,8})?$")
_FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})$")
_IN_TOKEN_RANGE = re.compile(r"([\d.,]+)[–—-]([\d.,]+)$")
_HYPHENS = frozenset({"-", "–"})


@dataclass(slots=True)
class Numeral:
    """A number in the text: tokens [first, end), best value and bounds, and how it was written.

    form: digits | words | vague | fraction | group | zero. scaled: holds a word such as million.
    """

    first: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    form: str
    scaled: bool = False

    def times(self, factor: float) -> None:
        self.value = None if self.value is None else _tidy(self.value * factor)
        self.low = None if self.low is None else _tidy(self.low * factor)
        self.high = None if self.high is None else _tidy(self.high * factor)


def _tidy(value: float) -> float:
    """Binary noise of decimal scales away: 54.795 × 10⁹ is a whole number."""
    rounded = round(value, 6)
    return float(int(rounded)) if abs(rounded - round(rounded)) < 1e-9 and abs(rounded) < 1e15 else rounded


def digits_value(word: str) -> tuple[float, str] | None:
    """(value, letters glued to it) of "1,200", "4.5", "1.5bn"; None for anything else."""
    if len(word) > _MAX_LENGTH:
        return None
    match = _DIGITS.match(word)
    if match is None:
        return None
    whole, decimals, suffix = match.groups()
    return float(whole.replace(",", "") + (decimals or "")), suffix or ""


def in_token_range(word: str) -> tuple[float, float] | None:
    """The two ends of "10–15" where the tokenizer leaves it whole."""
    match = _IN_TOKEN_RANGE.match(word) if len(word) <= 2 * _MAX_LENGTH else None
    if match is None:
        return None
    ends = [digits_value(part) for part in match.groups()]
    if ends[0] is None or ends[1] is None or ends[0][1] or ends[1][1]:
        return None
    return ends[0][0], ends[1][0]


def read_numeral(lower: Sequence[str], i: int, words: CountWords, money: bool = False) -> Numeral | None:
    """The numeral that starts at token `i` ("a" before a scale word is taken in), or None.

    money: a currency sign stands before it, so that "m" and "b" are million and billion.
    """
    word = lower[i]
    if word[0].isdigit() or (len(word) > 1 and word[0] in "+-" and word[1].isdigit()):
        return _digits(lower, i, words, money)
    entry = words.numbers.get(word)
    if entry is None:
        return None
    role = entry.role
    if role in ("unit", "ten"):
        return (
            _ratio(lower, i, float(entry.value or 0), words)
            or _words_fraction(lower, i, words)
            or _cardinal(lower, i, i + 1, float(entry.value or 0), "words", words)
        )
    if role in ("scale", "dozen"):
        if i and lower[i - 1] in ("a", "an", "one") and entry.value:
            return _cardinal(lower, i - 1, i, 1.0, "words", words)
        return None
    if role == "few":
        return _few(lower, i, entry.low, entry.value, entry.high, words)
    if role == "vague":
        return _vague(lower, i, words)
    if role == "group":
        return _group(lower, i, float(entry.value or 0))
    if role == "fraction":
        return _fraction(lower, i, float(entry.value or 0), words)
    return None


def _digits(lower: Sequence[str], i: int, words: CountWords, money: bool) -> Numeral | None:
    found = digits_value(lower[i])
    if found is None:
        fraction = _FRACTION.match(lower[i])
        if fraction and 0 < int(fraction[1]) < int(fraction[2]):
            value = int(fraction[1]) / int(fraction[2])
            return Numeral(i, i + 1, value, value, value, "fraction")
        return None
    value, suffix = found
    ratio = None if suffix or money else _ratio(lower, i, value, words)
    if ratio is not None:
        return ratio
    if suffix:
        scale = words.numbers.get(suffix)
        if (
            scale is None
            or scale.role not in ("scale", "suffix")
            or (scale.role == "suffix" and not money and suffix != "k")
        ):
            return None
        value = _tidy(value * float(scale.value or 1))
        return Numeral(i, i + 1, value, value, value, "digits", True)
    end, n = i + 1, len(lower)
    # "10 000": thousands set apart by a space
    while (
        lower[i].isdigit()
        and len(lower[i]) <= 3
        and end < n
        and lower[end].isdigit()
        and len(lower[end]) == 3
        and end - i < 5
    ):
        value = value * 1000 + int(lower[end])
        end += 1
    # "2 1/2" and the wire agencies' "8-3/4"
    at = end + 1 if end + 1 < n and lower[end] in _HYPHENS else end
    if at < n and "/" in lower[at]:
        fraction = _FRACTION.match(lower[at])
        if fraction and 0 < int(fraction[1]) < int(fraction[2]):
            value += int(fraction[1]) / int(fraction[2])
            end = at + 1
    if money and end < n and (scale := words.numbers.get(lower[end])) is not None and scale.role == "suffix":
        value = _tidy(value * float(scale.value or 1))
        return Numeral(i, end + 1, value, value, value, "digits", True)
    return _cardinal(lower, i, end, value, "digits", words)


def _cardinal(lower: Sequence[str], first: int, j: int, value: float, form: str, words: CountWords) -> Numeral:
    """Goes on from a first number: "twenty-five", "two hundred and six", "1.2 million", "two and a half thousand"."""
    n = len(lower)
    total, current, scaled = 0.0, value, False
    last_scale = 0.0
    while j < n:
        word = lower[j]
        k = j
        if word in _HYPHENS and j + 1 < n:
            k = j + 1
            word = lower[k]
        entry = words.numbers.get(word)
        role = entry.role if entry else ""
        size = float(entry.value or 0) if entry else 0.0
        if (
            role == "unit"
            and form == "words"
            and 0 < size < 10
            and current >= 20
            and current % 100 >= 20
            and current % 10 == 0
        ):
            current += size
        elif role == "scale" and size == 100 and 0 < current < 100:
            current *= 100
            scaled = last_scale = 100
        elif role in ("scale", "dozen") and size != 100 and current > 0 and not (total and size >= last_scale > 100):
            total += current * size
            current, scaled, last_scale = 0.0, True, size
        elif word == "and" and k == j and j + 1 < n and scaled and form == "words" and current % 100 == 0:
            following = words.numbers.get(lower[j + 1])
            if following is None or following.role not in ("unit", "ten") or total + current < 100:
                break
            # "two hundred and five" is one number; "a thousand and five ships" too, but a noun between cannot be here.
            current += float(following.value or 0)
            k = j + 1
        elif word == "and" and k == j and lower[j + 1 : j + 3] == ["a", "half"]:
            current += 0.5
            k = j + 2
        elif word == "point" and j + 1 < n and (digit := words.numbers.get(lower[j + 1])) and digit.role == "unit":
            current += float(digit.value or 0) / 10
            k = j + 1
        elif (
            role in ("unit", "ten")
            and k == j
            and form == "words"
            and scaled
            and current % 100 == 0
            and (total or current)
        ):
            current += size
        else:
            break
        j = k + 1
    result = _tidy(total + current)
    return Numeral(first, j, result, result, result, form, bool(scaled))


def _few(
    lower: Sequence[str], i: int, low: float | None, value: float | None, high: float | None, words: CountWords
) -> Numeral | None:
    first = i
    if lower[i] != "several":
        # "few" alone is a negative statement, "a few" a number; "the past few" goes with dates.
        if i == 0 or lower[i - 1] not in ("a", "the", "another", "these", "those", "last", "next", "first"):
            return None
        first = i - 1 if lower[i - 1] == "a" else i
    numeral = Numeral(first, i + 1, value, low, high, "vague")
    at = i + 2 if i + 2 < len(lower) and lower[i + 1] == "of" else i + 1
    entry = words.numbers.get(lower[at]) if at < len(lower) else None
    if entry is not None and entry.role in ("scale", "dozen"):
        numeral.times(float(entry.value or 1))
        numeral.end, numeral.scaled = at + 1, True
    return numeral


def _vague(lower: Sequence[str], i: int, words: CountWords) -> Numeral | None:
    entry = words.numbers[lower[i]]
    numeral = Numeral(i, i + 1, entry.value, entry.low, entry.high, "vague", True)
    end = i + 1
    while end + 1 < len(lower) and lower[end] == "of":
        following = words.numbers.get(lower[end + 1])
        if following is None or following.role != "vague" or following.value is None:
            break
        # "tens of thousands" runs to the end of the decade: 99,999
        top = (numeral.high or 0) + 1
        numeral.times(following.value)
        numeral.high = top * following.value - 1
        end += 2
    if tuple(lower[end : end + 3]) == (",", "if", "not") and end + 3 < len(lower):
        # "hundreds, if not thousands, of people"
        top = words.numbers.get(lower[end + 3])
        if top is not None and top.role == "vague":
            numeral.high = top.high
            end += 5 if lower[end + 4 : end + 5] == [","] else 4
    numeral.end = end
    return None if lower[i] == "tens" and end == i + 1 else numeral


def _group(lower: Sequence[str], i: int, value: float) -> Numeral | None:
    if (
        i + 1 >= len(lower)
        or lower[i + 1] != "of"
        or i == 0
        or lower[i - 1] not in ("a", "the", "another", "this", "that")
    ):
        return None
    first = i - 1 if lower[i - 1] == "a" else i
    return Numeral(first, i + 1, value, value, value, "group")


def _words_fraction(lower: Sequence[str], i: int, words: CountWords) -> Numeral | None:
    """ "two-thirds", "one third", "three quarters" """
    at = i + 2 if i + 2 < len(lower) and lower[i + 1] in _HYPHENS else i + 1
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
    return Numeral(i, at + 1, value, value, value, "fraction")


def _ratio(lower: Sequence[str], i: int, top: float, words: CountWords) -> Numeral | None:
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
    value = top / bottom
    return Numeral(i, at + 1, value, value, value, "fraction")


def _fraction(lower: Sequence[str], i: int, value: float, words: CountWords) -> Numeral | None:
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
                exact = _tidy(value * float(entry.value or 1))
                return Numeral(first, at + 1, exact, exact, exact, "words", True)
    if word == "half":
        if (
            i + 1 >= n
            or before in ("first", "second", "other", "better", "a", "an", "last", "and")
            or lower[i + 1] in _HYPHENS
        ):
            return None
        if lower[i + 1] not in (
            "of",
            "the",
            "those",
            "these",
            "their",
            "its",
            "his",
            "her",
            "our",
            "all",
            "that",
            "this",
        ):
            return None
    elif i + 1 >= n or lower[i + 1] != "of":
        return None
    return Numeral(first, i + 1, value, value, value, "fraction")
