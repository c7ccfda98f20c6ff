"""Organizations: where names end, which nouns name nothing, and kinds that the last words tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc


def rows(doc: Doc) -> list[tuple[str, str]]:
    return [(o.name, o.kind) for o in doc._.extractor.organizations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shares of Bramble and Co Inc. fell.", [("Bramble and Co Inc.", "company")]),
        ("Dornfield Sporting Goods Co said profits rose.", [("Dornfield Sporting Goods Co", "company")]),
        ("The Mill Creek National Bank of Larksville failed.", [("Mill Creek National Bank of Larksville", "company")]),
        ("The National Bank of Ukraine raised rates.", [("National Bank of Ukraine", "central_bank")]),
        ("The Harbor Savings and Loan Association closed.", [("Harbor Savings and Loan Association", "company")]),
        (
            "The Public Utilities Commission of Nevada fined it.",
            [("Public Utilities Commission of Nevada", "agency")],
        ),
        ("The Council on Health & Safety met.", [("Council on Health & Safety", "committee")]),
        ("The Global Coalition met in the West Bank.", [("Global Coalition", "igo")]),
        (
            "The Bureau of Ports, Bridges, and Roads met.",
            [("Bureau of Ports, Bridges, and Roads", "bureau")],
        ),
        (
            "The Department of Health, Education and Welfare met.",
            [("Department of Health, Education and Welfare", "ministry")],
        ),
        ("The Ministry of Defense, France and Germany agreed.", [("Ministry of Defense", "ministry")]),
        ("LIMA, 17 Oct 88 (EL HERALDO DEL SUR) -- [Text] It rained.", [("EL HERALDO DEL SUR", "media")]),
        ("The Rural Health Insurance Program was renewed.", []),
        ("Mr. Peter Lang, Chairman and CEO Dalton Systems Inc", [("Dalton Systems Inc", "company")]),
        ("The Marlow Fire Department got a grant.", [("Marlow Fire Department", "agency")]),
    ],
)
def test_kinds(text: str, expected: list[tuple[str, str]], read: Callable[..., Doc]) -> None:
    assert rows(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The University has a Center and a Library.",
        "Villages in Ayacucho Department were flooded.",
        "Two people died in Sirte Governorate.",
        "He wrote to press-desk@example.org about D-Conn.",
        "Write to Jones Street, Arlington, VA 22202.",
        "She has a degree in Aerospace Engineering.",
        "It was an echo chamber in a wonderful house.",
    ],
)
def test_common_nouns_and_places_are_none(text: str, read: Callable[..., Doc]) -> None:
    assert rows(read(text)) == []


def test_two_names_are_not_one(read: Callable[..., Doc]) -> None:
    doc = read("The Senate Budget Committee and National Transport Council met NATO and European Union envoys.")
    assert [name for name, _ in rows(doc)] == [
        "Senate Budget Committee", "National Transport Council", "NATO", "European Union",
    ]  # fmt: skip


def test_the_noun_stands_for_the_name_that_has_it(read: Callable[..., Doc]) -> None:
    doc = read("The European Commission and Oxfam met. The Commission gave no details.")
    commission = doc._.extractor.organizations[0]
    assert [doc.text[m.start : m.end] for m in commission.mentions] == ["European Commission", "Commission"]
