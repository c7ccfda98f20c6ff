"""`extractor_statements`: who said what, in which manner, and when."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component
from extractor.components.extraction import extraction_of, places_of, tokens_of
from extractor.components.statements.attribution import attribute
from extractor.components.statements.content import ContentReader
from extractor.components.statements.quotes import QuoteIndex
from extractor.components.statements.reports import ReportReader
from extractor.components.statements.speakers import SpeakerReader
from extractor.components.statements.vocabulary import speech_words


class Statements(Component):
    """Fills the statements of the extraction; reads officials, titles, organizations and dates where they were
    found before.
    """

    table = "statements"
    label_of = "act"

    def annotate(self, doc: Doc) -> None:
        tokens, facts = tokens_of(doc), extraction_of(doc)
        facts.statements.clear()
        if not tokens.n:
            return
        words = speech_words(self.lexicon)
        quotes = QuoteIndex(tokens, facts.paragraphs)
        speakers = SpeakerReader(tokens, facts, places_of(doc, self.lexicon), words)
        reports = ReportReader(tokens, quotes, words, speakers).reports()
        token_at = {start: i for i, start in enumerate(tokens.start)}
        date_ends: dict[int, int] = {}
        for date in facts.dates:
            first = token_at.get(date.start)
            if first is not None:
                end = first
                while end < tokens.n and tokens.start[end] < date.end:
                    end += 1
                date_ends[first] = end
        reader = ContentReader(tokens, quotes, words, date_ends)
        for report in reports:
            reader.read(report)
        facts.statements.extend(attribute(tokens, facts, quotes, reports, words))


@Language.factory("extractor_statements", default_config={"lexicon_dir": None})
def make_statements(nlp: Language, name: str, lexicon_dir: str | None) -> Statements:
    return Statements(name, lexicon_dir)
