"""`extractor_meetings`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component


class Meetings(Component):
    table = "meetings"

    def annotate(self, doc: Doc) -> None:
        return None


@Language.factory("extractor_meetings", default_config={"lexicon_dir": None})
def make_meetings(nlp: Language, name: str, lexicon_dir: str | None) -> Meetings:
    return Meetings(name, lexicon_dir)
