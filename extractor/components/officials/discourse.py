"""Countries of unmarked offices from what stands near them: the ministry's, "its" and "his", who appoints them, and
the forces, police or court that the text speaks of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from extractor.components.records import TitleRecord
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.linking.bodies import BodyIndex
from extractor.linking.cues import TitleCues
from extractor.linking.places import UNIONS, PlaceIndex

# Sentences between a minister and "the ministry", and between "U.S. troops" and "a general".
_NEAR, _FIELD_NEAR = 3, 2
_TOP = frozenset({"head_of_state", "head_of_government", "deputy_head", "royal"})
# Offices that heads of state and government fill.
_FILLED = frozenset(
    {"head_of_government", "deputy_head", "minister", "deputy_minister", "director_general", "central_banker",
     "military", "adviser", "security", "subnational", "judiciary", "spokesperson", "deputy_director_general"}
)  # fmt: skip
# Roles whose title itself must name the field: "military spokesman", "police official".
_BY_WORDS = frozenset({"spokesperson", "official"})


def give(title: TitleRecord, country: str) -> None:
    """Set an inferred country on a title and on its official where that has none."""
    title.country, title.country_basis = country, "inferred"
    official = title.official
    if official is not None and official.country is None:
        official.country, official.country_basis = country, "inferred"


def is_of_several(t: TokenTable, title: TitleRecord, lex: TitleLexicon) -> bool:
    """ "Western diplomats", "a coalition spokesman": of no one state, or of another than the article's."""
    links = title.links
    if links is None:
        return False
    industry, foreign = lex.of("industry_word"), lex.of("foreign")
    for i in range(links.left, links.end):
        word = t.lower[i]
        if word == "foreign" and links.plural and t.lower[i + 1] in lex.of("foreign_noun"):
            return True  # "foreign mediators"
        if word in industry and t.lower[i + 1] in ("official", "officials"):
            return True
        if word in ("of", "for") and title.role not in ("military", "spokesperson", "official"):
            return False
        if word in foreign and (word not in links.core or links.plural or title.role in ("envoy", "official")):
            coalition = word != "coalition" or not lex.of("coalition_word").isdisjoint(t.lower)
            if coalition and (i < links.first + 3 or word in lex.of("coalition_adjective")):
                return True
    return False


def by_ministry(t: TokenTable, bodies: BodyIndex, titles: list[TitleRecord]) -> None:
    """ "The ministry's spokesman": of the state whose minister, or whose ministry, was named last before."""
    known: list[TitleRecord] = []
    for title in titles:
        links = title.links
        if links is None:
            continue
        nominal = [b for i in range(links.left, links.end) if (b := bodies.at(i)) and b.nominal]
        if title.country is None and known and nominal and nominal[0].kind == "ministry":
            before = known[-1]
            near = t.sent[links.first] - t.sent[before.links.first] <= _NEAR  # type: ignore[union-attr]
            official = title.official
            if near and nominal[0].country is None and (official is None or official.country is None):
                give(title, before.country or "")
        if title.country and title.role in ("minister", "deputy_minister"):
            known.append(title)


def by_embassy(t: TokenTable, places: PlaceIndex, titles: list[TitleRecord], lex: TitleLexicon) -> None:
    """ "The Costa Rican Embassy was occupied. The ambassador …": of the one state whose embassy the text names."""
    missions = lex.of("mission")
    codes = {p.iso3 for p in places.places if p.end < t.n and t.lower[p.end] in missions and p.iso3 not in UNIONS}
    if len(codes) != 1:
        return
    (code,) = codes
    for title in titles:
        if title.country is None and title.links is not None and (title.official is None or not title.official.country):
            words = {*t.lower[title.links.left : title.links.end]}
            if title.role == "ambassador" and not title.portfolio or words & missions:
                give(title, code)


def by_pronoun(t: TokenTable, places: PlaceIndex, titles: list[TitleRecord], of_state: frozenset[str]) -> None:
    """ "Hungary wants it eased, its foreign minister said": the country that was subject last, here or before; "his
    foreign minister": the country of the leader named last before, here or in the sentence before."""
    for k, title in enumerate(titles):
        links = title.links
        if title.country is not None or links is None or links.possessor_pronoun is None or title.role not in of_state:
            continue
        word = t.lower[links.possessor_pronoun]
        low = t.sents[max(t.sent[links.first] - (2 if word in ("its", "their") else 1), 0)][0]
        if word in ("its", "their"):
            near = [
                p
                for p in places.within(low, links.first)
                if p.iso3 not in UNIONS and t.dep[p.end - 1].startswith("nsubj")
            ]
            if near:
                give(title, near[-1].iso3)
        elif word in ("his", "her") and links.noun != "counterpart" and title.role in _FILLED:
            leaders = [
                b
                for b in titles[max(0, k - 20) : k]
                if b.links is not None and b.links.first >= low and b.official is not None and b.role in _TOP
            ]
            if leaders and leaders[-1].country and leaders[-1].official is not title.official:
                give(title, leaders[-1].country)


