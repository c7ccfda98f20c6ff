"""Title records from title phrases: role, organization, portfolio and stated country."""

from __future__ import annotations

from extractor.components.records import TitleLinks, TitleRecord
from extractor.components.titles.holding import Holding
from extractor.components.titles.phrase import POSSESSIVES, Phrase
from extractor.components.titles.roles import head_text, role_of
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.linking.bodies import Body, BodyIndex, BodyLexicon, kind_of
from extractor.linking.names import NameSpan
from extractor.linking.places import Place, PlaceIndex, join_codes
from extractor.linking.text import text_of

# Unions are organizations to the titles table: holders of their posts have no country.
UNIONS = frozenset({"EUE", "UNO"})
# Heads too weak to make a row unless the text says whose.
_ALWAYS_NEED = frozenset(
    {"member", "head", "chief", "director", "secretary", "officer", "manager", "leader", "representative"}
)


class RecordBuilder:
    """Makes the records of one document."""

    def __init__(
        self, tokens: TokenTable, places: PlaceIndex, bodies: BodyIndex, lex: TitleLexicon, body_lex: BodyLexicon
    ) -> None:
        self.t, self.places, self.bodies, self.lex, self.body_lex = tokens, places, bodies, lex, body_lex
        self.international = any(b.kind == "igo" or b.country in UNIONS for b in bodies.bodies)

    def records(self, h: Holding) -> list[TitleRecord]:
        p = h.phrase
        linked = bool(h.names) or h.pronoun is not None
        body, parent = self._organization(p)
        named = body.antecedent or body if body else None
        organization = text_of(self.t, named.first, named.end) if named else None
        parent_name = body.parent_name if body else None
        if parent is not None:
            above = parent.antecedent or parent
            parent_name = text_of(self.t, above.first, above.end)
        kind = body.kind if body else None
        nominal = self._nominal_kind(p) if kind in (None, "other", "igo") else None
        kind = nominal or kind
        if body is not None and body.country in UNIONS and nominal is None:
            kind = "igo"
        if kind in (None, "other") and p.compound_words:
            kind = kind_of([w.lower() for w in p.compound_words], self.body_lex)
            if kind != "other" and organization is None:
                organization = " ".join(p.compound_words)
        stated = [c for c in p.countries if c.iso3 not in UNIONS]
        right = self._country_right(p, body)
        holders: list[tuple[NameSpan | None, Place | None]] = [*h.names] or [(None, None)]
        out = []
        for name, after in holders:
            codes, basis = self._country(stated, right, after, body, p)
            if h.party_state and codes is None:
                codes, basis = "USA", "explicit"
            role = role_of(self.t, p, self.lex, kind, codes)
            if role == "intergovernmental" and body is None and not self.international:
                role = "other"  # a secretary-general of something the article does not name
            if role == "intergovernmental":
                codes, basis = None, None
            first = p.first if linked or p.country_inside is None or p.country_inside > p.first else p.country_inside
            if not linked and p.country_inside is not None:
                first = self._with_modifiers(p)
            start, end = self.t.span(first, p.end)
            out.append(
                TitleRecord(
                    start, end, f"title-{h.basis}", 0.95 if h.names else 0.85,
                    head=head_text(self.t, p, linked=bool(h.names)), role=role, portfolio=self._portfolio(p, codes),
                    organization=organization, parent_organization=parent_name, country=codes, country_basis=basis,
                    incumbency=p.incumbency if p.incumbency != "current" else (h.incumbency or "current"),
                    basis=h.basis, links=self._links(p, h, name, codes, organization),
                )
            )  # fmt: skip
        return out

    def _may_be_surname(self, p: Phrase) -> bool:
        """A lone "King", "Cardinal" or "Major" without article is as often somebody's name."""
        lone = p.head_end - p.head_first == 1 and not p.plural
        return lone and (
            p.head.role in ("royal", "non_state", "military", "judiciary") or p.head.head in ("king", "queen")
        )

    def _nominal_kind(self, p: Phrase) -> str | None:
        """Kind of a body named by a common noun only: "president of that party", "chief of the EEC delegation"."""
        words = self.t.lower[p.head_end : p.end]
        if not words or words[0] not in ("of", "for", "at"):
            return None
        found = kind_of(words[1:], self.body_lex)
        return None if found == "other" else found

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
        elif head.head in _ALWAYS_NEED or head.generic:
            specific = stated or bool(p.portfolio) or (bool(p.compound_words) and head.head not in ("member", "leader"))
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

    def _organization(self, p: Phrase) -> tuple[Body | None, Body | None]:
        body = p.body
        if body is None:
            return None, None
        return body, body.parent

    def _country_right(self, p: Phrase, body: Body | None) -> Place | None:
        """The country of "President of Burundi", not of "ambassador to Japan" or "envoy for Iran"."""
        places = [pl for pl in self._right_places(p) if pl.iso3 not in UNIONS]
        return places[-1] if places else None

    def _right_places(self, p: Phrase) -> list[Place]:
        out = []
        for i in range(p.head_end, p.end):
            place = self.places.at(i)
            if place is None or place.first != i or self.bodies.at(i) is not None:
                continue  # a body knows its own country
            j = i - 1
            while j > p.head_end and self.t.lower[j] in ("the", "and", ","):
                j -= 1
            possessive = self.t.lower[min(place.end, self.t.n - 1)] in POSSESSIVES
            turned = any(self.t.lower[k] in ("to", "for", "with", "in", "on") for k in range(p.head_end, i))
            if (self.t.lower[j] in ("of", "from") or possessive) and not turned:
                out.append(place)
        return out

    def _country(
        self, stated: list[Place], right: Place | None, after: Place | None, body: Body | None, p: Phrase
    ) -> tuple[str | None, str | None]:
        if after is not None and after.iso3 not in UNIONS:
            return after.iso3, "explicit"
        if stated:
            return join_codes(c.iso3 for c in stated), "explicit"
        if right is not None:
            return right.iso3, "explicit"
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
        if p.head.portfolio:
            return p.head.portfolio
        if p.portfolio:
            return "; ".join(dict.fromkeys(self.lex.portfolios.get((w,), w) for w in p.portfolio))
        if p.end > p.head_end and self.t.lower[p.head_end] in ("for", "to", "on"):
            return text_of(self.t, p.head_end + 1, p.end)
        return None
