"""One input article as it was read: decoded raw text and what its source says of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """Raw text with metadata. `text` is decoded and otherwise untouched: all offsets of all tables count in it.

    article_id: path relative to the input folder without suffix (POSIX separators), or record id; unique in a run.
    published: ISO 8601 day or None; published_source: "metadata" or "filename" or None (the dateline is found later).
    error_code, error_message: why there is no text, where it could not be read.
    warnings: (code, message) pairs for the issues table.
    """

    article_id: str
    path: str
    text: str = ""
    sha256: str | None = None
    encoding: str | None = None
    title: str | None = None
    published: str | None = None
    published_source: str | None = None
    source: str | None = None
    url: str | None = None
    error_code: str | None = None
    error_message: str | None = None
    warnings: tuple[tuple[str, str], ...] = ()
