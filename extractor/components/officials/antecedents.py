"""Which official a title without a name means: the titles before and after it that fit."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from functools import cached_property

from extractor.components.records import TitleLinks, TitleRecord
from extractor.components.titles.vocabulary import title_lexicon
from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon
from extractor.linking.leaders import holds_top_office
from extractor.linking.offices import may_have
from extractor.linking.places import PlaceIndex

# Titles before and after a reference that are looked at.
_NEAR = 150
_POSTED = frozenset({"ambassador", "envoy"})
_LEADERS = frozenset({"head_of_state", "head_of_government"})
# Whose holder is no longer, or not any more at the time told, the one that the bare title means.
_GONE = frozenset({"former", "then", "late"})


def loose_nouns(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Nouns that refer to holders of several roles: "the diplomat" to an ambassador or an envoy."""
    return {r["noun"]: frozenset(r["roles"].split(";")) for r in lexicon.rows("title_references")}


class Antecedents:
    """Of one document. home: tells the country that the article speaks for or is most about, asked at most once."""

    def __init__(
        self,
        tokens: TokenTable,
        places: PlaceIndex,
        published: str | None,
        lexicon: Lexicon,
        home: Callable[[], str | None],
    ) -> None:
        self.t, self.places, self.published, self.lexicon = tokens, places, published, lexicon
        self.loose = lexicon.compiled(loose_nouns)
        # "The president" is not the vice president; "the minister" may be a deputy minister.
        self.ranks = title_lexicon(lexicon).of("rank_of_another")
        self._ask_home = home

    def of(self, title: TitleRecord, placed: list[TitleRecord]) -> TitleRecord | None:
        # The nearest are enough; an article with more is a list.
        at = bisect_left(placed, title.start, key=lambda t: t.start)
        fits = [t for t in placed[max(0, at - _NEAR) : at + _NEAR] if self._fits(title, t)]
        if fits and self._institutional(title):
            fits = [t for t in fits if self._of_own(t)]
        before = [t for t in fits if t.start < title.start]
        if before:
            return max(before, key=self._salience(title))
        if not title.links.generic and (title.country or self._named_later(title)):  # type: ignore[union-attr]
            own = title.country or self._own_country
            after = [t for t in fits if t.country in (own, title.country) and t.incumbency != "former"]
            if title.country is None:
                after = [t for t in after if t.links and title.links and t.links.noun == title.links.noun]
            holders = {id(t.official) for t in after}
            if len(holders) == 1:
                return after[0]
        return self._told_next(title, placed[at : at + _NEAR])

    def _told_next(self, title: TitleRecord, after: list[TitleRecord]) -> TitleRecord | None:
        """ "South Korea's ambassador to China said … Ambassador NAME added": the same bare title with a name, in the
        next sentences."""
        links = title.links
        if links is None or title.role not in _POSTED or not title.country:
            return None
        for other in after:
            theirs = other.links
            if theirs is None or self.t.sent[theirs.first] > self.t.sent[links.first] + 3:
                return None
            if theirs.noun == links.noun and other.basis == "prenominal":
                bare = other.portfolio is None and other.organization is None
                return other if bare and self._country(other) in (None, title.country) else None
        return None

    @staticmethod
    def _named_later(title: TitleRecord) -> bool:
        """ "The Foreign Secretary met …", whose name comes in the next sentences: an office with one holder."""
        links = title.links
        return links is not None and links.definite and (title.role in _LEADERS or bool(title.portfolio))

    def _institutional(self, title: TitleRecord) -> bool:
        """ "the President", in capitals within a sentence: officialese for the own one, whoever else is a president."""
        links, t = title.links, self.t
        return (
            links is not None
            and title.role in _LEADERS
            and title.country is None
            and title.incumbency == "current"
            and links.first > 0
            and t.lower[links.first - 1] == "the"
            and t.text[links.first][:1].isupper()
            # "THE PRESIDENT:" in transcripts
            and (not t.text[links.first].isupper() or t.text[links.end : links.end + 1] == [":"])
        )

    def _of_own(self, other: TitleRecord) -> bool:
        """Whether the holder may be the own country's; where the own one has no such office anybody may."""
        own = self._own_country
        if other.role not in _LEADERS and own is not None:
            return False  # a president of a firm or council
        if own is None or not may_have(own, other.role, other.links.noun if other.links else "", self.lexicon):
            return True
        country, official = self._country(other), other.official
        if country is None and official is not None:
            return holds_top_office(official.name, own, self.published, self.lexicon) is not False
        return country == own

    @cached_property
    def _own_country(self) -> str | None:
        return self._ask_home()

    @staticmethod
    def _country(title: TitleRecord) -> str | None:
        return title.country or (title.official.country if title.official else None)

    def _salience(self, title: TitleRecord) -> Callable[[TitleRecord], tuple[int, bool, int]]:
        """Of the last mention before `title`: its sentence, whether it is a subject there, its place."""

        def last(t: TitleRecord) -> tuple[int, bool, int]:
            start = t.start
            if t.official is not None:
                k = bisect_left(t.official.mentions, title.start, key=lambda m: m.start)
                start = max(start, t.official.mentions[k - 1].start) if k else start
            token = max(bisect_right(self.t.start, start) - 1, 0)
            _, high = self.t.sentence(token)
            subject = any(self.t.dep[i].startswith("nsubj") for i in range(token, min(token + 6, high)))
            return self.t.sent[token], subject and self.t.sent[token] < self.t.sent[title.links.first], start  # type: ignore[union-attr]

        return last

    def _fits(self, title: TitleRecord, other: TitleRecord) -> bool:
        """Whether the phrase `title` may mean the holder of `other`."""
        a, b = title.links, other.links
        if a is None or b is None:
            return False
        official = other.official
        country = other.country or (official.country if official else None)
        if title.country and country and title.country != country:
            return False
        of_body = title.organization and title.country is None and title.role in (*_POSTED, "intergovernmental")
        if of_body and country and other.organization != title.organization:
            return False  # "the UN Special Envoy" is not the American one
        of_place = title.role == "subnational" and title.country_basis == "explicit"
        if of_place and not self._same_place(a, b, other.country_basis == "explicit"):
            return False  # "the Pennsylvania governor" is not of Sumy
        if title.incumbency == "former" and other.incumbency != "former":
            return False
        if title.incumbency == "incoming" and other.incumbency != "incoming":
            return False  # "the President-elect"
        if other.incumbency in _GONE and title.incumbency == "current":
            return False
        if title.role in _POSTED and (title.portfolio not in (None, other.portfolio) or not self._alike(a, b)):
            return False  # "the ambassador to Chad" is not the one to Mali
        if a.noun != b.noun and not other.portfolio and (title.portfolio or self._has_tail(title)):
            return False  # "the minister of unification" is not Secretary NAME
        if title.country and country is None and not may_have(title.country, other.role, b.noun, self.lexicon):
            return False
        words, theirs = {*a.core, *a.noun.split()}, {*b.core, *b.noun.split()}
        if theirs & self.ranks and not words & self.ranks and a.noun != "minister":
            return False
        if a.noun == b.noun or a.noun in b.noun.split()[-1:]:
            return {*a.core, *a.noun.split()} <= theirs or a.noun == b.noun and not (set(a.core) - theirs)
        if b.noun in ("leader", "ruler") and title.role == other.role and not a.core:
            return True
        if a.noun in self.loose:
            if other.role not in self.loose[a.noun] or set(a.core) - theirs:
                return False
            return bool(title.country) or a.noun != "leader" or other.role in _LEADERS
        return words <= theirs

    def _alike(self, a: TitleLinks, b: TitleLinks) -> bool:
        """Whether two titles name the same countries."""
        mine = {p.iso3 for p in self.places.within(a.first, a.end)}
        return mine == {p.iso3 for p in self.places.within(b.first, b.end)} or not mine

    def _same_place(self, a: TitleLinks, b: TitleLinks, stated: bool) -> bool:
        """Whether two titles may be of one place: one names the other's, or names none though its country is stated."""
        mine, theirs = (
            {" ".join(self.t.lower[p.first : p.end]) for p in self.places.within(x.left, x.end)} for x in (a, b)
        )
        return not mine or bool(mine & theirs) or not theirs and stated

    def _has_tail(self, title: TitleRecord) -> bool:
        """Whether "of" and more than a country follow the noun within the title."""
        links, t = title.links, self.t
        assert links is not None
        at = next((i for i in range(links.first, links.end - 1) if t.lower[i] == "of"), None)
        return at is not None and not self.places.within(at + 1, links.end)
