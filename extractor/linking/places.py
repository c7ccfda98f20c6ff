"""Countries in the text: names, demonyms, capitals, cities and metonyms, looked up in the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon, PhraseTrie, split_words
from extractor.linking.cues import linking_cues

# A name that is a country's own; the others (cities, metonyms) stand for it.
# Codes of bodies of states in places.csv, which are of no one country.
UNIONS = frozenset({"EUE", "UNO"})
COUNTRY_KINDS = frozenset({"name", "alias", "demonym"})


@dataclass(frozen=True, slots=True)
class Place:
    """A gazetteer match: tokens [first, end), ISO 3166-1 alpha-3 code (EUE, UNO for the unions), kind of surface."""

    first: int
    end: int
    iso3: str
    kind: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    iso3: str
    kind: str
    weak: bool


def _build(lexicon: Lexicon) -> PhraseTrie[_Entry]:
    # Where a surface belongs to several countries, the country's own name comes before a city or region of that name.
    order = ("name", "alias", "demonym", "capital", "metonym", "region", "city")
    best: dict[tuple[str, ...], tuple[int, _Entry]] = {}
    for row in lexicon.rows("places"):
        words = split_words(row["surface"])
        rank = order.index(row["kind"])
        entry = _Entry(row["iso3"], row["kind"], row["weak"] == "1")
        if words and (words not in best or rank < best[words][0]):
            best[words] = (rank, entry)
            # Datelines and headlines are set in capitals.
            if row["kind"] != "demonym" and len(row["surface"]) > 3 and not row["surface"].isupper():
                best.setdefault(tuple(w.upper() for w in words), (rank, entry))
    return PhraseTrie((words, entry) for words, (_, entry) in best.items())


def find_places(tokens: TokenTable, lexicon: Lexicon) -> list[Place]:
    """All places named in the text, left to right, without those that are part of a person's name.

    A weak surface ("Georgia", "Jordan", "Polish") counts only where the name component calls it a place or nationality,
    or nothing at all while a preposition or a possessive marks it as one.
    """
    trie = lexicon.compiled(_build)
    cues = linking_cues(lexicon)
    points, second = cues.of("compass_point"), cues.of("state_body_word")
    out: list[Place] = []
    for first, end, entry in trie.matches(tokens.text):
        ent = tokens.ent_at.get(first)
        if ent is not None and ent[2] == "PERSON" and (entry.weak or ent[1] - ent[0] > end - first):
            continue
        known = ent is not None and (
            ent[2] in ("GPE", "LOC", "NORP") or entry.kind == "demonym" and _of_state(tokens, ent, first, second)
        )
        if entry.weak and not known and not _placed(tokens, first, end):
            continue
        if (
            tokens.lower[first] in points
            and first
            and tokens.lower[first - 1] in points
            and tokens.text[first - 1].istitle()
        ):
            continue  # "East West Bank"
        if entry.kind in ("city", "region") and _hyphenated(tokens, first):
            continue
        out.append(Place(first, end, entry.iso3, entry.kind, entry.weak))
    out = _of_two_congos(tokens, out)
    return _with_compass_names(tokens, _of_other_states(tokens, out), points)


def _placed(tokens: TokenTable, first: int, end: int) -> bool:
    before = tokens.lower[first - 1] if first else ""
    after = tokens.lower[end] if end < tokens.n else ""
    return before in ("in", "from", "near", "outside", "against", "across") or after in ("'s", "’s")


def _of_state(tokens: TokenTable, ent: tuple[int, int, str], first: int, second: frozenset[str]) -> bool:
    """ "Georgian State Security Service": the adjective opens the name of a body of state. second: second
    words of such names."""
    return ent[2] == "ORG" and ent[0] == first and ent[1] > first + 1 and tokens.lower[first + 1] in second


def _hyphenated(tokens: TokenTable, first: int) -> bool:
    """ "Allied-Lyons": the second half of a name."""
    i = first - 1
    joined = i > 0 and tokens.text[i] == "-" and not tokens.space[i] and not tokens.space[i - 1]
    return joined and tokens.text[i - 1][:1].isupper() and len(tokens.text[i - 1]) > 2


# The word that two neighbouring states share.
_CONGOS = frozenset({"congo", "congolese"})


def _of_two_congos(tokens: TokenTable, places: list[Place]) -> list[Place]:
    """The places, "Congo" and "Congolese" those of the Republic of Congo where the text names that one only."""
    two = [p for p in places if p.iso3 in ("COD", "COG")]
    if not two:
        return places
    named = {p.iso3 for p in two if p.end - p.first > 1 or tokens.lower[p.first] not in _CONGOS}
    if named != {"COG"}:
        return places
    return [replace(p, iso3="COG") if p.iso3 == "COD" and p.end - p.first == 1 else p for p in places]


def _of_other_states(tokens: TokenTable, places: list[Place]) -> list[Place]:
    """ "Florence, Ala.": a town whose region is named once is of that region's country wherever it stands."""
    moved: dict[tuple[str, ...], str] = {}
    for city, region in zip(places, places[1:]):
        joined = region.first == city.end + 1 and tokens.text[city.end] == ","
        alone = joined and tokens.lower[region.end : region.end + 1] not in (["and"], ["or"])
        if alone and city.kind in ("city", "capital") and region.kind == "region" and region.iso3 != city.iso3:
            moved[tuple(tokens.text[city.first : city.end])] = region.iso3
    if not moved:
        return places
    return [
        replace(p, iso3=moved[words], kind="city")
        if p.kind in ("city", "capital") and (words := tuple(tokens.text[p.first : p.end])) in moved
        else p
        for p in places
    ]


