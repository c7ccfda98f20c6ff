"""Bodies that stand apart from their titles: after the holder's name, behind a comma, with the other of two."""

from __future__ import annotations

from dataclasses import replace

from extractor.components.titles.names import CLOSERS, NameBook
from extractor.components.titles.phrase import Phrase
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.linking.bodies import Body, BodyIndex, is_cap
from extractor.linking.places import PlaceIndex
from extractor.linking.voice import is_party_state

# Words of the longest name of a firm in such a list.
_LONGEST = 6
_FOLLOWING = frozenset({"VERB", "AUX", "ADV"})
# Ministers are of a country; of two posts of which one is a minister's, each has its own body.
_OF_STATES = frozenset({"minister", "head_of_state", "head_of_government", "deputy_head"})


class BodiesBeside:
    """Looks for such bodies in one document."""

    def __init__(self, tokens: TokenTable, places: PlaceIndex, bodies: BodyIndex, lex: TitleLexicon) -> None:
        self.t, self.places, self.bodies, self.lex = tokens, places, bodies, lex
        # Heads of firms, which lists of those present put before the firm's name.
        self.firm_heads = lex.of("listed_firm_head")

    def after_name(self, i: int, high: int) -> Body | None:
        """ "Commanders A and B of the Alfaro Lives subversive group": the body whose the holders are."""
        if i + 2 >= high or self.t.lower[i] not in ("of", "("):
            return None
        j = i + 2 if self.t.lower[i + 1] == "the" else i + 1
        if self.t.text[i] == "(" and is_party_state(self.t, i, high):
            return None
        if self.t.text[i] == "(":  # "Chairman NAME (Suquamish Tribe, Wash.)"
            found = self.bodies.at(j)
            closed = found is not None and found.end < high and self.t.text[found.end] in (")", ",")
            return found if found is not None and found.first == j and closed and not found.nominal else None
        body, place = self.bodies.at(j), self.places.at(j)
        if body is None or body.first != j or place is not None and place.end >= body.end:
            return None
        rest = self.t.lower[body.end : min(body.end + 3, high)]
        armed = any(self.lex.attributes.get(w) == "non_state" for w in rest)
        return replace(body, kind="armed_group") if armed and body.kind == "other" else body

    def behind(self, p: Phrase, book: NameBook) -> None:
        """ "NAME, President and CEO, Hispanic Federation": the body between the commas is the title's; set it."""
        t = self.t
        i = p.end + 1
        if p.body is not None or p.countries or i >= t.n or t.text[p.end] != ",":
            return
        if t.lower[i + 1 : i + 2] == ["'s"] and i + 2 < t.n and self.lex.heads.match_at(t.lower, i) is not None:
            i += 2  # "NAME, Member, President's | Advisory Board"
        body = self.bodies.at(i)
        if body is None or body.first != i or body.source == "repeat":
            p.body = self._listed(p, i, book)
            return
        if body.nominal:
            return
        closed = body.end >= t.n or t.text[body.end] in CLOSERS or t.text[body.end] == "("
        bare = not p.definite and not p.indefinite and body.source != "model"
        runs_on = (
            bare and body.end < t.n and t.pos[body.end] in _FOLLOWING
        )  # "NAME, commander, Sixth Fleet recently met"
        if closed or runs_on or body.end in book.by_first or body.end >= t.sentence(p.head_first)[1]:
            p.body = body

    def _listed(self, p: Phrase, i: int, book: NameBook) -> Body | None:
        """The name up to the end of a line or of the commas, which no one has for a body: "NAME, CEO, Brightwater"."""
        t = self.t
        high = t.sentence(p.head_first)[1]
        if p.head.role != "business" and p.head.head not in self.firm_heads or p.definite or p.indefinite:
            return None
        end = self._run(i, high, book)
        if end < high and t.text[end] == "," and self._run(end + 1, high, book) == high:
            i, end = end + 1, high  # "Senior Vice President, Global Purchasing, Brightwater"
        closed = end >= high or t.text[end] in (",", ".", ";", ")", "*") or end in book.by_first
        if end == i or not closed or self.lex.heads.match_at(t.lower, i) is not None:
            return None
        return Body(i, end, "company", None, "grammar")

    def _run(self, i: int, high: int, book: NameBook) -> int:
        """End of the capitalised words from token `i` that may be a firm's name; `i` where a person or place begins."""
        t, end = self.t, i
        while end < min(high, i + _LONGEST) and (is_cap(t, end) or t.text[end] in ("&", "-")):
            if end in book.by_first and end > i:
                return end  # "NAME, CEO, Brightwater | NAME, CEO, …"
            if end in book.at or self.places.at(end) is not None or t.lower[end] in self.lex.ranks:
                return i
            end += 1
        return end

    def share(self, phrases: list[Phrase]) -> None:
        """ "the chair and spokesperson for the Greens": a title with no body has that of the one it is joined to."""
        for p, q in zip(phrases, phrases[1:], strict=False):
            self._led(p, q)
            if q.body is None or q.body.first < q.head_end or p.body is not None or p.end != p.head_end:
                continue
            if self.t.lower[p.end : q.left] != ["and"] or p.plural or q.countries or q.body.source == "repeat":
                continue
            if p.head.role not in _OF_STATES and q.head.role not in _OF_STATES and not p.countries:
                p.body = q.body

    def _led(self, p: Phrase, q: Phrase) -> None:
        """ "Merrill's chairman and chief executive", "Acme president and CEO": the second is at the same firm."""
        firm = p.head.role == "business" or p.head.head in self.firm_heads
        if not firm or q.head.role != "business" or q.body is not None or q.owner is not None or q.end != q.head_end:
            return
        if self.t.lower[p.end : q.left] != ["and"] or q.left != q.first or p.end != p.head_end:
            return
        q.owner, q.owner_kind = p.owner, p.owner_kind
        q.body = p.body if p.body is not None and p.body.end <= p.head_first else None
