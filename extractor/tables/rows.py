"""Records → rows: one article's facts as plain dicts that keep to the schema, with ids, raw text and sentences."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from extractor.cleaning.view import View
from extractor.components.extraction import Extraction
from extractor.components.records import (
    CountRecord,
    DateRecord,
    Fact,
    Mention,
    TitleRecord,
)
from extractor.reading.article import Article
from extractor.schema import FACT_TABLES, TABLES
from extractor.tables.checks import check_row
from extractor.tables.ids import KEY_FIELDS, IdMaker, digest

Row = dict[str, Any]
Rows = dict[str, list[Row]]

# The article's own columns, which are not fields of records.
_COMPUTED = frozenset(
    {"article_id", "text", "start", "end", "sentence", "confidence", "rule", "person_id", "n_mentions"}
)
# Columns whose value is another row's id, and the record field that points to that row.
_LINKS = {
    "titles": ("official_id", "official"),
    "counts": ("related_count_id", "related"),
    "statements": ("official_id", "official"),
}
# Kind of mention of a row's own span.
_OWN_KIND = {"officials": "name", "organizations": "name", "titles": "title"}


_FIELDS: dict[tuple[str, type], list[tuple[str, bool]]] = {}


def _fields(table: str, kind: type) -> list[tuple[str, bool]]:
    """Columns that the records of this kind have, and whether they hold several values."""
    known = _FIELDS.get((table, kind))
    if known is None:
        columns = [c for c in TABLES[table].columns if hasattr(kind, c.name) and c.name not in _COMPUTED]
        known = _FIELDS[table, kind] = [(c.name, c.multiple) for c in columns]
    return known


def empty_rows() -> Rows:
    """A list without rows for every table."""
    return {name: [] for name in TABLES}


class RowMaker:
    """Makes the rows of one article."""

    def __init__(self, article: Article, view: View, sentences: list[tuple[int, int]]) -> None:
        self.article = article
        self.view = view
        self.sentences = sentences
        self._starts = [s for s, _ in sentences]
        self.ids = IdMaker(article.article_id)
        self.rows = empty_rows()
        self._id_of: dict[int, str] = {}

    def make(self, extraction: Extraction) -> Rows:
        """Rows of the fact tables, mentions and issues. A row that fails a check is left out and named in issues."""
        made: dict[str, list[tuple[Fact, Row]]] = {}
        for table in FACT_TABLES:
            made[table] = []
            for record in sorted(extraction.records(table), key=lambda r: (r.start, r.end)):
                row = self._row(table, record)
                if row is not None:
                    made[table].append((record, row))
        for table, pairs in made.items():
            for record, row in pairs:
                self._link(table, record, row)
                self._add_mentions(table, record, row)
                self.rows[table].append(row)
        self._add_ranges(made["dates"])
        for doubt in extraction.doubts:
            self.issue("warning", doubt.code, doubt.message)
        for rows in (self.rows[t] for t in (*FACT_TABLES, "mentions")):
            rows.sort(key=lambda r: (r["start"], r["end"], str(next(iter(r.values())))))
        return self.rows

    def issue(self, severity: str, code: str, message: str) -> None:
        """Add a row about this article to `issues`."""
        self.rows["issues"].append(issue_row(self.article, severity, code, message))

    def _row(self, table: str, record: Fact) -> Row | None:
        declared = TABLES[table]
        raw = self.article.text
        try:
            start, end = self.view.to_raw(record.start, record.end)
        except (ValueError, TypeError, IndexError):
            self.issue(
                "error",
                "bad-row",
                f"{table}: no such span in the text: {record.start}, {record.end} (rule {record.rule})",
            )
            return None
        row: Row = dict.fromkeys(declared.names)
        for name, multiple in _fields(table, type(record)):
            value = getattr(record, name)
            if value is not None:
                row[name] = _plain(value, multiple)
        row |= {
            "article_id": self.article.article_id,
            "text": raw[start:end],
            "start": start,
            "end": end,
            "sentence": self._sentence(record.start),
            "confidence": round(float(record.confidence), 4),
            "rule": record.rule or None,
        }
        if "n_mentions" in row:
            row["n_mentions"] = len({(record.start, record.end), *((m.start, m.end) for m in _mentions(record))})
        key = declared.key or ""
        row[key] = self.ids.make(table, start, end, *(row[f] for f in KEY_FIELDS[table]), self._tie(record))
        problem = check_row(declared, row, raw)
        if problem:
            self.issue("error", "bad-row", f"{table} {row['text'][:60]!r} at {start}: {problem} (rule {record.rule})")
            return None
        self._id_of[id(record)] = row[key]
        return row

    def _tie(self, record: Fact) -> str | None:
        """What tells two title rows on one span apart: whose title it is."""
        return record.official.name if isinstance(record, TitleRecord) and record.official is not None else None

    def _link(self, table: str, record: Fact, row: Row) -> None:
        if table in _LINKS:
            column, attribute = _LINKS[table]
            other = getattr(record, attribute)
            row[column] = self._id_of.get(id(other)) if other is not None else None
            # A whole that the text names without giving it ("five of the 17") leaves the relation without a target.
            if isinstance(record, CountRecord) and other is not None and row[column] is None:
                row["relation"] = None
        if isinstance(record, DateRecord) and record.anchor_record is not None:
            row["anchor"] = self._id_of.get(id(record.anchor_record))

    def _add_ranges(self, pairs: list[tuple[Fact, Row]]) -> None:
        """One range_id for the dates that share a range object."""
        groups: dict[int, list[Row]] = {}
        for record, row in pairs:
            if isinstance(record, DateRecord) and record.range is not None:
                groups.setdefault(id(record.range), []).append(row)
        for rows in groups.values():
            name = f"ra-{digest(*sorted(r['date_id'] for r in rows))}" if len(rows) > 1 else None
            for row in rows:
                row["range_id"] = name

    def _add_mentions(self, table: str, record: Fact, row: Row) -> None:
        key = row[TABLES[table].key or ""]
        own = Mention(record.start, record.end, _OWN_KIND.get(table, "nominal"))
        seen: set[tuple[int, int]] = set()
        for mention in (own, *_mentions(record)):
            try:
                start, end = self.view.to_raw(mention.start, mention.end)
            except (ValueError, TypeError, IndexError):
                self.issue(
                    "error", "bad-row", f"mentions: no such span: {mention.start}, {mention.end} (rule {record.rule})"
                )
                continue
            if (start, end) in seen:
                continue
            seen.add((start, end))
            made = {
                "mention_id": self.ids.make("mentions", start, end, key),
                "article_id": self.article.article_id,
                "table": table,
                "row_id": key,
                "mention_kind": mention.kind,
                "text": self.article.text[start:end],
                "start": start,
                "end": end,
            }
            problem = check_row(TABLES["mentions"], made, self.article.text)
            if problem:
                self.issue(
                    "error", "bad-row", f"mentions {made['text'][:60]!r} at {start}: {problem} (rule {record.rule})"
                )
            else:
                self.rows["mentions"].append(made)

    def _sentence(self, offset: int) -> str | None:
        k = bisect_right(self._starts, offset) - 1
        if k < 0:
            return None
        start, end = self.sentences[k]
        if end <= start:
            return None
        first, last = self.view.to_raw(start, end)
        return self.article.text[first:last]


def issue_row(article: Article, severity: str, code: str, message: str) -> Row:
    """A row of the issues table; the message is kept to one line of at most 500 characters."""
    line = " ".join(message.split())
    return {
        "article_id": article.article_id,
        "path": article.path,
        "severity": severity,
        "code": code,
        "message": line[:500],
    }


def _mentions(record: Fact) -> list[Mention]:
    return getattr(record, "mentions", None) or []


def _plain(value: Any, multiple: bool) -> Any:
    """A cell: None for empty; several values sorted and joined by ";"; white space single."""
    if value is None or value == "" or value == ():
        return None
    if isinstance(value, bool | int | float):
        return value
    if multiple:
        parts = value.split(";") if isinstance(value, str) else value
        return ";".join(sorted({" ".join(str(p).replace(";", ",").split()) for p in parts if p})) or None
    return " ".join(value.split()) if isinstance(value, str) else value


__all__ = ["Row", "RowMaker", "Rows", "empty_rows", "issue_row"]
