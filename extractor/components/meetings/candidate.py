"""One mention of a meeting, as the grammars read it."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.components.meetings.participants import Party


@dataclass(slots=True)
class Candidate:
    """One mention: tokens [first, end) of its phrase, `anchor` its noun or verb."""

    anchor: int
    first: int
    end: int
    kind: str
    rule: str
    weak: bool = False
    definite: bool = False
    parties: list[Party] = field(default_factory=list)
    paired: bool = False
    place: tuple[int, int] | None = None
    topic: tuple[int, int] | None = None
    date_start: str | None = None
    date_end: str | None = None
    status: str = "held"
    cued: bool = False
    confidence: float = 0.85
    multilateral: bool = False
    scanned: int = 0
    distinct: bool = False
    # somebody is named behind "with"
    accompanied: bool = False
