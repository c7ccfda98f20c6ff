"""Who speaks: the noun phrase, what kind of speaker it is, and the official it names."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from extractor.components.extraction import Extraction
from extractor.components.records import Mention, OfficialRecord, OrganizationRecord
from extractor.components.statements.vocabulary import SpeechWords
from extractor.language.phrases import left_edge, right_edge
from extractor.language.tokens import TokenTable
from extractor.linking.places import PlaceIndex, join_codes

STATE_BODIES = frozenset(
    {
        "government",
        "ministry",
        "bureau",
        "agency",
        "parliament",
        "court",
        "military",
        "police_intelligence",
        "embassy",
        "central_bank",
    }
)
# How far before a speaker a span may begin that covers it (characters), and how many spans are looked at.
_REACH = 200
_MANY = 40
SINGULAR_PRONOUNS = frozenset({"he", "she"})
PRONOUNS = frozenset({"he", "she", "they", "it"})
NO_SPEAKERS = frozenset(
    {
        "i",
        "we",
        "you",
        "one",
        "there",
        "this",
        "that",
        "these",
        "those",
        "what",
        "everyone",
        "nobody",
        "anyone",
        "something",
        "nothing",
        "which",
        "everything",
        "all",
    }
)
_INVERTED_PREPOSITIONS = frozenset({"of", "for", "at", "from", "with"})
_PREPOSITIONS = _INVERTED_PREPOSITIONS | {"in", "on", "to"}


@dataclass(slots=True)
class Speaker:
    """Tokens [first, end) of the phrase and its head; kind None where it cannot be a speaker that the lexicon knows."""

    first: int
    end: int
    head: int
    kind: str | None = None
    official: OfficialRecord | None = None
    country: str | None = None
    name: str | None = None
    pronoun: bool = False


class SpeakerReader:
    """Reads speakers in one document."""

    def __init__(self, tokens: TokenTable, facts: Extraction, places: PlaceIndex, words: SpeechWords) -> None:
        self.tokens, self.places, self.words = tokens, places, words
        self.prepositions = _PREPOSITIONS | words.cues.of("acquainted")
        self.entity_at: dict[int, tuple[int, int, str]] = {}
        for ent in tokens.ents:
            for i in range(ent[0], ent[1]):
                self.entity_at[i] = ent
        self.officials = sorted(
            ((m.start, m.end, m.kind, o) for o in facts.officials for m in _mentions(o)), key=lambda item: item[0]
        )
        self.bodies = sorted(
            [(m.start, m.end, o) for o in facts.organizations for m in _mentions(o)], key=lambda item: item[0]
        )
        self.titles = sorted([(t.start, t.end, t) for t in facts.titles], key=lambda item: item[0])

    def phrase(self, head: int, lower_bound: int, upper_bound: int, inverted: bool = False) -> Speaker:
        """The speaker whose phrase has this head: it does not reach below `lower_bound` or up to `upper_bound`."""
        tokens = self.tokens
        ent = self.entity_at.get(head)
        if ent is not None and ent[2] == "PERSON":
            lower_bound = min(lower_bound, ent[0])
        first = left_edge(tokens, head, lower_bound)
        if ent is not None and ent[2] == "PERSON":
            first = min(first, ent[0])
        # "sources close to the talks"
        prepositions = _INVERTED_PREPOSITIONS if inverted else self.prepositions
        end = right_edge(tokens, head, upper_bound, prepositions)
        if ent is not None and ent[2] in ("PERSON", "ORG", "GPE"):
            end = max(end, min(ent[1], upper_bound))
        while end > first + 1 and tokens.pos[end - 1] in ("PUNCT", "ADP", "CCONJ"):
            end -= 1
        speaker = Speaker(first, end, head)
        self.classify(speaker)
        return speaker

    def classify(self, speaker: Speaker) -> None:
        """Set kind, official, country and name from what the phrase holds."""
        tokens = self.tokens
        word = tokens.lower[speaker.head]
        if word in PRONOUNS and speaker.end - speaker.first == 1:
            speaker.pronoun = True
        start, end = tokens.span(speaker.first, speaker.end)
        official = self._official(start, end)
        speaker.country = self.places.countries(speaker.first, speaker.end)
        if official is not None:
            speaker.official, speaker.kind = official, "named"
            speaker.name, speaker.country = official.name, official.country or speaker.country
            return
        if speaker.pronoun:
            return
        ent = self._person(speaker)
        if ent is not None:
            speaker.kind = "named"
            s, e = tokens.span(ent[0], ent[1])
            speaker.name = " ".join(tokens.text[ent[0] : ent[1]]) if e - s < 80 else None
            return
        speaker.kind = self._nominal_kind(speaker, start, end)

    def _person(self, speaker: Speaker) -> tuple[int, int, str] | None:
        for i in range(speaker.first, speaker.end):
            ent = self.entity_at.get(i)
            if ent is not None and ent[2] == "PERSON" and ent[1] > speaker.head >= ent[0] - 6:
                following = self.tokens.lower[ent[1]] if ent[1] < self.tokens.n else ""
                if following in ("'s", "’s", "'") and ent[1] < speaker.end:
                    continue
                return ent
            if ent is None and self.tokens.lower[i] in ("of", "for", "at"):
                return None
        return None

    def _official(self, start: int, end: int) -> OfficialRecord | None:
        best: OfficialRecord | None = None
        near = bisect_left(self.officials, start - _REACH, key=lambda item: item[0])
        for m_start, m_end, kind, official in self.officials[near : near + _MANY]:
            if m_start >= end:
                break
            if m_start >= start and m_end <= end:
                # A possessor or a complement ("a spokesman for Kim Jong Un") does not speak.
                before = self._words_between(start, m_start)
                after = self._next_word(m_end, end)
                if before & {"of", "for", "at", "to", "from", "with", "by"} or after in ("'s", "’s"):
                    continue
                best = best or official
            elif kind == "title" and m_start <= start and end <= m_end:
                best = best or official
        return best

    def _words_between(self, start: int, end: int) -> set[str]:
        tokens = self.tokens
        return {tokens.lower[i] for i in range(self._token(start), self._token(end))}

    def _next_word(self, offset: int, end: int) -> str:
        i = self._token(offset)
        return self.tokens.lower[i] if i < self.tokens.n and self.tokens.start[i] < end else ""

    def _token(self, offset: int) -> int:
        return bisect_left(self.tokens.start, offset)

    def _near(self, spans: list[Any], start: int) -> list[Any]:
        """The spans that begin near an offset: work per speaker stays bounded however many the text holds."""
        first = bisect_left(spans, start - _REACH, key=lambda item: item[0])
        return spans[first : first + _MANY]

    def _nominal_kind(self, speaker: Speaker, start: int, end: int) -> str | None:
        tokens, head = self.tokens, speaker.head
        kind = self.words.speakers.get(tokens.lower[head])
        last = speaker.head
        while last + 1 < speaker.end and tokens.pos[last + 1] in ("NOUN", "PROPN"):
            last += 1
        kind = self.words.speakers.get(tokens.lower[last]) or kind
        title = any(s < end and e > start and s <= tokens.start[last] < e for s, e, _ in self._near(self.titles, start))
        if title and kind != "unnamed_source":
            return "unnamed_official"
        for s, e, body in self._near(self.bodies, start):
            if s < end and e > start and s <= tokens.start[last] < e:
                if kind in ("unnamed_official", "unnamed_source") and tokens.pos[last] == "NOUN":
                    return kind
                return (
                    "media" if body.kind == "media" else "government" if body.kind in STATE_BODIES else "organization"
                )
        if kind == "document":
            return self._publisher(speaker)
        if kind is not None:
            return kind
        place = self.places.at(head) or self.places.at(last)
        if place is not None:
            return "government"
        ent = self.entity_at.get(head) or self.entity_at.get(last)
        if ent is not None and ent[2] in ("ORG", "GPE", "NORP"):
            return "government" if ent[2] == "GPE" else "organization"
        for i in range(speaker.first, speaker.end):
            kind = self.words.speakers.get(tokens.lower[i])
            if kind in ("media", "government", "organization") and tokens.pos[i] in ("NOUN", "PROPN"):
                return kind
        if tokens.pos[head] == "PROPN":
            return (
                "named"
                if tokens.text[head][:1].isupper()
                and speaker.end - speaker.first <= 4
                and tokens.pos[speaker.first] == "PROPN"
                else "organization"
            )
        return None

    def _publisher(self, speaker: Speaker) -> str:
        if join_codes(p.iso3 for p in self.places.within(speaker.first, speaker.end)):
            return "government"
        return "organization"


def _mentions(record: OfficialRecord | OrganizationRecord) -> list[Mention]:
    """The mentions of a record; the record itself, as a name, where it lists none."""
    return record.mentions or [Mention(record.start, record.end, "name")]
