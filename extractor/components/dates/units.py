"""Expressions built on units of time: durations, offsets ("two days ago"), "last week", sets, quarters and halves, fiscal years."""

from __future__ import annotations

from extractor.components.dates.calendar_dates import month_date, year_at
from extractor.components.dates.numbers import Number, read_number, read_spoken_year
from extractor.components.dates.reader import Reader
from extractor.components.dates.timex import Timex

_FILLERS = frozenset(
    ["more", "consecutive", "straight", "full", "additional", "trading", "calendar", "business", "working", "whole", "long", "solid", "successive", "extra", "academic", "fiscal", "crucial", "critical", "difficult", "tough"]
)
_KINDS_OF_YEAR = frozenset(["fiscal", "calendar", "school", "academic", "financial", "full", "budget", "crop", "model", "tax"])
_QUARTER_NOUNS = frozenset(("quarter", "quarters"))
_RATE_TAGS = ("CD", "NNS", "$")
_EXTENDED = frozenset(("ago", "earlier", "later", "hence", "ahead", "prior"))
_INDEFINITE = frozenset(("a", "an"))
_POSSESSIVES = frozenset(("its", "their", "his", "her", "our", "your", "my"))


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
    if r.lower[at] in ("the", "these", "those", "a", "an") or r.lower[at] in _POSSESSIVES:
        article = r.lower[at]
        at += 1
    if (value := r.look("relative", at)) is not None:
        if value == "that":
            return None
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
        number = Number(at + 1, 1.0) if following is not None and not following[1] else read_number(r.lower, at + 1, r.words)
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
    while r.lower[at] in _FILLERS and not hyphen:
        at += 1
    unit = unit_of(r, at)
    if unit is not None and unit[0] == "Q" and (
        number.value == 1 and article or unit[1] and hyphen or r.lower[at + 1] == "of" and r.lower[at - 1] not in _FILLERS
    ):
        return None  # a fraction, no quarter of a year
    if (
        unit is None
        or (unit[0] == "S" and not unit[1] and not hyphen)
        or (unit[0] in ("NI", "MO", "EV", "AF") and number.value is None)
    ):
        return None
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
    elif r.lower[end] in ("period", "span", "stretch") and hyphen:
        found.end = end + 1
    elif r.lower[end : end + 2] == ["or", "two"] and value == 1:
        found.end, found.number = end + 2, None
    elif (
        r.lower[end] in ("or", "and")
        and (r.lower[end + 1] == "so" or r.lower[end + 1] == "more" and r.lower[end + 2] in (*_EXTENDED, ",", ".", ""))
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
    elif r.lower[end] == "ahead" and start != at:
        found.end = end + 1
    elif r.lower[end] in ("or", "and") and (second := unit_of(r, end + 1)) and second[1]:
        found.end = end + 2
    return extend_offset(r, found) if direction is None else found


_SPAN_PREPOSITIONS = frozenset(
    ["for", "in", "after", "of", "over", "within", "during", "through", "throughout", "lasting", "took", "take", "taken", "spent", "spend", "last", "several", "from", "since"]
)


def _stands_as_span(r: Reader, start: int, at: int, unit: str) -> bool:
    if r.lower[at + 1] in ("ago", "later", "earlier") or (
        r.lower[at + 1] == "-" and r.lower[at + 2] in ("long", "old")
    ):
        return True
    before = r.lower[start - 1] if start else ""
    if start > 1 and before == "-" and r.lower[start - 2] == "light":
        return False
    if start != at:
        return before == "over" and unit == "Y" or (
            unit in ("D", "W", "M", "Y", "DE", "CE")
            and r.lower[at + 1] in ("that", "since", "leading", "before", "after", "ahead", "following", "between")
            or r.lower[at - 1] in ("early", "intervening")
        )
    if r.lower[at + 1] in ("in", "of") and r.lower[at + 2] in (
        "prison",
        "jail",
        "office",
        "power",
        "exile",
        "war",
        "fighting",
        "violence",
        "conflict",
        "talks",
        "negotiations",
        "detention",
        "custody",
    ):
        return True
    if unit in ("H", "MI"):
        return before in ("for", "within", "after", "lasting", "in") or r.lower[at + 1] in ("before", "after")
    return not r.tag[start - 1].startswith(("JJ", "PRP", "NN")) or before in _SPAN_PREPOSITIONS if start else False


def relative_unit(r: Reader, at: int) -> Timex | None:
    """ "last week", "this fiscal year", "the following month", "the quarter", "next weekend", "the year-ago quarter"."""
    start, article = at, None
    if r.lower[at] == "the" or r.lower[at] in ("that", "this") and r.lower[at + 1] in ("same", "past", "coming", "next"):
        article = r.lower[at]
        at += 1
    elif r.lower[at] in _POSSESSIVES:
        article, at = r.lower[at], at + 1
    direction = r.look("relative", at)
    if direction is not None:
        at += 1
        if r.lower[at] == "past":
            direction, at = "past", at + 1
        elif direction == "same" and article == "that":
            direction = "that"
    fiscal = r.lower[at] in _KINDS_OF_YEAR
    if fiscal:
        at += 1
    unit = unit_of(r, at)
    if unit is None or unit[1] and not (r.lower[at - 1] == "this" and r.lower[at] == "years"):
        return None
    name = unit[0]
    if r.text[at][0].isupper() and not r.text[at].isupper() and not r.sentence_start(start):
        return None  # "This Week", the broadcast
    if direction is None:
        if article != "the" or _is_noun_modifier(r, at):
            return None
        if r.lower[at + 1] in ("before", "previous", "after") and r.tag[at + 2] in (".", ",", "CC", "-RRB-"):
            step = "following" if r.lower[at + 1] == "after" else "previous"
            return Timex(start, at + 2, "unit", f"{step}-unit", unit=name, direction=step, head=at)
        if name not in ("W", "M", "Q", "Y", "WE", "DE") and not (name == "D" and _the_day(r, start)):
            return None
        direction = "the"
    elif name in ("S", "MI", "H") or (name == "Q" and direction == "latest" and r.lower[at + 1] == "of"):
        if name != "Q":
            return None
    if name == "NI":
        if direction not in ("this", "last", "next", "same", "that", "following", "previous"):
            return None
        return Timex(
            start,
            at + 1,
            "unit",
            "relative-night",
            unit="D",
            direction=direction,
            part_of_day="NI",
            head=at,
            timex_type="TIME",
        )
    if direction == "past" and r.lower[at - 1] == "past" and name != "WE" and article != "this":
        return Timex(
            start,
            at + 1,
            "duration",
            "past-unit",
            unit=name,
            number=1.0,
            direction="past",
            head=at,
            timex_type="DURATION",
        )
    if direction == "past":
        direction = "last" if name != "WE" else "past"
    if direction in ("recent", "final") or (direction == "that" and r.tag[start] == "IN" and r.tag[at - 1] == "IN"):
        return None
    return Timex(
        start,
        at + 1,
        "unit",
        f"{direction}-unit",
        unit=name,
        direction=direction,
        head=at,
        fiscal=fiscal,
        weekend=name == "WE",
    )


def _the_day(r: Reader, at: int) -> bool:
    """ "ended the day", "later in the day", "for the day,": the day that is told of."""
    before = r.lower[at - 1] if at else ""
    if before in ("end", "ended", "ending", "ends", "finish", "finished", "finishing", "finishes"):
        return True
    return before == "in" and at > 1 and r.lower[at - 2] in ("late", "later", "early", "earlier") or before == "for" and r.lower[at + 2] == ","


def same_period(r: Reader, at: int) -> Timex | None:
    """ "the same period last year", "the corresponding quarter a year earlier", "the same month of 2003"."""
    if r.lower[at] != "the" or r.lower[at + 1] not in ("same", "corresponding", "comparable", "equivalent"):
        return None
    unit = {"period": "Q", "quarter": "Q", "month": "M", "week": "W", "day": "D", "time": "Y"}.get(r.lower[at + 2])
    if unit is None:
        return None
    after = at + 3
    if r.lower[after] == "of" and (year := year_at(r, after + 1)) is not None and unit == "Q":
        return Timex(at, after + 2, "calendar", "year-quarter", year=year, unit="Q", direction="comparable", head=at + 2)
    if r.lower[after] == "of":
        after += 1
    if r.lower[after : after + 2] == ["last", "year"] or r.lower[after : after + 3] == ["the", "last", "year"]:
        end = after + (2 if r.lower[after] == "last" else 3)
    elif r.lower[after : after + 2] == ["a", "year"] and r.lower[after + 2] in ("ago", "earlier", "before"):
        end = after + 3
    else:
        return None
    kind = "year-ago-month" if unit == "M" else "year-ago-period"
    return Timex(at, end, "offset", kind, unit="Y", number=1.0, direction="ago", head=at + 2)


def week_of_month(r: Reader, at: int) -> Timex | None:
    """ "the last week of March", "the first week of June 2004"."""
    start = at
    if r.lower[at] == "the":
        at += 1
    ordinal = "-1" if r.lower[at] in ("last", "final") else r.look("ordinal", at)
    if ordinal is None or r.lower[at + 1] != "week" or r.lower[at + 2] not in ("of", "in") or int(ordinal) > 5:
        return None
    month = month_date(r, at + 3)
    if month is None or month.day is not None:
        return None
    month.first, month.nth, month.rule = start, int(ordinal), "week-of-month"
    return month


def _is_noun_modifier(r: Reader, at: int) -> bool:
    """ "the day after", "the year of": the unit is the head of a longer description, no deictic date."""
    return (
        r.lower[at + 1] in ("of", "when", "that", "which", "-", "'s")
        and r.lower[at + 1] != "'s"
        and not (r.lower[at + 1] == "of" and r.look("month", at + 2))
    )


def quarter_date(r: Reader, at: int) -> Timex | None:
    """ "the third quarter", "third-quarter", "fiscal second quarter", "the first half", "the 1988 third quarter"."""
    start, year, fiscal = at, None, False
    if r.lower[at] in ("the", "a"):
        at += 1
    article = at != start
    if (number := year_at(r, at)) is not None:
        year, at = number, at + 1
    direction = None
    if r.lower[at] in ("year", "years") and r.lower[at + 1] == "-" and r.lower[at + 2] in ("ago", "earlier"):
        direction, at = "last", at + 3
    if r.lower[at] in ("fiscal", "fiscal-first"):
        fiscal, at = True, at + 1
        if r.lower[at] == "-":
            at += 1
    half = r.lower[at] in ("last", "latter") and r.lower[at + 1] == "half"
    ordinal = "2" if half else r.look("ordinal", at)
    if ordinal is None:
        if year is not None and article and r.lower[at] in ("quarter", "period"):
            unit = "Q" if r.lower[at] == "quarter" else "Y"
            return Timex(
                start, at + 1, "calendar", "year-quarter", year=year, unit=unit, direction="comparable", head=at
            )
        return None
    if r.lower[at + 1] == "-" and article and year is None and not fiscal and direction is None:
        start, article = at, False  # "the third-quarter results": the article belongs to the noun
    at += 2 if r.lower[at + 1] == "-" else 1
    noun = r.lower[at]
    if noun not in ("quarter", "half", "quarters") or int(ordinal) > (2 if noun == "half" else 4):
        return None
    if noun == "half" and not (r.lower[at + 1] == "of" or year):
        return None
    end = at + 1
    found = Timex(
        start if article else start, end, "calendar", noun, head=at, year=year, fiscal=fiscal, direction=direction
    )
    if r.lower[start] == "a":
        found.first = start + 1
    if noun == "half":
        found.half = int(ordinal)
        if r.lower[end] != "of" and not year:
            return None
    else:
        found.quarter = int(ordinal)
    if (number := year_at(r, end)) is not None and year is None and noun != "half":
        found.year, found.end = number, end + 1
    return found


def year_ago(r: Reader, at: int) -> Timex | None:
    """ "year-earlier", "the year-ago quarter", "the comparable year-earlier period"."""
    start = at
    if r.lower[at] in ("the", "a"):
        at += 1
    if r.lower[at] == "latest" and r.lower[at + 1] == "period":
        return Timex(start, at + 2, "unit", "latest-unit", unit="Q", direction="latest", head=at + 1)
    if r.lower[at] in ("comparable", "corresponding"):
        at += 1
    if r.lower[at] != "year" or r.lower[at + 1] != "-" or r.lower[at + 2] not in ("ago", "earlier"):
        return None
    end = at + 3
    if r.lower[end] in ("quarter", "period"):
        kind = f"year-ago-{r.lower[end]}"
        return Timex(start, end + 1, "offset", kind, unit="Y", number=1.0, direction="ago", head=end)
    return Timex(at, end, "offset", "year-ago", unit="Y", number=1.0, direction="ago", head=at)


def year_end(r: Reader, at: int) -> Timex | None:
    """ "year-end", "year end", "year's end", "month-end"."""
    if r.lower[at] not in ("year", "month", "week", "quarter"):
        return None
    end = at + 1
    if r.lower[end] in ("-", "'s"):
        end += 1
    if r.lower[end] != "end" or end == at + 1 and r.lower[at] != "year":
        return None
    unit = {"year": "Y", "month": "M", "week": "W", "quarter": "Q"}[r.lower[at]]
    found = Timex(at, end + 1, "unit", "unit-end", unit=unit, direction="this", mod="END", edge="END", head=at)
    if unit == "Y" and (year := year_at(r, end + 1)) is not None:
        return Timex(at, end + 2, "calendar", "unit-end", year=year, mod="END", edge="END", head=at)
    return found


def fiscal_year(r: Reader, at: int) -> Timex | None:
    """ "fiscal 1989", "fiscal year 2004", "the year 2000"."""
    start = at
    if r.lower[at] == "the":
        at += 1
    fiscal = r.lower[at] in ("fiscal", "financial", "calendar")
    if fiscal:
        at += 1
    if r.lower[at] == "year":
        at += 1
    elif not fiscal:
        return None
    spoken = read_spoken_year(r.lower, at, r.words)
    if spoken is not None:
        return Timex(start, spoken[0], "calendar", "spoken-year", year=spoken[1], head=at)
    if (year := year_at(r, at)) is None:
        return None
    return Timex(start, at + 1, "calendar", "fiscal-year" if fiscal else "year", year=year, fiscal=fiscal, head=at)


def every(r: Reader, at: int) -> Timex | None:
    """ "every April", "each Thursday", "every two years", "every other day", "once a week", "per year"."""
    if r.lower[at] not in r.words.classes["every"]:
        return None
    after = at + 1
    if (month := r.look("month", after)) is not None and r.text[after][0].isupper():
        end = after + 1
        return Timex(at, end, "set", "every-month", value=f"XXXX-{int(month):02d}", head=after, timex_type="SET")
    if (weekday := r.look("weekday", after)) is not None:
        part = r.look("part_of_day", after + 1)
        return Timex(
            at,
            after + (2 if part else 1),
            "set",
            "every-weekday",
            value=f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""),
            head=after,
            timex_type="SET",
        )
    if (season := r.look("season", after) or r.look("season_weak", after)) is not None:
        return Timex(at, after + 1, "set", "every-season", value=f"XXXX-{season}", head=after, timex_type="SET")
    if (part := r.look("part_of_day", after)) is not None:
        return Timex(
            at, after + 1, "set", "every-part-of-day", value=f"XXXX-XX-XXT{part}", head=after, timex_type="SET"
        )
    count = 1.0
    if r.lower[after] == "other":
        count, after = 2.0, after + 1
    elif r.lower[after] == "single":
        after += 1
    elif (number := read_number(r.lower, after, r.words)) is not None and number.value:
        count, after = number.value, number.end
    unit = unit_of(r, after)
    if unit is None:
        return None
    return Timex(at, after + 1, "set", "every-unit", unit=unit[0], number=count, head=after, timex_type="SET")


