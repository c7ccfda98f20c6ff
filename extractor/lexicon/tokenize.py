"""Cuts lexicon surfaces into the same tokens that the English tokenizer makes of running text."""

from __future__ import annotations

from functools import lru_cache

from spacy.lang.en import English


@lru_cache(maxsize=1)
def _tokenizer() -> English:
    return English()


@lru_cache(maxsize=100_000)
def split_words(surface: str) -> tuple[str, ...]:
    """Token texts of one lexicon surface, e.g. "Director-General" → ("Director", "-", "General")."""
    return tuple(t.text for t in _tokenizer().tokenizer(surface) if not t.is_space)
