"""What a date does in its sentence: the `function` and `event` columns, from the words before it and the parse."""

from __future__ import annotations

from datetime import date

from extractor.components.dates.tense import Clause
from extractor.components.dates.timex import Timex
from extractor.components.dates.values import Answer
from extractor.components.dates.words import Words
from extractor.language.tokens import TokenTable

# Years back from which a bare year or decade tells background rather than the news.
BACKGROUND_YEARS = 5


def event_of(tokens: TokenTable, clause: Clause) -> str | None:
    """The verb or noun that the expression dates, in the form of the text."""
    word = clause.word
    if word is not None and tokens.tag[word][:1] in ("V", "N", "J"):
        return tokens.text[word]
    return tokens.text[clause.verb] if clause.verb is not None else None


def function_of(
    timex: Timex, answer: Answer, tokens: TokenTable, clause: Clause, words: Words, day: date | None
) -> str:
    """One of schema.DATE_FUNCTIONS."""
    if timex.kind == "set":
        return "other"
    before = tokens.lower[timex.first - 1] if timex.first else ""
    two = f"{tokens.lower[timex.first - 2]} {before}" if timex.first > 1 else ""
    lemma = tokens.lemma[clause.word] if clause.word is not None else ""
    verb = tokens.lemma[clause.verb] if clause.verb is not None else ""
    if timex.kind == "duration":
        return "deadline" if before == "within" else "duration"
    if before == "since" or two.startswith("since ") and before in ("the", "its", "his", "their"):
        return "since"
    nearby = tokens.lemma[max(0, timex.first - 4) : timex.first]
    if (
        lemma in words.verbs["expiry"]
        or verb in words.verbs["expiry"]
        or any(w in words.verbs["expiry"] for w in nearby)
    ):
        return "expiry"
    after = tokens.lower[timex.end] if timex.end < tokens.n else ""
    if (
        after in words.verbs["deadline"]
        or before in ("by", "until", "till", "before")
        and timex.kind != "ref"
        or "deadline" in (lemma, two.split(" ")[0])
    ):
        return "deadline"
    if timex.kind == "ref" and answer.value == "PRESENT_REF":
        return "other"
    opener = two.split(" ")[0] if before in ("on", "in") and two != "effective in" else before
    if before == "from" or opener in words.context["starting"]:
        return "start"
    if clause.verb is not None and clause.word in (clause.verb, None) and verb in words.verbs["attribution"]:
        return "attribution"
    if verb in words.verbs["entering"] and not words.verbs["entered"].isdisjoint(nearby):
        return "start"
    if verb in words.verbs["start"] and clause.word == clause.verb:
        return "start"
    if two == "as of":
        return "start" if clause.tense == "future" else "other"
    if answer.days is not None and day is not None and day.year - answer.days.end.year >= BACKGROUND_YEARS:
        return "background"
    if answer.value == "PAST_REF" and timex.kind == "offset":
        return "background"
    return "event"
