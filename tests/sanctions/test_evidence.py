"""Rows that need evidence beside their words: two states, an act told before, whom a measure strikes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from tests.marked import sanction_rows

# Sentence, then the rows as "phrase | action stage sender target measures"; "-" stands for an empty cell.
CASES = [
    # Synonyms of measures.
    (
        "Canada has threatened trade reprisals against Chad.",
        ["threatened trade reprisals | impose threatened CAN TCD economic"],
    ),
    ("Canada announced punitive steps against Mali.", ["announced punitive steps | impose done CAN MLI unspecified"]),
    ("Canada imposed an aid cutoff on Mali.", ["imposed an aid cutoff | impose done CAN MLI aid_suspension"]),
    ("Norway imposed an import quota on Chad.", ["imposed an import quota | impose done NOR TCD import_restriction"]),
    # Synonyms of acts.
    ("Norway ditched its sanctions on Chad.", ["ditched its sanctions | lift done NOR TCD unspecified"]),
    ("Norway bolstered its sanctions on Chad.", ["bolstered its sanctions | expand done NOR TCD unspecified"]),
    ("Norway deported a Chadian diplomat.", ["deported a Chadian diplomat | impose done NOR TCD diplomatic"]),
    ("Norway froze relations with Chad.", ["froze relations | impose done NOR TCD diplomatic"]),
    ("Norway restored diplomatic ties with Chad.", ["restored diplomatic ties | lift done NOR TCD diplomatic"]),
    (
        "Norway revoked the licences of two Chadian banks.",
        ["revoked the licences | impose done NOR TCD financial_restriction"],
    ),
    (
        "Norway suspended its defense pact with Mali.",
        ["suspended its defense pact | impose done NOR MLI military_aid_suspension"],
    ),
    ("Canada's denial of visas to two Malian envoys was noted.", ["denial of visas | impose done CAN MLI visa_ban"]),
    ("Norway released frozen Chadian funds.", ["released frozen Chadian funds | ease done NOR TCD asset_freeze"]),
    (
        "Norway will halt the sale of weapons to Chad.",
        ["halt the sale of weapons | impose planned NOR TCD arms_embargo"],
    ),
    (
        "Norway revoked Chad's most favored nation status.",
        ["revoked Chad's most favored nation status | impose done NOR TCD economic"],
    ),
    # Two states that one clause names need no word of sanctions beside them.
    ("Norway cut off gas supplies to Chad.", ["cut off gas supplies | impose done NOR TCD export_restriction"]),
    ("Norway cut off gas supplies to Chad after a storm.", []),
    (
        "Norway confiscated the assets of a Chadian banker.",
        ["confiscated the assets | impose done NOR TCD asset_freeze"],
    ),
    ("Norway blocked funds for two Chadian clinics.", []),
    ("The firm left, citing U.S. tariffs on Chadian steel.", ["U.S. tariffs | none in_force USA TCD tariff"]),
    ("Chad and Mali cut ties with each other.", ["cut ties | impose done MLI;TCD MLI;TCD diplomatic"]),
    (
        "Norway announced a full ban on the import and export of arms to and from Chad.",
        ["announced a full ban on the import and export of arms | impose done NOR TCD arms_embargo;trade_ban"],
    ),
    # Whom measures strike.
    ("Chad faces new sanctions.", ["new sanctions | none in_force - TCD unspecified"]),
    ("Chad has been hit by sanctions.", ["sanctions | none in_force - TCD unspecified"]),
    ("Chad may face tariffs.", ["tariffs | impose threatened - TCD tariff"]),
    ("The company is under U.S. sanctions.", ["U.S. sanctions | none in_force USA - unspecified"]),
    ("The tanker carried US-sanctioned Malian oil.", ["US-sanctioned | none in_force USA MLI unspecified"]),
    ("Canada has now sanctioned over 600 targets in Mali.", ["sanctioned | impose done CAN MLI unspecified"]),
    # What is kept from another by several words.
    ("Norway will no longer sell arms to Chad.", ["sell arms | impose planned NOR TCD arms_embargo"]),
    ("Norway refuses to sell arms to Chad.", ["refuses to sell arms | impose done NOR TCD arms_embargo"]),
    ("Norway kicked out two Chadian diplomats.", ["kicked out two Chadian diplomats | impose done NOR TCD diplomatic"]),
    ("Norway sent two Chadian envoys home.", ["sent two Chadian envoys | impose done NOR TCD diplomatic"]),
    ("Norway summoned its ambassador home from Chad.", ["summoned its ambassador | impose done NOR TCD diplomatic"]),
    (
        "Two Malian ministers were denied entry to Canada.",
        ["were denied entry | impose done CAN MLI travel_ban"],
    ),
    (
        "Norway barred its companies from doing business with Chad.",
        ["barred its companies from doing business | impose done NOR TCD trade_ban"],
    ),
    ("Norway barred its citizens from travelling to Chad.", []),
    (
        "Unions called on Norway to retaliate against Chad for unfair trade.",
        ["retaliate against Chad | impose called_for NOR TCD unspecified"],
    ),
    ("Norway may retaliate against Chad for the missile attack on its trade ships.", []),
    (
        "We will use our sanctions authorities to curb sales of oil from Mali.",
        ["use our sanctions authorities | impose planned - MLI unspecified"],
    ),
    (
        "Norway imposed sanctions on Chad. It identified a yacht as blocked property.",
        [
            "imposed sanctions | impose done NOR TCD unspecified",
            "identified a yacht as blocked property | impose done NOR - asset_freeze",
        ],
    ),
    (
        "Norway tightened sanctions on Chad and said it would impose new ones.",
        [
            "tightened sanctions | expand done NOR TCD unspecified",
            "impose new ones | impose planned NOR TCD unspecified",
        ],
    ),
    (
        "A tariff of 50 percent on Chadian copper took effect.",
        ["A tariff of 50 percent on Chadian copper took | impose done - TCD tariff"],
    ),
    (
        "They may violate U.S. export controls.",
        ["violate U.S. export controls | violate considered USA - export_restriction"],
    ),
    (
        "Prices rose due to the U.S. blockade of Cuba. Chad condemned the blockade of Cuba.",
        [
            "U.S. blockade | none in_force USA CUB blockade",
            "condemned the blockade | impose opposed USA CUB blockade",
        ],
    ),
    # Clauses and stances.
    (
        "The export controls that we've imposed on Chad mean a lot.",
        ["export controls | impose done - TCD export_restriction"],
    ),
    (
        "Norway recalls its ambassador to Chad after Chad blamed its envoy and barred two Norwegian officials from "
        "entering Chad.",
        [
            "recalls its ambassador | impose done NOR TCD diplomatic",
            "barred two Norwegian officials from entering Chad | impose done TCD NOR travel_ban",
        ],
    ),
    (
        "Norway suspends its joint counterterrorism agreements with Chad.",
        ["suspends its joint counterterrorism agreements | impose done NOR TCD military_aid_suspension"],
    ),
    (
        "Canada lifted sanctions against Fly Bamako of Mali, which were previously imposed in 2023.",
        [
            "lifted sanctions | lift done CAN MLI unspecified",
            "were previously imposed | impose done CAN MLI unspecified",
        ],
    ),
    (
        "Makers asked Norway for exclusions from the tariffs on Chad.",
        ["exclusions from the tariffs | ease called_for NOR TCD tariff"],
    ),
    (
        "The senator was skeptical of sanctions on Chad.",
        ["skeptical of sanctions | impose opposed - TCD unspecified"],
    ),
    ("He is supportive of sanctions on Chad.", ["supportive of sanctions | impose called_for - TCD unspecified"]),
    ("Norway may move to sanctions against Chad.", ["move to sanctions | impose considered NOR TCD unspecified"]),
    (
        "Chad expelled Mali's envoy. The two countries cut ties with one another.",
        ["expelled Mali's envoy | impose done TCD MLI diplomatic", "cut ties | impose done MLI;TCD MLI;TCD diplomatic"],
    ),
    (
        "Norway signed an order imposing 50 percent tariffs on Chad. The tariffs take effect on 5 June.",
        ["imposing 50 percent tariffs | impose scheduled NOR TCD tariff"],
    ),
    (
        "Norway adopted an arms embargo on Mali. Senators oppose the plan to lift the embargo.",
        [
            "adopted an arms embargo | impose done NOR MLI arms_embargo",
            "lift the embargo | lift opposed NOR MLI arms_embargo",
        ],
    ),
    (
        "Norway will stop importing Chadian gas.",
        ["stop importing Chadian gas | impose planned NOR TCD import_restriction"],
    ),
    ("Norway withdrew trade benefits from Chad.", ["withdrew trade benefits | impose done NOR TCD economic"]),
    (
        "Norway barred Chad's president from the country.",
        ["barred Chad's president from the country | impose done NOR TCD travel_ban"],
    ),
    ("Norway closes its embassy in Chad in protest.", ["closes its embassy | impose done NOR TCD diplomatic"]),
    ("Norway closes its embassy in Chad.", []),
    ("Norway placed export controls on gallium.", ["placed export controls | impose done NOR - export_restriction"]),
    ("Ships wait because of the U.S. blockade.", ["U.S. blockade | none in_force USA - blockade"]),
    (
        "Sanctions on Chad hurt its people. Norway hopes to lift its sanctions on Chad.",
        [
            "Sanctions on Chad | none in_force NOR TCD unspecified",
            "lift its sanctions | lift planned NOR TCD unspecified",
        ],
    ),
    # One event, told once with its day.
    (
        "The United States will reinstate the blockade of Cuba. The blockade of Cuba will resume tomorrow.",
        ["reinstate the blockade | reimpose scheduled USA CUB blockade"],
    ),
    # No measures between states.
    ("Norway revoked the licence of a Chadian doctor.", []),
    ("A Norwegian court seized the assets of a Chadian banker.", []),
    ("Norway seized the assets of a Chadian drug dealer.", []),
    ("Chad complained to the General Agreement on Tariffs and Trade about Mali.", []),
    ("Sri Lanka raised electricity tariffs as the war in Iran went on.", []),
    ("People in Chad and Mali began a boycott of shops over prices.", []),
    ("Chad lifted sanctions on Mali to restore ties with Mali.", ["lifted sanctions | lift done TCD MLI unspecified"]),
]


@pytest.mark.parametrize(("sentence", "rows"), CASES)
def test_rows_with_evidence(read: Callable[..., Doc], sentence: str, rows: list[str]) -> None:
    assert sanction_rows(read(sentence, "2024-05-15")) == rows