def _with_compass_names(tokens: TokenTable, places: list[Place], points: frozenset[str]) -> list[Place]:
    """The places, with "the North" after the article has named a country that begins with the word."""
    known: dict[str, str] = {}
    extra: list[Place] = []
    by_first = {p.first: p for p in places}
    for i in range(tokens.n):
        place = by_first.get(i)
        if place is not None:
            word = tokens.text[i]
            named = place.kind in COUNTRY_KINDS and place.end - place.first > 1
            if named and word.istitle() and tokens.lower[i] in points:
                known[word] = place.iso3
                # Both halves of a divided country are known once one is: the South in a story on North Korea.
                if place.iso3 in ("PRK", "KOR"):
                    known.setdefault("North", "PRK")
                    known.setdefault("South", "KOR")
            continue
        word = tokens.text[i]
        if word in known and i and tokens.lower[i - 1] == "the":
            following = tokens.text[i + 1] if i + 1 < tokens.n else ""
            if not following[:1].isupper() and following not in ("of", "-"):
                extra.append(Place(i, i + 1, known[word], "alias"))
    return sorted(places + extra, key=lambda p: p.first)


def join_codes(codes: Iterable[str]) -> str | None:
    """Several country codes as one cell: unique, alphabetical, joined by ";"; None for none."""
    found = sorted({c for c in codes if c})
    return ";".join(found) or None


class PlaceIndex:
    """The places of one document by token, for the question "which country does this span name?"."""

    def __init__(self, places: list[Place]) -> None:
        self.places = places
        self._at: dict[int, Place] = {}
        for place in places:
            for i in range(place.first, place.end):
                self._at[i] = place

    def at(self, token: int) -> Place | None:
        return self._at.get(token)

    def within(self, first: int, end: int) -> list[Place]:
        """Places that lie wholly inside the tokens first … end-1."""
        out: list[Place] = []
        i = first
        while i < end:
            place = self._at.get(i)
            if place is not None:
                if place.first >= first and place.end <= end:
                    out.append(place)
                i = max(place.end, i + 1)
            else:
                i += 1
        return out

    def countries(self, first: int, end: int) -> str | None:
        """Country codes named inside the tokens, joined; None where there are none."""
        return join_codes(p.iso3 for p in self.within(first, end))
