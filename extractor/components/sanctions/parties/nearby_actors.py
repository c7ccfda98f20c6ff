"""Whose measure it is where not its own clause but what is told around it says so.

"Norway's navy says … since the blockade"; "Mali is in talks with Norway on the embargo"; "diplomacy through the UN
Security Council to impose"; "we stand together in sanctioning", said by a guest; "your leadership on sanctions".
"""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.issuers import issuer
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.parties.turns import GUEST
from extractor.components.sanctions.text.phrases import Phrases

# Tokens before a measure in which "your leadership" stands.
_LEADING = 9
_WITHIN = {"at", "in", "through", "via"}


def acting_nearby(event: Event, p: Phrases, parties: Parties) -> None:
    """Fill or complete the sender from what stands around the clause."""
    if event.action == "violate":
        return
    forum = _forum(event, p, parties) or (None if event.senders else _counterparts(event, p, parties))
    if event.senders and forum is None:
        _together(event, p, parties)
        return
    if forum is None and event.sender is not None and event.sender.span is not None:
        return
    found = forum or _forces(event, p, parties) or _yours(event, p, parties)
    found = found or _across_the_table(event, p, parties)
    if found is not None and found.countries and not set(found.countries) & set(event.targets):
        event.sender = found
        event.confidence = min(event.confidence, 0.7)


def _forum(event: Event, p: Phrases, parties: Parties) -> Party | None:
    """ "efforts through the Security Council to impose", "work at the Security Council to lift": the body acts."""
    t = p.t
    begin = p.group(event.node)[0]
    if t.lower[begin] != "to" or (phrase := p.left_phrase(begin)) is None:
        return None
    k = next((k for k in range(phrase[1] - 1, phrase[0] - 2, -1) if k >= 0 and t.lower[k] in _WITHIN), -1)
    if k < 1:
        return None
    bodies = (p.words.bodies.match_at(t.text, i) for i in range(k + 1, phrase[1]))
    code = next((body[1] for body in bodies if body is not None and body[1]), None)
    span = parties.trim((k + 1, phrase[1]))
    return Party(span, (code,), None, parties.text(span)) if code in ("UNO", "EUE") else None


def _counterparts(event: Event, p: Phrases, parties: Parties) -> Party | None:
    """ "The minister and her counterparts agreed on further sanctions": the states of all that the text has named."""
    t, first = p.t, p.t.sentence(event.node)[0]
    spots = [k for k in range(first + 2, event.span[0]) if t.lemma[k] == "counterpart" and t.tag[k - 1] == "PRP$"]
    if event.action == "none" or not spots or t.lower[spots[0] - 2] != "and":
        return None
    led = parties.people_within(0, t.start[spots[0]])
    codes = {code for _, _, states in led for code in states.split(";")}
    codes |= {home} if (home := issuer(p, parties)) is not None else set()
    codes -= set(event.targets) | p.words.regimes
    return Party(None, tuple(sorted(codes)), None, None) if len(codes) > 1 else None


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


def _yours(event: Event, p: Phrases, parties: Parties) -> Party | None:
    """ "I thank you for your leadership when it comes to sanctions", said to the host."""
    t = p.t
    first = t.sentence(event.node)[0]
    for k in range(max(first, event.span[0] - _LEADING), event.span[0] - 1):
        if t.lower[k] == "your" and p.words.of("leadership") & set(t.lemma[k + 1 : k + 3]):
            home = issuer(p, parties)
            guest = home is not None and parties.turns.at(k, home)[0] == GUEST
            return Party((k, k + 1), (home,), None, t.text[k]) if guest and home is not None else None
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


def _together(event: Event, p: Phrases, parties: Parties) -> None:
    """ "We stand together in sanctioning Mali", said by a guest: host and guest."""
    t = p.t
    home = issuer(p, parties)
    if home is None or not set(event.senders) <= {home, *_guest(event, home, parties)}:
        return
    first = t.sentence(event.node)[0]
    before = t.lower[first : event.node]
    if "together" not in before or "we" not in before:
        return
    codes = {home, *_guest(event, home, parties)}
    if len(codes) == 2 and not codes & set(event.targets):
        event.sender = Party(None, tuple(sorted(codes)), None, None)


def _guest(event: Event, home: str, parties: Parties) -> tuple[str, ...]:
    speaker, state = parties.turns.at(event.node, home)
    return (state,) if speaker == GUEST and state is not None else ()
