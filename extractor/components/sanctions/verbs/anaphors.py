"""Acts that point back: "postpone the measure", "wants them eased", "blocked a similar text", "would not retaliate"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.verbs.target_verbs import TargetVerbs

_ANSWERS = {"retaliate"}


class Anaphors(TargetVerbs):
    """Events whose measure was told before; `antecedents.take_up` fills them or they are dropped."""

    def _anaphor(self, i: int, verb: str) -> Event | None:
        """The event of the verb `i`, in an article about sanctions."""
        if not self.senses.in_article:
            return None
        if verb in _ANSWERS:
            return self._answer(i)
        if verb in self.words.of("ship_holding"):
            return self._seizure(i)
        t, last = self.t, self.t.sentence(i)[1]
        after = t.lower[i + 1] if i + 1 < last else ""
        row, changing = self.words.action_of("measure", verb), self.words.of("changing")
        if after in ("them", "it") and row is not None:
            # Done to sanctions and hardly to anything else that "it" and "them" stand for in such an article.
            if verb in changing and not (i + 2 < last and t.lower[i + 2] == "from"):
                return self._event(i, (i, i + 2), row[0], "anaphor")
            if verb == "want" and i + 2 < last and t.tag[i + 2] == "VBN" and t.lemma[i + 2] in changing:
                inner = self.words.action_of("measure", t.lemma[i + 2])
                found = self._event(i, (i, i + 3), inner[0] if inner else "none", "anaphor")
                found.stage, found.agent, found.sender = "called_for", found.sender, None
                return found
        begin, _, passive = self._voice(i)
        if row is not None and verb in changing and passive:
            told = begin - 1 > t.sentence(i)[0] - 1 and t.lower[begin - 1] in ("these", "they")
            # "These sanctions were adopted in May. They will be lifted when": the subject is told before.
            return self._event(i, (begin, i + 1), row[0], "anaphor", passive=True) if told else None
        if verb in ("block", "veto"):
            end = self.p.end(i + 1)
            if end > i + 1 and t.lemma[end - 1] in self.words.of("council_text"):
                found = self._event(i, (i, end), "impose", "anaphor-blocked")
                found.stage, found.agent, found.sender = "blocked", found.sender, None
                return found
        counted = i + 3 < last and t.tag[i + 1] == "CD" and t.lower[i + 2] == "of"
        if verb == "list" and t.tag[i] in ("VBD", "VBN") and counted and t.lower[i + 3] in ("the", "those", "them"):
            return self._event(i, (i, self.p.end(i + 3)), "impose", "anaphor-list", ["designation"])
        return None

    def _event(
        self,
        i: int,
        span: tuple[int, int],
        action: str,
        rule: str,
        measures: list[str] | None = None,
        passive: bool = False,
    ) -> Event:
        course = self.stages.of_verb(i, action, passive)
        sender = self._sender(self._by(i + 1, 1) if passive else course.sender)
        event = Event(span, i, i, measures or ["unspecified"], action, course.stage or "done", sender, rule=rule)
        event.modality, event.definite, event.confidence = course.modality, True, 0.7
        event.agent = self._sender(course.agent)
        event.inherited.add("orphan")
        return event

    def _answer(self, i: int) -> Event | None:
        """ "said Georgia would not retaliate": an answer whose measure is not named."""
        t, last = self.t, self.t.sentence(i)[1]
        if i + 1 < last and t.lower[i + 1] in ("with", "by") or t.tag[i].startswith("NN"):
            return None
        begin = self.p.group(i)[0]
        return self._event(i, (begin, i + 1), "retaliate", "anaphor-answer")

    def _seizure(self, i: int) -> Event | None:
        """ "seized one of the seven tankers": what was listed before."""
        t = self.t
        begin, _, passive = self._voice(i)
        phrase = self.stages.subject(i, begin) if passive else self.p.right_phrase(i + 1)
        if phrase is None:
            return None
        target = self.parties.target(phrase)
        words = t.lower[phrase[0] : phrase[1]]
        if target.kind != "vessel" or not {"the", "these", "those"} & set(words[:4]):
            return None
        event = self._event(i, (i, phrase[1]) if not passive else (phrase[0], i + 1), "enforce", "anaphor-seizure")
        event.target = target
        if event.sender is None or not event.sender.countries:
            return None
        return event
