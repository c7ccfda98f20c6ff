"""The country each title and official serves, where the phrase itself does not say."""

from __future__ import annotations

from collections import Counter

from extractor.components.officials.constraints import (
    Constraints,
    addressed,
    contrasted,
    in_lists,
    one_each,
    own_office,
    portfolio_countries,
)
from extractor.components.officials.discourse import (
    Fields,
    by_appointer,
    by_appointing_body,
    by_delegation,
    by_embassy,
    by_head,
    by_ministry,
    by_pronoun,
    give,
    is_of_several,
    served,
)
from extractor.components.officials.home_country import HomeCountry
from extractor.components.officials.nearby import (
    by_administration,
    by_heading,
    by_known_leader,
    by_parenthesis,
    by_repeat,
    by_words,
)
from extractor.components.officials.no_state import at_court_of_states, for_regions, of_no_state, of_union
from extractor.components.officials.readouts import of_hosts
from extractor.components.officials.travel import destinations
from extractor.components.records import OfficialRecord, TitleRecord
from extractor.components.titles.vocabulary import title_lexicon
from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon
from extractor.linking.bodies import BodyIndex
from extractor.linking.cues import title_cues
from extractor.linking.family_names import split_name
from extractor.linking.home import CountryFocus
from extractor.linking.leaders import country_of_leader, country_of_name
from extractor.linking.name_origins import origins_of
from extractor.linking.names import NameSpan
from extractor.linking.offices import SECRETARIAL, may_have, only_state
from extractor.linking.persons import Person
from extractor.linking.places import PlaceIndex, join_codes

# Offices of a state: their country may be inferred. Others (companies, unions, international bodies) may be anywhere.
_OF_STATE = frozenset(
    {"head_of_state", "head_of_government", "deputy_head", "minister", "deputy_minister", "director_general",
     "deputy_director_general", "ambassador", "envoy", "central_banker", "legislator", "judiciary", "military",
     "security", "party_official", "opposition", "subnational", "royal", "spokesperson", "candidate", "adviser",
     "official", "non_state"}
)  # fmt: skip
# Ranks and roles that heads of state have besides: "General Musharraf".
_RANKED = frozenset({"military", "party_official", "candidate", "other", "non_state", "opposition"})
# Whom a state that speaks names of other states.
_OF_OTHERS = frozenset({"candidate", "opposition", "non_state", "party_official"})
_ABROAD = frozenset({"ambassador", "envoy"})


