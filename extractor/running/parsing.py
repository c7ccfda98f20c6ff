"""Views → annotated Docs: the model in batches, long texts in parts, then the components on the whole article."""

from __future__ import annotations

import traceback
from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extractor.cleaning import View
from extractor.reading import Article
from extractor.running.timelimit import TimeLimitError

# Above this the model gets the text in parts, cut between paragraphs: its memory grows with the length of one Doc.
PART_CHARS = 60_000
_BATCH = 64


def prepared(nlp: Any, view: View, article: Article, start: int = 0, end: int | None = None) -> Any:
    """The unparsed Doc of the view, or of its stretch start … end, with what is known of the article set on it."""
    from extractor.components.extraction import extraction_of

    end = len(view.text) if end is None else end
    doc = nlp.make_doc(view.text[start:end])
    facts = extraction_of(doc)
    facts.published, facts.published_source = article.published, article.published_source
    if facts.published is None:
        facts.published, facts.published_source = view.published, view.published_source
    facts.paragraphs = [p - start for p in view.paragraphs if start <= p < end]
    if start == 0:
        facts.title, facts.headline, facts.dateline = article.title, view.headline, view.dateline
        facts.dateline_place, facts.dateline_date = view.dateline_place, view.dateline_date
        facts.masthead = view.masthead
    return doc


def forget(nlp: Any) -> None:
    """Let the model forget what it read, so that the next batch gives the same to the last bit whatever came before."""
    for _, pipe in nlp.pipeline:
        if hasattr(pipe, "forget"):
            pipe.forget()


def parse(nlp: Any, docs: list[Any]) -> list[Any]:
    """The Docs after layout and model, as one batch."""
    stream: Iterable[Any] = docs
    for _, pipe in nlp.pipeline[: _first_component(nlp)]:
        stream = pipe.pipe(stream, batch_size=_BATCH) if hasattr(pipe, "pipe") else map(pipe, stream)
    return list(stream)


def annotate(nlp: Any, doc: Any) -> tuple[Any, list[str]]:
    """The parsed Doc after the extraction components, and what went wrong: a component that fails costs its table, not
    the article.
    """
    problems = []
    for name, pipe in nlp.pipeline[_first_component(nlp) :]:
        try:
            doc = pipe(doc)
        except (MemoryError, TimeLimitError):
            raise
        except Exception as error:
            problems.append(f"{name}: {type(error).__name__}: {error} ({_place(error)})")
    return doc, problems


def _place(error: Exception) -> str:
    """File and line where the error arose."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"


def parse_parts(nlp: Any, view: View, article: Article) -> Any:
    """The parsed Doc of a view of any length: its parts are parsed by themselves, then joined, so that the components
    see it whole.
    """
    from spacy.tokens import Doc

    from extractor.components.extraction import USER_DATA_KEY

    bounds = cut(view)
    parts = [parse(nlp, [prepared(nlp, view, article, a, b)])[0] for a, b in zip(bounds, bounds[1:], strict=False)]
    if len(parts) == 1:
        return parts[0]
    for part in parts:
        part.user_data.clear()
    doc = Doc.from_docs(parts, ensure_whitespace=False)
    doc.user_data[USER_DATA_KEY] = prepared(nlp, view, article).user_data[USER_DATA_KEY]
    return doc


def cut(view: View, size: int = PART_CHARS) -> list[int]:
    """Offsets that cut the view in parts of at most `size`: at paragraphs, else after sentences, else at spaces, else
    anywhere.
    """
    text, bounds, at = view.text, [0], 0
    while len(text) - at > size:
        limit = at + size
        k = bisect_right(view.paragraphs, limit)
        end = view.paragraphs[k - 1] if k else 0
        if end <= at + size // 4:
            end = max(text.rfind(mark, at + size // 4, limit) + len(mark) for mark in (". ", "? ", "! "))
        if end <= at + size // 4:
            end = text.rfind(" ", at + size // 4, limit) + 1
        if end <= at + size // 4:
            end = limit
        bounds.append(end)
        at = end
    bounds.append(len(text))
    return bounds


def _first_component(nlp: Any) -> int:
    """Index of the first extraction component; those that mark sentence starts ahead of the parser are none."""
    from extractor.components.all import ORDER

    names = nlp.pipe_names
    return next((k for k, n in enumerate(names) if n in ORDER), len(names))
