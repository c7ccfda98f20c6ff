"""`extractor_sanctions`: sanction events with sender, target, measures, action and stage."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component
from extractor.components.extraction import extraction_of, places_of, tokens_of
from extractor.components.records import Mention, SanctionRecord
from extractor.components.sanctions.article.carrying import carry
from extractor.components.sanctions.article.context import look_around
from extractor.components.sanctions.article.details import Details
from extractor.components.sanctions.article.headlines import fold_headline
from extractor.components.sanctions.article.merging import merge
from extractor.components.sanctions.article.refining import refine
from extractor.components.sanctions.article.spans import shown
from extractor.components.sanctions.article.surroundings import Surroundings
from extractor.components.sanctions.events import Event, direction_of
from extractor.components.sanctions.fitted.candidates import Candidates
from extractor.components.sanctions.fitted.choosing import choose
from extractor.components.sanctions.fitted.evidence import basis, confidence_of, evidence, is_row
from extractor.components.sanctions.nouns.nouns import NounGrammar
from extractor.components.sanctions.parties.identified import identify
from extractor.components.sanctions.parties.issuers import issuer, spoken
from extractor.components.sanctions.parties.naming import Naming
from extractor.components.sanctions.parties.owners import owned
from extractor.components.sanctions.parties.parties import Parties
from extractor.components.sanctions.parties.speakers import forum, only_parties, together
from extractor.components.sanctions.parties.usual_senders import usual_senders
from extractor.components.sanctions.senses import Senses
from extractor.components.sanctions.stages.stages import Stages
from extractor.components.sanctions.text.phrases import Phrases
from extractor.components.sanctions.text.vocabulary import Vocabulary, compile_vocabulary
from extractor.components.sanctions.verbs.sufferers import suffers
from extractor.components.sanctions.verbs.verbs import VerbGrammar
from extractor.language.tokens import TokenTable
from extractor.linking.places import join_codes


class Sanctions(Component):
    """Fills `extraction.sanctions`. Reads dates, organizations, officials and titles where there are any."""

    table = "sanctions"
    label_of = "action"

    def annotate(self, doc: Doc) -> None:
        facts = extraction_of(doc)
        facts.sanctions = []
        reading = self.read(doc)
        if reading is not None:
            reading.choose()
            reading.merge()
            facts.sanctions = reading.records()

    def read(self, doc: Doc) -> Reading | None:
        """What the grammar and the rules over sentences make of the document; None where nothing is told."""
        facts, tokens = extraction_of(doc), tokens_of(doc)
        words = self.lexicon.compiled(compile_vocabulary)
        lemmas = _lemmas(tokens, words)
        spots = [i for i, lemma in enumerate(lemmas) if lemma in words.anchors]
        if not spots:
            return None
        phrases = Phrases(tokens, words)
        phrases.t.lemma = lemmas
        parties = Parties(phrases, places_of(doc, self.lexicon), facts, doc)
        senses = Senses(phrases, parties.places, facts.paragraphs or ())
        in_article = senses.in_article
        worded = in_article or senses.sanctions
        if senses.has_lists:
            spots = [i for i, lemma in enumerate(lemmas) if lemma in words.anchors or lemma in words.frames["list"]]
        found = _find(spots, phrases, parties, senses)
        if not in_article and any(_between_states(e) for e in found):
            # No word of sanctions, but states act on each other: read what needs such an article too.
            senses.in_article = True
            found = _find(spots, phrases, parties, senses)
        events = refine(found, phrases, parties)
        stages = Stages(phrases)
        for event in events:
            suffers(event, phrases, parties, stages)
        look_around(events, phrases, parties)
        for event in events:
            owned(event, phrases, parties)
            spoken(event, phrases, parties)
            only_parties(event, phrases)
            forum(event, phrases, parties)
            together(event, phrases, parties)
        identify(events, phrases, parties)
        for event in events:
            event.sentence = tokens.sent[event.node]
        if not events:
            return None
        details = Details(phrases, facts, parties.raw)
        for event in events:
            details.fill(event)
        carry(events, phrases, parties)
        events = [e for e in events if _complete(e)]
        for event in events:
            _sought(event)
            if event.target is not None and set(event.targets) > set(event.senders):
                # "imports into the United States from Burma"
                event.target.countries = tuple(c for c in event.targets if c not in event.senders)
        around = Surroundings(events, phrases, parties)
        for event in events:
            around.fill(event)
        usual_senders(events, phrases, parties)
        return Reading(events, phrases, parties, worded, facts.headline)


@dataclass(slots=True)
class Reading:
    """The tellings of one document, before and after what is fitted has decided. in_article: does the text hold words
    that only sanctions have? headline: its characters."""

    events: list[Event]
    phrases: Phrases
    parties: Parties
    in_article: bool
    headline: tuple[int, int] | None = None

    @property
    def home(self) -> str | None:
        """The state that puts the text out."""
        return issuer(self.phrases, self.parties)

    @property
    def candidates(self) -> Candidates:
        """The states that may be sender or target."""
        return Candidates(self.events, self.phrases, self.parties, self.home)

    def choose(self) -> None:
        """Settle sender and target of all tellings."""
        if self.events:
            choose(self.events, self.candidates, self.phrases, self.parties)

    def span(self, event: Event) -> tuple[int, int]:
        """The characters that the row of `event` shows."""
        return self.phrases.t.span(*shown(event, self.phrases, self.parties.places))

    def merge(self) -> None:
        """Make one event of all tellings of the same act."""
        tokens = self.phrases.t
        self.events = merge(fold_headline(self.events, tokens, self.headline), tokens.lemma)

    def evidence(self, event: Event) -> tuple[str, ...]:
        """What bears on whether `event` is a row, and right."""
        return evidence(event, self.phrases, self.home, self.in_article, len(self.parties.tally))

    def records(self) -> list[SanctionRecord]:
        """The rows, by place in the text."""
        weights = self.phrases.words.weights
        told = [(e, bearing) for e in self.events if is_row(bearing := self.evidence(e), weights)]
        if told:
            Naming(self.phrases, self.parties, self.phrases.words.country_names).name([e for e, _ in told])
        return [self._record(e, bearing) for e, bearing in sorted(told, key=lambda pair: pair[0].span)]

    def _record(self, event: Event, bearing: tuple[str, ...]) -> SanctionRecord:
        """`event` as a row. bearing: its evidence."""
        tokens, words = self.phrases.t, self.phrases.words
        start, end = self.span(event)
        key = (event.action, event.stage)
        code = next(
            (words.cameo[(*key, m)] for m in event.measures if (*key, m) in words.cameo), words.cameo.get((*key, "*"))
        )
        target = event.target
        return SanctionRecord(
            start,
            end,
            event.rule or "noun",
            confidence_of(bearing, words.weights),
            sender=event.sender.text if event.sender else None,
            sender_country=join_codes(event.senders),
            sender_basis=basis(event, "sender", self.phrases),
            target=target.text if target else None,
            target_type=target.kind if target else None,
            target_country=join_codes(event.targets),
            target_basis=basis(event, "target", self.phrases),
            agent=event.agent.text if event.agent else None,
            agent_country=join_codes(event.agent.countries) if event.agent else None,
            measures=_named(event),
            action=event.action,
            stage=event.stage,
            direction=direction_of(event.action, event.stage),
            date_start=event.date_start,
            date_end=event.date_end,
            expires=event.expires,
            legal_basis=event.legal_basis,
            reason=event.reason,
            cameo=code,
            modality=event.modality,
            evidence=bearing,
            mentions=[Mention(*tokens.span(*span), "nominal") for span in event.mentions],
        )


def _complete(event: Event) -> bool:
    """Has the event found what its phrase lacks: a measure told before, somebody whom it hits?"""
    if "orphan" in event.inherited:
        return False
    return bool(event.targets) or "needs-target" not in event.inherited


def _lemmas(tokens: TokenTable, words: Vocabulary) -> list[str]:
    """The lemmas, with plurals in capitals ("SANCTIONS"), which a tagger takes for names, put into the singular."""
    found: list[str] | None = None
    for i, text in enumerate(tokens.text):
        if text.isupper() and (single := words.plurals.get(tokens.lemma[i])) is not None:
            found = found or list(tokens.lemma)
            found[i] = single
    return found or tokens.lemma


def _between_states(event: Event) -> bool:
    """A measure of one state against another that needs no further evidence."""
    sure = event.rule in ("verb-bar", "verb-object", "verb-target", "verb-member", "noun-verb", "noun-prepositional")
    plain = set(event.measures) & {"unspecified", "tariff", "economic"}
    return (
        sure
        and not event.weak
        and not plain
        and bool(event.senders and event.targets)
        and "target" not in event.inherited
        and not set(event.senders) & set(event.targets)
    )


def _find(spots: list[int], phrases: Phrases, parties: Parties, senses: Senses) -> list[Event]:
    nouns, verbs = NounGrammar(phrases, parties, senses), VerbGrammar(phrases, parties, senses)
    events: list[Event] = []
    reached = 0
    for i in spots:
        if i < reached:
            continue
        found = nouns.at(i)
        if found is not None:
            events += found[0]
            reached = found[1]
            continue
        event = verbs.at(i)
        if event is not None:
            events.append(event)
    for event in events:
        spelled = verbs.content(event) if event.measures == ["unspecified"] and event.action == "impose" else None
        event.measures = [spelled] if spelled is not None else event.measures
    return events


def _sought(event: Event) -> None:
    """ "The Iranians were seeking relief": who would be let off asks for it."""
    if not event.senders or event.senders != event.targets:
        return
    if event.action in ("ease", "lift", "suspend"):
        event.agent, event.sender = event.sender, None
        event.stage = "called_for" if event.stage in ("planned", "proposed") else event.stage
    elif "target" in event.inherited:
        event.target = None
    elif "sender" in event.inherited:
        event.sender = None


def _named(event: Event) -> tuple[str, ...]:
    """The measures, sorted; "unspecified" only where nothing else is named, or more than what is named."""
    measures = set(event.measures)
    return tuple(sorted(measures if "mixed" in event.inherited else measures - {"unspecified"})) or ("unspecified",)


@Language.factory("extractor_sanctions", default_config={"lexicon_dir": None})
def make_sanctions(nlp: Language, name: str, lexicon_dir: str | None) -> Sanctions:
    return Sanctions(name, lexicon_dir)
