"""Organizations of one article: kinds, countries, parents, acronyms, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The State Department declined to comment.", [("State Department", "ministry", "USA", None)]),
        (
            "He heads the Foreign Ministry's Asian and Oceanian Affairs Bureau in Tokyo.",
            [
                ("Foreign Ministry", "ministry", "JPN", None),
                ("Asian and Oceanian Affairs Bureau", "bureau", "JPN", "Foreign Ministry"),
            ],
        ),
        (
            "The Ministry of Defense of Ukraine denied it.",
            [("Ministry of Defense of Ukraine", "ministry", "UKR", None)],
        ),
        ("Japan's Trade Ministry denied it.", [("Trade Ministry", "ministry", "JPN", None)]),
        ("The Argentine Air force was silent.", [("Argentine Air force", "military", "ARG", None)]),
        ("The governor of the Bank of Japan resigned.", [("Bank of Japan", "central_bank", "JPN", None)]),
        ("Wednesday was cold. The minister of finance ate.", []),
        ("SEOUL, May 14 -- Talks went on in Pyongyang.", []),
    ],
)  # fmt: skip
def test_organizations(text: str, expected: list[tuple[str, ...]], read: Callable[..., Doc]) -> None:
    found = [(o.name, o.kind, o.country, o.parent_organization) for o in read(text)._.extractor.organizations]
    assert found == expected


def test_full_name_and_acronym_are_one(read: Callable[..., Doc]) -> None:
    doc = read(
        "The International Monetary Fund agreed. The IMF will pay in May, the fund's head said. IMF officials left."
    )
    [fund] = [o for o in doc._.extractor.organizations if o.kind == "igo"]
    assert (fund.name, fund.acronym) == ("International Monetary Fund", "IMF")
    assert [doc.text[m.start : m.end] for m in fund.mentions] == ["International Monetary Fund", "IMF", "IMF"]


def test_the_ministry_is_the_one_named_before(read: Callable[..., Doc]) -> None:
    doc = read("The Japanese Defense Ministry reported a launch. The ministry gave no details.")
    [ministry] = doc._.extractor.organizations
    assert [m.kind for m in ministry.mentions] == ["name", "nominal"]


def test_every_span_is_a_mention(read: Callable[..., Doc]) -> None:
    doc = read("Hamas and the Red Cross met the United Nations in Gaza; the U.N. left.")
    for o in doc._.extractor.organizations:
        assert (o.start, o.end) == (o.mentions[0].start, o.mentions[0].end)
