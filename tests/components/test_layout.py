"""Sentence starts that the layout sets or forbids before the model's own components run."""

import pytest
import spacy

import extractor.components.layout  # noqa: F401
from extractor.components.extraction import extraction_of


def starts(text: str, paragraphs: list[int] | None = None) -> list[bool | None]:
    nlp = spacy.blank("en")
    nlp.add_pipe("extractor_layout")
    doc = nlp.make_doc(text)
    extraction_of(doc).paragraphs = paragraphs
    return [t.is_sent_start for t in nlp(doc)]


def test_no_start_after_a_word_without_a_stop() -> None:
    got = starts("Pope John left. He slept.")
    assert got == [True, False, False, False, None, False, False]


def test_a_paragraph_starts_after_a_word() -> None:
    assert starts("Big news Pope John left.", [9])[2] is True


@pytest.mark.parametrize("text", ["no stop here " * 40, ""])
def test_text_without_punctuation_is_left_to_the_model(text: str) -> None:
    assert not any(mark is False for mark in starts(text)[1:])
