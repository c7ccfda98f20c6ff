"""Is a word used as a verb: the tagger's answer, mended for headlines and forms that are nouns as well."""

from __future__ import annotations

from extractor.components.sanctions.text.vocabulary import Vocabulary
from extractor.components.sanctions.text.windows import Windowed
from extractor.language.tokens import TokenTable


class WordForms:
    """One document's tokens, with the vocabulary."""

    def __init__(self, tokens: TokenTable, words: Vocabulary) -> None:
        self.t = Windowed(tokens, words.of("month"))
        self.words = words
        # Asked for every token of a phrase.
        self._participles = words.of("attributive_participle")

    def _mistagged_name(self, i: int) -> bool:
        """A name at the sentence start that the tagger takes for an adverb ("Rwanda violated …")."""
        t = self.t
        word = t.text[i]
        return (
            t.tag[i] == "RB"
            and word[:1].isupper()
            and not word.endswith("ly")
            and t.sentence(i)[0] == i
            and any(first <= i < end for first, end, _ in t.ents)
        )

    def _action_form(self, i: int) -> bool:
        """A form of an action verb before its measure noun, whatever the tagger says ("imposing sanctions")."""
        t = self.t
        lemma = self.words.verb_forms.get(t.lower[i])
        if lemma is None or i + 1 >= t.n or lemma not in self.words.frames["measure"]:
            return False
        if lemma in self.words.of("noun_or_verb"):
            # A common noun as well: only the tagger can tell.
            return False
        if t.lower[i].endswith("ed") and t.tag[i] in ("VBN", "JJ", "VBD"):
            # "France opposed sanctions", but "the opposed sanctions", "U.S.-imposed sanctions".
            return i > 0 and t.tag[i - 1] in ("NNP", "NNPS") and t.sent[i - 1] == t.sent[i]
        if i and t.tag[i - 1] in ("DT", "JJ", "PRP$", "POS", "CD", "JJR") and t.sent[i - 1] == t.sent[i]:
            return False
        return t.tag[i + 1] in ("DT", "JJ", "JJR", "NN", "NNS", "NNP", "CD", "PRP$", "RB", "VBN", "PDT")

    def finite(self, i: int) -> bool:
        """Is a word tagged as a noun in truth a present-tense verb ("The Treasury imposes sanctions")?"""
        t = self.t
        if t.tag[i].startswith("VB") or t.tag[i] == "MD":
            return t.tag[i] in ("VBZ", "VBP", "VBD", "MD")
        low = t.lower[i]
        if not low.endswith("s") or t.tag[i] not in ("NNS", "NNPS", "NN") or low not in self.words.verb_forms:
            return False
        if i == 0 or i + 1 >= t.n or t.tag[i - 1] in ("DT", "JJ", "PRP$", "IN", "VBG", "VBN", "CD", "POS", "TO"):
            return False
        if t.text[i][0].isupper() and t.tag[i + 1] == "IN":
            # "the Rapid Support Forces of": part of a name.
            return False
        if t.tag[i - 1] == "CC" and not (
            t.tag[i + 1] in ("DT", "CD", "PRP$", "JJ", "NNP", "NN")
            and self.words.verb_forms[low] in self.words.takers
            or t.tag[i + 1] in ("DT", "CD", "PRP$")
        ):
            return False
        if low == "sanctions" and t.lemma[i + 1] in self.words.of("sanctions_compound"):
            return False
        if t.sent[i - 1] != t.sent[i] or t.sent[i + 1] != t.sent[i] or t.lemma[i + 1] in self.words.frames["compound"]:
            return False
        if any(
            (body := self.words.bodies.match_at(t.text, k)) is not None and body[0] == i
            for k in range(max(0, i - 4), i)
        ):
            # "The Department of State issues"
            return True
        doubtful = self.words.verb_forms[low] in self.words.of("noun_or_verb") and t.tag[i - 1] != "CC"
        if doubtful and t.head[i] != i and t.dep[i] not in ("compound", "conj", "amod"):
            return False
        if t.text[i + 1] in (".", ",") and self.words.verb_forms[low] in self.words.frames["subject"]:
            return t.tag[i - 1] in ("NN", "NNS")
        return t.lower[i + 1] in self.words.modifiers or t.tag[i + 1] in (
            "DT",
            "JJ",
            "JJR",
            "NNS",
            "NNP",
            "CD",
            "PRP$",
            "RB",
            "NN",
            "TO",
            "IN",
            "VBG",
            "VBN",
            "CC",
        )

    def verb(self, i: int) -> str | None:
        """Lemma of token `i` if it is used as a verb, else None."""
        t = self.t
        if t.tag[i] == "MD" or t.lower[i] in ("following", "including", "concerning", "regarding", "according"):
            return None
        if t.tag[i].startswith("VB") or t.pos[i] == "VERB":
            return self.words.verb_forms.get(t.lower[i], t.lemma[i])
        if self.finite(i) or self._action_form(i) or self._bare(i):
            return self.words.verb_forms[t.lower[i]]
        return None

    def order_number(self, i: int) -> str | None:
        """The number at token `i` where an order is named before it: "E.O. 13224", "Executive Order 13224"."""
        t = self.t
        named = i > 0 and t.lower[i - 1] in self.words.of("order_name") and t.text[i - 1][0].isupper()
        return t.text[i][:5] if named and t.text[i][:5].isdigit() else None

    def _bare(self, i: int) -> bool:
        """ "whether to halt remittances": an infinitive that the tagger takes for a noun."""
        t = self.t
        return (
            0 < i < t.n - 1
            and t.tag[i - 1] == "TO"
            and t.tag[i] in ("NN", "JJ")
            and self.words.verb_forms.get(t.lower[i]) == t.lower[i]
            and t.lower[i] not in self.words.of("noun_or_verb")
            and t.tag[i + 1] in ("DT", "JJ", "NN", "NNP", "NNS", "PRP$")
        )
