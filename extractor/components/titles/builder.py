"""Title records from title phrases: role, organization, portfolio and stated country."""

from __future__ import annotations

from extractor.components.records import TitleLinks, TitleRecord
from extractor.components.titles.affiliation import Affiliations
from extractor.components.titles.holding import Holding
from extractor.components.titles.phrase import POSSESSIVES, Phrase
from extractor.components.titles.role_context import RoleContext
from extractor.components.titles.roles import head_text, role_of
from extractor.components.titles.specific import Specificity
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.linking.bodies import Body, BodyIndex, BodyLexicon, is_cap
from extractor.linking.names import NameSpan
from extractor.linking.places import UNIONS, Place, PlaceIndex, join_codes
from extractor.linking.text import text_of

_OF_FIELDS = frozenset({"minister", "deputy_minister", "envoy"})
_NO_STATE = frozenset({"other", "company", "ngo", "media", "armed_group"})
# Tokens of a list of countries that are looked back over.
_LONGEST_LIST = 80


class RecordBuilder:
    """Makes the records of one document."""

    def __init__(
        self, tokens: TokenTable, places: PlaceIndex, bodies: BodyIndex, lex: TitleLexicon, body_lex: BodyLexicon
    ) -> None:
        self.t, self.places, self.bodies, self.lex, self.body_lex = tokens, places, bodies, lex, body_lex
        self.affiliations = Affiliations(tokens, places, bodies, lex, body_lex)
        self.context = RoleContext(tokens, places, bodies, lex)
        self.specificity = Specificity(tokens, lex, body_lex)

    def records(self, h: Holding) -> list[TitleRecord]:
        p = h.phrase
        linked = bool(h.names) or h.pronoun is not None
        if not linked and p.head.role == "judiciary" and self._is_office(p):
            return []
        at = self.affiliations.of(p)
        body, organization, kind = at.body, at.organization, at.kind
        if body is not None and not body.country and self._is_field(p, body):
            body = organization = kind = None
        if not linked and kind == "party" and p.head.head == "member" and not p.plural:
            return []  # plain membership is no post
        stated = [c for c in p.countries if c.iso3 not in UNIONS and not self._is_seat(c)]
        right = self._countries_right(p)
        holders: list[tuple[NameSpan | None, Place | None]] = [*h.names] or [(None, None)]
        out = []
        for name, after in holders:
            codes, basis = self._country(stated, right, after, body, p)
            if h.party_state and codes is None:
                codes, basis = "USA", "explicit"
            role = role_of(self.t, p, self.lex, kind, codes)
            role = self.context.adjusted(p, role, body)
            if role == "intergovernmental":
                codes, basis = None, None
            first = p.first if linked or p.country_inside is None or p.country_inside > p.first else p.country_inside
            if not linked and p.country_inside is not None:
                first = self._with_modifiers(p)
            start, end = self.t.span(first, p.end)
            out.append(
                TitleRecord(
                    start, end, f"title-{h.basis}", 0.95 if h.names else 0.85,
                    head=head_text(self.t, p, self.lex, linked=bool(h.names)), role=role,
                    portfolio=self._portfolio(p, codes), organization=organization, parent_organization=at.parent,
                    country=codes, country_basis=basis,
                    incumbency=p.incumbency if p.incumbency != "current" else (h.incumbency or "current"),
                    basis=h.basis, links=self._links(p, h, name, codes, organization),
                )
            )  # fmt: skip
        return out

    def _is_field(self, p: Phrase, body: Body) -> bool:
        """ "Secretary of Homeland Security", "Adviser for Economic Growth": a field, taken for a body."""
        role = p.head.role
        if body.source == "lexicon" or body.nominal:
            return False
        acronym = body.end - body.first == 1 and self.t.text[body.first].isupper()
        if role in _OF_FIELDS and body.source == "model" and body.kind == "other" and not acronym:
            return True
        turned = body.first > p.head_end and self.t.lower[p.head_end] == "for"
        return turned and role in (*_OF_FIELDS, "adviser") and body.kind in _NO_STATE

    def _is_seat(self, place: Place) -> bool:
        """ "director of the Moscow office of the Foundation": where an office is, not whose."""
        t, i = self.t, place.end
        if place.kind not in ("city", "capital") or i >= t.n or t.lower[i] not in self.lex.of("seat"):
            return False
        return t.lower[i + 1 : i + 2] in (["of"], ["chief"]) or self.bodies.at(place.first - 2) is not None

    def _is_office(self, p: Phrase) -> bool:
        """ "The prosecutor's office" is a body."""
        behind = self.t.lower[p.end : p.end + 2]
        return len(behind) == 2 and behind[0] in POSSESSIVES and behind[1] in self.lex.offices

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
        specific = self.specificity.of(p, bool(h.names), bool(codes or org or p.possessor), org)
        return TitleLinks(
            p.first, p.end, p.left, name, p.possessor, h.pronoun, p.possessor_pronoun, p.definite, p.indefinite,
            p.plural, head.generic, specific, tuple(self.t.lower[p.core_first : p.head_first]), head.head,
        )  # fmt: skip

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
            if self._is_seat(place):
                continue
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
            if self.t.lower[min(behind, self.t.n - 1)] in self.lex.of("descent"):
                continue  # "a businessman of Russian heritage"
            if place.kind == "demonym" and self.t.lower[i - 1] in self.lex.regions:
                continue  # "rector of the Central American University"
            # "spokesman for U.S. forces in Afghanistan": whose forces
            speaks = p.head.role == "spokesperson" and j == p.head_end and self.t.lower[j] == "for" and behind < p.end
            speaks |= self.t.lower[j] == "at" and behind < p.end and place.kind in ("demonym", "name")
            settled = p.head.role == "official" and p.plural or p.head.head == "politician"
            stands = settled and j == p.head_end and self.t.lower[j] == "in"
            if stands or speaks or (self.t.lower[j] in ("of", "from") or possessive) and not turned:
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
        # "Secretary of State for Health": of that field, not of the head's own
        turned = p.head.head in self.lex.of("head_with_field") and self.t.lower[p.head_end : p.head_end + 1] == ["for"]
        if p.head.portfolio and not turned:
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
