"""Document dating without a publication day: the days on which an article can have been written, from its own dates
and tenses.

Only what the text forces is used. A past event told with its full date puts the earliest possible day at that date; a
future one puts the
latest day at its end. Relative expressions are resolved under every day of the window and kept where all agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from extractor.components.dates.resolve import resolve
from extractor.components.dates.tense import Clause
from extractor.components.dates.timex import Timex
from extractor.components.dates.values import Answer, Memory, partial_value
from extractor.components.extraction import Extraction
from extractor.language.tokens import TokenTable

# Resolutions spent on one document's window; past them, expressions keep their partial values.
MAX_RESOLUTIONS = 20_000
# A window wider than this settles no recurring date; checking every day of it would cost time for nothing.
MAX_DAYS = 400
_LEAD_SENTENCES = 5


@dataclass(slots=True)
class Window:
    """First and last possible day of writing, inclusive; None where the text sets no bound."""

    earliest: date | None = None
    latest: date | None = None
    budget: int = MAX_RESOLUTIONS

    @property
    def closed(self) -> bool:
        return (
            self.earliest is not None
            and self.latest is not None
            and 0 <= (self.latest - self.earliest).days <= MAX_DAYS
        )


def derive_window(found: list[Timex], clauses: list[Clause], tokens: TokenTable, facts: Extraction) -> Window:
    """Bounds from the dates of the text, within bounds already known.

    A dated past event puts the earliest day at its first day ("since October 2014": after that month); a date told
    with "will" puts the
    latest day at its end. Where the lead counts time since a month with its year, a bare month still to come ("expire
    in mid-April")
    is taken for the first one after it: the assumption that such a lead tells of the news of the last twelve months.
    """
    window = Window()
    if facts.published_earliest:
        window.earliest = date.fromisoformat(facts.published_earliest)
    if facts.published_latest:
        window.latest = date.fromisoformat(facts.published_latest)
    memory, lead = Memory(), None
    for timex, clause in zip(found, clauses, strict=True):
        if timex.kind != "calendar" or timex.year is None or timex.decade is not None or timex.two_digit:
            continue
        days = resolve(timex, None, None, memory).days
        if days is None:
            continue
        before = tokens.lower[timex.first - 1] if timex.first else ""
        if before == "since" and days.end < date.max:
            window.earliest = max(
                window.earliest or days.start, days.end + timedelta(days=1) if timex.month else days.start
            )
            if timex.month is not None and tokens.sent[timex.first] < _LEAD_SENTENCES:
                lead = max(lead or days.end, days.end)
        elif _told(tokens, timex, clause, before):
            window.earliest = max(window.earliest or days.start, days.start)
        elif (
            clause.tense == "future" and clause.word == clause.verb and before in ("on", "in") and _will(tokens, clause)
        ):
            window.latest = min(window.latest or days.end, days.end)
    if lead is not None and window.latest is None:
        window.latest = _next_bare_month(found, clauses, lead)
    if window.earliest and window.latest and window.latest < window.earliest:
        return Window()
    return window


def _told(tokens: TokenTable, timex: Timex, clause: Clause, before: str) -> bool:
    """A finite verb in the past tense has this date as its own adjunct: "was founded in 1992"."""
    verb = clause.verb
    if (
        verb is None
        or clause.word != verb
        or clause.tense != "past"
        or before not in ("in", "on", "during")
        or not any(tokens.head[i] == verb for i in range(timex.first, timex.end))
    ):
        return False
    if tokens.tag[verb] == "VBD":
        return True
    return tokens.tag[verb] == "VBN" and any(
        tokens.lower[c] in ("was", "were", "had") for c in tokens.children[verb][:40]
    )


def _will(tokens: TokenTable, clause: Clause) -> bool:
    return clause.verb is not None and any(
        tokens.lower[c] in ("will", "'ll", "shall") for c in tokens.children[clause.verb][:40]
    )


def _next_bare_month(found: list[Timex], clauses: list[Clause], after: date) -> date | None:
    """The end of the earliest bare month or day still to come, counted from `after`."""
    memory, latest = Memory(), None
    for timex, clause in zip(found, clauses, strict=True):
        if (
            timex.kind != "calendar"
            or timex.year is not None
            or timex.month is None
            or timex.direction
            or timex.of is not None
        ):
            continue
        if clause.tense not in ("future", "scheduled"):
            continue
        days = resolve(timex, after + timedelta(days=1), "scheduled", memory).days if after < date.max else None
        if days is not None:
            latest = min(latest or days.end, days.end)
    return latest


def agree(timex: Timex, tense: str | None, memory: Memory, window: Window) -> Answer:
    """The answer that holds on every day of the window; else the partial value."""
    undated = resolve(timex, None, tense, memory)
    if undated.days is not None or not window.closed or window.earliest is None or window.latest is None:
        return undated
    if undated.value != partial_value(timex) and not undated.value.startswith("XXXX"):
        return undated
    span = (window.latest - window.earliest).days
    if window.budget <= 0:
        return undated
    first = resolve(timex, window.earliest, tense, memory)
    if first.days is None:
        return undated
    # Ends and middle first: most expressions that disagree do so there.
    for offset in (span, span // 2, *range(1, span)):
        window.budget -= 1
        other = resolve(timex, window.earliest + timedelta(days=offset), tense, memory)
        if other.value != first.value:
            return undated
        if other.days != first.days and other.days is not None and first.days is not None:
            first.days = type(first.days)(min(first.days.start, other.days.start), max(first.days.end, other.days.end))
        first.ambiguous = first.ambiguous or other.ambiguous
    return first
