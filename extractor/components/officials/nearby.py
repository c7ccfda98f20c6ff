"""Countries of unmarked offices from the words they hang on: lines headed by a country, "in PLACE, where a TITLE", "X's
plan to name a TITLE", and the same office named a moment before."""

from __future__ import annotations

from extractor.components.officials.discourse import give
from extractor.components.records import TitleRecord
from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon
from extractor.linking.family_names import split_name
from extractor.linking.leaders import country_of_leader, country_of_name, holds_top_office
from extractor.linking.places import UNIONS, Place, PlaceIndex

# Sentences between a post and its next mention.
_NEAR = 2
# Steps up the tree from a title.
_STEPS = 6
# Posts whose bare mention is the one named a moment before, though it says no more than the noun.
_POSTED = frozenset({"ambassador", "envoy"})


def by_heading(t: TokenTable, places: PlaceIndex, titles: list[TitleRecord]) -> None:
    """ "France: NAME, Minister of Sport": every title of a sentence that a country heads, where two are so headed."""
    headed: list[tuple[int, int, str]] = []
    for place in places.places:
        i = place.end
        if place.kind not in ("name", "alias") or place.iso3 in UNIONS or i >= t.n or t.text[i] != ":":
            continue
        before = place.first - 1
        if before >= 0 and not t.text[before].isspace() and t.sentence(place.first)[0] != place.first:
            continue
        headed.append((place.end, t.sentence(place.first)[1], place.iso3))
    if len({code for *_, code in headed}) < 2:
        return
    for title in titles:
        links = title.links
        if links is None or title.role == "intergovernmental" or title.country_basis == "explicit":
            continue
        code = next((code for first, end, code in reversed(headed) if first < links.first < end), None)
        if code is not None:
            title.country, title.country_basis = code, "explicit"


def by_parenthesis(t: TokenTable, places: PlaceIndex, titles: list[TitleRecord]) -> None:
    """ "Foreign Minister NAME and Environment Minister NAME (Colombia)": the country behind the name, or names."""
    told: dict[int, str] = {}  # by the first token of a phrase
    for title in reversed(titles):
        links = title.links
        if links is None or links.holder is None or title.role in ("intergovernmental", "legislator", "subnational"):
            continue
        i = links.holder.end
        place = places.at(i + 1) if i + 2 < t.n and t.text[i] == "(" else None
        code = None
        if place is not None and place.first == i + 1 and place.kind in ("name", "alias") and place.iso3 not in UNIONS:
            code = place.iso3 if t.text[place.end : place.end + 1] == [")"] else None
        elif t.lower[i : i + 1] == ["and"]:
            code = told.get(i + 1)
        if code is not None and title.country_basis != "explicit":
            title.country, title.country_basis = code, "explicit"
        if code is not None and title.country == code:
            told[links.left] = code


def by_known_leader(places: PlaceIndex, titles: list[TitleRecord], published: str | None, lexicon: Lexicon) -> None:
    """ "the boycott of Israel President NAME said", "in Virginia President NAME said": the place belongs to the words
    before the title where its holder heads another state, or the whole, on the day."""
    for title in titles:
        links, official = title.links, title.official
        if links is None or official is None or title.basis != "prenominal" or published is None:
            continue
        place = places.at(links.first - 1)
        if place is None or place.kind == "demonym" or links.noun != "president" or title.incumbency != "current":
            continue
        family = split_name(official.name, None, lexicon)[1]
        own = country_of_leader(official.name, family, "head_of_state", published, False, lexicon)
        if own is None or own == title.country and title.role == "head_of_state":
            continue
        if holds_top_office(official.name, own, published, lexicon):
            title.role, title.country, title.country_basis = "head_of_state", own, "inferred"


def by_administration(t: TokenTable, titles: list[TitleRecord], published: str | None, lexicon: Lexicon) -> None:
    """ "Bush Administration officials": of the state that the leader of that name heads on the day."""
    for title in titles:
        links = title.links
        if title.country is not None or links is None or "administration" not in t.lower[links.left : links.end]:
            continue
        i = t.lower.index("administration", links.left)
        code = country_of_name(t.text[i - 1], published, lexicon) if i > links.left else None
        if code is not None:
            title.country, title.country_basis = code, "organization"


