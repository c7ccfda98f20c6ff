"""Actions told by a gerund ("threatened with imposing", "by closing its ports") or a noun ("the lifting of")."""

from __future__ import annotations

from extractor.components.sanctions.stages.clause_parts import ClauseParts
from extractor.components.sanctions.stages.embeddings import Course
from extractor.components.sanctions.text.vocabulary import Cue
from extractor.language.closed_classes import BE_OR_GET

# With these a bargain is open still.
_OPEN = {"could", "if", "may", "will", "would"}
_AIMS = {"called_for", "considered", "hypothetical", "proposed"}


class Gerunds(ClauseParts):
    """Finds what governs "VERBing" and "the NOUN of"."""

    def _inherit(self, verb: int, action: str, course: Course, depth: int) -> None:
        raise NotImplementedError

    def _apply(self, i: int, kind: str, cue: Cue | None, inner: int, action: str, course: Course, depth: int) -> None:
        raise NotImplementedError

    def _verb(self, v: int, action: str, course: Course, passive: bool, depth: int) -> None:
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
            if verb in self.words.of("favouring") and not course.stage:
                # "would support imposing": who is for it asks for it.
                self._compose(course, "called_for", left)
                course.agent = course.agent or self.subject(left)
                return
            self._apply(left, "verb", self.words.cue("verb", verb), begin, action, course, depth)
            return
        if self._topic(left, course):
            return
        short = self._phrasal(self.p.before(left)) if low in ("from", "of", "on") else self._phrasal(left)
        if short is not None:
            # "stopped short of imposing", "ruled out imposing"
            self._apply(short[0], "verb", short[1], begin, action, course, depth)
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
            "toward",
            "towards",
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
                if low == "about" and t.lower[outer] in BE_OR_GET and (topic := self.subject(outer)) is not None:
                    # "The talks are about lifting"
                    noun = self.words.cue("noun", t.lemma[self.p.end(topic[0]) - 1])
                    self._compose(course, noun.stage if noun is not None else "done", outer)
                if verb and self.words.cue("verb", verb) and low not in ("by", "after"):
                    self._apply(outer, "verb", self.words.cue("verb", verb), left, action, course, depth)
                    return
                if noun and low in ("of", "for", "on", "to", "toward", "towards", "about", "in"):
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

    def _seen(self, helper: int, action: str, course: Course, depth: int) -> None:
        """ "wants to see the Council impose" asks for it; "It is good to see the Council impose": it takes place."""
        left = self.p.before(self.p.group(helper)[0])
        wished = "to" in self.p.group(helper)[1] and (self.p.verb(left) or self.t.lower[left]) in self.words.of(
            "wishing"
        )
        if wished:
            self._compose(course, "called_for", helper)
            course.agent = course.agent or self.subject(left)
        course.stage = course.stage or "done"

    def _aimed(self, left: int, action: str, depth: int) -> str | None:
        """ "should convene a meeting to expel": what is only asked for or weighed is aimed at no more than that."""
        t, first = self.t, self.t.sentence(left)[0] if left >= 0 else 0
        for k in range(left, max(first - 1, left - 10), -1):
            if self.p.verb(k):
                if t.tag[k] != "VB" or depth > 2:
                    return None
                aim = Course()
                self._verb(k, action, aim, False, depth + 1)
                return aim.stage if aim.stage in _AIMS else None
            if t.text[k] in (",", ";", ":"):
                return None
        return None

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
            if verb in self.words.of("commenting") and self.t.tag[left] != "VBG":
                # "welcomed the lifting of": what others have done.
                course.agent, course.stage = course.agent or self.subject(left), course.stage or "done"
                return
            if verb in self.words.of("relief_seeking") and action in ("ease", "lift", "suspend") and not course.stage:
                # "seeks the removal of": who has not imposed them.
                self._compose(course, "called_for", left)
                course.agent = course.agent or self.subject(left)
                return
            self._apply(left, "verb", cue, start, action, course, depth)
            if cue and cue.stage == "done" and course.stage is None:
                course.stage = "done"
            return
        if self._topic(left, course):
            return
        if (phrasal := self._phrasal(left)) is not None:
            # "ruled out the lifting of"
            self._apply(phrasal[0], "verb", phrasal[1], start, action, course, depth)
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
