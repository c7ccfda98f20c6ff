"""Records → rows: ids, raw text, sentences, links, mentions; rows that fail a check are dropped and named."""

from __future__ import annotations

import math
from typing import Any

import pytest

from extractor.cleaning import clean
from extractor.components.extraction import Extraction
from extractor.components.records import (
    CountRecord,
    DateRecord,
    Doubt,
    Mention,
    OfficialRecord,
    SanctionRecord,
    TitleRecord,
)
from extractor.lexicon import load_lexicon
from extractor.reading import Article
from extractor.schema import TABLES
from extractor.tables import checks
from extractor.tables.checks import check_references, check_row
from extractor.tables.rows import RowMaker, Rows

RAW = "Finland’s  foreign minister Anna Virtanen said 17 ships left on May 20. Virtanen spoke in Turku.\n\nReuter"


def make(raw: str = RAW, article_id: str = "a", **records: list[Any]) -> Rows:
    view = clean(raw, load_lexicon())
    sentences = []
    start = 0
    for part in view.text.split(". "):
        sentences.append((start, start + len(part)))
        start += len(part) + 2
    extraction = Extraction(**records)
    return RowMaker(Article(article_id, "-", raw), view, sentences).make(extraction)


def span(text: str, nth: int = 0, raw: str = RAW) -> tuple[int, int]:
    """View offsets of the nth occurrence of a text."""
    view = clean(raw, load_lexicon()).text
    at = -1
    for _ in range(nth + 1):
        at = view.index(text, at + 1)
    return at, at + len(text)


def official() -> OfficialRecord:
    a, b = span("Anna Virtanen")
    return OfficialRecord(
        a, b, "t", name="Anna Virtanen", country="FIN", mentions=[Mention(*span("Virtanen", 1), "partial_name")]
    )


def test_rows_hold_raw_text_and_raw_sentence() -> None:
    person = official()
    title = TitleRecord(
        *span("Finland's foreign minister"), "t", head="foreign minister", role="minister", official=person
    )
    rows = make(officials=[person], titles=[title])
    (row,) = rows["titles"]
    assert row["text"] == "Finland’s  foreign minister" == RAW[row["start"] : row["end"]]
    assert row["sentence"] == "Finland’s  foreign minister Anna Virtanen said 17 ships left on May 20"
    assert row["official_id"] == rows["officials"][0]["official_id"]
    assert list(row) == list(TABLES["titles"].names)
    assert rows["officials"][0]["n_mentions"] == 2


def test_every_span_is_a_mention() -> None:
    rows = make(officials=[official()])
    assert [(m["text"], m["mention_kind"], m["start"]) for m in rows["mentions"]] == [
        ("Anna Virtanen", "name", RAW.index("Anna")),
        ("Virtanen", "partial_name", RAW.index("Virtanen", 45)),
    ]
    assert {m["row_id"] for m in rows["mentions"]} == {rows["officials"][0]["official_id"]}


def test_ids_do_not_depend_on_order_and_tell_twins_apart() -> None:
    def counts() -> list[CountRecord]:
        a, b = span("17 ships")
        return [
            CountRecord(a, b, "t", value=17.0),
            CountRecord(a, b, "t", value=18.0),
            CountRecord(*span("20"), "t", value=20.0),
        ]

    first = [r["count_id"] for r in make(counts=counts())["counts"]]
    assert len(set(first)) == 3
    assert {r["count_id"] for r in make(counts=counts()[::-1])["counts"]} == set(first)
    assert set(first).isdisjoint(r["count_id"] for r in make(article_id="b", counts=counts())["counts"])


def test_ranges_and_anchors() -> None:
    both = object()
    may, twenty = (
        DateRecord(*span("May"), "t", timex_value="X", range=both),
        DateRecord(*span("20"), "t", timex_value="X", range=both),
    )
    twenty.anchor_record = may
    rows = make(dates=[may, twenty])["dates"]
    assert rows[0]["range_id"] == rows[1]["range_id"] != None  # noqa: E711
    assert rows[1]["anchor"] == rows[0]["date_id"]


def test_a_link_to_a_dropped_row_is_empty() -> None:
    whole = CountRecord(*span("17 ships"), "t", kind="no such kind")
    part = CountRecord(*span("20"), "t", relation="subset_of", related=whole)
    rows = make(counts=[whole, part])
    assert [(r["text"], r["related_count_id"], r["relation"]) for r in rows["counts"]] == [("20", None, None)]


def test_doubts_become_warnings() -> None:
    rows = make(doubts=[Doubt("odd", "two\nlines")])
    assert [(i["severity"], i["code"], i["message"]) for i in rows["issues"]] == [("warning", "odd", "two lines")]


