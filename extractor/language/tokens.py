"""The parsed document as plain Python lists: what every component reads.

Attribute access on spaCy tokens costs about 100 ns a time and shows the pipeline's own label scheme. One pass copies
what the grammars need into lists, with labels already mapped to one scheme (see `labels`).
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, LOWER, ORTH, POS, SENT_START, SPACY, TAG
from spacy.tokens import Doc

from extractor.language.labels import ENTITY_LABELS, POS_OF_TAG, clear_to_ud, is_clear
from extractor.language.lemmas import lemma_of, mended
from extractor.lexicon import Lexicon, load_lexicon

_ATTRS = [ORTH, LOWER, LEMMA, POS, TAG, DEP, HEAD, IDX, LENGTH, SENT_START, ENT_TYPE, ENT_IOB, SPACY]


class TokenTable:
    """Columns of a parsed Doc, one list entry per token.

    text, lower, lemma (lower case), pos (universal), tag (Penn Treebank), dep (UD v2), head (token index; the root is
    its own head), start and end (character offsets in doc.text), space (followed by a space), sent (index of the
    sentence), sents ((first token, end token) of each sentence), ents ((first, end, label) of each named entity, our
    labels).
    """

    __slots__ = (
        "__dict__", "dep", "end", "ents", "head", "lemma", "lower", "n", "pos", "sent", "sents", "space", "start",
        "tag", "text",
    )  # fmt: skip

    def __init__(self, doc: Doc, hard_starts: frozenset[int] = frozenset()) -> None:
        """hard_starts: character offsets at which a sentence starts for certain (paragraphs, headline, dateline)."""
        n = self.n = len(doc)
        cols = doc.to_array(_ATTRS) if n else np.zeros((0, len(_ATTRS)), dtype="uint64")
        strings = doc.vocab.strings
        cache: dict[int, str] = {0: ""}

        def words(column: int) -> list[str]:
            out = []
            for key in cols[:, column].tolist():
                value = cache.get(key)
                if value is None:
                    value = cache[key] = strings[key]
                out.append(value)
            return out

        self.text = words(0)
        self.lower = words(1)
        self.tag = words(4)
        # POS ids are symbols, small integers that the string store also knows.
        pos = words(3)
        self.pos = [p or POS_OF_TAG.get(t, "X") for p, t in zip(pos, self.tag, strict=True)]
        for i, text in enumerate(self.text):
            if text.isspace():  # taggers trained without white space call it anything
                self.pos[i], self.tag[i] = "SPACE", "_SP"
        own = words(2)
        self.lemma = [
            mended(low, tag, lem) if lem else lemma_of(low, tag)
            for lem, low, tag in zip(own, self.lower, self.tag, strict=True)
        ]
        offsets = cols[:, 6].astype("int64").tolist()
        self.head = [i + h for i, h in enumerate(offsets)]
        self.start = cols[:, 7].astype("int64").tolist()
        lengths = cols[:, 8].astype("int64").tolist()
        self.end = [s + length for s, length in zip(self.start, lengths, strict=True)]
        self.space = [bool(x) for x in cols[:, 12].tolist()]
        self.dep = ["root" if d == "ROOT" else d for d in words(5)]
        if is_clear(set(self.dep)):
            clear_to_ud(self.dep, self.head, self.pos, self.lemma)
        self.sents, self.sent = _sentences(self, cols[:, 9].astype("int64").tolist(), hard_starts)
        self.ents = _entities(words(10), cols[:, 11].tolist())

    @cached_property
    def ent_at(self) -> dict[int, tuple[int, int, str]]:
        """The named entity that each of its tokens belongs to."""
        return {i: ent for ent in self.ents for i in range(ent[0], ent[1])}

    @cached_property
    def string(self) -> str:
        """The text of all tokens, that of the Doc; spaCy builds `doc.text` anew each time it is asked."""
        return "".join(t + " " if s else t for t, s in zip(self.text, self.space, strict=True))

    @cached_property
    def children(self) -> list[list[int]]:
        """Dependents of each token, left to right."""
        out: list[list[int]] = [[] for _ in range(self.n)]
        for i, h in enumerate(self.head):
            if h != i:
                out[h].append(i)
        return out

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """First and last token of each token's subtree."""
        left, right = list(range(self.n)), list(range(self.n))
        for first, last in self.sents:
            # Each token hands its bounds up the chain of heads; chains are short, and a cycle cannot occur in a tree.
            for i in range(first, last):
                node, hops = i, 0
                while self.head[node] != node and hops < 200:
                    node = self.head[node]
                    hops += 1
                    if i < left[node]:
                        left[node] = i
                    if i > right[node]:
                        right[node] = i
        return left, right

    def subtree(self, i: int) -> tuple[int, int]:
        """(first, end) of the contiguous stretch from the first to the last token under `i`, within its sentence."""
        left, right = self.edges
        first, last = self.sents[self.sent[i]]
        return max(left[i], first), min(right[i] + 1, last)

    def child(self, i: int, *deps: str) -> int | None:
        """The first dependent of `i` with one of these labels, or None."""
        for c in self.children[i]:
            if self.dep[c] in deps:
                return c
        return None

    def sentence(self, i: int) -> tuple[int, int]:
        """(first, end) tokens of the sentence of token `i`."""
        return self.sents[self.sent[i]]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Character offsets of the tokens first … end-1."""
        return self.start[first], self.end[end - 1]


# What a sentence may end with; after anything else a sentence start is the parser's mistake, save at a paragraph.
_FINAL = frozenset(".!?:;…")
# Tokens; the longest sentences of news prose have near 150. Above this every sentence start is taken.
_LONGEST = 300
_CLOSING = frozenset("\"'”’)]»")
_NO_START = frozenset({",", ";", ":", ")", "]", ".", "!", "?", "%", "'s", "’s"})


def _may_start(t: TokenTable, i: int, never_final: frozenset[str]) -> bool:
    """Whether a sentence may start at token `i` by what stands before it."""
    if t.text[i] in _NO_START or t.lower[i - 1] in never_final:
        return False
    if t.lower[i - 1] == "." and i > 1 and t.lower[i - 2] == "no" and t.text[i][:1].isdigit():
        # "the trawler Daeyang No. 8"
        return False
    before = i - 1
    if t.text[before].count("\n") > 1:
        return True  # a blank line
    while before > 0 and (t.text[before].isspace() or t.text[before] and t.text[before] in _CLOSING):
        before -= 1
    return t.text[before][-1] in _FINAL or t.tag[before] in ("NFP", ":")


def _never_final(lexicon: Lexicon) -> frozenset[str]:
    """Abbreviations that a name follows: no sentence ends with "Gov." or "Mr."."""
    found = {r["surface"].lower() for r in lexicon.rows("title_variants") if r["kind"] == "abbreviation"}
    found |= {r["surface"].lower() for r in lexicon.rows("honorifics") if r["kind"] == "honorific"}
    single = {s for s in found if s.endswith(".") and " " not in s}
    return frozenset(single | {s[:-1] + "s." for s in single})


def _sentences(t: TokenTable, starts: list[int], hard: frozenset[int]) -> tuple[list[tuple[int, int]], list[int]]:
    never_final = load_lexicon().compiled(_never_final)
    bounds = [0] if t.n else []
    for i in range(1, t.n):
        if starts[i] == 1 and (t.start[i] in hard or i - bounds[-1] >= _LONGEST or _may_start(t, i, never_final)):
            bounds.append(i)
    bounds.append(t.n)
    sents = list(zip(bounds[:-1], bounds[1:], strict=True))
    sent = [0] * t.n
    for index, (first, end) in enumerate(sents):
        for i in range(first, end):
            sent[i] = index
    return sents, sent


def _entities(labels: list[str], iob: list[int]) -> list[tuple[int, int, str]]:
    out: list[tuple[int, int, str]] = []
    i, n = 0, len(labels)
    while i < n:
        if iob[i] == 3 or (iob[i] == 1 and labels[i]):
            end = i + 1
            while end < n and iob[end] == 1:
                end += 1
            label = ENTITY_LABELS.get(labels[i].upper())
            if label:
                out.append((i, end, label))
            i = end
        else:
            i += 1
    return out
