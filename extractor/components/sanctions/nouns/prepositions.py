"""What governs a measure noun over a preposition: "the lifting of", "voted for", "hit back with"."""

from __future__ import annotations

from extractor.components.sanctions.nouns.askings import Askings
from extractor.components.sanctions.nouns.predicates import Governor
from extractor.language.closed_classes import BE

_CUE_PREPOSITIONS = ("about", "against", "for", "of", "on", "to", "with")
_OF_LIKE = ("for", "from", "in", "of", "on", "to", "with")


class Prepositions(Askings):
    """Finds the noun, verb or adjective before a preposition."""

    def _prepositional(self, left: int, low: str, start: int) -> Governor | None:
        """The governor over the preposition `low` at `left`; the measure phrase begins at `start`."""
        t = self.t
        if low == "on" and left >= 3 and t.lower[left - 2 : left] == ["it", "alone"] and t.lemma[left - 3] == "go":
            return Governor("prepositional", "impose", "", left - 3, preposition=low)
        outer = self.p.before(left)
        if outer < 0:
            return None
        if low in ("through", "via"):
            return self._by_means(left)
        if (subjected := self._designated_for(left, low, start)) is not None:
            return subjected
        if low == "of" and t.lower[outer] in ("favor", "favour") and t.lower[outer - 1] == "in":
            # "spoke in favor of sanctions"
            return Governor("noun", "impose", "called_for", outer, preposition=low)
        outer = self._governing(left, low, outer)
        verb = self.p.verb(outer)
        bare = left + 1 < t.n and t.tag[left + 1].startswith(("JJ", "NN"))
        if low == "to" and bare and verb in self.words.of("proceeding"):
            return Governor("prepositional", "impose", "", outer, preposition=low)
        if stance := self._stance(outer, low):
            return Governor("prepositional", "impose", stance, outer, preposition=low)
        if low == "against" and t.lower[outer] in BE:
            # "Norway is against sanctions on Mali"
            return Governor("verb", "impose", "opposed", outer, preposition=low)
        if low == "of" and t.tag[outer] == "VBG" and self.words.action_of("of", t.lower[outer]) is not None:
            # "the demands include a truce, lifting of sanctions": a noun, whatever the tagger says.
            verb = None
        settled, found = self._of_noun(outer, low, start) if verb is None else self._of_verb(outer, verb, low, left)
        if settled:
            return found
        return self._asked_for(left, low, outer) or (self._struck_with(left, outer) if low == "with" else None)

    def _governing(self, left: int, low: str, outer: int) -> int:
        """The word before the preposition, over "as quickly as possible to", "adoption today of"."""
        t = self.t
        if low == "to" and t.lower[outer] == "possible":
            return next((k - 1 for k in range(outer - 2, left - 6, -1) if t.lower[k] == "as"), outer)
        timed = low == "of" and t.lower[outer] in self.words.of("time_word") and outer > t.sentence(outer)[0]
        out = (
            low == "against" and t.lower[outer] == "out" and self.p.verb(outer - 1) in self.words.of("speaking_against")
        )
        return outer - 1 if timed or out else outer

    def _designated_for(self, left: int, low: str, start: int) -> Governor | None:
        """ "designated hundreds of officials for sanctions", "will subject them to sanctions"."""
        named = self.p.left_phrase(left) if low in ("for", "to") else None
        if named is None or named[0] <= self.t.sentence(left)[0]:
            return None
        measured = low == "for" or "sanction" in self.t.lemma[start : start + 6]
        if not measured or self.p.verb(named[0] - 1) != {"for": "designate", "to": "subject"}[low]:
            return None
        return Governor("prepositional", "impose", "", named[0] - 1, preposition=low)

    def _of_noun(self, outer: int, low: str, start: int) -> tuple[bool, Governor | None]:
        """ "the lifting of", "a waiver for", "a call for", "a veto of": is it settled, and with which governor?"""
        t, lemma = self.t, self.t.lower[outer] if self.t.tag[outer] == "VBG" else self.t.lemma[outer]
        over = self.p.before(self.p.start(outer))
        row = self.words.action_of("of", lemma)
        if row is not None and row[0] == "enforce" and t.lower[over] == "citing":
            # "citing compliance with the sanctions": those that are there.
            return True, None
        apart = low in ("for", "on") and lemma not in self.words.of("easing_noun")
        apart = apart and (row is None or row[0] != "violate") or low == "from" and lemma == "return"
        if row is not None and low in _OF_LIKE and not apart:
            # "the extension of the embargo to cover the government"
            action = "expand" if lemma == "extension" and self._widened(start) else row[0]
            return True, Governor("noun", action, row[1], outer, preposition=low)
        if lemma == "veto" and low == "of":
            if over >= 0 and self.p.verb(over) in self.words.of("overriding"):
                return True, Governor("verb", "impose", "", over)
            return True, Governor("noun", "impose", "blocked", outer, preposition=low)
        if lemma == "time" and low == "of" or lemma == "question" and low in ("about", "on"):
            return True, None
        cue = self.words.cue("noun", lemma)
        if cue is None or low not in _CUE_PREPOSITIONS or low == "with":
            return low in ("for", "to") and self.words.cue("adjective", t.lower[outer]) is not None, None
        if cue.stage == "alleged":
            return True, None
        stage = "opposed" if low == "against" else "" if cue.stage == "done" else cue.stage
        if stage == "hypothetical" and low != "of":
            stage = "considered"
        return True, Governor("noun", "impose", stage, outer, preposition=low)

    def _of_verb(self, outer: int, verb: str, low: str, left: int) -> tuple[bool, Governor | None]:
        """ "voted for", "agreed on", "responded to", "complies with": is it settled, and with which governor?"""
        t = self.t
        if low == "about" and verb in ("ask", "press"):
            return True, None
        if low == "at" and verb in ("hint", "look"):
            return True, Governor("prepositional", "impose", "considered", outer, preposition=low)
        if verb in self.words.of("reacting") and low in ("against", "to"):
            return True, Governor("prepositional", "retaliate", "", outer, preposition="against")
        if low == "against" and verb in self.words.of("speaking_against"):
            stage = "refused" if verb in ("vote", "decide") else "opposed"
            return True, Governor("prepositional", "impose", stage, outer, preposition=low)
        cue = self.words.cue("verb", verb)
        if low in _CUE_PREPOSITIONS and cue is not None and verb not in self.words.of("not_governing"):
            if low == "to" and verb not in self.words.of("committing_to"):
                return True, None
            agreed = (verb, low) == ("agree", "on") and cue.stage == "planned"
            # "went ahead with sanctions"
            went = low == "with" and t.lower[left - 1] == "ahead" and t.tag[outer] in ("VBD", "VBN", "VBP", "VBZ")
            stage = "opposed" if low == "against" else "" if agreed or went or cue.stage == "done" else cue.stage
            return True, Governor("prepositional", "impose", stage, outer, preposition=low)
        if verb in ("comply", "abide") and low in ("with", "by"):
            return True, Governor("prepositional", "enforce", "", outer, preposition=low)
        return low == "in" and verb == "result", None

    def _struck_with(self, left: int, outer: int) -> Governor | None:
        """ "hit Chad with sanctions", "threatened to retaliate with tariffs"."""
        t = self.t
        if t.lower[left - 1] in self.words.of("accord_noun"):
            return None
        for i in range(outer, max(t.sentence(outer)[0] - 1, outer - 12), -1):
            found = self.p.verb(i)
            if found in self.words.of("striking"):
                action, stage = "retaliate" if found == "retaliate" else "impose", "threatened" * (found == "threaten")
                return Governor("prepositional", action, stage, i, preposition="with")
            if found and t.tag[i] in ("VBD", "VBZ", "VBP"):
                break
        return None

    def _stance(self, i: int, low: str) -> str | None:
        """ "is skeptical of sanctions", "was supportive of an embargo"."""
        word = self.t.lower[i]
        if low not in ("about", "of", "over", "to"):
            return None
        if word in self.words.of("wary_adjective"):
            return "opposed"
        return "called_for" if word in self.words.of("favourable_adjective") else None
