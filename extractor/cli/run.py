"""`extractor run`."""

from __future__ import annotations

import math
import sys
from pathlib import Path

from extractor.errors import UsageError
from extractor.reading.days import parse_day
from extractor.reading.options import ReadOptions
from extractor.running.folder import Summary, run
from extractor.running.settings import Settings
from extractor.schema import TABLES


def run_job(
    sources: list[str],
    out: Path,
    format: str,
    published: str | None,
    metadata: Path | None,
    model: str | None,
    lexicon_dir: Path | None,
    authority: Path | None,
    workers: int,
    columns: dict[str, str],
    encoding: str | None,
    max_chars: int,
    time_limit: float,
    resume: bool,
    quiet: bool,
) -> int:
    """Run the main job with these options; prints the summary and returns the exit code."""
    if published is not None and parse_day(published) != published:
        raise UsageError(f"--published {published!r} is not a day; write it as 2015-03-07")
    if metadata is not None and not metadata.is_file():
        raise UsageError(f"--metadata {metadata}: no such file")
    if not math.isfinite(time_limit):
        raise UsageError(f"--time-limit {time_limit:g} is no number of seconds; 0 is no limit")
    if encoding is not None:
        _check_encoding(encoding)
    options = ReadOptions(published, metadata, max_chars, encoding, columns)
    settings = Settings(
        model, str(lexicon_dir) if lexicon_dir else None, time_limit, str(authority) if authority else None
    )
    summary = run(sources, out, format, options, settings, workers, not quiet and sys.stderr.isatty(), resume, _tell)
    if not quiet:
        print(_report(summary, out, format))
    return summary.exit_code


def _tell(message: str) -> None:
    print(f"extractor: {' '.join(message.split())}", file=sys.stderr, flush=True)


def _check_encoding(name: str) -> None:
    try:
        b"a".decode(name, "replace")
    except (LookupError, UnicodeError, ValueError) as error:
        raise UsageError(f"--encoding {name!r} is not known; common ones are utf-8, utf-16, cp1252, latin-1") from error


def _report(summary: Summary, out: Path, format: str) -> str:
    """The summary as lines of text."""
    n = summary.rows["articles"]
    lines = [f"{'table':<14} {'rows':>9}"]
    lines += [f"{name:<14} {summary.rows[name]:>9,}" for name in TABLES]
    rate = summary.words / summary.seconds if summary.seconds else 0
    ok = n - summary.failed - summary.empty
    lines.append(
        f"{n:,} articles ({ok:,} ok, {summary.empty:,} empty, {summary.failed:,} failed), {summary.words:,} words "
        f"in {summary.seconds:,.1f} s ({rate:,.0f} words/s) -> {out} ({format})"
    )
    if summary.resumed:
        lines.append(f"{summary.resumed:,} articles were taken from the run that was stopped")
    if summary.exit_code:
        lines.append(f"{summary.errors:,} errors: the table issues says where and why")
    return "\n".join(lines)
