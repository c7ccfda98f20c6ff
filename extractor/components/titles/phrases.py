"""Title phrases: a head from the lexicon, grown left over modifiers and right over its organization phrase."""

from __future__ import annotations

from extractor.components.titles.leftward import Leftward
from extractor.components.titles.phrase import ARTICLES, HYPHENS, NOUNY, Phrase, Scene, is_union
from extractor.components.titles.rightward import Rightward
from extractor.components.titles.vocabulary import Head, TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.linking.bodies import BodyIndex
from extractor.linking.names import NameSpan
from extractor.linking.places import PlaceIndex


class PhraseFinder:
    """Finds the title phrases of one document."""

    def __init__(
        self, tokens: TokenTable, places: PlaceIndex, bodies: BodyIndex, names: list[NameSpan], lex: TitleLexicon
    ) -> None:
        self.s = Scene(tokens, places, bodies, lex, {i: n for n in names for i in range(n.first, n.end)})
        self.left, self.right = Leftward(self.s), Rightward(self.s)

    def find(self) -> list[Phrase]:
        out: list[Phrase] = []
        for first, end, head in self.s.lex.heads.matches(self.s.t.lower):
            first, end, head = self._past_body(first, end, head)
            if self._is_title(first, end, head):
                phrase = self._phrase(first, end, head)
                out.append(phrase)
        return _without_nested(out)

    def _past_body(self, first: int, end: int, head: Head) -> tuple[int, int, Head]:
        """Cut a body's words off a composed head: "National Congress | President", "Security Council | members"."""
        for i in range(first, end - 1):
            body, place = self.s.bodies.at(i), self.s.places.at(i)
            stop = body.end if body is not None else place.end if place is not None and is_union(place) else first
            start = body.first if body is not None else i
            if first < stop < end and (start < first or stop - start > 1):
                shorter = self.s.lex.heads.match_at(self.s.t.lower, stop)
                if shorter is not None and shorter[0] == end:
                    return stop, end, shorter[1]
        return first, end, head

    def _is_title(self, first: int, end: int, head: Head) -> bool:
        t = self.s.t
        last = end - 1
        if head.capital and not t.text[first][:1].isupper():
            return False
        person = self.s.person_at.get(first)
        if person is not None and person.first < first and t.lower[first - 1] not in self.s.lex.ranks:
            return False  # "Martin Luther King"
        if (
            person is not None
            and first == person.first
            and end >= person.end
            and end - first == 1
            and not _stands_alone(t, end)
            and not (first and t.lower[first - 1] in ARTICLES)
        ):
            # The model calls the title a name ("Queen said"): fine when capitalised and definite, else a surname.
            return head.role in ("head_of_state",) and not head.generic
        body = self.s.bodies.at(first)
        if body is not None and body.source != "model" and body.first < first and last < body.end - 1:
            return False  # inside "Council of Foreign Ministers of …"
        if body is not None and body.source == "lexicon" and last < body.end:
            return False
        adjective = end - first == 1 and t.pos[first] not in NOUNY and end not in self.s.person_at
        if adjective and not head.head.endswith(".") and (head.generic or end < t.n and t.pos[end] in ("NOUN", "ADJ")):
            return False  # "the general election"; but "premier of Tasmania", which taggers take for one, too
        if end - first == 1 and t.pos[first] == "VERB":
            return False
        if first and t.lower[first - 1] in self.s.lex.namesakes:
            return False  # "the frigate Admiral Kasatonov"
        if first and t.text[first - 1] in HYPHENS and not t.space[first - 1] and not self._hyphen_modifier(first):
            return False  # "Port-au-Prince"
        if (
            head.generic
            and not head.plural
            and t.dep[last] == "compound"
            and end < t.n
            and t.head[last] > last
            and t.tag[end] in ("NN", "NNS")
            and end not in self.s.person_at
        ):
            return False  # "member states", "candidate companies"
        if (
            end < t.n
            and t.text[end] in HYPHENS
            and not t.space[last]
            and t.lower[min(end + 1, t.n - 1)]
            not in (
                "elect",
                "designate",
                "in",
            )
        ):
            return False  # "leader-level", "minister-only"
        # "Office of the Spokesperson" is a body, unless its holder is named.
        left = first - 1 if first and t.lower[first - 1] in ARTICLES else first
        in_office = left > 1 and t.lower[left - 1] == "of" and t.lower[left - 2] in self.s.lex.made_of
        return not in_office or end in self.s.person_at

    def _hyphen_modifier(self, first: int) -> bool:
        """Whether the hyphen before `first` ties a word of rank or incumbency: "then-", "vice-", "co-"."""
        word = self.s.t.lower[first - 2] if first > 1 else ""
        return (
            (word,) in self.s.lex.incumbency or word in self.s.lex.ranks or word in ("ranking", "then", "major", "co")
        )

    def _phrase(self, first: int, end: int, head: Head) -> Phrase:
        p = Phrase(head, first, end, first, end, first, first)
        self.left.grow(p)
        self.right.grow(p)
        return p


def _stands_alone(t: TokenTable, end: int) -> bool:
    return end < t.n and t.text[end][:1].isupper()


def _without_nested(phrases: list[Phrase]) -> list[Phrase]:
    """Phrases in text order; one that lies in another's organization phrase goes."""
    out: list[Phrase] = []
    for p in phrases:
        if out and p.head_first < out[-1].end:
            continue
        if out and p.first < out[-1].end:
            p.first = max(p.first, min(out[-1].end, p.head_first))
            p.core_first = max(p.core_first, p.first)
        out.append(p)
    return out
