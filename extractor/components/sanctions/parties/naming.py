"""What a party is called in its row: the country by its name where the clause has only "we", "Israeli" or "U.S."."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.issuers import issuer
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.text.phrases import Phrases

Span = tuple[int, int]
_PRONOUNS = {
    "he", "her", "his", "i", "it", "its", "my", "our", "ours", "she", "that", "their", "them", "these", "they", "this",
    "those", "us", "we", "who", "which", "you", "your",
}  # fmt: skip
_JOINTS = {",", "and", "&", "or"}
_MAKING = {"ease", "expand", "extend", "impose", "lift", "reimpose", "suspend"}
# Shorter names are abbreviations.
_SHORTEST = 4


class Naming:
    """Names the parties of the events of one document."""

    def __init__(self, p: Phrases, parties: Parties, names: Mapping[str, str]) -> None:
        self.p, self.t, self.parties, self.names = p, p.t, parties, names
        self._senators = tuple(p.words.of("senator_title"))
        self._called: dict[str, str] = {}

    def name(self, events: list[Event]) -> None:
        """Set the texts of senders and targets; their countries stay as they are."""
        for event in events:
            nameless = self._no_maker if event.action in _MAKING else self._no_sender
            event.sender = self._named(event.sender, nameless)
            event.target = self._named(event.target, self._no_target)

    def _named(self, party: Party | None, nameless: Callable[[list[str]], bool]) -> Party | None:
        """The party with its text mended; a party may be shared by several events and is never changed itself."""
        if party is None:
            return None
        text = party.text.removeprefix("The ") if party.text else None
        words = (text or "").lower().split()
        if text and party.countries and (listed := self._listed(text)):
            text = listed
        elif party.span is not None and text and (apart := self._apart(*party.span)) and not nameless(words):
            text = apart
        elif party.countries and nameless(words):
            text = self._countries(party.countries)
        elif words and words[-1] in self.p.words.of("body_noun") and len(words) == 1:
            text = self._fuller(words[0], party) or text
        return party if text == party.text else Party(party.span, party.countries, party.kind, text)

    def _no_sender(self, words: list[str]) -> bool:
        """Does a sender's text tell nothing but its country?"""
        # Offices and bodies that every state has: alone they name nobody.
        if set(words) <= _PRONOUNS | {"and", "the"} or set(words) <= self.p.words.of("nameless_office"):
            return True
        return any(w.startswith(self._senators) for w in words[:2])

    def _no_maker(self, words: list[str]) -> bool:
        """The same, for what only a state can do: "U.S. persons" have to keep to it."""
        return self._no_sender(words) or words[-1] in self.p.words.of("bound_party")

    def _no_target(self, words: list[str]) -> bool:
        return not words or set(words) <= _PRONOUNS | {"the", "both"} | self.p.words.of("nameless_state")

    def _listed(self, text: str) -> str | None:
        """ "U.S., EU and Iranian": the names of a text that holds nothing but countries."""
        found = self._in(text)
        return ";".join(found) if found else None

    def _apart(self, a: int, b: int) -> str | None:
        """ "Per Lund, Ann Holt and Ivo Berg": names alone, as a list."""
        t = self.t
        breaks = [k for k in range(a, b) if t.lower[k] in _JOINTS]
        if not breaks or any(t.tag[k] == "NNPS" for k in range(a, breaks[0])):
            # "Departments of State and the Treasury": one head for both.
            return None
        named = {(first, end) for first, end, _ in t.ents if a <= first < b}
        edges = zip([a, *(k + 1 for k in breaks)], [*breaks, b], strict=True)
        spans = [self.parties.trim(span) for span in edges if span[0] < span[1]]
        return ";".join(self.parties.text(span) for span in spans) if set(spans) <= named else None

    def _in(self, text: str) -> list[str]:
        words = [w for w in text.replace(",", " , ").split() if w.lower() != "the"]
        out: list[str] = []
        k, open_ = 0, True
        while k < len(words):
            if words[k].lower() in _JOINTS:
                k, open_ = k + 1, True
                continue
            if not open_:
                # "United Nations Security Council UNSC"
                return []
            open_ = False
            match = self._surface(words, k)
            if match is None:
                return []
            out.append(match[1])
            k = match[0]
        return list(dict.fromkeys(out))

    def _surface(self, words: list[str], k: int) -> tuple[int, str] | None:
        """A country at word k: its end, and what to call it."""
        for end in range(min(len(words), k + 6), k, -1):
            surface = " ".join(words[k:end])
            kind, code = self._surfaces.get(surface, ("", ""))
            if code:
                own = kind in ("name", "alias") and not self._short(surface)
                return end, surface if own else self.called(code)
        return None

    @cached_property
    def _surfaces(self) -> dict[str, tuple[str, str]]:
        """How this text writes each country: surface → kind and code; cities and regions stay what they are."""
        found: dict[str, tuple[str, str]] = {}
        for place in self.parties.places.within(0, self.t.n):
            if place.kind in ("name", "alias", "demonym", "capital"):
                surface = self.parties.text((place.first, place.end))
                found.setdefault(" ".join(surface.split()), (place.kind, self.parties.acting_code(place)))
        return found

    def _short(self, surface: str) -> bool:
        """Is it an abbreviation ("U.S.", "DPRK", "EU")?"""
        return all(len(word) < _SHORTEST or "." in word for word in surface.split())

    def called(self, code: str) -> str:
        """The country's name as the text mostly writes it in full, else its English name."""
        if code not in self._called:
            own = [s for s, (kind, c) in self._surfaces.items() if c == code and kind in ("name", "alias")]
            full = [s for s in own if not self._short(s) and not s.isupper() and s != "America"]
            full = [s for s in full if self._surfaces[s][0] == "name"] or full
            # The first of the most frequent.
            self._called[code] = max(full, key=self._often, default=self.names.get(code, code))
        return self._called[code]

    def _often(self, surface: str) -> int:
        return self.parties.raw.count(surface)

    def _countries(self, codes: tuple[str, ...]) -> str:
        return ";".join(self.called(code) for code in codes)

    def _fuller(self, word: str, party: Party) -> str | None:
        """ "the Department" after "the Department of State": the only fuller name that the text has."""
        t = self.t
        full = set()
        for i in range(t.n - 2):
            if t.lower[i] == word and t.text[i][0].isupper() and t.lower[i + 1] in ("of", "for"):
                end = self.p.end(i + 2)
                if end > i + 2 and t.tag[end - 1] in ("NNP", "NNPS"):
                    full.add(self.parties.text((i, end)))
        if len(full) == 1:
            return next(iter(full))
        home = issuer(self.p, self.parties)
        return self._countries(party.countries) if home is not None and party.countries == (home,) else None
