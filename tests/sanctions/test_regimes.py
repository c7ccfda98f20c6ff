"""Regimes over articles: sender, target, first and last seen, how they stand; and the mappings of measures."""

from __future__ import annotations

import json
from typing import Any

import pytest

from extractor import extract
from extractor.cli.mappings import mappings
from extractor.components.records import SanctionRecord
from extractor.errors import UsageError
from extractor.linking.regimes import RegimeLinker
from extractor.schema import TABLES

Row = dict[str, Any]


def told(day: str, regime: str | None, action: str, stage: str, measures: str = "unspecified", **more: Any) -> Row:
    row = dict.fromkeys(TABLES["sanctions"].names)
    return row | {
        "sanction_id": f"sa-{day}-{action}", "article_id": day, "start": 0, "regime": regime, "measures": measures,
        "action": action, "stage": stage, **more,
    }  # fmt: skip


def rolled(*rows: Row) -> dict[str, Row]:
    linker = RegimeLinker()
    for row in rows:
        linker.add({"articles": [{"published": row["article_id"]}], "sanctions": [row]})
    return {r["regime"]: r for r in linker.regimes()}


def test_life_of_a_regime() -> None:
    found = rolled(
        told("2014-03-02", "CAN>BLR", "impose", "done", "asset_freeze", date_start="2014-03-01"),
        told("2015-06-01", "CAN>BLR", "none", "in_force"),
        told("2016-01-09", "CAN>BLR", "lift", "done", "travel_ban"),
    )
    row = found["CAN>BLR"]
    assert (row["first_seen"], row["last_seen"], row["n_rows"], row["n_articles"]) == ("2014-03-02", "2016-01-09", 3, 3)
    assert (row["status"], row["latest_action"], row["latest_stage"]) == ("lifted", "lift", "done")
    assert (row["measures"], row["imposed"]) == ("asset_freeze;travel_ban", "2014-03-01")
    assert row["article_ids"] == "2014-03-02;2015-06-01;2016-01-09"
    assert json.loads(row["actions"]) == {"impose/done": 1, "lift/done": 1, "none/in_force": 1}


def test_what_is_told_of_the_past_does_not_bring_a_regime_back() -> None:
    row = rolled(
        told("2016-01-09", "CAN>BLR", "lift", "done"),
        told("2016-01-10", "CAN>BLR", "impose", "done", date_start="2014-03-01"),
    )["CAN>BLR"]
    assert row["status"] == "lifted"


@pytest.mark.parametrize(
    ("action", "stage", "status"),
    [
        ("impose", "threatened", "prospective"),
        ("impose", "refused", "rejected"),
        ("lift", "refused", "in_force"),
        ("violate", "done", "in_force"),
        ("ease", "done", "eased"),
        ("suspend", "in_force", "suspended"),
    ],
)
def test_status_of_one_report(action: str, stage: str, status: str) -> None:
    assert rolled(told("2020-01-01", "USA>CUB", action, stage))["USA>CUB"]["status"] == status


def test_order_of_articles_does_not_matter() -> None:
    rows = [
        told("2014-03-02", "EUE>RUS;USA>RUS", "impose", "done"),
        told("2015-03-02", "EUE>RUS", "extend", "done", expires="2016-01-31"),
        told("2015-04-02", None, "lift", "called_for"),
    ]
    assert rolled(*rows) == rolled(*rows[::-1])
    assert list(rolled(*rows)) == ["EUE>RUS", "USA>RUS"]
    assert rolled(*rows)["EUE>RUS"]["expires"] == "2016-01-31"


def test_every_sender_with_every_target() -> None:
    record = SanctionRecord(0, 1, "rule", 1.0, sender_country="EUE;USA", target_country="BLR;RUS")
    assert record.regime == "EUE>BLR;EUE>RUS;USA>BLR;USA>RUS"
    assert SanctionRecord(0, 1, "rule", 1.0, sender_country="EUE").regime is None


def test_table_of_a_text_and_empty_table() -> None:
    t = extract("Norway imposed sanctions on Belarus.", published="2024-05-15")
    assert list(t.regimes.regime) == ["NOR>BLR"] == list(t.sanctions.regime)
    assert t.regimes.latest_sanction_id.isin(t.sanctions.sanction_id).all()
    empty = extract("The minister planted a tree.").regimes
    assert len(empty) == 0
    assert list(empty.columns) == list(TABLES["regimes"].names)


def test_mappings() -> None:
    found = json.loads(mappings("sanctions", "json"))
    freeze = next(r for r in found["measures"] if r["measure"] == "asset_freeze")
    assert (freeze["ties"], freeze["opensanctions"]) == ("asset", "Asset freeze")
    assert {"action": "impose", "stage": "done", "measure": "*", "code": "163"} in found["cameo"]
    assert "| asset_freeze |" in mappings("sanctions", "md")
    with pytest.raises(UsageError):
        mappings("titles", "text")
