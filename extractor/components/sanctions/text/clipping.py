"""Cuts a phrase down to the party in it: without the date before it, and without what the party does.

"Last month the council" → "the council"; "President Lund's decision" → "President Lund"; "the wake of the Lund
administration" → "the Lund administration".
"""

from __future__ import annotations

from extractor.components.sanctions.text.phrases import Phrases

Span = tuple[int, int]
_OPENERS = {"earlier", "last", "late", "next", "this"}
_FROM = {"after", "before", "by", "from", "in", "on", "since", "starting", "till", "until"}
_LINKS = {"by", "from", "in", "of"}
_DETERMINERS = {"his", "her", "its", "our", "the", "their"}
_BEFORE_DETERMINER = {"NN", "NNS"}
_NAMES = {"NNP", "NNPS", "PRP"}


def clip_sender(a: int, b: int, p: Phrases) -> Span:
    """The party within the tokens a … b of a sender."""
    low = p.t.lower[a]
    if a + 1 < b and low in p.words.of("near_adjective"):
        a += 1
    elif low in p.words.of("certainty_adjective") and p.t.tag[a + 1] == "NNP":
        # "It was all but certain the President would".
        a += 1
    if p.t.tag[b - 1] == "PRP" and b - a > 1 and p.t.tag[b - 2] in _BEFORE_DETERMINER:
        # "the time frame he has proposed"
        return b - 1, b
    b = next((k for k in range(a + 1, b) if p.t.tag[k] in ("VBD", "VBZ") and p.verb(k)), b)
    a = _after_determiner(_after_date(a, b, p), b, p)
    a, b = _doer(a, b, p)
    return _after_date(a, b, p), b


def clip_target(a: int, b: int, p: Phrases) -> Span:
    """The party within the tokens a … b of a target: without the verbs before it ("or restrict X", "adding X")."""
    t = p.t
    if b - a > 1 and t.tag[b - 1] == "PRP" and t.lower[b - 2] not in ("and", "or"):
        # "In June she was put on the list"
        a = b - 1
    while b - a > 1 and t.lower[a] in ("today", "yesterday"):
        a += 1
    k = next((k for k in range(a, b) if t.tag[k] != "JJ"), b)
    if k + 2 < b and t.lemma[k] in p.words.of("amount_noun") and t.lower[k + 1] == "of":
        # "a wide range of Malian goods"
        a = k + 2
    if b - a > 1 and t.lower[b - 1] == "subject":
        # "a tanker subject to sanctions"
        b -= 1
    onto = next((k for k in range(a + 1, b - 1) if t.lower[k] == "to"), b)
    if {"list", "lists"} & set(t.lower[onto:b]):
        # "300 firms to the Entity List and over 40 to"
        b = onto
    b = _aside(a, b, p)
    if b - a > 2 and t.lower[a] in ("and", "or") and p.verb(a + 1):
        return a + 2, b
    return (a + 1, b) if b - a > 1 and t.lower[a] in p.words.of("adding_form") else (a, b)


def _aside(a: int, b: int, p: Phrases) -> int:
    """Where the target ends before a day or an answer: "Chad from August 1", "graphite in answer to Chad's tax"."""
    t = p.t
    days, answers = p.words.of("month") | p.words.of("day_word"), p.words.of("response_noun")
    for k in range(a + 1, b - 1):
        low, after = t.lower[k], t.lower[k + 1]
        dated = low in _FROM and (after in days or t.tag[k + 1] == "CD" and after.isdigit() and len(after) == 4)
        if dated or low == "in" and after in answers and t.lower[k + 2 : k + 3] == ["to"]:
            return k - 1 if t.text[k - 1] == "," and k - 1 > a else k
    return b


def _after_date(a: int, b: int, p: Phrases) -> int:
    """Past "Last month", "March", "April 27 2007", "a speech today"."""
    t, start = p.t, a
    for k in range(b - 2, a, -1):
        if t.lower[k] in ("today", "yesterday") and t.tag[k + 1] in ("DT", *_NAMES):
            start = k + 1
            break
    periods = p.words.of("period_noun")
    while start < b - 1:
        low, after = t.lower[start], t.lower[start + 1]
        if low in _OPENERS and after in periods and start + 2 < b:
            start += 2
        elif _dating(start, p) or start > a and (t.tag[start] == "CD" or t.text[start] == ","):
            start += 1
        else:
            break
    return start


def _dating(i: int, p: Phrases) -> bool:
    """A month, a weekday, "today": "May" only before a number."""
    low = p.t.lower[i]
    if low == "may":
        return p.t.tag[i + 1] == "CD"
    return low not in _OPENERS and low in p.words.of("time_word")


def _after_determiner(a: int, b: int, p: Phrases) -> int:
    """ "news the U.S.": a determiner after a bare noun opens another phrase."""
    t = p.t
    for k in range(b - 2, a, -1):
        if t.lower[k] in _DETERMINERS and t.tag[k - 1] in _BEFORE_DETERMINER and not p.verb(k - 1):
            return k
    return a


def _doer(a: int, b: int, p: Phrases) -> Span:
    """ "X's decision", "the leadership of X", "an X-led effort": X, who does it."""
    t, doings = p.t, p.words.party_words.get("doing", frozenset())
    if t.lemma[b - 1] in doings or t.text[b - 1] in doings:
        for k in range(a + 1, b - 1):
            led = t.lower[k] == "led" and k > a
            if t.lower[k] in ("'s", "’s", "'", "’") or led:
                return a, k - 1 if led and t.text[k - 1] == "-" and k - 1 > a else k
        named = b - a > 1 and t.tag[b - 2] in ("JJ", "NNP", "NNPS") and t.text[b - 2][:1].isupper()
        if named and t.text[b - 1].islower():
            # "the Norwegian decision", "a U.S. order"
            return a, b - 1
    for k in range(a + 1, b - 1):
        if t.lower[k] in _LINKS:
            head = t.lemma[k - 1]
            plain = t.tag[k - 1] in ("NN", "NNS") and head in doings
            return (k + 1, b) if plain else (a, b)
    return a, b
