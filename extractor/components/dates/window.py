"""Document dating without a publication day: the days on which an article can have been written, from its own dates and tenses.

Only what the text forces is used. A past event told with its full date puts the earliest possible day at that date; a future one puts the
latest day at its end. Relative expressions are resolved under every day of the window and kept where all agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from extractor.components.dates.resolve import Answer, Memory, partial_value, resolve
from extractor.components.dates.tense import Clause
from extractor.components.dates.timex import Timex
from extractor.components.extraction import Extraction
from extractor.language.tokens import TokenTable

# A window wider than this settles no recurring date; checking every day of it would cost time for nothing.
MAX_DAYS = 400


@dataclass(slots=True)
class Window:
    """First and last possible day of writing, inclusive; None where the text sets no bound."""

    earliest: date | None = None
    latest: date | None = None

    @property
    def closed(self) -> bool:
        return (
            self.earliest is not None
            and self.latest is not None
            and 0 <= (self.latest - self.earliest).days <= MAX_DAYS
        )


def derive_window(found: list[Timex], clauses: list[Clause], tokens: TokenTable, facts: Extraction) -> Window:
    """Bounds from the absolute dates of the text."""
    window = Window()
    if facts.published_earliest:
        window.earliest = date.fromisoformat(facts.published_earliest)
    if facts.published_latest:
        window.latest = date.fromisoformat(facts.published_latest)
    memory = Memory()
    for timex, clause in zip(found, clauses, strict=True):
        if timex.kind != "calendar" or timex.year is None or timex.decade is not None:
            continue
        answer = resolve(timex, None, None, memory)
        if answer.days is None:
            continue
        before = tokens.lower[timex.first - 1] if timex.first else ""
        if clause.tense == "past" and before not in ("until", "by", "through", "for", "before"):
            window.earliest = max(window.earliest or answer.days.start, answer.days.start)
    return window


def agree(timex: Timex, tense: str | None, memory: Memory, window: Window) -> Answer:
    """The answer that holds on every day of the window; else the partial value."""
    undated = resolve(timex, None, tense, memory)
    if undated.days is not None or not window.closed or window.earliest is None or window.latest is None:
        return undated
    if undated.value != partial_value(timex) and not undated.value.startswith("XXXX"):
        return undated
    span = (window.latest - window.earliest).days
    first = resolve(timex, window.earliest, tense, memory)
    if first.days is None:
        return undated
    # Ends and middle first: most expressions that disagree do so there.
    for offset in (span, span // 2, *range(1, span)):
        other = resolve(timex, window.earliest + timedelta(days=offset), tense, memory)
        if other.value != first.value:
            return undated
        if other.days != first.days and other.days is not None and first.days is not None:
            first.days = type(first.days)(min(first.days.start, other.days.start), max(first.days.end, other.days.end))
        first.ambiguous = first.ambiguous or other.ambiguous
    return first
