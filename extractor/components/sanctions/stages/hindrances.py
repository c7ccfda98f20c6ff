"""Acts that somebody puts off or tries to stop: "delay imposing", "sought to block", "prevent the evasion of"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Parties
from extractor.components.sanctions.stages.stages import Stages
from extractor.components.sanctions.text.phrases import Phrases

_NEW = {"expand", "impose", "reimpose"}
_ACTS = _NEW | {"ease", "extend", "lift", "suspend"}
_AHEAD = {"called_for", "considered", "planned", "proposed"}
_REACH = 14


def hinder(event: Event, p: Phrases, parties: Parties, stages: Stages) -> None:
    """Read an act by the verb that puts it off or stops it."""
    if event.action in _NEW and event.stage == "refused":
        _put_off(event, p, stages)
    elif event.action in _ACTS and event.stage in _AHEAD and _failed(event, p):
        event.stage = "blocked"
    elif event.action == "violate" and (stage := _feared(event, p)):
        event.stage = stage
    elif event.action == "violate" and event.stage in ("blocked", "refused") and event.rule != "compound":
        _stopped(event, p, parties, stages)
    elif event.action in _NEW and event.stage == "blocked" and _attempted(_blocking(event, p), p):
        event.stage = "opposed"


def _put_off(event: Event, p: Phrases, stages: Stages) -> None:
    """ "could delay imposing sanctions", "postponed the introduction of tariffs": it suspends, or may."""
    t = p.t
    begin = event.span[0] if event.rule == "nominalization" else p.group(event.node)[0]
    left = p.before(begin)
    if left < 0 or p.verb(left) not in p.words.of("postponing"):
        return
    course = stages.of_verb(left, "suspend", t.tag[left] == "VBN")
    event.action, event.stage, event.modality = "suspend", course.stage or "done", course.modality
    event.span = (left, event.span[1])


def _feared(event: Event, p: Phrases) -> str | None:
    """ "concerned about firms evading sanctions", "whether it evaded them": alleged; "warned not to evade": opposed."""
    t = p.t
    near = t.lower[max(t.sentence(event.node)[0], event.node - _REACH) : event.node]
    if event.stage == "refused" and p.words.of("cautioning") & set(near):
        return "opposed"
    if (
        event.stage in ("done", "planned")
        and "any" in near
        and {"attempt", "effort"} & {t.lemma[k] for k in range(event.node - 6, event.node)}
    ):
        # "is watching any attempts to evade them"
        return "hypothetical"
    if event.stage == "considered" and ("whether" in near or event.rule == "nominalization"):
        # "possible violations of the embargo"
        return "alleged"
    if event.stage == "done" and (_hearsay(event, p) or _judged(event, p)):
        return "alleged"
    return "alleged" if t.tag[event.node] == "VBG" and event.stage == "done" and _worried(near, p) else None


def _hearsay(event: Event, p: Phrases) -> bool:
    """ "allegedly shipped gold in violation of", "appears to have earned millions by selling in violation of"."""
    t = p.t
    near = t.lower[max(t.sentence(event.node)[0], event.node - 2 * _REACH) : event.node]
    return bool(p.words.of("hearsay_word") & set(near))


def _judged(event: Event, p: Phrases) -> bool:
    """ "The bill violates the embargo", "it violates": what somebody thinks of a plan."""
    t = p.t
    if t.tag[event.node] != "VBZ":
        return False
    subject = p.left_phrase(p.group(event.node)[0])
    if subject is None:
        return False
    plans = p.words.of("draft_law") | p.words.of("tabled_text") | p.words.of("plan_noun")
    return t.lower[subject[1] - 1] in ("it", "that", "this") or t.lemma[subject[1] - 1] in plans


def _worried(near: list[str], p: Phrases) -> bool:
    k = next((k for k in range(len(near) - 1, 0, -1) if near[k] in ("about", "of", "over", "that")), 0)
    return k > 0 and near[k - 1] in p.words.of("worry")


def _stopped(event: Event, p: Phrases, parties: Parties, stages: Stages) -> None:
    """ "will work to stop any attempts to circumvent sanctions": who stops a breach enforces, or means to."""
    t = p.t
    first = t.sentence(event.node)[0]
    near = range(event.node - 1, max(first - 1, event.node - _REACH), -1)
    verb = next((k for k in near if p.verb(k) in p.words.of("countering")), -1)
    if verb < 0:
        return
    if event.target is not None and event.agent is not None and event.target.span == event.agent.span:
        # Who stops a breach is not whom the sanctions hit.
        event.target = None
    hit = p.right_phrase(verb + 1)
    if hit is not None and t.lower[hit[1]] == "from" and (found := parties.target(hit)).countries:
        # "stopped Russia from evading its sanctions"
        event.target = found
    course = stages.of_verb(verb, "enforce", t.tag[verb] == "VBN")
    event.action, event.stage, event.modality = "enforce", course.stage or "done", course.modality


def _failed(event: Event, p: Phrases) -> bool:
    """ "The effort to impose sanctions on them failed": the verb whose subject is the effort."""
    t = p.t
    first, last = t.sentence(event.node)
    to = p.group(event.node)[0] - (t.tag[event.node] == "VBG")
    noun = to - 1
    if noun < first or t.lower[to] not in ("at", "of", "to") or p.words.cue("noun", t.lemma[noun]) is None:
        return False
    start = p.start(noun)
    if p.before(start) >= first and t.text[p.before(start)] not in (",", ";"):
        return False
    told = event.target.span if event.target is not None else None
    k = max(event.span[1], told[1] if told is not None else 0)
    while k < last and (t.tag[k] == "RB" or t.lower[k] in ("had", "has", "have")):
        k += 1
    return k < last and t.lemma[k] in p.words.of("failing") and t.tag[k] in ("VBD", "VBN", "VBZ")


def _blocking(event: Event, p: Phrases) -> int:
    """The verb that blocks: the act's own governor, or the one before the text that would tell it, "veto a bill"."""
    near = range(event.node, max(p.t.sentence(event.node)[0] - 1, event.node - _REACH), -1)
    verbs = ((k, p.words.cue("verb", p.verb(k) or "")) for k in near)
    return next((k for k, cue in verbs if cue is not None and cue.stage == "blocked"), event.node)


def _attempted(verb: int, p: Phrases) -> bool:
    """ "tried to block the sanctions", "vowed to veto them", "their efforts to stop": opposed, and no more."""
    t = p.t
    begin, aux = p.group(verb)
    to = begin if "to" in aux[:1] else begin - 1
    if to <= t.sentence(verb)[0] or "to" not in (t.lower[to], *aux):
        return False
    left = p.before(to)
    while left > 0 and t.tag[left] == "RB":
        left -= 1
    if left < 0:
        return False
    cue = p.words.cue("verb", p.verb(left) or "") or p.words.cue("noun", t.lemma[left])
    return cue is not None and cue.stage in ("called_for", "planned", "threatened")
