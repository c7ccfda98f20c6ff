"""Whether a title phrase that names nobody says enough to be a row: "the minister", not "a director"."""

from __future__ import annotations

from extractor.components.titles.phrase import Phrase
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.linking.bodies import BodyLexicon, kind_of


class Specificity:
    """Of the phrases of one document."""

    def __init__(self, tokens: TokenTable, lex: TitleLexicon, body_lex: BodyLexicon) -> None:
        self.t, self.lex, self.body_lex = tokens, lex, body_lex
        self.weak_heads = lex.of("weak_head")  # that make no row unless the text says whose

    def of(self, p: Phrase, named_holder: bool, stated: bool, org: str | None) -> bool:
        """Whether the phrase alone makes a row. stated: country, organization or possessor are known; org: its body."""
        head = p.head
        said = stated or p.modified
        if head.head == "counterpart":
            specific = False
        elif head.head == "member":
            specific = any(w in self.lex.assemblies for w in self.t.lower[p.first : p.end])
        elif head.role == "business":
            specific = org is not None
        elif head.generic and head.role in ("business", "other", "non_state", "royal"):
            specific = stated and org is not None and head.role != "business"
        elif head.head == "mep":
            specific = p.indefinite or p.plural  # as often the initials of something else
        elif not named_holder and self.t.text[p.head_end - 1].endswith("."):
            specific = False  # "childtaxcredit.Gov."
        elif head.head in self.weak_heads or head.generic:
            specific = stated or bool(p.portfolio) or self._told_by_compound(p)
            specific |= head.role == "subnational" and p.modified  # "local council members"
            if head.head == "official":  # "an official", "officials say", not "the officials"
                specific |= p.indefinite or p.plural and not p.definite and (p.modified or self._speaks(p))
        elif head.role == "minister" and p.plural:
            specific = True  # "the meeting of foreign ministers"
        elif head.role == "official":
            specific = said or not (p.definite and p.left < p.first)
        elif head.head == "politician":
            specific = stated or p.modified
        else:
            named = self.t.text[p.head_first][:1].isupper() and not self._may_be_surname(p)
            specific = said or p.definite or named or p.indefinite or p.plural and self._speaks(p)
        return specific or head.role == "adviser" and not p.plural and self._of_holder(p)

    def _of_holder(self, p: Phrase) -> bool:
        """ "An aide to Iraqi Prime Minister NAME": whose adviser it is follows as a title."""
        t, i = self.t, p.end
        if t.lower[i : i + 1] not in (["to"], ["for"], ["of"]):
            return False
        return any(self.lex.heads.match_at(t.lower, k) is not None for k in range(i + 1, min(i + 5, t.n)))

    def _may_be_surname(self, p: Phrase) -> bool:
        """A lone "King", "Cardinal" or "Major" without article is as often somebody's name."""
        lone = p.head_end - p.head_first == 1 and not p.plural
        return lone and (
            p.head.role in ("royal", "non_state", "military", "judiciary") or p.head.head in ("king", "queen")
        )

    def _told_by_compound(self, p: Phrase) -> bool:
        """Whether the words before a weak head say of what: "cartel boss", not "shrunken head"."""
        if not p.compound_words or p.head.head in ("member", "leader"):
            return False
        if p.head.head not in self.weak_heads:
            return True
        words = [w.lower() for w in p.compound_words]
        return kind_of(words, self.body_lex) != "other" or any(w[:1].isupper() for w in p.compound_words)

    def _speaks(self, p: Phrase) -> bool:
        """ "Officials say …", "according to officials", not "a team of officials"."""
        t, last = self.t, p.head_end - 1
        if t.lower[max(p.left - 2, 0) : p.left] == ["according", "to"]:
            return True
        return t.dep[last].startswith("nsubj") and t.lemma[t.head[last]] in self.lex.reporting
