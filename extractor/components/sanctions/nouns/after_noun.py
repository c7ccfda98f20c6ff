"""What stands after or around a measure noun: "by X", "on Y", "imposed", "X is under"."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.components.sanctions.nouns.governors import Governor
from extractor.components.sanctions.text.amounts import dated, past_amount
from extractor.components.sanctions.text.clauses import Clauses
from extractor.components.sanctions.text.gaps import next_measure

Span = tuple[int, int]
_STOP = -1
_TARGET_PREPOSITIONS = {"against", "on", "targeting", "toward", "towards", "upon"}
_FILLERS = {"already", "earlier", "first", "in", "last", "place", "still"}
_HIT_KINDS = ("country", "entity", "group", "person", "vessel")


@dataclass(slots=True)
class Tail:
    """What stands after a noun that ends at `end`, as far as the words are read. last: end of the sentence."""

    end: int
    last: int
    governor: Governor
    by: Span | None = None
    relative: int | None = None
    target: Span | None = None


class AfterNoun(Clauses):
    """Finds sender, target and participle after the noun."""

    def _after(self, end: int, governor: Governor) -> tuple[Span | None, int | None, Span | None]:
        """What follows the noun: "by X", "imposed", "on X". Each rule gives the token to go on at, or _STOP."""
        tail = Tail(end, self.t.sentence(end - 1)[1], governor)
        rules = (self._sums, self._giver, self._of, self._aside, self._on, self._clause, self._with, self._filler)
        i: int | None = end
        for _ in range(14):
            if i is None or not _STOP < i < tail.last:
                break
            i = next((k for rule in rules if (k := rule(i, tail)) is not None), None)
        return tail.by, tail.relative, tail.target

    def _sums(self, i: int, tail: Tail) -> int | None:
        """ "tariffs of up to 100 %", "worth 300 mln dlrs"."""
        t, last = self.t, tail.last
        if t.text[i] in ("(", "-LRB-") and t.lower[i + 1 : i + 2] == ["imposed"]:
            return i + 1
        if t.lower[i] in ("as", "by", "to") and (past := past_amount(self.p, i, last)) > i:
            return past
        number = next((k for k in range(i + 1, min(last, i + 4)) if t.tag[k] == "CD"), None)
        if number is None or t.lower[i] not in ("of", "worth"):
            return None
        units = self.words.of("percent_word") | self.words.of("money_word") | {"to", "or", "more"}
        return next((k for k in range(number + 1, last) if t.tag[k] != "CD" and t.lower[k] not in units), last)

    def _giver(self, i: int, tail: Tail) -> int | None:
        """ "imposed by X", "the latest sanctions from China"."""
        t = self.t
        if tail.by is not None:
            return None
        if t.lower[i] == "by":
            tail.by = self._agent(i + 1)
            return tail.by[1] if tail.by is not None else _STOP
        if t.lower[i] == "from" and i == tail.end and t.lemma[i - 1] == "sanction":
            tail.by = self._held_by(i + 1)
        return tail.by[1] if tail.by is not None else None

    def _of(self, i: int, tail: Tail) -> int | None:
        """ "the sanctions of the European Union", but "the boycott of Israel", "the designation of five firms"."""
        t, noun = self.t, self.t.lemma[tail.end - 1]
        if t.lower[i] != "of" or i != tail.end:
            return None
        if (held := self._held_by(i + 1)) is not None:
            if noun in self.words.of("held_measure"):
                tail.by = tail.by or held
            else:
                tail.target = tail.target or held
            return held[1]
        if noun in self.words.of("sent_noun"):
            # "controls on the export of drilling gear to Chad"
            goods = self.p.right_phrase(i + 1)
            return goods[1] if goods is not None else i + 1
        if noun not in ("blockade", "designation") or (hit := self.p.right_phrase(i + 1)) is None:
            return None
        if noun == "blockade":
            # "the blockade of the island and the end of supplies from Peru"
            stop = self.p.end(hit[0])
            stop = self.p.end(stop + 1) if t.lower[stop] == "of" else stop
            hit = hit if self.parties.places.at(stop + 1) else (hit[0], stop)
            if not self._shore(*hit):
                return _STOP
        tail.target = hit
        return hit[1]

    def _aside(self, i: int, tail: Tail) -> int | None:
        """ "sanctions against the airline, which were imposed in May", "announced on Friday", "under the Act"."""
        t, target = self.t, tail.target
        if t.text[i] == ",":
            which = target is not None and i == target[1] and self._which(i + 1, tail.last)
            announced = i == (target[1] if target else tail.end) and self._announced_after(i + 1, tail.last)
            return i + 1 if which or announced else None
        if t.lower[i] not in ("under", "pursuant") or i + 2 >= tail.last:
            return None
        basis = self.p.right_phrase(i + 1 if t.lower[i] == "under" else i + 2)
        return basis[1] if basis is not None else _STOP

    def _on(self, i: int, tail: Tail) -> int | None:
        """ "on X", "against X", "relating to X"."""
        t, last = self.t, tail.last
        if tail.target is not None:
            return None
        if t.lower[i] in ("related", "relating") and t.lower[i + 1 : i + 2] == ["to"] and i == tail.end:
            # "measures relating to Chad imposed by the Council"
            tail.target = self.p.right_phrase(i + 2)
            return tail.target[1] if tail.target is not None else _STOP
        if t.lower[i] not in _TARGET_PREPOSITIONS:
            return None
        if t.lower[i + 1 : min(last, i + 2)] == ["and"]:
            # "sanctions against and a suspension of trade with Israel"
            ends = ("with", "on", "against", "to")
            close = next((k for k in range(i + 2, min(last, i + 12)) if t.lower[k] in ends), None)
            tail.target = self.p.right_phrase(close + 1) if close else None
            return _STOP
        if dated(self.p, i + 1):
            return i + 2
        footing = self.p.end(i + 1)
        if t.lemma[footing - 1] in self.words.of("footing_noun"):
            # "were imposed on the basis of an agreement"
            return footing
        hit = self._with_subject(self.p.right_phrase(i + 1), tail.governor)
        aid = hit is not None and t.lemma[tail.end - 1] == "blockade" and t.lemma[hit[1] - 1] in ("aid", "good")
        if hit is None or aid:
            # "a blockade on humanitarian aid": what is kept out, not who is hit.
            return _STOP
        tail.target = self._reached(hit, last)
        return tail.target[1]

    def _reached(self, hit: Span, last: int) -> Span:
        """ "against oil against Russia", "against arms sales to China": the state that is named last."""
        t, places = self.t, self.parties.places
        if hit[1] < last and t.lower[hit[1]] == "against" and not places.within(*hit):
            more = self.p.right_phrase(hit[1] + 1) or hit
            # But "on perpetrators of crimes against humanity".
            hit = (hit[0], more[1]) if t.lemma[hit[1] - 1] in self.words.of("wrong_noun") else more
        if hit[1] + 1 < last and t.lower[hit[1]] == "to" and not places.within(*hit):
            reached = places.at(hit[1] + 1)
            hit = (hit[0], reached.end) if reached is not None else hit
        return hit

    def _clause(self, i: int, tail: Tail) -> int | None:
        """ "that we imposed", "which were imposed", "imposed in May"."""
        t, governor = self.t, tail.governor
        free = tail.relative is None
        apart = governor.kind not in ("prepositional", "verb") or t.tag[i] == "PRP"
        if free and apart and (own := self._contact_clause(i, tail.last)) is not None:
            tail.by, tail.relative = tail.by or own[0], own[1]
            return own[1] + 1
        if t.lower[i] in ("that", "which") and free:
            main = self._main(min(i + 1, tail.last - 1))
            if self.p.verb(main) and self.words.action_of("measure", t.lemma[main]) and t.lemma[main] != "use":
                tail.relative = main
                return main + 1
            return _STOP
        if t.lower[i] == "re" and t.text[i + 1 : i + 2] == ["-"]:
            # "the blockade re-imposed in July"
            return i + 2
        acting = self.words.action_of("measure", t.lemma[i]) is not None
        if t.tag[i] not in ("VBN", "VBD") or not acting and t.lemma[i] not in self.words.of("aiming"):
            return None
        if governor.node == i or governor.kind == "subject" and t.lemma[i] in self.words.of("beginning"):
            return i + 1
        if self.p.group(i)[1] and free:
            return _STOP
        tail.relative = i if acting else tail.relative
        if t.lower[i + 1 : min(tail.last, i + 2)] != ["at"]:
            return i + 1
        tail.target = self.p.right_phrase(i + 2)
        return tail.target[1] if tail.target else i + 2

    def _with(self, i: int, tail: Tail) -> int | None:
        """ "the embargo with Cuba", "sanctions in Burma", "controls on technology to China"."""
        t, low, first = self.t, self.t.lower[i], i == tail.end
        if low == "in" and t.lower[i + 1 : min(tail.last, i + 2)] == ["history"]:
            return i + 2
        if tail.target is not None or low not in ("from", "in", "to", "with"):
            return None
        place = self.parties.places.at(i + 1)
        if low != "in" and place is not None and self._aimed(low, tail.end, tail.relative):
            tail.target = self.p.right_phrase(i + 1)
            return _STOP
        if low == "with" and first and t.lemma[i - 1] in self.words.of("embargo_noun"):
            tail.target = (i + 1, place.end) if place is not None else None
            return place.end if place is not None else _STOP
        if low == "to" and first and tail.governor.action in ("impose", "lift"):
            named = t.tag[min(i + 1, tail.last - 1)] in ("NNP", "NNPS")
            tail.target = self.p.right_phrase(i + 1) if named else None
            return _STOP
        if low == "in" and first and place is not None:
            tail.target = (i + 1, place.end) if tail.governor.action in ("expand", "impose", "lift") else None
            return place.end
        return None

    def _filler(self, i: int, tail: Tail) -> int | None:
        """Past adverbs, days and another measure; and "for X", "hitting X", which end the phrase."""
        t, low = self.t, self.t.lower[i]
        named = tail.relative is not None and t.tag[i] in ("NN", "NNP", "JJ")
        if low in _FILLERS or named or t.tag[i] in ("CD", "RB", "RBR"):
            return i + 1
        open_ = tail.target is None
        if open_ and low in ("and", "or", ",") and (noun := next_measure(self.p, i + 1, tail.last)):
            return noun
        if tail.governor.kind == "subject" and i <= tail.governor.node:
            return i + 1
        found = self.p.right_phrase(i + 1) if low == "for" or low in self.words.of("hitting_form") else None
        if found is None or not open_:
            return None
        kinds = (*_HIT_KINDS, "sector" if t.lemma[tail.end - 1] == "cap" else "")
        if low != "for" or self.parties.target(found).kind in kinds:
            tail.target = found
        return None

    def _aimed(self, low: str, end: int, relative: int | None) -> bool:
        """Does the target follow: "sanctions applied to Russia", "controls on technology to", "curbs on trade with"?"""
        if low == "to" and relative is not None:
            return True
        if low == "from":
            words = self.words.of("bought_noun")
        else:
            words = self.words.of("sent_noun") if low == "to" else self.words.of("dealing_noun")
        return self.t.lemma[end - 1] in words

    def _shore(self, a: int, b: int) -> bool:
        """Is it a place that can be cut off, and not the aid that is kept out?"""
        return bool(self.parties.places.within(a, b)) or bool(self.words.of("shore_noun") & set(self.t.lemma[a:b]))

    def _which(self, i: int, last: int) -> bool:
        """Does a clause "which were imposed" begin at token `i`?"""
        t = self.t
        if i + 2 >= last or t.lower[i] != "which" or t.lower[i + 1] not in ("had", "have", "was", "were"):
            return False
        main = self._main(i + 1)
        row = self.words.action_of("measure", t.lemma[main]) if main > i else None
        return row is not None and row[0] in ("impose", "reimpose")

    def _held_by(self, i: int) -> Span | None:
        """The country or union whose name is the whole phrase that starts at `i`."""
        t = self.t
        start = i + 1 if i < t.n and t.lower[i] == "the" else i
        place = self.parties.places.at(start)
        if place is None or place.first != start or self.p.end(i) != place.end or place.kind == "demonym":
            return None
        end = place.end
        while t.lower[end : end + 1] == ["and"] and end + 2 < t.n:
            # "the boycott of Chad and neighbouring Mali"
            after = end + 2 if t.lower[end + 1] in self.words.of("near_adjective") else end + 1
            other = self.parties.places.at(after)
            if other is None or other.kind == "demonym" or self.p.end(after) != other.end:
                break
            end = other.end
        return start, end

    def _with_subject(self, target: Span | None, governor: Governor) -> Span | None:
        """ "sanctions on Russia and Belarus are": the second country is no subject where the measure is one."""
        t, places = self.t, self.parties.places
        if target is None or governor.kind not in ("none", "subject") or places.at(target[1] - 1) is None:
            return target
        last = t.sentence(target[0])[1]
        after = target[1] + 1
        if after >= last or t.lower[target[1]] not in ("and", "or") or (place := places.at(after)) is None:
            return target
        plural = place.end < last and t.lower[place.end] in ("are", "have", "were")
        return (target[0], place.end) if place.first == after and plural else target

    def _agent(self, i: int) -> Span | None:
        """Who acts in "by X"; None for "by six months", "by banning"."""
        t = self.t
        found = self.p.right_phrase(i)
        if (
            found is None
            or t.tag[found[0]] in ("VBG", "CD")
            or self.words.of("length_noun") & set(t.lemma[slice(*found)])
        ):
            return None
        party = self.parties.sender(found)
        named = any(t.tag[k] in ("NNP", "NNPS") for k in range(*found))
        return found if party.countries or named or t.lemma[found[1] - 1] in self.words.of("power_noun") else None
