"""Fixtures shared by all tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The shipped pipeline with all components, loaded once."""
    import extractor

    return extractor.load()


@pytest.fixture(scope="session")
def read(nlp: Language) -> Callable[..., Doc]:
    """read(text, published=None): the processed Doc of one text."""
    from extractor.components.extraction import extraction_of

    def read_one(text: str, published: str | None = None) -> Doc:
        doc = nlp.make_doc(text)
        extraction_of(doc).published = published
        return nlp(doc)

    return read_one


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of annotated real articles; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the annotated articles in ../shared are not here")
    return SHARED
