"""Invariants of the title lexicon: columns, vocabularies, keys, sources, and how the files refer to each other."""

from __future__ import annotations

import csv
import re
from importlib import resources

import pytest

from extractor.schema.vocabulary import VOCABULARIES

COLUMNS = {
    "titles": ("head", "role", "portfolio", "country", "generic", "source"),
    "title_roles": ("head", "org_kind", "role", "source"),
    "title_country_roles": ("head", "country", "role", "portfolio", "source"),
    "title_variants": ("surface", "head", "kind", "source"),
    "title_modifiers": ("surface", "kind", "value", "source"),
    "portfolios": ("surface", "portfolio", "source"),
    "honorifics": ("surface", "kind", "source"),
    "family_names": ("surface", "name_order", "country", "source"),
}
KEYS = {
    "titles": ("head", "country"),
    "title_roles": ("head", "org_kind"),
    "title_country_roles": ("head", "country"),
    "title_variants": ("surface", "kind"),
    "title_modifiers": ("surface", "kind"),
    "portfolios": ("surface",),
    "honorifics": ("surface",),
    "family_names": ("surface",),
}
INCUMBENCY = {"acting", "incoming", "outgoing", "former", "then", "late"}


def rows(name: str) -> list[dict[str, str]]:
    path = resources.files("extractor.lexicon") / "data" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def titles() -> dict[str, dict[str, str]]:
    return {row["head"]: row for row in rows("titles")}


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_keys_and_sources(name: str) -> None:
    table = rows(name)
    assert tuple(table[0]) == COLUMNS[name]
    keys = [tuple(row[column] for column in KEYS[name]) for row in table]
    assert len(set(keys)) == len(keys)
    for row in table:
        assert None not in row and None not in row.values(), row
        assert row["source"], row
        assert all(value == " ".join(value.split()) for value in row.values()), row


def test_heads_are_many_lower_case_and_have_known_roles() -> None:
    table = rows("titles")
    assert len(table) >= 600
    composed = re.compile(r"minister$|^minister (of|for) ")
    assert sum(not composed.search(row["head"]) for row in table) >= 600
    for row in table:
        assert row["head"] == row["head"].lower()
        assert row["role"] in VOCABULARIES["role"], row
        assert row["generic"] in {"0", "1"}, row
        assert re.fullmatch(r"([A-Z]{3})?", row["country"]), row


@pytest.mark.parametrize(
    ("head", "role", "portfolio", "country"),
    [
        ("president", "head_of_state", "", ""),
        ("taoiseach", "head_of_government", "", "IRL"),
        ("secretary of state", "minister", "foreign affairs", "USA"),
        ("chancellor of the exchequer", "minister", "finance", "GBR"),
        ("chief cabinet secretary", "minister", "", "JPN"),
        ("vice foreign minister", "deputy_minister", "foreign affairs", ""),
        ("minister of defence", "minister", "defense", ""),
        ("deputy director general", "deputy_director_general", "", ""),
        ("bureau chief", "director_general", "", ""),
        ("chief negotiator", "envoy", "", ""),
        ("lt. gen.", "military", "", ""),
        ("sheriff", "security", "", ""),
        ("crown prince", "royal", "", ""),
        ("union leader", "non_state", "", ""),
        ("shadow foreign secretary", "opposition", "foreign affairs", ""),
    ],
)
def test_known_heads(head: str, role: str, portfolio: str, country: str) -> None:
    row = titles()[head]
    assert (row["role"], row["portfolio"], row["country"]) == (role, portfolio, country)


def test_weak_heads_are_generic_and_strong_ones_are_not() -> None:
    table = titles()
    for head in ("head", "chief", "director", "member", "leader", "secretary", "chairman", "officer", "captain"):
        assert table[head]["generic"] == "1", head
    for head in ("president", "prime minister", "ambassador", "senator", "pope", "police chief"):
        assert table[head]["generic"] == "0", head
    assert not {"coach", "analyst", "professor"} & set(table)


