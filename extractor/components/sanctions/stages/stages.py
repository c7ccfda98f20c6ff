"""How far an action has come: from its verb or noun outward through control, modality and negation.

The cues work as in ConText (trigger words with a direction and a scope), but walk from governor to governor, by the
parse where its label says so and by word order where it does not.
"""

from __future__ import annotations

from extractor.components.sanctions.stages.complements import Complements
from extractor.components.sanctions.stages.embeddings import Course
from extractor.language.closed_classes import BE_OR_GET, MODALS, NEGATIONS

_HOSTILE = {"expand", "extend", "impose", "reimpose", "retaliate"}


class Stages(Complements):
    """Climbs from an action word to everything that governs it."""

    def of_verb(self, v: int, action: str, passive: bool = False) -> Course:
        """The course of the action whose verb is `v`."""
        course = Course()
        self._verb(v, action, course, passive, 0)
        if course.stage is None:
            course.stage = "done"
        if course.stage == "planned" and action in _HOSTILE and (self._condition(v) or self._readied(v, course)):
            course.stage, course.modality = "threatened", "conditional"
        return course

    def of_noun(self, start: int, head: int, action: str) -> Course:
        """The course of an action told by a noun, as in "the lifting of sanctions"."""
        course = Course()
        self._noun(start, head, action, course, 0)
        return course

    def _verb(self, v: int, action: str, course: Course, passive: bool, depth: int) -> None:
        t = self.t
        begin, aux = self.p.group(v)
        negated = any(a in NEGATIONS for a in aux) and "only" not in t.lower[begin:v]
        gerund = t.lower[v].endswith("ing") and t.tag[v] in ("VBG", "NN", "JJ") and not any(a in BE_OR_GET for a in aux)
        participle = t.tag[v] == "VBN" and not aux and depth == 0 and not passive and self._reduced(v)
        helper = self._helper(begin) if not aux and t.lower[v] == t.lemma[v] else None
        if helper is not None:
            course.sender = course.sender or self.p.left_phrase(begin)
            if self.p.verb(helper) in ("see", "watch"):
                self._seen(helper, action, course, depth)
                return
            self._apply(helper, "verb", self.words.cue("verb", self.p.verb(helper) or ""), begin, action, course, depth)
            return
        if begin and t.lower[begin - 1] == "nor":
            # "will not normalize relations, nor lift sanctions"
            self._compose(course, "refused", begin)
            course.sender = course.sender or self._first_subject(begin)
        if "to" in aux:
            stop = begin + next((k for k in range(v - begin) if t.lower[begin + k] == "to"), 0)
            if negated:
                self._compose(course, "refused", v)
            self._infinitive(stop, action, course, depth)
            return
        if gerund:
            self._gerund(begin, action, course, depth)
            if negated:
                self._compose(course, "refused", v)
            return
        modal = next((a for a in aux if a in MODALS), None)
        if modal is None and depth == 0 and t.tag[v] in ("VB", "VBP") and self._inverts(v):
            # "Would the government impose …?", "When will it impose …?"
            self._compose(course, "considered", v)
        if modal is not None and negated and depth and self._denied(course):
            # "will not rule out imposing"
            course.stage = "considered"
        elif modal is not None:
            self._modal(modal, v, begin, action, negated, course)
        elif negated and depth and self._denied(course):
            # "has not ruled out imposing"
            course.stage = "considered"
        elif negated and not (depth and self._asking(v)):
            self._compose(course, "refused", v)
        subject = None if participle else self.subject(v, begin)
        if subject is None and depth < 4:
            joined = self._joined(begin)
            if joined is not None:
                self._inherit(joined, action, course, depth)
                return
        if subject is None and not aux and depth == 0 and t.tag[v] in ("VB", "VBP") and begin == t.sentence(v)[0]:
            # An imperative, as in a list of demands.
            self._compose(course, "called_for", v)
        if not passive:
            course.sender = course.sender or subject
        self._embedding(subject[0] if subject else begin, v, action, course, depth)

    def _inherit(self, verb: int, action: str, course: Course, depth: int) -> None:
        before = course.stage
        inner = Course()
        self._verb(verb, action, inner, False, depth + 1)
        course.sender = course.sender or inner.sender
        course.agent, course.modality = course.agent or inner.agent, course.modality or inner.modality
        if inner.stage and before is None:
            self._compose(course, inner.stage, verb)

    def _infinitive(self, to: int, action: str, course: Course, depth: int) -> None:
        """Find what governs "to VERB"."""
        t, first = self.t, self.t.sentence(to)[0]
        if depth > 4:
            return
        left = to - 1
        if left > first and t.lower[left] == "together" and t.tag[left - 1] in ("VBD", "VBN"):
            # "worked together to impose": what they did.
            course.sender = course.sender or self.subject(left - 1)
            course.stage = course.stage or "done"
            return
        while left >= first and (
            t.tag[left] in ("RB", "RBR") or t.lower[left] in NEGATIONS or t.text[left] in ('"', "'")
        ):
            if t.lower[left] in NEGATIONS:
                self._compose(course, "refused", left)
            left -= 1
        while left > first and t.lower[left] in ("today", "yesterday") and t.tag[left - 1].startswith("NN"):
            # "the announcement today to impose"
            left -= 1
        if left >= first and t.lower[left] == "whether":
            self._compose(course, "considered", left)
            left -= 1
        if left > first and t.lower[left - 1 : left + 1] == ["in", "order"]:
            # "set up the firm in order to evade"
            self._compose(course, self._aimed(left - 2, action, depth) or "planned", to)
            course.sender = course.sender or self._first_subject(to)
            return
        if left >= first and t.lower[left] in ("how", "when", "as"):
            left -= 1
        if (turned := self._turned(to - 1)) is not None:
            course.stage = "refused" if course.stage is not None and turned == "refused" else course.stage or turned
            course.sender = course.sender or self._first_subject(to)
            return
        if (pressed := self._urged(to)) is not None:
            self._compose(course, "called_for", left)
            course.sender, course.addressee = course.sender or pressed, True
            return
        if left > first and t.tag[left].startswith("JJ") and t.lower[left - 1] == "too":
            # "too early to lift"
            self._compose(course, "opposed", left)
            return
        if left - 3 >= first and t.lower[left] == "possible" and t.lower[left - 1] == "as":
            # "move as swiftly as possible to impose"
            left = next((k - 1 for k in range(left - 2, max(first, left - 5), -1) if t.lower[k] == "as"), left)
        if left > first and self._topic(left, course):
            return
        if left >= first and t.lower[left] in ("and", "or", ","):
            joined = self._joined(left + 1)
            if joined is not None and "to" in self.p.group(joined)[1]:
                self._inherit(joined, action, course, depth + 1)
                return
        for i in range(left, max(first - 1, left - 18), -1):
            low = t.lower[i]
            verb = self.p.verb(i)
            if i == left and low in ("have", "has") and not NEGATIONS & set(self.p.group(i)[1]):
                # "do not have to": nothing is asked for.
                self._compose(course, "called_for", i)
                course.sender = course.sender or self.subject(i)
                return
            if verb and low not in BE_OR_GET and low not in ("have", "has", "had"):
                cue = self.words.cue("verb", verb)
                held = self.words.cue("adjective", low) if i == left and t.tag[i] == "VBN" and cue is None else None
                if held is not None:
                    # "is tempted to impose", "is entitled to impose"
                    self._apply(i, "adjective", held, to, action, course, depth)
                    return
                if verb == "take" and self.words.of("steps_taken") & set(t.lower[i + 1 : i + 4]) and depth < 3:
                    # "took action pursuant to a proclamation to impose"
                    self._inherit(i, action, course, depth)
                    return
                if cue is not None or i == left or t.head[to] == i:
                    self._apply(i, "verb", cue, to, action, course, depth)
                    return
                if t.tag[i] in ("VBD", "VBZ", "VBP"):
                    break
            elif (
                (i == left or self._attached(i, left))
                and self.words.cue("noun", t.lemma[i])
                and t.tag[i].startswith("NN")
            ):
                self._apply(i, "noun", self.words.cue("noun", t.lemma[i]), to, action, course, depth)
                return
            elif (i == left or self._for_somebody(i, left)) and self.words.cue("adjective", low):
                self._apply(i, "adjective", self.words.cue("adjective", low), to, action, course, depth)
                return
            elif low in (";", ":"):
                break
        charged = next((k for k in range(to - 2, max(first, to - 12), -1) if t.lower[k : k + 2] == ["up", "to"]), None)
        if charged is not None and {"is", "was", "be"} & set(t.lower[charged - 2 : charged]):
            # "It is up to the Council to impose"
            self._compose(course, "called_for", to)
            course.sender = course.sender or self.p.right_phrase(charged + 2)
            return
        self._compose(course, self._aimed(left, action, depth) or "planned", to)
        course.sender = course.sender or self._first_subject(to)
