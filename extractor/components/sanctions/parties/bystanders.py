"""Countries that a sentence names and that have no part in the act: attacked, helped, met in, come from."""

from __future__ import annotations

from extractor.components.sanctions.text.phrases import Phrases
from extractor.language.tokens import TokenTable
from extractor.linking.places import Place


def aside(i: int, end: int, t: TokenTable) -> bool:
    """ "under pressure from Russia", "banned by Chile": a country that is not hit by the act."""
    return i > 0 and t.lower[i - 1] in ("by", "from") or end < t.n and t.lower[end] == "peninsula"


def apart(place: Place, p: Phrases) -> bool:
    """A country that is left out, attacked or helped, where somebody meets or comes from, or whose flag a ship has."""
    i, end = place.first, place.end
    if spared(i, p) or of_person(i, p.t) or victim(i, p) or place.kind == "capital" and venue(i, end, p):
        return True
    # "Panama-flagged" tells of a flag that many ships bear, "Iranian-flagged" of whose ship it is.
    return p.t.lower[end : end + 2] == ["-", "flagged"] and place.kind != "demonym"


def spared(i: int, p: Phrases) -> bool:
    """ "a ban which does not cover Fiji", "excluding Fiji": a country that the measure leaves out."""
    t = p.t
    if i < 3:
        return False
    left = i - 2 if t.lower[i - 1] in ("the", "to") else i - 1
    if t.lemma[left] in ("exclude", "exempt"):
        return True
    return t.lemma[left] in p.words.of("reaching") and t.lower[left - 1] in ("not", "n't", "never")


def victim(i: int, p: Phrases) -> bool:
    """ "the aggression against Ukraine", "support for Ukraine", "stand with it": who is attacked or helped."""
    t = p.t
    if i > 1 and t.lower[i - 1] in ("by", "with") and t.lemma[i - 2] == "stand":
        return True
    if i and (t.lower[i - 1] == "into" or t.lemma[i - 1] in p.words.of("invading")):
        # "the decision to go into Ukraine"
        return True
    if i > 1 and t.lower[i - 1] == "to" and t.lemma[i - 2] in ("donate", "provide"):
        return True
    after = i + 2 if i + 1 < t.n and t.lower[i + 1] in ("'s", "’s") else i + 1
    if after < t.n and t.lemma[after] in ("independence", "sovereignty"):
        return True
    return (
        i > 1
        and t.lower[i - 1] in ("against", "for", "in", "of", "on", "to")
        and not p.words.of("suffered_noun").isdisjoint(t.lemma[max(0, i - 5) : i - 1])
    )


def venue(i: int, end: int, p: Phrases) -> bool:
    """ "the talks in Vienna", "the Minsk agreement": where somebody meets."""
    t, meeting = p.t, p.words.of("meeting_word")
    if end < t.n and (t.lemma[end] in meeting or t.lemma[end] in p.words.of("pact_noun")):
        return True
    if not i or t.lower[i - 1] not in ("at", "in"):
        return False
    return bool(meeting & set(t.lemma[max(0, i - 7) : i - 1]))


def of_person(i: int, t: TokenTable) -> bool:
    """ "Alistair Penhallow of Britain": where somebody comes from."""
    return i > 1 and t.lower[i - 1] == "of" and any(f <= i - 2 < e and lab == "PERSON" for f, e, lab in t.ents)
