"""People over the whole run: officials of different articles that are one person."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from extractor.lexicon import Lexicon, load_lexicon
from extractor.linking.transliteration import canonical

Row = dict[str, Any]

# Characters that Unicode does not decompose, in the spelling that newspapers use.
_FOLD = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ʻ": "",
        "’": "",
        "'": "",
        "`": "",
        "-": "",
        "‐": "",
        "‑": "",
        ".": " ",
    }
)


def name_words(name: str) -> list[str]:
    """The name's words, folded: without accents, case, hyphens and apostrophes, and without initials in the middle."""
    text = unicodedata.normalize("NFKD", name.casefold().translate(_FOLD))
    words = "".join(c for c in text if not unicodedata.combining(c)).translate(_FOLD).replace(",", " ").split()
    return [w for k, w in enumerate(words) if len(w) > 1 or k in (0, len(words) - 1)]


def name_key(name: str, romanized: bool = False) -> str:
    """The same string for the spellings of one name: "Kim Kye Gwan", "Kim Kye-gwan", "Kye Gwan Kim", "KIM Kyegwan".

    The words are joined, so that it does not matter how a given name is cut, and the smallest rotation of the letters
    is taken, so that it does not matter whether the family name stands first or last: moving it from one end to the
    other rotates the letters.
    """
    words = name_words(name)
    if romanized:
        words = [canonical(w) for w in name_words(name.replace("-", " ")) if w not in ("al", "el", "ul")]
    text = "".join(words)[:200]
    return min((text[k:] + text[:k] for k in range(len(text))), default="")


@dataclass(slots=True)
class _Person:
    key: str
    names: Counter[str] = field(default_factory=Counter)
    countries: set[str] = field(default_factory=set)
    articles: int = 0
    mentions: int = 0
    first_seen: str | None = None
    last_seen: str | None = None
    titles: dict[tuple[str | None, ...], list[Any]] = field(default_factory=dict)


class PeopleLinker:
    """Collects the officials of a run article by article, then tells who is one person.

    Two officials are one person where their full names are the same after folding, in any order of the words, or
    romanize one name in one country, and their countries and middle initials do not exclude each other. A surname alone
    never links: such an official is a person of his own in his article.
    """

    def __init__(self) -> None:
        self._by_group: dict[tuple[str, str], _Person] = {}
        self._merged: dict[tuple[str, str], str] | None = None

    def add(self, rows: dict[str, list[Row]]) -> None:
        """The rows of one article."""
        published = next((a["published"] for a in rows["articles"]), None)
        by_official: dict[str, list[Row]] = {}
        for title in rows["titles"]:
            if title["official_id"]:
                by_official.setdefault(title["official_id"], []).append(title)
        seen: set[tuple[str, str]] = set()
        for official in rows["officials"]:
            group = _group(official)
            person = self._by_group.setdefault(group, _Person(group[0]))
            person.names[official["name"]] += official["n_mentions"] or 1
            person.countries.update(c for c in group[1].split(";") if c)
            person.articles += group not in seen
            seen.add(group)
            person.mentions += official["n_mentions"] or 1
            person.first_seen = _earlier(person.first_seen, published)
            person.last_seen = _later(person.last_seen, published)
            for title in by_official.get(official["official_id"], ()):
                _add_title(person, title, published)
        self._merged = None

    def person_of(self, official: Row) -> str:
        """The person_id of an official that was added."""
        return self._ids()[_group(official)]

    def people(self) -> list[Row]:
        """Rows of the people table, by name."""
        ids = self._ids()
        joined: dict[str, _Person] = {}
        for group in sorted(self._by_group):
            _merge(joined.setdefault(ids[group], _Person(group[0])), self._by_group[group])
        rows = [_row(name, person) for name, person in joined.items()]
        return sorted(rows, key=lambda r: (r["name"], r["person_id"]))

    def _ids(self) -> dict[tuple[str, str], str]:
        """Person by group of (name key, countries).

        A group without a country joins the only country its name has; groups whose countries overlap are one. With two
        countries that exclude each other, the group without stays apart: nothing says which it is.
        """
        if self._merged is not None:
            return self._merged
        by_name: dict[str, list[str]] = {}
        for key, countries in self._by_group:
            by_name.setdefault(key, []).append(countries)
        merged: dict[tuple[str, str], str] = {}
        for key, found in by_name.items():
            clusters = _clusters([set(c.split(";")) for c in found if c])
            names = {c: _person_id(key, ";".join(sorted(c))) for c in map(frozenset, clusters)}
            for countries in found:
                if countries:
                    cluster = next(c for c in names if set(countries.split(";")) <= c)
                    merged[key, countries] = names[cluster]
                elif len(names) == 1:
                    merged[key, ""] = next(iter(names.values()))
                else:
                    merged[key, ""] = _person_id(key, "")
        self._merged = _join(merged, self._by_group)
        return self._merged


def _scripts(lexicon: Lexicon) -> frozenset[str]:
    """Countries whose names reach English news through a romanization that differs from paper to paper."""
    return frozenset(
        r["iso3"] for r in lexicon.rows("countries") if r["script"] == "other" and r["name_order"] != "family_first"
    )


