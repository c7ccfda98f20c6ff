"""The title lexicon, compiled: heads with plurals, modifiers, portfolios, roles by kind of organization."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.lexicon import Lexicon, PhraseTrie, split_words
from extractor.lexicon.casing import common_words
from extractor.linking.cues import title_cues


@dataclass(frozen=True, slots=True)
class Head:
    """One title head: its singular form, role, implied portfolio and country, whether it is weak by itself,
    a plural form, or one that counts only in capitals (MP)."""

    head: str
    role: str
    portfolio: str | None
    country: str | None
    generic: bool
    plural: bool = False
    capital: bool = False


@dataclass(frozen=True, slots=True)
class TitleLexicon:
    heads: PhraseTrie[Head]
    incumbency: dict[tuple[str, ...], str]
    ranks: frozenset[str]
    grades: frozenset[str]
    outside: frozenset[str]
    namesakes: frozenset[str]
    made_of: frozenset[str]
    assemblies: frozenset[str]
    facilities: frozenset[str]
    regions: frozenset[str]
    temporal: frozenset[str]
    other_senses: frozenset[tuple[str, str]]
    honorifics: frozenset[str]
    common: frozenset[str]
    attributes: dict[str, str]
    portfolios: dict[tuple[str, ...], str]
    roles: dict[tuple[str, str], str]
    country_roles: dict[tuple[str, str], tuple[str, str | None]]
    verbs: dict[str, tuple[str, str, str]]
    offices: frozenset[str]
    tenures: frozenset[str]
    reporting: frozenset[str]
    union_heads: dict[str, str]
    personal_bodies: dict[str, str]
    classes: dict[str, frozenset[str]]

    def of(self, kind: str) -> frozenset[str]:
        """Words of one kind of `title_cues`, in small letters; none where an overlay has taken all of them out."""
        return self.classes.get(kind, _NONE)


_NONE: frozenset[str] = frozenset()
# Words that leave the noun before them the head of a plural, as those of kind `postnominal` do: "secretaries of state".
_BEHIND_NOUN = frozenset({"of", "for", "in", "at"})


def pluralise(word: str) -> str:
    """Regular plural of one English noun; irregular ones are data (title_variants)."""
    if word.endswith(("man", "woman")):
        return word[:-2] + "en"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    return word + "s"


def plural_of(head: str, postnominal: frozenset[str]) -> str:
    """Regular plural of a head: the noun before a preposition or a postnominal ("attorneys general") takes the ending,
    else the last word."""
    if head.endswith("."):
        return head[:-1] + "s."
    words = head.split()
    marks = (i for i, w in enumerate(words[1:]) if w in _BEHIND_NOUN or w in postnominal)
    at = next(marks, len(words) - 1)
    return " ".join([*words[:at], pluralise(words[at]), *words[at + 1 :]])


def _classes(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    classes: dict[str, set[str]] = {}
    for row in lexicon.rows("title_cues"):
        classes.setdefault(row["kind"], set()).add(row["surface"].lower())
    return {kind: frozenset(words) for kind, words in classes.items()}


def _valued(lexicon: Lexicon, kind: str) -> dict[str, str]:
    return {r["surface"].lower(): r["value"] for r in lexicon.rows("title_cues") if r["kind"] == kind}


def _build(lexicon: Lexicon) -> TitleLexicon:
    classes = _classes(lexicon)
    plural_only, grade_values = classes.get("plural_only", _NONE), classes.get("grade", _NONE)
    # Abbreviations whose plural would be a word: "of the press."
    no_plural = classes.get("abbreviation_without_plural", _NONE)
    postnominal = classes.get("postnominal", _NONE)
    heads: dict[tuple[str, ...], Head] = {}
    for row in lexicon.rows("titles"):
        head = Head(row["head"], row["role"], row["portfolio"] or None, row["country"] or None, row["generic"] == "1")
        if row["head"] in plural_only:
            head = replace(head, plural=True)
        words = split_words(row["head"])
        if words in heads and heads[words].country != head.country:
            # A head of several countries implies none.
            head = Head(
                head.head, heads[words].role, heads[words].portfolio, None, head.generic and heads[words].generic
            )
        heads[words] = head
    by_name = {h.head: h for h in heads.values()}
    common = lexicon.compiled(common_words)
    for row in lexicon.rows("title_variants"):
        named = by_name.get(row["head"])
        if named is not None:
            variant = replace(named, plural=row["kind"] == "plural", capital=row["kind"] == "initialism")
            if row["kind"] == "abbreviation":  # the tokenizer keeps their full stops, see language.pipeline
                words = tuple(row["surface"].split())
                heads.setdefault(words, variant)
                if words[0].endswith("."):
                    heads[words[0][:-1], ".", *words[1:]] = variant  # as taggers' own exceptions split it
                plain = row["surface"][:-1] + "s"
                if row["surface"].endswith(".") and row["surface"] not in no_plural and plain not in common:
                    plural = row["surface"][:-1] + "s."
                    heads.setdefault(tuple(plural.split()), replace(named, plural=True, capital=True))
            else:
                heads.setdefault(split_words(row["surface"]), variant)
    for head in list(by_name.values()):
        if head.head in no_plural:
            continue
        heads.setdefault(split_words(plural_of(head.head, postnominal)), replace(head, plural=True))
    for words, head in list(heads.items()):
        if len(words) == 2 and "-" not in words:  # "then-prime-minister"
            heads.setdefault((words[0], "-", words[1]), head)
    incumbency, ranks, grades, outside, attributes = {}, set(), set(), set(), {}
    kinds = ("namesake", "made_of", "assembly", "facility", "region", "temporal")
    other_senses: set[tuple[str, str]] = set()
    sets: dict[str, set[str]] = {kind: set() for kind in kinds}
    for row in lexicon.rows("title_modifiers"):
        surface = row["surface"].lower().strip("-")
        if row["kind"] == "incumbency":
            incumbency[split_words(surface)] = row["value"]
        elif row["kind"] == "rank":
            ranks.add(surface)
            if row["value"] in grade_values:
                grades.add(surface)
        elif row["kind"] == "other_sense":
            other_senses.update((surface, head) for head in row["value"].split(";"))
        elif row["kind"] in sets:
            sets[row["kind"]].add(surface)
        elif row["kind"] == "attribute":
            attributes[surface] = row["value"]
        else:
            outside.add(surface)
    portfolios = {split_words(r["surface"]): r["portfolio"] for r in lexicon.rows("portfolios")}
    roles = {(r["head"], r["org_kind"]): r["role"] for r in lexicon.rows("title_roles")}
    country_roles = {
        (r["head"], r["country"]): (r["role"], r["portfolio"] or None) for r in lexicon.rows("title_country_roles")
    }
    verbs = {r["verb"]: (r["holder"], r["incumbency"], r["preposition"]) for r in lexicon.rows("title_verbs")}
    return TitleLexicon(
        PhraseTrie(heads.items()), incumbency, frozenset(ranks), frozenset(grades), frozenset(outside),
        frozenset(sets["namesake"]), frozenset(sets["made_of"]),
        frozenset(sets["assembly"]),
        frozenset(sets["facility"]), frozenset(sets["region"]), frozenset(sets["temporal"]),
        frozenset(other_senses),
        frozenset(r["surface"].lower() for r in lexicon.rows("honorifics") if r["kind"] == "honorific"),
        common,
        attributes, portfolios,
        roles, country_roles, verbs, title_cues(lexicon).offices, title_cues(lexicon).tenures,
        frozenset(r["lemma"] for r in lexicon.rows("reporting_verbs")),
        _valued(lexicon, "union_head"), _valued(lexicon, "personal_body"), classes,
    )  # fmt: skip


def title_lexicon(lexicon: Lexicon) -> TitleLexicon:
    return lexicon.compiled(_build)
