"""The classes of `sanction_cues` that the grammar asks for are those that the file has."""

from __future__ import annotations

import re
from pathlib import Path

import extractor
from extractor.lexicon.loader import load_lexicon

ASKED = re.compile(r"""\.of\(\s*"([a-z_]+)"\s*\)""")


def test_classes_in_code_and_data_are_the_same() -> None:
    folder = Path(extractor.__file__).parent / "components" / "sanctions"
    code = {name for path in folder.rglob("*.py") for name in ASKED.findall(path.read_text(encoding="utf-8"))}
    assert code == {row["class"] for row in load_lexicon().rows("sanction_cues")}


def test_words_are_in_small_letters_and_sorted() -> None:
    keys = [(row["class"], row["word"]) for row in load_lexicon().rows("sanction_cues")]
    assert keys == sorted(set(keys)) and all(word == word.lower() for _, word in keys)
