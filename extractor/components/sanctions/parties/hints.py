"""Parties that the words around an event give away: "the regime", "under its sanctions program", "Iran's fleet"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.bystanders import venue, victim
from extractor.components.sanctions.parties.parties import Parties
from extractor.components.sanctions.text.phrases import Phrases
from extractor.lexicon import split_words

_NAMED = {"alias", "capital", "demonym", "metonym", "name", "region"}


def bare_state(event: Event, p: Phrases, parties: Parties) -> None:
    """ "imposed sanctions on the regime": the only country that its sentence, or else the one before, names."""
    t, target = p.t, event.target
    if target is None or target.countries or target.span is None:
        return
    if t.lemma[target.span[1] - 1] not in p.words.of("one_state"):
        return
    if target.span[1] - target.span[0] > 2 or t.tag[target.span[1] - 1] == "NNS":
        return
    if t.tag[target.span[0]] == "NNP" and target.span[1] - target.span[0] > 1:
        # "the Lund regime" is not one of whatever country stands near.
        return
    index = t.sent[event.node]
    taken = set(event.senders) | {"UNO", "EUE"} | (set() if event.senders else {"USA"})
    for k in (index, index - 1):
        if k < 0:
            return
        found = [x for x in parties.places.within(*t.sents[k]) if x.kind in ("name", "alias", "demonym", "capital")]
        codes = {x.iso3 for x in found} - taken
        if codes:
            if len(codes) == 1:
                target.countries = tuple(codes)
                event.confidence = min(event.confidence, 0.7)
            return


def had_done(event: Event, p: Phrases, parties: Parties) -> None:
    """ "Mali and Togo had tariffs placed on them": the subject."""
    t, target = p.t, event.target
    if target is None or target.span is None or event.rule != "noun-participle":
        return
    verb = p.before(event.span[0])
    if verb < 1 or t.lemma[verb] != "have" or t.lower[slice(*target.span)] not in (["it"], ["them"]):
        return
    subject = p.left_phrase(p.group(verb)[0])
    if subject is not None and (found := parties.target(subject)).countries:
        event.target = found


def numbered(event: Event, p: Phrases, parties: Parties) -> None:
    """ "restrictions on 25 individuals", "those responsible for … in Belarus": the only country that the rest names.

    Of several the only one under a standing regime.
    """
    t, target = p.t, event.target
    if target is None or target.countries or target.span is None or "secondary" in event.measures:
        return
    tags = t.tag[slice(*target.span)]
    # "those responsible for", "people it accuses of"
    told = "CD" in tags or p.words.of("guilty") & set(t.lower[target.span[1] : target.span[1] + 2])
    if not told or {"NNP", "NNPS"} & set(tags) or target.kind not in ("entity", "group", "person", "vessel"):
        return
    codes: set[str] = set()
    for place in parties.places.within(target.span[1], t.sentence(event.node)[1]):
        i = place.first
        shipped = t.lower[i - 1] == "to" and place.iso3 in p.words.regimes
        attacked = t.lower[i - 1] in ("against", "on", "to") and not shipped
        if place.kind in _NAMED and not attacked and not victim(i, p) and not venue(i, place.end, p):
            codes.add(place.iso3)
    codes = codes or {code for _, _, code in p.words.states.matches(split_words(parties.facts.title or ""))}
    if not codes and (focus := parties.focus(("USA", *event.senders))) in p.words.regimes and focus is not None:
        # A release that speaks of one state under sanctions all through.
        codes = {focus}
    codes -= {*event.senders, "UNO", "EUE", "USA"}
    if len(codes) > 1:
        codes &= p.words.regimes
    if len(codes) == 1:
        target.countries = tuple(codes)
        event.confidence = min(event.confidence, 0.6)


def programs(event: Event, p: Phrases, parties: Parties) -> None:
    """ "actions taken today by Canada under its sanctions program": who acted, and that it did."""
    t = p.t
    left = p.before(event.span[0])
    if event.action != "none" or left < 0 or t.lower[left] != "under":
        return
    first = t.sentence(event.node)[0]
    for k in range(left - 1, max(first, left - 16), -1):
        if t.lower[k] == "by" and (by := p.right_phrase(k + 1)) is not None and by[1] == left:
            told = range(max(first, k - 4), k)
            acted = any(t.lemma[j] in p.words.of("taking_action") and t.tag[j] == "VBN" for j in told)
            if acted and any(t.lemma[j] in p.words.of("action_noun") for j in told):
                event.action, event.stage, event.sender = "impose", "done", parties.sender(by)
                event.node, event.rule = event.head, "noun-program"
            return


def hurt(event: Event, p: Phrases, parties: Parties) -> bool:
    """ "sanctions have crippled Russia's economy", "Iran's fleet is ageing, with sanctions": whose things suffer."""
    t = p.t
    near = parties.places.within(*t.sentence(event.node))
    # "Greenland's support for sanctions": what a partner gives.
    given = p.words.of("partner_act")
    return event.rule in ("", "noun") and any(
        x.end + 1 < t.n and t.lower[x.end] in ("'s", "’s") and t.lemma[x.end + 1] not in given for x in near
    )
