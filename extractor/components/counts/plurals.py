"""Grammatical number of nouns: singular forms, and plurals that a tag does not show."""

from __future__ import annotations

from extractor.components.counts.vocabulary import CountWords
from extractor.language.lemmas import lemma_of
from extractor.language.tokens import TokenTable

# Second parts of nouns that take their plural inside: passers-by, runners-up.
AFTER_HYPHEN = frozenset({"by", "up", "in", "on"})


def singular(tokens: TokenTable, i: int, words: CountWords) -> str:
    """Singular of the noun at token `i`, lower case; "people" is the plural of person."""
    word = tokens.lower[i]
    if word == "people":
        return "person"
    tag = tokens.tag[i]
    if word[-1] == "s" and word[:-1].isdigit():
        return word[:-1]
    if word.endswith("children"):
        return word[:-3]
    if word in ("men", "women"):
        return word[:-2] + "an"
    if word.endswith("men") and len(word) > 5 and word not in words.cues["singular_in_men"]:
        return word[:-2] + "an"
    if tokens.text[i][:-1].isupper() and tokens.text[i][-1] == "s" and len(word) > 2:
        return word[:-1]
    if (
        i + 2 < tokens.n
        and tokens.lower[i + 1] == "-"
        and tokens.lower[i + 2] in AFTER_HYPHEN
        and tokens.end[i] == tokens.start[i + 1]
    ):
        return lemma_of(word, "NNS") + "-" + tokens.lower[i + 2]
    if tag == "NNS":
        lemma = tokens.lemma[i]
        slip = lemma.endswith(("ie", "xe")) or word.endswith(("oses", "ouses")) and lemma + "es" == word
        if lemma == word or slip:
            # left as it is, or a slip: "doses" is of "dose"
            return lemma_of(word, "NNS")
        return lemma
    if word.endswith("is") and tag in ("NNP", "NNPS", "JJ"):
        # "Tutsis", "Iraqis"
        return word[:-1]
    if tag == "NNPS" or (
        tag in ("NNP", "JJ", "VBZ", "NN", "UH", "VB", "VBP", "RB", "FW", "CD")
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "os"))
    ):
        return lemma_of(word, "NNS")
    # "consortia", "criteria" and the like, whatever the tag
    return word if word.endswith("s") else lemma_of(word, "NNS")


def is_plural(tokens: TokenTable, i: int, words: CountWords) -> bool:
    """Whether the token is a plural noun, by tag or by the list of nouns that look the same in both numbers."""
    word = tokens.lower[i]
    if word in words.cues["no_plural"]:
        return False
    if tokens.tag[i] in ("NNS", "NNPS"):
        return not word[0].isdigit() or len(word) > 2
    if word[-1] == "s" and word[:-1].isdigit():
        # "18 777s"
        return len(word) == 4
    if word in words.cues["invariant"]:
        return tokens.tag[i] not in ("VBD", "VBN")
    if (
        word.endswith("s")
        and len(word) > 2
        and tokens.tag[i] not in ("POS", "DT", "PRP", "PRP$", "IN", "CC", "WDT", "MD")
    ):
        if word.endswith("is") and word[:-1] in words.units:
            return True
        # a noun that the tagger takes for a verb ("198 suspects across 34 provinces"), an abbreviation ("MPs", "NGOs")
        if lemma_of(word, "NNS") in words.units and lemma_of(word, "NNS") != word:
            return True
        if tokens.text[i][:-1].isupper() and tokens.text[i][-1] == "s":
            return True
    # a taggers' slip: "Syrians" as NNP, "killings" as NN
    return (
        word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s"))
        and tokens.tag[i] in ("NNP", "NN")
        and len(word) > 3
    )
