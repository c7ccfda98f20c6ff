"""Coreference of organization mentions inside one article."""

from __future__ import annotations

import re

from extractor.components.records import Mention, OrganizationRecord
from extractor.language.tokens import TokenTable
from extractor.linking.bodies import Body, BodyIndex, is_cap
from extractor.linking.names import fold
from extractor.linking.text import text_of

# Kinds of bodies that a bare common noun refers back to: "the ministry", "the agency".
_REFERRED = frozenset(
    {"ministry", "agency", "bureau", "parliament", "court", "party", "company", "committee", "embassy"}
)
# Kinds of which a state has one or few, so that its name tells which: "Bulgaria's parliament".
_OF_STATES = frozenset({"ministry", "parliament", "central_bank", "government", "court", "military"})
_DETERMINERS = frozenset({"the", "that", "this"})
_ACRONYM = re.compile(r"[A-Z][A-Za-z&.-]{1,9}")


def group_bodies(t: TokenTable, bodies: BodyIndex, heads: dict[str, str]) -> list[OrganizationRecord]:
    """Organization records in the order of their first mention. Bare common nouns make no record of their own.

    heads: kind of body by head noun.
    """
    records: dict[str, OrganizationRecord] = {}
    by_acronym: dict[str, OrganizationRecord] = {}
    ordered: list[tuple[int, OrganizationRecord]] = []
    initials = _initials(t, bodies)
    for body in bodies.bodies:
        if _is_unnamed(body):
            continue
        named = body.antecedent or body
        name = text_of(t, named.first, named.end)
        key = _key(initials.get(_key(name), name))
        record = records.get(key) or by_acronym.get(name)
        if record is None:
            record = _record(t, body, name)
            records[key] = record
            if key != _key(name):
                record.acronym = name
            for acronym in _acronyms(t, body, name):
                by_acronym.setdefault(acronym, record)
                records.setdefault(_key(acronym), record)
                record.acronym = record.acronym or acronym
        else:
            _enrich(record, body, name)
            if key != _key(name):
                record.acronym = record.acronym or name
        kind = "nominal" if body.nominal else "name" if len(name) >= len(record.name) else "partial_name"
        record.mentions.append(Mention(*t.span(body.first, body.end), kind))
        ordered.append((body.first, record))
    _add_nominals(t, bodies, ordered, heads)
    unique = list({id(r): r for r in records.values()}.values())
    for record in unique:
        record.mentions.sort(key=lambda m: m.start)
    return sorted(unique, key=lambda r: r.start)


def _is_unnamed(body: Body) -> bool:
    """A common noun that stands for no name, and of no state: "the ministry" alone, "University"."""
    if not body.nominal or body.antecedent is not None or body.end - body.first > 1:
        return False
    return body.country is None or body.kind not in _OF_STATES


def _key(name: str) -> str:
    """Comparison form: "U.N." is "UN", "the Foreign Ministry" is "Foreign Ministry"."""
    return fold(name).removeprefix("the ").replace(" ", "")


def _record(t: TokenTable, body: Body, name: str) -> OrganizationRecord:
    start, end = t.span(body.first, body.end)
    above = (body.parent.antecedent or body.parent) if body.parent is not None else None
    parent = text_of(t, above.first, above.end) if above is not None else body.parent_name
    confidence = {"lexicon": 0.95, "grammar": 0.9, "repeat": 0.8, "model": 0.7}[body.source]
    return OrganizationRecord(
        start, end, f"organization-{body.source}", confidence, name=name, kind=body.kind, country=body.country,
        parent_organization=parent,
    )  # fmt: skip


def _initials(t: TokenTable, bodies: BodyIndex) -> dict[str, str]:
    """Acronyms in use beside the full name: {"un": "United Nations", "imf": "International Monetary Fund"}."""
    out: dict[str, str] = {}
    for body in bodies.bodies:
        name = text_of(t, body.first, body.end)
        letters = "".join(w[0] for w in name.replace("-", " ").split() if w[:1].isupper())
        if len(letters) > 1 and body.end - body.first > 1:
            out.setdefault(letters.lower(), name)
    short = {
        _key(n): n
        for b in bodies.bodies
        if (n := text_of(t, b.first, b.end)).replace(".", "").isupper() and len(n) <= 8
    }
    return {key: out[key] for key in short if key in out and fold(out[key]) != fold(short[key])}


def _enrich(record: OrganizationRecord, body: Body, name: str) -> None:
    if len(name) > len(record.name) and record.acronym != name and len(record.name) <= 8:
        record.name = name
    record.country = record.country or body.country
    if record.kind == "other":
        record.kind = body.kind
    if record.parent_organization is None:
        record.parent_organization = body.parent_name


def _acronyms(t: TokenTable, body: Body, name: str) -> list[str]:
    """ "Metropolitan Police (MET)": a short form in parentheses whose letters begin the name's words or the name."""
    i = body.end
    if i + 2 < t.n and t.text[i] == "(" and t.text[i + 2] == ")" and _ACRONYM.fullmatch(t.text[i + 1]):
        short = t.text[i + 1]
        letters = short.replace(".", "").replace("-", "")
        initials = "".join(w[0] for w in name.replace("-", " ").split() if w[:1].isupper())
        if letters.upper() == initials.upper() or name.upper().startswith(letters[:3].upper()) or letters.isupper():
            return [short]
    return []


def _add_nominals(
    t: TokenTable, bodies: BodyIndex, ordered: list[tuple[int, OrganizationRecord]], heads: dict[str, str]
) -> None:
    """ "the ministry" is a mention of the nearest ministry named before it."""
    last: dict[str, OrganizationRecord] = {}
    k = 0
    for i in range(1, t.n):
        while k < len(ordered) and ordered[k][0] < i:
            last[ordered[k][1].kind] = ordered[k][1]
            k += 1
        kind = heads.get(t.lower[i])
        if kind not in _REFERRED or t.lower[i - 1] not in _DETERMINERS or is_cap(t, i) or bodies.at(i) is not None:
            continue
        if kind in last:
            last[kind].mentions.append(Mention(t.start[i], t.end[i], "nominal"))
