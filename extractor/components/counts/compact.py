"""A TokenTable without white-space tokens, for pipelines whose text keeps its line breaks."""

from __future__ import annotations

from extractor.language.tokens import TokenTable

_COLUMNS = ("text", "lower", "lemma", "pos", "tag", "dep", "start", "end", "space", "sent")


def without_spaces(tokens: TokenTable) -> TokenTable:
    """The same table where no token is white space (the usual case), else a copy without those tokens.

    Character offsets stay those of the text. A white-space token that heads others hands them to its own head.
    """
    if not any(map(str.isspace, tokens.text)):
        return tokens
    kept = [i for i in range(tokens.n) if not tokens.text[i].isspace()]
    index = {old: new for new, old in enumerate(kept)}
    out = object.__new__(TokenTable)
    out.n = len(kept)
    for name in _COLUMNS:
        column = getattr(tokens, name)
        setattr(out, name, [column[i] for i in kept])
    out.head = [_head(tokens, i, index) for i in kept]
    bounds = [i for i in range(out.n) if i == 0 or out.sent[i] != out.sent[i - 1]] + [out.n]
    out.sents = list(zip(bounds[:-1], bounds[1:], strict=True))
    out.sent = [number for number, (first, end) in enumerate(out.sents) for _ in range(first, end)]
    ents = (([index[i] for i in range(first, end) if i in index], label) for first, end, label in tokens.ents)
    out.ents = [(inside[0], inside[-1] + 1, label) for inside, label in ents if inside]
    return out


def _head(tokens: TokenTable, i: int, index: dict[int, int]) -> int:
    above = tokens.head[i]
    for _ in range(4):
        if above in index:
            return index[above]
        above = tokens.head[above]
    return index[i]
