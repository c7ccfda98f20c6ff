"""Who meets: countries, organizations and persons named in a stretch of the text."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field

from extractor.components.extraction import Extraction
from extractor.components.meetings.vocabulary import MeetingWords
from extractor.components.records import OfficialRecord
from extractor.language.tokens import TokenTable
from extractor.linking.places import COUNTRY_KINDS, PlaceIndex

_PLACING = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "across",
        "through",
        "against",
        "toward",
        "towards",
        "about",
        "on",
        "over",
    }
)
_CLOSERS = frozenset({"who", "which", "whose", "whom", "where", "when", "while"})


@dataclass(slots=True)
class Party:
    """One participant: its name in normal form, a key to compare by, the countries it stands for."""

    name: str
    key: str
    kind: str
    countries: frozenset[str] = field(default_factory=frozenset)
    official: bool = False


class PartyReader:
    """Reads participants in one document."""

    def __init__(self, tokens: TokenTable, facts: Extraction, places: PlaceIndex, words: MeetingWords) -> None:
        self.tokens, self.places, self.words = tokens, places, words
        self.person_ents = [e for e in tokens.ents if e[2] == "PERSON"]
        self.by_token: dict[int, tuple[int, OfficialRecord]] = {}
        self.body_at: dict[int, tuple[int, Party]] = {}
        for official in facts.officials:
            for mention in official.mentions:
                if mention.kind in ("name", "partial_name", "pronoun", "title"):
                    first, end = self._tokens(mention.start, mention.end)
                    if end > first:
                        self.by_token.setdefault(first, (end, official))
        for body in facts.organizations:
            isos = frozenset((body.country or "").split(";")) - {""}
            party = Party(body.name, body.name.lower(), "organization", isos)
            for mention in body.mentions:
                if mention.kind in ("name", "partial_name"):
                    first, end = self._tokens(mention.start, mention.end)
                    self.body_at[first] = (end, party)
        self._families: dict[str, Party] = {}
        self._persons = self._read_persons()

    def _tokens(self, start: int, end: int) -> tuple[int, int]:
        first = bisect_left(self.tokens.start, start)
        return first, bisect_left(self.tokens.start, end)

    def _read_persons(self) -> dict[int, tuple[int, Party]]:
        out: dict[int, tuple[int, Party]] = {}
        taken: set[int] = set()
        for first, (end, official) in self.by_token.items():
            isos = frozenset((official.country or "").split(";")) - {""}
            out[first] = (end, Party(official.name, official.name.lower(), "person", isos, official=True))
            taken.update(range(first, end))
        for first, end, _ in self.person_ents:
            if taken.isdisjoint(range(first, end)):
                name = self.words.honorific.sub(
                    "",
                    "".join(
                        self.tokens.text[i] + (" " if self.tokens.space[i] else "") for i in range(first, end)
                    ).strip(),
                )
                words = name.split()
                if len(words) == 1 and words[0].lower() in self._families:
                    party = self._families[words[0].lower()]
                else:
                    party = Party(name, name.lower(), "person")
                    if len(words) > 1:
                        self._families[words[-1].lower()] = party
                out[first] = (end, party)
        return out

    def person_at(self, i: int) -> tuple[int, Party] | None:
        return self._persons.get(i)

    def country(self, iso: str) -> Party:
        return Party(self.words.names.get(iso, iso), iso, "country", frozenset({iso}))

    def read(self, first: int, end: int, places_too: bool = False) -> list[Party]:
        """Participants named in the tokens, left to right. Persons hide the countries and bodies of their titles.

        places_too: count cities and names behind "in" as well.
        """
        tokens, out = self.tokens, list[Party]()
        i, closed = first, False
        while i < end:
            if tokens.lower[i] in _CLOSERS:
                closed = True
            elif closed and tokens.lower[i] in (",", "and"):
                closed = False
            if closed:
                i += 1
                continue
            person = self._persons.get(i)
            if person is not None and person[0] <= end and not self._possessive(person[0], end):
                self._drop_title(out, i)
                out.append(person[1])
                i = self._past_apposition(person[0], end)
                continue
            body = self.body_at.get(i)
            place = self.places.at(i)
            if body is not None and body[0] <= end and (place is None or place.end < body[0]):
                if not (i > first and tokens.lower[self._before(i, first)] in _PLACING):
                    out.append(body[1])
                i = body[0]
                continue
            if place is not None and place.first == i and place.end <= end:
                placed = i > first and tokens.lower[self._before(i, first)] in _PLACING
                if (place.kind in COUNTRY_KINDS or place.kind in ("capital", "metonym") or places_too) and not (
                    placed and not places_too
                ):
                    out.append(self.country(place.iso3))
                i = place.end
                continue
            i += 1
        return unique(out)

    def _before(self, i: int, first: int) -> int:
        k = i - 1
        while k > first and self.tokens.pos[k] in ("DET", "ADJ"):
            k -= 1
        return k

    def _possessive(self, end: int, limit: int) -> bool:
        return (
            end < limit - 1
            and self.tokens.lower[end] in ("'s", "’s")
            and self.tokens.pos[end + 1] in ("NOUN", "ADJ", "PROPN")
        )

    def _drop_title(self, out: list[Party], at: int) -> None:
        """Take out the countries and bodies of the title right before a name ("Chinese President Hu Jintao")."""
        tokens = self.tokens
        k = at - 1
        while k >= 0 and (
            tokens.pos[k] in ("NOUN", "PROPN", "ADJ") or tokens.lower[k] in ("'s", "’s", "-", "of", "for", "to", ".")
        ):
            k -= 1
        span = range(k + 1, at)
        for party in [p for p in out if p.kind != "person"]:
            for i in span:
                place = self.places.at(i)
                body = self.body_at.get(i)
                named = place is not None and party.key == place.iso3 or body is not None and body[1].key == party.key
                if named and party in out:
                    out.remove(party)

    def _past_apposition(self, i: int, end: int) -> int:
        """Behind "NAME, director of the ministry," and "NAME of Japan": what stands there is no further participant."""
        tokens = self.tokens
        if i < end and tokens.lower[i] in ("of", "from", "("):
            while i < end and tokens.lower[i] not in (",", "and", ")"):
                i += 1
            return i
        if (
            i + 1 < end
            and tokens.lower[i] == ","
            and not tokens.text[i + 1][:1].isupper()
            and tokens.lower[i + 1] != "and"
        ):
            k = i + 1
            while k < end and tokens.lower[k] != ",":
                k += 1
            return k
        return i

    def pair(self, first: int, end: int, last: list[Party]) -> list[Party]:
        """The parties of "the two countries", "both sides", "the two leaders"; those of the last meeting, else the
        two last named.
        """
        tokens = self.tokens
        for i in range(first, end):
            if tokens.lower[i] not in ("two", "both"):
                continue
            noun = next(
                (
                    tokens.lower[k]
                    for k in range(i + 1, min(end + 1, i + 4, tokens.n))
                    if tokens.lower[k] in self.words.of("pair") | self.words.of("person_pair")
                ),
                None,
            )
            if noun is None:
                continue
            if noun == "koreas":
                return [self.country("KOR"), self.country("PRK")]
            persons = [p for p in last if p.kind == "person"]
            if noun in self.words.of("person_pair") and len(persons) == 2:
                return persons
            isos = sorted({c for p in last for c in p.countries})
            if len(isos) == 2 and noun in self.words.of("pair"):
                return [self.country(c) for c in isos]
            return self._two_before(
                i,
                persons=noun in self.words.of("person_pair") and noun not in self.words.of("state_pair"),
            )
        return []

    def _two_before(self, token: int, persons: bool) -> list[Party]:
        """The two parties named last before this token, where the sentence itself or the one before names exactly
        two.
        """
        tokens = self.tokens
        sentence = tokens.sent[token]
        for back in (0, 1, 2):
            if sentence - back < 0:
                break
            low, high = tokens.sents[sentence - back]
            high = min(high, token)
            if persons:
                found = unique([self._persons[k][1] for k in range(low, high) if k in self._persons])
            else:
                found = unique([self.country(p.iso3) for p in self.places.within(low, high) if p.kind != "city"])
            if len(found) == 2:
                return found
            if len(found) > 2:
                return []
        return []


def unique(parties: list[Party]) -> list[Party]:
    seen: dict[str, Party] = {}
    for party in parties:
        seen.setdefault(party.key, party)
    return list(seen.values())
