"""`extractor_layout`: sentence starts at paragraph, headline and dateline borders, set before the parser runs."""

from __future__ import annotations

import re
from typing import Any

import numpy
from spacy.attrs import ORTH, SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component
from extractor.components.extraction import extraction_of

# The longest sentences of news prose have near 150 tokens.
_LONGEST = 300
_FINAL = frozenset(".!?")
_PROSE = 60  # a text with a full stop for so many tokens is prose: no sentence starts there without one
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


class Layout(Component):
    """Marks the first token of each paragraph as a sentence start; the parser keeps to marks it finds."""

    def annotate(self, doc: Doc) -> None:
        facts = extraction_of(doc)
        starts = facts.paragraphs
        if starts is None:
            starts = [m.end() for m in _BLANK_LINE.finditer(doc.text)]
        marks = {*starts, *(s[1] for s in (facts.dateline, facts.headline) if s)}
        _mark(doc, sorted(marks))
        _bound(doc)
        if len(doc):
            _join(doc)


def _mark(doc: Doc, wanted: list[int]) -> None:
    """Sentence starts at the first tokens at or after these offsets."""
    at = 0
    for token in doc:
        if at == len(wanted):
            break
        if token.idx >= wanted[at] and not token.is_space:
            if token.i:
                token.is_sent_start = True
            while at < len(wanted) and wanted[at] <= token.idx:
                at += 1


def _bound(doc: Doc) -> None:
    """A sentence start where so many tokens come without a full stop that no sentence can: what reads sentences takes
    time, and rows that quote them room, with the square of their length.
    """
    length = 0
    for token in doc:
        if token.is_sent_start or token.text in _FINAL:
            length = 0
        elif length >= _LONGEST:
            token.is_sent_start = True
            length = 0
        length += 1


def _join(doc: Doc) -> None:
    """No sentence start right after a word without a stop, in prose: "Pope | John Paul II", "9 a.m. EDT | Friday".

    Headlines, datelines and paragraphs have their marks by now. Texts that have lost their punctuation are left alone.
    """
    values = doc.to_array([ORTH, SENT_START])
    forms, place = numpy.unique(values[:, 0], return_inverse=True)
    texts = [doc.vocab.strings[form] for form in forms.tolist()]
    final = numpy.array([t[-1] in _FINAL for t in texts])[place]
    if final.sum() * _PROSE < len(values):
        return
    word = numpy.array([t[-1].isalnum() for t in texts])[place]
    starts = values[:, 1].astype("int64")
    starts[1:][word[:-1] & (starts[1:] == 0)] = -1
    marks: Any = starts.astype("uint64").reshape(-1, 1)
    doc.from_array([SENT_START], marks)


@Language.factory("extractor_layout", default_config={"lexicon_dir": None}, retokenizes=False)
def make_layout(nlp: Language, name: str, lexicon_dir: str | None) -> Layout:
    return Layout(name, lexicon_dir)
