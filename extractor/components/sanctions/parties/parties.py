"""Who stands behind a phrase: its country, and for targets what kind of thing it is."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from extractor.components.extraction import Extraction, tokens_of
from extractor.components.sanctions.parties.beside import beside
from extractor.components.sanctions.parties.held_titles import led_by, titled
from extractor.components.sanctions.parties.target_kinds import TargetKinds
from extractor.components.sanctions.parties.turns import Turns
from extractor.components.sanctions.text.clipping import clip_sender, clip_target
from extractor.components.sanctions.text.closed_classes import ASIDES
from extractor.components.sanctions.text.phrases import Phrases
from extractor.linking.places import UNIONS, Place, PlaceIndex

Span = tuple[int, int]
# Tokens above which a phrase without a state may hold more than the subject.
_LONG = 6


@dataclass(slots=True)
class Party:
    """A phrase in a role: text span (tokens), country codes, target type."""

    span: Span | None = None
    countries: tuple[str, ...] = ()
    kind: str | None = None
    text: str | None = None

    def key(self) -> str:
        return ";".join(self.countries)


class Parties(TargetKinds):
    """Resolves phrases of one document to countries, with what the components before have found."""

    def __init__(self, phrases: Phrases, places: PlaceIndex, facts: Extraction, doc: Doc) -> None:
        super().__init__(phrases, places)
        self.doc = doc
        self.facts = facts
        # The state that puts the text out, once it has been looked for.
        self.issuers: tuple[str | None] | None = None
        led = [(o, o.country) for o in facts.officials if o.country]
        people = [(o.start, o.end, country) for o, country in led]
        people += [(m.start, m.end, country) for o, country in led for m in o.mentions if m.kind != "title"]
        people += [(r.start, r.end, r.country) for r in facts.titles if r.country and r.country_basis != "inferred"]
        # Leaders of states under sanctions need no title.
        named = phrases.words.rulers.matches(self.t.text)
        people += [(self.t.start[a], self.t.end[b - 1], code) for a, b, code in named]
        self.people: list[tuple[int, int, str]] = sorted(people)
        # Of those who act the article speaks for their state; whose state the one who is hit has, it must say.
        guessed = {(o.start, o.end) for o in facts.officials if o.country_basis == "inferred"}
        guessed |= {(m.start, m.end) for o in facts.officials if o.country_basis == "inferred" for m in o.mentions}
        self._known = [row for row in self.people if row[:2] not in guessed]
        bodies = [(o.start, o.end, o.country) for o in facts.organizations if o.country]
        bodies += [(m.start, m.end, o.country) for o in facts.organizations for m in o.mentions if o.country]
        self.bodies: list[tuple[int, int, str]] = sorted(bodies)

    @cached_property
    def raw(self) -> str:
        """The document's text: built on first use, for most documents have no sanctions."""
        return tokens_of(self.doc).string

    @cached_property
    def turns(self) -> Turns:
        """The speakers of a transcript."""
        return Turns(self.t, self.facts, self.p.words)

    @cached_property
    def legislature(self) -> Party | None:
        """The first legislature that the article names with a known state."""
        chambers = self.p.words.of("legislature")
        for i in range(self.t.n):
            if self.t.lower[i] in chambers:
                found = self.sender((i, i + 1))
                if found.countries:
                    return found
        return None

    @cached_property
    def tally(self) -> Counter[str]:
        """How often the document names each country."""
        found = self.places.within(0, self.t.n)
        return Counter(p.iso3 for p in found if p.kind in ("name", "alias", "demonym", "capital"))

    @cached_property
    def under_regime(self) -> set[str]:
        """The states under a standing regime that the document names, itself or by their officials."""
        led = {code for _, _, codes in self.people for code in codes.split(";")}
        return ({x.iso3 for x in self.places.within(0, self.t.n)} | led) & self.p.words.regimes

    def focus(self, others: tuple[str, ...]) -> str | None:
        """The country that the document is about, beside `others`: named more than once and far more than the next."""
        ranked = [(c, n) for c, n in self.tally.most_common() if c not in others and c not in UNIONS]
        if not ranked or ranked[0][1] < 2 or len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]:
            return None
        return ranked[0][0]

    def people_within(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Officials named in the characters start … end, with their countries."""
        first = bisect_left(self.people, (start, 0, ""))
        return [row for row in self.people[first : first + 20] if row[0] < end]

    def text(self, span: Span) -> str:
        start, end = self.t.span(*span)
        return self.raw[start:end]

    def trim(self, span: Span) -> Span:
        """Without articles, quotes and commas at the edges; "the Gambia" keeps the article of its name."""
        a, b = span
        while (
            a < b - 1
            and self.places.at(a) is None
            and (
                self.t.lower[a] in ("the", "a", "an", '"', "'", "``", ",")
                or self.t.tag[a] in ("``", "HYPH")
                or not any(c.isalnum() or c in "$€£¥" for c in self.t.text[a])
            )
        ):
            a += 1
        while b - 1 > a and (self.t.text[b - 1] in (",", '"', "'", "(", "''", "'s", "’s", "’")):
            b -= 1
        return a, b

    def sender(self, span: Span) -> Party:
        """The party that acts: its state is named in the phrase, or known for the body, official or title in it."""
        a, b = self.trim(span)
        if (
            b - a == 1
            and self.t.lower[a] in ("it", "they", "he", "she", "we")
            or self.t.lower[a] in ("its", "their", "his", "her")
        ) and (known := self._speaker(a)):
            return known
        a, b = self.trim(clip_sender(a, self._parties_only(a, b), self.p))
        found = self._state_of(a, b)
        if not found and b - a > _LONG and self.p.start(b - 1) > a:
            # "a bill in January and last autumn Congress": more than the subject was taken.
            a, b = self.trim(clip_sender(self.p.start(b - 1), b, self.p))
            found = self._state_of(a, b)
        if not self.places.within(a, b):
            (a, b), found = beside(a, b, found, self)
        return Party((a, b), found, None, self.text((a, b)))

    def _parties_only(self, a: int, b: int) -> int:
        """ "the Security Council, and theft of Libya's oil": end of the phrase without a conjunct that does not act."""
        t = self.t
        for k in range(a + 1, b - 1):
            if t.lower[k] not in ("and", "or") or t.text[k - 1] not in (",", ")"):
                continue
            end = self.p.end(k + 1)
            if end >= b or t.lower[end] != "of" or t.tag[end - 1] not in ("NN", "NNS"):
                continue
            if t.lemma[end - 1] not in self.p.words.party_words["office"] | self.p.words.party_words["person"]:
                return k - 1 if t.text[k - 1] == "," else k
        return b

    def _speaker(self, i: int) -> Party | None:
        """ "The EU said it may": the only country or body named before a pronoun in its sentence."""
        t = self.t
        first = t.sentence(i)[0]
        if t.lower[i] in ("he", "she"):
            people = self.people_within(t.start[first], t.start[i])
            if people:
                a, b, states = people[0]
                return Party(None, tuple(states.split(";")), None, self.raw[a:b])
        before = [x for x in self.places.within(first, i) if not (x.kind == "demonym" and t.tag[x.end] == "NNP")]
        said = i - 2 if i - first > 2 and t.lower[i - 1] == "that" else i - 1
        if i > first + 1 and t.tag[said] in ("VBD", "VBZ") and self.p.verb(said):
            # "Harare says it will": who speaks.
            near = self.p.left_phrase(self.p.group(said)[0])
            if near is not None and (codes := self._state_of(*near)):
                return Party(near, codes, None, self.text(near))
        if t.lower[i] == "we":
            # Those who speak are named outside of what they say.
            return None
        if i > first and t.lower[i - 1] in ("and", "but"):
            acting = [p for p in before if t.tag[min(p.end, t.n - 1)] in ("VBD", "VBZ", "MD", "VBP")]
            before = acting[:1] or before
        if len({p.iso3 for p in before}) != 1 or before[0].kind in ("city", "region"):
            return None
        place = before[0]
        return Party((place.first, place.end), (self.acting_code(place),), None, self.text((place.first, place.end)))

    def _state_of(self, a: int, b: int) -> tuple[str, ...]:
        if not self.p.words.of("act_or_bill").isdisjoint(self.t.lemma[a:b]):
            # "the Iran Sanctions Act" is no act of Iran's.
            return ()
        codes: list[str] = []
        continents = self.p.words.of("continent_part")
        i = a
        while i < b:
            body = self.p.words.bodies.match_at(self.t.text, i)
            place = self.places.at(i)
            if place is not None and place.first and self.t.lower[place.first - 1] in continents:
                # "Central America" is no state.
                i = place.end
                continue
            if place is not None and place.first > a and self.t.lower[place.first - 1] in ("in", "at"):
                # "announced by the President in Brussels"
                outside = bool(codes) or place.kind in ("capital", "city")
                place, body = (None, None) if outside else (place, body)
            if place is not None and place.first >= a and place.end <= b:
                if not (body and body[1] is None and body[0] > place.end):
                    codes.append(self.acting_code(place))
                i = max(place.end, i + 1)
                continue
            if body is not None and body[0] <= b:
                codes.append(body[1] or "")
                i = body[0]
                continue
            i += 1
        found = tuple(sorted({c for c in codes if c}))
        if not found and codes:
            # A body of many states acts for none.
            return ()
        if found:
            if len(found) > 1 and not self._coordinated(a, b):
                found = tuple(c for c in found if c == codes[0]) or found[:1]
            return found
        start, end = self.t.span(a, b)
        for table in (self.bodies, self.people):
            codes = [c for s, e, c in table if s < end and e > start]
            if codes:
                return tuple(sorted({x for c in codes for x in c.split(";") if x}))
        return titled(a, b, self)

    def acting_code(self, place: Place) -> str:
        """Brussels as the one who acts is the European Union."""
        return "EUE" if place.iso3 == "BEL" and place.kind == "capital" else place.iso3

    def _coordinated(self, a: int, b: int) -> bool:
        return any(self.t.lower[i] in ("and", "or", "&", ",", "with") for i in range(a, b))

    def target(self, span: Span) -> Party:
        """The party that is hit: countries of its core, else of its attributes, else of the name in apposition."""
        a, b = clip_target(*self.trim(span), self.p)
        if not self._pronoun(a, b) and not self.places.within(a, b):
            b = max(b, self._attributes(b))
        if self.t.tag[a] == "PRP$" and b - a > 1 and self.t.lemma[self._head(a, b)] in self.p.words.of("holdings"):
            # "their assets in Canada": theirs whom the text names before.
            return Party((a, a + 1), (), None, self.text((a, a + 1)))
        party = Party((a, b), (), None, self.text((a, b)))
        party.kind = self._kind(a, b, ())
        doer = self.places.at(a)
        if party.kind is None and doer is not None and self.t.lower[doer.end : doer.end + 1] in (["'s"], ["’s"]):
            # "Russia's war in Ukraine", "Iran's nuclear program": who wages it.
            return Party((a, doer.end), (doer.iso3,), "country", self.text((a, doer.end)))
        if party.kind != "country" and self._dealers(a, b):
            return party
        party.countries = self._countries_hit(a, b)
        party.kind = party.kind or self._kind(a, b, party.countries)
        return party

    def _pronoun(self, a: int, b: int) -> bool:
        return b - a == 1 and self.t.tag[a] == "PRP"

    def _countries_hit(self, a: int, b: int) -> tuple[str, ...]:
        t = self.t
        core: list[str] = []
        rest: list[str] = []
        aside = False
        i = a
        while i < b:
            low = t.lower[i]
            if low in ASIDES and i > a and not (low == "to" and t.lower[i - 1] in self.p.words.of("tying_word")):
                aside = True
            place = self.places.at(i)
            if place is not None and (self._owner(place) or self._in_name(place)):
                place = None
            if place is not None:
                union = place.iso3 in UNIONS and (place.end < b and t.tag[place.end].startswith("NN"))
                body = self.p.words.bodies.match_at(t.text, max(place.first, a))
                office = body is not None and body[0] > place.end
                attacked = i > a and self._invaded(i)
                if not (union or office or attacked or self._linked_government(i, a, place)):
                    if not aside:
                        core.append(place.iso3)
                    elif t.lower[i - 1] in ("in", "from") or self._deed_of(place):
                        rest.append(place.iso3)
                i = max(place.end, i + 1)
            else:
                i += 1
        if core:
            return tuple(sorted(set(core) - UNIONS or set(core)))
        start, end = t.span(a, b)
        for table in (self._known, self.bodies):
            codes = [c for s, e, c in table if s < end and e > start]
            if codes:
                return tuple(sorted({x for c in codes for x in c.split(";") if x} - UNIONS))
        if rest or (explained := self._explained(b) or led_by(b, self)):
            return tuple(sorted(set(rest))) or explained
        # The leader of a state under sanctions, whose state the article need not name.
        guessed = {c for s, e, c in self.people if s < end and e > start and c in self.p.words.regimes}
        return tuple(guessed) if len(guessed) == 1 else ()
