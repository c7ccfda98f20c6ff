"""Diplomats sent away without a verb of expelling: "declares him persona non grata", "orders two envoys to leave"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.grammar import Grammar

Span = tuple[int, int]
_REACH = 14


class Departures(Grammar):
    """Events of sending diplomats away."""

    def _unwelcome(self, i: int) -> Event | None:
        """The event of "persona non grata" at token `i`."""
        t = self.t
        first = t.sentence(i)[0]
        if " ".join(t.lower[i + 1 : i + 3]) not in ("non grata", "non gratae") and t.lower[i + 1] != "non-grata":
            return None
        declaring = self.words.of("declaring")
        verb = next((k for k in range(i - 1, max(first - 1, i - _REACH), -1) if self.p.verb(k) in declaring), None)
        if verb is None:
            return None
        begin, aux, passive = self._voice(verb)
        phrase: Span | None = self.stages.subject(verb, begin) if passive else (verb + 1, self._name_end(verb + 1, i))
        if phrase is None and passive and "being" in aux:
            # "remains in the country despite being declared"
            phrase = self.stages._first_subject(begin)
        if phrase is None or phrase[1] <= phrase[0] or t.tag[phrase[0]] == "PRP":
            # "expels two envoys, declaring them persona non grata": told before.
            return None
        return self._sent_away(verb, passive, phrase, (verb if not passive else begin, i + 3))

    def _leaving(self, i: int) -> Event | None:
        """The event of "orders two envoys to leave", with the verb of ordering at token `i`."""
        t = self.t
        last = t.sentence(i)[1]
        begin, _, passive = self._voice(i)
        leave = next((k for k in range(i + 1, min(last, i + _REACH + 4)) if t.lower[k] == "leave"), None)
        if leave is None and t.lemma[i] == "order":
            # "orders the envoy out of the country"
            leave = next((k for k in range(i + 2, min(last - 1, i + _REACH)) if t.lower[k] == "out"), None)
        elif leave is not None and t.lower[leave - 1] != "to":
            return None
        if leave is None or t.lemma[i] == "give" and not self.words.of("grace_noun") & set(t.lemma[i:leave]):
            # No more than "gives the envoy two days to leave".
            return None
        phrase = self.stages.subject(i, begin) if passive else self.p.right_phrase(i + 1)
        if phrase is None or not passive and phrase[0] >= leave:
            return None
        if not any(self._diplomat(k) for k in range(*phrase)) or t.tag[phrase[0]] == "PRP$":
            return None
        if t.lemma[i] == "give":
            # "gives the Chadian envoy 48 hours"
            phrase = (phrase[0], next((k for k in range(phrase[0] + 1, phrase[1]) if t.tag[k] == "CD"), phrase[1]))
        end = min(phrase[1], leave) if not passive else i + 1
        return self._sent_away(i, passive, phrase, (i, end) if not passive else (phrase[0], i + 1))

    def _closing(self, i: int) -> Event | None:
        """ "orders the Chadian consulate closed", "orders Chad to close its consulate", with the verb at token `i`."""
        t, last = self.t, self.t.sentence(i)[1]
        near = range(i + 1, min(last, i + _REACH))
        shut = next((k for k in near if t.lower[k] in self.words.of("closing")), None)
        begin, _, passive = self._voice(i)
        phrase = self.stages.subject(i, begin) if passive else self.p.right_phrase(i + 1)
        if shut is None or phrase is None or t.tag[phrase[0]] == "PRP$" or not passive and phrase[1] > shut:
            return None
        if not any(self._named(k, "post") for k in near):
            return None
        event = self._sent_away(i, passive, phrase, (i, shut + 1))
        return event if event is not None and event.targets else None

    def _sent_away(self, verb: int, passive: bool, phrase: Span, span: Span) -> Event | None:
        course = self.stages.of_verb(verb, "impose", passive)
        sender = self._sender(self._by(verb + 1, _REACH, (";",)) if passive else course.sender)
        phrase, post = self._posted(phrase)
        target = self.parties.target(phrase)
        if post is not None and target.countries and (sender is None or not sender.countries):
            sender = self.parties.sender(post)
        if sender is not None and sender.countries and sender.countries == target.countries:
            return None
        if not target.countries and not (sender and sender.countries):
            return None
        return self._told(course, span, verb, "diplomatic", "impose", (sender, target), "verb-object", 0.85)

    def _posted(self, phrase: Span) -> tuple[Span, Span | None]:
        """ "Chad's ambassador to Mali": the diplomat, and the state to which he is sent and which sends him away."""
        t = self.t
        start = phrase[0]
        while start > 1 and t.lower[start - 1] in self.words.of("post_preposition") and self._diplomat(start - 2):
            # The phrase to the left of a verb holds only what stands after "to".
            start = self.p.start(start - 2)
        for k in range(start + 1, phrase[1] - 1):
            if t.lower[k] in self.words.of("post_preposition") and self._diplomat(k - 1):
                place = self.parties.places.at(k + 2 if t.lower[k + 1] == "the" else k + 1)
                if place is not None:
                    return (start, k), (place.first, place.end)
        return (start, phrase[1]), None

    def _name_end(self, start: int, stop: int) -> int:
        """End of what is declared so: without "a", "to be" right before."""
        t = self.t
        while stop > start and t.lower[stop - 1] in ("a", "as", "be", "to", '"', "``", "“"):
            stop -= 1
        return stop
