"""Which tellings are worth a row: somebody must be hit, or a known state must act."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.text.phrases import Phrases

_STANDING = {"enforce", "maintain", "none", "violate"}
_OPEN = {"considered", "hypothetical", "opposed", "refused"}
# "jurisdiction over sanctions": a field of work.
_TOPICS = (["jurisdiction", "over"], ["expert", "on"], ["experts", "on"])
_BEINGS = ("entity", "group", "person", "vessel")
_PROPER = {"FW", "NNP", "NNPS"}


def worth_a_row(event: Event, p: Phrases, home: str | None) -> bool:
    """False for bare mentions, for acts that may come without anybody being named, and for a state's own affairs.

    home: the state that puts the text out.
    """
    if event.targets and event.targets == event.senders and len(event.targets) == 1:
        return False
    if event.action == "none" and p.t.lemma[event.head] == "designation":
        # "an umbrella designation for", "under that designation": nothing that is done or lasts.
        return False
    if home is not None and event.targets == (home,) and event.senders in ((), ("UNO",)):
        return False
    span = event.target.span if event.target is not None else None
    if not event.targets and span is not None and p.words.of("home_person") & set(p.t.lemma[slice(*span)]):
        # "sanctions against employers who hire them"
        return False
    if event.action == "none" and p.t.lower[event.span[0]] == "blockades":
        # "piracy, blockades and other crimes": the kind.
        return False
    if event.action == "none" and p.t.lower[event.span[0]] == "no":
        return False
    if event.action == "none" and p.t.lower[max(0, event.span[0] - 2) : event.span[0]] in _TOPICS:
        return False
    if event.action == "none" and event.measures == ["tariff"] and "target" in event.inherited:
        return False
    breach = event.action == "violate" and event.stage == "done" and event.agent is not None
    if breach and event.senders and not event.targets and "sender" not in event.inherited:
        # "Chad's leader eroded the UN sanctions": whose act it is says whom they hit.
        return True
    owned = event.senders and event.sender is not None and event.sender.span is not None
    if event.action == "none" and owned and "sender" not in event.inherited and event.measures == ["blockade"]:
        # "because of the Russian blockade": a siege is there, whomever the text goes on to name.
        return True
    if home is not None and event.target is None and not (event.senders == (home,) and _acted(event)):
        # "One day sanctions will go": a state's own texts name whom they mean, or speak of nobody in particular; but
        # "We have imposed new sanctions" tells of an act all the same.
        return False
    if event.targets or home is not None and event.senders == (home,) and _acted(event):
        return True
    if home is None and event.action != "none" and _told(event, p):
        # "The arms embargo was lifted": news need not say who acts and whom it hits.
        return True
    if event.action == "retaliate" and event.measures == ["unspecified"]:
        return False
    span = event.target.span if event.target is not None else None
    if span is not None and all(p.t.tag[k] == "PRP" for k in range(*span)):
        return False
    if event.target is not None and not _anybody(event, p):
        return True
    acted = event.senders and event.sender is not None and "sender" not in event.inherited
    if event.action == "none" and acted and event.target is not None and event.target.kind in _BEINGS:
        # "The company is under Canadian sanctions"
        return True
    if event.target is not None:
        return bool(acted) and event.stage not in _OPEN and event.action != "none"
    if home is None and event.stage in ("called_for", "opposed") and _named(event, p):
        return True
    if p.t.runs_on(event.node) or event.action in _STANDING or event.stage in _OPEN:
        return event.action in ("enforce", "violate") and bool(acted and event.agent) and event.stage not in _OPEN
    return bool(acted and event.sender is not None and event.sender.span is not None)


def _acted(event: Event) -> bool:
    """Does somebody act in so many words, rather than may or would?"""
    verbal = event.rule.startswith(("noun-coordinated", "noun-prepositional", "noun-verb", "verb"))
    return verbal and event.action not in _STANDING and event.stage not in _OPEN


def _told(event: Event, p: Phrases) -> bool:
    """Does the text tell of the act, rather than mention its kind ("sanctions evasion and other illicit finance")?"""
    if event.action == "violate" and event.rule == "compound" and event.agent is None and not event.senders:
        return False
    return event.target is None or not _anybody(event, p) or event.stage not in _OPEN


def _named(event: Event, p: Phrases) -> bool:
    """Is it a name that asks or refuses?"""
    agent = event.agent
    if agent is None or agent.span is None:
        return False
    first, end = agent.span
    named = any(a < end and b > first and label == "ORG" for a, b, label in p.t.ents)
    return named or bool(agent.countries)


def _anybody(event: Event, p: Phrases) -> bool:
    """ "sanctions on individuals": nobody whom the text names."""
    t, target = p.t, event.target
    if target is None or target.span is None:
        return target is None or not target.text
    a, b = target.span
    if any(t.tag[k] in _PROPER or t.tag[k] == "CD" for k in range(a, b)):
        return False
    # What sanctions may hit anywhere: says of nobody in particular that he is hit.
    return any(t.lemma[k].lower() in p.words.of("anybody") or t.tag[k] == "PRP" for k in range(a, b)) or b - a == 1
