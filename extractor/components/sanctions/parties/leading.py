"""Who acts where a noun, a heading or another verb tells it: "its leadership in imposing", "through its blockade"."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.text.phrases import Phrases

_MEANS = {"by", "through", "via", "with"}
_HEADING = 40


def headed(event: Event, p: Phrases, parties: Parties) -> Party | None:
    """ "Imposing visa bans on X: Today the Department of State is announcing": who acts in what the heading heads."""
    t, first = p.t, p.t.sentence(event.node)[0]
    if t.tag[first] != "VBG" or event.span[0] - first > 2:
        return None
    for k in range(event.span[1], min(t.n - 2, event.span[1] + _HEADING)):
        if t.text[k] == ":":
            start = k + 2 if t.lower[k + 1] in ("today", "yesterday") else k + 1
            phrase = p.right_phrase(start)
            found = parties.sender(phrase) if phrase is not None else None
            return found if found is not None and len(found.countries) == 1 else None
        if t.text[k] in (".", ";"):
            return None
    return None


def led_by_example(event: Event, p: Phrases, parties: Parties) -> Party | None:
    """ "the leadership of Canada in imposing and enforcing sanctions", "Canada's role in lifting": whose it is."""
    t, first = p.t, p.t.sentence(event.node)[0]
    k = event.node - 1
    while k > first and (t.tag[k] == "VBG" or t.lower[k] in (",", "and", "or")):
        k -= 1
    if t.tag[event.node] != "VBG" or t.lower[k] != "in":
        return None
    if (joint := _joined(k, p, parties)) is not None:
        return joint
    if event.sender is not None:
        return None
    leading = p.words.of("leadership")
    for place in reversed(parties.places.within(max(first, k - 6), k)):
        after = place.end + 1 if t.lower[place.end] in ("'s", "’s") else place.end
        own = after > place.end and after == k - 1 and t.lemma[after] in leading
        of = place.end == k and bool(leading & set(t.lemma[max(first, place.first - 6) : place.first]))
        if own or of:
            span = (place.first, place.end)
            return Party(span, (parties.acting_code(place),), None, parties.text(span))
    return None


def _joined(k: int, p: Phrases, parties: Parties) -> Party | None:
    """ "Canada should join Norway in imposing": both; `k` is the token "in"."""
    t = p.t
    other = p.left_phrase(k)
    v = p.before(other[0]) if other is not None else -1
    while v >= 0 and t.tag[v] == "DT":
        v -= 1
    if other is None or v < 0 or p.verb(v) != "join" or t.tag[other[0]] == "PRP":
        return None
    subject, child = p.left_phrase(p.group(v)[0]), t.child(v, "nsubj")
    if subject is None and child is not None:
        subject = p.left_phrase(child + 1)
    parts = [parties.sender(span) for span in (subject, other) if span is not None]
    codes = {code for part in parts for code in part.countries}
    return Party(None, tuple(sorted(codes)), None, ";".join(x.text for x in parts if x.text)) if codes else None


def relieved(event: Event, p: Phrases) -> bool:
    """ "The Lund regime can open a path to easing sanctions": no regime that no state is known for eases its own."""
    t, sender = p.t, event.sender
    if sender is None or sender.countries or sender.span is None or event.action not in ("ease", "lift", "suspend"):
        return False
    names = {"NNP", "NNPS"} & set(t.tag[slice(*sender.span)])
    return bool(names) and t.lemma[sender.span[1] - 1] in p.words.of("regime_noun")


def direct(event: Event, verb: str, p: Phrases) -> bool:
    """ "Israel has a blockade on", "Russia starves them through the blockade": the measure is its own or its means."""
    t, head = p.t, event.head
    if verb == "have":
        return t.dep[head] == "obj" and t.lemma[t.head[head]] == verb
    left = p.before(p.start(head))
    pressed = verb in p.words.of("pressing")
    return pressed and t.dep[head].startswith("obl") and left >= 0 and t.lower[left] in _MEANS
