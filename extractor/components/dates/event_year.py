"""The year in an event's name dates the event: "The 2016 Summit opened on 3 March"."""

from __future__ import annotations

from extractor.components.dates.tense import Clause
from extractor.components.dates.timex import Timex
from extractor.components.dates.words import Words
from extractor.language.tokens import TokenTable


def year_of_event(
    timex: Timex, clause: Clause, found: list[Timex], at: int, tokens: TokenTable, words: Words
) -> Timex | None:
    """The bare year before the subject of the verb that `timex` dates, where that verb says that an event takes place;
    None where `timex` has a year of its own. found[at] is `timex`."""
    if timex.kind != "calendar" or timex.year is not None or timex.month is None or timex.direction or timex.of:
        return None
    verb = clause.verb
    if verb is None or tokens.lemma[verb] not in words.verbs["happen"]:
        return None
    for other in reversed(found[max(0, at - 4) : at]):
        if tokens.sent[other.first] != tokens.sent[timex.first]:
            return None
        if other.kind == "calendar" and other.rule == "year" and other.year and _names_subject(other, verb, tokens):
            return other
    return None


def _names_subject(year: Timex, verb: int, tokens: TokenTable) -> bool:
    """The year's noun is the subject of the verb, and no preposition stands before the year."""
    noun = tokens.head[year.head]
    if noun <= year.head or not tokens.tag[noun].startswith("NN") or tokens.tag[year.first - 1] == "IN":
        return False
    return tokens.dep[noun] in ("nsubj", "nsubj:pass", "nsubjpass") and tokens.head[noun] == verb
