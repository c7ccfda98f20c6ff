"""`extractor_organizations`: state and international bodies, parties, companies and armed groups, one record each."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component
from extractor.components.extraction import bodies_of, extraction_of, tokens_of
from extractor.components.organizations.grouping import group_bodies
from extractor.linking.bodies import body_lexicon


class Organizations(Component):
    """Groups the organization mentions of the article: same name, acronym introduced in parentheses, "the ministry"."""

    table = "organizations"
    label_of = "kind"

    def annotate(self, doc: Doc) -> None:
        extraction_of(doc).organizations = group_bodies(
            tokens_of(doc), bodies_of(doc, self.lexicon), body_lexicon(self.lexicon).head_words
        )


@Language.factory("extractor_organizations", default_config={"lexicon_dir": None})
def make_organizations(nlp: Language, name: str, lexicon_dir: str | None) -> Organizations:
    return Organizations(name, lexicon_dir)
