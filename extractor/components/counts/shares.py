"""Parts and wholes that the sentence names in passing: shares of a count, the dead among the dead, one of the two."""

from __future__ import annotations

from extractor.components.counts.alike import alike
from extractor.components.counts.evidence import CASUALTY
from extractor.components.counts.found import Found, size_of
from extractor.components.counts.sums import inherit, link, original
from extractor.components.counts.vocabulary import CountWords
from extractor.components.records import CountRecord
from extractor.language.closed_classes import FINITE_BE
from extractor.language.tokens import TokenTable

_OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "all", "these", "those", "that", "a", "an"})
_LED = frozenset({"DT", "JJ", "NN", "NNP", "NNPS", "NNS", "POS", "PRP$", "RB", "VBN"})
_SERIES = ("and", ",", ";", "while", "but")
_INCLUDING = frozenset({"among", "include", "includes", "included", "including"})
# Fates that are told of some of those who were aboard, held or present: the whole has another kind.
_ENDS = frozenset({"dead", "injured", "missing", "returned"})


def link_shares(tokens: TokenTable, found: list[Found]) -> None:
    """ "80% of the 452 seats", "$15 million of the $20 million", "4 million, out of a budget of 20 million" """
    for item, whole in zip(found[:-1], found[1:], strict=True):
        part, all_of = item.record, whole.record
        if part.relation is not None or part.quantity_type not in ("percent", "fraction", "money", "measure"):
            continue
        share = part.quantity_type in ("percent", "fraction")
        if all_of.quantity_type not in (("count", "money", "measure") if share else (part.quantity_type,)):
            continue
        between = tokens.lower[item.end : whole.first]
        if between[:2] == ["out", "of"]:
            between = between[1:]
        if between[:1] != ["of"] or tokens.sent[item.core] != tokens.sent[whole.core]:
            continue
        if not _OWNERS.issuperset(between[1:]) and not _owned(tokens, item.end + 1, whole.first):
            continue
        smaller = (size_of(part) or 0) < (size_of(all_of) or 0)
        if share or part.unit == all_of.unit and smaller:
            link(item, "subset_of", original(all_of))


def _owned(tokens: TokenTable, first: int, end: int) -> bool:
    """Whether "the company's outstanding", "its total debt of" lead to a number: an owner, names, adjectives."""
    if not 0 < end - first < 8:
        return False
    tags = tokens.tag[first:end]
    if tokens.lower[end - 1] == "of":
        tags = tags[:-1]
        end -= 1
        if not tags or not tags[-1].startswith("NN"):
            return False
    led = tags[0] in ("DT", "PRP$") or "POS" in tags
    return led and all(tag in _LED for tag in tags)


def among_told(tokens: TokenTable, item: Found, before: list[Found], words: CountWords) -> CountRecord | None:
    """The dead of "23 people were killed", where "Among the dead were nine children" follows within three sentences."""
    if item.record.kind not in CASUALTY or not item.person:
        return None
    floor = tokens.sentence(item.core)[0]
    ahead = tokens.lower[max(floor, item.first - 12) : item.first]
    named = any(words.predicates["modifier"].get(word) == item.record.kind for word in ahead) or "victims" in ahead
    if not named or _INCLUDING.isdisjoint(ahead):
        return None
    floor = tokens.sent[item.core]
    return same_fate_above(tokens, item, [f for f in before[-12:] if tokens.sent[f.core] < floor], 3)


def same_fate_above(tokens: TokenTable, item: Found, before: list[Found], reach: int) -> CountRecord | None:
    """The nearest greater number of those who met the same fate."""
    size = size_of(item.record) or 0
    for other in reversed(before):
        if tokens.sent[item.core] - tokens.sent[other.core] > reach:
            break
        fits = other.person and other.record.kind == item.record.kind and other.record.quantity_type == "count"
        if fits and other.record.relation not in ("subset_of", "complement") and (size_of(other.record) or 0) > size:
            return original(other.record)
    return None


def opened_by_whole(tokens: TokenTable, item: Found, before: list[Found]) -> CountRecord | None:
    """The 104 of "The ferry carried 104 people. Nine drowned.": a bare number that opens the next sentence."""
    if not before or not item.elided or not item.own_kind or item.others or item.first != tokens.sentence(item.core)[0]:
        return None
    whole = before[-1]
    # Those who end dead were aboard; those who are arrested need not be any of those told before.
    told = item.record.kind in _ENDS and whole.record.kind not in _ENDS
    if not told or not whole.person or whole.record.quantity_type != "count" or whole.record.qualifier == "vague":
        return None
    near = tokens.sent[item.core] - tokens.sent[whole.core] == 1
    return original(whole.record) if near and (size_of(whole.record) or 0) > (size_of(item.record) or 0) else None


