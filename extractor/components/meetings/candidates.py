"""Mentions of meetings in one document, by their nouns and verbs."""

from __future__ import annotations

from extractor.components.meetings.candidate import Candidate
from extractor.components.meetings.nouns import NounReader
from extractor.components.meetings.participants import Party
from extractor.components.meetings.verbs import VerbReader
from extractor.language.tokens import TokenTable


def after_telephone(tokens: TokenTable, i: int) -> bool:
    """Whether "telephone" or "phone" stands right before the token, which makes it a noun whatever the tagger says."""
    return i > 0 and tokens.lower[i - 1] in ("telephone", "phone")


class CandidateReader(NounReader, VerbReader):
    """Reads the mentions of meetings of one document."""

    def at(self, i: int, last: list[Party]) -> Candidate | None:
        """The candidate anchored at token `i`, or None."""
        word = self.tokens.lower[i]
        tag = self.tokens.tag[i]
        noun = self.words.nouns.get(word)
        if (
            noun is not None
            and (
                tag[:2] == "NN"
                or word in ("call", "calls")
                and after_telephone(self.tokens, i)
                or word == "meeting"
                and tag == "VBG"
                and self._is_noun(i)
            )
            and not self._gerund(i)
        ):
            return self._noun(i, noun, last)
        verb = self.words.verbs.get(word)
        if verb is not None and (tag[:1] == "V" or self._gerund(i)):
            return self._verb(i, verb, last)
        return None

    def _is_noun(self, i: int) -> bool:
        return i > 0 and self.tokens.pos[i - 1] in ("DET", "ADJ")

    def _gerund(self, i: int) -> bool:
        """ "meeting demand", "meeting the deadline": a verb whatever the tagger says."""
        tokens = self.tokens
        return (
            tokens.lower[i] == "meeting"
            and i + 1 < tokens.n
            and tokens.tag[i + 1] in ("DT", "PRP$", "CD", "PRP")
            and not (i and tokens.pos[i - 1] in ("DET", "ADJ"))
        )
