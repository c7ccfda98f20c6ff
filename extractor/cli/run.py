"""`extractor run`."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass, field
from pathlib import Path

from extractor.errors import UsageError
from extractor.reading.days import parse_day
from extractor.reading.options import ReadOptions
from extractor.running.folder import Summary, run
from extractor.running.settings import Settings
from extractor.schema import TABLES


@dataclass(frozen=True, slots=True)
class Job:
    """One call of `extractor run`: where it reads and writes, and how.

    options: how sources are read. settings: what the rows depend on. resume: go on with a run that was stopped.
    quiet: no progress and no summary.
    """

    sources: list[str]
    out: Path
    format: str = "csv"
    options: ReadOptions = field(default_factory=ReadOptions)
    settings: Settings = field(default_factory=Settings)
    workers: int = 1
    resume: bool = True
    quiet: bool = False


def run_job(job: Job) -> int:
    """Run the main job; prints the summary and returns the exit code. Raises UsageError for options of no use."""
    options, limit = job.options, job.settings.time_limit
    if options.published is not None and parse_day(options.published) != options.published:
        raise UsageError(f"--published {options.published!r} is not a day; write it as 2015-03-07")
    if options.metadata is not None and not options.metadata.is_file():
        raise UsageError(f"--metadata {options.metadata}: no such file")
    if not math.isfinite(limit):
        raise UsageError(f"--time-limit {limit:g} is no number of seconds; 0 is no limit")
    if options.encoding is not None:
        _check_encoding(options.encoding)
    progress = not job.quiet and sys.stderr.isatty()
    summary = run(
        job.sources, job.out, job.format, options, job.settings, job.workers, progress, job.resume, tell=_tell
    )
    if not job.quiet:
        print(_report(summary, job.out, job.format))
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
        noun = "error" if summary.errors == 1 else "errors"
        lines.append(f"{summary.errors:,} {noun}: the table issues says where and why")
    return "\n".join(lines)
