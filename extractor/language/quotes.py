"""Sentence starts at quotation marks: the blanks around a straight mark tell whether it opens or closes.

A tagger of sentence starts sees words, not blanks, so in 'he said. "They left." Nobody' it cannot know to which side a
mark belongs. This component goes between `senter` and `parser` and moves or adds starts at such marks only.
"""

from __future__ import annotations

import numpy
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc

MARKS = ('"', "\u201c", "\u201d", "''", "``")
FACTORY = "extractor_quote_starts"


@Language.factory(FACTORY, assigns=["token.is_sent_start"])
def make_quote_starts(nlp: Language, name: str) -> QuoteStarts:
    """The factory; no settings."""
    return QuoteStarts(name)


class QuoteStarts:
    """Sets is_sent_start at quotation marks and at the word after them; keeps no state, changes no other token.

    A mark without a blank before it closes: it never starts a sentence, the word after it may. After '."' a word with
    a capital starts one. A mark with a blank before it and none after opens: after a full stop it starts a sentence.
    """

    def __init__(self, name: str = FACTORY) -> None:
        self.name = name

    def __call__(self, doc: Doc) -> Doc:
        if len(doc) < 3:
            return doc
        marks = numpy.isin(doc.to_array([ORTH]), [doc.vocab.strings[m] for m in MARKS])
        for i in numpy.flatnonzero(marks[1:]).tolist():
            self._mend(doc, i + 1)
        return doc

    @staticmethod
    def _mend(doc: Doc, i: int) -> None:
        mark, before = doc[i], doc[i - 1]
        after = doc[i + 1] if i + 1 < len(doc) else None
        if not before.whitespace_ and not before.is_space:
            if mark.is_sent_start:
                mark.is_sent_start = False
                if after is not None and mark.whitespace_:
                    after.is_sent_start = True
            elif after is not None and mark.whitespace_ and before.text == "." and after.text[0].isupper():
                after.is_sent_start = True
        elif (
            after is not None
            and not mark.whitespace_
            and (after.is_sent_start or (before.text == "." and after.text[0].isupper()))
        ):
            mark.is_sent_start = True
            after.is_sent_start = False

    def to_bytes(self, **kwargs: object) -> bytes:
        return b""

    def from_bytes(self, data: bytes, **kwargs: object) -> QuoteStarts:
        return self

    def to_disk(self, path: object, **kwargs: object) -> None:
        return None

    def from_disk(self, path: object, **kwargs: object) -> QuoteStarts:
        return self
