"""Whose state somebody is, told elsewhere: with the name before, by the order, beside it, or in the condition.

"Ana Sand, a Malian trader … designated Sand"; "designated Zenko pursuant to E.O. 13405"; "sanctions on the Malian
government and targeted sanctions on individuals"; "an embargo if Mali obstructs the talks".
"""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.text.phrases import Phrases
from extractor.linking.places import UNIONS

Span = tuple[int, int]
_NAMES = {"NNP", "NNPS"}
_HOSTILE = ("expand", "extend", "impose", "maintain", "none", "reimpose")
_CONDITIONS = {"if", "should", "unless"}
# Tokens after a measure within which its condition begins.
_CONDITION_REACH = 14
_ORDER_REACH = 25
# Other mentions of a name that are looked at.
_MENTIONS = 20


def identify(events: list[Event], p: Phrases, parties: Parties) -> None:
    """Fill the countries of targets, and of senders called by a shortened name."""
    for index, event in enumerate(events):
        _conditional(event, p, parties)
        _provoked(event, p, parties)
        _breaker(event, events, p)
        for party, others in ((event.target, event.senders), (event.sender, event.targets)):
            if party is None or party.span is None or party.countries and not _of_group(party, parties):
                continue
            found = _introduced(party, p, parties) if party is event.target else _full_name(party.span, p, parties)
            party.countries = tuple(c for c in found if c not in others) or party.countries
        target = event.target
        if target is not None and not target.countries and target.span is not None:
            target.countries = _ordered(event, p) or _shared(event, events[:index], p)


def _of_group(party: Party, parties: Parties) -> bool:
    """Is it a person whose state is only that of the body that he leads? Where he is from may be told elsewhere."""
    return party.kind == "person" and party.span is not None and not parties.places.within(*party.span)


def _introduced(target: Party, p: Phrases, parties: Parties) -> tuple[str, ...]:
    """The demonym before, or the apposition after, the same name elsewhere: "the Swedish trader Ana Sand"."""
    t, span = p.t, target.span
    if span is None:
        return ()
    if "CD" in t.tag[slice(*span)]:
        # "four Antifa groups": one of them is told of.
        return ()
    kinds = p.words.party_words
    common = kinds["entity"] | kinds["group"] | kinds["person"] | kinds["vessel"]
    own = [k for k in range(*span) if t.tag[k] in _NAMES and len(t.text[k]) > 3 and t.text[k][0].isupper()]
    names = [k for k in own if t.lower[k] not in common and parties.places.at(k) is None]
    if not names:
        return ()
    key = names[-1] if target.kind == "person" else names[0]
    plural = t.tag[key] == "NNPS" or t.lower[span[0]] == "the"
    forms = {t.text[key], t.text[key].removesuffix("s")} if plural else {t.text[key]}
    first = t.text[names[0]] if len(names) > 1 else None
    spots = [i for i in range(t.n) if t.text[i] in forms and not span[0] <= i < span[1]][:_MENTIONS]
    for i in spots:
        begin, end = p.start(i), p.end(i)
        if first is not None and first not in t.text[begin:end]:
            continue
        before = [x for x in parties.places.within(begin, i) if x.kind == "demonym" or t.text[x.end] == "-"]
        before = [x for x in before if x.iso3 not in UNIONS]
        if before and (codes := {x.iso3 for x in before}) and len(codes) == 1:
            return tuple(codes)
        if explained := parties._explained(max(end, i + 1)):
            return explained
    return ()


def _full_name(span: Span, p: Phrases, parties: Parties) -> tuple[str, ...]:
    """ "the Bureau of Ports" after "the Fiji Bureau of Ports"."""
    t = p.t
    words = t.text[slice(*span)]
    if len(words) < 3 or not words[0][0].isupper():
        return ()
    for i in range(1, span[0]):
        if t.text[i : i + len(words)] == words and (place := parties.places.at(i - 1)) is not None:
            return (place.iso3,)
    return ()


