"""Actions told by a gerund ("threatened with imposing", "by closing its ports") or a noun ("the lifting of")."""

from __future__ import annotations

from extractor.components.sanctions.stages.clause_parts import ClauseParts
from extractor.components.sanctions.stages.embeddings import Course
from extractor.components.sanctions.text.vocabulary import Cue
from extractor.language.closed_classes import BE_OR_GET, FINITE_TAGS

_BEFORE_NOUN = {"about", "against", "concerning", "for", "from", "in", "of", "on", "over", "regarding", "to", "with"}
_BEFORE_GERUND = _BEFORE_NOUN | {"after", "at", "by", "despite", "through", "toward", "towards", "via", "without"}
_OF_NOUN = {"about", "for", "in", "of", "on", "to", "toward", "towards"}
_MEANS = {"by", "through", "via"}
_BESIDE = _MEANS | {",", ":", "and", "in"}
_DASHES = {",", "-", "--", "–", "—"}
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
        """Find what governs "VERBing"."""
        t = self.t
        left = self.p.before(begin)
        if self._heads_clause(left, begin) and self._weighed(begin):
            # "Lifting the embargo would hurt", "how lifting the embargo could"
            self._compose(course, "hypothetical", begin)
        if left >= 0 and t.lower[left] == "whether":
            self._compose(course, "considered", left)
            left = self.p.before(left)
        if left < 0:
            return
        low, verb = t.lower[left], self.p.verb(left)
        if verb == "include" and (listed := self.subject(left)) is not None:
            # "Ideas being considered included blocking": as far as what they are part of.
            cue = self.words.cue("noun", t.lemma[self.p.end(listed[0]) - 1])
            if cue is not None:
                self._compose(course, cue.stage, left)
                return
        if verb and low not in BE_OR_GET:
            if not self._favoured(left, course):
                self._apply(left, "verb", self.words.cue("verb", verb), begin, action, course, depth)
            return
        if self._topic(left, course):
            return
        short = self._phrasal(self.p.before(left)) if low in ("from", "of", "on") else self._phrasal(left)
        if short is not None:
            # "stopped short of imposing", "ruled out imposing"
            self._apply(short[0], "verb", short[1], begin, action, course, depth)
            return
        if t.tag[left].startswith("NN") and (noun := self.words.cue("noun", t.lemma[left])):
            self._apply(left, "noun", noun, begin, action, course, depth)
            return
        if low in _BEFORE_GERUND and self._after_preposition(left, action, course, depth):
            return
        if low in _MEANS and depth < 3 and (outer := self.p.before(left)) >= 0 and self.p.verb(outer):
            # "would retaliate by closing its ports"
            self._inherit(outer, action, course, depth)
        owner = self._owner(left) if low in ("for", "in", "of", "on", "including") else None
        course.sender = course.sender or owner or self._absolute(begin) or self._first_subject(begin)
        if low in _BESIDE and depth < 3 and course.stage is None:
            self._as_main_clause(left, course)

    def _after_preposition(self, left: int, action: str, course: Course, depth: int) -> bool:
        """What governs the preposition at `left` before "VERBing"; False where the main clause has to tell."""
        t, low, outer = self.t, self.t.lower[left], self.p.before(left)
        if low == "for" and outer > 0 and t.lower[outer] in ("exchange", "return") and t.lower[outer - 1] == "in":
            self._compose(course, self._bargained(outer, "proposed"), outer)
            if course.stage == "refused":
                course.sender = course.sender or self._first_subject(outer)
            return True
        if low == "for" and (praised := self._praised(left)) is not None:
            # "I commend the President for renewing": what he has done.
            course.sender = course.sender or praised
            course.stage = course.stage or ("in_force" if action == "enforce" else None)
            return True
        if outer >= 0:
            verb, noun = self.p.verb(outer), self.words.cue("noun", t.lemma[outer])
            if low == "against":
                self._against(outer, action, course, depth)
                return True
            if low == "about" and t.lower[outer] in BE_OR_GET and (topic := self.subject(outer)) is not None:
                # "The talks are about lifting"
                noun = self.words.cue("noun", t.lemma[self.p.end(topic[0]) - 1])
                self._compose(course, noun.stage if noun is not None else "done", outer)
            if verb and (cue := self.words.cue("verb", verb)) and low not in (*_MEANS, "after"):
                self._apply(outer, "verb", cue, left, action, course, depth)
                return True
            if noun and low in _OF_NOUN:
                self._apply(outer, "noun", noun, left, action, course, depth)
                return True
            if (near := self._cue_with_object(left, low)) is not None:
                self._apply(near, "verb", self.words.cue("verb", self.p.verb(near) or ""), left, action, course, depth)
                return True
        if low == "without":
            self._compose(course, "refused", left)
        elif low in ("over", "on", "about") and "fail" in t.lemma[max(t.sentence(left)[0], left - 24) : left]:
            self._compose(course, "blocked", left)
        return False

    def _as_main_clause(self, left: int, course: Course) -> None:
        """ "will respond, imposing …", "will hit them by": beside the main clause a participle shares its modality."""
        t = self.t
        for k in range(left - 1, t.sentence(left)[0], -1):
            if t.tag[k] in ("VBD", "VBZ", "VBP") and (verb := self.p.verb(k)) and verb not in ("say", "announce"):
                return
            if t.tag[k] == "MD":
                cue = self.words.cue("auxiliary", t.lower[k])
                self._compose(course, cue.stage if cue is not None and cue.stage != "hypothetical" else "planned", k)
                return

    def _heads_clause(self, left: int, begin: int) -> bool:
        """May the gerund be a subject: first in its clause, or after "Given high prices," and the like?"""
        t = self.t
        if left < 0 or t.lower[left] in ("how", "if", "that"):
            return True
        return t.text[left] in _DASHES and FINITE_TAGS.isdisjoint(t.tag[t.sentence(begin)[0] : begin])

    def _favoured(self, left: int, course: Course) -> bool:
        """ "would support imposing", "supports the lifting of": who is for it asks for it."""
        if self.p.verb(left) not in self.words.of("favouring") or course.stage:
            return False
        self._compose(course, "called_for", left)
        course.agent = course.agent or self.subject(left)
        return True

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
        """Find what governs "the NOUN of"."""
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
            if self._favoured(left, course) or self._told_of(left, verb, action, course):
                return
            cue = self.words.cue("verb", verb)
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
        if low in _BEFORE_NOUN and (outer := self.p.before(left)) >= 0:
            self._noun_after_preposition(left, outer, action, course, depth)

    def _told_of(self, left: int, verb: str, action: str, course: Course) -> bool:
        """ "welcomed the lifting of": what others have done; "seeks the removal of": who has not imposed them."""
        if verb in self.words.of("commenting") and self.t.tag[left] != "VBG":
            course.stage = course.stage or "done"
        elif verb in self.words.of("relief_seeking") and action in ("ease", "lift", "suspend") and not course.stage:
            self._compose(course, "called_for", left)
        else:
            return False
        course.agent = course.agent or self.subject(left)
        return True

    def _noun_after_preposition(self, left: int, outer: int, action: str, course: Course, depth: int) -> None:
        t, low = self.t, self.t.lower[left]
        if t.lemma[outer] == "resolution" and "vote" in t.lemma[max(t.sentence(outer)[0], outer - 6) : outer]:
            self._compose(course, "considered", outer)
            return
        verb, noun = self.p.verb(outer), self.words.cue("noun", t.lemma[outer])
        if low == "for" and t.lemma[outer] in ("exchange", "return"):
            # Who gives something for the lifting is the target.
            course.stage, course.exchange = self._bargained(outer, "done"), True
            course.agent = course.agent or self._first_subject(outer)
        elif low == "against" and (verb or noun):
            self._against(outer, action, course, depth)
        elif (near := self._cue_with_object(left, low)) is not None:
            self._apply(near, "verb", self.words.cue("verb", self.p.verb(near) or ""), left, action, course, depth)
        elif verb and (cue := self.words.cue("verb", verb)):
            self._apply(outer, "verb", cue, left, action, course, depth)
        elif noun and low != "in":
            self._apply(outer, "noun", noun, left, action, course, depth)
