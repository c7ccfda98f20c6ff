"""Where a name is usual: endings of family names and parts of names, of `name_origins.csv`.

A hint between countries that the text names, never more: people move.
"""

from __future__ import annotations

from extractor.lexicon import Lexicon
from extractor.linking.names import fold, name_lexicon

# Shortest stem before an ending, and how many parts of names tell by themselves.
_STEM, _PARTS = 2, 2
_SURELY, _RATHER = 5.0, 2.0
_NOTHING: tuple[frozenset[str], float] = (frozenset(), 1.0)
_Origins = tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]


def _build(lexicon: Lexicon) -> _Origins:
    endings: dict[str, frozenset[str]] = {}
    words: dict[str, frozenset[str]] = {}
    for row in lexicon.rows("name_origins"):
        (endings if row["kind"] == "ending" else words)[row["part"]] = frozenset(row["countries"].split(";"))
    return endings, words


def origins_of(name: str, lexicon: Lexicon) -> tuple[frozenset[str], float]:
    """ISO 3166-1 alpha-3 codes of the countries where a name of this kind is usual, and how much more than elsewhere.

    No codes and 1.0 where it tells nothing. Several parts of one custom, and a family name in the first place, tell
    most; an ending is common among emigrants, too.
    """
    endings, parts = lexicon.compiled(_build)
    words = fold(name).split()
    told = [parts[w] for w in words if w in parts]
    if len(told) >= _PARTS or told and len(words) > 2 and len(told[0]) > 1:
        return (told[0], _SURELY if len(told) >= _PARTS else _RATHER) if len(set(told)) == 1 else _NOTHING
    if not words:
        return _NOTHING
    family = name_lexicon(lexicon).family_first.get(words[0]) if len(words) > 1 else None
    if family is not None and (len(words) == 3 or "-" in name):
        return family, _SURELY
    last = words[-1]
    for width in range(min(7, len(last) - _STEM), 1, -1):
        found = endings.get(last[-width:])
        if found is not None:
            return found, _RATHER
    return _NOTHING
