"""People over the whole run: officials of different articles that are one person."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from extractor.lexicon import Lexicon, load_lexicon
from extractor.linking.joining import INITIALS, Facts, join_spellings
from extractor.linking.leaders import full_name_at_body, full_name_of
from extractor.linking.name_keys import middle_initials, name_key, name_words

Row = dict[str, Any]


@dataclass(slots=True)
class _Person:
    key: str
    names: Counter[str] = field(default_factory=Counter)
    full: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    articles: int = 0
    mentions: int = 0
    first_seen: str | None = None
    last_seen: str | None = None
    roles: set[str] = field(default_factory=set)
    titles: dict[tuple[str | None, ...], list[Any]] = field(default_factory=dict)


class PeopleLinker:
    """Collects the officials of a run article by article, then tells who is one person.

    Two officials are one person where their full names are the same after folding, in any order of the words, or are
    spellings of one name in one country (see `linking.joining`), and their countries and middle initials do not exclude
    each other. A surname alone never links: such an official is a person of his own in his article, unless his office,
    country and day name one holder of `leaders.csv`.
    """

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon or load_lexicon()
        self._by_group: dict[tuple[str, str], _Person] = {}
        # Full names of officials whom the article calls by a surname, see _group.
        self._known: dict[tuple[str, str], str] = {}
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
            full = self._full_name(official, published)
            if full is not None and full != official["name"]:
                self._known[official["article_id"], official["official_id"]] = full
            group = _group(official, full)
            person = self._by_group.setdefault(group, _Person(group[0]))
            person.names[official["name"]] += official["n_mentions"] or 1
            person.countries.update(c for c in group[1].split(";") if c)
            person.articles += group not in seen
            seen.add(group)
            if full is not None:
                person.full.add(full)
            if official.get("role"):
                person.roles.add(official["role"])
            person.mentions += official["n_mentions"] or 1
            person.first_seen = _earlier(person.first_seen, published)
            person.last_seen = _later(person.last_seen, published)
            for title in by_official.get(official["official_id"], ()):
                _add_title(person, title, published)
        self._merged = None

    def person_of(self, official: Row) -> str:
        """The person_id of an official that was added."""
        known = self._known.get((official["article_id"], official["official_id"]))
        return self._ids()[_group(official, known or self._full_name(official, None))]

    def people(self) -> list[Row]:
        """Rows of the people table, by name."""
        ids = self._ids()
        joined: dict[str, _Person] = {}
        for group in sorted(self._by_group):
            _merge(joined.setdefault(ids[group], _Person(group[0])), self._by_group[group])
        rows = [_row(name, person) for name, person in joined.items()]
        return sorted(rows, key=lambda r: (r["name"], r["person_id"]))

    def _full_name(self, official: Row, published: str | None) -> str | None:
        """The name if it is full, or the holder's whom a surname means by office, country and day; else None."""
        name, role, country = str(official["name"]), official.get("role"), official["country"]
        if len(name_words(name)) > 1:
            return name
        if not country and role == "intergovernmental":
            return full_name_at_body(name, published, self._lexicon)
        return full_name_of(name, role, country, published, self._lexicon) if country else None

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
        facts = {g: Facts(min(p.full, default=""), frozenset(p.roles)) for g, p in self._by_group.items()}
        self._merged = join_spellings(merged, facts, self._lexicon)
        return self._merged


def _group(official: Row, full: str | None) -> tuple[str, str]:
    country = official["country"] or ""
    if full is None:
        # A single name links only within its article: "Kim" in two articles may be two people.
        return f"{official['article_id']}{INITIALS}{official['official_id']}", country
    return f"{name_key(full)}{INITIALS}{middle_initials(full)}", country


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
    into.full |= other.full
    into.roles |= other.roles
    into.first_seen = _earlier(into.first_seen, other.first_seen)
    into.last_seen = _later(into.last_seen, other.last_seen)
    for key, (first, last, n) in other.titles.items():
        known = into.titles.setdefault(key, [None, None, 0])
        known[0], known[1] = _earlier(known[0], first), _later(known[1], last)
        known[2] += n


def _row(person_id: str, person: _Person) -> Row:
    ranked = sorted(person.names, key=lambda n: (len(name_words(n)) < 2, -person.names[n], -len(n), n))
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
