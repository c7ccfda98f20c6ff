"""One spelling for the romanizations of a name: Gaddafi, Qaddafi and Kadhafi; Yusuf, Youssef and Yousef.

Newspapers romanize Arabic, Persian, Russian and other names in several ways. The rules below undo the differences
between the common systems (ALA-LC, BGN/PCGN, French usage); spellings that no rule reaches are data, the aliases of
`leaders.csv`. Chinese, Korean and Vietnamese names are left as they are: there a single vowel tells two people apart.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.lexicon import Lexicon, load_lexicon

# (pattern, replacement), in this order; words are folded to lower-case ASCII letters before.
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^abd(?:[aeou]?l|[aeou](?:r(?=r|$)|s(?=s|$))|$)", "abdal"),  # Abdul, Abdel, Abd al-, Abdur-Rahman
        (r"^ye", "e"),  # Yeltsin, Eltsin
        (r"tch|tsch", "ch"),  # French and German for Russian and Arabic ch
        (r"dj", "j"),
        (r"sch|sj", "sh"),
        (r"kh", "h"),
        (r"gh|q", "k"),
        (r"dh|th", "d"),
        (r"ph", "f"),
        (r"zh", "j"),
        (r"ks|x", "ks"),
        (r"w", "v"),
        (r"ou|oo|u", "o"),
        (r"ei|ey|ai|ay|ee|ie|iy|yi|ii|y|i", "i"),
        (r"ev$", "iv"),
        (r"e", "a"),
        (r"(.)\1+", r"\1"),
        (r"h$", ""),
        (r"ia", "i"),
    )
)
_SHORTEST = 4


def _aliases(lexicon: Lexicon) -> dict[str, str]:
    """Single-word spellings of well-known family names → the one of leaders.csv."""
    out: dict[str, str] = {}
    for row in lexicon.rows("leaders"):
        family = row["family_name"].lower()
        for alias in row["aliases"].lower().split(";"):
            if alias and family and " " not in alias and " " not in family and alias[:1] != family[:1]:
                out.setdefault(alias, family)
    return out


@lru_cache(maxsize=100_000)
def canonical(word: str, open_e: bool = False) -> str:
    """The word in one spelling; lower-case ASCII letters in and out. Short words stay as they are.

    open_e: leave e, which stands for a in one system (Ahmed) and for i in another (Khaled), instead of writing a.
    """
    word = load_lexicon().compiled(_aliases).get(word, word)
    if len(word) < _SHORTEST and word != "abd":
        return word
    for pattern, replacement in _RULES:
        if not (open_e and pattern.pattern == "e"):
            word = pattern.sub(replacement, word)
    return word
