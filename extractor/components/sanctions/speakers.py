"""A pronoun or bare noun as sender or agent: whose government "it", "the cabinet" is."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties import Parties, Party
from extractor.components.sanctions.phrases import Phrases
from extractor.language.tokens import TokenTable

# What is decided on, not who decides.
_TEXTS = {"act", "amendment", "bill", "e.o.", "information", "law", "legislation", "measure", "order", "resolution"}
_MANY = {"ally", "both", "community", "partner", "power", "side", "world", "west", "all", "other"}


def addressed(event: Event, p: Phrases, parties: Parties) -> None:
    """A pronoun or bare noun as sender: the speaker's state, named earlier in the sentence."""
    t = p.t
    for name in ("sender", "agent"):
        party: Party | None = getattr(event, name)
        if party is None or party.countries or party.span is None:
            continue
        words = {t.lower[k] for k in range(*party.span)}
        if words & {
            "it",
            "they",
            "he",
            "she",
            "him",
            "them",
            "government",
            "cabinet",
            "president",
            "minister",
            "administration",
            "country",
            "council",
            "ministry",
            "who",
            "which",
            "parliament",
            "officials",
            "bloc",
        }:
            found = _antecedent(party.span[0], p, parties, event)
            if found is not None:
                setattr(event, name, found)


def _antecedent(i: int, p: Phrases, parties: Parties, event: Event) -> Party | None:
    t = p.t
    first = t.sentence(i)[0]
    if t.lower[i] in ("he", "she", "him"):
        # A person, not the country beside him.
        return _person(first, i, parties, event)
    named = {p.iso3 for p in parties.places.within(first, i) if p.iso3 not in event.targets}
    if len(named) > 1 and t.tag[i] != "PRP":
        # "people in Panama asked, for the war in Ukraine, the government": whose, nothing tells.
        return None
    if (
        t.tag[i] == "PRP"
        and (acting := _acting(first, i, parties, t)) is not None
        and acting.countries != event.targets
    ):
        return acting
    for k in range(i - 1, first - 1, -1):
        place = parties.places.at(k)
        if (
            place is not None
            and place.first == k
            and not any(a <= k < b and b > place.end and label == "ORG" for a, b, label in t.ents)
        ):
            codes = (parties.acting_code(place),)
            if codes != event.targets:
                return Party((place.first, place.end), codes, "country", parties.text((place.first, place.end)))
    return _person(first, i, parties, event)


def _person(first: int, i: int, parties: Parties, event: Event) -> Party | None:
    """The first official between the tokens `first` and `i` whose state is not the one that is hit."""
    start, end = parties.t.start[first], parties.t.start[i]
    for a, b, country in parties._people:
        if start <= a < end and country not in event.targets:
            return Party(None, tuple(country.split(";")), None, parties.raw[a:b])
    return None


def _acting(first: int, i: int, parties: Parties, t: TokenTable) -> Party | None:
    """The state that is the subject of a verb before token `i`: "Australia banned Chinese beef, but it kept"."""
    for place in reversed(parties.places.within(first, i)):
        if place.kind in ("name", "alias") and place.end < i and t.tag[place.end] in ("MD", "VBD", "VBP", "VBZ"):
            span = (place.first, place.end)
            return Party(span, (place.iso3,), "country", parties.text(span))
    return None


def only_parties(event: Event, p: Phrases) -> None:
    """Drop a sender of no state that is no party at all: "pressure", "the restraints", "this information"."""
    t = p.t
    party = event.sender
    if party is None or party.countries or party.span is None:
        return
    if any(t.tag[k] in ("NNP", "NNPS", "PRP", "FW") for k in range(*party.span)):
        tabled = t.lemma[party.span[1] - 1].lower() in _TEXTS
        if not tabled:
            return
    words = p.words.party_words
    known = words["office"] | words["person"] | words["entity"] | words["group"] | words["state"]
    lemmas = {t.lemma[k].lower() for k in range(*party.span)}
    if not lemmas & (known | _MANY) or lemmas & _TEXTS:
        event.sender = None
