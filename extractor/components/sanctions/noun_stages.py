"""Which action and stage a measure noun tells, from its governor and the course of that."""

from __future__ import annotations

from extractor.components.sanctions.embeddings import Course
from extractor.components.sanctions.events import Event
from extractor.components.sanctions.governors import Governor
from extractor.components.sanctions.grammar import Grammar

_UNDOING = {"ease", "expand", "expire", "extend", "lift", "reimpose", "suspend"}
_FENDING = {"avert", "avoid", "fend", "forestall", "head", "stave", "ward"}
_SEEING = {"get", "have", "see"}


class NounStages(Grammar):
    """Settles action and stage."""

    def _settle(self, governor: Governor, course: Course, partial: bool) -> tuple[str, str]:
        action, stage = governor.action, course.stage
        if governor.stage in ("called_for", "opposed", "threatened") and stage in ("proposed", "considered"):
            stage = governor.stage
        fended = governor.stage == "considered" and self.t.lemma[governor.node] in _FENDING
        if (governor.stage in ("blocked", "refused") or fended) and stage == "refused":
            # "did not rule out sanctions", "too late to head off the tariffs"
            stage = "considered"
        elif (
            governor.stage
            and stage in (None, "done", "in_force", "planned")
            and not (governor.stage == "in_force" and action == "none" and stage == "planned")
        ):
            stage = governor.stage if not (stage == "planned" and governor.stage in ("in_force",)) else stage
        if action == "none":
            return "none", "in_force"
        if governor.stage == "planned" and stage == "done":
            stage = "planned"
        if action == "maintain" and stage in (None, "done"):
            stage = "in_force"
        if action == "enforce" and stage in (None, "done") and governor.kind == "noun":
            stage = "in_force"
        if action == "lift" and partial:
            action = "ease"
        if action == "impose" and stage == "hypothetical" and governor.kind == "noun" and self._grown(governor.node):
            action = "expand"
        return action, stage or "done"

    def _grown(self, node: int) -> bool:
        """ "the risk of expanded sanctions"."""
        return any(
            w in ("expanded", "tightened", "tougher", "stricter", "stronger", "increased")
            for w in self.t.lower[node : node + 4]
        )

    def _stands(self, start: int, head: int) -> bool:
        """ "Russia's ban on mackerel would cost …": the ban of a named state is there already."""
        t = self.t
        return any(t.tag[k] == "POS" and self.parties.places.at(k - 1) for k in range(start + 1, head))

    def _longed_for(self, event: Event, action: str) -> str | None:
        """ "determined to see the sanctions lifted", "wanted to have them lifted": as far as the seeing."""
        left = self.p.before(event.span[0])
        if left < 0 or self.p.verb(left) not in _SEEING or "to" not in self.p.group(left)[1]:
            return None
        stage = self.stages.of_verb(left, action).stage
        return "called_for" if stage == "planned" and action in _UNDOING else stage
