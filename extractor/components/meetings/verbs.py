"""Meetings told by a verb ("met", "visited", "conferred with")."""

from __future__ import annotations

from extractor.components.meetings.candidate import Candidate
from extractor.components.meetings.circumstances import CircumstanceReader
from extractor.components.meetings.participants import Party, unique
from extractor.components.meetings.vocabulary import MeetingVerb
from extractor.components.meetings.words import WITH
from extractor.language.closed_classes import FINITE_TAGS
from extractor.language.phrases import is_calendar, left_edge, subject_of, window


class VerbReader(CircumstanceReader):
    """Reads meetings told by a verb: A meets B, visits a place, receives a guest."""

    def _verb(self, i: int, verb: MeetingVerb, last: list[Party]) -> Candidate | None:
        tokens = self.tokens
        start, end = window(tokens, i)
        tag = tokens.tag[i]
        passive = tag == "VBN" and any(
            tokens.lower[k] in ("was", "were", "is", "are", "be", "been", "being") for k in self.status.group(i)[0]
        )
        if tag == "VBN" and tokens.dep[i] == "amod":
            return None
        after = i + 1
        found = Candidate(i, i, i + 1, verb.kind, f"verb-{verb.lemma}")
        stop = self._clause_end(i, end, [])
        if any(tokens.lower[k] in self.words.nouns for k in range(after, min(stop, self._object_end(after, stop)))):
            return None
        subject = [] if passive else self.subject_parties(i, i)
        if verb.pattern == "mutual" and len(subject) == 1:
            subject = self._coordinated(i, start, subject)
        if passive and tag == "VBN":
            head = subject_of(tokens, i)
            subject = (
                self.parties.read(left_edge(tokens, head, start), i, places_too=verb.pattern == "place")
                if head is not None and head < i
                else []
            )
            if not (after < end and tokens.lower[after] == "by"):
                return None
        following = tokens.lower[after] if after < end else ""
        direct: list[Party] = []
        if (
            verb.pattern in ("with", "phone")
            and following == "by"
            and tokens.lower[after + 1 : after + 2] in (["phone"], ["telephone"])
        ):
            found.kind, after = "phone", after + 2
        if (
            following not in WITH
            and not passive
            and after < end
            and tokens.pos[after] in ("NOUN", "PROPN", "DET", "ADJ", "PRON", "NUM")
            and after not in self.dates
            and not is_calendar(tokens, after)
        ):
            if verb.pattern in ("mutual", "guest", "call"):
                object_end = self._object_end(after, stop)
                direct = self.parties.read(after, object_end)
                if not direct and not (verb.pattern == "mutual" and tokens.lower[after] in self.words.of("manner")):
                    return None
                if not self._meets(direct, after, object_end):
                    return None
                after = object_end
            elif verb.pattern == "place":
                object_end = self._object_end(after, stop)
                if not self._names_place(after, object_end):
                    return None
                found.place = self._place_span(after, object_end)
                direct = [
                    p for p in self.parties.read(after, object_end) if p.kind == "country" or p.kind == "organization"
                ]
                after = object_end
            elif verb.pattern == "with":
                return None
        elif verb.pattern in ("call", "guest", "place") and not passive:
            return None
        if (
            verb.pattern == "gather"
            and tag == "VBN"
            and not any(tokens.pos[k] == "AUX" for k in self.status.group(i)[0])
        ):
            return None
        if verb.pattern == "phone" and found.kind != "phone" and "with" not in tokens.lower[after : after + 4]:
            return None
        with_parties = self._scan(found, after, stop, False)
        if verb.pattern in ("with", "phone") and not with_parties and not (verb.pattern == "with" and len(subject) > 1):
            return None
        if (
            verb.pattern == "phone"
            and found.kind == "phone"
            and "phone" not in tokens.lower[i:stop]
            and "telephone" not in tokens.lower[i:stop]
        ):
            found.kind, found.confidence = "other", 0.7
            if not any(p.kind in ("person", "country") for p in with_parties):
                return None
        if verb.pattern == "guest" and not self._guests(i, start, subject, direct or with_parties):
            return None
        if verb.pattern == "place" and not any(p.kind in ("person", "country", "organization") for p in subject):
            return None
        found.parties = unique([*subject, *direct, *with_parties])
        if len(found.parties) < 2:
            head = subject_of(tokens, i)
            low = left_edge(tokens, head, start) if head is not None and start <= head < i else i
            pairs = self.parties.pair(low, i, last)
            if pairs:
                found.paired, found.parties = True, unique([*found.parties, *pairs])
        if verb.pattern in ("mutual", "gather", "with") and not found.parties:
            return None
        if verb.pattern == "gather" and len(found.parties) < 2 and verb.lemma != "convene":
            return None
        governors = self._verb_chain(i)
        outcome = self.status.of_verbs(governors)
        if outcome is None:
            return None
        found.status = outcome[0]
        found.cued = True
        self._date(found, start, stop, i)
        self._settle(found)
        return found

    def _guests(self, verb: int, start: int, subject: list[Party], others: list[Party]) -> bool:
        """Whether a host receives people: both sides are named, one of the guests or hosts is an official, and what is
        hosted is no event.
        """
        event = any(self.tokens.lower[k] in self.words.nouns for k in range(start, verb))
        people = any(p.kind == "person" for p in others)
        return bool(subject) and people and any(p.official for p in (*subject, *others)) and not event

    def _coordinated(self, verb: int, start: int, subject: list[Party]) -> list[Party]:
        """All parties of "A and his counterpart, B met", where the parse gives the last one alone."""
        tokens = self.tokens
        begin = verb
        while begin - 1 >= start and (begin - 1 in self.status.group(verb)[0] or tokens.pos[begin - 1] == "AUX"):
            begin -= 1
        first, joined = begin, False
        for k in range(begin - 1, start - 1, -1):
            if (
                tokens.tag[k] in (*FINITE_TAGS, "IN", "WP", "WDT")
                and tokens.lower[k] not in ("of", "for", "from")
                or tokens.text[k] in ('"', ";", ":")
            ):
                break
            joined = joined or tokens.lower[k] == "and"
            first = k
        found = self.parties.read(first, begin) if joined else subject
        return found if len(found) > 1 else subject

    def _meets(self, parties: list[Party], first: int, end: int) -> bool:
        """Whether the object can be met: "met demand in Japan" and "met America's needs" name a country but nobody
        to meet.
        """
        tokens = self.tokens
        if any(p.kind == "person" for p in parties):
            return True
        head = None
        for k in range(first, end):
            if (
                tokens.pos[k] in ("ADP", "PUNCT", "SCONJ")
                or tokens.lower[k] == "and"
                and head is not None
                and tokens.pos[head] == "NOUN"
            ):
                break
            if tokens.pos[k] in ("NOUN", "PROPN"):
                head = k
        if head is None:
            return True
        kind = self.people.get(tokens.lower[head])
        if kind is not None:
            return kind not in ("none", "document", "media")
        return tokens.pos[head] == "PROPN" or self.places.at(head) is not None

    def _verb_chain(self, i: int) -> list[int]:
        tokens = self.tokens
        chain, node = [i], i
        while len(chain) < 4:
            dep, parent = tokens.dep[node], tokens.head[node]
            if parent == node or tokens.sent[parent] != tokens.sent[i]:
                break
            infinitive = tokens.tag[node] == "VB"
            if not (dep == "xcomp" or infinitive and dep in ("advcl", "acl", "ccomp")):
                break
            lower = tokens.lower[parent]
            known = any(lower in self.words.cues[use] for use in ("verb", "adjective", "noun"))
            if dep in ("advcl", "acl", "ccomp") and not known or parent > i:
                break
            node = parent
            chain.append(node)
        return chain

    def _names_place(self, first: int, end: int) -> bool:
        return self._place_span(first, end) is not None
