"""The main job: the same bytes whatever the workers, going on after a kill, exit codes, bounded leftovers."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from extractor.errors import UsageError
from extractor.reading import ReadOptions
from extractor.running import folder as folder_module
from extractor.running.folder import run
from extractor.running.repeats import RepeatCounter
from extractor.schema import TABLES
from extractor.writing.stale import remove_stale
from extractor.writing.tableset import read_tables

STORY = (
    "Norwegian Foreign Minister Kari Berg told reporters that ship number {n} had been seized with 40 sailors.\n\n"
    "Berg met Swedish Prime Minister Nils Ek in the year {n}. The ministry's spokesman declined to comment.\n\n"
)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Seventy records: three chunks."""
    path = tmp_path / "news.jsonl"
    with path.open("w") as handle:
        for n in range(70):
            handle.write(
                json.dumps({"id": f"n{n}", "text": STORY.format(n=1900 + n), "published": "2015-03-03"}) + "\n"
            )
        handle.write("{broken\n")
    return path


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir())}


def test_one_worker_and_two_write_the_same_bytes(articles: Path, tmp_path: Path) -> None:
    one = run([str(articles)], tmp_path / "one", workers=1)
    two = run([str(articles)], tmp_path / "two", workers=2)
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")
    assert sorted(p.name for p in (tmp_path / "one").iterdir()) == sorted(f"{name}.csv" for name in TABLES)
    assert one.rows == two.rows
    assert (one.rows["articles"], one.failed, one.exit_code) == (71, 1, 1)
    assert one.rows["people"] == 2


@pytest.mark.parametrize("format", ["parquet", "jsonl", "xlsx", "sqlite"])
def test_a_second_run_writes_the_same_bytes(articles: Path, tmp_path: Path, format: str) -> None:
    if format == "xlsx":
        pytest.importorskip("xlsxwriter")
    small = tmp_path / "small.jsonl"
    small.write_text("".join(articles.read_text().splitlines(keepends=True)[:3]))
    for _ in range(2):
        run([str(small)], tmp_path / "out", format)
        found = bytes_of(tmp_path / "out")
    run([str(small)], tmp_path / "other", format)
    assert bytes_of(tmp_path / "other") == found


def _shards(out: Path) -> list[str]:
    """The finished chunks of a run that another process may be beginning just now."""
    try:
        return [path.name for path in (out / ".extractor-run").iterdir() if path.suffix == ".jsonl"]
    except FileNotFoundError:
        return []


def test_a_run_that_was_killed_goes_on(articles: Path, tmp_path: Path) -> None:
    expected = tmp_path / "expected"
    run([str(articles)], expected)
    out = tmp_path / "out"
    code = "import time; from extractor.running import pool; from pathlib import Path; "
    code += "write = pool.write_shard; pool.write_shard = lambda *a: (time.sleep(0.5), write(*a))[1]; "
    code += f"from extractor.running.folder import run; run([{str(articles)!r}], Path({str(out)!r}))"
    child = subprocess.Popen([sys.executable, "-c", code])
    deadline = time.monotonic() + 60
    while not _shards(out) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert _shards(out), "the child was to be killed after its first chunk"
    assert not list(out.glob("*.csv")), "no table is there before all are complete"
    summary = run([str(articles)], out)
    assert summary.resumed >= 32
    assert bytes_of(out) == bytes_of(expected)


