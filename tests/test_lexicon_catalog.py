"""The catalog is the one declaration of the lexicon: overlay folders are checked against it before anything is read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import extractor
from extractor.errors import LexiconError
from extractor.lexicon import CATALOG, Lexicon, load_lexicon

DATA = Path(extractor.__file__).parent / "lexicon" / "data"


def test_every_shipped_file_is_declared_and_every_declared_file_ships() -> None:
    assert {path.stem for path in DATA.glob("*.csv")} == set(CATALOG)


def test_every_file_loads() -> None:
    assert all(load_lexicon().rows(name) for name in CATALOG)


def test_an_overlay_is_checked_without_the_components(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text("unit,kind,person\nkraken,vessels,0\n")
    (tmp_path / "reporting_verbs.csv").write_text("lemma,act\nquip,say\n")
    program = (
        "import sys; from extractor.lexicon import load_lexicon\n"
        "rows = load_lexicon(sys.argv[1]).rows('units')\n"
        "assert rows[-1]['unit'] == 'kraken'\n"
        "assert not [m for m in sys.modules if m.startswith('extractor.components.')]"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("titles.csv", b"head,role,country\nch\xe9f,minister,\n", "titles.csv is not UTF-8"),
        ("titles.csv", b'head,role,country\n"chief,minister,\nking,royal,\n', "line 3: not CSV"),
        ("titles.csv", b"head,role,country,sorce\nchief,minister,,x\n", "unknown column sorce"),
        ("titles.csv", b"head,role,country\nchief,of,minister,\n", "line 2: 4 cells, but the header has 3"),
        ("titles.csv", b"head,role,country\n\nchief,minster,\n", "line 3: role is 'minster'"),
        ("titles.csv", b"head,role,country,remove\nminister,,,yes\n", "remove is 'yes'; write 1"),
        ("titles.csv", b"head,role,country,remove\nministre,,,1\n", "no row to remove with head 'ministre'"),
        ("titles.CSV", b"head,role,country\nchief,minister,\n", "no such lexicon file"),
        ("titles.txt", b"head,role,country\nchief,minister,\n", "holds no .csv file"),
        ("places.csv", b"surface,iso3,kind\nFooland,foo,name\n", "iso3 is 'foo', not an ISO 3166-1"),
        ("number_words.csv", b"word,role,value\nzillion,unit,many\n", "value is 'many', not a number"),
    ],
)
def test_a_mistake_in_an_overlay_is_named(name: str, text: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(text)
    with pytest.raises(LexiconError, match=why):
        Lexicon(tmp_path).rows(Path(name).stem)
