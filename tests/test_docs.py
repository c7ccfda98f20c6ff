"""The pages in docs/ say what the code and the data say."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

import extractor
from extractor.lexicon import CATALOG, load_lexicon
from extractor.lexicon.loader import Lexicon
from extractor.running.settings import LEXICON_DATA
from extractor.schema.render import render
from extractor.schema.vocabulary import SANCTION_ACTIONS, SANCTION_STAGES

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def rows_of(text: str) -> list[list[str]]:
    """The cells of all Markdown table rows, stripped."""
    return [[c.strip() for c in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]


def test_the_schema_page_is_the_schema() -> None:
    assert page("schema.md") == render(format="md")


@pytest.mark.parametrize("name", sorted(CATALOG))
def test_the_lexicon_page_has_each_file_with_its_columns_key_and_vocabularies(name: str) -> None:
    file = CATALOG[name]
    columns = ", ".join(f"`{c}`" if c in file.key else c for c in file.columns)
    vocabularies = ", ".join(f"{c}: {v}" for c, v in file.vocabularies)
    found = [cells for cells in rows_of(page("lexicon.md")) if cells[0] == f"`{name}.csv`"]
    assert len(found) == 1
    assert found[0][1:3] == [columns, vocabularies]
    assert len(found[0]) == 4 and found[0][3]


def test_the_lexicon_page_names_no_other_files() -> None:
    named = {cells[0].strip("`").removesuffix(".csv") for cells in rows_of(page("lexicon.md")) if ".csv" in cells[0]}
    assert named == set(CATALOG)


def test_every_shipped_file_is_in_the_catalog() -> None:
    assert {p.stem for p in LEXICON_DATA.glob("*.csv")} == set(CATALOG)


def test_the_overlays_of_the_lexicon_page_work(tmp_path: Path) -> None:
    text = page("lexicon.md")
    blocks = re.findall(r"```csv\n(.*?)```", text, re.S)
    names = ("titles", "places", "organizations")
    assert len(blocks) == len(names)
    for name, block in zip(names, blocks, strict=True):
        (tmp_path / f"{name}.csv").write_text(block, encoding="utf-8")
    shipped, lexicon = load_lexicon(), Lexicon(tmp_path)
    for name, block in zip(names, blocks, strict=True):
        before, after = shipped.rows(name), lexicon.rows(name)
        for row in csv.DictReader(io.StringIO(block)):
            key = {c: row[c] for c in CATALOG[name].key}
            known = [r for r in before if key.items() <= r.items()]
            now = [r for r in after if key.items() <= r.items()]
            assert (len(known), len(now)) == ((1, 0) if row.get("remove") == "1" else (0, 1)), row
    story = (
        "High Steward Kari Berg said the Directorate for Export Licences froze the accounts of Belarus. "
        "Shop steward Jan Vik left."
    )
    t = extractor.extract(story, published="2015-03-07", lexicon_dir=tmp_path)
    assert list(t.titles.text) == ["High Steward"]
    assert ("agency", "NOR") in list(zip(t.organizations.kind, t.organizations.country, strict=True))
    assert list(t.sanctions.sender_country) == ["NOR"]


def test_an_overlay_is_checked_in_a_fresh_process(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("unit,kind,person\nkiosk,other,0\n", encoding="utf-8")
    code = f"from extractor.running.settings import check_lexicon; check_lexicon({str(tmp_path)!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_cameo_grid_is_the_lexicons() -> None:
    lexicon, text = load_lexicon().rows("cameo"), rows_of(page("sanctions.md"))
    general = {(r["action"], r["stage"]): r["code"] for r in lexicon if r["measure"] == "*"}
    head = next(cells for cells in text if cells[:2] == ["action", "done"])
    assert set(head[1:]) <= set(SANCTION_STAGES)
    grid = {
        (cells[0], stage): code
        for cells in text
        if cells[0] in SANCTION_ACTIONS and len(cells) == len(head)
        for stage, code in zip(head[1:], cells[1:], strict=True)
        if code
    }
    assert grid == general
    special = {tuple(cells) for cells in text if len(cells) == 4 and cells[0] in SANCTION_ACTIONS}
    assert special == {(r["action"], r["stage"], r["measure"], r["code"]) for r in lexicon if r["measure"] != "*"}
    legend = set(re.findall(r"\b\d{3,4}\b", page("sanctions.md").split("consider policy option")[1]))
    assert {r["code"] for r in lexicon} - {"014"} <= legend


def test_the_measures_are_the_lexicons() -> None:
    text = {tuple(cells) for cells in rows_of(page("sanctions.md")) if len(cells) == 5}
    for row in load_lexicon().rows("measures"):
        mapped = (row[c].replace(";", "; ") for c in ("gsdb", "ties", "opensanctions"))
        assert (row["measure"], row["description"], *mapped) in text


TOLD = [cells for cells in rows_of(page("sanctions.md")) if len(cells) == 4 and cells[0].endswith(".")]


@pytest.mark.parametrize(("sentence", "action", "stage", "direction"), TOLD, ids=[c[0] for c in TOLD])
def test_the_sentences_of_the_sanctions_page(
    read: Callable[..., Doc], sentence: str, action: str, stage: str, direction: str
) -> None:
    found = read(sentence, "2015-03-07")._.extractor.sanctions
    assert [(s.action, s.stage, s.direction) for s in found] == [(action, stage, direction)]


FRAMES = {
    "DATE": "The law was signed in {}.",
    "TIME": "He left on {}.",
    "DURATION": "The talks lasted {}.",
    "SET": "The council meets {}.",
}
TIMES = [cells for cells in rows_of(page("dates.md")) if len(cells) == 4 and cells[1] in FRAMES]


@pytest.mark.parametrize("cells", TIMES, ids=[c[0] for c in TIMES])
def test_the_expressions_of_the_dates_page(read: Callable[..., Doc], cells: list[str]) -> None:
    phrase, kind, value, mod = cells
    frame = "He resigned {}." if value == "PAST_REF" else FRAMES[kind]
    if phrase[0].isupper() and phrase.startswith("March"):
        frame = frame.replace(" in {}", " on {}")
    doc = read(frame.format(phrase), "1998-02-13")
    (date,) = doc._.extractor.dates
    assert doc.text[date.start : date.end] == phrase
    assert (date.timex_type, date.timex_value, date.timex_mod or "") == (kind, value, mod)


def test_the_architecture_page_has_the_ranks_of_the_border_test() -> None:
    source = (ROOT / "tests" / "test_import_borders.py").read_text(encoding="utf-8")
    ranks = dict(re.findall(r'"(\w+)": (\d+)', source))
    told = {}
    for cells in rows_of(page("architecture.md")):
        if cells[0].isdigit():
            for name in re.findall(r"`(\w+)(?:\.py|/)`", cells[1]):
                told[name] = cells[0]
    assert told == {name: rank for name, rank in ranks.items() if not name.startswith("__")}


@pytest.mark.parametrize("path", [*sorted(DOCS.glob("*.md")), *sorted(ROOT.glob("*.md"))], ids=lambda p: p.name)
def test_links_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not target.startswith(("http", "#")):
            assert (path.parent / target.partition("#")[0]).exists(), target


@pytest.mark.parametrize("path", [*sorted(DOCS.glob("*.md")), *sorted(ROOT.glob("*.md"))], ids=lambda p: p.name)
def test_files_named_in_prose_exist(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for name in re.findall(r"`((?:extractor|tests|corpus|docs|training|notebooks|benchmarks)/[\w./-]+)`", text):
        assert (ROOT / name).exists(), name


def test_the_input_page_has_every_code_of_issues() -> None:
    code = r"([a-z]+(?:-[a-z]+)*)"
    given = re.compile(
        rf'ReadError\(\s*"{code}"|error_code="{code}"|"(?:error|warning)", "{code}"|Doubt\(\s*"{code}"'
        r'|\("([a-z]+-[a-z]+)", f?"'
        rf'|failed\(\s*article, "{code}"|"{code}", \*mismatch'
    )
    found = set()
    for path in (ROOT / "extractor").rglob("*.py"):
        if path.parent.name in ("reading", "running", "tables") or "Doubt(" in path.read_text(encoding="utf-8"):
            found |= {next(filter(None, m)) for m in given.findall(path.read_text(encoding="utf-8"))}
    assert {"too-long", "count-sum", "time-limit", "bad-bytes"} <= found
    assert not {c for c in found if f"`{c}`" not in page("input.md")}
