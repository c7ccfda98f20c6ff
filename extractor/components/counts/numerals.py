"""Numerals: digits, words and mixtures of both, fractions and vague numbers, read at one token."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.components.counts.digits import HYPHENS, Numeral, decimal_comma, digits_value, tidy
from extractor.components.counts.fractions import fraction, ratio, words_fraction
from extractor.components.counts.vocabulary import CountWords

# Abbreviations that need digits before them: "a Mil Mi-8" is a helicopter.
_FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})$")


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
            ratio(lower, i, float(entry.value or 0), words)
            or words_fraction(lower, i, words)
            or _cardinal(lower, i, i + 1, float(entry.value or 0), "words", words)
        )
    if role in ("scale", "dozen"):
        if i and lower[i - 1] in ("a", "an", "one") and entry.value and word not in words.cues["scale_abbreviation"]:
            return _cardinal(lower, i - 1, i, 1.0, "words", words)
        return None
    if role == "few":
        return _few(lower, i, entry.low, entry.value, entry.high, words)
    if role == "vague":
        return _vague(lower, i, words)
    if role == "group":
        return _group(lower, i, float(entry.value or 0))
    if role == "fraction":
        return fraction(lower, i, float(entry.value or 0), words)
    return None


def _digits(lower: Sequence[str], i: int, words: CountWords, money: bool) -> Numeral | None:
    found = digits_value(lower[i])
    comma = decimal_comma(lower[i]) if "," in lower[i] and i + 1 < len(lower) else None
    if comma is not None and (following := words.numbers.get(lower[i + 1])) is not None and following.role == "scale":
        return _cardinal(lower, i, i + 1, comma, "digits", words)
    if found is None:
        parts = _FRACTION.match(lower[i])
        if parts and 0 < int(parts[1]) < int(parts[2]):
            value = int(parts[1]) / int(parts[2])
            return Numeral(i, i + 1, value, value, value, "fraction")
        return None
    value, suffix = found
    share = None if suffix or money else ratio(lower, i, value, words)
    if share is not None:
        return share
    if suffix in ("pc", "pct"):
        return Numeral(i, i + 1, value, value, value, "digits")
    if suffix:
        scale = words.numbers.get(suffix)
        if (
            scale is None
            or scale.role not in ("scale", "suffix")
            or (scale.role == "suffix" and not money and suffix != "k")
        ):
            return None
        value = tidy(value * float(scale.value or 1))
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
    at = end + 1 if end + 1 < n and lower[end] in HYPHENS else end
    if at < n and "/" in lower[at]:
        parts = _FRACTION.match(lower[at])
        if parts and 0 < int(parts[1]) < int(parts[2]):
            value += int(parts[1]) / int(parts[2])
            end = at + 1
    # "300m people", "$300m"; alone it is metres
    whole_noun = end + 1 < n and (
        lower[end + 1] == "people" or len(lower[end + 1]) > 3 and lower[end + 1].endswith("s")
    )
    if (
        (money or whole_noun)
        and end < n
        and (scale := words.numbers.get(lower[end])) is not None
        and scale.role == "suffix"
    ):
        value = tidy(value * float(scale.value or 1))
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
        if word in HYPHENS and j + 1 < n:
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
            scaled, last_scale = True, 100.0
        elif role in ("scale", "dozen") and size != 100 and current > 0 and not (total and size >= last_scale > 100):
            total += current * size
            current, scaled, last_scale = 0.0, True, size
        elif word == "and" and k == j and lower[j + 1 : j + 3] == ["a", "half"]:
            if scaled and total and not current:
                # "a million and a half"
                total += 0.5 * last_scale
            else:
                current += 0.5
            k = j + 2
        elif word == "and" and k == j and j + 1 < n and scaled and form == "words" and current % 100 == 0:
            following = words.numbers.get(lower[j + 1])
            if following is None or following.role not in ("unit", "ten") or total + current < 100:
                break
            # "two hundred and five" is one number; "a thousand and five ships" too, but a noun between cannot be here.
            current += float(following.value or 0)
            k = j + 1
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
    result = tidy(total + current)
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
    if lower[at : at + 2] == ["tens", "of"] and at + 2 < len(lower):
        # "several tens of thousands"
        scale = words.numbers.get(lower[at + 2])
        if scale is not None and scale.role in ("vague", "scale") and scale.value:
            numeral.times(10 * scale.value)
            numeral.end, numeral.scaled = at + 3, True
            return numeral
    entry = words.numbers.get(lower[at]) if at < len(lower) else None
    while entry is not None and entry.role in ("scale", "dozen"):
        # "several thousand", "a few hundred million"
        numeral.times(float(entry.value or 1))
        numeral.end, numeral.scaled = at + 1, True
        at += 1
        entry = words.numbers.get(lower[at]) if at < len(lower) else None
    return numeral


def _vague(lower: Sequence[str], i: int, words: CountWords) -> Numeral | None:
    """ "hundreds", "tens of thousands", and "hundreds, if not tens of thousands": up to the end of the larger one."""
    numeral = _vague_core(lower, i, words)
    at = numeral.end + 3
    if tuple(lower[numeral.end : at]) == (",", "if", "not") and at < len(lower):
        entry = words.numbers.get(lower[at])
        if entry is not None and entry.role == "vague":
            larger = _vague_core(lower, at, words)
            numeral.high = larger.high
            numeral.end = larger.end + (lower[larger.end : larger.end + 1] == [","])
    return None if lower[i] == "tens" and numeral.end == i + 1 else numeral


def _vague_core(lower: Sequence[str], i: int, words: CountWords) -> Numeral:
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
    numeral.end = end
    return numeral


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
