"""The frame of every component: configuration, lexicon, and no state of its own, so it pickles and serializes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from extractor.components import codec as _codec  # noqa: F401  registers how facts are written with a Doc
from extractor.lexicon import Lexicon, load_lexicon


class Component:
    """Base of the fact components. A subclass sets `table` and finds records in `annotate`.

    lexicon_dir: folder of CSV files laid over the shipped lexicon, or None.
    """

    table = ""
    label_of: str | None = None

    def __init__(self, name: str, lexicon_dir: str | None = None) -> None:
        self.name = name
        self.lexicon_dir = lexicon_dir
        if lexicon_dir is not None:
            load_lexicon(
                lexicon_dir
            )  # a mistake in the folder is told when the component is made, not at the first text

    @property
    def lexicon(self) -> Lexicon:
        return load_lexicon(self.lexicon_dir)

    def annotate(self, doc: Doc) -> None:
        raise NotImplementedError

    def __call__(self, doc: Doc) -> Doc:
        from extractor.components.extraction import extraction_of, set_spans

        extraction_of(doc).check()
        self.annotate(doc)
        if self.table:
            set_spans(doc, self.table, self.label_of)
        return doc

    # State is the configuration alone, which spaCy saves; there is nothing else to write.
    def to_bytes(self, **kwargs: Any) -> bytes:
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> Component:
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        return None

    def from_disk(self, path: str | Path, **kwargs: Any) -> Component:
        return self
