"""Ships that a state stops for sanctions: "seizes a sanctioned tanker", "boards a ship suspected of breaching"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.grammar import Grammar

Span = tuple[int, int]


class Seizures(Grammar):
    """Events of stopping ships."""

    def _seizing(self, i: int, verb: str) -> Event | None:
        """The event of a verb of seizing at token `i`, where a ship is stopped for sanctions or a blockade."""
        t = self.t
        first, last = t.sentence(i)
        after = t.lower[i + 1] if i + 1 < last else ""
        if after in ("and", "or", ",") or verb == "turn" and after not in ("around", "away", "back"):
            # "boards and seizes": told by the last of them.
            return None
        begin, _, passive = self._voice(i)
        start = i + 3 if t.lower[i + 1 : i + 3] == ["control", "of"] else i + 1 + (verb == "turn")
        phrase = self.stages.subject(i, begin) if passive else self.p.right_phrase(start)
        turned = verb in self.words.of("ship_turning")
        # "its tanker", but "redirected its 48th vessel"
        own = phrase is not None and t.tag[phrase[0]] == "PRP$" and not t.text[phrase[0] + 1][:1].isdigit()
        if phrase is None or own or not self._ship(*phrase, turned):
            return None
        measure = self._reason(phrase, i, verb)
        if measure is None:
            return None
        course = self.stages.of_verb(i, "enforce", passive)
        by = self._by(i + 1, 12, (";",)) if passive else course.sender or self._shared_subject(begin)
        sender = self._sender(by)
        if (sender is None or not sender.countries) and not (passive and measure == "blockade"):
            return None
        target = self.parties.target(phrase)
        if not target.countries:
            target.countries = self._flag(phrase, sender.countries if sender else ())
        start = begin if passive else self._first_of_pair(i)
        return self._told(course, (start, i + 1), i, measure, "enforce", (sender, target), "seizure", 0.8)

    def _ship(self, a: int, b: int, alone: bool) -> bool:
        """Is it a ship, or its cargo unless `alone`?"""
        known = self.words.party_words["vessel"] | (set() if alone else self.words.of("cargo"))
        return any(self.t.lemma[k] in known for k in range(a, b))

    def _reason(self, phrase: Span, i: int, verb: str) -> str | None:
        """The measure for which the ship is stopped; None where none is told."""
        t = self.t
        first, last = t.sentence(i)
        if self.words.of("other_incident") & set(t.lemma[first:last]):
            # Stopped for what has nothing to do with sanctions.
            return None
        after = t.lower[phrase[0] : min(last, phrase[1] + 30)]
        if "blockade" in t.lower[first:last] and self.senses.blockade(i) is not False:
            return "blockade"
        if verb in self.words.of("ship_turning"):
            # These stop a ship only where a blockade is enforced.
            return None
        shadow = any(after[k : k + 2] == ["shadow", "fleet"] for k in range(len(after)))
        listed = any(w.startswith(("sanction", "embargo")) for w in after)
        return "unspecified" if shadow or listed else None

    def _flag(self, phrase: Span, senders: tuple[str, ...]) -> tuple[str, ...]:
        """The state that what is said of the ship names: its fleet, its cargo, or the regime that it breaks."""
        last = self.t.sentence(phrase[0])[1]
        for place in self.parties.places.within(phrase[1], min(last, phrase[1] + 25)):
            if place.kind in ("name", "alias", "demonym") and place.iso3 not in (*senders, "EUE", "UNO", "USA"):
                return (place.iso3,)
        return ()

    def _shared_subject(self, begin: int) -> Span | None:
        if (first := self._first_of_pair(begin)) < begin:
            # "boards and seizes", whatever the tagger makes of the first
            return self.p.left_phrase(first)
        joined = self.stages._joined(begin)
        return self.stages.subject(joined) if joined is not None else None

    def _first_of_pair(self, i: int) -> int:
        """The token of "boards" in "boards and seizes"; `i` itself where it stands alone."""
        t = self.t
        pair = i - 2 >= t.sentence(i)[0] and t.lower[i - 1] == "and"
        return i - 2 if pair and t.lemma[i - 2] in self.words.of("ship_stopping") else i
