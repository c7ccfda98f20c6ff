"""Usual casing of words in news."""

from __future__ import annotations

from extractor.lexicon.loader import Lexicon


def common_words(lexicon: Lexicon) -> frozenset[str]:
    """Words that news mostly writes in lower case; build it with `lexicon.compiled(common_words)`."""
    return frozenset(r["word"] for r in lexicon.rows("lowercase_words") if r["form"] == "lower")
