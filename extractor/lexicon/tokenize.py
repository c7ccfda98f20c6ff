"""Cuts lexicon surfaces into the same tokens that the English tokenizer makes of running text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import cast

from spacy.lang.en import English
from spacy.tokenizer import Tokenizer

_PLAIN = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*\Z")


@lru_cache(maxsize=1)
def _tokenizer() -> English:
    return English()


@lru_cache(maxsize=1)
def _ruled() -> frozenset[str]:
    """Words that the tokenizer cuts by a rule of their own."""
    return frozenset(cast(Tokenizer, _tokenizer().tokenizer).rules or ())


@lru_cache(maxsize=100_000)
def split_words(surface: str) -> tuple[str, ...]:
    """Token texts of one lexicon surface, e.g. "Director-General" → ("Director", "-", "General")."""
    if _PLAIN.match(surface):
        # Words of letters alone are tokens, unless the tokenizer has a rule for one ("cannot"); its own way is slow.
        words = tuple(surface.split(" "))
        if _ruled().isdisjoint(words):
            return words
    return tuple(t.text for t in _tokenizer().tokenizer(surface) if not t.is_space)
