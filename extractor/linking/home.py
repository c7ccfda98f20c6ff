"""The country an article is at home in: for offices that the text names without one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable

from extractor.language.tokens import TokenTable
from extractor.lexicon import WordClasses
from extractor.linking.bodies import Body
from extractor.linking.places import COUNTRY_KINDS, UNIONS, Place

# Before a country that is acted on or gone to, not spoken for.
_TOWARD = frozenset({"to", "against", "on", "with", "over", "toward", "towards", "for", "visit", "visited"})
# Least score of the chosen country: below it, one mention is as often another's.
_SURE = 1.1
# How far ahead of the next the chosen country must be.
_MARGIN = 1.1
# Least share of all mentions that the country has where an article is at home.
_AT_HOME = 0.3
# How often a country must be named for the holder's name to tell of it.
_NAMED = 1.5
# By how much at most the other states count more where the speaking state has no such office.
_GUESTS = 2.5
# Share of all mentions that one country has, and that the dateline's has, where the dateline says little.
_MOST, _LEAST = 0.5, 0.15


def place_weight(tokens: TokenTable, place: Place) -> float:
    """How strongly a mention presents its country as an actor: own names and capitals 1, cities and regions a half;
    subjects and possessors one and a half times; what follows "to", "against" or "with" a half."""
    weight = 1.0 if place.kind in COUNTRY_KINDS or place.kind in ("capital", "metonym") else 0.5
    last = place.end - 1
    if tokens.dep[last].startswith("nsubj") or place.end < tokens.n and tokens.lower[place.end] in ("'s", "’s"):
        weight *= 1.5
    before = tokens.lower[place.first - 1] if place.first else ""
    if before == "the" and place.first > 1:
        before = tokens.lower[place.first - 2]
    return weight * 0.5 if before in _TOWARD else weight


def is_dateline(tokens: TokenTable, place: Place) -> bool:
    """A place that opens a paragraph before a dash: LONDON, March 1 -; CAIRO —."""
    first, _ = tokens.sentence(place.first)
    if place.first != first or not tokens.text[first].isupper() or len(tokens.text[first]) < 3:
        return False
    return any(tokens.text[j] in ("-", "--", "–", "—", "_") for j in range(place.end, min(place.end + 12, tokens.n)))


class CountryFocus:
    """Which country an unmarked office belongs to: the one in focus there, against the article's home country.

    implied: countries implied by titles that only one state has ("taoiseach"). dateline_end: where the dateline ends.
    voice: the state whose organs issued the text, see `linking.voice`. cues: classes of `linking_cues`; from the seats
    of international bodies correspondents write about everybody.
    """

    # Per sentence of distance a mention counts this much less.
    DECAY = 0.5
    HOME = 2.0
    DATELINE = 2.5
    THERE = 2.5
    VOICE = 8.0

    def __init__(
        self,
        tokens: TokenTable,
        places: list[Place],
        bodies: list[Body],
        implied: list[str],
        dateline_end: int | None,
        voice: str | None,
        cues: WordClasses,
    ) -> None:
        self.t, self.voice = tokens, voice
        self.seats, self.compass = cues.of("international_seat"), cues.of("compass_adjective")
        self.places = [p for p in places if p.iso3 not in UNIONS]
        self.firsts = [p.first for p in self.places]
        self.weights = [place_weight(tokens, p) for p in self.places]
        self.evidence: Counter[str] = Counter(implied)
        for place, weight in zip(self.places, self.weights, strict=True):
            self.evidence[place.iso3] += weight  # type: ignore[assignment]
        for body in bodies:
            if body.country and body.source == "lexicon":
                self.evidence[body.country] += 1
        self.prior = self._prior(bodies, implied, dateline_end)

    def _prior(self, bodies: list[Body], implied: list[str], dateline_end: int | None) -> dict[str, float]:
        """Share of each country in the whole article, the dateline's raised."""
        total: Counter[str] = Counter()
        for place, weight in zip(self.places, self.weights, strict=True):
            total[place.iso3] += weight * (2 if self.t.sent[place.first] < 2 else 1)  # type: ignore[assignment]
        for body in bodies:
            if body.country and body.country not in UNIONS and body.source == "lexicon":
                total[body.country] += 1
        for code in implied:
            total[code] += 2
        sum_ = sum(total.values()) or 1.0
        share = max(total.values(), default=0) / sum_
        # A digest of many countries' news is at home in none.
        home = self.HOME * (1.0 if share >= _AT_HOME else 0.5 * share / _AT_HOME)
        prior = {c: home * w / sum_ for c, w in total.items()}
        origin = self._origin(dateline_end)
        self.dateline = self.DATELINE
        if origin is not None and prior and max(prior.values()) >= self.HOME * _MOST > 0:
            top = max(prior, key=lambda c: prior[c])
            if top != origin and prior.get(origin, 0.0) <= self.HOME * _LEAST:
                self.dateline *= 0.3  # a story on one country, written elsewhere
        self.datelines = [(0, origin)] if origin is not None else []
        self.datelines += [(p.first, p.iso3) for p in self.places if p.first > 3 and is_dateline(self.t, p)]
        acts = any(p.iso3 == "USA" and self.t.dep[p.end - 1].startswith("nsubj") for p in self.places)
        if prior.get("USA") and acts and _first_person(self.t):
            prior["USA"] += self.DATELINE  # a government that speaks for itself
        return prior

    def _origin(self, dateline_end: int | None) -> str | None:
        for place in self.places[:2]:
            inside = (
                self.t.start[place.first] < dateline_end
                if dateline_end is not None
                else place.first < 3 and is_dateline(self.t, place)
            )
            if inside and self.t.lower[place.first] not in self.seats:
                return place.iso3
        return None

    def at(
        self,
        token: int,
        contrasted: frozenset[str] = frozenset(),
        possible: Callable[[str], bool] | None = None,
        own: bool = False,
        span: tuple[int, int] = (0, 0),
        usual: tuple[frozenset[str], float] = (frozenset(), 1.0),
        others: bool = False,
        guests: bool = False,
    ) -> str | None:
        """The country of an unmarked office at this token; None where two are about equally likely.

        contrasted: countries that the sentence gives to other people's offices of the kind. possible: whether a state
        may have the office at all. own: the office is likely the issuing state's. span: tokens of the title, whose own
        countries ("envoy for Myanmar") say nothing. usual: countries where the holder's name is usual, and
        by what factor.
        others: a state speaks rather of other states' offices of the kind. guests: the state that speaks has no such
        office.
        """
        t, here = self.t, self.t.sent[token]
        framed = None
        scores: Counter[str] = Counter(self.prior)
        written = [code for first, code in self.datelines if first <= token]
        if written:  # of several datelines the one above holds
            scores[written[-1]] += self.dateline  # type: ignore[assignment]
        k = bisect_right(self.firsts, t.sents[here][1])
        while k > 0:
            k -= 1
            place = self.places[k]
            distance = here - t.sent[place.first]
            if distance > 8:
                break
            if span[0] <= place.first < span[1]:
                continue
            weight = self.weights[k] * self.DECAY**distance
            if distance == 0 and place.first < token and t.lower[place.first - 1] == "in":
                weight *= self.THERE  # "In Washington, the Commerce Secretary said"
                if place.first - t.sents[here][0] <= 1:
                    framed = place.iso3
            if place.first > token:
                weight *= 0.5
            scores[place.iso3] += weight  # type: ignore[assignment]
        for code in contrasted:
            scores[code] *= 0.3  # type: ignore[assignment]
        if own and self.voice is not None:
            scores[self.voice] += self.VOICE  # type: ignore[assignment]
        elif others and self.voice is not None:
            scores[self.voice] *= 0.3  # type: ignore[assignment]
        if possible is not None:
            scores = Counter({code: score for code, score in scores.items() if possible(code)})
            if guests:
                scores = self._of_guests(scores)
        if not scores:
            return None
        known = {code for code in usual[0] & scores.keys() if self.evidence[code] >= _NAMED}
        for code in scores if known else ():
            scores[code] *= usual[1] if code in known else 1 / usual[1]  # type: ignore[assignment]
        if len(known) == 1 and not own:
            (only,) = known
            if scores[only] >= max(scores.values()):
                return only
        placed = self._placed(here, span) if self.voice is None else None
        (top, most), *rest = scores.most_common(2)
        if own and top == self.voice:
            return top
        if self.evidence[top] < 1.5 and top != framed and all(code != top for _, code in self.datelines):
            return (
                placed if placed in scores else None
            )  # one mention is as often where somebody went as where he is from
        if most < _SURE or rest and most < _MARGIN * rest[0][1]:
            return placed if placed in scores else None
        return top

    def _of_guests(self, scores: Counter[str]) -> Counter[str]:
        """Scores where the state that speaks has no such office: what the text says of itself tells nothing then."""
        left = sum(self.prior.get(code, 0.0) for code in scores)
        factor = min(sum(self.prior.values()) / left, _GUESTS) if left else 1.0
        more = {code: (factor - 1.0) * self.prior.get(code, 0.0) for code in scores}
        return Counter({code: score + more[code] for code, score in scores.items()})

    def _placed(self, here: int, span: tuple[int, int]) -> str | None:
        """The one country where the sentence takes place, else where the sentence before does: "in Cape Town, South
        Africa"; None where it names others besides."""
        t = self.t
        for sent in (here, here - 1):
            if sent < 0:
                return None
            low, high = t.sents[sent]
            k = bisect_left(self.firsts, low)
            named: dict[str, bool] = {}
            while k < len(self.places) and self.places[k].first < high:
                place = self.places[k]
                if not span[0] <= place.first < span[1]:
                    i = place.first - 1
                    while i > low and (
                        t.text[i] == "," or t.lower[i] == "the" or t.lower[i] in self.compass or self._at(i)
                    ):
                        i -= 1
                    inside = t.lower[i] in ("in", "near", "at", "outside")
                    named[place.iso3] = named.get(place.iso3, False) or inside
                k += 1
            if named:
                return next(iter(named)) if len(named) == 1 and all(named.values()) else None
        return None

    def _at(self, i: int) -> bool:
        k = bisect_right(self.firsts, i) - 1
        return k >= 0 and self.places[k].first <= i < self.places[k].end


def _first_person(tokens: TokenTable) -> bool:
    """ "we" and "our" outside quotation marks, more than once."""
    quoted, count = False, 0
    for word in tokens.lower:
        if word in ('"', "``", "''", "“", "”"):
            quoted = not quoted
        elif not quoted and word in ("we", "our"):
            count += 1
    return count >= 2
