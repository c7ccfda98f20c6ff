"""The core of a time expression: which rule reads it, and the larger date that holds it."""

from __future__ import annotations

from extractor.components.dates import calendar_dates as cal
from extractor.components.dates import compounds, durations, frequencies, periods, quarters, spoken_times, times, units
from extractor.components.dates.delegated import numeric_date
from extractor.components.dates.reader import Reader
from extractor.components.dates.timex import Timex
from extractor.components.dates.years import bare_year

CONTAINED = frozenset(("this", "last", "next", "that"))


def read_core(r: Reader, at: int) -> Timex | None:
    """The expression at `at` without hedges and edges, with a time of day or a containing date that follows."""
    found = _bare_core(r, at)
    if found is None:
        return None
    found = times.extend_day(r, found)
    return _contained(r, found)


def _bare_core(r: Reader, at: int) -> Timex | None:
    word = r.lower[at]
    if not word:
        return None
    ref = r.words.refs.match_at(r.lower, at)
    if (
        ref is not None
        and ref[1].endswith("REF")
        and not r.tag[ref[0]].startswith(("NN", "CD", "JJ"))
        and r.look("number_vague", ref[0]) is None
        and r.look("number", ref[0]) is None
        and r.lower[ref[0]] not in ("of", "when", "-")
    ):
        return Timex(at, ref[0], "ref", "vague-reference", value=ref[1], head=ref[0] - 1)
    kind = r.words.anchors.get(word)
    if kind == "ref" and (value := r.look("ref", at)) is not None:
        return _ref(r, at, value)
    if kind == "set":
        return _set_word(r, at)
    if kind == "set_adverb":
        before_noun = r.tag[at + 1].startswith(("NN", "JJ", "VBN", "CD"))
        value = r.look("set_adverb", at)
        return (
            None if before_noun else Timex(at, at + 1, "set", "frequency-word", value=value, head=at, timex_type="SET")
        )
    if kind == "deictic":
        return _deictic(r, at)
    relative = r.look("relative", at)
    if relative is not None or word == "the":
        found = _relative_name(r, at)
        if found is not None:
            return found
    for rule in _RULES:
        found = rule(r, at)
        if found is not None:
            return found
    return None


def _ref(r: Reader, at: int, value: str) -> Timex | None:
    if r.lower[at] == "now" and (
        r.lower[at + 1] == "-"
        or r.lower[at + 1] in r.words.context["adjective_after_now"]
        or at
        and r.lower[at - 1] == "by"
        or r.lower[at + 1] == ","
        and r.sentence_start(at)
    ):
        return None
    if r.lower[at] == "shortly" and r.lower[at + 1] in ("after", "before", "thereafter"):
        return None
    if r.lower[at] == "soon" and r.lower[at + 1] in ("after", "as", "afterward", "afterwards", "thereafter", "to"):
        return None
    if (
        r.lower[at] == "previously"
        and r.tag[at + 1] in ("VBN", "JJ")
        and r.lower[at + 1] not in r.words.context["previously_said"]
    ):
        return None
    end = at + 1
    return Timex(at, end, "ref", "reference-word", value=value, head=at)


def _set_word(r: Reader, at: int) -> Timex | None:
    value = r.look("set", at)
    if r.text[at][0].isupper() and r.text[at + 1][:1].isupper() and not r.sentence_start(at):
        return None
    if r.text[at][0].isupper() and at and r.text[at - 1][:1].isupper():
        return None
    return Timex(at, at + 1, "set", "frequency-word", value=value, head=at, timex_type="SET")


def _deictic(r: Reader, at: int) -> Timex | None:
    value = r.look("deictic", at) or "0"
    part = value[-2:] if value[-1:].isalpha() else None
    days = float(value[:-2] if part else value)
    if (
        r.text[at][0].isupper()
        and at
        and r.tag[at - 1].startswith("NNP")
        and not r.sentence_start(at)
        and (r.lower[at - 1] == "usa" or not r.title_case(at) or r.names.get(at) == "ORG")
    ):
        return None  # "USA Today", "Russia Today"
    if days == 0 and not part and _generic(r, at):
        return Timex(at, at + 1, "ref", "generic-today", value="PRESENT_REF", head=at)
    return Timex(
        at, at + 1, "deictic", "deictic", number=days, part_of_day=part, head=at, timex_type="TIME" if part else "DATE"
    )


