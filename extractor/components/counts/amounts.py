"""Amounts, measures and shares: one figure told in two units, shares of what was counted, parts after "of which"."""

from __future__ import annotations

from extractor.components.counts.alike import changing, framing, same_heads
from extractor.components.counts.found import Found, size_of
from extractor.components.counts.sums import link, original
from extractor.components.counts.vocabulary import CountWords
from extractor.components.records import CountRecord
from extractor.language.tokens import TokenTable

_CLOSERS = frozenset({")", ",", ";", ".", "of", "in", "by", "for", "from", "on", "--", "—"})
_THOSE = frozenset({"them", "those", "these", "whom"})
_OWNERS = frozenset({"the", "its", "their", "these", "those", "his", "her", "that", "this"})
_LEADS = frozenset({"for", "from", "in", "to"})
_FIGURES = ("count", "money", "measure")


def link_amounts(tokens: TokenTable, found: list[Found], words: CountWords) -> None:
    """Tie figures that the clause itself sets beside each other."""
    for index, item in enumerate(found):
        before = found[max(0, index - 8) : index]
        if not before:
            continue
        record, previous = item.record, before[-1]
        if record.relation is None:
            part_of = _named_part(tokens, item, before, words) or _shared_out(tokens, item, before)
            part_of = part_of or _contained(tokens, item, before, words)
            if _equated(tokens, item, previous):
                link(item, "same_as", previous.record)
            elif part_of is not None:
                link(item, "subset_of", part_of)
        if record.relation == "subset_of" and record.quantity_type == "percent":
            _apposed_amount(tokens, item, previous)


def _equated(tokens: TokenTable, item: Found, previous: Found) -> bool:
    """ "24 pct, or 120 mln dlrs, in the project", "9,000 tonnes (82 pct)": a share and the amount that it makes."""
    one, two = item.record, previous.record
    if "percent" not in (one.quantity_type, two.quantity_type) or one.quantity_type == two.quantity_type:
        return False
    if not {one.unit, two.unit} & {"%"} or "fraction" in (one.quantity_type, two.quantity_type):
        return False
    closer = tokens.lower[item.end] if item.end < tokens.n else "."
    between = tokens.lower[previous.end : item.first]
    return between in ([",", "or"], ["or"]) and closer in _CLOSERS or between == ["("] and closer == ")"


def _named_part(
    tokens: TokenTable, item: Found, before: list[Found], words: CountWords
) -> CountRecord | None:  # fmt: skip
    """The 1.4 billion of "1.4 billion dlrs, of which 550 mln come from the fund and 850 mln from the bank"."""
    record, previous = item.record, before[-1]
    apart = tokens.sent[item.core] != tokens.sent[previous.core]
    between = tokens.lower[previous.end : item.first]
    if apart or record.quantity_type == "fraction" or len(between) > 14 or item.others or item.definite:
        return None
    whole = previous.record
    series = previous.record.related if previous.record.relation == "subset_of" else None
    after_whole = series is not None and series.start < previous.record.start
    if series is not None and (previous.included or after_whole and record.quantity_type == "money"):
        # A second part of the same whole.
        whole = series
        taken = sum(size_of(f.record) or 0 for f in before if f.record.related is whole)
        fits = taken + (size_of(record) or 0) <= (size_of(whole) or 0) * 1.01
        led = between[:1] in (["and"], [","]) or not _LEADS.isdisjoint(between)
        item.included = fits and led and ")" not in between and "and" in between
        fated = item.own_kind and record.quantity_type == "count" and record.kind != previous.record.kind
        item.included = item.included and not fated and not changing(tokens, item, words)
        same = (whole.quantity_type, whole.unit) == (record.quantity_type, record.unit)
        return whole if item.included and same and record.quantity_type in _FIGURES else None
    which = any(between[at : at + 2] in (["of", "which"], ["of", "whom"]) for at in range(max(0, len(between) - 5), 9))
    named = which or record.quantity_type == "measure" and words.including.before(tokens.lower, item.first) is not None
    if not named or len(between) > 8:
        return None
    if record.quantity_type == "percent":
        return original(whole) if whole.quantity_type in _FIGURES and which else None
    if not same_heads(item, previous, words) or (size_of(whole) or 0) <= (size_of(record) or 0):
        return None
    item.included = True
    return original(whole)


