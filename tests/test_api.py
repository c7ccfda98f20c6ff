"""The Python interface, as the README shows it."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path

import pandas as pd
import pytest

import extractor
from extractor.errors import ModelError, UsageError

STORY = (
    "Norwegian Foreign Minister Kari Berg told reporters on Tuesday that Kim Lund would follow. She spoke on March 3."
)


def test_extract_gives_typed_tables() -> None:
    t = extractor.extract(STORY, published="2015-03-03")
    assert "Kari Berg" in list(t.officials.name)
    assert t.officials.person_id.isin(t.people.person_id).all()
    assert t.articles.published[0] == pd.Timestamp("2015-03-03")
    for row in t.mentions.itertuples():
        assert STORY[row.start : row.end] == row.text


def test_dates_of_publication_may_be_dates() -> None:
    assert extractor.extract(STORY, published=dt.date(2015, 3, 3)).articles.published[0] == pd.Timestamp("2015-03-03")
    with pytest.raises(UsageError, match="is not a day"):
        extractor.extract(STORY, published="soon")


def test_extract_wants_a_string() -> None:
    with pytest.raises(TypeError, match="must be a string, not bytes"):
        extractor.extract(b"x")  # type: ignore[arg-type]


def test_half_characters_do_no_harm() -> None:
    assert extractor.extract("A \ud83d B.").articles.n_chars[0] == 6


def test_extract_folder_and_back(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "2015-03-03.txt").write_text(STORY)
    t = extractor.extract_folder(tmp_path / "in")
    t.write(tmp_path / "out", format="parquet")
    again = extractor.read_tables(tmp_path / "out")
    for name in t:
        pd.testing.assert_frame_equal(t[name], again[name])
    alone = extractor.extract(STORY, published="2015-03-03", article_id="2015-03-03")
    pd.testing.assert_frame_equal(alone.officials, t.officials)


def test_load_gives_a_pipeline_with_everything() -> None:
    nlp = extractor.load()
    doc = nlp(STORY)
    assert [o.name for o in doc._.extractor.officials][:1] == ["Kari Berg"]
    assert "extractor_officials" in doc.spans


def test_a_model_that_is_not_there() -> None:
    with pytest.raises(ModelError, match="cannot load"):
        extractor.load("no_such_model")


def test_unknown_names() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        extractor.extrakt  # noqa: B018
    with pytest.raises(KeyError, match="no table 'titels'"):
        extractor.extract("x")["titels"]


@pytest.mark.parametrize("missing", [pd.NaT, pd.NA, float("nan"), ""])
def test_a_missing_day_is_no_day(missing: object) -> None:
    with pytest.raises(UsageError, match="is not a day"):
        extractor.extract(STORY, published=missing)


def test_ids_and_titles_are_strings() -> None:
    with pytest.raises(TypeError, match="title must be a string, not float"):
        extractor.extract(STORY, title=float("nan"))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="article_id must be a string, not int"):
        extractor.extract(STORY, article_id=5)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="article_id is empty"):
        extractor.extract(STORY, article_id=" ")


def test_half_characters_in_id_and_title_can_be_written(tmp_path: Path) -> None:
    t = extractor.extract(STORY, article_id="a\ud800", title="b\ud800\nc")
    assert (t.articles.article_id[0], t.articles.title[0]) == ("a\ufffd", "b\ufffd c")
    t.write(tmp_path)


def test_what_extract_folder_cannot_do(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    with pytest.raises(UsageError, match="no field txt; fields are id, text"):
        extractor.extract_folder(tmp_path, columns={"txt": "body"})
    with pytest.raises(UsageError, match="the list of paths is empty"):
        extractor.extract_folder([])
    with pytest.raises(UsageError, match="give 1 or more"):
        extractor.extract_folder(tmp_path, workers=0)
    with pytest.raises(UsageError, match="no such file or folder"):
        extractor.extract_folder(STORY * 100)


def test_the_pipeline_pickles() -> None:
    """As nlp.pipe with several processes asks where processes are not forked."""
    nlp = extractor.load()
    copied = pickle.loads(pickle.dumps(nlp))(STORY)
    doc = nlp(STORY)
    assert [(t.lemma_, t.dep_, t.ent_type_) for t in copied] == [(t.lemma_, t.dep_, t.ent_type_) for t in doc]
    assert copied._.extractor.officials[0].name == "Kari Berg"
