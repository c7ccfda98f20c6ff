"""The phrase that a row shows: from the trigger to the end of the measure, without articles and owners."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.text.phrases import Phrases
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
    if event.node <= first or event.action == "none" or event.rule == "noun-subject":
        first, stop = _phrase(event, first, stop, p)
    if event.rule in ("", "noun") and event.action == "none":
        stop = _against(first, stop, p, places)
    if event.rule in _NOUNS and (t.tag[first] in ("CC", "CD", "DT", "JJ", "PRP$") or t.tag[first].startswith("N")):
        first = _bare(event, first, stop, p, places)
    if t.lemma[first] in p.words.of("kind_noun") and t.lower[first + 1] == "of" and event.node == event.head:
        # "the kind of sanctions that hurt"
        first += 2
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
    if event.rule == "verb-target" and t.lemma[first] == t.lower[first] and (place := places.at(stop)) is not None:
        # "to sanction Chad": a name alone belongs to the infinitive.
        stop = place.end if place.kind == "name" and place.first == stop else stop
    if t.tag[first] == "VBG" and first and t.lemma[first - 1] in p.words.of("weighing_verb"):
        # "considers imposing sanctions"
        first -= 1
    if event.rule == "verb-designate" and t.tag[event.node] == "VBN":
        first, stop = _passive(first, stop, p)
    return _to_end(event, first, stop, p)


def _to_end(event: Event, first: int, stop: int, p: Phrases) -> Span:
    """With all that a taking takes, and the particle of its verb."""
    t = p.t
    if event.rule in _TAKEN:
        joined = _joined(first, p)
        return joined, stop if joined < first or event.node > first else _object(event, stop, p)
    if event.rule in ("nominal-object", "verb-object") and event.measures == ["diplomatic"]:
        return first, _others(first, stop, p)
    if event.rule == "noun-subject" and t.lower[stop : stop + 1] in (["in"], ["into"]):
        # "were put in place", "will remain in effect"
        return first, stop + 2 * (t.lower[stop + 1] in p.words.of("in_force_noun"))
    return first, stop + (event.rule == "noun-subject" and t.lower[stop : stop + 1] in (["up"], ["down"], ["back"]))


def _phrase(event: Event, first: int, stop: int, p: Phrases) -> Span:
    """The noun phrase alone, where its verb is no part of what is told."""
    t = p.t
    start = max(first, p.start(event.head))
    unborn = not p.words.of("unborn_form").isdisjoint(t.lower[start : event.head])
    if event.rule in ("noun-coordinated", "noun-prepositional", "noun-verb") and (unborn or event.action == "none"):
        # "drop threatened sanctions", "supports the Chadian sanctions"
        return start + (t.lower[start] in _DEFINITE), stop
    if event.rule == "noun-subject" and stop > event.head + 1 and t.lemma[event.node] in p.words.of("content_verb"):
        # "The Chadian sanctions do not prevent sales"
        return first, event.head + 1
    return first, stop


def _against(first: int, stop: int, p: Phrases, places: PlaceIndex) -> int:
    """ "the sanctions against Chad": where nobody is named whose they are, with whom they hit."""
    t, last = p.t, p.t.sentence(first)[1]
    owned = places.within(first, stop) or any(t.tag[k] in ("POS", "PRP$") for k in range(max(0, first - 1), stop))
    if owned or stop + 1 >= last or t.lower[stop] not in ("against", "on"):
        return stop
    end = p.end(stop + 1)
    return end if places.within(stop, end) else stop


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
    # "from doing any business with them", "from entering the country", "from trading in Chad"
    trading = t.lemma[stop - 1] in p.words.of("doing_business")
    if trading and stop < last and t.lower[stop] == "in" and (end := p.end(stop + 1)) > stop + 1:
        return end
    travel = t.lemma[stop - 1] in p.words.of("light_verb") | p.words.of("barred_travel")
    if travel and stop < last and (end := p.end(stop)) > stop:
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
