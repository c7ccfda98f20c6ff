"""Longest-match lookup of many word sequences in a list of words, in time linear in the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

V = TypeVar("V")


def _by_length(item: tuple[tuple[str, ...], object]) -> int:
    """Longest first; equally long ones stay in order."""
    return -len(item[0])


class PhraseTrie(Generic[V]):
    """Maps sequences of words to values; finds the longest ones in a text.

    Words are compared as given: lower-case both sides for a case-blind lookup.
    """

    __slots__ = ("_by_first",)

    def __init__(self, items: Iterable[tuple[Sequence[str], V]] = ()) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for words, value in items:
            self._by_first.setdefault(words[0], []).append((tuple(words[1:]), value))
        for entry in self._by_first.values():
            if len(entry) > 1:
                entry.sort(key=_by_length)

    def add(self, words: Sequence[str], value: V) -> None:
        entry = self._by_first.setdefault(words[0], [])
        entry.append((tuple(words[1:]), value))
        entry.sort(key=_by_length)

    def match_at(self, words: Sequence[str], index: int) -> tuple[int, V] | None:
        """The longest phrase that starts at `index`: (end, value), or None."""
        candidates = self._by_first.get(words[index])
        if candidates is None:
            return None
        for rest, value in candidates:
            end = index + 1 + len(rest)
            if tuple(words[index + 1 : end]) == rest:
                return end, value
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
