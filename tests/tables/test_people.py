"""People over articles: one person under many spellings, two people under one name."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from extractor.lexicon import load_lexicon
from extractor.linking.people import PeopleLinker


def link(*officials: tuple[str, str | None]) -> list[str]:
    """person_id of each (name, country), each in an article of its own, published on successive days of 2015."""
    linker, rows = PeopleLinker(), []
    for n, (name, country) in enumerate(officials, start=1):
        row = {"official_id": f"of-{n}", "article_id": f"a{n}", "name": name, "country": country, "n_mentions": 1}
        rows.append(row)
        linker.add({"articles": [{"published": f"2015-01-{n:02}"}], "officials": [row], "titles": _titles(row)})
    link.people = linker.people()  # type: ignore[attr-defined]
    return [linker.person_of(row) for row in rows]


def _titles(row: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "official_id": row["official_id"],
            "text": "minister",
            "role": "minister",
            "country": row["country"],
            "incumbency": "current",
        }
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Kye Gwan", "Kim Kye-gwan"),
        ("Kim Kye Gwan", "KIM Kye-Gwan"),
        ("Kim Kyegwan", "Kye Gwan Kim"),
        ("Shinzo Abe", "Abe Shinzo"),
        ("Nicolás Maduro", "Nicolas Maduro"),
        ("Jean-Yves Le Drian", "Jean Yves Le Drian"),
        ("Lech Wałęsa", "Lech Walesa"),
        ("John F. Kerry", "John F Kerry"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    a, b = link((one, "PRK"), (other, "PRK"))
    assert a == b


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Kim", "PRK"), ("Kim", "PRK")),
        (("Kim Il", "PRK"), ("Kim Un", "PRK")),
        (("Ali Khan", "PAK"), ("Ali Khan", "IND")),
        (("John Kerry", "USA"), ("Kerry", "USA")),
    ],
)
def test_who_is_not_the_same(one: tuple[str, str], other: tuple[str, str]) -> None:
    a, b = link(one, other)
    assert a != b


def test_a_person_without_country_joins_the_only_one_of_the_name() -> None:
    a, b, c = link(("Anna Virtanen", None), ("Anna Virtanen", "FIN"), ("Anna Virtanen", "EUE;FIN"))
    assert a == b == c
    a, b, c = link(("Ali Khan", None), ("Ali Khan", "PAK"), ("Ali Khan", "IND"))
    assert len({a, b, c}) == 3


def test_ids_do_not_depend_on_the_order_of_articles() -> None:
    people = [("Anna Virtanen", None), ("Virtanen Anna", "FIN"), ("Ali Khan", "PAK"), ("Kim", "PRK")]
    forward = link(*people)
    assert link(*people[:3][::-1])[::-1] == forward[:3]


def test_the_row_of_a_person() -> None:
    link(("Kim Kye Gwan", "PRK"), ("Kim Kye-gwan", "PRK"), ("Kim Kye Gwan", "PRK"))
    (row,) = link.people  # type: ignore[attr-defined]
    assert (row["name"], row["aliases"], row["country"]) == ("Kim Kye Gwan", "Kim Kye-gwan", "PRK")
    assert (row["n_articles"], row["n_mentions"], row["first_seen"], row["last_seen"]) == (
        3,
        3,
        "2015-01-01",
        "2015-01-03",
    )
    assert json.loads(row["titles"]) == [
        {
            "text": "minister",
            "role": "minister",
            "country": "PRK",
            "incumbency": "current",
            "first_date": "2015-01-01",
            "last_date": "2015-01-03",
            "n": 3,
        },
    ]


@pytest.mark.parametrize(
    ("one", "other", "country"),
    [
        ("Muammar Gaddafi", "Moammar Kadhafi", "LBY"),
        ("Muammar al-Gaddafi", "Muammar Qaddafi", "LBY"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "UKR"),
        ("Hassan Rouhani", "Hasan Rohani", "IRN"),
        ("Yousef al-Otaiba", "Youssef Otaiba", "ARE"),
        ("Sergei Lavrov", "Sergey Lavrov", "RUS"),
        ("Mohammed Khatami", "Mohammad Khatami", "IRN"),
    ],
)
def test_romanizations_of_one_name(one: str, other: str, country: str) -> None:
    a, b = link((one, country), (other, country))
    assert a == b


def confusable() -> list[dict[str, str]]:
    with (Path(__file__).parent / "confusable_names.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    "pair", [p for p in confusable() if p["same"] == "0"], ids=lambda p: f"{p['one']}-{p['other']}"
)
def test_confusable_names_stay_apart(pair: dict[str, str]) -> None:
    a, b = link((pair["one"], pair["country_one"] or None), (pair["other"], pair["country_other"] or None))
    assert a != b


def test_spellings_of_one_person_meet() -> None:
    same = [p for p in confusable() if p["same"] == "1"]
    met = [
        len(set(link((p["one"], p["country_one"] or None), (p["other"], p["country_other"] or None)))) == 1
        for p in same
    ]
    assert len(confusable()) >= 120 and sum(met) / len(same) >= 0.9


def test_all_confusable_names_at_once_and_in_any_order() -> None:
    everybody = sorted({(p[k], p[f"country_{k}"]) for p in confusable() for k in ("one", "other") if " " in p[k]})
    ids = dict(zip(everybody, link(*everybody), strict=True))
    assert dict(zip(everybody[::-1], link(*everybody[::-1]), strict=True)) == ids
    for pair in confusable():
        if pair["same"] == "0" and " " in pair["one"]:
            assert ids[pair["one"], pair["country_one"]] != ids[pair["other"], pair["country_other"]], pair


def test_one_letter_of_a_long_word_only() -> None:
    from extractor.linking.similarity import similar, similar_pairs

    assert similar(("eduard", "shevardnadze"), ("eduard", "shevarnadze"))
    assert not similar(("rashid", "ahmad"), ("rashad", "ahmad"))
    assert not similar(("sergei", "ivanovski"), ("sergei", "ivanovskia"))
    names = [("eduard", "shevardnadze"), ("shevarnadze", "eduard"), ("ali", "hasan")]
    assert similar_pairs(names) == similar_pairs(reversed(names)) == [tuple(sorted(names[:2]))]


def test_a_surname_is_a_person_where_office_country_and_day_say_who() -> None:
    def president(name: str, number: int, day: str) -> dict[str, list[dict[str, Any]]]:
        row = {"official_id": f"of-{number}", "article_id": f"a{number}", "name": name, "country": "USA"}
        official = row | {"n_mentions": 1, "role": "head_of_state"}
        return {"articles": [{"published": day}], "officials": [official], "titles": []}

    linker = PeopleLinker()
    days = [("Bush", "2003-05-01"), ("George W. Bush", "2004-01-01"), ("Bush", "1990-05-01"), ("Bush", "2015-01-01")]
    articles = [president(name, n, day) for n, (name, day) in enumerate(days)]
    for rows in articles:
        linker.add(rows)
    son, full, father, later = (linker.person_of(rows["officials"][0]) for rows in articles)
    assert son == full and len({son, father, later}) == 3


def test_a_users_leader_tells_who_a_surname_is(tmp_path: Path) -> None:
    leaders = tmp_path / "leaders.csv"
    holder = "Ola Berg,Berg,NOR,head_of_government,prime minister,2013-01-01,"
    leaders.write_text(f"name,family_name,country,role,title,from,to\n{holder}\n")
    linker = PeopleLinker(load_lexicon(tmp_path))
    row = {"n_mentions": 1, "role": "head_of_government", "country": "NOR"}
    officials = [
        row | {"official_id": f"of-{n}", "article_id": f"a{n}", "name": name}
        for n, name in enumerate(("Berg", "Ola Berg"))
    ]
    for official in officials:
        linker.add({"articles": [{"published": "2015-03-07"}], "officials": [official], "titles": []})
    assert len({linker.person_of(official) for official in officials}) == 1


def test_a_mention_without_country_still_joins_the_exact_spelling() -> None:
    a, b, c = link(("Muammar Gaddafi", "LBY"), ("Moammar Kadhafi", "LBY"), ("Muammar Gaddafi", None))
    assert a == b == c