def by_appointing_body(
    t: TokenTable, places: PlaceIndex, titles: list[TitleRecord], appoints: Callable[[int], bool]
) -> None:
    """ "The Lithuanian Seimas elects NAME as prime minister": of the one country named before the verb."""
    for title in titles:
        links = title.links
        if title.country is not None or links is None or title.role not in (*_FILLED, *_TOP):
            continue
        low = t.sentence(links.first)[0]
        verb = next((i for i in range(links.left - 1, max(low, links.left - 9), -1) if appoints(i)), None)
        if verb is None:
            continue
        codes = {p.iso3 for p in places.within(low, verb)}
        if len(codes) == 1 and not codes & UNIONS:
            give(title, codes.pop())


def by_appointer(t: TokenTable, titles: list[TitleRecord], appoints: Callable[[int], bool]) -> None:
    """ "Russian President NAME dismissed the defense minister": of the state whose leader does so.

    appoints: whether the verb at a token gives or takes an office."""
    for title, before in zip(titles[1:], titles):
        a, b = before.links, title.links
        if title.country is not None or a is None or b is None or before.country is None or title.role not in _FILLED:
            continue
        if (
            t.sent[a.first] != t.sent[b.first]
            or before.role not in _TOP
            or before.official is title.official is not None
        ):
            continue
        if any(appoints(i) for i in range(a.end, b.left)):
            give(title, before.country)


def by_delegation(t: TokenTable, places: PlaceIndex, titles: list[TitleRecord], lex: TitleLexicon) -> None:
    """ "An Iranian delegation led by parliament speaker NAME": of the country that the led body is of."""
    for title in titles:
        links = title.links
        if title.country is not None or links is None or links.left < 4 or title.role == "intergovernmental":
            continue
        i = links.left - 1
        if t.lower[i] != "by" or t.lemma[i - 1] not in lex.of("leading_verb"):
            continue
        low = t.sentence(i)[0]
        named = places.within(max(low, i - 6), i - 1)
        if named and named[-1].iso3 not in UNIONS and named[-1].kind in ("demonym", "name") and i - named[-1].end <= 4:
            give(title, named[-1].iso3)


def served(t: TokenTable, titles: list[TitleRecord]) -> dict[int, TitleRecord]:
    """Whom an adviser or spokesman serves, by the identity of his title: "chief of staff to British prime minister"."""
    out = {}
    for title, whom in zip(titles, titles[1:]):
        a, b = title.links, whom.links
        if title.role not in ("adviser", "spokesperson") or title.country is not None or a is None or b is None:
            continue
        if t.lower[a.end : b.left] in (["to"], ["for"], ["of"], ["to", "the"], ["for", "the"]):
            out[id(title)] = whom
    return out


def by_head(titles: list[TitleRecord]) -> None:
    """Senators of one article sit in one senate: an unmarked legislator or judge takes the marked ones' country."""
    known: dict[str, set[str]] = {}
    for title in titles:
        if title.country and title.links and title.role in ("legislator", "judiciary"):
            known.setdefault(title.links.noun, set()).add(title.country)
    for title in titles:
        if title.country is None and title.links and title.role in ("legislator", "judiciary"):
            codes = known.get(title.links.noun, set())
            if len(codes) == 1:
                title.country, title.country_basis = next(iter(codes)), "inferred"


class Fields:
    """Forces, police and courts with their country: "U.S. troops", "the Israeli army", "Iraq's police"."""

    def __init__(self, t: TokenTable, places: PlaceIndex, cues: TitleCues, lex: TitleLexicon) -> None:
        self.t, self.places, self.persons = t, places, lex.of("field_person")
        self.found: list[tuple[int, str, str, frozenset[str]]] = []
        for place in places.places:
            i = place.end
            if i < t.n and t.lower[i] in ("'s", "’s"):
                i += 1
            if i >= t.n or place.iso3 in UNIONS:
                continue
            j = i if (t.lower[i],) in cues.fields or i + 1 >= t.n or t.pos[i] not in ("ADJ", "NOUN", "PROPN") else i + 1
            pair = cues.fields.get((t.lower[i], t.lower[i + 1])) if i + 1 < t.n else None
            roles = pair or (cues.fields.get((t.lower[j],)) if j < t.n else None)
            if roles is not None:
                self.found.append((place.first, t.lower[j], place.iso3, roles))
        self.firsts = [f[0] for f in self.found]

    def country(self, title: TitleRecord) -> str | None:
        """The one country whose field was named last before the title, in its sentence or the two before."""
        links = title.links
        if links is None:
            return None
        words = {*self.t.lower[links.left : links.end]}
        here = self.t.sent[links.first]
        low, high = self.t.sents[here]
        own = {p.iso3 for p in self.places.within(low, high)}
        codes: set[str] = set()
        last = -1
        for first, noun, iso3, roles in reversed(self.found[: bisect_left(self.firsts, links.left)]):
            sent = self.t.sent[first]
            if sent < here - _FIELD_NEAR or last >= 0 and sent < last:
                break
            if sent < here and own and iso3 not in own and title.role != "military":
                continue  # another country is spoken of by now; forces may be abroad
            if title.official is not None and noun in self.persons:
                continue  # "a German prosecutor said … Prosecutor General NAME": another one
            if title.role in _BY_WORDS and noun not in words or title.role not in (*roles, *_BY_WORDS):
                continue
            codes.add(iso3)
            last = sent
        return codes.pop() if len(codes) == 1 else None
