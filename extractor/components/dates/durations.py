"""Durations and offsets: "three months", "the last two years", "two days ago", "46-year-old", "for decades"."""

from __future__ import annotations

from extractor.components.dates.numbers import Number, read_number
from extractor.components.dates.reader import Reader
from extractor.components.dates.timex import Timex
from extractor.language.closed_classes import POSSESSIVES

# Adverbs that place a span of time before or after a moment.
DIRECTIONS = frozenset(("ago", "earlier", "later", "hence", "ahead", "prior"))
_INDEFINITE = frozenset(("a", "an"))
_SPAN_PREPOSITIONS = frozenset(
    [
        "for",
        "in",
        "after",
        "of",
        "over",
        "within",
        "during",
        "through",
        "throughout",
        "last",
        "several",
        "from",
        "since",
        "back",
    ]
)


def unit_of(r: Reader, at: int) -> tuple[str, bool] | None:
    """(TIMEX3 unit, plural) of the token, or None."""
    unit = r.look("unit", at)
    if unit is not None:
        return unit, False
    unit = r.look("units", at)
    return (unit, True) if unit is not None else None


def duration(r: Reader, at: int) -> Timex | None:
    """[the past] NUMBER [more] UNIT [ago], "three-month period", "46-year-old", and their vague kin, from `at` on."""
    start, direction, article = at, None, None
    if r.lower[at] in ("the", "these", "those", "a", "an") or r.lower[at] in POSSESSIVES:
        article = r.lower[at]
        at += 1
    if (value := r.look("relative", at)) is not None:
        if value == "that" or r.lower[at] == "following" and article is None:
            return None  # "following two years of war": a preposition
        direction, at = value, at + 1
        if r.lower[at] == "past":
            at += 1
    elif article and r.look("ordinal", at) == "1" and r.lower[at] == "first":
        direction, at = "first", at + 1
    elif article in ("these", "those"):
        direction = "this"
    number = read_number(r.lower, at, r.words)
    if number is None and (r.lower[at] == "another" or article in _INDEFINITE and r.lower[at] == "additional"):
        following = unit_of(r, at + 1)
        number = (
            Number(at + 1, 1.0) if following is not None and not following[1] else read_number(r.lower, at + 1, r.words)
        )
    if number is None and article in _INDEFINITE and at == start + 1:
        number = _with_article(r, start)
    if number is None:
        return None
    if (
        article in _INDEFINITE
        and at == start + 1
        and r.lower[at] not in r.words.classes["number_vague"]
        and r.lower[at] != "additional"
        and number.end > at
        and direction is None
    ):
        start = at  # "a three-month ban": the article belongs to the noun
    first_number, at = at, number.end
    hyphen = r.lower[at] == "-"
    if hyphen:
        at += 1
        if article and direction is None:
            start = first_number  # "its two-year plan": the determiner belongs to the noun
    while r.lower[at] in r.words.context["span_adjective"] and not hyphen:
        at += 1
    unit = unit_of(r, at)
    if (
        unit is not None
        and unit[0] == "Q"
        and (
            number.value == 1
            and article
            or unit[1]
            and hyphen
            or r.lower[at + 1] == "of"
            and r.lower[at - 1] not in r.words.context["span_adjective"]
        )
    ):
        return None  # a fraction, no quarter of a year
    if (
        unit is None
        or (unit[0] == "S" and not unit[1] and not hyphen)
        or (unit[0] in ("NI", "MO", "EV", "AF") and number.value is None)
    ):
        return None
    if r.text[at].istitle() and not hyphen and not r.title_case(at):
        return None  # "60 Minutes", the broadcast
    return _finish(r, start, at, number, unit[0], direction, hyphen)


def _with_article(r: Reader, at: int) -> Number | None:
    """ "a year" counts one: where the unit follows the article at once."""
    after = at + 1
    if r.lower[after] in ("full", "whole", "further"):
        after += 1
    unit = unit_of(r, after)
    if unit is None or unit[1] or unit[0] in ("S",):
        return None
    return Number(after, 1.0)


def _finish(
    r: Reader, start: int, at: int, number: Number, unit: str, direction: str | None, hyphen: bool
) -> Timex | None:
    end, head, value = at + 1, at, number.value
    if r.lower[end : end + 3] == ["and", "a", "half"]:
        end, value = end + 3, (value or 0) + 0.5
    found = Timex(
        start,
        end,
        "duration",
        "duration",
        unit=unit,
        number=value,
        direction=direction,
        head=head,
        timex_type="DURATION",
    )
    if r.lower[end] == "-" and r.lower[end + 1] in ("old", "olds"):
        found.end, found.rule = end + 2, "age"
    elif r.lower[end] == "old" and not hyphen and r.tag[end] != "NNP":
        found.end, found.rule = end + 1, "age"
    elif r.lower[end] == "-" and r.lower[end + 1] == "long":
        found.end = end + 2
        if direction is None and r.lower[start] in ("a", "an", "the"):
            found.first = start + 1  # the article belongs to the noun
    elif r.lower[end] in r.words.context["span_noun"] and hyphen:
        found.end = end + 1
    elif r.lower[end : end + 2] == ["or", "two"] and value == 1:
        found.end, found.number = end + 2, None
    elif r.lower[end] in ("or", "and") and (
        r.lower[end + 1] == "so" or r.lower[end + 1] == "more" and r.lower[end + 2] in (*DIRECTIONS, ",", ".", "")
    ):
        found.end, found.mod = end + 2, "APPROX" if r.lower[end + 1] == "so" else "EQUAL_OR_MORE"
    return extend_offset(r, found) if not hyphen and direction in (None, "this") and found.rule != "age" else found


