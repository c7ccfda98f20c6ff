"""Which lexicon files exist, their columns, and the columns that identify a row (so that an overlay can replace it)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LexiconFile:
    """One CSV file: its name without suffix, columns besides `source`, key columns, and vocabularies by column."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    description: str
    vocabularies: tuple[tuple[str, str], ...] = ()


_FILES = (
    LexiconFile("countries", ("iso3", "name", "iso2", "name_order", "dollar"), ("iso3",), "countries and name order"),
    LexiconFile("places", ("surface", "iso3", "kind", "weak"), ("surface", "iso3"), "country names, demonyms, cities"),
    LexiconFile(
        "organizations", ("surface", "kind", "country", "parent"), ("surface", "country"), "known bodies",
        (("kind", "organization_kind"),),
    ),
    LexiconFile(
        "organization_heads", ("head", "kind"), ("head",), "head nouns of organization names",
        (("kind", "organization_kind"),),
    ),
    LexiconFile(
        "titles", ("head", "role", "portfolio", "country", "generic"), ("head", "country"), "title heads",
        (("role", "role"),),
    ),
    LexiconFile(
        "title_roles", ("head", "org_kind", "role"), ("head", "org_kind"), "role by head and kind of organization",
        (("role", "role"), ("org_kind", "organization_kind")),
    ),
    LexiconFile("title_modifiers", ("surface", "kind", "value"), ("surface", "kind"), "incumbency and rank words"),
    LexiconFile("portfolios", ("surface", "portfolio"), ("surface",), "words before minister or ministry"),
    LexiconFile("honorifics", ("surface", "kind"), ("surface",), "honorifics, name suffixes and particles"),
    LexiconFile("family_names", ("surface", "name_order", "country"), ("surface",), "family names written first"),
    LexiconFile("boilerplate", ("pattern", "kind"), ("pattern",), "lines that are not part of the story"),
    LexiconFile("irregular_forms", ("form", "pos", "lemma"), ("form", "pos"), "irregular inflection"),
)  # fmt: skip

CATALOG: dict[str, LexiconFile] = {f.name: f for f in _FILES}


def register(file: LexiconFile) -> None:
    """Add a file to the catalog. A component declares the files it reads; a second, different declaration is an error."""
    known = CATALOG.setdefault(file.name, file)
    if known != file:
        raise ValueError(f"lexicon file {file.name} is declared twice")


