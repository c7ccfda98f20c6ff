"""Noun phrases and verb groups by word order, for headlines and present-tense leads that the parser misreads."""

from __future__ import annotations

from extractor.components.sanctions.text.closed_classes import AUX, NOT_INSIDE
from extractor.components.sanctions.text.word_forms import WordForms

_INSIDE = {
    "$", "ADD", "AFX", "CD", "DT", "FW", "HYPH", "JJ", "JJR", "JJS", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT",
    "POS", "PRP$", "WP$",
}  # fmt: skip
_NOUNS = {"ADD", "CD", "FW", "NN", "NNP", "NNPS", "NNS", "PRP"}
_QUOTES = {'"', "'", "''", "``", "‘", "’", "“", "”"}
_OPENING = {"His", "Her", "Its", "My", "Our", "The", "Their", "These", "This", "Those"}
_DEEDS = ("ation", "ition", "ment", "ution", "sion")
_PARTIES = ("entity", "group", "office", "person", "sector", "state", "vessel")
_ADVERB_TAGS = {"RB", "RBR", "RBS"}


class Phrases(WordForms):
    """Chunking helpers over one TokenTable."""

    def inside(self, i: int) -> bool:
        """May token `i` stand inside a noun phrase, before its head?"""
        t = self.t
        if t.lower[i] in NOT_INSIDE:
            return False
        if t.text[i] in ("-", "–", "—") and i and t.space[i - 1]:
            return False
        if t.lower[i] in self.words.modifiers and i + 1 < t.n and t.lemma[i + 1] in self.words.anchors:
            return True
        if t.tag[i] in _INSIDE or t.text[i] in _QUOTES:
            return not (self.finite(i) or self._action_form(i))
        if t.tag[i] in _ADVERB_TAGS and 0 < i < t.n - 1 and t.tag[i - 1] in ("DT", "PRP$"):
            # "the most significant package", "the newly appointed envoy"
            return t.tag[i + 1] in ("AFX", "JJ", "VBN")
        if t.lower[i] == "most" and t.lower[i + 1 : i + 2] in (["favored"], ["favoured"]):
            # "Chad's most favored nation status"
            return True
        if self._mistagged_name(i):
            return True
        if t.lower[i] in self._participles:
            return True
        # Participles before a noun: "targeted sanctions", "U.S.-imposed sanctions", "existing sanctions".
        if t.tag[i] in ("VBN", "VBG", "VBD") and i + 1 < t.n:
            hyphen = i > 0 and t.text[i - 1] == "-" and t.start[i] == t.end[i - 1]
            if hyphen:
                return True
            if i and t.lower[i - 1] in AUX:
                return False
            before = i - 2 if i > 1 and t.tag[i - 1] == "RB" else i - 1
            after_name = i > 0 and t.tag[before] in ("NNP", "NNPS", "PRP", "WDT", "WP", "NNS")
            return t.dep[i] in ("amod", "compound") and t.head[i] > i and not after_name and not self._action_form(i)
        return False

    def start(self, head: int) -> int:
        """First token of the noun phrase that ends with `head`."""
        t, first = self.t, self.t.sentence(head)[0]
        i = head
        while i > first and (self.inside(i - 1) or i < head and t.text[i] == "-" and not t.space[i - 1]):
            # "far-reaching" is one word, whatever "far" is by itself.
            i -= 1
        while i < head and t.text[i] in _QUOTES:
            i += 1
        return i

    def end(self, i: int) -> int:
        """End of the simple noun phrase that starts at `i`; `i` itself where none starts."""
        last = self.t.sentence(i)[1]
        if i < last and self.t.tag[i] == "PRP":
            return i + 1
        days = self.words.of("day_word")
        j = i
        while (
            j < last
            and self.inside(j)
            and not (j > i and (self.t.lower[j] in days or self.t.text[j] in ("The", "These", "This")))
        ):
            j += 1
        return j

    def before(self, i: int) -> int:
        """The token left of `i` without adverbs and quotation marks; -1 at the sentence start."""
        first = self.t.sentence(i)[0]
        j = i - 1
        while j >= first and (
            self.t.tag[j] in _ADVERB_TAGS
            and self.t.lower[j] not in ("not", "n't", "never")
            or self.t.text[j] in _QUOTES
        ):
            j -= 1
        return j if j >= first else -1

    def group(self, v: int) -> tuple[int, list[str]]:
        """First token of the verb group that ends with `v`, and its auxiliaries and negations left to right."""
        t, first = self.t, self.t.sentence(v)[0]
        i, aux = v, []
        while i > first:
            low = t.lower[i - 1]
            if low in AUX and not (low == "'s" and t.tag[i - 1] == "POS"):
                aux.append(low)
            elif low == "course" and i - 2 >= first and t.lower[i - 2] == "of":
                i -= 1
            elif low == "and" and i - 2 > first and t.tag[i] == t.tag[i - 2] == "RB":
                # "to fully and effectively implement"
                i -= 1
            elif t.tag[i - 1] not in _ADVERB_TAGS or self._mistagged_name(i - 1):
                break
            i -= 1
        return i, aux[::-1]

    def left_phrase(self, i: int) -> tuple[int, int] | None:
        """The noun phrase that ends right before token `i`, with "X of Y" and coordination taken whole."""
        t, first = self.t, self.t.sentence(i)[0] if i < self.t.n else 0
        end, times = i, self.words.of("time_word")
        while end > first and (
            t.text[end - 1] in _QUOTES
            or t.tag[end - 1] in _ADVERB_TAGS
            and not self._mistagged_name(end - 1)
            or t.lower[end - 1] in times
            or (t.lower[end - 1] == "on" and t.lower[end] in times)
        ):
            end -= 1
        if end > first and t.text[end - 1] in (",", ")", "-RRB-"):
            opener = self._opening(end - 1, first)
            if opener is None:
                return None
            end = opener
        if end <= first or not (
            t.tag[end - 1] in _NOUNS or t.tag[end - 1] in ("DT", "JJ", "POS") or self._mistagged_name(end - 1)
        ):
            return None
        begin = self.start(end - 1)
        # A headline or heading run into the sentence: "International relations The United States".
        begin = next((k for k in range(end - 1, begin, -1) if t.text[k] in _OPENING), begin)
        for _ in range(6):
            left = begin - 1
            if (
                left > first
                and (
                    t.lower[left] in ("of", "at", "for", "in")
                    or t.lower[left] == "on"
                    and t.lower[left - 1] == "committee"
                )
                and t.tag[left - 1] in _NOUNS
                and not self.verb(left - 1)
            ):
                begin = self.start(left - 1)
            elif left > first and t.lower[left] in ("and", "or", "&") and self._conjoined(left):
                if t.tag[i] == "MD" and (whole := self.start(left - 1)) > first and self.verb(whole - 1):
                    # "condemned the test and the Council should": a clause of its own begins.
                    break
                begin = self.start(left - 1 if t.text[left - 1] != "," else left - 2)
            elif (
                left - 1 > first
                and t.lower[left] == "with"
                and t.lower[left - 1] in ("along", "together")
                and self._noun_like(left - 2)
            ):
                begin = self.start(left - 2)
            elif left > first and t.text[left] == "," and self._listed(left, begin):
                begin = self.start(left - 1)
            else:
                break
        return begin, end

    def _conjoined(self, conjunction: int) -> bool:
        """Does a conjunct stand before "and"? After a comma only in a list: "…, and Harare says" begins a clause."""
        t, first = self.t, self.t.sentence(conjunction)[0]
        if not self._noun_like(conjunction - 1):
            return False
        if t.text[conjunction - 1] != "," or conjunction - 2 <= first:
            return True
        begin = self.start(conjunction - 2)
        return (
            begin == first
            or t.text[begin - 1] in (",", "(")
            or t.tag[begin - 1] in ("VBD", "VBZ", "IN")
            and (t.tag[conjunction - 2] in ("NNP", "NNPS") and t.tag[conjunction + 1] not in ("NNP", "PRP", "DT"))
        )

    def _noun_like(self, i: int) -> bool:
        if self.t.text[i] == "," and i > self.t.sentence(i)[0]:
            i -= 1
        return self.t.tag[i] in _NOUNS and not self.verb(i)

    def _listed(self, comma: int, begin: int) -> bool:
        """ "A, B and C": the comma stands in a list of names, not before an apposition."""
        t = self.t
        stop = t.sentence(comma)[1]
        after = self.end(begin)
        return t.tag[comma - 1] in ("NNP", "NNPS") and after < stop and t.lower[after] in ("and", "or", ",")

    def _opening(self, close: int, first: int) -> int | None:
        """End of the phrase before an apposition or bracket that closes at `close`."""
        t = self.t
        mark = "," if t.text[close] == "," else "("
        for i in range(close - 1, max(first, close - 18), -1):
            if t.text[i] == mark or (mark == "(" and t.text[i] == "-LRB-"):
                return i
            if mark == "," and t.tag[i] in ("VBD", "VBZ", "MD"):
                # ", who takes office in May,": a relative clause may stand there.
                for k in range(i, max(first, close - 18), -1):
                    if t.lower[k] in ("who", "which", "whose"):
                        return k - 1 if t.text[k - 1] == "," else None
                return None
        return None

    def right_phrase(self, i: int) -> tuple[int, int] | None:
        """The noun phrase that starts at `i`: coordination, "of"-phrases and a name in apposition are part of it."""
        t, last = self.t, self.t.sentence(i)[1] if i < self.t.n else 0
        if i >= last:
            return None
        end = self.end(i)
        if end == i:
            return None
        for _ in range(12):
            if end >= last:
                break
            low = t.lower[end]
            if low in ("and", "or", "&") or (low == "," and self._goes_on(end, last)):
                skip = end + 1
                if skip < last and low == "," and t.lower[skip] in ("and", "or"):
                    skip += 1
                after = self.end(skip) if skip < last else skip
                if (
                    after == skip
                    or low == "and"
                    and (self._deed_after(i, end, skip, after) or self._verb_opens(skip, after))
                    or self._topic_after(i, end, skip, after)
                    or (after < last and self._clause_after(after))
                    or any(t.lemma[k] in self.words.of("measure_head") for k in range(skip, after))
                    or t.lemma[after - 1] in self.words.of("setback_noun")
                ):
                    break
                end = after
            elif low in ("of", "from", "in", "at", "inside", "within", "into") and end + 1 < last:
                after = self.end(end + 1)
                if after == end + 1 or low == "in" and t.tag[end + 1] == "CD":
                    break
                if low == "in" and t.lower[end + 1] in self.words.of("scene_word"):
                    break
                if low == "in" and t.lower[after - 1] in self.words.of("setting_noun"):
                    # "in the wake of", "in the face of"
                    break
                end = after
            elif low == "(":
                close = next((k for k in range(end, min(last, end + 8)) if t.text[k] == ")"), None)
                if close is None:
                    break
                end = close + 1
            else:
                break
        return i, end

    def _deed_after(self, i: int, end: int, skip: int, after: int) -> bool:
        """ "sanctions on Iran and prosecution of the guilty": after a bare name a deed is another measure."""
        t = self.t
        named = all(t.tag[k] in ("DT", "NNP", "NNPS") for k in range(i, end))
        deed = after == skip + 1 and t.tag[skip] == "NN" and t.lower[skip].endswith(_DEEDS)
        return named and deed and after < t.n and t.lower[after] in ("against", "for", "of")

    def _topic_after(self, i: int, end: int, skip: int, after: int) -> bool:
        """ "sanctions on Iran, child protection, health and other interests": after a bare name a topic is no party."""
        t, words = self.t, self.words.party_words
        if any(t.tag[k] not in ("DT", "NNP") for k in range(i, end)) or t.text[end] != ",":
            return False
        plain = all(t.tag[k] in ("JJ", "NN", "NNS") and t.text[k].islower() for k in range(skip, after))
        known = {word for kind in _PARTIES for word in words[kind]}
        return plain and t.lemma[after - 1] not in known

    def _verb_opens(self, skip: int, after: int) -> bool:
        """ "from Mali and summons Mali's envoy": a verb in the present taken for a noun, with a possessor after it."""
        t = self.t
        present = t.text[skip].islower() and t.lower[skip] in self.words.of("headline_verb")
        return present and any(t.lower[k] in ("'s", "’s") for k in range(skip + 1, after))

    def _goes_on(self, comma: int, last: int) -> bool:
        """A comma inside a list: a further "and" or "or" follows before any verb."""
        t = self.t
        for i in range(comma + 1, min(last, comma + 25)):
            if t.lower[i] in ("and", "or"):
                return i > comma + 1 or True
            if t.tag[i] in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP", "TO") or (t.tag[i] == "VBG" and i == comma + 1):
                return False
            if t.tag[i] == "IN" and t.lower[i] not in ("of", "from", "in"):
                return False
        return False

    def _clause_after(self, i: int) -> bool:
        """What follows "and NP" is a verb: the conjunct is the subject of a new clause."""
        return self.t.tag[i] in ("VBZ", "VBD", "MD", "VBP") or self.finite(i)
