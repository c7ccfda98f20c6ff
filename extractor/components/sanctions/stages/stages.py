"""How far an action has come: from its verb or noun outward through control, modality and negation.

The cues work as in ConText (trigger words with a direction and a scope), but walk from governor to governor, by the
parse where its label says so and by word order where it does not.
"""

from __future__ import annotations

from extractor.components.sanctions.stages.complements import Complements
from extractor.components.sanctions.stages.embeddings import HOSTILE, Course
from extractor.language.closed_classes import BE_OR_GET, MODALS, NEGATIONS


class Stages(Complements):
    """Climbs from an action word to everything that governs it."""

    def of_verb(self, v: int, action: str, passive: bool = False) -> Course:
        """The course of the action whose verb is `v`."""
        course = Course()
        self._verb(v, action, course, passive, 0)
        if course.stage is None:
            course.stage = "done"
        if course.stage == "planned" and action in HOSTILE and (self._condition(v) or self._readied(v, course)):
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
        if not aux and t.lower[v] == t.lemma[v] and (helper := self._helper(begin)) is not None:
            self._bare(helper, begin, action, course, depth)
            return
        if begin and t.lower[begin - 1] == "nor":
            # "will not normalize relations, nor lift sanctions"
            self._compose(course, "refused", begin)
            course.sender = course.sender or self._first_subject(begin)
        if "to" in aux:
            if negated:
                self._compose(course, "refused", v)
            self._infinitive(begin + t.lower[begin:v].index("to"), action, course, depth)
            return
        if gerund:
            self._gerund(begin, action, course, depth)
            if negated:
                self._compose(course, "refused", v)
            return
        if depth == 0 and t.tag[v] in ("VB", "VBP") and not any(a in MODALS for a in aux) and self._inverts(v):
            # "Would the government impose …?", "When will it impose …?"
            self._compose(course, "considered", v)
        self._mood(v, begin, aux, negated, action, course, depth)
        subject = None if participle else self.subject(v, begin)
        if subject is None and depth < 4 and (joined := self._joined(begin)) is not None:
            self._inherit(joined, action, course, depth)
            return
        if subject is None and not aux and depth == 0 and t.tag[v] in ("VB", "VBP") and begin == t.sentence(v)[0]:
            # An imperative, as in a list of demands.
            self._compose(course, "called_for", v)
        if not passive:
            course.sender = course.sender or subject
        self._embedding(subject[0] if subject else begin, v, action, course, depth)

    def _bare(self, helper: int, begin: int, action: str, course: Course, depth: int) -> None:
        """ "helped Mali evade", "wants to see Canada impose": the verb at `helper` takes a bare infinitive."""
        course.sender = course.sender or self.p.left_phrase(begin)
        name = self.p.verb(helper) or ""
        if name in ("see", "watch"):
            self._seen(helper, action, course, depth)
        else:
            self._apply(helper, "verb", self.words.cue("verb", name), begin, action, course, depth)

    def _mood(self, v: int, begin: int, aux: list[str], negated: bool, action: str, course: Course, depth: int) -> None:
        """What the modal and the negation of a finite verb say."""
        modal = next((a for a in aux if a in MODALS), None)
        if negated and depth and self._denied(course):
            # "will not rule out imposing", "has not ruled out imposing"
            course.stage = "considered"
        elif modal is not None:
            self._modal(modal, v, begin, action, negated, course)
        elif negated and not (depth and self._asking(v)):
            self._compose(course, "refused", v)

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
        left = self._left_of_infinitive(to, course)
        if self._set_phrase(to, left, action, course, depth):
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
        if self._governed(left, to, action, course, depth):
            return
        charged = next((k for k in range(to - 2, max(first, to - 12), -1) if t.lower[k : k + 2] == ["up", "to"]), None)
        if charged is not None and {"is", "was", "be"} & set(t.lower[charged - 2 : charged]):
            # "It is up to the Council to impose"
            self._compose(course, "called_for", to)
            course.sender = course.sender or self.p.right_phrase(charged + 2)
            return
        self._compose(course, self._aimed(left, action, depth) or "planned", to)
        course.sender = course.sender or self._first_subject(to)

    def _left_of_infinitive(self, to: int, course: Course) -> int:
        """The token that may govern "to", left of adverbs, negations, "whether" and "how"."""
        t, first, left = self.t, self.t.sentence(to)[0], to - 1
        if left > first and t.lower[left] == "together" and t.tag[left - 1] in ("VBD", "VBN"):
            return left
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
        return left - 1 if left >= first and t.lower[left] in ("how", "when", "as") else left

    def _set_phrase(self, to: int, left: int, action: str, course: Course, depth: int) -> bool:
        """Does a set phrase before "to" tell the stage: "in order to", "has yet to", "too early to"?"""
        t, first = self.t, self.t.sentence(to)[0]
        if left > first and t.lower[left] == "together":
            # "worked together to impose": what they did.
            course.sender = course.sender or self.subject(left - 1)
            course.stage = course.stage or "done"
        elif left > first and t.lower[left - 1 : left + 1] == ["in", "order"]:
            # "set up the firm in order to evade"
            self._compose(course, self._aimed(left - 2, action, depth) or "planned", to)
            course.sender = course.sender or self._first_subject(to)
        elif (turned := self._turned(to - 1)) is not None:
            course.stage = "refused" if course.stage is not None and turned == "refused" else course.stage or turned
            course.sender = course.sender or self._first_subject(to)
        elif (pressed := self._urged(to)) is not None:
            self._compose(course, "called_for", left)
            course.sender, course.addressee = course.sender or pressed, True
        elif left > first and t.tag[left].startswith("JJ") and t.lower[left - 1] == "too":
            # "too early to lift"
            self._compose(course, "opposed", left)
        elif left >= first and t.lower[left] in ("have", "has") and not NEGATIONS & set(self.p.group(left)[1]):
            # "has to lift", but "do not have to": nothing is asked for.
            self._compose(course, "called_for", left)
            course.sender = course.sender or self.subject(left)
        else:
            return False
        return True

    def _governed(self, left: int, to: int, action: str, course: Course, depth: int) -> bool:
        """Take up the verb, noun or adjective at or before `left` that "to VERB" hangs on."""
        t, first = self.t, self.t.sentence(to)[0]
        for i in range(left, max(first - 1, left - 18), -1):
            low, verb = t.lower[i], self.p.verb(i)
            if verb and low not in BE_OR_GET and low not in ("have", "has", "had"):
                cue = self.words.cue("verb", verb)
                held = self.words.cue("adjective", low) if i == left and t.tag[i] == "VBN" and cue is None else None
                if held is not None:
                    # "is tempted to impose", "is entitled to impose"
                    self._apply(i, "adjective", held, to, action, course, depth)
                    return True
                if verb == "take" and self.words.of("steps_taken") & set(t.lower[i + 1 : i + 4]) and depth < 3:
                    # "took action pursuant to a proclamation to impose"
                    self._inherit(i, action, course, depth)
                    return True
                if verb == "take" and t.tag[i] == "VBN" and t.lower[i - 1] in self.words.of("steps_taken"):
                    # "the action taken by Canada to impose"
                    course.stage = course.stage or "done"
                    course.sender = course.sender or (self.p.right_phrase(i + 2) if t.lower[i + 1] == "by" else None)
                    return True
                if cue is not None or i == left or t.head[to] == i:
                    self._apply(i, "verb", cue, to, action, course, depth)
                    return True
                if t.tag[i] in ("VBD", "VBZ", "VBP"):
                    return False
            elif t.tag[i].startswith("NN") and self.words.cue("noun", t.lemma[i]) and self._takes(i, left):
                self._apply(i, "noun", self.words.cue("noun", t.lemma[i]), to, action, course, depth)
                return True
            elif (i == left or self._for_somebody(i, left)) and self.words.cue("adjective", low):
                self._apply(i, "adjective", self.words.cue("adjective", low), to, action, course, depth)
                return True
            elif low in (";", ":"):
                return False
        return False

    def _takes(self, noun: int, left: int) -> bool:
        return noun == left or self._attached(noun, left)
