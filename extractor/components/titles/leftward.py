"""Title phrases to the left of the head: rank, incumbency, portfolio, organization, country, possessor, article."""

from __future__ import annotations

from extractor.components.titles.phrase import ARTICLES, POSSESSIVES, Phrase, is_union
from extractor.components.titles.words_before import WordsBefore
from extractor.linking.bodies import Body, is_cap, kind_of
from extractor.linking.places import COUNTRY_KINDS, Place

_STATE_BODIES = frozenset(
    {"ministry", "government", "parliament", "agency", "military", "police_intelligence", "court", "bureau", "embassy"}
)

# No title has more words before its head; a bound keeps a run of title words linear.
_REACH = 30


class Leftward(WordsBefore):
    """Grows title phrases to the left."""

    def _separable(self, body: Body, lead: Place) -> bool:
        """A country in front of a body of state is not part of its name; in a company's or party's it may be."""
        if body.kind == "committee" and lead.kind == "demonym" and body.source == "grammar":
            return True
        if body.source != "lexicon" or body.kind not in (*_STATE_BODIES, "central_bank"):
            return body.kind in _STATE_BODIES
        if lead.kind not in COUNTRY_KINDS:
            return False
        # "U.S. | Treasury", but "Palestinian Authority": what is left must be a name by itself.
        rest = self.s.t.text[lead.end : body.end]
        known = self.s.body_kinds.known.match_at(rest, 0)
        told = len(rest) > 1 or rest[0].lower() in self.s.lex.of("plain_body")
        return known is not None and known[0] == len(rest) or told and self._names_body(rest)

    def _ends_body(self, i: int, place: Place) -> bool:
        body = self.s.bodies.ending_at(i)
        if body is None or body.first >= place.first or body.nominal:
            return False
        return not any(self.s.t.lower[k] in ARTICLES for k in range(body.first, place.first))

    def _names_body(self, words: list[str]) -> bool:
        return any(True for _ in self.s.body_kinds.heads.matches([w.lower() for w in words]))

    def grow(self, p: Phrase, after: int) -> None:
        """Set the left side of `p`; after: end of the title before it, whose words are not this one's."""
        t = self.s.t
        start = max(t.sentence(p.head_first)[0], p.head_first - _REACH)
        low = max(start, after) if after <= p.head_first else start
        edge = start
        i = p.head_first
        start = i  # span start
        core = i
        seen_country = joined = skipped = False
        while i > low:
            step = self._modifier(i, low)
            if step is not None:
                j, incumbency, is_rank = step
                if incumbency and p.incumbency == "current":
                    p.incumbency = incumbency
                if not seen_country and not skipped:
                    start = j
                    if is_rank and core == i:
                        core = j
                i, p.modified = j, True
                continue
            word = t.lower[i - 1]
            if t.lower[max(i - 3, low) : i] == ["so", "-", "called"]:
                i, p.modified = i - 3, True
                continue
            if word in self.s.lex.outside:
                i -= 1
                p.modified = skipped = True
                continue
            place = self.s.places.at(i - 1)
            if place is not None and place.kind == "metonym" and self.s.bodies.ending_at(i) is not None:
                place = None  # "Kremlin spokesman": the seat of a government is the body
            if place is not None and place.kind == "metonym" and place.end == i and p.head.role == "spokesperson":
                # "White House Press | Secretary": the press is no body there
                p.body = Body(place.first, i, "government", place.iso3, "lexicon")
                start, i, p.modified = place.first, place.first, True
                continue
            if place is not None and self._ends_body(i, place):
                place = None  # "Bank of Finland Governor"
            if place is not None and place.end == i and self._is_region(place, low):
                if not seen_country and t.lower[place.first - 1] in self.s.lex.of("compass"):
                    start, p.modified = place.first - 1, True  # "the group's | North African head"
                    i = start
                break
            seatless = place is not None and place.iso3 not in self.s.body_kinds.senates and not is_union(place)
            if p.head.head == "senator" and seatless:
                break  # "trade with Cuba | Senator NAME said"
            if place is not None and place.end == i and not is_union(place):
                p.countries.insert(0, place)
                p.country_inside = place.first
                seen_country = True
                i = place.first
                # "Japanese and North Korean officials", "French, German and British ministers"
                joint = t.lower[i - 1] if i - 1 > low else ""
                joined |= joint in ("and", "or")
                if self.s.places.at(i - 2) is not None and (
                    joint in ("and", "or", "-", "–") or joint == "," and joined
                ):
                    i -= 1
                continue
            if seen_country:
                break
            if t.text[i - 1] == ")" and (named := self._country_before(i, low)) is not None:
                p.countries.insert(0, named)  # "Republic of Korea (ROK) First Vice Foreign Minister"
                p.country_inside, i = named.first, named.first
                break
            if t.text[i - 1] == ")" and not p.modified:
                opening = next((k for k in range(i - 2, max(low, i - 8), -1) if t.text[k] == "("), None)
                before = self.s.bodies.ending_at(opening) if opening is not None else None
                if before is not None:
                    p.body = before  # "the Football Union (RFU) president"
                    break
            body = self.s.bodies.ending_at(i) or self._union(place, i)
            if body is not None and body.kind == "committee" and p.head.head in self.s.lex.of("chamber_member"):
                break  # "backed by the Finance Committee | Senator NAME said"
            if body is not None and body.first >= low and (lead := self._portfolio_of_state(p, body)) is not None:
                p.countries.insert(0, lead)  # "Malaysian | Primary Industries Minister"
                p.country_inside, seen_country = lead.first, True
                p.portfolio = [w for w in t.lower[lead.end : i] if w.isalpha() and w != "and"] + p.portfolio
                core = lead.end if core == i else core
                start, i, p.modified = lead.end, lead.first, True
                continue
            if body is not None and body.first >= low:
                p.body = body
                p.modified = True
                lead = self.s.places.at(body.first)
                inner = (
                    lead.end
                    if lead is not None
                    and lead.end < body.end
                    and lead.kind != "metonym"
                    and self._separable(body, lead)
                    else body.first
                )
                if inner != body.first and lead is not None:
                    p.countries.insert(0, lead)
                    p.country_inside = lead.first
                    seen_country = True
                start, i = inner, body.first
                if p.plural and not seen_country:
                    start = i = self._past_conjuncts(p, i, low)
                continue
            field = self._portfolio(i, low) or (self._portfolio_chain(i, low) if i == p.head_first else None)
            if field is not None and p.head.role == "official" and t.lower[field:i] == ["administration"]:
                field = None  # of the administration
            if field is not None:
                p.portfolio = [w for w in t.lower[field:i] if w.isalpha() and w != "and"] + p.portfolio
                if core == i:
                    core = field
                start, i, p.modified = field, field, True
                continue
            if self._joins_fields(i, low, p):
                p.compound_words[:0] = t.text[i - 2 : i]
                start = i = i - 2
                continue
            if (part := self._part_of_world(i, low)) is not None:
                start, i, p.modified = part, part, True
                continue
            if self._is_compound(i - 1, p):
                j = self._hyphenated(i - 1, low)
                p.compound_words[:0] = t.text[j:i]
                start, i, p.modified = j, j, True
                continue
            break
        if i == start and (personal := self._of_person(i, low)) is not None:
            p.body, p.modified = personal, True
            start = i = personal.first
        if p.incumbency == "current":
            i = self._past_adjectives(p, i, low)
        p.first, p.core_first = start, min(core, p.head_first)
        self._edge(p, i, edge)

    def _past_conjuncts(self, p: Phrase, i: int, low: int) -> int:
        """Start of the bodies joined to the one at `i`: "NATO, IMF and | World Bank officials"."""
        t, j = self.s.t, i
        while j - 2 >= low and t.lower[j - 1] in (("and", "&", ",") if p.more_bodies else ("and", "&")):
            before = self.s.bodies.ending_at(j - 1)
            if before is None or before.first < low or before.nominal:
                break
            if before.first > low and t.lower[before.first - 1] in ("between", "both", *POSSESSIVES):
                break
            p.more_bodies.insert(0, before)
            j = before.first
        return j

    def _edge(self, p: Phrase, i: int, low: int) -> None:
        """Article, possessive or pronoun in front of the phrase."""
        t = self.s.t
        p.left = i
        if i <= low:
            return
        word = t.lower[i - 1]
        j = i - 2 if word in ARTICLES else i - 1
        if j > low and t.lower[j] in self.s.lex.of("former_adverb") and t.lower[j - 1] in (",", "(", "-", "--"):
            p.incumbency, p.left = "former", j  # "NAME, once the head of …"
            return
        if word in ARTICLES:
            p.definite, p.indefinite = word == "the", word != "the"
            p.left = i - 1
        elif word in ("his", "her", "its", "their", "whose", "our", "my"):
            p.definite, p.possessor_pronoun = True, i - 1
            p.left = i - 1
        elif word in ("one", "another", "some", "several", "two", "three", "many", "other", "any", "no") or (
            t.pos[i - 1] == "NUM" and t.text[i - 1].isalpha()
        ):
            p.indefinite = True
            p.left = i - 1
        elif word in ("that", "this", "these", "those"):
            p.definite = True
            p.left = i - 1
        elif word in POSSESSIVES and i - 2 >= low:
            p.definite = True
            owner = i - 2
            place, body, person = self.s.places.at(owner), self.s.bodies.at(owner), self.s.person_at.get(owner)
            if person is not None:
                p.possessor, p.left = person, person.first
            elif body is not None and (place is None or body.end - body.first > place.end - place.first):
                p.body = p.body or body
                p.left = body.first
            elif place is not None:
                if not p.countries:
                    p.countries.insert(0, place)
                p.left = place.first
            else:
                p.left = owner
                if not is_cap(t, owner):
                    p.owner_kind = kind_of([t.lower[owner]], self.s.body_kinds)
                if t.pos[owner] == "PROPN" and is_cap(t, owner) and self.s.lex.heads.match_at(t.lower, owner) is None:
                    p.owner = owner  # "Merrill's chairman"
            if p.left > low and t.lower[p.left - 1] == "the":
                p.left -= 1

    def _portfolio(self, i: int, low: int, closed: bool = False) -> int | None:
        """Start of the portfolio words that end before `i`: "Foreign", "interior, migration, and justice".

        closed: an "and" has been passed, so that commas join."""
        t = self.s.t
        j = self._one_portfolio(i, low)
        if j is None:
            return None
        while True:
            k = j
            if k - 1 > low and t.lower[k - 1] in ("and", "&"):
                k -= 1
                if k - 1 > low and t.text[k - 1] == ",":
                    k -= 1
            elif k - 1 > low and t.text[k - 1] == ",":
                k -= 1
            if k == j:
                return j
            m = self._one_portfolio(k, low)
            if m is None:
                return j
            # A comma joins portfolios only inside a coordination that "and" closes.
            if t.text[k] == "," and t.lower[k + 1] not in ("and", "&") and not closed:
                return j
            closed = True
            j = m

    def _portfolio_chain(self, i: int, low: int) -> int | None:
        """Start of the portfolios coordinated with a composed head: "Interior, Migration, and | Justice Minister"."""
        k = i
        if k - 1 > low and self.s.t.lower[k - 1] in ("and", "&"):
            k -= 2 if self.s.t.text[k - 2] == "," else 1
            return self._portfolio(k, low, closed=True) if self._one_portfolio(i + 1, i) == i else None
        return None

    def _one_portfolio(self, i: int, low: int) -> int | None:
        for width in (3, 2, 1):
            j = i - width
            if j >= low and tuple(self.s.t.lower[j:i]) in self.s.lex.portfolios:
                return j
        return None
