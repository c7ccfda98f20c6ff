"""Participants, place, topic and day in the clause of a meeting."""

from __future__ import annotations

from extractor.components.meetings.candidate import Candidate
from extractor.components.meetings.clauses import ClauseReader
from extractor.components.meetings.participants import Party
from extractor.components.meetings.words import (
    BOUNDARY,
    NO_DATE_FUNCTIONS,
    TOPIC,
    TOPIC_LINKS,
    WITH,
)
from extractor.components.records import DateRecord
from extractor.language.closed_classes import FINITE_TAGS
from extractor.language.phrases import is_calendar, right_edge


class CircumstanceReader(ClauseReader):
    """What a clause says of a meeting behind its noun or verb: with whom, where, on what, and on which day."""

    def _scan(self, found: Candidate, at: int, stop: int, visit: bool) -> list[Party]:
        """Read the phrases behind the anchor; set place and topic, return the participants they name."""
        tokens = self.tokens
        out: list[Party] = []
        k = at
        while k < stop:
            lower = tokens.lower[k]
            if k in self.dates:
                k = self.dates[k][0]
            elif (
                is_calendar(tokens, k)
                or tokens.tag[k] in ("RB", "RBR")
                or lower in (",", "(", ")", "here", "and", "late", "early", "'s")
            ):
                if lower == "," and not (
                    k + 1 < stop
                    and (
                        tokens.pos[k + 1] in ("ADP", "ADV")
                        or k + 1 in self.dates
                        or tokens.lower[k + 1] in ("to", "on", "and")
                    )
                ):
                    break
                k += 1
            elif (
                lower in self.words.of("topic_participle")
                and k + 1 < stop
                or lower == "to"
                and k + 2 < stop
                and tokens.lower[k + 1] in self.words.of("topic_verb")
                and tokens.pos[k + 2] not in ("CCONJ", "ADV", "SCONJ", "PART")
            ):
                end = right_edge(tokens, self._head(k + 2, stop), stop, TOPIC_LINKS)
                found.topic = found.topic or (k + 2, end)
                k = end
            elif lower in WITH or lower in ("to", "in", "at", "near", "outside") or lower in TOPIC:
                k = self._phrase(found, k, stop, visit, out)
            elif lower in ("behind", "for", "during", "as", "since", "until", "before", "after", "by", "without"):
                end = self._object_end(k + 1, stop)
                if lower in ("as", "since", "before", "after", "until") or end <= k + 1:
                    break
                k = end
            else:
                break
        found.scanned = k
        return out

    def _phrase(self, found: Candidate, k: int, stop: int, visit: bool, out: list[Party]) -> int:
        tokens = self.tokens
        lower = tokens.lower[k]
        first = k + 1
        if first in self.dates:
            return self.dates[first][0]
        if lower == "from" and visit:
            end = self._object_end(first, stop)
            return max(end, first)
        if lower in ("by", "from") and found.rule.startswith("noun") and found.kind != "visit":
            return stop
        if lower in WITH:
            end = self._list_end(first, stop)
            out.extend(self.parties.read(first, end, places_too=lower in ("between", "among")))
            return max(end, first)
        if lower in TOPIC:
            end = right_edge(tokens, self._head(first, stop), stop, TOPIC_LINKS)
            if (
                end > first
                and not any(tokens.lower[j] in self.words.of("no_topic") for j in range(first, end))
                and not is_calendar(tokens, first)
                and tokens.pos[first] != "NUM"
            ):
                found.topic = found.topic or (first, end)
            return max(end, first)
        end = self._object_end(first, stop)
        span = self._place_span(first, end)
        if lower == "to":
            if not visit or span is None:
                return max(end, first)
            found.place = found.place or span
            out.extend(p for p in self.parties.read(first, end) if p.kind in ("country", "organization"))
            return max(end, first)
        if span is not None and first not in self.dates:
            found.place = found.place or span
        elif (
            lower == "at"
            and end > first
            and tokens.pos[end - 1] in ("NOUN", "PROPN")
            and not is_calendar(tokens, end - 1)
            and end - first <= 6
            and not (set(range(first, end)) & self.dated)
            and tokens.lower[end - 1] in self.words.of("venue")
        ):
            found.place = found.place or (first, end)
        return max(end, first)

    def _date(self, found: Candidate, start: int, stop: int, anchor: int) -> None:
        """The day of the meeting: the first date behind the anchor in its clause, else one ahead with no verb
        between.
        """
        tokens = self.tokens
        if not self.dates:
            return
        lower = tokens.lower
        for k in range(anchor + 1, stop):
            if (
                k in self.dates
                and lower[k] in ("next", "tomorrow")
                and found.status in ("held", "ongoing")
                and tokens.tag[anchor] != "VBD"
            ):
                found.status = "planned"
            if lower[k] in self.words.cues["adverb"] and found.status == "planned":
                found.status = "possible"
            if k in self.dates and self._takes(k):
                self._set_date(found, self.dates[k][1])
                return
        group = set(self.status.group(anchor)[0]) if tokens.tag[anchor][:1] == "V" else set()
        finite = 0
        for k in range(anchor - 1, start - 1, -1):
            if k in self.dates and self.dates[k][0] <= anchor:
                if self._takes(k) and lower[k - 1 : k] not in (["after"], ["following"]):
                    self._set_date(found, self.dates[k][1])
                return
            if tokens.tag[k] in FINITE_TAGS and k not in group:
                finite += 1
                if finite > (0 if tokens.tag[anchor] in FINITE_TAGS else 1):
                    return
            if lower[k] == "when" and k - 2 >= start:
                before = k - 2 if lower[k - 1] == "," else k - 1
                for d in range(before, max(start - 1, before - 6), -1):
                    if d in self.dates and self.dates[d][0] == before + 1:
                        self._set_date(found, self.dates[d][1])
                return
            if lower[k] in BOUNDARY or lower[k] == "that" and tokens.tag[k] in ("IN", "WDT"):
                return

    def _takes(self, k: int) -> bool:
        date = self.dates[k][1]
        before = self.tokens.lower[k - 1] if k else ""
        return (
            date.date_start is not None and date.timex_type in ("DATE", "TIME")
            and date.function not in NO_DATE_FUNCTIONS and before not in ("since", "until", "till", "by", "of", "from")
        )  # fmt: skip

    def _set_date(self, found: Candidate, date: DateRecord) -> None:
        members = self.ranges.get(id(date.range), [date]) if date.range is not None else [date]
        starts = [d.date_start for d in members if d.date_start]
        ends = [d.date_end or d.date_start for d in members if d.date_end or d.date_start]
        found.date_start, found.date_end = (
            (min(starts) if starts else None),
            (max(e for e in ends if e) if ends else None),
        )

    def _settle(self, found: Candidate) -> None:
        """Reconcile the status with the day: what is dated behind publication has not been held."""
        if found.date_start and self.published:
            if found.status in ("held", "ongoing") and found.date_start > self.published:
                found.status = "planned"
            elif found.status == "ongoing" and (found.date_end or found.date_start) < self.published:
                found.status = "held"
