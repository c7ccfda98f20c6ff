"""What the words before a title head are: rank and incumbency, parts of compounds, regions."""

from __future__ import annotations

import calendar
import re

from extractor.components.titles.phrase import ARTICLES, HYPHENS, Phrase, Scene, is_union
from extractor.linking.bodies import Body, is_cap
from extractor.linking.places import Place

_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_DAYS = frozenset(day.lower() for day in calendar.day_name)


class WordsBefore:
    """Tests of the words of one document, looking left."""

    def __init__(self, scene: Scene) -> None:
        self.s = scene

    def _is_region(self, place: Place, low: int) -> bool:
        """ "Central American presidents", "an ethnic Albanian leader": the word is no country there."""
        t = self.s.t
        before = t.lower[place.first - 1] if place.first > low else ""
        if before in HYPHENS and not t.space[place.first - 1] and t.lower[place.first - 2] in ("pro", "anti"):
            return True
        return place.kind == "demonym" and before in self.s.lex.regions

    def _part_of_world(self, i: int, low: int) -> int | None:
        """ "deputy | Middle East director": first token of the part of the world before token `i`."""
        ent = self.s.t.ent_at.get(i - 1)
        if ent is None or ent[2] != "LOC" or ent[0] <= low or i - 1 in self.s.person_at:
            return None
        behind = self.s.t.ent_at.get(i)
        return None if behind is not None and behind[0] == ent[0] or self.s.places.at(i - 1) is not None else ent[0]

    def _of_person(self, i: int, low: int) -> Body | None:
        """ "a | Mora campaign spokesman": the body at token `i` that goes by the one name before it."""
        bodies = self.s.lex.personal_bodies
        name = self.s.person_at.get(i - 1) if i - 1 > low and self.s.t.lower[i] in bodies else None
        if name is None or name.end != i or name.end - name.first != 1:
            return None
        return Body(name.first, i + 1, bodies[self.s.t.lower[i]], None, "grammar")

    def _joins_fields(self, i: int, low: int, p: Phrase) -> bool:
        """ "Road Transport | and Bridges Minister": whether an "and" before token `i` joins portfolios unknown to the
        lexicon."""
        t, k = self.s.t, i - 2
        if p.head.role not in ("minister", "deputy_minister") or k <= low or t.lower[i - 1] not in ("and", "&"):
            return False
        if not (is_cap(t, i) and is_cap(t, k)) or i == p.head_first or k in self.s.person_at:
            return False
        known = (t.lower[i],) in self.s.lex.portfolios
        if self.s.places.at(k) is not None or self.s.bodies.at(k) is not None or self.s.lex.heads.match_at(t.lower, k):
            return False
        return t.pos[k] in ("PROPN", "NOUN") and (not known or (t.lower[k],) in self.s.lex.portfolios)

    def _country_before(self, i: int, low: int) -> Place | None:
        """The country whose initials stand in parentheses right before token `i`."""
        t = self.s.t
        if i - 3 <= low or t.text[i - 3] != "(" or not t.text[i - 2].replace(".", "").isupper():
            return None
        place, body = self.s.places.at(i - 4), self.s.bodies.ending_at(i - 3)
        if place is None or body is not None and body.first < place.first or t.lower[place.first - 1] == "of":
            return None  # "Revolutionary Armed Forces of Colombia (FARC) | commanders"
        return (
            place if place is not None and place.end == i - 3 and place.kind in ("name", "alias", "demonym") else None
        )

    def _hyphenated(self, i: int, low: int) -> int:
        """First token of the hyphenated word that ends with token `i`: "left-wing", "non-voting"."""
        t = self.s.t
        while i - 2 >= low and t.text[i - 1] in HYPHENS and not t.space[i - 1] and not t.space[i - 2]:
            i -= 2
        return i

    def _is_verb(self, j: int, low: int) -> bool:
        """ "A coup removed the minister" against "the removed minister"."""
        t = self.s.t
        if t.tag[j] in ("VBD", "VBZ", "VBP", "VB"):
            return True
        return t.lower[j].endswith("ed") and j > low and t.tag[j - 1] in ("NN", "NNS", "NNP", "NNPS", "PRP")

    def _past_adjectives(self, p: Phrase, i: int, low: int) -> int:
        """ "the former Russia-installed mayor": the marker counts though words that are no part of the title follow it.

        Returns the token after the marker, or `i` where there is none."""
        t = self.s.t
        j = i
        while (
            j > low
            and i - j < 4
            and (t.pos[j - 1] in ("ADJ", "PROPN") or t.tag[j - 1] == "VBN" or t.text[j - 1] in HYPHENS)
        ):
            if (t.lower[j - 1],) in self.s.lex.incumbency:
                break
            j -= 1
        marker = (t.lower[j - 1],) if j > low else ()
        if j < i and self.s.lex.incumbency.get(marker) == "former" and j - 1 not in self.s.person_at:
            p.incumbency = "former"
            return j - 1
        return i

    def _modifier(self, i: int, low: int) -> tuple[int, str | None, bool] | None:
        """An incumbency or rank word that ends right before token `i`: (its first token, incumbency, is a rank)."""
        t, behind = self.s.t, self.s.lex.of("behind_title")
        for width in (3, 2, 1):
            j = i - width
            words = tuple(t.lower[j:i]) if j >= low else ()
            if words in self.s.lex.incumbency and words[0] not in behind and not self._is_verb(j, low):
                if words == ("late",) and not (j > low and t.lower[j - 1] in (*ARTICLES, "'s", "his", "her")):
                    return None  # "late President" needs an article: "of late" is an adverb
                if words == ("then",) and t.lower[j - 1] in ("and", ",") and j > low and not is_cap(t, i):
                    return None  # "president in 1959 and then chairman"
                return j, self.s.lex.incumbency[words], False
        j = i - 1
        if t.text[j] in HYPHENS and j - 1 >= low:  # then-President, ex-minister, co-leader
            before = (t.lower[j - 1],)
            if before in self.s.lex.incumbency:
                return j - 1, self.s.lex.incumbency[before], False
            if t.lower[j - 1] in self.s.lex.ranks:
                return j - 1, None, True
            if t.lower[j - 2 : j + 1] == ["high", "-", "ranking"]:
                return j - 2, None, False
            return None
        if t.lower[j] == "ranking" and j - 2 >= low and t.lower[j - 2] in ("high", "top"):
            return j - 2, None, False
        if t.lower[j] in self.s.lex.ranks and (is_cap(t, j) or t.lower[j] not in self.s.lex.of("rank_in_capitals")):
            if t.lower[j] == "first" and not is_cap(t, j):
                return None
            return j, None, is_cap(t, j) or t.lower[j] not in self.s.lex.grades
        if t.lower[j] == "ranking" and j - 2 >= low and t.lower[j - 2] in ("high", "top"):
            return j - 2, None, False
        return None

    def _is_compound(self, i: int, p: Phrase) -> bool:
        """Whether token `i` is a noun or adjective that belongs to the title: "Huawei CFO", "assembly leader"."""
        t = self.s.t
        if i in self.s.person_at or t.lower[i] in ARTICLES or not t.text[i][:1].isalnum():
            return False
        if i and t.text[i - 1] in ("R", "D") and len(t.text[i]) == 2 and t.text[i].isupper():
            return False  # "NAME R NH Chairman": party and state
        if _ORDINAL.fullmatch(t.lower[i]):
            return t.text[i + 1] == "Circuit" or i + 1 < p.head_first and is_cap(t, i + 1)  # "8th Circuit judges"
        if t.text[i] in HYPHENS or len(t.text[i]) == 1 or t.lower[i] in _DAYS:
            return False
        if p.head.head == "senator" and t.pos[i] != "ADJ" and t.lower[i] not in self.s.lex.of("before_senator"):
            return t.lower[i] in self.s.lex.attributes  # "Today Senator NAME said"
        capital = is_cap(t, p.head_first)
        if is_cap(t, i) and t.pos[i] in ("PROPN", "ADJ", "NOUN"):
            return capital and (i > t.sentence(i)[0] or t.pos[i] == "PROPN") or t.pos[i] == "PROPN"
        if t.tag[i] in ("NN", "NNS", "NNP") and t.dep[i] == "compound" and p.head_first <= t.head[i] < p.head_end:
            # Taggers take verbs of headlines for nouns: "court sentences opposition leader".
            return not capital and (t.tag[i] != "NNS" or t.lemma[i] not in self.s.lex.of("headline_verb"))
        return t.lower[i] in self.s.lex.attributes

    def _union(self, place: Place | None, i: int) -> Body | None:
        """The United Nations and the European Union are bodies though the gazetteer has them."""
        if place is not None and place.end == i and is_union(place):
            return Body(place.first, place.end, "igo", place.iso3, "lexicon")
        return None

    def _portfolio_of_state(self, p: Phrase, body: Body) -> Place | None:
        """The country adjective that opens what the model takes for a body, though ministers have fields."""
        if p.head.role not in ("minister", "deputy_minister") or body.source == "lexicon":
            return None
        if body.kind not in ("other", "company"):
            return None
        lead = self.s.places.at(body.first)
        opens = lead is not None and lead.first == body.first and lead.end < body.end and lead.kind == "demonym"
        return lead if opens else None
