"""What an event that points back takes from the events told before it."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.bystanders import victim
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.text.phrases import Phrases
from extractor.language.tokens import TokenTable

_REACH = 8
_OPEN = {"called_for", "considered", "hypothetical", "planned", "proposed", "threatened"}
_PAIR = {"both", "either", "two"}


def take_up(event: Event, before: list[Event], t: TokenTable) -> None:
    """Fill an event that names no measure of its own; one that finds no antecedent stays an orphan."""
    for other in before:
        if t.sent[event.node] - t.sent[other.node] > _REACH:
            return
        if "orphan" in other.inherited or other.node == event.node or not _fits(event, other):
            continue
        if event.rule == "anaphor-answer":
            event.target = Party(None, other.senders, "country", other.sender.text if other.sender else None)
        elif event.rule == "anaphor-seizure":
            if event.target is not None:
                event.target.countries = event.target.countries or other.targets
        else:
            event.target = event.target if event.targets else other.target
            if event.rule != "anaphor-list":
                event.measures = list(other.measures)
                event.sender = event.sender if event.senders else other.sender
        event.inherited.discard("orphan")
        return


def _fits(event: Event, other: Event) -> bool:
    if event.rule == "anaphor-answer":
        return bool(event.senders and other.senders and set(event.senders) & set(other.targets))
    if event.rule == "anaphor-list":
        return other.target is not None and other.action == "impose"
    if event.rule == "anaphor-seizure":
        return other.target is not None and other.target.kind == "vessel" and other.action in ("impose", "none")
    if event.rule == "anaphor-blocked":
        return other.stage in _OPEN and other.action != "none"
    if not other.targets and not other.senders and other.measures == ["unspecified"]:
        return False
    return not (event.senders and other.senders and event.senders != other.senders)


def take_similar(event: Event, before: list[Event], t: TokenTable) -> None:
    """ "a similar ban": the measure and the target of the ban told before; the sender is another."""
    event.inherited.discard("similar")
    same_head = [o for o in before if t.lemma[o.head] == t.lemma[event.head] or t.lemma[o.node] == t.lemma[event.head]]
    for other in [*same_head, *before]:
        if t.sent[event.node] - t.sent[other.node] > 3 * _REACH:
            continue
        if other.targets and other.measures != ["unspecified"] and "orphan" not in other.inherited:
            event.measures, event.weak = list(other.measures), False
            if not event.targets:
                event.target = other.target
            return


def answered(event: Event, before: list[Event], p: Phrases) -> None:
    """ "replied with an import ban": an answer where the other side's own measure was told shortly before."""
    t = p.t
    if event.action != "impose" or event.stage in ("refused", "opposed", "hypothetical") or not event.senders:
        return
    first, last = t.sentence(event.node)
    cue = p.verb(event.node) in p.words.of("answering")
    for k in range(event.span[1] - 1, min(last - 1, event.span[1] + 8)):
        cue = cue or t.lower[k] == "in" and t.lower[k + 1] in p.words.of("return_noun")
    if not cue:
        return
    for other in before:
        if t.sent[event.node] - t.sent[other.node] > 12:
            return
        mine = not event.targets and not _named(event, t) or bool(set(event.targets) & set(other.senders))
        if mine and set(event.senders) & set(other.targets) and other.senders:
            event.action = "retaliate"
            event.target = event.target if event.targets else Party(None, other.senders, "country", None)
            return


def _named(event: Event, t: TokenTable) -> bool:
    """Are those who are hit called by a name, which need not be of the other side ("4 ICC judges")?"""
    target = event.target
    if target is None or target.span is None or target.kind == "country":
        return False
    return any(t.tag[k] in ("NNP", "NNPS") for k in range(*target.span))


def spelled_out(event: Event, before: list[Event], p: Phrases) -> None:
    """ "All eight are subject to an asset freeze" after "announced new sanctions": what was imposed."""
    t = p.t
    if event.action != "none" or event.measures == ["unspecified"] or event.senders:
        return
    left = t.lower[max(0, event.span[0] - 3) : event.span[0]]
    faced = t.lemma[max(0, event.span[0] - 2) : event.span[0]]
    if not ("subject" in left and "to" in left or "face" in faced):
        return
    for other in before:
        if t.sent[event.node] - t.sent[other.node] > 12:
            return
        if (other.action, other.stage) == ("impose", "done") and other.measures in (["unspecified"], ["designation"]):
            event.action, event.stage, event.rule = "impose", "done", "content"
            event.sender = other.sender
            event.target = event.target if event.targets else other.target
            return


def both(event: Event, parties: Parties, p: Phrases) -> None:
    """ "aid to both governments": the two countries of which the article speaks."""
    t = p.t
    for name in ("sender", "target"):
        party: Party | None = getattr(event, name)
        if party is None or party.countries or party.span is None:
            continue
        begin = party.span[0] + (t.tag[party.span[0]] == "PRP$" and party.span[1] - party.span[0] > 1)
        words = t.lower[begin : party.span[1]]
        lemmas = t.lemma[begin : party.span[1]]
        if not (words[0] in _PAIR or len(words) == 1 and words[0] == "both") or "of" in words:
            continue
        if len(words) > 1 and not p.words.of("side_noun") & set(lemmas):
            continue
        taken = set(event.senders if name == "target" else event.targets)
        near = _last_named(event, party.span[0], parties, taken, t)
        if near:
            party.countries, party.kind = near, "country" if name == "target" else None
            event.confidence = min(event.confidence, 0.7)
            continue
        top = [c for c, n in parties.tally.most_common(4) if c not in taken and c not in ("EUE", "UNO") and n > 1]
        if len(top) < 2:
            continue
        party.countries, party.kind = tuple(sorted(top[:2])), "country" if name == "target" else None
        event.confidence = min(event.confidence, 0.7)


def _last_named(event: Event, at: int, parties: Parties, taken: set[str], t: TokenTable) -> tuple[str, ...]:
    """The two countries of this sentence and the two before it, where there are just two."""
    named: set[str] = set()
    for index in range(t.sent[event.node], max(-1, t.sent[event.node] - 3), -1):
        first, last = t.sents[index]
        places = [x for x in parties.places.within(first, min(last, at)) if not victim(x.first, parties.p)]
        named |= {p.iso3 for p in places if p.kind in ("name", "alias", "demonym", "capital")} - taken - {"EUE", "UNO"}
        if not named:
            # "President Lund and President Sand … Both countries"
            led = parties.people_within(t.start[first], t.start[min(last, at) - 1])
            named = {code for _, _, codes in led for code in codes.split(";")} - taken
        if len(named) >= 2:
            return tuple(sorted(named)) if len(named) == 2 else ()
    return ()


def same_words(event: Event, before: list[Event], t: TokenTable) -> None:
    """ "the embargo" after "an arms embargo": the content and the roles of what was told by that noun."""
    if not event.definite or t.lower[event.span[0]] not in ("the", "this", "that") or event.span[1] - event.span[0] > 4:
        return
    if event.head != event.span[0] + 1 or event.targets or event.rule.startswith("verb"):
        return
    for other in before:
        if t.sent[event.node] - t.sent[other.node] > _REACH:
            return
        if t.lemma[other.head] == t.lemma[event.head] and other.targets and other.measures != ["unspecified"]:
            if event.senders and other.senders and event.senders != other.senders:
                continue
            event.measures = list(other.measures)
            event.target = other.target
            event.sender = event.sender if event.senders else other.sender
            event.inherited |= {"anaphor"}
            return
