"""Sources → articles: order, ids, metadata, and every kind of bad input as a failed article beside good ones."""

from __future__ import annotations

import csv
import gzip
import json
import os
import time
import zipfile
from pathlib import Path

import pytest

from extractor.errors import UsageError
from extractor.reading import Article, ReadOptions, read_articles


def read(*sources: Path, **options: object) -> list[Article]:
    return list(read_articles([str(s) for s in sources], ReadOptions(**options)))  # type: ignore[arg-type]


def test_folders_are_read_recursively_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/c.txt", ".hidden.txt", "a/.git/x.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"Story {name}")
    assert [a.article_id for a in read(tmp_path)] == ["a/c", "a/z", "b"]


def test_a_broken_record_on_line_3_stops_nothing(tmp_path: Path) -> None:
    lines = [
        '{"id": "one", "text": "First."}',
        '{"id": "two", "text": "Second."}',
        '{"id": "three", "text": ',
        '["a list"]',
        '{"id": "five"}',
        '{"id": "six", "text": "Last.", "published": "2015-03-07"}',
    ]
    (tmp_path / "news.jsonl").write_text("\n".join(lines))
    found = read(tmp_path / "news.jsonl")
    assert [(a.article_id, a.error_code) for a in found] == [
        ("one", None),
        ("two", None),
        ("news:3", "bad-record"),
        ("news:4", "bad-record"),
        ("five", "bad-record"),
        ("six", None),
    ]
    assert (found[5].published, found[5].published_source, found[5].path[-13:]) == (
        "2015-03-07",
        "metadata",
        "/news.jsonl:6",
    )


def test_compressed_records_are_read(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "news.jsonl.gz", "wt") as handle:
        handle.write(json.dumps({"id": "a", "text": "Story."}) + "\n")
    assert [a.text for a in read(tmp_path)] == ["Story."]


