"""How the sentence frames an act: asked about, under a condition, listed among what a bill would do."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Parties
from extractor.components.sanctions.stages.conditions import conditional
from extractor.components.sanctions.stages.drafts import drafted
from extractor.components.sanctions.stages.questions import asked, why_not
from extractor.components.sanctions.text.phrases import Phrases
from extractor.language.closed_classes import FINITE_TAGS, NEGATIONS

# Told as given, whatever the sentence around them says: "Will sanctions imposed by the EU bite?"
_GIVEN = {"noun-latest", "noun-participle", "noun-relative", "verb-attributive"}
_TOLD = {"done", "planned", "scheduled"}
_OPEN_IN = _TOLD | {"blocked", "refused"}
_RELIEF = {"ease", "lift", "suspend"}
_BULLETS = {"*", "-", "·", "–", "—", "•", "●", "◦"}
_MARKS_AHEAD = {"before", "once", "till", "unless", "until", "when", "whenever"}


def frame(event: Event, p: Phrases, parties: Parties) -> None:
    """Set the stage that the sentence of `event` gives it as a whole."""
    if event.rule in _GIVEN:
        return
    if event.stage in _TOLD and why_not(event, p):
        event.stage = "refused"
        return
    near = "".join(p.t.lower[max(0, event.node - 12) : event.node]).replace("-", "")
    if event.stage == "done" and "nonbindingresolution" in near:
        # "a non-binding resolution that designates": it asks for what it tells.
        event.stage = "called_for"
        return
    if drafted(event, p, parties):
        return
    if event.action == "none":
        if event.rule in ("", "noun") and _provided(event, p):
            event.action, event.stage = "impose", "proposed"
        elif event.rule in ("", "noun") and _fragment(event, p):
            low = p.t.lower[event.span[0]]
            new = low in ("any", "new") or low in p.words.of("stronger_adjective")
            event.action, event.stage, event.modality = "impose", "considered" if new else "hypothetical", "possible"
            event.rule = "noun-adjective"
        else:
            _prospect(event, p)
        return
    begin = event.span[0]
    if event.stage == "called_for" and event.rule == "noun-subject" and "whether" in p.t.lower[begin - 4 : begin]:
        # "has not decided whether sanctions should be lifted"
        event.stage = "considered"
    if event.stage in ("done", "hypothetical") and _condition_of_theirs(event, p):
        event.stage = "called_for"
    elif event.stage in _OPEN_IN and (asked(event, p) or conditional(event, p)) or _instead(event, p):
        asks = event.action != "violate" and not conditional(event, p) and not _instead(event, p)
        event.stage = "considered" if asks else "hypothetical"
        event.modality = event.modality or ("possible" if asks else "conditional")
    elif event.stage == "done" and (_prospect_of(event, p) or _among_ideas(event, p)):
        event.stage, event.modality = "considered", "possible"
    elif _open(event, p) or event.stage == "done" and _yet_to_come(event, p):
        event.stage, event.modality = "hypothetical", "conditional"
    elif event.rule == "nominalization" and event.stage == "done" and _demanded(event, p):
        event.stage = "called_for"
    elif event.stage in _TOLD and (stage := _tabled(event, p)):
        event.stage = stage


def _condition_of_theirs(event: Event, p: Phrases) -> bool:
    """ "Mali will not return to the talks until Norway lifts its sanctions": what Mali asks for."""
    t = p.t
    first, begin = t.sentence(event.node)[0], p.group(event.node)[0]
    mark = next((k for k in range(begin - 1, max(first, begin - 8), -1) if t.lower[k] in ("till", "until")), first)
    told = event.action in _RELIEF and t.lower[mark + 1 : begin] not in (["it"], ["they"], ["we"])
    return told and bool(NEGATIONS & set(t.lower[first:mark]))


def _demanded(event: Event, p: Phrases) -> bool:
    """ "demands, which include … the lifting of sanctions": an item in a list of what is asked for."""
    t = p.t
    before = t.lower[t.sentence(event.node)[0] : event.span[0]]
    return bool(p.words.of("demand_noun") & set(before)) and bool({"include", "including"} & set(before))


def _open(event: Event, p: Phrases) -> bool:
    """Does it depend on something else whether the state lasts, or what the noun names comes?"""
    if event.action == "maintain" and event.stage in ("in_force", "refused"):
        return conditional(event, p)
    named = event.rule == "nominalization" or p.t.tag[event.node] == "VBG" and event.rule == "noun-verb"
    return named and event.stage == "done" and _would(event, p)


def _prospect_of(event: Event, p: Phrases) -> bool:
    """ "the potential of offering aid or ramping up sanctions": may come."""
    t = p.t
    if t.tag[event.node] != "VBG" or event.rule == "nominalization":
        return False
    first = t.sentence(event.node)[0]
    for k in range(event.node - 1, max(first, event.node - 14), -1):
        if t.tag[k] in FINITE_TAGS or t.text[k] in (";", ":"):
            return False
        if t.lower[k] == "of" and t.lemma[k - 1] in p.words.of("prospect_noun"):
            return True
    return False


def _among_ideas(event: Event, p: Phrases) -> bool:
    """ "Ideas being considered included blocking their firms from trading"."""
    t, first = p.t, p.t.sentence(event.node)[0]
    left = p.before(p.group(event.node)[0])
    listed = left > first and t.tag[event.node] == "VBG" and p.verb(left) == "include"
    return listed and bool(p.words.of("weighed_word") & set(t.lower[first:left]))


def _yet_to_come(event: Event, p: Phrases) -> bool:
    """ "before sanctions are lifted", "in advance of the imposition of sanctions": it is not told to have happened."""
    t = p.t
    first = t.sentence(event.node)[0]
    begin, aux = p.group(event.node)
    if event.rule == "noun-subject" and not aux and t.tag[event.node] in ("VBP", "VBZ"):
        # "closed until the blockade ends"
        start = event.span[0]
        return start > first and t.lower[start - 1] in ("unless", "until", "till")
    then = {"would"} & set(t.lower[slice(*t.sentence(event.node))])
    if aux and (aux[0] in ("are", "is") or then) and t.tag[event.node] == "VBN" and "being" not in aux:
        start = event.span[0]
        return start > first and start < begin and t.lower[start - 1] in _MARKS_AHEAD
    left = p.before(event.span[0]) if event.rule == "nominalization" else -1
    if left <= first:
        return False
    pair = (t.lower[left - 1], t.lower[left])
    return t.lower[left] in ("pending", "until") or pair in (("advance", "of"), ("ahead", "of"), ("prior", "to"))


def _would(event: Event, p: Phrases) -> bool:
    """ "Lifting of the embargo will impair these efforts": the subject of what would follow from it."""
    t, last = p.t, p.t.sentence(event.node)[1]
    k = event.span[1]
    target = event.target.span if event.target is not None else None
    if target is not None and k <= target[0] <= k + 3:
        k = target[1]
    while k < last and t.tag[k] == "RB":
        k += 1
    if k < last and t.lower[k] in p.words.of("depending_form"):
        # "The lifting of sanctions constitutes a part of the deal": a notion, not an event.
        return True
    if k + 1 < last and t.lower[k] in ("is", "are", "remains"):
        return bool(p.words.of("open_adjective") & set(t.lower[k + 1 : min(last, k + 4)]))
    return k < last and t.lower[k] in ("could", "may", "might", "will", "would") and "been" not in t.lower[k : k + 3]


def _provided(event: Event, p: Phrases) -> bool:
    """ "introduced an act that provides for sanctions"."""
    t = p.t
    first = t.sentence(event.node)[0]
    near = t.lemma[max(first, event.span[0] - 2) : event.span[0]]
    words = set(t.lemma[first : event.span[0]])
    held = near == ["provide", "for"] or near[-1:] in (["contain"], ["include"])
    tabled = bool(p.words.of("tabled_text") & words and p.words.of("proposing") & words)
    return held and tabled and not p.words.of("enacting") & words


def _fragment(event: Event, p: Phrases) -> bool:
    """ "Sanctions, or something else?": a question of a few nouns asks about what may come."""
    t = p.t
    first, last = t.sentence(event.node)
    bare = not any(tag in FINITE_TAGS for tag in t.tag[first:last])
    if t.text[last - 1] != "?":
        return False
    low = t.lower[event.span[0]]
    return bare and event.span[0] - first < 4 or low in ("any", "new") or low in p.words.of("stronger_adjective")


def _prospect(event: Event, p: Phrases) -> None:
    """ "including through further sanctions as appropriate": more than there are, so not there yet."""
    t = p.t
    low = t.lower[event.span[0]]
    if event.rule not in ("", "noun") or event.target is not None and event.sender is not None:
        return
    first, last = t.sentence(event.node)
    begin = event.span[0]
    before = set(t.lower[first:begin])
    needed, weighed = before & p.words.of("needed_word"), before & p.words.of("weighed_word")
    near = t.lower[max(first, begin - 6) : begin]
    nobody = event.sender is None and near[-1:] == ["including"]
    stage = None
    if near[-2:] == ["such", "as"] and event.sender is None:
        # "should consider stronger action, such as sanctions"
        if before & p.words.of("ahead_word"):
            stage = "called_for" if needed else "considered"
        else:
            return
    elif (weighed or needed) and p.verb(begin - 1) == "include":
        # "The actions being weighed include tariffs"
        stage = "considered" if weighed else "called_for"
    elif nobody and ("options" in near or needed):
        # "consider all options, including economic sanctions", "must take coercive action, including tough sanctions"
        stage = "considered" if "options" in near else "called_for"
    if stage is not None:
        event.action, event.stage, event.rule = "impose", stage, "noun-adjective"
        return
    stronger = p.words.of("stronger_adjective")
    if low not in stronger and not (t.lower[begin - 1] == "including" and stronger & set(t.lower[begin : event.head])):
        return
    following = t.lower[event.span[1] : event.span[1] + 6]
    if "imposed" in following or "in" in following and "place" in following:
        return
    if p.words.of("ahead_word").isdisjoint(t.lower[first:last]) or t.tag[max(first, begin - 1)] in ("VBD", "VBN"):
        return
    near = following[: following.index(",")] if "," in following else following
    asked_for = bool({"must", "ought", "should"} & set(near[:3]))
    event.action, event.rule = "impose", "noun-adjective"
    event.stage = "called_for" if asked_for else "considered"


def _instead(event: Event, p: Phrases) -> bool:
    """ "Rather than ending the embargo", "in order to lift the tariffs": not what is done."""
    t = p.t
    if event.stage not in ("done", "planned", "scheduled", "considered") or event.action == "violate":
        return False
    begin = p.group(event.node)[0]
    if begin < 2:
        return False
    pair = (t.lower[begin - 2], t.lower[begin - 1])
    return pair in (("rather", "than"), ("instead", "of")) or pair == ("in", "order") and t.lower[begin] == "to"


def _tabled(event: Event, p: Phrases) -> str | None:
    """The stage of an act that is an item in a list of what a bill would do, or of what is asked for."""
    t = p.t
    index = t.sent[event.node]
    first = t.sentence(event.node)[0]
    head = first
    while head < event.node and (t.text[head] in _BULLETS or t.tag[head] in ("LS", ":", "CD", "NFP", "RB")):
        head += 1
    listing = t.tag[head] == "VBG" and not any(t.tag[k] in FINITE_TAGS for k in range(head, event.node))
    if (
        event.node - head > 1
        and not (listing and event.rule == "nominalization")
        or t.tag[event.node] not in ("VBG", "VBZ", "VB", "VBP", "NN", "NNS", "NNP")
    ):
        return None
    for k in range(index - 1, max(-1, index - 12), -1):
        a, b = t.sents[k]
        words = t.lemma[a:b]
        if ":" in words[-3:]:
            if p.words.of("enacting") & set(words):
                return None
            if p.words.of("asking_word") & set(words):
                return "called_for"
            return "proposed" if p.words.of("tabled_text") & set(words) else None
        listed = words[0] in _BULLETS or words[-1] in (";", "and") or t.tag[a] in ("VBG", "VBZ", "LS")
        if not listed and k < index - 1:
            return None
    return None
