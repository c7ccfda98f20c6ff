"""Text of a token span."""

from __future__ import annotations

from extractor.language.tokens import TokenTable


def text_of(t: TokenTable, first: int, end: int) -> str:
    """The tokens first … end-1 as written, with single spaces."""
    out = []
    for i in range(first, end):
        out.append(t.text[i])
        if t.space[i] and i + 1 < end:
            out.append(" ")
    return "".join(out)
