"""Numbers whose noun is left out, as the sentence has just given it: lists of parts, second figures, shared nouns."""

from __future__ import annotations

from extractor.components.counts.found import Found, size_of
from extractor.components.counts.numerals import read_numeral
from extractor.components.counts.quantity import Quantity
from extractor.components.counts.vocabulary import CountWords
from extractor.language.closed_classes import FINITE_TAGS
from extractor.language.tokens import TokenTable

_LINKS = frozenset({"and", ",", ";", "while", "but", ":", "--", "—", "whereas"})
# Beyond so many tokens nothing reads as the noun of this number.
_REACH = 40


def apportioned(tokens: TokenTable, quantity: Quantity, out: list[Found]) -> bool:
    """Whether the number is the subject of a clause that goes on with the parts of a whole:

    "19 of them are volunteers, eight are Bangladeshis", "of the 24 tankers, nine are chartered … and two won".
    """
    if quantity.form not in ("digits", "words") or quantity.end >= tokens.n or quantity.core == 0:
        return False
    if tokens.lower[quantity.first - 1] not in _LINKS or quantity.value is None or quantity.value < 2:
        return False
    following = tokens.tag[quantity.end]
    if following == "RB" and quantity.end + 1 < tokens.n:
        following = tokens.tag[quantity.end + 1]
    if following not in FINITE_TAGS:
        return False
    return whole_before(tokens, quantity.core, quantity.value, out) is not None


def whole_before(tokens: TokenTable, core: int, value: float, out: list[Found]) -> Found | None:
    """The whole that the sentence divides: told by a part of it ("19 of them"), or ahead of them ("of the 37")."""
    for other in reversed(out[-6:]):
        if tokens.sent[other.core] != tokens.sent[core] or core - other.core > _REACH:
            break
        size = size_of(other.record)
        if size is None or other.record.quantity_type != "count":
            continue
        if size > value and is_fronted(tokens, other):
            return other
        if other.pronoun or other.partitive:
            return other
        if size > value and tokens.lower[core - 1] == ";" and other is out[-1]:
            # "There are 15 seats on the council; five are vacant"
            return other
    return None


def is_fronted(tokens: TokenTable, item: Found) -> bool:
    """Whether "of" opens the clause: "Of the 37 people on the list, …", "of the group's 24 tankers, …"."""
    floor = tokens.sentence(item.core)[0]
    for at in range(item.first - 1, max(floor, item.first - 6) - 1, -1):
        if tokens.lower[at] == "of":
            opener = tokens.lower[at - 1] if at > floor else "."
            return tokens.text[at] == "Of" or opener in (
                ".",
                ",",
                "that",
                "``",
                '"',
                ";",
                "and",
                ":",
                "but",
                "while",
                "said",
            )
        if tokens.tag[at] not in ("DT", "NN", "NNP", "NNS", "POS", "PRP$", "JJ"):
            return False
    return False


def parted_noun(tokens: TokenTable, quantity: Quantity, out: list[Found], words: CountWords) -> int | None:
    """Token of the plural noun that is parted: "the companies, two registered in A and one in B"."""
    at = quantity.first
    if quantity.form not in ("digits", "words") or at < 2 or quantity.end >= tokens.n:
        return None
    before = tokens.lower[at - 1]
    following, word = tokens.tag[quantity.end], tokens.lower[quantity.end]
    if before in ("and", ",") and out and out[-1].parted is not None and at - out[-1].end < 12:
        return out[-1].parted if following in ("IN", "VBN", "JJ") else None
    if before not in (",", "--", "—", "(") or following != "VBN" and word not in words.cues["belonging"]:
        return None
    return at - 2 if tokens.tag[at - 2] in ("NNS", "NNPS") else None


