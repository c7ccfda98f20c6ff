"""What the grammar modules share: the token lists, padded so that looking ahead needs no bounds checks, and the word
tables."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extractor.components.dates.timex import Timex
from extractor.components.dates.words import Words
from extractor.language.tokens import TokenTable

_PAD = [""] * 16


def _no_reader(reader: Reader, at: int) -> Timex | None:
    raise NotImplementedError


@dataclass(slots=True)
class Reader:
    """tokens: the parsed document. lower, text, tag: its columns with padding. read_date: the grammar's top rule, set
    by `grammar`.
    names: token → label of the entity it is in."""

    tokens: TokenTable
    words: Words
    lower: list[str]
    text: list[str]
    tag: list[str]
    space: list[bool]
    names: dict[int, str]
    depth: int = 0
    read_date: Callable[[Reader, int], Timex | None] = _no_reader

    @staticmethod
    def of(tokens: TokenTable, words: Words) -> Reader:
        lower = [w.replace("’", "'") if "’" in w else w for w in tokens.lower]
        names = {i: label for first, end, label in tokens.ents for i in range(first, end)}
        return Reader(
            tokens, words, lower + _PAD, tokens.text + _PAD, tokens.tag + _PAD, tokens.space + [False] * 16, names
        )

    def look(self, kind: str, at: int) -> str | None:
        """The lexicon value of the token at `at` in one word class, or None."""
        return self.words.classes[kind].get(self.lower[at]) if at >= 0 else None

    def glued(self, at: int) -> bool:
        """No space between this token and the next one."""
        return not self.space[at]

    def same_sentence(self, a: int, b: int) -> bool:
        sent = self.tokens.sent
        if b >= len(sent):
            return False
        if sent[a] == sent[b]:
            return True
        # A boundary set after "p.m." or "Sept." is the parser's mistake.
        border = self.tokens.sents[sent[b]][0] - 1
        return (
            sent[b] == sent[a] + 1 and border >= a and len(self.lower[border]) > 2 and self.lower[border].endswith(".")
        )

    def title_case(self, at: int) -> bool:
        """The token stands in a headline set in title case: its longer neighbours are capitalized."""
        first, end = self.tokens.sents[self.tokens.sent[at]]
        words = [w for w in self.tokens.text[max(first, at - 12) : min(end, at + 12)] if len(w) > 3 and w.isalpha()]
        return sum(w[0].isupper() for w in words) > 0.7 * len(words)

    def sentence_start(self, at: int) -> bool:
        """The token opens its sentence."""
        sents, sent = self.tokens.sents, self.tokens.sent
        return at < len(sent) and sents[sent[at]][0] == at
