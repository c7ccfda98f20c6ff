"""Whose state speaks in a text that a government puts out itself: "we", "our sanctions", "the Administration".

Only texts that open with the name of such an office, or are transcripts of its briefings, count: in the report of a
news agency "we" is whoever is quoted.
"""

from __future__ import annotations

from collections import Counter

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.parties.turns import GUEST
from extractor.components.sanctions.text.phrases import Phrases
from extractor.language.tokens import TokenTable
from extractor.lexicon import split_words
from extractor.linking.places import UNIONS

# Tokens of the opening in which an office makes a text its own.
_OPENING = 90
# Tokens before a measure in which "your leadership" stands.
_LEADING = 9
_QUOTES = {'"', "``", "''", "“", "”"}
_SELF = {"i", "our", "us", "we"}
# Sentences of the opening that may name the speaker.
_OWN_SENTENCES = 6
# What stands before "administration" beside names: "the Holt Administration".
_FORMS = {"-", "my", "our", "the", "this"}


def spoken(event: Event, p: Phrases, parties: Parties) -> None:
    """Give a sender that is "we", "our", "you" or "the Administration" the state that is meant."""
    t, home = p.t, issuer(p, parties)
    if event.senders:
        return
    span = event.sender.span if event.sender is not None else None
    first = span[0] if span is not None else max(_possessive(event, p), _our_sentence(event, t))
    if first < 0 or span is None and event.action in ("lift", "ease", "suspend") and event.stage == "called_for":
        return
    words = t.lower[slice(*span)] if span is not None else [t.lower[first]]
    codes: tuple[str, ...] = (home,) if home is not None else ()
    if words[-1] in _SELF or words[0] == "we":
        if quoted(first, t):
            return
        if parties.turns.at(first, home)[0] == GUEST:
            event.inherited.add("many")
        codes = parties.turns.we(first, home)
    elif words in (["you"], ["your"]):
        codes = codes if _letter(t) else parties.turns.you(first, home)
    elif span is None or not _ruling(*span, p):
        return
    if not codes or set(codes) & set(event.targets):
        return
    text = event.sender.text if event.sender is not None else None
    event.sender = Party(span, codes, None, text)
    event.confidence = min(event.confidence, 0.8)


def _ruling(a: int, b: int, p: Phrases) -> bool:
    """ "the Administration", "the Holt Administration"."""
    office = p.t.lemma[b - 1].lower() in p.words.of("ruling_office")
    return office and set(p.t.lower[a : b - 1]) <= _FORMS | p.words.of("administration_name")


def _possessive(event: Event, p: Phrases) -> int:
    """The "our" or "your" of "our March 24 designations", "our plan to issue", "your leadership when it comes to"."""
    t, begin, dated = p.t, event.span[0], {"and"} | p.words.of("month")
    while begin > 1 and (t.tag[begin - 1] == "CD" or t.lower[begin - 1] in dated):
        begin -= 1
    own, done = {"our", "your"}, p.words.of("leadership") | p.words.of("partner_act") | p.words.of("plan_noun")
    for k in range(event.head - 1, max(t.sentence(event.node)[0], begin - _LEADING) - 1, -1):
        if t.lower[k] in own and (k >= begin - 1 or done & set(t.lemma[k + 1 : k + 3])):
            return k
    return -1


def issuer(p: Phrases, parties: Parties) -> str | None:
    """The state whose office puts the document out, as ISO 3166-1 alpha-3; None for anybody else's text."""
    if parties.issuers is None:
        parties.issuers = (_issuer(p, parties),)
    return parties.issuers[0]


def _issuer(p: Phrases, parties: Parties) -> str | None:
    t, facts = p.t, parties.facts
    if facts.dateline is not None and not parties.turns.transcript:
        place = (facts.dateline_place or "").lower()
        if not place.startswith("washington"):
            return None
    # Texts of several states: "we" is all of them. "Joint Stock Company", "joint venture": not who speaks.
    # "The G20 meeting will come": one that is spoken of.
    several, named = p.words.of("joint_text"), {"-"} | p.words.of("joint_name") | p.words.of("meeting_word")
    shared = (k for k in range(min(t.n, _OPENING)) if t.lower[k] in several)
    if not parties.turns.transcript and any(not named & set(t.lower[k + 1 : k + 2]) for k in shared):
        return None
    # The line with the office may have been left out as one that every text of the folder has.
    for _, _, code in p.words.issuers.matches(split_words(facts.masthead)):
        return code
    end = t.n if parties.turns.transcript else min(t.n, _OPENING)
    for i in range(end):
        found = p.words.issuers.match_at(t.text, i)
        if found is not None and not _of_another(i, found[0], found[1], parties):
            return found[1]
    return _titled(parties) or _readout(parties) or _presiding(parties) or _ours(t, parties) or _own_bodies(t, parties)


