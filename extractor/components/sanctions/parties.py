"""Who stands behind a phrase: its country, and for targets what kind of thing it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from extractor.components.extraction import Extraction
from extractor.components.sanctions.phrases import Phrases
from extractor.linking.places import Place, PlaceIndex

Span = tuple[int, int]
_UNIONS = {"EUE", "UNO"}
_CHAMBERS = {"bundestag", "congress", "diet", "duma", "house", "knesset", "lawmaker", "parliament", "senate", "senator"}
_ATTRIBUTES = {
    "affiliated", "associated", "based", "belonging", "close", "connected", "involved", "linked", "located",
    "operating", "tied",
}  # fmt: skip
_ASIDES = {
    "accused", "after", "amid", "as", "because", "before", "believed", "citing", "despite", "due", "during",
    "following", "for", "over", "responsible", "since", "that", "through", "to", "under", "until", "when", "which",
    "while", "who", "whom", "whose",
}  # fmt: skip


@dataclass(slots=True)
class Party:
    """A phrase in a role: text span (tokens), country codes, target type."""

    span: Span | None = None
    countries: tuple[str, ...] = ()
    kind: str | None = None
    text: str | None = None

    def key(self) -> str:
        return ";".join(self.countries)


class Parties:
    """Resolves phrases of one document to countries, with what the components before have found."""

    def __init__(self, phrases: Phrases, places: PlaceIndex, facts: Extraction, doc: Doc) -> None:
        self.p = phrases
        self.doc = doc
        self.t = phrases.t
        self.places = places
        self.facts = facts
        people = [(o.start, o.end, o.country) for o in facts.officials if o.country]
        people += [(m.start, m.end, o.country) for o in facts.officials for m in o.mentions if o.country]
        people += [(r.start, r.end, r.country) for r in facts.titles if r.country and r.country_basis != "inferred"]
        self._people: list[tuple[int, int, str]] = sorted(people)
        bodies = [(o.start, o.end, o.country) for o in facts.organizations if o.country]
        bodies += [(m.start, m.end, o.country) for o in facts.organizations for m in o.mentions if o.country]
        self._bodies: list[tuple[int, int, str]] = sorted(bodies)

    @cached_property
    def raw(self) -> str:
        """The document's text: built on first use, for most documents have no sanctions."""
        return self.doc.text

    @cached_property
    def legislature(self) -> Party | None:
        """The first legislature that the article names with a known state."""
        for i in range(self.t.n):
            if self.t.lower[i] in _CHAMBERS:
                found = self.sender((i, i + 1))
                if found.countries:
                    return found
        return None

    @cached_property
    def tally(self) -> Counter[str]:
        """How often the document names each country."""
        found = self.places.within(0, self.t.n)
        return Counter(p.iso3 for p in found if p.kind in ("name", "alias", "demonym", "capital"))

    def focus(self, others: tuple[str, ...]) -> str | None:
        """The country that the document is about, beside `others`: named more than once and far more than the next."""
        ranked = [(c, n) for c, n in self.tally.most_common() if c not in others and c not in _UNIONS]
        if not ranked or ranked[0][1] < 2 or len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]:
            return None
        return ranked[0][0]

    def text(self, span: Span) -> str:
        start, end = self.t.span(*span)
        return self.raw[start:end]

    def trim(self, span: Span) -> Span:
        """Without articles, quotes and commas at the edges."""
        a, b = span
        while a < b - 1 and (
            self.t.lower[a] in ("the", "a", "an", '"', "'", "``", ",") or self.t.tag[a] in ("``", "HYPH")
        ):
            a += 1
        while b - 1 > a and (self.t.text[b - 1] in (",", '"', "'", "(", "''") or self.t.tag[b - 1] == "POS"):
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
        found = self._state_of(a, b)
        return Party((a, b), found, None, self.text((a, b)))

    def _speaker(self, i: int) -> Party | None:
        """ "The EU said it may": the only country or body named before a pronoun in its sentence."""
        t = self.t
        first = t.sentence(i)[0]
        before = self.places.within(first, i)
        said = i - 2 if i - first > 2 and t.lower[i - 1] == "that" else i - 1
        if i > first + 1 and t.tag[said] in ("VBD", "VBZ") and self.p.verb(said):
            # "Harare says it will": who speaks.
            near = self.p.left_phrase(self.p.group(said)[0])
            if near is not None and (codes := self._state_of(*near)):
                return Party(near, codes, None, self.text(near))
        if i > first and t.lower[i - 1] in ("and", "but"):
            acting = [p for p in before if t.tag[min(p.end, t.n - 1)] in ("VBD", "VBZ", "MD", "VBP")]
            before = acting[:1] or before
        if len({p.iso3 for p in before}) != 1 or before[0].kind in ("city", "region"):
            return None
        place = before[0]
        return Party((place.first, place.end), (self._metonym(place),), None, self.text((place.first, place.end)))

    def _state_of(self, a: int, b: int) -> tuple[str, ...]:
        if any(self.t.lemma[k] in ("act", "legislation", "bill") for k in range(a, b)):
            # "the Iran Sanctions Act" is no act of Iran's.
            return ()
        codes: list[str] = []
        i = a
        while i < b:
            body = self.p.words.bodies.match_at(self.t.text, i)
            place = self.places.at(i)
            if place is not None and place.first > a and self.t.lower[place.first - 1] in ("in", "at") and codes:
                place = None
            if place is not None and place.first >= a and place.end <= b:
                if not (body and body[1] is None and body[0] > place.end):
                    codes.append(self._metonym(place))
                i = max(place.end, i + 1)
                continue
            if body is not None and body[0] <= b:
                codes.append(body[1] or "")
                i = body[0]
                continue
            i += 1
        found = tuple(sorted({c for c in codes if c}))
        if found:
            if len(found) > 1 and not self._coordinated(a, b):
                found = tuple(c for c in found if c == codes[0]) or found[:1]
            return found
        start, end = self.t.span(a, b)
        for table in (self._bodies, self._people):
            codes = [c for s, e, c in table if s < end and e > start]
            if codes:
                return tuple(sorted({x for c in codes for x in c.split(";") if x}))
        return ()

    def _metonym(self, place: Place) -> str:
        """Brussels as the one who acts is the European Union."""
        return "EUE" if place.iso3 == "BEL" and place.kind == "capital" else place.iso3

    def _coordinated(self, a: int, b: int) -> bool:
        return any(self.t.lower[i] in ("and", "or", "&", ",") for i in range(a, b))

    def target(self, span: Span) -> Party:
        """The party that is hit: countries of its core, else of its attributes, else of the name in apposition."""
        a, b = self.trim(span)
        if not self._pronoun(a, b) and not self.places.within(a, b):
            b = max(b, self._attributes(b))
        party = Party((a, b), (), None, self.text((a, b)))
        party.kind = self._kind(a, b, ())
        if party.kind != "country" and self._dealers(a, b):
            return party
        party.countries = self._countries_hit(a, b)
        party.kind = party.kind or self._kind(a, b, party.countries)
        return party

    def _pronoun(self, a: int, b: int) -> bool:
        return b - a == 1 and self.t.tag[a] == "PRP"

    def _attributes(self, end: int) -> int:
        """End of "linked to Iran", "operating in Cambodia and Myanmar", "associated with …" after a phrase."""
        t = self.t
        if end >= t.n or end + 2 >= t.sentence(end - 1)[1] or t.lower[end] not in _ATTRIBUTES:
            return end
        if t.tag[end + 1] not in ("IN", "TO", "RP"):
            return end
        more = self.p.right_phrase(end + 2)
        return more[1] if more else end

    def _dealers(self, a: int, b: int) -> bool:
        """ "buyers of Russian oil", "countries trading with Iran": third parties, of no country named here."""
        t = self.t
        for i in range(a, min(b + 2, t.n - 1)):
            if t.lemma[i] in ("buyer", "importer", "purchaser", "customer") and t.lower[i + 1] == "of":
                return True
            if (
                t.lower[i] in ("trading", "dealing", "buying", "doing")
                and i > a
                and t.lemma[i - 1] in ("country", "nation", "company", "firm", "state", "bank")
            ):
                return True
        return False

    def _countries_hit(self, a: int, b: int) -> tuple[str, ...]:
        t = self.t
        core: list[str] = []
        rest: list[str] = []
        aside = False
        i = a
        while i < b:
            low = t.lower[i]
            if low in _ASIDES and i > a and not (low == "to" and t.lower[i - 1] in _ATTRIBUTES):
                aside = True
            place = self.places.at(i)
            if place is not None and self._owner(place):
                place = None
            if place is not None:
                union = place.iso3 in _UNIONS and (place.end < b and t.tag[place.end].startswith("NN"))
                body = self.p.words.bodies.match_at(t.text, max(place.first, a))
                office = body is not None and body[0] > place.end
                if not union and not office and not self._linked_government(i, a, place):
                    if not aside:
                        core.append(place.iso3)
                    elif t.lower[i - 1] in ("in", "from"):
                        rest.append(place.iso3)
                i = max(place.end, i + 1)
            else:
                i += 1
        if core:
            return tuple(sorted(set(core) - _UNIONS or set(core)))
        start, end = t.span(a, b)
        for table in (self._people, self._bodies):
            codes = [c for s, e, c in table if s < end and e > start]
            if codes:
                return tuple(sorted({x for c in codes for x in c.split(";") if x} - _UNIONS))
        return tuple(sorted(set(rest))) or self._explained(b)

    def _explained(self, end: int) -> tuple[str, ...]:
        """The country in what explains a name: "X, a Russian banker", "including Kyrgyz firms", "who live in Peru"."""
        t = self.t
        last = t.sentence(end - 1)[1]
        if end + 1 >= last or t.text[end] != "," and t.lower[end] not in ("who", "which", "accused"):
            return ()
        stop = min(last, end + 26)
        for k in range(end, stop):
            low = t.lower[k]
            if low == "including" or (k == end and t.text[k] == "," and t.tag[k + 1] in ("DT", "NNP", "JJ")):
                chunk = (k + 1, self.p.end(k + 1))
                if place := next((p for p in self.places.within(*chunk) if p.iso3 not in _UNIONS), None):
                    return (place.iso3,)
            elif low in ("who", "which"):
                for j in range(k, stop - 1):
                    if t.lower[j] == "in" and (place := self.places.at(j + 1)):
                        found = {p.iso3 for p in self.places.within(j + 1, min(stop, j + 5))} or {place.iso3}
                        return tuple(sorted(found))
                return ()
        return ()

    def _owner(self, place: Place) -> bool:
        """ "Russian-owned": the owner's country, not the target's."""
        t = self.t
        after = place.end
        if after + 1 < t.n and t.text[after] == "-":
            return t.lower[after + 1] in (
                "owned",
                "backed",
                "made",
                "controlled",
                "purchased",
                "supplied",
                "led",
                "related",
                "built",
            )
        return False

    def _linked_government(self, i: int, a: int, place: Place) -> bool:
        """ "firms linked to Pyongyang" are firms close to a government, wherever they sit."""
        before = self.t.lower[max(a, i - 2) : i]
        return (
            place.kind in ("capital", "metonym")
            and "to" in before
            and any(w in before for w in ("linked", "tied", "close", "connected"))
        )

    def _kind(self, a: int, b: int, countries: tuple[str, ...]) -> str | None:
        t = self.t
        head = self._head(a, b)
        lemma = t.lemma[head]
        place = self.places.at(head)
        if place is not None and place.end == head + 1:
            if place.kind == "demonym" and t.tag[head] in ("NNPS", "NNS"):
                return "group"
            # "Belarusian flag carrier Belavia" ends with a name, "South Africa" is one.
            if place.first <= a + 1 or all(
                self.places.at(k) or t.lower[k] in ("and", ",", "the", "of", "or") for k in range(a, head)
            ):
                return "country"
        for kind in ("vessel", "person", "entity", "group", "sector"):
            table = self.p.words.party_words[kind]
            if lemma in table or t.lower[head] in table:
                return kind
        if any(t.lemma[k] in self.p.words.party_words["vessel"] for k in range(a, head)):
            return "vessel"
        label = next((lab for f, e, lab in t.ents if f <= head < e), None)
        if label == "PERSON":
            return "person"
        if label == "ORG":
            return "entity"
        for k in range(head - 1, a - 1, -1):
            for kind in ("vessel", "entity", "person"):
                if t.lemma[k] in self.p.words.party_words[kind]:
                    return kind
        if lemma in self.p.words.party_words["state"] or label == "GPE":
            return "country"
        return None

    def _head(self, a: int, b: int) -> int:
        """Head of the first conjunct: the last noun before "of", "in", a comma or a clause."""
        t = self.t
        head = a
        for i in range(a, b):
            if t.tag[i] in ("NN", "NNS", "NNP", "NNPS", "CD", "PRP") and t.lower[i] not in ("citing",):
                head = i
            elif (
                t.lower[i] in ("of", "in", "from", "and", "or", ",", "with", "at", "(", "for", "on")
                and i > a
                or (t.lower[i] in _ASIDES and i > a)
            ) and t.tag[head] in ("NN", "NNS", "NNP", "NNPS", "PRP"):
                break
        return head
