"""The counted noun: from the number to the head noun, through "of", adjectives and lists of them."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.components.counts.digits import Numeral
from extractor.components.counts.ellipsis import shared_noun
from extractor.components.counts.numerals import read_numeral
from extractor.components.counts.plurals import AFTER_HYPHEN, is_plural
from extractor.components.counts.quantity import Quantity
from extractor.components.counts.vocabulary import CountWords
from extractor.language.tokens import TokenTable

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "CD", "HYPH", "AFX", "FW", "ADD", "POS"})
_OTHERS = frozenset({"others", "other"})
# "two people smugglers": the one noun that "people" goes before.
_PEOPLE_TRADE = frozenset({"smugglers", "traffickers", "carriers"})
_MAX_WORDS = 12


@dataclass(slots=True)
class Counted:
    """head: token of the counted noun, None where it is left out; end: token after the span.

    partitive: "five of the 17"; whole: the number inside it; others: "four others"; plural: grammar says so.
    """

    end: int
    head: int | None = None
    partitive: bool = False
    whole: Numeral | None = None
    others: bool = False
    pronoun: bool = False


def find_noun(tokens: TokenTable, quantity: Quantity, words: CountWords, dated: set[int]) -> Counted | None:
    """What the quantity counts. None where a noun follows that it cannot count (a singular noun after "12")."""
    lower, n = tokens.lower, tokens.n
    limit = tokens.sentence(quantity.core)[1]
    at = quantity.end
    if at + 1 < limit and lower[at] == "out" and lower[at + 1] == "of":
        at += 1
    if at < limit and lower[at] == "of":
        return _after_of(tokens, quantity, at + 1, limit, words, dated)
    if quantity.form == "fraction":
        start = at + 1 if at < n and lower[at] in words.cues["determiner"] else at
        head = _scan(tokens, start, limit, words, dated, False)
        if head is not None and start == at:
            # "one in five children"
            return Counted(_end(tokens, head), head)
        if head is None:
            if start > at and start < limit and lower[start] in words.cues["collective"]:
                # "nearly half the population"
                return Counted(start + 1, start, True)
            if start > at and start < limit and tokens.tag[start] in ("VBN", "JJ"):
                return Counted(start + 1, None, True, pronoun=True)
            return None if quantity.end == at and start == at else Counted(at)
        return Counted(head + 1, head, start > at)
    one = quantity.value == 1 and quantity.qualifier == "exact"
    shared = shared_noun(tokens, at, limit, words) if at < limit else None
    if shared is not None:
        head = _scan(tokens, shared[1], limit, words, dated, False)
        return Counted(shared[0], head) if head is not None else Counted(at)
    head = _scan(tokens, at, limit, words, dated, one)
    if head is not None:
        others = lower[head] in _OTHERS
        return Counted(_end(tokens, head), None if others else head, others=others)
    if at < limit and lower[at] == "other" or at < limit and lower[at] == "others":
        return Counted(at + 1, others=True)
    if at < limit and lower[at] == "more" and not (at + 1 < limit and lower[at + 1] == "than"):
        return Counted(at + 1)
    if at < limit and tokens.tag[at] in ("NN", "NNP") and not one and at not in dated:
        return None
    return Counted(at)


def _after_of(
    tokens: TokenTable, quantity: Quantity, at: int, limit: int, words: CountWords, dated: set[int]
) -> Counted | None:
    """ "five of the 17", "hundreds of disappearances", "two of his aides", "some of them" """
    lower = tokens.lower
    if at >= limit:
        return Counted(quantity.end)
    definite = lower[at] in words.cues["determiner"]
    if (
        definite
        and lower[at] in ("them", "us", "whom", "which")
        or lower[at] in ("these", "those", "all")
        and at + 1 < limit
        and (
            tokens.tag[at + 1] not in _NOUNS
            and tokens.tag[at + 1] not in ("JJ", "JJS", "CD", "HYPH")
            or lower[at + 1].endswith("ed")
        )
    ):
        return Counted(at + 1, None, True, pronoun=True)
    start = at
    while start < limit and (lower[start] in words.cues["determiner"] or tokens.tag[start] in ("DT", "PRP$", "PDT")):
        start += 1
    # "of the more than 400", "of the 17", "of the original 12 members"
    whole: Numeral | None = None
    scan_from = start
    for j in range(start, min(start + 4, limit)):
        if lower[j][0].isdigit() or lower[j] in words.numbers:
            if j not in dated and (definite or quantity.form in ("digits", "words") and j == start):
                # "five of the 17", "14 of 52 samples"
                whole = read_numeral(lower, j, words)
            if whole is not None and whole.form in ("digits", "words", "vague"):
                scan_from = whole.end
                hedge = words.after.match_at(lower, scan_from) if scan_from < limit else None
                # "a handful of the 300 or so workers"
                scan_from = hedge[0] if hedge is not None else scan_from
            else:
                whole = None
            break
        if tokens.tag[j] in _NOUNS and j + 1 < limit and lower[j + 1] != "-" and tokens.tag[j] != "NNP":
            break
    head = _scan(tokens, scan_from, limit, words, dated, quantity.form == "fraction")
    if whole is not None and not definite and (head is None or (whole.value or 0) <= (quantity.value or 0)):
        whole = None
    partitive = definite or whole is not None
    if whole is not None:
        return Counted(head + 1 if head is not None else whole.end, head, True, whole)
    if head is None and definite and start < limit and lower[start] in words.predicates["modifier"]:
        # "ten of the injured"
        return Counted(start + 1, None, True, pronoun=True)
    if head is None:
        if quantity.form == "fraction":
            return Counted(quantity.end, None, True)
        if start + 1 < limit and tokens.tag[start] == "NNP" and tokens.tag[start + 1] == "POS":
            # "8,000 of Darayya's population"
            return Counted(quantity.end)
        # A lone name is not what is counted.
        return None if quantity.form not in ("vague", "group") else Counted(quantity.end)
    if lower[head] in _OTHERS:
        return Counted(head + 1, None, others=True)
    return Counted(_end(tokens, head), head, partitive)


def _end(tokens: TokenTable, head: int) -> int:
    """The token after the head noun, "passers-by" taken whole."""
    hyphened = head + 2 < tokens.n and tokens.lower[head + 1] == "-" and tokens.lower[head + 2] in AFTER_HYPHEN
    return head + 3 if hyphened and tokens.end[head] == tokens.start[head + 1] else head + 1


def _scan(tokens: TokenTable, start: int, limit: int, words: CountWords, dated: set[int], one: bool) -> int | None:
    """Head of the noun phrase that goes on at `start`: its first plural noun; for "one", the last noun of a run."""
    lower, tag = tokens.lower, tokens.tag
    plural: int | None = None
    last_noun: int | None = None
    i = start
    stop = min(limit, start + _MAX_WORDS)
    while i < stop:
        word, t = lower[i], tag[i]
        if i in dated or word.isspace():
            break
        if word in words.predicates["modifier"] and t in _NOUNS and (i + 1 >= stop or tag[i + 1] not in _NOUNS):
            # "67 dead", "1,000 WOUNDED": the people are understood
            break
        if word == "-" and i + 1 < stop and tokens.end[i] == tokens.start[i + 1]:
            pass
        elif _leads_compound(tokens, i, stop):
            # "three Sudanese-owned houses", "tens of millions of at-home tests", "the new mid-size jets"
            i, last_noun = i + 2, i
            continue
        elif t in _NOUNS and word[0].isalnum() or is_plural(tokens, i, words):
            if word in words.cues["time_noun"] and t != "NN":
                break
            if plural is not None and t in ("NN", "NNP") and not is_plural(tokens, i, words):
                # "arms dealer"-like compounds go on; a name after a plural noun is apposition
                break
            if plural is not None and i > plural + 1:
                break
            # "San Carlos University students": a name that ends in s is no plural where one follows
            named = t == "NNP" and i + 1 < stop and tag[i + 1] in _NOUNS and _plural_ahead(tokens, i + 1, stop, words)
            if is_plural(tokens, i, words) and not named:
                if plural is not None and not _compound(tokens, plural, i):
                    break
                plural = i
                # "women soldiers", "arms deals": look one word on
                nxt = i + 1
                if (
                    word in words.cues["invariant"]
                    and not word.endswith(("s", "people", "men", "children"))
                    and nxt < stop
                    and _plural_ahead(tokens, nxt, stop, words)
                ):
                    plural = None
                    last_noun = i
                    i += 1
                    continue
                traded = nxt < stop and lower[nxt] in _PEOPLE_TRADE
                if nxt < stop and tag[nxt] == "NNS" and nxt not in dated and (word != "people" or traded):
                    i += 1
                    continue
                if (
                    nxt + 1 < stop
                    and lower[nxt] == "-"
                    and lower[nxt + 1] in AFTER_HYPHEN
                    and tokens.end[i] == tokens.start[nxt]
                ):
                    break
                if nxt < stop and lower[nxt] == "-" and nxt + 1 < stop:
                    i = nxt + 1
                    if tokens.end[plural] == tokens.start[nxt] and is_plural(tokens, i, words):
                        # "two co-authors"
                        plural = None
                    continue
                break
            last_noun = i
        elif word == "(" and last_noun is not None and plural is None:
            # "ISIS (Islamic State) fighters"
            closing = next((j for j in range(i + 1, min(i + 10, limit)) if lower[j] == ")"), limit)
            if closing + 1 >= limit or tag[closing + 1] != "NNS":
                break
            i = closing
            stop = min(limit, i + 4)
        elif t in ("CC", ",") or word == "/":
            next_tag = tag[i + 1] if i + 1 < stop else ""
            if plural is not None or i == start or word in ("but", "or") and next_tag not in ("JJ", "VBN"):
                break
            if one and last_noun is not None:
                break
            if word == "," and next_tag not in ("JJ", "VBN", "RB", "VBG"):
                break
            if next_tag not in ("JJ", "NN", "NNP", "NNS", "VBN", "AFX", "RB", "NNPS", "HYPH", "VBG"):
                break
        elif t in _BEFORE_NOUN:
            if (
                one
                and word in words.units
                and word not in words.predicates["modifier"]
                and (i + 1 >= stop or tag[i + 1] not in _NOUNS)
            ):
                last_noun = i
            if t == "VBG" and plural is not None or t == "POS" and last_noun is None:
                break
            if t == "CD" and i > start and word in words.numbers:
                break
        elif (
            t in ("RB", "RBR", "RBS")
            and i + 1 < stop
            and tag[i + 1] in ("JJ", "VBN", "VBG", "JJR", "HYPH")
            or word in ("``", "''", '"', "“", "”", "'", "‘", "’", "so", "U.S.")
            and t != "POS"
            and last_noun is None
            and plural is None
        ):
            pass
        else:
            break
        i += 1
    if plural is not None:
        return plural
    if one and last_noun is not None:
        return last_noun
    return None


def _leads_compound(tokens: TokenTable, i: int, stop: int) -> bool:
    """Whether a plural, a demonym or a preposition is glued by a hyphen to a word that goes on before a noun."""
    if i + 3 >= min(stop + 3, tokens.n) or tokens.lower[i + 1] != "-" or not tokens.text[i][:1].isalpha():
        return False
    if tokens.end[i] != tokens.start[i + 1] or tokens.end[i + 1] != tokens.start[i + 2]:
        return False
    if tokens.tag[i] not in ("NNS", "NNPS", "JJ", "IN", "RP", "NNP") or tokens.lower[i + 2] in AFTER_HYPHEN:
        return False
    following = tokens.tag[i + 3]
    return tokens.text[i + 2][:1].isalpha() and (following in _NOUNS or following in ("JJ", "CD", "HYPH"))


def _plural_ahead(tokens: TokenTable, at: int, stop: int, words: CountWords) -> bool:
    """Whether a run of nouns ends in a plural: "four Iraqi security force members"."""
    for i in range(at, min(stop, at + 4)):
        if is_plural(tokens, i, words):
            return True
        if tokens.tag[i] not in ("NN", "NNP"):
            return False
    return False


def _compound(tokens: TokenTable, first: int, second: int) -> bool:
    """Whether two plural nouns in a row are one compound ("arms dealers", "women voters")."""
    return (
        tokens.head[first] == second
        or tokens.dep[first] == "compound"
        or tokens.lower[first]
        in ("arms", "people", "women", "men", "sports", "drugs", "savings", "goods", "human", "sales", "news")
    )
