"""The main job: sources → tables in a folder, over any number of workers, with the same bytes whatever their number."""

from __future__ import annotations

import contextlib
import shutil
import time
import warnings
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from extractor.errors import UsageError
from extractor.lexicon import Lexicon, load_lexicon
from extractor.linking.people import PeopleLinker
from extractor.linking.regimes import RegimeLinker
from extractor.reading import Metadata, Notes, ReadOptions, check_sources, read_articles
from extractor.running.chunks import chunked
from extractor.running.pool import Job, run_here, run_pool
from extractor.running.progress import Progress
from extractor.running.repeats import RepeatCounter
from extractor.running.settings import Settings, check_authority, check_lexicon
from extractor.running.shards import FOLDER, Shards, count_shard, read_shard
from extractor.schema import TABLES
from extractor.tables.rows import Rows
from extractor.writing.sinks import check_format, open_sinks
from extractor.writing.stale import file_of_others, files_of, remove_stale


@dataclass
class Summary:
    """What a run did: rows by table, articles by status, words, seconds."""

    rows: dict[str, int] = field(default_factory=dict)
    failed: int = 0
    empty: int = 0
    errors: int = 0
    words: int = 0
    seconds: float = 0.0
    resumed: int = 0

    @property
    def exit_code(self) -> int:
        """1 where something went wrong (an article gave nothing, a component failed, a row was dropped), else 0."""
        return 1 if self.errors else 0


# Notes that explain why no article was found.
_PASSED_OVER = ("skipped-files", "tables-as-input")


def run(
    sources: list[str],
    out: Path,
    format: str = "csv",
    options: ReadOptions | None = None,
    settings: Settings | None = None,
    workers: int = 1,
    show_progress: bool = False,
    resume: bool = True,
    tell: Callable[[str], None] = warnings.warn,
) -> Summary:
    """Read the sources, extract, and write all tables into `out`.

    workers: processes; 1 works in this one. resume: take finished chunks of a run that was killed, where settings and
    input are the same. tell: takes lines about the run as a whole, such as a metadata file that fits no article.
    Tables that an earlier run left in `out` in another format are removed, so that the folder holds those of one run.
    Raises UsageError for a source, option or folder that cannot be used. Articles that fail are rows of `issues`, not
    errors.
    """
    options, settings = options or ReadOptions(), settings or Settings()
    began = time.monotonic()
    if workers < 1:
        raise UsageError(f"workers={workers}: give 1 or more")
    check_format(format)
    check_sources(sources)
    check_lexicon(settings.lexicon_dir)
    check_authority(settings.authority)
    _check_out(out, sources, format)
    options = replace(options, leave_out=out.resolve())
    stdin = _stdin(sources, options)
    counter = RepeatCounter()
    metadata, notes = Metadata(options), Notes(options)
    for article in read_articles(sources, options, stdin, metadata, notes):
        counter.add(article.text)
    if counter.n_articles == 0:
        held = "".join(f" ({message})" for _, code, message in notes.notes() if code in _PASSED_OVER)
        raise UsageError(
            f"{' '.join(sources)}: no articles found{held}; known are .txt .md .html .jsonl .csv .tsv .parquet .zip"
        )
    issues = _run_issues(metadata, notes)
    for issue in issues:
        tell(issue["message"])
    repeated = counter.repeated()
    shards = Shards(out, settings.fingerprint(repeated))
    if not resume:
        _clear(shards.folder)
    summary = Summary(rows=dict.fromkeys(TABLES, 0))
    paths: list[Path] = []
    with Progress(counter.n_articles, show_progress) as progress:

        def report(counts: dict[str, int]) -> None:
            _add(summary, counts)
            progress.advance(counts["articles"], counts["words"])

        def jobs() -> Iterator[Job]:
            for chunk in chunked(read_articles(sources, options, stdin, metadata)):
                path = shards.path(chunk)
                paths.append(path)
                done = _done(path)
                if done is None:
                    yield path, chunk
                else:
                    summary.resumed += done["articles"]
                    report(done)

        try:
            done = (
                run_here(jobs(), settings, repeated) if workers == 1 else run_pool(jobs(), settings, repeated, workers)
            )
            for counts in done:
                report(counts)
        except UsageError:
            with contextlib.suppress(OSError):
                shards.folder.rmdir()
            raise
    summary.errors += sum(1 for issue in issues if issue["severity"] == "error")
    for name, n in _merge(paths, out, shards.folder, format, issues, load_lexicon(settings.lexicon_dir)).items():
        summary.rows[name] += n
    if stale := remove_stale(out, format):
        tell(f"removed from {out} the tables of an earlier run in another format: {', '.join(stale)}")
    shutil.rmtree(shards.folder, ignore_errors=True)
    summary.seconds = time.monotonic() - began
    return summary


