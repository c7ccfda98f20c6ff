"""Whose "its sanctions" are: the state that speaks or acts in the clause around them, else in the sentence before."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.text.phrases import Phrases

_OWN = {"her", "his", "its", "their"}
_UNSAID = {"he", "it", "she", "that", "there", "they", "this", "we", "which", "who"}
_SUBJECTS = {"nsubj", "nsubj:pass"}


def owned(event: Event, p: Phrases, parties: Parties) -> None:
    """Fill the sender of a measure with a possessive pronoun: "Norway said its embargo on Mali will stay"."""
    if event.senders or event.action == "violate":
        return
    spot = _possessive(event, p)
    if spot is None:
        return
    party = _around(spot, event, p, parties) or _before(spot, event, p, parties)
    if party is None:
        return
    event.sender = party
    if event.targets and set(event.targets) <= set(party.countries):
        event.target = None


def _possessive(event: Event, p: Phrases) -> int | None:
    """The pronoun right before the measure noun, over adjectives."""
    t = p.t
    first = t.sentence(event.head)[0]
    for k in range(event.head - 1, max(first, event.head - 7) - 1, -1):
        if t.lower[k] in _OWN and t.tag[k] == "PRP$":
            return k
        if not t.tag[k].startswith(("CD", "JJ", "NN", "RB", "VBN", "VBG", "HYPH", "CC", ",")):
            return None
    return None


def _around(spot: int, event: Event, p: Phrases, parties: Parties) -> Party | None:
    """The nearest subject to the left whose verb stands before the pronoun and that is a state or acts for one."""
    t = p.t
    first = t.sentence(spot)[0]
    for k in range(spot - 1, first - 1, -1):
        if t.dep[k] in _SUBJECTS and k < t.head[k] < spot and t.lower[k] not in _UNSAID:
            party = _told_of(t.head[k], spot, parties) or _joined(k, spot, p, parties)
            return _fits(party or parties.sender((p.start(k), max(p.end(k), k + 1))), event)
    return None


def _told_of(verb: int, spot: int, parties: Parties) -> Party | None:
    """ "complained to Norway about its embargo", "blamed Norway for its sanctions": the one nearest before it."""
    t = parties.t
    if t.lower[spot - 1] not in ("about", "for", "over"):
        return None
    named = [x for x in parties.places.within(verb, spot - 1) if x.kind in ("name", "alias", "metonym")]
    if not named:
        return None
    span = (named[-1].first, named[-1].end)
    return Party(span, (parties.acting_code(named[-1]),), None, parties.text(span))


def _joined(k: int, spot: int, p: Phrases, parties: Parties) -> Party | None:
    """ "Canada and Norway said their sanctions": all the states that are the subject."""
    t = p.t
    if t.lower[spot] != "their" or t.child(k, "conj") is None:
        return None
    named = [x for x in parties.places.within(p.start(k), t.head[k]) if x.kind in ("name", "alias")]
    codes = tuple(sorted({parties.acting_code(x) for x in named}))
    names = list(dict.fromkeys(parties.text((x.first, x.end)) for x in named))
    return Party((named[0].first, named[-1].end), codes, None, ";".join(names)) if len(codes) > 1 else None


def _before(spot: int, event: Event, p: Phrases, parties: Parties) -> Party | None:
    """The subject of the sentence before, where the pronoun's own sentence names no state before it."""
    t = p.t
    first, index = t.sentence(spot)[0], t.sent[spot]
    if not index or parties.places.within(first, spot) or parties.people_within(t.start[first], t.start[spot]):
        return None
    begin, end = t.sents[index - 1]
    for k in range(begin, min(end, first)):
        if t.dep[k] in _SUBJECTS and t.dep[t.head[k]] == "root" and t.lower[k] not in _UNSAID:
            return _fits(parties.sender((p.start(k), max(p.end(k), k + 1))), event)
    return None


def _fits(party: Party, event: Event) -> Party | None:
    known = bool(party.countries) and not ("target" not in event.inherited and event.targets == party.countries)
    return party if known else None
