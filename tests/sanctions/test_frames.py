"""Verbs and nouns that tell of a measure from farther off, and what tells the senses of a measure noun apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from tests.marked import sanction_rows

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
    # Acts on what was told before, and two deeds of one kind.
    (
        "Canada adopted sanctions on Mali in May. They will be lifted once the army is gone.",
        ["adopted sanctions | impose done CAN MLI unspecified", "will be lifted | lift planned CAN MLI unspecified"],
    ),
    (
        "Chad declares the Malian envoy persona non grata after Chad cut diplomatic ties with Mali.",
        [
            "declares the Malian envoy persona non grata | impose done TCD MLI diplomatic",
            "cut diplomatic ties | impose done TCD MLI diplomatic",
        ],
    ),
    (
        "Crews defied the naval blockade of Cuba re-imposed in July by Mexico.",
        ["defied the naval blockade | violate done MEX CUB blockade", "re-imposed | reimpose done MEX CUB blockade"],
    ),
    # What a state lets in again, and what a licence says of itself.
    (
        "Canada, which has sanctions on Mali, will permit imports of Malian gold.",
        [
            "permit imports | ease planned CAN MLI import_restriction",
        ],
    ),
    (
        "Officials said penalties were considered against Chad.",
        ["penalties were considered | impose considered - TCD unspecified"],
    ),
    ("Officials said penalties were considered against the striker.", []),
    ("This call was on the record. With that, the embargo is lifted.", []),
    (
        "New sanctions on Chad are under discussion.",
        ["New sanctions on Chad are under discussion | impose considered - TCD unspecified"],
    ),
    (
        "Norway imposed several rounds of far-reaching economic sanctions on Mali.",
        ["imposed several rounds of far-reaching economic sanctions | impose done NOR MLI economic"],
    ),
]


@pytest.mark.parametrize(("sentence", "rows"), CASES)
def test_rows_of_frame(read: Callable[..., Doc], sentence: str, rows: list[str]) -> None:
    assert sanction_rows(read(sentence, "2024-05-15")) == rows


_RUN_ON = (
    "Office of the Spokesperson Department of State Press Release We thank the members of the committee for their hard "
    "work on this matter {} and we will go on with our work in the region as long as it takes for the people there to "
    "live in peace and in freedom and without fear of those who hold them down in that country today and who have held "
    "them down for many years"
)


def test_a_states_own_act_counts_without_a_target(read: Callable[..., Doc]) -> None:
    text = "Office of the Spokesperson. Washington, DC. The United States has imposed new sanctions. We will do more."
    assert sanction_rows(read(text, "2022-05-15")) == ["imposed new sanctions | impose done USA - unspecified"]
    text = "Office of the Spokesperson. Washington, DC. One day new sanctions may come. We will do more."
    assert sanction_rows(read(text, "2022-05-15")) == []


def test_a_text_without_full_stops_about_one_state(read: Callable[..., Doc]) -> None:
    act = "The United States has imposed sanctions on Mali The United States has lifted sanctions in the past"
    rows = sanction_rows(read(_RUN_ON.format(act), "2022-05-15"))
    assert "lifted sanctions | lift done USA MLI unspecified" in rows
