"""Named days that differ by country: "Independence Day" is the day of the country that the text speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from extractor.components.dates.timex import Timex
from extractor.components.dates.words import Words
from extractor.language.tokens import TokenTable
from extractor.linking.places import PlaceIndex

# A country that the sentence does not name must be this many times as frequent in the text as the next one.
_CLEAR = 2


def settle_named_days(
    found: list[Timex], tokens: TokenTable, words: Words, places: Callable[[], PlaceIndex] | None
) -> None:
    """Give each named day the rule of its country: the one just before it, the only one of its sentence, or the one
    that the text names most. Where none is clear the rule of timex_days stays; without one the day is unknown."""
    for timex in found:
        if timex.named is None or places is None:
            continue
        rules = words.national[timex.named]
        country = _country(timex, tokens, places(), rules)
        if country is not None:
            timex.holiday = rules[country]


def _country(timex: Timex, tokens: TokenTable, places: PlaceIndex, rules: dict[str, str]) -> str | None:
    first, end = tokens.sents[tokens.sent[timex.first]]
    near = [p for p in places.within(first, end) if p.iso3 in rules]
    before = [p for p in near if 0 <= timex.first - p.end <= 1]
    if before:
        return before[-1].iso3
    if len({p.iso3 for p in near}) == 1:
        return near[0].iso3
    counts = Counter(p.iso3 for p in places.within(0, tokens.n) if p.iso3 in rules)
    if near:
        counts = Counter({code: counts[code] for code in {p.iso3 for p in near}})
    top = counts.most_common(2)
    if not top or len(top) == 2 and top[0][1] < _CLEAR * top[1][1]:
        return None
    return top[0][0]