class CountryResolver:
    def __init__(
        self,
        tokens: TokenTable,
        places: PlaceIndex,
        bodies: BodyIndex,
        titles: list[TitleRecord],
        officials: dict[Person, OfficialRecord],
        owner: dict[NameSpan, Person],
        dateline_end: int | None,
        published: str | None,
        lexicon: Lexicon,
    ) -> None:
        self.published, self.lexicon = published, lexicon
        self.t, self.places, self.bodies = tokens, places, bodies
        self.titles, self.officials, self.owner = titles, officials, owner
        self.cues, self.lex = title_cues(lexicon), title_lexicon(lexicon)
        self.of_article = HomeCountry(tokens, places, bodies, titles, owner, dateline_end, published, lexicon)

    def _held(self) -> dict[int, list[TitleRecord]]:
        """The titles of each official, by identity."""
        held: dict[int, list[TitleRecord]] = {}
        for title in self.titles:
            if title.official is not None:
                held.setdefault(id(title.official), []).append(title)
        return held

    def stated(self) -> None:
        """Countries that the text states: on a title, by a possessor, or on another title of the same person."""
        by_heading(self.t, self.places, self.titles)
        by_parenthesis(self.t, self.places, self.titles)
        by_known_leader(self.places, self.titles, self.published, self.lexicon)
        by_administration(self.t, self.titles, self.published, self.lexicon)
        held = self._held()
        for title in self.titles:
            links = title.links
            if (
                title.country is None
                and links is not None
                and links.possessor is not None
                and title.role != "intergovernmental"
            ):
                person = self.owner.get(links.possessor)
                official = self.officials.get(person) if person else None
                found = official and (
                    official.country or next((t.country for t in held.get(id(official), ()) if t.country), None)
                )
                if found:
                    title.country, title.country_basis = found, "explicit"
        for official in self.officials.values():
            own = held.get(id(official), [])
            # What stands with the name counts before what stands with a reference to it.
            codes = (
                Counter(t.country for t in own if t.country_basis == "explicit" and t.basis != "coreference")
                or Counter(t.country for t in own if t.country_basis == "explicit")
                or Counter(t.country for t in own if t.country)
            )
            if codes and (official.country is None or official.country_basis != "explicit"):
                official.country = codes.most_common(1)[0][0]
                official.country_basis = next(t.country_basis for t in own if t.country == official.country)
        for title in self.titles:
            self._from_official(title)

    def _from_official(self, title: TitleRecord) -> None:
        official = title.official
        if official is not None and official.country_basis == "explicit" and title.country_basis == "inferred":
            title.country, title.country_basis = official.country, "explicit"
        if (
            title.country is None
            and title.official is not None
            and title.official.country
            and title.role != "intergovernmental"
        ):
            title.country, title.country_basis = title.official.country, title.official.country_basis

    def inferred(self) -> None:
        """Home country of the article for offices of state that no words tie to a country."""
        focus = self.of_article.focus()
        by_head(self.titles)
        by_ministry(self.t, self.bodies, self.titles)
        by_pronoun(self.t, self.places, self.titles, _OF_STATE)
        by_delegation(self.t, self.places, self.titles, self.lex)
        by_embassy(self.t, self.places, self.titles, self.lex)
        by_appointer(self.t, self.titles, self._appoints)
        by_appointing_body(self.t, self.places, self.titles, self._appoints)
        by_words(self.t, self.places, self.titles, _OF_STATE)
        by_repeat(self.t, self.titles)
        of_hosts(self.t, self.titles, focus.voice, self.cues)
        self.regional = for_regions(self.t, self.titles, self.cues)
        self.abroad = destinations(self.t, self.places, self.titles, self.cues)
        on_firms = any(b.kind == "company" for b in self.bodies.bodies)
        constraints = Constraints(self.t, self.titles, self.published, self.lexicon, on_firms)
        self._by_list(constraints)
        fields = Fields(self.t, self.places, self.cues, self.lex)
        self.by_sentence: dict[int, list[TitleRecord]] = {}
        for title in self.titles:
            if title.links is not None:
                self.by_sentence.setdefault(self.t.sent[title.links.first], []).append(title)
        masters = served(self.t, self.titles)
        for title in self.titles:
            if (
                title.country is not None
                or title.role not in _OF_STATE
                or of_union(self.t, self.places, self.bodies, title)
                or at_court_of_states(self.t, self.bodies, title)
                or id(title) in masters
            ):
                continue
            if title.links is not None and title.links.plural and one_each(title):
                continue  # "Presidents A and B", "foreign ministers" are of two countries
            if title.links is None or addressed(self.t, title, self.lex):
                if title.role == "legislator" and focus.voice is not None:
                    give(title, focus.voice)  # "Mr. President, I rise": of the chamber that the text comes from
                continue
            code = self._only_state(title, focus)
            if code is None and not is_of_several(self.t, title, self.lex):
                code = fields.country(title)
                if code is not None and (self._visits(title, code) or not constraints.possible(title, code)):
                    code = None
            if code is None:
                code = self._in_focus(title, focus, constraints)
            if code is None:
                continue
            title.country, title.country_basis = code, "inferred"
            constraints.add(title)
            official = title.official
            if official is not None and official.country is None:
                official.country, official.country_basis = code, "inferred"
        for title in self.titles:
            if id(title) in masters and masters[id(title)].country:
                give(title, masters[id(title)].country or "")
        for title in self.titles:
            self._from_official(title)
        held = self._held()
        for official in self.officials.values():
            if official.country is None:
                codes = {t.country for t in held.get(id(official), ()) if t.country}
                if codes:
                    official.country, official.country_basis = join_codes(codes), "inferred"

    def by_office(self) -> None:
        """Holders of high office of that day: "President Bush" in 2003 is the United States' in any article."""
        for title in self.titles:
            official = title.official
            if title.country is not None or official is None or official.country is not None:
                continue
            family = split_name(official.name, None, self.lexicon)[1]
            past = title.incumbency in ("former", "then", "late")
            role = title.role
            if role in ("other", "official") and title.links and title.links.noun in self.lex.of("ruler"):
                role = "head_of_state"  # "ousted leader Saddam Hussein"
            code = country_of_leader(official.name, family, role, self.published, past, self.lexicon)
            if code is None and role in _RANKED:
                code = country_of_name(official.name, self.published, self.lexicon)
                role, code = title.role, code if any(p.iso3 == code for p in self.places.places) else None
            if code is not None:
                title.role = role
                title.country, title.country_basis = code, "inferred"
                official.country, official.country_basis = code, "inferred"

    def _appoints(self, i: int) -> bool:
        verb = self.lex.verbs.get(self.t.lemma[i])
        return verb is not None and verb[0] == "object" and self.t.pos[i] == "VERB"

    def _visits(self, title: TitleRecord, code: str) -> bool:
        return code in self.abroad.get(id(title.official), ())

    def _only_state(self, title: TitleRecord, focus: CountryFocus) -> str | None:
        """ "Treasury Secretary": of the one state that has it, where the article names that and no other likely."""
        own = only_state(title.head, self.lexicon)
        if own is None or not focus.evidence[own]:
            return None
        return own if all(focus.evidence[own] >= focus.evidence[c] for c in SECRETARIAL) else None

    def _by_list(self, constraints: Constraints) -> None:
        """ "Israel's Prime Minister X and Energy Minister Y": the second is of the first's state."""
        for title, before in in_lists(self.t, self.titles):
            if title.country is not None or title.official is None:
                continue
            if title.official.country not in (None, before.country):
                continue
            if before.country and before.role != "intergovernmental" and constraints.possible(title, before.country):
                title.country, title.country_basis = before.country, "inferred"
                title.official.country, title.official.country_basis = before.country, "inferred"

    def _in_focus(self, title: TitleRecord, focus: CountryFocus, constraints: Constraints) -> str | None:
        links = title.links
        assert links is not None
        if title.role == "non_state" and of_no_state(self.bodies, title):
            return None
        if focus.voice is None and (id(title) in self.regional or id(title.official) in self.regional):
            return None
        own = own_office(self.t, title)
        if (
            title.role in _ABROAD
            and links.noun.split()[-1] not in ("negotiator", "mediator")
            and title.incumbency != "former"
            and not (own and focus.voice)
            and links.possessor_pronoun is None
        ):
            return None  # ambassadors are where they are not from
        if links.noun == "diplomat" or is_of_several(self.t, title, self.lex):
            return None
        about = portfolio_countries(self.t, self.places, title)

        def possible(code: str) -> bool:
            if code != focus.voice and self._visits(title, code):
                return False
            return code not in about and constraints.possible(title, code, code == focus.voice)

        named = title.official is not None and title.role != "non_state"
        usual = origins_of(title.official.name if named and title.official else "", self.lexicon)
        return focus.at(
            links.first,
            contrasted(self.t, title, self.by_sentence.get(self.t.sent[links.first], ())),
            possible,
            own,
            (links.first, links.end),
            usual,
            title.role in _OF_OTHERS,
            focus.voice is not None and not may_have(focus.voice, title.role, links.noun, self.lexicon),
        )
