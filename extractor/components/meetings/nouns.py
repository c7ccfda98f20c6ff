"""Meetings told by a noun ("talks", "summit", "visit") and the verbs that govern it."""

from __future__ import annotations

from extractor.components.meetings.candidate import Candidate
from extractor.components.meetings.circumstances import CircumstanceReader
from extractor.components.meetings.participants import Party, unique
from extractor.components.meetings.vocabulary import MeetingNoun
from extractor.components.meetings.words import (
    DEFINITE,
    TOPIC,
)
from extractor.language.closed_classes import FINITE_TAGS
from extractor.language.phrases import is_calendar, left_edge, subject_of, window


class NounReader(CircumstanceReader):
    """Reads meetings told by a noun: talks, a summit, a visit."""

    def _noun(self, i: int, noun: MeetingNoun, last: list[Party]) -> Candidate | None:
        tokens = self.tokens
        start, end = window(tokens, i)
        if (
            i + 1 < end
            and tokens.pos[i + 1] in ("NOUN", "PROPN")
            and tokens.space[i]
            and not is_calendar(tokens, i + 1)
            and i + 1 not in self.dated
        ):
            return None
        if i + 1 < end and tokens.lower[i + 1] == "-" and not tokens.space[i]:
            return None
        first = left_edge(tokens, i, start)
        modifiers = tokens.lower[first:i]
        if any(m in self.words.of("other_event") for m in modifiers[-2:]):
            return None
        if (
            noun.lemma == "summit"
            and tokens.lower[i + 1 : i + 2] == ["of"]
            and tokens.lower[i + 2 : i + 3] in (["mount"], ["mt."], ["mt"])
        ):
            return None
        phoned = not self.words.of("by_phone").isdisjoint(modifiers)
        unphoned = noun.strength == "phone" and not phoned
        if unphoned and (noun.lemma != "call" or tokens.lower[i + 1 : i + 2] != ["with"]):
            return None
        start_of_phrase = self._round(first, start)
        found = Candidate(i, start_of_phrase, i + 1, noun.kind, f"noun-{noun.lemma}", weak=noun.strength == "weak")
        found.definite = tokens.lower[start_of_phrase] in DEFINITE or tokens.tag[start_of_phrase] == "PRP$"
        found.multilateral = not self.words.of("multilateral").isdisjoint(modifiers)
        found.distinct = not found.definite and any(m in self.words.of("distinct") for m in modifiers)
        premodified = self.parties.read(first, i)
        governors, role = self._governors(i)
        after, stop = i + 1, self._clause_end(i, end, governors if role == "subject" else [])
        with_parties = self._scan(found, after, stop, noun.kind == "visit")
        relative = self._relative(found.scanned, end)
        if relative is not None:
            governors, role = [relative], "subject"
            stop = self._clause_end(relative, end, [])
            behind = relative + 1
            if behind < end and tokens.lower[behind] in self.status.particles(relative):
                behind += 1
            with_parties += self._scan(found, behind, stop, False)
        elif role == "subject" and governors and governors[0] > i:
            outer = governors[0] + 1
            if outer < end and tokens.lower[outer] in self.status.particles(governors[0]):
                outer += 1
            # "took on", "agreed on": the preposition belongs to the verb.
            outer += (
                outer < end and tokens.lower[outer] in TOPIC and tokens.lower[outer - 1] not in self.words.of("held")
            )
            with_parties += self._scan(found, outer, self._clause_end(outer - 1, end, []), False)
        if (
            role == "object"
            and governors
            and governors[0] + 1 < first
            and tokens.lower[governors[0] + 1] in ("in", "at")
        ):
            self._scan(found, governors[0] + 1, first, False)
        subject = self._subject(governors, role, i, bool(with_parties), found.kind == "visit", premodified)
        if not with_parties and tokens.lower[start_of_phrase] == "their" and start_of_phrase - start < 3:
            # "In their meeting, A and B …": those who met are the subject of the sentence.
            found.paired = True
            finite = next((k for k in range(i + 1, end) if tokens.tag[k] in FINITE_TAGS), i + 1)
            subject = self.parties.read(i + 1, finite)
        found.parties = unique([*premodified, *subject, *with_parties])
        found.accompanied = tokens.lower[i + 1 : i + 2] == ["with"] and any(p.kind == "person" for p in with_parties)
        pairs = (
            self.parties.pair(min(first, self._subject_first(governors, i)), stop, last)
            if len({p.key for p in found.parties}) < 2
            else []
        )
        if pairs:
            found.paired = True
            found.parties = unique([*found.parties, *pairs])
        preposition = tokens.lower[start_of_phrase - 1] if start_of_phrase > start else ""
        status = self.status.of_noun(start_of_phrase, i, governors, role, preposition)
        if status is None:
            return None
        found.status, found.cued = (
            status,
            role in ("object", "subject", "predicate") and bool(governors) and self._is_cue(governors[0]),
        )
        self._date(found, start, stop, i)
        self._settle(found)
        found.first = self._text_first(start_of_phrase, i)
        return found

    def _relative(self, at: int, end: int) -> int | None:
        """The verb of "talks that are taking place …", "talks held in …", "a meeting scheduled for …", or None."""
        tokens = self.tokens
        if at >= end:
            return None
        k = at + 1 if tokens.lower[at] in ("that", "which") else at
        while (
            k < end
            and k > at
            and (
                tokens.pos[k] in ("AUX", "ADV")
                or tokens.tag[k] in ("MD", "RB")
                or tokens.lower[k] in ("be", "been", "being", "is", "are", "was", "were")
            )
        ):
            k += 1
        if (
            k < end
            and (k > at or tokens.tag[k] == "VBN" or tokens.lower[k] in self.words.cues["adjective"])
            and tokens.tag[k][:1] in ("V", "J")
        ):
            lower = tokens.lower[k]
            if lower in self.words.particles or any(lower in self.words.cues[use] for use in ("verb", "adjective")):
                return k
        return None

    def _round(self, first: int, start: int) -> int:
        """ "next round of talks": the phrase begins with the round."""
        tokens = self.tokens
        if (
            first - 2 >= start
            and tokens.lower[first - 1] == "of"
            and tokens.lower[first - 2] in self.words.of("series")
        ):
            return left_edge(tokens, first - 2, start)
        return first

    def _text_first(self, first: int, head: int) -> int:
        tokens = self.tokens
        for k in range(head - 1, first - 1, -1):
            if tokens.tag[k] == "POS" or tokens.lower[k] in ("'s", "’s"):
                first = k + 1
                break
        while first < head and (
            tokens.pos[first] in ("DET", "PRON") or tokens.tag[first] in ("PRP$", "DT") or first in self.dated
        ):
            first += 1
        return first

    def _governors(self, i: int) -> tuple[list[int], str]:
        """(verbs above the noun, nearest first; its role: object, subject, oblique or none)."""
        tokens = self.tokens
        first = left_edge(tokens, i, window(tokens, i)[0])
        if (
            first - 2 >= 0
            and tokens.lower[first - 1] in ("on", "in")
            and tokens.lower[first - 2] in ("is", "are", "was", "were", "'s", "be", "been")
        ):
            return [first - 2], "predicate"
        node, role = i, "none"
        for _ in range(4):
            parent = tokens.head[node]
            if parent == node or tokens.sent[parent] != tokens.sent[i]:
                return [], "none"
            dep = tokens.dep[node]
            if tokens.pos[parent] in ("VERB", "AUX", "ADJ") or tokens.tag[parent][:1] == "V":
                role = (
                    "subject"
                    if dep.startswith(("nsubj", "csubj"))
                    else "object"
                    if dep in ("obj", "xcomp", "iobj", "ccomp")
                    else "oblique"
                )
                if dep == "conj":
                    role = "object"
                node = parent
                break
            above = tokens.lower[parent]
            if dep in ("nmod", "conj", "appos", "compound", "obl") and (
                above in self.words.of("series") or above in self.words.of("portion")
            ):
                node = parent
                continue
            return [], "none"
        else:
            return [], "none"
        # A wrong attachment may cross the sentence: a governor behind a relative or another finite verb is not one.
        chain = [node]
        while len(chain) < 4:
            dep, parent = tokens.dep[node], tokens.head[node]
            if (
                parent == node
                or dep not in ("xcomp", "advcl", "acl", "ccomp", "conj")
                or tokens.pos[parent] not in ("VERB", "ADJ", "NOUN", "AUX")
            ):
                break
            marker = tokens.lower[max(node - 1, 0)] if tokens.tag[node] == "VBG" and parent < node else ""
            if marker == "by" or marker == "to" and self._is_cue(parent):
                node = parent
                chain.append(node)
                continue
            if dep in ("advcl", "conj", "ccomp", "acl") and not (
                tokens.tag[node] == "VB" and tokens.lower[max(node - 1, 0)] == "to" and dep in ("advcl", "acl")
            ):
                break
            if dep == "advcl" and tokens.lower[parent] not in self.words.cues["verb"]:
                break
            node = parent
            chain.append(node)
        return chain, role

    def _subject(
        self, governors: list[int], role: str, anchor: int, has_with: bool, visit: bool, premodified: list[Party]
    ) -> list[Party]:
        """Participants named by the subject of the governing verb, where the verb makes its subject a participant."""
        tokens = self.tokens
        if not governors or role == "subject":
            return []
        verb = governors[0]
        lower = tokens.lower[verb]
        if role == "object":
            cue = self.words.cues["verb"].get(lower)
            particle = self.status.particle(verb)
            # "urge a meeting": whoever asks others to meet.
            for_others = cue == "proposed" and lower[:4] in self.words.of("asking_stem")
            if particle is None and (cue is None or for_others):
                return []
            if len({p.key for p in premodified}) > 1 and cue not in ("held", "ongoing"):
                return []
            if tokens.tag[verb] == "VBN" and any(
                tokens.lower[k] in ("was", "were", "is", "are", "be", "been") for k in self.status.group(verb)[0]
            ):
                return []
        elif (
            role == "predicate"
            or anchor < verb
            and tokens.lower[self._first_of(anchor)] in ("their", "his", "her", "its")
        ):
            return self.subject_parties(verb, anchor)
        elif not ((has_with or visit and not premodified) and anchor > verb and tokens.lower[anchor - 1] != "of"):
            return []
        return self.subject_parties(verb, anchor)

    def _first_of(self, anchor: int) -> int:
        return left_edge(self.tokens, anchor, window(self.tokens, anchor)[0])

    def _subject_first(self, governors: list[int], anchor: int) -> int:
        if governors and governors[0] < anchor:
            head = subject_of(self.tokens, governors[0])
            if head is not None and head < anchor and self.tokens.sent[head] == self.tokens.sent[anchor]:
                return left_edge(self.tokens, head, window(self.tokens, anchor)[0])
        return anchor
