"""The counted noun: from the number to the head noun, through "of", adjectives and lists of them."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.components.counts.digits import Numeral
from extractor.components.counts.ellipsis import shared_noun
from extractor.components.counts.numerals import read_numeral
from extractor.components.counts.phrase import NOUNS, head_noun, phrase_end
from extractor.components.counts.quantity import Quantity
from extractor.components.counts.vocabulary import CountWords
from extractor.language.tokens import TokenTable

_OTHERS = frozenset({"others", "other"})


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
        head = head_noun(tokens, start, limit, words, dated, False)
        if head is not None and start == at:
            # "one in five children"
            return Counted(phrase_end(tokens, head), head)
        if head is None:
            if start > at and start < limit and lower[start] in words.cues["collective"]:
                # "nearly half the population"
                return Counted(start + 1, start, True)
            if start > at and start < limit and tokens.tag[start] in ("VBN", "JJ"):
                return Counted(start + 1, None, True, pronoun=True)
            return None if quantity.end == at and start == at else Counted(at)
        return Counted(head + 1, head, start > at)
    one = quantity.value == 1 and quantity.qualifier in ("exact", "at_least") and quantity.form in ("words", "digits")
    shared = shared_noun(tokens, at, limit, words) if at < limit else None
    if shared is not None:
        head = head_noun(tokens, shared[1], limit, words, dated, one)
        return Counted(shared[0], head) if head is not None else Counted(at)
    head = head_noun(tokens, at, limit, words, dated, one)
    if head is not None:
        others = lower[head] in _OTHERS
        return Counted(phrase_end(tokens, head), None if others else head, others=others)
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
            tokens.tag[at + 1] not in NOUNS
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
    owned = False
    for j in range(start, min(start + 4, limit)):
        if lower[j][0].isdigit() or lower[j] in words.numbers:
            if j not in dated and (definite or owned or quantity.form in ("digits", "words") and j == start):
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
        owner = lower[j + 1 : j + 2] == ["'s"]
        owned = owned or owner
        if tokens.tag[j] in NOUNS and j + 1 < limit and lower[j + 1] != "-" and tokens.tag[j] != "NNP" and not owner:
            break
    if whole is not None and scan_from + 1 < limit and lower[scan_from] == "of" and tokens.tag[scan_from + 1] == "DT":
        # "17 out of 18 of the area's districts"
        scan_from += 2
    head = head_noun(tokens, scan_from, limit, words, dated, quantity.form == "fraction")
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
        following = tokens.tag[start + 1] if start + 1 < limit else ""
        if quantity.form == "vague" and tokens.tag[start] == "NNP" and following in ("VBD", "VBN", "VBP"):
            # "hundreds of Taliban killed"
            return Counted(start + 1, start)
        # A lone name is not what is counted.
        return None if quantity.form not in ("vague", "group") else Counted(quantity.end)
    if lower[head] in _OTHERS:
        return Counted(head + 1, None, others=True)
    return Counted(phrase_end(tokens, head), head, partitive)
