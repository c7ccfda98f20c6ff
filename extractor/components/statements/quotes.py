"""Quotations: pairs of quotation marks, within paragraphs, by the spacing around them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from extractor.language.tokens import TokenTable

_MARKS = frozenset({'"', "“", "”", "``", "''", "„", "«", "»"})
_OPENING = frozenset({"“", "``", "„", "«"})
_CLOSING = frozenset({"”", "''", "»"})


@dataclass(slots=True, eq=False)
class Quote:
    """Tokens of the opening and the closing mark; `open_ended` where the paragraph ends before a closing mark does.

    first: the opening mark's first token, where the tokenizer cuts it in two (`` as two graves).
    """

    opening: int
    closing: int
    paragraph: int
    open_ended: bool = False
    used: bool = False
    first: int = -1

    def __post_init__(self) -> None:
        if self.first < 0:
            self.first = self.opening


class QuoteIndex:
    """The quotations of one document by token."""

    def __init__(self, tokens: TokenTable, paragraphs: list[int] | None) -> None:
        self.paragraph_starts = _paragraph_tokens(tokens, paragraphs)
        self.paragraph_first = frozenset(self.paragraph_starts)
        self.quotes = _pair(tokens, self.paragraph_starts)
        self.at: dict[int, Quote] = {}
        self.by_opening = {q.first: q for q in self.quotes}
        self.by_closing = {q.closing: q for q in self.quotes}
        for quote in self.quotes:
            for i in range(quote.first, quote.closing + 1):
                self.at[i] = quote

    def inside(self, i: int) -> Quote | None:
        """The quotation that holds token `i` between its marks."""
        quote = self.at.get(i)
        return quote if quote is not None and quote.opening < i < quote.closing else None

    def paragraph(self, i: int) -> int:
        """Number of the paragraph of token `i`."""
        return bisect_right(self.paragraph_starts, i) - 1


def _paragraph_tokens(tokens: TokenTable, offsets: list[int] | None) -> list[int]:
    if offsets is None:
        starts = [i + 1 for i, text in enumerate(tokens.text) if text.count("\n") > 1 and i + 1 < tokens.n]
    else:
        starts = []
        at = 0
        for offset in sorted(offsets):
            while at < tokens.n and tokens.start[at] < offset:
                at += 1
            starts.append(at)
    return sorted({0, *(s for s in starts if s < tokens.n)})


def _pair(tokens: TokenTable, paragraph_starts: list[int]) -> list[Quote]:
    out: list[Quote] = []
    bounds = [*paragraph_starts, tokens.n]
    texts = tokens.text
    marks = [
        i
        for i, text in enumerate(texts)
        if text in _MARKS or text == "`" and i and texts[i - 1] == "`" and not tokens.space[i - 1]
    ]
    paragraph, opening = 0, -1
    for i in marks:
        while i >= bounds[paragraph + 1]:
            if opening >= 0:
                out.append(Quote(opening, bounds[paragraph + 1], paragraph, open_ended=True))
                opening = -1
            paragraph += 1
        if opening < 0:
            if _opens(tokens, i, bounds[paragraph]):
                opening = i
        elif texts[i] not in _OPENING and texts[i] != "`" and not _surely_opens(tokens, i):
            out.append(Quote(opening, i, paragraph))
            opening = -1
    if opening >= 0:
        out.append(Quote(opening, bounds[paragraph + 1], paragraph, open_ended=True))
    # A mark left open by mistake would swallow the rest of its paragraph: only one at the paragraph's start may
    # stay open.
    for quote in out:
        if texts[quote.opening] == "`":
            quote.first = quote.opening - 1
    return [q for q in out if not q.open_ended or q.first == paragraph_starts[q.paragraph] or _last_stretch(tokens, q)]


def _last_stretch(tokens: TokenTable, quote: Quote) -> bool:
    return tokens.lower[quote.first - 1] in (",", ":", "said") and quote.closing - quote.opening < 120


def _opens(tokens: TokenTable, i: int, paragraph_start: int) -> bool:
    text = tokens.text[i]
    if text in _OPENING or text == "`":
        return True
    if text in _CLOSING and text != "''":
        return False
    return not tokens.space[i] or i == paragraph_start or (i > 0 and tokens.text[i - 1] in (":", ","))


def _surely_opens(tokens: TokenTable, i: int) -> bool:
    return (
        tokens.text[i] == '"'
        and not tokens.space[i]
        and tokens.space[i - 1]
        and i + 1 < tokens.n
        and tokens.text[i + 1][:1].isalnum()
    )
