"""One row for a meeting told several times: which mention belongs to which meeting, and what kind of meeting it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.components.meetings.candidate import Candidate
from extractor.components.meetings.participants import Party, unique

_REAL = frozenset({"held", "ongoing"})
_MAX_BACK = 12


@dataclass(slots=True)
class Meeting:
    """A meeting with its mentions; the first one gives the span."""

    candidates: list[Candidate] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)

    @property
    def head(self) -> Candidate:
        return self.candidates[0]

    def countries(self) -> set[str]:
        return {c for p in self.parties for c in p.countries}

    def add(self, other: Candidate) -> None:
        head = self.head
        self.candidates.append(other)
        self.parties = unique([*self.parties, *other.parties])
        head.place = head.place or other.place
        head.topic = head.topic or other.topic
        if head.date_start is None:
            head.date_start, head.date_end = other.date_start, other.date_end
        if head.kind == "other" and other.kind != "visit":
            head.kind = other.kind
        head.multilateral = head.multilateral or other.multilateral


def gather(candidates: list[Candidate]) -> list[Meeting]:
    """Group candidates in text order into meetings; drop those that tell too little to stand alone."""
    meetings: list[Meeting] = []
    for candidate in candidates:
        match = _match(candidate, meetings)
        if match is not None:
            match.add(candidate)
        elif _stands_alone(candidate):
            meetings.append(Meeting([candidate], list(candidate.parties)))
    return meetings


def _match(candidate: Candidate, meetings: list[Meeting]) -> Meeting | None:
    bare = not candidate.parties and candidate.date_start is None
    for meeting in reversed(meetings[-_MAX_BACK:]):
        if _compatible(candidate, meeting, bare):
            return meeting
    return None


def _compatible(candidate: Candidate, meeting: Meeting, bare: bool) -> bool:
    head = meeting.head
    if (candidate.kind == "visit") != (head.kind == "visit"):
        return False
    if (
        (candidate.kind == "phone") != (head.kind == "phone")
        and "phone" in (candidate.kind, head.kind)
        and not (bare and head.kind == "phone")
    ):
        return False
    if candidate.multilateral != head.multilateral and not (bare and candidate.definite and not candidate.multilateral):
        return False
    if "summit" in (candidate.kind, head.kind) and candidate.kind != head.kind and not (bare and head.kind == "summit"):
        return False
    if not _same_day(candidate, head):
        return False
    if (
        candidate.status in ("held",)
        and head.status in ("planned", "proposed", "possible")
        and not bare
        and candidate.date_start is None
    ):
        return False
    if head.status in _REAL and candidate.status not in _REAL and not (candidate.date_start and head.date_start):
        return False
    if bare:
        return (
            candidate.definite
            or candidate.rule.startswith("verb") is False
            and candidate.status == head.status
            and not candidate.place
        )
    if candidate.distinct and candidate.status in _REAL:
        return False
    mine, theirs = {p.key for p in candidate.parties}, {p.key for p in meeting.parties}
    persons = {p.key for p in candidate.parties if p.kind == "person"}
    their_persons = {p.key for p in meeting.parties if p.kind == "person"}
    countries = {c for p in candidate.parties for c in p.countries}
    if mine <= theirs or theirs and theirs <= mine and candidate.definite:
        return (
            candidate.definite
            or candidate.date_start is not None
            and candidate.date_start == head.date_start
            or mine == theirs
        )
    if persons and their_persons and not persons & their_persons and (len(persons) > 1 or not candidate.definite):
        return False
    if not countries:
        return candidate.paired and candidate.definite
    if not countries <= meeting.countries():
        return False
    return candidate.definite or countries == meeting.countries() and candidate.status not in _REAL


def _same_day(candidate: Candidate, head: Candidate) -> bool:
    if candidate.date_start is None or head.date_start is None:
        return True
    return candidate.date_start <= (head.date_end or head.date_start) and head.date_start <= (
        candidate.date_end or candidate.date_start
    )


def _stands_alone(candidate: Candidate) -> bool:
    parties = len(candidate.parties)
    if candidate.weak:
        return (
            parties >= 2
            or parties == 1
            and (candidate.date_start is not None or candidate.place is not None)
            and candidate.cued
        )
    if candidate.kind == "phone":
        return parties >= 1
    if candidate.kind == "visit":
        return parties >= 1 and (candidate.place is not None or parties >= 2)
    if parties >= 2 or candidate.multilateral:
        return True
    if parties == 1:
        # "in Tokyo for talks with the finance minister, Shigeo Wakabayashi"
        return (
            candidate.accompanied or candidate.cued or candidate.date_start is not None or candidate.place is not None
        )
    return (candidate.date_start is not None and candidate.cued) or (
        candidate.place is not None and (candidate.cued or candidate.date_start is not None)
    )


def kind_of(meeting: Meeting) -> str:
    """bilateral or multilateral by the participants, where the words did not say more."""
    head = meeting.head
    if head.kind in ("summit", "visit", "phone", "working_level"):
        return head.kind
    if head.multilateral:
        return "multilateral"
    countries = meeting.countries()
    groups = {p.key for p in meeting.parties if not p.countries and p.kind != "person"}
    # A person whose country is not known stands for one side more, as "Obama met Xi" does.
    unplaced = [p for p in meeting.parties if not p.countries and p.kind == "person"]
    sides = len(countries) + len(groups) + bool(unplaced)
    if len(countries) + len(groups) > 2:
        return "multilateral"
    if sides == 2 or len(unplaced) == 2 == len(meeting.parties):
        return "bilateral"
    return head.kind
