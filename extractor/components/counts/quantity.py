"""Quantities: a numeral with its range, qualifier, and currency, percent or measure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.components.counts.numerals import Numeral, in_token_range, read_numeral
from extractor.components.counts.vocabulary import CountWords, Currency
from extractor.language.tokens import TokenTable
from extractor.linking.places import PlaceIndex

_GLUED = re.compile(r"([A-Za-z.]{0,4}[$£€¥]|Rs\.?|RM|DM)(\d[\d,]{0,20}(?:\.\d{1,6})?)(bn|mln|mn|m|b|k|tn)?$")
_PERCENT = frozenset({"percent", "pct", "%", "percents", "per-cent"})
_OPPOSITE = {"more_than": "at_most", "less_than": "at_least"}


@dataclass(slots=True)
class Quantity:
    """A number as stated. Tokens [first, end) hold all of it, [core, core_end) the numeral (or both of a range) alone."""

    first: int
    end: int
    core: int
    core_end: int
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    type: str = "count"
    unit: str | None = None
    form: str = "words"
    scaled: bool = False
    approximate: bool = False


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


def money_sign(tokens: TokenTable, i: int, words: CountWords) -> tuple[int, Currency] | None:
    """(first token, currency) of a sign that ends just before token `i`: "$", "US$", "dlrs", "Rs"."""
    if i == 0:
        return None
    sign = tokens.text[i - 1]
    if sign == "." and i > 1 and tokens.text[i - 2] in ("Rs", "Rp", "Ksh"):
        return i - 2, words.signs[tokens.text[i - 2]]
    found = words.signs.get(sign)
    if found is None:
        return None
    # A word such as "dlrs" before a number belongs to the number before it, if there is one: "10 mln dlrs 200 men".
    if sign.isalpha() and i > 1 and (tokens.tag[i - 2] == "CD" or tokens.lower[i - 2] in words.numbers):
        return None
    if sign == "$" and i > 1 and tokens.end[i - 2] == tokens.start[i - 1]:
        glued = words.signs.get(tokens.text[i - 2] + "$")
        if glued is not None:
            return i - 2, glued
    if sign == "$" and i > 1 and tokens.lower[i - 2] in ("u.s.", "us"):
        return i - 2, words.signs.get("US$", found)
    return i - 1, found


def read_quantity(tokens: TokenTable, places: PlaceIndex, i: int, words: CountWords, home: str | None) -> Quantity | None:
    """The quantity whose first numeral starts at token `i`, or None. home: the country whose dollar a bare "$" is."""
    lower = tokens.lower
    glued = _GLUED.match(tokens.text[i]) if not lower[i][0].isdigit() else None
    sign: Currency | None = None
    sign_first = i
    if glued:
        numeral = _glued(lower, i, glued, words)
        sign = words.signs.get(glued[1])
    else:
        marked = money_sign(tokens, i, words)
        if marked:
            sign_first, sign = marked
        ends = in_token_range(lower[i])
        numeral = Numeral(i, i + 1, None, *ends, "digits") if ends else read_numeral(lower, i, words, sign is not None)
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
        _scale_after(lower, quantity, words)
    if ranged is not None:
        low, high, end, scaled = ranged
        quantity.value, quantity.low, quantity.high, quantity.qualifier = None, low, high, "range"
        quantity.end = quantity.core_end = end
        quantity.scaled = quantity.scaled or scaled
    if numeral.form == "fraction":
        quantity.type = "fraction"
    if sign is not None:
        quantity.type, quantity.unit = "money", sign.codes.get(home or "", sign.codes.get(""))
        _sign_country(tokens, places, quantity, sign, sign_first)
        # "$5 billion dollars"
        if (extra := words.money.match_at(lower, quantity.end)) if quantity.end < tokens.n else None:
            quantity.end = extra[0]
    else:
        _unit_after(tokens, places, quantity, words, home)
    _qualify(tokens, quantity, words)
    return quantity


def _glued(lower: list[str], i: int, match: re.Match[str], words: CountWords) -> Numeral | None:
    copy = [match[2] + (match[3] or "").lower(), *lower[i + 1 : i + 6]]
    numeral = read_numeral(copy, 0, words, True)
    if numeral is not None:
        numeral.first, numeral.end = i, i + numeral.end
    return numeral


def _scale_after(lower: list[str], quantity: Quantity, words: CountWords) -> None:
    entry = words.numbers.get(lower[quantity.end]) if quantity.end < len(lower) else None
    if entry is not None and entry.role == "scale" and entry.value and quantity.low is not None and quantity.high is not None:
        quantity.low, quantity.high = quantity.low * entry.value, quantity.high * entry.value
        quantity.end = quantity.core_end = quantity.end + 1
        quantity.scaled = True


def _range(
    tokens: TokenTable, first: Numeral, sign: Currency | None, words: CountWords
) -> tuple[float, float, int, bool] | None:
    """(low, high, end token, scaled) where `first` begins a range: "10 to 15", "between 10 and 15", "two or three"."""
    lower, n = tokens.lower, tokens.n
    at = first.end
    while at < n and (lower[at] in _PERCENT or words.money.match_at(lower, at) or words.measures.match_at(lower, at)):
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
        if before == "from" and not (start > 1 and lower[start - 2] in ("ranging", "range", "ranged", "anywhere", "varying", "vary")):
            return None
    elif link not in ("or", "-", "–", "—", "--"):
        return None
    at += 1
    if link == "-" and lower[at] in ("to", "or") and at + 2 < n and lower[at + 1] == "-":
        at += 2
    if tokens.text[at] in words.signs and at + 1 < n:
        at += 1
    elif lower[at] in ("about", "around", "nearly", "even", "perhaps", "possibly", "some") and link in ("to", "or", "and") and at + 1 < n:
        at += 1
    second = read_numeral(lower, at, words, sign is not None)
    if second is not None and units and (lower[first.end] not in lower[second.end : second.end + 2]):
        # "rose 19.2 pct to 70.7 billion baht" are two quantities
        return None
    if second is None or second.value is None or second.form in ("fraction", "group", "vague") and second.form != first.form:
        return None
    low, high = first.value, second.value
    if second.scaled and not first.scaled and low < high:
        # "10 to 15 million": the scale word serves both
        factor = _shared_scale(lower, second, words)
        if low * factor <= high:
            low *= factor
    if first.form == "vague":
        high = second.high if second.high is not None else high
    if low >= high or link == "or" and first.form != "vague" and high > 2 * low + 1 or link in ("-", "–") and high > 100 * max(low, 1):
        return None
    return low, high, second.end, second.scaled


def _shared_scale(lower: list[str], numeral: Numeral, words: CountWords) -> float:
    entry = words.numbers.get(lower[numeral.end - 1])
    return float(entry.value or 1) if entry is not None and entry.role in ("scale", "dozen", "suffix") else 1.0


def _unit_after(
    tokens: TokenTable, places: PlaceIndex, quantity: Quantity, words: CountWords, home: str | None
) -> None:
    """Percent, currency words and measures after the number."""
    lower, n = tokens.lower, tokens.n
    at = quantity.end
    if at < n and lower[at] == "-" and at + 1 < n:
        at += 1
    elif at + 1 < n and lower[at] == "of" and quantity.form == "vague":
        at += 1
    if at >= n:
        return
    if lower[at] in _PERCENT or lower[at] == "per" and at + 1 < n and lower[at + 1] == "cent":
        end = at + (2 if lower[at] == "per" else 1)
        quantity.type, quantity.unit, quantity.end = "percent", "%", end
        return
    if lower[at] in ("percentage", "basis") and at + 1 < n and lower[at + 1] in ("point", "points"):
        quantity.type, quantity.end = "percent", at + 2
        quantity.unit = f"{lower[at]} point"
        return
    place = places.at(at)
    country = None
    money_at = at
    if place is not None and place.first == at and place.kind in ("name", "alias", "demonym") and place.end < n:
        country, money_at = place.iso3, place.end
    found = words.money.match_at(lower, money_at)
    if found is None and lower[at] in ("million", "worth"):
        return
    if found is not None:
        end, currency = found
        if _is_money(tokens, quantity, at, money_at, end):
            quantity.type, quantity.end = "money", end
            code = currency.codes.get(country or "")
            if country is None and "" in currency.codes and home and lower[money_at] in ("dollar", "dollars", "dlr", "dlrs"):
                code = currency.codes.get(home, code)
            if not code and country is None:
                code = currency.codes.get(home or "") or _main_country(places, currency)
            quantity.unit = code or None
            if currency.factor != 1:
                for name in ("value", "low", "high"):
                    number = getattr(quantity, name)
                    if number is not None:
                        setattr(quantity, name, round(number * currency.factor, 6))
            return
    measure = words.measures.match_at(lower, at)
    if measure is None and at == quantity.end and lower[at] == "to":
        _from_to(tokens, places, quantity, words, home)
    if measure is not None and not (at > quantity.end and lower[at - 1] == "-") and _is_measure(tokens, quantity, at, measure):
        quantity.type, quantity.unit, quantity.end = "measure", measure[1], measure[0]


def _main_country(places: PlaceIndex, currency: Currency) -> str | None:
    """Code of the country that the article names most among those with a currency of this name; None for a tie."""
    tally: dict[str, int] = {}
    for place in places.places:
        if place.iso3 in currency.codes:
            tally[place.iso3] = tally.get(place.iso3, 0) + 1
    best = sorted(tally.items(), key=lambda item: -item[1])[:2]
    if not best or len(best) == 2 and best[0][1] == best[1][1]:
        return None
    return currency.codes[best[0][0]]


def _from_to(
    tokens: TokenTable, places: PlaceIndex, quantity: Quantity, words: CountWords, home: str | None
) -> None:
    """ "rose from 10 to 15 percent": the first number has the unit of the second."""
    if quantity.core == 0 or tokens.lower[quantity.core - 1] != "from" or quantity.end + 1 >= tokens.n:
        return
    second = read_numeral(tokens.lower, quantity.end + 1, words)
    if second is None or second.value is None or quantity.value is None:
        return
    other = Quantity(second.first, second.end, second.first, second.end, second.value, second.low, second.high, "exact",
                     form=second.form, scaled=second.scaled)  # fmt: skip
    _unit_after(tokens, places, other, words, home)
    if other.type not in ("percent", "money", "measure"):
        return
    quantity.type, quantity.unit = other.type, other.unit
    factor = _shared_scale(tokens.lower, second, words) if second.scaled and not quantity.scaled else 1.0
    if factor > 1 and quantity.value * factor < second.value * 10:
        quantity.value, quantity.scaled = quantity.value * factor, True
        quantity.low = quantity.high = quantity.value


def _is_money(tokens: TokenTable, quantity: Quantity, at: int, money_at: int, end: int) -> bool:
    word, following = tokens.lower[money_at], tokens.lower[end] if end < tokens.n else ""
    if word in ("won", "marks", "mark", "real", "som", "rand", "sol", "dong", "crown", "colon", "lev", "dram", "pula", "punt", "ct"):
        # Words with another everyday sense: only after a number as large as prices are, and not as a verb.
        return (quantity.scaled or (quantity.value or 0) >= 100) and tokens.tag[money_at] not in ("VBD", "VBN", "VBZ")
    if word in ("pound", "pounds"):
        # "500 pounds of explosives" is a weight.
        return following != "of" and not (following == "(" and tokens.lower[end + 1 : end + 2] != ["$"])
    if word in ("crowns", "sterling"):
        return quantity.scaled or (quantity.value or 0) >= 10
    return True


def _is_measure(tokens: TokenTable, quantity: Quantity, at: int, measure: tuple[int, str]) -> bool:
    word = tokens.lower[at]
    if word in ("g", "kt", "mb", "mw", "stone", "bar", "mach", "rem", "ml", "mi", "ha", "hp", "gb", "kb"):
        return tokens.lower[quantity.core][0].isdigit() and tokens.text[at] != "G" and word not in ("stone", "bar", "mach")
    if word in ("degree", "degrees"):
        return measure[0] - at > 1 or tokens.lower[measure[0] : measure[0] + 1] not in (["of"], ["in"])
    if word in ("yard", "yards", "feet", "foot"):
        return True
    return not (word == "tonnage")


def _sign_country(tokens: TokenTable, places: PlaceIndex, quantity: Quantity, sign: Currency, first: int) -> None:
    """ "Canadian $5 million" and "$5 million Canadian" """
    if len(sign.codes) < 2:
        return
    for at in (first - 1, quantity.end):
        place = places.at(at) if 0 <= at < tokens.n else None
        if place is not None and place.kind == "demonym" and place.iso3 in sign.codes:
            following = tokens.tag[place.end] if at == quantity.end and place.end < tokens.n else ""
            if not following.startswith("N"):
                quantity.unit = sign.codes[place.iso3]


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
            at = found[0]
            if found[1] == "about" and chosen is not None:
                pass
            else:
                chosen = found[1]
            if at > floor and lower[at - 1] in ("an", "a") and lower[at] in ("estimated", "approximate", "average", "minimum", "maximum"):
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
    quantity.approximate = chosen == "about"


def _is_qualifier(
    tokens: TokenTable, quantity: Quantity, words: CountWords, found: tuple[int, str], at: int
) -> bool:
    """Tells "over 500 people" from "talks over two islands"."""
    lower, first = tokens.lower, found[0]
    phrase = " ".join(lower[first:at])
    if phrase not in words.cues["ambiguous_preposition"]:
        return not (phrase == "some" and quantity.form == "fraction")
    governor = tokens.lemma[first - 1] if first else ""
    if governor in words.cues["about_verb"] or (first and lower[first - 1] in words.cues["about_verb"]):
        return False
    number = quantity.value or quantity.low or 0
    if phrase in ("about", "around"):
        return True
    if quantity.type in ("money", "percent", "measure"):
        return phrase not in ("near", "below", "above") or tokens.tag[first - 1 if first else 0] not in ("VBN", "VBD", "NN")
    if governor in ("rule", "reign", "divide", "divided", "spread", "vote"):
        return phrase == "over" and number >= 20
    return number >= 10 and phrase != "near"
