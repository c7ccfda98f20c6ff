"""A time expression as the grammar reads it, before it is resolved against any day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class Timex:
    """What one expression says, word by word; nothing is resolved yet.

    first, end: tokens. kind: calendar (fields below), unit ("last week"), offset ("two days ago"), deictic ("today"),
    duration, set,
    ref (PAST_REF …). `number` None in a duration or offset means a vague number ("a few"). `direction`: this, last,
    next, past, previous, following,
    same, that, recent, latest; for offsets ago, later, earlier, ahead. `part`: characters from the start of the first
    token, where the expression is only a piece of it. `named`: the words
    of a named day that differs by country. `of`: the one that holds this one ("the summer of 1998").
    """

    first: int
    end: int
    kind: str
    rule: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    holiday: str | None = None
    named: str | None = None
    part_of_day: str | None = None
    clock: str | None = None
    zone: str | None = None
    unit: str | None = None
    number: float | None = None
    direction: str | None = None
    mod: str | None = None
    edge: str | None = None
    value: str | None = None
    of: Timex | None = None
    timex_type: str = "DATE"
    confidence: float = 1.0
    head: int = -1
    link: Timex | None = None
    link_kind: str | None = None
    weekend: bool = False
    fiscal: bool = False
    nth: int | None = None
    two_digit: bool = False
    part: tuple[int, int] | None = None
