"""Marked-up sentences: reading the specification files, and running the pipeline over one text."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.all import FIRST, ORDER
from extractor.components.extraction import Extraction, extraction_of
from extractor.components.records import Mention, OfficialRecord, SanctionRecord
from extractor.errors import ModelError
from extractor.language.pipeline import add_components, load_base

PUBLISHED = "2015-03-07"
# Neither meetings nor statements read these.
_UNUSED = frozenset({"extractor_counts", "extractor_sanctions"})


def specs(path: Path) -> list[str]:
    """The lines of a specification file, without comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


@lru_cache(maxsize=1)
def pipeline() -> Language | None:
    try:
        nlp = load_base()
    except ModelError:
        return None
    add_components(nlp, [name for name in ORDER if name not in _UNUSED], first=FIRST)
    return nlp


def annotate(text: str, official: tuple[str, int, int, str] | None = None) -> Extraction:
    """What the pipeline finds in `text`, published 2015-03-07.

    official: (name, start, end, country) of one official set by hand in place of those that the pipeline finds.
    """
    nlp = pipeline()
    if nlp is None:
        pytest.skip("the embedded model is not there")
    doc = nlp.make_doc(text)
    facts = extraction_of(doc)
    facts.published, facts.paragraphs = PUBLISHED, [0]
    doc = nlp(doc)
    if official is not None:
        name, start, end, country = official
        record = OfficialRecord(start, end, name=name, country=country, mentions=[Mention(start, end, "name")])
        facts.officials[:] = [record]
        for component in ("extractor_meetings", "extractor_statements"):
            doc = nlp.get_pipe(component)(doc)
    return facts


def sides(record: SanctionRecord) -> str:
    """Who acts against whom: "NOR>MLI", with nothing where a side is open."""
    return f"{record.sender_country or ''}>{record.target_country or ''}"


def sanction_rows(doc: Doc) -> list[str]:
    """Rows of sanctions as "phrase | action stage sender target measures"; "-" stands for an empty cell."""
    return [
        f"{doc.text[r.start : r.end]} | {r.action} {r.stage} {r.sender_country or '-'} {r.target_country or '-'} "
        + ";".join(r.measures)
        for r in doc._.extractor.sanctions
    ]
