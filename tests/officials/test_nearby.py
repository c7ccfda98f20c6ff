"""Countries of offices told by the words around them: headings, clauses, repeats, travel, regions."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # lines that a country heads
        (
            "Norway: Kari Lund, Minister of Sport\nChile: Luis Mora, Deputy Minister for Culture\n",
            {"Minister of Sport": "NOR", "Deputy Minister for Culture": "CHL"},
        ),
        # "where" goes on about the place
        (
            "Troops went to Chad, and fighting broke out in Gabon, where a general overthrew the president.",
            {"president": "GAB"},
        ),
        # what a country plans to have
        ("Sweden praised Latvia's decision to appoint a climate envoy.", {"climate envoy": "LVA"}),
        # the same post a moment later
        (
            "Peru's ambassador to Japan spoke of trade in Japan. Japan listened to Ambassador Rosa Quispe.",
            {"ambassador to Japan": "PER", "Ambassador": "PER"},
        ),
        # whoever goes there is not from there
        (
            "Ann Clark, the Special Advisor for Water, will travel to Kenya on Monday. In Kenya, Special Advisor Clark "
            "will speak. Kenya has asked for her.",
            {"Special Advisor for Water": None, "Special Advisor": None},
        ),
        # the seat of an office
        ("Ivan Volkov, director of the Moscow office of the Tree Fund, spoke.",
         {"director of the Moscow office of the Tree Fund": None}),
        # the second half of a firm's name is no town
        ("Derek Holden, chairman of Harvey-Lyons, spoke.", {"chairman of Harvey-Lyons": None}),
        # said once of the person, true of his other titles
        ("Eva Gruber, a politician in Austria, spoke. Eva Gruber, chair of The Meadows, left.",
         {"politician in Austria": "AUT", "chair of The Meadows": "AUT"}),
        # two states of one name
        ("The Congolese president spoke in Brazzaville, capital of the Republic of Congo.",
         {"Congolese president": "COG"}),
        ("The Congolese president spoke in Kinshasa.", {"Congolese president": "COD"}),
        # an office for a region
        (
            "Minister for the Middle East Tom Ellis spoke of Iraq. Minister Ellis praised Iraq, and Iraq's army.",
            {"Minister for the Middle East": None, "Minister": None},
        ),
        # behind the names
        (
            "In Panama, Foreign Minister Ana Ruiz and Energy Minister Luis Mora (Ecuador) met Trade Minister Eva Diaz "
            "(Peru).",
            {"Foreign Minister": "ECU", "Energy Minister": "ECU", "Trade Minister": "PER"},
        ),
        # a court of many states
        (
            "The International Criminal Court in The Hague heard the Philippines out. Judges of the International "
            "Criminal Court dismissed the chief prosecutor in the case of the Philippines.",
            {"Judges of the International Criminal Court": None, "chief prosecutor": None},
        ),
        # an adjective that opens the name of a body; a bank that only looks like a place
        (
            "South Sudan voted. The Georgian State Security Service arrested MP Dato Lomidze in Tbilisi.",
            {"MP": "GEO"},
        ),
        ("Dan Wong, chairman of East West Bank, spoke.", {"chairman of East West Bank": None}),
        # ministers of many states
        ("Russia must stop, said the ministers of sport. Russia's war is Russia's.", {"ministers of sport": None}),
    ],
)  # fmt: skip
def test_countries(text: str, expected: dict[str, str | None], read: Callable[..., Doc]) -> None:
    titles = read(text)._.extractor.titles
    assert {text[t.start : t.end]: t.country for t in titles} == expected


def test_all_titles_of_one_name_in_a_list_are_of_its_state(read: Callable[..., Doc]) -> None:
    text = "They met Polish President Jan Nowak and Chief of Defense General Adam Kos in Oslo, Norway. Norway was glad."
    countries = [t.country for t in read(text)._.extractor.titles]
    assert countries[0] == "POL" and countries[-1] == "POL"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # heads of two states
        (
            "The Prime Minister and President Emile Laurent of France met on Monday. The United Kingdom welcomed him, "
            "and the United Kingdom agreed to it.",
            {"Prime Minister": "GBR", "President": "FRA"},
        ),
        # another state's people
        ("Ghana met in Accra. Ghana's crisis goes on in Ghana, foreign mediators said.", {"foreign mediators": None}),
        # an office that the speaking state has not
        (
            "Antony Blinken, Secretary of State. The United States thanks Director General Paul Grossmann. We and our "
            "partners in the United States agree.",
            {"Secretary of State": "USA", "Director General": None},
        ),
    ],
)
def test_countries_of_others(text: str, expected: dict[str, str | None], read: Callable[..., Doc]) -> None:
    titles = read(text)._.extractor.titles
    assert {text[t.start : t.end]: t.country for t in titles} == expected


def test_the_place_before_a_known_leader_is_not_his(read: Callable[..., Doc]) -> None:
    text = "They oppose the boycott of Israel President Bush said. In Virginia President Bush spoke."
    titles = read(text, "2006-03-13")._.extractor.titles
    assert {(t.role, t.country) for t in titles} == {("head_of_state", "USA")}


def test_an_administration_is_its_leader_s(read: Callable[..., Doc]) -> None:
    text = "Iraq and Australia traded. Iraq bought Australian wheat, Bush Administration officials said in Iraq."
    assert [t.country for t in read(text, "2006-03-13")._.extractor.titles] == ["USA"]


def test_whom_a_delegation_met(read: Callable[..., Doc]) -> None:
    text = (
        "This week Deputy National Security Advisor Ann Clark of the United States was in Delhi. Clark met with "
        "Principal Secretary R. Nair, Indian Sherpa Anil Rao and National Security Advisor Ravi Mehta. We and our "
        "partners agree. The United States thanks them."
    )
    assert countries(read(text)) == {"Ann Clark": "USA", "R. Nair": "IND", "Anil Rao": "IND", "Ravi Mehta": "IND"}


def countries(doc: Doc) -> dict[str, str | None]:
    return {o.name: o.country for o in doc._.extractor.officials}


def test_a_senator_chairs_a_committee(read: Callable[..., Doc]) -> None:
    titles = read("Senator Richard Lund spoke. They thanked Chairman Lund.")._.extractor.titles
    assert [t.role for t in titles] == ["legislator", "legislator"]
