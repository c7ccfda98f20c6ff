"""Articles → rows, in one process: clean, parse, extract, make rows. One article's failure is its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from extractor.cleaning import View, clean
from extractor.errors import UsageError
from extractor.lexicon import load_lexicon
from extractor.reading import Article
from extractor.running.articles import article_row
from extractor.running.parsing import PART_CHARS, annotate, forget, parse, parse_parts, prepared
from extractor.running.settings import Settings, check_authority, check_lexicon
from extractor.running.timelimit import TimeLimitError, time_limit
from extractor.tables.rows import RowMaker, Rows, empty_rows, issue_row

if TYPE_CHECKING:
    from extractor.language.tokens import TokenTable


@lru_cache(maxsize=2)
def load_pipeline(model: str | None = None, lexicon_dir: str | None = None, authority: str | None = None) -> Any:
    """The spaCy Language with all components; loaded once per process and choice."""
    from extractor.components.all import FIRST, ORDER
    from extractor.language.pipeline import add_components, load_base

    if model == "":
        raise UsageError("the model has an empty name; give an installed package or a folder, or leave it out")
    check_lexicon(lexicon_dir)
    check_authority(authority)
    nlp = load_base(model, lexicon_dir)
    nlp.max_length = 10**9
    add_components(nlp, ORDER, lexicon_dir, FIRST, {"extractor_officials": {"authority": authority}})
    return nlp


def process(
    articles: Iterable[Article], settings: Settings, repeated: frozenset[str] = frozenset(), nlp: Any = None
) -> Iterator[Rows]:
    """The rows of each article, in order. Never raises for an article.

    The articles are read into memory together and go through the model as one batch, which is faster than one by one; a
    batch that fails is done again one by one, so that only the article at fault fails. The rows are the same whatever
    this process did before.
    """
    nlp = nlp if nlp is not None else load_pipeline(settings.model, settings.lexicon_dir, settings.authority)
    batch = list(articles)
    job = _Job(settings, repeated, nlp)
    forget(nlp)
    docs = job.parsed(batch)
    for k, article in enumerate(batch):
        yield job.rows(article, docs.pop(k, None))


class _Job:
    """What one batch is done with."""

    def __init__(self, settings: Settings, repeated: frozenset[str], nlp: Any) -> None:
        self.settings = settings
        self.repeated = repeated
        self.nlp = nlp
        self.lexicon = load_lexicon(settings.lexicon_dir)

    def view(self, article: Article) -> View:
        return clean(article.text, self.lexicon, self.repeated, article.title)

    def parsed(self, batch: list[Article]) -> dict[int, tuple[View, Any]]:
        """View and parsed Doc by position in the batch; articles that are missing are left to be done one by one."""
        found: dict[int, tuple[View, Any]] = {}
        try:
            with time_limit(self.settings.time_limit):
                for k, article in enumerate(batch):
                    if article.error_code is None and article.text:
                        view = self.view(article)
                        if view.text.strip() and len(view.text) <= PART_CHARS:
                            found[k] = view, prepared(self.nlp, view, article)
                docs = parse(self.nlp, [doc for _, doc in found.values()])
            return {k: (view, doc) for (k, (view, _)), doc in zip(found.items(), docs, strict=True)}
        except Exception:  # noqa: BLE001
            return {}

    def rows(self, article: Article, parsed: tuple[View, Any] | None) -> Rows:
        limit = self.settings.time_limit
        if article.error_code is not None:
            return failed(article, article.error_code, article.error_message or article.error_code)
        try:
            with time_limit(limit):
                if parsed is None:
                    view = self.view(article)
                    if not view.text.strip():
                        return _empty(article, view)
                    parsed = view, parse_parts(self.nlp, view, article)
                doc, problems = annotate(self.nlp, parsed[1])
                return _rows_of(article, parsed[0], doc, problems)
        except TimeLimitError:
            return failed(article, "time-limit", f"took longer than {limit:g} seconds (--time-limit)")
        except MemoryError:
            return failed(article, "out-of-memory", "the article needs more memory than there is")
        except Exception as error:  # noqa: BLE001
            return failed(article, "internal-error", f"{type(error).__name__}: {error}")


def failed(article: Article, code: str, message: str) -> Rows:
    """The rows of an article that gave none: its own row and the reason."""
    rows = empty_rows()
    rows["articles"].append(article_row(article, None, None, "failed"))
    rows["issues"].append(issue_row(article, "error", code, message))
    rows["issues"] += [issue_row(article, "warning", c, m) for c, m in article.warnings]
    return rows


def _empty(article: Article, view: View) -> Rows:
    rows = empty_rows()
    rows["articles"].append(article_row(article, view, None, "empty"))
    why = "no text" if not article.text.strip() else "nothing but boilerplate and marks"
    rows["issues"].append(issue_row(article, "error", "empty", why))
    rows["issues"] += [issue_row(article, "warning", c, m) for c, m in article.warnings]
    return rows


def _rows_of(article: Article, view: View, doc: Any, problems: list[str]) -> Rows:
    from extractor.components.extraction import extraction_of, tokens_of

    facts, tokens = extraction_of(doc), tokens_of(doc)
    sentences = sentence_spans(tokens)
    maker = RowMaker(article, view, sentences)
    for code, message in article.warnings:
        maker.issue("warning", code, message)
    for message in problems:
        maker.issue("error", "component-error", message)
    rows = maker.make(facts)
    row = article_row(article, view, facts, "ok")
    row["n_words"] = sum(1 for word in tokens.text if word.isalnum() or any(map(str.isalnum, word)))
    row["n_sentences"] = len(sentences)
    rows["articles"].append(row)
    return rows


def sentence_spans(tokens: TokenTable) -> list[tuple[int, int]]:
    """View offsets of the sentences, without white space at their ends."""
    out = []
    for first, end in tokens.sents:
        while first < end and not tokens.text[first].strip():
            first += 1
        while end > first and not tokens.text[end - 1].strip():
            end -= 1
        if first < end:
            out.append(tokens.span(first, end))
    return out
