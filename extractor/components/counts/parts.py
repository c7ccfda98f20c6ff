"""Parts told without naming their whole: lists of parts, what is left, conversions in brackets."""

from __future__ import annotations

from extractor.components.counts.ellipsis import is_fronted
from extractor.components.counts.evidence import CASUALTY
from extractor.components.counts.found import Found, size_of
from extractor.components.counts.sums import inherit, link, original
from extractor.components.records import CountRecord
from extractor.language.closed_classes import VERB_NEGATIONS
from extractor.language.tokens import TokenTable

_PLACE_TAGS = frozenset({"IN", "DT", "NN", "NNP", "NNPS", "JJ", "PRP$"})
_LEAVING = frozenset({"leaving", "leaves", "left"})


def conversion(tokens: TokenTable, item: Found, previous: Found) -> bool:
    """ "60 million francs (dlrs 10 million)", "12 miles (20 km)": the same quantity in another unit."""
    record, earlier = item.record, previous.record
    if record.quantity_type not in ("money", "measure") or record.quantity_type != earlier.quantity_type:
        return False
    closes = item.end < tokens.n and tokens.lower[item.end] in (")", ",", ";")
    if tokens.lower[previous.end : item.first] not in (["("], ["(", "or"], ["or"], [",", "or"]) or not closes:
        return False
    return record.unit != earlier.unit


def apposed_share(tokens: TokenTable, item: Found, previous: Found) -> bool:
    """ "About five million people, nearly half the population, need aid": the same people as a share of all."""
    if item.record.quantity_type not in ("fraction", "percent") or previous.record.quantity_type != "count":
        return False
    closes = item.end < tokens.n and tokens.lower[item.end] in (",", ")", "--", "—")
    return (
        item.pronoun is False
        and closes
        and tokens.lower[previous.end : item.first] in ([","], ["("], [",", "or"], ["--"])
    )


def parted_whole(tokens: TokenTable, item: Found, before: list[Found]) -> CountRecord | None:
    """The number of the companies, where "the companies, two registered in Oman" follows it within three sentences."""
    for other in reversed(before):
        if tokens.sent[item.core] - tokens.sent[other.core] > 3:
            break
        fits = other.record.unit == item.record.unit and other.record.quantity_type == "count"
        if fits and other.parted is None and (size_of(other.record) or 0) > (size_of(item.record) or 0):
            return original(other.record)
    return None


def series_whole(tokens: TokenTable, item: Found, before: list[Found]) -> CountRecord | None:
    """The whole of "eight" in "19 of them are volunteers, eight are Bangladeshis", "of the 37, four died"."""
    size = size_of(item.record) or 0
    for other in reversed(before[-6:]):
        if tokens.sent[other.core] != tokens.sent[item.core]:
            break
        larger = (size_of(other.record) or 0) > size and other.record.quantity_type == "count"
        if larger and is_fronted(tokens, other):
            return other.record
        if larger and other is before[-1] and not item.own_kind and tokens.lower[item.first - 1] == ";":
            # "There are 15 seats on the council; five are vacant"
            return original(other.record)
        whole = other.record.related
        if other.record.relation == "subset_of" and whole is not None and (other.pronoun or other.partitive):
            room = (size_of(whole) or 0) - (size_of(other.record) or 0)
            return whole if other.record.quantity_type == "count" and room >= size else None
    return None


def left_over(tokens: TokenTable, item: Found, before: list[Found]) -> CountRecord | None:
    """The whole of "Three of the 16 were freed, leaving 20 in custody": the one above the part that leaves as many."""
    if not item.elided or item.first == 0 or tokens.lower[item.first - 1] not in _LEAVING:
        return None
    for other in reversed(before[-4:]):
        if tokens.sent[item.core] - tokens.sent[other.core] > 1:
            break
        whole = other.record.related if other.record.relation == "subset_of" else None
        for _ in range(4):
            if whole is None:
                break
            if (size_of(whole) or 0) - (size_of(other.record) or 0) == size_of(item.record):
                return original(whole)
            whole = whole.related if whole.relation in ("subset_of", "same_as") else None
    return None


