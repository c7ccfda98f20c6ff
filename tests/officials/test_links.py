"""Who holds an unnamed title: the one picked, one of several, the next sentence's subject, who is addressed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc


@pytest.mark.parametrize(
    ("text", "span", "holder"),
    [
        ("Peter Lang was picked to be the party's candidate.", "candidate", "Peter Lang"),
        ("Former teacher Maria Costa is one of the candidates.", "candidates", "Maria Costa"),
        ("Peter Lang, one of the judges, disagreed.", "judges", "Peter Lang"),
        ("He saw the ex-dictator and the former head of the secret police, Peter Lang, in jail.", "ex-dictator", None),
        ("Chad's prime minister says he will resign. Peter Lang told reporters so on Sunday.", "prime minister",
         "Peter Lang"),
        ("Chad's prime minister says he will resign. Peter Lang, a shepherd, was glad.", "prime minister", None),
        ("South Korea's ambassador to Chad was quoted. The daily quotes Ambassador Peter Lang at length.",
         "ambassador to Chad", "Peter Lang"),
        ("Mr. Prime Minister, welcome. Prime Minister Peter Lang of Jamaica thanked her.", "Prime Minister",
         "Peter Lang"),
        ("Mr. President, I rise to speak. Senator Ann Lee said President Bush was wrong.", "President", None),
        ("It was backed by Senator Peter Lang OR and others.", "Senator", "Peter Lang"),
        ("He named Peter Lang [a well-known leader of the Radical Party].", "leader of the Radical Party",
         "Peter Lang"),
    ],
)  # fmt: skip
def test_holder(text: str, span: str, holder: str | None, read: Callable[..., Doc]) -> None:
    titles = read(text)._.extractor.titles
    title = next(t for t in titles if text[t.start : t.end] == span)
    assert (title.official.name if title.official else None) == holder
