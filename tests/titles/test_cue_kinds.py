"""The kinds of `title_cues` that the grammar asks for are those that the file has, and the lexicon page names each."""

from __future__ import annotations

import re
from pathlib import Path

import extractor
from extractor.components.titles.vocabulary import title_lexicon
from extractor.lexicon.loader import Lexicon, load_lexicon

ROOT = Path(extractor.__file__).parent
ASKED = (
    re.compile(r"""\.of\(\s*"([a-z_]+)"\s*\)"""),
    re.compile(r"""\b(?:classes\.get|words)\(\s*"([a-z_]+)"[,)]"""),
    re.compile(r"""\b_valued\(lexicon, "([a-z_]+)"\)"""),
    re.compile(r"""\br\["kind"\] == "([a-z_]+)"\}?"""),
)


def kinds() -> set[str]:
    return {row["kind"] for row in load_lexicon().rows("title_cues")}


def test_kinds_in_code_and_data_are_the_same() -> None:
    paths = [ROOT / "linking" / "cues.py"]
    for folder in ("titles", "officials"):
        paths += (ROOT / "components" / folder).glob("*.py")
    code = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    other_file = {"honorific"}
    assert {name for asked in ASKED for name in asked.findall(code)} - other_file == kinds()


def test_words_are_in_small_letters_and_sorted() -> None:
    keys = [(row["kind"], row["surface"]) for row in load_lexicon().rows("title_cues")]
    assert keys == sorted(set(keys)) and all(word == word.lower() for _, word in keys)


def test_the_lexicon_page_names_each_kind() -> None:
    page = (ROOT.parent / "docs" / "lexicon.md").read_text(encoding="utf-8")
    assert {kind for kind in kinds() if f"`{kind}`" not in page} == set()


def test_an_overlay_changes_a_kind(tmp_path: Path) -> None:
    (tmp_path / "title_cues.csv").write_text(
        "kind,surface,value,remove\nruling,reigning,,\nruling,standing,,1\npersonal_body,camp,party,\n",
        encoding="utf-8",
    )
    lex = title_lexicon(Lexicon(tmp_path))
    assert lex.of("ruling") == title_lexicon(load_lexicon()).of("ruling") - {"standing"} | {"reigning"}
    assert lex.personal_bodies["camp"] == "party"
