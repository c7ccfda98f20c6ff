"""From the expressions of one document to its records: anchoring, running reference time, ranges, functions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from extractor.components.dates import intervals as iv
from extractor.components.dates.apposition import named_beside
from extractor.components.dates.dateline import dateline_timex
from extractor.components.dates.event_year import year_of_event
from extractor.components.dates.filters import keep
from extractor.components.dates.function import event_of, function_of
from extractor.components.dates.national_days import settle_named_days
from extractor.components.dates.partial import from_partial_day, from_partial_reference
from extractor.components.dates.range_order import put_in_order
from extractor.components.dates.ranges import add_second_ends
from extractor.components.dates.resolve import resolve
from extractor.components.dates.scan import scan
from extractor.components.dates.tense import Clause, clause_of
from extractor.components.dates.timex import Timex
from extractor.components.dates.values import Answer, Memory
from extractor.components.dates.window import Window, agree, derive_window
from extractor.components.dates.words import Words
from extractor.components.extraction import Extraction
from extractor.components.records import DateRecord
from extractor.language.tokens import TokenTable
from extractor.linking.places import PlaceIndex

# Sentences over which a quarter, once named, stays the one that "a year earlier" is compared with.
QUARTER_REACH = 3
_NO_CLAUSE = Clause(None, None, None)


def find_dates(
    tokens: TokenTable, facts: Extraction, words: Words, places: Callable[[], PlaceIndex] | None = None
) -> list[DateRecord]:
    """All dates of one document. Sets published_earliest and published_latest where no publication day is known.

    places: gives the countries of the text, for named days that differ by country; called only where there is one.
    """
    found = scan(tokens, words)
    if not found:
        return []
    names = {i: entity for entity in tokens.ents for i in range(entity[0], entity[1])}
    found = [t for t in found if keep(t, tokens, words, names)]
    found = add_second_ends(tokens, found, words)
    settle_named_days(found, tokens, words, places)
    clauses = [clause_of(tokens, t.first, t.end, t.head, words) if _needs_clause(t) else _NO_CLAUSE for t in found]
    for index in range(1, len(found)):
        if found[index].link is found[index - 1] and found[index].clock:
            clauses[index - 1] = clauses[index]  # the ends of "between 10 a.m. and 6 p.m. on Sunday" are one Sunday's
    dateline = dateline_timex(tokens, found, facts)
    day, anchor = _anchor(facts, dateline)
    window = None if day else derive_window(found, clauses, tokens, facts)
    return _records(found, clauses, tokens, words, facts, dateline, day, anchor, window)


def _needs_clause(timex: Timex) -> bool:
    return timex.kind != "set"


def _anchor(facts: Extraction, dateline: Timex | None) -> tuple[date | None, str | None]:
    """The day relative dates count from: a dateline day near the publication day, else publication, else the
    dateline."""
    published = date.fromisoformat(facts.published[:10]) if facts.published else None
    if dateline is not None and dateline.day is not None and dateline.month is not None:
        if dateline.year is not None:
            written = iv.make_day(dateline.year, dateline.month, dateline.day)
        elif published is not None:
            near = [
                iv.make_day(y, dateline.month, dateline.day)
                for y in (published.year - 1, published.year, published.year + 1)
            ]
            written = min((d for d in near if d), key=lambda d: abs((d - published).days), default=None)
        else:
            written = None
        if written is not None and (published is None or -3 <= (written - published).days <= 1):
            return written, "dateline" if published is None or written != published else "published"
    return published, "published" if published else None


def _records(
    found: list[Timex],
    clauses: list[Clause],
    tokens: TokenTable,
    words: Words,
    facts: Extraction,
    dateline: Timex | None,
    day: date | None,
    anchor: str | None,
    window: Window | None,
) -> list[DateRecord]:
    memory = Memory()
    now = day or (window.latest or window.earliest if window is not None else None)
    records: list[DateRecord] = []
    by_timex: dict[int, DateRecord] = {}
    if window is not None:
        facts.published_earliest = window.earliest.isoformat() if window.earliest else None
        facts.published_latest = window.latest.isoformat() if window.latest else None
    last_record: DateRecord | None = None
    for index, (timex, clause) in enumerate(zip(found, clauses, strict=True)):
        memory.sent = tokens.sent[timex.first]
        if memory.sent - memory.quarter_sent > QUARTER_REACH or _longer_period(timex):
            memory.quarter = None
        event_year = year_of_event(timex, clause, found, index, tokens, words)
        if event_year is not None:
            timex.year, timex.confidence = event_year.year, min(timex.confidence, 0.8)
        beside = named_beside(found, index, tokens)
        source, source_clause = (
            (timex, clause) if beside is None else (beside, clauses[index + (1 if beside.first > timex.first else -1)])
        )
        answer = _answer(source, source_clause, day, memory, window, by_timex)
        if answer.days is None and day is None:
            answer = _without_year(timex, clause, memory, dateline, answer)
        start, end = tokens.span(timex.first, timex.end)
        if timex.part is not None:
            start, end = start + timex.part[0], start + timex.part[1]
        record = DateRecord(start, end, timex.rule, timex.confidence, timex.timex_type, answer.value)
        _fill(record, timex, answer)
        if event_year is not None:
            record.anchor, record.anchor_record = "reference", by_timex.get(id(event_year))
        elif answer.anchored == "reference":
            record.anchor, record.anchor_record = "reference", last_record
        elif answer.anchored is not None:
            record.anchor = answer.anchored
        elif answer.days is not None and _relative(timex):
            record.anchor = anchor or "window"
        record.function = "publication" if timex is dateline else function_of(timex, answer, tokens, clause, words, now)
        record.event = None if timex is dateline else event_of(tokens, clause)
        if timex.link is not None and timex.link_kind == "range" and id(timex.link) in by_timex:
            left = by_timex[id(timex.link)]
            left.range = left.range or object()
            record.range = left.range
            put_in_order(left, record, timex, day)
        by_timex[id(timex)] = record
        records.append(record)
        if _sets_reference(timex, answer) and timex is not dateline:
            memory.answer, memory.timex, last_record = answer, timex, record
            memory.answer_sent = memory.sent
        if (
            answer.granularity == "quarter"
            and answer.days is not None
            and timex.kind != "offset"
            and timex.direction != "last"
        ):
            memory.quarter, memory.quarter_sent = answer, tokens.sent[timex.first]
    return records


def _longer_period(timex: Timex) -> bool:
    """The story turns from the quarter to "the nine months" or "the year"."""
    if timex.kind == "duration":
        return timex.unit == "M" and timex.number in (6, 9, 12)
    return timex.kind == "unit" and timex.unit == "Y" and timex.direction == "the"


def _relative(timex: Timex) -> bool:
    return (
        timex.kind in ("unit", "offset", "deictic")
        or timex.kind == "calendar"
        and timex.year is None
        and timex.decade is None
        and timex.century is None
    )


def _answer(
    timex: Timex, clause: Clause, day: date | None, memory: Memory, window: Window | None, known: dict[int, DateRecord]
) -> Answer:
    if timex.link is not None and timex.year is None and timex.kind == "calendar" and timex.day is not None:
        left = known.get(id(timex.link))
        if left is not None and left.date_start and timex.month == timex.link.month:
            first = date.fromisoformat(left.date_start)
            target = iv.make_day(first.year, first.month, timex.day)
            if target is not None:
                return Answer(target.isoformat(), iv.Interval(target, target), "day")
    if day is None and window is not None:
        return agree(timex, clause.tense, memory, window)
    return resolve(timex, day, clause.tense, memory)


def _without_year(timex: Timex, clause: Clause, memory: Memory, dateline: Timex | None, answer: Answer) -> Answer:
    """What the last date told or the dateline's day says of the value where neither has a year."""
    if not answer.value.startswith("XXX") or timex is dateline:
        return answer
    better = from_partial_reference(timex, clause.tense, memory)
    if better is None and dateline is not None and dateline.month and dateline.day and dateline.year is None:
        better = from_partial_day(timex, clause.tense, memory, dateline.month, dateline.day)
    return better if better is not None and better.value.count("X") < answer.value.count("X") else answer


