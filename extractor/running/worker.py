"""Articles → rows, in one process: clean, parse, extract, make rows. One article's failure is its own."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from extractor.cleaning import View, clean
from extractor.lexicon import load_lexicon
from extractor.reading import Article
from extractor.running.articles import article_row
from extractor.running.settings import Settings
from extractor.tables.rows import RowMaker, Rows, empty_rows, issue_row

# Above this the parser gets the text in parts, cut between paragraphs: its memory grows with the length of one Doc.
PART_CHARS = 60_000


class TimeLimitError(Exception):
    """One article took longer than its limit."""


@lru_cache(maxsize=2)
def load_pipeline(model: str | None = None, lexicon_dir: str | None = None) -> Any:
    """The spaCy Language with all components; loaded once per process and choice."""
    from extractor.components.all import FIRST, ORDER
    from extractor.language.pipeline import add_components, load_base

    nlp = load_base(model)
    nlp.max_length = 10**9
    add_components(nlp, ORDER, lexicon_dir, first=FIRST)
    return nlp


def process(articles: Iterable[Article], settings: Settings, repeated: frozenset[str] = frozenset(), nlp: Any = None) -> Iterator[Rows]:
    """The rows of each article, in order. Never raises for an article."""
    nlp = nlp if nlp is not None else load_pipeline(settings.model, settings.lexicon_dir)
    lexicon = load_lexicon(settings.lexicon_dir)
    for article in articles:
        if article.error_code is not None:
            yield failed(article, article.error_code, article.error_message or article.error_code)
            continue
        try:
            with _time_limit(settings.time_limit):
                view = clean(article.text, lexicon, repeated, article.title)
                yield _extract(article, view, nlp)
        except TimeLimitError:
            yield failed(article, "time-limit", f"took longer than {settings.time_limit:g} seconds (--time-limit)")
        except MemoryError:
            yield failed(article, "out-of-memory", "the article needs more memory than there is")
        except Exception as error:  # noqa: BLE001
            yield failed(article, "internal-error", f"{type(error).__name__}: {error}")


def failed(article: Article, code: str, message: str) -> Rows:
    """The rows of an article that gave none: its own row and the reason."""
    rows = empty_rows()
    rows["articles"].append(article_row(article, None, None, "failed"))
    rows["issues"].append(issue_row(article, "error", code, message))
    rows["issues"] += [issue_row(article, "warning", c, m) for c, m in article.warnings]
    return rows


def _extract(article: Article, view: View, nlp: Any) -> Rows:
    from extractor.components.extraction import extraction_of

    if not view.text.strip():
        rows = empty_rows()
        rows["articles"].append(article_row(article, view, None, "empty"))
        why = "no text" if not article.text.strip() else "nothing but boilerplate and marks"
        rows["issues"].append(issue_row(article, "error", "empty", why))
        rows["issues"] += [issue_row(article, "warning", c, m) for c, m in article.warnings]
        return rows
    doc = analyse(view, article, nlp)
    facts = extraction_of(doc)
    sentences = sentence_spans(doc)
    maker = RowMaker(article, view, sentences)
    for code, message in article.warnings:
        maker.issue("warning", code, message)
    rows = maker.make(facts)
    row = article_row(article, view, facts, "ok")
    row["n_words"] = sum(1 for t in doc if not t.is_punct and not t.is_space)
    row["n_sentences"] = len(sentences)
    rows["articles"].append(row)
    return rows


def analyse(view: View, article: Article, nlp: Any) -> Any:
    """The processed Doc of one view; long texts go through the model in parts."""
    from extractor.components.extraction import extraction_of

    doc = nlp.make_doc(view.text)
    facts = extraction_of(doc)
    facts.published, facts.published_source = article.published, article.published_source
    facts.paragraphs = view.paragraphs
    facts.headline, facts.dateline = view.headline, view.dateline
    facts.dateline_place, facts.dateline_date = view.dateline_place, view.dateline_date
    return nlp(doc)


def sentence_spans(doc: Any) -> list[tuple[int, int]]:
    """View offsets of the sentences, without white space at their ends."""
    out = []
    for sent in doc.sents:
        text = sent.text
        start = sent.start_char + len(text) - len(text.lstrip())
        end = sent.end_char - (len(text) - len(text.rstrip()))
        if end > start:
            out.append((start, end))
    return out


@contextlib.contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeLimitError in the block after so many seconds; without effect outside a main thread and on Windows."""
    if seconds <= 0 or not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(signum: int, frame: Any) -> None:
        raise TimeLimitError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
