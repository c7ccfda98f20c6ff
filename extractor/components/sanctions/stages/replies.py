"""Answers to the other side's own measure, and what an announcement consists of."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Parties
from extractor.components.sanctions.text.phrases import Phrases
from extractor.language.closed_classes import NEGATIONS

_ANSWERING = {"considered", "done", "planned", "refused", "scheduled", "threatened"}


def retaliation(event: Event, p: Phrases) -> None:
    """An answer to the other side's own measure, said in so many words."""
    t = p.t
    if event.action != "impose" or event.stage not in _ANSWERING:
        return
    first, last = t.sentence(event.node)
    left = p.before(event.span[0])
    if left > first and p.verb(left) == "reciprocate":
        # "expelled two envoys to reciprocate the removal of its own": that came first.
        event.stage = "done"
        return
    if event.rule == "verb-object" and "reciprocate" in t.lemma[event.span[1] : last]:
        event.action = "retaliate"
        return
    begin = max(first, event.span[0] - 12)
    # "imposed reciprocal bans after the United States added them to its list": what comes after "after" came before.
    begin = max([begin, *(k for k in range(begin, event.span[0]) if t.lower[k] == "after")])
    around = {t.lemma[k] for k in range(begin, min(last, event.span[1] + 3))}
    if around & p.words.of("reciprocal") and not _for_conduct(event, p, last):
        event.action = "retaliate"
        return
    sent_away = event.rule == "verb-object" and event.measures == ["diplomatic"] and event.stage == "done"
    for k in range(event.span[1], last - 3):
        if sent_away and t.lower[k] == "after" and {"expel", "expulsion"} & set(t.lemma[k : k + 6]):
            # "expels two envoys after Chad expelled its own"
            event.action = "retaliate"
            return
        pair = t.lower[k : k + 2]
        if pair == ["after", "similar"] or pair[0] in ("as", "in") and pair[1] in ("response", "retaliation"):
            cause = {t.lemma[j] for j in range(k + 2, min(last, k + 18))}
            if cause & p.words.of("answered_measure"):
                event.action = "retaliate"
            return


def _for_conduct(event: Event, p: Phrases, last: int) -> bool:
    """ "take retaliatory action against them for breaking the pact": the answer to conduct, not to a measure."""
    t = p.t
    for k in range(event.span[1], last - 1):
        if t.lower[k] in ("if", "unless"):
            # "threatens retaliatory curbs if it does not open its markets"
            refusal = t.lower[k] == "unless" or bool(NEGATIONS & set(t.lower[k + 1 : min(last, k + 7)]))
            return refusal and not p.words.of("answered_measure") & set(t.lemma[k + 1 : last])
        if t.lower[k] in ("after", "but", "when") or t.text[k] in (";", ":"):
            return False
        if t.lower[k] == "for" and p.words.of("conduct_noun") & set(t.lemma[k + 1 : min(last, k + 8)]):
            return True
        if t.lower[k] == "for" and (t.tag[k + 1] == "VBG" or t.tag[k + 1] == "RB" and t.tag[k + 2] == "VBG"):
            return not p.words.of("answered_measure") & {t.lemma[j] for j in range(k + 1, min(last, k + 12))}
    return False


def answered(event: Event, p: Phrases, parties: Parties) -> None:
    """ "warned Norway it may take retaliatory measures if": whoever is warned would be hit."""
    t = p.t
    first = t.sentence(event.node)[0]
    if event.target is not None or not event.weak or event.action not in ("impose", "retaliate"):
        return
    if not p.words.of("countermeasure") & set(t.lemma[event.span[0] : event.head + 1]):
        return
    warn = next((k for k in range(event.span[0] - 1, max(first, event.span[0] - 12), -1) if t.lemma[k] == "warn"), None)
    whom = p.right_phrase(warn + 1) if warn is not None else None
    hit = parties.target(whom) if whom is not None else None
    if warn is None or hit is None or not hit.countries:
        return
    if not event.senders or set(hit.countries) & set(event.senders):
        # "it" is the one who warns.
        subject = p.left_phrase(p.group(warn)[0])
        event.sender = parties.sender(subject) if subject is not None else None
    event.target, event.action, event.stage = hit, "retaliate", "threatened"


def unborn(event: Event, p: Phrases) -> None:
    """ "persuade Norway to drop threatened sanctions": what is not yet there cannot be lifted."""
    near = p.t.lower[event.span[0] : event.head]
    word = next((w for w in near if w in ("planned", "proposed", "threatened")), None)
    if word is not None and event.action in ("lift", "suspend"):
        given_up = event.stage == "done" and p.t.tag[event.node] in ("VBD", "VBN", "VBZ")
        event.action, event.stage = "impose", "refused" if given_up else word


def content(event: Event, p: Phrases) -> None:
    """ "These actions will deny them access": what has been announced is told, and not what somebody plans."""
    t, party = p.t, event.sender
    if (
        event.stage != "planned"
        or event.action not in ("expand", "impose")
        or party is None
        or party.countries
        or party.span is None
    ):
        return
    first, end = party.span
    before = t.lower[max(0, first - 1)]
    pointing = {t.lower[first], before} & {"these", "this", "such"} or "today" in t.lower[first:end]
    if pointing and t.lemma[end - 1] in p.words.of("announced_noun"):
        event.stage, event.sender = "done", None
        event.inherited.add("content")


def consisting(events: list[Event], p: Phrases) -> None:
    """ "These actions will deny them access, impose curbs and sanction": what goes on in the list is told too."""
    t = p.t
    for host, event in zip(events[:-1], events[1:], strict=True):
        if "content" not in host.inherited or t.sent[host.node] != t.sent[event.node]:
            continue
        if event.action in ("expand", "impose") and event.stage in ("done", "planned") and not event.senders:
            event.stage = "done"
            event.inherited.add("content")
