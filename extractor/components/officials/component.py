"""`extractor_officials`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component


class Officials(Component):
    table = "officials"

    def annotate(self, doc: Doc) -> None:
        return None


@Language.factory("extractor_officials", default_config={"lexicon_dir": None})
def make_officials(nlp: Language, name: str, lexicon_dir: str | None) -> Officials:
    return Officials(name, lexicon_dir)
