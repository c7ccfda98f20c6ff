"""Properties that hold for every row on any day of writing: over all cases and over expressions built by hand."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from extractor.components.dates import intervals as iv
from extractor.components.dates.annotate import find_dates
from extractor.components.dates.partial import YEARS, from_partial_day, from_partial_reference
from extractor.components.dates.resolve import resolve
from extractor.components.dates.timex import Timex
from extractor.components.dates.values import Answer, Memory, answer_of
from extractor.components.dates.words import compile_words
from extractor.components.extraction import Extraction
from extractor.evaluating.timex_cases import read_cases
from extractor.language.tokens import TokenTable
from extractor.lexicon import load_lexicon

CASES = read_cases(Path(__file__).parent / "cases.jsonl")
DAYS = [None, "2000-01-01", "2015-03-07", "2019-12-31", "2024-02-29"]
WINDOWED = [
    "The talks would be the first since October 2014. He said Saturday that the sanctions expire in mid-April. Some "
    "were lifted last July. Aid grew last year and will grow this summer. He had left three years ago, in June.",
    "The pact was signed in March 2014. It will end in November 2014. It was drafted last year, changed in January "
    "and read again last winter. The vote is set for Christmas. Exports fell in the first half of last year.",
    "He was elected on May 3, 2019. He will speak on May 20, 2019. He quit early this month and returned Monday.",
]


@pytest.fixture(scope="module")
def parsed(dates_nlp):
    return [
        (case.text, TokenTable(doc)) for case, doc in zip(CASES, dates_nlp.pipe(c.text for c in CASES), strict=True)
    ]


@pytest.fixture(scope="module")
def words():
    return load_lexicon().compiled(compile_words)


def check_row(text: str, row) -> None:
    assert text[row.start : row.end].strip() == text[row.start : row.end] != ""
    assert (row.date_start is None) == (row.date_end is None)
    assert 0 < row.confidence <= 1
    dated = row.timex_type in ("DATE", "TIME") and not row.timex_value.endswith("_REF")
    if not dated:
        assert row.date_start is None and row.resolution == "none"
        return
    if row.date_start is None:
        assert row.resolution == "unresolved" or row.timex_mod in ("BEFORE", "AFTER")
        return
    assert row.resolution in ("exact", "approximate", "ambiguous")
    assert "X" not in row.timex_value
    assert date.fromisoformat(row.date_start) <= date.fromisoformat(row.date_end)
    whole = iv.interval_of(row.timex_value)[0]
    if whole is not None:
        assert whole.start.isoformat() <= row.date_start and row.date_end <= whole.end.isoformat()
    else:
        first, last = re.fullmatch(r"(\d{4})/(\d{4})", row.timex_value).groups()
        assert (row.date_start, row.date_end) == (f"{first}-01-01", f"{last}-12-31")


@pytest.mark.parametrize("day", DAYS)
def test_rows_are_sound_on_any_day(parsed, words, day):
    for text, tokens in parsed:
        rows = find_dates(tokens, Extraction(published=day), words)
        for row in rows:
            check_row(text, row)
        for left, right in zip(rows, rows[1:], strict=False):
            assert left.end <= right.start
            if left.range is not None and left.range is right.range and left.date_start and right.date_end:
                assert left.date_start <= right.date_end, text


@pytest.mark.parametrize("text", WINDOWED)
def test_a_window_never_contradicts_any_day_in_it(dates_nlp, words, text):
    """What an undated article settles is what it would say on every day on which it can have been written."""
    tokens = TokenTable(dates_nlp(text))
    facts = Extraction()
    undated = find_dates(tokens, facts, words)
    first, last = date.fromisoformat(facts.published_earliest), date.fromisoformat(facts.published_latest)
    assert any(row.anchor == "window" and row.date_start for row in undated)
    for offset in range((last - first).days + 1):
        day = (first + timedelta(days=offset)).isoformat()
        for guess, exact in zip(undated, find_dates(tokens, Extraction(published=day), words), strict=True):
            if guess.date_start is not None:
                assert guess.timex_value == exact.timex_value, (day, text[guess.start : guess.end])
                assert guess.date_start <= exact.date_start and exact.date_end <= guess.date_end


RELATIVE = [
    Timex(0, 1, "offset", "offset-later", unit="D", number=2.0, direction="later"),
    Timex(0, 1, "offset", "offset-earlier", unit="M", number=3.0, direction="earlier"),
    Timex(0, 1, "unit", "following-unit", unit="D", direction="following"),
    Timex(0, 1, "unit", "previous-unit", unit="M", direction="previous"),
    Timex(0, 1, "unit", "same-unit", unit="M", direction="same"),
    Timex(0, 1, "unit", "following-unit", unit="W", direction="following"),
    Timex(0, 1, "unit", "last-unit", unit="M", direction="last"),
    Timex(0, 1, "deictic", "deictic", number=-1.0),
    Timex(0, 1, "calendar", "weekday", weekday=2),
]


@pytest.mark.parametrize("timex", RELATIVE, ids=lambda t: f"{t.rule}-{t.unit}")
def test_what_a_date_without_a_year_settles_holds_in_every_year(timex):
    for month, number in ((1, 1), (2, 28), (3, 1), (5, 14), (12, 31)):
        told = Memory(answer=Answer(f"XXXX-{month:02d}-{number:02d}"))
        by_reference = from_partial_reference(timex, "past", told)
        by_day = from_partial_day(timex, "past", Memory(), month, number)
        for year in (*YEARS, 1996, 2033):
            day = date(year, month, number)
            base = Memory(answer=answer_of(day.isoformat()))
            if by_reference is not None:
                assert resolve(timex, None, "past", base).value[4:] == by_reference.value[4:]
            if by_day is not None:
                assert resolve(timex, day, "past", Memory()).value[4:] == by_day.value[4:]


def test_years_cover_every_kind_of_calendar():
    assert len(YEARS) == 14
    assert {(iv.month_days(y, 2), date(y, 1, 1).weekday()) for y in YEARS} == {
        (d, w) for d in (28, 29) for w in range(7)
    }


@pytest.mark.parametrize("value", ["2024-02", "2023", "2024-Q1", "2024-SU", "199", "19", "2024-W20", "2024-05-15"])
def test_halves_make_the_whole(value):
    whole = iv.interval_of(value)[0]
    first, second = iv.half_of(value, False), iv.half_of(value, True)
    assert (first.start, second.end) == (whole.start, whole.end)
    if whole.start < whole.end:
        assert second.start - first.end == timedelta(days=1)


def test_orthodox_easter_sundays():
    # Published tables of the Orthodox churches.
    assert [iv.orthodox_easter(y).isoformat() for y in (2000, 2015, 2019, 2022, 2024)] == [
        "2000-04-30", "2015-04-12", "2019-04-28", "2022-04-24", "2024-05-05",
    ]  # fmt: skip
