"""A pronoun, bare noun or forum as sender or agent: whose government "it", "the cabinet" is, which body is to act."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.text.phrases import Phrases
from extractor.language.tokens import TokenTable
from extractor.linking.places import UNIONS

_WITHIN = {"at", "in", "through", "via"}
_PRONOUNS = {"he", "him", "it", "she", "them", "they", "which", "who"}


def addressed(event: Event, p: Phrases, parties: Parties) -> None:
    """A pronoun or bare noun as sender: the speaker's state, named earlier in the sentence."""
    t = p.t
    for name in ("sender", "agent"):
        party: Party | None = getattr(event, name)
        if party is None or party.countries or party.span is None:
            continue
        words = {t.lower[k] for k in range(*party.span)}
        if words & (_PRONOUNS | p.words.of("government_noun")):
            found = _antecedent(party.span[0], p, parties, event)
            found = found or _before(party.span, p, parties, event)
            if found is not None:
                setattr(event, name, found)


def forum(event: Event, p: Phrases, parties: Parties) -> None:
    """ "efforts through the Security Council to impose", "work at the Security Council to lift": the body acts."""
    t, begin = p.t, p.group(event.node)[0]
    phrase = p.left_phrase(begin) if t.lower[begin] == "to" else None
    if phrase is None or event.action == "violate":
        return
    k = next((k for k in range(phrase[1] - 1, phrase[0] - 2, -1) if k >= 0 and t.lower[k] in _WITHIN), -1)
    bodies = (p.words.bodies.match_at(t.text, i) for i in range(k + 1, phrase[1] if k > 0 else 0))
    code = next((body[1] for body in bodies if body is not None and body[1]), None)
    if code in UNIONS and code not in event.targets:
        span = parties.trim((k + 1, phrase[1]))
        event.sender = Party(span, (code,), None, parties.text(span))


def together(event: Event, p: Phrases, parties: Parties) -> None:
    """ "Canada should join Norway in imposing", "… in imposing and enforcing": both act."""
    t, first, k = p.t, p.t.sentence(event.node)[0], event.node - 1
    while k > first and (t.tag[k] == "VBG" or t.lower[k] in (",", "and", "or")):
        k -= 1
    other = p.left_phrase(k) if t.tag[event.node] == "VBG" and t.lower[k] == "in" else None
    v = p.before(other[0]) if other is not None else -1
    while v >= 0 and t.tag[v] == "DT":
        v -= 1
    if other is None or v < 0 or p.verb(v) != "join" or t.tag[other[0]] == "PRP":
        return
    subject, child = p.left_phrase(p.group(v)[0]), t.child(v, "nsubj")
    if subject is None and child is not None:
        subject = p.left_phrase(child + 1)
    parts = [parties.sender(span) for span in (subject, other) if span is not None]
    if codes := {code for part in parts for code in part.countries}:
        event.sender = Party(other, tuple(sorted(codes)), None, ";".join(x.text for x in parts if x.text))


def _before(span: tuple[int, int], p: Phrases, parties: Parties, event: Event) -> Party | None:
    """A pronoun that opens its sentence: the subject of the sentence before, or for "they" the states named in it."""
    t, i = p.t, span[0]
    first, last = t.sentence(i)
    index = t.sent[i]
    bare = t.lower[i] in p.words.of("bare_government") and span[1] == i + 1 and t.lower[max(0, i - 1)] == "the"
    if t.lower[i] not in ("it", "they") and not bare or i - first > 2 or not index:
        return None
    before, end = t.sents[index - 1]
    if t.lower[i] == "they":
        here = {x.iso3 for x in parties.places.within(i, last)} | set(event.targets)
        named = [x for x in parties.places.within(before, end) if x.iso3 not in here and x.kind in ("name", "alias")]
        joined = [x for x in named if t.dep[x.end - 1] == "conj" or t.child(x.end - 1, "conj") is not None]
        codes = tuple(sorted({x.iso3 for x in joined}))
        if len(codes) < 2 or not here and "between" in t.lower[before:end]:
            return None
        names = list(dict.fromkeys(parties.text((x.first, x.end)) for x in joined))
        return Party(None, codes, None, ";".join(names))
    for k in range(before, end):
        if t.dep[k] == "nsubj" and t.dep[t.head[k]] == "root" and t.tag[k] in ("NN", "NNP"):
            found = parties.sender((p.start(k), max(p.end(k), k + 1)))
            return found if len(found.countries) == 1 and found.countries != event.targets else None
    return None


def _antecedent(i: int, p: Phrases, parties: Parties, event: Event) -> Party | None:
    t = p.t
    first = t.sentence(i)[0]
    if t.lower[i] in ("he", "she", "him"):
        # A person, not the country beside him.
        return _person(first, i, parties, event)
    named = {p.iso3 for p in parties.places.within(first, i) if p.iso3 not in event.targets}
    if len(named) > 1 and t.tag[i] != "PRP":
        # "people in Panama asked, for the war in Ukraine, the government": whose, nothing tells.
        return None
    if (
        t.tag[i] == "PRP"
        and (acting := _acting(first, i, parties, t)) is not None
        and acting.countries != event.targets
    ):
        return acting
    for k in range(i - 1, first - 1, -1):
        place = parties.places.at(k)
        if (
            place is not None
            and place.first == k
            and not any(a <= k < b and b > place.end and label == "ORG" for a, b, label in t.ents)
        ):
            codes = (parties.acting_code(place),)
            if codes != event.targets:
                return Party((place.first, place.end), codes, "country", parties.text((place.first, place.end)))
    return _person(first, i, parties, event)


def _person(first: int, i: int, parties: Parties, event: Event) -> Party | None:
    """The first official between the tokens `first` and `i` whose state is not the one that is hit."""
    start, end = parties.t.start[first], parties.t.start[i]
    for a, b, country in parties.people:
        if start <= a < end and country not in event.targets:
            return Party(None, tuple(country.split(";")), None, parties.raw[a:b])
    return None


def _acting(first: int, i: int, parties: Parties, t: TokenTable) -> Party | None:
    """The state that is the subject of a verb before token `i`: "Australia banned Chinese beef, but it kept"."""
    for place in reversed(parties.places.within(first, i)):
        if place.kind in ("name", "alias") and place.end < i and t.tag[place.end] in ("MD", "VBD", "VBP", "VBZ"):
            span = (place.first, place.end)
            return Party(span, (place.iso3,), "country", parties.text(span))
    return None


def only_parties(event: Event, p: Phrases) -> None:
    """Drop a sender of no state that is no party at all: "pressure", "the restraints", "this information"."""
    t = p.t
    party = event.sender
    if party is None or party.countries or party.span is None:
        return
    texts = p.words.of("decided_text")  # what is decided on, not who decides
    if any(t.tag[k] in ("NNP", "NNPS", "PRP", "FW") for k in range(*party.span)):
        tabled = t.lemma[party.span[1] - 1].lower() in texts or t.lemma[party.span[0]].lower() == "resolution"
        if not tabled:
            return
    after = next((k for k in range(party.span[1], min(t.n, party.span[1] + 4)) if p.verb(k)), -1)
    if after >= 0 and after != event.node and t.lemma[after] in p.words.of("debating"):
        # "The leaders discussed efforts to impose": whose efforts, nothing tells.
        event.sender = None
        return
    words = p.words.party_words
    known = words["office"] | words["person"] | words["entity"] | words["group"] | words["state"]
    lemmas = {t.lemma[k].lower() for k in range(*party.span)}
    if not lemmas & (known | p.words.of("collective")) or lemmas & texts:
        event.sender = None
