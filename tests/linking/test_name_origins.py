"""Where a name is usual."""

from __future__ import annotations

import pytest

from extractor.lexicon import load_lexicon
from extractor.linking.leaders import country_of_name, full_name_at_body
from extractor.linking.name_origins import origins_of


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Soe Htut Naing", "MMR"),
        ("Gennady Ovsyannikov", "RUS"),
        ("Irakli Gogidze", "GEO"),
        ("Kim Soon-hee", "KOR"),
        ("Yusuf Demiroglu", "TUR"),
    ],
)
def test_origins(name: str, country: str) -> None:
    assert country in origins_of(name, load_lexicon())[0]


@pytest.mark.parametrize("name", ["", "Paul Reeve", "Min", "Ana Moro"])
def test_most_names_tell_nothing(name: str) -> None:
    assert origins_of(name, load_lexicon()) == (frozenset(), 1.0)


def test_leaders_tell_of_their_state_while_in_office() -> None:
    lexicon = load_lexicon()
    assert country_of_name("Modi", "2020-05-01", lexicon) == "IND"
    assert country_of_name("Modi", "1995-05-01", lexicon) is None
    assert country_of_name("Smith", "2020-05-01", lexicon) is None


def test_heads_of_international_bodies_by_surname() -> None:
    lexicon = load_lexicon()
    assert full_name_at_body("Guterres", "2020-05-01", lexicon) == "António Guterres"
    assert full_name_at_body("Guterres", "2005-05-01", lexicon) is None
    assert full_name_at_body("Guterres", None, lexicon) is None