def test_other_settings_do_not_take_up_old_chunks(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*args: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(folder_module, "_merge", stop)
        run([str(articles)], tmp_path / "out")
    shards = list((tmp_path / "out/.extractor-run").glob("*.jsonl"))
    assert len(shards) == 3
    assert run([str(articles)], tmp_path / "out", options=ReadOptions(published="2016-01-01")).resumed == 0


def test_a_damaged_chunk_is_done_again(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*args: object) -> int:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(folder_module, "_merge", stop)
        run([str(articles)], tmp_path / "out")
    for shard in (tmp_path / "out/.extractor-run").glob("*.jsonl"):
        shard.write_bytes(shard.read_bytes()[:-100])
    assert run([str(articles)], tmp_path / "out").resumed == 0
    assert not (tmp_path / "out/.extractor-run").exists()


def test_a_killed_worker_costs_one_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The process ends for one text, as it would by a crash in compiled code.
    from extractor.running import pool

    path = tmp_path / "news.jsonl"
    texts = ["One.", "Two.", "Three."]
    path.write_text("\n".join(json.dumps({"id": t, "text": t}) for t in texts))
    monkeypatch.setattr(pool, "_work", _dies)
    monkeypatch.setattr(pool, "_rows", _dies_on_two)
    summary = run([str(path)], tmp_path / "out", workers=2)
    assert (summary.rows["articles"], summary.failed) == (3, 1)
    assert "worker-died" in (tmp_path / "out/issues.csv").read_text()


def test_ctrl_c_does_not_wait_for_the_chunks_under_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.running import pool

    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps({"id": f"n{n}", "text": STORY.format(n=n)}) + "\n" for n in range(70)))
    monkeypatch.setattr(pool, "_work", _sleeps)
    pressed: list[float] = []

    def press() -> None:
        pressed.append(time.monotonic())
        os.kill(os.getpid(), signal.SIGINT)

    timer = threading.Timer(3, press)
    timer.start()
    with pytest.raises(KeyboardInterrupt):
        run([str(path)], tmp_path / "out", workers=2)
    assert time.monotonic() - pressed[0] < 20
    assert not (tmp_path / "out/articles.csv").exists()


def _sleeps(job: object) -> dict[str, int]:
    time.sleep(60)
    return {}


def _dies(job: object) -> dict[str, int]:
    os._exit(9)


def _dies_on_two(articles: list) -> list:  # type: ignore[type-arg]
    from extractor.running.pool import _process

    if articles[0].text == "Two.":
        os._exit(9)
    return list(_process(articles))


def test_standard_input_is_one_article(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "extractor", "run", "-", "--out", str(tmp_path / "out")],
        input=STORY.encode(),
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out/articles.csv").read_text().splitlines()[1].startswith("stdin,stdin,")


@pytest.mark.parametrize(("out", "why"), [("file", "is a file"), ("file/below", "cannot be written")])
def test_an_out_folder_that_cannot_be_is_a_usage_error(tmp_path: Path, out: str, why: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UsageError, match=why):
        run(["-"], tmp_path / out)


def test_a_folder_without_articles_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(UsageError, match="no articles"):
        run([str(tmp_path / "in")], tmp_path / "out")


def meta(tmp_path: Path, *rows: str) -> ReadOptions:
    path = tmp_path / "meta.csv"
    path.write_text("\n".join(["id,published", *rows]))
    return ReadOptions(metadata=path)


def issues_of(folder: Path) -> list[tuple[str, str, str]]:
    with (folder / "issues.csv").open(newline="") as handle:
        return [(r["article_id"], r["severity"], r["code"]) for r in csv.DictReader(handle)]


