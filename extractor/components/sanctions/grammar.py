"""What all parts of the sanctions grammar hold: phrases, parties, senses and the climb through governors."""

from __future__ import annotations

from extractor.components.sanctions.events import Event, told
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.senses import Senses
from extractor.components.sanctions.stages.embeddings import Course
from extractor.components.sanctions.stages.stages import Stages
from extractor.components.sanctions.text.phrases import Phrases
from extractor.language.closed_classes import BE

Span = tuple[int, int]


class Grammar:
    """Base of the parts; each adds rules for one kind of trigger."""

    def __init__(self, phrases: Phrases, parties: Parties, senses: Senses) -> None:
        self.p, self.t, self.words = phrases, phrases.t, phrases.words
        self.parties, self.senses = parties, senses
        self.stages = Stages(phrases)

    def _measure_named(self, first: int, last: int) -> bool:
        """Does a measure noun stand there, and not just "in retaliation"?"""
        found = (self.words.nouns.match_at(self.t.lemma, k) for k in range(first, last))
        return any(match is not None and match[1][0] != "answer" for match in found)

    def _diplomat(self, k: int) -> bool:
        """Does a word for a diplomat or a mission begin at token `k`?"""
        return self._named(k, "diplomat")

    def _named(self, k: int, group: str) -> bool:
        match = self.words.objects.match_at(self.t.lemma, k)
        return match is not None and match[1][0] == group

    def _voice(self, i: int) -> tuple[int, list[str], bool]:
        """First token of the verb group that ends with `i`, its auxiliaries, and whether it is passive."""
        begin, aux = self.p.group(i)
        return begin, aux, self.t.tag[i] == "VBN" and any(a in BE for a in aux)

    def _by(self, i: int, reach: int = 6, stops: tuple[str, ...] = (",", ";", "and")) -> Span | None:
        """The phrase after the first "by" from token `i` on, in the same clause."""
        t, last = self.t, self.t.sentence(i - 1)[1]
        for k in range(i, min(last, i + reach)):
            if t.lower[k] == "by":
                return self.p.right_phrase(k + 1)
            if t.lower[k] in stops or t.tag[k] in ("VBD", "VBZ"):
                return None
        return None

    def _sender(self, span: Span | None) -> Party | None:
        return self.parties.sender(span) if span else None

    def _told(
        self,
        course: Course,
        span: Span,
        node: int,
        measure: str,
        action: str,
        between: tuple[Party | None, Party | None],
        rule: str,
        confidence: float,
        head: int | None = None,
    ) -> Event:
        """An event between sender and target, with whoever asks for it or refuses it as agent."""
        head = node if head is None else head
        event = told(course, span, head, node, [measure], action, *between, rule, confidence)
        event.agent = self._sender(course.agent)
        return event
