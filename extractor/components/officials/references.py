"""Titles without a name: "the minister", "the Saudi leader", "he was appointed …", tied to their holders."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable

from extractor.components.records import OfficialRecord, TitleLinks, TitleRecord
from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon
from extractor.linking.leaders import holds_top_office
from extractor.linking.names import NameSpan
from extractor.linking.offices import may_have
from extractor.linking.persons import Person
from extractor.linking.places import PlaceIndex

# Titles before and after a reference that are looked at.
_NEAR = 150
# Sentences that a pronoun reaches back over others with the same pronoun.
_PRONOUN_REACH = 5
_POSTED = frozenset({"ambassador", "envoy"})
_LEADERS = frozenset({"head_of_state", "head_of_government"})
# "The president" is not the vice president; "the minister" may be a deputy minister.
_DEPUTIES = frozenset({"vice", "deputy", "assistant", "under", "associate"})
# Whose holder is no longer, or not any more at the time told, the one that the bare title means.
_GONE = frozenset({"former", "then", "late"})


def _loose(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Nouns that refer to holders of several roles: "the diplomat" to an ambassador or an envoy."""
    return {r["noun"]: frozenset(r["roles"].split(";")) for r in lexicon.rows("title_references")}


_DEPUTY = {
    "head_of_state": "deputy_head", "head_of_government": "deputy_head", "minister": "deputy_minister",
    "director_general": "deputy_director_general", "ambassador": "ambassador", "spokesperson": "spokesperson",
    "security": "security", "military": "military", "subnational": "subnational", "legislator": "legislator",
}  # fmt: skip


# Nouns that stand for an office by its relation to another's holder.
_RELATIVE = frozenset({"deputy", "counterpart", "successor", "predecessor"})


