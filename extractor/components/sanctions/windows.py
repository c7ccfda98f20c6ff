"""A view of the token table whose sentences are cut to a window around the asked token.

Text without full stops can make one sentence of a whole file; the window keeps the grammar's work linear in it.
"""

from __future__ import annotations

from extractor.language.tokens import TokenTable

_REACH = 150


class Windowed(TokenTable):
    """The same columns; `sentence` reaches at most 150 tokens to either side."""

    __slots__ = ()

    def __init__(self, tokens: TokenTable) -> None:
        for name in TokenTable.__slots__:
            if name != "__dict__":
                setattr(self, name, getattr(tokens, name))
        # Dependents that were worked out before need not be worked out again.
        self.__dict__.update(tokens.__dict__)

    def sentence(self, i: int) -> tuple[int, int]:
        """(first, end) tokens of the sentence of token `i`, or of the window in it."""
        first, end = self.sents[self.sent[i]]
        return max(first, i - _REACH), min(end, i + _REACH)
