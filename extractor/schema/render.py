"""The schema as text, JSON or Markdown. docs/schema.md is this Markdown; a test keeps it so."""

from __future__ import annotations

import json
import textwrap
from typing import Any

from extractor.errors import UsageError
from extractor.schema.columns import Column, Table
from extractor.schema.tables import TABLES
from extractor.schema.vocabulary import VOCABULARIES

FORMATS = ("text", "json", "md")


def render(table: str | None = None, format: str = "text") -> str:
    """One table, or all with their vocabularies. Raises UsageError for an unknown table or format."""
    if table is not None and table not in TABLES:
        raise UsageError(f"no table {table!r}; tables are {', '.join(TABLES)}")
    if format not in FORMATS:
        raise UsageError(f"unknown format {format!r}; choose from {', '.join(FORMATS)}")
    tables = [TABLES[table]] if table else list(TABLES.values())
    if format == "json":
        return json.dumps({"tables": [_as_dict(t) for t in tables], "vocabularies": _vocabularies(tables)}, indent=2)
    return _markdown(tables) if format == "md" else _text(tables)


def _as_dict(table: Table) -> dict[str, Any]:
    columns = [
        {
            "name": c.name,
            "type": c.type,
            "description": c.description,
            "required": c.required,
            "multiple": c.multiple,
            "vocabulary": c.vocabulary,
            "references": c.references,
        }
        for c in table.columns
    ]
    return {"name": table.name, "description": table.description, "key": table.key, "columns": columns}


def _vocabularies(tables: list[Table]) -> dict[str, list[str]]:
    used = {c.vocabulary for t in tables for c in t.columns if c.vocabulary}
    return {name: list(values) for name, values in VOCABULARIES.items() if name in used}


def _notes(table: Table, column: Column) -> str:
    notes = [column.description]
    if column.name == table.key:
        notes.append("key")
    if column.references:
        notes.append(f"refers to {column.references}")
    if column.multiple:
        notes.append("several joined by ;")
    return "; ".join(notes)


def _text(tables: list[Table]) -> str:
    lines: list[str] = []
    for table in tables:
        lines += [f"{table.name}: {table.description}", ""]
        for c in table.columns:
            kind = f"{c.type}{'' if c.required else '?'}"
            lines.append(f"  {c.name:<22} {kind:<9} {_notes(table, c)}{f' [{c.vocabulary}]' if c.vocabulary else ''}")
        lines.append("")
    vocabularies = _vocabularies(tables)
    if vocabularies:
        lines += ["vocabularies", ""]
    for name, values in vocabularies.items():
        lines += textwrap.wrap(f"{name}: {', '.join(values)}", 110, initial_indent="  ", subsequent_indent="    ")
    return "\n".join(lines).rstrip()


_INTRO = """# The tables

Generated from the schema (`extractor schema --format md`); do not edit by hand.

Offsets `start` and `end` count code points in the decoded raw text, from 0, end exclusive: `raw[start:end] == text`.
Days are ISO 8601,
countries ISO 3166-1 alpha-3 (`EUE` and `UNO` for the European Union and the United Nations). What the text does not
settle is empty. Every
table is written, with its header and types, even where it has no rows. Ids depend on nothing but article id, table,
span and key fields.

For HTML input the text that trafilatura takes from the page stands for the raw text: offsets count in it, and `issues`
says so (`html-extracted`).
"""


def _markdown(tables: list[Table]) -> str:
    lines = [_INTRO]
    for table in tables:
        lines += [f"## {table.name}", "", f"{table.description[0].upper()}{table.description[1:]}.", ""]
        lines += ["| column | type | required | values | description |", "|---|---|---|---|---|"]
        for c in table.columns:
            values = f"[{c.vocabulary}](#{c.vocabulary})" if c.vocabulary else ""
            lines.append(f"| `{c.name}` | {c.type} | {'yes' if c.required else ''} | {values} | {_notes(table, c)} |")
        lines.append("")
    lines += ["## Vocabularies", ""]
    for name, allowed in _vocabularies(tables).items():
        lines += [f"### {name}", "", ", ".join(f"`{v}`" for v in allowed), ""]
    return "\n".join(lines).rstrip() + "\n"
