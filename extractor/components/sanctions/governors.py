"""The word that carries the action on a measure noun: by word order first, else by the parse."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.components.sanctions.gaps import over_adjunct
from extractor.components.sanctions.grammar import Grammar

_OVER = {"back", "down", "in", "into", "off", "out", "over", "up"}
_CLAUSES = {"after", "although", "as", "because", "before", "but", "if", "since", "unless", "until", "when", "while"}
_BACKLASH = {"react", "reciprocate", "respond", "retaliate"}
_STRIKERS = {
    "answer",
    "counter",
    "hit",
    "punish",
    "react",
    "reply",
    "respond",
    "retaliate",
    "reward",
    "slap",
    "target",
    "threaten",
}


@dataclass(slots=True)
class Governor:
    """What governs a measure noun. kind: verb, noun, compound, subject, prepositional or none."""

    kind: str = "none"
    action: str = "none"
    stage: str = ""
    node: int = -1
    passive: bool = False
    preposition: str = ""


class Governors(Grammar):
    """Finds the governor of a measure noun."""

    def govern(self, start: int, head: int, end: int) -> Governor:
        """The word that carries the action on this measure noun."""
        t = self.t
        left = self.p.before(start)
        if left >= 0:
            found = self._left(left, start)
            if found is not None:
                return found
            low = t.lower[left]
            if low == ":":
                found = self._announced(left)
                if found is not None:
                    return found
            if low in ("and", "or", ",", "&", "with") or (low == "with" and t.lower[left - 1] == "along"):
                found = self._coordinated(left, head)
                if found is not None:
                    return found
        found = self._subject(head, end)
        if found is not None:
            return found
        return self._parsed(head)

    def _left(self, left: int, start: int) -> Governor | None:
        t = self.t
        low = t.lower[left]
        verb = self.p.verb(left)
        if verb is None and low in _OVER and self.p.verb(left - 1):
            verb = f"{self.p.verb(left - 1)} {low}"
            row = self.words.action_of("measure", verb) or self.words.action_of("measure", verb.split()[0])
            return Governor("verb", *row, node=left - 1) if row else None
        if verb is not None:
            row = self.words.action_of("measure", verb)
            if row is not None:
                action = row[0]
                if verb == "leave" and not self._left_in_place(start):
                    return None
                if verb == "consider" and self._regarded(start):
                    return None
                if verb == "impose" and left >= 2 and t.text[left - 1] == "-" and t.lower[left - 2] == "re":
                    action, left = "reimpose", left - 2
                return Governor("verb", action, row[1], left)
            return None
        if low in ("on", "for", "against", "of", "with", "to", "from", "about", "in", "by", "over", "under", "through"):
            return self._prepositional(left, low)
        outer = over_adjunct(self.p, left)
        if outer >= 0 and (row := self.words.action_of("measure", self.p.verb(outer) or "")):
            return Governor("verb", *row, node=outer)
        return None

    def _announced(self, colon: int) -> Governor | None:
        """ "want the opposite: an export ban", "proposed three steps: an embargo …"."""
        t = self.t
        for i in range(colon - 1, max(t.sentence(colon)[0] - 1, colon - 8), -1):
            verb = self.p.verb(i)
            if verb is None:
                continue
            row = self.words.action_of("measure", verb)
            return Governor("coordinated", *row, node=i) if row is not None and row[0] != "none" else None
        return None

    def _regarded(self, start: int) -> bool:
        """ "will consider any sanctions a declaration of war": to take for something, not to weigh."""
        t = self.t
        words = t.lower[start : start + 14]
        return "declaration" in words or "provocation" in words or "act" in words and "war" in words

    def _left_in_place(self, start: int) -> bool:
        """ "left the sanctions in place": to leave them otherwise is not to keep them."""
        t = self.t
        return bool({"intact", "place", "force", "unchanged", "untouched"} & set(t.lower[start : start + 14]))

    def _prepositional(self, left: int, low: str) -> Governor | None:
        t = self.t
        outer = self.p.before(left)
        if outer < 0:
            return None
        lemma, verb = t.lemma[outer], self.p.verb(outer)
        if verb is None:
            row = self.words.action_of("of", lemma)
            if (
                row is not None
                and (low in ("of", "to", "from", "on", "for", "in", "with"))
                and not (low == "from" and lemma == "return")
            ) and not (
                low in ("on", "for")
                and lemma not in ("ease", "extension", "waiver", "exemption", "relief", "license", "licence")
            ):
                return Governor("noun", row[0], row[1], outer, preposition=low)
            cue = self.words.cue("noun", lemma)
            if cue is not None and low in ("of", "for", "on", "about", "to", "against"):
                if cue.stage == "alleged":
                    return None
                stage = "opposed" if low == "against" else cue.stage
                if stage == "hypothetical" and low != "of":
                    stage = "considered"
                if stage == "done":
                    return Governor("noun", "impose", "", outer, preposition=low)
                return Governor("noun", "impose", stage, outer, preposition=low)
            if self.words.cue("adjective", t.lower[outer]) and low in ("to", "for"):
                return None
        else:
            cue = self.words.cue("verb", verb)
            if verb in _BACKLASH and low in ("against", "to"):
                return Governor("prepositional", "retaliate", "", outer, preposition="against")
            if low == "against" and verb in (
                "vote",
                "argue",
                "warn",
                "advise",
                "speak",
                "decide",
                "protest",
                "campaign",
                "appeal",
            ):
                return Governor(
                    "prepositional",
                    "impose",
                    "refused" if verb in ("vote", "decide") else "opposed",
                    outer,
                    preposition=low,
                )
            if (
                low in ("for", "of", "on", "with", "to", "about", "against")
                and cue is not None
                and verb not in ("say", "report", "include", "charge", "accuse", "blame", "claim", "try", "help")
            ):
                if low == "to" and verb not in ("agree", "resort", "commit", "object", "go"):
                    return None
                stage = cue.stage if cue.stage != "done" else ""
                return Governor("prepositional", "impose", stage, outer, preposition=low)
            if verb in ("comply", "abide") and low in ("with", "by"):
                return Governor("prepositional", "enforce", "", outer, preposition=low)
            if low == "in" and verb == "result":
                return None
        if low == "with":
            for i in range(outer, max(t.sentence(outer)[0] - 1, outer - 12), -1):
                found = self.p.verb(i)
                if found in _STRIKERS:
                    stage = "threatened" if found == "threaten" else ""
                    return Governor(
                        "prepositional",
                        "retaliate" if found in ("retaliate",) else "impose",
                        stage,
                        i,
                        preposition="with",
                    )
                if found and t.tag[i] in ("VBD", "VBZ", "VBP"):
                    break
        return None

    def _coordinated(self, left: int, head: int) -> Governor | None:
        """ "calls for an arms embargo and sanctions": the governor of the conjunct before."""
        t = self.t
        first = t.sentence(head)[0]
        for i in range(left - 1, max(first - 1, left - 16), -1):
            verb = self.p.verb(i)
            if verb is None:
                if t.lower[i] in (";", ":"):
                    return None
                continue
            row = self.words.action_of("measure", verb)
            if row is not None:
                preposition = t.lower[i + 1] if t.lower[i + 1] in ("for", "of", "on", "with") else ""
                if preposition:
                    return self._prepositional(i + 1, preposition)
                return Governor("coordinated", row[0], row[1], i)
            if t.lower[i + 1] in ("for", "of", "with") and self.words.cue("verb", verb):
                return self._prepositional(i + 1, t.lower[i + 1])
            if t.tag[i] in ("VBD", "VBZ", "VBP", "MD"):
                return None
        return None

    def _subject(self, head: int, end: int) -> Governor | None:
        """The noun is the subject: find its verb to the right, over modifiers."""
        t = self.t
        last = t.sentence(head)[1]
        i, reduced = end, False
        while i < min(last, end + 24):
            low, tag = t.lower[i], t.tag[i]
            if low in (";", ":", '"') or (low == "," and not reduced) or low in _CLAUSES:
                break
            if low in ("that", "which") and i <= end + 8:
                i = self._skip_clause(i + 1, last)
                continue
            if low == "to" and i + 1 < last and t.lower[i + 1] == "be":
                main = self._main(i)
                row = self.words.action_of("measure", t.lemma[main])
                return Governor("subject", row[0], row[1], main, True) if row else None
            bare = tag == "VB" and t.dep[i] in ("root", "conj") and not self.p.group(i)[1]
            if bare or tag in ("VBZ", "VBD", "VBP", "MD") or (tag in ("NNS",) and self.p.finite(i)):
                if (
                    tag == "VBD"
                    and i + 1 < last
                    and t.lower[i + 1] in ("by", "on", "against", "in", "over", "after")
                    and (self.words.action_of("measure", t.lemma[i]))
                ):
                    reduced = True
                    i += 1
                    continue
                return self._predicate(self._main(i), i)
            if tag in ("VBN", "VBG"):
                reduced = True
            i += 1
        return None

    def _skip_clause(self, i: int, last: int) -> int:
        """Past the verb of a relative clause."""
        while i < last and self.t.tag[i] not in ("VBZ", "VBD", "VBP", "MD"):
            i += 1
        return self._main(i) + 1 if i < last else i

    def _main(self, i: int) -> int:
        t, last = self.t, self.t.sentence(i)[1]
        k = i
        while (
            k + 1 < last
            and (t.tag[k + 1].startswith("VB") or t.tag[k + 1] in ("RB",) or t.lower[k + 1] in ("not", "to"))
            and (
                t.tag[k] == "MD"
                or t.lower[k]
                in (
                    "be",
                    "been",
                    "being",
                    "is",
                    "are",
                    "was",
                    "were",
                    "have",
                    "has",
                    "had",
                    "not",
                    "to",
                    "do",
                    "does",
                    "did",
                    "will",
                )
                or t.tag[k] == "RB"
            )
        ):
            k += 1
        return k

    def _predicate(self, main: int, begin: int) -> Governor | None:
        t = self.t
        lemma = self.p.verb(main) or t.lemma[main]
        group = [t.lower[k] for k in range(begin, main)]
        passive = t.tag[main] in ("VBN", "VBD") and any(
            w in ("be", "been", "being", "is", "are", "was", "were") for w in group
        )
        if passive:
            row = self.words.action_of("measure", lemma)
            if row is not None and row[1] == "considered" and {"not", "n't", "never"} & set(group):
                return None
            if row is not None:
                return Governor("subject", row[0], row[1], main, True)
            cue = self.words.cue("verb", lemma)
            follow = main + 1
            if cue is not None and follow + 2 < t.n and t.lower[follow] == "to":
                inner = self._main(follow)
                row = self.words.action_of("measure", t.lemma[inner]) or self.words.action_of("subject", t.lemma[inner])
                if row is not None and inner > follow:
                    return Governor("subject", row[0], row[1], inner, True)
            return None
        if lemma == "end" and main + 1 < t.n and self.p.end(main + 1) > main + 1:
            return None
        state = t.lower[main + 1 : main + 3]
        if lemma == "be" and state and state[0] == "in" and state[-1] in ("place", "force", "effect"):
            modal = {"will", "would"} & set(group) and "be" in t.lower[main]
            return Governor("subject", "maintain", "planned" if modal else "in_force", main)
        row = self.words.action_of("subject", lemma)
        following = t.lower[main + 1] if main + 1 < t.n else ""
        if row is not None:
            action, stage = row
            if lemma in ("take", "come", "go", "enter"):
                if following not in ("effect", "into", "force"):
                    return None
                stage = "" if t.tag[main] == "VBD" else "scheduled"
            elif lemma in ("run",) and following != "out":
                return None
            elif lemma == "follow":
                if not {"may", "might", "could", "will", "would"} & set(group):
                    return None
                around = t.lemma[max(t.sentence(begin)[0], begin - 14) : begin]
                return Governor("subject", action, "threatened" if "warn" in around else "considered", main)
            elif lemma in ("begin", "start", "bite", "fall", "hit"):
                return None
            elif lemma == "expire" and t.tag[main] in ("VBZ", "VBP", "VB"):
                stage = "scheduled"
            if "would" in group and action == "maintain":
                if lemma in ("remain", "stay", "continue", "stand") and self.stages._reported(begin):
                    return Governor("subject", "maintain", "planned", main)
                return Governor("subject", "impose", "hypothetical", main)
            return Governor("subject", action, stage, main)
        if "would" in group:
            return Governor("subject", "impose", "hypothetical", main, preposition="effect")
        return None

    def _parsed(self, head: int) -> Governor:
        """What the parser says, where word order found nothing."""
        t = self.t
        passive = t.dep[head] == "nsubj:pass" and t.tag[t.head[head]] == "VBN"
        if (t.dep[head] == "obj" or passive) and t.head[head] != head and (passive or t.head[head] < head):
            verb = self.p.verb(t.head[head])
            row = self.words.action_of("measure", verb) if verb else None
            if verb == "leave" and not self._left_in_place(head):
                row = None
            if row is not None and abs(t.head[head] - head) < 12:
                return Governor("verb", row[0], row[1], t.head[head], t.dep[head] == "nsubj:pass")
        return Governor()
