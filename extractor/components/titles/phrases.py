"""Title phrases: a head from the lexicon, grown left over modifiers and right over its organization phrase."""

from __future__ import annotations

from dataclasses import replace

from extractor.components.titles.leftward import Leftward
from extractor.components.titles.phrase import ARTICLES, HYPHENS, NOUNY, POSSESSIVES, Phrase, Scene, is_union
from extractor.components.titles.rightward import Rightward
from extractor.components.titles.vocabulary import Head, TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.linking.bodies import BodyIndex, BodyLexicon, is_cap
from extractor.linking.names import NameSpan
from extractor.linking.places import PlaceIndex


class PhraseFinder:
    """Finds the title phrases of one document."""

    def __init__(
        self,
        tokens: TokenTable,
        places: PlaceIndex,
        bodies: BodyIndex,
        names: list[NameSpan],
        lex: TitleLexicon,
        body_lex: BodyLexicon,
    ) -> None:
        self.s = Scene(tokens, places, bodies, lex, body_lex, {i: n for n in names for i in range(n.first, n.end)})
        self.surnames = {
            tokens.text[i] for n in names if n.end - n.first > 1 for i in (n.end - 1, n.end - 2)[: _ends(tokens, n)]
        }
        forms = lex.of("firm_form")
        # "General Mills Inc": a firm wherever it stands.
        self.firms = {
            tokens.text[i + 1]
            for i in range(tokens.n - 2)
            if tokens.lower[i] == "general" and tokens.lower[i + 2].rstrip(".") in forms
        }
        self.left, self.right = Leftward(self.s), Rightward(self.s)

    def find(self) -> list[Phrase]:
        out: list[Phrase] = []
        presidents, crowned = self.s.lex.of("president_head"), self.s.lex.of("crowned_head")
        for first, end, head in self.s.lex.heads.matches(self.s.t.lower):
            first, end, head = self._past_body(first, end, head)
            if head.head in presidents and self._beside_executive(end):
                head = replace(head, role="business")
            if self._is_title(first, end, head):
                phrase = self._phrase(first, end, head, out[-1].end if out else 0)
                # "Cherry Blossom Princess", "beauty queen": of no country
                if not (head.head in crowned and phrase.compound_words and phrase.head_first > phrase.first):
                    out.append(phrase)
        return _without_nested(out)

    def _beside_executive(self, end: int) -> bool:
        """ "president | and chief executive": of a firm or society, not of a state."""
        joined = end + 1 < self.s.t.n and self.s.t.lower[end] in ("and", "&", "/")
        found = self.s.lex.heads.match_at(self.s.t.lower, end + 1) if joined else None
        return found is not None and found[1].head.startswith(tuple(self.s.lex.of("executive_start")))

    def _past_body(self, first: int, end: int, head: Head) -> tuple[int, int, Head]:
        """Cut a body's words off a composed head: "National Congress | President", "Security Council | members"."""
        for i in range(first, end - 1):
            body, place = self.s.bodies.at(i), self.s.places.at(i)
            stop = body.end if body is not None else place.end if place is not None and is_union(place) else first
            start = body.first if body is not None else i
            whole = body is not None and start == first and body.source != "lexicon" and not head.generic
            if first < stop < end and (start < first or stop - start > 1) and not whole:
                if head.role == "spokesperson" and (body is None or body.source != "lexicon"):
                    continue  # "White House | Press Secretary"
                shorter = self.s.lex.heads.match_at(self.s.t.lower, stop)
                if shorter is not None and shorter[0] == end:
                    return stop, end, shorter[1]
        lead = self.s.places.at(first)
        if lead is not None and lead.first < first and first < lead.end < end:
            shorter = self.s.lex.heads.match_at(self.s.t.lower, lead.end)
            if shorter is not None and shorter[0] == end:
                return lead.end, end, shorter[1]  # "Rhode Island | governor"
        body = self.s.bodies.at(end - 1)
        if body is not None and first < body.first and body.end > end and body.source != "model":
            # "member of the | Senate Appropriations Committee"
            shorter = self.s.lex.heads.match_at(self.s.t.lower[first : body.first], 0)
            if shorter is not None:
                return first, first + shorter[0], shorter[1]
        return first, end, head

    def _is_title(self, first: int, end: int, head: Head) -> bool:
        t = self.s.t
        last = end - 1
        if head.capital and not t.text[first][:1].isupper():
            return False
        if self._in_place_name(first, end, head) or self._is_other_sense(first, end, head):
            return False
        person = self.s.person_at.get(first)
        if self._is_surname(first, end):
            return False  # "King" beside Martin Luther King
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
        if self._in_association(end) or self._is_slogan(first, end):
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
            end < t.n
            and not head.plural
            and (head.generic or t.tag[end] == "NN" and t.text[end].islower() and not self._is_act(end))
            and (t.lower[end],) not in self.s.lex.incumbency
            and t.dep[last] == "compound"
            and t.head[last] > last
            and t.tag[end] in ("NN", "NNS")
            and end not in self.s.person_at
        ):
            return False  # "member states", "candidate companies"
        if (
            end < t.n
            and t.text[end] in HYPHENS
            and not t.space[last]
            and t.lower[min(end + 1, t.n - 1)] not in {"in", *self.s.lex.of("behind_title")}
        ):
            return False  # "leader-level", "minister-only"
        if self._names_office(first, end):
            return False
        # "Office of the Spokesperson" is a body, unless its holder is named.
        left = first - 1 if first and t.lower[first - 1] in ARTICLES else first
        in_office = left > 1 and t.lower[left - 1] == "of" and t.lower[left - 2] in self.s.lex.made_of
        return not in_office or end in self.s.person_at

    def _is_act(self, i: int) -> bool:
        """ "Foreign Secretary statement on …": what a holder says or does."""
        return self.s.t.lower[i] in self.s.lex.of("holder_act")

    def _names_office(self, first: int, end: int) -> bool:
        """ "the attorney general office": the body, as with a possessive."""
        t = self.s.t
        office = end < t.n and t.lower[end] == "office" and t.lower[end + 1 : end + 2] not in (["-"], ["manager"])
        return office and first > 0 and t.lower[first - 1] in ("the", "'s")

    def _in_place_name(self, first: int, end: int, head: Head) -> bool:
        """ "Prince George's County", "Imam Khomeini International Airport", "the Premier League"."""
        t = self.s.t
        if not is_cap(t, first) or head.head.endswith("."):
            return False
        _, high = t.sentence(first)
        i = end
        while i < min(high, end + 5) and (is_cap(t, i) or t.lower[i] in POSSESSIVES):
            if t.lower[i] == "day" and i == end + 1 and t.lower[end] in POSSESSIVES:
                return True  # "Governor's Day"
            if t.lower[i] in self.s.lex.facilities and is_cap(t, i) and t.text[i].isalpha():
                # "Senator Park said", "Judge Street": a surname, where only the title stands before it.
                return i > end or head.head in self.s.lex.of("head_in_place_name")
            i += 1
        return False

    def _is_surname(self, first: int, end: int) -> bool:
        """A bare title word in capitals that ends somebody's name elsewhere in the article."""
        t = self.s.t
        if end - first > 1 or t.text[first] not in self.surnames or first and t.lower[first - 1] in ARTICLES:
            return False
        return end not in self.s.person_at and self.s.places.at(max(first - 1, 0)) is None

    def _in_association(self, end: int) -> bool:
        """ "National Governors' Association": the title is part of a body's name."""
        t = self.s.t
        if end + 1 >= t.n or t.lower[end] not in POSSESSIVES or not is_cap(t, end + 1) or not is_cap(t, end - 1):
            return False
        return t.lower[end + 1] in self.s.lex.of("association")

    def _is_slogan(self, first: int, end: int) -> bool:
        """ "Image: Ann Clark for President.": a campaign."""
        t = self.s.t
        name = self.s.person_at.get(first - 2) if first > 1 and t.lower[first - 1] == "for" else None
        if name is None or not is_cap(t, first) or end < t.n and t.text[end].isalnum():
            return False
        return name.first == t.sentence(first)[0] or t.text[name.first - 1] in (":", '"', "“")

    def _is_other_sense(self, first: int, end: int, head: Head) -> bool:
        """A word that is also something else: Dean and King as names, justice as a virtue, major as a subject."""
        t = self.s.t
        if end - first > 1:
            return False
        before = t.lower[first - 1] if first else ""
        if (before, head.head) in self.s.lex.other_senses:
            return True
        if head.head == "lama" and before not in (*ARTICLES, "dalai", "panchen") and end in self.s.person_at:
            return True  # a given name
        if head.head == "incumbent" and self.s.lex.heads.match_at(t.lower, end) is not None:
            return True
        if head.head in ("judge", "captain") and not is_cap(t, first) and t.lower[end : end + 1] == ["of"]:
            behind, crews = t.lower[end + 1 : end + 6], self.s.lex.of("crew")
            if not any(is_cap(t, i) for i in range(end, min(end + 4, t.n))) or not crews.isdisjoint(behind):
                return True  # "a judge of people", "captain of the football team"
        lone = not is_cap(t, first) and end not in self.s.person_at
        if head.head == "captain" and lone and before not in self.s.lex.of("service_word"):
            return self.s.bodies.at(first - 1) is None  # of a team
        if head.head == "ambassador" and not is_cap(t, first) and t.lower[end : end + 1] == ["of"]:
            return not any(is_cap(t, i) for i in range(end, min(end + 3, t.n)))  # "ambassadors of democracy"
        # Titles that are family or given names as often, and what stands before a name but not before a title.
        surname = head.head in self.s.lex.of("namelike_head") and before in self.s.lex.of("polite_before_name")
        if surname and not (before in ("mr", "mr.") and head.head == "justice"):
            return True  # "Dr King"
        if head.head == "justice" and not head.plural:
            virtue = before in self.s.lex.of("kind_of_justice")
            if (before,) in self.s.lex.portfolios and before not in ("presiding",) or virtue:
                return True
            named = end in self.s.person_at or is_cap(t, first) and end < t.n and is_cap(t, end)
            return not named and before not in {*ARTICLES, "his", "her", *self.s.lex.of("before_justice")}
        if head.head == "general" and end < t.n and t.text[end] in self.firms:
            return True
        if head.head == "general" and not head.plural and is_cap(t, first) and end not in self.s.person_at:
            # "RKO General said"
            firm = first > 0 and is_cap(t, first - 1) and t.text[first - 1][:1].isalpha()
            if firm and self.s.places.at(first - 1) is None and before not in (*ARTICLES, *self.s.lex.ranks):
                return (before,) not in self.s.lex.incumbency and before not in self.s.lex.of("service_word")
        if head.head == "major" and lone:
            return True
        if head.head in ("king", "queen") and head.plural and is_cap(t, first) and before not in ARTICLES:
            return True  # "Queens" the borough, "No Kings"
        if head.head == "dean" and end < t.n and is_cap(t, end):
            name = self.s.person_at.get(end)
            return name is not None and before != "the" and (name.first == first or name.end - name.first == 1)
        return False

    def _hyphen_modifier(self, first: int) -> bool:
        """Whether the hyphen before `first` ties a word of rank or incumbency: "then-", "vice-", "co-"."""
        word = self.s.t.lower[first - 2] if first > 1 else ""
        lex = self.s.lex
        return (word,) in lex.incumbency or word in lex.ranks or word in lex.of("hyphened_rank")

    def _phrase(self, first: int, end: int, head: Head, after: int) -> Phrase:
        p = Phrase(head, first, end, first, end, first, first)
        self.left.grow(p, after)
        self.right.grow(p)
        return p


def _ends(t: TokenTable, name: NameSpan) -> int:
    """How many of a name's last words may be its family name: one, two before "Jr."."""
    return 2 if t.text[name.end - 1].rstrip(".") in ("Jr", "Sr", "II", "III") else 1


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
