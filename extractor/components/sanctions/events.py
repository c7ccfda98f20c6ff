"""One sanction event while it is being read, before it becomes a record."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.components.sanctions.parties.parties import Party
from extractor.components.sanctions.stages.embeddings import Course

Span = tuple[int, int]

# What an action does to the pressure on the target.
_DIRECTIONS = {
    "impose": "escalate",
    "expand": "escalate",
    "reimpose": "escalate",
    "retaliate": "escalate",
    "ease": "ease",
    "lift": "ease",
    "suspend": "ease",
    "expire": "ease",
    "extend": "continue",
    "maintain": "continue",
    "enforce": "enforce",
    "violate": "enforce",
    "none": "none",
}


@dataclass(slots=True, eq=False)
class Event:
    """One telling of a sanction. span: tokens of measure and trigger; node: the word that carries the action.

    definite: it points back to sanctions told before ("the sanctions", "these designations").
    """

    span: Span
    head: int
    node: int
    measures: list[str]
    action: str = "none"
    stage: str = "in_force"
    sender: Party | None = None
    target: Party | None = None
    agent: Party | None = None
    modality: str | None = None
    rule: str = ""
    sentence: int = -1
    confidence: float = 1.0
    definite: bool = False
    weak: bool = False
    date_start: str | None = None
    date_end: str | None = None
    expires: str | None = None
    legal_basis: str | None = None
    reason: str | None = None
    inherited: set[str] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)

    @property
    def senders(self) -> tuple[str, ...]:
        return self.sender.countries if self.sender else ()

    @property
    def targets(self) -> tuple[str, ...]:
        return self.target.countries if self.target else ()


def told(
    course: Course,
    span: Span,
    head: int,
    node: int,
    measures: list[str],
    action: str,
    sender: Party | None,
    target: Party | None,
    rule: str,
    confidence: float = 1.0,
) -> Event:
    """An event with stage and modality as the climb found them; done where nothing says otherwise."""
    stage = course.stage or "done"
    return Event(
        span, head, node, measures, action, stage, sender, target, None, course.modality, rule, confidence=confidence
    )


def direction_of(action: str, stage: str) -> str:
    """Direction of the pressure: none where the action is ruled out, blocked, opposed or only thought of."""
    if stage in ("refused", "blocked", "opposed", "hypothetical"):
        return "continue" if stage in ("refused", "blocked") and action in ("ease", "lift", "suspend") else "none"
    return _DIRECTIONS[action]
