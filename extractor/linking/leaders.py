"""Facts of office: which state the "President Bush" of a given day presided over."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from extractor.lexicon import Lexicon
from extractor.linking.names import fold

_UNIONS = frozenset({"EUE", "UNO"})
# Spellings of one word of a name in the Latin script are at least so similar.
_ALIKE = 0.72
_STATE_HEADS = frozenset({"head_of_state", "head_of_government", "deputy_head"})


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office, with the holder's full name.

    Days are ISO 8601, padded outwards where the file gives only a year or month.
    """

    name: str
    given: str
    country: str
    role: str
    start: str
    end: str


def _build(lexicon: Lexicon) -> dict[str, list[Term]]:
    terms: dict[str, list[Term]] = {}
    for row in lexicon.rows("leaders"):
        if row["country"] in _UNIONS:
            continue
        family = row["family_name"] or row["name"]
        keys = {fold(family), fold(row["name"]), *(fold(a) for a in row["aliases"].split(";") if a)}
        given = fold(row["name"]).split()[0] if row["family_name"] and not row["name"].startswith(family) else ""
        end = row["to"] or "9999"
        term = Term(
            row["name"], given, row["country"], row["role"], (row["from"] + "-01-01")[:10], (end + "-99-99")[:10]
        )
        for key in keys:
            terms.setdefault(key, []).append(term)
    return terms


# Offices that one who held high office before or after may hold: the secretary of state of then is an envoy now.
_LIKELY = frozenset(
    {"head_of_state", "head_of_government", "deputy_head", "minister", "deputy_minister", "envoy", "adviser",
     "candidate", "legislator", "party_official", "opposition", "ambassador", "central_banker"}
)  # fmt: skip


def country_of_leader(
    name: str, family: str | None, role: str, day: str | None, past: bool, lexicon: Lexicon
) -> str | None:
    """The one state where a person of this name held an office of this role on the day; None where none or several do.

    A full name of the file counts with any political office from the beginning of its first term on. name, family: as
    the article gives them. day: publication day, or None for any time. past: the title says former or then.
    """
    terms = lexicon.compiled(_build)
    whole, short = fold(name), fold(family or name)
    words = whole.split()
    found = terms.get(whole)
    given = "" if found else words[0] if len(words) > 1 and short != words[0] else ""
    if found is None:
        # "Laurentino Cortizo Cohen": the file may have one of two surnames
        found = terms.get(short) or [t for w in words[1:-1] for t in terms.get(w, ()) if t.given == words[0]]
    fits = [t for t in found if _agrees(t, role) and (not given or not t.given or given == t.given or t.given in words)]
    if not fits and len(words) > 1 and role in _LIKELY and whole in terms:
        fits = [t for t in found if t.role != "non_state" and t.given in words]
        past = True
    for chosen in (
        [t for t in fits if day is None or t.start <= day and (past or day <= t.end)],
        [t for t in fits if day is None or t.start <= day],
    ):
        countries = {t.country for t in chosen}
        if len(countries) == 1:
            return countries.pop()
        if countries:
            return None
    return None


def country_of_name(name: str, day: str | None, lexicon: Lexicon) -> str | None:
    """The one state that a person of this name leads or led before the day, whatever his title in the text.

    A full name of the file counts from the beginning of its first term on; a surname only where no other
    state ever had a holder of it, and the holder is in office on the day, or, the day unknown, the only one.
    """
    found = [t for t in lexicon.compiled(_build).get(fold(name), ()) if t.role in (*_STATE_HEADS, "royal")]
    if " " not in name.strip():
        if day is None and len({t.name for t in found}) > 1 or len({t.country for t in found}) != 1:
            return None
        return found[0].country if day is None or any(t.start <= day <= t.end for t in found) else None
    countries = {t.country for t in found if day is None or t.start <= day}
    return countries.pop() if len(countries) == 1 else None


def full_name_of(name: str, role: str | None, country: str, day: str | None, lexicon: Lexicon) -> str | None:
    """The full name of the one holder whom a surname means in an office of this role of the state on the day.

    None where the day is unknown, nobody of the file fits, or several do ("President Bush" before 1989 and after 2001
    are told apart by the day).
    """
    if day is None or role is None:
        return None
    found = lexicon.compiled(_build).get(fold(name), ())
    holders = {
        t.name
        for t in found
        if t.country in country.split(";") and t.start <= day <= t.end and _agrees(t, role) and t.given
    }
    return holders.pop() if len(holders) == 1 else None


def _heads_of_bodies(lexicon: Lexicon) -> dict[str, list[tuple[str, str, str]]]:
    """(name, first, last day) of the heads of the unions' bodies by folded family name."""
    out: dict[str, list[tuple[str, str, str]]] = {}
    for row in lexicon.rows("leaders"):
        if row["country"] in _UNIONS:
            days = (row["from"] + "-01-01")[:10], ((row["to"] or "9999") + "-99-99")[:10]
            out.setdefault(fold(row["family_name"] or row["name"]), []).append((row["name"], *days))
    return out


def full_name_at_body(name: str, day: str | None, lexicon: Lexicon) -> str | None:
    """The full name of the one head of a United Nations or European body whom a surname means on the day."""
    found = lexicon.compiled(_heads_of_bodies).get(fold(name), ())
    holders = {full for full, first, last in found if day is not None and first <= day <= last}
    return holders.pop() if len(holders) == 1 else None


def holds_top_office(name: str, country: str, day: str | None, lexicon: Lexicon) -> bool | None:
    """Whether a person of this name heads the state or its government on the day (ever, where the day is None).

    None where the file has no holder of that day. Spellings may differ somewhat.
    """
    table = lexicon.compiled(_top_offices)
    words = fold(name).split()
    terms = [t for t in table.get(country, ()) if day is None or t.start <= day <= t.end]
    if not terms:
        return None
    known = {w for t in terms for w in fold(t.name).split()}
    return any(SequenceMatcher(None, a, b).ratio() >= _ALIKE for a in words for b in known)


def _top_offices(lexicon: Lexicon) -> dict[str, list[Term]]:
    out: dict[str, dict[Term, None]] = {}
    for terms in lexicon.compiled(_build).values():
        for term in terms:
            if term.role in ("head_of_state", "head_of_government", "royal"):
                out.setdefault(term.country, {})[term] = None
    return {country: list(terms) for country, terms in out.items()}


def another_holder(surname: str, words: tuple[str, ...], role: str, day: str | None, lexicon: Lexicon) -> bool:
    """Whether a surname under a title of this role means, on the day, a holder who is not the person of these words.

    "President Bush" of 2007 beside "First Lady Laura Bush". words: folded words of the person's full name.
    """
    terms = lexicon.compiled(_build)
    own = terms.get(" ".join(words), ())
    if day is None or any(_agrees(t, role) for t in own):
        return False
    fits = [t for t in terms.get(fold(surname), ()) if t.start <= day <= t.end and _agrees(t, role)]
    return bool(fits) and all(t.given and t.given not in words for t in fits)


def _agrees(term: Term, role: str) -> bool:
    return (
        term.role == role
        or term.role in _STATE_HEADS
        and role in _STATE_HEADS
        or {term.role, role} <= {"royal", "head_of_state"}
    )
