"""What a number measures: currency signs and words, percent, units of measurement."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.components.counts.digits import Numeral
from extractor.components.counts.numerals import read_numeral
from extractor.components.counts.vocabulary import CountWords, Currency
from extractor.language.tokens import TokenTable
from extractor.linking.places import PlaceIndex

# A main country shows within so many names; more of them cost time for every amount of money.
_MAX_PLACES = 200
_POINTS = frozenset({"point", "points"})


@dataclass(slots=True)
class Quantity:
    """A number as stated. Tokens [first, end) hold all of it, [core, core_end) the numeral or the two of a range."""

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


def _percentage_points(lower: list[str], at: int, core: int, words: CountWords) -> int | None:
    """End of "percentage points", "pct points", or of "points" near a percentage ("4 points to 41%")."""
    end = at + 1
    if lower[at] == "percentage" or lower[at] in words.cues["percent"]:
        end += end < len(lower) and lower[end] == "-"
        return end + 1 if end < len(lower) and lower[end] in _POINTS else None
    near = lower[max(0, core - 12) : at + 8]
    percent = not words.cues["percent"].isdisjoint(near)
    if lower[at] not in _POINTS or not percent or not words.cues["market_index"].isdisjoint(near):
        return None
    # "252.01 points (2.90%)" are points of an index
    return end if len(lower[core]) <= 3 and lower[end : end + 1] != ["("] else None


def _of_index(tokens: TokenTable, at: int, words: CountWords) -> bool:
    """Whether "points" are those of a stock market's index: "the DAX gained 71 points"."""
    first, end = tokens.sentence(at)
    near = tokens.lower[max(first, at - 25) : min(end, at + 12)]
    return not words.cues["market_index"].isdisjoint(near) and words.cues["sport_word"].isdisjoint(near)


def money_sign(tokens: TokenTable, i: int, words: CountWords) -> tuple[int, Currency] | None:
    """(first token, currency) of a sign that ends just before token `i`: "$", "US$", "dlrs", "Rs"."""
    if i == 0:
        return None
    sign = tokens.text[i - 1]
    if sign == "." and i > 1 and tokens.text[i - 2] in words.cues["dotted_sign"]:
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


def unit_after(tokens: TokenTable, places: PlaceIndex, quantity: Quantity, words: CountWords, home: str | None) -> None:
    """Percent, currency words and measures after the number."""
    lower, n = tokens.lower, tokens.n
    at = quantity.end
    if at < n and lower[at] == "-" and at + 1 < n or at + 1 < n and lower[at] == "of" and quantity.form == "vague":
        at += 1
    if at >= n:
        return
    points = _percentage_points(lower, at, quantity.core, words)
    if points is not None:
        quantity.type, quantity.unit, quantity.end = "percent", "percentage point", points
        return
    if lower[at] in _POINTS and lower[quantity.core - 1 : at] != ["at", "one"] and _of_index(tokens, at, words):
        quantity.type, quantity.unit, quantity.end = "measure", "point", at + 1
        return
    if lower[quantity.core].endswith(("pc", "pct")) and lower[quantity.core][0].isdigit():
        # "12.5pc" in one token
        quantity.type, quantity.unit = "percent", "%"
        return
    if lower[at] in words.cues["percent"] or lower[at] == "per" and at + 1 < n and lower[at + 1] == "cent":
        end = at + (2 if lower[at] == "per" else 1)
        quantity.type, quantity.unit, quantity.end = "percent", "%", end
        return
    if lower[at] == "basis" and at + 1 < n and lower[at + 1] in _POINTS:
        quantity.type, quantity.unit, quantity.end = "percent", "basis point", at + 2
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
        if _is_money(tokens, quantity, money_at, end, words):
            quantity.type, quantity.end = "money", end
            code = currency.codes.get(country or "")
            if country is None and "" in currency.codes and home and lower[money_at] in words.cues["dollar"]:
                code = currency.codes.get(home, code)
            if not code and country is None:
                code = currency.codes.get(home or "") or _main_country(tokens, places, currency, money_at)
            quantity.unit = code or None
            if currency.factor != 1:
                for name in ("value", "low", "high"):
                    number = getattr(quantity, name)
                    if number is not None:
                        setattr(quantity, name, round(number * currency.factor, 6))
            return
    measure = words.measures.match_at(lower, at) or (words.measures.match_at(lower, money_at) if country else None)
    if measure is None and at == quantity.end and lower[at] == "in" and lower[quantity.core][0].isdigit():
        measure = _inches(tokens, quantity, at, words)
    if measure is None and at == quantity.end and lower[at] == "to":
        _from_to(tokens, places, quantity, words, home)
    if (
        measure is not None
        and not (at > quantity.end and lower[at - 1] == "-")
        and _is_measure(tokens, quantity, at, measure, words)
    ):
        quantity.type, quantity.unit, quantity.end = "measure", measure[1], measure[0]
        if lower[measure[0] : measure[0] + 1] == ["/"] and lower[measure[0] + 1 : measure[0] + 2] in (
            ["s"],
            ["h"],
            ["s."],
        ):
            # "2–7 m/s"
            quantity.unit = measure[1] + (" per hour" if lower[measure[0] + 1] == "h" else " per second")
            quantity.end = measure[0] + 2
        if tuple(lower[measure[0] : measure[0] + 4]) == ("-", "per", "-", "hour"):
            # "185 kilometer-per-hour winds"
            quantity.unit, quantity.end = measure[1] + " per hour", measure[0] + 4


