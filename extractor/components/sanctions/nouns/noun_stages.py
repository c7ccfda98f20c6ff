"""Which action and stage a measure noun tells, from its governor and the course of that."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.nouns.governors import Governor
from extractor.components.sanctions.nouns.noun_places import NounPlaces
from extractor.components.sanctions.parties.parties import Party
from extractor.components.sanctions.stages.embeddings import Course

_POSSIBLE = {"can", "could", "may", "might"}


class NounStages(NounPlaces):
    """Settles action and stage."""

    def _settle(self, governor: Governor, course: Course, partial: bool) -> tuple[str, str]:
        action = governor.action
        stage, settled = self._stage(governor, course.stage)
        if settled:
            return action, stage or "done"
        if action == "none":
            return "none", "in_force"
        if action == "impose" and governor.kind == "verb" and not governor.passive and self._carried_out(governor.node):
            action = "enforce"
        if action == "maintain" and stage in (None, "done", "planned"):
            stage = "in_force"
        if action == "enforce" and stage in (None, "done") and governor.kind == "noun":
            stage = "in_force"
        if action == "lift" and partial:
            action = "ease"
        if action == "impose" and stage == "hypothetical" and governor.kind == "noun" and self._grown(governor.node):
            action = "expand"
        return action, stage or "done"

    def _stage(self, governor: Governor, stage: str | None) -> tuple[str | None, bool]:
        """The governor's own stage laid over that of its course, and whether nothing else can change it."""
        own, node, kind = governor.stage, governor.node, governor.kind
        if governor.preposition == "lasting" and stage in (None, "done", "planned"):
            return "in_force", True
        if own in ("called_for", "opposed", "threatened") and stage in ("proposed", "considered"):
            stage = own
        if own == "called_for" and stage == "refused" and kind in ("noun", "verb"):
            # "do not need your sanctions"
            return "opposed", True
        none_of = kind == "noun" and "no" in self.t.lower[self.p.start(node) : node]
        if none_of and own in ("called_for", "considered", "planned", "proposed"):
            # "sees no need for sanctions", "there were no plans for sanctions"
            return "opposed" if own == "called_for" else "refused", True
        if (kind, governor.preposition) == ("prepositional", "on") and self.p.verb(node) == "vote":
            # "is due to vote on sanctions"
            stage = "considered" if stage == "planned" else stage
        possible = node >= 0 and bool(_POSSIBLE & set(self.p.group(node)[1]))
        if kind == "verb" and own in ("blocked", "opposed", "refused") and possible:
            # "can reject sanctions": whether he does, nothing tells.
            return "hypothetical", True
        fended = own == "threatened" and self.t.lemma[node] in self.words.of("fending")
        if (own in ("blocked", "refused") or fended) and stage == "refused":
            # "did not rule out sanctions", "too late to head off the tariffs"
            return "considered", False
        if own == "considered" and stage == "threatened":
            # "will consider sanctions if Mali goes on"
            return "considered", False
        kept = own == "in_force" and stage == "planned"
        return own if own and not kept and stage in (None, "done", "in_force", "planned") else stage, False

    def _carried_out(self, node: int) -> bool:
        """ "fully implement the sanctions", "implement all measures": those that others have imposed."""
        near = self.t.lower[max(0, node - 2) : node + 3]
        return self.p.verb(node) == "implement" and not self.words.of("in_full").isdisjoint(near)

    def _by_phrase(self, event: Event, start: int, head: int, end: int) -> None:
        """What the words of the noun phrase say: "possible sanctions", "the latest sanctions", "no sanctions"."""
        t, untold = self.t, event.rule in ("", "noun")
        words = t.lower[start:head]
        cues = (self.words.cue("adjective", low) for low in words if low in self.words.of("unreal"))
        cue = next((c for c in cues if c), None)
        if event.action == "none":
            if cue is not None:
                stage = "threatened" if self._threatened(end) else cue.stage
                event.action, event.stage, event.rule = "impose", stage, "noun-adjective"
            elif t.lower[start] == "any" and t.tag[min(end, t.n - 1)] == "MD":
                event.action, event.stage, event.rule = "impose", "hypothetical", "noun-adjective"
            elif t.lemma[head] == "designation" and t.lower[end : end + 1] in (["of"], ["against"]):
                # "follows our March designations of two firms": the noun tells the act.
                event.action, event.stage, event.rule = "impose", "done", "nominalization"
            elif untold and self.words.of("latest") & set(t.lower[start + 1 : start + 2]):
                event.action, event.stage, event.rule = "impose", "done", "noun-latest"
        if event.rule == "noun-adjective" and end < t.n and t.lower[end] in ("must", "should"):
            event.stage = "called_for"
        if event.action == "impose" and self.words.of("widened") & set(words):
            event.action = "expand"
        none_of = (
            t.lower[start] == "no" or t.lower[max(0, start - 1)] == "not" and t.lower[start] in ("a", "any", "one")
        )
        if none_of and event.stage in ("done", "planned") and event.action not in ("none", "maintain"):
            event.stage = "refused"

    def _there(self, event: Event, governor: Governor, start: int, head: int) -> None:
        """Sanctions that are in force already are only spoken of."""
        lemma = self.t.lemma[governor.node]
        stands = event.rule == "noun-effect" and self._stands(start, head)
        # "The sanctions do not prevent": what they leave alone.
        idle = event.stage == "refused" and governor.kind == "subject" and lemma in self.words.of("content_verb")
        # "reviewed the aid and the sanctions": what is there is looked at.
        viewed = governor.kind == "verb" and lemma in self.words.of("reviewing")
        viewed = viewed or governor.kind == "coordinated" and governor.stage == "considered"
        # "support EU sanctions"
        backed = governor.kind in ("noun", "verb") and lemma in self.words.of("backing")
        backed = backed and (self._places_within(start, head)[0] is not None or event.definite)
        if stands or idle or event.definite and viewed or backed:
            event.action, event.stage = "none", "in_force"

    def _threatened(self, end: int) -> bool:
        """ "potential sanctions, which the minister threatened last week"."""
        t, last = self.t, self.t.sentence(end - 1)[1]
        which = next((k for k in range(end, min(last, end + 6)) if t.lower[k] in ("that", "which")), None)
        return which is not None and "threaten" in t.lemma[which : min(last, which + 10)]

    def _grown(self, node: int) -> bool:
        """ "the risk of expanded sanctions"."""
        return not self.words.of("grown").isdisjoint(self.t.lower[node : node + 4])

    def _stands(self, start: int, head: int) -> bool:
        """ "Russia's ban on mackerel would cost …": the ban of a named state is there already."""
        t = self.t
        return any(t.tag[k] == "POS" and self.parties.places.at(k - 1) for k in range(start + 1, head))

    def _longed_for(self, event: Event, action: str) -> str | None:
        """ "determined to see the sanctions lifted", "wanted to have them lifted": as far as the seeing."""
        left = self.p.before(event.span[0])
        if left < 0 or self.p.verb(left) not in self.words.of("seeing") or "to" not in self.p.group(left)[1]:
            return None
        longing = self.p.before(self.p.group(left)[0])
        if longing >= 0 and self.t.tag[longing].startswith("NN"):
            # "the first person to have sanctions placed on him": they were.
            return None
        stage = self.stages.of_verb(left, action).stage
        return "called_for" if stage == "planned" else stage

    def _referred(self, event: Event, start: int) -> None:
        """ "refuses to refer Iran to the Security Council for possible sanctions": whom, and how far that has come."""
        t, first = self.t, self.t.sentence(start)[0]
        left = self.p.before(start)
        if left <= first or t.lower[left] != "for" or t.lower[left - 1] not in self.words.of("council_word"):
            return
        referring = self.words.of("referring")
        verb = next((k for k in range(left - 2, max(first - 1, left - 16), -1) if self.p.verb(k) in referring), None)
        if verb is None:
            return
        begin, aux = self.p.group(verb)
        passive = t.tag[verb] == "VBN" and "be" in {t.lemma[k] for k in range(begin, verb)}
        phrase = self.stages.subject(verb, begin) if passive else self.p.right_phrase(verb + 1)
        course = self.stages.of_verb(verb, "impose", passive)
        stage = course.stage or "considered"
        event.action, event.rule, event.modality = "impose", "noun-referral", course.modality
        event.stage = {"done": "considered", "planned": "considered", "refused": "opposed"}.get(stage, stage)
        event.node = verb
        if "no" in t.lower[max(first, begin - 4) : begin]:
            # "sees no reason to refer"
            event.stage = "opposed"
        asked = self.words.of("asking")
        if passive and event.stage == "considered" and asked & set(t.lemma[max(first, begin - 8) : begin]):
            event.stage = "called_for"
        event.sender = Party(None, ("UNO",), None, "Security Council")
        if phrase is not None:
            event.target = self.parties.target(phrase)
        asker = course.agent or course.sender
        event.agent = self.parties.sender(asker) if asker is not None else None
