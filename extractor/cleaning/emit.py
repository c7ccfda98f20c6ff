"""Kept stretches of the flattened text → View: runs of spaces and marks become single spaces or nothing, with the way
back.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from extractor.cleaning.flatten import DELETE, JOIN

_EVENT = re.compile(rf"[{DELETE}\s]{{2,}}|{DELETE}|[^{JOIN}]{JOIN}+|{JOIN}+")
# "to millions.Don was": a sentence end that lost its space.
_LOST_SPACE = re.compile(r"[.!?][\"']?(?=[A-Z][a-z])")
_SMALL = frozenset("abcdefghijklmnopqrstuvwxyz")
# What there is to find where the stretch has no marks: a scan that is many times quicker.
_SPACES = re.compile(r"\s{2,}")
_CUT_WORD = re.compile(rf"(?<=[A-Za-z])-[{DELETE} ]*\n[\s{DELETE}]*(?=[a-z])")


class Emitter:
    """Builds the text and the pieces of a View, stretch by stretch."""

    def __init__(self, flat: str, is_word: Callable[[str], bool]) -> None:
        self.flat = flat
        self.is_word = is_word
        self.parts: list[str] = []
        self.pieces: list[tuple[int, int, int]] = []
        self.length = 0

    def add(self, start: int, end: int) -> int:
        """Append the raw stretch; returns the view offset at which it starts."""
        if self.parts:
            self._piece(" ", start - 1, 1)
        first = self.length
        at = start
        for left, right, value, raw, size in self._events(start, end):
            if left > at:
                self._piece(self.flat[at:left].replace("\n", " "), at, left - at)
            if value:
                self._piece(value, raw, size)
            at = right
        if end > at:
            self._piece(self.flat[at:end].replace("\n", " "), at, end - at)
        return first

    def _piece(self, text: str, raw: int, size: int) -> None:
        self.parts.append(text)
        self.pieces.append((self.length, raw, size))
        self.length += len(text)

    def _events(self, start: int, end: int) -> list[tuple[int, int, str, int, int]]:
        """(start, end, replacement, raw offset, raw length) of what is not copied as it is."""
        flat = self.flat
        out: list[tuple[int, int, str, int, int]] = []
        cuts = self._cut_words(start, end)
        marked = flat.find(DELETE, start, end) >= 0 or flat.find(JOIN, start, end) >= 0
        for match in (_EVENT if marked else _SPACES).finditer(flat, start, end):
            left, right = match.span()
            run = match[0]
            if cuts and any(a <= left < b for a, b in cuts):
                continue
            if run[-1] == JOIN and run[0] != JOIN:
                out.append((left, right, run[0], left, right - left))
                continue
            space = next((i for i, c in enumerate(run) if c.isspace()), -1)
            out.append((left, right, " " if space >= 0 else "", left + max(space, 0), 1))
        out += [(a, b, "", a, 1) for a, b in cuts]
        for match in _LOST_SPACE.finditer(flat, start, end):
            before, at = match.start(), match.end()
            if before < 2 or not (flat[before - 1] in _SMALL and flat[before - 2] in _SMALL):
                continue
            # Not in addresses: "www.example.Com".
            if "/" not in flat[max(start, at - 30) : at] and "www" not in flat[max(start, at - 30) : at]:
                out.append((at, at, " ", at - 1, 1))
        out.sort()
        return out

    def _cut_words(self, start: int, end: int) -> list[tuple[int, int]]:
        """Stretches to leave out where a word is cut at the end of a line; the hyphen stays where the word has one of
        its own.
        """
        out: list[tuple[int, int]] = []
        if self.flat.find("\n", start, end) < 0 or self.flat.find("-", start, end) < 0:
            return out
        for match in _CUT_WORD.finditer(self.flat, start, end):
            left, right = match.span()
            before = re.search(r"[A-Za-z]{1,40}\Z", self.flat[max(start, left - 40) : left])
            after = re.match(r"[a-z]{1,40}", self.flat[right : right + 40])
            joined = (before[0] + after[0]).lower() if before and after else ""
            out.append((left if self.is_word(joined) else left + 1, right))
        return out
