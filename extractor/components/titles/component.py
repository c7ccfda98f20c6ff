"""`extractor_titles`: title mentions with their holders, roles and countries."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component
from extractor.components.extraction import bodies_of, extraction_of, names_of, places_of, tokens_of
from extractor.components.titles.builder import RecordBuilder
from extractor.components.titles.holders import HolderFinder
from extractor.components.titles.phrases import PhraseFinder
from extractor.components.titles.repeats import of_chamber, of_firm_before, of_rebels_before
from extractor.components.titles.shared_bodies import of_body_behind, of_groups, of_next_body
from extractor.components.titles.tenure import Tenure
from extractor.components.titles.vocabulary import title_lexicon
from extractor.linking.bodies import body_lexicon
from extractor.linking.cues import title_cues
from extractor.linking.names import with_repeats


class Titles(Component):
    """Finds every title phrase, who holds it where the sentence says so, its role, organization and stated country."""

    table = "titles"
    label_of = "role"

    def annotate(self, doc: Doc) -> None:
        facts = extraction_of(doc)
        tokens, places, bodies = tokens_of(doc), places_of(doc, self.lexicon), bodies_of(doc, self.lexicon)
        lex = title_lexicon(self.lexicon)
        names = names_of(doc, self.lexicon)
        body_lex = body_lexicon(self.lexicon)
        phrases = PhraseFinder(tokens, places, bodies, names, lex, body_lex).find()
        finder = HolderFinder(tokens, places, bodies, names, self.lexicon, lex)
        holdings = finder.attach(phrases)
        facts._names = with_repeats(tokens, finder.names, places, self.lexicon)
        builder = RecordBuilder(tokens, places, bodies, lex, body_lex)
        facts.titles = [record for holding in holdings for record in builder.records(holding)]
        cues = title_cues(self.lexicon)
        Tenure(tokens, lex, cues).settle(facts.titles)
        of_firm_before(tokens, facts.titles)
        of_rebels_before(tokens, facts.titles)
        of_chamber(tokens, facts.titles, cues, lex)
        of_next_body(tokens, bodies, lex, facts.titles)
        of_body_behind(tokens, bodies, lex, facts.titles)
        of_groups(tokens, lex, facts.titles)


@Language.factory("extractor_titles", default_config={"lexicon_dir": None})
def make_titles(nlp: Language, name: str, lexicon_dir: str | None) -> Titles:
    return Titles(name, lexicon_dir)
