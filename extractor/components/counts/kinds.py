"""Kind of a count: one value of the vocabulary from what befell those counted and from the noun."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.components.counts.vocabulary import CountWords
from extractor.language.tokens import TokenTable
from extractor.linking.places import PlaceIndex

# Kind of those put on a sanctions list; which vocabulary value it is depends on the noun.
LISTED = "listed"
# Those let go: returned where it has happened, else what their noun says.
FREED = "freed"
# Kind of those affected by something: victims where their noun says no more than people.
AFFECTED = "affected"
_WINDOW = 150


@dataclass(slots=True)
class Kind:
    """kind; verb: the token that tells it, or None; basis: predicate | modifier | noun | none."""

    kind: str
    verb: int | None = None
    basis: str = "none"


_STATED = {LISTED: "persons_listed", FREED: "returned", AFFECTED: "victims", "life": "dead"}


def stated_kind(kind: str) -> str:
    """The value of the vocabulary for people of whom a noun tells the kind: "the number of people affected"."""
    return _STATED.get(kind, kind)


def resolve_kind(found: Kind | None, unit: str | None, words: CountWords, topic_listed: bool) -> str:
    """One value of the vocabulary from the predicate's kind and the noun's own."""
    own, person = words.units.get(unit or "", ("other", False))
    if unit == "life":
        return "dead" if found is not None and found.kind in ("dead", "life") else "people"
    if found is not None and found.kind == "life":
        found = None
    human = person or own in ("people", "families")
    if found is None:
        if topic_listed and unit in words.cues["listable"]:
            return "persons_listed" if human else "entities_listed"
        return own
    kind = found.kind
    if kind == AFFECTED:
        # a closure affects 133 employees: that makes no victims of them
        if unit in words.cues["affected_role"] or unit is not None and not human:
            return own
        kind = "victims"
    if kind == "voters" and unit in words.cues["voting_member"]:
        # those who vote in a body are no electorate
        return own
    if kind == LISTED:
        if human:
            return "persons_listed"
        if own == "vessels":
            return "vessels"
        if own in ("countries", "sanctions", "documents") or own == "other" and not topic_listed:
            return own
        return "entities_listed"
    if kind in ("displaced", "people", "troops", "protesters") and own not in (
        "people",
        "families",
        "other",
        "victims",
    ):
        return own
    if human or unit is None or own in ("votes",) and kind == "voters":
        if kind in ("victims", "troops") and own not in ("people", "other"):
            return own
        return kind
    if kind == "meetings" and own == "other":
        # "met on five occasions"
        return kind
    # A thing is not killed, jailed or sent home: its own kind says more.
    if (
        own == "other"
        and kind in ("dead", "injured", "detained", "abducted", "missing", "displaced")
        and found.basis == "predicate"
    ):
        return kind if found.kind in ("dead", "injured") else own
    return own


def compound_of(tokens: TokenTable, head: int | None, unit: str | None, words: CountWords) -> str | None:
    """The noun with the one before it, where the lexicon tells them apart ("personnel carrier"); else the noun."""
    if head is None or unit is None or head == 0:
        return unit
    compound = f"{tokens.lower[head - 1]} {unit}"
    return compound if compound in words.units else unit


def is_listing_topic(tokens: TokenTable, i: int, unit: str, words: CountWords) -> bool:
    """Whether the sentence of token `i` speaks of sanctions or a blacklist (for nouns of lists, or the two before)."""
    index = tokens.sent[i]
    first = tokens.sents[max(index - 2, 0) if unit in words.cues["list_noun"] else index][0]
    near = tokens.lower[max(first, i - _WINDOW) : min(tokens.sents[index][1], i + _WINDOW)]
    return not words.cues["listing_topic"].isdisjoint(near)


def are_pits(tokens: TokenTable, head: int, words: CountWords) -> bool:
    """Whether "mines" are dug for ore and coal, and not laid."""
    if tokens.lower[head] != "mines":
        return False
    first, end = tokens.sentence(head)
    return not words.cues["digging_word"].isdisjoint(tokens.lower[max(first, head - 25) : min(end, head + 25)])


def are_domestic(
    tokens: TokenTable, places: PlaceIndex, head: int, values: tuple[float | None, ...], words: CountWords
) -> bool:
    """Whether "states" are those of a federation: "all 50 states", "47 states and the District of Columbia".

    values: the number, and the whole that it is a part of. "In 23 states" of a sentence that names a federation or a
    part of one, and no union of states, are that federation's.
    """
    owner = places.at(head - 1)
    owned = owner is not None and owner.kind == "demonym" and (owner.iso3 or "").lower() in words.cues["federation"]
    if (
        tokens.lower[head] != "states"
        or not owned
        and tokens.tag[head - 1] != "CD"
        and tokens.lower[head - 1] != "other"
    ):
        return False
    if 50 in values or not words.cues["federal_word"].isdisjoint(tokens.lower[head + 1 : head + 12]):
        return True
    first, end = tokens.sentence(head)
    first, end = max(first, head - 40), min(end, head + 40)
    if tokens.lower[head - 1] == "other" or not words.cues["union_word"].isdisjoint(tokens.lower[first:end]):
        return False
    federal = words.cues["federation"]
    near = [p for p in places.within(first, end) if p.iso3]
    return bool(near) and all(p.iso3.lower() in federal for p in near)


def are_states(tokens: TokenTable, head: int, words: CountWords) -> bool:
    """Whether "members" are states: "13 of the 15 council members backed Resolution 1207", "the 12 NATO members"."""
    if tokens.lower[head] not in ("members", "member") or head == 0:
        return False
    after = tokens.lower[head + 1 : head + 4]
    if after[:2] == ["of", "the"] and after[2:] and after[2] in words.cues["body_of_states"]:
        return True
    body = tokens.lower[head - 1]
    if body == "council":
        first, end = tokens.sentence(head)
        return not words.cues["council_word"].isdisjoint(
            tokens.lower[max(first, head - _WINDOW) : min(end, head + _WINDOW)]
        )
    return body in words.cues["body_of_states"]
