"""`extractor_titles`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component


class Titles(Component):
    table = "titles"

    def annotate(self, doc: Doc) -> None:
        return None


@Language.factory("extractor_titles", default_config={"lexicon_dir": None})
def make_titles(nlp: Language, name: str, lexicon_dir: str | None) -> Titles:
    return Titles(name, lexicon_dir)
