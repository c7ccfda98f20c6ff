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
    if _own_affair(event, p, home) or event.action == "none" and _of_a_kind(event, p):
        return False
    sent = bool(event.senders) and "sender" not in event.inherited
    named = sent and event.sender is not None and event.sender.span is not None
    if event.action == "violate" and event.stage == "done" and event.agent is not None and sent and not event.targets:
        # "Chad's leader eroded the UN sanctions": whose act it is says whom they hit.
        return True
    if event.action == "none" and named and event.measures == ["blockade"]:
        # "because of the Russian blockade": a siege is there, whomever the text goes on to name.
        return True
    own_act = home is not None and event.senders == (home,) and _acted(event)
    if home is not None and event.target is None and not own_act:
        # "One day sanctions will go": a state's own texts name whom they mean, or speak of nobody in particular; but
        # "We have imposed new sanctions" tells of an act all the same.
        return False
    if event.targets or own_act or home is None and event.action != "none" and _told(event, p):
        # "The arms embargo was lifted": news need not say who acts and whom it hits.
        return True
    if event.action == "retaliate" and event.measures == ["unspecified"]:
        return False
    if event.target is not None:
        return _hit(event, p, sent)
    if home is None and event.stage in ("called_for", "opposed") and _named(event, p):
        return True
    if p.t.runs_on(event.node) or event.action in _STANDING or event.stage in _OPEN:
        return event.action in ("enforce", "violate") and bool(sent and event.agent) and event.stage not in _OPEN
    return named


def _own_affair(event: Event, p: Phrases, home: str | None) -> bool:
    """What a state does to its own, or others do to the state that tells it."""
    if len(event.targets) == 1 and event.targets == event.senders:
        return True
    if home is not None and event.targets == (home,) and event.senders in ((), ("UNO",)):
        return True
    span = event.target.span if event.target is not None and not event.targets else None
    # "sanctions against employers who hire them"
    return span is not None and not p.words.of("home_person").isdisjoint(p.t.lemma[slice(*span)])


def _of_a_kind(event: Event, p: Phrases) -> bool:
    """ "an umbrella designation for", "piracy, blockades and other crimes", "no sanctions": nothing done or there."""
    first = event.span[0]
    if p.t.lemma[event.head] == "designation" or p.t.lower[first] in ("blockades", "no"):
        return True
    topic = p.t.lower[max(0, first - 2) : first] in _TOPICS
    return topic or event.measures == ["tariff"] and "target" in event.inherited


def _hit(event: Event, p: Phrases, sent: bool) -> bool:
    """Is somebody of no known state named who is hit, or an act told by whose it is?"""
    target = event.target
    if target is None or target.span is not None and all(p.t.tag[k] == "PRP" for k in range(*target.span)):
        return False
    if not _anybody(event, p):
        return True
    # "The company is under Canadian sanctions"
    return sent and (target.kind in _BEINGS if event.action == "none" else event.stage not in _OPEN)


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
