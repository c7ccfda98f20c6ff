"""Title records from title phrases: role, organization, portfolio and stated country."""

from __future__ import annotations

from extractor.components.records import TitleLinks, TitleRecord
from extractor.components.titles.affiliation import UNIONS, Affiliations
from extractor.components.titles.holding import Holding
from extractor.components.titles.phrase import POSSESSIVES, Phrase
from extractor.components.titles.roles import head_text, role_of
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.linking.bodies import Body, BodyIndex, BodyLexicon, is_cap, kind_of
from extractor.linking.names import NameSpan
from extractor.linking.places import Place, PlaceIndex, join_codes
from extractor.linking.text import text_of

# Heads too weak to make a row unless the text says whose.
_ALWAYS_NEED = frozenset(
    {"member", "head", "chief", "director", "secretary", "officer", "manager", "leader", "representative"}
)


# Heads whose field follows: "Secretary of State for Health".
_OF_STATE = frozenset(
    {"secretary of state", "minister of state", "under-secretary of state", "under secretary of state"}
)
_COMMANDERS = frozenset({"commander", "commandant", "comandante"})
_OF_FIELDS = frozenset({"minister", "deputy_minister", "envoy"})
_OF_OFFICES = frozenset({"head", "chief", "director", "manager", "deputy head", "deputy chief", "secretary"})
_LEADERS_OF_STATES = frozenset({"president", "presidential", "premier", "minister", "chancellor", "royal", "king"})
# "A businessman of Russian heritage."
_DESCENT = frozenset({"descent", "origin", "heritage", "ancestry", "extraction", "parentage", "background", "roots"})
# Tokens of a list of countries that are looked back over.
_LONGEST_LIST = 80
# Common nouns for a state, after "president of".
_STATE_NOUNS = frozenset(
    {"republic", "state", "states", "country", "countries", "nation", "nations", "kingdom", "federation", "union",
     "government", "governments", "island", "islands", "territory", "emirates", "confederation", "junta"}
)  # fmt: skip


