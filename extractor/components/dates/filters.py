"""False friends: words that look like dates and are parts of names, scores or numbers."""

from __future__ import annotations

from extractor.components.dates.timex import Timex
from extractor.components.dates.words import Words
from extractor.language.tokens import TokenTable


def keep(timex: Timex, tokens: TokenTable, words: Words, names: dict[int, tuple[int, int, str]]) -> bool:
    """False where the expression is part of a name: "Sunday Times", "Black Friday", "the September 11 attacks"."""
    first, end = timex.first, timex.end
    before = tokens.lower[first - 1] if first else ""
    after = tokens.lower[end] if end < tokens.n else ""
    if timex.kind == "calendar":
        bare = end - first == 1
        if timex.weekday is not None and bare:
            if before in words.context["name_before_weekday"] and tokens.text[first - 1][:1].isupper():
                return False
            if after in words.context["name_after_weekday"] and tokens.text[end][:1].isupper():
                return False
            if (
                after == "night"
                and tokens.text[end].istitle()
                and tokens.text[end + 1 : end + 2]
                and tokens.text[end + 1].istitle()
            ):
                return False
        if timex.month == 9 and timex.day == 11 and timex.year is None and _attacks(tokens, end, words):
            return False
        if _inside_name(timex, tokens, names):
            return False
    return not (timex.kind == "set" and timex.rule == "frequency-word" and _capital_name(tokens, first, end))


def _attacks(tokens: TokenTable, end: int, words: Words) -> bool:
    """September 11 as the name of the attacks of 2001."""
    return any(tokens.lower[i] in words.context["attack_noun"] for i in range(end, min(end + 4, tokens.n)))


def _capital_name(tokens: TokenTable, first: int, end: int) -> bool:
    return tokens.text[first][:1].isupper() and end < tokens.n and tokens.text[end][:1].isupper()


def _inside_name(timex: Timex, tokens: TokenTable, names: dict[int, tuple[int, int, str]]) -> bool:
    """The recognizer's name goes on after the date: "Friday Night Lights", "May Department Stores", "March Madness"."""
    name = names.get(timex.first)
    if name is None:
        return False
    start, end, label = name
    if end <= timex.end:
        return (
            label == "PERSON"
            and timex.month is not None
            and timex.day is None
            and timex.year is None
            and start < timex.first
        )
    if (
        timex.month is not None
        and timex.day is None
        and timex.year is None
        or timex.weekday is not None
        and timex.month is None
    ):
        return (
            label in ("PERSON", "ORG", "MISC", "EVENT", "FAC")
            and tokens.text[timex.end][:1].isupper()
            and tokens.text[timex.first][:1].isupper()
        )
    return False
