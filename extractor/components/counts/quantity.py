"""Quantities: a numeral with its range, qualifier, and currency, percent or measure."""

from __future__ import annotations

import re

from extractor.components.counts.digits import Numeral, in_token_range, tidy
from extractor.components.counts.measured import (
    Quantity,
    below_zero,
    money_sign,
    shared_scale,
    sign_country,
    unit_after,
)
from extractor.components.counts.numerals import read_numeral
from extractor.components.counts.vocabulary import CountWords, Currency
from extractor.language.tokens import TokenTable
from extractor.linking.places import PlaceIndex

_GLUED = re.compile(
    r"([A-Za-z.]{0,4}[$£€¥₹₽₩₪₺₴฿₫₦₱₡₲₵₾₸₼֏₮₭៛৳]|Rs\.?|RM|DM|K[Ss]h|USh|TSh|SFr)(\d[\d,]{0,20}(?:\.\d{1,6})?)(bn|mln|mn|m|b|k|tn)?$"
)
_OPPOSITE = {"more_than": "at_most", "less_than": "at_least"}


def _bounds(quantity: Quantity) -> None:
    value, high = quantity.value, quantity.high
    best = value if value is not None else quantity.low
    match quantity.qualifier:
        case "at_least" | "more_than":
            quantity.value, quantity.low, quantity.high = best, best, None
        case "at_most" | "less_than":
            top = value if value is not None else high
            quantity.value, quantity.low, quantity.high = top, None, top
        case "about":
            quantity.value, quantity.low, quantity.high = best, None, None


def read_quantity(
    tokens: TokenTable, places: PlaceIndex, i: int, words: CountWords, home: str | None
) -> Quantity | None:
    """The quantity whose first numeral starts at token `i`, or None. home: the country whose dollar a bare "$" is."""
    lower = tokens.lower
    glued = _GLUED.match(tokens.text[i]) if not lower[i][0].isdigit() else None
    sign: Currency | None = None
    sign_first = i
    if glued:
        numeral = _glued(lower, i, glued, words)
        # "CAD$29.8 billion"
        sign = words.signs.get(glued[1]) or words.signs.get(glued[1][:-1])
    else:
        marked = money_sign(tokens, i, words)
        if marked:
            sign_first, sign = marked
        ends = in_token_range(lower[i])
        numeral = (
            Numeral(i, i + 1, None, *ends[:2], "digits") if ends else read_numeral(lower, i, words, sign is not None)
        )
    if numeral is None:
        return None
    core = numeral.first
    ranged = _range(tokens, numeral, sign, words) if numeral.low is not None or numeral.value is not None else None
    quantity = Quantity(
        min(core, sign_first), numeral.end, core, numeral.end, numeral.value, numeral.low, numeral.high,
        "vague" if numeral.form == "vague" else "exact", form=numeral.form, scaled=numeral.scaled,
    )  # fmt: skip
    if numeral.value is None and numeral.form == "digits":
        quantity.qualifier = "range"
        _scale_after(lower, quantity, words, sign is not None, ends[2] if not glued and ends else "")
    if ranged is not None:
        low, high, end, scaled = ranged
        quantity.value, quantity.low, quantity.high, quantity.qualifier = None, low, high, "range"
        quantity.end = quantity.core_end = end
        quantity.scaled = quantity.scaled or scaled
    if numeral.form == "fraction":
        quantity.type = "fraction"
    if sign is not None:
        quantity.type, quantity.unit = "money", sign.codes.get(home or "", sign.codes.get(""))
        sign_country(tokens, places, quantity, sign, sign_first)
        # "$5 billion dollars"
        extra = words.money.match_at(lower, quantity.end) if quantity.end < tokens.n else None
        if extra is not None:
            quantity.end = extra[0]
    else:
        unit_after(tokens, places, quantity, words, home)
    below_zero(tokens, quantity)
    _qualify(tokens, quantity, words)
    return quantity


def _glued(lower: list[str], i: int, match: re.Match[str], words: CountWords) -> Numeral | None:
    copy = [match[2] + (match[3] or "").lower(), *lower[i + 1 : i + 6]]
    numeral = read_numeral(copy, 0, words, True)
    if numeral is not None:
        numeral.first, numeral.end = i, i + numeral.end
    return numeral


def _scale_after(lower: list[str], quantity: Quantity, words: CountWords, money: bool, glued: str) -> None:
    """The scale of a range in one token: the word after it, or the letters glued to it. money: "m" is million."""
    entry = words.numbers.get(lower[quantity.end]) if quantity.end < len(lower) else None
    inside = words.numbers.get(glued) if glued else None
    if entry is not None and entry.value and (entry.role == "scale" or money and entry.role == "suffix"):
        quantity.end = quantity.core_end = quantity.end + 1
    else:
        entry = inside
    if entry is None or not entry.value or quantity.low is None or quantity.high is None:
        return
    quantity.low, quantity.high = tidy(quantity.low * entry.value), tidy(quantity.high * entry.value)
    quantity.scaled = True