class RecordBuilder:
    """Makes the records of one document."""

    def __init__(
        self, tokens: TokenTable, places: PlaceIndex, bodies: BodyIndex, lex: TitleLexicon, body_lex: BodyLexicon
    ) -> None:
        self.t, self.places, self.bodies, self.lex, self.body_lex = tokens, places, bodies, lex, body_lex
        self.affiliations = Affiliations(tokens, places, bodies, lex, body_lex)
        self.international = any(b.kind == "igo" or b.country in UNIONS for b in bodies.bodies)

    def records(self, h: Holding) -> list[TitleRecord]:
        p = h.phrase
        linked = bool(h.names) or h.pronoun is not None
        at = self.affiliations.of(p)
        body, organization, kind = at.body, at.organization, at.kind
        stated = [c for c in p.countries if c.iso3 not in UNIONS]
        right = self._countries_right(p)
        holders: list[tuple[NameSpan | None, Place | None]] = [*h.names] or [(None, None)]
        out = []
        for name, after in holders:
            codes, basis = self._country(stated, right, after, body, p)
            if h.party_state and codes is None:
                codes, basis = "USA", "explicit"
            role = role_of(self.t, p, self.lex, kind, codes)
            if p.head.head == "head" and role == "official" and body is None and self._of_region(p):
                role = "subnational"
            if role == "head_of_state" and self._of_nothing_known(p, body):
                role = "other"
            if (
                role == "military"
                and body is None
                and not p.countries
                and p.head.head in _COMMANDERS
                and self._of_rebels(p)
            ):
                role = "non_state"
            if p.head.head in _OF_OFFICES and self._of_office(p):
                role = "adviser"
            if role == "adviser" and p.head.head.endswith("chief of staff") and self._of_forces(p):
                role = "military"
            of_union = p.head.head.startswith(("european ", "eu ", "un ", "u.n. ", "nato "))
            if role == "intergovernmental" and body is None and not self.international and not of_union:
                role = "other"  # a secretary-general of something the article does not name
            if role == "intergovernmental":
                codes, basis = None, None
            if (
                role in _OF_FIELDS
                and body is not None
                and body.source == "model"
                and body.kind == "other"
                and not body.country
            ):
                organization = None  # "Secretary of Homeland Security": a field that the model takes for a body
            first = p.first if linked or p.country_inside is None or p.country_inside > p.first else p.country_inside
            if not linked and p.country_inside is not None:
                first = self._with_modifiers(p)
            start, end = self.t.span(first, p.end)
            out.append(
                TitleRecord(
                    start, end, f"title-{h.basis}", 0.95 if h.names else 0.85,
                    head=head_text(self.t, p, linked=bool(h.names)), role=role, portfolio=self._portfolio(p, codes),
                    organization=organization, parent_organization=at.parent, country=codes, country_basis=basis,
                    incumbency=p.incumbency if p.incumbency != "current" else (h.incumbency or "current"),
                    basis=h.basis, links=self._links(p, h, name, codes, organization),
                )
            )  # fmt: skip
        return out

    def _of_rebels(self, p: Phrase) -> bool:
        """ "The FMLN admitted that nine commanders were killed": its sentence, or the one before, names an armed group
        and no army."""
        t = self.t
        for sent in (t.sent[p.head_first], t.sent[p.head_first] - 1):
            if sent < 0:
                return False
            low, high = t.sents[sent]
            kinds = {b.kind for b in self.bodies.within(low, high)}
            if kinds & {"armed_group", "military", "ministry"}:
                return "armed_group" in kinds and "military" not in kinds
        return False

    def _of_office(self, p: Phrase) -> bool:
        """ "head of the president's office", "deputy chief of the presidential administration": not the president."""
        words = self.t.lower[p.left : p.end]
        office = [i for i, w in enumerate(words) if w in self.lex.offices]
        if not office:
            return False
        of = words[office[0] + 1 : office[0] + 4] if words[office[0] + 1 : office[0] + 2] == ["of"] else []
        return any(w in _LEADERS_OF_STATES for w in (*words[: office[-1]], *of))

    def _of_region(self, p: Phrase) -> bool:
        """ "head of Dagestan": of a part of a country."""
        return any(place.kind == "region" for place in self.places.within(p.head_end, p.end))

    def _of_nothing_known(self, p: Phrase, body: Body | None) -> bool:
        """ "president of her class", "chancellor of D.C. Public Schools": head of what is no state."""
        t = self.t
        if (
            p.plural
            or p.end == p.head_end
            or t.lower[p.head_end] != "of"
            or body is not None
            and body.kind == "government"
        ):
            return False
        last = p.end - 1
        if (
            body is not None
            and body.end == p.end
            and body.country is not None
            and body.kind not in ("other", "company")
        ):
            return False
        if any(place.iso3 not in UNIONS for place in self.places.within(p.head_end, p.end)) and body is None:
            return False
        if body is not None and body.source == "model" and t.lower[body.end - 1] in _STATE_NOUNS:
            return False
        place = self.places.at(last)
        return place is None and t.lower[last] not in _STATE_NOUNS and t.text[last].isalpha()

    def _of_forces(self, p: Phrase) -> bool:
        """Whether a chief of staff is the forces': a rank follows, or a country stands before and no office of its own
        (an American one is the White House's)."""
        if p.body is not None and p.body.kind in ("government", "ministry", "parliament"):
            return False  # "White House chief of staff"
        if p.countries and p.body is None and p.possessor is None and p.countries[0].kind == "demonym":
            return p.countries[0].iso3 != "USA"
        i = p.end + 1 if p.end + 1 < self.t.n and self.t.text[p.end] == "," else p.end
        found = self.lex.heads.match_at(self.t.lower, i) if i < self.t.n else None
        return found is not None and found[1].role == "military"

    def _may_be_surname(self, p: Phrase) -> bool:
        """A lone "King", "Cardinal" or "Major" without article is as often somebody's name."""
        lone = p.head_end - p.head_first == 1 and not p.plural
        return lone and (
            p.head.role in ("royal", "non_state", "military", "judiciary") or p.head.head in ("king", "queen")
        )

    def _with_modifiers(self, p: Phrase) -> int:
        """Start of an unlinked phrase: country adjective and the rank and incumbency words before it are inside."""
        first = p.country_inside if p.country_inside is not None else p.first
        while first > p.left and (
            self.t.lower[first - 1] in self.lex.ranks or (self.t.lower[first - 1],) in self.lex.incumbency
        ):
            first -= 1
        return first

    def _links(self, p: Phrase, h: Holding, name: NameSpan | None, codes: str | None, org: str | None) -> TitleLinks:
        head = p.head
        stated = bool(codes or org or p.possessor)
        said = stated or p.modified
        if head.head == "counterpart":
            specific = False
        elif head.head == "member":
            specific = any(w in self.lex.assemblies for w in self.t.lower[p.first : p.end])
        elif head.role == "business":
            specific = org is not None
        elif head.generic and head.role in ("business", "other", "non_state", "royal"):
            specific = stated and org is not None and head.role != "business"
        elif head.head == "mep":
            specific = p.indefinite or p.plural  # as often the initials of something else
        elif not h.names and self.t.text[p.head_end - 1].endswith("."):
            specific = False  # "childtaxcredit.Gov."
        elif head.head in _ALWAYS_NEED or head.generic:
            specific = stated or bool(p.portfolio) or self._told_by_compound(p)
        elif head.role == "official":
            specific = said or not (p.definite and p.left < p.first)
        elif head.head == "politician":
            specific = stated or p.modified
        else:
            named = self.t.text[p.head_first][:1].isupper() and not self._may_be_surname(p)
            specific = said or p.definite or named or p.indefinite
        return TitleLinks(
            p.first, p.end, p.left, name, p.possessor, h.pronoun, p.possessor_pronoun, p.definite, p.indefinite,
            p.plural, head.generic, specific, tuple(self.t.lower[p.core_first : p.head_first]), head.head,
        )  # fmt: skip

    def _told_by_compound(self, p: Phrase) -> bool:
        """Whether the words before a weak head say of what: "cartel boss", not "shrunken head"."""
        if not p.compound_words or p.head.head in ("member", "leader"):
            return False
        if p.head.head not in _ALWAYS_NEED:
            return True
        words = [w.lower() for w in p.compound_words]
        return kind_of(words, self.body_lex) != "other" or any(w[:1].isupper() for w in p.compound_words)

    def _countries_right(self, p: Phrase) -> str | None:
        """The country of "President of Burundi", not of "ambassador to Japan"; all of a plural's."""
        codes = [place.iso3 for place in self._right_places(p) if place.iso3 not in UNIONS]
        return join_codes(codes if p.plural else codes[-1:]) if codes else None

    def _right_places(self, p: Phrase) -> list[Place]:
        out = []
        for i in range(p.head_end, p.end):
            place = self.places.at(i)
            if place is None or place.first != i or self.bodies.at(i) is not None:
                continue  # a body knows its own country
            j = i - 1
            while j > p.head_end and (self.t.lower[j] in ("the", "and", ",") or self.places.at(j) is not None):
                if i - j > _LONGEST_LIST:
                    break
                j -= 1
            possessive = self.t.lower[min(place.end, self.t.n - 1)] in POSSESSIVES
            turned = any(self.t.lower[k] in ("to", "for", "with", "in", "on") for k in range(p.head_end, i))
            behind = place.end
            if place.kind == "name" and behind < p.end and is_cap(self.t, behind) and self.places.at(behind) is None:
                continue  # "director of the China Internet Project"
            if self.t.lower[min(behind, self.t.n - 1)] in _DESCENT:
                continue
            if place.kind == "demonym" and self.t.lower[i - 1] in self.lex.regions:
                continue  # "rector of the Central American University"
            # "spokesman for U.S. forces in Afghanistan": whose forces
            speaks = p.head.role == "spokesperson" and j == p.head_end and self.t.lower[j] == "for" and behind < p.end
            speaks |= self.t.lower[j] == "at" and behind < p.end and place.kind in ("demonym", "name")
            if speaks or (self.t.lower[j] in ("of", "from") or possessive) and not turned:
                out.append(place)
        return out

    def _country(
        self, stated: list[Place], right: str | None, after: Place | None, body: Body | None, p: Phrase
    ) -> tuple[str | None, str | None]:
        if after is not None and after.iso3 not in UNIONS:
            return after.iso3, "explicit"
        if stated:
            return join_codes(c.iso3 for c in stated), "explicit"
        if right is not None:
            return right, "explicit"
        if body is not None and body.country and body.country not in UNIONS:
            named = any(place.iso3 == body.country for place in self.places.within(p.left, p.end))
            return body.country, "explicit" if named else "organization"
        if p.head.country and (body is None or body.kind != "igo"):
            return p.head.country, "inferred"
        return None, None

    def _portfolio(self, p: Phrase, country: str | None) -> str | None:
        if country and (p.head.head, country) in self.lex.country_roles:
            found = self.lex.country_roles[p.head.head, country][1]
            if found:
                return found
        if p.head.portfolio and not (p.head.head in _OF_STATE and self.t.lower[p.head_end : p.head_end + 1] == ["for"]):
            return p.head.portfolio
        if p.portfolio:
            return "; ".join(dict.fromkeys(self.lex.portfolios.get((w,), w) for w in p.portfolio))
        if p.end > p.head_end and self.t.lower[p.head_end] in ("for", "to", "on"):
            body, end = p.body, p.end
            if body is not None and body.first > p.head_end + 3:  # "technology and programs | of the Freedom Forum"
                k = body.first - 1 if self.t.lower[body.first - 1] == "the" else body.first
                end = k - 1 if self.t.lower[k - 1] in ("of", "at") else end
            field = text_of(self.t, p.head_end + 1, end)
            return self.lex.portfolios.get(tuple(field.lower().removeprefix("the ").split()), field)
        return None
