"""The top rule of the time grammar: modifiers, core, and what may follow; and the scan that finds where to apply it."""

from __future__ import annotations

from extractor.components.dates import calendar_dates as cal
from extractor.components.dates import times, units
from extractor.components.dates.reader import Reader
from extractor.components.dates.timex import Timex
from extractor.components.dates.words import Words
from extractor.language.tokens import TokenTable

_EDGE_MODS = {"early": "START", "late": "END", "mid": "MID", "earlier": "earlier", "later": "later", "mid-": "MID"}
_MAX_BACK = 9
MAX_DEPTH = 3  # "the end of the first half of next year": dates in dates in dates
_SPOKEN = frozenset(("nineteen", "eighteen", "two", "every", "each"))
_ON = ("on", "in")
_PART_NOUNS = frozenset(("part", "parts", "half", "portion", "stages", "days", "months", "weeks", "years"))
_CONTAINED = frozenset(("this", "last", "next", "that"))


def scan(tokens: TokenTable, words: Words) -> list[Timex]:
    """All time expressions of the document, left to right, without overlap."""
    reader = Reader.of(tokens, words)
    reader.read_date = read_date
    anchors, openers, lower = words.anchors, words.openers, reader.lower
    out: list[Timex] = []
    floor = 0
    for at, word in enumerate(tokens.lower):
        if at < floor:
            continue
        first_char = word[0] if word else " "
        if word not in anchors and not "0" <= first_char <= "9" and not _opens(word, lower[at + 1]):
            continue
        start = at
        low = max(floor, at - _MAX_BACK, tokens.sents[tokens.sent[at]][0])
        while start > low and (lower[start - 1] in openers or lower[start - 1][:1].isdigit()):
            start -= 1
        for begin in range(start, at + 1):
            found = read_date(reader, begin)
            if found is not None and found.end > at:
                out.append(found)
                floor = found.end
                break
    return out


def _opens(word: str, following: str) -> bool:
    """Words outside the lexicon that may open a date: "mid-2011", "'82", "nineteen ninety-six", "every other day"."""
    if word[:1] == "'":
        return (word[1:] or following)[:1].isdigit()
    return word.startswith("mid-") or word in _SPOKEN


def read_date(r: Reader, at: int) -> Timex | None:
    """The longest time expression that starts at token `at`, with all its modifiers."""
    if r.depth > MAX_DEPTH:
        return None
    r.depth += 1
    found = _hedged(r, at)
    r.depth -= 1
    if found is not None and not r.same_sentence(found.first, found.end - 1):
        return None
    return found


def _hedged(r: Reader, at: int) -> Timex | None:
    hedge = r.words.hedges.match_at(r.lower, at)
    if hedge is None:
        return _edged(r, at)
    end, mod = hedge
    if r.lower[at] in ("over", "under", "around") and not _hedges(r, at):
        return None
    found = _edged(r, end)
    if found is None or found.kind in ("ref", "set"):
        return None
    if found.kind == "duration" and (found.direction is not None or found.rule == "age" or found.number is None):
        return found if mod == "EQUAL_OR_MORE" and found.direction is not None and _include(found, at) else None
    if found.kind in ("duration", "offset"):
        if mod != "NONE":
            found.mod = _offset_mod(mod) if found.kind == "offset" else mod
            found.first = at
        return found
    if (
        found.kind in ("calendar", "unit")
        and mod == "APPROX"
        and r.lower[at] in ("about", "around", "approximately", "roughly", "circa")
    ):
        found.first, found.mod = at, found.mod or mod
        return found
    return None


def _hedges(r: Reader, at: int) -> bool:
    """ "over a week" is more than one; "spread over three years", "under its plan", "get around Wednesday's ruling" hedge nothing."""
    after = r.lower[at + 1]
    if r.lower[at] == "around":
        return at == 0 or not r.tag[at - 1].startswith("VB") or r.look("number", at + 1) is not None or after[:1].isdigit()
    before = r.lower[at - 1] if at else ""
    if before in ("for", "in", "after", "just", "well", "of", "a", "little", "slightly", "to", "nearly", "within", "took", "lasted", "spent", ""):
        return True
    return after in ("a", "an") and not r.tag[at - 1].startswith(("VB", "NN"))


