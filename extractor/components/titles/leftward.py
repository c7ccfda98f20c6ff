"""Title phrases to the left of the head: rank, incumbency, portfolio, organization, country, possessor, article."""

from __future__ import annotations

from extractor.components.titles.phrase import ARTICLES, HYPHENS, POSSESSIVES, Phrase, Scene, is_union
from extractor.linking.bodies import Body, is_cap
from extractor.linking.places import Place

_STATE_BODIES = frozenset(
    {"ministry", "government", "parliament", "agency", "military", "police_intelligence", "court", "bureau", "embassy"}
)


def _separable(body: Body, lead: Place) -> bool:
    """A country adjective in front of a body of state is not part of its name; in a company's or party's it may be."""
    return body.kind in _STATE_BODIES and (lead.kind == "demonym" or body.source != "lexicon")


# No title has more words before its head; a bound keeps a run of title words linear.
_REACH = 30


class Leftward:
    """Grows title phrases to the left."""

    def __init__(self, scene: Scene) -> None:
        self.s = scene

    def grow(self, p: Phrase) -> None:
        t = self.s.t
        low = max(t.sentence(p.head_first)[0], p.head_first - _REACH)
        i = p.head_first
        start = i  # span start
        core = i
        seen_country = joined = False
        while i > low:
            step = self._modifier(i, low)
            if step is not None:
                j, incumbency, is_rank = step
                if incumbency and p.incumbency == "current":
                    p.incumbency = incumbency
                if not seen_country:
                    start = j
                    if is_rank and core == i:
                        core = j
                i, p.modified = j, True
                continue
            word = t.lower[i - 1]
            if t.lower[max(i - 3, low) : i] == ["so", "-", "called"]:
                i, p.modified = i - 3, True
                continue
            if word in self.s.lex.outside:
                i -= 1
                p.modified = True
                continue
            place = self.s.places.at(i - 1)
            if place is not None and place.end == i and not is_union(place):
                p.countries.insert(0, place)
                p.country_inside = place.first
                seen_country = True
                i = place.first
                # "Japanese and North Korean officials", "French, German and British ministers"
                joint = t.lower[i - 1] if i - 1 > low else ""
                joined |= joint in ("and", "or")
                if self.s.places.at(i - 2) is not None and (
                    joint in ("and", "or", "-", "–") or joint == "," and joined
                ):
                    i -= 1
                continue
            if seen_country:
                break
            if (
                i - 3 > low
                and t.text[i - 1] == ")"
                and t.text[i - 3] == "("
                and self.s.bodies.ending_at(i - 3) is not None
                and not p.modified
            ):
                p.body = self.s.bodies.ending_at(i - 3)  # "the Football Union (RFU) president"
                break
            body = self.s.bodies.ending_at(i) or self._union(place, i)
            if body is not None and body.first >= low:
                p.body = body
                p.modified = True
                lead = self.s.places.at(body.first)
                inner = (
                    lead.end
                    if lead is not None and lead.end < body.end and lead.kind != "metonym" and _separable(body, lead)
                    else body.first
                )
                if inner != body.first and lead is not None:
                    p.countries.insert(0, lead)
                    p.country_inside = lead.first
                    seen_country = True
                start, i = inner, body.first
                continue
            field = self._portfolio(i, low) or (self._portfolio_chain(i, low) if i == p.head_first else None)
            if field is not None:
                p.portfolio = [w for w in t.lower[field:i] if w.isalpha() and w != "and"] + p.portfolio
                if core == i:
                    core = field
                start, i, p.modified = field, field, True
                continue
            if self._is_compound(i - 1, p):
                p.compound_words.insert(0, t.text[i - 1])
                start, i, p.modified = i - 1, i - 1, True
                continue
            break
        p.first, p.core_first = start, min(core, p.head_first)
        self._edge(p, i, low)

    def _edge(self, p: Phrase, i: int, low: int) -> None:
        """Article, possessive or pronoun in front of the phrase."""
        t = self.s.t
        p.left = i
        if i <= low:
            return
        word = t.lower[i - 1]
        if word in ARTICLES:
            p.definite, p.indefinite = word == "the", word != "the"
            p.left = i - 1
        elif word in ("his", "her", "its", "their", "whose", "our", "my"):
            p.definite, p.possessor_pronoun = True, i - 1
            p.left = i - 1
        elif word in ("one", "another", "some", "several", "two", "three", "many", "other", "any", "no"):
            p.indefinite = True
            p.left = i - 1
        elif word in ("that", "this", "these", "those"):
            p.definite = True
            p.left = i - 1
        elif word in POSSESSIVES and i - 2 >= low:
            p.definite = True
            owner = i - 2
            place, body, person = self.s.places.at(owner), self.s.bodies.at(owner), self.s.person_at.get(owner)
            if person is not None:
                p.possessor, p.left = person, person.first
            elif body is not None and (place is None or body.end - body.first > place.end - place.first):
                p.body = p.body or body
                p.left = body.first
            elif place is not None:
                if not p.countries:
                    p.countries.insert(0, place)
                p.left = place.first
            else:
                p.left = owner
            if p.left > low and t.lower[p.left - 1] == "the":
                p.left -= 1

    def _is_verb(self, j: int, low: int) -> bool:
        """ "A coup removed the minister" against "the removed minister"."""
        t = self.s.t
        if t.tag[j] in ("VBD", "VBZ", "VBP", "VB"):
            return True
        return t.lower[j].endswith("ed") and j > low and t.tag[j - 1] in ("NN", "NNS", "NNP", "NNPS", "PRP")

    def _modifier(self, i: int, low: int) -> tuple[int, str | None, bool] | None:
        """An incumbency or rank word that ends right before token `i`: (its first token, incumbency, is a rank)."""
        t = self.s.t
        for width in (3, 2, 1):
            j = i - width
            words = tuple(t.lower[j:i]) if j >= low else ()
            if words in self.s.lex.incumbency and not self._is_verb(j, low):
                if words == ("late",) and not (j > low and t.lower[j - 1] in (*ARTICLES, "'s", "his", "her")):
                    return None  # "late President" needs an article: "of late" is an adverb
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
        if t.lower[j] in self.s.lex.ranks and (
            t.lower[j] not in ("first", "second", "special", "general", "joint")
            or is_cap(t, j)
            or t.lower[j] == "special"
        ):
            if t.lower[j] == "first" and not is_cap(t, j):
                return None
            return j, None, True
        if t.lower[j] == "ranking" and j - 2 >= low and t.lower[j - 2] in ("high", "top"):
            return j - 2, None, False
        return None

    def _portfolio(self, i: int, low: int, closed: bool = False) -> int | None:
        """Start of the portfolio words that end before `i`: "Foreign", "interior, migration, and justice".

        closed: an "and" has been passed, so that commas join."""
        t = self.s.t
        j = self._one_portfolio(i, low)
        if j is None:
            return None
        while True:
            k = j
            if k - 1 > low and t.lower[k - 1] in ("and", "&"):
                k -= 1
                if k - 1 > low and t.text[k - 1] == ",":
                    k -= 1
            elif k - 1 > low and t.text[k - 1] == ",":
                k -= 1
            if k == j:
                return j
            m = self._one_portfolio(k, low)
            if m is None:
                return j
            # A comma joins portfolios only inside a coordination that "and" closes.
            if t.text[k] == "," and t.lower[k + 1] not in ("and", "&") and not closed:
                return j
            closed = True
            j = m

    def _portfolio_chain(self, i: int, low: int) -> int | None:
        """Start of the portfolios coordinated with a composed head: "Interior, Migration, and | Justice Minister"."""
        k = i
        if k - 1 > low and self.s.t.lower[k - 1] in ("and", "&"):
            k -= 2 if self.s.t.text[k - 2] == "," else 1
            return self._portfolio(k, low, closed=True) if self._one_portfolio(i + 1, i) == i else None
        return None

    def _one_portfolio(self, i: int, low: int) -> int | None:
        for width in (3, 2, 1):
            j = i - width
            if j >= low and tuple(self.s.t.lower[j:i]) in self.s.lex.portfolios:
                return j
        return None

    def _is_compound(self, i: int, p: Phrase) -> bool:
        """Whether token `i` is a noun or adjective that belongs to the title: "Huawei CFO", "assembly leader"."""
        t = self.s.t
        if i in self.s.person_at or t.lower[i] in ARTICLES or not t.text[i][:1].isalnum():
            return False
        if t.text[i] in HYPHENS:
            return False
        capital = is_cap(t, p.head_first)
        if is_cap(t, i) and t.pos[i] in ("PROPN", "ADJ", "NOUN"):
            return capital and (i > t.sentence(i)[0] or t.pos[i] == "PROPN") or t.pos[i] == "PROPN"
        if t.tag[i] in ("NN", "NNS") and t.dep[i] == "compound" and p.head_first <= t.head[i] < p.head_end:
            return True
        return t.lower[i] in self.s.lex.attributes

    def _union(self, place: Place | None, i: int) -> Body | None:
        """The United Nations and the European Union are bodies though the gazetteer has them."""
        if place is not None and place.end == i and is_union(place):
            return Body(place.first, place.end, "igo", place.iso3, "lexicon")
        return None
