"""Relative clauses of a measure noun without "that": "the sanctions we imposed", "the tariffs, announced on Friday"."""

from __future__ import annotations

from extractor.components.sanctions.nouns.governors import Governors

Span = tuple[int, int]
_AUXILIARIES = {"'re", "'s", "'ve", "are", "had", "has", "have", "is", "’re", "’s", "’ve"}


class Clauses(Governors):
    """Tells such a clause from what else follows the noun."""

    def _announced_after(self, i: int, last: int) -> bool:
        """Is it a participle of imposing, with who did it or when?"""
        t = self.t
        if i + 1 >= last or t.tag[i] not in ("VBN", "VBD"):
            return False
        row = self.words.action_of("measure", t.lemma[i])
        dated_ = t.lower[i + 1] in ("in", "last", "on") or t.lower[i + 1] in self.words.of("time_word")
        return row in (("impose", ""), ("reimpose", "")) and (t.lower[i + 1] == "by" or dated_)

    def _contact_clause(self, i: int, last: int) -> tuple[Span, int] | None:
        """ "the sanctions we have imposed", "that they have put in place": subject and verb of the relative clause."""
        t = self.t
        start = i + 1 if t.lower[i] in ("that", "which") else i
        if start >= last or t.tag[start] not in ("DT", "NNP", "NNPS", "PRP", "PRP$"):
            return None
        end = self.p.end(start)
        k = end
        while k < min(last, end + 4) and (t.tag[k] in ("MD", "RB", "DT") or t.lower[k] in _AUXILIARIES):
            k += 1
        while k < min(last, end + 6) and (t.lower[k] == "to" or t.lemma[k] in self.words.of("intending")):
            k += 1
        row = self.words.action_of("measure", t.lemma[k]) if end > start and k < last and self.p.verb(k) else None
        forms = ("VBD", "VBN", "VB" if {"to", "will", "would", "could"} & set(t.lower[end:k]) else "VBG")
        if row is None or row[0] not in ("impose", "reimpose") or row[1] or t.tag[k] not in forms:
            return None
        if t.lemma[k] in self.words.of("loose_verb"):
            return None
        return (start, end), k
