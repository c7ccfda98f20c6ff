"""Events told by a measure noun: "imposed sanctions on", "the lifting of the arms embargo", "sanctions relief"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.nouns.compounds import Compounds
from extractor.components.sanctions.nouns.governors import Governor
from extractor.components.sanctions.nouns.measure_phrases import MeasurePhrases
from extractor.components.sanctions.nouns.relatives import Relatives
from extractor.components.sanctions.stages.embeddings import Course
from extractor.components.sanctions.text.gaps import own_start

Span = tuple[int, int]
_POINTERS = {"such", "that", "the", "these", "this", "those"}
_UNDOING = {"ease", "expand", "expire", "extend", "lift", "reimpose", "suspend"}


class NounGrammar(MeasurePhrases, Compounds, Relatives):
    """Finds the events told by measure nouns in one document."""

    def at(self, i: int) -> tuple[list[Event], int] | None:
        """Events of the measure noun that starts at token `i`, and the token after it; None where there is none."""
        t = self.t
        found = self.words.nouns.match_at(t.lemma, i)
        if found is None:
            return None
        end, (kind, measures) = found
        head = end - 1
        if (
            not self._noun(i, head)
            or self._headline_verb(i, end)
            or (kind := self._weight(i, end, kind, measures)) == ""
        ):
            return None
        if end + 1 < t.n and t.text[end] == "-" and t.lower[end + 1] == "related":
            return [], end
        start = own_start(self.p, min(self.p.start(i), i), i)
        if not self.senses.allows_noun(start, i, head, measures):
            return None
        start = self._senders_listed(start, head)
        listed, end, extra = self._objects(end, head, list(measures))
        listed = self._modified(start, i, listed or list(measures))
        if start >= 2 and t.lower[start - 1] in ("and", "or") and t.lower[start - 2] in self.words.modifiers:
            # "economic and diplomatic sanctions": one phrase.
            start = self.p.start(start - 2) if start - 2 > t.sentence(i)[0] else start - 2
        start, partial = self._carried(start)
        compound = self._compound(head)
        if compound == "body":
            return self._act(start, head), end
        if kind == "again":
            return self._new_ones(start, head, end), end
        if kind == "anaphor":
            return self._pointing_back(start, head, end), end
        if compound is not None:
            events = self._compound_event(start, head, int(compound), listed)
        else:
            events = self._events(start, head, end, listed, kind, partial)
        for event in events:
            self._detail(event, extra, head)
        if any(self._own_people(event.target) for event in events):
            return [], end
        if t.lemma[head] in ("duty", "retaliation"):
            # "violating their duties"
            events = [e for e in events if e.action not in ("enforce", "maintain", "none", "violate")]
        return events, max(end, int(compound) + 1) if compound is not None else end

    def _weight(self, i: int, end: int, kind: str, measures: tuple[str, ...]) -> str:
        """The kind of the noun where it stands; empty where it is no measure of states."""
        t, head = self.t, end - 1
        snapped = t.lemma[head] == "snapback" and t.lower[end] == "of" and "sanctions" in t.lower[end : end + 4]
        if snapped or "tariff" in measures and self._trade_policy(i, head):
            # "the snapback of UN sanctions": told by the sanctions.
            return ""
        if measures == ("blockade",) and kind == "weak":
            if self.senses.blockade(head) is False:
                return ""
            kind = "strong" if self._cut_off(head) else kind
        if kind == "weak" and t.lemma[head] == "designation":
            reviewed = self.p.verb(self.p.before(self.p.start(i))) == "review"
            return "strong" if self.senses.of_law(head) and not reviewed else ""
        if kind == "answer":
            # "the threat of U.S. retaliation": with measures of trade.
            kind = "weak" if self.words.of("trade_quarrel") & self.senses.of_sentence(head) else ""
        return "" if kind == "weak" and (self._at_home(end) or self._domestic(i)) else kind

    def _detail(self, event: Event, extra: Span | None, head: int) -> None:
        """The target that what is banned names (`extra`), and the measures that the target makes clear."""
        if extra is not None and not event.targets:
            hit = self.parties.target(extra)
            if hit.countries or event.target is None and hit.kind in ("person", "entity", "group"):
                event.target = hit
        target = event.target
        if target and target.kind == "sector" and event.measures == ["unspecified"] and self._whole_sector(target):
            event.measures = ["sectoral"]
        if target and not target.countries and target.span and self.parties._dealers(*target.span):
            event.measures = [m for m in event.measures if m != "unspecified"] + ["secondary"]
        # "a price cap on Libyan oil"; at home, on gas or rents, no state is named.
        event.weak = event.weak and not (event.targets and self.t.lemma[head] == "cap")
        vague = event.measures in (["unspecified"], ["trade_ban"])
        if vague and self.t.lemma[head] in self.words.of("goods_ban_noun") and self._foreign_goods(target):
            event.measures = ["import_restriction"]

    def _events(self, start: int, head: int, end: int, measures: list[str], kind: str, partial: bool) -> list[Event]:
        t = self.t
        neutral = self.words.of("neutral_noun")
        while end < t.n and t.lemma[end] in neutral and t.tag[end].startswith("NN") and t.sent[end] == t.sent[head]:
            end += 1
        left = self.p.before(start)
        governor = self._settled(self.govern(start, head, end), left)
        subjected = self._subjected(left) if governor.kind == "none" and kind != "weak" else None
        if subjected is not None:
            governor = Governor("verb", "impose", "", subjected[0])
        event = Event((start, end), head, governor.node if governor.node >= 0 else head, measures, weak=kind == "weak")
        event.definite = t.lower[start] in ("the", "these", "those", "this", "such", "its", "their", "that")
        if t.lower[start] in ("additional", "another", "further", "more"):
            event.inherited.add("further")
        if "similar" in t.lower[start:head]:
            event.inherited.add("similar")
        by, relative, target = self._after(end, governor)
        if subjected is not None:
            target = subjected[1]
        elif governor.kind == "none" and target is None:
            target = self._under(start)
        course = self._course(event, governor, start, end)
        event.action, event.stage = self._settle(governor, course, partial or self._in_part(governor.node))
        self._by_phrase(event, start, head, end)
        self._there(event, governor, start, head)
        if event.action == "impose" and relative is not None and t.lemma[governor.node] == "implement":
            # "must implement the measures imposed by the Council": they are there.
            event.action = "enforce"
        if governor.kind == "provoked" and self.words.of("countermeasure") & set(t.lemma[start : head + 1]):
            event.action = "retaliate"
        event.modality = course.modality
        self._give_roles(event, governor, course, by, target, start, head)
        if governor.kind in ("none", "noun"):
            self._referred(event, start if governor.kind == "none" else self.p.start(governor.node))
        extra = self._relative(event, relative, by) if relative is not None else None
        return [event, extra] if extra is not None else [event]

    def _settled(self, governor: Governor, left: int) -> Governor:
        """The governor, with what the word after the verb makes of it: "take away sanctions", but "add up"."""
        t = self.t
        follow = (t.lemma[governor.node], t.lower[governor.node + 1]) if governor.kind == "verb" else ("", "")
        if follow in (("take", "away"), ("take", "off")):
            return Governor("verb", "lift", "", governor.node, governor.passive)
        governor = Governor() if follow == ("add", "up") else governor
        if governor.kind == "none" and left >= 0 and t.lemma[left] == "target" and t.tag[left].startswith("VB"):
            # "should target sanctions against those responsible"
            return Governor("verb", "impose", "", left)
        return governor

    def _course(self, event: Event, governor: Governor, start: int, end: int) -> Course:
        """The course of what the governor tells; sets the event's rule and its span with the trigger."""
        t, node = self.t, governor.node
        if governor.kind in ("verb", "prepositional", "coordinated") and governor.action != "none":
            event.rule = f"noun-{governor.kind}"
            if self._adjacent(node, start):
                event.span = (min(node, start), end)
            return self.stages.of_verb(node, governor.action, governor.passive)
        if governor.kind == "subject":
            event.rule = "noun-effect" if governor.preposition == "effect" else "noun-subject"
            if node - end <= 6:
                event.span = (start, node + 1)
            return self.stages.of_verb(node, governor.action, True)
        if governor.kind != "noun":
            return Course()
        first = self.p.start(node)
        if t.lemma[node] not in self.words.of("telling_noun") and t.lower[start - 1] not in ("and", "or"):
            # "the announcement of sanctions": the phrase is the sanctions.
            event.span = (min(first, start), end)
        event.rule = "nominalization"
        uttered = self.p.verb(self.p.before(first)) in self.words.of("uttering")
        # Whoever "does not take the threat of sanctions seriously", it is threatened all the same.
        hanging = t.lemma[node] in self.words.of("hanging") and not uttered
        return Course() if hanging else self.stages.of_noun(first, node, governor.action)

    def _subjected(self, to: int) -> tuple[int, Span] | None:
        """ "would subject Mali to sanctions": the verb and whom it hits; `to` is the token before the measure."""
        t = self.t
        if to < 2 or t.lower[to] != "to":
            return None
        hit = self.p.left_phrase(to)
        verb = hit[0] - 1 if hit is not None else -1
        if hit is not None and t.lower[verb] in ("the", "a", "an"):
            verb -= 1
        subjecting = verb >= 0 and t.lemma[verb] == "subject" and t.tag[verb] in ("VB", "VBD", "VBG", "VBP", "VBZ")
        return (verb, hit) if hit is not None and subjecting else None

    def _pointing_back(self, start: int, head: int, end: int) -> list[Event]:
        """ "postpone the measure": what is done to a measure told before."""
        t = self.t
        if not self.senses.in_article or t.lower[start] not in _POINTERS or head - start > 2:
            return []
        (event, *_) = self._events(start, head, end, ["unspecified"], "strong", False)
        if event.action not in _UNDOING:
            return []
        event.rule, event.definite, event.confidence = "anaphor", True, 0.7
        event.inherited.add("orphan")
        return [event]

    def _new_ones(self, start: int, head: int, end: int) -> list[Event]:
        """ "We tightened the sanctions and are adding new ones": more of the measures told right before."""
        t = self.t
        first = t.sents[max(0, t.sent[head] - 1)][0]
        told = (self.words.nouns.match_at(t.lemma, k) for k in range(start - 1, first - 1, -1))
        match = next((m for m in told if m is not None and m[1][0] in ("strong", "weak")), None)
        if match is None or t.lower[head] != "ones":
            return []
        events = self._events(start, head, end, list(match[1][1]), match[1][0], False)
        for event in events:
            event.inherited.add("further")
        return [e for e in events if e.action in ("expand", "impose")]

    def _in_part(self, node: int) -> bool:
        """ "partially lifted the ban"."""
        near = self.t.lower[max(0, node - 1) : node + 2] if node >= 0 else []
        return bool(self.words.of("partly") & set(near))

    def _adjacent(self, node: int, start: int) -> bool:
        """Does the trigger belong to the span? After "whether" it is only asked about."""
        asked = node >= 2 and self.t.lower[node - 2] == "whether"
        return 0 <= start - node <= 4 and not asked
