"""Actions told by a gerund ("threatened with imposing", "by closing its ports") or a noun ("the lifting of")."""

from __future__ import annotations

from extractor.components.sanctions.embeddings import Course, Embeddings
from extractor.components.sanctions.vocabulary import Cue
from extractor.language.closed_classes import BE_OR_GET

_ASIDES = {"along", "especially", "including", "notably", "particularly", "such"}
# With these a bargain is open still.
_OPEN = {"could", "if", "may", "will", "would"}


class Gerunds(Embeddings):
    """Finds what governs "VERBing" and "the NOUN of"."""

    def _inherit(self, verb: int, action: str, course: Course, depth: int) -> None:
        raise NotImplementedError

    def _apply(self, i: int, kind: str, cue: Cue | None, inner: int, action: str, course: Course, depth: int) -> None:
        raise NotImplementedError

    def _gerund(self, begin: int, action: str, course: Course, depth: int) -> None:
        t = self.t
        left = self.p.before(begin)
        if (left < 0 or t.lower[left] in ("how", "that", "if")) and self._weighed(begin):
            # "Lifting the embargo would hurt", "how lifting the embargo could"
            self._compose(course, "hypothetical", begin)
        if left < 0:
            return
        low = t.lower[left]
        verb = self.p.verb(left)
        if low == "whether":
            self._compose(course, "considered", left)
            left = self.p.before(left)
            low, verb = (t.lower[left], self.p.verb(left)) if left >= 0 else ("", None)
        if verb == "include" and (listed := self.subject(left)) is not None:
            # "Ideas being considered included blocking": as far as what they are part of.
            cue = self.words.cue("noun", t.lemma[self.p.end(listed[0]) - 1])
            if cue is not None:
                self._compose(course, cue.stage, left)
                return
        if verb and low not in BE_OR_GET:
            self._apply(left, "verb", self.words.cue("verb", verb), begin, action, course, depth)
            return
        if t.tag[left].startswith("NN") and self.words.cue("noun", t.lemma[left]):
            self._apply(left, "noun", self.words.cue("noun", t.lemma[left]), begin, action, course, depth)
            return
        if low in (
            "of",
            "on",
            "for",
            "against",
            "from",
            "about",
            "in",
            "to",
            "by",
            "over",
            "with",
            "without",
            "despite",
            "after",
            "at",
        ):
            outer = self.p.before(left)
            if low == "for" and outer >= 0 and t.lower[outer] in ("exchange", "return") and t.lower[outer - 1] == "in":
                # "rejected an offer to reopen in exchange for lifting"
                self._compose(course, self._bargained(outer), outer)
                if course.stage == "refused":
                    course.sender = course.sender or self._first_subject(outer)
                return
            if low == "for" and (praised := self._praised(left)) is not None:
                # "I commend the President for renewing": what he has done.
                course.sender = course.sender or praised
                course.stage = course.stage or ("in_force" if action == "enforce" else None)
                return
            if outer >= 0:
                verb = self.p.verb(outer)
                noun = self.words.cue("noun", t.lemma[outer])
                if low == "against":
                    self._against(outer, action, course, depth)
                    return
                if verb and self.words.cue("verb", verb) and low not in ("by", "after"):
                    self._apply(outer, "verb", self.words.cue("verb", verb), left, action, course, depth)
                    return
                if noun and low in ("of", "for", "on", "to", "about", "in"):
                    self._apply(outer, "noun", noun, left, action, course, depth)
                    return
                near = self._cue_with_object(left, low)
                if near is not None:
                    self._apply(
                        near, "verb", self.words.cue("verb", self.p.verb(near) or ""), left, action, course, depth
                    )
                    return
            if low in ("without",):
                self._compose(course, "refused", left)
            elif low in ("over", "on", "about") and any(
                t.lemma[k] == "fail" for k in range(max(t.sentence(left)[0], left - 24), left)
            ):
                self._compose(course, "blocked", left)
        if low == "by" and depth < 3 and (outer := self.p.before(left)) >= 0 and self.p.verb(outer):
            # "would retaliate by closing its ports"
            self._inherit(outer, action, course, depth)
        owner = self._owner(left) if low in ("for", "in", "of", "on", "including") else None
        course.sender = course.sender or owner or self._absolute(begin) or self._first_subject(begin)
        # A participle beside the main clause shares its modality: "will respond, imposing …", "will hit them by".
        if low in (",", "by", "in", "and", ":") and depth < 3 and course.stage is None:
            for k in range(left - 1, t.sentence(begin)[0], -1):
                if t.tag[k] in ("VBD", "VBZ", "VBP") and (verb := self.p.verb(k)) and verb not in ("say", "announce"):
                    break
                if t.tag[k] == "MD":
                    cue = self.words.cue("auxiliary", t.lower[k])
                    self._compose(
                        course, cue.stage if cue is not None and cue.stage != "hypothetical" else "planned", k
                    )
                    break

    def _absolute(self, begin: int) -> tuple[int, int] | None:
        """ "with Canada threatening to withhold": the subject that a participle has of its own."""
        near, t = self.p.left_phrase(begin), self.t
        if near is None or near[0] <= t.sentence(begin)[0] or t.lemma[near[1] - 1] in self.words.anchors:
            return None
        # "Disappointment in Canada continuing its embargo".
        felt = t.lower[near[0] - 1] in ("at", "in", "over") and t.lemma[near[0] - 2] in self.words.of("displeasure")
        return near if felt or t.lower[near[0] - 1] == "with" else None

    def _bargained(self, i: int) -> str:
        """How far an act has come that is the price of another."""
        before = set(self.t.lemma[self.t.sentence(i)[0] : i])
        if before & self.words.of("declining"):
            return "refused"
        return "called_for" if before & self.words.of("demanding") else "proposed"

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

    def _noun(self, start: int, head: int, action: str, course: Course, depth: int) -> None:
        t = self.t
        for k in range(start, head):
            cue = self.words.cue("adjective", t.lower[k])
            if cue and cue.stage != "hypothetical":
                self._compose(course, cue.stage, k)
        left = self.p.before(start)
        if left < 0:
            return
        low = t.lower[left]
        verb = self.p.verb(left) if low not in ("concerning", "regarding") else None
        if verb and low not in BE_OR_GET:
            cue = self.words.cue("verb", verb)
            if verb in self.words.of("favouring") and not course.stage:
                # "supports the lifting of": who is for it asks for it.
                self._compose(course, "called_for", left)
                course.agent = course.agent or self.subject(left)
                return
            self._apply(left, "verb", cue, start, action, course, depth)
            if cue and cue.stage == "done" and course.stage is None:
                course.stage = "done"
            return
        if low in (
            "of",
            "for",
            "on",
            "to",
            "against",
            "about",
            "with",
            "in",
            "over",
            "from",
            "concerning",
            "regarding",
        ):
            outer = self.p.before(left)
            if outer < 0:
                return
            if t.lemma[outer] == "resolution" and any(
                t.lemma[k] == "vote" for k in range(max(t.sentence(outer)[0], outer - 6), outer)
            ):
                self._compose(course, "considered", outer)
                return
            verb, noun = self.p.verb(outer), self.words.cue("noun", t.lemma[outer])
            if low == "for" and t.lemma[outer] in ("exchange", "return"):
                # Who gives something for the lifting is the target.
                said = t.lemma[t.sentence(outer)[0] : outer]
                open_deal = _OPEN | self.words.of("bargaining")
                course.stage, course.exchange = "proposed" if open_deal & set(said) else "done", True
                course.agent = course.agent or self._first_subject(outer)
            elif low == "against" and (verb or noun):
                self._against(outer, action, course, depth)
            elif (near := self._cue_with_object(left, low)) is not None:
                self._apply(near, "verb", self.words.cue("verb", self.p.verb(near) or ""), left, action, course, depth)
            elif verb and self.words.cue("verb", verb):
                self._apply(outer, "verb", self.words.cue("verb", verb), left, action, course, depth)
            elif noun and low != "in":
                self._apply(outer, "noun", noun, left, action, course, depth)

    def _reached(self, i: int, left: int) -> bool:
        """ "Action to impose visa restrictions" as a heading, "the announcement of steps to impose": it was taken."""
        t = self.t
        if left < 0:
            first, last = t.sentence(i)
            return not any(t.tag[k] in ("MD", "VBD", "VBP", "VBZ") for k in range(first, min(last, i + 12)))
        if t.lemma[i] == "action" and t.lower[left] == "for" and t.tag[left + 1] == "PRP$":
            # "I commend him for his action to impose"
            return True
        return t.lower[left] == "of" and left > 0 and t.lemma[left - 1] == "announcement"
