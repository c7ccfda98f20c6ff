"""The countries and bodies before a measure noun: "the EU's ban" tells who imposes it, "Mali sanctions" who is hit."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.nouns.after_noun import AfterNoun, Span
from extractor.components.sanctions.nouns.governors import Governor
from extractor.components.sanctions.parties.parties import Party

SENDERS = {"EUE", "GBR", "UNO", "USA"}


def as_country(party: Party) -> Party:
    """The party as the country that is hit."""
    return Party(party.span, party.countries, "country", party.text)


class NounPlaces(AfterNoun):
    """Reads what stands before the noun."""

    def _under(self, start: int) -> Span | None:
        """ "X is under sanctions", "X has been the subject of sanctions": the subject is the target."""
        t = self.t
        left = self.p.before(start)
        first = t.sentence(start)[0]
        if left <= first or t.lower[left] not in ("under", "of", "to"):
            return None
        k = left - 1
        if t.lower[left] != "under":
            if t.lemma[k] not in self.words.of("hit_noun"):
                return None
            k = self.p.start(k) - 1 if t.tag[k].startswith("NN") else k - 1
        while k > first and t.tag[k] in ("RB", "RBR"):
            k -= 1
        if t.lower[left] == "to" and t.lower[left - 1] == "subject" and t.tag[k].startswith("NN"):
            # "a tanker subject to sanctions"
            return self.p.left_phrase(k + 1)
        if t.lower[left] == "under" and t.tag[k] in ("NN", "NNS") and (hit := self.p.left_phrase(left)) is not None:
            # "a Russian tanker under European sanctions"
            return hit if self.parties.target(hit).kind in ("entity", "person", "vessel") else None
        if t.lemma[k] not in self.words.of("copula") and not (t.lower[left] == "under" and self.p.verb(k)):
            return None
        return self.stages.subject(k)

    def _owner_of_first(self, node: int) -> Party | None:
        """ "Mali's closing of its port and imposition of": whose all the conjuncts of the noun `node` are."""
        t, head = self.t, self.t.head[node]
        owner = t.child(head, "nmod:poss") if t.dep[node] == "conj" else None
        place = self.parties.places.at(owner) if owner is not None and t.lower[node - 1] == "and" else None
        if place is None:
            return None
        span = (place.first, place.end)
        return Party(span, (self.parties.acting_code(place),), None, self.parties.text(span))

    def _with_others(self, party: Party) -> Party:
        """ "U.S. and UN sanctions": those that are joined to the one right before the noun."""
        t, places = self.t, self.parties.places
        if party.span is None:
            return party
        begin, codes, names = party.span[0], set(party.countries), [party.text or ""]
        while begin > t.sentence(begin)[0] + 1 and t.lower[begin - 1] in ("and", "or", ","):
            other = next((p for p in places.within(begin - 5, begin - 1) if p.end == begin - 1), None)
            if other is None or other.kind not in ("name", "alias", "demonym"):
                break
            begin = other.first
            codes.add(self.parties.acting_code(other))
            names.insert(0, self.parties.text((other.first, other.end)))
        text = party.text if len(names) == 1 else ", ".join(names)
        return Party((begin, party.span[1]), tuple(sorted(codes)), party.kind, text)

    def _body_within(self, start: int, head: int) -> Party | None:
        """ "EC sanctions", "Treasury sanctions": a body right before the noun, with the state that it acts for."""
        left = start - 2 if start > 1 and self.t.lower[start - 1] == "and" else -1
        place = self.parties.places.at(left) if left >= 0 and self.t.tag[start] == "JJ" else None
        if place is not None and place.kind in ("alias", "name", "demonym") and place.iso3 in SENDERS:
            # "U.S. and multilateral sanctions"
            return Party((place.first, place.end), (place.iso3,), None, self.parties.text((place.first, place.end)))
        for i in range(start, head):
            found = self.words.bodies.match_at(self.t.text, i)
            if found is not None and found[0] <= head and found[1]:
                return Party((i, found[0]), (found[1],), None, self.parties.text((i, found[0])))
        return None

    def _bare_demonym(self, party: Party, head: int) -> bool:
        place = self.parties.places.at(party.span[0]) if party.span else None
        return place is not None and place.kind == "demonym" and place.end == head and place.iso3 not in SENDERS

    def _hit_by(self, event: Event, party: Party, governor: Governor) -> bool:
        """ "The EU plans to lift the Malian arms embargo": where another acts on it, the measure is against Mali."""
        place = self.parties.places.at(party.span[0]) if party.span else None
        steered = event.action in ("ease", "lift", "suspend", "reimpose") and governor.kind == "verb"
        plain = place is not None and place.kind == "demonym" and place.iso3 not in SENDERS
        return plain and steered and bool(event.senders) and event.senders != party.countries

    def _places_within(self, start: int, head: int) -> tuple[Party | None, Party | None]:
        """Countries before the noun: "the EU's ban" names the sender, "Iran sanctions" the target."""
        t, places = self.t, self.parties.places
        sender: list[int] = []
        target: list[int] = []
        i = start
        while i < head:
            place = places.at(i)
            if place is None or place.end > head:
                i += 1
                continue
            after = t.lower[place.end] if place.end < t.n else ""
            before = t.lower[place.first - 2] if place.first >= 2 and t.text[place.first - 1] == "-" else ""
            union = place.iso3 in ("EUE", "UNO", "USA", "GBR")
            related = after == "-" and t.lower[place.end + 1 : place.end + 2] == ["related"]
            if before in ("anti", "pro") or related:
                target.append(place.first)
            elif (
                after in ("'s", "’s", "'", "-")
                or union
                or (t.tag[place.end - 1] in ("NNPS", "NNS") and after == "'")
                or place.kind == "demonym"
            ):
                sender.append(place.first)
            else:
                target.append(place.first)
            i = place.end

        def party(spots: list[int]) -> Party | None:
            if not spots:
                return None
            ends = [places.at(s).end for s in spots]  # type: ignore[union-attr]
            span = (spots[0], max(ends))
            codes = tuple(sorted({self.parties.acting_code(places.at(s)) for s in spots}))  # type: ignore[arg-type]
            return Party(span, codes, "country", self.parties.text(span))

        return party(sender), party(target)
