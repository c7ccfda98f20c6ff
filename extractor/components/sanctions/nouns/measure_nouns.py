"""Is a word of sanctions a noun in its sentence, or the verb of the clause: "The EU sanctions two plants"."""

from __future__ import annotations

from extractor.components.sanctions.grammar import Grammar

_NOMINAL = {"compound", "nmod", "nsubj", "nsubj:pass", "obj", "obl"}
_OBJECT_TAGS = {"CD", "DT", "JJ", "NN", "NNP", "NNPS", "NNS", "PRP", "PRP$", "VBN"}


class MeasureNouns(Grammar):
    """Tells the noun from the verb."""

    def _noun(self, i: int, head: int) -> bool:
        t = self.t
        if t.tag[head].startswith("VB") and t.dep[head] not in _NOMINAL:
            return False
        if t.tag[head] in ("VBN", "VBD", "VBG", "JJ"):
            return False
        if i == head and t.lower[head] in self.words.of("measure_as_verb") and self._infinitive(i):
            return False
        joined = (
            i == head and i > 1 and t.lower[i - 1] in ("and", "or") and t.tag[i - 2] == "VBZ" and self.p.verb(i - 2)
        )
        if joined and t.lower[head] == "sanctions" and t.tag[min(i + 1, t.n - 1)] in ("DT", "JJ", "NN", "NNS"):
            # "in no way authorizes or sanctions military action"
            return False
        if t.lemma[head] == "sanction" and t.lower[head] == "sanction":
            following = t.lower[head + 1] if head + 1 < t.n else ""
            return following in ("on", "against", "-") or following in self.words.of("after_sanction")
        return not (t.lower[head] == "sanctions" and i == head and self._verbal(head))

    def _infinitive(self, i: int) -> bool:
        """ "to freeze the assets and ban travel": a verb, whatever the tagger says."""
        t = self.t
        before = t.tag[i - 1] if i else "CC"
        if i + 1 >= t.n or before not in ("CC", "TO", "MD", "NNS", "NNP", "PRP", "RB"):
            return False
        after = t.tag[i + 1]
        bare = after in ("JJ", "NN", "NNS", "NNP") and before in ("CC", "TO", "MD")
        return after in ("DT", "PRP$", "PRP", "CD") or bare

    def _verbal(self, i: int) -> bool:
        """ "The EU sanctions two plants": the word is the verb of the clause."""
        t = self.t
        first, last = t.sentence(i)
        if i + 1 >= last or i == first:
            return False
        if t.lower[i + 1] in ("about", "almost", "nearly", "over", "some") and t.tag[min(i + 2, last - 1)] == "CD":
            # "The Treasury sanctions over 50 firms"
            return True
        if t.lower[i + 1] not in ("that", "this") and t.tag[i + 1] not in _OBJECT_TAGS:
            return False
        compound = t.lemma[i + 1] in self.words.frames["compound"] or t.lemma[i + 1] in self.words.of("neutral_noun")
        if compound or self.p.end(i + 1) == i + 1:
            return False
        if self._counted(i, last):
            return True
        start = self.p.start(i)
        if start == i or t.tag[i - 1] not in ("NN", "NNS", "NNP", "NNPS", "PRP", ")"):
            return t.tag[i] == "VBZ" and t.dep[i] in ("root", "conj", "ccomp") and start < i
        after = self.p.right_phrase(i + 1)
        if (
            after is not None
            and after[1] < last
            and t.tag[i] != "VBZ"
            and (t.tag[after[1]] in ("VBZ", "VBD", "VBP", "MD") or self.p.finite(after[1]))
        ):
            return False
        before = start - 1
        return (
            before < first
            or t.lower[before] in (",", "that", "after", "as", "and", "when", "while")
            or (t.tag[i] == "VBZ" and t.tag[before] in ("IN", "NNP", "NN", "NNS"))
        )

    def _counted(self, i: int, last: int) -> bool:
        """ "The Council of the European Union sanctions four firms": nothing else is the verb before them."""
        t = self.t
        first = t.sentence(i)[0]
        if i + 2 >= last or t.tag[i + 1] != "CD" or not t.tag[i + 2].startswith(("NN", "JJ")):
            return False
        return t.tag[i - 1].startswith("NN") and not any(self.p.verb(k) or t.tag[k] == "MD" for k in range(first, i))

    def _headline_verb(self, i: int, end: int) -> bool:
        """ "The U.S. Treasury Department sanctions the head of the army": a verb that the tagger took for a noun."""
        t = self.t
        opens = self.p.start(i) == t.sentence(i)[0] < i and t.tag[i - 1].startswith("NNP")
        return opens and t.lower[i] == "sanctions" and end < t.n and t.lower[end] in ("a", "an", "the")
