"""`extractor_counts`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component


class Counts(Component):
    table = "counts"

    def annotate(self, doc: Doc) -> None:
        return None


@Language.factory("extractor_counts", default_config={"lexicon_dir": None})
def make_counts(nlp: Language, name: str, lexicon_dir: str | None) -> Counts:
    return Counts(name, lexicon_dir)
