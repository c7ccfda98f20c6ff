"""The days for which a count holds: the date in its own clause."""

from __future__ import annotations

from bisect import bisect_left

from extractor.components.counts.ellipsis import is_fronted
from extractor.components.counts.found import Found
from extractor.components.counts.vocabulary import CountWords
from extractor.components.records import DateRecord
from extractor.language.tokens import TokenTable

_MAX_HOPS = 12
# When something was said, printed or is due says nothing of when the number was true.
_TURNS = frozenset({"though", "although", "whereas", "but"})
_FOREIGN = frozenset({"attribution", "publication", "deadline", "expiry"})


def date_counts(tokens: TokenTable, found: list[Found], dates: list[DateRecord], words: CountWords) -> None:
    """Set date_start and date_end (ISO 8601 days) of each record from the one settled date that its clause gives.

    "since May" gives a start without an end; the two ends of a range give both.
    """
    usable = [d for d in dates if d.date_start and d.timex_type in ("DATE", "TIME") and d.function not in _FOREIGN]
    if not usable or not found:
        return
    places = [(bisect_left(tokens.start, d.start), d) for d in usable]
    by_sentence: dict[int, list[tuple[int, DateRecord]]] = {}
    for token, date in places:
        if token < tokens.n:
            by_sentence.setdefault(tokens.sent[token], []).append((token, date))
    contrasts = words.cues["compared"]
    for index, item in enumerate(found):
        following = found[index + 1].first if index + 1 < len(found) else tokens.n
        near = by_sentence.get(tokens.sent[item.core])
        if near is None or is_fronted(tokens, item):
            # "Of the 37 people on the list, four died in May": the date is that of the four
            continue
        steps = {token: at for at, token in enumerate(_above(tokens, item, words))}
        ranked: list[tuple[int, int, DateRecord]] = []
        for token, date in near[:12]:
            if item.first <= token < item.end or _is_standard(tokens, token):
                continue
            if item.end <= following < token and not contrasts.isdisjoint(tokens.lower[item.end : following]):
                # "rose to 99 mln francs against 71 mln in 1985": the year is that of the second figure
                continue
            if (
                token > item.end
                and tokens.lower[token - 1] == "since"
                and not words.cues["record_word"].isdisjoint(tokens.lower[item.end : token])
            ):
                # "a 6.8 pct rise, the first since June 1986"
                continue
            if item.record.quantity_type == "percent" and tokens.lower[token - 1] == "from" and token == item.end + 1:
                # "rose 18 pct from January"
                continue
            if token > item.end and not _TURNS.isdisjoint(tokens.lower[item.end : token]):
                continue
            height = _meeting(tokens, token, steps)
            if 0 <= token - item.end <= 2 and tokens.tag[item.end] in ("IN", "CD", "NNP"):
                # "12 people in 2003 and 13 people in 2004"
                height = -1
            if height is not None:
                ranked.append((height, abs(token - item.core), date))
        if not ranked:
            continue
        best = min(ranked, key=lambda r: r[:2])[2]
        _set(item, best, [r[2] for r in ranked])


def _is_standard(tokens: TokenTable, token: int) -> bool:
    """Whether the date is what something is compared with: "144% more than last year"."""
    for at in range(token - 1, max(-1, token - 4), -1):
        if tokens.lower[at] in ("than", "above", "below"):
            return True
        if tokens.lower[at] not in ("in", "during", "the", "a", "at", "for", "its", "those", "of"):
            break
    return False


def _set(item: Found, date: DateRecord, others: list[DateRecord]) -> None:
    record = item.record
    record.date_start = date.date_start
    if date.function == "since":
        return
    ends = [d.date_end for d in others if date.range is not None and d.range is date.range and d.date_end]
    starts = [d.date_start for d in others if date.range is not None and d.range is date.range and d.date_start]
    record.date_start = min([*starts, date.date_start or ""], default=None)
    record.date_end = max([*ends, date.date_end or ""]) or None


def _above(tokens: TokenTable, item: Found, words: CountWords) -> list[int]:
    """The head of the counted and what governs it, up to the verb of its clause; a conjoined verb has its own."""
    node = item.node
    out = [node]
    months = words.cues["time_noun"]
    things = item.record.quantity_type in ("count", "fraction")
    for _ in range(_MAX_HOPS):
        governor = tokens.lemma[tokens.head[node]]
        apart = tokens.dep[node] == "nmod" and tokens.head[node] < item.first
        if things and tokens.dep[node] == "nmod" and tokens.lower[tokens.head[node]] in months:
            break
        told = item.own_kind and tokens.child(node, "acl", "acl:relcl") is None
        if things and tokens.dep[node] == "obl" and not told:
            break
        if things and apart and governor not in words.predicates["of"] and governor not in words.cues["made_noun"]:
            # "talks in November on 23 fishermen": the date of the talks is not theirs
            break
        if tokens.pos[node] == "VERB" or tokens.head[node] == node:
            break
        node = tokens.head[node]
        out.append(node)
    return out


def _meeting(tokens: TokenTable, token: int, steps: dict[int, int]) -> int | None:
    """How far above the counted its clause and the date's meet; None where the date belongs to another clause."""
    for _ in range(_MAX_HOPS):
        if token in steps:
            return steps[token]
        if tokens.pos[token] == "VERB" or tokens.head[token] == token:
            return None
        token = tokens.head[token]
    return None
