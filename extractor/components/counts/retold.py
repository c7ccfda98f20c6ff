"""A figure told again in another sentence, with the same noun or in the same words about the event."""

from __future__ import annotations

from extractor.components.counts.alike import Event, event_of, framing, introduced
from extractor.components.counts.found import Found
from extractor.components.counts.repeats import is_telling
from extractor.components.counts.sums import inherit, link, original
from extractor.components.counts.vocabulary import CountWords
from extractor.language.tokens import TokenTable

_DEFINITE = frozenset({"the", "that", "this", "its", "his", "her", "their", "'s"})
# Words on the event that two sentences must share where the figure is odd, small or round; equal figures looked at.
_TELLING, _FEW, _ROUND = 3, 4, 6
_LOOK_BACK = 6
_SMALL = 10


def link_retold(tokens: TokenTable, found: list[Found], words: CountWords) -> None:
    """Tie a figure to an earlier sentence's equal one where both sentences tell of one event."""
    told: dict[tuple[str, str | None, float], list[Found]] = {}
    events: dict[int, Event] = {}

    def event(item: Found) -> Event:
        if id(item) not in events:
            events[id(item)] = event_of(tokens, item, words)
        return events[id(item)]

    together: dict[int, set[tuple[str, str | None, float]]] = {}
    for item in found:
        record = item.record
        value = record.value
        if value is None or value < 2 or record.qualifier == "vague" or record.quantity_type == "fraction":
            continue
        figure = (record.quantity_type, "person" if item.person and not item.parted else record.unit, value)
        beside = together.setdefault(tokens.sent[item.core], set())
        beside.add(figure)
        earlier = told.setdefault(figure, [])
        if record.relation is None and not item.others and not _of_ledger(tokens, item):
            for other in reversed(earlier[-_LOOK_BACK:]):
                if tokens.sent[other.core] == tokens.sent[item.core] or not _agree(item, other, words):
                    continue
                pair = (beside & together[tokens.sent[other.core]]) - {figure}
                if pair or _is_one(tokens, item, other, event(item), event(other)):
                    link(item, "same_as", original(other.record))
                    inherit(item, other.record, True)
                    break
        earlier.append(item)


def _of_ledger(tokens: TokenTable, item: Found) -> bool:
    """Whether a figure stands in a table of results, where equal ones are not one: "Avg shrs 46.8 mln"."""
    return item.record.unit == "share" and not {"share", "shares"} & set(tokens.lower[item.core : item.end])


def _is_one(tokens: TokenTable, item: Found, other: Found, now: Event, then: Event) -> bool:
    """Whether the words around two equal figures show that they are one."""
    record = item.record
    shared = now.shared(then)
    verbatim = tokens.lower[item.core : item.end] == tokens.lower[other.core : other.end]
    if verbatim and other.end - other.core > 3 and record.quantity_type == "count" and item.head is not None:
        # "four key business sectors", word for word
        return True
    noun = framing(tokens, item)
    if record.quantity_type != "count" and _pointed_at(tokens, item) and noun in (None, framing(tokens, other)):
        return True
    if noun is not None and noun == framing(tokens, other) and not introduced(tokens, item):
        definite = item.definite or item.first > 0 and tokens.lower[item.first - 1] in _DEFINITE
        if definite or shared >= _TELLING:
            return True
    if record.quantity_type == "count":
        if is_telling(record.value or 0) and record.unit == other.record.unit and shared and record.unit != "share":
            return True
        if (record.value or 0) < _SMALL:
            return bool(now.names & then.names) and shared >= _FEW
        return (bool(now.names & then.names) or now.matter(then) >= _TELLING) and shared >= _TELLING
    digits = f"{record.value:.6g}".replace(".", "").strip("0")
    if record.quantity_type == "percent" and (record.value or 0) * 32 % 1 == 0:
        # "9 3/4 pct": rates of interest go in steps such as eighths
        digits = ""
    if introduced(tokens, item) and shared < 2 * _ROUND:
        return False
    if len(digits) < 3 and record.qualifier != other.record.qualifier and shared < _ROUND:
        return False
    return shared >= _TELLING if len(digits) > 2 else shared >= _ROUND and 2 * shared >= min(now.size, then.size)


def _pointed_at(tokens: TokenTable, item: Found) -> bool:
    """Whether "the" or "those" points back at the figure: "all the 500,000 tonnes", and not "the 12 pct rise"."""
    end = item.end
    closed = end >= tokens.n or tokens.tag[end] in (".", ",", "IN", ":", "CC") or tokens.tag[end][:2] in ("VB", "MD")
    return item.first > 0 and tokens.lower[item.first - 1] in ("the", "those") and closed


def _agree(item: Found, other: Found, words: CountWords) -> bool:
    """Whether nouns, bounds, kinds and nations of two figures let them be one."""
    record, earlier = item.record, other.record
    # A second telling drops the hedge of the first.
    hedged = record.qualifier != earlier.qualifier
    if hedged and record.qualifier != "exact" and (record.qualifier, earlier.qualifier) != ("about", "exact"):
        return False
    nations = {record.group_country, earlier.group_country} - {None, ""}
    units = {record.unit, earlier.unit}
    nouns = len(units) == 1 or item.elided or bool(units & words.cues["anybody"])
    untold = len(units) == 1 and item.person and item.own_kind != other.own_kind
    return nouns and len(nations) < 2 and (record.kind == earlier.kind or untold)
