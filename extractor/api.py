"""The Python interface: extract, extract_folder, load, read_tables."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.errors import UsageError
from extractor.lexicon import load_lexicon
from extractor.linking.people import PeopleLinker
from extractor.linking.regimes import RegimeLinker
from extractor.reading import Article, ReadOptions
from extractor.reading.days import parse_day
from extractor.reading.options import RECORD_FIELDS
from extractor.reading.sources import whole_characters
from extractor.running.folder import run
from extractor.running.settings import Settings
from extractor.running.worker import load_pipeline, process
from extractor.writing.tableset import Tables, read_tables

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Tables", "extract", "extract_folder", "load", "read_tables"]


def load(
    model: str | None = None, lexicon_dir: str | Path | None = None, authority: str | Path | None = None
) -> Language:
    """The pipeline with all components; `nlp(text)._.extractor` holds what they find.

    model: installed English spaCy package or folder with tagger, parser and names; None is the embedded one.
    lexicon_dir: folder of CSV files laid over the built-in lexicon. authority: CSV or JSON file of office holders whose
    ids the officials get. Raises ModelError, LexiconError and UsageError.
    """
    return load_pipeline(model, _folder(lexicon_dir), _folder(authority))


def extract(
    text: str,
    published: Any = None,
    title: str | None = None,
    article_id: str = "text",
    model: str | None = None,
    lexicon_dir: str | Path | None = None,
    authority: str | Path | None = None,
) -> Tables:
    """The tables of one text. published: the day it appeared, as ISO 8601 string or date. title: its headline, where
    that is not in the text. article_id: goes into every row.

    Raises UsageError where `published` is no day, TypeError where a text is no string; a text that gives nothing is a
    row of `issues`.
    """
    for name, value in (("text", text), ("article_id", article_id), ("title", title)):
        if not isinstance(value, str) and not (name == "title" and value is None):
            raise TypeError(f"{name} must be a string, not {type(value).__name__}")
    if not article_id.strip():
        raise UsageError("article_id is empty")
    day = _day(published)
    text, article_id = whole_characters(text), whole_characters(article_id)
    title = " ".join(whole_characters(title or "").split()) or None
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = "metadata" if day else None
    article = Article(article_id, "-", text, digest, "utf-8", title=title, published=day, published_source=source)
    return _collect([article], Settings(model, _folder(lexicon_dir), authority=_folder(authority)))


def extract_folder(
    path: str | Path | Iterable[str | Path],
    published: Any = None,
    metadata: str | Path | None = None,
    model: str | None = None,
    lexicon_dir: str | Path | None = None,
    workers: int = 1,
    columns: dict[str, str] | None = None,
    authority: str | Path | None = None,
) -> Tables:
    """The tables of all articles in a folder, file or list of them; the same job as `extractor run`, with the tables in
    memory.

    metadata: CSV or JSONL keyed by id or path. workers: processes to work in. columns: names of the record columns,
    e.g. {"text": "body"}. For more than memory holds, use `extractor run`, which writes as it goes.

    Raises UsageError for a source, option or file that cannot be used; what is to be told of the run as a whole comes
    as a warning.
    """
    sources = [os.fspath(path)] if isinstance(path, str | os.PathLike) else [os.fspath(p) for p in path]
    if not sources:
        raise UsageError("no sources: the list of paths is empty")
    if unknown := sorted(set(columns or {}) - set(RECORD_FIELDS)):
        raise UsageError(f"columns: no field {', '.join(unknown)}; fields are {', '.join(RECORD_FIELDS)}")
    options = ReadOptions(_day(published), Path(metadata) if metadata is not None else None, columns=columns or {})
    settings = Settings(model, _folder(lexicon_dir), authority=_folder(authority))
    with tempfile.TemporaryDirectory(prefix="extractor-") as folder:
        run(sources, Path(folder), "jsonl", options, settings, workers)
        return read_tables(folder)


def _collect(articles: list[Article], settings: Settings) -> Tables:
    linker, regimes = PeopleLinker(load_lexicon(settings.lexicon_dir)), RegimeLinker()
    collected: dict[str, list[dict[str, Any]]] = {}
    for rows in process(articles, settings):
        linker.add(rows)
        regimes.add(rows)
        for name, found in rows.items():
            collected.setdefault(name, []).extend(found)
    for official in collected["officials"]:
        official["person_id"] = linker.person_of(official)
    collected |= {"people": linker.people(), "regimes": regimes.regimes()}
    return Tables(collected)


def _day(published: Any) -> str | None:
    day = parse_day(published)
    if published is not None and day is None:
        raise UsageError(f"published={published!r} is not a day; give a date or a string like 2015-03-07")
    return day


def _folder(path: str | Path | None) -> str | None:
    return os.fspath(path) if path is not None else None
