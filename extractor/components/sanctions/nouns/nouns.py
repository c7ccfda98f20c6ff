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
        if t.lemma[head] == "snapback" and "sanctions" in t.lower[end : end + 4] and t.lower[end] == "of":
            # "the snapback of UN sanctions": told by the sanctions.
            return None
        if "tariff" in measures and self._trade_policy(i, head):
            return None
        if not self._noun(i, head) or self._headline_verb(i, end):
            return None
        if measures == ("blockade",) and kind == "weak":
            if self.senses.blockade(head) is False:
                return None
            kind = "strong" if self._cut_off(head) else kind
        if kind == "weak" and t.lemma[head] == "designation":
            if not self.senses.of_law(head) or self.p.verb(self.p.before(self.p.start(i))) == "review":
                return None
            kind = "strong"
        if kind == "answer":
            # "the threat of U.S. retaliation": with measures of trade.
            if self.words.of("trade_quarrel").isdisjoint(self.senses.of_sentence(head)):
                return None
            kind = "weak"
        if kind == "weak" and (self._at_home(end) or self._domestic(i)):
            return None
        if end + 1 < t.n and t.text[end] == "-" and t.lower[end + 1] == "related":
            return [], end
        start = own_start(self.p, min(self.p.start(i), i), i)
        if not self.senses.allows_noun(start, i, head, measures):
            return None
        start = self._senders_listed(start, head)
        listed, end, extra = self._objects(end, head, list(measures))
        if not listed:
            listed = list(measures)
        listed = self._modified(start, i, listed)
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
        events = self._events(start, head, end, listed, kind, partial, compound)
        for event in events:
            if extra is not None and (event.target is None or not event.target.countries):
                hit = self.parties.target(extra)
                if hit.countries or event.target is None and hit.kind in ("person", "entity", "group"):
                    event.target = hit
            if (
                event.target
                and event.target.kind == "sector"
                and event.measures == ["unspecified"]
                and self._whole_sector(event.target)
            ):
                event.measures = ["sectoral"]
            if (
                event.target
                and not event.target.countries
                and event.target.span
                and self.parties._dealers(*event.target.span)
            ):
                event.measures = [m for m in event.measures if m != "unspecified"] + ["secondary"]
            # "a price cap on Libyan oil"; at home, on gas or rents, no state is named.
            event.weak = event.weak and not (event.targets and t.lemma[head] == "cap")
            if self._own_people(event.target):
                return [], end
            vague = event.measures in (["unspecified"], ["trade_ban"])
            if vague and t.lemma[head] in self.words.of("goods_ban_noun") and self._foreign_goods(event.target):
                event.measures = ["import_restriction"]
        if compound is not None:
            end = max(end, int(compound) + 1)
        if t.lemma[head] in ("duty", "retaliation"):
            # "violating their duties"
            events = [e for e in events if e.action not in ("enforce", "maintain", "none", "violate")]
        return events, end

    def _events(
        self, start: int, head: int, end: int, measures: list[str], kind: str, partial: bool, compound: str | None
    ) -> list[Event]:
        t = self.t
        if compound is not None:
            right = int(compound)
            row = self.words.action_of("compound", t.lemma[right]) or self.words.action_of("compound", t.lower[right])
            assert row is not None
            governor = Governor("compound", row[0], row[1], right)
            event = self._compound_event(start, head, right, measures, governor)
            return [event] if event else []
        neutral = self.words.of("neutral_noun")
        while end < t.n and t.lemma[end] in neutral and t.tag[end].startswith("NN") and t.sent[end] == t.sent[head]:
            end += 1
        governor = self.govern(start, head, end)
        if (
            governor.kind == "verb"
            and t.lower[governor.node + 1] in ("away", "off")
            and t.lemma[governor.node] == "take"
        ):
            governor = Governor("verb", "lift", "", governor.node, governor.passive)
        elif governor.kind == "verb" and t.lower[governor.node + 1] == "up" and t.lemma[governor.node] == "add":
            governor = Governor()
        left = self.p.before(start)
        if governor.kind == "none" and left >= 0 and t.lemma[left] == "target" and t.tag[left].startswith("VB"):
            # "should target sanctions against those responsible"
            governor = Governor("verb", "impose", "", left)
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
        target = subjected[1] if subjected is not None else target
        course = Course()
        if governor.kind == "none" and target is None:
            target = self._under(start)
        if governor.kind in ("verb", "prepositional", "coordinated") and governor.action != "none":
            course = self.stages.of_verb(governor.node, governor.action, governor.passive)
            event.rule = f"noun-{governor.kind}"
            if self._adjacent(governor.node, start):
                event.span = (min(governor.node, start), end)
        elif governor.kind == "noun":
            first = self.p.start(governor.node)
            uttered = self.p.verb(self.p.before(first)) in self.words.of("uttering")
            if uttered or t.lemma[governor.node] not in self.words.of("hanging"):
                # Whoever "does not take the threat of sanctions seriously", it is threatened all the same.
                course = self.stages.of_noun(first, governor.node, governor.action)
            if t.lemma[governor.node] not in self.words.of("telling_noun") and t.lower[start - 1] not in ("and", "or"):
                # "the announcement of sanctions": the phrase is the sanctions.
                event.span = (min(first, start), end)
            event.rule = "nominalization"
        elif governor.kind == "subject":
            course = self.stages.of_verb(governor.node, governor.action, True)
            event.rule = "noun-effect" if governor.preposition == "effect" else "noun-subject"
            if governor.node - end <= 6:
                event.span = (start, governor.node + 1)
        event.action, event.stage = self._settle(governor, course, partial or self._in_part(governor.node))
        if event.action == "none":
            unreal = (low for low in t.lower[start:head] if low in self.words.of("unreal"))
            cue = next((c for low in unreal if (c := self.words.cue("adjective", low))), None)
            if cue is not None:
                event.action, event.stage, event.rule = "impose", cue.stage, "noun-adjective"
                if self._threatened(end):
                    event.stage = "threatened"
            elif t.lower[start] == "any" and t.tag[min(end, t.n - 1)] == "MD":
                event.action, event.stage, event.rule = "impose", "hypothetical", "noun-adjective"
        if (
            event.action == "none"
            and t.lemma[head] == "designation"
            and t.lower[end : end + 1] in (["of"], ["against"])
        ):
            # "follows our March designations of two firms": the noun tells the act.
            event.action, event.stage, event.rule = "impose", "done", "nominalization"
        just = self.words.of("latest") & set(t.lower[start + 1 : start + 2])
        if just and event.action == "none" and event.rule in ("", "noun"):
            event.action, event.stage, event.rule = "impose", "done", "noun-latest"
        if event.rule == "noun-adjective" and end < t.n and t.lower[end] in ("must", "should"):
            event.stage = "called_for"
        if event.action == "impose" and self.words.of("widened") & set(t.lower[start:head]):
            event.action = "expand"
        none_of = (
            t.lower[start] == "no" or start and t.lower[start - 1] == "not" and t.lower[start] in ("a", "any", "one")
        )
        if none_of and event.stage in ("done", "planned") and event.action not in ("none", "maintain"):
            event.stage = "refused"
        if event.rule == "noun-effect" and self._stands(start, head):
            event.action, event.stage = "none", "in_force"
        content = self.words.of("content_verb")
        if event.stage == "refused" and governor.kind == "subject" and t.lemma[governor.node] in content:
            # "The sanctions do not prevent": what they leave alone.
            event.action, event.stage = "none", "in_force"
        discussed = governor.kind == "verb" and t.lemma[governor.node] in self.words.of("reviewing")
        if event.definite and (discussed or governor.kind == "coordinated" and governor.stage == "considered"):
            # "reviewed the aid and the sanctions": what is there is looked at.
            event.action, event.stage = "none", "in_force"
        backed = governor.kind in ("noun", "verb") and t.lemma[governor.node] in self.words.of("backing")
        if backed and (self._places_within(start, head)[0] or event.definite):
            # "support EU sanctions": those that are there.
            event.action, event.stage = "none", "in_force"
        if event.action == "impose" and relative is not None and t.lemma[governor.node] == "implement":
            # "must implement the measures imposed by the Council": they are there.
            event.action = "enforce"
        if governor.kind == "provoked" and self.words.of("countermeasure") & set(t.lemma[start : head + 1]):
            event.action = "retaliate"
        event.modality = course.modality
        self._give_roles(event, governor, course, by, target, start, head)
        if governor.kind in ("none", "noun"):
            self._referred(event, start if governor.kind == "none" else self.p.start(governor.node))
        events = [event]
        if relative is not None:
            extra = self._relative(event, relative, by)
            if extra is not None:
                events.append(extra)
        return events

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
        (event, *_) = self._events(start, head, end, ["unspecified"], "strong", False, None)
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
        events = self._events(start, head, end, list(match[1][1]), match[1][0], False, None)
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

    def _threatened(self, end: int) -> bool:
        """ "potential sanctions, which the minister threatened last week"."""
        t, last = self.t, self.t.sentence(end - 1)[1]
        which = next((k for k in range(end, min(last, end + 6)) if t.lower[k] in ("that", "which")), None)
        return which is not None and "threaten" in t.lemma[which : min(last, which + 10)]
