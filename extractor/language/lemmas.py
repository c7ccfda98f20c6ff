"""Lemmas by rule, for pipelines without: irregular forms from the lexicon, else suffix rules by Penn Treebank tag."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.lexicon import Lexicon, load_lexicon


def _irregular(lexicon: Lexicon) -> dict[tuple[str, str], str]:
    return {(r["form"], r["pos"]): r["lemma"] for r in lexicon.rows("irregular_forms")}


@lru_cache(maxsize=200_000)
def lemma_of(lower: str, tag: str) -> str:
    """Lemma of a lower-case word form by Penn Treebank tag: ("lifted", "VBD") → "lift", ("talks", "NNS") → "talk"."""
    irregular = load_lexicon().compiled(_irregular)
    if tag.startswith("V") or tag == "MD":
        return irregular.get((lower, "verb")) or _verb(lower, tag)
    if tag == "NNS":
        return irregular.get((lower, "noun")) or _plural(lower)
    if tag in ("JJR", "JJS", "RBR", "RBS"):
        return irregular.get((lower, "adjective"), lower)
    return lower


def _plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "tzes")):
        return word[:-2]
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _verb(word: str, tag: str) -> str:
    """Regular inflection only; a dropped e or a doubled consonant is listed in irregular_forms."""
    if tag == "VBZ":
        if word.endswith("ies") and len(word) > 4:
            return word[:-3] + "y"
        if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
            return word[:-2]
        return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    if tag in ("VBD", "VBN") and word.endswith("ed") and len(word) > 3:
        return word[:-3] + "y" if word.endswith("ied") and len(word) > 4 else word[:-2]
    if tag == "VBG" and word.endswith("ing") and len(word) > 4:
        return word[:-3]
    return word


# After these letters no silent e was dropped: "abducted" is of "abduct", "embraced" may be of "embrace".
_NO_E = re.compile(
    r"(?:[cpflnrx]t|[cnrls]k|ss|ll|ff|[mlr]p|[rl]m|[rw]n|[nlrw]d|[aeo]w|[a-z]{2}y|[sc]h|x"
    r"|ion|[dfhkpst]en|[eiou]st|oot|[eo]ad|[bdgkmnptwz]er)$"
)


@lru_cache(maxsize=200_000)
def mended(lower: str, tag: str, lemma: str) -> str:
    """A pipeline's lemma, lower case, with the slips of trained lemmatizers put right.

    Listed irregular forms come first, and no "e" is added where English has none ("abducte").
    """
    if tag.startswith("V") or tag == "NNS":
        listed = load_lexicon().compiled(_irregular).get((lower, "noun" if tag == "NNS" else "verb"))
        if listed is not None:
            return listed
        if lemma.endswith("e") and tag in ("VBD", "VBN", "VBG"):
            stem = lower[:-2] if lower.endswith("ed") else lower[:-3]
            if lemma == stem + "e" and _NO_E.search(stem):
                return stem
            if lemma == stem + "e" and stem.endswith("ifi"):
                return stem[:-1] + "y"
        if lemma.lower() == lower and tag in ("VBD", "VBN") and lower.endswith("ed") and len(lower) > 4:
            # left as it is: "vetoed"; a dropped e is likely after these letters only
            return lower[:-1] if lower[-3] in "cvgzsu" and not _NO_E.search(lower[:-2]) else _verb(lower, tag)
    return lemma.lower()
