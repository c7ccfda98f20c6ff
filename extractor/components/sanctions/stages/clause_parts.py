"""What stands around a gerund or an infinitive: its own subject, whom its clause praises or presses, what it is for."""

from __future__ import annotations

from extractor.components.sanctions.stages.embeddings import Course, Embeddings
from extractor.components.sanctions.text.vocabulary import Cue
from extractor.language.closed_classes import BE, NEGATIONS

_NO = {"little", "no"}
# With these a bargain is open still.
_OPEN = {"could", "if", "may", "will", "would"}
_ASIDES = {"along", "especially", "including", "notably", "particularly", "such"}


class ClauseParts(Embeddings):
    """Finds parts of the clause around "VERBing" and "to VERB"."""

    def _phrasal(self, i: int) -> tuple[int, Cue] | None:
        """ "stop short", "rule out": a cue of two words that ends at `i`, with its verb."""
        verb = self.p.verb(i - 1) if i > 0 else None
        cue = self.words.cue("verb", f"{verb} {self.t.lower[i]}") if verb else None
        return (i - 1, cue) if cue is not None else None

    def _absolute(self, begin: int) -> tuple[int, int] | None:
        """ "with Canada threatening to withhold": the subject that a participle has of its own."""
        near, t = self.p.left_phrase(begin), self.t
        if near is None or near[0] <= t.sentence(begin)[0] or t.lemma[near[1] - 1] in self.words.anchors:
            return None
        # "Disappointment in Canada continuing its embargo".
        felt = t.lower[near[0] - 1] in ("at", "in", "over") and t.lemma[near[0] - 2] in self.words.of("displeasure")
        return near if felt or t.lower[near[0] - 1] == "with" else None

    def _urged(self, to: int) -> tuple[int, int] | None:
        """ "Pressure is growing on Canada to impose": who is pressed, right before "to"."""
        t, first = self.t, self.t.sentence(to)[0]
        whom = self.p.left_phrase(to)
        if whom is None or whom[0] - 2 < first or t.lower[whom[0] - 1] != "on":
            return None
        near = range(max(first, whom[0] - 6), whom[0] - 1)
        return whom if any(t.lemma[k] == "pressure" and t.tag[k] == "NN" for k in near) else None

    def _bargained(self, i: int, settled: str) -> str:
        """ "rejected an offer to reopen in exchange for lifting": how far the price of another act has come."""
        before = set(self.t.lemma[self.t.sentence(i)[0] : i])
        if before & self.words.of("declining"):
            return "refused"
        if before & self.words.of("demanding") and settled != "done":
            return "called_for"
        return "proposed" if before & (_OPEN | self.words.of("bargaining")) else settled

    def _owner(self, preposition: int) -> tuple[int, int] | None:
        """ "Canada's partnership and its leadership in enacting": whose it is."""
        t, first = self.t, self.t.sentence(preposition)[0]
        if t.lower[preposition] == "including":
            # "Peru's support for us, including imposing sanctions"
            marks = [k for k in range(first + 1, preposition) if t.tag[k] == "POS" and t.tag[k - 1].startswith("NNP")]
            return (self.p.start(marks[0] - 1), marks[0]) if len(marks) == 1 else None
        if preposition - 1 < first or not t.tag[preposition - 1].startswith("NN"):
            return None
        start = self.p.start(preposition - 1)
        marks = [k for k in range(start, preposition) if t.tag[k] == "POS"]
        if not marks and (t.lower[start] in ("its", "their") or t.lower[start - 1] == "and"):
            marks = [k for k in range(first + 1, start) if t.tag[k] == "POS"]
        if not marks or not t.tag[marks[-1] - 1].startswith("NNP"):
            return None
        return self.p.start(marks[-1] - 1), marks[-1]

    def _praised(self, preposition: int) -> tuple[int, int] | None:
        """Whom the verb before "for" praises or blames."""
        t, first = self.t, self.t.sentence(preposition)[0]
        for k in range(preposition - 1, max(first - 1, preposition - 14), -1):
            if self.p.verb(k) in self.words.of("praising"):
                found = self.p.right_phrase(k + 1)
                return found if found is not None and found[1] <= preposition else None
            if t.text[k] == ";" or t.text[k] == "," and k < preposition - 1 and t.lower[k + 1] not in _ASIDES:
                return None
        return None

    def _weighed(self, begin: int) -> bool:
        """Is the gerund the subject of a verb with a modal?"""
        t, last = self.t, self.t.sentence(begin)[1]
        for k in range(begin + 1, min(last, begin + 14)):
            if t.tag[k] in ("MD", "VBZ"):
                # "Lifting it would hurt", "Lifting it sends the wrong signal"
                return True
            if t.tag[k] in ("VBD", "VBP") or t.text[k] == ",":
                return False
        return False

    def _reached(self, i: int, left: int) -> bool:
        """ "Action to impose visa restrictions" as a heading, "the announcement of steps to impose": it was taken."""
        t = self.t
        if left < 0:
            first, last = t.sentence(i)
            return not any(t.tag[k] in ("MD", "VBD", "VBP", "VBZ") for k in range(first, min(last, i + 12)))
        if t.lemma[i] == "action" and ({"POS", "PRP$"} & set(t.tag[left:i]) or t.lower[i + 1] == "by"):
            # "I commend him for his action to impose", "the president's actions to ban", "the action by Canada to"
            return True
        return t.lower[left] == "of" and left > 0 and t.lemma[left - 1] == "announcement"

    def _turned(self, left: int) -> str | None:
        """ "has yet to impose": refused; "went on to impose": done; "has no choice but to": called for."""
        t, first = self.t, self.t.sentence(left)[0]
        pair = t.lower[max(first, left - 1) : left + 1]
        if pair in (["has", "yet"], ["have", "yet"], ["had", "yet"]):
            return "refused"
        if pair == ["went", "on"] or pair == ["going", "on"]:
            return "done"
        if t.lower[left] == "ought":
            return "called_for"
        start = self.p.start(left)
        if t.lemma[max(first, start - 1)] in ("be", "become") and self.words.of("first_or_latest") & set(
            t.lower[start : left + 1]
        ):
            # "was the first state to impose"
            return "done"
        if t.lower[left] == "but" and t.lower[left - 1] in self.words.of("choice_noun") and t.lower[left - 2] in _NO:
            return "done" if t.lower[left - 3] in ("had", "left") else "called_for"
        return None

    def _topic(self, i: int, course: Course) -> bool:
        """ "Their demand is the lifting", "the plan was to impose": as far as what the act is said to be."""
        t = self.t
        if i < 0 or t.lower[i] not in BE:
            return False
        found = self.subject(i)
        head = self.p.end(found[0]) - 1 if found is not None else -1
        cue = self.words.cue("noun", t.lemma[head]) if head >= 0 else None
        if found is None or cue is None or cue.stage == "done":
            return False
        self._compose(course, cue.stage, i)
        if cue.holder == "agent":
            course.agent = course.agent or (found[0], head + 1)
        return True

    def _inverts(self, v: int) -> bool:
        """Does the sentence open with a modal, or ask with one near its start?"""
        t = self.t
        first, last = t.sentence(v)
        asks = t.text[last - 1] == "?" and any(t.tag[k] == "MD" for k in range(first, min(v, first + 4)))
        return t.tag[first] == "MD" or asks

    def _denied(self, course: Course) -> bool:
        """Is the act refused so far, and not only put off? What is denied on top of it is open."""
        put_off = any(kind == "verb" and self.p.verb(i) in self.words.of("postponing") for kind, i in course.steps)
        return course.stage == "refused" and not put_off

    def _asking(self, v: int) -> bool:
        """ "has not decided whether to impose", "does not know if it will": open, and not refused."""
        return self.t.lower[v + 1 : v + 2] in (["if"], ["whether"])

    def _readied(self, v: int, course: Course) -> bool:
        """ "If Mali goes ahead, we will act. Canada is ready to impose sanctions": the condition holds on."""
        t = self.t
        adjectives = {t.lower[i] for kind, i in course.steps if kind == "adjective"}
        index = t.sent[v]
        return index > 0 and bool(adjectives & {"prepared", "ready"}) and t.lower[t.sents[index - 1][0]] == "if"

    @property
    def _taking_note(self) -> frozenset[str]:
        return self.words.of("pondering") | self.words.of("commenting")

    def _another(self, i: int, inner: int, name: str | None, course: Course) -> bool:
        """ "wants Canada to impose", "expects Peru to lift": another is to act."""
        wished = name in self.words.of("wishing")
        whom = self._object(i, inner) if wished or name == "expect" else None
        whose = self.p.left_phrase(inner) if name in self.words.of("relief_seeking") and not wished else None
        if whose is not None and self.t.lower[whose[0] - 1] == "for":
            # "seeks a deal and for Canada to lift"
            whom, wished = whose, True
        if whom is None:
            return False
        unwanted = any(a in NEGATIONS for a in self.p.group(i)[1])
        self._compose(course, ("opposed" if unwanted else "called_for") if wished else "planned", i)
        course.sender, course.addressee = course.sender or whom, True
        return True

    def _joint_holder(self, start: int, i: int) -> tuple[int, int]:
        """ "Washington and the EU plan to": all who hold the plan, decision or power of the noun `i`."""
        named = self.t.tag[start - 1 : start] == ["CC"] and start > 1 and self.t.tag[start - 2] in ("NNP", "NNPS")
        whole = self.p.left_phrase(i + 1) if named and self.t.lower[start - 1] == "and" else None
        return whole if whole is not None and whole[0] < start else (start, i + 1)
