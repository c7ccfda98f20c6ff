"""Which lexicon files exist, their columns, and the columns that identify a row (so that an overlay can replace it)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LexiconFile:
    """One CSV file: its name without suffix, columns besides `source`, key columns, vocabularies by column, and columns
    of numbers. Columns `country` and `iso3` hold ISO 3166-1 alpha-3 codes, joined by ";".
    """

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    description: str
    vocabularies: tuple[tuple[str, str], ...] = ()
    numbers: tuple[str, ...] = ()


_FILES = (
    LexiconFile(
        "countries", ("iso3", "name", "iso2", "name_order", "dollar", "script"), ("iso3",), "countries and name order",
    ),
    LexiconFile(
        "places", ("surface", "iso3", "kind", "weak"), ("surface", "iso3"), "country names, demonyms, cities",
        numbers=("weak",),
    ),
    LexiconFile("place_nouns", ("surface",), ("surface",), "nouns that end the names of places"),
    LexiconFile("country_codes", ("code", "iso3"), ("code",), "country codes of sports, where not those of ISO"),
    LexiconFile("religions", ("surface",), ("surface",), "religions, which are not places"),
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
        (("role", "role"),), numbers=("generic",),
    ),
    LexiconFile(
        "title_roles", ("head", "org_kind", "role"), ("head", "org_kind"), "role by head and kind of organization",
        (("role", "role"), ("org_kind", "organization_kind")),
    ),
    LexiconFile("office_states", ("office", "rule", "country"), ("office", "rule"), "which states have which offices"),
    LexiconFile(
        "title_variants", ("surface", "head", "kind"), ("surface", "kind"), "abbreviations and irregular plurals",
    ),
    LexiconFile(
        "title_country_roles", ("head", "country", "role", "portfolio"), ("head", "country"),
        "role by head and country", (("role", "role"),),
    ),
    LexiconFile("title_modifiers", ("surface", "kind", "value"), ("surface", "kind"), "incumbency and rank words"),
    LexiconFile(
        "title_verbs", ("verb", "holder", "incumbency", "preposition"), ("verb",), "verbs that tie a person to a title",
        (("incumbency", "incumbency"),),
    ),
    LexiconFile("release_cues", ("surface", "country", "kind"), ("surface",), "phrases of texts that a state issues"),
    LexiconFile(
        "title_cues", ("kind", "surface", "value"), ("kind", "surface"), "words around titles and names",
    ),
    LexiconFile(
        "linking_cues", ("class", "word"), ("class", "word"), "words in and around names of bodies, places and offices",
    ),
    LexiconFile("title_references", ("noun", "roles"), ("noun",), "nouns that refer back to holders of these roles"),
    LexiconFile("portfolios", ("surface", "portfolio"), ("surface",), "words before minister or ministry"),
    LexiconFile("honorifics", ("surface", "kind"), ("surface",), "honorifics, name suffixes and particles"),
    LexiconFile("name_origins", ("part", "kind", "countries"), ("part", "kind"), "where names of a kind are usual"),
    LexiconFile("family_names", ("surface", "name_order", "country"), ("surface",), "family names written first"),
    LexiconFile(
        "leaders", ("name", "family_name", "aliases", "country", "role", "title", "from", "to"),
        ("name", "title", "from"), "who held high office when", (("role", "role"),),
    ),
    LexiconFile("layout_cues", ("class", "word"), ("class", "word"), "words of lines around a story"),
    LexiconFile("boilerplate", ("pattern", "kind", "where"), ("pattern",), "lines that are not part of the story"),
    LexiconFile(
        "measures", ("measure", "description", "gsdb", "ties", "opensanctions"), ("measure",),
        "measures and their mappings", (("measure", "measure"),),
    ),
    LexiconFile("sanction_nouns", ("phrase", "kind", "measures"), ("phrase", "kind"), "nouns that name a sanction"),
    LexiconFile(
        "sanction_objects", ("phrase", "group", "measure"), ("phrase", "group"), "what is cut, frozen or banned",
    ),
    LexiconFile(
        "sanction_verbs", ("lemma", "frame", "action", "stage"), ("lemma", "frame", "action"),
        "verbs and nouns of action",
    ),
    LexiconFile(
        "stage_cues", ("cue", "kind", "stage", "holder"), ("cue", "kind"), "words that say how far an action has come",
    ),
    LexiconFile("sanction_senses", ("word", "kind"), ("word", "kind"), "words of the other senses of sanction and ban"),
    LexiconFile(
        "sanction_parties", ("word", "kind"), ("word", "kind"), "nouns of those who impose and those who are hit",
    ),
    LexiconFile(
        "sanction_cues", ("class", "word"), ("class", "word"), "words around measures, acts and parties, by class",
    ),
    LexiconFile(
        "sanction_weights", ("decision", "evidence", "weight"), ("decision", "evidence"),
        "what speaks for a row, its parties and its being right, in log-odds",
        numbers=("weight",),
    ),
    LexiconFile("sanction_bodies", ("surface", "country"), ("surface",), "authorities that impose sanctions"),
    LexiconFile("sanction_issuers", ("surface", "country"), ("surface",), "offices that put out a state's own texts"),
    LexiconFile("sanction_laws", ("surface", "country"), ("surface",), "lists and laws that only one state has"),
    LexiconFile("sanction_regimes", ("country", "regime"), ("country",), "states under a standing sanctions regime"),
    LexiconFile(
        "cameo", ("action", "stage", "measure", "code"), ("action", "stage", "measure"),
        "CAMEO code by action and stage",
    ),
    LexiconFile("timex_words", ("surface", "class", "value"), ("surface", "class"), "words of time expressions"),
    LexiconFile("timex_days", ("surface", "rule"), ("surface",), "holidays and other named days"),
    LexiconFile(
        "timex_national_days", ("surface", "country", "rule"), ("surface", "country"),
        "named days that differ by country",
    ),
    LexiconFile(
        "timex_context", ("surface", "class"), ("surface", "class"), "words that tell dates from names and counts",
    ),
    LexiconFile("timex_verbs", ("lemma", "use"), ("lemma", "use"), "verbs and nouns that say what a date is for"),
    LexiconFile(
        "number_words", ("word", "role", "value", "low", "high"), ("word", "role"), "number words",
        numbers=("value", "low", "high"),
    ),
    LexiconFile("count_cues", ("surface", "cue", "value"), ("surface", "cue"), "words around numbers"),
    LexiconFile(
        "count_predicates", ("lemma", "role", "kind"), ("lemma", "role"),
        "verbs and nouns that tell what happened to those counted",
    ),
    LexiconFile(
        "units", ("unit", "kind", "person"), ("unit",), "counted nouns", (("kind", "count_kind"),), ("person",),
    ),
    LexiconFile("measures_units", ("surface", "unit", "dimension"), ("surface",), "units of measurement"),
    LexiconFile(
        "currencies", ("surface", "position", "country", "code", "factor"), ("surface", "position", "country"),
        "currency signs and words, ISO 4217", numbers=("factor",),
    ),
    LexiconFile(
        "meeting_nouns", ("lemma", "kind", "strength", "form"), ("lemma",), "nouns for meetings, talks and visits",
        (("kind", "meeting_kind"),),
    ),
    LexiconFile("meeting_cues", ("surface", "cue"), ("surface", "cue"), "words around a meeting's noun"),
    LexiconFile(
        "meeting_verbs", ("lemma", "kind", "pattern", "forms"), ("lemma",), "verbs of meeting and visiting",
        (("kind", "meeting_kind"),),
    ),
    LexiconFile(
        "status_cues", ("lemma", "status", "use", "forms"), ("lemma", "use"),
        "words that tell whether a meeting took place", (("status", "meeting_status"),),
    ),
    LexiconFile(
        "reporting_verbs", ("lemma", "act", "frames", "preposition", "forms"), ("lemma",),
        "verbs of saying, their act and complements", (("act", "statement_act"),),
    ),
    LexiconFile("statement_cues", ("class", "word"), ("class", "word"), "words around verbs of saying and speakers"),
    LexiconFile("speaker_nouns", ("lemma", "kind"), ("lemma",), "nouns for those who speak"),
    LexiconFile("lowercase_words", ("word", "form"), ("word",), "usual casing of common words"),
    LexiconFile("irregular_forms", ("form", "pos", "lemma"), ("form", "pos"), "irregular inflection"),
)  # fmt: skip

CATALOG: dict[str, LexiconFile] = {f.name: f for f in _FILES}
