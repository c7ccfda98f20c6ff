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
        """What the predicate with the verb `main`, whose group begins at `begin`, says of the measure."""
        t = self.t
        said, main = main + 1, self._past_adverbs(main, begin)
        lemma = self.p.verb(main) or t.lemma[main]
        group = t.lower[begin:main]
        for k in range(begin, min(begin + 4, t.n - 2)):
            if t.lower[k + 1 : k + 3] == ["the", "table"] and t.lower[k] in ("off", "on"):
                # "are still on the table"
                off = t.lower[k] == "off" or bool(NEGATIONS & set(t.lower[begin:k]))
                return Governor("subject", "impose", "refused" if off else "considered", begin)
        passive = t.tag[main] in ("VBN", "VBD") and any(w in BE for w in group)
        set_to = passive and lemma in self.words.of("scheduling") and t.lower[main + 1 : main + 2] == ["to"]
        due = lemma == "be" and t.lower[main + 1 : main + 2] in (["due"], ["likely"], ["set"])
        if set_to or due:
            # "are set to go into effect", "are due to come into force", and "are likely take effect" as a wire has it
            inner = self._main(main + 1 if set_to else main + 2)
            if t.lemma[inner] in self.words.of("entering") and {"effect", "force"} & set(t.lower[inner : inner + 3]):
                return Governor("subject", "impose", "scheduled", inner)
        if lemma in ("be", "remain") and (stage := self._held_to_be(said)) is not None:
            # "Sanctions remain an option", "are not the answer"
            denied = bool(NEGATIONS & set(t.lower[begin:said]))
            return Governor("subject", "impose", _OTHER_WAY[stage] if denied else stage, main)
        if passive:
            return self._passive(main, begin, lemma)
        if lemma in self.words.of("beginning") and t.lower[main + 1 : main + 3] == ["to", "be"]:
            # "begin to be eased"
            inner = self._main(main + 1)
            row = self.words.action_of("measure", t.lemma[inner]) if t.tag[inner] == "VBN" else None
            if row is not None:
                return Governor("subject", row[0], row[1], inner, True)
        begun = t.lower[main + 1 : main + 2] in ([], ["beginning"], ["starting"])
        if lemma == "end" and not begun and self.p.end(main + 1) > main + 1:
            # "ended the war"
            return None
        return (self._being(main, said, group) if lemma == "be" else None) or self._acting(main, begin, lemma)

    def _being(self, main: int, said: int, group: list[str]) -> Governor | None:
        """ "are on the way", "are likely", "are under discussion", "is now in effect"."""
        t = self.t
        if self._coming(main + 1):
            return Governor("subject", "impose", "refused" if NEGATIONS & set(group) else "planned", main)
        first, second = [*t.lower[said : said + 2], "", ""][:2]
        if first in self.words.of("likelihood") and second != "to":
            return Governor("subject", "impose", "considered", main)
        if first == "under" and second in self.words.of("considering_noun"):
            return Governor("subject", "impose", "considered", main + 2)
        if first == "in" and second in self.words.of("in_force_noun"):
            modal = {"will", "would"} & set(group) and "be" in t.lower[main]
            if said > main + 1 and t.lower[main + 1] == "now" and not modal:
                # "A blockade is now in effect": it has begun.
                return Governor("subject", "impose", "", main)
            return Governor("subject", "maintain", "planned" if modal else "in_force", main)
        return None

    def _passive(self, main: int, begin: int, lemma: str) -> Governor | None:
        """ "were lifted", "has been stepped up", "are expected to be eased"."""
        t, group, follow = self.t, set(self.t.lower[begin:main]), main + 1
        row = self.words.action_of("measure", lemma)
        if t.lower[follow : follow + 1] in (["up"], ["down"]):
            row = self.words.action_of("measure", f"{lemma} {t.lower[follow]}") or row
        if row is not None:
            unweighed = row[1] == "considered" and {"not", "n't", "never"} & group
            return Governor("subject", row[0], row[1], main, True) if not unweighed else None
        to = t.lower[follow : follow + 1] == ["to"]
        if lemma in self.words.of("expecting") and not to and t.tag[begin] != "VBD":
            # "New sanctions are expected next week"
            return Governor("subject", "impose", "refused" if NEGATIONS & group else "planned", main)
        inner = self._main(follow) if to and follow + 2 < t.n and self.words.cue("verb", lemma) is not None else follow
        row = self.words.action_of("measure", t.lemma[inner]) or self.words.action_of("subject", t.lemma[inner])
        return Governor("subject", row[0], row[1], inner, True) if row is not None and inner > follow else None

    def _acting(self, main: int, begin: int, lemma: str) -> Governor | None:
        """ "expired", "takes effect", "could follow", "will remain", "would hurt"."""
        t, group = self.t, set(self.t.lower[begin:main])
        following = t.lower[main + 1] if main + 1 < t.n else ""
        row = self.words.action_of("subject", lemma)
        if row is None:
            return (
                Governor("subject", "impose", "hypothetical", main, preposition="effect") if "would" in group else None
            )
        action, stage = row
        if lemma in self.words.of("entering"):
            if following not in ("effect", "into", "force"):
                return None
            stage = "" if t.tag[main] == "VBD" else "scheduled"
        elif lemma == "run" and following != "out" or lemma in self.words.of("starting_to_bite"):
            return None
        elif lemma == "follow":
            if not {"may", "might", "could", "will", "would"} & group:
                return None
            around = t.lemma[max(t.sentence(begin)[0], begin - 14) : begin]
            return Governor("subject", action, "threatened" if "warn" in around else "considered", main)
        elif action == "expire" and t.tag[main] in ("VBZ", "VBP", "VB"):
            stage = "scheduled"
        lasting = lemma in self.words.of("lasting")
        if action == "maintain" and lasting and "will" in group:
            # "The blockade will remain": it is there.
            return Governor("subject", "maintain", "in_force", main, preposition="lasting")
        if "would" in group and action == "maintain":
            if lasting and self.stages._reported(begin):
                return Governor("subject", "maintain", "planned", main)
            return Governor("subject", "impose", "hypothetical", main)
        return Governor("subject", action, stage, main)

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
