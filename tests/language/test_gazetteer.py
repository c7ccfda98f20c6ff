"""Known places and surnames settle unsure names."""

import pytest

from extractor.language.gazetteer import Gazetteer, gazetteer
from extractor.language.name_agreement import agree
from extractor.language.pipeline import load_base
from extractor.lexicon import load_lexicon

KNOWN = Gazetteer(
    frozenset({"Chittagong", "Dire Dawa", "Ndola", "DRC"}),
    frozenset({"Jokowi", "Maduro"}),
    frozenset({"DRC"}),
    frozenset({"Desert", "River", "Airport"}),
    frozenset({"GBR", "GER", "PAN", "POR"}),
    frozenset({"Islam"}),
)


def names(text: str, *found: tuple[str, str, float]) -> list[tuple[str, str]]:
    """(words, label) after agreement, given what a recognizer found with what confidence."""
    words = text.split()
    start = {w: i for i, w in reversed(list(enumerate(words)))}
    given = []
    for form, label, confidence in found:
        s = start[form.split()[0]]
        given.append((s, s + len(form.split()), label, confidence))
    return [(" ".join(words[s:e]), label) for s, e, label, _ in agree(given, words, KNOWN)]


def test_a_known_town_taken_for_a_person_is_a_place() -> None:
    assert names("police in Chittagong said", ("Chittagong", "PERSON", 0.8)) == [("Chittagong", "GPE")]


def test_a_known_country_taken_for_an_organization_is_a_place_a_town_may_be_its_club() -> None:
    assert names("vast reserves the DRC holds", ("DRC", "ORG", 0.95)) == [("DRC", "GPE")]
    assert names("the DRC Forum met", ("DRC Forum", "ORG", 0.95)) == [("DRC Forum", "ORG")]
    assert names("fans of Ndola cheered", ("Ndola", "ORG", 0.6)) == [("Ndola", "ORG")]


def test_a_noun_of_places_makes_the_words_before_it_a_place() -> None:
    assert names("in the Gobi Desert of") == [("Gobi Desert", "LOC")]
    assert names("along the Olenka River today", ("Olenka", "GPE", 0.6)) == [("Olenka River", "LOC")]
    assert names("by Olenka River", ("Olenka River", "ORG", 0.7)) == [("Olenka River", "LOC")]
    assert names("the Olenka River Board met") == []
    assert names("The River rose") == []


def test_a_place_named_after_a_person_is_one_name() -> None:
    found = names("at Ilin International Airport", ("Ilin", "PERSON", 0.9), ("International Airport", "LOC", 0.9))
    assert found == [("Ilin International Airport", "LOC")]


def test_three_country_codes_in_brackets_are_results() -> None:
    results = "Ann Lee ( GBR ) , Eva Roth ( GER ) , Rui Sá ( POR )"
    given = (("Ann Lee", "PERSON", 0.9), ("GBR", "ORG", 0.8))
    assert names(results, *given) == [("Ann Lee", "PERSON"), ("GBR", "GPE"), ("GER", "GPE"), ("POR", "GPE")]
    assert names("Luis Mora ( PAN ) spoke", ("Luis Mora", "PERSON", 0.9)) == [("Luis Mora", "PERSON")]


def test_religions_and_people_of_a_place_are_no_places() -> None:
    assert names("spread of Islam there", ("Islam", "LOC", 0.9)) == [("Islam", "NORP")]
    known = Gazetteer(frozenset({"Okinawa"}), frozenset())
    assert agree([(1, 2, "GPE", 0.9)], ["the", "Okinawan", "coast"], known) == [(1, 2, "NORP", 0.9)]


def test_a_sure_person_stays_one() -> None:
    assert names("as Chittagong said", ("Chittagong", "PERSON", 0.99)) == [("Chittagong", "PERSON")]


def test_a_surname_of_the_text_stays_a_person() -> None:
    words = ["Joseph", "Ndola", "came", ";", "later", ",", "said", "Ndola"]
    found = agree([(0, 2, "PERSON", 0.95), (7, 8, "PERSON", 0.6)], words, KNOWN)
    assert [label for _, _, label, _ in found] == ["PERSON", "PERSON"]
    assert [x[2] for x in agree([(0, 2, "PERSON", 0.95)], words, KNOWN)] == ["PERSON", "PERSON"]  # passed over


def test_a_passed_over_place_is_added_if_it_stands_alone() -> None:
    assert names("trucks left Chittagong on") == [("Chittagong", "GPE")]
    assert names("trucks left Dire Dawa on") == [("Dire Dawa", "GPE")]
    assert names("the Chittagong Port Authority said") == []


def test_a_known_surname_taken_for_something_else_is_a_person() -> None:
    assert names("that Jokowi would", ("Jokowi", "ORG", 0.6)) == [("Jokowi", "PERSON")]
    assert names("the Maduro Foundation", ("Maduro Foundation", "ORG", 0.6)) == [("Maduro Foundation", "ORG")]


@pytest.mark.parametrize("word", ["Reading", "Nice", "Bush", "Rice", "May", "Of"])
def test_everyday_words_are_no_places(word: str) -> None:
    assert word not in gazetteer(load_lexicon()).places


def test_the_lists_are_large_and_disjoint() -> None:
    known = gazetteer(load_lexicon())
    assert len(known.places) > 5000 and len(known.surnames) > 1000
    assert not known.places & known.surnames
    assert known.countries < known.places and {"DRC", "UAE", "Ghana"} <= known.countries
    assert not {"EU", "UN", "United Nations"} & known.countries


def test_a_users_places_reach_the_model(tmp_path) -> None:
    (tmp_path / "places.csv").write_text("surface,iso3,kind,weak,source\nQuxtown,FRA,city,0,own\n", encoding="utf8")
    names = load_base(lexicon_dir=str(tmp_path)).get_pipe("ner")
    assert "Quxtown" in names.known.places and "Chittagong" in names.known.places
