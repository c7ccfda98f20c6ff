"""Articles → chunks: the unit of work, of resumption and of bounded memory. The same articles give the same chunks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.reading import Article

MAX_ARTICLES = 32
MAX_CHARS = 200_000


def chunked(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Lists of consecutive articles: at most MAX_ARTICLES, and MAX_CHARS unless a single article is longer."""
    chunk: list[Article] = []
    size = 0
    for article in articles:
        if chunk and (len(chunk) == MAX_ARTICLES or size + len(article.text) > MAX_CHARS):
            yield chunk
            chunk, size = [], 0
        chunk.append(article)
        size += len(article.text)
    if chunk:
        yield chunk
