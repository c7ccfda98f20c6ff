"""The README cannot lie: its commands and Python run in a copy of the corpus; the rows it shows are in the output."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
import spacy

import extractor
from extractor.cli.app import exit_code_of
from extractor.language.pipeline import EMBEDDED

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
STORY = "Norwegian Foreign Minister Kari Berg told reporters on Tuesday that two ships had been seized.\n"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.S)


COMMANDS = [line.split("  #")[0].strip() for block in blocks("sh") for line in block.splitlines() if line.strip()]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with all that the examples name."""
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "news.jsonl").write_text(json.dumps({"id": "a", "text": STORY, "published": "2015-03-03"}) + "\n")
    (tmp_path / "dump.csv").write_text(f'key,body,date\na,"{STORY.strip()}",2015-03-03\n')
    (tmp_path / "holders.csv").write_text("name,country,title,id\nRi Hak Chol,PRK,ambassador,holder-1\n")
    (tmp_path / "my-lexicon").mkdir()
    (tmp_path / "my-lexicon" / "titles.csv").write_text("head,role,country\nhigh steward,official,\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_two_commands_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = [c.split()[1] for c in COMMANDS if c.startswith("make ")]
    assert targets[:2] == ["run", "test"]
    for target in targets:
        assert re.search(rf"^{target}:", makefile, re.M), target


@pytest.mark.parametrize("command", [c for c in COMMANDS if not c.startswith("make ")])
def test_each_command_does_what_it_says(command: str, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if " | " in command:
        left, command = command.split(" | ")
        program, name = left.split()
        assert program == "cat"
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO((desk / name).read_bytes())))
    # One process: starting others takes seconds, and tests/running is about them.
    program, *arguments = shlex.split(re.sub(r" --workers \d+", "", command))
    assert program == "extractor"
    assert exit_code_of(arguments) == 0
    if arguments[0] == "run":
        tables = extractor.read_tables(desk / "tables")
        assert len(tables.articles) >= 1 and tables.articles.published.notna().any()
        assert set(tables.articles.status) == {"ok"}
        if "--authority" in arguments:
            assert "holder-1" in set(tables.officials.authority_id)


@pytest.mark.parametrize("code", blocks("python"), ids=lambda code: code.strip().splitlines()[-1][:40])
def test_each_python_example_runs(
    code: str, desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Someone else's pipeline: the shipped model as it is, under the name that the README gives.
    load = spacy.load
    monkeypatch.setattr(spacy, "load", lambda name: load({"en_core_web_sm": EMBEDDED}.get(name, name)))
    exec(compile(code, "README.md", "exec"), {"__name__": "readme"})
    printed = capsys.readouterr().out
    for told in re.findall(r"# (Monday .+|impose .+|Tables\(articles: \d+)", code):
        assert told in printed


@pytest.fixture(scope="module")
def made() -> extractor.Tables:
    """The tables of `make run`."""
    return extractor.extract_folder(ROOT / "corpus" / "articles", metadata=ROOT / "corpus" / "metadata.csv")


EXCERPTS = {
    name: [[c.strip() for c in line[1:-1].split("|")] for line in table.splitlines() if not line.startswith("|---")]
    for name, table in re.findall(r"<!-- excerpt (\w+) -->\n((?:\|.*\n)+)", README)
}


@pytest.mark.parametrize("name", EXCERPTS)
def test_the_rows_shown_are_in_the_output(name: str, made: extractor.Tables) -> None:
    columns, *shown = EXCERPTS[name]
    rows = [[_cell(row[c]) for c in columns] for row in made[name].to_dict("records")]
    assert len(shown) >= 3
    missing = [row for row in shown if row not in rows]
    assert missing == []


def test_all_five_tables_and_the_regimes_are_shown() -> None:
    assert list(EXCERPTS) == ["officials", "titles", "dates", "counts", "sanctions", "regimes"]


def _cell(value: object) -> str:
    """The value as the README writes it: nothing for a missing one, days as ISO 8601, 23 for 23.0."""
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, pd.Timestamp):
        return value.strftime("%Y-%m-%d")
    return f"{value:g}" if isinstance(value, float) else str(value)


def test_no_machine_paths() -> None:
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")):
        assert not re.search(r"(?<![\w.])/(?:home|work|tmp|root|Users)/", path.read_text(encoding="utf-8")), path