def by_words(t: TokenTable, places: PlaceIndex, titles: list[TitleRecord], of_state: frozenset[str]) -> None:
    """Unmarked offices of state whose clause hangs on a place, or on what a country has or undergoes."""
    for title in titles:
        links = title.links
        if title.country is not None or links is None or title.role not in of_state or links.possessor is not None:
            continue
        if title.official is not None and title.official.country is not None:
            continue
        place = (None if links.plural else _where(t, places, links.left)) or _above(t, places, title)
        if place is not None:
            give(title, place.iso3)


def _where(t: TokenTable, places: PlaceIndex, left: int) -> Place | None:
    """The place of "in PLACE, where …" before token `left`; None where the clause names another."""
    low = t.sentence(left)[0]
    i = left - 1
    while i > low and t.lower[i] != "where":
        if places.at(i) is not None or t.text[i] in (";", ":"):
            return None
        i -= 1
    if i <= low + 1:
        return None
    j = i - 1 if t.text[i - 1] != "," else i - 2
    place = places.at(j)
    return place if place is not None and place.end == j + 1 and place.iso3 not in UNIONS else None


def _above(t: TokenTable, places: PlaceIndex, title: TitleRecord) -> Place | None:
    """The country of "events in COUNTRY after the killing of the TITLE" and "COUNTRY's plan to name a TITLE"."""
    links = title.links
    assert links is not None
    node = next((i for i in range(links.first, links.end) if not links.first <= t.head[i] < links.end), None)
    infinitive = turned = False
    for _ in range(_STEPS):
        if node is None or t.head[node] == node:
            return None
        dep, above = t.dep[node], t.head[node]
        if dep in ("acl", "xcomp"):
            infinitive |= t.child(node, "mark") is not None
        elif dep not in ("obj", "nmod", "conj") or dep == "obj" and t.pos[above] != "VERB":
            return None
        elif dep == "nmod":
            case = t.child(node, "case")
            turned = True
            if case is None or t.lower[case] not in ("of", "in"):
                return None
        if t.pos[above] in ("NOUN", "PROPN") and not links.left <= above < links.end:
            for c in t.children[above]:
                place = places.at(c)
                if c == node or place is None or place.iso3 in UNIONS:
                    continue
                if t.dep[c] == "nmod:poss" and infinitive and links.indefinite:
                    return place
                case = t.child(c, "case")
                inside = case is not None and t.lower[case] == "in" and place.kind in ("name", "alias")
                if t.dep[c] == "nmod" and inside and turned and not links.plural and c < links.first:
                    return place
        node = above
    return None


def by_repeat(t: TokenTable, titles: list[TitleRecord]) -> None:
    """ "South Korea's ambassador to China … Ambassador NAME": the same post, named with its country a moment before."""
    last: dict[str, list[TitleRecord]] = {}
    for title in titles:
        links = title.links
        if links is None or title.role == "intergovernmental":
            continue
        said = links.noun if title.role in _POSTED or title.role == "non_state" else title.head
        if title.role not in (*_POSTED, "non_state") and " " not in said:
            continue
        here = t.sent[links.first]
        near = [b for b in last.get(said, ()) if here - t.sent[b.links.first] <= _NEAR]  # type: ignore[union-attr]
        official = title.official
        told = title.role != "non_state" or links.definite or " " in title.head
        if told and title.country is None and (official is None or official.country is None):
            near = [b for b in near if b.links.plural == links.plural and (links.definite or not links.plural)]  # type: ignore[union-attr]
            codes = {b.country for b in near}
            free = all(b.official is None or b.official is official for b in near)
            code = codes.pop() if len(codes) == 1 else None
            if code is not None and free and title.incumbency == near[-1].incumbency:
                give(title, code)
                last[said].append(title)
        if title.country is not None and title.country_basis in ("explicit", "organization"):
            last.setdefault(said, []).append(title)
