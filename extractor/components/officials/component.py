"""`extractor_officials`: persons who hold an office, with every title and mention of theirs."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component
from extractor.components.extraction import bodies_of, extraction_of, names_of, places_of, set_spans, tokens_of
from extractor.components.officials.countries import CountryResolver
from extractor.components.officials.holders import official_of
from extractor.components.officials.references import ReferenceLinker
from extractor.components.officials.sharing import introduced, of_committees, share_bodies
from extractor.components.officials.terms import state_terms
from extractor.components.records import Mention, OfficialRecord, TitleRecord
from extractor.components.titles.vocabulary import TitleLexicon, title_lexicon
from extractor.language.fast_names import CONFIDENCE
from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon
from extractor.linking.authority import load_authority
from extractor.linking.bodies import BodyIndex
from extractor.linking.family_names import split_name
from extractor.linking.leaders import another_holder
from extractor.linking.names import NameSpan, fold
from extractor.linking.persons import Person, link_names, split_off
from extractor.linking.places import PlaceIndex
from extractor.linking.voice import is_party_state

_BY_COUNTRY = frozenset(
    {"head_of_state", "head_of_government", "minister", "deputy_minister", "judiciary", "deputy_head"}
)


class Officials(Component):
    """Groups name mentions into persons, ties titles to them, and resolves countries and title-only references.

    authority: file of office holders whose ids the rows get (see `linking.authority`), or None.
    """

    table = "officials"
    label_of = "role"

    def __init__(self, name: str, lexicon_dir: str | None = None, authority: str | None = None) -> None:
        super().__init__(name, lexicon_dir)
        self.authority = authority

    def annotate(self, doc: Doc) -> None:
        facts = extraction_of(doc)
        tokens, places = tokens_of(doc), places_of(doc, self.lexicon)
        persons = link_names(tokens, names_of(doc, self.lexicon), self.lexicon)
        owner = {name: p for p in persons for name in p.mentions}
        persons += self._namesakes(doc, persons, owner)
        held = _held(facts.titles, owner)
        lex = title_lexicon(self.lexicon)
        envoy_verbs = lex.of("envoy_verb")
        for person in persons:
            if person not in held and (
                _speaks_for_country(tokens, places, person, envoy_verbs) or _in_congress(tokens, person)
            ):
                held[person] = []
        officials = {p: official_of(tokens, p) for p in persons if p in held}
        _grade(tokens, officials, doc.user_data.get(CONFIDENCE, ()))
        for person, titles in held.items():
            for title in titles:
                title.official = officials[person]
        linker = ReferenceLinker(tokens, places, facts.titles, officials, held, owner, facts.published, self.lexicon)
        linker.link_pronouns()
        linker.link_ahead()
        linker.relate()
        facts.titles = linker.without_vague()
        for person, official in officials.items():
            place = _possessor_country(tokens, places, person)
            if place is None and _in_congress(tokens, person):
                place, official.role = "USA", "legislator"
            if place:
                official.country, official.country_basis = place, "explicit"
        dateline_end = facts.dateline[1] if facts.dateline else None
        resolver = CountryResolver(
            tokens,
            places,
            bodies_of(doc, self.lexicon),
            facts.titles,
            officials,
            owner,
            dateline_end,
            facts.published,
            self.lexicon,
        )
        resolver.stated()
        resolver.by_office()
        linker.link_references(resolver.of_article.home)
        facts.titles = linker.without_bare()
        resolver.stated()
        resolver.inferred()
        _by_country(facts.titles, lex)
        _of_firms(facts.titles, bodies_of(doc, self.lexicon))
        introduced(tokens, facts.titles)
        share_bodies(facts.titles)
        of_committees(facts.titles, lex)
        state_terms(tokens_of(doc).string, facts.titles, facts.dates, facts.published)
        by_official: dict[int, list[TitleRecord]] = {}
        for title in facts.titles:
            by_official.setdefault(id(title.official), []).append(title)
        for person, official in officials.items():
            _finish(official, person, by_official.get(id(official), []), self.lexicon)
        if self.authority:
            _identify(list(officials.values()), by_official, self.authority, facts.published)
        facts.officials = sorted(officials.values(), key=lambda o: o.start)
        set_spans(doc, "titles", "role")

    def _namesakes(self, doc: Doc, persons: list[Person], owner: dict[NameSpan, Person]) -> list[Person]:
        """Persons whose surname another person's full name had taken: President Bush beside First Lady Laura Bush."""
        facts, tokens = extraction_of(doc), tokens_of(doc)
        titled: dict[Person, list[NameSpan]] = {}
        for title in facts.titles:
            name = title.links.holder if title.links else None
            person = owner.get(name) if name else None
            if name is None or person is None or name.end - name.first > 1 or len(person.words) < 2:
                continue
            if another_holder(tokens.text[name.first], person.words, title.role, facts.published, self.lexicon):
                titled.setdefault(person, []).append(name)
        new = []
        for person, names in titled.items():
            other = split_off(tokens, person, sorted(names, key=lambda n: n.first))
            owner.update(dict.fromkeys(other.mentions, other))
            new.append(other)
        return new


