"""The count that a part belongs to: the whole of "five of them", the part beside "four others"."""

from __future__ import annotations

from extractor.components.counts.found import Found, size_of
from extractor.components.records import CountRecord
from extractor.language.tokens import TokenTable


def told_apart(item: Found, before: list[Found]) -> CountRecord | None:
    """The part "two of the four" that "the other two" completes, where the four has no record of its own."""
    for other in reversed(before[-4:]):
        if other.whole is None or other.record.related is not None or other.whole.value is None:
            continue
        if (size_of(other.record) or 0) + (size_of(item.record) or 0) == other.whole.value:
            return other.record
    return None


def sibling(tokens: TokenTable, item: Found, before: list[Found]) -> Found | None:
    """ "eight have died, while four others": the subset in the same sentence or, where the sum is right, before it."""
    for other in reversed(before[-6:]):
        whole = other.record.related
        if other.record.relation != "subset_of" or whole is None:
            continue
        if tokens.sent[other.core] == tokens.sent[item.core] and not other.included:
            return other
        apart = before[-1] is not other and tokens.sent[before[-1].core] == tokens.sent[item.core]
        if (
            (other.pronoun or not other.included)
            and not apart
            and (size_of(other.record) or 0) + (size_of(item.record) or 0) == size_of(whole)
        ):
            return other
    return None


def host(tokens: TokenTable, item: Found, before: list[Found]) -> Found | None:
    size = size_of(item.record) or 0
    if before and not item.pronoun and "others" in tokens.lower[before[-1].end : item.first]:
        # "prosecuting 15 suspects, though it has sent others to Kenya, including 11 …"
        return None
    for other in reversed(before[-5:]):
        if tokens.sent[item.core] - tokens.sent[other.core] > (2 if item.pronoun else 1):
            break
        bigger = size_of(other.record)
        if (
            other.record.quantity_type != "count"
            or bigger is None
            or bigger <= size
            and item.record.quantity_type == "count"
        ):
            continue
        if other.record.relation == "subset_of" and tokens.sent[item.core] == tokens.sent[other.core]:
            continue
        same_class = (
            item.elided
            or other.record.kind == "aircraft"
            and item.record.unit in ("fighter", "bomber")
            or other.person == item.person
            or other.record.kind == item.record.kind
        )
        if same_class:
            return other
    return None
