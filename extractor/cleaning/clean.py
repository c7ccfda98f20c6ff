"""Raw text → View. The raw text itself is never changed: what is left out is only not shown to the language side."""

from __future__ import annotations

from extractor.cleaning.blocks import Block, split_blocks
from extractor.cleaning.boilerplate import HEAD_BLOCKS, find_boilerplate
from extractor.cleaning.casing import lower_words, recase
from extractor.cleaning.dateline import find_dateline
from extractor.cleaning.emit import Emitter
from extractor.cleaning.flatten import flatten
from extractor.cleaning.headline import find_headline
from extractor.cleaning.published import find_published
from extractor.cleaning.view import View
from extractor.lexicon import Lexicon
from extractor.reading.days import parse_day


def clean(raw: str, lexicon: Lexicon, repeated: frozenset[str] = frozenset(), title: str | None = None) -> View:
    """The cleaned view of one article.

    repeated: lines (as `boilerplate.line_key` writes them) that recur over the folder. title: headline from the
    metadata, which helps to know it in the text. Any text is accepted; time is linear in its length.
    """
    flat = flatten(raw)
    blocks = split_blocks(flat)
    masked = find_boilerplate(blocks, lexicon, repeated)
    kept = [block for k, block in enumerate(blocks) if k not in masked]
    n_boilerplate = sum(blocks[k].end - blocks[k].start for k in masked)
    flat = recase(flat, kept, lexicon)
    words = lower_words(lexicon)
    emitter = Emitter(flat, lambda word: words.get(word) == "lower")
    starts = [emitter.add(block.start, block.end) for block in kept]
    view = View("".join(emitter.parts), emitter.pieces, starts, n_boilerplate=n_boilerplate)
    _mark_head(view, kept, lexicon, title)
    view.masthead = "\n".join(blocks[k].text for k in sorted(masked) if k < HEAD_BLOCKS)
    _mark_published(view, blocks, lexicon)
    return view


def _mark_published(view: View, blocks: list[Block], lexicon: Lexicon) -> None:
    if view.dateline_date is not None and (day := parse_day(view.text[slice(*view.dateline_date)])):
        view.published, view.published_source = day, "dateline"
    elif day := find_published(blocks, lexicon):
        view.published, view.published_source = day, "text"


def _mark_head(view: View, kept: list[Block], lexicon: Lexicon, title: str | None) -> None:
    """Headline and dateline of the view."""
    if not kept:
        return
    bounds = [*view.paragraphs[1:], len(view.text) + 1]
    spans = [(start, end - 1) for start, end in zip(view.paragraphs, bounds, strict=True)]
    texts = [view.text[start:end] for start, end in spans]
    index = find_headline(texts, lexicon, title)
    if index is not None:
        view.headline = spans[index]
    first = 0 if index is None else index + 1
    for k in range(first, min(first + 3, len(texts))):
        found = find_dateline(texts[k], lexicon)
        if found is not None:
            base = spans[k][0]
            view.dateline = (base, base + found.end)
            view.dateline_place = found.place
            if found.date is not None:
                view.dateline_date = (base + found.date[0], base + found.date[1])
            return