def _include(found: Timex, first: int) -> bool:
    found.first, found.mod = first, "EQUAL_OR_MORE"
    return True


def _offset_mod(mod: str) -> str:
    """ "more than two years ago" is a date before that; "less than" one is after it (TimeML 1.2.1, mod)."""
    return {"MORE_THAN": "BEFORE", "EQUAL_OR_MORE": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_LESS": "AFTER"}.get(
        mod, mod
    )


def _edged(r: Reader, at: int) -> Timex | None:
    """Early, late, mid, the end of, the first half of, the middle or late part of … a date."""
    word = r.lower[at]
    if word.startswith("mid-") and len(word) > 4:
        return _glued_mid(r, at, at)
    if word in _EDGE_MODS:
        found = _after_edge(r, at)
        if found is not None:
            return found
    if word in ("sometime", "some") and r.lower[at + 1] in ("next", "this", "last", "in", "time"):
        inner = _core(r, at + 1) if r.lower[at + 1] in ("next", "this", "last") else None
        if inner is not None and word == "sometime":
            inner.first = at
            return inner
        return None
    start = at
    if word == "the":
        at += 1
        if r.lower[at].startswith("mid-") and len(r.lower[at]) > 4:
            return _glued_mid(r, start, at)
        if r.lower[at] in ("very", "tail"):
            at += 1
    noun = r.look("edge_noun", at)
    if noun is not None and r.lower[at + 1] == "of":
        inner = read_date(r, at + 2)
        if inner is not None and inner.kind in ("calendar", "unit") and inner.edge is None:
            inner.first, inner.mod, inner.edge, inner.rule = start, noun, noun, "edge-" + inner.rule
            return inner
        return None
    part = _part_phrase(r, start, at) or _season_or_month(r, start, at)
    return part or _core(r, start)


def _after_edge(r: Reader, at: int) -> Timex | None:
    word, mod = r.lower[at], _EDGE_MODS[r.lower[at]]
    after = at + 1
    if r.lower[after] == "-":
        after += 1
    bridge = r.lower[after] in _ON
    if bridge:
        after += 1
    if not r.lower[after]:
        return None
    if r.look("part_of_day", after) and not bridge:
        return times.part_of_day(r, at)
    inner = times.part_of_day(r, after) if r.lower[after] in _CONTAINED else None
    inner = inner or _core(r, after)
    if inner is None or inner.kind not in ("calendar", "unit", "deictic") or inner.edge is not None or inner.clock:
        return None
    if bridge and (inner.month is not None or inner.year is not None) and inner.weekday is None:
        return None
    if mod in ("earlier", "later"):
        if inner.kind == "calendar" or inner.kind == "deictic" and bridge:
            return None
        inner.edge = mod
        inner.rule = mod + "-" + inner.rule
    else:
        inner.mod, inner.edge, inner.rule = mod, mod, "edge-" + inner.rule
    inner.first = at
    return inner


def _glued_mid(r: Reader, start: int, at: int) -> Timex | None:
    """ "mid-March", "mid-2011", "the mid-1990s" where the tokenizer left them in one piece."""
    rest = r.lower[at][4:]
    month = r.words.classes["month"].get(rest)
    found: Timex | None = None
    if month is not None:
        found = Timex(at, at + 1, "calendar", "edge-month", month=int(month), head=at)
        found.year, year_end = cal._year_after(r, at + 1, False)
        found.end = year_end if found.year else at + 1
    elif rest.isdigit() and len(rest) == 4 and rest[:2] in ("18", "19", "20"):
        found = Timex(at, at + 1, "calendar", "edge-year", year=int(rest), head=at)
    elif (season := r.words.classes["season"].get(rest)) is not None:
        found = Timex(start, at + 1, "calendar", "edge-season", season=season, head=at)
    elif rest in r.words.classes["part_of_day"]:
        found = Timex(
            at,
            at + 1,
            "unit",
            "part-of-day",
            unit="D",
            direction="this",
            part_of_day=r.words.classes["part_of_day"][rest],
            head=at,
            timex_type="TIME",
        )
    if found is None:
        return cal.decade_date(r, start)
    found.mod = found.edge = "MID"
    return found


