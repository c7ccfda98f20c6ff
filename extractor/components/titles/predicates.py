"""Titles tied to their holder by a verb: "X is/became/was appointed TITLE", "named X as TITLE", "X, who is TITLE"."""

from __future__ import annotations

from extractor.components.titles.holding import Holding
from extractor.components.titles.names import CLOSERS, NameBook
from extractor.components.titles.phrase import POSSESSIVES, Phrase
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable

_AUXILIARIES = frozenset({"be", "have", "will", "also", "later", "then", "recently", "first", "since", "now", "soon"})


class Predicates:
    def __init__(self, tokens: TokenTable, book: NameBook, lex: TitleLexicon) -> None:
        self.t, self.book, self.lex = tokens, book, lex

    def _head_token(self, p: Phrase) -> int:
        """The token of the phrase's core whose governor lies outside it."""
        for i in range(p.core_first, p.head_end):
            if self.t.head[i] == i or not p.core_first <= self.t.head[i] < p.head_end:
                return i
        return p.head_end - 1

    def tie(self, h: Holding) -> None:
        p, t = h.phrase, self.t
        head = self._head_token(p)
        if p.plural:
            self._one_of(h)
            return
        if self._by_marker(h):
            return
        verb = t.head[head]
        if t.tag[verb] == "VBG" and verb in self.book.by_end and self._entry(verb) is not None and verb < p.left:
            self._by_word_order(h)  # "a statement on NAME stepping down as"
            return
        if t.child(head, "cop") is not None:
            subject = t.child(head, "nsubj", "nsubj:outer")
            if subject is None and self._picked_to_be(h, head):
                return
            if subject is None and t.lower[p.left - 1] in ("is", "was") and p.left - 1 in self.book.by_end:
                subject = self.book.by_end[p.left - 1].end - 1  # where the parse is silent: "NAME is the TITLE"
            self._tie(h, subject, head, "copular", None)
            return
        governor = t.head[head]
        dep = t.dep[head]
        if dep == "conj" and t.child(governor, "cop") is not None:
            self._tie(h, t.child(governor, "nsubj"), governor, "copular", None)
            return
        if governor == head:
            self._by_word_order(h)
            return
        entry = self._entry(governor)
        if entry is None or abs(governor - head) > 25:
            self._by_word_order(h)
            return
        holder, incumbency, preposition = entry
        marked = preposition and any(t.lower[i] == preposition for i in range(min(governor, p.left), p.first))
        if preposition and not marked and dep not in ("xcomp", "obj", "appos"):
            return
        if preposition == "as" and holder == "subject" and not marked:
            return
        if incumbency == "former" and not marked:
            return
        above = self._entry(t.head[governor]) if t.dep[governor] == "xcomp" else None
        if holder == "subject" and above is not None and above[0] == "object":
            verb = t.head[governor]  # "the board selected NAME to serve as director"
            passive = t.child(verb, "nsubj:pass")
            self._tie(h, t.child(verb, "obj") if passive is None else passive, verb, "copular", above[1] or None)
        elif holder == "subject":
            self._tie(h, self._subject(governor), governor, "copular", incumbency or None)
        else:
            passive = t.child(governor, "nsubj:pass")
            if passive is None and t.tag[governor] == "VBN" and t.dep[governor] in ("acl", "acl:relcl"):
                passive = t.head[governor] if t.dep[governor] == "acl" else None
            target = passive if passive is not None else t.child(governor, "obj")
            if target == head:
                target = t.child(governor, "iobj")
            self._tie(h, target, governor, "copular", incumbency or None)

    def _picked_to_be(self, h: Holding, head: int) -> bool:
        """ "NAME was picked to be the party's candidate": tie the title to whom the verb before "to be" takes."""
        t = self.t
        verb = t.head[head]
        entry = self._entry(verb) if t.dep[head] == "xcomp" else None
        if entry is None or entry[0] != "object":
            return False
        passive = t.child(verb, "nsubj:pass")
        self._tie(h, t.child(verb, "obj") if passive is None else passive, verb, "copular", entry[1] or None)
        return bool(h.names) or h.pronoun is not None

    def _one_of(self, h: Holding) -> None:
        """ "NAME is one of the candidates", "NAME, one of the judges, …"."""
        p, t = h.phrase, self.t
        low, _ = t.sentence(p.head_first)
        one = p.left - 2
        while one > low and p.left - one < 5 and t.lower[one] != "one":
            one -= 1
        if one <= low or t.lower[one : one + 2] != ["one", "of"]:
            return
        before = self.book.by_end.get(one - 1)
        if before is not None and (t.text[one - 1] == "," or t.lower[one - 1] in ("is", "was")):
            h.names, h.basis = [(before, None)], "apposition" if t.text[one - 1] == "," else "copular"
        elif t.child(one, "cop") is not None:
            self._tie(h, t.child(one, "nsubj"), one, "copular", None)

    def name_behind(self, h: Holding, following: Holding | None) -> None:
        """ "Its chief of staff is General NAME", "the new minister is NAME": the name behind the verb."""
        p, i = h.phrase, h.phrase.end
        _, high = self.t.sentence(p.head_first)
        if i + 1 >= high or self.t.lower[i] not in ("is", "was") or p.plural or not (p.definite or p.countries):
            return
        name = self.book.by_first.get(i + 1)
        if name is None and following is not None and following.phrase.left == i + 1 and len(following.names) == 1:
            name = following.names[0][0]
            if following.phrase.definite or following.basis not in ("prenominal", "possessive"):
                return
        after = self.t.text[name.end : name.end + 1] if name is not None else []
        if name is not None and (not after or after[0] in CLOSERS or after[0].lower() in ("and", "who")):
            h.names, h.basis = [(name, None)], "copular"

    def _by_marker(self, h: Holding) -> bool:
        """ "NAME, of Ohio, to be TITLE", "her term as TITLE", "As TITLE, she …": words before the title that say who.

        Whether one of them stands there."""
        p, t = h.phrase, self.t
        low, high = t.sentence(p.head_first)
        if t.lower[max(p.left - 2, low) : p.left] == ["to", "be"]:
            name = self.book.by_first.get(low)
            clause = range(name.end, p.left - 2) if name is not None else range(0)
            if name is None or t.text[name.end] != "," or any(t.tag[i] in ("VBD", "VBZ", "VBP") for i in clause):
                return False
            h.names, h.basis, h.incumbency = [(name, None)], "copular", "incoming"
            return True
        i = p.left - 1
        if i < low or t.lower[i] != "as" or p.definite:
            return False
        if i == low and p.end + 1 < high and t.text[p.end] == ",":
            name = self.book.by_first.get(p.end + 1)
            if name is not None:
                h.names, h.basis = [(name, None)], "copular"
            elif t.lower[p.end + 1] in ("he", "she"):
                h.pronoun, h.basis = p.end + 1, "copular"
            return bool(h.names) or h.pronoun is not None
        if i - 1 > low and t.lemma[i - 1] in self.lex.tenures:
            j = i - 2
            while j > low and t.pos[j] in ("ADJ", "NUM", "NOUN"):
                j -= 1
            if t.lower[j] in ("his", "her"):
                h.pronoun, h.basis = j, "copular"
            elif t.lower[j] in POSSESSIVES and j in self.book.by_end:
                h.names, h.basis = [(self.book.by_end[j], None)], "copular"
            return bool(h.names) or h.pronoun is not None
        return False

    def _entry(self, verb: int) -> tuple[str, str, str] | None:
        """What the verb ties a title to, with its particle if it has one: "step down"."""
        after = self.t.lower[verb + 1] if verb + 1 < self.t.n else ""
        return self.lex.verbs.get(f"{self.t.lemma[verb]} {after}") or self.lex.verbs.get(self.t.lemma[verb])

    def _by_word_order(self, h: Holding) -> None:
        """Where the parse is silent: "named … NAME as TITLE", "NAME was appointed (as) TITLE", "NAME became TITLE"."""
        p, t = h.phrase, self.t
        low, _ = t.sentence(p.head_first)
        i = p.left - 1
        if i > low and t.lower[i] == "as":
            name = self.book.by_end.get(i)
            if name is not None:
                for j in range(name.first - 1, max(low - 1, name.first - 7), -1):
                    entry = self.lex.verbs.get(t.lemma[j])
                    noun = t.lower[j + 1 : name.first] == ["of"] and t.tag[j] == "NN"  # "the nomination of NAME as"
                    if entry is not None and entry[0] == "object" and (noun or t.tag[j].startswith("VB")):
                        h.names, h.basis, h.incumbency = [(name, None)], "copular", entry[1] or None
                        return
            i -= 1
        if i - 1 > low and f"{t.lemma[i - 1]} {t.lower[i]}" in self.lex.verbs:
            i -= 1  # "stepped | down as"
        entry = self._entry(i) if i > low else None
        told = entry is not None and entry[0] == "subject" and t.lower[p.left - 1] == "as"
        if entry is None or entry[1] == "former" and not told:
            return
        passive = entry[0] == "object"
        j = i - 1
        while j > low and t.tag[j] in ("RB", "MD", "VBD", "VBZ", "VBP", "VBN", "VB") and t.lemma[j] in _AUXILIARIES:
            j -= 1
        if passive and not (t.tag[i] == "VBN" and j < i - 1) or not passive and entry[2] and not told:
            return
        name = self.book.by_end.get(j + 1)
        if name is not None:
            h.names, h.basis, h.incumbency = [(name, None)], "copular", entry[1] or None

    def _subject(self, verb: int) -> int | None:
        t = self.t
        for _ in range(5):
            found = t.child(verb, "nsubj", "nsubj:pass")
            if found is not None:
                return found
            if t.dep[verb] in ("acl:relcl", "acl"):
                return t.head[verb]
            if t.dep[verb] in ("conj", "xcomp", "advcl") and t.head[verb] != verb:
                verb = t.head[verb]
                continue
            return None
        return None

    def _was_once(self, p: Phrase) -> bool:
        """ "was formerly the chief counsel", "Previously, she was director": the adverb says that the post is over."""
        low = self.t.sentence(p.head_first)[0]
        near = self.t.lower[max(low, p.left - 3) : p.left]
        return not self.lex.of("former_adverb").isdisjoint({*near, self.t.lower[low]})

    def _tie(self, h: Holding, subject: int | None, predicate: int, basis: str, incumbency: str | None) -> None:
        """Tie the title to the person that `subject` names: a name, a relative pronoun's antecedent, or a pronoun."""
        t = self.t
        if subject is None:
            return
        word = t.lower[subject]
        if word in ("who", "that", "which", "whom"):
            verb = predicate
            for _ in range(4):
                if t.dep[verb] in ("acl:relcl", "acl"):
                    break
                verb = t.head[verb]
            subject = t.head[verb]
            basis = "relative"
        name = self.book.at.get(subject)
        if name is None:
            for c in t.children[subject]:
                if t.dep[c] in ("appos", "flat", "compound") and c in self.book.at and abs(c - subject) < 6:
                    name = self.book.at[c]
        if incumbency is None and h.phrase.incumbency == "current" and self._was_once(h.phrase):
            incumbency = "former"
        if name is not None:
            if h.phrase.left <= name.first < h.phrase.end:
                return
            h.names.append((name, None))
            h.basis, h.incumbency = basis, incumbency
        elif word in ("he", "she"):
            h.pronoun, h.basis, h.incumbency = subject, basis, incumbency
