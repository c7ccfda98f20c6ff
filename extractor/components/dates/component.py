"""`extractor_dates`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component


class Dates(Component):
    table = "dates"

    def annotate(self, doc: Doc) -> None:
        return None


@Language.factory("extractor_dates", default_config={"lexicon_dir": None})
def make_dates(nlp: Language, name: str, lexicon_dir: str | None) -> Dates:
    return Dates(name, lexicon_dir)
