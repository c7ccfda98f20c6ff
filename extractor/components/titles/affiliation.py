"""The body a title goes with: its name, the one above it, and its kind, from names, nouns and possessors."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from extractor.components.titles.phrase import ARTICLES, POSSESSIVES, Phrase
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.linking.bodies import Body, BodyIndex, BodyLexicon, is_cap, kind_of
from extractor.linking.places import UNIONS, PlaceIndex
from extractor.linking.text import text_of

_IN_HEADS = frozenset({"police_intelligence", "parliament", "court", "military", "government"})
# Bodies whose boards are as the whole.
_WITH_BOARDS = frozenset({"central_bank", "company", "igo", "party", "ngo"})
_OF_FIELDS = frozenset({"minister", "deputy_minister", "envoy", "adviser"})
# Bodies before "that party" that are looked at.
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Affiliation:
    """body: the mention, None where only words tell; organization, parent: names as in the text; kind: of the body."""

    body: Body | None
    organization: str | None
    parent: str | None
    kind: str | None


class Affiliations:
    """Finds the bodies of the titles of one document."""

    def __init__(
        self, tokens: TokenTable, places: PlaceIndex, bodies: BodyIndex, lex: TitleLexicon, body_lex: BodyLexicon
    ) -> None:
        self.t, self.places, self.bodies, self.lex, self.body_lex = tokens, places, bodies, lex, body_lex
        self.firm_heads = lex.of("firm_head")  # that go with firms, where nothing tells what the body is
        self._ends = [b.end for b in bodies.bodies]
        self._firms = [b for b in bodies.bodies if b.end - b.first > 1 and b.kind in ("company", "other")][:_NEAR]

    def of(self, p: Phrase) -> Affiliation:
        """The body of one title phrase: named in it, else told by common nouns, by a possessor or by the head."""
        body = self._named(p)
        named = body.antecedent or body if body else None
        organization = self._text(p, named) if named else None
        parent_name = body.parent_name if body else None
        if body is not None and body.parent is not None:
            above = body.parent.antecedent or body.parent
            parent_name = text_of(self.t, above.first, above.end)
        kind = body.kind if body else None
        nominal = self._nominal_kind(p) if kind in (None, "other", "igo") else None
        if nominal == "company" and kind == "igo":
            nominal = None  # "the World Bank's African division"
        if nominal == "committee" and body is not None and body.kind in _WITH_BOARDS:
            nominal = None  # "member of the board of the European Central Bank"
        kind = nominal or kind
        if nominal is not None and organization is None:
            organization = self._nominal_name(p, nominal)
        if body is not None and body.country in UNIONS and nominal is None:
            kind = "igo"
        if kind in (None, "other") and p.compound_words:
            kind = kind_of([w.lower() for w in p.compound_words], self.body_lex)
            if kind == "other" and p.head.head in self.firm_heads and self._names_firm(p.compound_words[0]):
                kind = "company"
            if organization is None and (kind != "other" or self._firm_words(p)):
                organization = text_of(self.t, *self._compound_span(p))
        if organization is None and p.owner is not None:
            organization, kind = self.t.text[p.owner], kind or "other"
        if organization is None and body is None:
            organization = self._named_complement(p) if p.head.role not in ("minister", "deputy_minister") else None
            kind = kind or (None if organization is None else self._kind_of_unknown(p, organization.lower().split()))
        if organization is None:
            organization = self._in_head(p)
        if organization is None and p.head_end - p.head_first == 3 and p.head.head.startswith("central bank"):
            organization = text_of(self.t, p.head_first, p.head_first + 2)
        if organization is None and p.head.role == "intergovernmental" and not p.countries:
            organization = self._union(p)
        if kind is None and (p.owner_kind != "other" or p.head.head == "director"):
            kind = p.owner_kind  # "the museum's director"
        return Affiliation(body, organization, parent_name, self._narrowed(p, body, kind))

    def _names_firm(self, word: str) -> bool:
        """ "Champion" of "Champion Products Inc"."""
        return any(b.kind == "company" and self.t.text[b.first] == word for b in self._firms)

    def _in_head(self, p: Phrase) -> str | None:
        """The body in a composed head: "Air Force officer", "member of Parliament", "the police chief"."""
        t, first, end = self.t, p.head_first, p.head_end
        if end - first < 2 or p.head.role in ("minister", "deputy_minister"):
            return None
        for i in range(first, end):
            body = self.bodies.at(i)
            if body is not None and body.source == "model" and t.lower[body.first : body.end] == ["national"]:
                continue  # "National Security adviser"
            if body is not None and first <= body.first and body.end <= end and body.end - body.first < end - first:
                return text_of(t, body.first, body.end)
        if end - first == 2 and t.lower[first] in self.lex.of("body_in_head"):
            return t.text[first]
        found = self.body_lex.heads.match_at(t.lower[first:end], 0)
        if found is not None and found[0] < end - first and found[1] in _IN_HEADS and t.lower[first] != "military":
            return text_of(t, first, first + found[0])
        return None

    def _union(self, p: Phrase) -> str | None:
        """The body of a Secretary-General or High Representative, whom the lexicon has as a union's: the one of that
        name that the text has."""
        code = next((c for head, c in self.lex.union_heads.items() if p.head.head.endswith(head)), None)
        named = [b for b in self.bodies.bodies if b.kind == "igo" and not b.nominal] if code else []
        own = [b for b in named if b.country == code and b.parent_name is None]
        if own:
            full = max(own[:_NEAR], key=lambda b: b.end - b.first)
            return text_of(self.t, full.first, full.end)
        names = {text_of(self.t, b.first, b.end) for b in named}
        return names.pop() if len(names) == 1 and code == "UNO" else None

    def _text(self, p: Phrase, body: Body) -> str:
        """The body as the text has it, with those beside it; a common noun with the words that tell which it is."""
        first = body.first
        while body.nominal and first - 1 > p.head_end and self.t.pos[first - 1] in ("ADJ", "NOUN", "PROPN"):
            first -= 1  # "leader of the radical civic | Union"
        if first < body.first:
            return text_of(self.t, first, body.end)
        if body.first < p.first < body.end and not p.more_bodies:
            return text_of(self.t, p.first, body.end)  # "U.S. | Federal Reserve Chairman"
        return "; ".join(text_of(self.t, b.first, b.end) for b in self._conjuncts(p, body))

    def _conjuncts(self, p: Phrase, body: Body) -> list[Body]:
        """The body and those that a plural title names beside it: "officials of the IMF and the World Bank"."""
        out = [*p.more_bodies, body]
        while (p.plural or p.head.head == "member") and out[0].first > p.head_end:
            i = out[0].first - 1
            i -= self.t.lower[i] == "the"
            before = self.bodies.ending_at(i) if i > p.head_end and self.t.lower[i] in ("and", "&") else None
            if before is None or before.first <= p.head_end or before.nominal:
                break
            out.insert(0, before)
        return out

    def _named(self, p: Phrase) -> Body | None:
        """The body named in the phrase or before it."""
        body = p.body
        if body is not None and body.source != "lexicon" and self.t.lower[body.end - 1] in self.lex.of("form_of_state"):
            named = self.places.at(body.first)
            if named is not None and body.end - named.end == 1:
                return None  # "the Russian Federation"
        if body is None and p.possessor_pronoun is not None and self.t.lower[p.possessor_pronoun] == "whose":
            i = p.possessor_pronoun
            return self.bodies.ending_at(i - 1 if self.t.pos[i - 1] == "PUNCT" else i)  # "the Army, whose commander"
        if body is not None and p.head.role == "judiciary" and self._is_affair(body):
            return None
        return body

    def _is_affair(self, body: Body) -> bool:
        """ "the Whitewater prosecutor": a case that the model has for a body."""
        plain = body.source == "model" and body.kind == "other" and body.end - body.first == 1
        return plain and not self.t.text[body.first].isupper()

    def _compound_span(self, p: Phrase) -> tuple[int, int]:
        first = next(i for i in range(p.first, p.head_first + 1) if self.t.text[i] == p.compound_words[0])
        return first, first + len(p.compound_words)

    def _firm_words(self, p: Phrase) -> bool:
        """ "Hughes chairman", "New York Life spokesman": capitalised words before a head name its body."""
        if p.head.head in ("leader", "ruler") or p.head.role not in ("business", "spokesperson") and not p.head.generic:
            return False
        first, end = self._compound_span(p)
        if self._shortened(first, end):
            return True
        common = any(self.t.lower[i] in self.lex.common for i in range(first, end))
        if is_cap(self.t, p.head_first) and (p.head.role != "business" or common):
            return False
        named = all(self.t.pos[i] == "PROPN" and is_cap(self.t, i) for i in range(first, end))
        return named and all(self.places.at(i) is None for i in range(first, end))

    def _shortened(self, first: int, end: int) -> bool:
        """ "Champion Chairman NAME" in a text on Champion Products: the word opens a firm's name."""
        t = self.t
        if end - first > 1 or not is_cap(t, first):
            return False
        return any(t.text[b.first] == t.text[first] for b in self._firms)

    def _narrowed(self, p: Phrase, body: Body | None, kind: str | None) -> str | None:
        """Kind of the body as it bears on the role: a department inside something is no ministry, a committee of a
        parliament is parliament."""
        above = body.parent.kind if body is not None and body.parent is not None else None
        chamber_posts = self.lex.of("chamber_post")
        if above in ("police_intelligence", "military") and kind in ("ministry", "bureau", "agency"):
            return above
        long = body is not None and body.source != "lexicon" and body.end - body.first > 2
        if kind == "government" and long and body is not None and self.t.lower[body.end - 1] == "administration":
            return "agency"  # "Mine Safety and Health Administration"
        if kind == "ministry" and body is not None and p.head.head in self.lex.of("part_head"):
            words = self.t.lower[body.first : body.end]
            if body.parent is not None or self.lex.of("ministry_word").isdisjoint(words) and words[-1:] != ["treasury"]:
                american = body.country == "USA" and {"department"} & set(words)
                return kind if american and body.parent is None else "bureau"
        if kind == "other" and body is not None and body.source == "model":
            acronym = body.end - body.first == 1 and self.t.text[body.first].isupper()
            if not acronym or p.head.head != "president" and p.head.head not in self.lex.of("chair_head"):
                return self._kind_of_unknown(p, self.t.lower[body.first : body.end])
        of_chamber = (
            body is not None and self.t.lower[body.first] in self.lex.of("chamber") and body.end - body.first > 1
        )
        if kind in ("committee", "company", "other") and of_chamber and p.head.head in chamber_posts:
            return "parliament"
        if kind not in ("igo", "parliament") and body is not None and body.source != "lexicon" and self._of_igo(body):
            return "igo"
        presides = p.head.head in chamber_posts and p.head.head != "member"
        if presides and body is not None and self.t.lower[body.first : body.first + 2] == ["council", "on"]:
            return "agency"  # "Chair of the Council on Environmental Quality"
        if kind == "committee" and body is not None:
            above = body.parent_name or (body.parent and text_of(self.t, body.parent.first, body.parent.end)) or ""
            if any(w in self.lex.assemblies for w in above.lower().split()):
                return "parliament"
        return kind

    def _of_igo(self, body: Body) -> bool:
        """ "African Union Commission": a part that is named after the whole."""
        whole = self.body_lex.known.match_at(self.t.text, body.first)
        return whole is not None and whole[0] < body.end and whole[1][0] == "igo"

    def _kind_of_unknown(self, p: Phrase, words: list[str]) -> str:
        """Kind of a body that nothing tells of: a chairman's is a firm."""
        told = next(iter(self.body_lex.heads.matches(words)), None)
        return kind_of(words, self.body_lex) if told is not None or p.head.head not in self.firm_heads else "company"

    def _named_complement(self, p: Phrase) -> str | None:
        """ "president of Idealab", "chairman of Moss/Dragoti": a name that the model has not for one."""
        t, first = self.t, p.head_end + 1
        if (
            p.end <= first
            or t.lower[p.head_end] not in ("of", "at")
            or not (p.head.generic or p.head.head in self.firm_heads)
        ):
            return None
        if t.lower[first] in ARTICLES:
            first += 1
            while first < p.end - 1 and t.text[first].islower() and t.tag[first] in ("RB", "VBN", "JJ"):
                first += 1  # "the privately held TV Books LLC"
        named = first < p.end and all(is_cap(t, i) or not t.text[i][:1].isalpha() for i in range(first, p.end))
        if not named or any(self.places.at(i) is not None for i in range(first, p.end)):
            return None
        firm = t.lower[p.end - 1].rstrip(".") in self.lex.of("firm_form")
        return None if (t.lower[first],) in self.lex.portfolios and not firm else text_of(t, first, p.end)

    def _nominal_kind(self, p: Phrase) -> str | None:
        """Kind of a body named by a common noun only: "president of that party", "chief of the EEC delegation"."""
        words = self.t.lower[p.head_end : p.end]
        if not words or words[0] not in ("of", "for", "at") or self.places.at(p.end - 1) is not None:
            return None  # "of the Russian Federation" is of a country
        if words[0] == "for" and p.head.role in _OF_FIELDS:
            return None  # "Under Secretary for Economic Growth, Energy, …"
        if "to" in words[2:]:
            words = words[: words.index("to", 2)]  # "the U.S. delegation to the General Assembly"
        found = kind_of(words[1:], self.body_lex)
        for owner, mark in zip(words[1:], words[2:]):
            if mark in POSSESSIVES and kind_of([owner], self.body_lex) == "company":
                found = "company"  # "the firm's executive committee"
        return None if found == "other" else found

    def _nominal_name(self, p: Phrase, kind: str) -> str | None:
        """ "head of the food safety agency" is of that agency; "president of that party" of the party named before."""
        t, first = self.t, p.head_end + 1
        if t.lower[first] in ("that", "this") and p.end - first == 2:
            before = bisect_left(self._ends, p.left + 1)
            near = self.bodies.bodies[max(0, before - _NEAR) : before]
            named = [b for b in near if b.kind == kind and not b.nominal]
            if named:
                return text_of(t, named[-1].first, named[-1].end)
        while first < p.end - 1 and t.lower[first] in (*ARTICLES, "that", "this", "its", "their", "his", "her"):
            first += 1
        words = t.lower[first : p.end]
        ends = [end for _, end, _ in self.body_lex.heads.matches(words)]
        return text_of(t, first, first + ends[-1]) if ends else text_of(t, first, p.end)
