"""Acts that are announced for a day to come: "announced tariffs that will take effect on August 1"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.text.phrases import Phrases

_ACTS = {"ease", "expand", "impose", "lift", "reimpose", "retaliate", "suspend"}
_AHEAD = {"shall", "to", "will"}
_POINTING = {"it", "the", "their", "these", "this", "they"}
_PLANNED_AS = {"announced", "expected", "planned", "scheduled"}
_REACH = 24


def schedule(event: Event, p: Phrases) -> None:
    """Set the stage of what has been announced, and takes effect later, as its own or the next sentence tells."""
    if event.action not in _ACTS or event.stage == "hypothetical":
        _as_planned(event, p)
        return
    if event.stage != "done" or not event.rule.startswith("noun") or event.rule == "noun-effect":
        return
    first, last = p.t.sentence(event.node)
    own = range(event.span[1], min(last, event.span[1] + _REACH))
    if _later(own, last, p) or _told_next(event, p, last):
        event.stage = "scheduled"


def _later(near: range, last: int, p: Phrases) -> bool:
    """ "(that) will take effect on", "to start on August 1", ", effective May 1"."""
    t = p.t
    for k in near:
        if t.lower[k] in _AHEAD and k + 2 < last:
            v = k + 1 if t.tag[k + 1] != "RB" else k + 2
            if t.lower[k - 1] in ("from", "up") or "immediately" in t.lower[v : v + 5]:
                continue
            if _effect(v, last, p):
                return True
        if t.lower[k] == "effective" and _day(k + 1, last, p):
            return True
    return False


def _effect(v: int, last: int, p: Phrases) -> bool:
    """ "take effect", "come into force", "start on Monday" at `v`."""
    t = p.t
    lemma, after = t.lemma[v], t.lower[v + 1 : min(last, v + 3)]
    if lemma in p.words.of("entering") and {"effect", "force"} & set(after):
        return True
    dated = len(after) == 2 and after[0] in ("from", "in", "on") and _day(v + 2, last, p)
    return lemma in p.words.of("beginning_act") and dated


def _day(k: int, last: int, p: Phrases) -> bool:
    t = p.t
    return k < last and bool((p.words.of("month") | p.words.of("day_word")) & set(t.lower[k : min(last, k + 3)]))


def _told_next(event: Event, p: Phrases, last: int) -> bool:
    """ "imposing tariffs on Mali. The duties take effect in 30 days": does the next sentence begin so?"""
    t = p.t
    index = t.sent[event.node] + 1
    if index >= len(t.sents) or event.node >= last:
        return False
    first, end = t.sents[index]
    if t.lower[first] not in _POINTING or "immediately" in t.lower[first:end]:
        return False
    subject = p.right_phrase(first)
    if subject is None or t.tag[first] != "PRP" and t.lemma[subject[1] - 1] not in p.words.of("announced_measure"):
        return False
    k = subject[1]
    while k < end and (t.text[k] == "," or t.lower[k] in ("is", "are", "that", "which", "will", "to", "due", "set")):
        k += 1
    return k < end and t.tag[k] in ("VB", "VBP", "VBZ") and _effect(k, end, p)


def _as_planned(event: Event, p: Phrases) -> None:
    """ "if Canada imposes its planned tariffs on April 17", "lifts the ban as planned": the plan is told as there."""
    t = p.t
    if event.stage != "hypothetical" or event.action not in _ACTS:
        return
    last = t.sentence(event.node)[1]
    end = min(last, event.span[1] + 12)
    after = t.lower[event.span[1] : end]
    said = any(a == "as" and b in _PLANNED_AS for a, b in zip(after, after[1:], strict=False))
    if said or "planned" in t.lower[event.span[0] : event.head]:
        dated = any(_day(k, last, p) for k in range(event.span[1], end)) or "next" in after
        event.stage = "scheduled" if dated else "planned"