def one_of_several(tokens: TokenTable, core: int, unit: str | None, before: list[Found]) -> Found | None:
    """The two of "two drivers. One driver was from Ohio, the other from Texas"."""
    if not before or tokens.lower[core] not in ("one", "1"):
        return None
    end = tokens.sentence(core)[1]
    rest = tokens.lower[core + 1 : min(end, core + 30)]
    if "other" not in rest or rest[rest.index("other") - 1] != "the":
        return None
    at = core + 1 + rest.index("other")
    rest_named = at + 1 < end and tokens.tag[at + 1] == "NNS" and tokens.lemma[at + 1] == unit
    for whole in reversed(before[-8:] if unit else before[-1:]):
        record = whole.record
        if tokens.sent[core] - tokens.sent[whole.core] > (4 if unit else 1):
            break
        if unit and rest_named and whole.person and record.unit == "person" and (size_of(record) or 0) >= 2:
            # "35 people fell ill … One patient is in danger, the other patients are stable"
            return whole if tokens.sent[core] - tokens.sent[whole.core] < 3 else None
        few = record.quantity_type == "count" and (size_of(record) or 0) >= 2 <= 12 and record.qualifier == "exact"
        if few and unit in (None, record.unit):
            return whole
    return None


def part_in_series(tokens: TokenTable, item: Found, before: list[Found]) -> CountRecord | None:
    """The 900 of "900 workers, of whom 300 are women and 600 men": a part after another of the same whole."""
    if not before or item.others or "more" in tokens.lower[item.first : item.end] or item.first == 0:
        return None
    previous = before[-1]
    whole = previous.record.related
    if previous.record.relation != "subset_of" or whole is None or item.record.quantity_type != "count":
        return None
    between = tokens.lower[previous.end : item.first]
    if tokens.sent[item.core] != tokens.sent[previous.core] or not 0 < len(between) < 8 or between[-1] not in _SERIES:
        return None
    verbs = {t for i, t in enumerate(between, previous.end) if tokens.tag[i][:2] in ("VB", "MD")}
    copular = item.end >= tokens.n or tokens.lower[item.end] in FINITE_BE or tokens.tag[item.end] in (".", ",", "IN")
    parts = [f.record for f in before[-6:] if f.record.relation == "subset_of" and f.record.related is whole]
    taken = sum(size_of(part) or 0 for part in parts)
    fits = taken + (size_of(item.record) or 0) <= (size_of(whole) or 0)
    fits = fits and (previous.pronoun or previous.included) and item.person == previous.person
    return whole if fits and copular and FINITE_BE.issuperset(verbs) else None


def link_totals(tokens: TokenTable, found: list[Found]) -> None:
    """The sum of those before: "Three soldiers and five civilians died, bringing the toll to eight", "all 156 died"."""
    for index, item in enumerate(found):
        record = item.record
        if record.relation is not None or record.value is None or record.quantity_type != "count":
            continue
        ahead = tokens.lower[max(0, item.first - 2) : item.first]
        all_told = item.elided and tokens.lower[item.first] == "all"
        told_whole = record.rule == "number-toll" or ahead == ["total", "of"] or all_told
        if not told_whole and not (item.definite and item.person and record.value >= 4):
            continue
        addends: list[Found] = []
        total = 0.0
        for other in reversed(found[max(0, index - 5) : index]):
            if tokens.sent[item.core] - tokens.sent[other.core] > 1 or other.record.value is None:
                break
            if not alike(item, other) or not other.person and record.rule != "number-toll":
                break
            if other.record.relation is not None or other.record.quantity_type != "count":
                break
            addends.append(other)
            total += other.record.value
            if total >= record.value:
                break
        if len(addends) >= 2 and total == record.value and addends[-1].record.value:
            link(item, "sum_of", addends[-1].record)
            if item.elided and len({f.record.unit for f in addends}) > 1:
                record.unit = "person"


def tell_shared_kind(item: Found, whole: CountRecord) -> None:
    """A part takes the noun that it lacks and, where it tells no fate of its own, the kind of its whole."""
    link(item, "subset_of", whole)
    inherit(item, whole, True)
