"""CSV with faults: what a quote swallows is told by its lines, sound rows after it are read, prose is no row."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from extractor.reading import ReadOptions, read_articles

HEADER = "id,text,published\n"


def found(text: str, tmp_path: Path, **options: object) -> list[tuple[str, str, str | None]]:
    """(id, text, where and why it failed) of each article."""
    (tmp_path / "a.csv").write_text(text, newline="")
    articles = read_articles([str(tmp_path / "a.csv")], ReadOptions(**options))  # type: ignore[arg-type]
    return [(a.article_id, a.text, a.error_message) for a in articles]


def test_sound_files_are_read_as_ever(tmp_path: Path) -> None:
    rows = 'n1,"A ""quoted"" word, and\r\na line",2015-03-07\r\n\r\nn2,5\'9" tall,\r\nn3,Trailing,,,\r\n'
    assert found(HEADER + rows, tmp_path) == [
        ("n1", 'A "quoted" word, and\r\na line', None),
        ("n2", "5'9\" tall", None),
        ("n3", "Trailing", None),
    ]


@pytest.mark.parametrize("last", ['4,"Four",2015-01-04\n', "4,Four,2015-01-04\n"])
def test_a_quote_that_is_never_closed_costs_its_own_row(last: str, tmp_path: Path) -> None:
    rows = '1,"One",2015-01-01\n2,"Open,2015-01-02\n3,Three,2015-01-03\n' + last
    one, two, *rest = found(HEADER + rows, tmp_path)
    assert one == ("1", "One", None)
    assert two[0] == "a:3" and "line 3: a quote" in str(two[2]) and "line 3 was left out" in str(two[2])
    assert rest == [("3", "Three", None), ("4", "Four", None)]


def test_prose_within_the_damage_is_no_row(tmp_path: Path) -> None:
    story = '1,"He said ""no"" to "hello" and\nmore, and more\nHowever, this\n1, two"\n'
    bad, good = found("id,text\n" + story + '2,"Two"\n', tmp_path)
    assert "lines 2 to 5 were left out" in str(bad[2])
    assert good == ("2", "Two", None)
    bad, good = found('text,title\n"A "b" c\nmore, and more\nHowever, this",x\n"Two",T\n', tmp_path)
    assert "lines 2 to 4 were left out" in str(bad[2])
    assert good[1:] == ("Two", None)


def test_a_row_with_more_cells_than_columns_would_lose_text(tmp_path: Path) -> None:
    (bad,) = found(HEADER + "1,Oslo, the capital, said,2015-01-01\n", tmp_path)
    assert "line 2: 5 cells, but the header has 3" in str(bad[2])


def test_a_broken_header_and_an_endless_line(tmp_path: Path) -> None:
    assert "header is not CSV" in str(found('id,"text\n1,One\n', tmp_path)[0][2])
    (bad, good) = found("id,text\n1," + "x" * 5_000 + "\n2,Two\n", tmp_path, max_chars=1_000)
    assert "more than 4,004 characters" in str(bad[2])
    assert good == ("2", "Two", None)


@pytest.mark.parametrize("line", ['1,"abc\n', '1,""\n', "1,abc\n", '"\n', '1,"""\n'])
def test_faults_take_linear_time(line: str, tmp_path: Path) -> None:
    began = time.monotonic()
    assert found('id,text\n1,"abc\n' + line * 40_000, tmp_path)
    assert time.monotonic() - began < 5
