"""The classes of words that the code of a folder asks for are those that its lexicon file has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import extractor
from extractor.lexicon.loader import load_lexicon
from extractor.linking.body import body_lexicon, kind_of

OF = re.compile(r"""\.of\(\s*"([a-z_]+)"\s*\)""")
GET = re.compile(r"""\.get\(\s*"([a-z_]+)"[,)]""")
FILES = [
    ("cleaning", "layout_cues", "class", "word"),
    ("linking", "linking_cues", "class", "word"),
    ("components/meetings", "meeting_cues", "cue", "surface"),
    ("components/statements", "statement_cues", "class", "word"),
    ("components/sanctions", "sanction_cues", "class", "word"),
]


@pytest.mark.parametrize(("folder", "file", "name", "word"), FILES)
def test_classes_in_code_and_data_are_the_same(folder: str, file: str, name: str, word: str) -> None:
    code = "".join(p.read_text(encoding="utf-8") for p in (Path(extractor.__file__).parent / folder).rglob("*.py"))
    classes = {row[name] for row in load_lexicon().rows(file)}
    # `get` looks up other things too, so what it asks for need not be a class.
    assert set(OF.findall(code)) <= classes <= {*OF.findall(code), *GET.findall(code)}


@pytest.mark.parametrize(("folder", "file", "name", "word"), FILES)
def test_words_are_in_small_letters_and_sorted(folder: str, file: str, name: str, word: str) -> None:
    keys = [(row[name], row[word]) for row in load_lexicon().rows(file)]
    assert keys == sorted(set(keys)) and all(text == text.lower() for _, text in keys)


def test_an_overlay_adds_to_a_class_and_takes_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "linking_cues.csv").write_text("class,word,remove\nlegal_form,oü,\nlegal_form,co,1\n", encoding="utf-8")
    words = ["red", "river", "oü"], ["red", "river", "co"]
    assert [kind_of(w, body_lexicon(load_lexicon(str(tmp_path)))) for w in words] == ["company", "other"]
    assert [kind_of(w, body_lexicon(load_lexicon())) for w in words] == ["other", "company"]
