"""One file, one article: plain text, or HTML through trafilatura."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from extractor.errors import ReadError
from extractor.reading.article import Article
from extractor.reading.days import parse_day
from extractor.reading.decode import decode
from extractor.reading.options import ReadOptions


def read_text_file(path: Path, article_id: str, shown: str, is_html: bool, options: ReadOptions) -> Article:
    """The article in one file. Raises ReadError and OSError."""
    limit = options.max_bytes
    with path.open("rb") as handle:
        data = handle.read(limit + 1)
    return text_article(article_id, shown, data, options, is_html)


def text_article(article_id: str, shown: str, data: bytes, options: ReadOptions, is_html: bool = False) -> Article:
    """The article in these bytes; an error of decoding is set on it."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        if len(data) > options.max_bytes:
            raise ReadError(
                "too-long",
                f"more than {options.max_bytes:,} bytes; the limit is {options.max_chars:,} characters (--max-chars)",
            )
        text, encoding, warnings = decode(data, options.encoding)
        if is_html:
            return _html(article_id, shown, text, digest, encoding, warnings, options)
        if len(text) > options.max_chars:
            raise ReadError("too-long", f"{len(text):,} characters; the limit is {options.max_chars:,} (--max-chars)")
    except ReadError as error:
        return Article(article_id, shown, sha256=digest, error_code=error.code, error_message=str(error))
    return Article(article_id, shown, text, sha256=digest, encoding=encoding, warnings=tuple(warnings))


def _html(
    article_id: str,
    shown: str,
    page: str,
    digest: str,
    encoding: str,
    warnings: list[tuple[str, str]],
    options: ReadOptions,
) -> Article:
    """The main text of a page. Offsets count in the extracted text, which takes the place of the raw text."""
    try:
        import trafilatura
    except ImportError as error:
        raise ReadError("no-html-reader", "HTML needs the extra: pip install 'extractor[html]'") from error
    # The date comes from the page's own fields, not from guesses over its text; the bound keeps the clock out of it.
    dates = {"extensive_search": False, "original_date": True, "max_date": "2200-01-01"}
    try:
        found: Any = trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=dates
        )
    except Exception as error:
        raise ReadError("bad-file", f"the page cannot be read: {type(error).__name__}: {error}") from error
    if found is None:
        return Article(article_id, shown, "", sha256=digest, encoding=encoding, warnings=tuple(warnings))
    text = found.text or ""
    if len(text) > options.max_chars:
        raise ReadError("too-long", f"{len(text):,} characters; the limit is {options.max_chars:,} (--max-chars)")
    note = ("html-extracted", "offsets count in the text taken from the page by trafilatura, not in the page's source")
    published = parse_day(found.date)
    return Article(
        article_id,
        shown,
        text,
        sha256=digest,
        encoding=encoding,
        title=found.title,
        published=published,
        published_source="metadata" if published else None,
        source=found.sitename,
        url=found.url,
        warnings=(*warnings, note),
    )
