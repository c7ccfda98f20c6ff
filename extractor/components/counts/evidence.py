"""Whether a number without a plain counted noun counts anything: ellipsis, tolls, "one", years."""

from __future__ import annotations

from extractor.components.counts.found import Found
from extractor.components.counts.kinds import Kind
from extractor.components.counts.nouns import Counted
from extractor.components.counts.quantity import Quantity
from extractor.components.counts.vocabulary import CountWords
from extractor.language.closed_classes import FINITE_BE
from extractor.language.tokens import TokenTable
from extractor.linking.places import PlaceIndex

_PLACES = frozenset(
    {"in", "from", "at", "near", "on", "along", "across", "outside", "inside", "aboard", "were", "have"}
)
_THOSE = frozenset({"those", "them", "these", "whom", "which"})
_NO_CROWD = frozenset({"the", "by", "in", "into", "these", "those", "$", "few", "many"})
_RETOLD_REACH = 30

CASUALTY = frozenset(
    {"dead", "injured", "missing", "abducted", "detained", "displaced", "hostages", "returned", "listed"}
)


# "one" is a number only beside such kinds; elsewhere it is mostly a pronoun or an article.
_ONE_KINDS = CASUALTY | frozenset(
    ("vessels", "aircraft", "tests", "votes", "weapons", "troops", "attacks", "persons_listed", "entities_listed")
)


def is_evident(
    tokens: TokenTable,
    quantity: Quantity,
    counted: Counted,
    known: Kind | None,
    out: list[Found],
    others: bool,
    words: CountWords,
) -> bool:
    """Whether a number without a noun stands for people or things: a verb or a count beside it says so."""
    if quantity.form == "group":
        return False
    if quantity.form == "vague" and quantity.value is None and known is None:
        return False
    if (
        quantity.core
        and tokens.lower[quantity.core - 1] == ","
        and tokens.lower[quantity.end : quantity.end + 1] == [","]
        and (quantity.first == quantity.core)
    ):
        return False
    if is_year(tokens, quantity):
        return False
    if known is not None:
        return True
    if tokens.lower[quantity.end : quantity.end + 1] == ["strong"]:
        return True
    if tokens.lower[quantity.end : quantity.end + 2] in (["were", "aboard"], ["were", "on"], ["was", "aboard"]):
        # "at least 45 were aboard", "12 were on board"
        return tokens.lower[quantity.end + 1] == "aboard" or tokens.lower[quantity.end + 2 : quantity.end + 3] == [
            "board"
        ]
    if _is_crowd(tokens, quantity, words) or _is_retold(tokens, quantity, out):
        return True
    if (
        out
        and tokens.sent[out[-1].core] == tokens.sent[quantity.core]
        and words.including.before(tokens.lower, quantity.first)
    ):
        return quantity.form in ("digits", "words")
    if (
        quantity.first > 1
        and tokens.lower[quantity.first - 1] == "of"
        and tokens.lemma[quantity.first - 2] in words.cues["gathering"]
        and not _is_sum(tokens, quantity)
        and tokens.tag[quantity.end : quantity.end + 1] != ["CD"]
    ):
        return True
    if out and _coordinated(tokens, quantity, out[-1]):
        return True
    if (
        out
        and quantity.form in ("digits", "words")
        and (_more_of_same(tokens, quantity, out) or _gapped(tokens, quantity, out))
    ):
        return True
    if out and quantity.form in ("digits", "words") and opens_with_those(tokens, quantity.first):
        return True
    if quantity.first > 1 and tokens.lower[quantity.first - 2 : quantity.first] == ["majority", "of"]:
        return tokens.lower[quantity.end : quantity.end + 1] == ["to"]
    if counted.others:
        return True
    return (
        others
        and bool(out)
        and tokens.sent[quantity.core] - tokens.sent[out[-1].core] <= 1
        and quantity.form != "vague"
    )