def _part_phrase(r: Reader, start: int, at: int) -> Timex | None:
    """ "the middle or late part of March", "the latter part of 1990", "the first half of next year"."""
    mods: list[str] = []
    half: int | None = None
    while len(mods) < 3:
        mod = (
            _EDGE_MODS.get(r.lower[at])
            or r.look("edge_noun", at)
            or {"latter": "END", "last": "END", "first": "START", "second": "END"}.get(r.lower[at])
        )
        if mod is None or mod in ("earlier", "later"):
            return None
        if r.lower[at] in ("first", "second", "latter", "last"):
            half = 2 if mod == "END" else 1
        mods.append(mod)
        at += 1
        if r.lower[at] not in ("or", "and", "to"):
            break
        at += 1
    noun = r.lower[at]
    if noun not in _PART_NOUNS or r.lower[at + 1] != "of":
        return None
    inner = read_date(r, at + 2)
    if inner is None or inner.kind not in ("calendar", "unit") or inner.edge is not None:
        return None
    inner.first, inner.rule = start, "part-" + inner.rule
    if noun == "half" and half:
        if inner.unit == "Y" or (inner.year is not None and inner.month is None and inner.season is None):
            return Timex(
                start,
                inner.end,
                "calendar",
                "half",
                half=half,
                of=inner,
                year=inner.year if inner.kind == "calendar" else None,
                head=inner.head,
            )
        inner.mod = inner.edge = "START" if half == 1 else "END"
        return inner
    inner.mod = mods[0]
    inner.edge = mods[0] if len(mods) == 1 else f"{mods[0]}-{mods[-1]}"
    return inner


def _season_or_month(r: Reader, start: int, at: int) -> Timex | None:
    """ "the month of March", "the week of March 6", "the months of …"."""
    if (
        start == at
        or r.lower[at + 1] != "of"
        or r.lower[at] not in ("month", "week", "year", "weekend", "summer", "morning")
    ):
        return None
    inner = _core(r, at + 2)
    if inner is None or inner.kind != "calendar" or r.lower[at] in ("summer", "morning"):
        return None
    inner.first = start
    if r.lower[at] == "week" and inner.day is not None:
        inner.direction, inner.rule = "week-of", "week-of"
    return inner


def _core(r: Reader, at: int) -> Timex | None:
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
        r.lower[at + 1] in ("defunct", "famous", "infamous", "-")
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
        and r.lower[at + 1] not in ("said", "announced", "reported")
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
    if r.text[at].isupper() and at and r.lower[at - 1] == "usa":
        return None
    if days == 0 and not part and _generic(r, at):
        return Timex(at, at + 1, "ref", "generic-today", value="PRESENT_REF", head=at)
    return Timex(
        at, at + 1, "deictic", "deictic", number=days, part_of_day=part, head=at, timex_type="TIME" if part else "DATE"
    )


def _generic(r: Reader, at: int) -> bool:
    """ "today's youth", "today's world": nowadays, not this day."""
    generic = r.words.context["generic_after_today"]
    return r.lower[at + 1] == "'s" and (r.lower[at + 2] in generic or r.lower[at + 3] in generic and r.tag[at + 2].startswith("JJ"))


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
    inner = cal.weekday_date(r, at) or cal.month_date(r, at) or cal.season_date(r, at) or cal.named_day(r, at)
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
    if r.look("relative", at) in _CONTAINED or r.lower[at] == "the" and found.end != at:
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
    inner = units.quarter_date(r, found.end + 1)
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


def _numeric(r: Reader, at: int) -> Timex | None:
    from extractor.components.dates.delegated import numeric_date

    return numeric_date(r, at)


def _bare_year(r: Reader, at: int) -> Timex | None:
    from extractor.components.dates.years import bare_year

    return bare_year(r, at)


_RULES = (
    units.every,
    units.same_period,
    units.week_of_month, units.rate, cal.iso_date, cal.weekday_date, cal.month_date, cal.day_month_date, cal.century_date, cal.decade_date, times.clock_time,
    units.quarter_date, units.year_ago, units.year_end, units.fiscal_year, units.duration, units.plural_alone, cal.season_date, cal.named_day,
    times.part_of_day, units.relative_unit, _numeric, _bare_year,
)  # fmt: skip
