"""The main job: the same bytes whatever the workers, going on after a kill, exit codes, bounded leftovers."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extractor.errors import UsageError
from extractor.reading import ReadOptions
from extractor.running import folder as folder_module
from extractor.running.folder import run
from extractor.running.repeats import RepeatCounter
from extractor.schema import TABLES

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


def test_a_run_that_was_killed_goes_on(articles: Path, tmp_path: Path) -> None:
    expected = tmp_path / "expected"
    run([str(articles)], expected)
    out = tmp_path / "out"
    code = "from extractor.running.folder import run; from pathlib import Path; "
    code += f"run([{str(articles)!r}], Path({str(out)!r}))"
    child = subprocess.Popen([sys.executable, "-c", code])
    deadline = time.monotonic() + 60
    while not list(out.glob(".extractor-run/*.jsonl")) and time.monotonic() < deadline:
        time.sleep(0.01)
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    assert list(out.glob(".extractor-run/*.jsonl")), "the child was to be killed after its first chunk"
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
    # The model folder's loader is the test's own: it kills the process for one text, as a crash in compiled code would.
    from extractor.running import pool

    path = tmp_path / "news.jsonl"
    texts = ["One.", "Two.", "Three."]
    path.write_text("\n".join(json.dumps({"id": t, "text": t}) for t in texts))
    monkeypatch.setattr(pool, "_work", _dies)
    monkeypatch.setattr(pool, "_rows", _dies_on_two)
    summary = run([str(path)], tmp_path / "out", workers=2)
    assert (summary.rows["articles"], summary.failed) == (3, 1)
    assert "worker-died" in (tmp_path / "out/issues.csv").read_text()


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