def _is_crowd(tokens: TokenTable, quantity: Quantity, words: CountWords) -> bool:
    """ "In Seattle, thousands gathered", "thousands are forced to leave": a bare plural that acts is people."""
    lower, at = tokens.lower, quantity.end
    if quantity.form != "vague" or lower[quantity.core] not in words.cues["crowd_number"] or at >= tokens.n:
        return False
    if quantity.first and lower[quantity.first - 1] in _NO_CROWD or quantity.end - quantity.core > 3:
        return False
    if tokens.tag[at] == "RB" and at + 1 < tokens.n:
        at += 1
    return tokens.tag[at] in ("VBD", "VBP") or lower[at] == "who"


def _is_retold(tokens: TokenTable, quantity: Quantity, out: list[Found]) -> bool:
    """ "the 36 must face charges": the number of a count before it, told again without its noun."""
    if quantity.form not in ("digits", "words") or quantity.qualifier != "exact" or quantity.first == 0:
        return False
    if (quantity.value or 0) < 4 or tokens.lower[quantity.first - 1] not in ("the", "those", "these"):
        return False
    following = tokens.tag[quantity.end] if quantity.end < tokens.n else "."
    if following.startswith(("N", "J", "CD", "HYPH")) or following == "VBG":
        return False
    return any(
        f.record.value == quantity.value and f.record.quantity_type == "count" and f.record.kind != "other"
        for f in out[-_RETOLD_REACH:]
    )


def _is_sum(tokens: TokenTable, quantity: Quantity) -> bool:
    """Whether "a total of 14 billion", "his total of 204" stand for something else than people."""
    at = quantity.first - 2
    own = at > 0 and tokens.tag[at - 1] in ("POS", "PRP$")
    return tokens.lemma[at] == "total" and (quantity.scaled or own)


def _coordinated(tokens: TokenTable, quantity: Quantity, previous: Found) -> bool:
    """ "killed 21 people near the site and around 30 in Gaza City": the noun of the count before is understood."""
    lower = tokens.lower
    if quantity.form == "vague" or (quantity.value or 0) < 2 or previous.record.quantity_type != "count":
        return False
    if tokens.sent[previous.core] != tokens.sent[quantity.core] or quantity.first - previous.end > 12:
        return False
    after = lower[quantity.end] if quantity.end < tokens.n else ""
    before = lower[quantity.first - 1]
    if before == "only" and lower[quantity.first - 2] == "but" and after in FINITE_BE:
        # "6,000 were examined, but only 40 were treated"
        return True
    if before in ("and", ",", "but") and after in FINITE_BE:
        # "Ten sailors are Turkish and 14 are Greek"
        return lower[previous.end] in FINITE_BE
    return (
        before in ("and", ",", "but", ":", ";", "--", "—") and after in _PLACES or before == "with" and after == "still"
    )


def _more_of_same(tokens: TokenTable, quantity: Quantity, out: list[Found]) -> bool:
    """ "5,700 jets have been delivered, with orders for 2,200 more": further things of a count in the sentence."""
    at = quantity.end
    if tokens.lower[at : at + 1] != ["more"] or out[-1].record.quantity_type != "count":
        return False
    closed = at + 1 >= tokens.n or tokens.tag[at + 1] in (".", ",", "IN", "CC", "-RRB-", ":")
    return closed and tokens.sent[out[-1].core] == tokens.sent[quantity.core]


def _gapped(tokens: TokenTable, quantity: Quantity, out: list[Found]) -> bool:
    """ "The company will appoint three members, and the government will appoint six": the same verb, its noun told."""
    other, verb = out[-1], tokens.head[quantity.core]
    if tokens.pos[verb] != "VERB" or tokens.dep[quantity.core] != "obj" or other.head is None:
        return False
    closed = quantity.end >= tokens.n or tokens.tag[quantity.end] in (".", ",", "CC", ":")
    above = tokens.head[other.head]
    same = tokens.lemma[above] == tokens.lemma[verb] and tokens.dep[other.head] == "obj" and above != verb
    return closed and same and tokens.sent[other.core] == tokens.sent[quantity.core]


