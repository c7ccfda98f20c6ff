"""Whose a measure is that the text tells without an owner, where the text leaves no other.

"Could it be further sanctions?" in a briefing of one government; "the rise of sanctions worries traders" where all
other sanctions on the state are Norway's; "ideas include a ban on Malian gold" in an article on Norway and Mali alone.
"""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.bystanders import victim
from extractor.components.sanctions.parties.issuers import issuer
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.parties.turns import GUEST
from extractor.components.sanctions.text.phrases import Phrases
from extractor.linking.places import Place

# Acts of others than those who impose.
_OF_OTHERS = {"violate"}
# Tokens before a measure in which "international", "Western" belongs to it.
_BEFORE = 6
# Above this a text treats of too much to be about two states.
_ONE_TOPIC = 700


def usual_senders(events: list[Event], p: Phrases, parties: Parties) -> None:
    """Fill senders that the text leaves out; needs all other events read."""
    known = [e for e in events if e.senders and "sender" not in e.inherited]
    home = issuer(p, parties)
    for event in events:
        if not _open(event, p):
            continue
        code = _hosts(event, parties, home) or _own_affair(event, known, home, p, parties)
        code = code or _told(event, known, home, p, parties)
        code = code or _home_named(event, home, p, parties) or _two_sides(event, p, parties)
        if code is None or code in event.targets:
            continue
        span = event.sender.span if event.sender is not None else None
        text = next((e.sender.text for e in known if e.sender is not None and e.senders == (code,)), None)
        event.sender = Party(span, (code,), None, text)
        event.confidence = min(event.confidence, 0.6)
        event.inherited.add("sender")


def _open(event: Event, p: Phrases) -> bool:
    """Is it an act against a known target of which nothing in its sentence tells who does it?"""
    if not event.targets or event.action in _OF_OTHERS or "many" in event.inherited:
        return False
    t = p.t
    if event.sender is not None and not _unknown(event.sender, p):
        return False
    first, last = t.sentence(event.node)
    vague = p.words.of("many_states") | p.words.of("collective") - p.words.of("formed_group")
    return vague.isdisjoint(t.lower[max(first, event.span[0] - _BEFORE) : min(last, event.span[1] + 2)])


def _unknown(sender: Party, p: Phrases) -> bool:
    """ "Sand could delay the sanctions": a person of whom the text tells no more than the name."""
    if sender.countries or sender.span is None or sender.span[1] - sender.span[0] > 2:
        return False
    first, end = sender.span
    labels = {label for a, b, label in p.t.ents if a < end and b > first}
    return labels <= {"PERSON"} and all(p.t.tag[k] == "NNP" for k in range(first, end))


def _home_named(event: Event, home: str | None, p: Phrases, parties: Parties) -> str | None:
    """ "Nothing keeps Norway from new sanctions on Mali" in a text of Norway's own."""
    named = parties.places.within(p.t.sentence(event.node)[0], event.span[0])
    if home is None or event.action == "none" or _others(event, {home, "UNO", *event.targets}, p, parties):
        return None
    return home if named and named[-1].iso3 == home and named[-1].kind in ("name", "alias") else None


def _hosts(event: Event, parties: Parties, home: str | None) -> str | None:
    """In the briefing of a government its own measures need no owner."""
    if home is None or not parties.turns.transcript or parties.turns.at(event.node, home)[0] == GUEST:
        return None
    return home


def _own_affair(event: Event, known: list[Event], home: str | None, p: Phrases, parties: Parties) -> str | None:
    """ "The sanctions on Mali remain intact" in a text of Norway's own, that near it names nobody else who has any."""
    if home is None or event.action == "enforce" or parties.turns.at(event.node, home)[0] == GUEST:
        return None
    index = p.t.sent[event.node]
    first, last = p.t.sents[max(0, index - 1)][0], p.t.sents[index][1]
    led = parties.people_within(p.t.start[p.t.sents[index][0]], p.t.end[last - 1])
    sides = {home, *event.targets, *(event.agent.countries if event.agent else ())}
    near = {x.iso3 for x in parties.places.within(first, last) if not (victim(x.first, p) or _seat(x, p))} | {
        code
        for i in range(first, last)
        if (body := p.words.bodies.match_at(p.t.text, i)) and (code := body[1]) and not parties.places.at(i)
    }
    near |= {code for _, _, codes in led for code in codes.split(";")}
    others = {code for e in known if set(e.targets) & set(event.targets) for code in e.senders}
    return home if near <= sides and others <= {home} else None


def _seat(place: Place, p: Phrases) -> bool:
    """ "announced in Brussels": where something is told, not who has a part in it."""
    return place.kind in ("capital", "city") and p.t.lower[place.first - 1] in ("at", "in")


def _told(event: Event, known: list[Event], home: str | None, p: Phrases, parties: Parties) -> str | None:
    """The one state that all other tellings of measures against the target name."""
    senders = {e.senders for e in known if set(e.targets) & set(event.targets)}
    if len(senders) != 1 or len(codes := next(iter(senders))) != 1:
        return None
    if codes == (home,):
        return home if parties.turns.at(event.node, home)[0] != GUEST else None
    if any(_same_noun(event, e, p) for e in known if e.senders == codes):
        return codes[0]
    hit = sum(parties.tally[c] for c in event.targets)
    if hit * 3 < sum(parties.tally.values()) - parties.tally["USA"]:
        # A digest of many countries' news: the next item is about others.
        return None
    return codes[0] if not _others(event, {*codes, *event.targets}, p, parties) else None


def _same_noun(event: Event, other: Event, p: Phrases) -> bool:
    """ "since the blockade" shortly after "the Norwegian blockade of Mali"."""
    t = p.t
    near = 0 <= t.sent[event.node] - t.sent[other.node] <= 2 and event.targets == other.targets
    return (
        near
        and "the" in t.lower[event.span[0] - 1 : event.span[0] + 1]
        and t.lemma[event.head] == t.lemma[other.head] != "sanction"
    )


def _two_sides(event: Event, p: Phrases, parties: Parties) -> str | None:
    """The only other state in a short text about what one does to the other."""
    if p.t.n > _ONE_TOPIC or event.action in ("none", "enforce"):
        return None
    named = [c for c in parties.tally if c not in event.targets]
    if len(named) != 1 or parties.tally[named[0]] < 2 or named[0] in p.words.regimes:
        return None
    return None if _many_named(p) else named[0]


def _many_named(p: Phrases) -> bool:
    """Does the text speak of Western or international steps? "The Ministry of International Trade" does not."""
    t = p.t
    spots = [k for k in range(t.n) if t.lower[k] in p.words.of("many_states")]
    return any(not any(a <= k < b and label == "ORG" for a, b, label in t.ents) for k in spots)


def _others(event: Event, sides: set[str], p: Phrases, parties: Parties) -> bool:
    """Does the sentence name a third state, which may be who acts in it?"""
    if event.agent is not None:
        sides = sides | set(event.agent.countries)
    return any(x.iso3 not in sides for x in parties.places.within(*p.t.sentence(event.node)))
