"""Verbs whose object is the target: "sanctioned X", "X was blacklisted by", "the U.S.-sanctioned tanker"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event, told
from extractor.components.sanctions.grammar import Grammar
from extractor.components.sanctions.parties.parties import Party
from extractor.language.closed_classes import BE
from extractor.linking.places import Place

Span = tuple[int, int]
_HITTABLE = ("person", "entity", "vessel", "country", "group")


class TargetVerbs(Grammar):
    """Events of "to sanction", "to blacklist" and the like."""

    # "sanctioned X", "X was sanctioned by", "U.S.-sanctioned X"
    def _target_verb(self, i: int, action: str) -> Event | None:
        t = self.t
        first, last = t.sentence(i)
        low = t.lower[i]
        bare = low == "sanction" and i + 1 < last and self._state_at(i + 1)
        if not bare and self._noun_form(i):
            return None
        begin, aux = self.p.group(i)
        if low.endswith("ed") and t.lower[i - 1] == "to":
            # "belonging to sanctioned firms": no infinitive ends so.
            begin, aux = i, []
        if low.endswith("ed"):
            passive = any(a in BE for a in aux)
            hyphen = i > first + 1 and t.text[i - 1] == "-"
            if not passive and (gap := self._gap(i, begin)) is not None:
                return self._passive(i, begin, passive, action, gap)
            if not aux and (hyphen or self._attributive(i)):
                return self._attributed(i, hyphen)
            if passive or not aux and self._reduced(i):
                return self._passive(i, begin, passive, action)
        if i + 1 >= last or low.endswith("ing") and t.tag[i].startswith("NN") and t.lower[i + 1] == "of":
            return None
        return self._active(i, action, self._conjunct(i) if bare and not aux else i, bare)

    def _noun_form(self, i: int) -> bool:
        """Is the word a noun here: "a sanction on", "the blockades"?"""
        t, low = self.t, self.t.lower[i]
        if low in self.words.of("measure_or_verb") and t.tag[i].startswith("NN") and t.tag[i - 1] not in ("TO", "MD"):
            return True
        plural = low.endswith("s") and low != "sanctions" and low[:-1] not in self.words.of("listing_verb")
        return t.tag[i] in ("NNS", "NN") and plural

    def _active(self, i: int, action: str, verb: int, bare: bool) -> Event | None:
        """ "sanctioned X"; verb: the one whose subject and modal it shares."""
        t, last = self.t, self.t.sentence(i)[1]
        after = i + 1
        if t.lower[after] in ("about", "almost", "nearly", "over", "some") and t.tag[min(after + 1, last - 1)] == "CD":
            after += 1
        phrase = self.p.right_phrase(self._past_carrier(after, last))
        if phrase is None:
            return None
        target = self.parties.target(self._with_attributes(phrase))
        course = self.stages.of_verb(verb, action)
        if bare and "if" in t.lower[i - 3 : i] and course.stage in (None, "done", "planned"):
            # "if necessary sanction Chad"
            course.stage, course.modality = "hypothetical", "conditional"
        sender = self._sender(course.sender)
        sender_head = t.lemma[course.sender[1] - 1] if course.sender else None
        head = self.parties._head(*self.parties.trim(phrase))
        if not self.senses.allows_verb(i, head, sender_head) or not self._hittable(i, target, sender):
            return None
        measure = "sectoral" if target.kind == "sector" else self._measure(t.lemma[i])
        return self._told(course, (i, i + 1), i, measure, action, (sender, target), "verb-target", 1.0)

    def _state_at(self, i: int) -> bool:
        """ "contain and, if necessary, sanction Chad": before a name it is the verb."""
        place = self.parties.places.at(i)
        return place is not None and place.kind == "name" and self.t.tag[i] in ("NNP", "NNPS")

    def _measure(self, lemma: str) -> str:
        """The measure that a verb names: who is blacklisted is designated."""
        if lemma in self.words.of("listing_verb"):
            return "designation"
        if lemma in ("blockade", "embargo"):
            return "trade_ban" if lemma == "embargo" else "blockade"
        return "debarment" if lemma == "debar" else "unspecified"

    def _past_carrier(self, i: int, last: int) -> int:
        """ "dozens of firms", "an expansive list of cronies": where those who are hit are named."""
        t = self.t
        end = self.p.end(i)
        head = next((k for k in range(i, min(last - 1, end + 1)) if t.lower[k + 1] == "of"), None)
        return (
            head + 2 if head is not None and t.lemma[head] in self.words.of("quantity_noun") and head + 2 < last else i
        )

    def _hittable(self, i: int, target: Party, sender: Party | None) -> bool:
        lemma = self.t.lemma[i]
        known = sender is not None and bool(sender.countries)
        if lemma in self.words.of("state_hitting"):
            others = bool(target.countries) and sender is not None and target.countries != sender.countries
            return known and others and target.kind in _HITTABLE
        named = target.span is not None and any(self.t.tag[k] in ("NNP", "NNPS") for k in range(*target.span))
        if lemma in ("delist", "relist") and known and named:
            return True
        if target.kind is None and known and lemma == "sanction" and self.t.tag[i] == "VBG" and target.span is not None:
            # "acted by sanctioning the largest market of the darknet, Hydra": a name follows in apposition.
            end = target.span[1]
            return self.t.text[end : end + 1] == [","] and self.t.tag[min(end + 1, self.t.n - 1)] == "NNP"
        if target.kind == "sector":
            # "sanctioned Chad's oil industry"
            return known and bool(target.countries)
        return target.kind in _HITTABLE and (known or bool(target.countries) or self.senses.in_article)

    def _attributive(self, i: int) -> bool:
        t = self.t
        if i + 1 >= t.n or t.tag[i + 1] not in ("JJ", "NN", "NNS", "NNP", "NNPS"):
            return False
        return (
            t.dep[i] in ("amod", "compound")
            or t.tag[i] == "JJ"
            or t.tag[i - 1] in ("DT", "IN", "JJ", "CD", "PRP$", "TO", "POS")
        )

    def _reduced(self, i: int) -> bool:
        t = self.t
        return (
            i > 0
            and t.tag[i - 1] in ("NNS", "NN", "NNP", "NNPS", "CD", ",")
            and i + 1 < t.n
            and (t.lower[i + 1] in ("by", "as", "for", "over", "under", "in", "last"))
        )

    def _attributed(self, i: int, hyphen: bool) -> Event | None:
        t = self.t
        sender = None
        start = i
        if hyphen:
            place = self.parties.places.at(i - 2)
            if place is None:
                return None
            sender, start = self._named_state(place), place.first
        phrase = self.p.right_phrase(i + 1)
        if phrase is None:
            return None
        phrase = (phrase[0], self._first_noun_end(phrase))
        head = phrase[1] - 1
        target = self.parties.target(phrase)
        # "sanctioned Iranian oil": a state's goods stand for it.
        goods = target.kind in (None, "sector") and bool(target.countries)
        if not self.senses.allows_verb(i, head, None) or target.kind not in _HITTABLE and not goods:
            return None
        if self.parties._head(*phrase) != head and t.lemma[self.parties._head(*phrase)] in self.words.senses.get(
            "approval", ()
        ):
            return None
        if sender is None and not target.countries and target.kind != "vessel":
            return None
        if not target.countries:
            target.countries = self._fleet(i)
        lemma = t.lemma[i]
        span, rule = (start, i + 1), "verb-attributive"
        return Event(span, i, i, [self._measure(lemma)], "none", "in_force", sender, target, rule=rule, confidence=0.8)

    def _named_state(self, place: Place) -> Party:
        span = (place.first, place.end)
        return Party(span, (self.parties.acting_code(place),), "country", self.parties.text(span))

    def _first_noun_end(self, phrase: Span) -> int:
        for k in range(phrase[0], phrase[1]):
            if self.t.lower[k] in ("and", ",", "of", "in", "from", "with", "at"):
                return k
        return phrase[1]

    def _fleet(self, i: int) -> tuple[str, ...]:
        """ "… part of the Russian shadow fleet": the country a ship is said to belong to."""
        t = self.t
        last = t.sentence(i)[1]
        for k in range(i, min(last, i + 22)):
            if t.lower[k] == "part" and t.lower[k + 1 : k + 2] == ["of"]:
                return tuple(sorted({p.iso3 for p in self.parties.places.within(k, min(last, k + 10))}))
            if t.lower[k : k + 2] == ["shadow", "fleet"] and (near := self.parties.places.within(max(i, k - 3), k)):
                return (near[-1].iso3,)
        return ()

    def _conjunct(self, i: int) -> int:
        """ "will contain and, if necessary, sanction": the verb whose subject and modal the verb at `i` shares."""
        t, first = self.t, self.t.sentence(i)[0]
        joined = next((k for k in range(i - 1, max(first, i - 6), -1) if t.lower[k] in ("and", "or")), None)
        if joined is None:
            return i
        return next((k for k in range(joined - 1, max(first, joined - 6), -1) if t.tag[k] == "VB"), i)

    def _gap(self, i: int, begin: int) -> tuple[Span, Span] | None:
        """ "the firms Canada sanctioned in May": who is hit and who hits him, where no word stands between them."""
        t, (first, last) = self.t, self.t.sentence(i)
        k = begin - 1
        while k > first and t.tag[k] in ("NNP", "NNPS") and t.tag[k - 1] in ("NNP", "NNPS", "DT"):
            k -= 1
        if k <= first or t.tag[k] not in ("DT", "NNP", "NNPS", "PRP") or t.tag[k - 1] not in ("NN", "NNS"):
            return None
        object_follows = i + 1 < last and t.tag[i + 1] in ("CD", "DT", "JJ", "NN", "NNP", "NNPS", "NNS", "PRP", "PRP$")
        whom = self.p.left_phrase(k)
        return (whom, (k, begin)) if whom is not None and not object_follows else None

    def _passive(
        self, i: int, begin: int, passive: bool, action: str, gap: tuple[Span, Span] | None = None
    ) -> Event | None:
        t = self.t
        course = self.stages.of_verb(i, action, True)
        subject = self.stages.subject(i, begin) if passive else self.p.left_phrase(i)
        if subject is None:
            subject = self.stages._first_subject(i)
        by = self._by(i + 1)
        if subject is None:
            return None
        if not passive and by is None and (hit := self._antecedent(subject)) is not None:
            # "the firm, which Canada sanctioned"
            subject, by, passive = hit, subject, True
        if gap is not None:
            (subject, by), passive = gap, True
        target, sender = self.parties.target(self._vessel(subject)), self._sender(by)
        known = sender is not None and bool(sender.countries)
        head = self.parties._head(*self.parties.trim(subject))
        if not self.senses.allows_verb(i, head, t.lemma[by[1] - 1] if by else None):
            return None
        if t.lemma[i] in self.words.of("state_hitting") and not (target.countries and known):
            return None
        if not target.countries:
            target.countries = self._fleet(i)
        billed = passive and course.stage == "hypothetical" and self._under_bill(i)
        plain = target.kind in _HITTABLE and (target.countries or self.senses.in_article)
        if not (known or billed or plain) or target.kind == "sector" and not target.countries:
            return None
        span = (begin, i + 1) if passive and gap is None else (i, i + 1)
        event = told(course, span, i, i, [self._measure(t.lemma[i])], action, sender, target, "verb-passive")
        if not passive and by is None:
            event.action, event.stage = "none", "in_force"
        if billed:
            event.stage = "proposed"
        return event

    def _antecedent(self, subject: Span) -> Span | None:
        """What "which" before the subject of a relative clause stands for."""
        t, k = self.t, subject[0] - 1
        if k <= t.sentence(subject[0])[0] or t.lower[k] not in ("which", "whom", "that"):
            return None
        return self.p.left_phrase(k - 1 if t.text[k - 1] == "," else k)

    def _under_bill(self, i: int) -> bool:
        t, first = self.t, self.t.sentence(i)[0]
        return any(t.lemma[k] in self.words.of("bill_noun") for k in range(first, i))

    def _vessel(self, subject: Span) -> Span:
        """ "a tanker in the Caribbean Sea that …": the phrase without the place where it is."""
        t = self.t
        for k in range(subject[0] + 1, subject[1]):
            if t.lower[k] in ("in", "at", "off", "near"):
                return subject[0], k
        return subject

    def _with_attributes(self, phrase: Span) -> Span:
        """Add "linked to Iran", "operating in Cambodia" to the phrase."""
        t, last = self.t, self.t.sentence(phrase[0])[1]
        end = phrase[1]
        if end < last and t.tag[end] in ("VBN", "VBG") and t.lower[end] in self.words.of("linked_or_based"):
            more = self.p.right_phrase(end + 2) if end + 2 < last else None
            if more:
                return phrase[0], more[1]
        return phrase
