"""Laws that carry their sanctions in the name: "the Senate passed the Iran Sanctions Act"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.nouns.noun_roles import NounRoles
from extractor.components.sanctions.parties.parties import Party

_SMALL = {"accountability", "and", "for", "of", "the"}


class Acts(NounRoles):
    """Events of bringing in a law named for the state that it hits."""

    def _act(self, start: int, head: int) -> list[Event]:
        """The events of a name ("… Sanctions … Act") whose measure noun is `head`: at most one."""
        t = self.t
        last = t.sentence(head)[1]
        names = self.words.of("named_text")
        end = next((k + 1 for k in range(head + 1, min(last, head + 9)) if t.lower[k] in names), None)
        if end is None or any(not t.text[k][0].isupper() and t.lower[k] not in _SMALL for k in range(head, end)):
            return []
        begin = self.p.start(head)
        place = next(iter(self.parties.places.within(begin, end)), None)
        stage = self._way(begin, end)
        if place is None or stage is None or place.iso3 in ("EUE", "UNO", "USA"):
            return []
        target = Party((place.first, place.end), (place.iso3,), "country", self.parties.text((place.first, place.end)))
        event = Event((begin, end), head, head, ["unspecified"], "impose", stage, None, target, rule="act")
        home = self.parties.legislature
        event.sender = Party(None, home.countries, None, home.text) if home is not None else None
        event.confidence = 0.8
        return [event]

    def _way(self, begin: int, end: int) -> str | None:
        """How far the law has come: proposed, done where it is signed or enacted; None where nothing tells."""
        t = self.t
        first, last = t.sentence(begin)
        left = self.p.before(begin)
        if left > first and t.lower[left] == "of" and t.lemma[left - 1] in self.words.of("tabling_noun"):
            return "proposed"
        verbs = [left] if left >= 0 else []
        k = end
        while k < last and (t.tag[k] in ("CD", "NNP", "IN", "-LRB-", "-RRB-") or t.text[k] in ("(", ")")):
            k += 1
        if k < last and t.lower[k] in ("is", "was", "were", "has", "had", "been", "to", "be"):
            verbs += [j for j in range(k + 1, min(last, k + 4)) if t.tag[j] == "VBN"]
        for v in verbs:
            verb = self.p.verb(v)
            if verb in self.words.of("tabling") or verb in self.words.of("passing"):
                # What is passed by one chamber or by a committee is a draft still.
                return "proposed"
            if verb in self.words.of("enacting"):
                return "done"
        return None
