"""The commands: run, schema, info. One clear line for every mistake of use."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

app = typer.Typer(
    name="extractor",
    help="Officials, titles, dates, counts and sanctions from news articles, as tables.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

# Exit code of a command that Ctrl-C ended, by the convention of shells.
_STOPPED = 130
_GO_ON = "extractor: stopped; the same command goes on from here"

_RUN_HELP = """Read articles and write the tables.

SOURCES are folders (read recursively), files (.txt .md .html .jsonl .csv .tsv .parquet .zip) or - for one article on
standard input.

\b
Examples:
  extractor run articles/ --out tables/
  extractor run news.jsonl --out tables/ --format parquet --workers 4
  extractor run dump.csv --out tables/ --id-column key --text-column body --published-column date
  cat story.txt | extractor run - --out tables/ --published 2015-03-07

Exit code: 0 all articles read, 1 some were empty or failed (see the table issues), 2 wrong use.
"""


def _version(value: bool) -> None:
    if value:
        from extractor.version import __version__

        typer.echo(f"extractor {__version__}")
        raise typer.Exit


def _folder(name: str) -> Path:
    """A folder by its name, which an unset variable of a shell leaves empty: then it is not the current folder."""
    from extractor.errors import UsageError

    if not name:
        raise UsageError("--out has an empty name; give a folder, or . for the current folder")
    return Path(name)


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    return None


@app.command("run", help=_RUN_HELP)
def run_command(
    sources: Annotated[list[str], typer.Argument(help="Folders, files, or -", metavar="SOURCES...")],
    out: Annotated[
        Path,
        typer.Option("--out", "-o", parser=_folder, metavar="PATH", help="Folder for the tables; made if missing."),
    ],
    format: Annotated[str, typer.Option("--format", "-f", help="csv, parquet, jsonl, sqlite or xlsx.")] = "csv",
    published: Annotated[str | None, typer.Option(help="Publication day of all articles, e.g. 2015-03-07.")] = None,
    metadata: Annotated[
        Path | None, typer.Option(help="CSV or JSONL with id or path, and published, title, source, url.")
    ] = None,
    model: Annotated[
        str | None, typer.Option(help="English spaCy pipeline, package or folder; default: the built-in one.")
    ] = None,
    lexicon_dir: Annotated[
        Path | None, typer.Option(help="Folder of CSV files laid over the built-in lexicon.")
    ] = None,
    authority: Annotated[
        Path | None,
        typer.Option(
            help="CSV or JSON of office holders: name, aliases, title, country, from, to, id; rows get the ids."
        ),
    ] = None,
    workers: Annotated[int, typer.Option("--workers", "-w", min=1, help="Processes to work in.")] = 1,
    id_column: Annotated[str, typer.Option(help="Record column with the id.")] = "id",
    text_column: Annotated[str, typer.Option(help="Record column with the text.")] = "text",
    published_column: Annotated[str, typer.Option(help="Record column with the publication day.")] = "published",
    title_column: Annotated[str, typer.Option(help="Record column with the headline.")] = "title",
    source_column: Annotated[str, typer.Option(help="Record column with the newspaper or agency.")] = "source",
    url_column: Annotated[str, typer.Option(help="Record column with the address.")] = "url",
    encoding: Annotated[str | None, typer.Option(help="Encoding of all files; default: found for each.")] = None,
    max_chars: Annotated[int, typer.Option(min=1, help="Longest article that is read, in characters.")] = 2_000_000,
    time_limit: Annotated[float, typer.Option(min=0, help="Seconds for one article; 0 is no limit.")] = 600,
    resume: Annotated[bool, typer.Option(help="Go on with a run that was stopped.")] = True,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")] = False,
) -> None:
    from extractor.cli.run import Job, run_job
    from extractor.reading.options import ReadOptions
    from extractor.running.settings import Settings

    columns = {
        "id": id_column,
        "text": text_column,
        "published": published_column,
        "title": title_column,
        "source": source_column,
        "url": url_column,
    }
    job = Job(
        sources,
        out,
        format,
        options=ReadOptions(published, metadata, max_chars, encoding, columns),
        settings=Settings(
            model, str(lexicon_dir) if lexicon_dir else None, time_limit, str(authority) if authority else None
        ),
        workers=workers,
        resume=resume,
        quiet=quiet,
    )
    code = run_job(job)
    raise typer.Exit(code)


@app.command("schema")
def schema_command(
    table: Annotated[str | None, typer.Argument(help="One table; default: all.")] = None,
    format: Annotated[str, typer.Option("--format", "-f", help="text, json or md.")] = "text",
    mappings: Annotated[
        bool, typer.Option("--mappings", help="Of sanctions: measures in GSDB, TIES, OpenSanctions; events in CAMEO.")
    ] = False,
) -> None:
    """Show the tables: columns, types, vocabularies."""
    if mappings:
        from extractor.cli.mappings import mappings as show

        typer.echo(show(table, format))
        return
    from extractor.schema.render import render

    typer.echo(render(table, format).rstrip("\n"))


@app.command("info")
def info_command(
    model: Annotated[str | None, typer.Option(help="English spaCy pipeline, package or folder.")] = None,
    lexicon_dir: Annotated[
        Path | None, typer.Option(help="Folder of CSV files laid over the built-in lexicon.")
    ] = None,
) -> None:
    """Show versions, the model and the lexicon in use."""
    from extractor.cli.info import describe

    typer.echo(describe(model, str(lexicon_dir) if lexicon_dir else None))


def run_app(arguments: list[str] | None = None) -> None:
    """Run the command line; every mistake of use ends in one line on standard error and exit code 2."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that cannot show a letter of a path must not turn a run that is done into a failure.
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(exit_code_of(arguments))


def exit_code_of(arguments: list[str] | None = None) -> int:
    """As `run_app`, but returns the exit code."""
    from extractor.errors import ExtractorError, UsageError

    command = typer.main.get_command(app)
    try:
        result: Any = command.main(args=arguments, prog_name="extractor", standalone_mode=False)
    except UsageError as error:
        return _complain(str(error))
    except ExtractorError as error:
        _complain(str(error))
        return 1
    except BrokenPipeError:
        # The reader of the output, such as `head`, has seen enough; the interpreter must not flush into it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        where = f" {error.filename}" if error.filename else ""
        _complain(f"cannot go on:{where} {error.strerror or error}. Mend that, and the same command goes on from here")
        return 1
    except KeyboardInterrupt:
        typer.echo(_GO_ON, err=True)
        return _STOPPED
    except Exception as error:
        # The library that typer is built on, wherever it is kept, marks its usage errors with these.
        if hasattr(error, "format_message") and hasattr(error, "exit_code"):
            context = getattr(error, "ctx", None)
            hint = f" (see {context.command_path} --help)" if context is not None else " (see extractor --help)"
            message = error.format_message()
            if type(error).__name__ == "NoArgsIsHelpError":
                typer.echo(message)
                return 2
            return _complain(message.rstrip(".") + hint)
        if type(error).__name__ == "Abort":
            typer.echo(_GO_ON, err=True)
            return _STOPPED
        raise
    if result == _STOPPED:  # Some versions of the library take Ctrl-C themselves.
        typer.echo(_GO_ON, err=True)
    return result if isinstance(result, int) else 0


def _complain(message: str) -> int:
    typer.echo(f"extractor: {' '.join(message.split())}", err=True)
    return 2