def _generic(r: Reader, at: int) -> bool:
    """ "today's youth", "today's world": nowadays, not this day."""
    generic = r.words.context["generic_after_today"]
    return r.lower[at + 1] == "'s" and (
        r.lower[at + 2] in generic or r.lower[at + 3] in generic and r.tag[at + 2].startswith("JJ")
    )


def _relative_name(r: Reader, at: int) -> Timex | None:
    """ "last July", "next Tuesday", "this past spring", "last Christmas", "that same day", "the previous Friday"."""
    start = at
    if r.lower[at] == "the":
        at += 1
    direction = r.look("relative", at)
    if direction is None:
        return None
    if direction == "this" and r.look("relative", at + 1) in ("past", "next"):
        at += 1
        direction = r.look("relative", at)
    at += 1
    if not r.lower[at]:
        return None
    inner = cal.weekday_date(r, at) or cal.month_date(r, at) or periods.season_date(r, at) or periods.named_day(r, at)
    if inner is None or r.lower[at] == "the" or direction in ("recent", "final", "latest"):
        return None
    if r.lower[at - 1] == "that" and r.tag[at - 1] in ("IN", "WDT"):
        return None
    inner.first, inner.rule = start, f"{direction}-{inner.rule}"
    inner.direction = "last" if direction == "past" else direction
    return inner


def _contained(r: Reader, found: Timex) -> Timex:
    """Take in the larger date that follows: "the third quarter of 1990", "spring this year", "Tuesday of next week"."""
    if found.kind not in ("calendar", "unit") or found.year is not None:
        return _possessed(r, found)
    at = found.end
    if r.lower[at] == "of":
        at += 1
        year = cal.year_at(r, at)
        if year is not None and not (found.weekday or found.day):
            found.year, found.end = year, at + 1
            return found
    elif found.kind == "unit" and found.direction not in ("the",):
        return _possessed(r, found)
    if r.look("relative", at) in CONTAINED or r.lower[at] == "the" and found.end != at:
        outer = units.relative_unit(r, at)
        if outer is not None and _holds(outer, found) and outer.part_of_day is None:
            found.of, found.end = outer, outer.end
            return found
    return _possessed(r, found)


def _holds(outer: Timex, inner: Timex) -> bool:
    if outer.unit == "Y":
        return inner.weekday is None and (
            inner.month is not None
            or inner.season is not None
            or inner.quarter is not None
            or inner.half is not None
            or inner.holiday is not None
        )
    if outer.unit == "M":
        return inner.weekday is not None
    return outer.unit in ("W", "WE") and inner.weekday is not None and inner.day is None


def _possessed(r: Reader, found: Timex) -> Timex:
    """ "this year's third quarter", "next year's first half": the year holds the quarter."""
    if r.lower[found.end] != "'s":
        return found
    if not (
        found.kind == "unit"
        and found.unit == "Y"
        or found.kind == "calendar"
        and found.year
        and not found.month
        and not found.season
    ):
        return found
    inner = quarters.quarter_date(r, found.end + 1)
    if inner is None and r.lower[found.end + 1] == "quarter":
        inner = Timex(
            found.end + 1, found.end + 2, "calendar", "quarter", unit="Q", direction="comparable", head=found.end + 1
        )
    if inner is None and (season := r.look("season", found.end + 1)):
        inner = Timex(found.end + 1, found.end + 2, "calendar", "season", season=season, head=found.end + 1)
    if inner is None:
        return found
    inner.first, inner.of = found.first, found
    if found.kind == "calendar":
        inner.year, inner.of = found.year, None
    return inner


_RULES = (
    frequencies.every,
    quarters.same_period,
    quarters.symbol_date,
    units.day_beside,
    units.middle_of_unit,
    units.week_of_month,
    frequencies.rate,
    frequencies.plural_weekday,
    cal.iso_date,
    cal.weekday_date,
    cal.month_date,
    cal.day_month_date,
    cal.day_pair,
    periods.century_date,
    periods.decade_date,
    times.clock_time,
    spoken_times.spoken_clock,
    spoken_times.early_hours,
    spoken_times.twilight,
    quarters.quarter_date,
    quarters.year_ago,
    units.year_end,
    units.fiscal_year,
    compounds.compound_duration,
    durations.duration,
    compounds.duration_word,
    durations.plural_alone,
    periods.season_date,
    periods.named_day,
    times.part_of_day,
    units.relative_unit,
    numeric_date,
    bare_year,
)
