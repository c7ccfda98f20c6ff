"""What the article says on the country of an unmarked office: which states are out, whose list it is in."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.components.records import TitleRecord
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon
from extractor.linking.family_names import bears_name_of
from extractor.linking.leaders import holds_top_office
from extractor.linking.offices import may_have
from extractor.linking.places import PlaceIndex

_ONE_HOLDER = frozenset({"head_of_state", "head_of_government", "royal"})
# Offices that a state has one of at a time.
_SINGLE = frozenset({"head_of_state", "head_of_government", "central_banker"})
_TOP = frozenset({"head_of_state", "head_of_government"})
_PAST = frozenset({"former", "then", "late", "incoming", "acting", "outgoing"})
# Offices that stand in one list with another of their own state: "President X, Foreign Minister Y and Speaker Z".
_LISTED = frozenset(
    {"head_of_state", "head_of_government", "deputy_head", "minister", "deputy_minister", "central_banker",
     "legislator", "royal", "adviser", "military", "security", "spokesperson", "envoy", "director_general",
     "deputy_director_general", "judiciary", "subnational"}
)  # fmt: skip
# Offices that a text issued by a state means its own by, unless it says otherwise.
_ISSUING = frozenset(
    {"head_of_state", "deputy_head", "minister", "deputy_minister", "director_general", "deputy_director_general",
     "ambassador", "envoy", "legislator", "judiciary", "military", "spokesperson", "adviser", "central_banker",
     "subnational", "security"}
)  # fmt: skip
# Offices for other countries; a minister "for the Biobio Region" is of the same.
_ABOUT = frozenset({"ambassador", "envoy", "adviser", "deputy_minister", "deputy_director_general", "official"})
# Between two members of a list, apart from names and their honorifics.
_JOINTS = frozenset({",", "and", "&", ";", "as", "well", "the", "his", "her"})


class Constraints:
    """Of one article. Countries must be known as far as words tell. on_firms: the article names companies."""

    def __init__(
        self,
        tokens: TokenTable,
        titles: list[TitleRecord],
        published: str | None,
        lexicon: Lexicon,
        on_firms: bool = False,
    ) -> None:
        self.t, self.published, self.lexicon = tokens, published, lexicon
        # "President NAME told analysts": no other office of a state is spoken of.
        self.firms = on_firms and len({id(t.official) for t in titles if t.role not in ("business", "other")}) == 1
        self.holders: dict[tuple[str, ...], dict[str, set[int]]] = {}
        for title in titles:
            self.add(title)

    def add(self, title: TitleRecord) -> None:
        """Count the holder of a single office of a state whose country is known."""
        key = _office(title)
        if key and title.official is not None and title.country and title.incumbency not in _PAST:
            self.holders.setdefault(key, {}).setdefault(title.country, set()).add(id(title.official))

    def possible(self, title: TitleRecord, country: str, speaking: bool = False) -> bool:
        """Whether the unmarked office may be this state's: the state has such an office, nobody else in the article
        holds it, and the holder's name is one of that state's where its names are easily told from others; of the state
        that speaks, also that it has no other head on the day."""
        noun = title.links.noun if title.links else ""
        if not may_have(country, title.role, noun, self.lexicon):
            return False
        official = title.official
        if official is None:
            return True
        key = _office(title)
        if key and title.incumbency not in _PAST:
            taken = self.holders.get(key, {}).get(country, set())
            if taken and id(official) not in taken:
                return False
        if title.role in _TOP and (speaking or self.firms):
            day = None if title.incumbency in _PAST else self.published
            if holds_top_office(official.name, country, day, self.lexicon) is False:
                return False
        return bears_name_of(official.name, country, self.lexicon)


def _office(title: TitleRecord) -> tuple[str, ...] | None:
    if title.role in _SINGLE:
        return (title.role,)
    if title.role == "minister" and title.portfolio:
        return title.role, title.portfolio
    return None


def in_lists(tokens: TokenTable, titles: list[TitleRecord]) -> list[tuple[TitleRecord, TitleRecord]]:
    """(unmarked office, office before it in the same list): "Israel's Prime Minister X and Energy Minister Y".

    Two of one kind ("Foreign Minister X and Foreign Minister Y") are of two states.
    """
    pairs = []
    named = sorted((t for t in titles if t.basis == "prenominal" and t.links and t.links.holder), key=lambda t: t.start)
    lead, before = None, None  # the first title of this holder, and the last of the one before
    for last, title in zip([None, *named], named):
        a, b = last.links if last else None, title.links
        if a is None or b is None or a.holder is None:
            lead = title
            continue
        if a.holder != b.holder:
            lead, before = title, last
        if lead is None or lead.links is None or before is None or before.links is None or before.links.holder is None:
            continue
        if title.role == before.role or b.plural or before.links.plural:
            continue
        if title.role not in _LISTED or before.role not in _LISTED:
            continue
        gap = range(before.links.holder.end, lead.links.left)
        if (
            len(gap) <= 4
            and any(tokens.lower[i] in _JOINTS for i in gap)
            and all(tokens.lower[i] in _JOINTS for i in gap)
        ):
            pairs.append((title, before))
    return pairs


def own_office(tokens: TokenTable, title: TitleRecord) -> bool:
    """Whether a text that a state issues means its own office: one in capitals or, of most kinds, with a name."""
    links = title.links
    if links is None or title.role not in _ISSUING:
        return False
    if links.plural and title.official is None and title.role != "legislator":
        return False  # but "we, as Members of Congress"
    capital = tokens.text[links.first][:1].isupper()
    return capital or title.official is not None and title.role not in ("military", "security", "judiciary")


def portfolio_countries(tokens: TokenTable, places: PlaceIndex, title: TitleRecord) -> frozenset[str]:
    """Countries that an office is about or accredited to: "special representative for the DPRK"."""
    links = title.links
    if links is None or title.role not in _ABOUT:
        return frozenset()
    turned = next((i for i in range(links.first, links.end) if tokens.lower[i] in ("to", "for", "on")), links.end)
    return frozenset(p.iso3 for p in places.within(turned, links.end))


def _speaks(tokens: TokenTable) -> bool:
    words = tokens.lower
    return any(w == ":" and words[i - 2 : i] == ["the", "president"] for i, w in enumerate(words) if i > 1)


def addressed(tokens: TokenTable, title: TitleRecord, lex: TitleLexicon) -> bool:
    """ "Thank you, Mr. President": whoever is spoken to, where he does not speak himself ("THE PRESIDENT: …")."""
    if title.links is not None and title.links.noun == "president" and _speaks(tokens):
        return False
    links = title.links
    before = tokens.lower[max(links.left - 1, 0) : links.first] if links is not None else []
    polite = lex.of("polite_address")
    return title.official is None and any(w.rstrip(".") in polite for w in before)


def one_each(title: TitleRecord) -> bool:
    """Whether a state has one holder of the office at a time."""
    of_field = (
        title.role in ("minister", "deputy_minister") and bool(title.portfolio) and "ministers" in title.head.split()
    )
    return title.incumbency == "current" and (title.role in _ONE_HOLDER or of_field)


def contrasted(tokens: TokenTable, title: TitleRecord, others: Iterable[TitleRecord]) -> frozenset[str]:
    """Countries that the same sentence gives to other people's offices; others: the titles of the sentence."""
    return frozenset(
        t.country
        for t in others
        if t.country
        and (t.country_basis == "explicit" and t.role == title.role or _beside(tokens, title, t))
        and (t.official is None or t.official is not title.official)
    )


def _beside(tokens: TokenTable, title: TitleRecord, other: TitleRecord) -> bool:
    """ "The Prime Minister and President NAME met": heads of two states."""
    a, b = title.links, other.links
    if a is None or b is None or not {title.role, other.role} <= _TOP or title.official is not None:
        return False
    return tokens.lower[a.end : b.left] == ["and"] and other.official is not None
