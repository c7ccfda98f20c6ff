"""Who holds the title: the name beside it, in apposition, or tied to it by a verb."""

from __future__ import annotations

from extractor.components.titles.bodies_beside import BodiesBeside
from extractor.components.titles.coordination import (
    conjoined_after,
    conjoined_before,
    past_adjectives,
    past_list,
    past_location,
    past_parenthesis,
)
from extractor.components.titles.holding import Holding, addressed
from extractor.components.titles.names import CLOSERS, NameBook
from extractor.components.titles.phrase import POSSESSIVES, Phrase
from extractor.components.titles.predicates import Predicates
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon
from extractor.linking.bodies import BodyIndex
from extractor.linking.names import NameSpan
from extractor.linking.places import Place, PlaceIndex
from extractor.linking.voice import is_party_state

# Tokens of a clause between "one of the candidates" and the name.
_LONGEST_CLAUSE = 7
# Prepositions of place that go on after a name between commas: "a Syrian general, NAME at an airport".
_PLACED = frozenset({"at", "in", "near", "outside"})
_OPENERS = frozenset({",", "(", "-", "--", "–", "—", "_", "["})


class HolderFinder:
    def __init__(
        self,
        tokens: TokenTable,
        places: PlaceIndex,
        bodies: BodyIndex,
        names: list[NameSpan],
        lexicon: Lexicon,
        lex: TitleLexicon,
    ) -> None:
        self.t, self.places, self.bodies, self.lexicon, self.lex = tokens, places, bodies, lexicon, lex
        self.book = NameBook(tokens, places, bodies, names, lexicon)
        self.beside = BodiesBeside(tokens, places, bodies, lex)
        self.predicates = Predicates(tokens, self.book, lex)

    @property
    def names(self) -> list[NameSpan]:
        """All names, those found beside titles among them, left to right."""
        return self.book.names

    def attach(self, phrases: list[Phrase]) -> list[Holding]:
        for p, q in zip(phrases, phrases[1:]):
            if self.t.lower[p.end : q.left] == ["and"] and not q.countries and not q.definite:
                q.definite, q.countries = p.definite, list(p.countries)  # "Japan's premier and foreign minister"
        holdings = [Holding(p) for p in phrases]
        stacked = {p.first for p in phrases}
        for holding in holdings:
            # "Defense Minister | General NAME": see conjoined_before
            if holding.phrase.end not in stacked and not self._ends_with_title(holding.phrase):
                self._prenominal(holding)
        for k, holding in enumerate(holdings):
            if not holding.names:
                self.predicates.name_behind(holding, holdings[k + 1] if k + 1 < len(holdings) else None)
        for holding in holdings:
            if not holding.names:
                self._apposition_before(holding)
        self.beside.share(phrases)
        for k, holding in enumerate(holdings):
            if not holding.names and k + 1 < len(holdings):
                conjoined_before(self.t, self.places, holding, holdings[k + 1])
        for holding in holdings:
            if not holding.names:
                self._apposition_after(holding)
        for k, holding in enumerate(holdings[:-1]):
            if not holding.names:
                conjoined_before(self.t, self.places, holding, holdings[k + 1])
        for holding in holdings:
            if not holding.names:
                self.predicates.tie(holding)
        for k, holding in enumerate(holdings):
            if k and not holding.names and holding.pronoun is None:
                conjoined_after(self.t, holdings[k - 1], holding)
                if holding.names and holding.phrase.body is None:
                    self.beside.behind(holding.phrase, self.book)
        self.beside.share(phrases)
        return holdings

    # --- TITLE NAME -----------------------------------------------------------------------------------------------

    def _prenominal(self, h: Holding) -> None:
        p, t = h.phrase, self.t
        _, high = t.sentence(p.head_first)
        i = p.end
        if i >= high:
            return
        if t.text[i] == '"' and i + 1 < high:  # nicknames stay out
            return
        sure = i in self.book.by_first
        title_case = t.text[p.head_first][:1].isupper() or p.head.plural or p.head.head.endswith(".")
        told = p.body is not None and p.body.end == i
        if not sure and not (title_case or told or self.book.at.get(i) or p.head.role not in ("official", "other")):
            return
        name = self.book.beside(i)
        if name is None or (
            name.first >= p.end + 1 and name.first not in self.book.at and not t.text[p.end].endswith(".")
        ):
            return
        if not sure and not self.book.plausible(p, name):
            return
        if (
            name.end - name.first == 1
            and t.lower[name.first] in self.book.common
            and self.bodies.at(name.first) is None
            and sure
            and not self.book.titled_word(p, name)
        ):
            return  # "member of the Senate Committee"
        if (
            p.head.head == "head"
            and p.end == p.head_end
            and not (p.body or p.countries or p.portfolio or p.compound_words)
        ):
            return  # "possibly featuring Head NAME"
        name = self.book.use(name)
        h.names.append((name, self._country_after(name.end, high)))
        h.party_state |= self._party_state(name.end, high)
        h.basis = "possessive" if p.possessor is not None else "prenominal"
        if p.plural:
            self._more_names(h, name.end, high)
        if p.body is None and h.names[-1][1] is None:
            p.body = self.beside.after_name(h.names[-1][0].end, high)

    def _ends_with_title(self, p: Phrase) -> bool:
        """ "adviser to FIFA president NAME": the name is the president's."""
        heads = self.lex.heads
        inner = [heads.match_at(self.t.lower, k) for k in range(max(p.head_end + 1, p.end - 3), p.end)]
        return any(found is not None and found[0] == p.end for found in inner)

    def _country_after(self, i: int, high: int) -> Place | None:
        """ "of Germany" right after a name."""
        if i + 1 < high and self.t.lower[i] == "of":
            j = i + 2 if self.t.lower[i + 1] == "the" and i + 2 < high else i + 1
            place = self.places.at(j)
            if place is not None and place.first == j and place.kind != "demonym":  # "of Puerto Rican descent"
                return place
        return None

    def _more_names(self, h: Holding, i: int, high: int) -> None:
        """The other names of a plural title: "Presidents A and B", "Sens. A (R-Ky.), B of Ohio and C"."""
        t = self.t
        country = h.names[-1][1]
        if country is not None:
            i = country.end
        for _ in range(60):
            i = past_parenthesis(self.t, i, high)
            if i < high and t.text[i] == "," or i < high and t.lower[i] in ("and", "&"):
                i += 1
                if i < high and t.lower[i] in ("and", "&"):
                    i += 1
            else:
                return
            if i >= high:
                return
            if self.places.at(i) is not None and self.places.at(i).kind == "demonym":  # type: ignore[union-attr]
                return
            if self.lex.heads.match_at(t.lower, i) is not None:
                return
            name = self.book.by_first.get(i) or self.book.beside(i)
            if name is None or name.first - i > 2 or (name.end - name.first < 2 and name.first not in self.book.at):
                return
            name = self.book.use(name)
            country = self._country_after(name.end, high)
            h.party_state |= self._party_state(name.end, high)
            h.names.append((name, country))
            i = country.end if country is not None else name.end

    def _party_state(self, i: int, high: int) -> bool:
        return is_party_state(self.t, i, high)

    # --- NAME, TITLE ----------------------------------------------------------------------------------------------

    def _apposition_before(self, h: Holding) -> None:
        p, t = h.phrase, self.t
        low, _ = t.sentence(p.head_first)
        if p.head.capital and not p.plural and p.left == p.head_first and p.left in self.book.by_end:
            h.names.append((self.book.by_end[p.left], None))  # "NAME MSP"
            h.basis = "apposition"
            return
        i = past_list(self.t, self.book, p, low) or past_adjectives(self.t, p.left, low)
        if t.lower[p.end : p.end + 1] in (["'s"], ["’s"]):
            return  # "NAME, the director's wife"
        if i - 1 <= low or t.text[i - 1] not in _OPENERS:
            return
        i -= 1
        # an age or a party between: "Fumio Kishida, 66, prime minister"
        if i - 2 > low and t.pos[i - 1] == "NUM" and t.text[i - 2] == ",":
            i -= 2
        # "NAME, R-Miss., the majority leader"
        for j in range(i - 2, max(low, i - 6), -1):
            if t.text[j] == "," and is_party_state(t, j, i + 1):
                i = j
                break
        if t.text[i - 1] == ")":
            for j in range(i - 2, max(low, i - 12), -1):
                if t.text[j] == "(":
                    i = j
                    break
        name = self.book.before(i, p)
        if name is None or (p.possessor is not None and p.possessor.first == name.first):
            return
        if addressed(self.t, p, name):
            return
        if p.plural and not {"and", "&"} & set(t.lower[max(low, name.first - 4) : name.first]):
            return  # "NAME, members of his family, and …"
        h.names.append((name, None))
        h.basis = "apposition"
        self.beside.behind(p, self.book)

    # --- TITLE, NAME ----------------------------------------------------------------------------------------------

    def _apposition_after(self, h: Holding) -> None:
        p, t = h.phrase, self.t
        _, high = t.sentence(p.head_first)
        i = past_location(t, self.places, p.end)
        one = p.plural and "one of" in " ".join(t.lower[max(p.left - 3, 0) : p.left])
        if one:  # "one of the four candidates running in Ohio, NAME"
            i = next((k for k in range(i, min(i + _LONGEST_CLAUSE, high)) if t.text[k] == ","), i)
        if i + 3 < high and t.text[i] == "(" and (close := past_parenthesis(self.t, i, high)) < high and close > i + 1:
            i = close if t.text[close] == "," else i  # "the head of the Green Party (PV), NAME"
        if i + 1 >= high or t.text[i] not in (",", ":", "-", "--", "–", "—", "_", "("):
            return
        name = self.book.after(i + 1, p)
        speaker = p.indefinite and p.head.role == "spokesperson" and name is not None and name.end - name.first > 1
        if (
            name is None
            or not (
                one or speaker or p.definite or p.countries or p.body is not None or p.modified or self._full_title(p)
            )
            or (p.indefinite and p.plural and not one)
            or (one and name.end - name.first == 1)
        ):
            return
        if t.text[i] == "(" and name.end - name.first == 1:
            return  # the initials of the body
        after = t.text[name.end] if name.end < high else "."
        says = speaker and name.end < high and t.lemma[name.end] in self.lex.reporting  # "a spokesman, NAME said"
        opens = (p.definite or bool(p.countries)) and p.left == t.sentence(p.head_first)[0] and not p.plural
        says |= opens and name.end - name.first > 1 and name.end < high and t.lemma[name.end] in self.lex.reporting
        led = p.left > 0 and t.lower[p.left - 1] == "as" and t.text[i] == ","  # "As leader of …, NAME should"
        stays = after in _PLACED and bool(p.countries) and not p.plural and name.end - name.first > 1
        if after not in CLOSERS and after.lower() != "and" and t.text[i] != ":" and not (says or led or stays):
            return
        if after == "," and name.end + 1 < high and name.end + 1 in self.book.by_first and not p.plural:
            return  # a list of names
        h.names.append((name, None))
        h.basis = (
            "possessive"
            if p.possessor is not None or p.possessor_pronoun is not None or self._possessive(p)
            else "apposition"
        )
        if (
            p.body is None
            and name.end + 2 < high
            and t.text[name.end] == ","
            and t.lower[name.end + 1] in ("for", "of")
        ):
            j = name.end + 3 if t.lower[name.end + 2] == "the" else name.end + 2
            body = self.bodies.at(j)
            p.body = body if body is not None and body.first == j else None  # "a spokesman, NAME, for the agency"
        if p.plural and not one:
            self._more_names(h, name.end, high)

    def _full_title(self, p: Phrase) -> bool:
        """A capitalised title that says of what: "thank Secretary of Health, NAME"."""
        return not p.head.generic and p.head_end - p.head_first > 1 and self.t.text[p.head_first][:1].isupper()

    def _possessive(self, p: Phrase) -> bool:
        return any(self.t.lower[i] in POSSESSIVES for i in range(p.left, p.first))