def in_number_list(tokens: TokenTable, quantity: Quantity, end: int, out: list[Found]) -> bool:
    """Whether "one" and its noun stand in a list of counts: "five rifles, one launcher and 80 shells"."""
    before = tokens.lower[out[-1].end : quantity.first] if out else []
    beside = out and out[-1].record.quantity_type == "count" and tokens.sent[out[-1].core] == tokens.sent[quantity.core]
    if beside and out[-1].head is not None and before in ([","], ["and"], [",", "and"]):
        return True
    at = end
    while at < tokens.n and tokens.lower[at] in (",", "and") and at - end < 2:
        at += 1
    return at > end and at + 1 < tokens.n and tokens.tag[at] == "CD" and tokens.tag[at + 1] in ("NNS", "JJ", "NN")


def is_year(tokens: TokenTable, quantity: Quantity) -> bool:
    word = tokens.lower[quantity.core]
    return len(word) == 4 and word.isdigit() and 1500 <= int(word) <= 2100 and quantity.qualifier in ("exact", "about")


def opens_with_those(tokens: TokenTable, first: int) -> bool:
    """Whether a number follows "Of those," or "Of those killed," at the start of its sentence."""
    floor = tokens.sentence(first)[0]
    at = floor + (tokens.lower[floor] in ("and", "but"))
    if first - at > 6 or tokens.lower[at] != "of" or at + 1 >= first:
        return False
    people = tokens.lower[at + 1] == "the" and tokens.tag[at + 2][:1] in ("J", "V", "N")
    return tokens.lower[first - 1] == "," and (tokens.lower[at + 1] in _THOSE or people and first - at < 5)


def is_counted_year(tokens: TokenTable, i: int, words: CountWords) -> bool:
    """ "there are 1898 cases", "reported 1950 infections": a number that only looks like a year, at token `i`."""
    word, end = tokens.lower[i], tokens.sentence(i)[1]
    if len(word) != 4 or not word.isdigit() or i == 0:
        return False
    at = i + 1
    while at < end and at < i + 4 and tokens.tag[at] in ("JJ", "VBN", "NN"):
        at += 1
    if at >= end or tokens.tag[at] != "NNS":
        return False
    if tokens.lower[i - 1] in ("are", "were", "been") and "there" in tokens.lower[max(0, i - 5) : i]:
        return True
    told = tokens.tag[i - 1] in ("VBD", "VBN", "VBZ", "VBP", "VBG", ",", "CC") or tokens.lower[i - 1] == "of"
    return told and tokens.lemma[at] in words.cues["no_year_noun"]


def one_counts(
    tokens: TokenTable, quantity: Quantity, counted: Counted, known: Kind | None, unit: str | None, words: CountWords
) -> bool:
    if counted.whole is not None:
        return True
    if tokens.lower[quantity.core] not in ("one", "1") or counted.partitive or counted.pronoun:
        return False
    if unit is None:
        if quantity.first and tokens.tag[quantity.first - 1] in ("JJ", "DT", "PRP$", "WDT", "JJS"):
            # "forced the fourth one to flee": a pronoun
            return False
        return known is not None and known.kind in CASUALTY and known.basis != "relative"
    own = words.units.get(unit, ("other", False))
    if own[1] or own[0] in ("people", "families"):
        return known is not None and known.kind in CASUALTY and known.basis != "relative"
    return own[0] in _ONE_KINDS and tokens.lower[quantity.core] == "1"


def names_people(tokens: TokenTable, places: PlaceIndex, head: int, labels: dict[int, tuple[int, int, str]]) -> bool:
    """Whether a plural names members of a nation or faith: "several Africans", "two Hungarians"."""
    place = places.at(head)
    if place is not None:
        return place.kind == "demonym"
    return labels.get(head, (0, 0, ""))[2] == "NORP" and tokens.lower[head].endswith("s")
