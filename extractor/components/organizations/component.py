"""`extractor_organizations`."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component


class Organizations(Component):
    table = "organizations"

    def annotate(self, doc: Doc) -> None:
        return None


@Language.factory("extractor_organizations", default_config={"lexicon_dir": None})
def make_organizations(nlp: Language, name: str, lexicon_dir: str | None) -> Organizations:
    return Organizations(name, lexicon_dir)
