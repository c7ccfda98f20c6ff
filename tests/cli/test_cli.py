"""The command line as a user types it: exit codes, one clear line for a mistake, help that helps."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.cli.app import exit_code_of, run_app
from extractor.schema import TABLES
from extractor.schema.render import render

STORY = "Norwegian Foreign Minister Kari Berg told reporters on Tuesday that two ships had been seized."


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "2015-03-03-ships.txt"
    path.write_text(STORY)
    return path


@pytest.mark.parametrize(
    ("arguments", "why", "mend"),
    [
        (["run", "nowhere", "--out", "OUT"], "no such file or folder", "Check the path"),
        (["run", "STORY"], "Missing option", "--help"),
        (["run", "STORY", "--oot", "OUT"], "No such option: --oot", "--out"),
        (["run", "STORY", "--out", "STORY"], "is a file", "give a folder"),
        (["run", "STORY", "--out", "OUT", "--format", "xls"], "unknown format 'xls'", "xlsx"),
        (["run", "STORY", "--out", "OUT", "--published", "yesterday"], "is not a day", "2015-03-07"),
        (["run", "STORY", "--out", "OUT", "--metadata", "none.csv"], "no such file", "none.csv"),
        (["run", "STORY", "--out", "OUT", "--model", "no_such_model"], "cannot load the model", "Give --model"),
        (["run", "STORY", "--out", "OUT", "--lexicon-dir", "nowhere"], "does not exist", "nowhere"),
        (["run", "STORY", "--out", "OUT", "--encoding", "utf-9"], "is not known", "cp1252"),
        (["run", "STORY", "--out", "OUT", "--encoding", "rot13"], "is not known", "cp1252"),
        (["run", "STORY", "--out", "OUT", "--time-limit", "inf"], "no number of seconds", "0 is no limit"),
        (["run", "STORY", "--out", "OUT", "--workers", "0"], "'--workers'", "--help"),
        (["run", "STORY", "--out", "OUT", "--workers", "many"], "valid integer", "--help"),
        (["schema", "titels"], "no table 'titels'", "titles"),
        (["rum"], "No such command", "run"),
        (["run", "", "--out", "OUT"], "empty name", "current folder"),
        (["run", "STORY", "--out", ""], "empty name", "current folder"),
        (["run", "STORY", "--out", "OUT", "--model", ""], "empty name", "leave it out"),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_2(
    arguments: list[str], why: str, mend: str, story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [{"STORY": str(story), "OUT": str(tmp_path / "out")}.get(a, a) for a in arguments]
    assert exit_code_of(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1 and said.err.startswith("extractor: ")
    assert why in said.err and mend in said.err
    assert not list((tmp_path / "out").glob("*"))


def test_run_prints_a_summary(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_of(["run", str(story), "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    assert "1 articles (1 ok, 0 empty, 0 failed)" in said
    assert "words/s" in said
    assert all(name in said for name in TABLES)
    assert "2015-03-03" in (tmp_path / "out/articles.csv").read_text()


def test_an_empty_article_gives_exit_code_1(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert (
        exit_code_of(["run", str(tmp_path / "empty.txt"), str(story), "--out", str(tmp_path / "out"), "--quiet"]) == 1
    )
    assert capsys.readouterr().out == ""


def test_columns_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"key,body,day\nk1,{STORY},2015-03-03\n")
    names = ["--id-column", "key", "--text-column", "body", "--published-column", "day"]
    assert exit_code_of(["run", str(tmp_path / "a.csv"), "--out", str(tmp_path / "out"), "-q", *names]) == 0
    assert "\nk1," in (tmp_path / "out/articles.csv").read_text()


def test_help_loads_nothing_heavy_and_has_examples() -> None:
    program = (
        "import sys; from extractor.cli.app import exit_code_of; exit_code_of(['run', '--help'])\n"
        "print({'spacy', 'pandas', 'numpy', 'pyarrow'} & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == "set()\n"
    assert "extractor run articles/ --out tables/" in done.stdout
    assert "Exit code" in done.stdout


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["schema"], ["schema", "officials"], ["schema", "-f", "md"]]
)
def test_what_needs_no_model(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_of(arguments) == 0
    assert capsys.readouterr().out


def test_schema_as_json_names_every_column(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_of(["schema", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {t["name"]: [c["name"] for c in t["columns"]] for t in found["tables"]} == {
        n: list(t.names) for n, t in TABLES.items()
    }


def test_the_schema_page_is_up_to_date() -> None:
    page = Path(__file__).parent.parent.parent / "docs/schema.md"
    assert page.read_text(encoding="utf-8") == render(format="md"), "run make docs"


def test_info_names_model_and_lexicon(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_of(["info"]) == 0
    said = capsys.readouterr().out
    assert "embedded" in said and "extractor_titles" in said


def test_the_tables_of_an_earlier_run_are_not_read_as_articles(
    story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert exit_code_of(["run", str(tmp_path), "--out", str(tmp_path / "tables")]) == 0
        assert "\n1 articles (1 ok" in capsys.readouterr().out
    assert exit_code_of(["run", str(tmp_path), "--out", str(tmp_path)]) == 2
    assert "is a source" in capsys.readouterr().err


def test_a_full_disk_is_one_line(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("extractor.running.pool.write_shard", full)
    assert exit_code_of(["run", str(story), "--out", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert "No space left on device" in said and said.count("\n") == 1


def test_output_that_is_read_in_part_only() -> None:
    command = f"{sys.executable} -c 'from extractor.cli import main; main()' schema --format json | head -c 5"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60)
    assert (done.stdout[:1], done.stderr) == ("{", "")


def test_ctrl_c_says_how_to_go_on(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("extractor.running.pool.write_shard", stop)
    assert exit_code_of(["run", str(story), "--out", str(tmp_path / "out")]) == 130
    assert capsys.readouterr().err.strip() == "extractor: stopped; the same command goes on from here"


def test_a_closed_standard_input_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert exit_code_of(["run", "-", "--out", str(tmp_path / "out")]) == 2
    assert "which is closed" in capsys.readouterr().err


def test_letters_that_the_terminal_cannot_show_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(shown, encoding="ascii", write_through=True))
    monkeypatch.setattr("extractor.cli.app.exit_code_of", lambda _: print("-> öut") or 0)
    with pytest.raises(SystemExit) as left:
        run_app([])
    assert (left.value.code, shown.getvalue()) == (0, b"-> \\xf6ut\n")


def test_a_job_can_be_run_from_code(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from extractor.cli.run import Job, run_job

    assert run_job(Job([str(story)], tmp_path / "out", quiet=True)) == 0
    assert (tmp_path / "out/articles.csv").exists() and capsys.readouterr().out == ""
