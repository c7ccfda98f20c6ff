"""A body and its member: "suspended Gabon", "suspending Niger from the bloc"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.states import States

Span = tuple[int, int]


class Suspensions(States):
    """Events of suspended and expelled members."""

    def _suspended_state(self, i: int, verb: str, phrase: Span, passive: bool) -> Event | None:
        """ "suspended Gabon", "suspending Niger from the bloc", "the suspension of Mali": a body and its member."""
        t = self.t
        if verb not in ("expel", "expulsion", "suspend", "suspension"):
            return None
        noun = t.tag[i].startswith("NN")
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
        left = self.p.before(self.p.start(i)) if noun else -1
        row = self.words.action_of("measure", self.p.verb(left) or "") if noun and left >= 0 else None
        action = row[0] if row is not None and not row[1] else "impose"
        if noun and action == "impose":
            course = self.stages.of_noun(self.p.start(i), i, action)
        else:
            # "lifted the suspension of Gabon"
            course = self.stages.of_verb(left if noun else i, action, passive)
        span = self._by(i + 1) if passive else course.sender
        sender = self._sender(span)
        first, last = t.sentence(i)
        around = {*t.lemma[max(first, i - 12) : i], *t.lemma[i : min(last, i + 16)]}
        named = span is not None and any(self.words.bodies.match_at(t.text, k) for k in range(*span))
        outer = next((k for k in range(i + 1, min(last - 1, i + 6)) if t.lower[k] == "from"), None)
        ousted = outer is not None and any(
            self.words.bodies.match_at(t.text, k) for k in range(outer + 1, min(last, outer + 3))
        )
        if not named and not ousted and not around & self.words.of("membership_word"):
            return None
        if sender is not None and sender.countries and not named:
            return None
        shown = (i, phrase[1]) if not passive else (phrase[0], i + 1)
        between = (sender, target)
        return self._told(course, shown, i, "membership_suspension", action, between, "verb-member", 0.85)

    def _applied(self, phrase: tuple[int, int]) -> tuple[int, int]:
        """ "suspend its application of the agreement": the agreement, for its own part."""
        t, last = self.t, self.t.sentence(phrase[0])[1]
        for k in range(*phrase):
            if t.lemma[k] in self.words.of("treaty_use") and k + 2 < last and t.lower[k + 1] in ("in", "of", "under"):
                return self.p.right_phrase(k + 2) or phrase
        return phrase

    def _foreign_officials(self, phrase: Span, verb: str) -> tuple[str, str, str, int] | None:
        """ "expels twelve Algerian officials": another state's, as their country tells."""
        end = self.p.end(phrase[0])
        if verb != "expel" or self.t.lemma[end - 1] not in ("official", "officer"):
            return None
        foreign = any(place.kind == "demonym" for place in self.parties.places.within(phrase[0], end))
        return ("diplomat", "diplomatic", "impose", end) if foreign else None

    def _whose_envoy(self, phrase: Span) -> Span | None:
        """ "Peru's ambassador to Chad was recalled", "the Peruvian envoy in Chad": the state he stands for."""
        place = next(iter(self.parties.places.within(*phrase)), None)
        if place is None or place.end >= phrase[1]:
            return None
        named = place.kind == "demonym" or self.t.tag[place.end] == "POS"
        return (place.first, place.end) if named else None

    def _sum_in_aid(self, phrase: Span, verb: str) -> tuple[str, str, str, int] | None:
        """ "cut 30 million euros in aid": the measure is in what the money is for."""
        t, last = self.t, self.t.sentence(phrase[0])[1]
        if not any(t.tag[k] in ("CD", "$") for k in range(*phrase)):
            return None
        for k in range(phrase[0], min(last - 1, phrase[0] + 12)):
            if t.lower[k] in ("in", "of", "worth"):
                stop = self.p.end(k + 1)
                for j in range(k + 1, stop):
                    match = self.words.objects.match_at(t.lemma, j)
                    if match is None or match[1][0] not in ("aid", "military", "arms"):
                        continue
                    for groups, action in self.words.takers[verb]:
                        if match[1][0] in groups or groups & {"aid"}:
                            return match[1][0], match[1][1], action, match[0]
            elif self.p.verb(k):
                return None
        return None

    def _each_other(self, i: int) -> bool:
        """ "with each other", "to one another" from token `i` on."""
        return self.t.lower[i + 1 : i + 3] in (["each", "other"], ["one", "another"])

    def _kept_out(self, i: int) -> Span | None:
        """The phrase of "by more than 50 officials" within a few words from token `i`."""
        t, last = self.t, self.t.sentence(i - 1)[1]
        k = next((k for k in range(i, min(last, i + 6)) if t.lower[k] == "by"), None)
        if k is None:
            return None
        while k + 1 < last and t.lower[k + 1] in ("at", "least", "more", "over", "some", "than", "—", "–"):
            k += 1
        return self.p.right_phrase(k + 1) if k + 1 < last else None

    def _by_body(self, i: int) -> bool:
        """Does the sentence name a body of states before the verb?"""
        first = self.t.sentence(i)[0]
        return any(self.words.bodies.match_at(self.t.text, k) is not None for k in range(first, i))
