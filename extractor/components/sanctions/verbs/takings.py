"""Verbs with an object that names the measure: "froze the assets", "suspended aid to Kenya"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.held_titles import rest_of
from extractor.components.sanctions.parties.parties import Party
from extractor.components.sanctions.senses import SURE
from extractor.components.sanctions.verbs.suspensions import Suspensions
from extractor.linking.places import Place

Span = tuple[int, int]
# Group, measure and action of what is taken, and the token after it.
Taken = tuple[str, str, str, int]
# Trade and transport stop for many reasons; without a word of sanctions in the article only a ban counts.
COMMERCIAL = {
    "agreement", "asset", "export", "finance", "import", "investment", "membership", "services", "sport", "trade",
    "transport", "travel",
}  # fmt: skip


class Takings(Suspensions):
    """Events of cutting, freezing, expelling and their opposites."""

    # "froze the assets", "suspended aid to Kenya", "expelled two diplomats"
    def _taking(self, i: int, verb: str, start: int) -> Event | None:
        """The event of the verb at token `i`, read as `verb`, with an object from token `start` on."""
        t, last = self.t, self.t.sentence(i)[1]
        if verb in self.words.of("letting") and self.words.of("waiver_noun") & self._words(i):
            # "issues a licence allowing the sale of": told by the licence.
            return None
        if self.senses.unsafe and verb in self.words.of("plain_ban"):
            return None
        begin, aux, passive = self._voice(i)
        if t.tag[i] == "VBN" and not aux and "by" in t.lower[i + 1 : i + 3] and t.sent[i - 1] == t.sent[i]:
            return self._reduced_taking(i, verb)
        phrase = self.stages.subject(i, begin) if passive else (self.p.right_phrase(start) if start < last else None)
        if phrase is None:
            return None
        phrase = self._applied(phrase)
        if "jurisdiction" in t.lemma[phrase[0] : min(last, phrase[1] + 4)]:
            # "property subject to U.S. jurisdiction is blocked": what a designation entails.
            return None
        doubtful = self.senses.is_health(i) or self.senses.is_sport(i)
        taken = self._object(phrase, verb) or self._sum_in_aid(phrase, verb) or self._foreign_officials(phrase, verb)
        if taken is None:
            return self._suspended_state(i, verb, phrase, passive) if not doubtful else None
        if doubtful and taken[1] not in SURE or self._idle(i, taken, phrase, passive):
            return None
        commercial = self._commercial(i, verb, taken, phrase)
        if commercial and not self._firm(i, verb, taken[0]):
            return None
        return self._taken_from(i, verb, taken, phrase, commercial)

    def _taken_from(self, i: int, verb: str, taken: Taken, phrase: Span, commercial: bool) -> Event | None:
        """The event where the parties of the taking are such that one acts on the other."""
        t = self.t
        group, measure, action, stop = taken
        _, aux, passive = self._voice(i)
        course = self.stages.of_verb(i, action, passive)
        by = self._by(i + 1) if passive else course.sender
        if passive and by is None and group == "diplomat" and verb in ("recall", "withdraw"):
            by = self._whose_envoy(phrase)
        sender = self._sender(by)
        if (sender is None or not sender.countries) and (whose := self._whose(taken, phrase)) is not None:
            sender = self._named_state(whose)
        sender, target = self._hit(i, sender, taken, phrase, passive)
        if passive and target is not None and by is not None and by[1] <= i and group == "diplomat":
            target.kind, target.text = "country", None
        if commercial and not self._states_apart(sender, target):
            return None
        if measure == "services_ban" and self.words.of("finance") & set(t.lemma[phrase[0] : max(phrase[1], stop + 5)]):
            # "the licences of Chadian banks"
            measure = "financial_restriction"
        content = by is not None and t.lemma[by[1] - 1] in ("sanction", "embargo")
        if content:
            # "The sanctions will end all military cooperation": part of what was imposed before.
            if course.stage == "refused" or "to" in aux:
                # "Sanctions are not blocking ports": what they do not do.
                return None
            open_ = course.stage in ("considered", "hypothetical", "proposed") or course.modality is not None
            sender, target, course.stage = None, None, "hypothetical" if open_ else "done"
        elif not self._acted_on(sender, target, taken, phrase):
            return None
        span = (i, max(stop, i + 1)) if not passive else (phrase[0], i + 1)
        event = self._told(course, span, i, measure, action, (sender, target), "verb-object", 0.85, stop - 1)
        lasting = {"already", "currently", "now", "still"} & set(t.lower[max(0, i - 2) : i])
        if lasting and course.stage == "done" and action == "impose" and t.tag[i] in ("VBP", "VBZ") and not aux:
            # "already restrict trade with": a state that lasts.
            event.action, event.stage = "maintain", "in_force"
        event.definite = content
        if not content and target is None:
            event.inherited.add("needs-target")
        return event

    def _commercial(self, i: int, verb: str, taken: Taken, phrase: Span) -> bool:
        """Is it trade or transport that stops for many reasons, in an article without a word of sanctions?"""
        group, _, _, stop = taken
        if group not in COMMERCIAL or verb in self.words.of("plain_ban") or self.senses.in_article:
            return False
        lemma, after = self.t.lemma[stop - 1], self.t.lower[stop : stop + 1]
        if lemma in self.words.of("granted_noun") or group == "membership" and self._by_body(i):
            # What one state grants another: to end it is a measure, whatever the article is about.
            return False
        if group == "asset":
            # What the law of sanctions calls a freeze; "blocked funds" are mostly a budget's.
            called = verb in self.words.of("blocking") and lemma in ("asset", "property")
            return not called and "frozen" not in self.t.lower[slice(*phrase)]
        if group in ("export", "import", "trade") and self.words.of("quarrel") & self._words(i):
            # "suspends coal exports to Israel over the war": why states stop trade with each other.
            return False
        if verb == "close" and after == ["to"]:
            kept = self.p.right_phrase(stop + 1)
            carriers = kept is not None and bool(self.words.of("flying") & set(self.t.lemma[slice(*kept)]))
            return kept is None or not carriers and self.parties.target(kept).kind != "vessel"
        return True

    def _idle(self, i: int, taken: Taken, phrase: Span, passive: bool) -> bool:
        """Is nothing kept from another: one's own people and budget, what is not frozen, what an act is for?"""
        t = self.t
        group, _, action, _ = taken
        own = t.tag[phrase[0]] == "PRP$"
        if group == "asset" and action == "ease":
            return not set(t.lemma[slice(*phrase)]) & {"frozen", "freeze"}
        if group == "relation" and action == "lift":
            # "lifts its sanctions to restore ties": what for.
            return bool(self.words.of("strong_word") & self._words(i))
        if group == "post" and own:
            # "closes its embassy": mostly for the safety of its own people.
            return not self.words.of("quarrel") & self._words(i)
        if group == "travel" and own:
            # "bans its citizens from travelling to": a warning to its own.
            return not passive
        if group == "aid" and t.lemma[phrase[1] - 1] == "funding" and t.lower[phrase[1] : phrase[1] + 1] == ["for"]:
            # "restored funding for Iran democracy programs": a budget.
            return t.lemma[self.p.end(phrase[1] + 1) - 1] in self.words.of("program_noun")
        return False

    def _hit(
        self, i: int, sender: Party | None, taken: Taken, phrase: Span, passive: bool
    ) -> tuple[Party | None, Party | None]:
        """Sender and target of the taking: each other where two states act alike."""
        group, _, _, stop = taken
        if group == "asset":
            # "freezes Chadian assets in Peru": where they lie.
            inside = (k for k in range(stop, phrase[1]) if self.t.lower[k] in ("in", "within"))
            phrase = (phrase[0], next(inside, phrase[1]))
        target = self._affected(phrase, stop, sender)
        if target is None and sender is not None and self._each_other(stop):
            sender = sender if sender.countries else self._both(i, sender)
            # "Chad and Mali cut ties with each other"
            target = Party(None, sender.countries, "country", sender.text)
        if group == "travel" and not passive and (kept := self._kept_out(stop)) is not None:
            # "bans travel to America by 50 officials": who may not travel.
            hit = self.parties.target(kept)
            target = hit if hit.countries else target
        return sender, target

    def _acted_on(self, sender: Party | None, target: Party | None, taken: Taken, phrase: Span) -> bool:
        """Does a state act on another, or on somebody whom the text tells elsewhere?"""
        t = self.t
        group, measure, _, stop = taken
        if target is None and group in ("export", "import", "trade") and t.tag[phrase[0]] == "PRP$":
            # "limit its oil exports": of one's own goods, to nobody in particular.
            return False
        if target is None or not target.countries and group == "procurement":
            end = t.lemma[sender.span[1] - 1] if sender is not None and sender.span is not None else ""
            # "The bill would freeze the assets of those responsible."
            law = end in self.words.of("enacted_text") and group in ("asset", "visa")
            if sender is None or not law and not self._is_state(sender):
                return False
            if not (law or sender.countries or end in self.words.of("acting_state") or group == "membership"):
                return False
            return self.senses.in_article or group == "diplomat" and measure == "diplomatic"
        if target.span is None and sender and target.countries == sender.countries and len(sender.countries) > 1:
            return True
        granted = group == "agreement" and t.lemma[stop - 1] in self.words.of("granted_noun")
        return self._between_states(sender, target, group) or granted and not (sender and sender.countries)

    def _whose(self, taken: Taken, phrase: Span) -> Place | None:
        """ "cut off U.S. imports of oil", "deny U.S. visas", "the entry of Malians into Chad": whither they come."""
        group, _, _, stop = taken
        if group == "travel":
            near = range(stop, min(stop + 8, self.t.sentence(stop - 1)[1]))
            gate = next((k for k in near if self.t.lower[k] == "into"), near.stop)
            return next(iter(self.parties.places.within(gate, near.stop)), None)
        into = group == "import" and self.t.lower[stop : stop + 1] in (["from"], ["of"])
        if not into and group != "visa":
            return None
        return next((p for p in self.parties.places.within(phrase[0], stop) if p.end == stop - 1), None)

    def _both(self, i: int, sender: Party) -> Party:
        """ "The two countries cut ties": the only two that the sentence before names."""
        t = self.t
        if sender.span is None or not {"both", "two"} & set(t.lower[slice(*sender.span)]) or not t.sent[i]:
            return sender
        near = self.parties.places.within(*t.sents[t.sent[i] - 1])
        codes = tuple(dict.fromkeys(place.iso3 for place in near))
        return Party(sender.span, codes, "country", sender.text) if len(codes) == 2 else sender

    def _words(self, i: int) -> set[str]:
        return set(self.t.lemma[slice(*self.t.sentence(i))])

    def _reduced_taking(self, i: int, verb: str) -> Event | None:
        """ "relations with Syria, broken off by London": the participle follows what it tells of."""
        t = self.t
        end = i - 1 if t.text[i - 1] == "," else i
        phrase = self.p.left_phrase(end)
        if phrase is not None and phrase[0] > t.sentence(i)[0] and t.lower[phrase[0] - 1] in ("to", "with"):
            outer = self.p.left_phrase(phrase[0] - 1)
            phrase = (outer[0], phrase[1]) if outer is not None else phrase
        found = self._object(phrase, verb, over=True) if phrase is not None else None
        by = self._by(i + 1)
        if phrase is None or found is None or by is None:
            return None
        group, measure, action, stop = found
        sender = self.parties.sender(by)
        target = self._affected(phrase, stop, sender)
        if target is None or not sender.countries or not self._between_states(sender, target, group):
            return None
        if group in COMMERCIAL and verb not in self.words.of("plain_ban") and not self.senses.in_article:
            return None
        span, rule = (stop - 1, i + 1), "verb-object"
        return Event(span, stop - 1, i, [measure], action, "done", sender, target, rule=rule, confidence=0.85)

    def _object(self, phrase: Span, verb: str, over: bool = False) -> Taken | None:
        t = self.t
        k = phrase[0]
        best = None
        if self.words.senses.get("wrongdoing", frozenset()) & set(t.lemma[phrase[0] : phrase[1]]):
            return None
        if "joint" in t.lower[phrase[0] : phrase[1]] and t.tag[phrase[0]] != "PRP$":
            # What two states do together is stopped by both.
            return None
        while k < phrase[1] and (over or t.lower[k] not in ("against", "in", "from", "to")):
            match = self.words.objects.match_at(t.lemma, k)
            if match is not None:
                group, measure = match[1]
                # A head noun, or the noun before "to", "from": "oil imports" counts by its last word.
                for groups, action in self.words.takers[verb]:
                    if group in groups and t.tag[match[0] - 1].startswith("NN"):
                        best = (group, measure, action, match[0])
                k = match[0]
                if best and k < t.n and t.text[k] == "-":
                    best = None
                if best and (k >= phrase[1] or not t.tag[k].startswith("NN")):
                    return best
                if best and group == "diplomat" and t.tag[k] == "NNP":
                    # "expels ambassador Jane Roe"
                    return best
            else:
                if best is not None and t.tag[k].startswith("NN"):
                    best = None
                k += 1
        return best

    def _affected(self, phrase: Span, stop: int, sender: Party | None) -> Party | None:
        """The target: a country in the phrase, or after it with "to", "from", "with", "against"."""
        t, last = self.t, self.t.sentence(phrase[0])[1]
        own = sender.countries if sender else ()
        inner = self.parties.target(phrase)
        if inner.countries and set(inner.countries) - set(own):
            inner.countries = tuple(c for c in inner.countries if c not in own)
            if inner.kind == "sector" or inner.kind is None or self.t.tag[phrase[0]] == "PRP$":
                # "aid to Kenya", "its envoy from Kenya": the country is hit.
                inner.kind, inner.text = "country", None
            return inner
        if t.lower[stop : stop + 1] == ["of"] and t.text[stop + 1 : stop + 2] == [","]:
            # "freezes the assets of, and bans travel by, four commanders"
            close = next((k for k in range(stop + 2, min(last - 1, stop + 12)) if t.text[k] == ","), None)
            after = self.p.right_phrase(close + 1) if close is not None else None
            if after is not None and (shared := self.parties.target(after)).countries:
                return shared
        if t.tag[phrase[0]] == "PRP$" and not inner.countries and inner.span == (phrase[0], phrase[0] + 1):
            # "their assets will be blocked from use in Canada"
            return None
        for k in range(stop, min(last, stop + 8)):
            if t.lower[k] in self.words.of("response_noun"):
                # "in response to a blacklist": what is answered is not hit.
                return None
            if t.lower[k] in ("to", "from", "with", "against", "of", "for", "on", "belonging"):
                after = self.p.right_phrase(k + 1 if t.lower[k] != "belonging" else k + 2)
                found = self.parties.target(after) if after is not None else None
                if found is not None and found.span and (code := rest_of(found.span, own, self.parties)):
                    found.countries, found.kind = (code,), "entity"
                if found and (
                    found.countries and found.countries != own or found.kind in ("entity", "person", "group")
                ):
                    return found
        return None
