"""Measure nouns before another noun: "sanctions relief", "sanctions-busting", "the sanctions bill"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.nouns.governors import Governor
from extractor.components.sanctions.parties.parties import Party
from extractor.components.sanctions.stages.embeddings import Course
from extractor.components.sanctions.verbs.acts import Acts


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

    def _compound_event(
        self, start: int, head: int, right: int, measures: list[str], governor: Governor
    ) -> Event | None:
        t = self.t
        course = self.stages.of_noun(start, right, governor.action)
        event = Event((start, right + 1), head, right, measures, governor.action, rule="compound")
        event.weak = measures == ["tariff"]
        default = {
            "violate": "done",
            "ease": "hypothetical",
            "lift": "hypothetical",
            "enforce": "in_force",
            "extend": "considered",
            "reimpose": "considered",
            "expire": "scheduled",
            "impose": governor.stage or "proposed",
        }
        before = self.p.before(start)
        if governor.stage == "proposed" and before >= 0 and self.p.verb(before) in ("handle", "oversee"):
            # "The committee oversees sanctions legislation": its field of work.
            return None
        if right + 1 < t.n and t.lemma[right + 1] in ("bill", "legislation"):
            event.action, event.stage, event.measures = "impose", "proposed", measures
        elif governor.stage:
            event.stage = governor.stage
        else:
            event.stage = course.stage or default[governor.action]
        event.modality = course.modality
        left = self.p.before(start)
        if course.stage is None and governor.action in ("ease", "reimpose") and left >= 0 and self.p.verb(left):
            verb = self.p.verb(left) or ""
            if verb in self.words.of("granting"):
                found = self.stages.of_verb(left, "ease")
                event.stage = found.stage or "done"
                course = found
                event.span = (left, right + 1)
            elif verb in self.words.of("relief_ending"):
                course = self.stages.of_verb(left, "reimpose")
                event.action, event.stage, event.span = "reimpose", course.stage or "done", (left, right + 1)
        if (
            governor.action == "ease"
            and event.stage not in ("opposed", "refused")
            and self._relief_sought(left, course)
        ):
            event.stage = "called_for"
        by, _, target = self._after(right + 1, governor)
        self._give_roles(event, governor, course, by, target, start, head)
        if (
            event.action in ("violate", "enforce")
            and event.sender
            and event.sender.span
            and t.tag[min(event.sender.span[1], t.n - 1)] == "POS"
        ):
            # "the Kremlin's sanctions evasion": whose evasion it is.
            event.agent, event.sender = event.sender, None
            if event.action == "violate":
                event.target = event.target or Party(
                    event.agent.span, event.agent.countries, "country", event.agent.text
                )
        own = event.senders and event.senders[0] not in ("USA", "EUE", "UNO", "GBR")
        if event.action == "violate" and own and event.sender and event.sender.span and event.sender.span[1] <= head:
            # "a Russian sanctions evasion network"
            event.agent, event.sender = event.sender, None
            event.target = event.target or Party(event.agent.span, event.agent.countries, "country", event.agent.text)
        if event.action == "violate" and course.agent is not None:
            event.agent = self.parties.sender(course.agent)
        if governor.stage == "proposed":
            if (
                event.sender
                and event.senders
                and event.target is None
                and t.tag[start] in ("JJ", "NNP", "DT")
                and event.sender.countries != ("USA",)
            ):
                # "the South African sanctions bill"
                event.target, event.sender = (
                    Party(event.sender.span, event.sender.countries, "country", event.sender.text),
                    None,
                )
            if left >= 0 and (
                self.p.verb(left) in self.words.of("enacting")
                or self.p.verb(left) == "pass"
                and t.tag[left] in ("VBD", "VBN")
                and "congress" in t.lower[max(t.sentence(left)[0], left - 5) : left]
            ):
                event.stage = "done"
        if event.action in ("ease", "reimpose") and event.target is not None and event.targets == ("USA",):
            # "a waiver for the American firm": who is let off, not who is hit.
            event.target = None
        if t.lemma[right] in ("fine", "penalty"):
            event.measures = ["penalty"]
        return event
