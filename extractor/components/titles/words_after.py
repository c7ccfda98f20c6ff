"""What the words after a title head are: bodies and fields, or time, purpose and the next name."""

from __future__ import annotations

from dataclasses import replace

from extractor.components.titles.phrase import ARTICLES, HYPHENS, Phrase, Scene
from extractor.linking.body import Body, is_cap, kind_of, without_name

_OF_STATES = frozenset({"embassy", "ministry", "military", "government", "delegation", "parliament", "court"})


class WordsAfter:
    """Tests of the words of one document, looking right."""

    def __init__(self, scene: Scene) -> None:
        self.s = scene

    def _is_marker(self, i: int) -> bool:
        """ "the president elect", not "that the president designate the day"."""
        t = self.s.t
        if t.lower[i] != "nominee" and t.lower[i] not in self.s.lex.of("behind_title"):
            return False
        return i + 1 >= t.n or t.lower[i + 1] not in (*ARTICLES, "his", "her", "their", "its") and t.tag[i + 1] != "TO"

    def _cut_name(self, p: Phrase, first: int, end: int) -> int:
        """End of the complement without the holder's name that the tagger ran into it."""
        if p.head.role == "business" or p.body is not None and p.body.source == "lexicon" and p.body.end == end:
            return end
        cut = without_name(self.s.t, first, end, self.s.body_kinds.words, self.s.lex.common)
        if any(self.s.places.at(i) is not None for i in range(cut, end)):
            return end
        if p.body is not None and p.body.first < cut < p.body.end:
            p.body = replace(p.body, end=cut)
        return cut

    def _takes_no_purpose(self, p: Phrase) -> bool:
        """ "officials for …", "lawmakers for …": what follows "for" belongs to the verb."""
        if p.head.role in ("legislator", "military", "non_state"):
            return True
        return p.head.head.split()[-1] in self.s.lex.of("head_without_purpose")

    def _is_time(self, j: int) -> bool:
        """ "a leader of the last century", "an officer for a term of two years"."""
        t, temporal = self.s.t, self.s.lex.temporal
        return t.lower[j] in temporal or t.pos[j] in ("ADJ", "NUM") and j + 1 < t.n and t.lower[j + 1] in temporal

    def _is_term(self, i: int, high: int) -> bool:
        """Whether two years joined by a hyphen stand at token `i`."""
        t = self.s.t
        year = t.text[i]
        if len(year) != 4 or not year.isdigit() or i + 2 >= high:
            return False
        return t.text[i + 1] in (*HYPHENS, "–", "—") and t.text[i + 2].isdigit() and len(t.text[i + 2]) in (2, 4)

    def _listed(self, end: int, high: int) -> int:
        """End of the list of countries that goes on at `end`: "from France | , Britain and China"."""
        t, places = self.s.t, self.s.places
        while end + 1 < high and t.lower[end] in (",", "and"):
            k = end + 1 + (t.lower[end + 1] in ("and", "the")) if end + 2 < high else end + 1
            place = places.at(k)
            if place is None or place.first != k or place.kind == "demonym":
                break
            end = place.end
        return end

    def _company(self, p: Phrase, word: str, j: int, high: int) -> int | None:
        """A firm that the model takes for a person: "chairman of Charles Schwab", "economist at Merrill Lynch"."""
        acronym = self.s.t.text[j]
        if word == "of" and acronym.isupper() and len(acronym) > 2 and "." not in acronym and not self._shouted(j):
            p.body = p.body or Body(j, j + 1, "other", None, "model")  # "director of NAPI | Tatyana Arabadzhi"
            return j + 1
        firm = p.head.role == "business" or p.head.head in self.s.lex.of("named_firm_head")
        if word != "at" and not (word == "of" and firm):
            return None
        t = self.s.t
        end = j
        while end < high and (
            is_cap(t, end) or t.text[end] in ("&", "-", "/") and end + 1 < high and is_cap(t, end + 1)
        ):
            end += 1
        while end > j and t.text[end - 1] in HYPHENS:
            end -= 1
        if self.s.bodies.at(j) is None and p.body is None:
            kind = kind_of(t.lower[j:end], self.s.body_kinds)
            p.body = Body(j, end, "company" if kind == "other" else kind, None, "model")
        return end

    def _described(self, p: Phrase, j: int, high: int) -> int | None:
        """End of a name after what it is the name of: "at the software firm | Brightwater"."""
        t, heads = self.s.t, self.s.body_kinds.head_words
        i = j
        while i < min(high, j + 4) and t.text[i].islower() and t.pos[i] in ("NOUN", "ADJ", "PROPN", "VERB"):
            i += 1
        if i == j or i >= high or t.lower[i - 1] not in heads or not is_cap(t, i) or i in self.s.person_at:
            return None
        body = self.s.bodies.at(i)
        end = body.end if body is not None and body.first == i else i
        while end < high and is_cap(t, end) and t.pos[end] == "PROPN" and end not in self.s.person_at:
            end += 1
        p.body = p.body or body or Body(i, end, heads[t.lower[i - 1]], None, "grammar")
        return end

    def _in_name(self, i: int) -> bool:
        """Whether the model has one name of no person over token `i` and the one before: "China | Internet Project"."""
        ent = self.s.t.ent_at.get(i)
        return ent is not None and ent[0] < i and ent[2] != "PERSON"

    def _shouted(self, j: int) -> bool:
        """Whether the words around token `j` are all in capitals, so that capitals tell nothing."""
        t = self.s.t
        return any(t.text[i].isupper() and len(t.text[i]) > 3 for i in (j - 1, j - 2, j + 1) if 0 <= i < t.n)

    def _conjunct(self, k: int, high: int) -> bool:
        """Whether a common noun, past its adjective, is a conjunct: "for terrorism and | financial intelligence"."""
        t = self.s.t
        if t.pos[k] == "ADJ" and t.pos[k - 2] in ("ADJ", "NOUN") and k + 2 < high and t.pos[k + 1] == "ADJ":
            return t.pos[k + 2] == "NOUN"  # "for south and | central Asian affairs"
        if t.pos[k] == "ADJ" and k + 1 < high:
            k += 1
        return t.pos[k] == "NOUN" and t.dep[k] == "conj"

    def _same_kind(self, i: int, k: int) -> bool:
        """ "the Texas Senate | and | Texas House": whether two bodies of one kind end at `i` and begin at `k`."""
        before, behind = self.s.bodies.ending_at(i), self.s.bodies.at(k)
        if before is None or behind is None or behind.first != k:
            return False
        return before.kind == behind.kind != "other"

    def _common_body(self, j: int, high: int) -> bool:
        """Whether a place and a common noun for a body of state stand at `j`: "Nicaraguan embassy", "U.S. mission"."""
        place = self.s.places.at(j)
        end = place.end if place is not None and place.first == j else j
        return end < high and end > j and self.s.body_kinds.head_words.get(self.s.t.lower[end]) in _OF_STATES

    def _opens_name(self, i: int, high: int) -> bool:
        """ "Consumer Affairs | Datuk S. Subramaniam", "Chief of Engineers | Lt. Gen. NAME"."""
        t = self.s.t
        if i + 1 >= high or not is_cap(t, i + 1):
            return False
        if t.lower[i] in self.s.lex.honorifics:
            return t.lower[i - 1] not in ("of", "for", "the", "and")
        found = self.s.lex.heads.match_at(t.lower, i)
        if found is not None and not found[1].generic and found[0] in self.s.person_at:
            return True
        return found is not None and t.text[i].endswith(".")

    def _after_name(self, i: int) -> bool:
        """Whether a country or a known body ends right before token `i`."""
        place, body = self.s.places.at(i - 1), self.s.bodies.at(i - 1)
        return place is not None and place.kind != "demonym" or body is not None and body.source != "model"

    def _to_comma(self, i: int, high: int) -> int:
        end = i
        while end < high and self.s.t.text[end] not in (",", ".", ";", ")"):
            end += 1
        return end