def _sets_reference(timex: Timex, answer: Answer) -> bool:
    if answer.value.startswith("XXXX-") and timex.kind == "calendar" and (timex.month is not None):
        return True
    return answer.days is not None and timex.kind in ("calendar", "unit", "deictic", "offset")


def _fill(record: DateRecord, timex: Timex, answer: Answer) -> None:
    record.timex_mod = (
        {"earlier": "START", "later": "END"}.get(timex.mod or "", timex.mod)
        if timex.edge not in ("earlier", "later")
        else None
    )
    days = answer.days
    if timex.edge and "-" in timex.edge and days is not None:
        first, last = (iv.interval_of(answer.value, m)[0] for m in timex.edge.split("-", 1))
        days = iv.Interval(min(first.start, last.start), max(first.end, last.end)) if first and last else days
    if timex.edge in ("H1", "H2") and days is not None:
        days = iv.half_of(answer.value, timex.edge == "H2") or days
    if (
        days is not None
        and timex.kind not in ("duration", "set", "ref")
        and record.timex_mod not in ("BEFORE", "AFTER")
    ):
        record.date_start, record.date_end = days.start.isoformat(), days.end.isoformat()
    record.granularity = answer.granularity or _partial_granularity(timex)
    record.resolution = _resolution(record, timex, answer)
    if answer.ambiguous:
        record.confidence = min(record.confidence, 0.6)


def _partial_granularity(timex: Timex) -> str | None:
    if timex.clock or timex.part_of_day:
        return "time" if timex.clock else "part_of_day"
    if timex.kind == "deictic" or timex.day or timex.weekday or timex.holiday:
        return "day"
    if timex.season:
        return "season"
    if timex.quarter:
        return "quarter"
    if timex.month:
        return "part_of_month" if timex.edge else "month"
    return {"D": "day", "W": "week", "M": "month", "Q": "quarter", "WE": "day", "DE": "decade", "CE": "century"}.get(
        timex.unit or "Y", "year"
    )


def _resolution(record: DateRecord, timex: Timex, answer: Answer) -> str:
    if timex.kind in ("duration", "set", "ref") or answer.value.endswith("_REF"):
        return "none"
    if answer.days is None:
        return "unresolved"
    if answer.ambiguous:
        return "ambiguous"
    if timex.edge or timex.mod in ("APPROX", "BEFORE", "AFTER", "START", "MID", "END") or timex.season or timex.fiscal:
        return "approximate"
    if timex.kind == "offset" and timex.unit not in ("D", "H", "MI", "S"):
        return "approximate"
    return "exact"
