"""Which part of a full name is the family name, by the naming custom of the country and the name itself."""

from __future__ import annotations

import re

from extractor.lexicon import Lexicon
from extractor.linking.names import NameLexicon, fold, name_lexicon

_EAST_SYLLABLE = re.compile(r"[A-Z]?[a-z]{1,6}(-[a-z]{1,6})?")
_ONE_SYLLABLE = re.compile(r"[A-Z]?[a-z]?[^aeiou\W\d]{0,2}[aeiouy]{1,3}(?:ng|[nmkplth])?", re.IGNORECASE)
# One Hanyu Pinyin syllable; a given name written together has two: "jinping", "keqiang".
_PINYIN = (
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?"
    r"(?:[iu]?ang|[iu]?an|i?ong|eng|ing|[iu]?en|in|un|iao|ao|uai|ai|ei|ui|ou|iu|ia|ie|ua|uo|ue|er|a|o|e|i|u)"
)
_PINYIN_PAIR = re.compile(rf"{_PINYIN}{_PINYIN}")


# Countries where no family name goes with the particle of a father's name.
_MALAY = frozenset({"MYS", "BRN", "SGP", "IDN"})


def split_name(
    name: str, country: str | None, lexicon: Lexicon, given_only: bool = False
) -> tuple[str | None, str | None]:
    """(given name, family name) of a full name by the naming custom of the country and the name itself.

    Chinese, Korean, Vietnamese and Cambodian names put the family name first; Burmese, Ethiopian and Eritrean names
    have none; Spanish names have two; particles ("von der", "al-") belong to the family name. given_only: of royals and
    popes.
    """
    lex = name_lexicon(lexicon)
    words = name.replace(",", "").split()
    if given_only:
        return " ".join(words), None
    while len(words) > 1 and words[-1].lower().rstrip(".") in {s.rstrip(".") for s in lex.suffixes}:
        words = words[:-1]
    first_country = (country or "").split(";")[0]
    order = lex.orders.get(first_country, "")
    if order == "none" or first_country in ("ETH", "ERI"):
        return " ".join(words), None
    if len(words) == 1 or fold(" ".join(words)) in lex.double:
        return None, " ".join(words)
    if len(words[-1].rstrip(".")) == 1:
        return " ".join(words), None  # "Michael H."
    if _family_first(words, first_country, order, lex):
        return " ".join(words[1:]), words[0]
    start = len(words) - 1
    while (
        start > 1
        and words[start - 1].lower() in lex.particles
        and (words[start - 1].lower() not in lex.of_fathers or _is_family(words, start - 1, first_country))
    ):
        start -= 1
    if start == len(words) - 1 and len(words) >= 3 and order in ("two_surnames", "double_last"):
        given_pair = order == "two_surnames" and len(words) == 3 and fold(words[1]) in lex.second_given
        if not given_pair and not words[-2].endswith("."):
            start -= 1
    return " ".join(words[:start]), " ".join(words[start:])


def _is_family(words: list[str], i: int, country: str) -> bool:
    """ "Osama bin Laden", "Ahmed Ben Bella": the patronymic is the family name; a Malay's tells only his father."""
    return words[i].lower() in ("bin", "ben") and i == len(words) - 2 and country not in _MALAY


def bears_name_of(name: str, country: str, lexicon: Lexicon) -> bool:
    """Whether a full name can be one of that country's, where its names are easily told from others.

    Chinese, Korean and Vietnamese family names are few and known; other countries' names say too little.
    """
    lex = name_lexicon(lexicon)
    words = [w.lower() for w in name.replace(",", "").split()]
    if len(words) < 2:
        return True
    known = [lex.family_first[w] for w in (words[0], words[-1]) if w in lex.family_first]
    if country in _FEW_FAMILY_NAMES:
        return any(country in countries for countries in known)
    first = lex.family_first.get(words[0])
    # "Kim Soon-hee": family name first, a hyphened given name
    return not (first and len(words) == 2 and "-" in words[1] and country not in first)


# Nearly everybody there bears one of the listed names.
_FEW_FAMILY_NAMES = frozenset({"CHN", "KOR", "PRK", "VNM", "TWN"})


def _family_first(words: list[str], country: str, order: str, lex: NameLexicon) -> bool:
    first, last = words[0].lower(), words[-1].lower()
    if words[0].isupper() and len(words[0]) > 1 and not words[-1].isupper() and "." not in words[0]:
        return True  # "KIM Kye-gwan" marks the family name itself
    known = first in lex.family_first
    if order == "family_first":
        # Some of these countries' people write a western given name first: "Carrie Lam".
        if country in _FEW_FAMILY_NAMES and not known:
            return False
        return known or last not in lex.family_first
    if country in ("", *lex.either.get(first, ())) and first in lex.either:
        return len(words) == 2 and last not in lex.either
    if country:
        return False
    # Country unknown: a listed family name first, syllables of such a language after it, and no listed name last.
    tail = words[1:]
    return (
        known
        and (last not in lex.family_first or len(words) == 3)
        and (
            len(words) == 2
            and ("-" in tail[0] or bool(_PINYIN_PAIR.fullmatch(tail[0].lower())))
            or len(words) == 3
            and all((_ONE_SYLLABLE if first in lex.given_too else _EAST_SYLLABLE).fullmatch(w) for w in tail)
        )
    )
