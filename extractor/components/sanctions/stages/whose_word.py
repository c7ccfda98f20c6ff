"""Stages that depend on who acts or speaks: a chamber that approves, a council that recommends, a sender that warns."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.issuers import issuer
from extractor.components.sanctions.parties.parties import Parties
from extractor.components.sanctions.stages.stages import Stages
from extractor.components.sanctions.text.phrases import Phrases

_ACTS = {"expand", "extend", "impose", "reimpose"}
_BARE = {"", "noun"}
_OPEN = {"considered", "planned"}
_OWNING = {"POS", "PRP$"}


def word_of(event: Event, p: Phrases, parties: Parties, stages: Stages) -> None:
    """Set the stage by whose word the act is."""
    if event.action == "none" and event.rule in _BARE and event.stage == "in_force" and _new(event, p, parties):
        event.action, event.stage, event.rule = "impose", "done", "noun-latest"
    elif event.action not in _ACTS:
        return
    elif event.rule == "noun-adjective" and event.stage in _OPEN and _listed_threat(event, p, stages):
        event.stage, event.modality = "threatened", "conditional"
    elif event.stage == "hypothetical" and event.rule == "nominalization" and _own_warning(event, p, parties):
        event.stage = "threatened"
    elif event.rule in ("noun-coordinated", "noun-verb") and (stage := _of_body(event, p, stages)):
        if stage == "proposed" and event.sender is None and event.agent is not None and event.agent.countries:
            # The body is the state's own.
            event.sender, event.agent = event.agent, None
        event.stage = stage


def _new(event: Event, p: Phrases, parties: Parties) -> bool:
    """ "Mali felt the new Canadian sanctions", "Norway welcomed Canada's new sanctions": they have been imposed."""
    t = p.t
    start, head = p.start(event.head), event.head
    if "new" not in t.lower[start:head]:
        return False
    owned = bool(_OWNING & set(t.tag[start:head])) or t.lower[start] in ("the", "these")
    return owned and (bool(parties.places.within(start, head)) or event.target is not None)


def _listed_threat(event: Event, p: Phrases, stages: Stages) -> bool:
    """ "agreed on next steps, including sanctions, should it go on": what is listed hangs on the condition."""
    begin = event.span[0]
    including = p.t.lower[begin - 1] == "including" or p.t.lower[begin - 2 : begin] == ["such", "as"]
    asked = p.t.text[p.t.sentence(begin)[1] - 1] == "?"
    return including and not asked and stages._condition(event.node) is not None


def _own_warning(event: Event, p: Phrases, parties: Parties) -> bool:
    """ "the risk of further sanctions increases", said by the state that would impose them."""
    return p.t.lemma[event.node] in ("danger", "risk") and issuer(p, parties) is not None


def _of_body(event: Event, p: Phrases, stages: Stages) -> str | None:
    """ "The Senate approved sanctions", "the cabinet committee recommended sanctions": not yet the state's own act."""
    t = p.t
    verb = p.verb(event.node)
    subject = stages.subject(event.node) or stages._first_subject(event.node)
    if subject is None:
        return None
    if subject[0] > 1 and t.lower[subject[0] - 1] == "before":
        # "The resolution before the Council would": what it is before is no subject.
        subject = p.left_phrase(subject[0] - 1) or subject
    heads = {t.lemma[k].lower() for k in range(*subject)}
    if event.stage == "hypothetical" and "would" in p.group(event.node)[1]:
        # "The resolution before the Council would impose"
        return "proposed" if heads & p.words.of("tabled_text") else None
    if verb == "recommend" and event.stage == "called_for":
        return "proposed" if heads & p.words.of("advising_body") else None
    if event.stage == "done" and verb in p.words.of("passing") and t.tag[event.node] in ("VBD", "VBN", "VBZ"):
        return "proposed" if heads & p.words.of("one_chamber") and "council" not in heads else None
    return None
