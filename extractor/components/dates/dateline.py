"""The dateline's day: "SEOUL, May 14 (Yonhap) --", "La Paz, 16 Sep 88 (EL DIARIO)", "Wednesday, January 23, 2019" on
a line of its own."""

from __future__ import annotations

from extractor.components.dates.timex import Timex
from extractor.components.extraction import Extraction
from extractor.language.tokens import TokenTable

_DASHES = frozenset(("-", "--", "–", "—", "_", "---"))
_LEAD_TOKENS = 60
_MAX_AGENCY = 9


def dateline_timex(tokens: TokenTable, found: list[Timex], facts: Extraction) -> Timex | None:
    """The expression that dates the article itself, or None."""
    if facts.dateline_date is not None:
        for timex in found:
            start, end = tokens.span(timex.first, timex.end)
            if start < facts.dateline_date[1] and facts.dateline_date[0] < end:
                return timex
    for timex in found:
        if timex.first > _LEAD_TOKENS:
            break
        if timex.kind != "calendar" or timex.day is None or timex.month is None:
            continue
        if _in_dateline(tokens, timex) or _stands_alone(tokens, timex, facts):
            return timex
    return None


def _in_dateline(tokens: TokenTable, timex: Timex) -> bool:
    """PLACE, DATE (AGENCY) -- : a capitalized place and a comma before the day, a dash after it."""
    before = timex.first - 1
    if (
        before < 1
        or tokens.lower[before] not in (",", "(")
        or not (tokens.text[before - 1][:1].isupper() or tokens.text[before - 1] == ")")
    ):
        return False
    start = tokens.sents[tokens.sent[timex.first]][0]
    lead = [w for w in tokens.text[max(start, before - 6) : before] if w[:1].isalpha()]
    if not lead or any(w[0].islower() and w not in ("de", "el", "al", "la", "los", "of", "the") for w in lead):
        return False
    at, limit = timex.end, min(tokens.n, timex.end + _MAX_AGENCY)
    if at < tokens.n and tokens.lower[at] in ("(", "/", "["):
        while at < limit and tokens.lower[at] not in (")", "]"):
            at += 1
        at += 1
    elif at < tokens.n and tokens.lower[at] == ",":
        at += 1
        while at < limit and tokens.text[at][:1].isupper():
            at += 1
    return at < tokens.n and tokens.lower[at] in _DASHES and (at > timex.end or tokens.start[at] > tokens.end[at - 1])


def _stands_alone(tokens: TokenTable, timex: Timex, facts: Extraction) -> bool:
    """A full date that is a paragraph of its own near the top."""
    if timex.year is None:
        return False
    first, end = tokens.sents[tokens.sent[timex.first]]
    if end - first > 30:
        return False
    inside = [i for i in range(first, end) if not timex.first <= i < timex.end and tokens.text[i].strip()]
    if any(tokens.text[i][:1].isalnum() for i in inside):
        return False
    if facts.paragraphs is None:
        return True
    start, stop = tokens.span(timex.first, timex.end)
    starts = sorted(facts.paragraphs)
    own = max((p for p in starts if p <= start), default=0)
    following = min((p for p in starts if p > start), default=None)
    return start - own <= 12 and (following is None or following - stop <= 12)