def _inches(tokens: TokenTable, quantity: Quantity, at: int, words: CountWords) -> tuple[int, str] | None:
    """ "1,000 millimetres (39 in)", "30 in (76 cm)": "in" is inches beside a bracket with the same length."""
    lower = tokens.lower
    if quantity.core and lower[quantity.core - 1] in ("ft", "feet", "foot"):
        # "5 ft 11 in"
        return at + 1, "inch"
    if lower[at + 1 : at + 2] == [")"] and quantity.core and lower[quantity.core - 1] == "(":
        return at + 1, "inch"
    if lower[at + 1 : at + 2] == ["("] and at + 3 < tokens.n and lower[at + 2][0].isdigit():
        return (at + 1, "inch") if words.measures.match_at(lower, at + 3) is not None else None
    return None


def below_zero(tokens: TokenTable, quantity: Quantity) -> None:
    """ "minus 5 degrees", "-5C": the sign belongs to measures, percentages and money; the span grows to hold it."""
    at = quantity.first - 1
    worded = at >= 0 and tokens.lower[at] in ("minus", "negative")
    signed = tokens.text[quantity.core][0] in "-−" and len(tokens.text[quantity.core]) > 1
    if quantity.type not in ("measure", "percent", "money") or quantity.qualifier != "exact" or not (worded or signed):
        return
    for name in ("value", "low", "high"):
        number = getattr(quantity, name)
        setattr(quantity, name, None if number is None else -abs(number))
    quantity.first = at if worded else quantity.first


def _main_country(tokens: TokenTable, places: PlaceIndex, currency: Currency, at: int) -> str | None:
    """Code of the one country with a currency of this name in the sentence, else of the one named most in the article.

    None where two are named as often.
    """
    first, end = tokens.sentence(at)
    near = {p.iso3 for p in places.within(max(first, at - 40), min(end, at + 40)) if p.iso3 in currency.codes}
    if len(near) == 1:
        return currency.codes[near.pop()]
    tally: dict[str, int] = {}
    for place in places.places[:_MAX_PLACES]:
        if place.iso3 in currency.codes:
            tally[place.iso3] = tally.get(place.iso3, 0) + 1
    best = sorted(tally.items(), key=lambda item: -item[1])[:2]
    if not best or len(best) == 2 and best[0][1] == best[1][1]:
        return None
    return currency.codes[best[0][0]]


