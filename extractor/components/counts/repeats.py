"""The same number of the same things told twice."""

from __future__ import annotations

from extractor.components.counts.found import Found, size_of
from extractor.components.counts.sums import original
from extractor.components.records import CountRecord


def repeated(item: Found, before: list[Found]) -> CountRecord | None:
    """The earlier record that states the same number of the same things."""
    record = item.record
    size = size_of(record)
    if size is None or item.others:
        return None
    for other in reversed(before):
        earlier = other.record
        if earlier.quantity_type != record.quantity_type or record.quantity_type != "count":
            continue
        unit_fits = (
            earlier.unit == record.unit
            or item.elided
            or (record.kind, earlier.kind) == ("organizations", "entities_listed")
            or item.person
            and other.person
            and (other.record.kind == record.kind or not item.own_kind and size > 3)
        )
        if size_of(earlier) == size and earlier.qualifier != "vague":
            if item.definite and unit_fits:
                return original(earlier)
            if (
                _is_telling(size)
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


def _is_telling(size: float) -> bool:
    """Whether a number is odd enough that two of a kind are one: round and small ones recur by chance."""
    return size >= 1000 or size >= 21 and size % 10 != 0
