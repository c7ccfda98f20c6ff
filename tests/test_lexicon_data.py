"""The shipped gazetteer and organization lists keep the promises their readers rely on."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import extractor

DATA = Path(extractor.__file__).parent / "lexicon" / "data"
COLUMNS = {
    "countries.csv": ["iso3", "name", "iso2", "name_order", "dollar", "script", "source"],
    "places.csv": ["surface", "iso3", "kind", "weak", "source"],
    "organizations.csv": ["surface", "kind", "country", "parent", "source"],
    "organization_heads.csv": ["head", "kind", "source"],
}
KEYS = {
    "countries.csv": ["iso3"],
    "places.csv": ["surface", "iso3"],
    "organizations.csv": ["surface", "country"],
    "organization_heads.csv": ["head"],
}
MAY_BE_EMPTY = {"countries.csv": {"dollar"}, "organizations.csv": {"country", "parent"}}
SUPRANATIONAL = {"EUE", "UNO"}
NAME_ORDERS = {"given_first", "family_first", "two_surnames", "double_last", "none", "patronymic"}
PLACE_KINDS = {"name", "alias", "demonym", "capital", "city", "region", "metonym"}
ORGANIZATION_KINDS = {
    "government", "ministry", "bureau", "agency", "parliament", "court", "military", "police_intelligence",
    "central_bank", "party", "committee", "delegation", "embassy", "igo", "armed_group", "company", "ngo", "media",
    "university", "other",
}  # fmt: skip


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def codes() -> set[str]:
    return {row["iso3"] for row in rows("countries.csv")}


@pytest.fixture(scope="module")
def readings() -> dict[str, set[tuple[str, str, str]]]:
    found: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for row in rows("places.csv"):
        found[row["surface"]].add((row["iso3"], row["kind"], row["weak"]))
    return found


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_and_cells(name: str) -> None:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        table = list(csv.reader(file))
    assert table[0] == COLUMNS[name]
    assert all(len(cells) == len(table[0]) for cells in table)
    required = set(COLUMNS[name]) - MAY_BE_EMPTY.get(name, set())
    bad = [row for row in rows(name) if not all(row[column] for column in required)]
    assert bad == []
    assert [row for row in rows(name) for value in row.values() if value != value.strip()] == []


@pytest.mark.parametrize("name", KEYS)
def test_keys_are_unique(name: str) -> None:
    keys = Counter(tuple(row[column] for column in KEYS[name]) for row in rows(name))
    assert [key for key, times in keys.items() if times > 1] == []


def test_country_codes_and_currencies_have_the_iso_form() -> None:
    for row in rows("countries.csv"):
        assert re.fullmatch(r"[A-Z]{3}", row["iso3"]), row
        assert re.fullmatch(r"[A-Z]{2}", row["iso2"]), row
        assert re.fullmatch(r"([A-Z]{3})?", row["dollar"]), row
        assert row["name_order"] in NAME_ORDERS, row
    assert [row["iso3"] for row in rows("countries.csv") if not row["dollar"]] == ["ATA"]


def test_places_point_to_known_countries(codes: set[str]) -> None:
    for row in rows("places.csv"):
        assert row["iso3"] in codes | SUPRANATIONAL, row
        assert row["kind"] in PLACE_KINDS, row
        assert row["weak"] in {"0", "1"}, row


def test_every_country_has_its_name_among_the_places(codes: set[str]) -> None:
    named = Counter(row["iso3"] for row in rows("places.csv") if row["kind"] == "name")
    assert named == Counter(dict.fromkeys(codes, 1))


def test_a_surface_names_at_most_one_country_firmly(readings: dict[str, set[tuple[str, str, str]]]) -> None:
    """Any further country of the same surface is weak, so that a look-up never has to choose."""
    firm = {surface: {iso3 for iso3, _, weak in found if weak == "0"} for surface, found in readings.items()}
    assert {surface: found for surface, found in firm.items() if len(found) > 1} == {}


def test_organizations_use_known_kinds_and_countries(codes: set[str]) -> None:
    for row in rows("organizations.csv"):
        assert row["kind"] in ORGANIZATION_KINDS, row
        assert row["country"] in codes | SUPRANATIONAL | {""}, row


def test_heads_are_lower_case_and_of_known_kinds() -> None:
    for row in rows("organization_heads.csv"):
        assert row["head"] == row["head"].lower(), row
        assert row["kind"] in ORGANIZATION_KINDS, row


@pytest.mark.parametrize(
    ("surface", "iso3", "kind", "weak"),
    [
        ("U.S.", "USA", "alias", "0"),
        ("DPRK", "PRK", "alias", "0"),
        ("Burma", "MMR", "alias", "0"),
        ("West Germany", "DEU", "alias", "0"),
        ("North Koreans", "PRK", "demonym", "0"),
        ("Spaniard", "ESP", "demonym", "0"),
        ("Danes", "DNK", "demonym", "0"),
        ("Peking", "CHN", "capital", "0"),
        ("Washington", "USA", "capital", "1"),
        ("Georgia", "GEO", "name", "1"),
        ("Georgia", "USA", "region", "1"),
        ("Gaza Strip", "PSE", "region", "0"),
        ("Crimea", "UKR", "region", "0"),
        ("Kashmir", "IND", "region", "1"),
        ("Kremlin", "RUS", "metonym", "0"),
        ("Quai d’Orsay", "FRA", "metonym", "0"),
        ("E.U.", "EUE", "alias", "0"),
        ("Security Council", "UNO", "alias", "0"),
    ],
)
def test_place(readings: dict[str, set[tuple[str, str, str]]], surface: str, iso3: str, kind: str, weak: str) -> None:
    assert (iso3, kind, weak) in readings[surface]


@pytest.mark.parametrize(
    ("surface", "kind", "country"),
    [
        ("State Department", "ministry", "USA"),
        ("OFAC", "bureau", "USA"),
        ("Foreign Ministry", "ministry", ""),
        ("Verkhovna Rada", "parliament", "UKR"),
        ("Supreme Court", "court", ""),
        ("Revolutionary Guards", "military", "IRN"),
        ("European Commission", "agency", "EUE"),
        ("IAEA", "igo", "UNO"),
        ("NATO", "igo", ""),
        ("Hezbollah", "armed_group", "LBN"),
        ("Mahan Air", "company", "IRN"),
        ("KCNA", "media", "PRK"),
    ],
)
def test_organization(surface: str, kind: str, country: str) -> None:
    found = {(row["kind"], row["country"]) for row in rows("organizations.csv") if row["surface"] == surface}
    assert found == {(kind, country)}


def test_name_orders() -> None:
    order = {row["iso3"]: row["name_order"] for row in rows("countries.csv")}
    assert {order[iso3] for iso3 in ("CHN", "KOR", "PRK", "TWN", "VNM")} == {"family_first"}
    assert order["MMR"] == "none"
    assert order["JPN"] == order["HUN"] == "given_first"
