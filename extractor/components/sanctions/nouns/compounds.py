"""Measure nouns before another noun: "sanctions relief", "sanctions-busting", "the sanctions bill"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.nouns.governors import Governor
from extractor.components.sanctions.nouns.noun_places import SENDERS, as_country
from extractor.components.sanctions.stages.embeddings import Course
from extractor.components.sanctions.verbs.acts import Acts

_DEFAULT_STAGE = {
    "violate": "done",
    "ease": "hypothetical",
    "lift": "hypothetical",
    "enforce": "in_force",
    "extend": "considered",
    "reimpose": "considered",
    "expire": "scheduled",
    "impose": "proposed",
}


class Compounds(Acts):
    """Events of compounds."""

    def _cut_off(self, head: int) -> bool:
        """Is a blockade one at sea, or one of a state that its sentence or the one before names?"""
        t = self.t
        if self.senses.blockade(head):
            return True
        first = t.sents[max(0, t.sent[head] - 1)][0]
        return t.lower[head] == "blockade" and bool(self.parties.places.within(first, t.sentence(head)[1]))

    def _relief_sought(self, left: int, course: Course) -> bool:
        """ "wants sanctions relief", "is desperate for sanctions relief": who asks for it does not grant it."""
        t = self.t
        longing = left > 0 and t.lower[left] == "for" and t.lower[left - 1] in self.words.of("longing")
        seeking = left >= 0 and self.p.verb(left) in self.words.of("relief_seeking")
        if longing:
            begin = left - 2 if t.lemma[left - 2] == "be" else left - 1
            course.agent = course.agent or self.p.left_phrase(begin)
        elif seeking:
            course.agent, course.sender = course.agent or course.sender, None
        return longing or seeking

    def _compound_event(self, start: int, head: int, right: int, measures: list[str]) -> list[Event]:
        """The event of a measure noun before the noun `right`."""
        t, left = self.t, self.p.before(start)
        row = self.words.action_of("compound", t.lemma[right]) or self.words.action_of("compound", t.lower[right])
        assert row is not None
        governor = Governor("compound", row[0], row[1], right)
        course = self.stages.of_noun(start, right, governor.action)
        event = Event((start, right + 1), head, right, measures, governor.action, rule="compound")
        event.weak = measures == ["tariff"]
        verb = self.p.verb(left) or "" if left >= 0 else ""
        if governor.stage == "proposed" and verb in ("handle", "oversee"):
            # "The committee oversees sanctions legislation": its field of work.
            return []
        if right + 1 < t.n and t.lemma[right + 1] in ("bill", "legislation"):
            event.action, event.stage = "impose", "proposed"
        else:
            event.stage = governor.stage or course.stage or _DEFAULT_STAGE[governor.action]
        event.modality = course.modality
        if course.stage is None and governor.action in ("ease", "reimpose"):
            granted, ended = verb in self.words.of("granting"), verb in self.words.of("relief_ending")
            if granted or ended:
                event.action = "reimpose" if ended else event.action
                course = self.stages.of_verb(left, "reimpose" if ended else "ease")
                event.stage, event.span = course.stage or "done", (left, right + 1)
        unwanted = event.stage in ("opposed", "refused")
        if governor.action == "ease" and not unwanted and self._relief_sought(left, course):
            event.stage = "called_for"
        by, _, target = self._after(right + 1, governor)
        self._give_roles(event, governor, course, by, target, start, head)
        self._give_breaker(event, head)
        if event.action == "violate" and course.agent is not None:
            event.agent = self.parties.sender(course.agent)
        if governor.stage == "proposed":
            self._tabled(event, start, left, verb)
        if event.action in ("ease", "reimpose") and event.targets == ("USA",):
            # "a waiver for the American firm": who is let off, not who is hit.
            event.target = None
        if t.lemma[right] in ("fine", "penalty"):
            event.measures = ["penalty"]
        return [event]

    def _give_breaker(self, event: Event, head: int) -> None:
        """ "the Kremlin's sanctions evasion", "a Russian sanctions evasion network": whose evasion it is."""
        sender = event.sender
        if event.action not in ("violate", "enforce") or sender is None or not sender.span:
            return
        owner = self.t.tag[min(sender.span[1], self.t.n - 1)] == "POS"
        own = event.senders and event.senders[0] not in SENDERS and sender.span[1] <= head
        if owner or own and event.action == "violate":
            event.agent, event.sender = sender, None
            if event.action == "violate":
                event.target = event.target or as_country(sender)

    def _tabled(self, event: Event, start: int, left: int, verb: str) -> None:
        """Whom a bill hits, and whether it was passed: "the South African sanctions bill"."""
        t, sender = self.t, event.sender
        if sender and event.target is None and t.tag[start] in ("JJ", "NNP", "DT") and event.senders != ("USA",):
            event.target, event.sender = (as_country(sender), None) if sender.countries else (None, sender)
        congress = "congress" in t.lower[max(t.sentence(left)[0], left - 5) : left] if left >= 0 else False
        passed = verb == "pass" and congress and t.tag[left] in ("VBD", "VBN")
        if passed or verb in self.words.of("enacting"):
            event.stage = "done"