def test_a_metadata_file_that_fits_no_article_is_told(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("Kari Berg met Nils Ek.")
    said: list[str] = []
    options = meta(tmp_path, "1,2015-03-03", "2,2015-03-04", "3,2015-03-05")
    sources = [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]
    summary = run(sources, tmp_path / "out", options=options, tell=said.append)
    (line,) = said
    assert "fits no article: of its 3 keys (such as '1') none" in line and "2 articles (such as 'one')" in line
    assert issues_of(tmp_path / "out") == [("", "error", "metadata-mismatch")]
    assert (summary.rows["issues"], summary.failed, summary.exit_code) == (1, 0, 1)


def test_metadata_rows_and_articles_left_over_are_counted(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("Kari Berg met Nils Ek.")
    sources = [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]
    said: list[str] = []
    options = meta(tmp_path, "one,2015-03-03", "three,2015-03-04")
    assert run(sources, tmp_path / "out", options=options, tell=said.append).exit_code == 0
    assert said[0].endswith("1 of 2 rows fit no article (such as 'three'); 1 of 2 articles have no row (such as 'two')")
    assert issues_of(tmp_path / "out") == [("", "warning", "metadata-mismatch")]
    with pytest.warns(UserWarning, match="1 of 2 rows fit no article"):
        run(sources, tmp_path / "out", options=options)
    options = meta(tmp_path, "one,2015-03-03")
    run(sources, tmp_path / "out", options=options, tell=said.append)
    assert len(said) == 1 and issues_of(tmp_path / "out") == []


def test_a_csv_with_an_open_quote_shows_in_the_exit_code(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text('id,text\n1,"Kari Berg met Nils Ek.\n2,Nils Ek met Kari Berg.\n')
    summary = run([str(tmp_path / "a.csv")], tmp_path / "out")
    assert (summary.rows["articles"], summary.failed, summary.exit_code) == (2, 1, 1)
    assert issues_of(tmp_path / "out") == [("a:2", "error", "bad-record")]


@pytest.mark.parametrize("before", ["csv", "parquet", "jsonl", "sqlite", "xlsx"])
def test_tables_of_an_earlier_run_in_another_format_go(before: str, tmp_path: Path) -> None:
    if before == "xlsx":
        pytest.importorskip("xlsxwriter")
    (tmp_path / "a.txt").write_text("Kari Berg met Nils Ek.")
    out, after = tmp_path / "out", "jsonl" if before == "csv" else "csv"
    said: list[str] = []
    run([str(tmp_path / "a.txt")], out, before, tell=said.append)
    mine = {f"dates.{before}": "mine,not,yours\n", "titles.xlsx": "mine", "notes.txt": "mine"}
    if before not in ("sqlite", "xlsx"):
        for name, text in mine.items():
            (out / name).write_text(text)
    else:
        mine = {}
    assert said == []
    run([str(tmp_path / "a.txt")], out, after, tell=said.append)
    assert {p.name for p in out.iterdir()} == {f"{name}.{after}" for name in TABLES} | set(mine)
    assert "removed from" in said[0] and ("articles." in said[0] or "tables." in said[0])
    assert len(read_tables(out).articles if not mine or before == "xlsx" else read_tables(out, after).articles) == 1


def test_files_of_others_stay(tmp_path: Path) -> None:
    """Names are not enough: what lacks the columns of a table is not touched."""
    out = tmp_path / "out"
    out.mkdir()
    (out / "tables.sqlite").write_bytes(b"not a database at all, but a name")
    (out / "tables.xlsx").write_bytes(b"PK no workbook")
    (out / "officials.csv").write_text("name,country\nBerg,NOR\n")
    (out / "officials.jsonl").write_text('{"name": "Berg"}\n')
    (out / "officials.parquet").write_bytes(b"PAR1")
    for format in ("csv", "jsonl"):  # Each of the five is stale for one of them.
        assert remove_stale(out, format) == []
    assert len(list(out.iterdir())) == 5


def test_repeated_lines() -> None:
    counter = RepeatCounter()
    for n in range(20):
        counter.add(
            f"{STORY.format(n=n)}The Courier brings you the north\n\n"
            f"A background sentence of the region number {n % 4} is told here."
        )
    counter.add("The Courier brings you the north\n\n" * 5)
    found = counter.repeated()
    assert "the courier brings you the north" in found
    assert not any("background" in line for line in found), (
        "five of twenty-one articles do not make a sentence furniture"
    )


def test_one_text_many_times_makes_no_line_furniture() -> None:
    counter = RepeatCounter()
    for _ in range(50):
        counter.add(STORY)
    assert counter.repeated() == frozenset()


def test_a_script_without_a_main_guard_may_use_workers(tmp_path: Path) -> None:
    """Each worker would otherwise run the script again, and die of it."""
    (tmp_path / "a.txt").write_text("One.")
    script = tmp_path / "script.py"
    script.write_text(
        "import extractor\nprint('once')\n"
        f"print(extractor.extract_folder({str(tmp_path / 'a.txt')!r}, workers=2).articles.status[0])\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=120)
    assert (done.stdout, done.stderr) == ("once\nok\n", "")


@pytest.mark.parametrize("format", ["csv", "parquet", "jsonl", "sqlite", "xlsx"])
def test_files_of_others_are_not_overwritten(format: str, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    (tmp_path / "a.txt").write_text("One.")
    name = f"tables.{format}" if format in ("sqlite", "xlsx") else f"articles.{format}"
    (tmp_path / name).write_bytes(b"a,b\nmine\n")
    with pytest.raises(UsageError, match=f"{name} is no table of this program"):
        run([str(tmp_path / "a.txt")], tmp_path, format)
    assert (tmp_path / name).read_bytes() == b"a,b\nmine\n"


def test_a_source_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles.csv").write_text("article_id,path,text\na,x,One.\n")
    with pytest.raises(UsageError, match="source articles.csv would be overwritten"):
        run(["articles.csv"], Path())
    assert (tmp_path / "articles.csv").read_text().endswith("One.\n")


@pytest.mark.parametrize("out", ["../in/tables", "../link/tables"])
def test_the_out_folder_is_known_by_any_path(out: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("One.")
    (tmp_path / "link").symlink_to("in")
    monkeypatch.chdir(tmp_path / "in")
    for _ in range(2):
        assert run(["."], Path(out)).rows["articles"] == 1
    with pytest.raises(UsageError, match="is a source"):
        run(["."], Path(out).parent)


def test_files_that_are_not_read_are_counted(tmp_path: Path) -> None:
    import zipfile

    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.PDF", "c.pdf", "LICENSE", ".hidden"):
        (tmp_path / "in" / name).write_text("One.")
    (tmp_path / "in/folder").symlink_to(".")
    with zipfile.ZipFile(tmp_path / "in/z.zip", "w") as archive:
        archive.writestr("inside.docx", "x")
    said: list[str] = []
    summary = run([str(tmp_path / "in")], tmp_path / "out", tell=said.append)
    assert said == [
        "5 files are of no known kind and not read: .pdf (2), links to folders (1), no suffix (1), .docx (1)"
    ]
    assert (summary.rows["articles"], summary.exit_code) == (1, 0)
    assert "skipped-files" in (tmp_path / "out/issues.csv").read_text()
    (tmp_path / "in/a.txt").unlink()
    with pytest.raises(UsageError, match=r"no articles found \(5 files"):
        run([str(tmp_path / "in")], tmp_path / "out2")


@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
def test_tables_of_an_earlier_run_are_no_articles(format: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("Some 12 people died.")
    run([str(tmp_path / "in")], tmp_path / "tables", format)
    with pytest.raises(UsageError, match=r"no articles found \(\d+ files are tables of an earlier run.*keep tables"):
        run([str(tmp_path / "tables")], tmp_path / "out")
    (tmp_path / "tables/counts2.csv").write_text("id,text\na,Two men died.\n")
    said: list[str] = []
    summary = run([str(tmp_path / "tables")], tmp_path / "out", tell=said.append)
    assert (summary.rows["articles"], summary.exit_code, len(said)) == (1, 0, 1)
    assert "tables-as-input" in (tmp_path / "out/issues.csv").read_text()


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_a_named_column_that_is_nowhere_is_an_error(name: str, tmp_path: Path) -> None:
    texts = {"a.csv": "id,text,day\na,One.,2015-03-03\n", "a.jsonl": '{"id":"a","text":"One.","day":"2015-03-03"}\n'}
    path = tmp_path / name
    path.write_text(texts[name])
    said: list[str] = []
    options = ReadOptions(columns={"id": "id", "published": "dya"})
    assert run([str(path)], tmp_path / "out", options=options, tell=said.append).exit_code == 1
    assert said == ["no record has a column 'dya', which --published-column names: check its spelling"]
    assert run([str(path)], tmp_path / "out", options=ReadOptions(columns={"published": "day"})).exit_code == 0


def test_metadata_rows_that_contradict_one_another_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "m.csv").write_text("id,published\na,2015-03-03\na,2015-03-03\na,2016-03-03\n")
    said: list[str] = []
    run([str(tmp_path / "a.txt")], tmp_path / "out", options=ReadOptions(metadata=tmp_path / "m.csv"), tell=said.append)
    assert len(said) == 1 and "1 rows say other than a row of the same key" in said[0]
    assert "2016-03-03" in (tmp_path / "out/articles.csv").read_text()
