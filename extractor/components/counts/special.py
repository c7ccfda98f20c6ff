"""Zero counts ("none of the 12", "no one was hurt") and wholes told again inside their part ("five of the 17")."""

from __future__ import annotations

from extractor.components.counts.evidence import CASUALTY
from extractor.components.counts.found import Found, record_of
from extractor.components.counts.kinds import resolve_kind
from extractor.components.counts.measured import Quantity
from extractor.components.counts.nouns import find_noun
from extractor.components.counts.plurals import singular
from extractor.components.counts.predicates import predicate_kind
from extractor.components.counts.vocabulary import CountWords
from extractor.components.records import CountRecord
from extractor.language.tokens import TokenTable


def none_at(tokens: TokenTable, i: int, words: CountWords) -> Found | None:
    """ "None of the 12 returned", "no one was hurt" """
    lower = tokens.lower
    first, end = i, i + 1
    if lower[i] == "none" and lower[i + 1 : i + 2] == ["of"]:
        quantity = Quantity(i, i + 1, i, i + 1, 0.0, 0.0, 0.0, "exact", form="zero")
        counted = find_noun(tokens, quantity, words, set())
        if counted is None or counted.whole is None:
            return None
        known = predicate_kind(
            tokens, i, counted.head if counted.head is not None else counted.end - 1, counted.end, words
        )
        if known is None:
            known = predicate_kind(tokens, i, i, counted.end, words)
        unit = singular(tokens, counted.head, words) if counted.head is not None else None
        record = record_of(
            tokens,
            quantity,
            i,
            counted.end,
            unit,
            resolve_kind(known, unit, words, False) if known or unit else "people",
            "number-none",
        )
        item = Found(
            record, i, counted.end, i, i + 1, counted.head, i, partitive=True, whole=counted.whole, elided=unit is None
        )
        item.own_kind = known is not None
        return item
    if lower[i] == "nobody" or lower[i] == "one" and i and lower[i - 1] == "no":
        first = i if lower[i] == "nobody" else i - 1
        known = predicate_kind(tokens, first, i, end, words)
        if known is None or known.kind not in CASUALTY or known.basis not in ("predicate", "modifier"):
            return None
        quantity = Quantity(first, end, first, end, 0.0, 0.0, 0.0, "exact", form="zero")
        record = record_of(
            tokens, quantity, first, end, "person", resolve_kind(known, "person", words, False), "number-none"
        )
        return Found(record, first, end, first, end, None, i, own_kind=True, person=True)
    return None


def restated_whole(tokens: TokenTable, item: Found, out: list[Found], words: CountWords) -> None:
    """ "Five of the 17" tells the 17 again: a record of its own, tied to the first where there is one."""
    whole = item.whole
    if whole is None or whole.value is None:
        return
    earlier = next(
        (f for f in reversed(out) if f.record.value == whole.value and f.record.quantity_type == "count"), None
    )
    if earlier is None and (item.record.unit is None or item.elided):
        return
    source = earlier.record if earlier is not None else item.record
    own = words.units.get(source.unit or "", ("other", False))[0] if item.own_kind else source.kind
    if item.record.kind == "other":
        # "47 out of fifty states": what the grammar sees in the part holds for the whole
        own = "other"
    rule, relation = ("number-restated", "same_as") if earlier is not None else ("number-whole", None)
    first = whole.first - 1 if tokens.lower[whole.first - 1] in ("the", "those", "these") else whole.first
    start, end = tokens.span(first, item.end)
    record = CountRecord(
        start, end, rule, 0.9, whole.value, whole.value, whole.value, "exact", "count", source.unit,
        source.kind if earlier is not None else own, relation, source if relation else None, source.group_country,
    )  # fmt: skip
    out.append(
        Found(
            record,
            first,
            item.end,
            whole.first,
            whole.end,
            item.head,
            whole.end - 1,
            definite=tokens.lower[first] in ("the", "those", "these"),
            person=(earlier or item).person,
            own_kind=earlier is not None or item.record.kind == "other",
        )
    )
