"""Sets: "every April", "each Thursday", "10 million dollars a year", "three times a week"."""

from __future__ import annotations

from extractor.components.dates.durations import DIRECTIONS, unit_of
from extractor.components.dates.numbers import read_number
from extractor.components.dates.reader import Reader
from extractor.components.dates.timex import Timex

_RATE_TAGS = ("CD", "NNS", "$")
_INDEFINITE = frozenset(("a", "an"))


def every(r: Reader, at: int) -> Timex | None:
    """ "every April", "each Thursday", "every two years", "every other day", "once a week", "per year"."""
    if r.lower[at] not in r.words.classes["every"]:
        return None
    after = at + 1
    if (month := r.look("month", after)) is not None and r.text[after][0].isupper():
        end = after + 1
        return Timex(at, end, "set", "every-month", value=f"XXXX-{int(month):02d}", head=after, timex_type="SET")
    if (weekday := r.look("weekday", after)) is not None:
        part = r.look("part_of_day", after + 1)
        return Timex(
            at,
            after + (2 if part else 1),
            "set",
            "every-weekday",
            value=f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""),
            head=after,
            timex_type="SET",
        )
    if (season := r.look("season", after) or r.look("season_weak", after)) is not None:
        return Timex(at, after + 1, "set", "every-season", value=f"XXXX-{season}", head=after, timex_type="SET")
    if (part := r.look("part_of_day", after)) is not None:
        return Timex(
            at, after + 1, "set", "every-part-of-day", value=f"XXXX-XX-XXT{part}", head=after, timex_type="SET"
        )
    count = 1.0
    if r.lower[after] == "other":
        count, after = 2.0, after + 1
    elif r.lower[after] == "single":
        after += 1
    elif (number := read_number(r.lower, after, r.words)) is not None and number.value:
        count, after = number.value, number.end
    unit = unit_of(r, after)
    if unit is None:
        return None
    return Timex(at, after + 1, "set", "every-unit", unit=unit[0], number=count, head=after, timex_type="SET")


def plural_weekday(r: Reader, at: int) -> Timex | None:
    """ "on Mondays", "Friday nights": every one of them."""
    value, end, part = r.look("weekday_plural", at), at + 1, None
    if value is None:
        value = r.look("weekday", at)
        unit = r.look("units", end)
        if value is None or unit not in ("NI", "MO", "EV", "AF"):
            return None
        part, end = unit, end + 1
    if not r.text[at][0].isupper() or at and r.text[at - 1].istitle() and not r.sentence_start(at - 1):
        return None
    if at and (r.tag[at - 1] == "CD" or r.lower[at - 1] in ("the", "these", "those", "several", "few")):
        return None
    time = f"T{part}" if part else ""
    return Timex(at, end, "set", "plural-weekday", value=f"XXXX-WXX-{value}{time}", unit="D", head=at, timex_type="SET")


def rate(r: Reader, at: int) -> Timex | None:
    """ "10 mln dlrs a year", "three times a week", "per day": how often, not how long."""
    if r.lower[at] == "per":
        after = at + 1
        start = at
    elif r.lower[at] in _INDEFINITE and at and _is_rate(r, at):
        after, start = at + 1, at
    else:
        return None
    unit = unit_of(r, after)
    if (
        unit is None
        or unit[1]
        or unit[0] in ("S", "MI", "Q")
        or (unit[0] == "H" and start == at and r.lower[at] == "per")
    ):
        return None
    if (
        r.lower[after + 1] in DIRECTIONS
        or r.lower[after + 1 : after + 3] == ["and", "a"]
        or r.lower[after + 1] in ("old", "long", "-")
    ):
        return None
    return Timex(start, after + 1, "set", "rate", unit=unit[0], number=1.0, head=after, timex_type="SET")


def _is_rate(r: Reader, at: int) -> bool:
    before = r.lower[at - 1]
    if before in r.words.context["rate_word"] or before in r.words.context["measure_noun"]:
        return True
    if (
        before.startswith(tuple(r.words.context["priced_stem"]))
        or r.text[at - 1][:1].isupper()
        and r.text[at - 1][-1:].isdigit()
        and not r.text[at - 1].isalpha()
        or r.tag[at - 1] == "CD"
        and r.lower[at - 2] in ("$", "€", "£", "us$")
    ):
        return True
    return (
        r.tag[at - 1] in _RATE_TAGS
        and any(r.tag[k] == "CD" or r.lower[k] in ("$", "£", "€") for k in range(max(0, at - 5), at))
        and before != "in"
    )
