"""Relative clauses on a measure noun: "sanctions imposed by X", "lifted the tariffs, which were imposed in May"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.nouns.noun_stages import NounStages

Span = tuple[int, int]


class Relatives(NounStages):
    """Events told by a clause after the measure."""

    def _relative(self, event: Event, verb: int, by: Span | None) -> Event | None:
        """ "sanctions … imposed by X": the action itself where nothing else happens to them, else another telling."""
        row = self.words.action_of("measure", self.t.lemma[verb])
        if row is None or self.t.lower[verb - 1] == "ever" or self.t.runs_on(verb):
            # "the most severe ever levied": how they compare.
            return None
        again = row[0] == "impose" and self.t.lower[verb - 2 : verb] == ["re", "-"]
        row = ("reimpose", row[1]) if again else row
        if event.action == "none" and row[0] in ("impose", "expand", "reimpose", "extend", "lift", "suspend", "ease"):
            event.action, event.stage = row[0], row[1] or "done"
            event.node, event.rule = verb, "noun-participle"
            course = self.stages.of_verb(verb, row[0], True)
            if self.p.group(verb)[1]:
                event.stage = course.stage or event.stage
            else:
                event.stage = self._longed_for(event, row[0]) or event.stage
            if self.t.lower[event.span[0]] == "any":
                event.stage, event.modality = "hypothetical", "conditional"
            event.span = (event.span[0], max(event.span[1], verb + 1 if verb - event.span[1] < 3 else event.span[1]))
            return None
        if row[0] not in ("impose", "reimpose") or row[1] or event.action == "retaliate":
            return None
        extra = Event(
            (verb - 2 * again, verb + 1),
            verb,
            verb,
            self._shared(event, verb),
            row[0],
            "done",
            event.sender,
            event.target,
            rule="noun-relative",
        )
        extra.definite, extra.weak = event.definite, event.weak
        return extra

    def _shared(self, event: Event, verb: int) -> list[str]:
        """ "travel bans and asset freezes placed on": both were placed."""
        measures = list(event.measures)
        for k in range(event.span[1], verb):
            match = self.words.nouns.match_at(self.t.lemma, k)
            if match is not None and match[1][0] != "anaphor":
                measures += [m for m in match[1][1] if m not in measures]
        return measures
