"""Which states have which offices: no prime minister presides over the United States, no president over Japan.

The offices of each state are those of `leaders.csv`; a state that the file does not cover may have any but those that
`office_states.csv` rules out.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.lexicon import Lexicon
from extractor.linking.cues import linking_cues

_TOP = frozenset({"head_of_state", "head_of_government"})
# Nouns of one office under several names.
_HEADS_OF_GOVERNMENT = frozenset({"prime minister", "premier"})
# States with secretaries for ministers, or for the civil servants under them.
SECRETARIAL = frozenset({"USA", "GBR", "IND", "PAK", "BGD", "LKA", "PHL", "KEN", "MEX", "HND"})
_UNDERSECRETARIAL = frozenset({"ITA", "ESP", "ARG", "CHL", "ECU", "PER", "BOL", "CRI", "SLV"})


@dataclass(frozen=True, slots=True)
class Offices:
    """Titles of each state's heads of state and government, the states whose ministers are called secretaries, and the
    state of each title that is no other's ("treasury secretary", "senate majority leader"); titles of crowned heads,
    and of those under a secretary; the states that have no office of a name, and those that alone have it."""

    top: dict[str, frozenset[str]]
    secretaries: frozenset[str]
    own: dict[str, str]
    crowned: frozenset[str]
    under_secretaries: frozenset[str]
    never: dict[str, frozenset[str]]
    only: dict[str, frozenset[str]]


def _build(lexicon: Lexicon) -> Offices:
    top: dict[str, set[str]] = {}
    secretaries = set()
    states: dict[str, set[str]] = {}
    for row in lexicon.rows("leaders"):
        if row["role"] in _TOP:
            top.setdefault(row["country"], set()).add(row["title"])
        elif row["role"] == "minister" and "secretary" in row["title"]:
            secretaries.add(row["country"])
        if "senate" in row["title"] or "house" in row["title"] or "secretary" in row["title"]:
            states.setdefault(row["title"], set()).add(row["country"])
    own = {title: min(countries) for title, countries in states.items() if len(countries) == 1}
    own |= {f"secretary of {t.removesuffix(' secretary')}": c for t, c in own.items() if t.endswith(" secretary")}
    cues = linking_cues(lexicon)
    titles = {c: frozenset(t) for c, t in top.items()}
    never, only = (
        {r["office"]: frozenset(r["country"].split(";")) for r in lexicon.rows("office_states") if r["rule"] == rule}
        for rule in ("never", "only")
    )
    return Offices(
        titles, frozenset(secretaries), own, cues.of("crowned_head"), cues.of("under_secretary"), never, only
    )


def only_state(head: str, lexicon: Lexicon) -> str | None:
    """The state whose office alone is called so, of those with secretaries and majority leaders; else None."""
    return lexicon.compiled(_build).own.get(head)


def senates(lexicon: Lexicon) -> frozenset[str]:
    """The states whose parliament has a senate."""
    return lexicon.compiled(_build).only.get("senator", frozenset())


def may_have(country: str, role: str, noun: str, lexicon: Lexicon) -> bool:
    """Whether a state may have an office of this role (of the contract) under this noun ("prime minister")."""
    offices = lexicon.compiled(_build)
    last = noun.split()[-1] if noun else ""
    if country in offices.never.get(noun, ()) or last == "minister" and country in offices.never.get(last, ()):
        return False
    if country not in offices.only.get(noun, {country}):
        return False
    if role == "minister" and last == "secretary":
        return country in offices.secretaries
    if role == "deputy_minister" and noun in offices.under_secretaries:
        return country in SECRETARIAL or country in _UNDERSECRETARIAL
    titles = offices.top.get(country)
    if role not in _TOP or titles is None:
        return True
    if noun in _HEADS_OF_GOVERNMENT:
        return not titles.isdisjoint(_HEADS_OF_GOVERNMENT)
    if noun in ("president", "chancellor"):
        return noun in titles
    if noun in offices.crowned:
        return not titles.isdisjoint(offices.crowned) or "governor-general" in titles or "president" not in titles
    return True
