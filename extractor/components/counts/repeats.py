"""The same number of the same things told twice."""

from __future__ import annotations

from extractor.components.counts.evidence import CASUALTY
from extractor.components.counts.found import Found, size_of
from extractor.components.counts.sums import inherit, link, original
from extractor.components.counts.vocabulary import CountWords
from extractor.components.records import CountRecord
from extractor.language.closed_classes import POSSESSIVES
from extractor.language.tokens import TokenTable

# In a list of so many grants a sum recurs by chance.
_MANY_SUMS = 8


def link_repeat(tokens: TokenTable, item: Found, before: list[Found], words: CountWords) -> bool:
    """Tie `item` to the earlier record of the same number, where there is one."""
    same = repeated(tokens, item, before, words)
    if same is None:
        return False
    link(item, "same_as", same)
    inherit(item, same, True)
    return True


def repeated(tokens: TokenTable, item: Found, before: list[Found], words: CountWords) -> CountRecord | None:
    """The earlier record that states the same number of the same things."""
    record = item.record
    size = size_of(record)
    if size is None or item.others:
        return None
    if record.quantity_type == "money":
        return _same_money(tokens, item, before)
    for other in reversed(before):
        earlier = other.record
        if earlier.quantity_type != record.quantity_type or record.quantity_type != "count":
            continue
        unit_fits = (
            earlier.unit == record.unit
            or item.elided
            or {record.kind, earlier.kind} <= {"organizations", "entities_listed"}
            or item.person
            and other.person
            and (other.record.kind == record.kind or not item.own_kind and size > 3)
        )
        # Who is one of these is none of the others.
        if earlier.unit != record.unit and {earlier.unit, record.unit} <= words.cues["exclusive"]:
            continue
        if size_of(earlier) == size and earlier.qualifier != "vague":
            if item.definite and unit_fits:
                return original(earlier)
            if record.kind == earlier.kind and record.kind in CASUALTY and _is_same_fate(item, other, size):
                return original(earlier)
            if (
                is_telling(size)
                and record.unit != "share"
                and earlier.unit == record.unit
                and earlier.kind == record.kind
                and not item.others
                and (earlier.qualifier == record.qualifier and earlier.group_country == record.group_country)
            ):
                return original(earlier)
        elif (
            item.definite
            and earlier.qualifier == "vague"
            and (earlier.low or 0) >= 10
            and earlier.kind == record.kind
            and record.kind != "other"
            and ((earlier.low or 0) <= size <= (earlier.high or 0))
        ):
            return original(earlier)
    return None


def _is_same_fate(item: Found, other: Found, size: float) -> bool:
    """Whether two figures of the dead, the injured and so on are one: a toll, or a number that hardly recurs."""
    record, earlier = item.record, other.record
    if not (item.person and other.person) or record.qualifier != earlier.qualifier:
        return False
    if record.group_country and earlier.group_country and record.group_country != earlier.group_country:
        return False
    return record.rule == "number-toll" and size > 2 or size > 10 and size % 10 != 0


def _same_money(tokens: TokenTable, item: Found, before: list[Found]) -> CountRecord | None:
    """The same sum told again: "the $20 million", or a sum of three figures or more that hardly recurs."""
    record = item.record
    value = record.value
    if value is None or record.qualifier != "exact" or value < 1000:
        return None
    definite = item.first > 0 and tokens.lower[item.first - 1] in ("the", "that", "this")
    digits = f"{value:.0f}".rstrip("0")
    sums = sum(other.record.quantity_type == "money" for other in before)
    for other in reversed(before):
        earlier = other.record
        if earlier.quantity_type != "money" or (earlier.value, earlier.unit) != (value, record.unit):
            continue
        apart = tokens.sent[item.core] != tokens.sent[other.core]
        telling = len(digits) >= 4 or len(digits) == 3 and sums < _MANY_SUMS
        owned = item.first > 0 and tokens.lower[item.first - 1] in POSSESSIVES and len(digits) >= 3
        if earlier.qualifier == "exact" and apart and (definite or telling or owned):
            return original(earlier)
    return None


def is_telling(size: float) -> bool:
    """Whether a number is odd enough that two of a kind are one: round and small ones recur by chance."""
    return size >= 1000 or size >= 21 and size % 10 != 0 or size >= 100 and size % 50 != 0