def test_csv_and_parquet_columns_are_settable(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    (tmp_path / "a.csv").write_text('key,body,day\n1,"Two\nlines",2015-03-07\n', newline="")
    pq.write_table(pa.table({"key": ["2"], "body": ["Column text."], "day": ["2016-01-02"]}), tmp_path / "b.parquet")
    found = read(tmp_path, columns={"id": "key", "text": "body", "published": "day"})
    assert [(a.article_id, a.text, a.published) for a in found] == [
        ("1", "Two\nlines", "2015-03-07"),
        ("2", "Column text.", "2016-01-02"),
    ]


def test_a_missing_text_column_names_those_there_are(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("key,body\n1,Story\n")
    (article,) = read(tmp_path)
    assert article.error_code == "no-text-column"
    assert "key, body" in (article.error_message or "")


def test_bad_files_are_failed_articles(tmp_path: Path) -> None:
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text("Story.")
    (tmp_path / "long.txt").write_text("x" * 101)
    (tmp_path / "not.parquet").write_text("no")
    (tmp_path / "not.zip").write_text("no")
    codes = {a.article_id: a.error_code for a in read(tmp_path, max_chars=100)}
    assert codes == {
        "binary": "binary",
        "empty": None,
        "good": None,
        "long": "too-long",
        "not": "bad-file",
        "not~2": "bad-file",
    }


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions do not bind this user")
def test_no_permission_is_a_failed_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Story.")
    (tmp_path / "a.txt").chmod(0)
    assert [a.error_code for a in read(tmp_path)] == ["no-permission"]


def test_the_same_id_twice(tmp_path: Path) -> None:
    records = [{"id": "x", "text": "One."}, {"id": "x", "text": "Other."}, {"id": "x", "text": "One."}]
    (tmp_path / "n.jsonl").write_text("\n".join(map(json.dumps, records)))
    found = read(tmp_path)
    assert [(a.article_id, a.text, a.error_code) for a in found] == [
        ("x", "One.", None),
        ("x~2", "Other.", None),
        ("x~3", "", "duplicate"),
    ]
    assert found[1].warnings[0][0] == "duplicate-id"


def test_half_a_character_in_json_becomes_a_replacement_of_the_same_length(tmp_path: Path) -> None:
    (tmp_path / "n.jsonl").write_text('{"id": "a", "text": "A \\ud800 B"}')
    assert read(tmp_path)[0].text == "A \ufffd B"


def test_archives_are_read_in_place(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "old.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../evil.txt", "Climbs out.")
        archive.writestr("1987/a.txt", "Inside.")
        archive.writestr("bomb.txt", "0" * 1_000_000)
        archive.writestr("picture.png", b"\x89PNG")
    found = read(tmp_path)
    assert [(a.article_id, a.text, a.error_code) for a in found] == [
        ("old/evil", "Climbs out.", None),
        ("old/1987/a", "Inside.", None),
        ("old/bomb", "", "too-long"),
    ]


def test_the_publication_day_is_taken_in_order(tmp_path: Path) -> None:
    (tmp_path / "2015-03-07-talks.txt").write_text("Story.")
    (tmp_path / "meta.csv").write_text("path,published,source\n2015-03-07-talks.txt,2014-01-01,Kyodo\n")
    name = tmp_path / "2015-03-07-talks.txt"
    day = lambda **o: (lambda a: (a.published, a.published_source))(read(name, **o)[0])  # noqa: E731
    assert day() == ("2015-03-07", "filename")
    assert day(metadata=tmp_path / "meta.csv") == ("2014-01-01", "metadata")
    assert day(metadata=tmp_path / "meta.csv", published="2000-01-01") == ("2000-01-01", "metadata")
    assert read(name, metadata=tmp_path / "meta.csv")[0].source == "Kyodo"


def test_html_is_read_through_trafilatura(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    body = (
        "<p>The foreign minister said on Saturday that talks would go on, and that both sides had agreed to meet.</p>"
        * 5
    )
    page = f"<html><head><title>Talks go on</title></head><body><nav>Home</nav><article>{body}</article></body></html>"
    (tmp_path / "a.html").write_text(page)
    (article,) = read(tmp_path)
    assert article.text.startswith("The foreign minister")
    assert "html-extracted" in [code for code, _ in article.warnings]


@pytest.mark.parametrize("name", ["missing.txt", "missing"])
def test_a_source_that_is_not_there_is_a_usage_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read(tmp_path / name)


def test_a_metadata_file_without_keys_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Story.")
    (tmp_path / "m.csv").write_text("published\n2015-03-07\n")
    with pytest.raises(UsageError, match="no column id or article_id or path; columns are published"):
        read(tmp_path / "a.txt", metadata=tmp_path / "m.csv")


def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "ok.txt").write_text("Story.")
    assert [(a.article_id, a.error_code) for a in read(tmp_path)] == [("ok", None), ("pipe", "unreadable")]


def test_file_names_that_are_not_utf8_have_an_id_that_can_be_written(tmp_path: Path) -> None:
    Path(os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt")).write_text("Story.")
    (article,) = read(tmp_path)
    assert (article.article_id, article.text) == ("caf\ufffd", "Story.")
    assert article.path.endswith("/caf\ufffd.txt")


@pytest.mark.parametrize("name", ["a.csv.gz", "a.jsonl.gz"])
def test_damage_within_a_compressed_file_is_a_failed_article(name: str, tmp_path: Path) -> None:
    data = bytearray(gzip.compress(os.urandom(20_000).hex().encode()))
    data[2000:2050] = b"\xff" * 50
    (tmp_path / name).write_bytes(data)
    assert {a.error_code for a in read(tmp_path)} == {"unreadable"}


def test_damage_within_a_parquet_file_is_a_failed_article(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"text": [os.urandom(500).hex() for _ in range(100)]}), path)
    data = bytearray(path.read_bytes())
    data[4:300] = b"\xff" * 296
    path.write_bytes(data)
    assert [a.error_code for a in read(tmp_path)] == ["bad-file"]


def test_metadata_cells_may_hold_line_ends(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Story.")
    (tmp_path / "m.csv").write_text('id,title,published\na,"Two\nlines",2015-03-07\n', newline="")
    (article,) = read(tmp_path / "a.txt", metadata=tmp_path / "m.csv")
    assert (article.title, article.published) == ("Two lines", "2015-03-07")
    (tmp_path / "m.jsonl").write_text('{"id": "a", "title": "One\u2028line"}\n', encoding="utf-8")
    (article,) = read(tmp_path / "a.txt", metadata=tmp_path / "m.jsonl")
    assert article.title == "One line"


def test_a_metadata_file_that_is_no_csv_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Story.")
    (tmp_path / "m.csv").write_text("id,title\na," + "x" * 200_000 + "\n")
    limit = csv.field_size_limit(1000)
    try:
        with pytest.raises(UsageError, match="after line 1: not CSV"):
            read(tmp_path / "a.txt", metadata=tmp_path / "m.csv")
    finally:
        csv.field_size_limit(limit)


def test_many_records_under_one_id_take_linear_time(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "a", "text": "Story."}\n' * 20_000)
    began = time.monotonic()
    found = read(tmp_path)
    assert time.monotonic() - began < 10
    assert found[-1].article_id == "a~20000" and len({a.article_id for a in found}) == 20_000


@pytest.mark.parametrize("compression", ["ZIP_LZMA", "ZIP_BZIP2", "ZIP_DEFLATED"])
def test_damage_within_an_archive_costs_one_article(compression: str, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", getattr(zipfile, compression)) as archive:
        archive.writestr("a.txt", "Norway imposed an arms embargo on Belarus on Monday. " * 20)
        archive.writestr("b.txt", "Sound.", zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    data[50:70] = b"\xff" * 20
    path.write_bytes(data)
    assert [(a.article_id, a.error_code) for a in read_articles([str(path)])] == [("a/a", "bad-file"), ("a/b", None)]


def test_a_page_that_the_reader_chokes_on_is_a_failed_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trafilatura = pytest.importorskip("trafilatura")

    def choke(*_: object, **__: object) -> None:
        raise AssertionError("odd page")

    monkeypatch.setattr(trafilatura, "bare_extraction", choke)
    (tmp_path / "a.html").write_text("<p>x</p>")
    (article,) = read_articles([str(tmp_path)])
    assert (article.error_code, article.error_message) == (
        "bad-file",
        "the page cannot be read: AssertionError: odd page",
    )


def test_a_text_in_place_of_a_path_is_a_usage_error() -> None:
    for text in ("Story. " * 1000, "a\0b"):
        with pytest.raises(UsageError, match="no such file or folder") as caught:
            list(read_articles([text]))
        assert len(str(caught.value)) < 400


def test_the_encoding_of_records_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("id,text\na,Caf\xe9 one.\nb,Caf\xe9 two.\n".encode("cp1252"))
    one, two = read_articles([str(path)])
    assert (one.text, one.encoding, two.encoding) == ("Caf\xe9 one.", "cp1252", "cp1252")
    assert ([code for code, _ in one.warnings], two.warnings) == (["guessed-encoding"], ())


@pytest.mark.parametrize(
    ("first", "encoding", "text"), [("plain", "cp1252", "Caf\xe9 late."), ("Zo\xeb", "utf-8", "Caf\ufffd late.")]
)
def test_odd_bytes_late_in_a_file(first: str, encoding: str, text: str, tmp_path: Path) -> None:
    """After a megabyte of ASCII they still say what the encoding is; after good UTF-8 they are damage."""
    rows = "".join(f"n{n},A plain sentence of some length.\n" for n in range(30_000))
    (tmp_path / "a.csv").write_bytes(f"id,text\nn,{first}\n{rows}".encode() + b"z,Caf\xe9 late.\n")
    articles = list(read_articles([str(tmp_path)]))
    assert (articles[0].text, articles[-1].text, articles[-1].encoding) == (first, text, encoding)
    assert [code for code, _ in articles[-1].warnings] == (["bad-bytes"] if encoding == "utf-8" else [])


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_cells_may_be_separated_otherwise(separator: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,text,published\na,One,2015-03-03\n".replace(",", separator))
    (tmp_path / "m.csv").write_text("id,title\na,Head\n".replace(",", separator))
    (article,) = read_articles([str(tmp_path / "a.csv")], ReadOptions(metadata=tmp_path / "m.csv"))
    assert (article.text, article.published, article.title) == ("One", "2015-03-03", "Head")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\n\n"])
def test_a_csv_file_without_a_header(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    (article,) = read_articles([str(tmp_path)])
    assert article.error_code == "no-text-column"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("id,date\na,2015-03-03\n", "none of the columns published, title, source, url; columns are date, id"),
        ("Id,published\na,2015-03-03\n", "no column id or article_id or path; columns are Id, published"),
        ("id,title,published\na,Ships, again,2015-03-03\n", "line 2: more cells than the header"),
        ("id,published\na,2015-03-03\n,2015-03-04\n", "line 3: no id"),
    ],
)
def test_metadata_that_would_say_nothing_or_something_else(text: str, why: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Story.")
    (tmp_path / "m.csv").write_text(text)
    with pytest.raises(UsageError, match=why):
        list(read_articles([str(tmp_path / "a.txt")], ReadOptions(metadata=tmp_path / "m.csv")))


def test_metadata_paths_may_begin_with_a_dot(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Story.")
    (tmp_path / "m.csv").write_text("path,published\n./a.txt,2015-03-03\n")
    (article,) = read_articles([str(tmp_path / "a.txt")], ReadOptions(metadata=tmp_path / "m.csv"))
    assert article.published == "2015-03-03"