def _shared_out(tokens: TokenTable, item: Found, before: list[Found]) -> CountRecord | None:
    """The 200,000 of "200,000 refugees … About 60 pct of them", "… a third of the refugees"."""
    at = item.end
    if item.record.quantity_type not in ("percent", "fraction"):
        return None
    if item.pronoun or item.partitive:
        at = next((i for i in range(item.core, item.end) if tokens.lower[i] == "of"), at)
    if at + 1 >= tokens.n or tokens.lower[at] != "of":
        return None
    those = tokens.lower[at + 1] in _THOSE and (at + 2 >= tokens.n or tokens.tag[at + 2][:1] not in ("N", "J"))
    noun = tokens.lemma[at + 2] if at + 2 < tokens.n and tokens.lower[at + 1] in _OWNERS else None
    for other in reversed(before):
        apart = tokens.sent[item.core] - tokens.sent[other.core]
        if apart > 2 or other.record.relation not in (None, "same_as", "subset_of"):
            break
        if (size_of(other.record) or 0) < 2 or other.record.quantity_type not in _FIGURES:
            continue
        if those:
            return other.record if apart < 2 and other.record.quantity_type == "count" else None
        if noun is None:
            return None
        if other.record.quantity_type == "count" and noun == other.record.unit and tokens.tag[at + 2] == "NNS":
            return other.record
        if other.record.quantity_type != "count" and noun == _noun_of(tokens, other):
            return other.record
    return None


def _contained(tokens: TokenTable, item: Found, before: list[Found], words: CountWords) -> CountRecord | None:
    """The 8,829 billion of "an 8,829 billion yen budget … The budget includes 1,862 billion in public works"."""
    record = item.record
    verb = next((i for i in (item.first - 1, item.first - 2, item.first - 3) if i > 0 and tokens.tag[i][:2] == "VB"), 0)
    if record.quantity_type not in ("money", "measure") or tokens.lemma[verb] not in words.cues["containing_verb"]:
        return None
    floor = tokens.sentence(item.core)[0]
    head = next((i for i in range(verb - 1, max(floor, verb - 4), -1) if tokens.tag[i] == "NN"), None)
    if head is None or not any(tokens.lower[i] in ("the", "this") for i in range(max(floor, head - 4), head)):
        return None
    for other in reversed(before):
        if tokens.sent[item.core] - tokens.sent[other.core] > 3:
            break
        fits = (other.record.quantity_type, other.record.unit) == (record.quantity_type, record.unit)
        larger = (size_of(other.record) or 0) > (size_of(record) or 0)
        if fits and larger and framing(tokens, other) == tokens.lemma[head]:
            return original(other.record)
    return None


def amount_left(tokens: TokenTable, item: Found, before: list[Found]) -> CountRecord | None:
    """The 100 mln of "100 mln dlrs: 60 mln at once … the remaining 40 mln dlrs": what the parts leave of it."""
    taken = 0.0
    for other in reversed(before[-6:]):
        if tokens.sent[item.core] - tokens.sent[other.core] > 3:
            break
        size = size_of(other.record)
        if (other.record.quantity_type, other.record.unit) != (item.record.quantity_type, item.record.unit) or not size:
            continue
        if size - taken == size_of(item.record):
            return original(other.record) if taken else None
        taken += size
    return None


def _noun_of(tokens: TokenTable, item: Found) -> str | None:
    """The noun of a sum or measure: debt in "a debt of 27 billion dlrs", "its 27 billion dlr debt"."""
    if item.end < tokens.n and tokens.tag[item.end] == "NN":
        return tokens.lemma[item.end]
    at = item.first - 1
    return tokens.lemma[at - 1] if at > 0 and tokens.lower[at] == "of" and tokens.tag[at - 1] == "NN" else None


def _apposed_amount(tokens: TokenTable, item: Found, previous: Found) -> None:
    """The 30 mln of "30 mln shares, just under 25 pct of the 120 mln shares": of those 120 mln, as the share says."""
    whole = item.record.related
    if whole is None or previous.record.relation is not None or whole is previous.record:
        return
    if (whole.quantity_type, whole.unit) != (previous.record.quantity_type, previous.record.unit):
        return
    between = tokens.lower[previous.end : item.first]
    if between in ([","], [",", "or"], ["or"], ["("]) and (size_of(whole) or 0) > (size_of(previous.record) or 0):
        link(previous, "subset_of", original(whole))
