"""How measures and events map to the vocabularies of the field, for `extractor schema sanctions --mappings`."""

from __future__ import annotations

import json

from extractor.errors import UsageError
from extractor.lexicon import load_lexicon

_SETS = (
    ("measures", ("measure", "gsdb", "ties", "opensanctions")),
    ("cameo", ("action", "stage", "measure", "code", "meaning")),
)


def mappings(table: str | None, format: str) -> str:
    """The mappings of a table as text, JSON or Markdown. Raises UsageError where the table has none."""
    if table != "sanctions":
        raise UsageError("--mappings are those of one table: extractor schema sanctions --mappings")
    if format not in ("text", "json", "md"):
        raise UsageError(f"unknown format {format!r}; choose from text, json, md")
    lexicon = load_lexicon()
    found: dict[str, list[dict[str, str]]] = {}
    for name, wanted in _SETS:
        rows = lexicon.rows(name)
        columns = [c for c in wanted if rows and c in rows[0]]
        found[name] = [{c: row[c] for c in columns} for row in rows]
    if format == "json":
        return json.dumps(found, indent=2, ensure_ascii=False)
    return "\n\n".join(_block(name, rows, format) for name, rows in found.items())


def _block(name: str, rows: list[dict[str, str]], format: str) -> str:
    columns = list(rows[0])
    if format == "md":
        lines = [f"## {name}", "", f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"]
        return "\n".join([*lines, *(f"| {' | '.join(r.values())} |" for r in rows)])
    widths = [max(len(c), *(len(r[c]) for r in rows)) for c in columns]
    table = [columns, *(list(r.values()) for r in rows)]
    return "\n".join(
        [name, *("  " + "  ".join(v.ljust(w) for v, w in zip(r, widths, strict=True)).rstrip() for r in table)]
    )
