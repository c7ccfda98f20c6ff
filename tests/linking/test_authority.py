"""The authority file: ids where name, country and day agree, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import UsageError
from extractor.linking.authority import Authority

CSV = """name,aliases,title,country,from,to,id
Kim Kye Gwan,Kim Kye-gwan,vice foreign minister,PRK,2004,2010,Q1
Ana Ruiz,,minister,ESP,2010-05,,Q2
Ana Ruiz,,mayor,CHL,2010,2014,Q3
"""


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    path = tmp_path / "holders.csv"
    path.write_text(CSV, encoding="utf-8")
    return Authority.load(path)


@pytest.mark.parametrize(
    ("name", "country", "day", "ids"),
    [
        ("KIM Kye-gwan", "PRK", "2004-02-27", {"Q1"}),
        ("Kye Gwan Kim", None, None, {"Q1"}),
        ("Kim Kye Gwan", "KOR", "2004-02-27", set()),
        ("Kim Kye Gwan", "PRK", "2011-01-01", set()),
        ("Kim", "PRK", "2004-02-27", set()),
        ("Ana Ruiz", "CHL", "2012-01-01", {"Q3"}),
        ("Ana Ruiz", None, "2012-01-01", set()),
        ("Ana Ruiz", None, "2020-01-01", {"Q2"}),
        ("Ana Ruiz", "ESP", "2010-04-30", set()),
    ],
)
def test_match(authority: Authority, name: str, country: str | None, day: str | None, ids: set[str]) -> None:
    assert {h.id for h in authority.match(name, country, day)} == ids


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "holders.jsonl"
    path.write_text('{"name": "Ana Ruiz", "aliases": ["A. Ruiz"], "id": "Q2"}\n', encoding="utf-8")
    assert [h.id for h in Authority.load(path).match("A. Ruiz", None, None)] == ["Q2"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name,country\nX,USA\n", "missing column id"),
        ("name,id\n,Q1\n", "line 2: name is empty"),
        ("name,id,country\nX,Q1,no\n", "line 2: country is 'no', not an alpha-3 code"),
        ("name,id,from\nX,Q1,March 2015\n", "line 2: from is 'March 2015'"),
        ('name,id\n"X,Q1\nY,Q2\n', "not CSV"),
    ],
)
def test_malformed(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "bad.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        Authority.load(path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        Authority.load(tmp_path / "none.csv")
