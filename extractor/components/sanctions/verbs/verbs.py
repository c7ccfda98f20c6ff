"""Events told by a verb: which rule reads which trigger; reliefs from sanctions."""

from __future__ import annotations

from extractor.components.sanctions.events import Event, told
from extractor.components.sanctions.nouns.nominal_takings import NominalTakings
from extractor.components.sanctions.parties.parties import Party
from extractor.components.sanctions.text.gaps import over_adjunct
from extractor.components.sanctions.verbs.anaphors import Anaphors
from extractor.components.sanctions.verbs.departures import Departures
from extractor.components.sanctions.verbs.deprivals import Deprivals
from extractor.components.sanctions.verbs.exclusions import Exclusions
from extractor.components.sanctions.verbs.listings import Listings
from extractor.components.sanctions.verbs.seizures import Seizures
from extractor.components.sanctions.verbs.withholdings import Withholdings


class VerbGrammar(Listings, NominalTakings, Deprivals, Anaphors, Seizures, Exclusions, Departures, Withholdings):
    """Finds the events told by verbs in one document."""

    def at(self, i: int) -> Event | None:
        """The event whose trigger verb or noun is token `i`, or None."""
        t = self.t
        if t.lower[i] in ("persona", "personae"):
            return self._unwelcome(i)
        lemma = {"sanctioned": "sanction", "blacklisted": "blacklist"}.get(t.lower[i], t.lemma[i])
        row = self.words.action_of("target", lemma)
        if row is not None:
            return self._target_verb(i, row[0])
        verb = self.p.verb(i)
        if verb is not None:
            if t.tag[i] in ("VBN", "JJ") and self._attributive(i) and not self.p.group(i)[1]:
                return None
            if t.text[i][:1].isupper() and t.text[i - 1] in ('"', "``", "“"):
                return None
            if self.words.action_of("designate", verb):
                found = self._designating(i, verb)
                if found is not None or verb in ("designate", "redesignate"):
                    return found
            found = (
                (self._listing(i, verb) if self.words.action_of("list", verb) else None)
                or (self._barring(i) if verb in self.words.of("barring") else None)
                or (self._leaving(i) or self._closing(i) if verb in self.words.of("ordering_away") else None)
                or (self._seizing(i, verb) if verb in self.words.of("ship_stopping") else None)
                or self._depriving(i, verb)
                or (self._taking(i, *taken) if (taken := self._taken(i, verb)) is not None else None)
            )
            if found is not None:
                return found
            if verb == "identify":
                return self._identifying(i)
            if verb == "retaliate" and (found := self._hitting_back(i)) is not None:
                return found
            return self._anaphor(i, verb)
        if t.text[i] == "SWIFT":
            return self._excluding(i)
        if lemma in self.words.of("waiver_noun"):
            return self._relief(i)
        if lemma in self.words.of_takers and t.tag[i].startswith("NN"):
            return self._nominal(i, lemma)
        return None

    # "the suspension of aid to Kenya", "the expulsion of two diplomats"
    def _relief(self, i: int) -> Event | None:
        """ "issues a licence allowing X", "approved exemptions for", "granted relief" where sanctions are spoken of."""
        t = self.t
        if not self.senses.in_article or not t.tag[i].startswith("NN"):
            return None
        first, last = t.sentence(i)
        start = self.p.start(i)
        left = self.p.before(start)
        verb = self.p.verb(left) if left >= 0 else None
        if verb is None and left >= 0 and (outer := over_adjunct(self.p, left)) >= 0:
            left, verb = outer, self.p.verb(outer)
        near = self.senses.of_sentence(i)
        if not near & self.words.of("relief_context") or t.lemma[i] in ("license", "licence") and "driving" in near:
            return None
        after = i + 1
        if t.lemma[i] == "relief" and (
            self.words.of("aid_kind") & set(t.lower[start:i])
            or self.words.of("helped") & set(t.lemma[after : after + 5])
        ):
            # "humanitarian relief", "relief to suffering people"
            return None
        if t.lemma[i] == "relief" and after < last and t.lower[after] == "from":
            return None
        if (
            after < last
            and t.lower[after] in ("from", "of", "on")
            and any("sanction" in w for w in t.lower[after : after + 6])
        ):
            return None
        if verb in self.words.of("relief_granting"):
            action = "extend" if verb == "extend" else "ease"
            course = self.stages.of_verb(left, action, t.tag[left] == "VBN" and not self.p.group(left)[1])
        elif verb in self.words.of("relief_ending"):
            action, course = "reimpose", self.stages.of_verb(left, "reimpose")
        else:
            return None
        sender = self._sender(course.sender) if verb not in self.words.of("receiving") else None
        target = None
        for k in range(i + 1, min(last, i + 8)):
            if t.lower[k] in ("against", "for", "on", "to") or t.lower[k] in self.words.of("permitting"):
                phrase = self.p.right_phrase(k + 1)
                found = self.parties.target(phrase) if phrase else None
                if found and found.countries and found.countries != (sender.countries if sender else ()):
                    # Who gains by it is not whom the sanctions hit.
                    gains = t.lower[k] == "for" and found.kind is None
                    target = Party(None, found.countries, "country", None) if gains else found
                break
        if t.tag[left] == "VBN" and not self.p.group(left)[1]:
            phrase = self.p.left_phrase(left)
            target, sender = (self.parties.target(phrase) if phrase else None), None
        measures = ["sectoral"] if target is not None and target.kind == "sector" else ["unspecified"]
        return told(course, (left, i + 1), i, left, measures, action, sender, target, "relief", 0.8)
