"""A body and its member: "suspended Gabon", "suspending Niger from the bloc"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event, told
from extractor.components.sanctions.target_verbs import TargetVerbs

Span = tuple[int, int]


_USE = {"application", "implementation", "observance", "participation"}


class Suspensions(TargetVerbs):
    """Events of suspended and expelled members."""

    def _suspended_state(self, i: int, verb: str, phrase: Span, passive: bool) -> Event | None:
        """ "suspended Gabon", "suspending Niger from the bloc": a body and its member."""
        t = self.t
        if verb not in ("suspend", "expel"):
            return None
        cut = next((k for k in range(*phrase) if t.lower[k] == "from"), phrase[1])
        # "suspends Niger from its bodies"
        target = self.parties.target((phrase[0], max(cut, phrase[0] + 1)))
        phrase = (phrase[0], max(cut, phrase[0] + 1))
        if target.kind != "country" or not target.countries or target.countries[0] in ("EUE", "UNO"):
            return None
        if not all(
            self.parties.places.at(k) or t.lower[k] in ("and", ",", "the", "-") for k in range(*target.span or (0, 0))
        ):
            return None
        course = self.stages.of_verb(i, "impose", passive)
        span = self._by(i + 1) if passive else course.sender
        sender = self.parties.sender(span) if span else None
        first, last = t.sentence(i)
        around = {*t.lemma[max(first, i - 12) : i], *t.lemma[i : min(last, i + 16)]}
        named = span is not None and any(self.words.bodies.match_at(t.text, k) for k in range(*span))
        if not named and not around & {
            "bloc",
            "member",
            "membership",
            "charter",
            "organization",
            "commonwealth",
            "union",
        }:
            return None
        if sender is not None and sender.countries and not named:
            return None
        event = told(
            course,
            (i, phrase[1]) if not passive else (phrase[0], i + 1),
            i,
            i,
            ["membership_suspension"],
            "impose",
            sender,
            target,
            "verb-member",
            0.85,
        )
        if course.agent is not None:
            event.agent = self.parties.sender(course.agent)
        return event

    def _applied(self, phrase: tuple[int, int]) -> tuple[int, int]:
        """ "suspend its application of the agreement": the agreement, for its own part."""
        t, last = self.t, self.t.sentence(phrase[0])[1]
        for k in range(*phrase):
            if t.lemma[k] in _USE and k + 2 < last and t.lower[k + 1] in ("in", "of", "under"):
                return self.p.right_phrase(k + 2) or phrase
        return phrase
