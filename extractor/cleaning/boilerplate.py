"""Which paragraphs are no part of the story."""

from __future__ import annotations

from extractor.cleaning.blocks import Block
from extractor.lexicon import Lexicon


def find_boilerplate(blocks: list[Block], lexicon: Lexicon, repeated: frozenset[str]) -> dict[int, str]:
    """Index → kind of the blocks to leave out."""
    return {}


def edge_lines(text: str) -> list[str]:
    return []