class ReferenceLinker:
    """Resolves the unnamed titles of one document, in text order."""

    def __init__(
        self,
        tokens: TokenTable,
        places: PlaceIndex,
        titles: list[TitleRecord],
        officials: dict[Person, OfficialRecord],
        held: dict[Person, list[TitleRecord]],
        owner: dict[NameSpan, Person],
        published: str | None,
        lexicon: Lexicon,
    ) -> None:
        self.published = published
        self.loose, self.lexicon = lexicon.compiled(_loose), lexicon
        self.by_first = {n.first: n for n in owner}
        self.t, self.places, self.titles, self.officials, self.held, self.owner = (
            tokens,
            places,
            titles,
            officials,
            held,
            owner,
        )

    def link_pronouns(self) -> None:
        """ "He was appointed minister": the subject is the nearest person before it in this or the last sentence."""
        for title in self.titles:
            links = title.links
            if links is None or links.pronoun is None or title.official is not None:
                continue
            person = self._before(links.pronoun)
            if person is None:
                continue
            if person not in self.officials:
                from extractor.components.officials.component import _official

                self.officials[person] = _official(self.t, person)
            title.official = self.officials[person]
            title.confidence = 0.7
            self.held.setdefault(person, []).append(title)

    def _before(self, token: int) -> Person | None:
        sent = self.t.sent[token]
        near: list[NameSpan] = []
        for back in range(max(sent - 1, 0), max(sent - _PRONOUN_REACH, -1), -1):
            first = self.t.sents[max(back, 0)][0]
            near = [n for i in range(first, token) if (n := self.by_first.get(i)) is not None]
            # On goes who was "he" before: "He was born in 1960. He served as …"
            if near or back > 0 and self.t.lower[token] not in self.t.lower[first : self.t.sents[back][1]]:
                break
        if not near:
            ahead = [n for i in range(token, self.t.sents[sent][1]) if (n := self.by_first.get(i)) is not None]
            subjects = [n for n in ahead if any(self.t.dep[i].startswith("nsubj") for i in range(n.first, n.end))]
            # "During her term as mayor, NAME …"
            return self.owner[subjects[0]] if subjects and self.t.tag[token] == "PRP$" else None
        own = [n for n in near if self.t.sent[n.first] == sent]
        if self.t.tag[token] == "PRP$" and own:
            return self.owner[own[-1]]  # "thanked NAME for his work as chairman"
        subjects = [n for n in near if any(self.t.dep[i].startswith("nsubj") for i in range(n.first, n.end))]
        chosen = max(subjects or near, key=lambda n: n.first)
        people = {self.owner[n] for n in near if self.t.sent[n.first] == self.t.sent[chosen.first]}
        return self.owner[chosen] if len(people) == 1 or subjects else None

    def without_vague(self) -> list[TitleRecord]:
        """The titles less those whose verb tied them to nobody."""
        for title in self.titles:
            if title.links is not None and title.links.pronoun is not None and title.official is None:
                title.basis = "unattached"
        return self.titles

    def relate(self) -> None:
        """ "his deputy", "her counterpart", "his successor": role and, but for counterparts, country follow from the
        title before, in this or the last sentence."""
        for k, title in enumerate(self.titles):
            links = title.links
            if links is None or links.noun not in _RELATIVE or not links.definite or not k:
                continue
            before = self._related(k)
            if before is None:
                continue
            title.role = _DEPUTY.get(before.role, title.role) if links.noun == "deputy" else before.role
            if links.possessor_pronoun is not None and links.noun != "counterpart" and title.country is None:
                title.country, title.country_basis = before.country, before.country_basis
                title.portfolio = title.portfolio or before.portfolio
                links.specific |= links.noun == "deputy" and not links.plural

    def _related(self, k: int) -> TitleRecord | None:
        """Whose deputy it is: the nearest before in the sentence, else the first with a name in the sentence before."""
        here = self.t.sent[self.titles[k].links.first]  # type: ignore[union-attr]
        near: list[TitleRecord] = []
        for title in reversed(self.titles[max(0, k - _NEAR) : k]):
            sent = self.t.sent[title.links.first] if title.links else here
            if sent < here - 1:
                break
            if sent == here:
                return title
            near.append(title)
        named = [t for t in near if t.official is not None]
        return named[-1] if named else near[0] if near else None

    def link_references(self, home: Callable[[], str | None]) -> None:
        """Tie each definite title-only phrase to the official it means, if there is exactly one reading nearby.

        home: tells the country that the article speaks for or is most about, asked at most once.
        """
        self._home: list[str | None] = []
        self._ask_home = home
        placed = sorted((t for t in self.titles if t.official is not None), key=lambda t: t.start)
        for title in self.titles:
            links = title.links
            if title.official is not None or links is None or links.plural or links.indefinite:
                continue
            if links.noun in ("official", "member") or not (links.definite or title.country):
                continue
            if links.left and self.t.lower[links.left - 1] == "as" and not links.definite:
                continue  # "to serve as Vice President of the United States" means the office, not its holder
            antecedent = self._antecedent(title, placed)
            if antecedent is None:
                continue
            title.official, title.basis, title.rule = antecedent.official, "coreference", "title-coreference"
            title.confidence = 0.8
            title.start = self.t.start[links.first]  # the country adjective is inside only where nobody is named
            if links.noun in self.loose or title.role in ("official", "other"):
                title.role = antecedent.role
            title.country = title.country or antecedent.country
            title.country_basis = title.country_basis or antecedent.country_basis
            if title.incumbency == "current" and antecedent.incumbency == "incoming":
                title.incumbency = antecedent.incumbency
            insort(placed, title, key=lambda t: t.start)

    def _antecedent(self, title: TitleRecord, placed: list[TitleRecord]) -> TitleRecord | None:
        # The nearest are enough; an article with more is a list.
        at = bisect_left(placed, title.start, key=lambda t: t.start)
        fits = [t for t in placed[max(0, at - _NEAR) : at + _NEAR] if self._fits(title, t)]
        if fits and self._institutional(title):
            fits = [t for t in fits if self._of_own(t)]
        before = [t for t in fits if t.start < title.start]
        if before:
            return max(before, key=self._salience(title))
        if title.country and not title.links.generic:  # type: ignore[union-attr]
            after = [t for t in fits if t.country == title.country and t.incumbency != "former"]
            holders = {id(t.official) for t in after}
            if len(holders) == 1:
                return after[0]
        return None

    def _institutional(self, title: TitleRecord) -> bool:
        """ "the President", in capitals within a sentence: officialese for the own one, whoever else is a president."""
        links, t = title.links, self.t
        return (
            links is not None
            and title.role in _LEADERS
            and title.country is None
            and links.first > 0
            and t.lower[links.first - 1] == "the"
            and t.text[links.first][:1].isupper()
            # "THE PRESIDENT:" in transcripts
            and (not t.text[links.first].isupper() or t.text[links.end : links.end + 1] == [":"])
        )

    def _of_own(self, other: TitleRecord) -> bool:
        """Whether the holder may be the own country's; where the own one has no such office anybody may."""
        own = self._own_country()
        if own is None or not may_have(own, other.role, other.links.noun if other.links else "", self.lexicon):
            return True
        country, official = self._country(other), other.official
        if country is None and official is not None:
            return holds_top_office(official.name, own, self.published, self.lexicon) is not False
        return country == own

    def _own_country(self) -> str | None:
        if not self._home:
            self._home.append(self._ask_home())
        return self._home[0]

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
        if other.incumbency in _GONE and title.incumbency == "current":
            return False
        if title.role in _POSTED and (title.portfolio not in (None, other.portfolio) or not self._alike(a, b)):
            return False  # "the ambassador to Chad" is not the one to Mali
        if a.noun != b.noun and not other.portfolio and (title.portfolio or self._has_tail(title)):
            return False  # "the minister of unification" is not Secretary NAME
        if title.country and country is None and not may_have(title.country, other.role, b.noun, self.lexicon):
            return False
        words, theirs = {*a.core, *a.noun.split()}, {*b.core, *b.noun.split()}
        if theirs & _DEPUTIES and not words & _DEPUTIES and a.noun != "minister":
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

    @staticmethod
    def _bare(links: TitleLinks) -> bool:
        """ "officials" with nothing before or behind."""
        alone = links.end - links.first == 1 and links.left == links.first
        return links.noun == "official" and links.plural and links.holder is None and alone

    def without_bare(self) -> list[TitleRecord]:
        """The titles less bare repeats ("the officials said"), vague words that name nobody, and a rank before a name
        whose post follows in apposition ("Gen. NAME, chairman of …")."""
        first = next((t for t in self.titles if t.links and t.links.noun == "official"), None)
        posts = {t.links.holder for t in self.titles if t.links and t.links.holder and t.basis == "apposition"}
        return [
            t
            for t in self.titles
            if t.links is None
            or (t.official is not None or t.links.specific)
            and not (t is not first and self._bare(t.links))
            and not (t.role == "military" and t.basis == "prenominal" and t.links.holder in posts)
        ]