def _of_another(start: int, end: int, code: str, parties: Parties) -> bool:
    """ "the Press Secretary of the President of Mali", "Mali's Secretary of State": another state's."""
    t = parties.t
    if any(x.end in (start, start - 1) and x.iso3 != code for x in parties.places.within(max(0, start - 4), start)):
        return True
    k = end
    while k + 1 < t.n and t.lower[k] == "of":
        after = k + 2 if t.lower[k + 1] == "the" else k + 1
        place = parties.places.at(after)
        if place is not None:
            return place.iso3 != code
        k = after + 1
    return False


def _titled(parties: Parties) -> str | None:
    """ "Remarks by President Biden", "Press Briefing by Press Secretary": whose words the title announces."""
    lists, named = parties.p.words, split_words(parties.facts.title or "")
    if not named or named[0].lower() not in lists.of("remarks"):
        return None
    named = named[named.index("by") + 1 :] if "by" in named else named
    for _, end, code in (*lists.issuers.matches(named), *lists.leaders.matches(named)):
        if named[end : end + 1] != ("of",):
            return code
    for word in named[:4]:
        for official in parties.facts.officials:
            if official.country and official.family_name == word.strip(",.:"):
                return official.country
    return None


def _readout(parties: Parties) -> str | None:
    """ "President Jane Smith spoke today with": the state whose office tells of its own official's call or visit."""
    t = parties.t
    if not t.n or parties.facts.dateline is not None or parties.turns.transcript:
        return None
    first, last = t.sents[0]
    calling, near = parties.p.words.of("meeting_verb"), range(first, min(last, first + 20))
    verb = next((k for k in near if t.tag[k] == "VBD" and t.lemma[k] in calling), -1)
    if verb < 0 or "today" not in t.lower[first:last] or "said" in t.lower[first:last]:
        return None
    codes = {code for a, _, code in parties.people_within(t.start[first], t.start[verb]) if a >= t.start[first]}
    return next(iter(codes)) if len(codes) == 1 and ";" not in next(iter(codes)) else None


def _presiding(parties: Parties) -> str | None:
    """A transcript of "THE PRESIDENT" whose heading names one capital and its hour: the state whose capital it is."""
    t, zones = parties.t, parties.p.words.of("time_zone")
    if not parties.turns.transcript:
        return None
    first = next((i for i in range(2, t.n) if t.text[i] == ":" and t.text[i - 2 : i] == ["THE", "PRESIDENT"]), -1)
    if not 0 < first <= _OPENING or not any(x.isupper() and x.lower() in zones for x in t.text[:first]):
        return None
    seats = {place.iso3 for place in parties.places.within(0, first) if place.kind == "capital"}
    return next(iter(seats)) if len(seats) == 1 else None


def _ours(t: TokenTable, parties: Parties) -> str | None:
    """ "Canada has worked with our allies", "I have directed my administration": the state that speaks of itself."""
    if parties.facts.dateline is not None or not t.n:
        return None
    # A text of its own opens with the state; what others say stands in quotation marks or later on.
    for first, last in t.sents[:_OWN_SENTENCES]:
        own = next((k for k in range(first + 2, last) if t.lower[k] == "our" and not quoted(k, t)), -1)
        if own < 0:
            continue
        for place in parties.places.within(first, own):
            subject = place.kind in ("name", "alias") and t.dep[place.end - 1] == "nsubj"
            if subject and place.iso3 not in UNIONS and place.iso3 not in parties.p.words.regimes:
                return place.iso3
    mine = any(t.lower[k] == "my" and t.lower[k + 1] == "administration" and not quoted(k, t) for k in range(t.n - 1))
    named = [c for c, _ in parties.tally.most_common() if c not in UNIONS and c not in parties.p.words.regimes]
    return named[0] if mine and named else None


def _own_bodies(t: TokenTable, parties: Parties) -> str | None:
    """A speech: nothing but the first person all through, and the bodies that it names are one state's."""
    if sum(low in _SELF for low in t.lower) * 50 < t.n:
        return None
    ranked = Counter(code for _, _, code in parties.bodies if code not in ("EUE", "UNO") and ";" not in code)
    top = ranked.most_common(2)
    if not top or top[0][1] < 2 or len(top) > 1 and top[0][1] < 2 * top[1][1]:
        return None
    # States under sanctions do not speak of their own.
    return None if top[0][0] in parties.p.words.regimes else top[0][0]


def _our_sentence(event: Event, t: TokenTable) -> int:
    """ "We have, as you know, instituted sanctions": the "we" that opens the sentence of a verb without subject."""
    first = t.sentence(event.node)[0]
    acts = event.rule == "noun-verb" and event.sender is None and event.stage in ("done", "planned")
    if not acts or event.action not in ("expand", "impose") or t.lower[first] != "we":
        return -1
    return first if t.tag[event.node] in ("VBD", "VBN") else -1


def _letter(t: TokenTable) -> bool:
    """Is it a letter to the head of the state, or does it tell of one?"""
    opening = t.lower[:400]
    return bool({"dear", "letter"} & set(opening)) and "president" in opening


def quoted(i: int, t: TokenTable) -> bool:
    """Does token `i` stand within quotation marks of its paragraph, as far as their number before it tells?"""
    first = t.sentence(i)[0]
    marks = sum(t.text[k] in _QUOTES for k in range(max(0, first - 60), i))
    return marks % 2 == 1
