"""Measures that somebody asks for, from farther off: "wants them lifted", "pressing the Council for sanctions"."""

from __future__ import annotations

from extractor.components.sanctions.nouns.means import Means
from extractor.components.sanctions.nouns.predicates import Governor
from extractor.language.closed_classes import MODALS, NEGATIONS


class Askings(Means):
    """Finds what is asked for, and the cue that asks where it does not stand beside the measure."""

    def _wished(self, found: Governor, end: int) -> Governor:
        """ "calls for sanctions to remain", "for the embargo to be lifted": what is asked for is in the infinitive."""
        t = self.t
        last = t.sentence(end - 1)[1]
        named = end + 1 < last and t.lower[end] in ("against", "of", "on")
        if named and (hit := self.p.right_phrase(end + 1)) is not None:
            end = hit[1]
        if found.stage == "called_for" and end < last and t.tag[end] in ("VBD", "VBN"):
            # "wants the sanctions lifted"
            row = self.words.action_of("measure", self.p.verb(end) or "")
            undone = row is not None and row[0] in ("ease", "lift", "suspend")
            return Governor(found.kind, row[0], found.stage, found.node) if undone and row is not None else found
        if found.kind not in ("noun", "prepositional") or not found.stage or end + 1 >= last or t.lower[end] != "to":
            return found
        main = self._main(end)
        passive = "be" in t.lower[end:main]
        row = self.words.action_of("measure" if passive else "subject", t.lemma[main]) if main > end else None
        if row is None:
            return found
        return Governor(found.kind, row[0], found.stage, found.node, preposition=found.preposition)

    def _asked_for(self, left: int, low: str, outer: int) -> Governor | None:
        """ "pressing the Council for sanctions", "shied away from them", "pressure is mounting for them"."""
        stages = self.stages
        if (phrasal := stages._phrasal(outer)) is not None and low in ("from", "on"):
            return Governor("prepositional", "impose", phrasal[1].stage, phrasal[0], preposition=low)
        if low != "for":
            return None
        near = stages._cue_with_object(left, low)
        cue = self.words.cue("verb", self.p.verb(near) or "") if near is not None else None
        if near is not None and cue is not None and cue.stage == "called_for":
            return Governor("prepositional", "impose", "called_for", near, preposition=low)
        if self.t.lemma[outer] in self.words.of("growing") and (topic := stages.subject(outer)) is not None:
            head = self.p.end(topic[0]) - 1
            noun = self.words.cue("noun", self.t.lemma[head])
            if noun is not None and noun.stage == "called_for":
                return Governor("noun", "impose", "called_for", head, preposition=low)
        return None

    def _taken_before(self, left: int) -> Governor | None:
        """ "in violation of its duties and sanctions", "the end of tariffs and sanctions": what takes the first."""
        t = self.t
        if t.lower[left] != "and" or left - 3 <= t.sentence(left)[0] or not t.tag[left - 1].startswith("NN"):
            return None
        of = self.p.start(left - 1) - 1
        row = self.words.action_of("of", t.lemma[of - 1]) if of > 0 and t.lower[of] == "of" else None
        named = any(self.words.nouns.match_at(t.lemma, k) for k in range(of + 1, left))
        taken = row is not None and (named or row[0] == "violate")
        return Governor("noun", row[0], row[1], of - 1, preposition="of") if row is not None and taken else None

    def _announcing(self, left: int, start: int, end: int) -> Governor | None:
        """ "There will be more sanctions", "we have no new sanctions to announce"."""
        t = self.t
        begin, aux = self.p.group(left)
        if t.lower[left] == "be" and "there" in t.lower[max(0, begin - 1) : left] and MODALS & set(aux):
            return Governor("verb", "impose", "", left)
        if t.lower[left] not in ("had", "has", "have") or "announce" not in t.lower[end : end + 12]:
            return None
        none, denied = t.lower[start] == "no", t.lower[start] == "any" and bool(NEGATIONS & set(aux))
        return Governor("verb", "impose", "refused" if none else "", left) if none or denied else None