def rate(r: Reader, at: int) -> Timex | None:
    """ "10 mln dlrs a year", "three times a week", "per day": how often, not how long."""
    if r.lower[at] == "per":
        after = at + 1
        start = at
    elif r.lower[at] in _INDEFINITE and at and _is_rate(r, at):
        after, start = at + 1, at
    else:
        return None
    unit = unit_of(r, after)
    if (
        unit is None
        or unit[1]
        or unit[0] in ("S", "MI", "Q")
        or (unit[0] == "H" and start == at and r.lower[at] == "per")
    ):
        return None
    if (
        r.lower[after + 1] in _EXTENDED
        or r.lower[after + 1 : after + 3] == ["and", "a"]
        or r.lower[after + 1] in ("old", "long", "-")
    ):
        return None
    return Timex(start, after + 1, "set", "rate", unit=unit[0], number=1.0, head=after, timex_type="SET")


def _is_rate(r: Reader, at: int) -> bool:
    before = r.lower[at - 1]
    if before in ("once", "twice", "times", "time", "percent", "%") or before in r.words.context["measure_noun"]:
        return True
    if (
        before.startswith(("dlr", "dollar", "euro", "pound", "barrel"))
        or r.tag[at - 1] == "CD"
        and r.lower[at - 2] in ("$", "€", "£", "us$")
    ):
        return True
    return (
        r.tag[at - 1] in _RATE_TAGS
        and any(r.tag[k] == "CD" or r.lower[k] in ("$", "£", "€") for k in range(max(0, at - 5), at))
        and before != "in"
    )
