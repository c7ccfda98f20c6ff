"""Persons who hold an office: coreference of names, countries, terms, authority ids."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

import extractor


def officials(doc: Doc) -> dict[str, list[str]]:
    """Name → texts of all mentions."""
    return {o.name: [doc.text[m.start : m.end] for m in o.mentions] for o in doc._.extractor.officials}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "North Korean Vice Foreign Minister Kim Kye Gwan left. Kim was smiling.",
            {"Kim Kye Gwan": ["Kim Kye Gwan", "Kim"]},
        ),
        (
            "Prime Minister Fumio Kishida, 66, and his wife Yuko left for Paris. Kishida waved.",
            {"Fumio Kishida": ["Fumio Kishida", "Kishida"]},
        ),
        (
            "President Hollande met Finance Minister Michel Sapin. Francois Hollande then left.",
            {"Francois Hollande": ["Hollande", "Francois Hollande"], "Michel Sapin": ["Michel Sapin"]},
        ),
        ("Japan's Mitoji Yabunaka conveyed his wish.", {"Mitoji Yabunaka": ["Mitoji Yabunaka"]}),
        ("Joining them was Will Sorensen, R-Minn., on Tuesday.", {"Will Sorensen": ["Will Sorensen"]}),
        ("Speaker Nancy Pelosi's husband, Paul, was hurt.", {"Nancy Pelosi": ["Nancy Pelosi"]}),
        ("John Smith, a baker from Leeds, won the race.", {}),
    ],
)
def test_mentions(text: str, expected: dict[str, list[str]], read: Callable[..., Doc]) -> None:
    assert officials(read(text)) == expected


def test_two_people_of_one_surname_stay_apart(read: Callable[..., Doc]) -> None:
    doc = read("Sens. Bill Nelson (D-Fla.) and Ben Nelson (D-Neb.) voted. Nelson then left.")
    bill, ben = doc._.extractor.officials
    assert (bill.name, ben.name) == ("Bill Nelson", "Ben Nelson")
    # The bare surname goes to the nearest, who is less sure for it.
    assert officials(doc)["Ben Nelson"] == ["Ben Nelson", "Nelson"]
    assert ben.confidence < bill.confidence


def test_a_title_refers_back_to_its_holder(read: Callable[..., Doc]) -> None:
    doc = read("French President Emmanuel Macron met German Chancellor Olaf Scholz. The chancellor smiled.")
    assert officials(doc)["Olaf Scholz"] == ["Olaf Scholz", "chancellor"]


@pytest.mark.parametrize(
    ("text", "published", "country", "basis"),
    [
        ("Norwegian Foreign Minister Kari Lund resigned.", None, "NOR", "explicit"),
        ("Kari Lund, director of the Bank of Japan, resigned.", None, "JPN", "explicit"),
        ("President Bush spoke on Monday.", "2003-03-17", "USA", "inferred"),
        ("Foreign Minister Kari Lund visited Seoul.", None, None, None),
        ("WELLINGTON, Oct 19 - Fiji protested. Justice Minister Rod Gates returned.", None, "NZL", "inferred"),
        ("WELLINGTON, Oct 19 - Fiji protested. High Commissioner Rod Gates returned.", None, None, None),
        ("Hungary wants them eased, its foreign minister, Balint Szendrey, said.", None, "HUN", "inferred"),
        ("Special Envoy John Kerry will travel to Cairo, Egypt. Egypt welcomed it.", "2022-02-18", "USA", "inferred"),
    ],
)
def test_country(
    text: str, published: str | None, country: str | None, basis: str | None, read: Callable[..., Doc]
) -> None:
    [official] = read(text, published)._.extractor.officials
    assert (official.country, official.country_basis) == (country, basis)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Ana Ruiz, mayor of Lima from 2008 to 2012, spoke.", ("2008", "2012", "former")),
        ("Ana Ruiz, finance minister until 2003, spoke.", (None, "2003", "former")),
        ("Ana Ruiz, mayor of Lima since May 2010, spoke.", ("2010-05", None, "current")),
        ("Ana Ruiz, mayor of Lima 2008-2012, spoke.", ("2008", "2012", "former")),
        ("Ana Ruiz (president 1990-94) spoke.", ("1990", "1994", "former")),
        ("Ana Ruiz, mayor of Lima, spoke in 2008.", (None, None, "current")),
    ],
)
def test_terms_of_office(text: str, terms: tuple[str | None, ...], read: Callable[..., Doc]) -> None:
    [title] = read(text, "2015-03-07")._.extractor.titles
    assert (title.valid_from, title.valid_to, title.incumbency) == terms


def test_authority_ids(tmp_path: Path) -> None:
    path = tmp_path / "holders.csv"
    path.write_text(
        "name,aliases,title,country,from,to,id\nKim Kye Gwan,Kim Kye-gwan,vice foreign minister,PRK,2004,2010,Q1\n",
        encoding="utf-8",
    )
    text = "North Korean Vice Foreign Minister Kim Kye-gwan met South Korean President Kim Young-nam."
    tables = extractor.extract(text, published="2005-01-01", authority=path)
    assert dict(zip(tables.officials["name"], tables.officials["authority_id"].isna(), strict=True)) == {
        "Kim Kye-gwan": False,
        "Kim Young-nam": True,
    }
    late = extractor.extract(text, published="2015-01-01", authority=path)
    assert late.officials["authority_id"].isna().all()


def test_time_grows_with_length_only(nlp, read: Callable[..., Doc]) -> None:  # noqa: ANN001
    import time

    from extractor.components.extraction import extraction_of

    def seconds(n: int) -> float:
        text = " ".join(
            f"Minister Ana{i} Ruiz{i % 7} met President Luis Mora{i % 5} of Chile in May." for i in range(n)
        )
        doc = nlp.make_doc(text)
        for name in ("ner", "tok2vec", "tagger", "morphologizer", "parser", "trainable_lemmatizer"):
            if name in nlp.pipe_names:
                doc = nlp.get_pipe(name)(doc)
        extraction_of(doc)
        began = time.process_time()
        for name in ("extractor_organizations", "extractor_titles", "extractor_officials"):
            doc = nlp.get_pipe(name)(doc)
        return time.process_time() - began

    seconds(20)
    short, long = seconds(150), seconds(1200)
    assert long < 20 * short + 0.5


def countries(doc: Doc) -> dict[str, str | None]:
    return {o.name: o.country for o in doc._.extractor.officials}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a list of one state's officials
        (
            "Israeli Prime Minister Dov Levin and Energy Minister Yosef Stein met in Athens, Greece. Greece was glad.",
            {"Dov Levin": "ISR", "Yosef Stein": "ISR"},
        ),
        # no state has two presidents, no prime minister presides over the United States
        (
            "U.S. President Ann Clark called. The United States urges Ghana to free President Kwame Osei of Ghana.",
            {"Ann Clark": "USA", "Kwame Osei": "GHA"},
        ),
        (
            "The United States said so. The United States and its troops stay, U.S. officials said. "
            "Prime Minister Lars Holm objected.",
            {"Lars Holm": None},
        ),
        # nobody of that name is Chinese
        (
            "China is ready. China's economy grows, China says. Finance Minister Paul Reeve agreed.",
            {"Paul Reeve": None},
        ),
        # whose deputy
        (
            "Indian Foreign Minister Anil Rao met his Chinese counterpart. His deputy, Ravi Sen, joined them.",
            {"Anil Rao": "IND", "Ravi Sen": "IND"},
        ),
        (
            "Foreign Minister Kari Lund of Norway spoke. The ministry's spokesman, Per Dahl, declined to comment.",
            {"Kari Lund": "NOR", "Per Dahl": "NOR"},
        ),
        # forces abroad are their own country's
        (
            "KABUL - U.S. troops killed four men near Kabul in Afghanistan, where Afghan police found arms. "
            "Lieutenant General David Barnow told reporters in Kabul that Afghanistan was safer.",
            {"David Barnow": "USA"},
        ),
        # a coalition is of no one state
        (
            "KABUL - Afghan troops and NATO fought in Afghanistan. "
            "A coalition spokesman, Greg Julian, said so in Kabul.",
            {"Greg Julian": None},
        ),
        # names of one custom tell between the countries named
        (
            "JAKARTA - Indonesia spoke to Myanmar. Indonesia and Myanmar talk. "
            "Australia will list Lt. Gen. Zaw Myo Thant.",
            {"Zaw Myo Thant": "MMR"},
        ),
        (
            "An Iranian delegation led by parliament speaker Mohammad Karimi flew to Doha, Qatar. Qatar was glad.",
            {"Mohammad Karimi": "IRN"},
        ),
        # whom an adviser serves
        (
            "Vijay Rao is chief of staff to British prime minister John Lowe, France said. France was glad.",
            {"Vijay Rao": "GBR", "John Lowe": "GBR"},
        ),
        # a state that speaks names other states' candidates
        (
            "Antony Blinken, Secretary of State. The United States calls on the Nicaraguan government to release "
            "presidential candidate Ana Moro. Nicaragua jailed her. We and our partners stand with Nicaragua's people.",
            {"Antony Blinken": "USA", "Ana Moro": "NIC"},
        ),
        # a title with a tail of its own is not the secretary's
        ("Secretary Blinken met the South Korean minister of unification.", {"Blinken": "USA"}),
    ],
)
def test_countries_by_what_surrounds_the_office(
    text: str, expected: dict[str, str | None], read: Callable[..., Doc]
) -> None:
    assert countries(read(text)) == expected


def test_a_title_without_its_body_takes_the_one_named_before(read: Callable[..., Doc]) -> None:
    doc = read("NATO Secretary-General Mark Rutte arrived. Secretary-General Rutte thanked them.")
    assert [t.organization for t in doc._.extractor.titles] == ["NATO", "NATO"]


def test_text_without_capitals_keeps_its_officials() -> None:
    text = (
        "russian president vladimir putin met french president francois hollande in moscow on monday, and said that "
        "the talks about the war in ukraine would go on for weeks."
    )
    assert list(extractor.extract(text).officials["name"]) == ["Vladimir Putin", "Francois Hollande"]


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "President Obama spoke to President Putin. The United States hopes that the President will meet him.",
            "Putin",
            ["Putin"],
        ),
        (
            "Russian President Vladimir Putin met French President Francois Hollande. The president said so.",
            "Vladimir Putin",
            ["Vladimir Putin", "president"],
        ),
        (
            "President Hollande met Vice President Biden. The president smiled.",
            "Biden",
            ["Biden"],
        ),
        ("Minister Ana Ruiz met former president Luis Mora. The president smiled.", "Luis Mora", ["Luis Mora"]),
        (
            "Ana Ruiz, the finance minister, quit. Her successor, Luis Mora, was sworn in. The new minister smiled.",
            "Luis Mora",
            ["Luis Mora", "minister"],
        ),
    ],
)
def test_whom_a_bare_title_means(text: str, name: str, mentions: list[str], read: Callable[..., Doc]) -> None:
    assert officials(read(text, "2014-05-01"))[name] == mentions


def test_a_namesake_does_not_take_the_holders_mentions(read: Callable[..., Doc]) -> None:
    text = "First Lady Laura Bush praised him. President Bush spoke. Bush said more."
    found = officials(read(text, "2007-09-26"))
    assert found["Bush"] == ["Bush", "Bush"]
    text = "President George W. Bush spoke. Former President George H. W. Bush smiled."
    assert set(officials(read(text))) == {"George W. Bush", "George H. W. Bush"}
