"""Designations: "designated X under Executive Order 13224", "X, listed as a terrorist group by", "are designated"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event, told
from extractor.components.sanctions.parties.parties import Party
from extractor.components.sanctions.verbs.target_verbs import TargetVerbs
from extractor.language.closed_classes import BE

Span = tuple[int, int]
_HITTABLE = ("person", "entity", "vessel", "country", "group")


class Designations(TargetVerbs):
    """Events of "to designate" and "to list as"."""

    def _designating(self, i: int, verb: str) -> Event | None:
        """The event of "to designate" at token `i`; of "list", "declare" where somebody is made a terrorist."""
        t, low = self.t, self.t.lower[i]
        if t.tag[i] == "JJ" and low != "designated":
            return None
        plain = verb in self.words.of("designating")
        if not (self._penal(i) if plain else self._terror(i)):
            return None
        again = i > 1 and t.text[i - 1] == "-" and t.lower[i - 2] == "re"
        if i and t.text[i - 1] == "-" and not again:
            # "a U.S.-designated group"
            return None
        begin, aux = self.p.group(i - 2 if again else i)
        if low.endswith("ed") and t.lower[i - 1] == "to":
            begin, aux = i, []
        reduced = low.endswith("ed") and not aux and self._reduced_clause(i, begin)
        if self._honoured(i) or self._at_home(i, begin):
            return None
        before = t.tag[begin - 1] in ("DT", "IN", "TO", "PRP$", "JJ", "``")
        if low.endswith("ed") and not aux and not reduced and before:
            # "calls to designated officials"
            return None
        action = "reimpose" if again or verb == "redesignate" else "impose"
        passive = t.tag[i] in ("VBN", "VBD") and any(a in BE for a in aux)
        course = self.stages.of_verb(i, action, passive or reduced)
        phrase: Span | None
        relative = self._whom(begin) if reduced and "by" not in t.lower[i + 1 : i + 3] else None
        if relative is not None:
            # "the gang, which Peru recently designated as": who did it stands between.
            course.stage, course.sender, phrase = "done", relative[0], relative[1]
            reduced = False
        elif reduced:
            course.stage, phrase = "done", self._described(begin)
        elif passive:
            phrase = self.stages.subject(i, begin)
        else:
            last = t.sentence(i)[1]
            phrase = self.p.right_phrase(self._over_aside(i + 1, last)) if i + 1 < last else None
        # "designated as a terrorist organization by the Council": who did it, after what it was made.
        sender = self._sender(self._by(i + 1, 16, (";", ".", "for")) if passive or reduced else None)
        if not (passive or reduced):
            sender = self._sender(course.sender)
        elif sender is not None and not sender.countries:
            sender = None
        if phrase is None or course.stage == "blocked":
            return None
        if passive and t.lower[phrase[0]] in ("he", "it", "she", "they") and phrase[1] - phrase[0] == 1:
            phrase = self._spoken_of(phrase[0]) or phrase
        target = self._designee(i, phrase, sender, plain, reduced)
        if target is None:
            return None
        return told(course, (i, i + 1), i, i, ["designation"], action, sender, target, "verb-designate", 0.9)

    def _designee(self, i: int, phrase: Span, sender: Party | None, plain: bool, reduced: bool) -> Party | None:
        """Who is designated; None where nothing shows that a state does it as a penalty."""
        t = self.t
        law, known = self._law(i), sender is not None and bool(sender.countries)
        sure = law or self._terror(i)
        if t.runs_on(i) and not sure or not (known or sure or self.senses.in_article) or not (plain or known or law):
            return None
        target = self.parties.target(phrase)
        pronoun = phrase[1] - phrase[0] == 1 and t.tag[phrase[0]] == "PRP"
        named = any(t.tag[k] in ("NNP", "NNPS", "CD") for k in range(*phrase))
        if reduced and (not named or t.lower[phrase[1] - 1].rstrip("s") in self.words.of("terror_word")):
            # "organizations designated by the President": whichever they are.
            return None
        if target.kind not in _HITTABLE and not pronoun and not (named and (sure or self.senses.in_article)):
            return None
        if sender is not None and sender.countries and sender.countries == target.countries and not pronoun:
            target.countries = ()
        return target

    def _at_home(self, i: int, begin: int) -> bool:
        """ "was designated a foreign agent", "a court designates the band as extremist": a state's own people."""
        t = self.t
        after = t.lower[i + 1 : i + 8]
        court = "court" in t.lower[max(t.sentence(i)[0], begin - 8) : begin]
        return court or any(after[k : k + 2] in (["foreign", "agent"], ["foreign", "agents"]) for k in range(6))

    def _penal(self, i: int) -> bool:
        """Is a penalty meant, and not an honour or an office?"""
        return self.senses.in_article or self._terror(i) or self._law(i) or self._numbered(i) or self._blamed(i)

    def _blamed(self, i: int) -> bool:
        """ "designated General Deby for gross violations of human rights": a penalty, whatever it is called."""
        t, last = self.t, self.t.sentence(i)[1]
        cause = next((k for k in range(i + 1, min(last, i + 20)) if t.lower[k] == "for"), None)
        return cause is not None and bool(self.words.of("blame_word") & set(t.lemma[cause + 1 : min(last, cause + 7)]))

    def _numbered(self, i: int) -> bool:
        """ "is designating 12 entities and five individuals", but "designated two officials to receive"."""
        t, last = self.t, self.t.sentence(i)[1]
        if i + 1 >= last or t.tag[i + 1] != "CD":
            return False
        phrase = self.p.right_phrase(i + 1)
        if phrase is None or phrase[1] < last and t.lower[phrase[1]] in ("to", "as"):
            return False
        return self.parties.target(phrase).kind in ("entity", "person", "vessel")

    def _law(self, i: int) -> bool:
        """Does the sentence name the law or the office by which a penalty is laid on?"""
        t = self.t
        first, last = t.sentence(i)
        if self.words.of("penal_word") & set(t.lower[first:last]):
            return True
        laws = self.words.laws
        return any(laws.match_at(t.text, k) is not None or self.p.order_number(k) for k in range(first, last))

    def _reduced_clause(self, i: int, begin: int) -> bool:
        """ "a group recently designated as … by": a participle after what it describes."""
        t = self.t
        if begin == t.sentence(i)[0] or i + 1 >= t.n:
            return False
        k = begin - 1
        while k > t.sentence(i)[0] and t.tag[k] in ("RB", "JJ") and t.tag[k - 1] in ("NN", "NNS", "NNP", "NNPS"):
            k -= 1
        noun = t.tag[k] in ("NN", "NNS", "NNP", "NNPS") or t.text[k] == ","
        return noun and t.lower[i + 1] in ("as", "by", "under", "pursuant", "in", "on")

    def _whom(self, begin: int) -> tuple[Span, Span] | None:
        """ "the gang, which Peru recently designated": subject and antecedent of the clause."""
        subject = self._described(begin)
        whom = self._antecedent(subject) if subject is not None else None
        return (subject, whom) if subject is not None and whom is not None else None

    def _described(self, begin: int) -> Span | None:
        t = self.t
        k = begin
        while k - 1 > t.sentence(begin)[0] and (t.tag[k - 1] in ("RB", "JJ") or t.text[k - 1] == ","):
            k -= 1
        return self.p.left_phrase(k)

    def _spoken_of(self, i: int) -> Span | None:
        """ "The Front attacked trains. It was designated": the name that opens the sentence before."""
        t = self.t
        index = t.sent[i]
        first = t.sents[index - 1][0] if index and t.sents[index][0] == i else -1
        found = self.p.right_phrase(first) if first >= 0 else None
        named = found is not None and any(t.tag[k] in ("NNP", "NNPS") for k in range(*found))
        return found if named else None

    def _over_aside(self, i: int, last: int) -> int:
        """ "is designating, under E.O. 13244, X": where the object begins."""
        t = self.t
        if t.lower[i : i + 2] == ["for", "sanctions"] and i + 2 < last:
            return i + 2
        if t.text[i] == ",":
            close = next((k for k in range(i + 1, min(last, i + 14)) if t.text[k] == ","), None)
            return close + 1 if close is not None and close + 1 < last else i
        return i

    def _honoured(self, i: int) -> bool:
        """ "designated Qatar as a major ally": what somebody is made is no penalty."""
        t, last = self.t, self.t.sentence(i)[1]
        k = next((k for k in range(i + 1, min(last, i + 25)) if t.lower[k] in ("as", "a")), None)
        if k is None:
            return False
        named = {*t.lemma[k : self.p.end(k + 1)], *t.lower[k : self.p.end(k + 1)]}
        return bool(named & self.words.of("honour_noun")) and not self._terror(i)

    def _terror(self, i: int) -> bool:
        """Is somebody made a terrorist, or a sponsor of terror, by this verb?"""
        t, last = self.t, self.t.sentence(i)[1]
        stop = min(last, i + 40)
        near = {*t.lemma[i:stop], *t.lower[i:stop]}
        if not near & self.words.of("terror_word"):
            return False
        return "as" in near or bool(near & self.words.of("terror_list_word"))
