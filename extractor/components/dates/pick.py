"""Chooses among the occurrences of a recurring date: which July, which Saturday."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from extractor.components.dates.intervals import Interval

# Against its tense a date is taken only where that side is this many days nearer: a guard against misread tenses.
_AGAINST_TENSE = {"year": 260, "week": 99, "quarter": 150}


class Choice(NamedTuple):
    """The value chosen, its days, and whether another reading is as good."""

    value: str
    days: Interval
    ambiguous: bool


def choose(
    options: list[tuple[str, Interval]], day: date, direction: str | None, tense: str | None, cycle: str
) -> Choice | None:
    """The occurrence meant on `day`. options are in order of time; cycle is "year" or "week"; direction as in Timex."""
    past = [o for o in options if o[1].start <= day]
    ahead = [o for o in options if o[1].end >= day]
    if direction in ("last", "previous"):
        gone = [o for o in options if o[1].end < day]
        return Choice(*gone[-1], False) if gone else None
    if direction in ("next", "following"):
        coming = [o for o in options if o[1].start > day]
        return Choice(*coming[0], False) if coming else None
    if direction in ("this", "same", "that", "the"):
        if cycle != "week":
            same = [o for o in options if o[1].start.year == day.year]
            return Choice(*same[0], False) if same else None
        if tense != "past":
            return Choice(*ahead[0], False) if ahead else None
    if not past or not ahead:
        side = past[-1:] or ahead[:1]
        return Choice(*side[0], False) if side else None
    back, forth = past[-1], ahead[0]
    if back is forth or back == forth:
        return Choice(*back, False)
    behind, before = (day - back[1].end).days, (forth[1].start - day).days
    if tense == "past":
        against = behind - before > _AGAINST_TENSE[cycle]
        return Choice(*(forth if against else back), against)
    if cycle == "quarter" and before > 120:
        return Choice(*back, False)  # results to be reported are those of the quarter gone by
    if tense in ("future", "scheduled"):
        against = tense == "future" and before - behind > _AGAINST_TENSE[cycle] and before > 300
        if against:
            return Choice(*back, behind > 60)
        far = tense == "scheduled" and cycle == "year" and before > max(3 * behind, 180)
        return Choice(*forth, far)
    if cycle == "week":
        return Choice(*back, tense is None)
    nearest = forth if before < 0.25 * behind else back
    return Choice(*nearest, max(before, behind) < 3 * min(before, behind))