def _from_to(tokens: TokenTable, places: PlaceIndex, quantity: Quantity, words: CountWords, home: str | None) -> None:
    """ "rose from 10 to 15 percent": the first number has the unit of the second."""
    if quantity.core == 0 or tokens.lower[quantity.core - 1] != "from" or quantity.end + 1 >= tokens.n:
        return
    second = read_numeral(tokens.lower, quantity.end + 1, words)
    if second is None or second.value is None or quantity.value is None:
        return
    other = Quantity(second.first, second.end, second.first, second.end, second.value, second.low, second.high, "exact",
                     form=second.form, scaled=second.scaled)  # fmt: skip
    unit_after(tokens, places, other, words, home)
    if other.type not in ("percent", "money", "measure"):
        return
    quantity.type, quantity.unit = other.type, other.unit
    factor = shared_scale(tokens.lower, second, words) if second.scaled and not quantity.scaled else 1.0
    if factor > 1 and quantity.value * factor < second.value * 10:
        quantity.value, quantity.scaled = quantity.value * factor, True
        quantity.low = quantity.high = quantity.value


def _is_money(tokens: TokenTable, quantity: Quantity, money_at: int, end: int, words: CountWords) -> bool:
    word, following = tokens.lower[money_at], tokens.lower[end] if end < tokens.n else ""
    if word == "won" and quantity.scaled:
        return True
    if word == "won" and tokens.tag[money_at] in ("VBD", "VBN"):
        # The tagger's verb: "set at 6,000 won (577 yen)"
        led = following == "(" or quantity.first > 0 and tokens.tag[quantity.first - 1] in ("IN", "TO")
        return led and (quantity.value or 0) >= 100 and following in ("(", ")", ".", ",", "per", "a", "each", "")
    if (
        quantity.core_end - quantity.core == 1
        and tokens.tag[end : end + 1] == ["CD"]
        and len(tokens.lower[quantity.core]) == 4
    ):
        # "a 1982 Swiss franc 400 mln issue"
        return False
    if word in words.cues["ambiguous_money"]:
        # Words with another everyday sense: only after a number as large as prices are, and not as a verb.
        decimal = "." in tokens.lower[quantity.core] and word in ("marks", "rand")
        large = quantity.scaled or decimal or (quantity.value or 0) >= 100
        return large and tokens.tag[money_at] not in ("VBD", "VBN", "VBZ")
    if word in ("pound", "pounds"):
        if (
            quantity.core > 1
            and tokens.lower[quantity.core - 1] == "("
            and words.measures.match_at(tokens.lower, quantity.core - 2)
        ):
            # "12 kg (26 pounds)"
            return False
        # "500 pounds of explosives" is a weight.
        return following != "of" and not (following == "(" and tokens.lower[end + 1 : end + 2] != ["$"])
    if word in ("crowns", "sterling"):
        return quantity.scaled or (quantity.value or 0) >= 10
    return True


def _is_measure(tokens: TokenTable, quantity: Quantity, at: int, measure: tuple[int, str], words: CountWords) -> bool:
    word = tokens.lower[at]
    if word in words.cues["no_measure"]:
        return False
    if word in words.cues["measure_after_digits"]:
        return tokens.lower[quantity.core][0].isdigit() and tokens.text[at] not in ("G", "M")
    if word in ("degree", "degrees"):
        if quantity.core and tokens.lower[quantity.core - 1] == "minus":
            return True
        return measure[0] - at > 1 or tokens.lower[measure[0] : measure[0] + 1] not in (["of"], ["in"])
    return True


def sign_country(tokens: TokenTable, places: PlaceIndex, quantity: Quantity, sign: Currency, first: int) -> None:
    """ "Canadian $5 million" and "$5 million Canadian" """
    if len(sign.codes) < 2:
        return
    if tokens.text[quantity.core - 1] in ("¥", "￥") or tokens.text[quantity.core][0] in "¥￥":
        # yen or yuan: of the one of the two countries that the text speaks of
        quantity.unit = _main_country(tokens, places, Currency(sign.codes, 1.0), quantity.core) or quantity.unit
        return
    for at in (first - 1, quantity.end):
        place = places.at(at) if 0 <= at < tokens.n else None
        if place is not None and place.kind == "demonym" and place.iso3 in sign.codes:
            following = tokens.tag[place.end] if at == quantity.end and place.end < tokens.n else ""
            if not following.startswith("N"):
                quantity.unit = sign.codes[place.iso3]


def shared_scale(lower: list[str], numeral: Numeral, words: CountWords) -> float:
    entry = words.numbers.get(lower[numeral.end - 1])
    return float(entry.value or 1) if entry is not None and entry.role in ("scale", "dozen", "suffix") else 1.0
