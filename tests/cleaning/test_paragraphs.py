"""Paragraphs: blank lines, lines of their own, and lines that only wrap."""

from __future__ import annotations

import textwrap

from extractor.cleaning.blocks import split_blocks
from extractor.cleaning.clean import clean
from extractor.cleaning.flatten import flatten
from extractor.lexicon import load_lexicon

STORY = (
    "The foreign ministers of the two countries met in Geneva on Tuesday to discuss a treaty on fishing in the strait. "
    "Officials said that the talks had been useful, and that a further round would be held in the spring.",
    "Neither side gave details. A spokesman for the delegation declined to say whether the question of islands, which "
    "both claim, had come up at all.",
)


def paragraphs(raw: str) -> list[str]:
    return [b.text for b in split_blocks(flatten(raw))]


def test_blank_lines_part_paragraphs() -> None:
    assert paragraphs("\n \n".join(STORY)) == list(STORY)


def test_long_lines_are_paragraphs_of_their_own() -> None:
    assert paragraphs("\n".join(STORY)) == list(STORY)


def test_wrapped_lines_are_joined() -> None:
    raw = "\n\n".join(textwrap.fill(p, 48) for p in STORY)
    assert paragraphs(raw) == list(STORY)


def test_wrapped_lines_with_indented_paragraphs() -> None:
    raw = "\n".join(textwrap.fill(p, 60, initial_indent="    ") for p in STORY)
    assert paragraphs(raw) == list(STORY)


def test_lists_stay_lines() -> None:
    raw = "The talks are on:\n- fishing rights\n- the islands\n- visas for crews"
    assert paragraphs(raw) == raw.split("\n")


def test_short_lines_that_are_sentences_stay_lines() -> None:
    raw = (
        "Talks were held in Rome.\nNo deal was reached.\nThey go on in May.\nBoth sides are hopeful.\nNothing is sure."
    )
    assert paragraphs(raw) == raw.split("\n")


def test_words_cut_at_line_ends() -> None:
    raw = (
        "The foreign ministers of the two countries met in Geneva on Tues-\n"
        "day to discuss a treaty on fishing rights that the govern-\n"
        "ment had asked for, and that the opposition calls long-\n"
        "term folly, as officials said at the end of the day that had\n"
        "been full of talks."
    )
    shown = clean(raw, load_lexicon()).text
    assert "the government had" in shown
    assert "long-term folly" in shown


def test_wide_gaps_part_the_fields_of_a_line() -> None:
    raw = "PRESS RELEASE" + " " * 30 + "Mayor Opens Bridge" + " " * 12 + "\n" + STORY[0].replace(". ", ".   ")
    assert paragraphs(raw) == ["PRESS RELEASE", "Mayor Opens Bridge", STORY[0]]
