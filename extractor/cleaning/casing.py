"""Text in capitals, or without any → sentence case of the same length, which tagger and parser, trained on mixed case,
can read.
"""

from __future__ import annotations

import re

from extractor.cleaning.blocks import Block
from extractor.lexicon import Lexicon

_WORD = re.compile(r"[A-Z][A-Z']*")
_VOWEL = re.compile(r"[AEIOUY]")
# At least this many letters, nearly all capitals, make a paragraph one in capitals.
_MIN_LETTERS, _SHARE = 20, 0.85
# Small letters, and capitals among them at most, of a text that has lost its capitals.
_MIN_LOWER, _FEW = 80, 0.003
# Characters that a name may reach over the end of its line; small words within names.
_LONGEST = 40
_SMALL = {"AND", "FOR", "OF", "THE"}
# Kinds of bodies whose head nouns close a name: "Tamil Liberation FRONT". Others stand beside names as common nouns do:
# "French TELEVISION".
_NAMED = frozenset(
    {"party", "court", "committee", "ministry", "university", "military", "police_intelligence", "armed_group", "ngo",
     "agency", "parliament"}
)  # fmt: skip


def _build(lexicon: Lexicon) -> dict[str, str]:
    words = {row["word"]: row["form"] for row in lexicon.rows("lowercase_words")}
    for row in lexicon.rows("places"):
        if row["kind"] in ("name", "capital", "demonym") and " " not in row["surface"]:
            words.pop(row["surface"].lower(), None)
    return words


def lower_words(lexicon: Lexicon) -> dict[str, str]:
    """Lower-case word → "lower" or "upper" (acronyms)."""
    return lexicon.compiled(_build)


def _build_heads(lexicon: Lexicon) -> frozenset[str]:
    singular = (r["head"] for r in lexicon.rows("organization_heads") if r["kind"] in _NAMED and " " not in r["head"])
    return frozenset(w for w in singular if (not w.endswith("s") or w.endswith("ss")) and w != "society")


def _build_names(lexicon: Lexicon) -> re.Pattern[str]:
    """Names of several words, one of which may be an ordinary word: "United States", "Security Council"."""
    names: dict[str, set[str]] = {}
    for table in ("places", "sanction_bodies"):
        for row in lexicon.rows(table):
            first, *rest = row["surface"].split(" ")
            if rest and row["surface"].isascii() and first[:1].isupper() and row.get("kind") != "metonym":
                names.setdefault(first.upper(), set()).add(r"\s".join(re.escape(word.upper()) for word in rest))
    ways = (f"{re.escape(a)}\\s(?:{'|'.join(sorted(b, key=len, reverse=True))})" for a, b in names.items())
    return re.compile(rf"\b(?:{'|'.join(ways)})\b")


def _name_starts(text: str, block: Block, lexicon: Lexicon) -> set[int]:
    """Where in `block` a word of a name of several words begins that has a capital; a name may run over lines."""
    starts: set[int] = set()
    first, end = max(0, block.start - _LONGEST), min(len(text), block.end + _LONGEST)
    for name in lexicon.compiled(_build_names).finditer(text, first, end):
        base = name.start() - block.start
        starts.update(base + word.start() for word in _WORD.finditer(name[0]) if word[0] not in _SMALL)
    return starts


def recase(flat: str, blocks: list[Block], lexicon: Lexicon) -> str:
    """The text with paragraphs in capitals, and a text without capitals, put in sentence case; its length stays."""
    whispered = _is_whispered(flat)
    shouted = blocks if whispered else [b for b in blocks if _is_shouted(b.text)]
    if not shouted:
        return flat
    words, heads = lower_words(lexicon), lexicon.compiled(_build_heads)
    loud = "".join(c.upper() if len(c.upper()) == 1 else c for c in flat) if whispered else flat
    parts: list[str] = []
    at = 0
    for block in shouted:
        text = loud[block.start : block.end]
        parts += [flat[at : block.start], _sentence_case(text, words, _name_starts(loud, block, lexicon), heads)]
        at = block.end
    parts.append(flat[at:])
    return "".join(parts)


def _is_whispered(text: str) -> bool:
    """Whether a whole text has lost its capitals."""
    if sum(map(str.isupper, text[:400])) > 2:
        return False
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return lower >= _MIN_LOWER and upper <= _FEW * lower


def _is_shouted(text: str) -> bool:
    if not any(c.isupper() for c in text[:5]) and not text[:200].isupper():
        return False
    # The beginning of ordinary text alone has more small letters than the whole may have.
    lower = sum(map(str.islower, text[:200]))
    if lower * _SHARE > (1 - _SHARE) * (len(text) - lower) + 1:
        return False
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return upper >= _MIN_LETTERS and upper >= _SHARE * (upper + lower) and text.count(" ") >= 3


def _form_of_stem(low: str, words: dict[str, str]) -> str | None:
    """The form of a word whose stem is known: an inflection of a lower-case word is written in lower case too."""
    for suffix, put in (
        ("'s", ""),
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
    ):
        if low.endswith(suffix) and len(low) > len(suffix) + 2 and (form := words.get(low.removesuffix(suffix) + put)):
            return form
    return None


def _sentence_case(text: str, words: dict[str, str], names: set[int], heads: frozenset[str]) -> str:
    named = -1  # end of the last word that is a name's

    def replace(match: re.Match[str]) -> str:
        nonlocal named
        word = match[0]
        before = text[max(0, match.start() - 3) : match.start()].replace("\n", " ")
        after = text[match.end() : match.end() + 2]
        low = word.lower()
        form = words.get(low) or _form_of_stem(low, words)
        if (
            form == "upper"
            or (len(word) == 1 and word not in "AI")
            or (after[:1] == "." and len(word) <= 2 and word != "A")
        ):
            return word if not low.endswith("'s") else word[:-2] + "'s"
        # "MAY 5" and "5 MAY" are the month; "MARCH" and the others are seldom anything else in news.
        if low == "may" and (after.strip()[:1].isdigit() or before.strip()[-1:].isdigit()):
            return "May"
        if before.endswith("-") and before[-2:-1].isdigit():
            return low if form else word
        starts = (
            not before.strip()
            or before.rstrip()[-1:] in ".!?"
            or before.rstrip().endswith(("--", '."', "]", "[", ' "'))
        )
        if match.start() in names or low in heads and named == match.start() - 1 and text[named - 1] != "'":
            named = match.end()
            return word[0] + low[1:]
        if form == "lower" or low.endswith(("n't", "'ll", "'re", "'ve")):
            return word[0] + low[1:] if starts else low
        if not _VOWEL.search(word) or (len(word) <= 5 and before[-1:] in "[(" and after[:1] in "])" and not form):
            return word
        named = match.end()
        return word[0] + low[1:]

    return _WORD.sub(replace, text)
