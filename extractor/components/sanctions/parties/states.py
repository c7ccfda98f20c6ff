"""Is a sender a state or its office, and does it act on another state?"""

from __future__ import annotations

from extractor.components.sanctions.parties.parties import Party
from extractor.components.sanctions.verbs.target_verbs import TargetVerbs

# Tokens after a sender in which whom it hits is named.
_REACH = 16


class States(TargetVerbs):
    """Tests of the parties of a taking."""

    def _is_state(self, sender: Party) -> bool:
        """A state, its government or an office: a firm of a country is none."""
        if sender.span is None:
            return bool(sender.countries)
        t, places = self.t, self.parties.places
        tokens = range(*sender.span)
        if t.lower[sender.span[1] - 1].removesuffix("s") in self.words.of("trading_firm"):
            return False
        if all(
            places.at(k) or t.lower[k] in ("and", ",", "the", "of", "or", "both") or t.tag[k] in ("JJ", "POS")
            for k in tokens
        ):
            return True
        if any(t.lemma[k] in self.words.party_words["office"] for k in tokens) or any(
            self.words.bodies.match_at(t.text, k) for k in tokens
        ):
            return True
        start, end = t.span(*sender.span)
        return any(s < end and e > start for s, e, _ in self.parties.people)

    def _between_states(self, sender: Party | None, target: Party, group: str) -> bool:
        if sender is None:
            return bool(target.countries) and self.senses.in_article
        if sender.span is not None and self.words.of("enacted_text") & {self.t.lemma[sender.span[1] - 1].lower()}:
            return bool(target.countries) and group != "travel"
        if not self._is_state(sender):
            return False
        if sender.countries:
            known = (
                bool(target.countries)
                or group == "asset"
                or group == "relation"
                and target.kind in ("person", "entity")
            )
            return sender.countries != target.countries and known
        body = self.words.bodies.match_at(self.t.text, sender.span[0]) if sender.span else None
        return bool(target.countries) and (body is not None or self.senses.in_article)

    def _firm(self, i: int, verb: str, group: str) -> bool:
        """Is goods' stop at token `i` one that a state orders, and not for a mishap or under another's measure?"""
        if group == "asset":
            return verb in self.words.of("seizing_asset")
        if verb not in self.words.of("firm_stop") or group in ("transport", "travel"):
            return False
        t, (first, last) = self.t, self.t.sentence(i)
        if self.words.of("mishap") & set(t.lemma[first:last]):
            return False
        return not self._measure_named(first, last)

    def _states_apart(self, sender: Party | None, target: Party | None) -> bool:
        """ "Norway cut off gas supplies to Chad": two states that the clause names, whatever else the article tells."""
        if sender is None or target is None or sender.span is None or not (sender.countries and target.countries):
            return False
        lemmas = self.t.lemma
        if self.words.of("law_officer") & set(lemmas[slice(*sender.span)]):
            return False
        hit = target.span or (sender.span[1], min(self.t.sentence(sender.span[0])[1], sender.span[1] + _REACH))
        if (self.words.of("criminal") | self.words.of("practitioner")) & set(lemmas[slice(*hit)]):
            # "revoked the licence of a Chadian doctor": no quarrel of states.
            return False
        return self._is_state(sender) and not set(sender.countries) & set(target.countries)
