"""The row of the articles table."""

from __future__ import annotations

from typing import Any

from extractor.cleaning.view import View
from extractor.reading.article import Article


def article_row(article: Article, view: View | None, facts: Any, status: str) -> dict[str, Any]:
    """One row; facts is the Extraction of the processed article, or None where there is none."""
    title = article.title
    if title is None and view is not None and view.headline is not None:
        start, end = view.to_raw(*view.headline)
        title = " ".join(article.text[start:end].split())
    published, source = article.published, article.published_source
    if published is None and facts is not None:
        published, source = facts.published, facts.published_source
    return {
        "article_id": article.article_id,
        "path": article.path,
        "sha256": article.sha256,
        "title": title,
        "published": published,
        "published_earliest": facts.published_earliest if facts is not None and published is None else None,
        "published_latest": facts.published_latest if facts is not None and published is None else None,
        "published_source": source if published else None,
        "dateline_place": view.dateline_place if view is not None else None,
        "source": article.source,
        "url": article.url,
        "encoding": article.encoding,
        "n_chars": len(article.text),
        "n_words": 0,
        "n_sentences": 0,
        "n_boilerplate_chars": view.n_boilerplate if view is not None else 0,
        "status": status,
    }
