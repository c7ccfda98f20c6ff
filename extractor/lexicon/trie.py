"""Longest-match lookup of many word sequences in a list of words, in time linear in the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

V = TypeVar("V")


class PhraseTrie(Generic[V]):
    """Maps sequences of words to values; finds the longest ones in a text.

    Words are compared as given: lower-case both sides for a case-blind lookup.
    """

    __slots__ = ("_by_first",)

    def __init__(self, items: Iterable[tuple[Sequence[str], V]] = ()) -> None:
        # First word → for each number of further words, longest first, these words → value.
        self._by_first: dict[str, dict[int, dict[tuple[str, ...], V]]] = {}
        for words, value in items:
            self._put(words, value)
        for first, entry in self._by_first.items():
            if len(entry) > 1:
                self._by_first[first] = dict(sorted(entry.items(), reverse=True))

    def _put(self, words: Sequence[str], value: V) -> None:
        """Of equal phrases the first stays."""
        rest = tuple(words[1:])
        self._by_first.setdefault(words[0], {}).setdefault(len(rest), {}).setdefault(rest, value)

    def add(self, words: Sequence[str], value: V) -> None:
        self._put(words, value)
        self._by_first[words[0]] = dict(sorted(self._by_first[words[0]].items(), reverse=True))

    def match_at(self, words: Sequence[str], index: int) -> tuple[int, V] | None:
        """The longest phrase that starts at `index`: (end, value), or None, also behind the last word."""
        by_length = self._by_first.get(words[index]) if index < len(words) else None
        if by_length is None:
            return None
        for length, candidates in by_length.items():
            end = index + 1 + length
            rest = tuple(words[index + 1 : end])
            if rest in candidates:
                return end, candidates[rest]
        return None

    def matches(self, words: Sequence[str]) -> Iterator[tuple[int, int, V]]:
        """Longest non-overlapping phrases from left to right as (start, end, value)."""
        index, n = 0, len(words)
        first = self._by_first
        while index < n:
            if words[index] in first:
                found = self.match_at(words, index)
                if found is not None:
                    yield index, found[0], found[1]
                    index = found[0]
                    continue
            index += 1
