"""Verbs that govern a measure noun from farther off: "allowed it to lapse", "imposing costs through sanctions"."""

from __future__ import annotations

from extractor.components.sanctions.nouns.predicates import Governor, Predicates


class Means(Predicates):
    """Finds a governor beyond the word right before the noun."""

    def _let(self, verb: int, end: int) -> Governor | None:
        """ "allowed the controls on exports to Chad to lapse": what becomes of them."""
        t, last = self.t, self.t.sentence(end - 1)[1]
        for k in range(end, min(last, end + 14)):
            row = self.words.action_of("subject", t.lemma[k]) if t.tag[k] == "VB" else None
            if row is not None and row[0] == "expire":
                return Governor("verb", "expire", "", verb)
            if t.tag[k] in ("VBD", "VBZ", "VBP", "MD") or t.text[k] == ",":
                break
        return None

    def _joined_to(self, verb: int) -> int | None:
        """ "initiating, imposing, and enforcing": the verb of imposing that stands right before this one."""
        t = self.t
        k = self.p.before(verb)
        while k > t.sentence(verb)[0] and t.lower[k] in (",", "and"):
            k -= 1
        if k < 0 or k == verb - 1 or t.lower[k][-2:] != t.lower[verb][-2:]:
            return None
        row = self.words.action_of("measure", self.p.verb(k) or "")
        return k if row == ("impose", "") else None

    def _by_means(self, left: int) -> Governor | None:
        """ "imposing costs on Chad through sanctions": what is imposed is the sanctions."""
        t, first = self.t, self.t.sentence(left)[0]
        costs = self.words.of("cost_noun")
        for k in range(left - 1, max(first, left - 10), -1):
            verb = self.p.verb(k)
            if verb is None:
                continue
            row = self.words.action_of("measure", verb)
            dear = bool(costs & set(t.lemma[k : self.p.end(k + 1)]))
            return Governor("prepositional", row[0], row[1], k, preposition="through") if row and dear else None
        return None
