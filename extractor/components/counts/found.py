"""A count record with what the grammar saw of it, for the rules on part and whole."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.components.counts.numerals import Numeral
from extractor.components.records import CountRecord


@dataclass(slots=True, eq=False)
class Found:
    """A record with what the grammar saw: tokens of its span, of its number, its head noun, and marks of part and whole."""

    record: CountRecord
    first: int
    end: int
    core: int
    core_end: int
    head: int | None
    node: int
    definite: bool = False
    remaining: bool = False
    others: bool = False
    partitive: bool = False
    pronoun: bool = False
    whole: Numeral | None = None
    elided: bool = False
    own_kind: bool = False
    person: bool = False
    included: bool = False


def size_of(record: CountRecord) -> float | None:
    return record.value if record.value is not None else record.low
