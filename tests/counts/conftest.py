"""One pipeline for all tests of the counts: parsing is the slow part."""

from __future__ import annotations

import pytest

from extractor.components.extraction import extraction_of
from extractor.language.pipeline import add_components, load_base


@pytest.fixture(scope="session")
def counts_nlp():
    nlp = load_base()
    add_components(nlp, ["extractor_dates", "extractor_counts"], first="extractor_layout")
    return nlp


@pytest.fixture(scope="session")
def counts_of(counts_nlp):
    """counts_of(text): the count records of one text, published 2024-05-15."""

    def find(text: str):
        doc = counts_nlp.make_doc(text)
        extraction_of(doc).published = "2024-05-15"
        return counts_nlp(doc)._.extractor.counts

    return find
