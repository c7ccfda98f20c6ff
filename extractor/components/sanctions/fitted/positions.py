"""What a mention of a state says by where it stands in the sentence of a telling."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.fitted.mentions import StateMention
from extractor.components.sanctions.parties.bystanders import apart
from extractor.components.sanctions.text.phrases import Phrases
from extractor.language.tokens import TokenTable
from extractor.linking.places import Place

Span = tuple[int, int]
_CLIMB = 4
_GAPS = ((0, "0"), (2, "1-2"), (6, "3-6"))
_ATTRIBUTES = {"amod", "compound", "nmod:poss"}


class Positions:
    """The evidence of mentions, worked out once for both roles of a telling."""

    def __init__(self, p: Phrases) -> None:
        self.p, self.t = p, p.t
        self._seen: Event | None = None
        self._placed: dict[StateMention, tuple[set[str], set[str]]] = {}

    def of(self, m: StateMention, event: Event, near: list[StateMention]) -> tuple[set[str], set[str]]:
        """What a mention says by where it stands: evidence that counts once, and for each basis too."""
        if self._seen is not event:
            self._seen, self._placed = event, {}
        known = self._placed.get(m)
        if known is None:
            known = self._placed[m] = self._place(m, event, near)
        return known

    def _place(self, m: StateMention, event: Event, near: list[StateMention]) -> tuple[set[str], set[str]]:
        t, head = self.t, m.end - 1
        index, sentence, subject = t.sent[event.node], t.sent[m.first], is_subject(m, t)
        if sentence != index:
            return set(), {"subject-before"} if subject and sentence == index - 1 else set()
        side = "left" if m.first < event.span[0] else "right"
        gap = event.span[0] - m.end if side == "left" else m.first - event.span[1]
        once = {f"{side}:{m.kind}", f"{side}:dep={t.dep[head]}", f"{side}:gap={band(max(gap, 0), _GAPS)}"}
        twice = {side}
        if t.dep[head] in _ATTRIBUTES and t.head[head] > head:
            once.add(f"{side}:attribute")
        if t.head[head] in (event.node, event.head):
            once.add(f"at-node:{t.dep[head]}")
        if t.text[m.end : m.end + 1] == ["-"]:
            once.add(f"{side}:hyphen")  # "Panama-flagged"
        if subject:
            twice.add(f"{side}:subject")
            depth = self._depth(event, t.head[head])
            twice |= {f"subject-of:{depth}"} if depth is not None else set()
        if apart(Place(m.first, m.end, m.code, m.kind), self.p):
            twice.add(f"{side}:bystander")
        at = m.first - 2 if t.lower[m.first - 1] == "the" else m.first - 1
        if at >= t.sents[index][0] and t.pos[at] == "ADP":
            twice.add(f"{side}:{t.lower[at]}")
        if _nearest(m, side, event.span, near):
            twice.add(f"nearest-{side}")
        return once, twice

    def _depth(self, event: Event, verb: int) -> int | None:
        """How many governors above the telling a verb stands; None where it does not govern it."""
        k = event.node
        for depth in range(_CLIMB):
            if k == verb:
                return depth
            k = self.t.head[k]
        return None


def _nearest(m: StateMention, side: str, span: Span, near: list[StateMention]) -> bool:
    """Is it the mention next to the telling on its side?"""
    if side == "left":
        return m.first == max(x.first for x in near if x.first < span[0])
    return m.first == min((x.first for x in near if x.first >= span[1]), default=-1)


def is_subject(m: StateMention, t: TokenTable) -> bool:
    """Is its last word the subject of a verb?"""
    return t.dep[m.end - 1].startswith("nsubj")


def band(value: float, bands: tuple[tuple[float, str], ...], beyond: str = "more") -> str:
    """The name of the first band whose top is not below the value."""
    return next((name for top, name in bands if value <= top), beyond)
