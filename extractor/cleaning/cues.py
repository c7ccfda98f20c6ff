"""Words of lines around a story, of `layout_cues.csv`."""

from __future__ import annotations

from extractor.lexicon import Lexicon, WordClasses


def layout_cues(lexicon: Lexicon) -> WordClasses:
    """The classes of `layout_cues.csv`."""
    return lexicon.compiled(_build)


def _build(lexicon: Lexicon) -> WordClasses:
    return WordClasses(lexicon, "layout_cues")
