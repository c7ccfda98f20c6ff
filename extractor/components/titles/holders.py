"""Who holds the title: the name beside it, in apposition, or tied to it by a verb."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.components.titles.phrases import ARTICLES, POSSESSIVES, Phrase
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon
from extractor.lexicon.casing import common_words
from extractor.linking.bodies import BodyIndex
from extractor.linking.names import NameSpan, beside_title, name_lexicon
from extractor.linking.places import Place, PlaceIndex

_OPENERS = frozenset({",", "(", "-", "--", "–", "—", "_", "["})
_CLOSERS = frozenset({",", ")", ".", "-", "--", "–", "—", "_", ";", "]", ":"})
_AUXILIARIES = frozenset({"be", "have", "will", "also", "later", "then", "recently", "first", "since", "now", "soon"})
# A head of state is not at the same time the head of government named beside it.
_APART = frozenset({frozenset({"head_of_state", "head_of_government"})})


# Party and state of a member of Congress, as American newspapers write it.
_PARTY_STATE = re.compile(r"(?:R|D|I|DFL)\.?[-,–][A-Z][A-Za-z.]{1,6}")


@dataclass(slots=True, eq=False)
class Holding:
    """A title phrase with its holders: (name, country named after it) for each, the construction, and what the verb says."""

    phrase: Phrase
    names: list[tuple[NameSpan, Place | None]] = field(default_factory=list)
    basis: str = "unattached"
    incumbency: str | None = None
    pronoun: int | None = None
    party_state: bool = False


def is_party_state(t: TokenTable, i: int, high: int) -> bool:
    """ "(R-Ky.)", ", D-Calif.," at token `i`: a member of the United States Congress stands before it."""
    if i + 2 < high and t.text[i] in ("(", ","):
        return bool(_PARTY_STATE.match("".join(t.text[i + 1 : min(i + 5, high)]).lstrip("(")))
    return False


class HolderFinder:
    def __init__(
        self,
        tokens: TokenTable,
        places: PlaceIndex,
        bodies: BodyIndex,
        names: list[NameSpan],
        lexicon: Lexicon,
        lex: TitleLexicon,
    ) -> None:
        self.t, self.places, self.bodies, self.lexicon, self.lex = tokens, places, bodies, lexicon, lex
        self.common = lexicon.compiled(common_words)
        self.by_first = {n.first: n for n in names}
        self.by_end = {n.end: n for n in names}
        self.at = {i: n for n in names for i in range(n.first, n.end)}

    @property
    def names(self) -> list[NameSpan]:
        """All names, those found beside titles among them, left to right."""
        return [self.by_first[first] for first in sorted(self.by_first)]

    def attach(self, phrases: list[Phrase]) -> list[Holding]:
        for p, q in zip(phrases, phrases[1:]):
            if self.t.lower[p.end : q.left] == ["and"] and not q.countries and not q.definite:
                q.definite, q.countries = p.definite, list(p.countries)  # "Japan's premier and foreign minister"
        holdings = [Holding(p) for p in phrases]
        for holding in holdings:
            self._prenominal(holding)
        for holding in holdings:
            if not holding.names:
                self._apposition_before(holding)
        for k, holding in enumerate(holdings):
            if not holding.names and k + 1 < len(holdings):
                self._conjoined_before(holding, holdings[k + 1])
        for holding in holdings:
            if not holding.names:
                self._apposition_after(holding)
        for k, holding in enumerate(holdings[:-1]):
            if not holding.names:
                self._conjoined_before(holding, holdings[k + 1])
        for holding in holdings:
            if not holding.names:
                self._verbal(holding)
        for k, holding in enumerate(holdings):
            if k and not holding.names and holding.pronoun is None:
                self._conjoined_after(holdings[k - 1], holding)
        return holdings

    def _use(self, name: NameSpan) -> NameSpan:
        """The name, registered: a name found beside a title takes the place of the model's shorter or longer one."""
        for i in range(name.first, name.end):
            old = self.at.get(i)
            if old is not None and old != name:
                for k in range(old.first, old.end):
                    self.at.pop(k, None)
                self.by_first.pop(old.first, None)
                self.by_end.pop(old.end, None)
        if name.first not in self.by_first:
            self.by_first[name.first] = name
            self.by_end[name.end] = name
            self.at.update(dict.fromkeys(range(name.first, name.end), name))
        return self.by_first[name.first]

    # --- TITLE NAME -----------------------------------------------------------------------------------------------

    def _prenominal(self, h: Holding) -> None:
        p, t = h.phrase, self.t
        _, high = t.sentence(p.head_first)
        i = p.end
        if i >= high:
            return
        if t.text[i] == '"' and i + 1 < high:  # nicknames stay out
            return
        sure = i in self.by_first
        title_case = t.text[p.head_first][:1].isupper() or p.head.plural or p.head.head.endswith(".")
        if not sure and not (title_case or self.at.get(i) or p.head.role not in ("official", "other")):
            return
        name = beside_title(t, i, self.places, self.bodies, self.lexicon)
        if name is None or (name.first >= p.end + 1 and name.first not in self.at and not t.text[p.end].endswith(".")):
            return
        if not sure and not self._plausible(p, name):
            return
        if (
            name.end - name.first == 1
            and t.lower[name.first] in self.common
            and self.bodies.at(name.first) is None
            and sure
        ):
            return  # "member of the Senate Committee"
        name = self._use(name)
        h.names.append((name, self._country_after(name.end, high)))
        h.party_state |= self._party_state(name.end, high)
        h.basis = "possessive" if p.possessor is not None else "prenominal"
        if p.plural:
            self._more_names(h, name.end, high)

    def _plausible(self, p: Phrase, name: NameSpan) -> bool:
        """Whether the words after the title are a name though the model has none there."""
        t = self.t
        labels = [t.ent_at[i][2] for i in range(name.first, name.end) if i in t.ent_at]
        if any(label in ("GPE", "LOC", "NORP", "FAC", "EVENT") for label in labels) and p.head.generic:
            return False
        if t.pos[name.first] not in ("PROPN", "NOUN", "ADJ", "X", "ADP") and t.tag[name.first] not in (
            "NNP",
            "NNPS",
            "FW",
        ):
            return False
        if p.head.generic and not t.text[p.head_first][:1].isupper():
            return False
        if all(t.lower[i] in self.common for i in range(name.first, name.end)):
            return False
        place = self.places.at(name.first)
        return not (place is not None and place.first == name.first and place.end >= name.end and not place.weak)

    def _country_after(self, i: int, high: int) -> Place | None:
        """ "of Germany" right after a name."""
        if i + 1 < high and self.t.lower[i] == "of":
            j = i + 2 if self.t.lower[i + 1] == "the" and i + 2 < high else i + 1
            place = self.places.at(j)
            if place is not None and place.first == j:
                return place
        return None

    def _more_names(self, h: Holding, i: int, high: int) -> None:
        """The other names of a plural title: "Presidents A and B", "Sens. A (R-Ky.), B of Ohio and C"."""
        t = self.t
        country = h.names[-1][1]
        if country is not None:
            i = country.end
        for _ in range(60):
            i = self._skip_parenthesis(i, high)
            if i < high and t.text[i] == "," or i < high and t.lower[i] in ("and", "&"):
                i += 1
                if i < high and t.lower[i] in ("and", "&"):
                    i += 1
            else:
                return
            if i >= high:
                return
            if self.places.at(i) is not None and self.places.at(i).kind == "demonym":  # type: ignore[union-attr]
                return
            if self.lex.heads.match_at(t.lower, i) is not None:
                return
            name = self.by_first.get(i) or beside_title(t, i, self.places, self.bodies, self.lexicon)
            if name is None or name.first - i > 2 or (name.end - name.first < 2 and name.first not in self.at):
                return
            name = self._use(name)
            country = self._country_after(name.end, high)
            h.party_state |= self._party_state(name.end, high)
            h.names.append((name, country))
            i = country.end if country is not None else name.end

    def _party_state(self, i: int, high: int) -> bool:
        return is_party_state(self.t, i, high)

    def _skip_parenthesis(self, i: int, high: int) -> int:
        if i < high and self.t.text[i] in ("(", "["):
            for j in range(i + 1, min(i + 10, high)):
                if self.t.text[j] in (")", "]"):
                    return j + 1
        elif i < high and self.t.text[i] == "," and self._party_state(i, high):
            for j in range(i + 2, min(i + 7, high)):
                if self.t.text[j] == ",":
                    return j
        return i

    # --- NAME, TITLE ----------------------------------------------------------------------------------------------

    def _apposition_before(self, h: Holding) -> None:
        p, t = h.phrase, self.t
        low, _ = t.sentence(p.head_first)
        i = p.left
        if i - 1 <= low or t.text[i - 1] not in _OPENERS:
            return
        i -= 1
        # an age or a party between: "Fumio Kishida, 66, prime minister"
        if i - 2 > low and t.pos[i - 1] == "NUM" and t.text[i - 2] == ",":
            i -= 2
        if t.text[i - 1] == ")":
            for j in range(i - 2, max(low, i - 12), -1):
                if t.text[j] == "(":
                    i = j
                    break
        name = self._name_before(i, p)
        if name is None or (p.possessor is not None and p.possessor.first == name.first):
            return
        h.names.append((name, None))
        h.basis = "apposition"

    # --- TITLE, NAME ----------------------------------------------------------------------------------------------

    def _apposition_after(self, h: Holding) -> None:
        p, t = h.phrase, self.t
        _, high = t.sentence(p.head_first)
        i = p.end
        if i + 1 >= high or t.text[i] not in (",", ":", "-", "--", "–", "—", "_", "("):
            return
        name = self._name_after(i + 1, p)
        if (
            name is None
            or not (p.definite or p.countries or p.body is not None or p.modified)
            or (p.indefinite and p.plural)
        ):
            return
        after = t.text[name.end] if name.end < high else "."
        if after not in _CLOSERS and after.lower() not in ("and",) and t.text[i] != ":":
            return
        if after == "," and name.end + 1 < high and name.end + 1 in self.by_first and not p.plural:
            return  # a list of names
        h.names.append((name, None))
        h.basis = (
            "possessive"
            if p.possessor is not None or p.possessor_pronoun is not None or self._possessive(p)
            else "apposition"
        )
        if p.plural:
            self._more_names(h, name.end, high)

    def _name_after(self, i: int, p: Phrase) -> NameSpan | None:
        """The name that starts at `i`, past an honorific; one the model missed counts after a definite title and before a
        comma or stop."""
        t, honorifics = self.t, name_lexicon(self.lexicon).honorifics
        _, high = t.sentence(p.head_first)
        while i + 1 < high and t.lower[i] in honorifics:
            i += 1
        if i + 2 < high and t.lower[i : i + 2] == ["tan", "sri"]:
            i += 2
        found = self.by_first.get(i)
        if found is not None and (found.end >= high or t.text[found.end] in _CLOSERS):
            return found
        if found is None and (i in self.at or not p.definite and not p.countries):
            return None
        name = beside_title(t, i, self.places, self.bodies, self.lexicon)
        if name is None or not 2 <= name.end - name.first <= 6 or name.end < high and t.text[name.end] not in _CLOSERS:
            return found
        return self._use(name) if self._plausible(p, name) else None

    def _name_before(self, end: int, p: Phrase) -> NameSpan | None:
        """The name that ends at `end`, before the comma of an apposition; one the model missed counts where it opens the
        sentence or a clause and the title says of what."""
        found = self.by_end.get(end)
        if found is not None or p.head.generic and p.body is None and not p.countries:
            return found
        t = self.t
        low, _ = t.sentence(p.head_first)
        first = end
        while (
            first > low
            and end - first < 5
            and (t.tag[first - 1] in ("NNP", "NNPS", "FW") or t.text[first - 1] in ("-",))
        ):
            first -= 1
        opens = (
            first == low
            or t.text[first - 1] in (",", ";", "--", "–", "—", "-", "_", ":", '"')
            or t.lower[first - 1] in ("and", "by")
        )
        if not opens or end - first < 2 or any(i in self.at for i in range(first, end)):
            return None
        name = beside_title(t, first, self.places, self.bodies, self.lexicon)
        if (
            name is None
            or name.end != end
            or any(self.bodies.at(i) is not None and self.bodies.at(i).kind != "other" for i in range(first, end))
        ):  # type: ignore[union-attr]
            return None
        if any(t.lower[i] in self.common for i in range(first, end)) or not self._plausible(p, name):
            return None
        return self._use(name)

    def _possessive(self, p: Phrase) -> bool:
        return any(self.t.lower[i] in POSSESSIVES for i in range(p.left, p.first))

    # --- coordination ---------------------------------------------------------------------------------------------

    def _conjoined_before(self, h: Holding, following: Holding) -> None:
        """ "Deputy Prime Minister and Foreign Minister NAME": the first title is the second one's holder's as well."""
        p, q, t = h.phrase, following.phrase, self.t
        if (
            following.basis not in ("prenominal", "apposition", "possessive")
            or len(following.names) != 1
            or p.plural
            or q.plural
        ):
            return
        if t.lower[p.end : q.first] not in (["and"], ["and", "the"], [","]) or q.countries and not p.countries:
            return
        if frozenset({p.head.role, q.head.role}) in _APART:
            return
        h.names, h.basis = list(following.names), following.basis

    def _conjoined_after(self, previous: Holding, h: Holding) -> None:
        """ "NAME, president of the party and information secretary": the second title is the same person's."""
        p, q, t = previous.phrase, h.phrase, self.t
        if len(previous.names) != 1 or previous.basis not in ("apposition", "copular") or p.plural or q.plural:
            return
        between = [w for w in t.lower[p.end : q.left] if w not in ARTICLES]
        if between in (["and"], [",", "and"], ["and", "also"]):
            if previous.names[0][0].first > q.head_first:
                return
            h.names, h.basis, h.incumbency = list(previous.names), previous.basis, previous.incumbency

    # --- verbs ----------------------------------------------------------------------------------------------------

    def _head_token(self, p: Phrase) -> int:
        """The token of the phrase's core whose governor lies outside it."""
        for i in range(p.core_first, p.head_end):
            if not p.core_first <= self.t.head[i] < p.head_end:
                return i
        return p.head_end - 1

    def _verbal(self, h: Holding) -> None:
        p, t = h.phrase, self.t
        head = self._head_token(p)
        if p.plural:
            return
        if t.child(head, "cop") is not None:
            subject = t.child(head, "nsubj", "nsubj:outer")
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
        lemma = t.lemma[governor]
        entry = self.lex.verbs.get(lemma)
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
        if holder == "subject":
            self._tie(h, self._subject(governor), governor, "copular", incumbency or None)
        else:
            passive = t.child(governor, "nsubj:pass")
            if passive is None and t.tag[governor] == "VBN" and t.dep[governor] in ("acl", "acl:relcl"):
                passive = t.head[governor] if t.dep[governor] == "acl" else None
            target = passive if passive is not None else t.child(governor, "obj")
            if target == head:
                target = t.child(governor, "iobj")
            self._tie(h, target, governor, "copular", incumbency or None)

    def _by_word_order(self, h: Holding) -> None:
        """Where the parse does not tell: "named … NAME as TITLE", "NAME was appointed (as) TITLE", "NAME became TITLE"."""
        p, t = h.phrase, self.t
        low, _ = t.sentence(p.head_first)
        i = p.left - 1
        if i > low and t.lower[i] == "as":
            name = self.by_end.get(i)
            if name is not None:
                for j in range(name.first - 1, max(low - 1, name.first - 7), -1):
                    entry = self.lex.verbs.get(t.lemma[j])
                    if entry is not None and entry[0] == "object" and t.tag[j].startswith("VB"):
                        h.names, h.basis, h.incumbency = [(name, None)], "copular", entry[1] or None
                        return
            i -= 1
        entry = self.lex.verbs.get(t.lemma[i]) if i > low else None
        if entry is None or entry[1] == "former":
            return
        passive = entry[0] == "object"
        j = i - 1
        while j > low and t.tag[j] in ("RB", "MD", "VBD", "VBZ", "VBP", "VBN", "VB") and t.lemma[j] in _AUXILIARIES:
            j -= 1
        if passive and not (t.tag[i] == "VBN" and j < i - 1) or not passive and entry[2]:
            return
        name = self.by_end.get(j + 1)
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
        name = self.at.get(subject)
        if name is None:
            for c in t.children[subject]:
                if t.dep[c] in ("appos", "flat", "compound") and c in self.at and abs(c - subject) < 6:
                    name = self.at[c]
        if name is not None:
            if h.phrase.left <= name.first < h.phrase.end:
                return
            h.names.append((name, None))
            h.basis, h.incumbency = basis, incumbency
        elif word in ("he", "she"):
            h.pronoun, h.basis, h.incumbency = subject, basis, incumbency
