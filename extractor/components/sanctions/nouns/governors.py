"""The word that carries the action on a measure noun: by word order first, else by the parse."""

from __future__ import annotations

from extractor.components.sanctions.nouns.predicates import Governor
from extractor.components.sanctions.nouns.prepositions import Prepositions
from extractor.components.sanctions.text.gaps import over_adjunct, over_aside
from extractor.language.closed_classes import MODALS

_OVER = {"back", "down", "forward", "in", "into", "off", "on", "out", "over", "up"}
_PREPOSITIONS = {
    "about", "against", "at", "by", "for", "from", "in", "of", "on", "over", "through", "to", "under", "via", "with",
}  # fmt: skip

__all__ = ["Governor", "Governors"]


class Governors(Prepositions):
    """Finds the governor of a measure noun."""

    def govern(self, start: int, head: int, end: int) -> Governor:
        """The word that carries the action on this measure noun."""
        t = self.t
        left = self.p.before(start)
        if left >= 0:
            found = self._announcing(left, start, end) or self._provoked(left) or self._left(left, start)
            if found is not None and self.p.verb(left) == "require" and (own := self._subject(head, end)) is not None:
                # "require sanctions to stay": what is asked is told by the noun's own verb.
                return own
            if found is not None:
                return self._wished(found, end)
            if self.p.verb(left) in self.words.of("letting") and (let := self._let(left, end)) is not None:
                return let
            low = t.lower[left]
            if low == ":" and (found := self._announced(left)) is not None:
                return found
            accord = low == "with" and t.lower[left - 1] in self.words.of("accord_noun")
            if low in ("and", "or", ",", "&", "with") and not accord:
                found = self._coordinated(left, head)
                if found is not None:
                    return found
        return self._subject(head, end) or self._parsed(head)

    def _left(self, left: int, start: int) -> Governor | None:
        t = self.t
        low = t.lower[left]
        verb = self.p.verb(left)
        if low in ("do", "doing", "done") and t.dep[left] != "aux":
            # "We have done two rounds of designations"
            return Governor("verb", "impose", "", left)
        if t.lemma[left] == "agree":  # "agreed its tenth package", but not "agree with", "agreed by"
            return Governor("verb", "impose", "", left)
        if low == "by" and t.lower[left - 1] == "followed":
            return Governor("prepositional", "impose", "done", left - 1, True)
        if verb is None and low in _OVER and self.p.verb(left - 1):
            plain = self.p.verb(left - 1) or ""
            row = self.words.action_of("measure", f"{plain} {low}")
            if row is None and low not in ("in", "into", "on"):
                row = self.words.action_of("measure", plain)
            if row is not None or low != "on":
                return Governor("verb", *row, node=left - 1) if row else None
        if verb is not None:
            row = self.words.action_of("measure", verb)
            if row is None and verb in self.words.of("expecting"):
                # "Should we expect new sanctions?"
                row = ("impose", "planned")
            if row is not None:
                action = row[0]
                if action == "enforce" and (joined := self._joined_to(left)) is not None:
                    # "imposing and enforcing sanctions": the enforcing follows from it.
                    action, left = "impose", joined
                if verb == "extend" and self._widened(start):
                    action = "expand"
                if verb == "leave" and not self._left_in_place(start):
                    return None
                if verb == "consider" and self._regarded(start):
                    return None
                if verb == "impose" and left >= 2 and t.text[left - 1] == "-" and t.lower[left - 2] == "re":
                    action, left = "reimpose", left - 2
                return Governor("verb", action, row[1], left)
            return None
        if low in _PREPOSITIONS:
            return self._prepositional(left, low, start)
        outer = over_aside(self.p, left) if low == "," else over_adjunct(self.p, left)
        if outer >= 0 and (row := self.words.action_of("measure", self.p.verb(outer) or "")):
            return Governor("verb", *row, node=outer)
        return None

    def _provoked(self, left: int) -> Governor | None:
        """ "would provoke swift retaliation", "could lead to sanctions": the subject sends none."""
        verb = left if self.p.verb(left) else left - 1
        named = " ".join([self.p.verb(verb) or "", *self.t.lower[verb + 1 : left + 1]])
        modals = set(self.p.group(verb)[1]) & MODALS
        if not modals or named not in self.words.of("provoking"):
            return None
        return Governor("provoked", "impose", "threatened" if modals & {"will", "would"} else "hypothetical", verb)

    def _announced(self, colon: int) -> Governor | None:
        """ "want the opposite: an export ban", "proposed three steps: an embargo …"."""
        t = self.t
        for i in range(colon - 1, max(t.sentence(colon)[0] - 1, colon - 8), -1):
            verb = self.p.verb(i)
            if verb is None:
                continue
            row = self.words.action_of("measure", verb)
            return Governor("coordinated", *row, node=i) if row is not None and row[0] != "none" else None
        return None

    def _coordinated(self, left: int, head: int) -> Governor | None:
        """ "calls for an arms embargo and sanctions": the governor of the conjunct before."""
        t = self.t
        first = t.sentence(head)[0]
        if t.text[left] == "," and (t.tag[left - 1] == "CD" or not self._measure_before(left)):
            # "While we may not agree with them, embargoes …": no list of measures.
            return None
        if (taken := self._taken_before(left)) is not None:
            return taken
        for i in range(left - 1, max(first - 1, left - 16), -1):
            verb = self.p.verb(i)
            if verb is None:
                if t.lower[i] in (";", ":"):
                    return None
                continue
            if t.tag[i] == "VBN" and t.dep[i] == "amod":
                # "continued exchange of information about sanctions and designations"
                continue
            if i + 1 < left and t.lower[i + 1] in _OVER:
                row = self.words.action_of("measure", f"{verb} {t.lower[i + 1]}")
                row = row or self.words.action_of("measure", verb)
            else:
                row = self.words.action_of("measure", verb)
            if row is not None and row[1] == "opposed" and t.tag[i] == "VBG" and t.tag[i - 1].startswith("NN"):
                # "resolutions condemning the attack, and sanctions": the participle belongs to another noun.
                return None
            if row is not None:
                preposition = t.lower[i + 1] if t.lower[i + 1] in ("for", "of", "on", "with") else ""
                if preposition:
                    return self._prepositional(i + 1, preposition, i + 2)
                return Governor("coordinated", row[0], row[1], i)
            if t.lower[i + 1] in ("for", "of", "with") and self.words.cue("verb", verb):
                return self._prepositional(i + 1, t.lower[i + 1], i + 2)
            if t.tag[i] in ("VBD", "VBZ", "VBP", "MD"):
                return None
        return None

    def _measure_before(self, comma: int) -> bool:
        """Does a measure noun, or what measures are taken on, stand in the conjunct before the comma?"""
        t, first = self.t, self.t.sentence(comma)[0]
        return any(
            self.words.nouns.match_at(t.lemma, k) is not None or self.words.objects.match_at(t.lemma, k) is not None
            for k in range(max(first, comma - 12), comma)
        )

    def _parsed(self, head: int) -> Governor:
        """What the parser says, where word order found nothing."""
        t = self.t
        passive = t.dep[head] == "nsubj:pass" and t.tag[t.head[head]] == "VBN"
        if (t.dep[head] == "obj" or passive) and t.head[head] != head and (passive or t.head[head] < head):
            verb = self.p.verb(t.head[head])
            row = self.words.action_of("measure", verb) if verb else None
            if verb == "leave" and not self._left_in_place(head) or verb == "consider" and self._regarded(head):
                row = None
            within = self.p.start(head) <= t.head[head] < head
            if row is not None and not within and abs(t.head[head] - head) < 12:
                return Governor("verb", row[0], row[1], t.head[head], t.dep[head] == "nsubj:pass")
        return Governor()
