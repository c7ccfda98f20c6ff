"""Facts of office: which state the "President Bush" of a given day presided over."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.lexicon import Lexicon
from extractor.linking.names import fold

_UNIONS = frozenset({"EUE", "UNO"})
_STATE_HEADS = frozenset({"head_of_state", "head_of_government", "deputy_head"})


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office; days as ISO 8601, padded outwards where the file gives only a year or month."""

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
        term = Term(given, row["country"], row["role"], (row["from"] + "-01-01")[:10], (end + "-99-99")[:10])
        for key in keys:
            terms.setdefault(key, []).append(term)
    return terms


def country_of_leader(
    name: str, family: str | None, role: str, day: str | None, past: bool, lexicon: Lexicon
) -> str | None:
    """The one state where a person of this name held an office of this role on the day; None where none or several do.

    name, family: as the article gives them. day: publication day, or None for any time. past: the title says former or
    then.
    """
    terms = lexicon.compiled(_build)
    words = fold(name).split()
    given = words[0] if len(words) > 1 and fold(family or "") != words[0] else ""
    found = terms.get(fold(name)) or terms.get(fold(family or name)) or []
    fits = [t for t in found if _agrees(t, role) and (not given or not t.given or given == t.given or t.given in words)]
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


def _agrees(term: Term, role: str) -> bool:
    return (
        term.role == role
        or term.role in _STATE_HEADS
        and role in _STATE_HEADS
        or {term.role, role} <= {"royal", "head_of_state"}
    )
