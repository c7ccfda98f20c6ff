"""The patterns of boilerplate.csv: phrases in which * stands for anything. Matching is a chain of plain searches:
linear time.
"""

from __future__ import annotations

import re
from collections import defaultdict

from extractor.cleaning.cues import layout_cues
from extractor.lexicon import Lexicon

Entry = tuple[list[str], str, str]


class Patterns:
    """Finds the kind of a line. A pattern with a whole word in it is tried only on lines that hold the word.

    counters: what is counted beside the share buttons: "12 comments", "3.4k shares".
    """

    def __init__(self, rows: list[dict[str, str]], counters: frozenset[str]) -> None:
        self._counter = re.compile(rf"[\d.,]{{1,9}}k? (?:{'|'.join(map(re.escape, sorted(counters)))})\Z")
        self._exact: dict[str, tuple[str, str]] = {}
        self._by_word: dict[str, list[Entry]] = defaultdict(list)
        self._open: list[Entry] = []
        for row in rows:
            pattern, kind, where = row["pattern"].casefold(), row["kind"], row["where"] or "any"
            if "*" not in pattern:
                self._exact[pattern] = (kind, where)
                continue
            entry = (pattern.split("*"), kind, where)
            words = _whole_words(pattern)
            if words:
                self._by_word[max(words, key=len)].append(entry)
            else:
                self._open.append(entry)

    def kind_of(self, key: str, at_head: bool, at_tail: bool) -> str | None:
        """The kind of a pattern that the whole line fits and whose place agrees, or None."""
        exact = self._exact.get(key)
        if exact is not None and _placed(exact[1], at_head, at_tail):
            return exact[0]
        # In the middle of a story a long line that only begins like furniture ("Click here...") is a sentence.
        if len(key) > 120 and not (at_head or at_tail):
            return None
        if key[0].isdigit() and self._counter.match(key):
            return "share"
        for word in dict.fromkeys(key.split(" ")):
            for parts, kind, where in self._by_word.get(word, ()):
                if _placed(where, at_head, at_tail) and _fits(parts, key):
                    return kind
        first, last = key[0], key[-1]
        for parts, kind, where in self._open:
            # Most fail here already, which is quicker than a call.
            if (parts[0] and parts[0][0] != first) or (parts[-1] and parts[-1][-1] != last):
                continue
            if _placed(where, at_head, at_tail) and _fits(parts, key):
                return kind
        return None


def _whole_words(pattern: str) -> list[str]:
    """Words of the pattern that stand between spaces or at its ends, so that a line that fits has them as words too."""
    return [word for word in pattern.split(" ") if word and "*" not in word]


def _placed(where: str, at_head: bool, at_tail: bool) -> bool:
    return where == "any" or (where == "head" and at_head) or (where == "tail" and at_tail)


def _fits(parts: list[str], key: str) -> bool:
    if not key.startswith(parts[0]) or not key.endswith(parts[-1]):
        return False
    at = len(parts[0])
    for part in parts[1:-1]:
        found = key.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return at + len(parts[-1]) <= len(key)


def _build(lexicon: Lexicon) -> Patterns:
    return Patterns(lexicon.rows("boilerplate"), layout_cues(lexicon).of("counter"))


def patterns_of(lexicon: Lexicon) -> Patterns:
    """The compiled patterns of this lexicon."""
    return lexicon.compiled(_build)