def second_figure(tokens: TokenTable, quantity: Quantity, out: list[Found]) -> Found | None:
    """The count whose noun a second figure shares: "88 votes to 71", "79 officials, up from 72"."""
    if not out or quantity.form not in ("digits", "words") or quantity.end < tokens.n and tokens.tag[quantity.end] in (
        "NN", "NNS", "NNP", "NNPS", "JJ", "CD",
    ):  # fmt: skip
        return None
    other = figure_before(out)
    if tokens.sent[other.core] != tokens.sent[quantity.core] or other.record.quantity_type != "count":
        return None
    if other.record.kind == "votes" and tokens.lower[quantity.end : quantity.end + 1] in (["against"], ["for"]):
        # "65 in favour and 40 against"
        return other if quantity.first - other.end < 5 else None
    between = tokens.lower[other.end : quantity.first]
    if other.record.kind == "votes" and between in (["to"], ["against"], ["for", "and"], ["in", "favor", "and"]):
        return other
    if between == ["to"] and tokens.lower[other.first - 1] in ("from", "of") and _are_alike(other, quantity):
        # "from 13 seats to 25"
        return other
    if between[-1:] == ["the"]:
        between = between[:-1]
    compared = between[-2:] in (["up", "from"], ["down", "from"], ["compared", "with"], ["compared", "to"])
    risen = between[-1:] in (["from"], ["against"], ["vs"], ["versus"]) and _are_alike(other, quantity)
    return other if (compared or risen) and len(between) <= 12 else None


def figure_before(out: list[Found]) -> Found:
    """The last figure, past the rate of its change: "1.2 million customers …, up 4 percent from 1.15 million"."""
    rate = len(out) > 1 and out[-1].record.quantity_type == "percent" and out[-1].record.unit == "%"
    if rate and out[-2].record.quantity_type != "percent" and out[-1].core - out[-2].end < 12:
        return out[-2]
    return out[-1]


def _are_alike(other: Found, quantity: Quantity) -> bool:
    """Whether two figures are near enough to be one number then and now: "rose to 40 cases from 35"."""
    one, two = size_of(other.record) or 0, quantity.value or quantity.low or 0
    return min(one, two) > 0 and max(one, two) <= 20 * min(one, two)


def _second_bound(tokens: TokenTable, at: int, limit: int, words: CountWords) -> int | None:
    """Where the noun of "at least 20, and possibly as many as 35, people" begins, `at` the token after the 20."""
    i = at + (tokens.lower[at] == ",")
    if i + 3 >= limit:
        return None
    i += tokens.lower[i] in ("and", "or", "but")
    if tokens.lower[i] not in words.cues["perhaps"]:
        return None
    end = next((j for j in range(i + 1, min(i + 6, limit)) if tokens.lower[j][0].isdigit()), limit)
    second = read_numeral(tokens.lower, end, words) if end < limit else None
    if second is None or second.end >= limit:
        return None
    return second.end + (tokens.lower[second.end] == ",")


def shared_noun(tokens: TokenTable, at: int, limit: int, words: CountWords) -> tuple[int, int] | None:
    """(end of the span, token after the second number) for "12 South Korean and three Japanese firms"."""
    i = _second_bound(tokens, at, limit, words)
    if i is not None:
        return at, i
    i = at
    while i < min(limit, at + 4) and tokens.tag[i] in ("JJ", "NNP") and tokens.text[i][:1].isalpha():
        i += 1
    if i == at or i + 1 >= limit or tokens.lower[i] not in ("and", "or"):
        return None
    if not all(tokens.tag[j] == "JJ" or tokens.text[j][:1].isupper() for j in range(at, i)):
        return None
    if tokens.tag[i - 1] == "NNP" and tokens.lower[i - 1] in words.units:
        # "one U.S. Marine and one Afghan soldier": each has its noun
        return None
    second = read_numeral(tokens.lower, i + 1, words)
    if second is None or second.form not in ("digits", "words") or second.end >= limit:
        return None
    return (i, second.end) if tokens.tag[second.end] in ("JJ", "NNP") else None
