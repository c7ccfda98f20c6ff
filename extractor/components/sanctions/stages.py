"""How far an action has come: from its verb or noun outward through control, modality, negation, conditionals, reporting.

The cues work as in ConText (trigger words with a direction and a scope), but walk from governor to governor, by the parse where its
label says so and by word order where it does not.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.components.sanctions.phrases import Phrases

Span = tuple[int, int]
_NEGATIONS = {"not", "n't", "never", "no", "without", "neither", "nor"}
_MODALS = {"will", "'ll", "wo", "shall", "would", "'d", "may", "might", "could", "can", "ca", "should", "must", "ought"}
_BE = {"be", "is", "are", "was", "were", "been", "being", "am", "'re", "get", "gets", "got"}
_CONDITIONS = {"if", "unless", "provided"}
_REPORTS = {"say", "report", "announce", "confirm", "note", "tell", "state", "add", "reveal", "claim", "show", "find", "write"}
_EMBEDDERS = {"warn", "threaten", "deny", "accuse", "allege", "demand", "insist", "propose", "suggest", "recommend", "hope", "urge",
              "request", "promise", "vow", "pledge", "agree", "decide", "expect", "suspect", "ask", "oppose", "reject"}  # fmt: skip
_HOSTILE = {"impose", "expand", "reimpose", "retaliate", "extend"}


@dataclass(slots=True)
class Course:
    """What the climb found: stage, framing, and the phrases that hold the roles."""

    stage: str | None = None
    modality: str | None = None
    sender: Span | None = None
    agent: Span | None = None
    addressee: bool = False
    exchange: bool = False
    cue: int | None = None
    steps: list[tuple[str, int]] = field(default_factory=list)


class Stages:
    """Climbs from an action word to everything that governs it."""

    def __init__(self, phrases: Phrases) -> None:
        self.p = phrases
        self.t = phrases.t
        self.words = phrases.words

    def of_verb(self, v: int, action: str, passive: bool = False) -> Course:
        """The course of the action whose verb is `v`."""
        course = Course()
        self._verb(v, action, course, passive, 0)
        if course.stage is None:
            course.stage = "done"
        if course.stage == "planned" and action in _HOSTILE and self._condition(v):
            course.stage, course.modality = "threatened", "conditional"
        return course

    def of_noun(self, start: int, head: int, action: str) -> Course:
        """The course of an action told by a noun, as in "the lifting of sanctions"."""
        course = Course()
        self._noun(start, head, action, course, 0)
        return course

    def _verb(self, v: int, action: str, course: Course, passive: bool, depth: int) -> None:
        t = self.t
        begin, aux = self.p.group(v)
        negated = any(a in _NEGATIONS for a in aux)
        gerund = t.lower[v].endswith("ing") and t.tag[v] in ("VBG", "NN", "JJ") and not any(a in _BE for a in aux)
        participle = t.tag[v] == "VBN" and not aux and depth == 0 and not passive and self._reduced(v)
        helper = self._helper(begin) if not aux and t.lower[v] == t.lemma[v] else None
        if helper is not None:
            course.sender = course.sender or self.p.left_phrase(begin)
            self._apply(helper, "verb", self.words.cue("verb", self.p.verb(helper) or ""), begin, action, course, depth)
            return
        if "to" in aux:
            stop = begin + next((k for k in range(v - begin) if t.lower[begin + k] == "to"), 0)
            if negated:
                self._compose(course, "refused", v)
            self._infinitive(stop, action, course, depth)
            return
        if gerund:
            self._gerund(begin, action, course, depth)
            if negated:
                self._compose(course, "refused", v)
            return
        modal = next((a for a in aux if a in _MODALS), None)
        if modal is not None:
            self._modal(modal, v, begin, action, negated, course)
        elif negated:
            self._compose(course, "refused", v)
        subject = None if participle else self.subject(v, begin)
        if subject is None and depth < 4:
            joined = self._joined(begin)
            if joined is not None:
                self._inherit(joined, action, course, depth)
                return
        if not passive:
            course.sender = course.sender or subject
        self._embedding(subject[0] if subject else begin, v, action, course, depth)

    def _helper(self, begin: int) -> int | None:
        """"helping Russia evade sanctions": the verb that takes a bare infinitive."""
        found = self.p.left_phrase(begin)
        if found is None or found[0] <= self.t.sentence(begin)[0]:
            return None
        verb = found[0] - 1
        return verb if self.p.verb(verb) in ("help", "let", "make") else None

    def _modal(self, modal: str, v: int, begin: int, action: str, negated: bool, course: Course) -> None:
        cue = self.words.cue("auxiliary", modal)
        stage = cue.stage if cue else "planned"
        condition = self._condition(v)
        if condition and action in _HOSTILE:
            course.modality = "conditional"
            if stage in ("planned", "hypothetical") or condition == "unless":
                stage = "threatened"
        elif stage == "hypothetical" and self._reported(begin):
            stage = "planned"
        if negated:
            stage = "refused" if stage != "called_for" else "opposed"
        self._compose(course, stage, v)

    def _condition(self, v: int) -> str | None:
        """A conditional clause elsewhere in the sentence of `v`, whose main clause holds `v`."""
        t = self.t
        first, last = t.sentence(v)
        if self._mark(v) in _CONDITIONS:
            return None
        for i in range(first, last):
            if t.lower[i] in ("if", "unless") and not (t.lower[i - 1] in ("as", "even") if i else False):
                return t.lower[i]
        return None

    def _mark(self, v: int) -> str | None:
        """The subordinator of the clause of `v`: "if", "unless", "whether" …"""
        t, first = self.t, self.t.sentence(v)[0]
        marks = self.words.cues.get("mark", {})
        for i in range(v - 1, max(first - 1, v - 16), -1):
            low = t.lower[i]
            if low in marks and (low != "should" or i == first):
                return low
            if low in (",", ";", ":", "that", "which", "who") or (t.tag[i] in ("VBD", "VBZ", "VBP") and low not in _BE | {"have", "has", "had"}):
                return None
        return None

    def _reported(self, begin: int) -> bool:
        t, first = self.t, self.t.sentence(begin)[0]
        return any(t.lemma[i] in _REPORTS | {"announce", "pledge", "promise", "vow", "tell"} for i in range(max(first, begin - 12), begin))

    def _reduced(self, v: int) -> bool:
        t = self.t
        return v > 0 and t.tag[v - 1] in ("NNS", "NN", "NNP", "NNPS") and v + 1 < t.n and t.lower[v + 1] in ("by", "on", "against", "in")

    def subject(self, v: int, begin: int | None = None) -> Span | None:
        """The subject of a finite verb: what stands before its group, else what the parser says."""
        t = self.t
        begin = self.p.group(v)[0] if begin is None else begin
        first = t.sentence(v)[0]
        left = begin - 1
        while left >= first and t.tag[left] in ("RB", "RBR") and left > first:
            left -= 1
        if left < first:
            return None
        low = t.lower[left]
        if low in ("which", "that", "who") and left > first:
            if t.lower[left - 1] == ",":
                left -= 1
                # ", which was": the clause belongs to the last name of a list.
                found = self.p.left_phrase(left)
                return (max(found[0], self.p.start(found[1] - 1)), found[1]) if found and t.lower[begin] in ("was", "is", "has") else found
            return self.p.left_phrase(left)
        if low in ("and", "or", "but", "then"):
            return None
        near = self.p.left_phrase(begin)
        node = v
        for _ in range(3):
            child = t.child(node, "nsubj", "nsubj:pass")
            if child is not None and first <= child < v:
                if near is not None and (near[0] <= child < near[1] or low == "," or self._plain_subject(near, begin)):
                    return near
                whole = self.p.left_phrase(child + 1)
                return whole or (self.p.start(child), child + 1)
            if t.dep[node] in ("aux", "aux:pass", "cop") and t.head[node] != node:
                node = t.head[node]
            else:
                break
        return near

    def _plain_subject(self, near: Span, begin: int) -> bool:
        """A name right before the verb, and no preposition before the name."""
        t = self.t
        return near[1] == begin and t.tag[near[1] - 1] in ("NNP", "NNPS") and (
            near[0] == t.sentence(begin)[0] or t.lower[near[0] - 1] not in ("in", "on", "at", "of", "from", "by", "with", "for", "to", "near"))  # fmt: skip

    def _joined(self, begin: int) -> int | None:
        """For "imposed … and tightened": the verb to the left of the coordination, whose subject and modality also hold here."""
        t, first = self.t, self.t.sentence(begin)[0]
        left = begin - 1
        while left >= first and (t.tag[left] in ("RB",) or t.text[left] == ","):
            left -= 1
        if left < first or t.lower[left] not in ("and", "or", "but", "then"):
            return None
        bare = begin < t.n and t.tag[begin] in ("VB", "VBP") and t.lower[begin] == t.lemma[begin]
        if bare:
            # "to designate X and impose sanctions": the other infinitive, where there is one.
            for i in range(left - 1, max(first - 1, left - 30), -1):
                if t.tag[i] == "VB" and self.p.verb(i) and {"to", "will", "would", "could", "may", "might", "should", "must"} & set(self.p.group(i)[1]):
                    return i
        for i in range(left - 1, max(first - 1, left - 30), -1):
            if self.p.verb(i) and t.tag[i] != "VBG" and t.lower[i] not in _BE:
                return i
        return None

    def _inherit(self, verb: int, action: str, course: Course, depth: int) -> None:
        before = course.stage
        inner = Course()
        self._verb(verb, action, inner, False, depth + 1)
        course.sender = course.sender or inner.sender
        course.agent, course.modality = course.agent or inner.agent, course.modality or inner.modality
        if inner.stage and before is None:
            self._compose(course, inner.stage, verb)

    def _infinitive(self, to: int, action: str, course: Course, depth: int) -> None:
        """Find what governs "to VERB"."""
        t, first = self.t, self.t.sentence(to)[0]
        if depth > 4:
            return
        left = to - 1
        while left >= first and (t.tag[left] in ("RB", "RBR") or t.lower[left] in _NEGATIONS or t.text[left] in ('"', "'")):
            if t.lower[left] in _NEGATIONS:
                self._compose(course, "refused", left)
            left -= 1
        if left >= first and t.lower[left] == "whether":
            self._compose(course, "considered", left)
            left -= 1
        if left >= first and t.lower[left] in ("how", "when", "as", "order"):
            left -= 1
        if left >= first and t.lower[left] in ("and", "or", ","):
            joined = self._joined(left + 1)
            if joined is not None and "to" in self.p.group(joined)[1]:
                self._inherit(joined, action, course, depth + 1)
                return
        for i in range(left, max(first - 1, left - 18), -1):
            low = t.lower[i]
            verb = self.p.verb(i)
            if verb and low not in _BE and low not in ("have", "has", "had"):
                cue = self.words.cue("verb", verb)
                if cue is not None or i == left or t.head[to] == i:
                    self._apply(i, "verb", cue, to, action, course, depth)
                    return
                if t.tag[i] in ("VBD", "VBZ", "VBP"):
                    break
            elif (i == left or self._attached(i, left)) and self.words.cue("noun", t.lemma[i]) and t.tag[i].startswith("NN"):
                self._apply(i, "noun", self.words.cue("noun", t.lemma[i]), to, action, course, depth)
                return
            elif i == left and self.words.cue("adjective", low):
                self._apply(i, "adjective", self.words.cue("adjective", low), to, action, course, depth)
                return
            elif low in (";", ":"):
                break
        self._compose(course, "planned", to)
        course.sender = course.sender or self._first_subject(to)

    def _attached(self, noun: int, left: int) -> bool:
        """"a bill in the Senate to impose": only a short prepositional phrase between the noun and "to"."""
        t = self.t
        return noun < left and left - noun <= 6 and t.tag[noun + 1] == "IN" and not any(
            self.p.verb(k) or t.text[k] == "," for k in range(noun + 1, left + 1)
        )

    def _first_subject(self, i: int) -> Span | None:
        """The subject of the sentence up to `i`: for participles and purpose clauses."""
        t, first = self.t, self.t.sentence(i)[0]
        for k in range(i - 1, first, -1):
            if self.p.verb(k) and (t.tag[k] in ("VBD", "VBZ", "VBP") or self.p.finite(k)):
                found = self.subject(k)
                if found is not None:
                    return found
        whole = self.p.right_phrase(first)
        return whole if whole is not None and whole[1] <= i else None

    def _gerund(self, begin: int, action: str, course: Course, depth: int) -> None:
        t = self.t
        left = self.p.before(begin)
        if left < 0:
            return
        low = t.lower[left]
        verb = self.p.verb(left)
        if low == "whether":
            self._compose(course, "considered", left)
            left = self.p.before(left)
            low, verb = (t.lower[left], self.p.verb(left)) if left >= 0 else ("", None)
        if verb and low not in _BE:
            self._apply(left, "verb", self.words.cue("verb", verb), begin, action, course, depth)
            return
        if t.tag[left].startswith("NN") and self.words.cue("noun", t.lemma[left]):
            self._apply(left, "noun", self.words.cue("noun", t.lemma[left]), begin, action, course, depth)
            return
        if low in ("of", "on", "for", "against", "from", "about", "in", "to", "by", "over", "with", "without", "despite", "after", "at"):
            outer = self.p.before(left)
            if outer >= 0:
                verb = self.p.verb(outer)
                noun = self.words.cue("noun", t.lemma[outer])
                if low == "against":
                    self._against(outer, action, course, depth)
                    return
                if verb and self.words.cue("verb", verb) and low not in ("by", "after"):
                    self._apply(outer, "verb", self.words.cue("verb", verb), left, action, course, depth)
                    return
                if noun and low in ("of", "for", "on", "to", "about", "in"):
                    self._apply(outer, "noun", noun, left, action, course, depth)
                    return
                near = self._cue_with_object(left, low)
                if near is not None:
                    self._apply(near, "verb", self.words.cue("verb", self.p.verb(near) or ""), left, action, course, depth)
                    return
            if low in ("without",):
                self._compose(course, "refused", left)
            elif low in ("over", "on", "about") and any(t.lemma[k] == "fail" for k in range(max(t.sentence(left)[0], left - 24), left)):
                self._compose(course, "blocked", left)
        course.sender = course.sender or self._first_subject(begin)
        # A participle beside the main clause shares its modality: "will respond, imposing …".
        if low == "," and depth < 3:
            for k in range(left - 1, t.sentence(begin)[0], -1):
                if t.tag[k] in ("VBD", "VBZ", "VBP") and self.p.verb(k):
                    break
                if t.tag[k] == "MD":
                    self._compose(course, "planned", k)
                    break

    def _cue_with_object(self, prep: int, low: str) -> int | None:
        """"accused the firm of evading": the verb with its object before the preposition."""
        t, first = self.t, self.t.sentence(prep)[0]
        wanted = {"of": ("accuse", "suspect", "warn", "convict"), "for": ("blame",), "from": ("bar", "prevent", "stop", "block"), "with": ("charge",),
                  "to": ("agree", "commit"), "on": ("vote", "agree")}.get(low, ())  # fmt: skip
        for i in range(prep - 1, max(first - 1, prep - 14), -1):
            verb = self.p.verb(i)
            if verb in wanted:
                return i
        return None

    def _against(self, outer: int, action: str, course: Course, depth: int) -> None:
        verb = self.p.verb(outer)
        stage = "refused" if verb in ("vote", "decide", None) else "opposed"
        self._compose(course, stage, outer)
        if verb:
            subject = self.subject(outer)
            if stage == "refused":
                course.sender = course.sender or subject
            else:
                course.agent = course.agent or subject

    def _apply(self, i: int, kind: str, cue, inner: int, action: str, course: Course, depth: int) -> None:
        """Take up one governor: its stage, its holder, and then what governs it."""
        t = self.t
        course.cue = i
        if kind == "verb" and self.p.verb(i) in ("avoid", "avert"):
            self._compose(course, "considered", i)
            return
        if cue is not None:
            course.steps.append((kind, i))
            stage, holder = cue.stage, cue.holder
            passive = kind == "verb" and t.tag[i] == "VBN" and any(a in _BE for a in self.p.group(i)[1])
            if kind == "verb" and holder == "addressee":
                self._addressee(i, inner, course, passive)
            elif kind == "verb" and cue.stage == "alleged":
                course.agent = course.agent or self._object(i, inner)
            elif kind == "verb" and cue.stage == "denied":
                stage, course.modality = ("alleged" if action == "violate" else "refused"), "denied"
            if stage != "done":
                self._compose(course, stage, i)
            if holder == "agent" and course.agent is None and kind == "verb":
                course.agent = self.subject(i)
        if depth > 3:
            return
        if kind == "verb":
            keep = course.sender
            inner_course = Course(stage=course.stage, modality=course.modality, agent=course.agent)
            self._verb(i, action, inner_course, False, depth + 1)
            course.stage, course.modality = inner_course.stage, inner_course.modality
            course.agent = course.agent or inner_course.agent
            if cue is not None and cue.holder in ("addressee", "agent"):
                course.agent = course.agent or inner_course.sender
                course.sender = keep
            else:
                course.sender = keep or inner_course.sender
                course.addressee = course.addressee or inner_course.addressee
        else:
            start = self.p.start(i)
            if kind == "noun" and any(t.tag[k] in ("NNP", "POS", "NNPS") for k in range(start, i)):
                course.sender = course.sender or (start, i + 1)
                if cue is not None and cue.holder == "agent":
                    course.agent, course.sender = course.agent or (start, i + 1), None
            elif kind == "adjective":
                begin = i
                while begin > t.sentence(i)[0] and (t.lower[begin - 1] in _BE | {"not", "n't", "also"} or t.tag[begin - 1] == "RB"):
                    begin -= 1
                if begin < i:
                    if any(t.lower[k] in _NEGATIONS for k in range(begin, i)):
                        self._compose(course, "refused", i)
                    course.sender = course.sender or self.subject(begin, begin)
            left = self.p.before(start)
            if kind == "noun" and any(t.lower[k] in _NEGATIONS for k in range(max(t.sentence(i)[0], start - 5), i)):
                self._compose(course, "refused", i)
            if kind == "noun" and left >= 0 and depth < 3:
                verb = self.p.verb(left)
                if verb:
                    outer = self.words.cue("verb", verb)
                    self._apply(left, "verb", outer, start, action, course, depth + 1)
                elif t.lower[left] in ("no", "without"):
                    self._compose(course, "refused", left)

    def _addressee(self, i: int, inner: int, course: Course, passive: bool) -> None:
        if passive:
            course.sender = course.sender or self.subject(i)
            course.addressee = True
            return
        found = self._object(i, inner)
        if found is not None:
            course.sender, course.addressee = course.sender or found, True

    def _object(self, verb: int, inner: int) -> Span | None:
        """The noun phrase between a control verb and its complement, over "on", "upon", "for"."""
        start = verb + 1
        while start < inner and self.t.lower[start] in ("on", "upon", "for", "to", "that", "from", "against"):
            start += 1
        if start >= inner:
            return None
        found = self.p.right_phrase(start)
        return (start, min(found[1], inner)) if found else None

    def _embedding(self, start: int, v: int, action: str, course: Course, depth: int) -> None:
        """What stands around a finite clause: "if", "whether", "warned that", "denied that"."""
        t, first = self.t, self.t.sentence(v)[0]
        mark = self._mark(v)
        if mark in _CONDITIONS:
            self._compose(course, "hypothetical", v)
            course.modality = "conditional"
            return
        left = start - 1
        if mark == "whether":
            self._compose(course, "considered", v)
        while left >= first and t.lower[left] in ("that", "whether", '"', "``", ","):
            left -= 1
        if left < first or depth > 3:
            return
        verb = self.p.verb(left)
        if verb in ("believe", "think") and any(a in _NEGATIONS for a in self.p.group(left)[1]):
            course.stage = "opposed"
            course.agent = course.agent or self.subject(left)
            return
        if verb in _EMBEDDERS:
            self._apply_clause(left, verb or "", action, course)

    def _apply_clause(self, i: int, verb: str, action: str, course: Course) -> None:
        cue = self.words.cue("verb", verb)
        if cue is None:
            return
        if cue.stage == "denied":
            course.stage, course.modality = ("alleged" if action == "violate" else "refused"), "denied"
        elif cue.stage == "threatened":
            if action in _HOSTILE and course.stage in ("planned", "hypothetical", "considered", None):
                course.stage = "threatened"
        elif cue.stage in ("planned", "considered"):
            if course.stage in ("hypothetical", None, "planned"):
                course.stage = cue.stage
        else:
            self._compose(course, cue.stage, i)
        if cue.holder in ("agent", "addressee"):
            course.agent = course.agent or self.subject(i)

    def _noun(self, start: int, head: int, action: str, course: Course, depth: int) -> None:
        t = self.t
        for k in range(start, head):
            cue = self.words.cue("adjective", t.lower[k])
            if cue and cue.stage != "hypothetical":
                self._compose(course, cue.stage, k)
        left = self.p.before(start)
        if left < 0:
            return
        low = t.lower[left]
        verb = self.p.verb(left) if low not in ("concerning", "regarding") else None
        if verb and low not in _BE:
            cue = self.words.cue("verb", verb)
            self._apply(left, "verb", cue, start, action, course, depth)
            if cue and cue.stage == "done" and course.stage is None:
                course.stage = "done"
            return
        if low in ("of", "for", "on", "to", "against", "about", "with", "in", "over", "from", "concerning", "regarding"):
            outer = self.p.before(left)
            if outer < 0:
                return
            if t.lemma[outer] == "resolution" and any(t.lemma[k] == "vote" for k in range(max(t.sentence(outer)[0], outer - 6), outer)):
                self._compose(course, "considered", outer)
                return
            verb, noun = self.p.verb(outer), self.words.cue("noun", t.lemma[outer])
            if low == "for" and t.lemma[outer] in ("exchange", "return"):
                # Who gives something for the lifting is the target.
                said = t.lemma[t.sentence(outer)[0] : outer]
                open_deal = {"would", "will", "agree", "offer", "if", "propose", "demand", "could", "may", "want", "seek", "possible"}
                course.stage, course.exchange = "proposed" if open_deal & set(said) else "done", True
                course.agent = course.agent or self._first_subject(outer)
            elif low == "against" and (verb or noun):
                self._against(outer, action, course, depth)
            elif (near := self._cue_with_object(left, low)) is not None:
                self._apply(near, "verb", self.words.cue("verb", self.p.verb(near) or ""), left, action, course, depth)
            elif verb and self.words.cue("verb", verb):
                self._apply(outer, "verb", self.words.cue("verb", verb), left, action, course, depth)
            elif noun and low != "in":
                self._apply(outer, "noun", noun, left, action, course, depth)

    def _compose(self, course: Course, stage: str, i: int) -> None:
        """Lay an outer stage over the inner one."""
        inner = course.stage
        course.steps.append((stage, i))
        if stage == "done":
            return
        if inner in (None, "planned", "done", "in_force"):
            if not (inner == "planned" and stage == "hypothetical"):
                course.stage = stage
        elif stage in ("refused", "blocked", "opposed", "called_for", "denied", "alleged", "threatened") and inner not in ("refused", "opposed"):
            course.stage = stage
        elif inner == "hypothetical" and stage != "hypothetical":
            course.stage = stage
