"""Acts in the relative clause of a text or a group that is only asked for: "push for a resolution that imposes"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Parties
from extractor.components.sanctions.stages.embeddings import Course
from extractor.components.sanctions.stages.stages import Stages
from extractor.components.sanctions.text.phrases import Phrases

_OPEN = {"blocked", "called_for", "considered", "opposed", "proposed", "refused", "threatened"}
_TOLD = {"done", "hypothetical", "planned", "threatened"}


def drafted(event: Event, p: Phrases, parties: Parties) -> bool:
    """Give the act the stage of what it stands in, where that is open still."""
    noun = _antecedent(event, p) if event.stage in _TOLD else None
    if noun is None:
        return False
    course = _course(*noun, event.action, p)
    if course.stage not in _OPEN:
        return False
    event.stage = course.stage
    formed = p.t.lemma[noun[1] - 1] in p.words.of("formed_group")
    builder = parties.sender(course.sender) if formed and course.sender is not None else None
    if builder is not None and builder.countries and not event.senders:
        # "Canada should build a coalition that will impose"
        event.sender = builder
    return True


def _antecedent(event: Event, p: Phrases) -> tuple[int, int] | None:
    """ "a resolution in the Security Council that imposes", "a bill imposing": the noun phrase before the act."""
    t = p.t
    begin = p.group(event.node)[0]
    first = t.sentence(event.node)[0]
    end = begin - 1 if begin > first and t.lower[begin - 1] in ("that", "which", "to", ",") else begin
    if end == begin and t.tag[event.node] != "VBG" or end <= first or not t.tag[end - 1].startswith("NN"):
        return None
    start = p.start(end - 1)
    whole = p.left_phrase(end) if t.lower[begin - 1] in ("that", "which") else None
    if whole is not None and whole[0] < start:
        start, end = whole[0], p.end(whole[0])
    known = p.words.of("tabled_text") | p.words.of("other_text") | p.words.of("formed_group")
    return (start, end) if t.lemma[end - 1] in known else None


def _course(start: int, end: int, action: str, p: Phrases) -> Course:
    t, stages = p.t, Stages(p)
    course = stages.of_noun(start, end - 1, action)
    if course.stage == "planned" and p.verb(p.before(start)) in p.words.of("relief_seeking"):
        # "wants a resolution that imposes"
        course.stage = "called_for"
    if course.stage in ("planned", None) and _drawn_up(start, p) and t.lemma[end - 1] in p.words.of("tabled_text"):
        # "is working on a resolution that will impose"
        course.stage = "proposed"
    if t.lower[start] in ("a", "an") and start >= 3 and t.lower[start - 1] == "on" and t.lemma[start - 2] == "vote":
        course.stage = stages.of_noun(p.start(start - 2), start - 2, action).stage or course.stage
    elif course.stage not in _OPEN and t.lower[start - 1] == "on":
        near = range(start - 2, max(t.sentence(start)[0] - 1, start - 5), -1)
        if any(p.verb(k) == "vote" for k in near):
            # "is to vote Thursday on a resolution that would lift"
            course.stage = "considered"
    return course


def _drawn_up(start: int, p: Phrases) -> bool:
    """Does the verb before the noun phrase tell that the text is being written?"""
    k = p.before(start)
    k = k - 1 if k > 0 and p.t.lower[k] in ("at", "on", "toward", "towards") else k
    return k >= 0 and p.verb(k) in p.words.of("drawing_up")
