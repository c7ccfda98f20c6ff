"""Compile the hand annotation of a corpus into gold.jsonl with verified offsets.

    python -m extractor.evaluating.compile_gold [CORPUS] [--check]

CORPUS holds articles/NAME.txt (raw texts) and gold/NAME.json (annotation: quotes with occurrence numbers); the result
is CORPUS/gold.jsonl, one line per article. Every quote is located in the raw text, every coded value is checked against
the schema's vocabulary, and all problems are reported together: nothing is written while there is one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from extractor.errors import UsageError
from extractor.schema import TABLES, Table

Item = dict[str, Any]
Article = dict[str, Any]

SECTIONS = ("officials", "titles", "dates", "counts", "sanctions", "meetings", "statements")
ARTICLE_KEYS = frozenset({"published", "published_note", "partial", *SECTIONS})
# What an annotation may say beyond the columns of its table.
ANNOTATION_KEYS = frozenset({"nth", "note", "optional"})
SECTION_KEYS = {
    "officials": frozenset({"mentions"}),
    "titles": frozenset({"official", "valid_from", "valid_to"}),
    "counts": frozenset({"related"}),
}
# A row is told from its neighbours by its span and these fields: two items alike in all of them are one item twice.
IDENTITY = {
    "titles": ("official", "head"),
    "sanctions": ("action", "stage", "sender", "target", "measures"),
}


class GoldError(UsageError):
    """The annotation does not fit its text or the vocabulary; the message lists every place."""


@dataclass(slots=True)
class _Compiler:
    """Compiles one article and collects what is wrong with it."""

    name: str
    raw: str
    problems: list[str] = field(default_factory=list)

    def problem(self, section: str, item: Item, what: str) -> None:
        label = item.get("text") or item.get("name")
        self.problems.append(f"{self.name}: {section} {label!r}: {what}")

    def article(self, note: Article) -> Article:
        for key in sorted(note.keys() - ARTICLE_KEYS):
            self.problems.append(f"{self.name}: unknown key {key!r}")
        self._iso(note, "article", "published")
        result: Article = {"article_id": self.name, **{k: v for k, v in note.items() if k not in SECTIONS}}
        for section in SECTIONS:
            if section in note:
                result[section] = [self._item(section, item) for item in note[section]]
        self._officials(result)
        for section in SECTIONS[1:]:
            self._twice(section, result.get(section, []))
        result["raw"] = self.raw
        return result

    def _item(self, section: str, item: Item) -> Item:
        table = TABLES[section]
        unknown = item.keys() - set(table.names) - ANNOTATION_KEYS - SECTION_KEYS.get(section, frozenset())
        for key in sorted(unknown):
            self.problem(section, item, f"unknown key {key!r}")
        self._vocabulary(section, table, item)
        for column in table.columns:
            if column.type == "date":
                self._iso(item, section, column.name)
        if section == "officials":
            mentions = [self._located(section, mention) for mention in item.get("mentions", [])]
            if not mentions:
                self.problem(section, item, "no mention")
            return {**item, "mentions": mentions}
        return self._located(section, item)

    def _located(self, section: str, item: Item) -> Item:
        """The item with start and end in place of nth, the number of the occurrence of its quote, counted from 1."""
        text, nth = item.get("text", ""), item.get("nth", 1)
        result = {k: v for k, v in item.items() if k != "nth"}
        found = list(_occurrences(self.raw, text))
        if nth < 1 or len(found) < nth:
            self.problem(section, item, f"quote not found: occurrence {nth} asked for, {len(found)} in the text")
            return result | {"start": -1, "end": -1}
        start = found[nth - 1]
        return result | {"start": start, "end": start + len(text)}

    def _vocabulary(self, section: str, table: Table, item: Item) -> None:
        for column in table.columns:
            value = item.get(column.name)
            if column.values is None or value in (None, "", []):
                continue
            for part in value if isinstance(value, list) else [value]:
                if part not in column.values:
                    self.problem(section, item, f"{column.name}={part!r} is not in the vocabulary")

    def _iso(self, item: Item, section: str, key: str) -> None:
        value = item.get(key)
        if value is None:
            return
        try:
            date.fromisoformat(value)
        except (TypeError, ValueError):
            self.problem(section, item, f"{key}={value!r} is not a date")

    def _officials(self, article: Article) -> None:
        """Names that titles and counts point to exist; no span is a mention of two people."""
        names = {official["name"] for official in article.get("officials", [])}
        for title in article.get("titles", []):
            if title.get("official") and title["official"] not in names:
                self.problem("titles", title, f"official {title['official']!r} is not among the officials")
        spans = sorted(
            (m["start"], m["end"], official["name"])
            for official in article.get("officials", [])
            for m in official["mentions"]
            if m["start"] >= 0
        )
        for (_, end, first), (start, _, second) in zip(spans, spans[1:]):
            if start < end:
                self.problems.append(f"{self.name}: a mention of {first!r} and one of {second!r} overlap")
        counts = article.get("counts", [])
        for count in counts:
            if "related" in count:
                count["related"] = self._related(count, counts)

    def _related(self, count: Item, counts: list[Item]) -> Item:
        """The count that a count's "related" quotes, as text and offsets."""
        found = [c for c in counts if c is not count and c["text"] == count["related"]]
        if len(found) != 1:
            self.problem("counts", count, f"related {count['related']!r} names {len(found)} counts")
            return {"text": count["related"], "start": -1, "end": -1}
        return {key: found[0][key] for key in ("text", "start", "end")}

    def _twice(self, section: str, items: list[Item]) -> None:
        """A quote annotated twice on one span is most often one whose nth was forgotten."""
        seen: set[tuple[Any, ...]] = set()
        for item in items:
            key = (item["start"], item["end"], *(str(item.get(k)) for k in IDENTITY.get(section, ())))
            if key in seen and item["start"] >= 0:
                self.problem(section, item, "annotated twice on one span; is nth missing?")
            seen.add(key)


