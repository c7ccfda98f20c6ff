"""One pipeline for all tests of the dates: parsing is the slow part."""

from __future__ import annotations

import pytest

from extractor.language.pipeline import add_components, load_base


@pytest.fixture(scope="session")
def dates_nlp():
    nlp = load_base()
    add_components(nlp, ["extractor_dates"], first="extractor_layout")
    return nlp
