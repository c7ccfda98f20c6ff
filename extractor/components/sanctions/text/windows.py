"""A view of the token table whose sentences are cut to what the grammar can read as one.

Text without full stops can make one sentence of a whole file: a window around the asked token keeps the grammar's work
linear in it. Releases that lost their punctuation run clause into clause: words that open a sentence and are written
with a capital cut them apart.
"""

from __future__ import annotations

from bisect import bisect_right

from extractor.language.tokens import TokenTable

_REACH = 150
_RUN_ON = 60
_STOPS = {",", "-", "--", ".", ":", ";", "?", "!", "(", ")", '"', "—", "–"}
_OPENERS = {
    "a", "additionally", "after", "also", "although", "an", "and", "as", "at", "both", "but", "by", "earlier",
    "finally", "for", "further", "furthermore", "he", "however", "i", "if", "in", "it", "last", "moreover", "my",
    "on", "our", "she", "since", "specifically", "that", "the", "there", "these", "they", "this", "those", "today",
    "under", "unfortunately", "we", "when", "while", "yesterday",
}  # fmt: skip


class Windowed(TokenTable):
    """The same columns; `sentence` reaches at most 150 tokens to either side, and not over a lost full stop."""

    __slots__ = ()

    def __init__(self, tokens: TokenTable, months: frozenset[str]) -> None:
        for name in TokenTable.__slots__:
            if name != "__dict__":
                setattr(self, name, getattr(tokens, name))
        # Dependents that were worked out before need not be worked out again.
        self.__dict__.update(tokens.__dict__)
        self._cuts: dict[int, list[int]] = {}
        self._months = months

    def sentence(self, i: int) -> tuple[int, int]:
        """(first, end) tokens of the sentence of token `i`, or of the window in it."""
        first, end = self.sents[self.sent[i]]
        if end - first >= _RUN_ON and (cuts := self._cut(self.sent[i])):
            k = bisect_right(cuts, i)
            first, end = cuts[k - 1], cuts[k]
        return max(first, i - _REACH), min(end, i + _REACH)

    def runs_on(self, i: int) -> bool:
        """Does token `i` stand in a sentence that lost its full stops?"""
        first, end = self.sents[self.sent[i]]
        return end - first >= _RUN_ON and bool(self._cut(self.sent[i]))

    def _cut(self, index: int) -> list[int]:
        """Where the clauses of a run-on sentence begin, with its end; empty for a sentence with punctuation."""
        cuts = self._cuts.get(index)
        if cuts is None:
            first, end = self.sents[index]
            stops = sum(word in _STOPS for word in self.text[first:end])
            cuts = []
            if stops * 40 < end - first:
                cuts = [first, *(k for k in range(first + 1, end) if self._opens(k)), end]
            self._cuts[index] = cuts
        return cuts

    def _heading(self, k: int) -> bool:
        """Does a heading in capitals or a date line begin or end before token `k`?"""
        text = self.text
        if self.lower[k] in self._months and k + 2 < len(text) and text[k + 1].isdigit() and text[k + 2].isdigit():
            return True
        word, before = text[k], text[k - 2 : k]
        if len(before) < 2 or not word[0].isupper() or not word.isalpha():
            return False
        capitals = [w.isalpha() and w.isupper() and len(w) > 1 for w in (*before, word, *text[k + 1 : k + 2])]
        if all(capitals[:2]):
            # "… SANCTIONS ON SYRIA Press Release"
            return not word.isupper()
        return not before[1].isupper() and all(capitals[2:]) and len(word) > 2

    def _opens(self, k: int) -> bool:
        word = self.text[k]
        if self._heading(k):
            return True
        if not word[0].isupper() or len(word) > 1 and word.isupper():
            return False
        if self.lower[k] in _OPENERS:
            return not (word == "A" and self.tag[k] != "DT")
        # The items of a list: "Imposes a visa ban", "Calls for"
        return self.tag[k] == "VBZ" and not self.text[k - 1][0].isupper()
