"""Records: JSONL, CSV and Parquet files with one article a row. A broken record is one failed article, no more."""

from __future__ import annotations

import codecs
import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

from extractor.errors import ReadError
from extractor.reading.csvfile import CsvRows, separator_of
from extractor.reading.decode import decode
from extractor.reading.options import RECORD_FIELDS, ReadOptions

# (line or row number, record or the error that stands in its place)
Numbered = tuple[int, "dict[str, Any] | ReadError"]

_SAMPLE = 1_000_000


class RecordFile:
    """The records of one file; iterate once. They are numbered by line (JSONL: physical lines; CSV and Parquet: rows
    after the header, from 2 and 1).

    encoding: of the file's text, known with the first record. replaces: bytes that do not fit it become U+FFFD.
    """

    def __init__(self, path: Path, options: ReadOptions) -> None:
        self.path = path
        self.options = options
        self.encoding = "utf-8"
        self.replaces = False
        self._warnings: list[tuple[str, str]] = []

    def __iter__(self) -> Iterator[Numbered]:
        name = self.path.name.lower().removesuffix(".gz")
        if name.endswith((".jsonl", ".ndjson")):
            return _jsonl(self.path, self.options)
        if name.endswith((".csv", ".tsv")):
            return self._csv("\t" if name.endswith(".tsv") else ",")
        return _parquet(self.path, self.options)

    def take_warnings(self) -> list[tuple[str, str]]:
        """(code, message) pairs about the file, for the first article of it that asks."""
        taken, self._warnings = self._warnings, []
        return taken

    def _csv(self, separator: str) -> Iterator[Numbered]:
        options = self.options
        sample, first = _samples(self.path)
        if not first:
            raise ReadError("no-text-column", "the file is empty: not even a header line")
        if options.encoding:
            self.encoding = options.encoding
        else:
            _, self.encoding, warnings = decode(sample)
            # What is said of damage is said of the cut sample; each record tells of its own.
            self._warnings = [(code, message) for code, message in warnings if code == "guessed-encoding"]
        self.replaces = True
        header = first.decode(self.encoding, "replace").lstrip("\ufeff").splitlines() or [""]
        separator = separator_of(header[0], separator, [options.column("text")])
        with (
            open_bytes(self.path) as handle,
            io.TextIOWrapper(handle, encoding=self.encoding, errors="replace", newline="") as text,
        ):
            rows = CsvRows(text, separator, options)
            if options.column("text") not in rows.columns:
                raise ReadError("no-text-column", _no_column(options, rows.columns))
            yield from rows


def open_bytes(path: Path) -> IO[bytes]:
    """The bytes of a file, unpacked where its name ends in .gz."""
    return cast("IO[bytes]", gzip.open(path, "rb")) if path.suffix.lower() == ".gz" else path.open("rb")


def _jsonl(path: Path, options: ReadOptions) -> Iterator[Numbered]:
    # JSON may escape every character as \uXXXX.
    limit = 2 * options.max_bytes + 100_000
    with open_bytes(path) as handle:
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


def _samples(path: Path) -> tuple[bytes, bytes]:
    """Bytes to tell the encoding from, and the beginning of the file.

    The first is the beginning too, unless that is ASCII and bytes that are not UTF-8 come later, as they may in
    English: then it is the stretch with those.
    """
    first = b""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with open_bytes(path) as handle:
        while block := handle.read(_SAMPLE):
            # A stretch may begin or end within a character: that is no damage.
            lines = block[block.find(b"\n") + 1 if first else 0 : block.rfind(b"\n") + 1] or block
            first = first or lines
            try:
                decoder.decode(block)
            except UnicodeDecodeError:
                return lines, first
            if not block.isascii():
                break
    return first, first


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
        wanted = [c for c in map(options.column, RECORD_FIELDS) if c in present]
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
