"""Which words are months: "May" and "March" against modal, verb and person; and which digits are days and years."""

from __future__ import annotations

import re

from extractor.components.dates.reader import Reader

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_SURE_BEFORE_MONTH = frozenset(
    ("in", "since", "until", "till", "during", "between", "from", "through", "every", "each", "mid-", "-")
)
_BEFORE_MONTH = _SURE_BEFORE_MONTH | {"by", "of", "to", "before", "after", "for", "or", "and"}


def year_at(r: Reader, at: int) -> int | None:
    """A four-digit year at this token, whatever stands around it."""
    word = r.lower[at]
    return int(word) if len(word) == 4 and _YEAR.fullmatch(word) else None


def day_at(r: Reader, at: int) -> int | None:
    """A day of the month written in digits, "3" or "3rd"."""
    found = _DAY.fullmatch(r.lower[at]) if len(r.lower[at]) <= 4 else None
    number = int(found[1]) if found else 0
    return number if 1 <= number <= 31 else None


def is_month(r: Reader, at: int) -> int | None:
    """The month named at this token, unless case and tag say that the word is a verb or a modal."""
    value = r.look("month", at)
    if value is None:
        return None
    word, text = r.lower[at], r.text[at]
    if word in r.words.context["month_abbreviation"] and not (
        text[0].isupper() and (_DAY.fullmatch(r.lower[at + 1]) or year_at(r, at + 1) or (at and day_at(r, at - 1)))
    ):
        return None
    if text[0].islower():
        if word in r.words.context["ambiguous_month"] or not r.tag[at].startswith(("N", "J")):
            return None
    elif (
        word in ("may", "march")
        and not _month_in_context(r, at)
        or word in r.words.context["given_name_month"]
        and _given_name(r, at)
    ):
        return None
    elif at and r.lower[at - 1] in r.words.context["name_before_month"] and r.text[at - 1][0].isupper():
        return None  # "Black September"
    return int(value)


def _given_name(r: Reader, at: int) -> bool:
    """ "April Ryan asked": a month's name before a family name, with nothing before it that a date follows."""
    after = r.text[at + 1]
    if not (after.istitle() and after.isalpha() and r.tag[at + 1] == "NNP") or r.look("month", at + 1):
        return False
    before = r.lower[at - 1] if at else ""
    if before in _BEFORE_MONTH or r.look("relative", at - 1) or r.look("edge", at - 1) or before == "the":
        return False
    return r.names.get(at + 1) == "PERSON" or r.names.get(at) == "PERSON"


def _month_in_context(r: Reader, at: int) -> bool:
    """Capitalized "May" and "March" are months after a preposition or beside a day or a year; else verb or name."""
    before, after = r.lower[at - 1] if at else "", at + 1
    if _heads_phrase(r, at, before):
        return True
    beside = bool(day_at(r, after) or year_at(r, after))
    if not beside and (_after_name(r, at, before) or r.tokens.dep[at] == "aux" and r.tokens.head[at] > after):
        return False
    if r.lower[after] in ("for", "of") and year_at(r, after + 1) is None and r.look("relative", after + 1) is None:
        return False
    if before in ("the", "a") and r.lower[after] in ("on", "to", "against", "through"):
        return False  # "the March on Washington"
    if beside or (at and day_at(r, at - 1)) or r.look("edge", at - 1) or r.look("relative", at - 1):
        return True
    if before in _BEFORE_MONTH:
        return before in _SURE_BEFORE_MONTH or r.tag[at].startswith("NNP") and not _name_like(r, at)
    return r.tag[at] == "NNP" and not _name_like(r, at) and not r.tag[after].startswith(("VB", "PRP"))


def _heads_phrase(r: Reader, at: int, before: str) -> bool:
    """ "since May", "the May figure", "March sales rose": where neither a verb nor a person can stand."""
    following = r.tag[at + 1]
    if before in ("since", "until", "till", "during"):
        return r.text[at + 1][:1].islower() or following in (".", ",", "")
    if not r.text[at + 1][:1].islower():
        return False
    if before == "the":
        return following in ("NN", "NNS", "VB")
    return r.lower[at] == "march" and r.sentence_start(at) and (following == "NNS" or r.lower[at + 1] in ("is", "was"))


def _after_name(r: Reader, at: int, before: str) -> bool:
    """ "Ken May": a capitalized word that is no date stands before it."""
    if not before.isalpha() or not r.text[at - 1].istitle() or r.look("weekday", at - 1) or r.look("month", at - 1):
        return False
    return r.lower[at] == "may" and r.tag[at - 1] == "NNP" or not r.sentence_start(at - 1)


def _name_like(r: Reader, at: int) -> bool:
    """Part of a person's name: the token beside it is a capitalized word, or the recognizer says so."""
    if r.lower[at] == "may" and (
        r.lower[at - 1] in r.words.context["before_person_may"] or r.tag[at + 1] in ("POS", "VBZ", "VBD", "MD")
    ):
        return True
    return r.names.get(at) in ("PERSON", "ORG")
