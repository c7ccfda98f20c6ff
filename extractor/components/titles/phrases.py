"""Title phrases: a head from the lexicon, grown left over modifiers and right over its organization phrase."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.components.titles.vocabulary import Head, TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.linking.bodies import Body, BodyIndex, is_cap
from extractor.linking.names import NameSpan
from extractor.linking.places import Place, PlaceIndex

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
ARTICLES = frozenset({"the", "a", "an"})
_NOUNY = frozenset({"NOUN", "PROPN"})
_HYPHENS = frozenset({"-", "‐", "‑"})


@dataclass(slots=True, eq=False)
class Phrase:
    """One title phrase. Tokens: core [head_first, head_end) is the lexicon match, [first, end) the span without country and
    possessor, [left, end) the whole noun phrase with article, country adjective and possessor."""

    head: Head
    head_first: int
    head_end: int
    first: int
    end: int
    left: int
    core_first: int
    incumbency: str = "current"
    countries: list[Place] = field(default_factory=list)
    country_inside: int | None = None
    body: Body | None = None
    portfolio: list[str] = field(default_factory=list)
    possessor: NameSpan | None = None
    possessor_token: int | None = None
    possessor_pronoun: int | None = None
    definite: bool = False
    indefinite: bool = False
    modified: bool = False
    compound_words: list[str] = field(default_factory=list)
    open_complement: bool = False

    @property
    def plural(self) -> bool:
        return self.head.plural


class PhraseFinder:
    """Finds the title phrases of one document."""

    def __init__(
        self, tokens: TokenTable, places: PlaceIndex, bodies: BodyIndex, names: list[NameSpan], lex: TitleLexicon
    ):
        self.t, self.places, self.bodies, self.lex = tokens, places, bodies, lex
        self.person_at = {i: n for n in names for i in range(n.first, n.end)}

    def find(self) -> list[Phrase]:
        out: list[Phrase] = []
        for first, end, head in self.lex.heads.matches(self.t.lower):
            first, end, head = self._past_body(first, end, head)
            if self._is_title(first, end, head):
                phrase = self._phrase(first, end, head)
                out.append(phrase)
        return _without_nested(out)

    def _past_body(self, first: int, end: int, head: Head) -> tuple[int, int, Head]:
        """Cut the words of a body off a composed head: "National Congress | President", "Security Council | members"."""
        for i in range(first, end - 1):
            body, place = self.bodies.at(i), self.places.at(i)
            stop = (
                body.end
                if body is not None
                else place.end
                if place is not None and self._is_body_place(place)
                else first
            )
            start = body.first if body is not None else i
            if first < stop < end and (start < first or stop - start > 1):
                shorter = self.lex.heads.match_at(self.t.lower, stop)
                if shorter is not None and shorter[0] == end:
                    return stop, end, shorter[1]
        return first, end, head

    def _is_title(self, first: int, end: int, head: Head) -> bool:
        t = self.t
        last = end - 1
        if head.capital and not t.text[first][:1].isupper():
            return False
        person = self.person_at.get(first)
        if person is not None and person.first < first and t.lower[first - 1] not in self.lex.ranks:
            return False  # "Martin Luther King"
        if (
            person is not None
            and first == person.first
            and end >= person.end
            and end - first == 1
            and not _stands_alone(t, end)
        ):
            # The model calls the title a name ("Queen said"): fine when capitalised and definite, else a surname.
            if not (first and t.lower[first - 1] in ARTICLES):
                return head.role in ("head_of_state",) and not head.generic
        body = self.bodies.at(first)
        if body is not None and body.source != "model" and body.first < first and last < body.end - 1:
            return False  # inside "Council of Foreign Ministers of …"
        if body is not None and body.source == "lexicon" and last < body.end:
            return False
        adjective = end - first == 1 and t.pos[first] not in _NOUNY and end not in self.person_at
        if adjective and not head.head.endswith(".") and (head.generic or end < t.n and t.pos[end] in ("NOUN", "ADJ")):
            return False  # "the general election"; but "premier of Tasmania", which taggers take for one, too
        if end - first == 1 and t.pos[first] == "VERB":
            return False
        if first and t.lower[first - 1] in self.lex.namesakes:
            return False  # "the frigate Admiral Kasatonov"
        if first and t.text[first - 1] in _HYPHENS and not t.space[first - 1] and not self._hyphen_modifier(first):
            return False  # "Port-au-Prince"
        if (
            head.generic
            and not head.plural
            and t.dep[last] == "compound"
            and end < t.n
            and t.head[last] > last
            and t.tag[end] in ("NN", "NNS")
            and end not in self.person_at
        ):
            return False  # "member states", "candidate companies"
        if (
            end < t.n
            and t.text[end] in _HYPHENS
            and not t.space[last]
            and t.lower[min(end + 1, t.n - 1)]
            not in (
                "elect",
                "designate",
                "in",
            )
        ):
            return False  # "leader-level", "minister-only"
        # "Office of the Spokesperson" is a body, unless its holder is named.
        left = first - 1 if first and t.lower[first - 1] in ARTICLES else first
        in_office = left > 1 and t.lower[left - 1] == "of" and t.lower[left - 2] in ("office", "offices", "cabinet")
        return not in_office or end in self.person_at

    def _hyphen_modifier(self, first: int) -> bool:
        """Whether the hyphen before `first` ties a word of rank or incumbency: "then-", "vice-", "co-"."""
        word = self.t.lower[first - 2] if first > 1 else ""
        return (word,) in self.lex.incumbency or word in self.lex.ranks or word in ("ranking", "then", "major", "co")

    def _phrase(self, first: int, end: int, head: Head) -> Phrase:
        p = Phrase(head, first, end, first, end, first, first)
        self._grow_left(p)
        self._grow_right(p)
        return p

    # --- left -------------------------------------------------------------------------------------------------------

    def _grow_left(self, p: Phrase) -> None:
        t = self.t
        low, _ = t.sentence(p.head_first)
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
            if word in self.lex.outside:
                i -= 1
                p.modified = True
                continue
            place = self.places.at(i - 1)
            if place is not None and place.end == i and not self._is_body_place(place):
                p.countries.insert(0, place)
                p.country_inside = place.first
                seen_country = True
                i = place.first
                # "Japanese and North Korean officials", "French, German and British ministers"
                joint = t.lower[i - 1] if i - 1 > low else ""
                joined |= joint in ("and", "or")
                if self.places.at(i - 2) is not None and (joint in ("and", "or", "-", "–") or joint == "," and joined):
                    i -= 1
                continue
            if seen_country:
                break
            if (
                i - 3 > low
                and t.text[i - 1] == ")"
                and t.text[i - 3] == "("
                and self.bodies.ending_at(i - 3) is not None
                and not p.modified
            ):
                p.body = self.bodies.ending_at(i - 3)  # "the Football Union (RFU) president"
                break
            body = self.bodies.ending_at(i) or self._union(place, i)
            if body is not None and body.first >= low:
                p.body = body
                p.modified = True
                lead = self.places.at(body.first)
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
            j = self._portfolio(i, low) or (self._portfolio_chain(i, low) if i == p.head_first else None)
            if j is not None:
                p.portfolio = [w for w in t.lower[j:i] if w.isalpha() and w != "and"] + p.portfolio
                if core == i:
                    core = j
                start, i, p.modified = j, j, True
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
        t = self.t
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
            place, body, person = self.places.at(owner), self.bodies.at(owner), self.person_at.get(owner)
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
                p.possessor_token = owner
                p.left = owner
            if p.left > low and t.lower[p.left - 1] == "the":
                p.left -= 1

    def _is_verb(self, j: int, low: int) -> bool:
        """ "A coup removed the minister" against "the removed minister"."""
        t = self.t
        if t.tag[j] in ("VBD", "VBZ", "VBP", "VB"):
            return True
        return t.lower[j].endswith("ed") and j > low and t.tag[j - 1] in ("NN", "NNS", "NNP", "NNPS", "PRP")

    def _modifier(self, i: int, low: int) -> tuple[int, str | None, bool] | None:
        """An incumbency or rank word that ends right before token `i`: (its first token, incumbency, is a rank)."""
        t = self.t
        for width in (3, 2, 1):
            j = i - width
            words = tuple(t.lower[j:i]) if j >= low else ()
            if words in self.lex.incumbency and not self._is_verb(j, low):
                if words == ("late",) and not (j > low and t.lower[j - 1] in (*ARTICLES, "'s", "his", "her")):
                    return None  # "late President" needs an article: "of late" is an adverb
                return j, self.lex.incumbency[words], False
        j = i - 1
        if t.text[j] in _HYPHENS and j - 1 >= low:  # then-President, ex-minister, co-leader
            before = (t.lower[j - 1],)
            if before in self.lex.incumbency:
                return j - 1, self.lex.incumbency[before], False
            if t.lower[j - 1] in self.lex.ranks:
                return j - 1, None, True
            if t.lower[j - 2 : j + 1] == ["high", "-", "ranking"]:
                return j - 2, None, False
            return None
        if t.lower[j] in self.lex.ranks and (
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
        t = self.t
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
        if k - 1 > low and self.t.lower[k - 1] in ("and", "&"):
            k -= 2 if self.t.text[k - 2] == "," else 1
            return self._portfolio(k, low, closed=True) if self._one_portfolio(i + 1, i) == i else None
        return None

    def _one_portfolio(self, i: int, low: int) -> int | None:
        for width in (3, 2, 1):
            j = i - width
            if j >= low and tuple(self.t.lower[j:i]) in self.lex.portfolios:
                return j
        return None

    def _is_compound(self, i: int, p: Phrase) -> bool:
        """Whether token `i` is a noun or adjective that belongs to the title: "Huawei CFO", "assembly leader"."""
        t = self.t
        if i in self.person_at or t.lower[i] in ARTICLES or not t.text[i][:1].isalnum():
            return False
        if t.text[i] in _HYPHENS:
            return False
        capital = is_cap(t, p.head_first)
        if is_cap(t, i) and t.pos[i] in ("PROPN", "ADJ", "NOUN"):
            return capital and (i > t.sentence(i)[0] or t.pos[i] == "PROPN") or t.pos[i] == "PROPN"
        if t.tag[i] in ("NN", "NNS") and t.dep[i] == "compound" and p.head_first <= t.head[i] < p.head_end:
            return True
        return t.lower[i] in (
            "opposition",
            "rebel",
            "government",
            "party",
            "military",
            "police",
            "union",
            "religious",
            "tribal",
            "district",
            "federal",
            "state",
            "local",
            "regional",
            "provincial",
            "elected",
            "coalition",
            "civil",
            "church",
            "community",
            "rights",
            "labour",
            "labor",
            "guerrilla",
            "separatist",
            "majority",
            "minority",
            "parliamentary",
            "presidential",
            "congressional",
            "senate",
            "house",
        )

    def _union(self, place: Place | None, i: int) -> Body | None:
        """The United Nations and the European Union are bodies though the gazetteer has them."""
        if place is not None and place.end == i and self._is_body_place(place):
            return Body(place.first, place.end, "igo", place.iso3, "lexicon")
        return None

    def _is_body_place(self, place: Place) -> bool:
        return place.iso3 in ("UNO", "EUE") and place.kind == "alias"

    # --- right ------------------------------------------------------------------------------------------------------

    def _grow_right(self, p: Phrase) -> None:
        t = self.t
        _, high = t.sentence(p.head_first)
        i = p.end
        if i + 1 < high and t.text[i] in _HYPHENS and (t.lower[i + 1],) in self.lex.incumbency:  # President-elect
            p.incumbency = self.lex.incumbency[(t.lower[i + 1],)]
            i = p.end = i + 2
        elif (
            i + 2 < high and t.text[i] in _HYPHENS and t.lower[i + 1 : i + 3] == ["in", "-"]
        ):  # commander-in-chief is a head
            return
        elif i < high and (t.lower[i],) in self.lex.incumbency and t.lower[i] in ("elect", "designate", "nominee"):
            p.incumbency = self.lex.incumbency[(t.lower[i],)]
            i = p.end = i + 1
        while i < high - 1 and t.lower[i] in ("of", "for", "to", "at", "from", "in", "on"):
            end = self._complement(p, i, high)
            if end is None:
                p.open_complement = t.lower[i] == "of"
                break
            p.end = i = end
            p.modified = True

    def _complement(self, p: Phrase, i: int, high: int) -> int | None:
        """End of the organization or portfolio phrase that the preposition at `i` opens; None where it is not the title's."""
        t = self.t
        word = t.lower[i]
        j = i + 1
        if t.lower[j] in (*ARTICLES, "its", "their", "his", "her", "that", "this"):
            j += 1
        if j >= high or j in self.person_at and is_cap(t, j):
            return None
        heads = self.lex.heads.match_at(t.lower, j) if is_cap(t, j) else None
        if heads is not None and self.bodies.at(j) is None and word in ("to", "of", "for"):
            return None  # "a counsellor to President Saied"
        role = p.head.role
        place, body = self.places.at(j), self.bodies.at(j)
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
        """End of the noun phrase from `j`: names, nouns and adjectives over possessives, coordinations and inner "of"."""
        t = self.t
        i = j
        last_noun = j
        while i < high:
            pos, lower = t.pos[i], t.lower[i]
            body = self.bodies.at(i)
            if i in self.person_at and body is None:
                break
            if body is not None and body.first >= j and body.end > i:
                if p.body is None or body.kind != "other":
                    p.body = body
                i = last_noun = body.end
            elif self.places.at(i) is not None:
                i = last_noun = self.places.at(i).end  # type: ignore[union-attr]
            elif pos in ("PROPN", "NOUN") and i == last_noun and i > j and self._after_name(i):
                break  # "the Ambassador to Germany Andriy Melnyk", "Chancellor of Austria yesterday"
            elif (
                t.tag[i] in ("RB", "VBN")
                and i + 2 < high
                and any(p_ in _NOUNY for p_ in t.pos[i + 1 : i + 3])
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
                or t.text[i] in _HYPHENS
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
            elif lower == "to" and p.head.role == "ambassador" and i + 1 < high and t.tag[i + 1] == "VB":
                return self._to_comma(i, high)  # "ambassador for negotiations to normalize relations with Japan"
            else:
                break
        return last_noun if last_noun > j else None

    def _after_name(self, i: int) -> bool:
        """Whether a country or a known body ends right before token `i`."""
        place, body = self.places.at(i - 1), self.bodies.at(i - 1)
        return place is not None and place.kind in ("name", "alias") or body is not None and body.source != "model"

    def _to_comma(self, i: int, high: int) -> int:
        end = i
        while end < high and self.t.text[end] not in (",", ".", ";", ")"):
            end += 1
        return end

    def _coordinated(self, i: int, j: int, high: int) -> bool:
        """Whether "and" or a comma at `i` joins two names inside one organization phrase."""
        t = self.t
        if i == j or i + 1 >= high:
            return False
        k = i + 1
        if t.text[i] == ",":
            # Portfolio lists and lists of countries only: "Foreign Affairs, Trade and Development".
            if self.places.at(i - 1) is not None and self.places.at(k) is not None:
                return True
            rest = t.lower[k : k + 6]
            return (
                is_cap(t, k)
                and k not in self.person_at
                and self.bodies.at(k) is None
                and "and" in rest
                and is_cap(t, i - 1)
                and not any(w in ("said", "told", "was", "is", "who") for w in rest)
            )
        if self.lex.heads.match_at(t.lower, k) is not None or k in self.person_at:
            return False
        if self.places.at(k) is not None:
            return self.places.at(i - 1) is not None
        return (
            is_cap(t, k) == is_cap(t, i - 1)
            and t.pos[k] in ("NOUN", "PROPN", "ADJ")
            and (is_cap(t, k) or t.pos[k] == "NOUN" and t.pos[i - 1] in ("NOUN", "ADJ") and t.dep[k] == "conj")
        )


_STATE_BODIES = frozenset(
    {"ministry", "government", "parliament", "agency", "military", "police_intelligence", "court", "bureau", "embassy"}
)


def _separable(body: Body, lead: Place) -> bool:
    """A country adjective in front of a body of state is not part of its name; in a company's or party's it may be."""
    return body.kind in _STATE_BODIES and (lead.kind == "demonym" or body.source != "lexicon")


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
