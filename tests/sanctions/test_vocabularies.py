"""The lexicon files of the sanctions grammar use the contract's vocabularies, and an overlay changes them."""

from __future__ import annotations

from pathlib import Path

from extractor.components.sanctions.events import direction_of
from extractor.components.sanctions.text.vocabulary import compile_vocabulary
from extractor.lexicon import load_lexicon
from extractor.schema.vocabulary import MEASURES, SANCTION_ACTIONS, SANCTION_DIRECTIONS, SANCTION_STAGES


def test_measures_have_one_row_each() -> None:
    rows = load_lexicon(None).rows("measures")
    assert [r["measure"] for r in rows] == list(MEASURES)


def test_measures_actions_and_stages_are_of_the_vocabularies() -> None:
    lexicon = load_lexicon(None)
    assert {m for r in lexicon.rows("sanction_nouns") for m in r["measures"].split(";")} <= set(MEASURES)
    assert {r["measure"] for r in lexicon.rows("sanction_objects")} <= set(MEASURES)
    assert {r["action"] for r in lexicon.rows("sanction_verbs")} <= {*SANCTION_ACTIONS, "body"}
    assert {r["stage"] for r in lexicon.rows("stage_cues")} <= {*SANCTION_STAGES, "denied"}
    assert {r["action"] for r in lexicon.rows("cameo")} <= set(SANCTION_ACTIONS)
    assert {r["stage"] for r in lexicon.rows("cameo")} <= set(SANCTION_STAGES)


def test_direction_of_every_action_and_stage() -> None:
    for action in SANCTION_ACTIONS:
        for stage in SANCTION_STAGES:
            assert direction_of(action, stage) in SANCTION_DIRECTIONS
    assert direction_of("impose", "done") == "escalate"
    assert direction_of("lift", "refused") == "continue"
    assert direction_of("none", "in_force") == "none"


def test_overlay_adds_a_noun(tmp_path: Path) -> None:
    (tmp_path / "sanction_nouns.csv").write_text(
        "phrase,kind,measures,source\ndata embargo,strong,export_restriction,test\n"
    )
    words = compile_vocabulary(load_lexicon(str(tmp_path)))
    assert words.nouns.match_at(["data", "embargo"], 0) == (2, ("strong", ("export_restriction",)))
