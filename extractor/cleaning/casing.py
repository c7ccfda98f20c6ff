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


def _build(lexicon: Lexicon) -> dict[str, str]:
    words = {row["word"]: row["form"] for row in lexicon.rows("lowercase_words")}
    for row in lexicon.rows("places"):
        if row["kind"] in ("name", "capital", "demonym") and " " not in row["surface"]:
            words.pop(row["surface"].lower(), None)
    return words


def lower_words(lexicon: Lexicon) -> dict[str, str]:
    """Lower-case word → "lower" or "upper" (acronyms)."""
    return lexicon.compiled(_build)


def recase(flat: str, blocks: list[Block], lexicon: Lexicon) -> str:
    """The text with paragraphs in capitals, and a text without capitals, put in sentence case; its length stays."""
    whispered = _is_whispered(flat)
    shouted = blocks if whispered else [b for b in blocks if _is_shouted(b.text)]
    if not shouted:
        return flat
    words = lower_words(lexicon)
    parts: list[str] = []
    at = 0
    for block in shouted:
        text = flat[block.start : block.end]
        if whispered:
            text = "".join(c.upper() if len(c.upper()) == 1 else c for c in text)
        parts += [flat[at : block.start], _sentence_case(text, words)]
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


def _sentence_case(text: str, words: dict[str, str]) -> str:
    def replace(match: re.Match[str]) -> str:
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
        if form == "lower" or low.endswith(("n't", "'ll", "'re", "'ve")):
            return word[0] + low[1:] if starts else low
        if not _VOWEL.search(word) or (len(word) <= 5 and before[-1:] in "[(" and after[:1] in "])" and not form):
            return word
        return word[0] + low[1:]

    return _WORD.sub(replace, text)