BAD = {
    "vocabulary": lambda a, b: {"titles": [TitleRecord(a, b, "t", head="x", role="boss")]},
    "required": lambda a, b: {"titles": [TitleRecord(a, b, "t", head="x", role="")]},
    "no rule": lambda a, b: {"titles": [TitleRecord(a, b, "", head="x", role="minister")]},
    "country": lambda a, b: {"officials": [OfficialRecord(a, b, "t", name="x", country="Finland")]},
    "day": lambda a, b: {"dates": [DateRecord(a, b, "t", timex_value="x", date_start="2015-02-30")]},
    "order": lambda a, b: {
        "dates": [DateRecord(a, b, "t", timex_value="x", date_start="2015-02-02", date_end="2015-02-01")]
    },
    "bounds": lambda a, b: {"counts": [CountRecord(a, b, "t", low=2.0, high=1.0)]},
    "not a number": lambda a, b: {"counts": [CountRecord(a, b, "t", value=float("nan"))]},
    "confidence": lambda a, b: {"counts": [CountRecord(a, b, "t", 1.5)]},
    "outside": lambda a, b: {"counts": [CountRecord(a, 10_000, "t")]},
    "empty span": lambda a, b: {"counts": [CountRecord(a, a, "t")]},
    "space at the end": lambda a, b: {"counts": [CountRecord(a, b + 1, "t")]},
    "measure": lambda a, b: {"sanctions": [SanctionRecord(a, b, "t", measures=("tariff", "nonsense"))]},
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_row_is_dropped_and_named(case: str) -> None:
    rows = make(**BAD[case](*span("17 ships")))
    assert not any(rows[t] for t in ("titles", "officials", "dates", "counts", "sanctions", "mentions"))
    assert [(i["severity"], i["code"]) for i in rows["issues"]] == [("error", "bad-row")]


def test_several_values_are_sorted_and_joined() -> None:
    rows = make(
        sanctions=[
            SanctionRecord(*span("17 ships"), "t", measures=("travel_ban", "asset_freeze"), sender_country="USA;EUE")
        ]
    )
    assert (rows["sanctions"][0]["measures"], rows["sanctions"][0]["sender_country"]) == (
        "asset_freeze;travel_ban",
        "EUE;USA",
    )


def test_a_wrong_text_and_an_unknown_column_are_found() -> None:
    (row,) = make(counts=[CountRecord(*span("17 ships"), "t")])["counts"]
    assert check_row(TABLES["counts"], row, RAW) is None
    assert "not that of the span" in (check_row(TABLES["counts"], row | {"text": "18 ships"}, RAW) or "")
    assert "unknown column" in (check_row(TABLES["counts"], row | {"extra": 1}, RAW) or "")


def test_references_to_rows_that_are_not_there_are_found() -> None:
    title = TitleRecord(*span("foreign minister"), "t", head="x", role="minister")
    rows = make(titles=[title])
    rows["articles"] = [{"article_id": "a"}]
    assert check_references(rows, dict(TABLES)) == []
    rows["titles"][0]["official_id"] = "of-0"
    assert check_references(rows, dict(TABLES)) == ["titles.official_id of-0 is not in officials.official_id"]


def test_the_quick_look_passes_nothing_that_the_full_check_refuses() -> None:
    """Every cell of every table, with values of all sorts: sound cells and the others, told by one look or not."""
    odd = [
        "", " ", "x", "other", "NOR", "nor", "NOR\n", "NOR;SWE", "SWE;NOR", "NOR;NOR", "2015-03-07", "2015-3-7", "[1]",
        0, 1, -1, 2**62, 2**63, True, False, 0.5, 1.5, -0.1, math.nan, math.inf, [], ["NOR"], {}, b"x",
    ]  # fmt: skip
    n_sound = n_bad = 0
    for table in TABLES.values():
        for column, sound in checks._plan(table)[0]:
            for value in (*odd, *(column.values or ())):
                bad = checks._check_cell(column, value)
                n_bad += bad is not None
                if sound is not None and sound(value):
                    n_sound += 1
                    assert bad is None, f"{table.name}.{column.name} {value!r}: {bad}"
    assert n_sound > 500 and n_bad > 500


def test_columns_in_another_order_are_checked_too() -> None:
    (row,) = make(counts=[CountRecord(*span("17 ships"), "t", quantity_type="count", value=17, low=17, high=17)])[
        "counts"
    ]
    turned = dict(reversed(row.items()))
    assert check_row(TABLES["counts"], turned, RAW) is None
    assert "is after" in (check_row(TABLES["counts"], turned | {"low": 18}, RAW) or "")
    assert "required" in (check_row(TABLES["counts"], row | {"article_id": None}, RAW) or "")
    turned.pop("unit")
    assert check_row(TABLES["counts"], turned, RAW) == "column unit is missing"
