"""A number as written, and numbers written in digits."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Longer digit strings are identifiers, and float() of them costs time.
_MAX_LENGTH = 24
_DIGITS = re.compile(r"[-+]?(\d{1,3}(?:,\d{2,3})+|\d+)(\.\d+)?([a-z]{1,8})?$")
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}$")
# "10–15", "$1.2m-$1.5m"
_IN_TOKEN_RANGE = re.compile(r"([\d.,]+(?:bn|mln|mn|m|b|k)?)[–—-][$£€¥]?([\d.,]+(?:bn|mln|mn|m|b|k)?)$")
HYPHENS = frozenset({"-", "–"})


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
        self.value = None if self.value is None else tidy(self.value * factor)
        self.low = None if self.low is None else tidy(self.low * factor)
        self.high = None if self.high is None else tidy(self.high * factor)


def tidy(value: float) -> float:
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


def decimal_comma(word: str) -> float | None:
    """1.5 of "1,5", as continental Europe writes it; where a word such as million follows, nothing else is meant."""
    return float(word.replace(",", ".")) if _DECIMAL_COMMA.match(word) else None


def in_token_range(word: str) -> tuple[float, float, str] | None:
    """The two ends of "10–15" where the tokenizer leaves it whole, and the scale letters glued to one ("1.2m-$1.5")."""
    match = _IN_TOKEN_RANGE.match(word) if len(word) <= 2 * _MAX_LENGTH else None
    if match is None:
        return None
    ends = [digits_value(part) for part in match.groups()]
    if ends[0] is None or ends[1] is None or ends[0][0] >= ends[1][0] or ends[0][1] != ends[1][1] and ends[1][1]:
        return None
    return ends[0][0], ends[1][0], ends[0][1]
