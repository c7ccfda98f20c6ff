"""Sanctions told as a state: "already imposes", "keeps up pressure with sanctions", "are under consideration"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Parties
from extractor.components.sanctions.text.phrases import Phrases
from extractor.language.closed_classes import FINITE_TAGS

_REACH = 14
_STILL = {"already", "currently", "still"}
_THROUGH = {"by", "through", "via", "with"}


def state(event: Event, p: Phrases, parties: Parties) -> None:
    """Tell what lasts from what is done, and what is only weighed from what is there."""
    imposing = event.action == "impose"
    if imposing and (event.stage == "done" and _standing(event, p) or _ongoing(event, p)):
        event.action, event.stage = "maintain", "in_force"
    elif event.action == "impose" and event.stage == "done" and (_used(event, p) or _united(event, p)):
        event.action, event.stage = "none", "in_force"
        event.inherited.add("acting")
    elif event.action == "enforce" and event.stage == "done" and _habitual(event, p):
        event.stage = "in_force"
    elif event.action == "none" and event.rule in ("", "noun"):
        if not event.definite and _weighed(event, p):
            event.action, event.stage, event.modality, event.rule = "impose", "considered", "possible", "noun-adjective"
        elif (owner := _had(event, p)) is not None:
            event.action, event.sender = "maintain", event.sender or parties.sender(owner)
        elif _pressing(event, p) or _lasting(event.span[0], event.head, p):
            event.action = "maintain"


def _standing(event: Event, p: Phrases) -> bool:
    """ "already imposes several kinds of sanctions"; what it "has already imposed" was done."""
    t = p.t
    begin, aux = p.group(event.node)
    near = {*t.lower[begin : event.node], *t.lower[max(t.sentence(event.node)[0], begin - 1) : begin]}
    return t.tag[event.node] in ("VBP", "VBZ") and not aux and bool(_STILL & near)


def _lasting(start: int, end: int, p: Phrases) -> bool:
    """ "the ongoing sanctions", "a continuing embargo"."""
    return bool(p.words.of("lasting_adjective") & set(p.t.lower[start:end]))


def _ongoing(event: Event, p: Phrases) -> bool:
    """ "reviewed the ongoing application of sanctions": they are there."""
    told = event.rule == "nominalization" and event.stage in ("considered", "done")
    return told and _lasting(p.start(event.node), event.node, p)


def _used(event: Event, p: Phrases) -> bool:
    """ "Using diplomacy and sanctions, it pressed them", "used sanctions to isolate them": those that are there."""
    t = p.t
    start = p.start(event.head)
    bare = not p.group(event.node)[1] and t.lower[event.head] == "sanctions"
    used = event.rule in ("noun-coordinated", "noun-verb") and p.verb(event.node) == "use"
    return bare and used and not {"additional", "new"} & set(t.lower[start : event.head])


def _united(event: Event, p: Phrases) -> bool:
    """ "We stand together on sanctioning Mali", "united in imposing sanctions": what they keep doing."""
    t = p.t
    first, left = t.sentence(event.node)[0], p.before(p.group(event.node)[0])
    if t.tag[event.node] != "VBG" or left < 1 or t.lower[left] not in ("in", "on"):
        return False
    # "together in condemning the attack, on sanctioning Mali"
    near = range(left - 1, max(first - 1, left - _REACH), -1)
    k = next((k for k in near if t.lower[k] in p.words.of("united_word") or t.tag[k] in FINITE_TAGS), first)
    return t.lower[k] in p.words.of("united_word") and t.lower[k + 1] in ("in", "on")


def _had(event: Event, p: Phrases) -> tuple[int, int] | None:
    """ "Norway has a blockade on Mali", "which still has sanctions": who keeps them."""
    t = p.t
    left = p.before(event.span[0])
    single = t.lower[event.span[0]] in ("a", "an") or "still" in t.lower[left : event.span[0]]
    if left < 0 or t.lower[left] not in ("has", "have") or not (single or t.lower[left - 1] == "still"):
        return None
    subject = p.left_phrase(p.group(left)[0])
    return subject if subject is not None and t.tag[subject[1] - 1] in ("NNP", "NNPS", "PRP") else None


def _habitual(event: Event, p: Phrases) -> bool:
    """ "does not hold back in enforcing the sanctions": no single act; "by enforcing" tells how something was done."""
    t = p.t
    begin, aux = p.group(event.node)
    return t.tag[event.node] == "VBG" and not aux and begin > 0 and t.lower[begin - 1] in ("about", "in", "of")


def _weighed(event: Event, p: Phrases) -> bool:
    """ "There is a range of sanctions under consideration", "New sanctions on Mali are under discussion"."""
    t, last = p.t, p.t.sentence(event.node)[1]
    k = event.span[1]
    if event.target is not None and event.target.span is not None and k <= event.target.span[0] <= k + 2:
        k = event.target.span[1]
    while k < last and (t.lemma[k] == "be" or t.tag[k] in ("MD", "RB", "WDT") or t.lower[k] in ("has", "have", "that")):
        k += 1
    return k + 1 < last and t.lower[k] == "under" and bool(p.words.of("weighing_noun") & set(t.lower[k + 1 : k + 3]))


def _pressing(event: Event, p: Phrases) -> bool:
    """ "continue to put pressure on them through sanctions": the sanctions stay."""
    t, first = p.t, p.t.sentence(event.node)[0]
    begin = event.span[0]
    before = t.lemma[max(first, begin - _REACH) : begin]
    if begin <= first or t.lower[begin - 1] not in _THROUGH or "pressure" not in before:
        return False
    return bool(p.words.of("going_on") & set(before))
