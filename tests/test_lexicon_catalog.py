"""The catalog is the one declaration of the lexicon: overlay folders are checked against it before anything is read."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import extractor
from extractor.lexicon import CATALOG, load_lexicon

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
