"""What governs an act from outside: a verb, a noun or an adjective with its own stage, holder and governors."""

from __future__ import annotations

from extractor.components.sanctions.stages.embeddings import HOSTILE, Course
from extractor.components.sanctions.stages.gerunds import Gerunds
from extractor.components.sanctions.text.gaps import over_adjunct
from extractor.components.sanctions.text.vocabulary import Cue
from extractor.language.closed_classes import BE_OR_GET, NEGATIONS

_BEFORE_ADJECTIVE = BE_OR_GET | {"also", "could", "may", "might", "n't", "not"}
_WISHED = {"correct", "right"}


class Complements(Gerunds):
    """Takes up one governor after the other, outward."""

    def _apply(self, i: int, kind: str, cue: Cue | None, inner: int, action: str, course: Course, depth: int) -> None:
        """Take up one governor: its stage, its holder, and then what governs it."""
        t = self.t
        course.cue = i
        step = kind == "noun" and t.lemma[i] in self.words.of("step_noun")
        taken = self.p.before(self.p.start(i)) if step else -1
        if step and t.lemma[i] != "measure" and self._reached(i, taken):
            whose = self._joint_holder(self.p.start(i), i) if "POS" in t.tag[taken + 1 : i] else None
            course.sender = course.sender or whose or (self.p.right_phrase(i + 2) if t.lower[i + 1] == "by" else None)
            return
        if taken >= 0 and self.p.verb(taken) == "take" and depth < 3:
            # "must take action to impose": as far as what is taken.
            self._inherit(taken, action, course, depth)
            return
        if kind == "verb" and self.p.verb(i) in self.words.of("fending"):
            # "hopes to avoid": somebody means to impose them.
            self._compose(course, "threatened" if course.stage != "considered" else "considered", i)
            return
        made = self._made(i) if kind == "verb" and cue is None and depth < 3 else None
        if made is not None:
            # "A deal has been reached to lift", "calls were made to impose": as far as what is made.
            self._apply(made, "noun", self.words.cue("noun", t.lemma[made]), inner, action, course, depth + 1)
            return
        cue = self._read_as(i, kind, cue, inner, action, course)
        if cue is not None:
            self._take_up(i, kind, cue, inner, action, course)
        if depth > 3:
            return
        if kind == "verb":
            self._outer_verb(i, cue, action, course, depth)
            return
        if kind == "adjective":
            self._beside_adjective(i, course)
        self._beside_noun(i, kind, cue, action, course, depth)

    def _read_as(self, i: int, kind: str, cue: Cue | None, inner: int, action: str, course: Course) -> Cue | None:
        """The cue of a governor, where its form or neighbours do not make another or none of it."""
        t = self.t
        if kind == "noun" and t.lower[i] == "measures":
            # "announces measures to ban": not a bill, as "a measure to ban" is.
            return None
        if kind == "noun" and t.lemma[i] == "vote" and "unanimous" in t.lower[self.p.start(i) : i]:
            return None
        if kind == "noun" and cue is not None and cue.stage == "hypothetical":
            # "used its powers to impose": it did.
            used = self.p.before(self.p.start(i))
            return None if used >= 0 and self.p.verb(used) in self.words.of("exercising") else cue
        if kind != "verb":
            return cue
        name, to = self.p.verb(i), t.lower[inner] == "to"
        lasting = action in ("enforce", "maintain") and t.tag[i] in ("VBP", "VBZ")
        if name == "continue" and (t.tag[i] in ("VBD", "VBN") or lasting):
            # "has continued to impose": it did; "continues to maintain": it does.
            cue = None
        if to and self._another(i, inner, name, course):
            cue = None
        if name in self.words.of("bringing_about") and t.tag[i] in ("VBD", "VBN", "VBZ") and to:
            # "persuaded them to impose": they did.
            cue = self.words.cue("verb", "force")
        enabling = name in self.words.of("enabling") and to
        if enabling and (inner - i > 1 or any(a in BE_OR_GET for a in self.p.group(i)[1])):
            # "authorizes the President to impose": he may.
            self._compose(course, "hypothetical", i)
        return cue

    def _take_up(self, i: int, kind: str, cue: Cue, inner: int, action: str, course: Course) -> None:
        course.steps.append((kind, i))
        stage = cue.stage
        passive = kind == "verb" and self.t.tag[i] == "VBN" and any(a in BE_OR_GET for a in self.p.group(i)[1])
        if kind == "verb" and cue.holder == "addressee":
            self._addressee(i, inner, course, passive)
        elif kind == "verb" and cue.stage == "alleged":
            course.agent = course.agent or self._object(i, inner)
        elif kind == "verb" and cue.stage == "denied":
            stage, course.modality = ("alleged" if action == "violate" else "refused"), "denied"
        if stage == "refused" and self._denied(course) and kind == "verb":
            # "refused to rule out imposing": it may.
            course.stage = "considered"
        elif stage != "done":
            self._compose(course, stage, i)
        if cue.holder == "agent" and course.agent is None and kind == "verb":
            course.agent = self.subject(i)

    def _outer_verb(self, i: int, cue: Cue | None, action: str, course: Course, depth: int) -> None:
        keep = course.sender
        outer = Course(stage=course.stage, modality=course.modality, agent=course.agent, steps=course.steps)
        self._verb(i, action, outer, False, depth + 1)
        course.stage, course.modality = outer.stage, outer.modality
        course.agent = course.agent or outer.agent
        if cue is not None and cue.holder in ("addressee", "agent"):
            course.agent = course.agent or outer.sender
            course.sender = keep
        else:
            course.sender = keep or outer.sender
            course.addressee = course.addressee or outer.addressee

    def _beside_adjective(self, i: int, course: Course) -> None:
        """ "may be willing to", "is not ready to", "It is right to"."""
        t = self.t
        begin = i
        while begin > t.sentence(i)[0] and (t.lower[begin - 1] in _BEFORE_ADJECTIVE or t.tag[begin - 1] == "RB"):
            begin -= 1
        if {"could", "may", "might"} & set(t.lower[begin:i]):
            self._compose(course, "considered", i)
        if t.lower[i] == "able" and course.stage == "hypothetical" and {"was", "were"} & set(t.lower[begin:i]):
            # "was able to impose": it did.
            course.stage = "done"
        if t.lower[i] in _WISHED and "it" in t.lower[max(0, begin - 1) : begin]:
            self._compose(course, "called_for", i)
        if begin < i:
            if any(t.lower[k] in NEGATIONS for k in range(begin, i)):
                self._compose(course, "refused", i)
            course.sender = course.sender or self.subject(begin, begin)

    def _beside_noun(self, i: int, kind: str, cue: Cue | None, action: str, course: Course, depth: int) -> None:
        """What stands before a governing noun: its owner, a negation, the verb that takes it."""
        t = self.t
        start = self._whole(self.p.start(i))
        left = self.p.before(start)
        if kind != "noun":
            return
        if any(t.tag[k] in ("NNP", "POS", "NNPS") for k in range(start, i)):
            course.sender = course.sender or self._joint_holder(self.p.start(i), i)
            if cue is not None and cue.holder == "agent":
                course.agent, course.sender = course.agent or (start, i + 1), None
        elif t.lower[i + 1] in ("by", "of") and cue is not None and cue.holder == "sender" and action in HOSTILE:
            # "the readiness of Canada to impose"
            course.sender = course.sender or (self.p.right_phrase(i + 2) if t.tag[i + 2] != "VBG" else None)
        if left > 0 and t.lower[left] == "with" and course.sender is None:
            # "provides the President with the authority to"
            course.sender = self.p.left_phrase(left)
        own = cue is not None and cue.holder == "sender" and cue.stage == "planned" and course.sender is None
        if own and "PRP$" not in t.tag[start:i] and left > 0 and t.lower[left] in ("at", "in", "on"):
            # "is on the verge of imposing", "in preparation for"
            course.sender = self._first_subject(left)
        near = range(max(t.sentence(i)[0], start - 5), i)
        if any(t.lower[k] in NEGATIONS for k in near) or "no" in t.lower[start:i]:
            if t.lemma[i] == "time":
                # "Now is not the time to": somebody's opinion.
                course.stage = "opposed"
            else:
                self._compose(course, "refused", i)
        if left > 0 and t.tag[left] == "PRP" and self.p.verb(left - 1):
            # "give him a guarantee that"
            left -= 1
        if left >= 0 and depth < 3:
            self._taken(i, left, start, cue, action, course, depth)

    def _taken(self, i: int, left: int, start: int, cue: Cue | None, action: str, course: Course, depth: int) -> None:
        """The verb whose object the governing noun is: "rejected a bill to", "dropped its plan to"."""
        verb = self.p.verb(left)
        if verb is None and (phrasal := self._phrasal(left)) is not None:
            # "put down any idea of delaying"
            self._apply(phrasal[0], "verb", phrasal[1], start, action, course, depth + 1)
            return
        if verb is None and (over := over_adjunct(self.p, left)) >= 0:
            left, verb = over, self.p.verb(over)
        stage = cue.stage if cue is not None else ""
        if verb in self.words.of("rejecting") and stage == "proposed":
            # A chamber that rejects a bill blocks what the bill would do.
            self._compose(course, "blocked", left)
            course.sender = course.sender or self.subject(left)
        elif verb in self.words.of("giving_up") and stage in ("considered", "planned", "proposed", "threatened"):
            # "dropped its plan to impose"
            self._compose(course, "refused", left)
            course.sender = course.sender or self.subject(left)
        elif verb in self.words.of("favouring") and stage in ("planned", "proposed") and course.stage == stage:
            # "supports efforts to impose": who is for them asks for it.
            self._compose(course, "called_for", left)
            course.agent = course.agent or self.subject(left)
        elif verb in (self._taking_note if self.t.lemma[i] in ("announcement", "decision") else ()):
            # What was decided stays so, whatever others think of it.
            pass
        elif verb in self.words.of("rejecting") and stage == "threatened":
            # So does what others threaten.
            pass
        elif verb and verb not in self.words.of("saying_or_thinking"):
            # "say the decision to lift": a new clause begins with the noun.
            self._apply(left, "verb", self.words.cue("verb", verb), start, action, course, depth + 1)
        elif self.t.lower[left] in ("no", "without"):
            self._compose(course, "refused", left)

    def _whole(self, start: int) -> int:
        """ "U.S. and Japanese efforts": the first of two owners belongs to the phrase."""
        t, first = self.t, self.t.sentence(start)[0]
        names = ("JJ", "NNP", "NNPS")
        joined = start - 2 > first and t.lower[start - 1] == "and" and t.tag[start] in names
        return self.p.start(start - 2) if joined and t.tag[start - 2] in names else start

    def _made(self, i: int) -> int | None:
        """The noun that tells how far an act has come, as the subject of a passive verb that tells nothing of it."""
        t = self.t
        if t.tag[i] != "VBN" or not any(a in BE_OR_GET for a in self.p.group(i)[1]):
            return None
        found = self.subject(i)
        head = self.p.end(found[0]) - 1 if found is not None else -1
        cue = self.words.cue("noun", t.lemma[head]) if head >= 0 else None
        none = head >= 0 and "no" in t.lower[self.p.start(head) : head]
        return head if cue is not None and (none or cue.stage not in ("done", "hypothetical")) else None
