"""What all parts of the sanctions grammar hold: phrases, parties, senses and the climb through governors."""

from __future__ import annotations

from extractor.components.sanctions.parties.parties import Parties
from extractor.components.sanctions.senses import Senses
from extractor.components.sanctions.stages.stages import Stages
from extractor.components.sanctions.text.phrases import Phrases


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
        match = self.words.objects.match_at(self.t.lemma, k)
        return match is not None and match[1][0] == "diplomat"