def _range(
    tokens: TokenTable, first: Numeral, sign: Currency | None, words: CountWords
) -> tuple[float, float, int, bool] | None:
    """(low, high, end token, scaled) where `first` begins a range: "10 to 15", "between 10 and 15", "two or three"."""
    lower, n = tokens.lower, tokens.n
    at = first.end
    percent = words.cues["percent"]
    while at < n and (lower[at] in percent or words.money.match_at(lower, at) or words.measures.match_at(lower, at)):
        at += 1
        if at > first.end + 2:
            return None
    if at + 1 >= n or first.form in ("fraction", "group") or first.value is None:
        return None
    units = at > first.end
    link = lower[at]
    start = first.first - (sign is not None)
    before = lower[start - 1] if start else ""
    if link == "and":
        if before != "between" and not (before in ("some", "about") and start > 1 and lower[start - 2] == "between"):
            return None
    elif link == "to":
        if before == "from" and not (start > 1 and lower[start - 2] in words.cues["ranging"]):
            return None
    elif link not in ("or", "-", "–", "—", "--"):
        return None
    elif link in ("—", "--") and tokens.space[at - 1] and tokens.space[at]:
        # a dash between clauses: "the trawler Daeyang No. 8 -- 16 South Koreans"
        return None
    at += 1
    if link == "-" and lower[at] in ("to", "or") and at + 2 < n and lower[at + 1] == "-":
        at += 2
    if (
        tokens.text[at] in words.signs
        and at + 1 < n
        or lower[at] in words.cues["second_bound"]
        and link in ("to", "or", "and")
        and at + 1 < n
    ):
        at += 1
    second = read_numeral(lower, at, words, sign is not None)
    if second is not None and units and (lower[first.end] not in lower[second.end : second.end + 2]):
        # "rose 19.2 pct to 70.7 billion baht" are two quantities
        return None
    if (
        second is None
        or second.value is None
        or second.form in ("fraction", "group", "vague")
        and second.form != first.form
    ):
        return None
    low, high = first.value, second.value
    if second.scaled and not first.scaled and low < high:
        # "10 to 15 million": the scale word serves both
        factor = shared_scale(lower, second, words)
        if low * factor <= high:
            low *= factor
    if first.form == "vague":
        high = second.high if second.high is not None else high
    if (
        low >= high
        or link == "or"
        and first.form != "vague"
        and high > 2 * low + 1
        or link in ("-", "–")
        and high > 100 * max(low, 1)
    ):
        return None
    return low, high, second.end, second.scaled


def _qualify(tokens: TokenTable, quantity: Quantity, words: CountWords) -> None:
    """Qualifiers before and after the quantity; the span grows to hold them."""
    lower = tokens.lower
    floor = tokens.sentence(quantity.core)[0]
    at, chosen = quantity.first, None
    if quantity.qualifier == "range" and at > floor and lower[at - 1] in ("between", "from"):
        quantity.first = at = at - 1
    for _ in range(3):
        found = words.before.before(lower, at)
        if found is not None and found[0] >= floor:
            if not _is_qualifier(tokens, quantity, words, found, at):
                break
            if lower[at - 1] == "estimated" and tokens.tag[at - 1] == "VBD":
                # a verb: "the agency estimated 20,000 people have crossed"
                chosen = chosen or "about"
                break
            at = found[0]
            if found[1] == "about" and chosen is not None:
                pass
            else:
                chosen = found[1]
            if at > floor and lower[at - 1] in ("an", "a") and lower[at] in words.cues["estimated"]:
                at -= 1
            if at > floor and lower[at - 1] in ("no", "not") and lower[at] in ("more", "less", "fewer"):
                at -= 1
                chosen = _OPPOSITE.get(chosen or "", chosen)
            quantity.first = at
            continue
        filler = words.filler.before(lower, at)
        if filler is None or filler[0] < floor or words.before.before(lower, filler[0]) is None:
            break
        if lower[filler[0]] == "the":
            break
        at = filler[0]
    if chosen is None and quantity.end < tokens.n:
        found = words.after.match_at(lower, quantity.end)
        if found is not None:
            chosen, quantity.end = found[1], found[0]
    if chosen is not None and quantity.qualifier != "range":
        quantity.qualifier = chosen
        _bounds(quantity)


def _is_qualifier(tokens: TokenTable, quantity: Quantity, words: CountWords, found: tuple[int, str], at: int) -> bool:
    """Tells "over 500 people" from "talks over two islands"."""
    lower, first = tokens.lower, found[0]
    phrase = " ".join(lower[first:at])
    if phrase not in words.cues["ambiguous_preposition"]:
        if (
            phrase == "up to"
            and first
            and (lower[first - 1] == "back" or tokens.lemma[first - 1] in words.cues["inching_verb"])
        ):
            return False
        return not (phrase == "some" and quantity.form == "fraction")
    governor = tokens.lemma[first - 1] if first else ""
    if phrase == "over" and governor == "fly" and (quantity.value or 0) >= 100:
        return True
    if governor in words.cues["about_verb"] or (first and lower[first - 1] in words.cues["about_verb"]):
        return False
    number = quantity.value or quantity.low or 0
    if phrase == "over" and first and number < 100 and tokens.tag[first - 1] == "NNS" and tokens.tag[first - 2] == "CD":
        # "shot down 121 drones over 13 regions"
        return False
    if phrase in ("about", "around"):
        return True
    if quantity.type in ("money", "percent", "measure"):
        return phrase not in ("near", "below", "above") or tokens.tag[first - 1 if first else 0] not in (
            "VBN",
            "VBD",
            "NN",
        )
    if governor in words.cues["over_verb"]:
        return phrase == "over" and number >= 20
    return number >= 10 and phrase != "near"
