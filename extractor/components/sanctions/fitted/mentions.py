"""Where a document names states, by place, body, official or organization: whoever acts or is hit is among them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from typing import NamedTuple

from extractor.components.sanctions.parties.bystanders import spared
from extractor.components.sanctions.parties.parties import Parties

# Kinds of mention that tell how much a text speaks of a state.
_COUNTED = {"alias", "body", "capital", "demonym", "metonym", "name"}

# Mentions looked at on either side of a telling: bounds the work on a text that is full of them.
_NEAREST = 40


class StateMention(NamedTuple):
    """Tokens first … end-1 stand for the state (or union) `code`; kind: of gazetteer, `body`, `person` or `firm`."""

    first: int
    end: int
    code: str
    kind: str


class StateMentions:
    """All mentions of states in one document, left to right."""

    def __init__(self, parties: Parties) -> None:
        t = parties.t
        found = {StateMention(x.first, x.end, parties.acting_code(x), x.kind) for x in parties.places.within(0, t.n)}
        for first, end, code in parties.p.words.bodies.matches(t.text):
            if code:
                found.add(StateMention(first, end, code, "body"))
        for kind, rows in (("person", parties.people), ("firm", parties.bodies)):
            for start, end_at, codes in rows:
                first, end = bisect_right(t.start, start) - 1, bisect_left(t.end, end_at) + 1
                found |= {StateMention(max(first, 0), min(end, t.n), code, kind) for code in codes.split(";") if code}
        # "a ban which does not cover Fiji": left out in so many words.
        self.all = sorted(m for m in found if not spared(m.first, parties.p))
        self._firsts = [m.first for m in self.all]
        self.tally = Counter(m.code for m in self.all if m.kind in _COUNTED)
        self.total = max(1, sum(self.tally.values()))
        ranked = self.tally.most_common(1)
        self.top = ranked[0][0] if ranked else None
        self.leading = {m.code for m in self.all if m.first < t.n and t.sent[m.first] == 0}

    def around(self, at: int, first: int, end: int) -> list[StateMention]:
        """Of those between `first` and `end`, the nearest to token `at` on either side."""
        middle = bisect_left(self._firsts, at)
        low = max(bisect_left(self._firsts, first), middle - _NEAREST)
        return self.all[low : min(bisect_left(self._firsts, end), middle + _NEAREST)]
