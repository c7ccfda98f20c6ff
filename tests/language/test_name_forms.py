"""Names cut wrong by a recognizer are mended by their form, and agree within a document."""

import pytest

from extractor.language.gazetteer import Gazetteer
from extractor.language.name_agreement import agree
from extractor.language.name_forms import mended

KNOWN = Gazetteer(frozenset({"Egypt"}), frozenset({"Jokowi"}))


def people(text: str, *found: str) -> list[str]:
    """The names after mending, as "words/label", given those of persons."""
    words = text.split()
    given, at = [], 0
    for form in found:
        parts = form.split()
        at = next(i for i in range(at, len(words)) if words[i : i + len(parts)] == parts)
        given.append((at, at + len(parts), "PERSON", 0.9))
    return [f"{' '.join(words[s:e])}/{label}" for s, e, label, _ in mended(given, words)]


def test_a_nickname_parts_no_name() -> None:
    assert people('as Roberto " Hands of Stone " Duran won', "Roberto", "Duran") == [
        'Roberto " Hands of Stone " Duran/PERSON'
    ]
    assert people("after James ( Leo ) Nichols died", "James", "Leo", "Nichols") == ["James ( Leo ) Nichols/PERSON"]
    assert people("Ann Lee ( Leo ) , Nichols", "Ann Lee", "Leo", "Nichols") == [
        "Ann Lee/PERSON", "Leo/PERSON", "Nichols/PERSON",
    ]  # fmt: skip
    assert people('as Ann " , " Lee heard', "Ann", "Lee") == ["Ann/PERSON", "Lee/PERSON"]
    assert people('Ann said " we go " Lee heard', "Ann", "Lee") == ["Ann/PERSON", "Lee/PERSON"]


@pytest.mark.parametrize(
    ("text", "found", "expected"),
    [
        ("King Charles III spoke", "Charles", "Charles III/PERSON"),
        ("Queen Elizabeth I ruled", "Elizabeth", "Elizabeth I/PERSON"),
        ("told Elizabeth I would", "Elizabeth", "Elizabeth/PERSON"),
    ],
)
def test_the_number_of_a_king_is_part_of_the_name(text: str, found: str, expected: str) -> None:
    assert people(text, found) == [expected]


def test_a_byline_ends_where_the_dateline_begins() -> None:
    both = ["Vera Haller/PERSON", "VENICE/GPE"]
    assert people("festival . Vera Haller VENICE , Italy 1996-08-31 A film", "Vera Haller VENICE") == both
    assert people("Vera Haller VENICE 1996-08-31 A film", "Vera Haller VENICE") == both
    assert people("President Emmanuel Jean MACRON , who", "Emmanuel Jean MACRON") == ["Emmanuel Jean MACRON/PERSON"]


def labels(words: list[str], *found: tuple[int, int, str, float]) -> list[tuple[str, str]]:
    """Names after agreement, with their labels."""
    return [(" ".join(words[s:e]), label) for s, e, label, _ in agree(found, words, KNOWN)]


def test_a_surname_of_the_text_that_was_passed_over_is_its_person() -> None:
    words = ["Jesper", "Parnevik", "won", "as", "Parnevik", "led", "in", "Parnevik", ".", "Parnevik", "Ltd"]
    assert labels(words, (0, 2, "PERSON", 0.8)) == [("Jesper Parnevik", "PERSON"), ("Parnevik", "PERSON")]


def test_what_things_are_in_is_a_place() -> None:
    words = ["land", "in", "Artemisa", ";", "Artemisa", "'s", "mayor", ";", "for", "Artemisa"]
    found = [(2, 3, "MISC", 0.6), (4, 5, "ORG", 0.6), (9, 10, "PERSON", 0.5)]
    assert {x for _, x in labels(words, *found)} == {"GPE"}
    assert labels(words, (2, 3, "ORG", 0.9), *found[1:])[0] == ("Artemisa", "ORG")  # too sure
    assert labels(["faith", "in", "Jokowi", "rose"], (2, 3, "ORG", 0.6)) == [("Jokowi", "PERSON")]
    assert labels(["met", "in", "Parliament", "'s", "hall"], (2, 3, "ORG", 0.6)) == [("Parliament", "ORG")]


def test_a_direction_is_part_of_the_place() -> None:
    assert labels(["from", "Upper", "Egypt", "came"], (1, 3, "ORG", 0.8)) == [("Upper Egypt", "LOC")]
    assert labels(["North", "Egypt", "won"], (0, 2, "ORG", 0.99)) == [("North Egypt", "ORG")]  # a club
