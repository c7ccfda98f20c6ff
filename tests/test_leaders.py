"""The table of office holders is consistent: countries, dates, names and terms."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import extractor
from extractor.lexicon.loader import Lexicon

DATA = Path(extractor.__file__).parent / "lexicon" / "data"
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
INTERNATIONAL = {"EUE", "UNO"}  # posts of the EU, and of the UN and other international bodies
MONARCHS = {"king", "queen", "emperor", "shah", "sultan", "emir", "prince", "princess", "crown prince"} | {
    "prince of wales"
}
# Two claimants, several deputies, or somebody acting for the holder: not an error in the table.
SHARED = {
    ("CHN", "vice premier"), ("CIV", "president"), ("GBR", "prince"), ("GBR", "princess"), ("ISR", "prime minister"),
    ("KOR", "president"), ("LBY", "prime minister"), ("MDG", "president"), ("NGA", "president"),
}  # fmt: skip


@pytest.fixture(scope="module")
def leaders() -> list[dict[str, str]]:
    return Lexicon().rows("leaders")


def first_day(date: str) -> str:
    return date + "-01-01"[len(date) - 4 :]


def last_day(date: str) -> str:
    return {4: f"{date}-12-31", 7: f"{date}-31", 0: "9999-12-31"}.get(len(date), date)


def terms(rows: list[dict[str, str]], *columns: str) -> dict[tuple[str, ...], list[dict[str, str]]]:
    groups = defaultdict(list)
    for row in sorted(rows, key=lambda r: first_day(r["from"])):
        groups[tuple(row[c] for c in columns)].append(row)
    return groups


def test_partial_dates_are_padded_to_their_first_day() -> None:
    assert [first_day(d) for d in ("1999", "1999-12", "1999-12-31")] == ["1999-01-01", "1999-12-01", "1999-12-31"]


def test_there_are_rows_with_known_countries_and_sources(leaders: list[dict[str, str]]) -> None:
    with (DATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        countries = {row["iso3"] for row in csv.DictReader(file)} | INTERNATIONAL
    assert len(leaders) > 1400
    assert {r["country"] for r in leaders} <= countries
    assert all(r["source"] and r["role"] and r["title"] == r["title"].lower() for r in leaders)
    assert all((r["country"] in INTERNATIONAL) for r in leaders if r["role"] == "intergovernmental")


def test_keys_are_unique(leaders: list[dict[str, str]]) -> None:
    keys = Counter((r["name"], r["title"], r["from"]) for r in leaders)
    assert [k for k, n in keys.items() if n > 1] == []


def test_terms_have_valid_dates_in_order_and_of_plausible_length(leaders: list[dict[str, str]]) -> None:
    for row in leaders:
        assert DATE.fullmatch(row["from"]) and (not row["to"] or DATE.fullmatch(row["to"])), row
        assert first_day(row["from"]) <= last_day(row["to"]), row
        years = int((row["to"] or "2026")[:4]) - int(row["from"][:4])
        assert years <= (76 if row["title"] in MONARCHS else 51), row
        assert not row["to"] or row["to"] >= "1975", row


def test_one_person_does_not_hold_one_title_twice_at_a_time(leaders: list[dict[str, str]]) -> None:
    for rows in terms(leaders, "name", "title", "country").values():
        for earlier, later in zip(rows, rows[1:], strict=False):
            assert first_day(earlier["to"] or "9999") <= last_day(later["from"]), (earlier, later)


def test_one_post_has_one_holder_at_a_time(leaders: list[dict[str, str]]) -> None:
    for post, rows in terms(leaders, "country", "title").items():
        for earlier, later in zip(rows, rows[1:], strict=False):
            assert post in SHARED or first_day(earlier["to"] or "9999") <= last_day(later["from"]), (earlier, later)


def test_family_name_is_a_part_of_the_name_and_aliases_are_others(leaders: list[dict[str, str]]) -> None:
    for row in leaders:
        assert row["family_name"] in row["name"], row
        aliases = row["aliases"].split(";") if row["aliases"] else []
        assert all(aliases) and len(set(aliases)) == len(aliases) and row["name"] not in aliases, row


@pytest.mark.parametrize(
    ("surname", "title", "day", "country"),
    [
        ("Bush", "president", "1991-01-17", "USA"),
        ("Bush", "president", "2003-03-20", "USA"),
        ("Thatcher", "prime minister", "1987-06-11", "GBR"),
        ("Powell", "secretary of state", "2003-02-05", "USA"),
        ("Park", "president", "2015-03-07", "KOR"),
        ("Koizumi", "prime minister", "2004-02-27", "JPN"),
        ("Assad", "president", "2013-08-21", "SYR"),
    ],
)
def test_surname_title_and_day_give_the_country(
    leaders: list[dict[str, str]], surname: str, title: str, day: str, country: str
) -> None:
    found = {
        r["country"]
        for r in leaders
        if r["family_name"] == surname and r["title"] == title and first_day(r["from"]) <= day <= last_day(r["to"])
    }
    assert found == {country}
