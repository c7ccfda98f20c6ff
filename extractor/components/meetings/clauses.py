"""Borders of phrases and clauses around the mention of a meeting."""

from __future__ import annotations

from extractor.components.meetings.participants import Party, PartyReader
from extractor.components.meetings.status import StatusReader
from extractor.components.meetings.vocabulary import MeetingWords
from extractor.components.meetings.words import BOUNDARY, PLACE_LABELS
from extractor.components.records import DateRecord
from extractor.language.closed_classes import FINITE_TAGS
from extractor.language.phrases import is_calendar, left_edge, right_edge, subject_of, window
from extractor.language.tokens import TokenTable
from extractor.linking.places import PlaceIndex


class ClauseReader:
    """Borders of phrases and clauses around a mention, and the participants and places named in them."""

    def __init__(
        self, tokens: TokenTable, dates: list[DateRecord],
        places: PlaceIndex, words: MeetingWords, parties: PartyReader,
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

    def _is_cue(self, verb: int) -> bool:
        lower = self.tokens.lower[verb]
        return lower in self.words.particles or any(lower in self.words.cues[use] for use in ("verb", "adjective"))

    def subject_parties(self, verb: int, anchor: int) -> list[Party]:
        """Participants in the subject of `verb`."""
        tokens = self.tokens
        head = subject_of(tokens, verb)
        start = window(tokens, verb)[0]
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
            if tokens.tag[k] in FINITE_TAGS or tokens.lower[k] in ("that", '"', ";", "while"):
                stop = right_edge(tokens, head, k)
                break
        found = self.parties.read(first, stop)
        if not found and tokens.tag[head] == "PRP" and tokens.lower[head] in ("he", "she"):
            person = self.parties.person_at(head)
            found = [person[1]] if person else []
        return found

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
                or tokens.tag[k] in FINITE_TAGS
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
            if tokens.tag[k] in FINITE_TAGS:
                return False
        return False

    def _place_span(self, first: int, end: int) -> tuple[int, int] | None:
        """The name of the place that the phrase begins with, without its article ("the port of Aden" → Aden)."""
        tokens = self.tokens
        for k in range(first, end):
            ent, place = self.entity_at.get(k), self.places.at(k)
            if ent is not None and ent[2] in (*PLACE_LABELS, "ORG") and ent[0] == k and ent[1] <= end:
                return ent[0], ent[1]
            if place is not None and place.first == k and place.end <= end and place.kind != "demonym":
                return place.first, place.end
            if tokens.pos[k] == "PROPN" and not is_calendar(tokens, k) and self.parties.person_at(k) is None:
                last = k
                while last + 1 < end and tokens.pos[last + 1] == "PROPN":
                    last += 1
                return (k, last + 1) if ent is None or ent[2] not in ("PERSON", "NORP") else None
            if tokens.pos[k] == "NOUN" and tokens.lower[k] not in self.words.of("place_noun"):
                return None
        return None

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
                or tokens.tag[k] in FINITE_TAGS
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
        """Where the clause of the anchor ends: at a relative, a conjunction of clauses, or the next finite verb's
        subject.
        """
        tokens = self.tokens
        for k in range(i + 1, end):
            lower = tokens.lower[k]
            if lower in BOUNDARY or (
                lower in ("when", "while", "as") and tokens.pos[k] in ("SCONJ", "ADV", "ADP") and lower != "as"
            ):
                return k
            if tokens.tag[k] in FINITE_TAGS and k not in governors and tokens.head[k] not in governors:
                # Back over the subject of that verb: a comma or a conjunction ends this clause.
                for j in range(k - 1, i, -1):
                    if tokens.lower[j] in (",", "and", "but", "that", "as") and j > i:
                        return j
                return k
        return end
