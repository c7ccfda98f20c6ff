"""What a state takes from another by a verb that does not name it first: "strips Chad of its trade status"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Party
from extractor.components.sanctions.verbs.takings import Takings

Span = tuple[int, int]
_HOME = {"back", "home"}
_REACH = 12


class Deprivals(Takings):
    """Events of stripping, of turning officials away and of calling envoys home."""

    def _depriving(self, i: int, verb: str) -> Event | None:
        """The event of the verb at token `i` where it is a verb of stripping, of turning away, or "call"."""
        stripping = verb in self.words.of("stripping")
        if not stripping and verb not in self.words.of("calling_home") and verb not in self.words.of("turning_away"):
            return None
        if self.senses.is_sport(i) or self.senses.is_health(i):
            return None
        if stripping:
            return self._stripped(i, verb)
        if verb in self.words.of("calling_home"):
            return self._called_home(i)
        return self._turned_away(i)

    def _stripped(self, i: int, verb: str) -> Event | None:
        """ "strip Chad of its trading status", "was stripped of its vote in the council"."""
        t, last = self.t, self.t.sentence(i)[1]
        begin, _, passive = self._voice(i)
        of = next((k for k in range(i + 1, min(last - 1, i + _REACH)) if t.lower[k] == "of"), None)
        if of is None:
            return None
        # "of most-favored-nation status": an adverb may open the phrase.
        things = (self.p.right_phrase(k) for k in range(of + 1, min(last, of + 4)))
        found = next((hit for thing in things if thing and (hit := self._object(thing, verb))), None)
        whom = self.stages.subject(i, begin) if passive else (i + 1, of)
        if found is None or whom is None or whom[1] <= whom[0]:
            return None
        group, measure, action, stop = found
        course = self.stages.of_verb(i, action, passive)
        sender, target = self._sender(self._by(stop) if passive else course.sender), self.parties.target(whom)
        if (
            not target.countries
            or target.kind not in ("country", None)
            or set(target.countries) == set(sender.countries if sender else ())
        ):
            return None
        if sender is not None and not sender.countries and not self._between_states(sender, target, group):
            return None
        span = (begin, stop) if passive else (i, stop)
        return self._told(course, span, i, measure, action, (sender, target), "verb-object", 0.85, stop - 1)

    def _turned_away(self, i: int) -> Event | None:
        """ "denied entry to two Russian lawmakers", "denied a Chadian minister entry"."""
        t, last = self.t, self.t.sentence(i)[1]
        begin, aux, passive = self._voice(i)
        if aux[-1:] == ["be"] or i + 1 >= last:
            return None
        entry = next((k for k in range(i + 1, min(last, i + _REACH)) if t.lower[k] == "entry"), None)
        if entry is None:
            return None
        kept = None
        if passive:
            # "Two Malian ministers were denied entry to Canada"
            whom = self.stages.subject(i, begin)
            near = t.lower[entry + 1 : entry + 2]
            kept = self.p.right_phrase(entry + 2) if near and near[0] in ("by", "into", "to") else None
        elif entry <= i + 2 and entry + 2 < last and t.lower[entry + 1] == "to":
            whom = self.p.right_phrase(entry + 2)
        else:
            whom = (i + 1, entry) if self.p.end(i + 1) >= entry - 1 else None
        # Whom a state keeps out for what their own state does.
        if whom is None or not self.words.of("official_noun") & set(t.lemma[slice(*whom)]):
            return None
        course = self.stages.of_verb(i, "impose", passive)
        sender, target = self._sender(kept if passive else course.sender), self.parties.target(whom)
        if sender is None or not self._is_state(sender) or not target.countries:
            return None
        if sender.countries == target.countries:
            return None
        span = (begin if passive else i, entry + 1)
        return self._told(course, span, i, "travel_ban", "impose", (sender, target), "verb-bar", 0.85, entry)

    def _called_home(self, i: int) -> Event | None:
        """ "called its ambassador in Chad home", "called back its envoy to Peru"."""
        t, last = self.t, self.t.sentence(i)[1]
        if i + 2 >= last:
            return None
        early = t.lower[i + 1] in _HOME
        phrase = self.p.right_phrase(i + 1 + early)
        if phrase is None:
            return None
        post = next((k for k in range(*phrase) if self._diplomat(k)), None)
        if post is None or t.tag[phrase[0]] != "PRP$":
            return None
        if not early and not any(t.lower[k] in _HOME for k in range(post + 1, min(last, post + 6))):
            return None
        course = self.stages.of_verb(i, "impose")
        sender = self._sender(course.sender)
        near = t.lower[post + 1 : post + 2]
        host = self.p.right_phrase(post + 2) if near and near[0] in ("from", "in", "to") and post + 2 < last else None
        if host is None:
            far = next((k for k in range(post + 1, min(last - 1, post + 5)) if t.lower[k] == "from"), None)
            host = self.p.right_phrase(far + 1) if far is not None else None
        target: Party | None = self.parties.target(host) if host is not None else None
        if sender is None or target is None or not target.countries or sender.countries == target.countries:
            return None
        target.kind, target.text = "country", None
        span = (i, post + 1)
        return self._told(course, span, i, "diplomatic", "impose", (sender, target), "verb-object", 0.85, post)
