"""Where in a document to apply the grammar: at the words of the lexicon that anchor a time expression, and at
digits."""

from __future__ import annotations

from extractor.components.dates.grammar import read_date
from extractor.components.dates.reader import Reader
from extractor.components.dates.timex import Timex
from extractor.components.dates.words import Words
from extractor.language.tokens import TokenTable

_MAX_BACK = 9


def scan(tokens: TokenTable, words: Words) -> list[Timex]:
    """All time expressions of the document, left to right, without overlap."""
    reader = Reader.of(tokens, words)
    reader.read_date = read_date
    anchors, openers, lower = words.anchors, words.openers, reader.lower
    further = words.context["may_open"]
    out: list[Timex] = []
    floor = 0
    for at, word in enumerate(tokens.lower):
        if at < floor:
            continue
        first_char = word[0] if word else " "
        if word not in anchors and not "0" <= first_char <= "9" and not _opens(word, lower[at + 1], further):
            continue
        start = at
        low = max(floor, at - _MAX_BACK, tokens.sents[tokens.sent[at]][0])
        while start > low and (lower[start - 1] in openers or lower[start - 1][:1].isdigit()):
            start -= 1
        for begin in range(start, at + 1):
            found = read_date(reader, begin)
            if found is not None and found.end > at:
                out.append(found)
                floor = found.end
                break
    return out


def _opens(word: str, following: str, further: frozenset[str]) -> bool:
    """Words besides the anchors that may open a date: "mid-2011", "'82", "nineteen ninety-six", "the latest period"."""
    if word[:1] == "'":
        return (word[1:] or following)[:1].isdigit()
    if word == "half":
        return following == "past"
    if word.startswith("fy"):
        return word[2:].isdigit() or word == "fy" and following.isdigit()
    return word.startswith(("mid-", "end-")) or word in further
