"""Sources to articles: folders, files, archives and standard input, in a fixed order, each article under an id of its
own.
"""

from __future__ import annotations

import hashlib
import os
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from extractor.errors import ReadError, UsageError
from extractor.reading.archives import read_archive
from extractor.reading.article import Article
from extractor.reading.days import day_in_path, parse_day
from extractor.reading.files import read_text_file, text_article
from extractor.reading.metadata import Metadata
from extractor.reading.notes import Notes
from extractor.reading.options import ReadOptions
from extractor.reading.owntables import is_own_table
from extractor.reading.records import RecordFile

TEXT_SUFFIXES = (".txt", ".md", ".text")
HTML_SUFFIXES = (".html", ".htm", ".xhtml")
RECORD_SUFFIXES = (".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".jsonl.gz", ".ndjson.gz", ".csv.gz", ".tsv.gz")
ARCHIVE_SUFFIXES = (".zip",)
_HALF = re.compile("[\ud800-\udfff]")
SUFFIXES = TEXT_SUFFIXES + HTML_SUFFIXES + RECORD_SUFFIXES + ARCHIVE_SUFFIXES


def check_sources(sources: Iterable[str]) -> None:
    """Raise UsageError for a source that is not there or is of no known kind."""
    for source in sources:
        if source == "-":
            continue
        if not source:
            # As a path it would be the current folder, which is not what an unset variable of a shell meant.
            raise UsageError("a source is an empty name; give a folder or file, or . for the current folder")
        path = Path(source)
        if not _exists(path):
            shown = source if len(source) <= 200 else source[:197] + "..."
            raise UsageError(
                f"{shown}: no such file or folder. Check the path; - reads one article from standard input"
            )
        if path.is_file() and not path.name.lower().endswith(SUFFIXES):
            raise UsageError(
                f"{source}: unknown kind of file; known are {' '.join(SUFFIXES)}. Rename plain text to .txt"
            )


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # Longer than names can be, or with a NUL in it: a text in place of a path.
        return False


def read_articles(
    sources: Iterable[str],
    options: ReadOptions | None = None,
    stdin: bytes = b"",
    metadata: Metadata | None = None,
    notes: Notes | None = None,
) -> Iterator[Article]:
    """All articles of the sources, in order; folders recursively, sorted by path. stdin: the bytes that the source -
    stands for. metadata: that of `options`, where it has been read before, or is asked afterwards what it fitted.
    notes: takes what is to be told of the reading as a whole.

    Never raises for one bad article: it comes out with `error_code` set. Raises UsageError for a source that is not
    there and for a bad metadata file.
    """
    options = options or ReadOptions()
    sources = list(sources)
    check_sources(sources)
    metadata = metadata if metadata is not None else Metadata(options)
    notes = notes if notes is not None else Notes(options)
    if metadata.columns:
        notes.record(metadata.columns)
    known: dict[str, bytes] = {}
    next_number: dict[str, int] = {}
    for source in sources:
        for article in _of_source(source, options, stdin, notes):
            yield _unique(_dated(article, metadata, options), known, next_number)


def _of_source(source: str, options: ReadOptions, stdin: bytes, notes: Notes) -> Iterator[Article]:
    if source == "-":
        yield text_article("stdin", "stdin", stdin, options)
        return
    root = Path(source)
    if root.is_dir():
        closed: list[OSError] = []
        paths = _walk(root, options.leave_out, closed, notes)
        for path in sorted(paths, key=lambda p: p.relative_to(root).as_posix()):
            yield from _of_file(path, _name(path.relative_to(root)), _name(path), options, notes)
        for error in closed:
            folder = Path(os.fsdecode(error.filename))
            why = f"cannot read the folder: {error.strerror}"
            yield Article(_name(folder.relative_to(root)), _name(folder), error_code="unreadable", error_message=why)
    else:
        yield from _of_file(root, _name(Path(root.name)), _name(root), options, notes)


def _name(path: Path) -> str:
    """The path with forward slashes; bytes of a file name that are not UTF-8 are U+FFFD."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def _walk(root: Path, leave_out: Path | None, closed: list[OSError], notes: Notes) -> Iterator[Path]:
    """Files of known kinds. leave_out: a folder that is not entered. closed: takes the errors of unreadable folders."""
    for folder, folders, names in os.walk(root, onerror=closed.append):
        folders[:] = sorted(f for f in folders if not f.startswith(".") and Path(folder, f).resolve() != leave_out)
        for name in folders:
            if Path(folder, name).is_symlink():
                notes.skip_link()
        for name in names:
            if name.startswith("."):
                continue
            if name.lower().endswith(SUFFIXES):
                yield Path(folder, name)
            else:
                notes.skip_file(name)


def _of_file(path: Path, relative: str, shown: str, options: ReadOptions, notes: Notes) -> Iterator[Article]:
    lower = path.name.lower()
    stem = relative[
        : len(relative) - len(next(s for s in sorted(SUFFIXES, key=len, reverse=True) if lower.endswith(s)))
    ]
    try:
        if path.exists() and not path.is_file():
            raise ReadError("unreadable", "not a regular file")  # A pipe would be waited for without end.
        if lower.endswith(RECORD_SUFFIXES):
            if is_own_table(path):
                notes.skip_table(shown)
                return
            yield from _records(path, stem, shown, options, notes)
        elif lower.endswith(ARCHIVE_SUFFIXES):
            yield from read_archive(path, stem, shown, TEXT_SUFFIXES, HTML_SUFFIXES, options, notes)
        else:
            yield read_text_file(path, stem, shown, lower.endswith(HTML_SUFFIXES), options)
    except ReadError as error:
        yield Article(stem, shown, error_code=error.code, error_message=str(error))
    except PermissionError:
        yield Article(stem, shown, error_code="no-permission", error_message="no permission to read the file")
    except (OSError, EOFError, zlib.error) as error:
        yield Article(stem, shown, error_code="unreadable", error_message=f"cannot read the file: {error}")


def _records(path: Path, stem: str, shown: str, options: ReadOptions, notes: Notes) -> Iterator[Article]:
    file = RecordFile(path, options)
    for number, record in file:
        where, fallback = f"{shown}:{number}", f"{stem}:{number}"
        if isinstance(record, ReadError):
            yield Article(fallback, where, error_code=record.code, error_message=str(record))
        else:
            notes.record(record)
            yield _of_record(record, where, fallback, options, file)


def _of_record(record: dict[str, Any], where: str, fallback: str, options: ReadOptions, file: RecordFile) -> Article:
    name = record.get(options.column("id"))
    article_id = _printable(str(name)) if name not in (None, "") and not isinstance(name, dict | list) else fallback
    text = record.get(options.column("text"))
    if not isinstance(text, str):
        column = options.column("text")
        reason = (
            f"field {column!r} is missing"
            if text is None
            else f"field {column!r} is a {type(text).__name__}, not a string"
        )
        return Article(article_id, where, error_code="bad-record", error_message=reason)
    if len(text) > options.max_chars:
        message = f"{len(text):,} characters; the limit is {options.max_chars:,} (--max-chars)"
        return Article(article_id, where, error_code="too-long", error_message=message)
    text = whole_characters(text)
    warnings = file.take_warnings()
    if file.replaces and (bad := text.count("\ufffd")):
        warnings.append(("bad-bytes", f"{bad:,} characters are U+FFFD, as bytes that are not {file.encoding} become"))
    value = record.get(options.column("published"))
    published = parse_day(value)
    if published is None and value not in (None, ""):
        warnings.append(("bad-published", f"publication date {str(value)[:60]!r} is not one day; left empty"))
    fields = {f: _text_or_none(record.get(options.column(f))) for f in ("title", "source", "url")}
    return Article(
        article_id, where, text,
        sha256=hashlib.sha256(text.encode()).hexdigest(), encoding=file.encoding,
        published=published, published_source="metadata" if published else None, warnings=tuple(warnings), **fields,
    )  # fmt: skip


def _dated(article: Article, metadata: Metadata, options: ReadOptions) -> Article:
    """Publication day by rank (option, metadata file, record, file name), and what else the metadata file knows."""
    given = metadata.of(article.article_id, article.path)
    changes: dict[str, Any] = {f: _text_or_none(given[f]) for f in ("title", "source", "url") if f in given}
    published = options.published or parse_day(given.get("published"))
    if given.get("published") and not published:
        warning = ("bad-published", f"publication date {str(given['published'])[:60]!r} is not one day; left empty")
        changes["warnings"] = (*article.warnings, warning)
    if published:
        changes |= {"published": published, "published_source": "metadata"}
    elif article.published is None and (day := day_in_path(article.article_id)):
        changes |= {"published": day, "published_source": "filename"}
    return replace(article, **changes) if changes else article


def _unique(article: Article, known: dict[str, bytes], next_number: dict[str, int]) -> Article:
    """The article under an id that no other has: the same text again fails, another text under a used id is renamed."""
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).digest()[:8]
    name = article.article_id
    if name not in known:
        known[name] = digest
        return article
    number = next_number.get(name, 2)
    while f"{name}~{number}" in known:
        number += 1
    next_number[name] = number + 1
    unique = f"{name}~{number}"
    same = known[name] == digest
    known[unique] = digest
    if article.error_code is not None:
        return replace(article, article_id=unique)
    if same:
        message = f"id and text were read before, as {name}"
        return replace(article, article_id=unique, text="", error_code="duplicate", error_message=message)
    warning = ("duplicate-id", f"the id {name} is used by an article before this one; this one is {unique}")
    return replace(article, article_id=unique, warnings=(*article.warnings, warning))


def _printable(name: str) -> str:
    return whole_characters("".join(c if c.isprintable() else " " for c in name)).strip()[:500] or "unnamed"


def _text_or_none(value: Any) -> str | None:
    if value is None or isinstance(value, dict | list):
        return None
    return " ".join(whole_characters(str(value)).split()) or None


def whole_characters(text: str) -> str:
    """JSON can spell half a character; U+FFFD takes its place, so that offsets stay."""
    return _HALF.sub("\ufffd", text) if _lone(text) else text


def _lone(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False
