"""Acts of keeping from another told by several words: "kicked two envoys out", "no longer sells arms to Chad"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.verbs.takings import Takings

_REACH = 14
_PARTICLES = {"away", "back", "home", "off", "out"}


class Withholdings(Takings):
    """Where the object of a taking begins; goods marked as blocked; states that hit back in a trade quarrel."""

    def _taken(self, i: int, verb: str) -> tuple[str, int] | None:
        """The verb as the table of takings has it, and the token at which its object begins."""
        t, takers = self.t, self.words.takers
        last = t.sentence(i)[1]
        begin = self.p.group(i)[0]
        if verb in self.words.of("handing_verb") and ["no", "longer"] in (t.lower[k : k + 2] for k in range(begin, i)):
            # "will no longer sell arms to Chad"
            return "stop", i + 1
        start = i + 1
        if t.tag[i] == "VBG" and f"{self.p.verb(i - 1)} {t.lower[i]}" in takers:
            # "stop blocking food sales": told by "stop"
            return None
        if start >= last:
            return (verb, start) if verb in takers else None
        full = f"{verb} {t.lower[start]}"
        if full in takers:
            return full, start + 1
        if verb not in takers:
            end = self.p.end(start)
            apart = f"{verb} {t.lower[end]}" if start < end < last and t.lower[end] in _PARTICLES else ""
            return (apart, start) if apart in takers else None
        if start + 1 < last and t.lower[start] in self.words.of("handing"):
            return verb, start + 1
        if verb in ("refuse", "decline") and start + 2 < last and t.lower[start] == "to":
            # "refuses to sell arms to Chad"
            return ("refuse", start + 2) if t.lemma[start + 1] in self.words.of("handing_verb") else None
        return verb, start

    def _identifying(self, i: int) -> Event | None:
        """ "identified a yacht as blocked property": what belongs to those who are listed is frozen."""
        t, last = self.t, self.t.sentence(i)[1]
        mark = next((k for k in range(i + 1, min(last - 2, i + _REACH)) if t.lower[k] == "as"), None)
        if mark is None or t.lower[mark + 1 : mark + 3] != ["blocked", "property"]:
            return None
        phrase = self.p.right_phrase(i + 1)
        if phrase is None or phrase[0] >= mark:
            return None
        course = self.stages.of_verb(i, "impose")
        sender = self._sender(course.sender)
        target = self.parties.target((phrase[0], min(phrase[1], mark)))
        if not target.countries and t.lower[mark + 3 : mark + 4] == ["of"]:
            owner = self.p.right_phrase(mark + 4)
            target.countries = self.parties.target(owner).countries if owner is not None else ()
        span, between = (i, mark + 3), (sender, target)
        return self._told(course, span, i, "asset_freeze", "impose", between, "verb-designate", 0.85)

    def _hitting_back(self, i: int) -> Event | None:
        """ "called on him to retaliate against Chad for dumping": with measures of trade, and not with arms."""
        t, words = self.t, self.senses.of_sentence(i)
        if t.lower[i + 1 : i + 2] != ["against"] or not words & self.words.of("trade_quarrel"):
            return None
        if words & self.words.of("armed_quarrel"):
            return None
        if self._measure_named(*t.sentence(i)):
            # Told by the measure that the sentence names.
            return None
        phrase = self.p.right_phrase(i + 2)
        target = self.parties.target(phrase) if phrase is not None else None
        if phrase is None or target is None or not target.countries:
            return None
        course = self.stages.of_verb(i, "impose")
        span, between = (i, phrase[1]), (self._sender(course.sender), target)
        return self._told(course, span, i, "unspecified", "impose", between, "verb-answer", 0.75)
