"""An authority file of office holders: the user's own list gives its ids to the officials it names.

Columns (CSV, or JSON/JSONL objects with the same keys): name, aliases (joined by ";"), title, country (ISO 3166-1
alpha-3), from, to (ISO 8601, possibly partial; empty = open), id. OpenSanctions' positions (occupancy: holder, post,
startDate, endDate) and Wikidata's P39 with P580 and P582 give such a table directly.
"""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extractor.errors import UsageError
from extractor.linking.names import fold

COLUMNS = ("name", "aliases", "title", "country", "from", "to", "id")
_REQUIRED = ("name", "id")
_CODE = re.compile(r"[A-Z]{3}\Z")
# Days may carry a time, as in OpenSanctions and Wikidata exports.
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T.*)?)?)?\Z")


@dataclass(frozen=True, slots=True)
class Holder:
    """One line of the file: one person in one post. start and end are padded outwards to whole days."""

    id: str
    title: str
    country: str
    start: str
    end: str


class Authority:
    """The holders by name key; names agree in any order of their words, without accents, case and hyphens."""

    def __init__(self, rows: list[dict[str, str]], where: str = "authority") -> None:
        self._by_key: dict[str, list[Holder]] = {}
        for number, row in enumerate(rows, start=2):
            missing = [c for c in _REQUIRED if not (row.get(c) or "").strip()]
            if missing:
                raise UsageError(
                    f"{where}, line {number}: {' and '.join(missing)} is empty; columns are {', '.join(COLUMNS)}"
                )
            cell = {c: (row.get(c) or "").strip() for c in COLUMNS}
            if cell["country"] and not _CODE.match(cell["country"]):
                raise UsageError(
                    f"{where}, line {number}: country is {cell['country']!r}, not an alpha-3 code like NOR"
                )
            for column in ("from", "to"):
                if cell[column] and not _DAY.match(cell[column]):
                    wanted = "2015-03-07, 2015-03, 2015 or nothing"
                    raise UsageError(f"{where}, line {number}: {column} is {cell[column]!r}; give {wanted}")
            start, end = (
                (cell["from"] + "-01-01")[:10] if cell["from"] else "",
                (cell["to"] + "-99-99")[:10] if cell["to"] else "9999",
            )
            holder = Holder(cell["id"], cell["title"].lower(), cell["country"], start, end)
            for name in (cell["name"], *cell["aliases"].split(";")):
                if name.strip():
                    self._by_key.setdefault(_key(name), []).append(holder)

    @classmethod
    def load(cls, path: Path) -> Authority:
        """Read the file. Raises UsageError, naming file and line, where it is missing or malformed."""
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"cannot read the authority file {path}: {error}") from error
        return cls(_rows(text, path), str(path))

    def match(self, name: str, country: str | None, day: str | None) -> list[Holder]:
        """Holders of this name whose country and days do not contradict, all of one id; empty where several ids fit.

        country: country served, or None where unknown. day: publication day, or None; then every term fits.
        """
        countries = set((country or "").split(";")) - {""}
        fits = [
            h
            for h in self._by_key.get(_key(name), ())
            if (not h.country or not countries or h.country in countries) and (day is None or h.start <= day <= h.end)
        ]
        return fits if len({h.id for h in fits}) == 1 else []


@lru_cache(maxsize=4)
def load_authority(path: str) -> Authority:
    """The file, read once per process."""
    return Authority.load(Path(path))


def _key(name: str) -> str:
    return " ".join(sorted(fold(name).split()))


def _rows(text: str, path: Path) -> list[dict[str, str]]:
    suffix = path.suffix.lower()
    try:
        if suffix == ".jsonl":
            found = [json.loads(line) for line in text.splitlines() if line.strip()]
        elif suffix == ".json":
            found = json.loads(text)
        else:
            reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
            absent = [c for c in _REQUIRED if c not in (reader.fieldnames or ())]
            if absent:
                raise UsageError(f"{path}: missing column {', '.join(absent)}; columns are {', '.join(COLUMNS)}")
            return list(reader)
    except json.JSONDecodeError as error:
        raise UsageError(f"{path}: not valid JSON: {error}") from error
    except csv.Error as error:
        raise UsageError(f"{path}: not CSV: {error}") from error
    if not isinstance(found, list) or not all(isinstance(r, dict) for r in found):
        raise UsageError(f"{path}: a list of objects is needed, with {', '.join(COLUMNS)}")
    return [{k: ";".join(map(str, v)) if isinstance(v, list) else str(v or "") for k, v in r.items()} for r in found]
