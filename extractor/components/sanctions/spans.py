"""The phrase that a row shows: from the trigger to the end of the measure, without articles and owners."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.phrases import Phrases
from extractor.language.closed_classes import BE
from extractor.linking.places import PlaceIndex

Span = tuple[int, int]
_DEFINITE = {"any", "the", "these", "this", "those"}
_NOUNS = {
    "compound", "content", "noun", "noun-adjective", "noun-coordinated", "noun-effect", "noun-latest",
    "noun-participle", "noun-prepositional", "noun-subject", "noun-program", "nominal-object", "nominalization", "",
}  # fmt: skip
_DERIVED = {"compound", "nominal-object", "nominalization"}
_TAKEN = {"seizure", "enforcement"}


def shown(event: Event, p: Phrases, places: PlaceIndex) -> Span:
    """Tokens from and to of the phrase to show for `event`."""
    first, stop = event.span
    t = p.t
    for k in range(first, event.head):
        if (
            t.lemma[k] in p.words.of("measure_holder")
            and t.lower[k + 1] == "of"
            and event.rule not in ("verb-list", "content")
        ):
            # "developing a list of targeted sanctions": the sanctions.
            first = k + 2
    if event.rule in _NOUNS and (t.tag[first] in ("CC", "CD", "DT", "JJ", "PRP$") or t.tag[first].startswith("N")):
        first = _bare(event, first, stop, p, places)
    told = any(p.words.objects.match_at(t.lemma, k) for k in range(first, event.head))
    if (
        event.rule.startswith("noun")
        and told
        and t.lower[event.head + 1 : event.head + 2] == ["on"]
        and stop > event.head
    ):
        # "tightens export controls on technology": the phrase has said what they are on.
        stop = event.head + 1
    if event.rule == "compound" and (left := p.before(event.span[0])) >= 0 and p.verb(left) in p.words.of("waiver_act"):
        # "issues a waiver": the act is in the verb.
        first = left
    means = t.lower[event.span[0] - 1] in ("through", "via", "with")
    if event.rule == "noun-prepositional" and means and 0 < first - event.node < 9:
        # "threatened the regime with sanctions", "imposes costs through sanctions"
        first = event.node
    if event.rule == "noun-relative" and BE & set(p.group(first)[1]):
        first = p.group(first)[0]
    if event.rule == "verb-bar":
        stop = _barred(first, stop, p)
    if event.rule == "verb-designate" and t.tag[event.node] == "VBN":
        first, stop = _passive(first, stop, p)
    if event.rule in _TAKEN:
        joined = _joined(first, p)
        stop = stop if joined < first or event.node > first else _object(event, stop, p)
        first = joined
    elif event.rule in ("nominal-object", "verb-object") and event.measures == ["diplomatic"]:
        stop = _others(first, stop, p)
    elif event.rule == "noun-subject" and t.lower[stop : stop + 2] in (["in", "place"], ["into", "place"]):
        stop += 2
    return first, stop


def _bare(event: Event, first: int, stop: int, p: Phrases, places: PlaceIndex) -> int:
    """ "the Israeli blockade" → "Israeli blockade"; "the blockade", where it says no more, stays whole."""
    t = p.t
    if event.rule in _DERIVED:
        owner = next((k for k in range(first, stop) if t.tag[k] in ("POS", "PRP$")), None)
        said = t.lemma[owner + 1] if owner is not None and owner + 1 < stop else ""
        if owner is not None and "sanction" not in said and owner < event.head and t.lemma[owner - 1] != "sanction":
            # "Nicaragua's removal of the ambassador": what is done to him.
            first = owner + 1 if event.rule != "compound" else first
        return first + 1 if stop - first > 1 and t.lower[first] in ("a", "an", "the") else first
    if stop - first < 2:
        return first
    named = places.at(first + 1) is not None
    if t.tag[first] == "PRP$" or t.lower[first] in ("a", "an") and named:
        return first + 1
    alone = stop - first == 2 and event.action == "none"
    return first + 1 if t.lower[first] in _DEFINITE and not alone else first


def _passive(first: int, stop: int, p: Phrases) -> Span:
    """ "was designated", "are designated as terrorists"."""
    t = p.t
    begin, aux = p.group(first)
    first = begin if BE & set(aux) else first
    if stop < t.sentence(stop - 1)[1] and t.lower[stop] == "as" and (end := p.end(stop + 1)) > stop + 1:
        stop = end
    return first, stop


def _barred(first: int, stop: int, p: Phrases) -> int:
    """ "prohibit banks from doing any business with them"; "bans 30 officials, including two judges, from entering"."""
    t, last = p.t, p.t.sentence(first)[1]
    aside = next((k for k in range(first, stop - 1) if t.text[k] == "," and t.lower[k + 1] == "including"), None)
    if aside is not None:
        return aside
    # "from doing": gerunds that say little without their object.
    if t.lemma[stop - 1] in p.words.of("light_verb") and (end := p.end(stop)) > stop:
        stop = end
        if stop + 1 < last and t.lower[stop] == "with" and t.tag[stop + 1] == "PRP":
            stop += 2
    return stop


def _joined(first: int, p: Phrases) -> int:
    """ "boards and seizes": verbs that share the object."""
    t = p.t
    begin = t.sentence(first)[0]
    joined = first - 2 >= begin and t.lower[first - 1] in ("and", "or")
    return first - 2 if joined and t.text[first - 2][-1:] == t.text[first][-1:] else first


def _object(event: Event, stop: int, p: Phrases) -> int:
    """ "seizes an oil tanker": with the ship."""
    t = p.t
    if stop != event.node + 1 or BE & set(p.group(event.node)[1]) or stop >= t.sentence(event.node)[1]:
        return stop
    return p.end(stop)


def _others(first: int, stop: int, p: Phrases) -> int:
    """ "expels the ambassador and another diplomat": all who have to go; "recalls its ambassador from Lima"."""
    t = p.t
    last = t.sentence(first)[1]
    if stop + 1 < last and t.lower[stop] == "from" and t.lemma[first] == "recall":
        return max(stop, p.end(stop + 1))
    if stop + 1 < last and t.lower[stop] == "and" and t.tag[stop + 1] in ("CD", "DT", "NN", "NNS", "PRP$"):
        end = p.end(stop + 1)
        if end < last and t.tag[end] in ("VBZ", "VBD", "MD", "VBP"):
            return stop
        return max(stop, end)
    return stop
