"""What stands around a clause: conditions, reports, and how an outer stage is laid over an inner one."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.components.sanctions.text.subjects import Subjects
from extractor.components.sanctions.text.vocabulary import Cue
from extractor.language.closed_classes import BE_OR_GET, NEGATIONS

Span = tuple[int, int]
_CONDITIONS = {"if", "provided", "unless"}
_OVERRIDING = {"alleged", "blocked", "called_for", "denied", "opposed", "refused", "threatened"}
_POSSIBLE = {"can", "could"}
HOSTILE = {"expand", "extend", "impose", "reimpose", "retaliate"}


@dataclass(slots=True)
class Course:
    """What the climb found: stage, framing, and the phrases that hold the roles."""

    stage: str | None = None
    modality: str | None = None
    sender: Span | None = None
    agent: Span | None = None
    addressee: bool = False
    exchange: bool = False
    cue: int | None = None
    steps: list[tuple[str, int]] = field(default_factory=list)


class Embeddings(Subjects):
    """Conditions and embedding verbs of a clause."""

    def _mark(self, v: int) -> str | None:
        """The subordinator of the clause of `v`: "if", "unless", "whether" …"""
        t, first = self.t, self.t.sentence(v)[0]
        marks = self.words.cues.get("mark", {})
        for i in range(v - 1, max(first - 1, v - 16), -1):
            low = t.lower[i]
            if low in marks and (low != "should" or i == first):
                return low
            if low in (",", ";", ":", "that", "which", "who") or (
                t.tag[i] in ("VBD", "VBZ", "VBP") and low not in BE_OR_GET | {"have", "has", "had"}
            ):
                return None
        return None

    def _condition(self, v: int) -> str | None:
        """A conditional clause elsewhere in the sentence of `v`, whose main clause holds `v`."""
        t = self.t
        first, last = t.sentence(v)
        if self._mark(v) in _CONDITIONS:
            return None
        for i in range(first, last):
            if " ".join(t.lower[i : i + 4]) in ("in the event of", "in the event that", "in case of a"):
                return "if"
            if t.lower[i] == "should" and self._inverted(i):
                return "should"
            if t.lower[i] in ("if", "unless") and not (t.lower[i - 1] in ("as", "even") if i else False):
                after = t.lower[i + 1] if i + 1 < last else ""
                if after in ("any", "not") or after in self.words.of("condition_adjective"):
                    # "if necessary"
                    continue
                return t.lower[i]
        return None

    def _inverted(self, i: int) -> bool:
        """ "should Canada go on": the subject stands after "should", and no question is asked."""
        t = self.t
        first, last = t.sentence(i)
        if t.text[last - 1] == "?" or i > first and t.tag[i - 1] in ("PRP", "WDT", "WP", "WRB"):
            return False
        subject = self.p.right_phrase(i + 1) if i + 1 < last else None
        if subject is None:
            return False
        end = subject[1] + 1 if subject[1] < last and t.tag[subject[1]] == "RB" else subject[1]
        return end < last and t.tag[end] in ("VB", "VBP")

    def _reported(self, begin: int) -> bool:
        first = max(self.t.sentence(begin)[0], begin - 12)
        return not self.words.of("reporting_word").isdisjoint(self.t.lemma[first:begin])

    def _compose(self, course: Course, stage: str, i: int) -> None:
        """Lay an outer stage over the inner one."""
        inner = course.stage
        course.steps.append((stage, i))
        if inner in ("blocked", "refused") and stage == "called_for":
            # "urged them not to impose", "wants to block"
            course.stage = "opposed"
            return
        if stage == "done":
            return
        if inner in (None, "planned", "done", "in_force"):
            if not (inner == "planned" and stage == "hypothetical"):
                course.stage = stage
        elif (
            stage in _OVERRIDING
            and inner not in ("refused", "opposed")
            or inner == "hypothetical"
            and stage not in ("hypothetical", "planned")
        ):
            course.stage = stage

    def _embedding(self, start: int, v: int, action: str, course: Course, depth: int) -> None:
        """What stands around a finite clause: "if", "whether", "warned that", "denied that"."""
        t, first = self.t, self.t.sentence(v)[0]
        mark = self._mark(v)
        if mark in _CONDITIONS:
            self._compose(course, "hypothetical", v)
            course.modality = "conditional"
            return
        left = start - 1
        that = left >= first and t.lower[left] == "that"
        if mark == "whether":
            self._compose(course, "considered", v)
        while left >= first and t.lower[left] in ("that", "whether", '"', "``", ","):
            left -= 1
        if left < first or depth > 3:
            return
        if t.lower[left] in self.words.of("likelihood") and t.lower[left - 1] != "more":
            # "It is likely that the ban would be lifted"
            self._compose(course, "considered", left)
            return
        if t.lemma[left] in self.words.of("rumour_noun") and depth < 3:
            # "dismissed reports that it would ease"
            denied = self.words.cue("verb", self.p.verb(self.p.before(self.p.start(left))) or "")
            if denied is not None and denied.stage in ("denied", "refused"):
                course.stage, course.modality = ("alleged" if action == "violate" else "refused"), "denied"
                return
        owned = that or t.tag[left - 1] == "PRP$"
        if owned and depth < 3 and (noun := self._noun_that(left)) is not None:
            # "Mali's demand that Canada lift its sanctions", "It is my hope Canada will"
            self._compose(course, noun.stage, left)
            return
        if that and (warned := self._warned(left)) >= 0:
            left = warned
        verb = self.p.verb(left)
        if verb in ("believe", "think") and any(a in NEGATIONS for a in self.p.group(left)[1]):
            course.stage = "opposed"
            course.agent = course.agent or self.subject(left)
            return
        if verb in self.words.of("embedding"):
            self._apply_clause(left, verb or "", action, course)

    def _noun_that(self, i: int) -> Cue | None:
        """The cue of a noun that takes a clause with "that"."""
        known = self.t.tag[i].startswith("NN") and self.t.lemma[i] in self.words.of("clause_noun")
        return self.words.cue("noun", self.t.lemma[i]) if known else None

    def _warned(self, left: int, against: bool = False) -> int:
        """ "warned Mali that", "advised it against": the verb before the one who is told; -1 where there is none."""
        whom = self.p.left_phrase(left + 1)
        name = (self.p.verb(whom[0] - 1) or "") if whom is not None and whom[0] else ""
        cue = self.words.cue("verb", name)
        told = name in self.words.of("speaking_against") if against else cue is not None and cue.stage == "threatened"
        return whom[0] - 1 if whom is not None and told else -1

    def _apply_clause(self, i: int, verb: str, action: str, course: Course) -> None:
        cue = self.words.cue("verb", verb)
        if cue is None:
            return
        if cue.stage == "denied":
            course.stage, course.modality = ("alleged" if action == "violate" else "refused"), "denied"
        elif cue.stage == "threatened":
            if action in HOSTILE and course.stage in ("planned", "hypothetical", "considered", None):
                course.stage = "threatened"
        elif verb in self.words.of("wishing") and not self._of_itself(i):
            # "Mali hopes that Canada will lift": another is to act.
            self._compose(course, "called_for", i)
            course.agent = course.agent or self.subject(i)
        elif cue.stage in ("planned", "considered"):
            if course.stage in ("hypothetical", None, "planned"):
                course.stage = cue.stage
        elif cue.stage != "called_for" or not self._of_itself(i):
            # But "Canada insists that it will not lift" says what it does itself.
            self._compose(course, cue.stage, i)
        if cue.holder in ("agent", "addressee"):
            course.agent = course.agent or self.subject(i)

    def _of_itself(self, i: int) -> bool:
        """ "Canada hopes it can lift": the clause after the verb is about its own subject."""
        t = self.t
        k = i + 2 if t.lower[i + 1 : i + 2] == ["that"] else i + 1
        return k >= t.n or t.tag[k] == "PRP"

    def _modal(self, modal: str, v: int, begin: int, action: str, negated: bool, course: Course) -> None:
        cue = self.words.cue("auxiliary", modal)
        stage = cue.stage if cue else "planned"
        condition = self._condition(v)
        if condition and action in HOSTILE:
            course.modality = "conditional"
            if stage in ("planned", "hypothetical") or condition == "unless":
                stage = "threatened"
            elif modal in _POSSIBLE:
                # "could impose sanctions if it finds a breach"; who "may impose them if" weighs it.
                stage = "hypothetical"
        elif condition and modal in _POSSIBLE:
            stage = "hypothetical"
        elif stage == "hypothetical" and self._reported(begin):
            stage = "planned"
        if negated:
            stage = "refused" if stage != "called_for" else "opposed"
        if course.stage == "hypothetical" and modal in _POSSIBLE:
            # "can create a path to lifting"
            return
        self._compose(course, stage, v)

    def _against(self, outer: int, action: str, course: Course, depth: int) -> None:
        verb = self.p.verb(outer)
        warned = self._warned(outer, against=True) if verb is None else -1
        if warned >= 0:
            # "warned Canada against imposing"
            outer, verb = warned, self.p.verb(warned)
        stage = "refused" if verb in ("vote", "decide", None) else "opposed"
        self._compose(course, stage, outer)
        if verb:
            subject = self.subject(outer)
            if stage == "refused":
                course.sender = course.sender or subject
            else:
                course.agent = course.agent or subject

    def _addressee(self, i: int, inner: int, course: Course, passive: bool) -> None:
        if passive:
            course.sender = course.sender or self.subject(i)
            course.addressee = True
            return
        found = self._object(i, inner)
        if found is not None:
            course.sender, course.addressee = course.sender or found, True