def remainder_after(item: Found, before: list[Found]) -> CountRecord | None:
    """The whole W of "42 were taken to hospital; three died and the remaining 39 …": W less the part after it."""
    size = size_of(item.record)
    for at in range(len(before) - 1, max(len(before) - 5, 0), -1):
        part, whole = before[at], before[at - 1]
        counts = part.record.quantity_type == whole.record.quantity_type == "count"
        if (
            not counts
            or size is None
            or size_of(part.record) is None
            or part.record.relation not in (None, "subset_of")
        ):
            continue
        if (size_of(whole.record) or 0) - (size_of(part.record) or 0) == size and (part.elided or part.partitive):
            if part.record.relation is None or part.record.related is not whole.record:
                link(part, "subset_of", whole.record)
                inherit(part, whole.record, False)
            return whole.record
    return None


def shares_kind(tokens: TokenTable, item: Found) -> bool:
    """Whether a part is what its whole is: not where the clause denies something of it ("four others never came")."""
    return VERB_NEGATIONS.isdisjoint(tokens.lower[item.end : item.end + 3])


def is_copular(tokens: TokenTable, item: Found) -> bool:
    """Whether the clause only describes the part ("eight are Bangladeshis"), and tells no new fate."""
    return item.end < tokens.n and tokens.lower[item.end] in ("are", "were", "is", "was", "'re")


def same_fate(tokens: TokenTable, item: Found, previous: Found) -> bool:
    """ "killed 12 people in 2003 and 13 people in 2004": one verb tells of both, and no other stands between."""
    if not previous.own_kind or not (previous.person and item.person):
        return False
    if _past_place(tokens, item, previous):
        return True
    listed = tokens.lower[previous.end : item.first] in ([","], ["and"], [",", "and"])
    if previous.record.unit != item.record.unit and not (listed and previous.record.kind in CASUALTY):
        return False
    if tokens.sent[previous.core] != tokens.sent[item.core] or not 0 < item.first - previous.end < 6:
        return False
    clauses = any(tokens.tag[i][:2] in ("VB", "MD", "WP", "WD") for i in range(previous.end, item.first))
    if tokens.lower[item.first - 1] not in ("and", ",") or clauses:
        return False
    closers = ("IN", ".", ",", "CC") if listed else ("IN", ".", ",")
    return item.end >= tokens.n or tokens.tag[item.end][:2] in closers


def _past_place(tokens: TokenTable, item: Found, previous: Found) -> bool:
    """ "killed five children in a school bus and two drivers.": only a phrase of place stands before "and"."""
    if previous.record.kind not in CASUALTY or tokens.sent[previous.core] != tokens.sent[item.core]:
        return False
    if tokens.tag[previous.first - 1][:2] != "VB" or tokens.lower[item.first - 1] != "and":
        return False
    between = tokens.tag[previous.end : item.first - 1]
    closes = item.end >= tokens.n or tokens.tag[item.end] in (".", ",", ":")
    return closes and 0 < len(between) < 7 and between[0] == "IN" and _PLACE_TAGS.issuperset(between)


def spread_back(tokens: TokenTable, item: Found, told_after: bool, out: list[Found]) -> None:
    """ "One soldier, two guards and hundreds of rebels were killed": what is told after a list holds for all of it."""
    if not told_after or not item.person or item.record.kind not in CASUALTY:
        return
    after, links = item, (["and"], [",", "and"], ["or"], ["as", "well", "as"])
    for other in reversed(out[-6:]):
        between = tokens.lower[other.end : after.first]
        # The list ends in "and"; before it stand commas.
        if between not in links and (after is item or between != [","]) or is_fronted(tokens, other):
            break
        if other.own_kind or not other.person or other.record.quantity_type != "count":
            break
        other.record.kind, other.own_kind = item.record.kind, True
        after = other


def listed_alongside(tokens: TokenTable, item: Found, previous: Found) -> bool:
    """ "17 individuals and 11 organizations": what stands beside those on the list is on it."""
    between = tokens.lower[previous.end : item.first]
    if item.end < tokens.n and tokens.tag[item.end].startswith(("VB", "MD")):
        return False
    return previous.record.kind in ("persons_listed", "entities_listed") and between in (["and"], [","], [",", "and"])
