"""Records: JSONL, CSV and Parquet files with one article a row. A broken record is one failed article, no more."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

from extractor.errors import ReadError
from extractor.reading.csvfile import CsvRows
from extractor.reading.decode import decode
from extractor.reading.options import ReadOptions

# (line or row number, record or the error that stands in its place)
Numbered = tuple[int, "dict[str, Any] | ReadError"]


def read_records(path: Path, options: ReadOptions) -> Iterator[Numbered]:
    """The records of one file, numbered by line (JSONL: physical lines; CSV and Parquet: rows after the header, from 2
    and 1).
    """
    name = path.name.lower().removesuffix(".gz")
    if name.endswith((".jsonl", ".ndjson")):
        yield from _jsonl(path, options)
    elif name.endswith((".csv", ".tsv")):
        yield from _csv(path, options, "\t" if name.endswith(".tsv") else ",")
    else:
        yield from _parquet(path, options)


def _open(path: Path) -> IO[bytes]:
    return cast("IO[bytes]", gzip.open(path, "rb")) if path.suffix.lower() == ".gz" else path.open("rb")


def _jsonl(path: Path, options: ReadOptions) -> Iterator[Numbered]:
    # JSON may escape every character as \uXXXX.
    limit = 2 * options.max_bytes + 100_000
    with _open(path) as handle:
        number = 0
        while line := handle.readline(limit):
            number += 1
            if len(line) >= limit and not line.endswith(b"\n"):
                while (more := handle.readline(limit)) and not more.endswith(b"\n"):
                    pass
                yield number, ReadError("too-long", f"the record has more than {limit:,} bytes")
                continue
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            if not line.strip():
                continue
            yield number, _json_record(line)


def _json_record(line: bytes) -> dict[str, Any] | ReadError:
    try:
        record = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        return ReadError("bad-encoding", f"the record is not UTF-8: {error.reason} at byte {error.start}")
    except (ValueError, RecursionError) as error:
        return ReadError("bad-record", f"the record is not JSON: {error}")
    if not isinstance(record, dict):
        return ReadError("bad-record", f"the record is a JSON {type(record).__name__}, not an object")
    return record


def _csv(path: Path, options: ReadOptions, delimiter: str) -> Iterator[Numbered]:
    with _open(path) as handle:
        sample = handle.read(1_000_000)
    # The sample may end within a character: that is no damage.
    encoding = options.encoding or decode(sample[: sample.rfind(b"\n") + 1] or sample)[1]
    with _open(path) as handle, io.TextIOWrapper(handle, encoding=encoding, errors="replace", newline="") as text:
        rows = CsvRows(text, delimiter, options)
        if options.column("text") not in rows.columns:
            raise ReadError("no-text-column", _no_column(options, rows.columns))
        yield from rows


def _parquet(path: Path, options: ReadOptions) -> Iterator[Numbered]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
    except (pa.ArrowException, OSError) as error:
        raise ReadError("bad-file", f"not a Parquet file: {str(error).splitlines()[0]}") from error
    with file:
        present = file.schema_arrow.names
        if options.column("text") not in present:
            raise ReadError("no-text-column", _no_column(options, present))
        wanted = [
            c
            for c in (options.column(f) for f in ("id", "text", "published", "title", "source", "url"))
            if c in present
        ]
        number = 0
        batches = file.iter_batches(batch_size=256, columns=wanted)
        while True:
            try:
                batch = next(batches, None)
            except (pa.ArrowException, OSError) as error:
                reason = str(error).splitlines()[0]
                raise ReadError("bad-file", f"damaged Parquet file after row {number:,}: {reason}") from error
            if batch is None:
                return
            for row in batch.to_pylist():
                number += 1
                yield number, row


def _no_column(options: ReadOptions, present: list[str]) -> str:
    held = ", ".join(present) or "none"
    return f"no column {options.column('text')!r}; columns are {held}: name yours with --text-column"
