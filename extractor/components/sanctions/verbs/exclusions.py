"""Banks cut off from payments: "excluded Russian banks from SWIFT", "deny them access to the SWIFT system"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.grammar import Grammar

_REACH = 14


class Exclusions(Grammar):
    """Events of shutting somebody out of the payment system that its name gives away."""

    def _excluding(self, i: int) -> Event | None:
        """The event that ends with the name of the system at token `i`."""
        t = self.t
        first, last = t.sentence(i)
        prep = next((k for k in range(i - 1, max(first, i - 6), -1) if t.lower[k] in ("from", "of", "to")), None)
        if t.text[i] != "SWIFT" or prep is None or prep <= first:
            return None
        if t.lower[prep] == "to" and t.lemma[prep - 1] not in self.words.of("access_noun"):
            return None
        verb = next((k for k in range(prep - 1, max(first - 1, prep - _REACH), -1) if self._shuts(k)), None)
        if verb is None:
            return None
        begin, _, passive = self._voice(verb)
        course = self.stages.of_verb(verb, "impose", passive)
        phrase = self.stages.subject(verb, begin) if passive else self.p.right_phrase(verb + 1)
        if phrase is None or not passive and phrase[0] >= prep:
            return None
        sender = self._sender(course.sender) if not passive else None
        target = self.parties.target((phrase[0], min(phrase[1], prep)) if not passive else phrase)
        stop = i + 1
        while stop < last and t.tag[stop].startswith("NN"):
            stop += 1
        span = (verb, stop) if not passive else (begin, stop)
        measure, between = "financial_restriction", (sender, target)
        return self._told(course, span, verb, measure, "impose", between, "verb-exclude", 0.9, i)

    def _shuts(self, k: int) -> bool:
        return self.p.verb(k) in self.words.of("excluding")
