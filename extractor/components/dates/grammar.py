"""The top rule of the time grammar: hedges and edges around a core, and what may follow it."""

from __future__ import annotations

from extractor.components.dates import calendar_dates as cal
from extractor.components.dates import periods, times
from extractor.components.dates.core import CONTAINED, read_core
from extractor.components.dates.reader import Reader
from extractor.components.dates.timex import Timex

_EDGE_MODS = {"early": "START", "late": "END", "mid": "MID", "earlier": "earlier", "later": "later", "mid-": "MID"}
MAX_DEPTH = 3  # "the end of the first half of next year": dates in dates in dates
_ON = ("on", "in")


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
    if hedge is None or r.lower[at + 1 : at + 3] == ["time", "ago"]:
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
    if found.kind in ("calendar", "unit") and mod == "APPROX" and r.lower[at] in r.words.context["approximate"]:
        found.first, found.mod = at, found.mod or mod
        return found
    return None


def _hedges(r: Reader, at: int) -> bool:
    """ "over a week" is more than one; "spread over three years", "under its plan", "get around Wednesday's ruling"
    hedge nothing."""
    after = r.lower[at + 1]
    if r.lower[at] == "around":
        return (
            at == 0 or not r.tag[at - 1].startswith("VB") or r.look("number", at + 1) is not None or after[:1].isdigit()
        )
    before = r.lower[at - 1] if at else ""
    if before in (
        "for",
        "in",
        "after",
        "just",
        "well",
        "of",
        "a",
        "little",
        "slightly",
        "to",
        "nearly",
        "within",
        "took",
        "lasted",
        "spent",
        "",
    ):
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
    if word.startswith(("mid-", "end-")) and len(word) > 4:
        return _glued_mid(r, at, at)
    if word == "end" and r.lower[at + 1] == "-" and r.glued(at + 1):
        inner = read_core(r, at + 2)  # "end-June"
        if inner is not None and inner.kind == "calendar" and inner.day is None and inner.weekday is None:
            inner.first, inner.mod, inner.edge = at, "END", "END"
            return inner
    if word in ("early", "mid", "mid-") and (found := _edge_to_edge(r, at)) is not None:
        return found
    if word in _EDGE_MODS:
        found = _after_edge(r, at)
        if found is not None:
            return found
    if (
        word in ("sometime", "some")
        and r.lower[at + 1 : at + 3] != ["time", "ago"]
        and r.lower[at + 1] in ("next", "this", "last", "in", "time")
    ):
        inner = read_core(r, at + 1) if r.lower[at + 1] in ("next", "this", "last") else None
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
    return part or read_core(r, start)


def _after_edge(r: Reader, at: int) -> Timex | None:
    mod = _EDGE_MODS[r.lower[at]]
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
    inner = times.part_of_day(r, after) if r.lower[after] in CONTAINED else None
    inner = inner or read_core(r, after)
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


def _edge_to_edge(r: Reader, at: int) -> Timex | None:
    """ "early to mid-June", "mid- to late July": from the first part to the last."""
    joint = at + 1 + (r.lower[at + 1] == "-")
    if r.lower[joint] not in ("to", "or") or not r.lower[joint + 1].startswith(("mid", "late")):
        return None
    inner = _edged(r, joint + 1)
    if inner is None or inner.kind not in ("calendar", "unit") or inner.mod not in ("MID", "END"):
        return None
    first = _EDGE_MODS[r.lower[at]]
    inner.first, inner.edge, inner.mod, inner.rule = at, f"{first}-{inner.mod}", first, "edges-" + inner.rule
    return inner


def _glued_mid(r: Reader, start: int, at: int) -> Timex | None:
    """ "mid-March", "mid-2011", "end-2019", "the mid-1990s" where the tokenizer left them in one piece."""
    rest, mod = r.lower[at][4:], "END" if r.lower[at].startswith("end-") else "MID"
    month = r.words.classes["month"].get(rest)
    found: Timex | None = None
    if month is not None:
        found = Timex(at, at + 1, "calendar", "edge-month", month=int(month), head=at)
        found.year, year_end = cal.year_after(r, at + 1, False)
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
        return (periods.decade_date(r, start) or read_core(r, start)) if mod == "MID" else None
    found.mod = found.edge = mod
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
    if noun not in r.words.context["part_noun"] or r.lower[at + 1] != "of":
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
        inner.mod, inner.edge = ("START", "H1") if half == 1 else ("END", "H2")
        return inner
    inner.mod = mods[0]
    inner.edge = mods[0] if len(mods) == 1 else f"{mods[0]}-{mods[-1]}"
    return inner


def _season_or_month(r: Reader, start: int, at: int) -> Timex | None:
    """ "the month of March", "the week of March 6", "the months of …"."""
    if start == at or r.lower[at + 1] != "of" or r.lower[at] not in r.words.context["unit_of_date"]:
        return None
    inner = read_core(r, at + 2)
    if inner is None or inner.kind != "calendar" or r.lower[at] in ("summer", "morning"):
        return None
    inner.first = start
    if r.lower[at] == "week" and inner.day is not None:
        inner.direction, inner.rule = "week-of", "week-of"
    return inner