def _run_issues(metadata: Metadata, notes: Notes) -> list[dict[str, Any]]:
    """Rows of `issues` that are about the run and not an article."""
    path = str(metadata.path) if metadata.path is not None else None
    found = [(path, "metadata-mismatch", *mismatch)] if (mismatch := metadata.mismatch()) else []
    if line := metadata.contradictions():
        found.append((path, "metadata-mismatch", "warning", line))
    found += [(None, code, severity, message) for severity, code, message in notes.notes()]
    return [
        {"article_id": None, "path": where, "severity": severity, "code": code, "message": message}
        for where, code, severity, message in found
    ]


def _merge(
    paths: list[Path], out: Path, folder: Path, format: str, issues: list[dict[str, Any]], lexicon: Lexicon
) -> dict[str, int]:
    """Shards → files: people and regimes first, since ids of people go into the officials; then every table, moved into
    place when complete. issues: those of the run as a whole. Returns the rows that are over articles, by table.
    """
    linker, regimes = PeopleLinker(lexicon), RegimeLinker()
    for rows in _articles(paths, ("articles", "titles", "officials", "sanctions")):
        linker.add(rows)
        regimes.add(rows)
    whole = {"people": linker.people(), "regimes": regimes.regimes(), "issues": issues}
    building = folder / "out"
    _clear(building)
    building.mkdir()
    with open_sinks(building, format) as sinks:
        for rows in _articles(paths):
            for official in rows["officials"]:
                official["person_id"] = linker.person_of(official)
            for name, found in rows.items():
                if found:
                    sinks.write(name, found)
        for name, found in whole.items():
            sinks.write(name, found)
    for path in sorted(building.iterdir()):
        path.replace(out / path.name)
    return {name: len(found) for name, found in whole.items()}


def _articles(paths: list[Path], tables: Iterable[str] = tuple(TABLES)) -> Iterator[Rows]:
    for path in paths:
        yield from read_shard(path, tables)


def _done(path: Path) -> dict[str, int] | None:
    if not path.is_file():
        return None
    try:
        return count_shard(path)
    except (ValueError, KeyError, OSError):
        return None


def _add(summary: Summary, counts: dict[str, int]) -> None:
    for name in TABLES:
        summary.rows[name] += counts[name]
    summary.failed += counts["failed"]
    summary.empty += counts["empty"]
    summary.errors += counts["errors"]
    summary.words += counts["words"]


def _check_out(out: Path, sources: list[str], format: str) -> None:
    if out.exists() and not out.is_dir():
        raise UsageError(f"--out {out} is a file; give a folder")
    read = {Path(s).resolve() for s in sources if s != "-"}
    if out.resolve() in read:
        raise UsageError(f"--out {out} is a source, and its tables would be read as articles; give another folder")
    for name in files_of(format):
        if (out / name).resolve() in read:
            raise UsageError(f"--out {out}: the source {out / name} would be overwritten; give another folder")
    if (other := file_of_others(out, format)) is not None:
        raise UsageError(
            f"--out {out}: {other} is no table of this program and would be overwritten; give another folder"
        )
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / FOLDER).mkdir(exist_ok=True)
        with contextlib.suppress(OSError):
            # Only to see whether it can be made; what a run that was stopped left in it stays.
            (out / FOLDER).rmdir()
    except OSError as error:
        raise UsageError(
            f"--out {out} cannot be written: {error.strerror}. Give a folder that you may write to"
        ) from error


def _stdin(sources: list[str], options: ReadOptions) -> bytes:
    """Standard input, read once, since the articles are read twice."""
    import sys

    if "-" not in sources:
        return b""
    if sources.count("-") > 1:
        raise UsageError("- is given twice; standard input can be read once")
    if sys.stdin is None:
        raise UsageError("- stands for standard input, which is closed; give a file, or pipe a text into the command")
    return sys.stdin.buffer.read(options.max_bytes + 1)


def _clear(folder: Path) -> None:
    if folder.is_dir():
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()
