"""Title phrases to the right of the head: "-elect", and "of", "for", "to" with organization, portfolio or country."""

from __future__ import annotations

from extractor.components.titles.phrase import ARTICLES, HYPHENS, NOUNY, Phrase, Scene
from extractor.linking.bodies import is_cap

_DAYS = frozenset({"yesterday", "today", "tomorrow", "tonight"})


class Rightward:
    """Grows title phrases to the right."""

    def __init__(self, scene: Scene) -> None:
        self.s = scene

    def grow(self, p: Phrase) -> None:
        t = self.s.t
        _, high = t.sentence(p.head_first)
        i = p.end
        if i + 1 < high and t.text[i] in HYPHENS and (t.lower[i + 1],) in self.s.lex.incumbency:  # President-elect
            p.incumbency = self.s.lex.incumbency[(t.lower[i + 1],)]
            i = p.end = i + 2
        elif (
            i + 2 < high and t.text[i] in HYPHENS and t.lower[i + 1 : i + 3] == ["in", "-"]
        ):  # commander-in-chief is a head
            return
        elif i < high and (t.lower[i],) in self.s.lex.incumbency and t.lower[i] in ("elect", "designate", "nominee"):
            p.incumbency = self.s.lex.incumbency[(t.lower[i],)]
            i = p.end = i + 1
        while i < high - 1 and t.lower[i] in ("of", "for", "to", "at", "from", "in", "on"):
            end = self._complement(p, i, high)
            if end is None:
                p.open_complement = t.lower[i] == "of"
                break
            p.end = i = end
            p.modified = True

    def _complement(self, p: Phrase, i: int, high: int) -> int | None:
        """End of the organization or portfolio behind the preposition at `i`; None where it is not the title's."""
        t = self.s.t
        word = t.lower[i]
        j = i + 1
        if t.lower[j] in (*ARTICLES, "its", "their", "his", "her", "that", "this"):
            j += 1
        if j >= high or j in self.s.person_at and is_cap(t, j):
            return None
        heads = self.s.lex.heads.match_at(t.lower, j) if is_cap(t, j) else None
        if heads is not None and self.s.bodies.at(j) is None and word in ("to", "of", "for"):
            return None  # "a counsellor to President Saied"
        role = p.head.role
        place, body = self.s.places.at(j), self.s.bodies.at(j)
        if word in ("at", "in", "from", "on"):
            if word == "at" and body is not None and body.first == j:
                p.body = p.body or body
                return body.end
            if word == "from" and (body is not None or place is not None) and p.head.generic:
                return self._noun_phrase(p, j, high)
            if word == "in" and t.lower[j] == "charge" and j + 2 < high and t.lower[j + 1] == "of":
                return self._noun_phrase(p, j + 2, high)
            if word in ("in", "on") and role in ("ambassador", "envoy") and (place is not None or word == "on"):
                return self._noun_phrase(p, j, high)
            return None
        if word == "to" and (
            role not in ("ambassador", "envoy", "adviser", "deputy_minister", "official") or t.tag[j] == "VB"
        ):
            return None
        if word == "for" and place is None and body is None and t.pos[j] not in ("NOUN", "PROPN", "ADJ"):
            return None
        if word == "for" and role in ("head_of_state", "head_of_government") and not p.head.generic:
            return None
        return self._noun_phrase(p, j, high)

    def _noun_phrase(self, p: Phrase, j: int, high: int) -> int | None:
        """End of the noun phrase from `j`: names, nouns and adjectives over possessives, coordinations and "of"."""
        t = self.s.t
        i = j
        last_noun = j
        while i < high:
            pos, lower = t.pos[i], t.lower[i]
            body = self.s.bodies.at(i)
            if i in self.s.person_at and body is None:
                break
            if body is not None and body.first >= j and body.end > i:
                if p.body is None or body.kind != "other":
                    p.body = body
                i = last_noun = body.end
            elif self.s.places.at(i) is not None:
                i = last_noun = self.s.places.at(i).end  # type: ignore[union-attr]
            elif (pos == "PROPN" or lower in _DAYS) and i == last_noun and i > j and self._after_name(i):
                break  # "the Ambassador to Germany Andriy Melnyk", "Chancellor of Austria yesterday"
            elif (
                t.tag[i] in ("RB", "VBN")
                and i + 2 < high
                and any(p_ in NOUNY for p_ in t.pos[i + 1 : i + 3])
                and i == j
            ):
                i += 1  # "the privately held TV Books"
            elif pos in ("NOUN", "PROPN", "NUM") or (
                pos == "VERB" and t.tag[i] == "VBG" and i + 1 < high and t.pos[i + 1] == "NOUN"
            ):
                if pos == "PROPN" and i > j and t.pos[i - 1] in ("NOUN",) and t.text[i - 1].islower() and is_cap(t, i):
                    break
                i += 1
                last_noun = i
            elif (
                pos == "ADJ"
                or lower in ("'s", "’s")
                and i + 1 < high
                and t.pos[i + 1] in ("NOUN", "PROPN", "ADJ", "PUNCT")
                or t.text[i] in HYPHENS
                and not t.space[i]
                and i > j
                or lower in ('"', "``", "''")
                and i + 1 < high
                and (is_cap(t, i + 1) or '"' in t.text[j:i])
                or lower in ("and", "&", ",")
                and self._coordinated(i, j, high)
                or lower in ("of", "for")
                and i > j
                and i + 1 < high
                and (is_cap(t, i + 1) or t.lower[i + 1] == "the" and i + 2 < high and is_cap(t, i + 2))
                and (is_cap(t, i - 1))
                or lower == "the"
                and t.lower[i - 1] in ("of", "for", "and")
            ):
                i += 1
                while t.text[i - 1] == "," and i < high and t.lower[i] == "and":
                    i += 1
            elif lower == "to" and p.head.role == "ambassador" and i + 1 < high and t.tag[i + 1] == "VB":
                return self._to_comma(i, high)  # "ambassador for negotiations to normalize relations with Japan"
            else:
                break
        return last_noun if last_noun > j else None

    def _after_name(self, i: int) -> bool:
        """Whether a country or a known body ends right before token `i`."""
        place, body = self.s.places.at(i - 1), self.s.bodies.at(i - 1)
        return place is not None and place.kind != "demonym" or body is not None and body.source != "model"

    def _to_comma(self, i: int, high: int) -> int:
        end = i
        while end < high and self.s.t.text[end] not in (",", ".", ";", ")"):
            end += 1
        return end

    def _coordinated(self, i: int, j: int, high: int) -> bool:
        """Whether "and" or a comma at `i` joins two names inside one organization phrase."""
        t = self.s.t
        if i == j or i + 1 >= high:
            return False
        k = i + 1
        if t.text[i] == "," and t.lower[k] == "and" and "," in t.text[j:i]:
            k += 2 if t.lower[k + 1 : k + 2] == ["the"] else 1
            return k < high and is_cap(t, k) and is_cap(t, i - 1)  # "Economic Growth, Energy, and the Environment"
        if t.text[i] == ",":
            # Portfolio lists and lists of countries only: "Foreign Affairs, Trade and Development".
            if self.s.places.at(i - 1) is not None and self.s.places.at(k) is not None:
                return True
            rest = t.lower[k : k + 6]
            return (
                is_cap(t, k)
                and k not in self.s.person_at
                and self.s.bodies.at(k) is None
                and "and" in rest
                and is_cap(t, i - 1)
                and not any(w in ("said", "told", "was", "is", "who") for w in rest)
            )
        if self.s.lex.heads.match_at(t.lower, k) is not None or k in self.s.person_at:
            return False
        if self.s.places.at(k) is not None:
            return self.s.places.at(i - 1) is not None
        return (
            is_cap(t, k) == is_cap(t, i - 1)
            and t.pos[k] in ("NOUN", "PROPN", "ADJ")
            and (is_cap(t, k) or t.pos[k] == "NOUN" and t.pos[i - 1] in ("NOUN", "ADJ") and t.dep[k] == "conj")
        )
