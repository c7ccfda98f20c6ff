"""Regular English inflection: the forms under which a lexicon verb or noun stands in a text."""

from __future__ import annotations

_VOWELS = "aeiou"


def verb_forms(lemma: str, irregular: str = "") -> set[str]:
    """All forms of a verb, lower case. `irregular`: forms that are not regular, joined by ";" (past and
    participle, "said").
    """
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) else lemma
    third = (
        lemma[:-1] + "ies"
        if _consonant_y(lemma)
        else lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    )
    forms = {lemma, third, stem + "ing"}
    extra = {form for form in irregular.split(";") if form}
    if not any(not form.endswith("ing") for form in extra):
        forms.add(lemma[:-1] + "ied" if _consonant_y(lemma) else lemma + ("d" if lemma.endswith("e") else "ed"))
    return forms | extra


def noun_forms(lemma: str) -> set[str]:
    """Singular and regular plural of a noun, lower case."""
    if _consonant_y(lemma):
        return {lemma, lemma[:-1] + "ies"}
    return {lemma, lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")}


def _consonant_y(word: str) -> bool:
    return word.endswith("y") and len(word) > 2 and word[-2] not in _VOWELS
