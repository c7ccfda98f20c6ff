"""Title phrases to the right of the head: "-elect", and "of", "for", "to" with organization, portfolio or country."""

from __future__ import annotations

from extractor.components.titles.phrase import ARTICLES, HYPHENS, NOUNY, POSSESSIVES, Phrase
from extractor.components.titles.words_after import WordsAfter
from extractor.linking.body import is_cap
from extractor.linking.places import COUNTRY_KINDS

# After "for" and "to" they open what somebody does with a holder of these roles.
_OTHERS = frozenset({"a", "an", "his", "her", "its", "their", "our", "my", "your"})
_TAKE_NO_OTHERS = frozenset(
    {"head_of_state", "head_of_government", "deputy_head", "minister", "legislator", "judiciary", "military",
     "security", "official", "subnational", "royal", "ambassador", "central_banker", "party_official"}
)  # fmt: skip
_STAFF = frozenset({"deputy_minister", "director_general", "deputy_director_general", "adviser"})
_WITH_STAFF = frozenset({"bureau", "ministry", "agency"})
_PREPOSITIONS = frozenset({"of", "into", "for", "to", "at", "from", "in", "on", "with", "within"})


class Rightward(WordsAfter):
    """Grows title phrases to the right."""

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
        elif i < high and (t.lower[i],) in self.s.lex.incumbency and self._is_marker(i):
            p.incumbency = self.s.lex.incumbency[(t.lower[i],)]
            i = p.end = i + 1
        i = p.end = self._more_fields(p, i, high)
        if "of" in p.head.head and i + 1 < high and t.lower[i] in POSSESSIVES and is_cap(t, i + 1):
            i = p.end = self._noun_phrase(p, i + 1, high) or i  # "commander of the army | 's Northern Command"
        while i < high - 1 and t.lower[i] in _PREPOSITIONS:
            end = self._complement(p, i, high)
            if end is None:
                p.open_complement = t.lower[i] == "of"
                break
            p.end = i = self._cut_name(p, i + 1, end)
            p.modified = True

    def _more_fields(self, p: Phrase, i: int, high: int) -> int:
        """ "Minister of Agriculture | and Rural Development": the end of the portfolios that follow a composed head."""
        t, lex = self.s.t, self.s.lex
        words = p.head.head.split()
        if not p.head.portfolio or not {"of", "for"} & set(words) or not is_cap(t, p.head_end - 1):
            return i
        end = i
        while i + 1 < high and t.lower[i] in ("and", "&", ","):
            k = i + 1
            closes = t.lower[i] != ","
            if t.lower[k] in ("and", "&") and not closes:
                k, closes = k + 1, True
            stop = k
            while stop < high and stop - k < 5 and is_cap(t, stop) and t.text[stop].isalpha():
                if stop in self.s.person_at or lex.heads.match_at(t.lower, stop) is not None:
                    break
                if t.lower[stop] in lex.honorifics and stop > k:
                    break  # "… and International Cooperation | Sheikh NAME"
                stop += 1
            if stop == k or not any((w,) in lex.portfolios for w in t.lower[k:stop]):
                break
            i = stop
            if closes:
                end = stop
                break
        return end

    def _complement(self, p: Phrase, i: int, high: int) -> int | None:
        """End of the organization or portfolio behind the preposition at `i`; None where it is not the title's."""
        t = self.s.t
        word = t.lower[i]
        j = i + 1
        if word in ("for", "to") and t.lower[j] in _OTHERS and p.head.role in _TAKE_NO_OTHERS:
            return None  # "thanked the ministers for their leadership", "called the secretary for a briefing"
        if t.lower[j] in (*ARTICLES, "its", "their", "his", "her", "that", "this"):
            j += 1
        if j < high and j in self.s.person_at and is_cap(t, j):
            return self._company(p, word, j, high)
        if j >= high or self._is_time(j) or t.lower[j] == "one":
            return None
        heads = self.s.lex.heads.match_at(t.lower, j) if is_cap(t, j) else None
        field = (t.lower[j],) in self.s.lex.portfolios
        if heads is not None and not field and self.s.bodies.at(j) is None and word in ("to", "of", "for"):
            return None  # "a counsellor to President Saied"
        role = p.head.role
        place, body = self.s.places.at(j), self.s.bodies.at(j)
        whose = body.end if body is not None else place.end if place is not None else j
        if role == "adviser" and word in ("to", "for") and self.s.lex.heads.match_at(t.lower, whose) is not None:
            return None  # "chief of staff to British prime minister NAME"
        if word == "into":  # "head of the U.N. investigation | into the oil-for-food programme"
            return self._noun_phrase(p, j, high) if t.lower[i - 1] in self.s.lex.of("inquiry") else None
        if word == "within":
            known = body is not None and body.first == j and not body.nominal
            p.body = p.body or body if known else p.body
            return body.end if known and body is not None else None  # "director of health within the Ministry"
        if word == "with":
            known = body is not None and body.first == j and body.source != "model" and not body.nominal
            if not known or body is None or role not in ("official", "spokesperson", "other", "security"):
                return None
            p.body = p.body or body  # "a senior official with Immigration and Customs Enforcement"
            return body.end
        if word in ("at", "in", "from", "on"):
            if word == "at" and p.end > p.head_end and role in ("head_of_state", "head_of_government"):
                return None  # "inaugurated as President of Chile at the Congress"
            if word == "at" and body is not None and body.first == j:
                p.body = p.body or body
                return body.end
            if word == "at" and (described := self._described(p, j, high)) is not None:
                return described
            staff = word == "in" and role in _STAFF and body is not None and body.first == j and not body.nominal
            if staff and body is not None and body.kind in _WITH_STAFF:
                p.body = p.body or body
                return body.end  # "Deputy Assistant Secretary in the Bureau of African Affairs"
            if word == "at" and body is None and place is None and is_cap(t, j):
                return self._company(p, word, j, high)
            if word == "at" and (place is not None or body is not None) and self._common_body(j, high):
                return self._noun_phrase(p, j, high)  # "second secretary at the Nicaraguan embassy"
            bare = not p.countries and p.body is None and not p.definite
            if word == "in" and p.plural and role == "official" and bare:
                return place.end if place is not None and place.first == j else None  # "officials in Madagascar"
            if word == "in" and p.head.head == "politician" and place is not None and not p.countries:
                return place.end if place.first == j and place.kind in COUNTRY_KINDS else None
            if word == "from" and role == "legislator" and place is not None and place.first == j and body is None:
                return place.end  # "United States Senator from Vermont | NAME"
            if word == "from" and p.plural and not p.head.generic and body is None and place is not None:
                return self._listed(place.end, high)  # "mediators from Qatar | travel to Tehran"
            if word == "from" and (body is not None or place is not None) and p.head.generic:
                return self._noun_phrase(p, j, high)
            if word == "in" and t.lower[j] == "charge" and j + 2 < high and t.lower[j + 1] == "of":
                return self._noun_phrase(p, j + 2, high)
            panel = word == "on" and role in ("legislator", "official") and body is not None and body.first == j
            if panel and body is not None and body.kind in ("committee", "parliament"):
                p.body = p.body or body  # "the ranking Democrat on the Senate panel"
                return body.end + (t.lower[body.end : body.end + 1] in (["panel"], ["committee"]))
            if word in ("in", "on") and role in ("ambassador", "envoy") and (place is not None or word == "on"):
                return self._noun_phrase(p, j, high)
            return None
        if word == "to" and (
            role not in ("ambassador", "envoy", "adviser", "deputy_minister", "official")
            or t.tag[j] == "VB"
            or role == "official"
            and not p.head.head.startswith(tuple(self.s.lex.of("delegate_head")))
        ):
            return None
        if word == "for" and place is None and body is None and t.pos[j] not in ("NOUN", "PROPN", "ADJ"):
            return None
        if word == "for" and role in ("head_of_state", "head_of_government") and not p.head.generic:
            return None
        serves = word == "for" and role in ("official", "military", "non_state") and body is not None
        if serves and body is not None and body.first == j and body.source != "model" and not body.nominal:
            return self._noun_phrase(p, j, high)  # "a senior official for the Bureau of Arms Control"
        purpose = word == "for" and (t.tag[j] == "VBG" and not is_cap(t, j) or self._takes_no_purpose(p))
        if purpose and not any(self.s.places.at(k) is not None for k in range(j, min(j + 2, high))):
            return None
        return self._noun_phrase(p, j, high)

    def _noun_phrase(self, p: Phrase, j: int, high: int) -> int | None:
        """End of the noun phrase from `j`: names, nouns and adjectives over possessives, coordinations and "of"."""
        t, lex = self.s.t, self.s.lex
        days, units, ruling, panels = lex.of("near_day"), lex.of("region_unit"), lex.of("ruling"), lex.of("panel")
        i = last_noun = j
        while i < high:
            pos, lower = t.pos[i], t.lower[i]
            body = self.s.bodies.at(i)
            if i in self.s.person_at and body is None:
                break
            if i > j and body is None and is_cap(t, i) and self._opens_name(i, high):
                break
            if body is not None and body.first >= j and body.end > i:
                if p.body is None or body.kind != "other":
                    p.body = body
                i = last_noun = body.end
            elif self.s.places.at(i) is not None:
                i = last_noun = self.s.places.at(i).end  # type: ignore[union-attr]
                if i + 2 < high and t.text[i] in HYPHENS and t.lower[i + 1] == "based":
                    i += 2  # "the Florence-based foundation"
            elif pos == "NUM" and i > j and i + 1 < high and t.lower[i + 1] in self.s.lex.temporal:
                break  # "chairman of the company two years later"
            elif i > j and self._is_term(i, high):
                break  # "mayor of Lima | 2008-2012"
            elif (
                (pos == "PROPN" and (lower not in self.s.lex.common or p.head.role == "ambassador") or lower in days)
                and i == last_noun
                and i > j
                and lower not in units
                and self._after_name(i)
                and (p.head.role in ("ambassador", "head_of_state") or not self._in_name(i))
            ):
                break  # "the Ambassador to Germany Andriy Melnyk", "Chancellor of Austria yesterday"
            elif (
                t.tag[i] in ("RB", "VBN")
                and i + 2 < high
                and any(p_ in NOUNY for p_ in t.pos[i + 1 : i + 3])
                and (i == j or i == j + 1 and t.tag[j] == "RB")
            ):
                i += 1  # "the privately held TV Books"
            elif (
                pos in ("NOUN", "PROPN", "NUM")
                or t.tag[i] in ("NNP", "NNPS")
                and pos == "X"
                or (pos == "VERB" and t.tag[i] == "VBG" and i + 1 < high and t.pos[i + 1] == "NOUN")
                or (i == j and t.lower[i] in ruling)
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
                or i > j
                and t.text[i - 1] in HYPHENS
                and not t.space[i - 1]
                and not t.space[i - 2]  # "the oil-for-food programme"
                or lower in ('"', "``", "''")
                and i + 1 < high
                and (is_cap(t, i + 1) or '"' in t.text[j:i])
                or lower in ("and", "&", ",")
                and self._coordinated(p, i, j, high)
                or (lower in ("of", "for") or lower == "on" and t.lower[i - 1] in panels)
                and i > j
                and i + 1 < high
                and (is_cap(t, i + 1) or t.lower[i + 1] == "the" and i + 2 < high and is_cap(t, i + 2))
                and (is_cap(t, i - 1))
                or lower == "the"
                and t.lower[i - 1] in ("of", "for", "and", ",")
            ):
                i += 1
                while t.text[i - 1] == "," and i < high and t.lower[i] == "and":
                    i += 1
            elif lower == "to" and p.head.role == "ambassador" and i + 1 < high and t.tag[i + 1] == "VB":
                return self._to_comma(i, high)  # "ambassador for negotiations to normalize relations with Japan"
            else:
                break
        return last_noun if last_noun > j else None

    def _coordinated(self, p: Phrase, i: int, j: int, high: int) -> bool:
        """Whether "and" or a comma at `i` joins two names inside one organization phrase."""
        t = self.s.t
        if i == j or i + 1 >= high:
            return False
        k = i + 1
        if t.text[i] == "," and t.lower[k] == "and" and "," in t.text[j:i]:
            k += 2 if t.lower[k + 1 : k + 2] == ["the"] else 1
            if self.s.places.at(i - 1) is not None and k < high and self.s.places.at(k) is not None:
                return True  # "Japan, the United Kingdom, and the United States"
            if k < high and self.s.lex.heads.match_at(t.lower, k) is not None:
                return False  # "…, and the High Representative"
            return k < high and is_cap(t, k) and is_cap(t, i - 1)  # "Economic Growth, Energy, and the Environment"
        if t.text[i] == ",":
            if self.s.lex.heads.match_at(t.lower, k) is not None and (t.lower[k],) not in self.s.lex.portfolios:
                return False  # "the Governor of Puerto Rico, mayors and …"
            # Portfolio lists and lists of countries only: "Foreign Affairs, Trade and Development".
            behind = self.s.places.at(k + 1 if t.lower[k] == "the" and k + 1 < high else k)
            before = self.s.places.at(i - 1)
            if before is not None and behind is not None:
                # "the U.S., Russia and China", not "envoy on Myanmar, Laotian diplomat"
                return (before.kind == "demonym") == (behind.kind == "demonym")
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
        past = k + (t.lower[k] == "the" and k + 1 < high)
        if (p.plural or p.head.head == "member") and self._same_kind(i, past):
            return True
        if self.s.places.at(past) is not None:
            return self.s.places.at(i - 1) is not None
        return (
            is_cap(t, k) == is_cap(t, i - 1)
            and t.pos[k] in ("NOUN", "PROPN", "ADJ")
            and (is_cap(t, k) or t.pos[i - 1] in ("NOUN", "ADJ") and self._conjunct(k, high))
        )
