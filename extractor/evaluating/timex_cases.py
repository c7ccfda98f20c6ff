"""Check the dates component against a file of cases: sentences with the rows they must yield.

    python -m extractor.evaluating.timex_cases CASES.jsonl [--lexicon DIR]

One JSON object per line. `text` is required; `published` is the publication day (YYYY-MM-DD) or null; `expect` lists
the expected rows in order, each with its exact `text` and any fields of the dates table: timex_type, timex_value,
timex_mod, date_start, date_end, granularity, resolution, function, event, anchor. `range` is a label that the two ends
of one range share, null where the row must be in none. `id` names the case. `window` is the pair [published_earliest,
published_latest] that the text must yield. Fields that are not given are not checked; an empty `expect` says that the
text holds no date.

Exit code 0 where all cases pass, 1 where one fails, 2 where the file cannot be read as cases.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor.components.extraction import extraction_of
from extractor.components.records import DateRecord
from extractor.errors import UsageError

if TYPE_CHECKING:
    from spacy.language import Language

_KEYS = frozenset(("id", "text", "published", "expect", "window"))
_ROW_KEYS = frozenset((*(f.name for f in fields(DateRecord)), "text", "range"))


@dataclass(frozen=True, slots=True)
class Case:
    """One text with the rows it must yield; `window` None where the days of writing are not checked."""

    id: str
    text: str
    published: str | None
    expect: list[dict[str, Any]]
    window: list[str | None] | None = None


def read_cases(path: str | Path) -> list[Case]:
    """The cases of a JSONL file. Raises UsageError, naming the line, where one cannot be read."""
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {error}") from error
    return [_case(line, f"{path}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]


def _case(line: str, where: str) -> Case:
    try:
        data = json.loads(line)
    except ValueError as error:
        raise UsageError(f"{where}: not JSON: {error}") from error
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        raise UsageError(f'{where}: a case is an object with a "text"')
    if unknown := set(data) - _KEYS:
        raise UsageError(f"{where}: unknown key {min(unknown)!r}; known: {', '.join(sorted(_KEYS))}")
    expect, published, window = data.get("expect", []), data.get("published"), data.get("window")
    if not isinstance(expect, list) or not all(isinstance(e, dict) and isinstance(e.get("text"), str) for e in expect):
        raise UsageError(f'{where}: "expect" is a list of objects, each with a "text"')
    for row in expect:
        if unknown := set(row) - _ROW_KEYS:
            raise UsageError(f"{where}: unknown field {min(unknown)!r} of {row['text']!r}")
    if published is not None and not _is_day(published):
        raise UsageError(f'{where}: "published" is a day such as 2024-05-15, or null')
    if window is not None and not (isinstance(window, list) and len(window) == 2):
        raise UsageError(f'{where}: "window" is a pair of days')
    return Case(str(data.get("id") or where), data["text"], published, expect, window)


def _is_day(text: object) -> bool:
    try:
        return isinstance(text, str) and bool(date.fromisoformat(text))
    except ValueError:
        return False


def check_case(nlp: Language, case: Case) -> list[str]:
    """What is wrong, one line per difference; empty where the case passes. `nlp` must hold extractor_dates."""
    doc = nlp.make_doc(case.text)
    facts = extraction_of(doc)
    facts.published = case.published
    nlp(doc)
    found = facts.dates
    texts, expected = [case.text[r.start : r.end] for r in found], [e["text"] for e in case.expect]
    wrong = []
    if case.window is not None and case.window != [facts.published_earliest, facts.published_latest]:
        wrong.append(f"window: expected {case.window}, found {[facts.published_earliest, facts.published_latest]}")
    if texts != expected:
        return [*wrong, f"rows: expected {expected}, found {texts}"]
    ranges: dict[object, object] = {}
    for record, row in zip(found, case.expect, strict=True):
        for field, value in row.items():
            if field == "text":
                continue
            if field == "range":
                if value is None and record.range is not None:
                    wrong.append(f"{row['text']!r}: in a range")
                elif value is not None and (
                    record.range is None or ranges.setdefault(value, record.range) is not record.range
                ):
                    wrong.append(f"{row['text']!r}: not in range {value}")
            elif getattr(record, field) != value:
                wrong.append(f"{row['text']!r}: {field}: expected {value!r}, found {getattr(record, field)!r}")
    return wrong


def failures(nlp: Language, cases: Iterable[Case]) -> Iterator[tuple[Case, list[str]]]:
    """The cases that fail, each with its differences."""
    for case in cases:
        if wrong := check_case(nlp, case):
            yield case, wrong


def dates_pipeline(lexicon_dir: str | None = None) -> Language:
    """The model with layout and dates alone; `lexicon_dir` is a folder of overlay CSV files."""
    from extractor.language.pipeline import add_components, load_base

    nlp = load_base(lexicon_dir=lexicon_dir)
    add_components(nlp, ["extractor_dates"], lexicon_dir=lexicon_dir, first="extractor_layout")
    return nlp


def main(arguments: list[str] | None = None) -> int:
    """Print the cases that fail and a count; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m extractor.evaluating.timex_cases")
    parser.add_argument("cases", help="JSONL file of cases; its form is described in docs/dates.md")
    parser.add_argument("--lexicon", metavar="DIR", help="folder of lexicon overlay files")
    given = parser.parse_args(arguments)
    try:
        cases = read_cases(given.cases)
        nlp = dates_pipeline(given.lexicon)
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    failed = 0
    for case, wrong in failures(nlp, cases):
        failed += 1
        print(f"{case.id}: {case.text}", *(f"    {line}" for line in wrong), sep="\n")
    print(f"{len(cases) - failed} of {len(cases)} cases pass")
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
