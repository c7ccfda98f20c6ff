"""What somebody thinks of an act: "would be a mistake", "is the best way forward", "no reason why we cannot"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.text.phrases import Phrases
from extractor.language.closed_classes import BE, FINITE_TAGS, NEGATIONS

_ACTS = {"ease", "enforce", "expand", "extend", "impose", "lift", "maintain", "reimpose", "suspend"}
_JUDGED = {"considered", "done", "hypothetical", "in_force", "planned", "proposed", "refused"}
_OTHER_WAY = {"called_for": "opposed", "opposed": "called_for"}
_REACH = 12


def judge(event: Event, p: Phrases) -> None:
    """Set the stage of an act that its sentence calls good or bad, or for or against which it sees no reason."""
    if event.action not in _ACTS or event.stage not in _JUDGED:
        return
    event.stage = _of_subject(event, p) or _put_first(event, p) or _reasoned(event, p) or event.stage


def _of_subject(event: Event, p: Phrases) -> str | None:
    """ "Imposing sanctions would be counterproductive", "passing a sanctions bill is the wrong way"."""
    t = p.t
    told = event.rule in ("compound", "nominalization", "noun-effect") or t.tag[event.node] == "VBG"
    if not told or p.group(event.node)[1] and event.rule != "noun-effect":
        return None
    last = t.sentence(event.node)[1]
    k = event.span[0] if event.rule == "noun-effect" else event.span[1]
    verb = next((j for j in range(k, min(last, k + _REACH)) if t.tag[j] in FINITE_TAGS), -1)
    if verb < 0 or t.tag[verb] == "VBD" or {";", ":"} & set(t.text[k:verb]):
        return None
    return _predicate(verb, last, p)


def _predicate(verb: int, last: int, p: Phrases) -> str | None:
    """What the predicate after "is", "would be" says of its subject."""
    t, k, negated = p.t, verb, False
    while k < last and (t.lower[k] in BE or t.tag[k] in ("MD", "RB") or t.lower[k] in p.words.of("seeming")):
        negated = negated or t.lower[k] in NEGATIONS
        k += 1
    if k < last and t.text[k] == ",":
        # "are, at this point, the best way"
        k = next((j + 1 for j in range(k + 1, min(last, k + 8)) if t.text[j] == ","), k)
    if not any(t.lemma[j] == "be" or t.lower[j] in p.words.of("seeming") for j in range(verb, k)):
        return None
    stage = _worth(k, last, p)
    return _OTHER_WAY[stage] if stage and negated else stage


def _worth(k: int, last: int, p: Phrases) -> str | None:
    """ "counterproductive", "a grave mistake", "the only way": called for, opposed or neither."""
    t = p.t
    while k < last and t.tag[k] in ("RB", "RBR", "RBS") and t.lower[k] not in p.words.of("commended"):
        k += 1
    if k >= last:
        return None
    end = p.end(k)
    if end <= k + 1:
        return _adjective(t.lower[k], p)
    noun = t.lemma[end - 1]
    if noun in p.words.of("bad_idea"):
        return "opposed"
    if noun in p.words.of("way_noun"):
        return next((s for j in range(k, end - 1) if (s := _adjective(t.lower[j], p))), None)
    return None


def _adjective(low: str, p: Phrases) -> str | None:
    if low in p.words.of("commended"):
        return "called_for"
    cue = p.words.cue("adjective", low)
    return cue.stage if cue is not None and cue.stage in _OTHER_WAY else None


def _put_first(event: Event, p: Phrases) -> str | None:
    """ "It would be a mistake to lift", "makes no sense to impose"; what "was a mistake" was done."""
    t = p.t
    first = t.sentence(event.node)[0]
    begin, aux = p.group(event.node)
    to = begin if "to" in aux[:1] else begin - 1
    if to <= first or t.lower[to] != "to" and "to" not in aux:
        return None
    noun = to - 1
    if t.tag[noun] != "NN":
        return None
    start = p.start(noun)
    verb = p.before(start)
    if verb < first or t.lemma[verb] not in ("be", "make") and t.lower[verb] not in BE:
        return None
    if t.lower[verb] in ("was", "were", "been", "made"):
        return "done" if t.lemma[noun] in p.words.of("bad_idea") else None
    if t.lemma[verb] == "make":
        return "opposed" if t.lower[start : noun + 1] == ["no", "sense"] else None
    return _worth(start, to, p)


def _reasoned(event: Event, p: Phrases) -> str | None:
    """ "no reason why it cannot impose", "no reason not to" call for it; "no reason to lift" is against it."""
    t = p.t
    first = t.sentence(event.node)[0]
    begin, aux = p.group(event.node)
    reason = next((k for k in range(begin - 1, max(first, begin - _REACH), -1) if t.lemma[k] == "reason"), -1)
    if reason < 0 or t.lower[reason - 1] != "no" or any(t.tag[k] in FINITE_TAGS - {"MD"} for k in range(reason, begin)):
        return None
    if NEGATIONS & {*aux, *t.lower[reason + 1 : begin]}:
        return "called_for"
    bare = t.lower[reason + 1] in ("for", "to", "why")
    return "opposed" if bare and ("to" in aux or t.lower[begin - 1] == "to" or t.lower[reason + 1] == "why") else None
