"""A count record with what the grammar saw of it, for the rules on part and whole."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.components.counts.digits import Numeral
from extractor.components.counts.measured import Quantity
from extractor.components.records import CountRecord
from extractor.language.tokens import TokenTable


@dataclass(slots=True, eq=False)
class Found:
    """A record with what the grammar saw: tokens of its span and number, its head noun, marks of part and whole.

    parted: noun whose part the number is, without a whole of its own ("the companies, two registered in …").
    """

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
    listed: bool = False
    parted: int | None = None


def size_of(record: CountRecord) -> float | None:
    return record.value if record.value is not None else record.low


def record_of(
    tokens: TokenTable, quantity: Quantity, first: int, end: int, unit: str | None, kind: str, rule: str
) -> CountRecord:
    start, stop = tokens.span(first, end)
    return CountRecord(
        start,
        stop,
        rule,
        1.0,
        quantity.value,
        quantity.low,
        quantity.high,
        quantity.qualifier,
        quantity.type,
        unit,
        kind,
    )
