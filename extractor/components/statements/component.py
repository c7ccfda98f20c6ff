"""`extractor_statements`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component


class Statements(Component):
    table = "statements"

    def annotate(self, doc: Doc) -> None:
        return None


@Language.factory("extractor_statements", default_config={"lexicon_dir": None})
def make_statements(nlp: Language, name: str, lexicon_dir: str | None) -> Statements:
    return Statements(name, lexicon_dir)
