"""Keeps the senses apart: penalties between states, against approval, courts, sport, public health."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.components.sanctions.text.phrases import Phrases
from extractor.linking.places import PlaceIndex

# Measures that no court, club or health office takes.
SURE = {"arms_embargo", "asset_freeze", "diplomatic", "financial_restriction", "military_aid_suspension"}


class Senses:
    """Sentence and article context of the words with several senses. paragraphs: offsets at which they start."""

    def __init__(self, phrases: Phrases, places: PlaceIndex, paragraphs: Iterable[int] = ()) -> None:
        self.p, self.t, self.places = phrases, phrases.t, places
        self.paragraphs = frozenset(paragraphs)
        self.kinds = phrases.words.senses
        lemmas = set(self.t.lemma)
        self.in_article = bool(self.p.words.of("sanctions_topic") & set(self.t.lower)) or self._designates(lemmas)
        self.sanctions = bool({"sanction", "sanctions"} & lemmas)
        # Airlines and goods are banned for safety as well.
        self.unsafe = bool(self.p.words.of("air_safety") & lemmas)
        # Farm goods are kept out for diseases as well.
        self.diseased = bool(self.p.words.of("animal_disease") & lemmas)
        self.pandemic = bool(self.p.words.of("pandemic") & lemmas)
        # A call with the press whose words are held back until a given hour.
        self._off_record = bool({"attributable", "embargoed"} & (lemmas | set(self.t.lower)))
        # Ships stopped at sea, or a strip of land cut off: states blockade, and not farmers a road.
        self._at_sea = bool(lemmas & self._kind("blockade_sea"))
        self.has_lists = bool(lemmas & self.p.words.of("watchlist"))
        self._sentences: dict[int, set[str]] = {}

    def _kind(self, name: str) -> frozenset[str]:
        return self.kinds.get(name, frozenset())

    def _designates(self, lemmas: set[str]) -> bool:
        """Is somebody designated by a law of sanctions or terror that the text names?"""
        laws = self.p.words.laws
        text = self.t.text
        return bool({"designate", "designation"} & lemmas) and any(
            laws.match_at(text, k) is not None or self.p.order_number(k) for k in range(self.t.n)
        )

    def of_law(self, i: int) -> bool:
        """Is a designation at token `i` one under a law of sanctions, or of somebody by a state that sanctions?"""
        t = self.t
        first, last = t.sentence(i)
        if any(w.isdigit() for w in t.text[max(first, i - 2) : i]) and "priority" in t.lower[max(first, i - 3) : i]:
            return False
        if self.p.words.of("terror_listing") & set(t.lower[first:last]):
            return True
        several = t.lower[i - 1 : i] == ["of"] and t.lemma[max(0, i - 2)] in self.p.words.of("carrying_noun")
        return self.in_article and (
            several or "designate" in t.lemma or t.lower[i + 1 : i + 2] in (["of"], ["against"])
        )

    def of_sentence(self, i: int) -> set[str]:
        """Lemmas of the sentence of token `i` and the one before it in its paragraph."""
        index = self.t.sent[i]
        found = self._sentences.get(index)
        if found is None:
            first, last = self.t.sents[index]
            if index and self.t.start[first] not in self.paragraphs:
                first = max(self.t.sents[index - 1][0], first - 40)
            found = self._sentences[index] = {*self.t.lemma[first:last], *self.t.lower[first:last]}
        return found

    def is_sport(self, i: int) -> bool:
        words = self.of_sentence(i)
        return bool(words & self._kind("sport")) or len(words & self._kind("sport_hint")) > 1

    def is_health(self, i: int) -> bool:
        return bool(self.of_sentence(i) & self._kind("health"))

    def allows_noun(self, start: int, first: int, head: int, measures: Iterable[str]) -> bool:
        """Is the measure noun meant as one between states, as far as its phrase and sentence tell?"""
        t = self.t
        lemma, sure = t.lemma[head], not SURE.isdisjoint(measures)
        legal = self._kind("legal")
        if any(t.lower[k] in legal or t.lemma[k] in legal for k in range(start, head)):
            return False
        sentence = set(t.lemma[slice(*t.sentence(head))])
        if lemma == "restriction" and self.pandemic and self.p.words.of("travelling") & sentence:
            return False
        if lemma == "ban" and t.lower[head - 1] == "exit":
            # Those who are kept in a country, not out of it.
            return False
        if (
            lemma in self.p.words.of("health_measure")
            and not sure
            and not (lemma == "blockade" and self._at_sea)
            and (self.is_health(head) or self.diseased and self._farm(head))
        ):
            return False
        if (
            lemma in self.p.words.of("safety_measure")
            and self.unsafe
            and any(k in self.p.words.of("air_traffic") for k in t.lemma[max(0, head - 3) : head + 12])
        ):
            return False
        if lemma in self.p.words.of("sport_measure") and not sure and self.is_sport(head):
            return False
        if t.lower[head] == "blockades" and start == head:
            # "piracy, blockades and other crimes": the kind.
            return False
        if lemma == "embargo" and first == head and self._press(head):
            return False
        answer = self.p.words.of("countermeasure") & {*t.lemma[first : head + 1], *t.lower[start:head]}
        if answer and self.p.words.of("armed_quarrel") & sentence:
            # "Chad warned of strong countermeasures if the attacks went on": with arms.
            return False
        if lemma == "retaliation" and t.lower[start - 1] in ("as", "in"):
            # "in retaliation for"
            return False
        rules = self._kind("house_rule")
        if lemma == "sanction" and rules & sentence and self._no_state(head):
            return False
        if lemma == "penalty" and self.p.words.of("sentencing") & sentence:
            # "A court sentences him and imposes penalties on the firm."
            return False
        if lemma == "penalty" and t.lower[head + 1 : head + 2] == ["for"] and not self.sanctions:
            # "a law increasing penalties for theft": what offenders face, where the text has no sanctions.
            return False
        if lemma == "duty" and first == head and not self._punishing(head):
            return False
        # Courts sanction lawyers; states are named where states do.
        words = self.of_sentence(head)
        return not (
            lemma in ("sanction", "penalty")
            and self.p.words.of("court_person") & words
            and not self.places.within(*t.sentence(head))
        )

    def blockade(self, head: int) -> bool | None:
        """Is a blockade one of a state's ports or coast? None where nothing tells, False where people block roads."""
        first, last = self.t.sentence(head)
        plain = [k for k in range(first, last) if self.t.tag[k] not in ("NNP", "NNPS")]
        # "The Wall Street Journal reports" tells of no street.
        if {w for k in plain for w in (self.t.lemma[k], self.t.lower[k])} & self._kind("blockade_home"):
            return False
        words = {*self.t.lemma[first:last], *self.t.lower[first:last]}
        at_sea = words & self._kind("blockade_sea")
        siege = self._kind("blockade_siege")
        far = len({place.iso3 for place in self.places.within(first, last)}) > 1 and not siege & set(
            self.t.lemma[max(first, head - 8) : min(last, head + 8)]
        )
        if not at_sea and not far and words & siege:
            # A town that rebels cut off; states have clashes with militants too.
            return False
        return True if self._at_sea else None

    def _farm(self, head: int) -> bool:
        """ "a ban on older cattle imports": animals and their meat."""
        return bool(self.p.words.of("farm_animal") & set(self.t.lemma[max(0, head - 5) : head + 7]))

    def _no_state(self, i: int) -> bool:
        return not self.places.within(*self.t.sentence(i))

    def _punishing(self, head: int) -> bool:
        """ "the duties imposed on Japanese goods": those of an article of sanctions, and not against dumping."""
        t = self.t
        around = t.lower[max(0, head - 3) : head]
        plain = self.p.words.of("plain_duty")
        return t.lower[head] == "duties" and self.sanctions and not plain & set(around)

    def _press(self, i: int) -> bool:
        """ "The report is under embargo until midnight": press material is held back."""
        words = set(self.t.lemma[slice(*self.t.sentence(i))]) | set(self.t.lower[slice(*self.t.sentence(i))])
        if words & self.p.words.of("press_terms") or self._off_record and self._no_state(i):
            return True
        before = range(*self.t.sents[self.t.sent[i] - 1]) if self.t.sent[i] else range(0)
        if self._no_state(i) and "record" in self.t.lower[before.start : before.stop]:
            # "This call was on the record. With that, the embargo is lifted."
            return any(self.t.lemma[k] in ("briefing", "call") and self.t.tag[k].startswith("NN") for k in before)
        hinted = words & self._kind("press_hint") and not self.sanctions
        return self._no_state(i) and bool(hinted or words & self._kind("press"))

    def allows_verb(self, v: int, object_head: int | None, sender_lemma: str | None) -> bool:
        """Is "to sanction" meant as a penalty? object_head: head noun of what is sanctioned."""
        t = self.t
        if sender_lemma in self.p.words.of("rule_giver"):
            return False
        if self.p.words.of("securities_business") & set(self.t.lower[max(0, v - 6) : v + 6]):
            # A market's watchdog and its firms.
            return False
        if object_head is not None and t.lemma[object_head] in self._kind("approval"):
            return False
        return not self.is_sport(v)
