"""The country that an article speaks for or is most about, once per article."""

from __future__ import annotations

from functools import cached_property

from extractor.components.records import TitleRecord
from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon
from extractor.linking.bodies import BodyIndex
from extractor.linking.cues import linking_cues
from extractor.linking.home import CountryFocus
from extractor.linking.leaders import country_of_name
from extractor.linking.names import NameSpan
from extractor.linking.persons import Person
from extractor.linking.places import Place, PlaceIndex
from extractor.linking.voice import speaking_state


class HomeCountry:
    """Of one article. titles: before any country is worked out, so that those that only one state has tell."""

    def __init__(
        self,
        tokens: TokenTable,
        places: PlaceIndex,
        bodies: BodyIndex,
        titles: list[TitleRecord],
        owner: dict[NameSpan, Person],
        dateline_end: int | None,
        published: str | None,
        lexicon: Lexicon,
    ) -> None:
        self.t, self.places, self.bodies, self.owner = tokens, places, bodies, owner
        self.dateline_end, self.published, self.lexicon = dateline_end, published, lexicon
        self.implied = [t.country for t in titles if t.country and t.country_basis == "inferred"]

    def home(self) -> str | None:
        """The country the whole article is most about or speaks for, from the words alone; None where it has none."""
        if self.voice is not None:
            return self.voice
        prior = self.focus().prior
        return max(prior, key=lambda c: (prior[c], c), default=None)

    def focus(self) -> CountryFocus:
        return CountryFocus(
            self.t,
            self._with_leaders(),
            self.bodies.bodies,
            self.implied,
            self.dateline_end,
            self.voice,
            linking_cues(self.lexicon),
        )

    def _with_leaders(self) -> list[Place]:
        """The places, and the names of leaders of the day, who tell of their state as its name does."""
        named = []
        for name, person in self.owner.items():
            code = country_of_name(person.name, self.published, self.lexicon)
            if code is not None and self.places.at(name.first) is None:
                named.append(Place(name.first, name.end, code, "alias"))
        return sorted([*self.places.places, *named], key=lambda p: p.first) if named else self.places.places

    @cached_property
    def voice(self) -> str | None:
        """The state that issued the text, see `linking.voice`."""
        return speaking_state(self.t, self.places.places, self.lexicon)
