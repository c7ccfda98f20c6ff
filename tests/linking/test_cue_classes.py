"""The classes of `linking_cues` that the code asks for are those that the file has."""

from __future__ import annotations

import re
from pathlib import Path

import extractor
from extractor.lexicon.loader import load_lexicon
from extractor.linking.body import body_lexicon, kind_of

ASKED = re.compile(r"""\.of\(\s*"([a-z_]+)"\s*\)""")


def test_classes_in_code_and_data_are_the_same() -> None:
    folder = Path(extractor.__file__).parent / "linking"
    code = {name for path in folder.glob("*.py") for name in ASKED.findall(path.read_text(encoding="utf-8"))}
    assert code == {row["class"] for row in load_lexicon().rows("linking_cues")}


def test_words_are_in_small_letters_and_sorted() -> None:
    keys = [(row["class"], row["word"]) for row in load_lexicon().rows("linking_cues")]
    assert keys == sorted(set(keys)) and all(word == word.lower() for _, word in keys)


def test_an_overlay_adds_to_a_class_and_takes_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "linking_cues.csv").write_text("class,word,remove\nlegal_form,oü,\nlegal_form,co,1\n", encoding="utf-8")
    words = ["red", "river", "oü"], ["red", "river", "co"]
    assert [kind_of(w, body_lexicon(load_lexicon(str(tmp_path)))) for w in words] == ["company", "other"]
    assert [kind_of(w, body_lexicon(load_lexicon())) for w in words] == ["other", "company"]