def _romanized(country: str) -> bool:
    found = load_lexicon().compiled(_scripts)
    return any(c in found for c in country.split(";"))


def _join(ids: dict[tuple[str, str], str], groups: dict[tuple[str, str], _Person]) -> dict[tuple[str, str], str]:
    """The ids with more spellings made one person: romanizations of one name in one country (Muammar Gaddafi, Moammar
    Kadhafi), and a name without middle initial with the only one that has it (John Kerry, John F. Kerry)."""
    spelt: dict[tuple[str, str], set[str]] = {}
    initialled: dict[tuple[str, str], dict[str, set[str]]] = {}
    for group in sorted(groups):
        name = min(groups[group].names, default="")
        base, _, initials = group[0].partition("\x1f")
        if len(name_words(name)) < 2:
            continue
        for country in group[1].split(";"):
            if _romanized(country):
                spelt.setdefault((name_key(name, romanized=True) + initials, country), set()).add(ids[group])
            initialled.setdefault((base, country), {}).setdefault(initials, set()).add(ids[group])
    # A name without a country counts with every country that has it.
    countries_of: dict[str, list[str]] = {}
    for base, country in initialled:
        countries_of.setdefault(base, []).append(country)
    for base, countries in countries_of.items():
        anywhere = initialled.get((base, ""), {}) if len(countries) == 2 else {}
        for country in countries:
            for initials, people in anywhere.items() if country else ():
                initialled[base, country].setdefault(initials, set()).update(people)
    joined: dict[str, str] = {}

    def root(person: str) -> str:
        while person in joined:
            person = joined[person]
        return person

    bundles = list(spelt.values())
    for variants in initialled.values():
        with_initials = [k for k in variants if k]
        if len(with_initials) <= 1 and len(variants) > 1:
            bundles.append(set().union(*variants.values()))
    for found in bundles:
        first, *rest = sorted({root(p) for p in found})
        joined.update(dict.fromkeys(rest, first))
    return {group: root(person) for group, person in ids.items()}


def _initials(name: str) -> str:
    """Middle initials, folded: "George W. Bush" → "w"; they tell people apart."""
    words = name.replace(".", ". ").split()[1:-1]
    return "".join(w[0].lower() for w in words if len(w.rstrip(".")) == 1)


def _group(official: Row) -> tuple[str, str]:
    country = official["country"] or ""
    if len(name_words(official["name"])) < 2:
        # A single name links only within its article: "Kim" in two articles may be two people.
        return f"{official['article_id']}\x1f{official['official_id']}", country
    return f"{name_key(official['name'])}\x1f{_initials(official['name'])}", country


def _clusters(groups: list[set[str]]) -> list[set[str]]:
    """Country sets joined where they overlap."""
    out: list[set[str]] = []
    for countries in groups:
        touching = [c for c in out if c & countries]
        out = [c for c in out if not c & countries] + [countries.union(*touching)]
    return out


def _person_id(key: str, countries: str) -> str:
    joined = f"people\x1f{key}\x1f{countries}".encode("utf-8", "surrogatepass")
    return f"pe-{hashlib.sha1(joined, usedforsecurity=False).hexdigest()[:14]}"


def _add_title(person: _Person, title: Row, published: str | None) -> None:
    key = (title["text"], title["role"], title["country"], title["incumbency"])
    known = person.titles.setdefault(key, [None, None, 0])
    known[0], known[1] = _earlier(known[0], published), _later(known[1], published)
    known[2] += 1


def _merge(into: _Person, other: _Person) -> None:
    into.names.update(other.names)
    into.countries |= other.countries
    into.articles += other.articles
    into.mentions += other.mentions
    into.first_seen = _earlier(into.first_seen, other.first_seen)
    into.last_seen = _later(into.last_seen, other.last_seen)
    for key, (first, last, n) in other.titles.items():
        known = into.titles.setdefault(key, [None, None, 0])
        known[0], known[1] = _earlier(known[0], first), _later(known[1], last)
        known[2] += n


def _row(person_id: str, person: _Person) -> Row:
    ranked = sorted(person.names, key=lambda n: (-person.names[n], -len(n), n))
    titles = [
        {
            "text": k[0],
            "role": k[1],
            "country": k[2],
            "incumbency": k[3],
            "first_date": v[0],
            "last_date": v[1],
            "n": v[2],
        }
        for k, v in sorted(person.titles.items(), key=lambda item: (item[1][0] or "9999", [x or "" for x in item[0]]))
    ]
    return {
        "person_id": person_id,
        "name": ranked[0],
        "aliases": ";".join(sorted(n.replace(";", ",") for n in ranked[1:])) or None,
        "country": ";".join(sorted(person.countries)) or None,
        "n_articles": person.articles,
        "n_mentions": person.mentions,
        "first_seen": person.first_seen,
        "last_seen": person.last_seen,
        "titles": json.dumps(titles, ensure_ascii=False),
    }


def _earlier(a: str | None, b: str | None) -> str | None:
    return min((x for x in (a, b) if x), default=None)


def _later(a: str | None, b: str | None) -> str | None:
    return max((x for x in (a, b) if x), default=None)
