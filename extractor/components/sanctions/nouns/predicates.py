"""A measure noun as subject: "sanctions were lifted", "the embargo expires", "a ban could follow"."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.components.sanctions.grammar import Grammar
from extractor.language.closed_classes import BE, NEGATIONS

_CLAUSES = {"after", "although", "as", "because", "before", "but", "if", "since", "unless", "until", "when", "while"}
_OTHER_WAY = {"called_for": "opposed", "considered": "refused"}
_TAKE = {"take", "takes", "took"}
_GROUP = BE | {"'d", "'ll", "'s", "’s", "'ve", "did", "do", "does", "had", "has", "have", "not", "to", "will"}


@dataclass(slots=True)
class Governor:
    """What governs a measure noun. kind: verb, noun, compound, subject, prepositional or none."""

    kind: str = "none"
    action: str = "none"
    stage: str = ""
    node: int = -1
    passive: bool = False
    preposition: str = ""


class Predicates(Grammar):
    """Finds the verb of which a measure noun is the subject."""

    def _subject(self, head: int, end: int) -> Governor | None:
        """The noun is the subject: find its verb to the right, over modifiers."""
        t = self.t
        last = t.sentence(head)[1]
        i, reduced = end, False
        while i < min(last, end + 24):
            low, tag = t.lower[i], t.tag[i]
            if t.lower[i : i + 2] == ["if", "any"]:
                i += 2
                continue
            if low in (";", ":", '"') or (low == "," and not reduced) or low in _CLAUSES:
                break
            if low == "under" and i == end and t.lower[i + 1] in self.words.of("considering_noun"):
                # "a range of sanctions under consideration"
                return Governor("subject", "impose", "considered", i + 1)
            if low in ("that", "which") and i <= end + 8:
                i = self._skip_clause(i + 1, last)
                continue
            if low == "to" and i + 1 < last and t.lower[i + 1] == "be":
                main = self._main(i)
                row = self.words.action_of("measure", t.lemma[main])
                return Governor("subject", row[0], row[1], main, True) if row else None
            bare = tag == "VB" and not self.p.group(i)[1]
            if low in _TAKE and t.lower[i + 1 : i + 2] == ["effect"] and (bare or not tag.startswith("VB")):
                # "U.S. sanctions on two firms take effect", whatever the tagger makes of it
                ahead = {"before", "once", "until", "when"} & set(t.lower[t.sentence(head)[0] : head])
                return Governor("subject", "impose", "scheduled" if ahead or bare else "", i)
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
                found = self._predicate(self._main(i), i)
                weighed = found is not None and t.lower[found.node] in self.words.of("considering_noun")
                # "The sanctions are under discussion": those that are there.
                return None if weighed and t.lower[self.p.start(head)] in ("the", "these", "those") else found
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
            and (t.tag[k] == "MD" or t.lower[k] in _GROUP or t.tag[k] == "RB")
        ):
            k += 1
        return k

    def _predicate(self, main: int, begin: int) -> Governor | None:
        t = self.t
        said, main = main + 1, self._past_adverbs(main, begin)
        adverb = t.lower[main + 1] if said > main + 1 else ""
        lemma = self.p.verb(main) or t.lemma[main]
        group = [t.lower[k] for k in range(begin, main)]
        for k in range(begin, min(begin + 4, t.n - 2)):
            if t.lower[k + 1 : k + 3] == ["the", "table"] and t.lower[k] in ("off", "on"):
                # "are still on the table"
                off = t.lower[k] == "off" or bool(NEGATIONS & set(t.lower[begin:k]))
                return Governor("subject", "impose", "refused" if off else "considered", begin)
        passive = t.tag[main] in ("VBN", "VBD") and any(w in BE for w in group)
        if passive and lemma in self.words.of("scheduling") and t.lower[main + 1 : main + 2] == ["to"]:
            # "are set to go into effect"
            inner = self._main(main + 1)
            if t.lemma[inner] in self.words.of("entering") and {"effect", "force"} & set(t.lower[inner : inner + 3]):
                return Governor("subject", "impose", "scheduled", inner)
        if lemma in ("be", "remain") and (stage := self._held_to_be(said)) is not None:
            # "Sanctions remain an option", "are not the answer"
            denied = bool(NEGATIONS & set(t.lower[begin:said]))
            return Governor("subject", "impose", _OTHER_WAY[stage] if denied else stage, main)
        if lemma == "be" and self._coming(main + 1):
            # "More sanctions are on the way"
            return Governor("subject", "impose", "refused" if NEGATIONS & set(group) else "planned", main)
        if lemma == "be" and t.lower[main + 1 : main + 2] in (["due"], ["likely"], ["set"]):
            # "are due to come into force", and "are likely take effect" as a wire has it
            inner = self._main(main + 2)
            if t.lemma[inner] in self.words.of("entering") and {"effect", "force"} & set(t.lower[inner : inner + 3]):
                return Governor("subject", "impose", "scheduled", inner)
        if passive:
            row = self.words.action_of("measure", lemma)
            if t.lower[main + 1 : main + 2] in (["up"], ["down"]):
                # "has been stepped up"
                row = self.words.action_of("measure", f"{lemma} {t.lower[main + 1]}") or row
            if row is not None and row[1] == "considered" and {"not", "n't", "never"} & set(group):
                return None
            if row is not None:
                return Governor("subject", row[0], row[1], main, True)
            cue = self.words.cue("verb", lemma)
            follow = main + 1
            if lemma in self.words.of("expecting") and t.lower[follow : follow + 1] != ["to"] and t.tag[begin] != "VBD":
                # "New sanctions are expected next week"
                return Governor("subject", "impose", "refused" if NEGATIONS & set(group) else "planned", main)
            if cue is not None and follow + 2 < t.n and t.lower[follow] == "to":
                inner = self._main(follow)
                row = self.words.action_of("measure", t.lemma[inner]) or self.words.action_of("subject", t.lemma[inner])
                if row is not None and inner > follow:
                    return Governor("subject", row[0], row[1], inner, True)
            return None
        if lemma in self.words.of("beginning") and t.lower[main + 1 : main + 3] == ["to", "be"]:
            # "begin to be eased"
            inner = self._main(main + 1)
            row = self.words.action_of("measure", t.lemma[inner]) if t.tag[inner] == "VBN" else None
            if row is not None:
                return Governor("subject", row[0], row[1], inner, True)
        if (
            lemma == "end"
            and main + 1 < t.n
            and t.lower[main + 1] not in ("beginning", "starting")
            and self.p.end(main + 1) > main + 1
        ):
            return None
        ahead = [*t.lower[said : said + 2], "", ""]
        if lemma == "be" and ahead[0] in self.words.of("likelihood") and ahead[1] != "to":
            return Governor("subject", "impose", "considered", main)
        state = t.lower[said : said + 2]
        if lemma == "be" and state and state[0] == "under" and state[-1] in self.words.of("considering_noun"):
            return Governor("subject", "impose", "considered", main + 2)
        if lemma == "be" and state and state[0] == "in" and state[-1] in self.words.of("in_force_noun"):
            modal = {"will", "would"} & set(group) and "be" in t.lower[main]
            if adverb == "now" and not modal:
                # "A blockade is now in effect": it has begun.
                return Governor("subject", "impose", "", main)
            return Governor("subject", "maintain", "planned" if modal else "in_force", main)
        row = self.words.action_of("subject", lemma)
        following = t.lower[main + 1] if main + 1 < t.n else ""
        if row is not None:
            action, stage = row
            if lemma in self.words.of("entering"):
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
            elif lemma in self.words.of("starting_to_bite"):
                return None
            elif action == "expire" and t.tag[main] in ("VBZ", "VBP", "VB"):
                stage = "scheduled"
            if action == "maintain" and lemma in self.words.of("lasting") and "will" in group:
                # "The blockade will remain": it is there.
                return Governor("subject", "maintain", "in_force", main, preposition="lasting")
            if "would" in group and action == "maintain":
                if lemma in self.words.of("lasting") and self.stages._reported(begin):
                    return Governor("subject", "maintain", "planned", main)
                return Governor("subject", "impose", "hypothetical", main)
            return Governor("subject", action, stage, main)
        if "would" in group:
            return Governor("subject", "impose", "hypothetical", main, preposition="effect")
        return None

    def _past_adverbs(self, main: int, begin: int) -> int:
        """ "are not", "is now": the form of "be" before adverbs that were taken for the verb; else `main`."""
        k = main
        while k > begin and self.t.tag[k] == "RB":
            k -= 1
        return k if self.t.lower[k] in BE else main

    def _held_to_be(self, k: int) -> str | None:
        """The stage of a noun at `k` that sanctions are said to be: an option, the answer; None for any other."""
        t = self.t
        end = self.p.end(k)
        if end <= k or t.lower[k] not in ("a", "an", "one", "the"):
            return None
        if t.lower[k] == "the":
            return "called_for" if t.lower[k + 1 : end] in (["answer"], ["solution"], ["right", "answer"]) else None
        cue = self.words.cue("noun", t.lemma[end - 1])
        return cue.stage if cue is not None and cue.stage == "considered" else None

    def _coming(self, k: int) -> bool:
        """ "coming", "on the way", "in the works" at `k`."""
        t = self.t
        if k + 2 >= t.n:
            return False
        ahead = t.lower[k] in ("in", "on") and t.lower[k + 1] == "the"
        return self.words.of("coming_word").issuperset({t.lower[k + 2] if ahead else t.lower[k]})

    def _widened(self, start: int) -> bool:
        """ "extends the sanctions to 30 firms", "to include anyone": more are hit, not for longer."""
        t, last = self.t, self.t.sentence(start)[1]
        for k in range(start + 1, min(last - 1, start + 14)):
            if t.lower[k] != "to":
                continue
            if t.lower[k + 1] in ("cover", "include"):
                return True
            phrase = self.p.right_phrase(k + 1)
            kind = self.parties.target(phrase).kind if phrase is not None else None
            return kind in ("entity", "group", "person", "vessel")
        return False

    def _regarded(self, start: int) -> bool:
        """ "will consider any sanctions a declaration of war": to take for something, not to weigh."""
        t = self.t
        words = t.lower[start : start + 14]
        return "declaration" in words or "provocation" in words or "act" in words and "war" in words

    def _left_in_place(self, start: int) -> bool:
        """ "left the sanctions in place": to leave them otherwise is not to keep them."""
        t = self.t
        return bool(self.words.of("left_in_place") & set(t.lower[start : start + 14]))
