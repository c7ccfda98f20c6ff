"""Texts that a state issues: whose an office is that no words tie to a country."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

_BRIEFING = "James S. Brady Press Briefing Room 1:15 P.M. EDT MR. CARNEY: Iraq and Iraqis come first today. "


def _title(doc: Doc, head: str) -> tuple[str | None, str | None]:
    """Country and holder of the last title of this head."""
    found = [t for t in doc._.extractor.titles if t.head == head][-1]
    return found.country, found.official.name if found.official else None


@pytest.mark.parametrize(
    ("text", "head", "expected"),
    [
        (_BRIEFING + "The President praised Iraq.", "president", ("USA", None)),
        (_BRIEFING + "President Obama called Prime Minister Maliki. The President thanked Iraq.", "president",
         ("USA", "Obama")),
        (_BRIEFING + "Iraq's President Jalal Talabani came. The President thanked him.", "president", ("USA", None)),
        (_BRIEFING + "Josh, the President has confidence in Iraq.", "president", ("USA", None)),
        (_BRIEFING + "The Prime Minister of Iraq came. The Prime Minister smiled.", "prime minister", ("IRQ", None)),
        ("Office of the Spokesperson Senior Advisor Amos Hochstein will travel to Lebanon to meet Lebanese leaders.",
         "senior advisor", ("USA", "Amos Hochstein")),
        ("Sens. Mitch McConnell (R-Ky.) and Dianne Feinstein (D-Calif.) want sanctions on Burma. Burma must listen, "
         "and Burma will hear the President.", "president", ("USA", None)),
    ],
)  # fmt: skip
def test_own_offices(text: str, head: str, expected: tuple[str | None, str | None], read: Callable[..., Doc]) -> None:
    assert _title(read(text), head) == expected


@pytest.mark.parametrize(
    ("text", "head", "country"),
    [
        # The country that an envoy deals with is not his own.
        ("Zambia and Zambians wait. Special Envoy for Zambia Kari Lund visited Zambia.", "special envoy", None),
        # The Union's ambassador has no country, wherever he sits.
        ("TBILISI, Oct 19 - Georgia protested. The EU's ambassador in Georgia, Kari Lund, left.", "ambassador", None),
        ("CAIRO, Oct 19 - Egypt protested. Egypt told a Western diplomat of it.", "diplomat", None),
        ("Egypt hired Kari Lund, a businesswoman of Russian descent.", "businesswoman", None),
        ("Saddam Hussein was tried. The ousted leader Saddam Hussein spoke.", "leader", "IRQ"),
    ],
)
def test_countries_not_served(text: str, head: str, country: str | None, read: Callable[..., Doc]) -> None:
    assert _title(read(text), head)[0] == country


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They wanted to assure Secretary Rice that all was well.", ["Rice"]),
        ("Washington D C Senator Tom Harkin D IA said so.", ["Tom Harkin"]),
        ("He leads the UN Member States.", []),
        ("It was put to the Senate Committee.", []),
    ],
)
def test_names_after_titles(text: str, names: list[str], read: Callable[..., Doc]) -> None:
    assert [o.name for o in read(text)._.extractor.officials] == names


def test_two_posts_of_an_envoy(read: Callable[..., Doc]) -> None:
    doc = read("The UN special envoy on Myanmar, Laotian diplomat Kari Lund, arrived on Monday.")
    assert {(t.head, t.official.name if t.official else None) for t in doc._.extractor.titles} == {
        ("special envoy", "Kari Lund"),
        ("diplomat", "Kari Lund"),
    }
