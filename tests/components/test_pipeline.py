"""The components in anyone's spaCy pipeline: picklable, serializable, with facts that travel with the Doc."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from extractor.components.all import ORDER
from extractor.errors import LexiconError
from extractor.language.pipeline import load_base

TEXT = (
    "Japan lifted some of its sanctions last July, Foreign Minister Taro Kono said. "
    "Five of the 17 were repatriated in 2002."
)


def facts(doc: Doc) -> list[object]:
    found = doc._.extractor
    return [
        [(t.start, t.end, t.role, t.official.name if t.official else None) for t in found.titles],
        [(d.start, d.end, d.timex_value) for d in found.dates],
        [(c.start, c.end, c.value, c.relation) for c in found.counts],
        [(s.start, s.end, s.action, s.stage) for s in found.sanctions],
    ]


def test_facts_and_span_groups(read: Callable[..., Doc]) -> None:
    doc = read(TEXT, "2015-03-07")
    assert facts(doc)[0] == [(46, 62, "minister", "Taro Kono")]
    assert {f"extractor_{table}" for table in ("titles", "officials", "dates", "counts", "sanctions")} <= set(doc.spans)
    assert [s.text for s in doc.spans["extractor_officials"]] == ["Taro Kono"]
    assert doc.text == TEXT


@pytest.mark.parametrize("name", ORDER)
def test_each_component_works_alone(name: str) -> None:
    nlp = load_base()
    nlp.add_pipe(name)
    doc = nlp(TEXT)
    assert doc.spans[name] is not None


def test_components_pickle(nlp: Language) -> None:
    for name in ORDER:
        assert pickle.loads(pickle.dumps(nlp.get_pipe(name))).lexicon_dir is None


def test_facts_survive_serialization(read: Callable[..., Doc], nlp: Language) -> None:
    doc = read(TEXT, "2015-03-07")
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert facts(again) == facts(doc)
    boxed = next(DocBin(store_user_data=True, docs=[doc]).get_docs(nlp.vocab))
    assert facts(boxed) == facts(doc)
    official = again._.extractor.officials[0]
    assert again._.extractor.titles[0].official is official


def test_a_pipeline_with_components_saves_and_loads(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "pipe")
    again = spacy.load(tmp_path / "pipe")
    assert facts(again(TEXT)) == facts(nlp(TEXT))


def test_newlines_and_curly_quotes_in_a_plain_doc(nlp: Language) -> None:
    doc = nlp("Japan’s\nForeign Minister\nTaro Kono spoke.\n\n“Talks are over,” he said.\n")
    assert [(doc.text[t.start : t.end], t.country) for t in doc._.extractor.titles] == [("Foreign Minister", "JPN")]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", ".", "The", "'s", "(" * 50, "of of of", "Minister", "President and", "ex-"]
)
def test_scraps_do_no_harm(text: str, nlp: Language) -> None:
    doc = nlp(text)
    for table in ("titles", "officials", "dates", "counts", "sanctions", "meetings", "statements", "organizations"):
        for record in doc._.extractor.records(table):
            assert 0 <= record.start < record.end <= len(text)


def test_the_day_of_publication_may_be_a_date(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.extractor.published = date(2015, 3, 7)
    assert nlp(doc)._.extractor.dates[0].timex_value == "2014-07"


def test_a_day_that_is_none_is_told(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.extractor.published = "March 2015"
    with pytest.raises(ValueError, match="published is a day such as 2015-03-07, not 'March 2015'"):
        nlp(doc)


def test_a_wrong_lexicon_folder_is_told_when_the_component_is_made(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="nowhere"):
        spacy.blank("en").add_pipe("extractor_dates", config={"lexicon_dir": str(tmp_path / "nowhere")})
