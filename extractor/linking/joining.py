"""Groups of officials that are one person under several spellings of the name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extractor.lexicon import Lexicon
from extractor.linking.name_keys import german_words, name_key, name_words, romanized_words
from extractor.linking.similarity import Words, similar, similar_pairs

# (name key with its middle initials, countries)
Group = tuple[str, str]
INITIALS = "\x1f"


@dataclass(slots=True)
class Facts:
    """What joining looks at: a spelling of the group's name, and the roles its people hold."""

    name: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Customs:
    """Countries by how their names reach English news."""

    romanized: frozenset[str]
    german: frozenset[str]
    middle: frozenset[str]


def _build(lexicon: Lexicon) -> _Customs:
    rows = lexicon.rows("countries")
    return _Customs(
        frozenset(r["iso3"] for r in rows if r["script"] == "other" and r["name_order"] != "family_first"),
        frozenset({"DEU", "AUT", "CHE", "LIE", "LUX", "DNK", "NOR", "SWE", "ISL", "FIN", "EST"}),
        frozenset(r["iso3"] for r in rows if r["script"] == "latin" and r["name_order"] == "given_first"),
    )


class _Union:
    """Disjoint sets of person ids; the smallest id stands for its set."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def root(self, person: str) -> str:
        while person in self._up:
            person = self._up[person]
        return person

    def join(self, people: Iterable[str]) -> None:
        first, *rest = sorted({self.root(p) for p in people})
        self._up.update(dict.fromkeys(rest, first))


def join_spellings(ids: Mapping[Group, str], facts: Mapping[Group, Facts], lexicon: Lexicon) -> dict[Group, str]:
    """The ids with more spellings made one person.

    Romanizations of one name in one country (Muammar Gaddafi, Moammar Kadhafi), by rule and then by similarity; umlauts
    written out (Schröder, Schroeder); a name without middle initial or middle name with the only one that has it (John
    Kerry, John F. Kerry).
    """
    customs = lexicon.compiled(_build)
    union = _Union()
    spelt: dict[tuple[str, str], set[str]] = {}
    words_of: dict[str, dict[Words, set[str]]] = {}
    full = {group: f for group, f in sorted(facts.items()) if len(name_words(f.name)) > 1}
    for group, fact in full.items():
        _, _, initials = group[0].partition(INITIALS)
        for country in group[1].split(";"):
            if country in customs.romanized:
                spelt.setdefault((name_key(fact.name, romanized=True) + initials, country), set()).add(ids[group])
                words = tuple(romanized_words(fact.name, open_e=True))
                words_of.setdefault(country + INITIALS + initials, {}).setdefault(words, set()).add(ids[group])
            if country in customs.german:
                spelt.setdefault((name_key(" ".join(german_words(fact.name))) + initials, country), set()).add(
                    ids[group]
                )
    for bundle in (*spelt.values(), *_by_initials(full, ids), *_by_middle_name(full, ids, customs.middle)):
        union.join(bundle)
    for names in words_of.values():
        _join_similar(names, union)
    return {group: union.root(person) for group, person in ids.items()}


def _join_similar(names: dict[Words, set[str]], union: _Union) -> None:
    """Join similar names of one country; every spelling of one person must be similar to every other's."""
    spellings: dict[str, set[Words]] = {}
    for words, people in names.items():
        for person in people:
            spellings.setdefault(union.root(person), set()).add(words)
    for one, other in similar_pairs(names):
        roots = {union.root(p) for p in names[one] | names[other]}
        if len(roots) < 2:
            continue
        groups = sorted(roots)
        if all(
            similar(v, w)
            for k, a in enumerate(groups)
            for b in groups[k + 1 :]
            for v in spellings[a]
            for w in spellings[b]
        ):
            union.join(roots)
            together = set().union(*(spellings[r] for r in roots))
            spellings[union.root(groups[0])] = together


def _by_initials(full: Mapping[Group, Facts], ids: Mapping[Group, str]) -> list[set[str]]:
    """People whose names differ by a middle initial that only one of them has; no country counts as any of one name."""
    found: dict[tuple[str, str], dict[str, set[str]]] = {}
    for group in full:
        base, _, initials = group[0].partition(INITIALS)
        for country in group[1].split(";"):
            found.setdefault((base, country), {}).setdefault(initials, set()).add(ids[group])
    countries_of: dict[str, list[str]] = {}
    for base, country in found:
        countries_of.setdefault(base, []).append(country)
    for base, countries in countries_of.items():
        anywhere = found.get((base, ""), {}) if len(countries) == 2 else {}
        for country in countries:
            for initials, people in anywhere.items() if country else ():
                found[base, country].setdefault(initials, set()).update(people)
    return [
        set().union(*variants.values())
        for variants in found.values()
        if len(variants) > 1 and sum(bool(k) for k in variants) <= 1
    ]


def _by_middle_name(full: Mapping[Group, Facts], ids: Mapping[Group, str], countries: frozenset[str]) -> list[set[str]]:
    """Hillary Clinton and Hillary Rodham Clinton: where one name of the country has more between the same first and
    last words, and both hold an office of one role."""
    short: dict[tuple[str, str, str], list[Group]] = {}
    long: dict[tuple[str, str, str], dict[str, list[Group]]] = {}
    for group, fact in full.items():
        words = name_words(fact.name)
        if group[1] not in countries:
            continue
        key = (words[0], words[-1], group[1])
        if len(words) == 2:
            short.setdefault(key, []).append(group)
        else:
            long.setdefault(key, {}).setdefault(" ".join(words[1:-1]), []).append(group)
    bundles = []
    for key, groups in short.items():
        middles = long.get(key, {})
        if len(middles) == 1 and not any(g[0].partition(INITIALS)[2] for g in groups):
            (theirs,) = middles.values()
            if any(full[a].roles & full[b].roles for a in groups for b in theirs):
                bundles.append({ids[g] for g in (*groups, *theirs)})
    return bundles
