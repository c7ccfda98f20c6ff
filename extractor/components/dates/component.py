"""`extractor_dates`: the dates table as a spaCy component."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component
from extractor.components.dates.annotate import find_dates
from extractor.components.dates.words import compile_words
from extractor.components.extraction import extraction_of, places_of, tokens_of


class Dates(Component):
    """Finds time expressions and resolves them against the publication day, the dateline or the text itself."""

    table = "dates"
    label_of = "timex_type"

    def annotate(self, doc: Doc) -> None:
        facts = extraction_of(doc)
        words = self.lexicon.compiled(compile_words)
        facts.dates = find_dates(tokens_of(doc), facts, words, lambda: places_of(doc, self.lexicon))


@Language.factory("extractor_dates", default_config={"lexicon_dir": None})
def make_dates(nlp: Language, name: str, lexicon_dir: str | None) -> Dates:
    return Dates(name, lexicon_dir)
