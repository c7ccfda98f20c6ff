"""Sentence starts at quotation marks."""

import pytest
import spacy
from spacy.tokens import Doc

from extractor.language.quotes import FACTORY


def starts(marked: str, wrong: tuple[int, ...] = ()) -> tuple[list[str], list[str]]:
    """Words that start sentences, after the component and as marked with |; `wrong` are starts given beforehand."""
    nlp = spacy.blank("en")
    text = marked.replace("|", "")
    doc = nlp.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0 or token.i in wrong
    nlp.create_pipe(FACTORY)(doc)
    bounds, at = {0}, 0
    for part in marked.split("|"):
        bounds.add(at)
        at += len(part)
    return [t.text for t in doc if t.is_sent_start], [t.text for t in doc if t.idx in bounds]


@pytest.mark.parametrize(
    ("marked", "wrong"),
    [
        ('"We lost." |Nobody spoke', ()),
        ('"We lost." |Nobody spoke', (4,)),  # the closing mark was taken for a start
        ('They left. |"We lost," he said', (3,)),
        ('They left. |"We lost," he said', (4,)),  # the word after the opening mark was
        ('He called it "a shame" on Monday', ()),
        ('"We lost," Mr Smith said', ()),
        ('"in the U.S." Congress said', ()),
        ('He said: "we left." and went', ()),
        ("", ()),
        ('"', ()),
        ('""" " "', ()),
    ],
)
def test_starts(marked: str, wrong: tuple[int, ...]) -> None:
    got, expected = starts(marked, wrong)
    assert got == expected


def test_other_starts_are_kept() -> None:
    nlp = spacy.blank("en")
    doc = Doc(nlp.vocab, words=["Headline", "By", '"', "Us", '"'], spaces=[True, True, False, False, False])
    doc[1].is_sent_start = True
    nlp.create_pipe(FACTORY)(doc)
    assert doc[1].is_sent_start and not doc[3].is_sent_start


def test_the_component_is_saved_and_loaded(tmp_path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY)
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path).pipe_names == [FACTORY]
    assert spacy.blank("en").from_bytes(nlp.to_bytes())
