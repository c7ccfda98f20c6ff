"""`extractor_sanctions`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component


class Sanctions(Component):
    table = "sanctions"

    def annotate(self, doc: Doc) -> None:
        return None


@Language.factory("extractor_sanctions", default_config={"lexicon_dir": None})
def make_sanctions(nlp: Language, name: str, lexicon_dir: str | None) -> Sanctions:
    return Sanctions(name, lexicon_dir)
