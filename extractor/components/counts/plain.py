"""Figures that need no counted noun: money, percentages, measures, and numbers that carry on the unit of one before."""

from __future__ import annotations

from extractor.components.counts.context import attribution, governing_verbs, group_country
from extractor.components.counts.ellipsis import figure_before
from extractor.components.counts.evidence import is_year
from extractor.components.counts.found import Found, record_of
from extractor.components.counts.measured import Quantity
from extractor.components.counts.modality import Claim, modality
from extractor.components.counts.vocabulary import CountWords
from extractor.components.records import CountRecord
from extractor.language.tokens import TokenTable
from extractor.linking.places import PlaceIndex

_COMPARED = (("from",), ("against",), ("vs",), ("versus",), ("compared", "with"), ("compared", "to"), ("after",))
# How far a figure may stand from the one whose unit it shares, and how much they may differ.
_REACH = 14
_FACTOR = 50
_NOUNS = ("NN", "NNS", "JJ", "NNP", "CD", "HYPH", "VBG", "$")


def plain(tokens: TokenTable, places: PlaceIndex, quantity: Quantity, words: CountWords) -> Found:
    """The count of a quantity that says itself what it measures."""
    kind = {"money": "money", "percent": "percent", "measure": "measure"}.get(quantity.type, "other")
    node = quantity.core_end - 1
    first, remaining = _led(tokens, quantity)
    record = record_of(tokens, quantity, first, quantity.end, quantity.unit, kind, f"number-{quantity.type}")
    frame(tokens, places, record, Claim(node, first, quantity.end, quantity.type), None, words)
    found = Found(record, first, quantity.end, quantity.core, quantity.core_end, None, node)
    found.own_kind, found.remaining = True, remaining
    return found


def _led(tokens: TokenTable, quantity: Quantity) -> tuple[int, bool]:
    """(first token, whether it is a remainder): "the remaining three pct", "a further 150,000 tonnes"."""
    first, floor = quantity.first, tokens.sentence(quantity.core)[0]
    ahead = tokens.lower[max(floor, first - 2) : first]
    if ahead[-1:] == ["remaining"]:
        return first - (2 if ahead[0] == "the" else 1), True
    if quantity.type == "measure" and ahead[-1:] == ["another"]:
        return first - 1, False
    return (first - 2 if quantity.type == "measure" and ahead == ["a", "further"] else first), False


def carried(
    tokens: TokenTable, quantity: Quantity, words: CountWords, out: list[Found], places: PlaceIndex
) -> Found | None:
    """The count of a bare number that shares the unit of a figure before it, or None."""
    source = _scaled_like(tokens, quantity, out) or _compared(tokens, quantity, out)
    if source is None:
        return None
    quantity.type, quantity.unit = source.record.quantity_type, source.record.unit
    found = plain(tokens, places, quantity, words)
    found.record.rule, found.record.confidence = f"number-{quantity.type}-carried", 0.7
    return found


def _scaled_like(tokens: TokenTable, quantity: Quantity, out: list[Found]) -> Found | None:
    """ "exports were 1.5 billion stg, imports 436 mln": a large bare number takes the currency before it."""
    following = tokens.tag[quantity.end] if quantity.end < tokens.n else "."
    if not quantity.scaled or quantity.form == "vague" or following in ("NN", "NNS", "JJ", "NNP"):
        return None
    near = next((f for f in reversed(out[-4:]) if f.record.quantity_type in ("money", "measure", "count")), None)
    if near is None or near.record.quantity_type == "count":
        # "500,000 tickets, compared to the 2.5 million in 1994"
        return None
    apart = tokens.sent[quantity.core] != tokens.sent[near.core]
    if near.record.quantity_type == "measure" and (apart or (near.record.value or near.record.low or 0) < 10_000):
        return None
    return near if tokens.sent[quantity.core] - tokens.sent[near.core] <= 1 else None


def _compared(tokens: TokenTable, quantity: Quantity, out: list[Found]) -> Found | None:
    """ "fell to 366 tonnes from 615", "rose to 12 pct against nine": the second figure of a comparison."""
    if not out or quantity.form not in ("digits", "words") or quantity.first == 0 or is_year(tokens, quantity):
        return None
    if quantity.end < tokens.n and tokens.tag[quantity.end] in _NOUNS:
        return None
    first, other = quantity.first, out[-1]
    if tokens.lower[first - 1] == "from" and len(out) > 1:
        other = figure_before(out) if figure_before(out).record.quantity_type in ("money", "measure") else other
    while first and tokens.lower[first - 1] in ("the", "a", "just", "only"):
        first -= 1
    if not any(tuple(tokens.lower[first - len(cue) : first]) == cue for cue in _COMPARED):
        return None
    if tokens.sent[other.core] != tokens.sent[quantity.core] or not 0 < quantity.first - other.end < _REACH:
        return None
    record = other.record
    if record.quantity_type not in ("money", "measure", "percent") or record.unit == "point":
        return None
    if any(tokens.tag[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(other.end, quantity.first)):
        return None
    one, two = abs(record.value or record.low or 0), abs(quantity.value or quantity.low or 0)
    return other if one and two and max(one, two) <= _FACTOR * min(one, two) else None


def frame(
    tokens: TokenTable,
    places: PlaceIndex,
    record: CountRecord,
    claim: Claim,
    head: int | None,
    words: CountWords,
) -> None:
    """Who gives the number, how sure it is, and the country of those counted."""
    # A plural that the tagger takes for a verb governs nothing.
    verbs = [v for v in governing_verbs(tokens, claim.node) if v != head]
    record.modality = modality(tokens, claim, words)
    record.attributed_to = attribution(tokens, claim.node, verbs, words)
    if record.quantity_type in ("count", "fraction"):
        record.group_country = group_country(tokens, places, claim.first, claim.end, head)
