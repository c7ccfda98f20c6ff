"""The cues and roles that the grammar of counts asks for are those that the lexicon has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import extractor
from extractor.components.counts.vocabulary import build
from extractor.lexicon.loader import load_lexicon

FILES = (("count_cues", "cue", "cues"), ("count_predicates", "role", "predicates"))


@pytest.mark.parametrize(("file", "column", "table"), FILES)
def test_classes_in_code_and_data_are_the_same(file: str, column: str, table: str) -> None:
    asked = re.compile(rf'\b{table}(?:\[|\.get\()\s*"([a-z_]+)"')
    folder = Path(extractor.__file__).parent / "components" / "counts"
    code = {name for path in folder.glob("*.py") for name in asked.findall(path.read_text(encoding="utf-8"))}
    assert code == {row[column] for row in load_lexicon().rows(file)}


def test_cues_are_sorted() -> None:
    keys = [(row["cue"], row["surface"]) for row in load_lexicon().rows("count_cues")]
    assert keys == sorted(set(keys))


def test_cue_without_words(tmp_path: Path) -> None:
    """An overlay may take all words of a cue out, and add one of its own."""
    taken = "".join(f"{w},listing_verb,,own,1\n" for w in ("list", "relist"))
    (tmp_path / "count_cues.csv").write_text(
        f"surface,cue,value,source,remove\n{taken}outlaw,barring_verb,,own,\n", encoding="utf-8"
    )
    words = load_lexicon(str(tmp_path)).compiled(build)
    assert words.cues["listing_verb"] == frozenset() and "outlaw" in words.cues["barring_verb"]
