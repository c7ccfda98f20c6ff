"""`extractor_sanctions`: sanction events with sender, target, measures, action and stage."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component
from extractor.components.extraction import extraction_of, places_of, tokens_of
from extractor.components.records import Mention, SanctionRecord
from extractor.components.sanctions.carrying import carry, only_target
from extractor.components.sanctions.confidence import basis, confidence_of, evidence
from extractor.components.sanctions.context import look_around
from extractor.components.sanctions.details import Details
from extractor.components.sanctions.events import Event, direction_of
from extractor.components.sanctions.headlines import fold_headline
from extractor.components.sanctions.identified import identify
from extractor.components.sanctions.issuers import issuer, spoken
from extractor.components.sanctions.merging import merge
from extractor.components.sanctions.naming import Naming
from extractor.components.sanctions.nearby_actors import acting_nearby
from extractor.components.sanctions.nouns import NounGrammar
from extractor.components.sanctions.parties import Parties
from extractor.components.sanctions.phrases import Phrases
from extractor.components.sanctions.refining import refine
from extractor.components.sanctions.rulers import ruled
from extractor.components.sanctions.senses import Senses
from extractor.components.sanctions.spans import shown
from extractor.components.sanctions.speakers import only_parties
from extractor.components.sanctions.surroundings import Surroundings
from extractor.components.sanctions.usual_senders import usual_senders
from extractor.components.sanctions.verbs import VerbGrammar
from extractor.components.sanctions.vocabulary import Vocabulary, compile_vocabulary
from extractor.components.sanctions.worth import worth_a_row
from extractor.language.tokens import TokenTable
from extractor.linking.places import join_codes

# Codes that ISO 3166-1 has no more, by the state that goes on under the same seat and treaties.
_CONTINUED = {"SUN": "RUS"}
_DIRECT = {"noun-verb", "noun-coordinated"}
_ACTS = {"ease", "expand", "extend", "impose", "lift", "reimpose", "suspend"}
_SPECIFIC = {
    "asset_freeze",
    "economic",
    "export_restriction",
    "import_restriction",
    "investment_ban",
    "travel_ban",
    "visa_ban",
}


class Sanctions(Component):
    """Fills `extraction.sanctions`. Reads dates, organizations, officials and titles where there are any."""

    table = "sanctions"
    label_of = "action"

    def annotate(self, doc: Doc) -> None:
        facts = extraction_of(doc)
        facts.sanctions = []
        tokens = tokens_of(doc)
        words = self.lexicon.compiled(compile_vocabulary)
        lemmas = _lemmas(tokens, words)
        spots = [i for i, lemma in enumerate(lemmas) if lemma in words.anchors]
        if not spots:
            return
        phrases = Phrases(tokens, words)
        phrases.t.lemma = lemmas
        parties = Parties(phrases, places_of(doc, self.lexicon), facts, doc)
        senses = Senses(phrases, parties.places, facts.paragraphs or ())
        if senses.has_lists:
            spots = [i for i, lemma in enumerate(lemmas) if lemma in words.anchors or lemma in words.frames["list"]]
        found = _find(spots, phrases, parties, senses)
        if not senses.in_article and any(_between_states(e) for e in found):
            # No word of sanctions, but states act on each other: read what needs such an article too.
            senses.in_article = True
            found = _find(spots, phrases, parties, senses)
        events = refine(found, phrases, parties)
        look_around(events, phrases, parties)
        for event in events:
            spoken(event, phrases, parties)
            only_parties(event, phrases)
            ruled(event, phrases, parties)
        identify(events, phrases, parties)
        for event in events:
            event.sentence = tokens.sent[event.node]
        if not events:
            return
        details = Details(phrases, facts, parties.raw)
        for event in events:
            details.fill(event)
        carry(events, phrases, parties)
        only_target(events, tokens, parties)
        events = _complete(events, tokens, words, senses.in_article)
        for event in events:
            _sought(event)
            if event.target is not None and set(event.targets) > set(event.senders):
                # "imports into the United States from Burma"
                event.target.countries = tuple(c for c in event.targets if c not in event.senders)
        around = Surroundings(events, phrases, parties)
        for event in events:
            around.fill(event)
            ruled(event, phrases, parties)
            acting_nearby(event, phrases, parties)
        usual_senders(events, phrases, parties)
        events = merge(fold_headline(events, tokens, facts.headline), lemmas)
        events = [e for e in events if worth_a_row(e, phrases, issuer(phrases, parties))]
        if events:
            Naming(phrases, parties, words.country_names).name(events)
        facts.sanctions = [_record(e, phrases, parties) for e in sorted(events, key=lambda e: e.span)]


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


def _complete(events: list[Event], tokens: TokenTable, words: Vocabulary, in_article: bool) -> list[Event]:
    """Weak nouns ("restrictions") count only where states act on states; a bare relative clause only with a date."""
    out: list[Event] = []
    strong = any(not e.weak for e in events)
    strong_words = not words.of("strong_word").isdisjoint(tokens.lemma)
    for event in events:
        if "needs-date" in event.inherited and not event.date_start:
            continue
        if "orphan" in event.inherited:
            continue
        if "needs-target" in event.inherited and not event.targets:
            continue
        named = bool(event.senders or event.targets)
        if not named and not in_article and not (event.definite and event.measures == ["blockade"]):
            continue
        if "tariff" in event.measures and event.action in ("extend", "none", "maintain", "enforce") and not in_article:
            continue
        states = event.target is not None and event.target.kind == "country"
        if not event.targets and event.rule in ("verb-passive", "verb-target") and not (strong_words or states):
            # "will blacklist the contractor": at home; but not "countries that Chad had blacklisted"
            continue
        if event.weak and not _weak_counts(event, tokens, words, in_article, strong):
            continue
        out.append(event)
    return out


def _weak_counts(event: Event, tokens: TokenTable, words: Vocabulary, in_article: bool, strong: bool) -> bool:
    """Is the measure of a noun with many uses one of a state against another?"""
    own = event.target is not None and "target" not in event.inherited
    known = own and (bool(event.targets) or strong and event.target.kind is not None)  # type: ignore[union-attr]
    if (
        event.action == "none"
        and not (event.senders and event.targets)
        or event.senders
        and event.senders == event.targets
    ):
        return False
    if "secondary" in event.measures:
        known = True
    acts = event.action in _ACTS and event.rule in _DIRECT
    if in_article and event.senders and acts:
        # "will tighten export controls on graphite": no country is named, but a state acts and names what.
        known = (
            known
            or bool(set(event.measures) & _SPECIFIC)
            or bool(event.targets and tokens.lemma[event.head] not in words.of("goods_ban_noun"))
        )
    if event.senders and event.targets and tokens.lemma[event.head] in ("control", "export"):
        # Export controls are kept against other states.
        known = known or (acts or event.action == "expire") and "export_restriction" in event.measures
    clear = not words.of("clear_measure").isdisjoint(tokens.lemma[event.span[0] : event.head + 1])
    if clear and event.action in (*_ACTS, "retaliate"):
        # "may take retaliatory measures", "by imposing restrictive measures": states alone do so.
        known = known or bool(event.senders) or in_article and bool(event.targets)
    punished = tokens.lemma[event.head] == "penalty" and event.action != "none" and bool(event.targets)
    if punished and event.target is not None and event.target.kind == "country":
        # "penalties were considered against Chad"
        return True
    if not known or not event.senders and not strong:
        return False
    if event.targets or event.target is None or event.target.span is None or "secondary" in event.measures:
        return True
    # "restrictions on a woman's right to choose"
    return not {"CD", "NNP", "NNPS"}.isdisjoint(tokens.tag[slice(*event.target.span)])


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


def _record(event: Event, phrases: Phrases, parties: Parties) -> SanctionRecord:
    tokens, words = phrases.t, phrases.words
    start, end = tokens.span(*shown(event, phrases, parties.places))
    key = (event.action, event.stage)
    code = next(
        (words.cameo[(*key, m)] for m in event.measures if (*key, m) in words.cameo), words.cameo.get((*key, "*"))
    )
    target = event.target
    bearing = evidence(event, phrases, issuer(phrases, parties))
    return SanctionRecord(
        start,
        end,
        event.rule or "noun",
        confidence_of(bearing, words.confidence),
        sender=event.sender.text if event.sender else None,
        sender_country=join_codes(_CONTINUED.get(c, c) for c in event.senders),
        sender_basis=basis(event, "sender", event.sender, phrases),
        target=target.text if target else None,
        target_type=target.kind if target else None,
        target_country=join_codes(_CONTINUED.get(c, c) for c in event.targets),
        target_basis=basis(event, "target", target, phrases),
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


def _named(event: Event) -> tuple[str, ...]:
    """The measures, sorted; "unspecified" only where nothing else is named, or more than what is named."""
    measures = set(event.measures)
    return tuple(sorted(measures if "mixed" in event.inherited else measures - {"unspecified"})) or ("unspecified",)


@Language.factory("extractor_sanctions", default_config={"lexicon_dir": None})
def make_sanctions(nlp: Language, name: str, lexicon_dir: str | None) -> Sanctions:
    return Sanctions(name, lexicon_dir)
