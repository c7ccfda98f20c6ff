"""Durations of two units ("three years and six months") and in one word ("weeklong")."""

from __future__ import annotations

from extractor.components.dates import durations
from extractor.components.dates.reader import Reader
from extractor.components.dates.timex import Timex
from extractor.components.dates.values import duration_value

# Which unit may follow which, and how TIMEX3 writes the pair.
_PAIRS = {
    ("Y", "M"): "P{}Y{}M", ("Y", "D"): "P{}Y{}D", ("M", "D"): "P{}M{}D", ("W", "D"): "P{}W{}D", ("D", "H"): "P{}DT{}H",
    ("H", "MI"): "PT{}H{}M", ("MI", "S"): "PT{}M{}S",
}  # fmt: skip


def compound_duration(r: Reader, at: int) -> Timex | None:
    """ "three years and six months", "one hour, 40 minutes", "two years and three months ago"."""
    if not (r.lower[at][:1].isdigit() or r.look("number", at) or r.lower[at] in ("a", "an")):
        return None
    left = durations.duration(r, at)
    if left is None or left.kind != "duration" or left.direction or left.rule != "duration" or left.mod:
        return None
    second = left.end
    if r.lower[second] in ("and", ","):
        second += 2 if r.lower[second] == "," and r.lower[second + 1] == "and" else 1
    if not (r.lower[second][:1].isdigit() or r.look("number", second) or r.lower[second] == "a"):
        return None
    right = durations.duration(r, second)
    if (
        right is None
        or right.direction not in (None, "ago")
        or right.rule not in ("duration", "offset-ago")
        or right.mod
    ):
        return None
    form = _PAIRS.get((left.unit or "", right.unit or ""))
    if form is None or not _whole(left.number) or not _whole(right.number):
        return None
    first, last = int(left.number or 0), int(right.number or 0)
    if right.kind == "offset":
        if (left.unit, right.unit) != ("Y", "M"):
            return None
        right.first, right.number = left.first, float(12 * first + last)
        return right
    left.end, left.value, left.rule = right.end, form.format(first, last), "compound-duration"
    return left


def _whole(number: float | None) -> bool:
    return number is not None and number == int(number) and 0 < number < 10_000


def duration_word(r: Reader, at: int) -> Timex | None:
    """ "weeklong", "yearlong", "day-long"."""
    value, end = r.look("duration_word", at), at + 1
    if value is None and r.lower[end] == "-" and r.lower[end + 1] == "long":
        unit, end = r.look("unit", at), end + 2
        value = duration_value(unit, 1.0) if unit in ("H", "D", "W", "M", "Y", "DE") else None
    if value is None:
        return None
    return Timex(at, end, "duration", "duration-word", unit="D", value=value, head=at, timex_type="DURATION")
