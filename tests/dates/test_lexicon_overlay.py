"""A user's own named days join the shipped ones."""

from __future__ import annotations

from extractor.components.dates.annotate import find_dates
from extractor.components.dates.values import holiday_in
from extractor.components.dates.words import compile_words
from extractor.components.extraction import Extraction
from extractor.language.tokens import TokenTable
from extractor.lexicon import load_lexicon


def test_named_day_from_an_overlay(tmp_path, dates_nlp):
    (tmp_path / "timex_days.csv").write_text("surface,rule,source\nConstitution Day,05-03,own\n", encoding="utf-8")
    doc = dates_nlp("They marched on Constitution Day 2021.")
    assert [doc.text[r.start : r.end] for r in doc._.extractor.dates] == ["2021"]
    words = load_lexicon(str(tmp_path)).compiled(compile_words)
    found = find_dates(TokenTable(doc), Extraction(published="2024-05-15"), words)
    assert [(doc.text[r.start : r.end], r.timex_value) for r in found] == [("Constitution Day 2021", "2021-05-03")]


def test_every_shipped_rule_names_a_day_in_every_year():
    for row in load_lexicon().rows("timex_days"):
        for year in (1990, 2023, 2024):
            assert holiday_in(row["rule"], year) is not None, row["surface"]


def test_surfaces_are_unique_within_their_class():
    rows = load_lexicon().rows("timex_words")
    keys = [(r["surface"], r["class"]) for r in rows]
    assert len(keys) == len(set(keys))
    assert all(
        r["source"]
        for name in ("timex_words", "timex_days", "timex_context", "timex_verbs")
        for r in load_lexicon().rows(name)
    )
