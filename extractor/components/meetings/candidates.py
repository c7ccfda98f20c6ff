"""Mentions of meetings: the noun or verb, and what its clause says of participants, place, day and topic."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.components.meetings.participants import Party, PartyReader, unique
from extractor.components.meetings.status import StatusReader
from extractor.components.meetings.vocabulary import MeetingNoun, MeetingVerb, MeetingWords
from extractor.components.records import DateRecord
from extractor.language.phrases import is_calendar, left_edge, right_edge, subject_of
from extractor.language.tokens import TokenTable
from extractor.linking.places import PlaceIndex

_WITH = frozenset({"with", "between", "among", "involving", "of", "by", "from", "alongside"})
_TOPIC = frozenset({"on", "over", "about", "regarding", "concerning", "into"})
_TOPIC_LINKS = frozenset({"of", "for", "with", "between", "against", "from", "to"})
_TOPIC_VERBS = frozenset(
    {
        "discuss",
        "address",
        "review",
        "consider",
        "negotiate",
        "resolve",
        "plan",
        "coordinate",
        "debate",
        "examine",
        "explore",
        "tackle",
        "settle",
    }
)
_NO_TOPIC = frozenset(
    {
        "sidelines",
        "sideline",
        "eve",
        "margins",
        "basis",
        "occasion",
        "phone",
        "telephone",
        "record",
        "ground",
        "hold",
        "invitation",
        "way",
        "night",
        "morning",
        "evening",
        "afternoon",
        "behalf",
        "heels",
        "margin",
        "issue",
        "anniversary",
        "day",
        "week",
        "month",
        "condition",
        "front",
        "visit",
        "trip",
        "agenda",
    }
)
_BOUNDARY = frozenset(
    {";", ":", '"', "“", "”", "which", "who", "where", "because", "although", "though", "whereas", "--", "–", "—"}
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NO_DATE_FUNCTIONS = frozenset({"attribution", "since", "publication", "duration", "background"})
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_BLOCKED_MODIFIERS = frozenset(
    {
        "press",
        "news",
        "video-game",
        "photo",
        "roll",
        "wake-up",
        "sunday",
        "training",
        "jam",
        "curtain",
        "close",
        "conference-call",
        "distress",
        "robo",
        "prank",
        "regular",
        "frequent",
        "occasional",
        "routine",
    }
)
# Modifiers that set a meeting off from another of the same parties on the same day.
_DISTINCT = frozenset(
    [
        "formal",
        "informal",
        "separate",
        "another",
        "second",
        "third",
        "further",
        "bilateral",
        "trilateral",
        "unofficial",
        "closed-door",
        "secret",
        "one-on-one",
    ]
)
_PLACE_NOUNS = frozenset(
    [
        "city",
        "town",
        "capital",
        "village",
        "resort",
        "suburb",
        "port",
        "island",
        "republic",
        "state",
        "province",
        "region",
        "district",
        "area",
        "home",
        "headquarters",
        "north",
        "south",
        "east",
        "west",
        "centre",
        "center",
        "base",
        "camp",
        "part",
        "kingdom",
        "emirate",
        "palace",
    ]
)
_HELD_FORMS = frozenset(
    {"held", "focus", "focused", "focuses", "center", "centered", "concentrate", "concentrated", "convened"}
)
# Verbs whose subject asks others to meet, by their first letters.
_FOR_OTHERS = frozenset({"push", "urge", "call", "pres", "reco", "advo", "dema"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "its", "his", "her"})


@dataclass(slots=True)
class Candidate:
    """One mention: tokens [first, end) of its phrase, `anchor` its noun or verb."""

    anchor: int
    first: int
    end: int
    kind: str
    rule: str
    weak: bool = False
    definite: bool = False
    parties: list[Party] = field(default_factory=list)
    paired: bool = False
    place: tuple[int, int] | None = None
    topic: tuple[int, int] | None = None
    date_start: str | None = None
    date_end: str | None = None
    status: str = "held"
    cued: bool = False
    confidence: float = 0.85
    multilateral: bool = False
    scanned: int = 0
    distinct: bool = False


def after_telephone(tokens: TokenTable, i: int) -> bool:
    """Whether "telephone" or "phone" stands right before the token, which makes it a noun whatever the tagger says."""
    return i > 0 and tokens.lower[i - 1] in ("telephone", "phone")


class CandidateReader:
    """Reads the candidates of one document, left to right; `last` gives the parties of the meeting told before."""

    def __init__(
        self, tokens: TokenTable, dates: list[DateRecord], places: PlaceIndex, words: MeetingWords, parties: PartyReader,
        people: dict[str, str], published: str | None,
    ) -> None:  # fmt: skip
        self.people = people
        self.tokens, self.places, self.words, self.parties, self.published = tokens, places, words, parties, published
        self.status = StatusReader(tokens, words)
        token_at = {start: i for i, start in enumerate(tokens.start)} if dates else {}
        self.dates: dict[int, tuple[int, DateRecord]] = {}
        self.dated: set[int] = set()
        for date in dates:
            first = token_at.get(date.start)
            if first is None:
                continue
            end = first
            while end < tokens.n and tokens.start[end] < date.end:
                end += 1
            self.dates[first] = (end, date)
            self.dated.update(range(first, end))
        self.ranges: dict[int, list[DateRecord]] = {}
        for date in dates:
            if date.range is not None:
                self.ranges.setdefault(id(date.range), []).append(date)
        self.entity_at: dict[int, tuple[int, int, str]] = {}
        for ent in tokens.ents:
            for i in range(ent[0], ent[1]):
                self.entity_at[i] = ent

    def at(self, i: int, last: list[Party]) -> Candidate | None:
        """The candidate anchored at token `i`, or None."""
        word = self.tokens.lower[i]
        tag = self.tokens.tag[i]
        noun = self.words.nouns.get(word)
        if (
            noun is not None
            and (
                tag[:2] == "NN"
                or word in ("call", "calls")
                and after_telephone(self.tokens, i)
                or word == "meeting"
                and tag == "VBG"
                and self._is_noun(i)
            )
            and not self._gerund(i)
        ):
            return self._noun(i, noun, last)
        verb = self.words.verbs.get(word)
        if verb is not None and (tag[:1] == "V" or self._gerund(i)):
            return self._verb(i, verb, last)
        return None

    def _is_noun(self, i: int) -> bool:
        return i > 0 and self.tokens.pos[i - 1] in ("DET", "ADJ")

    def _gerund(self, i: int) -> bool:
        """ "meeting demand", "meeting the deadline": a verb whatever the tagger says."""
        tokens = self.tokens
        return (
            tokens.lower[i] == "meeting"
            and i + 1 < tokens.n
            and tokens.tag[i + 1] in ("DT", "PRP$", "CD", "PRP")
            and not (i and tokens.pos[i - 1] in ("DET", "ADJ"))
        )

    # Nouns

    def _noun(self, i: int, noun: MeetingNoun, last: list[Party]) -> Candidate | None:
        tokens = self.tokens
        start, end = tokens.sentence(i)
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
        if any(m in _BLOCKED_MODIFIERS for m in modifiers[-2:]):
            return None
        if (
            noun.lemma == "summit"
            and tokens.lower[i + 1 : i + 2] == ["of"]
            and tokens.lower[i + 2 : i + 3] in (["mount"], ["mt."], ["mt"])
        ):
            return None
        if noun.strength == "phone" and not ({"phone", "telephone", "video", "conference"} & set(modifiers)):
            if noun.lemma != "call" or tokens.lower[i + 1 : i + 2] != ["with"]:
                return None
        start_of_phrase = self._round(first, start)
        found = Candidate(i, start_of_phrase, i + 1, noun.kind, f"noun-{noun.lemma}", weak=noun.strength == "weak")
        found.definite = tokens.lower[start_of_phrase] in _DEFINITE or tokens.tag[start_of_phrase] == "PRP$"
        found.multilateral = any(
            m
            in (
                "party",
                "nation",
                "way",
                "multilateral",
                "lateral",
                "ministerial",
                "general",
                "g7",
                "g8",
                "g20",
                "g-7",
                "g-8",
                "g-20",
            )
            for m in modifiers
        )
        found.distinct = not found.definite and any(m in _DISTINCT for m in modifiers)
        premodified = self.parties.read(first, i)
        governors, role = self._governors(i)
        after, stop = i + 1, self._clause_end(i, end, governors if role == "subject" else [])
        with_parties = self._scan(found, after, stop, noun.kind == "visit")
        relative = self._relative(found.scanned, end)
        if relative is not None:
            governors, role = [relative], "subject"
            stop = self._clause_end(relative, end, [])
            with_parties += self._scan(found, relative + 1, stop, False)
        elif role == "subject" and governors and governors[0] > i:
            outer = governors[0] + 1
            if outer < end and tokens.lower[outer] in self.status.particles(governors[0]):
                outer += 1
            # "took on", "agreed on": the preposition belongs to the verb.
            outer += outer < end and tokens.lower[outer] in _TOPIC and tokens.lower[outer - 1] not in _HELD_FORMS
            with_parties += self._scan(found, outer, self._clause_end(outer - 1, end, []), False)
        if (
            role == "object"
            and governors
            and governors[0] + 1 < first
            and tokens.lower[governors[0] + 1] in ("in", "at")
        ):
            self._scan(found, governors[0] + 1, first, False)
        subject = self._subject(governors, role, i, bool(with_parties), found.kind == "visit", premodified)
        found.parties = unique([*premodified, *subject, *with_parties])
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

    def _is_cue(self, verb: int) -> bool:
        lower = self.tokens.lower[verb]
        return lower in self.words.particles or any(lower in self.words.cues[use] for use in ("verb", "adjective"))

    def _round(self, first: int, start: int) -> int:
        """ "next round of talks": the phrase begins with the round."""
        tokens = self.tokens
        if (
            first - 2 >= start
            and tokens.lower[first - 1] == "of"
            and tokens.lower[first - 2] in ("round", "rounds", "series", "session", "set")
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
        first = left_edge(tokens, i, tokens.sentence(i)[0])
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
            if dep in ("nmod", "conj", "appos", "compound", "obl") and tokens.lower[parent] in (
                "round",
                "rounds",
                "series",
                "session",
                "part",
                "day",
                "set",
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
            if tokens.tag[node] == "VBG" and tokens.lower[max(node - 1, 0)] in ("by", "to") and parent < node:
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
            if cue is None and particle is None or cue == "proposed" and particle is None and lower[:4] in _FOR_OTHERS:
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
        return left_edge(self.tokens, anchor, self.tokens.sentence(anchor)[0])

    def _subject_first(self, governors: list[int], anchor: int) -> int:
        if governors and governors[0] < anchor:
            head = subject_of(self.tokens, governors[0])
            if head is not None and head < anchor and self.tokens.sent[head] == self.tokens.sent[anchor]:
                return left_edge(self.tokens, head, self.tokens.sentence(anchor)[0])
        return anchor

    def subject_parties(self, verb: int, anchor: int) -> list[Party]:
        """Participants in the subject of `verb`."""
        tokens = self.tokens
        head = subject_of(tokens, verb)
        start = tokens.sentence(verb)[0]
        group = self.status.group(verb)[0]
        left = min([verb, *(g for g in group if g > (head if head is not None and head < verb else start))])
        if head is None or head >= left or head < start:
            # No subject in the parse: the noun phrase that ends right before the verb.
            head = left - 1
            if head < start or tokens.pos[head] not in ("NOUN", "PROPN"):
                return []
        first = left_edge(tokens, head, start)
        ent = self.entity_at.get(head)
        if ent is not None:
            first = min(first, ent[0])
        # Behind the head up to the verb: coordinated names and their titles, unless another clause stands between.
        stop = left
        for k in range(head + 1, left):
            if tokens.tag[k] in _FINITE or tokens.lower[k] in ("that", '"', ";", "while"):
                stop = right_edge(tokens, head, k)
                break
        found = self.parties.read(first, stop)
        if not found and tokens.tag[head] == "PRP" and tokens.lower[head] in ("he", "she"):
            person = self.parties.person_at(head)
            found = [person[1]] if person else []
        return found

    # Verbs

    def _verb(self, i: int, verb: MeetingVerb, last: list[Party]) -> Candidate | None:
        tokens = self.tokens
        start, end = tokens.sentence(i)
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
            following not in _WITH
            and not passive
            and after < end
            and tokens.pos[after] in ("NOUN", "PROPN", "DET", "ADJ", "PRON", "NUM")
            and after not in self.dates
            and not is_calendar(tokens, after)
        ):
            if verb.pattern in ("mutual", "guest", "call"):
                object_end = self._object_end(after, stop)
                direct = self.parties.read(after, object_end)
                if not direct and not (
                    verb.pattern == "mutual"
                    and tokens.lower[after] in ("each", "here", "again", "separately", "privately", "secretly")
                ):
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
        if verb.pattern == "guest" and not (subject and any(p.kind == "person" for p in direct or with_parties)):
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
        if (
            verb.pattern == "gather"
            and len(found.parties) < 2
            and tokens.lower[i] not in ("convene", "convened", "convenes", "convening")
        ):
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

    def _coordinated(self, verb: int, start: int, subject: list[Party]) -> list[Party]:
        """All parties of "A and his counterpart, B met", where the parse gives the last one alone."""
        tokens = self.tokens
        first, joined = verb, False
        for k in range(verb - 1, start - 1, -1):
            if (
                tokens.tag[k] in (*_FINITE, "IN", "WP", "WDT")
                and tokens.lower[k] not in ("of", "for", "from")
                or tokens.text[k] in ('"', ";", ":")
            ):
                break
            joined = joined or tokens.lower[k] == "and"
            first = k
        found = self.parties.read(first, verb) if joined else subject
        return found if len(found) > 1 else subject

    def _meets(self, parties: list[Party], first: int, end: int) -> bool:
        """Whether the object can be met: "met demand in Japan" and "met America's needs" name a country but nobody to meet."""
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

    def _object_end(self, first: int, stop: int) -> int:
        """End of the object: up to the first preposition of place, time or topic, or a verb."""
        tokens = self.tokens
        k = first
        while k < stop:
            if k in self.dates or is_calendar(tokens, k):
                return k
            lower = tokens.lower[k]
            if (
                tokens.pos[k] == "ADP"
                and lower not in ("of", "from")
                or tokens.tag[k] in _FINITE
                or tokens.lower[k] in ("to", "who", ";", "that")
                or tokens.tag[k] == "VBG"
                or self._adverb(k)
            ):
                return k
            if lower == "," and not (
                k + 1 < stop
                and (tokens.text[k + 1][:1].isupper() or tokens.lower[k + 1] == "and" or self._apposition(k, stop))
            ):
                return k
            k += 1
        return stop

    def _adverb(self, k: int) -> bool:
        """An adverb of the clause, not one that modifies an adjective ("newly appointed")."""
        following = self.tokens.tag[k + 1] if k + 1 < self.tokens.n else ""
        return self.tokens.tag[k] == "RB" and following not in ("JJ", "VBN", "VBD", "RB")

    def _apposition(self, comma: int, stop: int) -> bool:
        tokens = self.tokens
        for k in range(comma + 1, min(stop, comma + 14)):
            if tokens.lower[k] == ",":
                return k + 1 < stop and tokens.lower[k + 1] in ("and", "in", "on", "at", "to")
            if tokens.tag[k] in _FINITE:
                return False
        return False

    def _names_place(self, first: int, end: int) -> bool:
        return self._place_span(first, end) is not None

    def _place_span(self, first: int, end: int) -> tuple[int, int] | None:
        """The name of the place that the phrase begins with, without its article ("the port of Aden" → Aden)."""
        tokens = self.tokens
        for k in range(first, end):
            ent, place = self.entity_at.get(k), self.places.at(k)
            if ent is not None and ent[2] in (*_PLACE_LABELS, "ORG") and ent[0] == k and ent[1] <= end:
                return ent[0], ent[1]
            if place is not None and place.first == k and place.end <= end and place.kind != "demonym":
                return place.first, place.end
            if tokens.pos[k] == "PROPN" and not is_calendar(tokens, k) and self.parties.person_at(k) is None:
                last = k
                while last + 1 < end and tokens.pos[last + 1] == "PROPN":
                    last += 1
                return (k, last + 1) if ent is None or ent[2] not in ("PERSON", "NORP") else None
            if tokens.pos[k] == "NOUN" and tokens.lower[k] not in _PLACE_NOUNS:
                return None
        return None

    # What follows: participants, place, topic

    def _scan(self, found: Candidate, at: int, stop: int, visit: bool) -> list[Party]:
        """Read the phrases behind the anchor; set place and topic, return the participants they name."""
        tokens = self.tokens
        out: list[Party] = []
        k = at
        while k < stop:
            lower = tokens.lower[k]
            if k in self.dates:
                k = self.dates[k][0]
            elif (
                is_calendar(tokens, k)
                or tokens.tag[k] in ("RB", "RBR")
                or lower in (",", "(", ")", "here", "and", "late", "early", "'s")
            ):
                if lower == "," and not (
                    k + 1 < stop
                    and (
                        tokens.pos[k + 1] in ("ADP", "ADV")
                        or k + 1 in self.dates
                        or tokens.lower[k + 1] in ("to", "on", "and")
                    )
                ):
                    break
                k += 1
            elif (
                lower in ("aimed", "focused", "focusing", "focussed", "centered", "devoted", "dedicated")
                and k + 1 < stop
                or lower == "to"
                and k + 2 < stop
                and tokens.lower[k + 1] in _TOPIC_VERBS
                and tokens.pos[k + 2] not in ("CCONJ", "ADV", "SCONJ", "PART")
            ):
                end = right_edge(tokens, self._head(k + 2, stop), stop, _TOPIC_LINKS)
                found.topic = found.topic or (k + 2, end)
                k = end
            elif lower in _WITH or lower in ("to", "in", "at", "near", "outside") or lower in _TOPIC:
                k = self._phrase(found, k, stop, visit, out)
            elif lower in ("behind", "for", "during", "as", "since", "until", "before", "after", "by", "without"):
                end = self._object_end(k + 1, stop)
                if lower in ("as", "since", "before", "after", "until") or end <= k + 1:
                    break
                k = end
            else:
                break
        found.scanned = k
        return out

    def _phrase(self, found: Candidate, k: int, stop: int, visit: bool, out: list[Party]) -> int:
        tokens = self.tokens
        lower = tokens.lower[k]
        first = k + 1
        if first in self.dates:
            return self.dates[first][0]
        if lower == "from" and visit:
            end = self._object_end(first, stop)
            return max(end, first)
        if lower in ("by", "from") and found.rule.startswith("noun") and found.kind != "visit":
            return stop
        if lower in _WITH:
            end = self._list_end(first, stop)
            out.extend(self.parties.read(first, end, places_too=lower in ("between", "among")))
            return max(end, first)
        if lower in _TOPIC:
            end = right_edge(tokens, self._head(first, stop), stop, _TOPIC_LINKS)
            if (
                end > first
                and not any(tokens.lower[j] in _NO_TOPIC for j in range(first, end))
                and not is_calendar(tokens, first)
                and tokens.pos[first] != "NUM"
            ):
                found.topic = found.topic or (first, end)
            return max(end, first)
        end = self._object_end(first, stop)
        span = self._place_span(first, end)
        if lower == "to":
            if not visit or span is None:
                return max(end, first)
            found.place = found.place or span
            out.extend(p for p in self.parties.read(first, end) if p.kind in ("country", "organization"))
            return max(end, first)
        if span is not None and first not in self.dates:
            found.place = found.place or span
        elif (
            lower == "at"
            and end > first
            and tokens.pos[end - 1] in ("NOUN", "PROPN")
            and not is_calendar(tokens, end - 1)
            and end - first <= 6
            and not (set(range(first, end)) & self.dated)
        ):
            head = tokens.lower[end - 1]
            if head in (
                "house",
                "palace",
                "ministry",
                "embassy",
                "headquarters",
                "hotel",
                "airport",
                "office",
                "residence",
                "ranch",
                "retreat",
                "resort",
                "base",
            ):
                found.place = found.place or (first, end)
        return max(end, first)

    def _head(self, first: int, stop: int) -> int:
        tokens = self.tokens
        k = min(first, tokens.n - 1)
        while (
            k + 1 < stop
            and (
                tokens.pos[k] in ("DET", "ADJ", "NUM", "ADV")
                or tokens.tag[k] in ("PRP$", "VBG", "VBN", "POS")
                or tokens.lower[k] in ("-", "'s")
            )
            and tokens.pos[k + 1] != "PUNCT"
        ):
            k += 1
        return k

    def _list_end(self, first: int, stop: int) -> int:
        """End of a list of participants: names, titles, commas, "and", "of"; no place, time or topic phrase."""
        tokens = self.tokens
        k = first
        while k < stop:
            lower = tokens.lower[k]
            if k in self.dates or is_calendar(tokens, k):
                break
            if (
                tokens.pos[k] == "SCONJ"
                or tokens.pos[k] == "ADP"
                and lower not in ("of", "from", "with", "for")
                or tokens.tag[k] in _FINITE
                or tokens.tag[k] in ("VBG", "TO", "WP", "WDT")
                or self._adverb(k)
            ):
                break
            if lower in ("to", ";", ":", '"', "who", "which", "that"):
                break
            if lower == "," and not (
                k + 1 < stop
                and (
                    tokens.text[k + 1][:1].isupper()
                    or tokens.lower[k + 1] in ("and", "the")
                    or self._apposition(k, stop)
                )
            ):
                break
            k += 1
        return k

    def _clause_end(self, i: int, end: int, governors: list[int]) -> int:
        """Where the clause of the anchor ends: at a relative, a conjunction of clauses, or the next finite verb's subject."""
        tokens = self.tokens
        for k in range(i + 1, end):
            lower = tokens.lower[k]
            if lower in _BOUNDARY or (
                lower in ("when", "while", "as") and tokens.pos[k] in ("SCONJ", "ADV", "ADP") and lower != "as"
            ):
                return k
            if tokens.tag[k] in _FINITE and k not in governors and tokens.head[k] not in governors:
                # Back over the subject of that verb: a comma or a conjunction ends this clause.
                for j in range(k - 1, i, -1):
                    if tokens.lower[j] in (",", "and", "but", "that", "as") and j > i:
                        return j
                return k
        return end

    def _date(self, found: Candidate, start: int, stop: int, anchor: int) -> None:
        """The day of the meeting: the first date behind the anchor in its clause, else one ahead with no verb between."""
        tokens = self.tokens
        if not self.dates:
            return
        lower = tokens.lower
        for k in range(anchor + 1, stop):
            if (
                k in self.dates
                and lower[k] in ("next", "tomorrow")
                and found.status in ("held", "ongoing")
                and tokens.tag[anchor] != "VBD"
            ):
                found.status = "planned"
            if k in self.dates and self._takes(k):
                self._set_date(found, self.dates[k][1])
                return
        group = set(self.status.group(anchor)[0]) if tokens.tag[anchor][:1] == "V" else set()
        finite = 0
        for k in range(anchor - 1, start - 1, -1):
            if k in self.dates and self.dates[k][0] <= anchor:
                if self._takes(k) and lower[k - 1 : k] not in (["after"], ["following"]):
                    self._set_date(found, self.dates[k][1])
                return
            if tokens.tag[k] in _FINITE and k not in group:
                finite += 1
                if finite > (0 if tokens.tag[anchor] in _FINITE else 1):
                    return
            if lower[k] == "when" and k - 2 >= start:
                before = k - 2 if lower[k - 1] == "," else k - 1
                for d in range(before, max(start - 1, before - 6), -1):
                    if d in self.dates and self.dates[d][0] == before + 1:
                        self._set_date(found, self.dates[d][1])
                return
            if lower[k] in _BOUNDARY or lower[k] == "that" and tokens.tag[k] in ("IN", "WDT"):
                return

    def _takes(self, k: int) -> bool:
        date = self.dates[k][1]
        before = self.tokens.lower[k - 1] if k else ""
        return (
            date.date_start is not None and date.timex_type in ("DATE", "TIME") and date.function not in _NO_DATE_FUNCTIONS
            and before not in ("since", "until", "till", "by", "of", "from")
        )  # fmt: skip

    def _set_date(self, found: Candidate, date: DateRecord) -> None:
        members = self.ranges.get(id(date.range), [date]) if date.range is not None else [date]
        starts = [d.date_start for d in members if d.date_start]
        ends = [d.date_end or d.date_start for d in members if d.date_end or d.date_start]
        found.date_start, found.date_end = (
            (min(starts) if starts else None),
            (max(e for e in ends if e) if ends else None),
        )

    def _settle(self, found: Candidate) -> None:
        """Reconcile the status with the day: what is dated behind publication has not been held."""
        if found.date_start and self.published:
            if found.status in ("held", "ongoing") and found.date_start > self.published:
                found.status = "planned"
            elif found.status == "ongoing" and (found.date_end or found.date_start) < self.published:
                found.status = "held"
