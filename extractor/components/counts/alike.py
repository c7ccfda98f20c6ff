"""Whether two counts can be of one matter: the same measure or noun, the same event told in two sentences."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.components.counts.evidence import CASUALTY
from extractor.components.counts.found import Found
from extractor.components.counts.repeats import is_telling
from extractor.components.counts.vocabulary import CountWords
from extractor.language.closed_classes import NAME_TAGS, NOUN_TAGS
from extractor.language.tokens import TokenTable

# Classes of things with several names: six fighters are part of 40 planes.
_CLASSES = frozenset({"aircraft", "vessels", "weapons", "votes", "documents", "families", "entities_listed"})
# Tokens on either side of a count that tell of its event.
_WINDOW = 40
_STEPS = frozenset({"a", "another", "by", "down", "from", "to", "up"})
_LIGHT = frozenset({"be", "do", "go", "have", "include", "make", "take"})


def same_heads(one: Found, two: Found, words: CountWords) -> bool:
    """`alike`, or a number of people against one of cases, deaths or arrests, each of which is one of them."""
    cases = words.cues["case_noun"]
    counts = one.record.quantity_type == two.record.quantity_type == "count"
    both = (one.person or one.record.unit in cases) and (two.person or two.record.unit in cases)
    return alike(one, two) or counts and both


def alike(one: Found, two: Found) -> bool:
    """Whether two counts have one unit: people are people under any noun, and a noun left out fits any."""
    a, b = one.record, two.record
    if a.quantity_type != b.quantity_type:
        return False
    if a.quantity_type != "count" or a.unit is not None and a.unit == b.unit:
        return a.unit == b.unit
    if one.person != two.person:
        return False
    return a.unit == b.unit or one.person or one.elided or two.elided or a.kind == b.kind and a.kind in _CLASSES


@dataclass(frozen=True, slots=True)
class Event:
    """What the sentence around a count tells with: names (a name of several words once), nouns, verbs."""

    names: frozenset[str]
    nouns: frozenset[str]
    verbs: frozenset[str]

    @property
    def size(self) -> int:
        """How many words it is told with."""
        return len(self.names) + len(self.nouns) + len(self.verbs)

    def shared(self, other: Event) -> int:
        """How many words two sentences have in common."""
        mine, theirs = self.names | self.nouns | self.verbs, other.names | other.nouns | other.verbs
        return len(mine & theirs)

    def matter(self, other: Event) -> int:
        """How many things two sentences have in common, without what is done."""
        return len((self.names | self.nouns) & (other.names | other.nouns))


def event_of(tokens: TokenTable, item: Found, words: CountWords) -> Event:
    """What the sentence of a count tells with, apart from the count and from words of every report."""
    first, end = tokens.sentence(item.core)
    names, nouns, verbs = set(), set(), set()
    capitals = all(word.isupper() for word in tokens.text[first : first + 4] if word.isalpha())
    for i in range(max(first, item.first - _WINDOW), min(end, item.end + _WINDOW)):
        tag, lemma = tokens.tag[i], tokens.lemma[i]
        if item.first <= i < item.end or tag not in NOUN_TAGS and tag[:2] != "VB" or len(lemma) < 3:
            continue
        dull = lemma == item.record.unit or lemma in words.cues["time_noun"] or lemma in words.cues["told_anywhere"]
        if dull or lemma in _LIGHT or lemma in words.cues["reporting"] or lemma in words.numbers:
            continue
        if tag in NAME_TAGS and not (capitals and tokens.text[i].isupper()):
            if i + 1 >= end or tokens.tag[i + 1] not in NAME_TAGS:
                names.add(lemma)
        elif tag in NOUN_TAGS:
            # In a text in capitals any noun looks like a name.
            nouns.add(lemma)
        else:
            verbs.add(lemma)
    return Event(frozenset(names), frozenset(nouns), frozenset(verbs))


def framing(tokens: TokenTable, item: Found) -> str | None:
    """The noun that a figure belongs to: shortfall in "the 9,000 tonne shortfall", "a shortfall of 9,000 tonnes"."""
    end = item.end
    if end < tokens.n and tokens.tag[end] in ("NN", "NNS") and tokens.sent[end] == tokens.sent[item.core]:
        while end + 1 < tokens.n and tokens.tag[end + 1] in ("NN", "NNS"):
            end += 1
        return tokens.lemma[end]
    at = item.first - 1
    if at > 0 and tokens.lower[at] == "of" and tokens.tag[at - 1] in ("NN", "NNS"):
        return tokens.lemma[at - 1]
    return None


def introduced(tokens: TokenTable, item: Found) -> bool:
    """Whether "a" brings the figure in as something new: "a further 25% tariff", "a coupon of 8 pct"."""
    at = item.first - 1
    if at > 0 and tokens.lower[at] == "of":
        at -= 1
    floor = max(tokens.sentence(item.core)[0], at - 3)
    while at >= floor and tokens.tag[at][:2] in ("JJ", "NN", "VB"):
        at -= 1
    return at >= floor and tokens.lower[at] in ("a", "an", "another")


def changing(tokens: TokenTable, item: Found, words: CountWords) -> bool:
    """Whether a figure stands in a comparison over time: "rose by 100", "up 40 from 200"."""
    floor = max(tokens.sentence(item.core)[0], item.first - 5)
    compared, verbs = words.cues["compared"], words.cues["change_verb"]
    led = item.first > floor and tokens.lower[item.first - 1] in _STEPS
    verb = led and any(tokens.lemma[i] in verbs for i in range(floor, item.first))
    against = any(tokens.lower[i] in compared for i in range(max(floor, item.first - 2), item.first))
    after = item.end + 1 < tokens.n and tokens.lower[item.end] in compared and tokens.tag[item.end + 1] == "CD"
    # "six aircraft from 2009 to 2011" is no comparison
    after = after and not (len(tokens.lower[item.end + 1]) == 4 and tokens.lower[item.end + 1][:2] in ("19", "20"))
    return verb or against or after


def is_part(whole: Found, part: Found) -> bool:
    """Whether the fates agree: of those who died none is arrested, while those who were there may end any way."""
    if whole.record.kind in CASUALTY - {"hostages"} and part.own_kind and part.record.kind != whole.record.kind:
        return False
    return part.elided or part.record.unit == whole.record.unit or whole.record.unit in ("person", "casualty", "victim")


def of_one_event(tokens: TokenTable, whole: Found, parts: list[Found], words: CountWords) -> bool:
    """Whether what is told around a whole and around its parts makes them one event."""
    if tokens.sent[parts[-1].core] - tokens.sent[parts[0].core] > 1:
        return False
    if tokens.sent[parts[0].core] == tokens.sent[whole.core]:
        return whole.record.quantity_type == "count" and all(p.elided for p in parts)
    if len(parts) > 2 and (whole.record.value or 0) >= 10 and tokens.sent[parts[0].core] == tokens.sent[parts[-1].core]:
        return True
    about = event_of(tokens, whole, words)
    shared = max(about.matter(event_of(tokens, part, words)) for part in parts)
    beside = tokens.sent[parts[0].core] == tokens.sent[parts[-1].core] and (whole.record.value or 0) >= 10
    if beside and is_telling(whole.record.value or 0) and tokens.sent[parts[0].core] - tokens.sent[whole.core] == 1:
        return True
    loose = beside or any(p.elided for p in parts) or whole.record.quantity_type != "count"
    return shared >= (1 if loose else 2)
