"""Sums and days between a measure and its target: "raise tariffs by 20 percent on", "as much as 300 mln dlrs on"."""

from __future__ import annotations

from extractor.components.sanctions.text.phrases import Phrases

_UP_TO = {"almost", "another", "as", "least", "many", "more", "much", "nearly", "over", "than", "to", "up"}


def past_amount(p: Phrases, i: int, last: int) -> int:
    """The token after the sum that "as", "by" or "to" at token `i` opens, before "on"; `i` where there is none."""
    t, k = p.t, i + 1
    percents, money = p.words.of("percent_word"), p.words.of("money_word")
    while k < min(last, i + 6) and t.tag[k] not in ("$", "CD") and t.lower[k] in _UP_TO:
        k += 1
    if k >= last or t.tag[k] not in ("$", "CD"):
        return i
    while k < last and (t.tag[k] in ("$", "CD") or t.lower[k] in percents or t.lower[k] in money):
        k += 1
    return k if k < last and t.lower[k] in ("against", "on") else i


def dated(p: Phrases, i: int) -> bool:
    """ "sanctions on April 17", "on day one": a day, not a target."""
    t = p.t
    if i + 1 < t.n and t.lower[i] == "day" and t.tag[i + 1] == "CD":
        return True
    return i < t.n and t.lower[i] in p.words.of("time_word") and (i + 1 >= t.n or not t.tag[i + 1].startswith("NNP"))