def _ordered(event: Event, p: Phrases) -> tuple[str, ...]:
    """The state under whose regime the order is by which somebody is listed."""
    t = p.t
    if event.action not in ("impose", "none", "lift"):
        return ()
    first, last = t.sentence(event.node)
    before = range(event.span[0] - 1, max(first, event.span[0] - _ORDER_REACH), -1)
    for k in (*range(event.span[1], min(last, event.span[1] + _ORDER_REACH)), *before):
        state = p.words.orders.get(p.order_number(k) or "")
        if state is not None:
            return (state,)
    return ()


def _shared(event: Event, before: list[Event], p: Phrases) -> tuple[str, ...]:
    """Individuals that only a common noun names, in one clause with measures on their government."""
    t, target = p.t, event.target
    if not before or target is None or target.span is None or event.rule != "noun-coordinated":
        return ()
    other = before[-1]
    if other.node != event.node and t.sent[other.node] != t.sent[event.node]:
        return ()
    common = not any(t.tag[k] in _NAMES for k in range(*target.span))
    return other.targets if common and target.kind in ("person", "entity", "group") else ()


def _breaker(event: Event, events: list[Event], p: Phrases) -> None:
    """ "Zenko's effort to evade the sanctions" after "designated Zenko": they are those on it."""
    t, agent = p.t, event.agent
    if event.action != "violate" or event.target is not None or agent is None or agent.countries or agent.span is None:
        return
    names = {t.text[k] for k in range(*agent.span) if t.tag[k] in _NAMES}
    for other in events:
        hit = other.target
        if hit is not None and hit.countries and hit.span is not None and names & set(t.text[slice(*hit.span)]):
            event.target = Party(None, hit.countries, hit.kind, agent.text)
            return


def _provoked(event: Event, p: Phrases, parties: Parties) -> None:
    """ "impose further sanctions in response to Mali's attack", "over President Keita's war": whose deed it is."""
    t = p.t
    reply = event.action == "retaliate"
    if event.target is not None or not reply and event.action not in _HOSTILE:
        return
    deeds = p.words.of("state_deed") | p.words.of("suffered_noun")
    deeds = deeds | p.words.of("measure_head") if reply else deeds
    others = {*event.senders} | (set() if reply else {"USA", *UNIONS})
    last = min(t.sentence(event.node)[1], event.span[1] + _CONDITION_REACH)
    for k in range(event.span[1], last - 1):
        opens = t.lower[k] in ("for", "over") or t.lower[k] == "to" and t.lower[k - 1] in ("response", "answer")
        end = p.end(k + 1) if opens else k
        if not opens or end < k + 3 or t.lemma[end - 1] not in deeds:
            continue
        named = {x.iso3 for x in parties.places.within(k + 1, end)}
        named = named or {
            c for _, _, codes in parties.people_within(t.start[k], t.start[end - 1]) for c in codes.split(";")
        }
        if len(named) == 1 and not named & others:
            event.target = Party(None, tuple(named), "country", None)
            event.confidence = min(event.confidence, 0.7)
        return


def _conditional(event: Event, p: Phrases, parties: Parties) -> None:
    """ "urges an embargo if the government of Mali obstructs": who can avert the measure is whom it would hit."""
    t = p.t
    if event.target is not None or event.action not in ("impose", "expand", "reimpose", "retaliate"):
        return
    last = min(t.sentence(event.node)[1], event.span[1] + _CONDITION_REACH)
    k = next((k for k in range(event.span[1], last - 2) if t.lower[k] in _CONDITIONS or t.text[k] in (".", ";")), -1)
    if k < 0 or t.lower[k] not in _CONDITIONS:
        return
    comma = next((j for j in range(k + 2, min(t.n, k + 12)) if t.text[j] == ","), k) if t.text[k + 1] == "," else k
    phrase = p.right_phrase(comma + 1)
    if phrase is None or not p.verb(phrase[1]) and t.tag[min(phrase[1], t.n - 1)] not in ("MD", "VBZ", "VBP", "VBD"):
        return
    found = parties.sender(phrase)
    if len(found.countries) == 1 and not set(found.countries) & (set(event.senders or ("USA",)) | UNIONS):
        event.target = Party(found.span, found.countries, "country", found.text)
        event.confidence = min(event.confidence, 0.7)
