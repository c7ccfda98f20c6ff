"""The year in an event's name dates the event: "The 2016 Summit opened on 3 March", "They met on 3 March for the 2016
Lima Summit"."""

from __future__ import annotations

from extractor.components.dates.tense import Clause
from extractor.components.dates.timex import Timex
from extractor.components.dates.words import Words
from extractor.language.tokens import TokenTable

_AT_EVENT = frozenset(("for", "at", "during"))
_REACH = 8


def year_of_event(
    timex: Timex, clause: Clause, found: list[Timex], at: int, tokens: TokenTable, words: Words
) -> Timex | None:
    """The bare year in the name of the event that `timex` dates, or None: of the subject of a verb that says that an
    event takes place, or of a capitalized event nearby at which a meeting is told. found[at] is `timex`."""
    if timex.kind != "calendar" or timex.year is not None or timex.month is None or timex.direction or timex.of:
        return None
    verb = clause.verb
    if verb is None:
        return None
    happens, attends = tokens.lemma[verb] in words.verbs["happen"], tokens.lemma[verb] in words.verbs["attend"]
    if not happens and not attends:
        return None
    for other in (*reversed(found[max(0, at - 4) : at]), *found[at + 1 : at + 2]):
        if tokens.sent[other.first] != tokens.sent[timex.first]:
            continue
        if other.kind != "calendar" or other.rule != "year" or not other.year:
            continue
        if happens and _names_subject(other, verb, tokens) or attends and _names_occasion(other, timex, tokens):
            return other
    return None


def _names_subject(year: Timex, verb: int, tokens: TokenTable) -> bool:
    """The year's noun is the subject of the verb, and no preposition stands before the year."""
    noun = tokens.head[year.head]
    if noun <= year.head or not tokens.tag[noun].startswith("NN") or tokens.tag[year.first - 1] == "IN":
        return False
    if tokens.dep[verb] == "acl" and tokens.head[verb] == noun:
        return True  # the parser took "The 2016 Summit opened" for "the Summit that was opened"
    return tokens.dep[noun] in ("nsubj", "nsubj:pass", "nsubjpass") and tokens.head[noun] == verb


def _names_occasion(year: Timex, timex: Timex, tokens: TokenTable) -> bool:
    """ "met on 3 March for the 2016 UK-France Summit": for, at or during the YEAR and a capitalized name."""
    gap = year.first - timex.end if year.first > timex.first else timex.first - year.end
    if gap > _REACH or year.first < 2 or year.end >= tokens.n:
        return False
    return (
        tokens.lower[year.first - 1] == "the"
        and tokens.lower[year.first - 2] in _AT_EVENT
        and tokens.text[year.end][:1].isupper()
    )
