"""The role of a title as the words around it change it: rebels' commanders, heads of offices and of nothing known."""

from __future__ import annotations

from extractor.components.titles.phrase import Phrase
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.linking.bodies import Body, BodyIndex, is_cap
from extractor.linking.places import UNIONS, PlaceIndex

_TOP = frozenset({"head_of_state", "head_of_government"})
_LED = frozenset({"other", "party_official", "business", "official"})


class RoleContext:
    """Of one document."""

    def __init__(self, tokens: TokenTable, places: PlaceIndex, bodies: BodyIndex, lex: TitleLexicon) -> None:
        self.t, self.places, self.bodies, self.lex = tokens, places, bodies, lex
        self.central_bank = any(b.kind == "central_bank" and b.country != "USA" for b in bodies.bodies)
        self.international = any(b.kind == "igo" or b.country in UNIONS for b in bodies.bodies)

    def adjusted(self, p: Phrase, role: str, body: Body | None) -> str:
        """The role that head and organization give, or another where the context says so. body: of the title."""
        if p.head.head == "head" and role == "official" and body is None and self._of_region(p):
            role = "subnational"
        if p.head.head == "officer" and body is None and is_cap(self.t, p.head_first) and self._bare(p):
            role = "security"  # "Officer NAME"
        if role in _TOP and body is None and self._of_part(p):
            role = "subnational"
        if role == "head_of_state" and self._of_nothing_known(p, body):
            role = "other"
        if (
            role == "military"
            and body is None
            and not p.countries
            and p.head.head in self.lex.of("commander")
            and self._of_rebels(p)
        ):
            role = "non_state"
        if p.head.head in self.lex.of("office_staff") and self._of_office(p):
            role = "adviser"
        if role == "adviser" and p.head.head.endswith("chief of staff") and self._of_forces(p):
            role = "military"
        if p.head.head in self.lex.of("counsellor") and self.t.lower[p.end : p.end + 1] == ["to"]:
            role = "adviser"  # "a counsellor to President NAME"
        if p.head.head.endswith("governor") and body is not None and "bank" in self.t.lower[body.first : body.end]:
            role = "intergovernmental" if body.kind == "igo" else "central_banker"
        if p.head.head == "governor" and self._bare(p) and body is None and not p.countries and self.central_bank:
            role = "central_banker"
        if role in _LED and body is not None and body.kind == "ngo" and self._of_labour(body):
            role = "non_state"
        of_union = p.head.head.startswith(tuple(f"{w} " for w in self.lex.of("union_word")))
        if role == "intergovernmental" and body is None and not self.international and not of_union:
            role = "other"  # a secretary-general of something the article does not name
        return role

    def _of_rebels(self, p: Phrase) -> bool:
        """ "The FMLN admitted that nine commanders were killed": its sentence, or the one before, names an armed group
        and no army."""
        t = self.t
        for sent in (t.sent[p.head_first], t.sent[p.head_first] - 1):
            if sent < 0:
                return False
            low, high = t.sents[sent]
            kinds = {b.kind for b in self.bodies.within(low, high)}
            if kinds & {"armed_group", "party", "military", "ministry"}:
                return bool(kinds & {"armed_group", "party"}) and "military" not in kinds
        return False

    def _of_office(self, p: Phrase) -> bool:
        """ "head of the president's office", "deputy chief of the presidential administration": not the president."""
        words = self.t.lower[p.left : p.end]
        office = [i for i, w in enumerate(words) if w in self.lex.offices]
        if not office:
            return False
        of = words[office[0] + 1 : office[0] + 4] if words[office[0] + 1 : office[0] + 2] == ["of"] else []
        owners = self.lex.of("office_owner")
        return any(w in owners for w in (*words[: office[-1]], *of))

    @staticmethod
    def _bare(p: Phrase) -> bool:
        return p.end == p.head_end and not p.compound_words and not p.plural

    def _of_labour(self, body: Body) -> bool:
        """ "president of the Teachers' Union"."""
        body = body.full or body
        return not self.lex.of("labour").isdisjoint(self.t.lower[body.first : body.end])

    def _of_part(self, p: Phrase) -> bool:
        """ "the Tatarstan president", "Premier of Alberta": of a part of a state."""
        if p.head_end < p.end and self.t.lower[p.head_end] == "of":
            named = self.places.within(p.head_end, p.end)
        else:
            named = p.countries
        return len(named) == 1 and named[0].kind == "region"

    def _of_region(self, p: Phrase) -> bool:
        """ "head of Dagestan": of a part of a country."""
        if p.end > p.head_end + 1 and self.t.lower[p.end - 1] in self.lex.of("region_unit"):
            return True
        return any(place.kind == "region" for place in self.places.within(p.head_end, p.end))

    def _of_nothing_known(self, p: Phrase, body: Body | None) -> bool:
        """ "president of her class", "chancellor of D.C. Public Schools": head of what is no state."""
        t, nouns = self.t, self.lex.of("state_noun")
        if (
            p.plural
            or p.end == p.head_end
            or t.lower[p.head_end] != "of"
            or body is not None
            and body.kind == "government"
        ):
            return False
        last = p.end - 1
        if (
            body is not None
            and body.end == p.end
            and body.country is not None
            and body.kind not in ("other", "company")
        ):
            return False
        if any(place.iso3 not in UNIONS for place in self.places.within(p.head_end, p.end)) and body is None:
            return False
        if body is not None and body.source == "model" and t.lower[body.end - 1] in nouns:
            return False
        place = self.places.at(last)
        return place is None and t.lower[last] not in nouns and t.text[last].isalpha()

    def _of_forces(self, p: Phrase) -> bool:
        """Whether a chief of staff is the forces': a rank follows, or a country stands before and no office of its own
        (an American one is the White House's)."""
        if p.body is not None and p.body.kind in ("government", "ministry", "parliament"):
            return False  # "White House chief of staff"
        if p.countries and p.body is None and p.possessor is None and p.countries[0].kind == "demonym":
            return p.countries[0].iso3 != "USA"
        i = p.end + 1 if p.end + 1 < self.t.n and self.t.text[p.end] == "," else p.end
        found = self.lex.heads.match_at(self.t.lower, i) if i < self.t.n else None
        return found is not None and found[1].role == "military"
