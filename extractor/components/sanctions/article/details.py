"""Dates, legal basis and reason of an event, from its sentence."""

from __future__ import annotations

from extractor.components.extraction import Extraction
from extractor.components.records import DateRecord
from extractor.components.sanctions.events import Event
from extractor.components.sanctions.text.phrases import Phrases


class Details:
    """Fills what an event's own sentence says beside its roles."""

    def __init__(self, phrases: Phrases, facts: Extraction, raw: str) -> None:
        self.p, self.t, self.facts, self.raw = phrases, phrases.t, facts, raw
        self._reasons = [
            tuple(phrase.split()) for phrase in sorted(phrases.words.of("reason_phrase"), key=len, reverse=True)
        ]

    def fill(self, event: Event) -> None:
        """Set dates, legal basis and reason of `event`."""
        first, last = self.t.sentence(event.node)
        event.legal_basis = event.legal_basis or self._legal_basis(first, last)
        event.reason = self._reason(event, last)
        self._dates(event, first, last)

    def _legal_basis(self, first: int, last: int) -> str | None:
        t = self.t
        for i in range(first, last):
            low = t.lower[i]
            if low == "resolution" and i + 1 < last and t.tag[i + 1] == "CD":
                return self._text(i, i + 2)
            if low == "order" and i and t.lower[i - 1] == "executive" and t.text[i - 1][0].isupper():
                end = i + 2 if i + 1 < last and t.tag[i + 1] == "CD" else i + 1
                return self._text(i - 1, end) if end > i + 1 else None
            if t.text[i] == "Act" and i > first and t.text[i - 1][:1].isupper():
                return self._text(self._name_start(i), i + 1)
        return None

    def _name_start(self, i: int) -> int:
        t, first = self.t, self.t.sentence(i)[0]
        start = i
        while start > first and (
            t.text[start - 1][:1].isupper() or t.lower[start - 1] in ("and", "of", "for", "the", "to")
        ):
            start -= 1
        while start < i and (not t.text[start][:1].isupper() or t.lower[start] in ("the", "under", "by")):
            start += 1
        return start

    def _text(self, a: int, b: int) -> str:
        start, end = self.t.span(a, b)
        return self.raw[start:end]

    def _reason(self, event: Event, last: int) -> str | None:
        t = self.t
        stop = event.target.span[1] if event.target and event.target.span else 0
        begin = max(event.span[1], stop if stop <= last else 0)
        for i in range(begin, min(last, begin + 25)):
            for words in self._reasons:
                if tuple(t.lower[i : i + len(words)]) == words and i + len(words) < last:
                    return self._clause(i + len(words), last)
        return None

    def _clause(self, a: int, last: int) -> str | None:
        t = self.t
        end = a
        while end < last and t.text[end] not in (",", ";", ".", ":", "(") and end - a < 30:
            end += 1
        return self._text(a, end) if end - a >= 1 and t.tag[a] not in ("CD",) else None

    def _dates(self, event: Event, first: int, last: int) -> None:
        t = self.t
        low, high = t.start[first], t.end[last - 1]
        near = [
            d for d in self.facts.dates if low <= d.start < high and d.date_start and d.timex_type in ("DATE", "TIME")
        ]
        if not near:
            return
        tokens = {d: next((k for k in range(first, last) if t.start[k] >= d.start), first) for d in near}
        for date in near:
            if self._is_expiry(date, tokens[date], event, first):
                event.expires = date.date_end
        if event.action == "expire" and event.stage == "scheduled" and event.expires is None:
            event.expires = near[-1].date_end
        if event.stage not in ("done", "scheduled", "planned", "in_force"):
            return
        if event.stage == "planned" and {"if", "unless"} & set(t.lower[first:last]):
            # "will be lifted by the end of the year if": the day is no surer than the condition.
            return
        # What follows the action dates it sooner than what stands before it.
        for date in sorted(near, key=lambda d: (tokens[d] < event.node, tokens[d])):
            at = tokens[date]
            if event.action == "none":
                break
            if date.granularity == "year" and (
                t.tag[at - 1] in ("DT", "PRP$") or at + 1 < last and t.tag[at + 1].startswith("NN")
            ):
                continue
            if date.date_end == event.expires and date.function in ("expiry", "deadline", None) and event.expires:
                continue
            if date.function == "background" and not 0 < at - event.node <= 4:
                continue
            if date.function in ("attribution", "publication", "deadline", "expiry", "duration"):
                continue
            if abs(at - event.node) > 14 or self._other_clause(event.node, at):
                continue
            if event.stage == "in_force" and (not at or t.lower[at - 1] != "since"):
                continue
            event.date_start, event.date_end = date.date_start, date.date_end
            if event.stage == "planned" and date.granularity in ("day", "part_of_day", "time", None):
                event.stage = "scheduled"
            break
        if event.action == "none" and event.stage == "in_force":
            self._since(event, near, tokens)

    def _since(self, event: Event, near: list[DateRecord], tokens: dict[DateRecord, int]) -> None:
        """ "under sanctions since 2011" is a state that lasts; "the May 2004 sanctions" tells when they began."""
        for date in near:
            at = tokens[date]
            if self.t.lower[at - 1] == "since" and 0 < at - event.span[1] <= 4:
                event.action, event.stage = "maintain", "in_force"
                event.date_start, event.date_end = date.date_start, date.date_end
            elif event.span[0] <= at < event.span[1]:
                event.action, event.stage = "impose", "done"
                event.date_start, event.date_end = date.date_start, date.date_end

    def _is_expiry(self, date: DateRecord, at: int, event: Event, first: int) -> bool:
        t = self.t
        if event.action == "none":
            return False
        before = [t.lower[k] for k in range(max(first, at - 5), at)]
        if not set(before) & self.p.words.of("expiry_word") or at < event.span[0]:
            return False
        return date.function in ("expiry", "deadline", None, "event", "other", "start", "") and not self._other_clause(
            event.node, at
        )

    def _other_clause(self, node: int, at: int) -> bool:
        """Another verb's clause lies between the event and the date."""
        t = self.t
        node = self.p.group(node)[0] if at < node else node
        a, b = sorted((node, at))
        return any(t.tag[k] in ("VBD", "VBZ", "VBP", "MD") and k != node for k in range(a + 1, b)) and (
            any(
                t.lower[k] in (",", "after", "as", "who", "that", "which", "when", "while", "because")
                for k in range(a + 1, b)
            )
        )
