"""Who speaks where in a transcript: the host, a reporter, or a guest of another state."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from extractor.components.extraction import Extraction
from extractor.components.sanctions.text.vocabulary import Vocabulary
from extractor.language.tokens import TokenTable

_LABEL_WORDS = 7
REPORTER, GUEST, HOST = "reporter", "guest", "host"


class Turns:
    """The turns of one transcript; no turns where the text is none."""

    def __init__(self, t: TokenTable, facts: Extraction, words: Vocabulary) -> None:
        self._t, self._words = t, words
        self._starts: list[int] = []
        self._labels: list[list[str]] = []
        self._states: dict[str, str] = {}
        for i, text in enumerate(t.text):
            if text == ":" and i and _capitals(t.text[i - 1]):
                first = i - 1
                while first and i - first < _LABEL_WORDS and (_capitals(t.text[first - 1]) or _short(t, first - 1)):
                    first -= 1
                self._add(i, [w.lower() for w in t.text[first:i]])
            elif text == "Q" and (not i or t.text[i - 1] in (".", "?", "!", '"', "'", ")", "--", "—", "-")):
                self._add(i, ["q"])
        if self._starts:
            for official in facts.officials:
                name = official.family_name or official.name.split(" ")[-1]
                if official.country:
                    self._states.setdefault(name.lower(), official.country)

    def _add(self, i: int, label: list[str]) -> None:
        self._starts.append(i)
        self._labels.append(label)

    @cached_property
    def transcript(self) -> bool:
        """Is there a turn of "MR. LUND:", "THE PRESIDENT:" or "Q"?"""
        marks = self._words.of("speaker_title") - {"the"} | self._words.of("reporter_label")
        return any(marks & set(label) for label in self._labels)

    def index(self, i: int) -> int:
        """The number of the turn of token `i`; -1 before the first and in a text without turns."""
        return bisect_right(self._starts, i) - 1 if len(self._starts) > 2 else -1

    def at(self, i: int, home: str | None) -> tuple[str | None, str | None]:
        """Who speaks at token `i`, and for a guest the state, as far as known. home: the state of the host."""
        turn = bisect_right(self._starts, i) - 1
        if turn < 0:
            return None, None
        label = self._labels[turn]
        if self._words.of("reporter_label") & set(label):
            return REPORTER, None
        if "representative" in label and "high" in label:
            return GUEST, "EUE"
        names = [" ".join(label[k:]) for k in range(len(label))]
        state = next((self._states[n] for n in names if n in self._states), None)
        if state is not None and state != home:
            return GUEST, state
        if state is None and home == "USA" and self._words.of("office_abroad") & set(label):
            # Offices that the guest holds where the host's state has a secretary and a president.
            return GUEST, None
        return HOST, None

    def we(self, i: int, home: str | None) -> tuple[str, ...]:
        """The states that say "we" or "our" at token `i`; "we stand together" of a guest are guest and host."""
        speaker, state = self.at(i, home)
        codes = {state if speaker == GUEST else home}
        if speaker == GUEST and state is not None and "together" in self._t.lower[i : self._t.sentence(i)[1]]:
            codes.add(home)
        return tuple(sorted(code for code in codes if code is not None))

    def you(self, i: int, home: str | None) -> tuple[str, ...]:
        """The state to which "you" and "your" at token `i` are said: the host's, by all others."""
        return (home,) if home is not None and self.at(i, home)[0] in (GUEST, REPORTER) else ()


def _capitals(word: str) -> bool:
    """ "PRICE", "McDONOUGH", "Q"."""
    return sum(c.isupper() for c in word) >= min(2, len(word)) and sum(c.islower() for c in word) <= 2


def _short(t: TokenTable, i: int) -> bool:
    return t.lower[i] in (".", "mr.", "ms.", "mrs.", "dr.", "-", "'")
