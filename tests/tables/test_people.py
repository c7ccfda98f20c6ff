"""People over articles: one person under many spellings, two people under one name."""

from __future__ import annotations

import json
from typing import Any

import pytest

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


# People whom a loose comparison would take for one.
CONFUSABLE = [
    (("Kim Jong Il", "PRK"), ("Kim Jong Un", "PRK")),
    (("Kim Yong Nam", "PRK"), ("Kim Young Nam", "PRK")),
    (("Li Peng", "CHN"), ("Li Ping", "CHN")),
    (("Hu Chunhua", "CHN"), ("He Chunhua", "CHN")),
    (("Wang Cheng", "CHN"), ("Wang Chang", "CHN")),
    (("George W. Bush", "USA"), ("George H. Bush", "USA")),
    (("Sara Smith", "USA"), ("Sarah Smith", "USA")),
    (("Steven Miller", "USA"), ("Stephen Miller", "USA")),
    (("Hassan Ali", "IRQ"), ("Hussein Ali", "IRQ")),
    (("Gamal Mubarak", "EGY"), ("Kamal Mubarak", "EGY")),
    (("Abdullah Gul", "TUR"), ("Abdullah Gulen", "TUR")),
    (("Mohammed Khatami", "IRN"), ("Mohammad Hatemi", "TUN")),
    (("Viktor Yanukovych", "UKR"), ("Viktor Yushchenko", "UKR")),
    (("Sergei Ivanov", "RUS"), ("Sergei Ivanova", "RUS")),
    (("Ahmed Karzai", "AFG"), ("Hamid Karzai", "AFG")),
    (("Benazir Bhutto", "PAK"), ("Bilawal Bhutto", "PAK")),
    (("Juan Carlos Varela", "PAN"), ("Juan Carlos Duran", "BOL")),
    (("Gaddafi", "LBY"), ("Kadhafi", "LBY")),
    (("Nguyen Van An", "VNM"), ("Nguyen Van Anh", "VNM")),
    (("Park Chung Hee", "KOR"), ("Park Geun Hye", "KOR")),
]


@pytest.mark.parametrize(("one", "other"), CONFUSABLE)
def test_confusable_names_stay_apart(one: tuple[str, str], other: tuple[str, str]) -> None:
    a, b = link(one, other)
    assert a != b


def test_a_mention_without_country_still_joins_the_exact_spelling() -> None:
    a, b, c = link(("Muammar Gaddafi", "LBY"), ("Moammar Kadhafi", "LBY"), ("Muammar Gaddafi", None))
    assert a == b == c
