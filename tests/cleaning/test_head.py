"""Headline, dateline and the publication day that a text states."""

from __future__ import annotations

import pytest

from extractor.cleaning import clean
from extractor.cleaning.dateline import find_dateline
from extractor.lexicon import load_lexicon

LEXICON = load_lexicon()
BODY = "The foreign ministers of the two countries met on Tuesday to discuss a treaty on fishing rights in the strait."


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("BEIJING, Feb. 27 (Kyodo) — ", "BEIJING", "Feb. 27"),
        ("NAIROBI, Kenya (AP) _ ", "NAIROBI, Kenya", None),
        ("WASHINGTON -- ", "WASHINGTON", None),
        ("WASHINGTON — ", "WASHINGTON", None),
        ("LONDON, March 22 - ", "LONDON", "March 22"),
        ("[Geneva, 12 May 2021] ", "Geneva", "12 May 2021"),
        ("La Paz, 16 Sep 88 (EL DIARIO) -- [Text] ", "La Paz", "16 Sep 88"),
        ("ROME/BRUSSELS, Jan 3 (Reuters) - ", "ROME/BRUSSELS", "Jan 3"),
        ("(Reuters) - ", None, None),
        ("Havana (CUBA), 13 Nov 89 (Moscow TASS) -- [Text] ", "Havana", "13 Nov 89"),
        ("Tokyo (Kyodo) -- ", "Tokyo", None),
        ("NEW DELHI: ", "NEW DELHI", None),
        ("RICHMOND, Va., Feb 26 - ", "RICHMOND, Va", "Feb 26"),
    ],
)
def test_datelines(line: str, place: str | None, day: str | None) -> None:
    found = find_dateline(line + BODY, LEXICON)
    assert found is not None
    assert (found.end, (found.place or "").rstrip(".") or None) == (len(line), place)
    assert (line[slice(*found.date)] if found.date else None) == day


@pytest.mark.parametrize(
    "line",
    [
        "MR. EARNEST: Good afternoon, everyone.",
        "Mr. Smith - the new chairman - said no.",
        "CORRECTION - In a story of Monday",
        "President Biden: I am glad to be here.",
        "The talks, on March 3, (as AP said) were long.",
        "A man -- 40 years old -- was hurt.",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert find_dateline(line, LEXICON) is None


def test_headline_and_dateline_in_the_view() -> None:
    view = clean(f"Ministers meet over fish\n\nOSLO, March 3 (NTB) -- {BODY}\n\n{BODY[:-1]} again.", LEXICON)
    assert view.headline is not None and view.text[slice(*view.headline)] == "Ministers meet over fish"
    assert view.dateline is not None and view.text[slice(*view.dateline)] == "OSLO, March 3 (NTB) -- "
    assert view.dateline_date is not None and view.text[slice(*view.dateline_date)] == "March 3"


@pytest.mark.parametrize(
    "line",
    [
        "Press Briefing Room\n\n1:24 P.M. EDT",
        "By Ann Smith, Staff Writer",
        "Tuesday, March 3, 2015",
        "Ned Price, Department Spokesperson",
        BODY,
    ],
)
def test_what_is_no_headline(line: str) -> None:
    assert clean(f"{line}\n\n{BODY} It went on.", LEXICON).headline is None


@pytest.mark.parametrize(
    ("raw", "day", "source"),
    [
        (f"Saturday, March 7, 2015\n\n{BODY}", "2015-03-07", "text"),
        (f"A headline for it\n\nPublished: 7 March 2015 10:42 GMT\n\n{BODY}", "2015-03-07", "text"),
        (f"Updated March 9, 2015\n\nPublished March 7, 2015\n\n{BODY}", "2015-03-07", "text"),
        (f"[Geneva, 12 May 2021] {BODY}", "2021-05-12", "dateline"),
        (f"OSLO, March 3 (NTB) -- {BODY}", None, None),
        (f"The treaty was signed on March 7, 2015\n\n{BODY}", None, None),
        (f"{BODY}\n\nMarch 7, 2015", None, None),
    ],
)
def test_the_publication_day_in_the_text(raw: str, day: str | None, source: str | None) -> None:
    view = clean(raw, LEXICON)
    assert (view.published, view.published_source) == (day, source)
