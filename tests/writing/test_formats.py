"""Every format gives back the tables that were written, with exact dtypes; nothing in a cell is lost or run as a
formula.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractor.errors import UsageError
from extractor.schema import PANDAS_DTYPES, TABLES
from extractor.tables.frames import to_frame, to_rows
from extractor.writing.csvsink import defuse, restore
from extractor.writing.sinks import FORMATS, open_sinks
from extractor.writing.tableset import Tables, read_tables

READABLE = ("csv", "parquet", "jsonl", "sqlite")


def row(table: str, **cells: Any) -> dict[str, Any]:
    """A row with these cells, others empty or, where required, filled with something of the type."""
    filler = {"string": "x", "json": "[]", "integer": 0, "number": 0.0, "boolean": False, "date": "2000-01-01"}
    return {c.name: cells.get(c.name, filler[c.type] if c.required else None) for c in TABLES[table].columns}


ROWS = {
    "articles": [
        row(
            "articles",
            article_id="a",
            path="NA",
            title='=HYPERLINK("x")',
            published="2015-03-07",
            n_chars=2**40,
            status="ok",
        ),
        row("articles", article_id="b", title="'=1+1", url="null", published="0999-12-31", status="failed"),
    ],
    "officials": [row("officials", official_id="o", article_id="a", country="NAM", name="-Nan\nNull", confidence=0.25)],
    "counts": [row("counts", count_id="c1", value=17.0, low=0.1), row("counts", count_id="c2", value=1e300)],
    "statements": [
        row("statements", statement_id="s1", is_quote=True),
        row("statements", statement_id="s2", is_quote=False),
        row("statements", statement_id="s3", text='\t“tab”, quote" and\r\nline'),
    ],
    "people": [row("people", person_id="p", titles='[{"text": "ministre d’État", "n": 1}]')],
}


@pytest.mark.parametrize("format", READABLE)
def test_round_trip(tmp_path: Path, format: str) -> None:
    written = Tables(ROWS)
    written.write(tmp_path, format)
    found = read_tables(tmp_path)
    for name in TABLES:
        pd.testing.assert_frame_equal(found[name], written[name])


@pytest.mark.parametrize("format", READABLE)
def test_empty_tables_keep_columns_and_types(tmp_path: Path, format: str) -> None:
    Tables({}).write(tmp_path, format)
    found = read_tables(tmp_path)
    for name, table in TABLES.items():
        assert list(found[name].columns) == list(table.names)
        assert [str(t) for t in found[name].dtypes] == [PANDAS_DTYPES[c.type] for c in table.columns]


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "''=1", "'", "'a", "a=1", "", "'@"])
def test_formulas_are_defused_and_restored(cell: str) -> None:
    assert restore(defuse(cell)) == cell
    assert not defuse(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text(alphabet="'=+-@\t\ra ", max_size=8))
def test_any_cell_is_restored(cell: str) -> None:
    assert restore(defuse(cell)) == cell


def test_a_spreadsheet_sees_no_formula(tmp_path: Path) -> None:
    Tables(ROWS).write(tmp_path, "csv")
    with (tmp_path / "articles.csv").open(newline="", encoding="utf-8") as handle:
        cells = [cell for line in csv.reader(handle) for cell in line]
    assert '\'=HYPERLINK("x")' in cells
    assert not any(cell.startswith(("=", "+", "@")) for cell in cells)


@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20), max_size=5))
@example(["a\rb", "\r", "\r\n", '"', ",", "=1+1", "'=x", "-\t"])
@settings(max_examples=25, deadline=None)
def test_any_text_survives_csv_and_jsonl(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    rows = {"issues": [row("issues", message=text) for text in texts]}
    for format in ("csv", "jsonl"):
        folder = tmp_path_factory.mktemp("any")
        Tables(rows).write(folder, format)
        assert to_rows(TABLES["issues"], read_tables(folder).issues) == rows["issues"]


def test_frames_have_plain_values_again() -> None:
    table = TABLES["counts"]
    assert to_rows(table, to_frame(table, ROWS["counts"])) == ROWS["counts"]


def test_several_formats_in_a_folder_must_be_named(tmp_path: Path) -> None:
    Tables(ROWS).write(tmp_path, "csv")
    Tables({}).write(tmp_path, "parquet")
    with pytest.raises(UsageError, match="csv, parquet"):
        read_tables(tmp_path)
    assert len(read_tables(tmp_path, "csv").articles) == 2
    assert len(read_tables(tmp_path, "parquet").articles) == 0


def test_a_missing_table_or_other_columns_are_named(tmp_path: Path) -> None:
    Tables(ROWS).write(tmp_path, "csv")
    (tmp_path / "dates.csv").write_text("a,b\n")
    with pytest.raises(UsageError, match="columns are a, b"):
        read_tables(tmp_path)
    (tmp_path / "dates.csv").unlink()
    with pytest.raises(UsageError, match="missing"):
        read_tables(tmp_path)


def test_a_failed_write_leaves_the_old_tables(tmp_path: Path) -> None:
    Tables(ROWS).write(tmp_path, "csv")
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    broken = Tables({})
    broken.people = pd.DataFrame({c: ["many"] for c in broken.people.columns})
    with pytest.raises(UsageError, match="people: a cell is not of the type of its column"):
        broken.write(tmp_path, "csv")
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_excel_has_a_sheet_for_each_table(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    import zipfile

    Tables(ROWS).write(tmp_path, "xlsx")
    with zipfile.ZipFile(tmp_path / "tables.xlsx") as book:
        names = book.read("xl/workbook.xml").decode()
        assert all(f'name="{name}"' in names for name in TABLES)
        assert not any(b"<f>" in book.read(n) for n in book.namelist() if n.startswith("xl/worksheets/"))


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("xlsxwriter")
    import zipfile

    from extractor.writing import xlsxsink

    monkeypatch.setattr(xlsxsink, "MAX_ROWS", 4)
    rows = [row("issues", message=f"number {n}") for n in range(7)]
    Tables({"issues": rows}).write(tmp_path, "xlsx")
    assert [p.name for p in tmp_path.iterdir()] == ["tables.xlsx"], "no temporary file stays"
    with zipfile.ZipFile(tmp_path / "tables.xlsx") as book:
        names = re.findall(r'<sheet name="(\w+)"', book.read("xl/workbook.xml").decode())
        assert names == [*TABLES, "issues_2", "issues_3"]
        sheets = [book.read(f"xl/worksheets/sheet{names.index(n) + 1}.xml").decode() for n in names if "issues" in n]
    assert [re.findall(r"number (\d)", s) for s in sheets] == [["0", "1", "2"], ["3", "4", "5"], ["6"]]
    assert all("article_id" in s and "autoFilter" in s for s in sheets)


def test_excel_rows_are_not_held_in_memory(tmp_path: Path) -> None:
    """Twice the rows take no more room while they are written."""
    pytest.importorskip("xlsxwriter")
    import tracemalloc

    def peak(n: int) -> int:
        (tmp_path / str(n)).mkdir()
        tracemalloc.start()
        with open_sinks(tmp_path / str(n), "xlsx") as sinks:
            for k in range(n):
                sinks.write("issues", [row("issues", message=f"number {k} {'x' * 400}")])
            found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(10)
    assert peak(2_000) < peak(500) + 200_000


def test_columns_that_were_taken_or_added_are_not_lost_in_silence(tmp_path: Path) -> None:
    tables = Tables(ROWS)
    tables.people = tables.people.drop(columns="name")
    with pytest.raises(UsageError, match="people lacks name"):
        tables.write(tmp_path)
    tables = Tables(ROWS)
    tables.people["party"] = "x"
    with pytest.raises(UsageError, match="people has besides party"):
        tables.write(tmp_path)


def test_rows_that_are_there_twice_are_named(tmp_path: Path) -> None:
    tables = Tables(ROWS)
    tables.officials = pd.concat([tables.officials, tables.officials])
    with pytest.raises(UsageError, match="cannot be written as sqlite: UNIQUE.*officials.official_id"):
        tables.write(tmp_path, "sqlite")
    assert list(tmp_path.iterdir()) == []


def test_tables_are_not_written_over_files_of_others(tmp_path: Path) -> None:
    (tmp_path / "dates.csv").write_text("day,month\n")
    with pytest.raises(UsageError, match="dates.csv is no table"):
        Tables(ROWS).write(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["dates.csv"]


@pytest.mark.parametrize(
    ("format", "name", "change"),
    [
        ("csv", "dates.csv", lambda data: data + b"x,y\n"),
        ("csv", "dates.csv", lambda data: b"\xff" + data),
        ("csv", "officials.csv", lambda data: data.replace(b",0,", b",zero,", 1)),
        ("jsonl", "dates.jsonl", lambda data: data + b"{x"),
        ("jsonl", "officials.jsonl", lambda data: data.replace(b'"start": ', b'"start": "x", "z": ')),
        ("parquet", "dates.parquet", lambda data: data[:-20]),
        ("sqlite", "tables.sqlite", lambda data: b"hello"),
    ],
)
def test_damaged_tables_are_a_usage_error(
    format: str, name: str, change: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    Tables(ROWS).write(tmp_path, format)
    before = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(change(before))
    assert (tmp_path / name).read_bytes() != before
    with pytest.raises(UsageError, match=name.replace(".", r"\.")):
        read_tables(tmp_path)


def test_a_csv_table_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    Tables(ROWS).write(tmp_path)
    path = tmp_path / "dates.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    pd.testing.assert_frame_equal(read_tables(tmp_path).dates, Tables(ROWS).dates)


@pytest.mark.parametrize("format", FORMATS)
def test_a_full_disk_is_an_error_of_the_system(format: str, tmp_path: Path) -> None:
    """Whatever the format: the command line makes one line of it."""
    resource = pytest.importorskip("resource")
    pytest.importorskip("xlsxwriter")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    row = {"article_id": None, "severity": "error", "code": "x", "message": "".join(map(chr, range(64, 600)))}
    rows = [row | {"path": hashlib.sha256(str(n).encode()).hexdigest()} for n in range(2_000)]
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(OSError), open_sinks(tmp_path, format) as sinks:
            sinks.write("issues", rows)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
