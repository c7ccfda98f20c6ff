"""Countries in running text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractor.components.extraction import places_of
from extractor.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Tokyo and Pyongyang are working to convene a meeting.", ["JPN", "PRK"]),
        ("North Korea said the North would never yield.", ["PRK", "PRK"]),
        ("Talks on North Korea's missiles resumed as the South watched.", ["PRK", "KOR"]),
        ("The Kremlin denied it.", ["RUS"]),
        ("SEOUL, May 14 (Yonhap) -- Nothing happened.", ["KOR"]),
        ("The president of Georgia met the Polish delegation in Kyiv.", ["GEO", "POL", "UKR"]),
        ("Michael Jordan and Chad Smith played on.", []),
        ("He went north in the winter.", []),
    ],
)
def test_countries_named(text: str, codes: list[str], read: Callable[..., Doc]) -> None:
    assert [p.iso3 for p in places_of(read(text), load_lexicon()).places] == codes
