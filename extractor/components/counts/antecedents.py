"""The noun that a number without one takes over from the counts before it."""

from __future__ import annotations

from extractor.components.counts.found import Found, size_of
from extractor.components.counts.vocabulary import CountWords
from extractor.language.tokens import TokenTable

# Bare numbers as large as this share the measure before them.
_LARGE = 1000


def take_antecedent(tokens: TokenTable, item: Found, before: list[Found], words: CountWords) -> None:
    """The noun left out: that of the nearest count in this sentence or the one before; else people."""
    record = item.record
    measured = before[-1].record if before and tokens.sent[before[-1].core] == tokens.sent[item.core] else None
    large = measured is not None and min(size_of(record) or 0, measured.value or 0) >= _LARGE
    if measured is not None and large and measured.quantity_type == "measure" and not (item.own_kind or item.others):
        # "2,602,000 bushels, including 1,647,000 in Chicago"
        record.quantity_type, record.unit, record.kind = "measure", measured.unit, "measure"
        item.person = False
        return
    for other in reversed(before[-4:]):
        if tokens.sent[item.core] - tokens.sent[other.core] > 1:
            break
        apart = tokens.sent[item.core] > tokens.sent[other.core]
        if apart and other.record.value == 1 and (size_of(record) or 0) > 1:
            # "One driver was from Ohio. The dead were aged nine, ten, two fourteen": not two drivers
            continue
        fresh = (
            tokens.sent[item.core] > tokens.sent[other.core]
            and item.own_kind
            and tokens.tag[item.first - 1][:2] == "VB"
        )
        if apart and item.own_kind and not item.others and (size_of(record) or 0) > (size_of(other.record) or 0):
            # "20 villagers were hurt. As many as 1,103 may have died" are not all villagers
            break
        if fresh and not item.others and item.first:
            # "The attack killed twelve" tells of people not yet spoken of.
            break
        if (item.own_kind or item.others) and not other.person and other.record.kind in ("dead", "injured", "missing"):
            # "43 deaths, with 13 others still missing", "14 fatalities and 35 others under treatment"
            record.unit, record.kind = "person", record.kind if item.own_kind else "people"
            return
        if other.record.quantity_type == "count" and other.record.unit and (other.person or not item.own_kind):
            part_of = other.record.related if other.record.relation == "subset_of" else None
            item.record.unit = part_of.unit if part_of is not None else other.record.unit
            if not item.own_kind:
                item.record.kind = (
                    other.record.kind if not other.own_kind else ("people" if other.person else other.record.kind)
                )
            return
    unsaid = item.others and not item.own_kind and not _are_people(tokens, item, words)
    if item.record.quantity_type == "fraction" or unsaid:
        return
    item.record.unit = "person"
    if not item.own_kind and item.record.kind == "other":
        item.record.kind = "people"


def _are_people(tokens: TokenTable, item: Found, words: CountWords) -> bool:
    """ "three others accused of the plot", "two others who fled": what follows is said of people only."""
    return item.end < tokens.n and tokens.lower[item.end] in words.cues["said_of_people"]