def _occurrences(raw: str, text: str) -> Iterator[int]:
    """Starts of the non-overlapping occurrences of text, left to right."""
    start = raw.find(text) if text else -1
    while start >= 0:
        yield start
        start = raw.find(text, start + len(text))


def compile_article(name: str, raw: str, note: Article) -> Article:
    """One annotated article as a gold record: offsets for quotes, article_id and raw text added.

    name: the article's id; raw: its decoded text, newlines untouched; note: the annotation as loaded from JSON.
    Raises GoldError naming every quote that is not in the text and every value outside the schema.
    """
    compiler = _Compiler(name, raw)
    record = compiler.article(note)
    if compiler.problems:
        raise GoldError("\n".join(compiler.problems))
    return record


def compile_corpus(corpus: Path) -> list[Article]:
    """The gold records of a corpus folder, sorted by article id (file path under articles/ without suffix).

    Raises GoldError listing every problem of every article, texts without annotation and annotation without text.
    """
    texts, notes = _files(corpus / "articles", ".txt"), _files(corpus / "gold", ".json")
    problems = [f"{name}: no annotation gold/{name}.json" for name in sorted(texts.keys() - notes.keys())]
    problems += [f"{name}: no text articles/{name}.txt" for name in sorted(notes.keys() - texts.keys())]
    records = []
    for name in sorted(texts.keys() & notes.keys()):
        try:
            with texts[name].open(encoding="utf-8", newline="") as handle:
                raw = handle.read()
            records.append(compile_article(name, raw, json.loads(notes[name].read_text(encoding="utf-8"))))
        except GoldError as error:
            problems.append(str(error))
        except ValueError as error:
            problems.append(f"{name}: {error}")
    if problems:
        raise GoldError("\n".join(problems))
    return records


def _files(folder: Path, suffix: str) -> dict[str, Path]:
    """Article id → file, over the folder and the folders below it."""
    if not folder.is_dir():
        raise GoldError(f"{folder} is not a folder")
    return {p.relative_to(folder).with_suffix("").as_posix(): p for p in folder.rglob(f"*{suffix}")}


def to_jsonl(records: list[Article]) -> str:
    """The records as JSON lines, the text of gold.jsonl."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def main(arguments: list[str]) -> int:
    """Write CORPUS/gold.jsonl, or with --check say whether it is up to date; the exit status."""
    check = "--check" in arguments
    folders = [a for a in arguments if not a.startswith("--")]
    corpus = Path(folders[0]) if folders else Path("corpus")
    try:
        records = compile_corpus(corpus)
    except GoldError as error:
        print(error, file=sys.stderr)
        return 1
    target, text = corpus / "gold.jsonl", to_jsonl(records)
    if check:
        current = target.exists() and target.read_text(encoding="utf-8") == text
        print(f"{target} is {'up to date' if current else 'out of date: run without --check'}")
        return 0 if current else 1
    target.write_text(text, encoding="utf-8", newline="\n")
    sizes = ", ".join(f"{sum(len(r.get(s, [])) for r in records)} {s}" for s in SECTIONS)
    print(f"{len(records)} articles: {sizes}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
