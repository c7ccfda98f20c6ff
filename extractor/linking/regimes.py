"""Sanctions regimes over the whole run: all rows of one sender against one target, and how they stand at last."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]

# What an act that took place leaves behind, and the stages that tell that it took place.
_LEFT = {
    "impose": "in_force",
    "expand": "in_force",
    "extend": "in_force",
    "maintain": "in_force",
    "reimpose": "in_force",
    "retaliate": "in_force",
    "ease": "eased",
    "suspend": "suspended",
    "expire": "expired",
    "lift": "lifted",
}
_EFFECTIVE = {"done", "in_force"}
_REJECTED = {"blocked", "opposed", "refused"}
# On one day, what presupposes the other came later: sanctions that were imposed and lifted are lifted.
_ORDER = ("none", "violate", "enforce", "impose", "retaliate", "maintain", "expand", "extend", "ease", "suspend",
          "expire", "lift", "reimpose")  # fmt: skip


@dataclass(slots=True)
class _Act:
    """One row of sanctions, as far as it bears on the state of its regime."""

    day: str
    rank: int
    article: str
    start: int
    action: str
    stage: str
    sanction_id: str


@dataclass(slots=True)
class _Regime:
    sender: str
    target: str
    measures: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    acts: list[_Act] = field(default_factory=list)
    imposed: str | None = None
    expires: str | None = None


class RegimeLinker:
    """Collects the sanctions of a run article by article and rolls them up by sender and target country.

    A row with several senders or targets counts for each pair; a row without sender or target country for none. The
    order in which articles are added does not matter.
    """

    def __init__(self) -> None:
        self._regimes: dict[str, _Regime] = {}

    def add(self, rows: dict[str, list[Row]]) -> None:
        """The rows of one article."""
        published = next((a["published"] for a in rows["articles"]), None)
        for row in rows["sanctions"]:
            for name in (row["regime"] or "").split(";"):
                if name:
                    sender, target = name.split(">", 1)
                    _add(self._regimes.setdefault(name, _Regime(sender, target)), row, published)

    def regimes(self) -> list[Row]:
        """Rows of the regimes table, by sender and target."""
        return [_row(name, self._regimes[name]) for name in sorted(self._regimes)]


def _add(regime: _Regime, row: Row, published: str | None) -> None:
    regime.measures.update((row["measures"] or "").split(";"))
    regime.articles.add(row["article_id"])
    if published:
        regime.days.add(published)
    told = row["stage"] in _EFFECTIVE
    day = (row["date_start"] if told else None) or published or ""
    rank = _ORDER.index(row["action"]) if row["action"] in _ORDER else 0
    regime.acts.append(
        _Act(day, rank, row["article_id"], row["start"], row["action"], row["stage"], row["sanction_id"])
    )
    if row["action"] == "impose" and row["stage"] == "done" and row["date_start"]:
        regime.imposed = min(regime.imposed or row["date_start"], row["date_start"])
    if row["expires"]:
        regime.expires = max(regime.expires or row["expires"], row["expires"])


def _row(name: str, regime: _Regime) -> Row:
    acts = sorted(regime.acts, key=lambda a: (a.day, a.rank, a.article, a.start, a.sanction_id))
    effective = [a for a in acts if a.stage in _EFFECTIVE and a.action in _LEFT]
    named = [m for m in sorted(regime.measures) if m and m != "unspecified"]
    telling = [a for a in acts if a.action != "none"] or acts
    latest = telling[-1]
    actions = Counter(f"{a.action}/{a.stage}" for a in acts)
    return {
        "regime_id": f"rg-{hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()[:14]}",
        "regime": name,
        "sender_country": regime.sender,
        "target_country": regime.target,
        "measures": ";".join(named) or "unspecified",
        "first_seen": min(regime.days, default=None),
        "last_seen": max(regime.days, default=None),
        "status": _status(acts, effective),
        "latest_action": latest.action,
        "latest_stage": latest.stage,
        "latest_sanction_id": latest.sanction_id,
        "imposed": regime.imposed,
        "expires": regime.expires,
        "n_rows": len(acts),
        "n_articles": len(regime.articles),
        "article_ids": ";".join(sorted(a.replace(";", ",") for a in regime.articles)),
        "actions": json.dumps(dict(sorted(actions.items()))),
    }


def _status(acts: list[_Act], effective: list[_Act]) -> str:
    """How the regime stands by its latest act that took place; without one, whether it is on the way or turned down."""
    if effective:
        return _LEFT[effective[-1].action]
    if any(a.stage in _EFFECTIVE for a in acts):
        # Sanctions that are spoken of, broken or enforced are there.
        return "in_force"
    open_ = [a for a in acts if a.stage not in _REJECTED]
    if open_ and any(a.action in ("impose", "expand", "reimpose", "retaliate") for a in open_):
        return "prospective"
    if open_ or any(a.action in ("ease", "lift", "suspend", "expire", "extend", "maintain") for a in acts):
        # Whoever wants them lifted or will not lift them has them.
        return "in_force"
    return "rejected"
