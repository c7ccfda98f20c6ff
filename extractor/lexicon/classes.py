"""Words in classes: lists of a file with the columns `class` and `word`, by what the grammar asks of the words."""

from __future__ import annotations

from extractor.lexicon.loader import Lexicon

_NONE: frozenset[str] = frozenset()


class WordClasses:
    """The words of one file by class."""

    __slots__ = ("_words",)

    def __init__(self, lexicon: Lexicon, file: str) -> None:
        words: dict[str, set[str]] = {}
        for row in lexicon.rows(file):
            words.setdefault(row["class"], set()).add(row["word"].lower())
        self._words = {name: frozenset(found) for name, found in words.items()}

    def of(self, name: str) -> frozenset[str]:
        """The words of a class, in small letters; none where an overlay has taken all of them out."""
        return self._words.get(name, _NONE)
