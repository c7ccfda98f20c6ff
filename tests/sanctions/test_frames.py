"""Verbs and nouns that tell of a measure from farther off, and what tells the senses of a measure noun apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

# Sentence, then the rows as "phrase | action stage sender target measures"; "-" stands for an empty cell.
CASES = [
    (
        "Canada is imposing costs on Mali through sanctions.",
        ["imposing costs on Mali through sanctions | impose done CAN MLI unspecified"],
    ),
    (
        "The law would subject Chad to the same sanctions that are in place for Mali.",
        ["subject Chad to the same sanctions | impose hypothetical - TCD unspecified"],
    ),
    (
        "Canada has done two rounds of designations under its sanctions on Mali.",
        ["done two rounds of designations | impose done CAN MLI designation"],
    ),
    (
        "Norway is imposing and enforcing sanctions on Belarus.",
        ["imposing and enforcing sanctions | impose done NOR BLR unspecified"],
    ),
    (
        "In May Canada allowed controls on the export of drilling gear to Chad to lapse.",
        ["allowed controls on the export | expire done CAN TCD export_restriction"],
    ),
    (
        "These sanctions on Mali were undertaken on the basis of a vote.",
        ["sanctions on Mali were undertaken | impose done - MLI unspecified"],
    ),
    (
        "The sanctions on Mali began to be eased in May.",
        ["sanctions on Mali began to be eased | ease done - MLI unspecified"],
    ),
    (
        "Norway will contain and, if necessary, sanction Chad.",
        ["sanction Chad | impose hypothetical NOR TCD unspecified"],
    ),
    ("The United States blockaded Cuba in 2030.", ["blockaded | impose done USA CUB blockade"]),
    ("He sold arms to countries Sweden had blacklisted.", ["blacklisted | impose done SWE - designation"]),
    (
        "Canada added the bank in Chad to the Department of Trade's Entity List.",
        ["added the bank in Chad to the Department of Trade's Entity List | impose done CAN TCD designation"],
    ),
    (
        "Chad may take retaliatory trade measures.",
        ["take retaliatory trade measures | retaliate considered TCD - economic"],
    ),
    # Measures that no health office takes, whatever the sentence before tells.
    (
        "The health minister fell ill. Chad expelled two Malian diplomats.",
        ["expelled two Malian diplomats | impose done TCD MLI diplomatic"],
    ),
    (
        "The virus spread. Chad lifted its arms embargo on Mali.",
        ["lifted its arms embargo | lift done TCD MLI arms_embargo"],
    ),
    # A newspaper's name, and clashes, tell of no road that people block.
    (
        "The Street Journal says Chad tightened its naval blockade of Mali.",
        ["tightened its naval blockade | expand done TCD MLI blockade"],
    ),
    ("Nurses took retaliatory action against the clinic.", []),
    ("Villagers and militants keep up their blockade of the road to Bamako.", []),
]


def shown(doc: Doc) -> list[str]:
    return [
        f"{doc.text[r.start : r.end]} | {r.action} {r.stage} {r.sender_country or '-'} {r.target_country or '-'} "
        + ";".join(r.measures)
        for r in doc._.extractor.sanctions
    ]


@pytest.mark.parametrize(("sentence", "rows"), CASES)
def test_rows_of_frame(read: Callable[..., Doc], sentence: str, rows: list[str]) -> None:
    assert shown(read(sentence, "2024-05-15")) == rows
