"""Whose measure it is where not its own clause but what is told around it says so.

"Norway's navy says … since the blockade"; "Mali is in talks with Norway on the embargo"; "diplomacy through the UN
Security Council to impose".
"""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.text.phrases import Phrases

_WITHIN = {"among", "at", "by", "in", "through", "via", "within"}


def acting_nearby(event: Event, p: Phrases, parties: Parties) -> None:
    """Fill or complete the sender from what stands around the clause."""
    if event.action == "violate" and event.measures != ["blockade"]:
        return
    forum = _forum(event, p, parties)
    if forum is None and (event.senders or event.sender is not None and event.sender.span is not None):
        return
    found = forum or _forces(event, p, parties) or _across_the_table(event, p, parties)
    if found is not None and found.countries and not set(found.countries) & set(event.targets):
        event.sender = found
        event.confidence = min(event.confidence, 0.7)


def _forum(event: Event, p: Phrases, parties: Parties) -> Party | None:
    """ "efforts through the Security Council to impose", "the decision by Norway to impose": who does so."""
    t = p.t
    begin = p.group(event.node)[0]
    if t.lower[begin] != "to" or (phrase := p.left_phrase(begin)) is None:
        return None
    k = next((k for k in range(phrase[1] - 1, phrase[0] - 2, -1) if k >= 0 and t.lower[k] in _WITHIN), -1)
    if k < 1:
        return None
    found = parties.sender((k + 1, phrase[1]))
    if t.lower[k] == "by":
        # "a move by Chad to end the blockade": who mediates does not lift it.
        return found if found.countries and event.action == "impose" and t.tag[k - 1] in ("NN", "NNS") else None
    return found if found.countries in (("UNO",), ("EUE",)) else None


def _forces(event: Event, p: Phrases, parties: Parties) -> Party | None:
    """ "Norway's navy says that it has turned back ten ships since the blockade": whose ships keep it up."""
    t = p.t
    if "blockade" not in event.measures or event.stage in ("called_for", "opposed"):
        return None
    first, last = t.sentence(event.node)
    for k in range(first, min(last, event.span[0])):
        if t.dep[k] != "nsubj" or not p.verb(t.head[k]):
            continue
        begin = p.start(k)
        if any(t.lemma[j].lower() in p.words.of("armed_force") for j in range(begin, k + 1)):
            found = parties.sender((begin, k + 1))
            if len(found.countries) == 1:
                return found
    return None


def _across_the_table(event: Event, p: Phrases, parties: Parties) -> Party | None:
    """ "Mali is in talks with Norway to find a way out of the blockade": with whom those who are hit talk about it."""
    t = p.t
    if not event.targets:
        return None
    first, last = t.sentence(event.node)
    places = parties.places.within(first, last)
    others = [x for x in places if x.iso3 not in event.targets]
    if len({x.iso3 for x in others}) != 1 or len(places) == len(others) or others[0].first > event.span[0]:
        return None
    other = others[0]
    before = other.first - 2 if t.lower[other.first - 1] == "the" else other.first - 1
    met = t.lower[before] == "with" and bool(p.words.of("meeting_word") & set(t.lemma[max(first, before - 2) : before]))
    if not met or other.iso3 in p.words.regimes or other.kind == "demonym":
        return None
    return Party((other.first, other.end), (parties.acting_code(other),), None, parties.text((other.first, other.end)))
