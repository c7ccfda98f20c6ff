"""Keys under which the spellings of one name meet: order-free, without accents, undoing romanizations."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from extractor.linking.transliteration import canonical

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


@lru_cache(maxsize=50_000)
def name_words(name: str) -> tuple[str, ...]:
    """The name's words, folded: without accents, case, hyphens and apostrophes, and without initials in the middle."""
    text = name.casefold().translate(_FOLD)
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_FOLD)
    words = text.replace(",", " ").split()
    return tuple(w for k, w in enumerate(words) if len(w) > 1 or k in (0, len(words) - 1))


# Articles and links within Arabic and Hebrew names, as they are written in full or run into the next letter.
_ARTICLES = frozenset({"al", "el", "ul", "as", "ash", "at", "ad", "ar", "az"})
_LINKS = {"ibn": "bin", "ben": "bin"}
_WRITTEN_OUT = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))


def romanized_words(name: str, open_e: bool = False) -> list[str]:
    """The words in one romanization, without articles: Abd al-Fattah, Abdul Fattah → abdal, fatah; open_e as there."""
    words = name_words(name.replace("-", " "))
    return [canonical(_LINKS.get(w, w), open_e) for k, w in enumerate(words) if not k or w not in _ARTICLES]


def german_words(name: str) -> list[str]:
    """The words with written-out umlauts undone: Schroeder, Schröder → schroder."""
    words = list(name_words(name))
    for pair, letter in _WRITTEN_OUT:
        words = [w.replace(pair, letter) for w in words]
    return words


def name_key(name: str, romanized: bool = False) -> str:
    """The same string for the spellings of one name: "Kim Kye Gwan", "Kim Kye-gwan", "Kye Gwan Kim", "KIM Kyegwan".

    The words are joined, so that it does not matter how a given name is cut, and the smallest rotation of the letters
    is taken, so that it does not matter whether the family name stands first or last: moving it from one end to the
    other rotates the letters.
    """
    text = "".join(romanized_words(name) if romanized else name_words(name))[:200]
    least = min(text, default="")
    return min((text[k:] + text[:k] for k, c in enumerate(text) if c == least), default="")


def middle_initials(name: str) -> str:
    """Middle initials, folded: "George W. Bush" → "w"; they tell people apart."""
    words = name.replace(".", ". ").split()[1:-1]
    return "".join(w[0].lower() for w in words if len(w.rstrip(".")) == 1)