def extend_offset(r: Reader, found: Timex) -> Timex:
    """Make an offset of a duration where "ago", "later", "earlier", "from now" follow."""
    at = found.end
    word = r.lower[at]
    if word == "ago":
        direction = "ago"
    elif word in ("earlier", "later") and r.lower[at + 1] not in ("than",):
        direction = word
    elif word == "hence" or (word == "from" and r.lower[at + 1] in ("now", "today")):
        direction = "ahead"
        at += word == "from"
    elif word == "previously" or (
        word == "before" and r.tag[at + 1] in (".", ",", "CC", "-RRB-", "") and r.lower[at + 1] not in ("'", '"')
    ):
        direction = "earlier"
        if word == "before":
            at -= 1
    else:
        return found
    found.kind, found.direction, found.rule, found.timex_type, found.end = (
        "offset",
        direction,
        "offset-" + direction,
        "DATE",
        at + 1,
    )
    if found.mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        found.mod = "BEFORE"
    elif found.mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        found.mod = "AFTER"
    return found


def plural_alone(r: Reader, at: int) -> Timex | None:
    """ "years", "for decades", "recent months", "the coming weeks": a vague duration."""
    start, direction = at, None
    if r.lower[at] in ("the", "these", "those") and (r.look("relative", at + 1) or unit_of(r, at + 1)):
        at += 1
        if r.lower[start] != "the":
            direction = "this"
    if (value := r.look("relative", at)) is not None:
        direction, at = value, at + 1
        if r.lower[at] == "past":
            at += 1
    elif r.lower[at] in ("early", "later", "intervening") and start != at:
        at += 1
    unit = unit_of(r, at)
    if unit is None or not unit[1] or unit[0] in ("NI", "MO", "EV", "AF", "S", "Q") and not direction:
        return None
    if direction is None and not _stands_as_span(r, start, at, unit[0]):
        return None
    if unit[0] == "WE" and start == at and direction is None and r.lower[at - 1] in ("on", "at"):
        return Timex(at, at + 1, "set", "weekends", value="XXXX-WXX-WE", unit="D", head=at, timex_type="SET")
    if direction == "this" and unit[0] == "D" and r.lower[start] == "these":
        return Timex(start, at + 1, "ref", "these-days", value="PRESENT_REF", head=at)
    end = at + 1
    found = Timex(
        start,
        end,
        "duration",
        "vague-duration",
        unit=unit[0],
        number=None,
        direction=direction,
        head=at,
        timex_type="DURATION",
    )
    if r.lower[end] == "-" and r.lower[end + 1] in ("long", "old"):
        found.end = end + 2
        if r.lower[start] in ("the", "a"):
            found.first = at
    elif r.lower[end] == "ahead" and start != at:
        found.end = end + 1
    elif r.lower[end] in ("or", "and") and (second := unit_of(r, end + 1)) and second[1]:
        found.end = end + 2
    return extend_offset(r, found) if direction is None else found


def _stands_as_span(r: Reader, start: int, at: int, unit: str) -> bool:
    if r.lower[at + 1] in ("ago", "later", "earlier") or (
        r.lower[at + 1] == "-" and r.lower[at + 2] in ("long", "old")
    ):
        return True
    before = r.lower[start - 1] if start else ""
    if start > 1 and before == "-" and r.lower[start - 2] == "light":
        return False
    if start != at:
        return (
            before == "over"
            and unit == "Y"
            or (
                unit in ("D", "W", "M", "Y", "DE", "CE")
                and r.lower[at + 1] in ("that", "since", "leading", "before", "after", "ahead", "following", "between")
                or r.lower[at - 1] in ("early", "intervening")
            )
        )
    if r.lower[at + 1] in ("in", "of") and r.lower[at + 2] in r.words.context["lasting_state"]:
        return True
    if unit in ("H", "MI"):
        return before in ("for", "within", "after", "lasting", "in") or r.lower[at + 1] in ("before", "after")
    if not start:
        return False
    led = before in _SPAN_PREPOSITIONS or before in r.words.context["spending"]
    return led or not r.tag[start - 1].startswith(("JJ", "PRP", "NN"))
