"""Lists and bars: "added X to its blacklist", "barred X from entering"."""

from __future__ import annotations

from functools import cached_property

from extractor.components.sanctions.events import Event, told
from extractor.components.sanctions.parties.parties import Party
from extractor.components.sanctions.verbs.designations import Designations
from extractor.linking.places import Place

Span = tuple[int, int]


class Listings(Designations):
    """Events of listing and barring."""

    @cached_property
    def _barred(self) -> dict[str, str]:
        """Lemma of what somebody is barred from doing → the measure."""
        return {
            **dict.fromkeys(self.words.of("barred_travel"), "travel_ban"),
            **dict.fromkeys(self.words.of("barred_transport"), "transport_ban"),
            **dict.fromkeys(self.words.of("barred_trade"), "trade_ban"),
            **dict.fromkeys(self.words.of("barred_export"), "export_restriction"),
            **dict.fromkeys(self.words.of("barred_import"), "import_restriction"),
            **dict.fromkeys(self.words.of("barred_investment"), "investment_ban"),
            **dict.fromkeys(self.words.of("barred_services"), "services_ban"),
        }

    @cached_property
    def _closed(self) -> dict[str, str]:
        """Lemma of where somebody is barred from → the measure."""
        return {
            **dict.fromkeys(self.words.of("closed_land"), "travel_ban"),
            **dict.fromkeys(self.words.of("closed_port"), "transport_ban"),
            **dict.fromkeys(self.words.of("closed_market"), "financial_restriction"),
        }

    # "added X to its blacklist", "designated X", "removed X from the list"
    def _listing(self, i: int, verb: str) -> Event | None:
        t = self.t
        action = self.words.action_of("list", verb)[0]  # type: ignore[index]
        last = t.sentence(i)[1]
        begin, _, passive = self._voice(i)
        ways = ("from", "off") if action == "lift" else ("to", "on", "onto")
        near = range(i + 1, min(last, i + 60))
        preposition = next((k for k in near if t.lower[k] in ways and self._list_noun(k)), None)
        if preposition is None or self.senses.unsafe or self.senses.is_health(i):
            return None
        noun = self._list_noun(preposition)
        assert noun is not None
        course = self.stages.of_verb(i, action, passive)
        if passive:
            # "is asking to be removed"
            subject = self.stages.subject(i, begin) or self.stages._first_subject(begin)
            target = self.parties.target(subject) if subject else None
            sender = self._sender(self._by(noun))
            if course.stage == "planned" and subject and self._asks(subject[1], i):
                course.stage = "called_for"
        else:
            target = self.parties.target((i + 1, preposition)) if preposition > i + 1 else None
            adding = t.lower[i].endswith("ing") and t.tag[i - 1].startswith("NN")
            sender = self._sender(self.p.left_phrase(i) if adding else None) or self._sender(course.sender)
        if target is None:
            return None
        listed = min(self.p.start(noun - 1), preposition + 1)
        for place in self.parties.places.within(listed, noun):
            if sender is None or not sender.countries:
                sender = self._named_state(place)
        # "It also added two Chadian firms to its list of unreliable entities."
        told_of = sender is not None and sender.span is not None and t.tag[sender.span[0]] == "PRP" and target.countries
        if (sender is None or not sender.countries) and not self.senses.in_article and not told_of:
            return None
        if self.words.of("air_carrier") & set(t.lemma[noun : min(last, noun + 6)]):
            # Airlines are listed for their safety.
            return None
        stop, measures = self._list_content(noun, last)
        event = told(course, (i, stop), noun - 1, i, measures, action, sender, target, "verb-list")
        event.agent = self._sender(course.agent)
        return event

    def _asks(self, start: int, stop: int) -> bool:
        """ "seeks to be removed": who wishes for it is not who may do it."""
        return any(self.p.verb(k) in self.words.of("relief_seeking") for k in range(start, stop))

    def _list_noun(self, preposition: int) -> int | None:
        """End of the list noun after the preposition, or None."""
        t, last = self.t, self.t.sentence(preposition)[1]
        end = self.p.end(preposition + 1)
        if end + 1 < last and t.lower[end] == "of" and t.lemma[end - 1] in self.words.of("body_noun"):
            # "the Department of Commerce's Entity List"
            end = self.p.end(end + 1)
        if end < last and t.text[end] in ("(", "-LRB-"):
            # "the United Nations (1267) sanctions list"
            close = next((k for k in range(end, min(last, end + 6)) if t.text[k] in (")", "-RRB-")), end)
            end = max(end, self.p.end(close + 1)) if close + 1 < last else end
        if end == preposition + 1 or end > last:
            return None
        lemmas = {t.lemma[k] for k in range(preposition + 1, end)}
        if lemmas & self.words.of("black_list") or "list" in lemmas and lemmas & self.words.of("list_kind"):
            return end
        if "list" in lemmas and end < last and t.lower[end] == "of":
            stop = min(last, end + 16)
            if {t.lemma[k] for k in range(end, stop)} & self.words.of("list_content"):
                return end
        return None

    def _list_content(self, noun: int, last: int) -> tuple[int, list[str]]:
        t = self.t
        stop, measures = noun, ["designation"]
        lemmas = [t.lemma[k] for k in range(self.p.start(noun - 1), noun)]
        if "export" in lemmas:
            measures = ["export_restriction"]
        if noun < last and t.lower[noun] == "of":
            for k in range(noun, min(last, noun + 14)):
                found = self.words.nouns.match_at(t.lemma, k)
                if found:
                    stop = found[0]
                    measures = list(found[1][1]) if found[1][1] != ("unspecified",) else measures
                    break
        return stop, measures

    # "barred him from entering China", "banned Mahan Air from flying"
    def _barring(self, i: int) -> Event | None:
        t = self.t
        off = t.lower[i + 1 : i + 2] == ["off"]
        if self.p.verb(i) == "cut" and not off:
            return None
        deed = self._barred_deed(i)
        begin, _, passive = self._voice(i)
        if deed is None or deed == i + 2 and not passive or self.senses.is_health(i) or self.senses.is_sport(i):
            return None
        place = t.tag[deed].startswith("NN") and t.lemma[deed] in self._closed
        measure = (self._closed if place else self._barred)[t.lemma[deed]]
        if off and not place or t.lemma[deed] == "do" and "transaction" in t.lemma[deed : deed + 4]:
            # "cut off banks from doing business"
            measure = "financial_restriction"
        course = self.stages.of_verb(i, "impose", passive)
        sender = self._sender(course.sender if not passive else self._by(i + 1))
        if passive and t.lemma[deed] == "enter":
            if not (
                self.senses.in_article or self.words.of("official_noun") & set(t.lemma[max(0, begin - 12) : begin])
            ):
                # A singer is kept out for what he himself did.
                return None
            gate = self._gate(deed + 1)
            # "barred from entering Norway": by the state itself
            sender = self._named_state(gate) if sender is None and gate is not None else sender
        source = next((k for k in range(deed, i, -1) if t.lower[k] == "from"), deed - 1)
        span = (i + 1 + off, source) if not passive else self.stages.subject(i, begin)
        if span is None or span[0] >= span[1] or place and sender is None and not passive:
            return None
        event = self._told(course, (i, deed + 1), i, measure, "impose", (sender, None), "verb-bar", 1.0)
        return self._barred_party(event, span, deed, self._dealt_with(deed) if not place else None, passive, off)

    def _gate(self, i: int) -> Place | None:
        """The state whose name begins at token `i`, or after an article."""
        return self.parties.places.at(i + (self.t.lower[i : i + 1] == ["the"]))

    def _barred_deed(self, i: int) -> int | None:
        """The token of "entering", "ports" in "barred from entering", "from its ports"."""
        t, last = self.t, self.t.sentence(i)[1]
        for k in range(i + 1, min(last, i + 30)):
            if t.lower[k] == "from" and k + 1 < last:
                if t.lower[k + 1].endswith("ing") and t.lemma[k + 1] in self._barred:
                    return k + 1
                if k > i + 1 and (noun := self._barred_from(k + 1)):
                    return noun
            if t.tag[k] in ("VBD", "VBZ", "MD") and k > i + 1:
                return None
        return None

    def _barred_party(
        self, event: Event, span: Span, deed: int, after: Span | None, passive: bool, off: bool
    ) -> Event | None:
        """The event with who is barred, from its phrase or from whom he may not deal with any more."""
        t, sender = self.t, event.sender
        target = self.parties.target(span)
        if (sender is None or not sender.countries) and after is not None and target.countries and not off:
            # "UK firms are barred from trading with Iran": the state forbids its own.
            hit, told_before = self.parties.target(after), t.tag[after[0]] == "PRP"
            if hit.countries and hit.countries != target.countries or told_before:
                sender = Party(target.span, target.countries, None, target.text)
                target = hit if hit.countries else target
            if told_before:
                event.sender, event.target, event.definite = sender, None, True
                event.inherited.add("needs-target")
                return event
        if event.measures != ["travel_ban"] and t.tag[span[0]] == "PRP$" and after and not target.countries:
            # "barred its companies from doing business with Chad"
            target = self.parties.target(after)
        persons = t.lemma[self.parties._head(*self.parties.trim(span))] in self.words.of("nationals")
        if passive and persons and after is not None and not self.parties.target(after).countries:
            # "U.S. persons are prohibited from dealing with them": what a designation entails.
            return None
        if after is not None and sender and target.countries == sender.countries:
            target = self.parties.target(after)
        event.sender, event.target = sender, target
        if t.tag[span[0]] == "PRP":
            event.target = None
            event.inherited.add("pronoun")
        elif not target.countries and passive and sender and self.senses.in_article and target.kind == "person":
            # "Under the sanctions, members of the junta are barred from entering Norway."
            event.inherited.add("needs-target")
        elif not target.countries or sender and target.countries == sender.countries:
            return None
        return event

    def _barred_from(self, i: int) -> int | None:
        """The head of "its ports", "entry", "EU airspace" after "from"."""
        end = self.p.end(i)
        if end == i or self.t.lower[end - 1] == "countries":
            # "bans the entry of Syrians from all countries"
            return None
        if self.t.lemma[end - 1] not in self._closed or not self.t.tag[end - 1].startswith("NN"):
            return None
        market = self.t.lemma[end - 1] in self.words.of("closed_market")
        return None if market and not self.words.of("finance") & set(self.t.lemma[i : end - 1]) else end - 1

    def _dealt_with(self, gerund: int) -> Span | None:
        """ "trading with Iran", "providing them", "exporting to Syria": who is dealt with."""
        t, last = self.t, self.t.sentence(gerund)[1]
        if t.tag[min(gerund + 1, last - 1)] == "PRP":
            return gerund + 1, gerund + 2
        here = t.lemma[gerund] in self.words.of("doing_business")
        for k in range(gerund + 1, min(last, gerund + 16)):
            if here and t.lower[k] == "in":
                # "from trading in Britain": where it is forbidden.
                return None
            if t.lower[k] in ("with", "to", "in"):
                return self.p.right_phrase(k + 1)
            if t.tag[k] in ("VBD", "VBZ", "VBP", "MD", "WDT") or t.text[k] == ";":
                return None
        return None
