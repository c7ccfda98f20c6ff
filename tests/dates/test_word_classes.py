"""The classes that the grammar of dates asks for are those that the lexicon has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import extractor
from extractor.components.dates.words import ANCHOR_CLASSES, compile_words
from extractor.lexicon.loader import load_lexicon

CODE = "\n".join(
    path.read_text(encoding="utf-8") for path in (Path(extractor.__file__).parent / "components" / "dates").glob("*.py")
)


@pytest.mark.parametrize(
    ("file", "column", "table"), [("timex_context", "class", "context"), ("timex_verbs", "use", "verbs")]
)
def test_classes_in_code_and_data_are_the_same(file: str, column: str, table: str) -> None:
    asked = set(re.findall(rf'\b{table}(?:\[|\.get\()\s*"([a-z_]+)"', CODE))
    assert asked == {row[column] for row in load_lexicon().rows(file)}


def test_word_classes_in_code_and_data_are_the_same() -> None:
    asked = set(re.findall(r'(?:\blook\(|\bclasses\[|\bclasses\.get\()\s*"([a-z_]+)"', CODE))
    known = {row["class"] for row in load_lexicon().rows("timex_words")}
    assert asked <= known and set(ANCHOR_CLASSES) <= known
    assert {name for name in known if f'"{name}"' not in CODE} == set()


@pytest.mark.parametrize(
    ("file", "columns"),
    [("timex_context", ("class", "surface")), ("timex_verbs", ("use", "lemma")), ("timex_words", ("class", "surface"))],
)
def test_rows_are_sorted_and_in_small_letters(file: str, columns: tuple[str, str]) -> None:
    keys = [tuple(row[c] for c in columns) for row in load_lexicon().rows(file)]
    assert keys == sorted(set(keys)) and all(word == word.lower() for _, word in keys)


def test_class_without_words(tmp_path: Path) -> None:
    """An overlay may take all words of a class out, and add some of its own."""
    taken = "".join(f"{w},span_noun,own,1\n" for w in ("period", "span", "stretch"))
    (tmp_path / "timex_context.csv").write_text(
        f"surface,class,source,remove\n{taken}harvest,kind_of_year,own,\n", encoding="utf-8"
    )
    words = compile_words(load_lexicon(str(tmp_path)))
    assert words.context["span_noun"] == frozenset() and "harvest" in words.context["kind_of_year"]