def _held(titles: list[TitleRecord], owner: dict[NameSpan, Person]) -> dict[Person, list[TitleRecord]]:
    held: dict[Person, list[TitleRecord]] = {}
    for title in titles:
        person = owner.get(title.links.holder) if title.links and title.links.holder else None
        if person is not None:
            held.setdefault(person, []).append(title)
    return held


def _by_country(titles: list[TitleRecord], lex: TitleLexicon) -> None:
    """ "Premier NAME", once the country is known: Australian ones are of states, a British Chancellor a minister."""
    for title in titles:
        key = title.links.noun if title.links else "", title.country or ""
        if key in lex.country_roles and title.role in _BY_COUNTRY and title.country_basis != "explicit":
            role, portfolio = lex.country_roles[key]
            title.role, title.portfolio = role, title.portfolio or portfolio


def _of_firms(titles: list[TitleRecord], bodies: BodyIndex) -> None:
    """ "President NAME told analysts": of a firm, where he presides over no state and the text is on firms."""
    if not any(b.kind == "company" for b in bodies.bodies):
        return
    for title in titles:
        noun = title.links.noun if title.links else ""
        if title.role == "head_of_state" and noun == "president" and title.country is None and title.official:
            title.role = "business"


def _grade(tokens: TokenTable, officials: dict[Person, OfficialRecord], graded: Sequence[Sequence[float]]) -> None:
    """Lower the confidence of officials whose name the model itself is unsure of; graded: [first, end, probability]."""
    sure = {(int(first), int(end)): p for first, end, p in graded}
    for person, official in officials.items():
        ent = tokens.ent_at.get(person.full.first)
        if ent is not None and person.full.source == "model" and ent[:2] in sure:
            official.confidence = round(0.55 + 0.4 * sure[ent[:2]], 2)


def _speaks_for_country(tokens: TokenTable, places: PlaceIndex, person: Person, envoy_verbs: frozenset[str]) -> bool:
    """ "Japan's NAME conveyed …": a country's possessive on a person who negotiates; a scorer speaks for no state."""
    if _possessor_country(tokens, places, person) is None:
        return False
    for name in person.mentions:
        if name.end - name.first < 2:
            continue
        for i in range(name.first, name.end):
            verb = tokens.head[i]
            if not name.first <= verb < name.end and tokens.dep[i].startswith("nsubj"):
                return tokens.lemma[verb] in envoy_verbs
    return False


def _in_congress(tokens: TokenTable, person: Person) -> bool:
    return any(is_party_state(tokens, n.end, tokens.sentence(n.first)[1]) for n in person.mentions)


def _possessor_country(tokens: TokenTable, places: PlaceIndex, person: Person) -> str | None:
    for name in person.mentions:
        i = name.first - 1
        if i > 0 and tokens.lower[i] in ("'s", "’s", "'"):
            place = places.at(i - 1)
            if place is not None and place.end == i and place.iso3 not in ("EUE", "UNO"):
                return place.iso3
    return None


def _finish(official: OfficialRecord, person: Person, titles: list[TitleRecord], lexicon: Lexicon) -> None:
    """Main title, name parts and confidence of one official."""
    own = [t for t in titles if t.basis != "coreference"] or titles
    ranked = sorted(own, key=lambda t: (t.incumbency in ("former", "then"), t.role in ("official", "other"), t.start))
    if ranked:
        main = ranked[0]
        official.role, official.organization, official.incumbency = main.role, main.organization, main.incumbency
        official.title = main.head
    royal_heads = title_lexicon(lexicon).of("royal_head")
    royal = any((t.links and t.links.noun in royal_heads) for t in titles)
    given_only = royal and (
        len(person.words) == 1 or official.name.split()[-1].upper() in ("II", "III", "IV", "V", "VI", "XIV", "XVI")
    )
    official.given_name, official.family_name = split_name(official.name, official.country, lexicon, given_only)
    mentioned = {(m.start, m.end) for m in official.mentions}
    for title in titles:
        if title.basis == "coreference" and (title.start, title.end) not in mentioned:
            official.mentions.append(Mention(title.start, title.end, "title"))
    official.mentions.sort(key=lambda m: m.start)
    if person.ambiguous:
        official.confidence = 0.75
    if fold(official.name) == "":
        official.confidence = 0.3


def _identify(
    officials: list[OfficialRecord], by_official: dict[int, list[TitleRecord]], authority: str, day: str | None
) -> None:
    """Ids of the authority file, on the officials and on those of their titles that the file has."""
    holders = load_authority(authority)
    for official in officials:
        found = holders.match(official.name, official.country, day)
        if not found:
            continue
        official.authority_id = found[0].id
        for title in by_official.get(id(official), []):
            if any(not h.title or h.title in title.head or title.head in h.title for h in found):
                title.authority_id = found[0].id


@Language.factory("extractor_officials", default_config={"lexicon_dir": None, "authority": None})
def make_officials(nlp: Language, name: str, lexicon_dir: str | None, authority: str | None) -> Officials:
    return Officials(name, lexicon_dir, authority)
