"""From reporting clauses to statement records: borders between them, pronouns, dates, and quotations that go on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from extractor.components.extraction import Extraction
from extractor.components.records import DateRecord, StatementRecord
from extractor.components.statements.quotes import Quote, QuoteIndex
from extractor.components.statements.speakers import PRONOUNS, SINGULAR_PRONOUNS, Speaker
from extractor.components.statements.subjects import Report
from extractor.components.statements.vocabulary import SpeechWords
from extractor.language.phrases import window
from extractor.language.tokens import TokenTable

_EDGES = frozenset({",", ";", ":", '"', "“", "”", "``", "`", "''", "--", "-", "–", "—", "(", ")", "'", " ", "\n"})
_CONJUNCTIONS = frozenset({"and", "but"})
_MIN_CONTINUED_WORDS = 4
# How many neighbours are looked at: reports in one sentence, statements around a quotation.
_MAX_CUTS = 12
_NEIGHBOURS = 12


def trim(tokens: TokenTable, first: int, end: int) -> tuple[int, int]:
    """The stretch without punctuation, quotation marks at its edges and a conjunction at its end; "?" and "!" stay."""
    while first < end and (tokens.lower[first] in _EDGES or tokens.pos[first] == "SPACE"):
        first += 1
    while end > first and (
        tokens.lower[end - 1] in _EDGES
        or tokens.lower[end - 1] in _CONJUNCTIONS
        or tokens.text[end - 1] == "."
        or tokens.pos[end - 1] == "SPACE"
    ):
        end -= 1
    return first, end


def _with_marks(quotes: QuoteIndex, first: int, end: int) -> tuple[int, int]:
    """Keep the mark that closes or opens a quotation whose other mark lies inside the stretch."""
    for k in range(end, end + 3):
        quote = quotes.by_closing.get(k)
        if quote is not None and first <= quote.opening < end:
            end = k + 1
            break
    quote = quotes.by_opening.get(first - 1)
    if quote is not None and quote.closing < end:
        first -= 1
    return first, end


def attribute(
    tokens: TokenTable, facts: Extraction, quotes: QuoteIndex, reports: list[Report], words: SpeechWords
) -> list[StatementRecord]:
    """Statement records in text order."""
    _cut(tokens, reports)
    dates = sorted(facts.dates, key=lambda d: d.start)
    items: list[tuple[int, StatementRecord, Speaker]] = []
    previous: Speaker | None = None
    previous_at = -1
    by_content: dict[int, Report] = {}
    plurals = words.cues.of("plural_noun")
    for report in reports:
        if not report.contents or not _plausible(tokens, report):
            continue
        speaker = report.speaker
        if speaker.pronoun:
            _resolve(tokens, quotes, speaker, previous, previous_at, plurals)
        for first, end, quote in report.contents:
            first, end = trim(tokens, first, end)
            if first >= end:
                continue
            first, end = _with_marks(quotes, first, end) if quote is None else (first, end)
            end = min(end, tokens.n)  # a quotation that nothing closes ends behind the last token
            record = _record(tokens, report, speaker, first, end, quote is not None, dates)
            items.append((first, record, speaker))
            if quote is not None:
                quote.used = True
                by_content[quote.opening] = report
        if not (report.entry.lemma == "according to" and speaker.kind in (None, "media")):
            previous, previous_at = speaker, report.verb
    items.extend(_continued(tokens, quotes, items, by_content))
    return _unique(tokens, [record for _, record, _ in sorted(items, key=lambda item: (item[1].start, item[1].end))])


def _cut(tokens: TokenTable, reports: list[Report]) -> None:
    """End a reported stretch where a further reporting clause of the same sentence begins that does not belong to
    it.
    """
    for index, report in enumerate(reports):
        for number, (first, end, quote) in enumerate(report.contents):
            if quote is not None or first < report.verb:
                continue
            for other in reports[index + 1 : index + 1 + _MAX_CUTS]:
                if other.left >= end:
                    break
                if other.verb <= first or not other.contents:
                    continue
                trailing = (
                    all(c_end <= other.left for _, c_end, _ in other.contents) and other.contents[0][0] <= report.left
                )
                coordinated = other.shared and other.speaker.head == report.speaker.head
                if trailing or coordinated:
                    report.contents[number] = (first, min(end, max(first, other.left)), None)
                    break


def _plausible(tokens: TokenTable, report: Report) -> bool:
    """Whether the speaker may be one at all."""
    speaker = report.speaker
    if speaker.pronoun:
        return tokens.lower[speaker.head] in PRONOUNS
    if speaker.kind == "none":
        return False
    if speaker.kind is None:
        return (
            report.entry.lemma in ("say", "tell")
            and tokens.tag[speaker.head] in ("NN", "NNS", "NNP", "NNPS")
            and not report.shared
        )
    return True


def _resolve(
    tokens: TokenTable,
    quotes: QuoteIndex,
    speaker: Speaker,
    previous: Speaker | None,
    previous_at: int,
    plurals: frozenset[str],
) -> None:
    """A pronoun takes over the last speaker, unless another person has been named since or the last speaker is too
    far back. plurals: nouns that are plural without an ending ("police").
    """
    if previous is None:
        return
    word = tokens.lower[speaker.head]
    near = quotes.paragraph(speaker.head) - quotes.paragraph(previous_at) <= 1
    person = (
        previous.kind == "named"
        or previous.kind in ("unnamed_official", "unnamed_source")
        and not _plural(tokens, previous, plurals)
    )
    if word in SINGULAR_PRONOUNS:
        if not (near and person):
            return
        own = (previous.first, previous.end)
        others = [
            e
            for e in tokens.ents[
                bisect_left(tokens.ents, (previous.first, 0, "")) : bisect_left(tokens.ents, (speaker.head, 0, ""))
            ]
            if e[2] == "PERSON" and previous.first < e[0] < speaker.head and not own[0] <= e[0] < own[1]
        ]
        family = (previous.name or "").split()
        if any(tokens.text[e[1] - 1] not in family for e in others):
            return
    elif word == "it":
        if not near or person or previous.kind in (None, "unnamed_source", "unnamed_official"):
            return
    elif not near or not _plural(tokens, previous, plurals):
        return
    speaker.kind, speaker.official = previous.kind, previous.official
    speaker.name, speaker.country = previous.name, previous.country


def _plural(tokens: TokenTable, speaker: Speaker, plurals: frozenset[str]) -> bool:
    word = tokens.lower[speaker.head]
    return tokens.tag[speaker.head] in ("NNS", "NNPS") or word == "they" or word in plurals


def _record(
    tokens: TokenTable, report: Report, speaker: Speaker, first: int, end: int, is_quote: bool, dates: list[DateRecord]
) -> StatementRecord:
    start, stop = tokens.span(first, end)
    date = _date(tokens, report, dates)
    return StatementRecord(
        start, stop, rule=report.rule, confidence=round(report.confidence, 2),
        speaker=" ".join(_surface(tokens, speaker).split()), official=speaker.official,
        speaker_kind=speaker.kind, speaker_name=speaker.name, speaker_country=speaker.country,
        verb=report.entry.lemma, act=report.entry.act, is_quote=is_quote,
        date_start=date.date_start if date else None, date_end=date.date_end if date else None,
    )  # fmt: skip


def _surface(tokens: TokenTable, speaker: Speaker) -> str:
    return "".join(tokens.text[i] + (" " if tokens.space[i] else "") for i in range(speaker.first, speaker.end)).strip()


def _date(tokens: TokenTable, report: Report, dates: list[DateRecord]) -> DateRecord | None:
    """The day of the saying: a date in the reporting clause itself, before it in its sentence's opening, or marked
    as attribution.
    """
    if not dates:
        return None
    first = report.left
    last = max(report.after, report.tail[1] if report.tail else report.after)
    low, high = tokens.start[first], tokens.end[max(first, last - 1)]
    sentence = window(tokens, report.verb)
    s_low, s_high = tokens.start[sentence[0]], tokens.end[sentence[1] - 1]
    spans = [(tokens.start[a], tokens.end[b - 1]) for a, b, _ in report.contents if b > a]
    best: DateRecord | None = None
    for date in dates[bisect_left(dates, s_low, key=lambda d: d.start) :]:
        if date.start > s_high:
            break
        if date.start < s_low or date.date_start is None or date.timex_type not in ("DATE", "TIME"):
            continue
        if low <= date.start and date.end <= high:
            return date
        held = any(a <= date.start < b for a, b in spans)
        opening = date.start < low and date.start < s_low + 25 and all(date.end <= a for a, _ in spans)
        if (
            not held
            and best is None
            and (date.function == "attribution" or opening and date.function not in ("background", "since", "duration"))
        ):
            best = date
    return best


def _continued(
    tokens: TokenTable,
    quotes: QuoteIndex,
    items: list[tuple[int, StatementRecord, Speaker]],
    by_content: dict[int, Report],
) -> list[tuple[int, StatementRecord, Speaker]]:
    """Quotations that fill their sentence and follow a quotation of a known speaker: they are that speaker's as
    well.
    """
    out: list[tuple[int, StatementRecord, Speaker]] = []
    ordered = sorted(items, key=lambda item: item[0])
    firsts = [item[0] for item in ordered]
    for quote in quotes.quotes:
        if (
            quote.used
            or quote.closing - quote.opening - 1 < _MIN_CONTINUED_WORDS
            or not _stands_alone(tokens, quotes, quote)
        ):
            continue
        at = bisect_right(firsts, quote.opening + 1)
        before = ordered[max(0, at - _NEIGHBOURS) : at]
        if any(quote.opening + 1 < _end_token(tokens, record) for _, record, _ in before):
            continue
        source = None
        for first, record, speaker in sorted([*before, *out[-1:]], key=lambda item: item[0]):
            if quotes.paragraph(quote.opening) - quotes.paragraph(first) <= 1 and (
                record.is_quote or quotes.paragraph(first) == quotes.paragraph(quote.opening)
            ):
                source = (record, speaker)
        if source is None:
            continue
        record, speaker = source
        first, end = trim(tokens, quote.opening + 1, quote.closing)
        if first >= end:
            continue
        start, stop = tokens.span(first, end)
        further = StatementRecord(
            start, stop, rule="quote-continued", confidence=0.7, speaker=record.speaker, official=record.official,
            speaker_kind=record.speaker_kind, speaker_name=record.speaker_name,
            speaker_country=record.speaker_country, verb=record.verb, act="say", is_quote=True,
            date_start=record.date_start, date_end=record.date_end,
        )  # fmt: skip
        out.append((first, further, speaker))
        quote.used = True
    return out


def _end_token(tokens: TokenTable, record: StatementRecord) -> int:
    return bisect_left(tokens.start, record.end)


def _stands_alone(tokens: TokenTable, quotes: QuoteIndex, quote: Quote) -> bool:
    """Whether the quotation begins a sentence and nothing but the next sentence follows it."""
    before = quote.first - 1
    opens = (
        before < 0
        or quote.first in quotes.paragraph_first
        or tokens.text[before] in (".", "!", "?", '"', "”", "''")
        or before in quotes.by_closing
    )
    last = tokens.text[quote.closing - 1] if quote.closing <= tokens.n else ""
    return opens and (quote.open_ended or last in (".", "!", "?") or last.endswith("."))


def _unique(tokens: TokenTable, records: list[StatementRecord]) -> list[StatementRecord]:
    seen: dict[tuple[int, int], StatementRecord] = {}
    for record in records:
        key = (record.start, record.end)
        if key not in seen or record.confidence > seen[key].confidence:
            seen[key] = record
    return list(seen.values())
