"""What a title phrase is, and what its grammar looks at."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.components.titles.vocabulary import Head, TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.linking.bodies import Body, BodyIndex, BodyLexicon
from extractor.linking.names import NameSpan
from extractor.linking.places import Place, PlaceIndex

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
ARTICLES = frozenset({"the", "a", "an"})
NOUNY = frozenset({"NOUN", "PROPN"})
HYPHENS = frozenset({"-", "‐", "‑"})


@dataclass(slots=True, eq=False)
class Phrase:
    """One title phrase. Tokens: core [head_first, head_end) is the lexicon match, [first, end) the span without country
    and possessor, [left, end) the whole noun phrase with article, country adjective and possessor. more_bodies: those
    coordinated with `body`, in text order; owner: token of an unknown name in the possessive; owner_kind: kind of body
    that a common noun there means ("the company's president").
    """

    head: Head
    head_first: int
    head_end: int
    first: int
    end: int
    left: int
    core_first: int
    incumbency: str = "current"
    countries: list[Place] = field(default_factory=list)
    country_inside: int | None = None
    body: Body | None = None
    more_bodies: list[Body] = field(default_factory=list)
    portfolio: list[str] = field(default_factory=list)
    possessor: NameSpan | None = None
    possessor_pronoun: int | None = None
    definite: bool = False
    indefinite: bool = False
    modified: bool = False
    compound_words: list[str] = field(default_factory=list)
    open_complement: bool = False
    owner: int | None = None
    owner_kind: str | None = None

    @property
    def plural(self) -> bool:
        return self.head.plural


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One document as the title grammar sees it; person_at: the name that each of its tokens belongs to."""

    t: TokenTable
    places: PlaceIndex
    bodies: BodyIndex
    lex: TitleLexicon
    body_kinds: BodyLexicon
    person_at: dict[int, NameSpan]


def is_union(place: Place) -> bool:
    """The United Nations and the European Union are bodies, though the gazetteer has them."""
    return place.iso3 in ("UNO", "EUE") and place.kind == "alias"
