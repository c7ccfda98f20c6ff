"""Anchoring: publication day, dateline, window; and what the component leaves in the Extraction."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from extractor.components.dates.resolve import resolve
from extractor.components.dates.timex import Timex
from extractor.components.dates.values import Memory
from extractor.components.dates.window import Window, agree
from extractor.components.extraction import extraction_of

KINDS = [
    Timex(0, 1, "calendar", "month", month=7, direction="last"),
    Timex(0, 1, "calendar", "month", month=4),
    Timex(0, 1, "calendar", "month-day", month=4, day=30),
    Timex(0, 1, "calendar", "weekday", weekday=6),
    Timex(0, 1, "calendar", "season", season="SU"),
    Timex(0, 1, "calendar", "quarter", quarter=2),
    Timex(0, 1, "unit", "last-unit", unit="Y", direction="last"),
    Timex(0, 1, "unit", "this-unit", unit="M", direction="this", edge="earlier"),
    Timex(0, 1, "unit", "the-unit", unit="WE", direction="the"),
    Timex(0, 1, "offset", "offset-ago", unit="Y", number=3.0, direction="ago"),
    Timex(0, 1, "deictic", "deictic", number=-1.0),
]


@pytest.mark.parametrize("tense", ["past", "future", "scheduled", "present", None])
@pytest.mark.parametrize("timex", KINDS, ids=lambda t: f"{t.rule}-{t.direction}")
@pytest.mark.parametrize("span", [0, 3, 40, 170])
def test_window_never_contradicts_a_day_inside_it(timex, tense, span):
    for offset in range(0, 365, 13):
        earliest = date(2014, 6, 1) + timedelta(days=offset)
        window = Window(earliest, earliest + timedelta(days=span))
        agreed = agree(timex, tense, Memory(), window)
        for day in (earliest, earliest + timedelta(days=span // 2), earliest + timedelta(days=span)):
            exact = resolve(timex, day, tense, Memory())
            if agreed.days is not None:
                assert exact.value == agreed.value
                assert agreed.days.start <= exact.days.start and exact.days.end <= agreed.days.end
            else:
                assert agreed.value.startswith("X")


def read(nlp, text, published=None, **facts):
    doc = nlp.make_doc(text)
    extraction = extraction_of(doc)
    extraction.published = published
    for name, value in facts.items():
        setattr(extraction, name, value)
    nlp(doc)
    return extraction, {text[r.start : r.end]: r for r in extraction.dates}


def test_window_is_derived_from_the_text(dates_nlp):
    """Undated: the first talks since October 2014, sanctions that expire in mid-April; so "last July" is July 2014."""
    text = (
        "The talks would be the first between the two countries since October 2014. Officials said Saturday that "
        "Japan is considering whether to extend the sanctions beyond their scheduled expiration in mid-April. "
        "Japan lifted some of them last July."
    )
    extraction, dates = read(dates_nlp, text)
    assert (extraction.published_earliest, extraction.published_latest) == ("2014-11-01", "2015-04-20")
    assert dates["last July"].timex_value == "2014-07" and dates["last July"].anchor == "window"
    assert dates["mid-April"].date_end == "2015-04-20"
    assert dates["Saturday"].timex_value == "XXXX-WXX-6" and dates["Saturday"].resolution == "unresolved"


def test_background_years_close_no_window(dates_nlp):
    text = "Five abductees were repatriated in October 2002. The delegations will meet again in mid-March."
    extraction, dates = read(dates_nlp, text)
    assert extraction.published_earliest == "2002-10-01" and extraction.published_latest is None
    assert dates["mid-March"].timex_value == "XXXX-03" and dates["mid-March"].date_start is None


def test_dateline_beats_the_day_of_the_file(dates_nlp):
    text = "SEOUL, May 14 (Yonhap) -- The court freed him yesterday."
    assert read(dates_nlp, text, "2024-05-15")[1]["yesterday"].timex_value == "2024-05-13"
    # A dateline far from the publication day is another story's date.
    assert read(dates_nlp, text, "2024-09-30")[1]["yesterday"].timex_value == "2024-09-29"


def test_given_dateline_span_marks_the_publication_row(dates_nlp):
    text = "May 14, 2024 The court freed him yesterday."
    dates = read(dates_nlp, text, None, dateline_date=(0, 12))[1]
    assert dates["May 14, 2024"].function == "publication"
    assert dates["yesterday"].timex_value == "2024-05-13"


def test_running_reference_is_named(dates_nlp):
    dates = read(dates_nlp, "They met on May 3 and again two days later.", "2024-05-15")[1]
    assert dates["two days later"].anchor == "reference"
    assert dates["two days later"].anchor_record is dates["May 3"]
    assert dates["May 3"].anchor == "published"


def test_works_in_any_pipeline_and_on_empty_text(dates_nlp):
    assert dates_nlp("")._.extractor.dates == []
    doc = dates_nlp("He’ll return “next year”,\n\nnot in\nMay 2030.")
    assert [doc.text[r.start : r.end] for r in doc._.extractor.dates] == ["next year", "May 2030"]
    assert [span.text for span in doc.spans["extractor_dates"]] == ["next year", "May 2030"]
