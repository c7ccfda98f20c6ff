"""Titles without a name: "the minister", "the Saudi leader", "he was appointed …", tied to their holders."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable

from extractor.components.officials.antecedents import Antecedents, loose_nouns
from extractor.components.officials.constraints import addressed
from extractor.components.officials.holders import official_of
from extractor.components.officials.leads import holders_ahead
from extractor.components.records import OfficialRecord, TitleLinks, TitleRecord
from extractor.components.titles.vocabulary import title_lexicon
from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon
from extractor.linking.names import NameSpan
from extractor.linking.persons import Person
from extractor.linking.places import PlaceIndex

# Titles before and after a reference that are looked at.
_NEAR = 150
# Sentences that a pronoun reaches back over others with the same pronoun.
_PRONOUN_REACH = 5


_DEPUTY = {
    "head_of_state": "deputy_head", "head_of_government": "deputy_head", "minister": "deputy_minister",
    "director_general": "deputy_director_general", "ambassador": "ambassador", "spokesperson": "spokesperson",
    "security": "security", "military": "military", "subnational": "subnational", "legislator": "legislator",
}  # fmt: skip


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
        self.loose, self.lexicon, self.lex = lexicon.compiled(loose_nouns), lexicon, title_lexicon(lexicon)
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
                self.officials[person] = official_of(self.t, person)
            title.official = self.officials[person]
            title.confidence = 0.7
            self.held.setdefault(person, []).append(title)

    def link_ahead(self) -> None:
        """Tie titles to holders whom the next sentence names."""
        for title, person in holders_ahead(self.t, self.titles, self.owner, set(self.officials), self.lex.of("polite")):
            self.officials[person] = official_of(self.t, person)
            title.official, title.basis, title.rule = self.officials[person], "coreference", "title-ahead"
            title.confidence = 0.7
            title.start = self.t.start[title.links.first] if title.links else title.start
            self.held.setdefault(person, []).append(title)

    def _addressee(self, title: TitleRecord, placed: list[TitleRecord]) -> TitleRecord | None:
        """ "Mr. President, do you …": the one that the text names; on the floor of a senate it is who presides."""
        links = title.links
        if links is None or not addressed(self.t, title, self.lex):
            return None
        nouns = {(t.links.noun, id(t.official)): t for t in placed if t.links and t.incumbency == "current"}
        alike = [t for (noun, _), t in nouns.items() if noun == links.noun]
        return alike[0] if len(alike) == 1 and not any(noun == "senator" for noun, _ in nouns) else None

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
        relative = self.lex.of("relative")
        for k, title in enumerate(self.titles):
            links = title.links
            if links is None or links.noun not in relative or not links.definite or not k:
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
        antecedents = Antecedents(self.t, self.places, self.published, self.lexicon, home)
        placed = sorted((t for t in self.titles if t.official is not None), key=lambda t: t.start)
        for title in self.titles:
            links = title.links
            if title.official is not None or links is None or links.plural or links.indefinite:
                continue
            spoken_to = self._addressee(title, placed)
            if links.noun in ("official", "member") or not (links.definite or title.country or spoken_to):
                continue
            if links.left and self.t.lower[links.left - 1] == "as" and not links.definite:
                continue  # "to serve as Vice President of the United States" means the office, not its holder
            if self.t.lower[links.end : links.end + 1] in (["who"], ["that"], ["whose"]) and not title.country:
                continue  # "the candidate who wins": told by the clause
            antecedent = spoken_to or antecedents.of(title, placed)
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
