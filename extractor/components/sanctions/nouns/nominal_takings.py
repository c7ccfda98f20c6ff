"""Nouns with an object that names the measure: "the suspension of aid to X"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event, told
from extractor.components.sanctions.verbs.takings import COMMERCIAL, Takings

Span = tuple[int, int]


class NominalTakings(Takings):
    """Events told by a noun of cutting, freezing, expelling."""

    def _nominal(self, i: int, lemma: str) -> Event | None:
        t = self.t
        last = t.sentence(i)[1]
        if (
            i + 1 >= last
            or t.lower[i + 1] not in ("of", "in", "to")
            or t.lower[i + 1] == "to"
            and lemma != "halt"
            or self.words.nouns.match_at(t.lemma, i) is not None
        ):
            return None
        phrase = self.p.right_phrase(i + 2)
        if phrase is None or self.senses.is_health(i) or self.senses.is_sport(i):
            return None
        if (member := self._suspended_state(i, lemma, phrase, False)) is not None:
            return member
        # "The withdrawal of troops and equipment", "the end of joint exports": nothing that is kept from anybody.
        others = self.words.of("not_cut") | self.words.senses.get("wrongdoing", frozenset())
        if others & set(t.lemma[phrase[0] : phrase[1]]):
            return None
        for groups, action in self.words.of_takers[lemma]:
            k = phrase[0]
            while k < phrase[1]:
                match = self.words.objects.match_at(t.lemma, k)
                if match is not None and match[1][0] in groups:
                    return self._nominal_event(i, lemma, phrase, match[0], match[1], action)
                k += 1
        return None

    def _nominal_event(
        self, i: int, lemma: str, phrase: Span, stop: int, what: tuple[str, str], action: str
    ) -> Event | None:
        t = self.t
        group, measure = what
        if group == "asset" and action == "ease" and not set(t.lemma[phrase[0] : phrase[1]]) & {"frozen", "freeze"}:
            return None
        if group in COMMERCIAL and lemma not in ("ban", "embargo") and not self.senses.in_article:
            return None
        start = self.p.start(i)
        course = self.stages.of_noun(start, i, action)
        by = self._by(stop)
        sender = self.parties.sender(by) if by else None
        if sender is None and self.parties.places.within(start, i):
            sender = self.parties.sender((start, i))
        if sender is None and course.sender:
            sender = self.parties.sender(course.sender)
        target = self._affected(phrase, stop, sender)
        if target is None or not self._between_states(sender, target, group):
            return None
        if sender is None and group in COMMERCIAL and lemma in self.words.of("stoppage"):
            # "the halt of shipments to the United States": whoever stopped them.
            return None
        if measure == "trade_ban" and not self.words.of("limiting").isdisjoint(t.lower[start:i]):
            measure = "economic"
        return told(course, (start, stop), i, i, [measure], action, sender, target, "nominal-object", 0.8)

    def content(self, event: Event) -> str | None:
        """The measure that "including a suspension of aid" after the event names, with no party of its own."""
        t, last = self.t, self.t.sentence(event.node)[1]
        for k in range(event.span[1], min(last - 3, event.span[1] + 14)):
            if t.lower[k] != "including":
                continue
            head = self.p.end(k + 1) - 1
            if head <= k or head + 2 >= last or t.lower[head + 1] not in ("of", "on"):
                return None
            for groups, action in self.words.of_takers.get(t.lemma[head], ()):
                match = self.words.objects.match_at(t.lemma, head + 2)
                if match is not None and match[1][0] in groups and action == "impose":
                    return match[1][1]
            return None
        return None
