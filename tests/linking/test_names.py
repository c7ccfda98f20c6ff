"""Family names by the custom of the country and by the name itself."""

from __future__ import annotations

import pytest

from extractor.lexicon import load_lexicon
from extractor.linking.family_names import split_name
from extractor.linking.names import fold


@pytest.mark.parametrize(
    ("name", "country", "family"),
    [
        ("Osama bin Laden", None, "bin Laden"),
        ("Tarik bin Yusof", "MYS", "Yusof"),
        ("Zine El Abidine Ben Salah", "TUN", "Ben Salah"),
        ("Kim Kye Gwan", "PRK", "Kim"),
        ("Song Il Ho", "PRK", "Song"),
        ("Junichi Ihara", "JPN", "Ihara"),
        ("Xi Jinping", "CHN", "Xi"),
        ("Xi Jinping", None, "Xi"),
        ("Lee Jae-myung", None, "Lee"),
        ("Robert Lee", "USA", "Lee"),
        ("Carrie Lam", "HKG", "Lam"),
        ("Nguyen Phu Trong", "VNM", "Nguyen"),
        ("Hun Sen", "KHM", "Hun"),
        ("Aung San Suu Kyi", "MMR", None),
        ("Abiy Ahmed", "ETH", None),
        ("Ursula von der Leyen", None, "von der Leyen"),
        ("Carla del Ponte", "CHE", "del Ponte"),
        ("Bashar al-Assad", "SYR", "al-Assad"),
        ("Daniel arap Moi", "KEN", "Moi"),
        ("Victor Paz Estenssoro", "BOL", "Paz Estenssoro"),
        ("Juan Carlos Duran", "BOL", "Duran"),
        ("Charles Q. Brown Jr.", "USA", "Brown"),
        ("George W. Bush", "USA", "Bush"),
        ("Putin", "RUS", "Putin"),
        ("Yamada Takeo", "JPN", "Yamada"),
        ("Mori Yoshiro", "JPN", "Mori"),
        ("Shinzo Abe", "JPN", "Abe"),
        ("Hans Troedsson", "CHN", "Troedsson"),
        ("Kim Dae Jung", None, "Kim"),
        ("Fong Yew Meng", None, "Fong"),
        ("Lee Harvey Oswald", None, "Oswald"),
        ("Michael H.", "USA", None),
        ("LÓPEZ OBRADOR", "MEX", "LÓPEZ OBRADOR"),
    ],
)
def test_family_name(name: str, country: str | None, family: str | None) -> None:
    assert split_name(name, country, load_lexicon())[1] == family


def test_royals_have_given_names_only() -> None:
    assert split_name("Charles III", "GBR", load_lexicon(), given_only=True) == ("Charles III", None)


def test_fold_hides_accents_case_and_hyphens() -> None:
    assert fold("Recep Tayyip ERDOĞAN") == fold("recep tayyip erdogan")
    assert fold("Kim Kye-gwan") == fold("Kim Kye Gwan")
