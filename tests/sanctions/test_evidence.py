"""Rows that need evidence beside their words: two states, an act told before, whom a measure strikes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

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
    ("Norway revoked the licences of two Chadian banks.", ["revoked the licences | impose done NOR TCD services_ban"]),
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
    ("The tanker carried US-sanctioned Malian oil.", ["US-sanctioned | none in_force USA MLI sectoral"]),
    ("Canada has now sanctioned over 600 targets in Mali.", ["sanctioned | impose done CAN MLI unspecified"]),
    # One event, told once with its day.
    (
        "The United States will reinstate the blockade of Cuba. The blockade of Cuba will resume tomorrow.",
        ["reinstate the blockade | reimpose scheduled USA CUB blockade"],
    ),
    # No measures between states.
    ("Chad complained to the General Agreement on Tariffs and Trade about Mali.", []),
    ("Sri Lanka raised electricity tariffs as the war in Iran went on.", []),
    ("People in Chad and Mali began a boycott of shops over prices.", []),
    ("Chad lifted sanctions on Mali to restore ties with Mali.", ["lifted sanctions | lift done TCD MLI unspecified"]),
]


def shown(doc: Doc) -> list[str]:
    return [
        f"{doc.text[r.start : r.end]} | {r.action} {r.stage} {r.sender_country or '-'} {r.target_country or '-'} "
        + ";".join(r.measures)
        for r in doc._.extractor.sanctions
    ]


@pytest.mark.parametrize(("sentence", "rows"), CASES)
def test_rows_with_evidence(read: Callable[..., Doc], sentence: str, rows: list[str]) -> None:
    assert shown(read(sentence, "2024-05-15")) == rows
