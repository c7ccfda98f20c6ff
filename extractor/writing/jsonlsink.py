"""JSON Lines: one object a row, all columns, null for missing values; json columns as JSON, not as strings of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extractor.schema import Table


class JsonlSink:
    """One table as NAME.jsonl."""

    suffix = ".jsonl"

    def __init__(self, folder: Path, table: Table) -> None:
        self.path = folder / f"{table.name}{self.suffix}"
        self.table = table
        self._json = [c.name for c in table.columns if c.type == "json"]
        self._numbers = [c.name for c in table.columns if c.type == "number"]
        self._handle = self.path.open("w", encoding="utf-8", newline="\n")

    def write(self, rows: Iterable[dict[str, Any]]) -> None:
        names = self.table.names
        for row in rows:
            found = {name: row[name] for name in names}
            for name in self._json:
                if found[name] is not None:
                    found[name] = json.loads(found[name])
            for name in self._numbers:
                if found[name] is not None:
                    found[name] = float(found[name])
            self._handle.write(json.dumps(found, ensure_ascii=False) + "\n")

    def close(self) -> None:
        self._handle.close()
