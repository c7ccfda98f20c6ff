"""What sanctions consist of: a measure that spells another one out belongs to its event."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Party
from extractor.components.sanctions.text.phrases import Phrases

_JOINTS = {"and", ",", "a", "an", "the", "or"}
_MIXING = {"and", "or", "with"}


def contents(events: list[Event], p: Phrases) -> list[Event]:
    """ "sanctions, including asset freezes and travel bans"; "imposed sanctions on X, barring him from entering"."""
    t = p.t
    out: list[Event] = []
    for event in events:
        host = out[-1] if out and t.sent[out[-1].node] == t.sent[event.node] else None
        whole = _whole(event, host, p) if host is not None else None
        if whole is not None:
            out[-1] = whole
        elif "pronoun" not in event.inherited or host is None and out and _told(event, out[-1], p):
            out.append(event)
    return out


def _whole(event: Event, host: Event, p: Phrases) -> Event | None:
    """The event that stands for both, host or event; None where each is told for itself."""
    gap = range(host.head + 1, max(host.head + 1, event.span[0]))
    between, lemmas = p.t.lower[gap.start : gap.stop], p.t.lemma[gap.start : gap.stop]
    if _stands(event, host, between, lemmas):
        # "The sanctions include a total ban": the content is what is in force.
        event.action, event.stage, event.rule = "maintain", "in_force", "content"
        event.sender, event.target = event.sender or host.sender, event.target or host.target
        event.definite, event.weak = True, False
        return event
    include = "including" in between or "include" in lemmas
    include = include and event.measures != ["unspecified"] and len(between) <= 30
    if include and event.action in ("none", "maintain", host.action):
        host.target = host.target or event.target
        _spell_out(host, event)
        return host
    spelled = event.rule == "verb-bar" and (between[-1:] in (["by"], ["and"]) or "pronoun" in event.inherited)
    if spelled and not (event.senders and host.senders and event.senders != host.senders):
        if host.target is None or not host.target.countries:
            host.target = event.target or host.target
        _spell_out(host, event)
        return host
    if host.node == event.node and event.rule == "verb-object":
        # "The sanctions will freeze the assets": one act, told by its content.
        event.mentions.append(host.span)
        event.target, event.sender = event.target or host.target, event.sender or host.sender
        return event
    one = host.node == event.node and event.rule == "noun-coordinated" and host.rule.startswith("noun")
    one = one and (event.target is None or host.target is None or event.target.span == host.target.span)
    if one or _joined(event, host, between, any(p.verb(k) for k in gap)):
        # "imposes economic sanctions and travel bans on X": one clause, one row.
        beside = between if not one else p.t.lower[host.head + 1 : event.head]
        if _MIXING & set(beside):
            # "tightened sanctions with a ban on": a part of them is named.
            host.inherited.add("mixed")
        host.measures = list(dict.fromkeys([*host.measures, *event.measures]))
        host.target = host.target or event.target
        if one:
            host.span = (min(host.span[0], event.span[0]), max(host.span[1], event.span[1]))
        return host
    return None


def _stands(event: Event, host: Event, between: list[str], lemmas: list[str]) -> bool:
    """Does a finite "include" right after the host tell what it consists of?"""
    if "include" not in lemmas or "including" in between or host.weak:
        return False
    verb = lemmas.index("include")
    near = verb <= 6 and "," not in between[:verb]
    return near and {host.action, event.action} <= {"maintain", "none"}


def _spell_out(host: Event, event: Event) -> None:
    """The measures of an event in the place of the host's, as far as that has not named any."""
    more = [m for m in event.measures if m != "unspecified"]
    host.measures = [m for m in host.measures if m != "unspecified"] + more
    host.mentions.append(event.span)


def _joined(event: Event, host: Event, between: list[str], verb: bool) -> bool:
    """ "sanctions and a travel ban", "sanctions with a ban": two nouns of one act."""
    bare = event.rule in ("", "noun-coordinated", "noun") or event.node == host.node
    if not bare or event.action not in ("none", host.action):
        return False
    if "with" in between and not verb:
        return True
    listed = bool(between) and set(between) <= _JOINTS and host.rule.startswith(("nominal", "noun"))
    return listed and (event.target is None or host.target is not None and event.target.span == host.target.span)


def _told(event: Event, before: Event, p: Phrases) -> bool:
    """ "China also bans him from entering": whom the sentence before has named, who then is the target."""
    told = before.target
    if told is None or p.t.sent[event.node] - p.t.sent[before.node] > 1:
        return False
    event.target = Party(None, told.countries, told.kind, told.text)
    event.inherited.discard("pronoun")
    return True
