"""Whose sanctions a bare mention means: the state that the sentences around it, the article or its title are about."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.bystanders import apart, aside
from extractor.components.sanctions.parties.issuers import issuer
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.text.phrases import Phrases
from extractor.lexicon import split_words
from extractor.linking.places import UNIONS

# Sentences before an event that may tell whom it hits.
_REACH = 5
_BARE_REACH = 3
# Sentences before that may name the one state under a regime.
_WIDE = 12
# What states without a regime suffer as often ("the 1973 oil embargo").
_OF_GOODS = {"blockade", "export_restriction", "import_restriction", "tariff"}
_NAMES = {"CD", "FW", "NNP", "NNPS"}
# Whoever deals with somebody: nobody in particular.
_FURTHER = {"VBG", "WDT", "WP", "WP$"}
_WHOEVER = {"all", "any", "anybody", "anyone", "everybody", "everyone", "nations", "countries", "other", "others"}
_OWN = ("name", "alias", "demonym", "capital")
# Above this a text treats of too much to be about one state.
_ONE_TOPIC = 1500


class Surroundings:
    """The countries around the events of one document."""

    def __init__(self, events: list[Event], p: Phrases, parties: Parties) -> None:
        self.p, self.t, self.parties = p, p.t, parties
        own = [e for e in events if e.targets and "target" not in e.inherited]
        self.told: Counter[str] = Counter(c for e in own for c in e.targets)
        self.hit = {(e.senders, c) for e in events if e.senders for c in e.targets}
        self.texts = {e.targets: e.target for e in reversed(own) if len(e.targets) == 1}
        # States that impose are named beside those they hit.
        self.senders = {c for e in events for c in e.senders}

    @cached_property
    def _official(self) -> bool:
        """Does a state put the text out itself? Then most states that it names are those it talks with."""
        return issuer(self.p, self.parties) is not None

    def fill(self, event: Event) -> None:
        """Give an event without a target the country that it is about, where the text leaves no choice."""
        if event.rule.startswith("anaphor"):
            return
        run_on = self.t.runs_on(event.node)
        if event.action == "retaliate" or run_on and not event.senders:
            self._sole(event)
            return
        if run_on and (event.target is not None or event.action in ("enforce", "none", "violate")):
            return
        if event.target is not None:
            self._whose(event)
            return
        taken = set(event.senders) | UNIONS | {"USA"}
        if event.agent is not None and event.action != "violate":
            taken |= set(event.agent.countries)
        bare = event.action == "none"
        # Without full stops the sentences around are no measure of nearness.
        code = self._near(event, taken, _BARE_REACH if bare else _REACH) if not run_on else None
        if code is None and not bare:
            code = self._only(taken)
        if code is None and not run_on and not _OF_GOODS & set(event.measures):
            code = self._around(event, taken)
        if code is None:
            return
        known = self.texts.get((code,))
        text = known.text if known is not None else None
        event.target = Party(None, (code,), "country", text if known is not None and known.kind == "country" else None)
        event.confidence = min(event.confidence, 0.6)
        event.inherited.add("target")

    def _sole(self, event: Event) -> None:
        """The other side of a dispute, or in a text without full stops: the one state named beside the sender."""
        taken = set(event.senders) | {"UNO", "USA"}
        first = {codes for codes, c in self.hit if c in event.senders}
        bare = event.action == "retaliate" and event.target is None and event.measures == ["unspecified"]
        if bare and len(first) == 1:
            # "Chad would not retaliate" where Norway has imposed tariffs on it.
            event.target = Party(None, next(iter(first)), "country", None)
            event.inherited.add("target")
            return
        others = [c for c in self.parties.tally if c not in taken]
        if len(others) != 1 or self.t.n > _ONE_TOPIC // 2:
            return
        target = event.target
        if target is not None and not target.countries and target.span is not None:
            bare = target.span[1] - target.span[0] < 3 and not {"NNP"} & set(self.t.tag[slice(*target.span)])
            if bare and self.t.lemma[target.span[1] - 1] in self.p.words.of("one_state"):
                target.countries = (others[0],)
        if target is not None:
            return
        if self.parties.tally[others[0]] > 1 and (event.senders or event.action != "none"):
            event.target = Party(None, (others[0],), "country", None)
            event.confidence = min(event.confidence, 0.6)
            event.inherited.add("target")

    def _whose(self, event: Event) -> None:
        """ "members of the junta", "the banks": the state of those whom only common nouns name."""
        t, target = self.t, event.target
        if target is None or target.countries or target.span is None or "secondary" in event.measures:
            return
        first, end = target.span
        last = t.sentence(first)[1]
        if any(t.tag[k] in _NAMES for k in range(first, end)) or end < last and t.tag[end] in _FURTHER:
            return
        if t.lower[first] in _WHOEVER or t.tag[end - 1] == "PRP" or target.kind in ("sector", "vessel"):
            return
        taken = set(event.senders) | UNIONS | {"USA"} | set(event.agent.countries if event.agent else ())
        code = self._near(event, taken, _BARE_REACH)
        if code is not None and code in self.told:
            target.countries = (code,)
            event.confidence = min(event.confidence, 0.6)
            event.inherited.add("anaphor")

    def _near(self, event: Event, taken: set[str], reach: int) -> str | None:
        t = self.t
        index = t.sent[event.node]
        after = (index + 1,) if index + 1 < len(t.sents) and reach == _REACH else ()
        for k in (*range(index, max(-1, index - reach), -1), *after):
            found = self._named(*t.sents[k]) - taken
            told = [c for c in found if c in self.told]
            if len(told) == 1:
                return told[0]
            if len(told) > 1:
                return None
            listed = [c for c in found if c in self.p.words.regimes and c not in self.senders]
            if len(listed) == 1 and (self._recurs(listed[0], k) or k == index and self._led(listed[0], k)):
                return listed[0]
            if (
                len(found) == 1
                and event.action != "none"
                and not self._official
                and (code := next(iter(found))) not in self.senders
            ):
                return code if self._recurs(code, k) else None
            if len(found) > 1:
                return None
        return None

    def _around(self, event: Event, taken: set[str]) -> str | None:
        """The only state under a standing regime that is named far around and imposes nothing itself."""
        index, sents = self.t.sent[event.node], self.t.sents
        first, last = sents[max(0, index - _WIDE)][0], sents[min(len(sents) - 1, index + 2)][1]
        listed = self._named(first, last) & self.p.words.regimes
        return next(iter(listed)) if len(listed) == 1 and not listed & (taken | self.senders) else None

    def _named(self, first: int, last: int) -> set[str]:
        """Countries that the sentence names itself or by its officials, without those that are attacked or helped."""
        t, parties = self.t, self.parties
        found = {
            x.iso3
            for x in parties.places.within(first, last)
            if x.kind in (*_OWN, "region") and not (apart(x, self.p) or aside(x.first, x.end, t))
        }
        start, end = t.start[first], t.end[last - 1]
        # A leader stands for the state that is hit, a guest or a partner hardly.
        led = {c for _, _, codes in parties.people_within(start, end) for c in codes.split(";")}
        seats = {x.iso3 for x in parties.places.within(first, last) if x.kind == "metonym"}
        return found | (led | seats) & (self.p.words.regimes | set(self.told))

    def _led(self, code: str, index: int) -> bool:
        """ "in answer to Putin's war": does the sentence name the state's leader?"""
        first, last = self.t.sents[index]
        return any(
            code in codes for _, _, codes in self.parties.people_within(self.t.start[first], self.t.end[last - 1])
        )

    def _recurs(self, code: str, index: int) -> bool:
        """Is the country named once more within a few sentences?"""
        t = self.t
        first, last = t.sents[max(0, index - _REACH)][0], t.sents[min(len(t.sents) - 1, index + 3)][1]
        return sum(x.iso3 == code and x.kind in _OWN for x in self.parties.places.within(first, last)) > 1

    def _only(self, taken: set[str]) -> str | None:
        """The one country that all sanctions of a text hit, or that a short text is about."""
        told = [c for c in self.told if c not in taken]
        tally = self.parties.tally
        others = sum(n for c, n in tally.items() if c not in taken)
        if len(told) == 1:
            return told[0] if tally[told[0]] * 2 >= others else None
        if told:
            return None
        listed = self._titled() - taken
        if len(listed) == 1:
            return next(iter(listed))
        if self.t.n > _ONE_TOPIC:
            return None
        ranked = [(c, n) for c, n in tally.most_common() if c not in taken]
        if ranked and ranked[0][1] > 1 and ranked[0][1] * 2 > others:
            code = ranked[0][0]
            return code if not self._official or code in self.p.words.regimes else None
        return None

    def _titled(self) -> set[str]:
        """Countries of a headline that came without the text and speaks of sanctions."""
        words = split_words(self.parties.facts.title or "")
        stems = tuple(self.p.words.of("sanctions_stem"))
        if not any(w.lower().startswith(stems) for w in words):
            return set()
        return {code for _, _, code in self.p.words.states.matches(words)}