def test_role_overrides_name_known_heads_and_change_the_role() -> None:
    table = titles()
    for row in rows("title_roles"):
        assert row["org_kind"] in VOCABULARIES["organization_kind"], row
        assert row["role"] in VOCABULARIES["role"], row
        assert row["role"] != table[row["head"]]["role"], row
    for row in rows("title_country_roles"):
        assert row["role"] in VOCABULARIES["role"], row
        assert re.fullmatch(r"[A-Z]{3}", row["country"]), row
        base = table[row["head"]]
        assert (row["role"], row["portfolio"]) != (base["role"], base["portfolio"]), row


@pytest.mark.parametrize(
    ("head", "kind", "role"),
    [
        ("president", "company", "business"),
        ("president", "igo", "intergovernmental"),
        ("governor", "central_bank", "central_banker"),
        ("head", "ministry", "minister"),
        ("director", "agency", "director_general"),
        ("leader", "armed_group", "non_state"),
        ("secretary-general", "party", "party_official"),
        ("chairman", "military", "military"),
    ],
)
def test_role_by_kind_of_organization(head: str, kind: str, role: str) -> None:
    assert role in [row["role"] for row in rows("title_roles") if (row["head"], row["org_kind"]) == (head, kind)]


def test_variants_lead_to_heads() -> None:
    table = titles()
    found = {(row["surface"], row["kind"]): row["head"] for row in rows("title_variants")}
    assert {kind for _, kind in found} == {"abbreviation", "initialism", "plural"}
    assert found["attorneys general", "plural"] == "attorney general"
    assert found["spokesmen", "plural"] == "spokesman"
    assert found["ministers of foreign affairs", "plural"] == "minister of foreign affairs"
    assert found["lt. col.", "abbreviation"] == "lieutenant colonel"
    assert all(head in table for (_, kind), head in found.items() if kind == "plural")
    assert not [surface for surface, kind in found if kind == "plural" and surface in table]


def test_modifier_kinds_and_values() -> None:
    table = rows("title_modifiers")
    kinds = {"incumbency", "rank", "outside", "namesake", "attribute", "made_of", "assembly"}
    kinds |= {"facility", "region", "temporal", "other_sense"}
    assert {row["kind"] for row in table} == kinds
    assert {row["value"] for row in table if row["kind"] == "incumbency"} == INCUMBENCY
    assert all(row["value"] for row in table if row["kind"] not in ("outside", "attribute"))
    values = {row["surface"]: row["value"] for row in table if row["kind"] == "incumbency"}
    assert (values["ex-"], values["-elect"], values["caretaker"], values["ousted"]) == (
        "former", "incoming", "acting", "former",
    )  # fmt: skip
    assert "disgraced" not in values


def test_portfolios_cover_the_cabinet() -> None:
    portfolio = {row["surface"]: row["portfolio"] for row in rows("portfolios")}
    assert len(portfolio) >= 90
    assert all(surface == surface.lower() and value for surface, value in portfolio.items())
    assert portfolio["foreign"] == portfolio["external"] == "foreign affairs"
    assert (portfolio["home"], portfolio["defence"], portfolio["treasury"]) == ("interior", "defense", "finance")


def test_honorifics_are_not_titles() -> None:
    table = rows("honorifics")
    assert {row["kind"] for row in table} == {"honorific", "suffix", "particle", "second_given"}
    assert not {row["surface"].lower() for row in table if row["kind"] == "honorific"} & set(titles())


def test_family_names_written_first() -> None:
    country = {row["surface"]: row["country"].split(";") for row in rows("family_names")}
    assert len(country) >= 150
    assert {row["name_order"] for row in rows("family_names")} == {"family_first", "either"}
    for codes in country.values():
        assert codes == sorted(set(codes)) and all(re.fullmatch(r"[A-Z]{3}", code) for code in codes)
    assert {"KOR", "PRK"} <= set(country["Kim"])
    assert "CHN" in country["Xi"] and "VNM" in country["Nguyen"] and "KHM" in country["Hun"]
