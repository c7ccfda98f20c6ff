"""Rules over an event and its neighbours in the sentence: contents, retaliation, legislation."""

from __future__ import annotations

from extractor.components.sanctions.article.contents import contents
from extractor.components.sanctions.article.standing import standing
from extractor.components.sanctions.events import Event
from extractor.components.sanctions.nouns.nominal_subjects import said_of
from extractor.components.sanctions.parties.parties import Parties
from extractor.components.sanctions.parties.speakers import addressed
from extractor.components.sanctions.stages.bills import Bills
from extractor.components.sanctions.stages.framing import frame
from extractor.components.sanctions.stages.hindrances import hinder
from extractor.components.sanctions.stages.judgments import judge
from extractor.components.sanctions.stages.replies import answered, consisting, content, retaliation, unborn
from extractor.components.sanctions.stages.schedules import schedule
from extractor.components.sanctions.stages.stages import Stages
from extractor.components.sanctions.stages.states_of_play import state
from extractor.components.sanctions.stages.whose_word import word_of
from extractor.components.sanctions.text.phrases import Phrases


def refine(events: list[Event], phrases: Phrases, parties: Parties) -> list[Event]:
    """Events in text order, with contents taken into the events that they spell out."""
    events.sort(key=lambda e: e.node)
    named = {e.node for e in events if e.rule == "noun-prepositional"}
    events = [e for e in events if e.rule != "verb-designate" or e.node not in named]
    events = contents(events, phrases)
    events = _drop_nested(events, phrases)
    bills, stages = Bills(phrases), Stages(phrases)
    for event in events:
        hinder(event, phrases, parties, stages)
        addressed(event, phrases, parties)
        retaliation(event, phrases)
        answered(event, phrases, parties)
        unborn(event, phrases)
        _legislation(event, phrases)
        content(event, phrases)
        _temporary(event, phrases)
        _framed(event, phrases)
        frame(event, phrases, parties)
        word_of(event, phrases, parties, stages)
        bills.table(event)
        bills.stand(event)
        judge(event, phrases)
        said_of(event, phrases)
        state(event, phrases, parties)
        schedule(event, phrases)
        _countered(event, phrases)
    events = sorted([*events, *standing(events, phrases, parties)], key=lambda e: e.node)
    consisting(events, phrases)
    _beside(events, phrases)
    _eased(events, phrases)
    return events


def _drop_nested(events: list[Event], p: Phrases) -> list[Event]:
    """One trigger inside another's phrase tells nothing more; "imposed tariffs to penalize" tells one act."""
    out: list[Event] = []
    for event in events:
        aim = event.rule == "verb-target" and p.t.lemma[event.node] in ("penalise", "penalize")
        if aim and p.t.lower[event.node - 1] == "to" and out and p.t.sent[out[-1].node] == p.t.sent[event.node]:
            continue
        if out and out[-1].span[0] <= event.span[0] and event.span[1] <= out[-1].span[1] and event.node == out[-1].node:
            continue
        out.append(event)
    return out


def _legislation(event: Event, p: Phrases) -> None:
    """A bill, or a vote of one chamber, proposes."""
    t = p.t
    if event.stage not in ("done", "planned", "hypothetical") or event.action not in (
        "impose",
        "expand",
        "extend",
        "lift",
        "ease",
        "suspend",
    ):
        return
    first = t.sentence(event.node)[0]
    if "overriding" in t.lower[event.node : t.sentence(event.node)[1]]:
        return
    if "veto" in t.lemma[event.node : event.span[1] + 1]:
        # "Congress rejected his veto of": it became law.
        return
    near = range(max(first, event.node - 25), event.node)
    # "Senator Bill Frost" is no bill.
    words = {t.lemma[k] for k in near if t.text[k] != "Bill" or t.tag[k + 1] != "NNP"}
    tabled = (
        words & {"bill", "legislation"}
        or {"draft", "resolution"} <= words
        or "joint resolution" in " ".join(t.lower[max(first, event.node - 25) : event.node])
        or ("introduce" in words and "act" in words)
    )
    seekers = words & p.words.of("lawmaker") and words & p.words.of("seeking")
    decided = any(
        t.lemma[k] == "vote" and t.lower[k + 1] == "to" for k in range(max(first, event.node - 4), event.node)
    )
    tabled = tabled or seekers or decided and {word.lower() for word in words} & p.words.of("deputies")
    begin, aux = p.group(event.node)
    # But "The act empowers the President to", "flexibility under the act": a law that is there.
    framed = event.stage == "hypothetical" and words & {"act", "amendment"} and "would" in aux
    tabled = tabled or framed
    voted = "vote" in words and "council" not in words and words & p.words.of("chamber")
    if (
        event.stage == "hypothetical"
        and words & p.words.of("draft_noun")
        and "would" in t.lower[event.node - 6 : event.node]
    ):
        event.stage = "proposed"
    if t.tag[event.node] == "VBN" and {"has", "have"} & set(aux[:1]) and not voted:
        # "has sanctioned firms under the Act": no draft does what is done.
        return
    past = t.tag[event.node] == "VBD" and begin > first and t.lower[begin - 1] in ("that", "which")
    if past and "act" in words and not words & p.words.of("bill_introducing"):
        # "the Reform Act of 2000, which lifted": a law that is there, whatever bill speaks of it.
        return
    if (tabled or voted) and not words & {"sign", "enact"} and not _signed(event, p):
        event.stage = "proposed"


def _signed(event: Event, p: Phrases) -> bool:
    """ "… was signed into law in October. This legislation imposes": does the sentence before say so?"""
    t = p.t
    index = t.sent[event.node]
    if not index or t.lower[t.sents[index][0]] not in ("it", "the", "this", "that"):
        return False
    first, last = t.sents[index - 1]
    return any(t.lower[k : k + 3] == ["signed", "into", "law"] for k in range(first, last))


def _framed(event: Event, p: Phrases) -> None:
    """ "as it has threatened"; "attempted to evade"; "without facing sanctions" under a permission."""
    t = p.t
    first, last = t.sentence(event.node)
    after = t.lemma[event.span[1] : min(last, event.span[1] + 12)]
    if event.stage == "hypothetical" and "as" in after and "threaten" in after:
        event.stage = "threatened"
    tried = {"attempted", "tried"} & set(t.lower[max(first, event.node - 3) : event.node])
    if event.action == "violate" and event.stage == "planned" and (tried or event.measures != ["blockade"]):
        # "attempted to evade"; but ships that set out to break a blockade have yet to reach it.
        event.stage = "done"
    if event.action == "none" and event.stage == "in_force" or event.stage == "refused" and event.action == "impose":
        before = t.lower[max(first, event.span[0] - 3) : event.span[0]]
        whole = set(t.lemma[first : event.span[0]])
        if "without" in before and p.words.of("incurring") & set(before) and whole & p.words.of("permission"):
            event.action, event.stage = "ease", "done"


def _eased(events: list[Event], p: Phrases) -> None:
    """Relief from sanctions told in the same sentence is relief from those measures."""
    for event in events:
        if event.rule != "relief" or event.measures != ["unspecified"]:
            continue
        for other in events:
            if other is not event and p.t.sent[other.node] == p.t.sent[event.node] and other.targets == event.targets:
                event.measures = list(other.measures)


def _beside(events: list[Event], p: Phrases) -> None:
    """ "seek sanctions against and a suspension of trade with Israel": the second noun shares the first one's verb."""
    t = p.t
    for host, event in zip(events[:-1], events[1:], strict=True):
        if (
            (
                event.rule == "nominal-object"
                and t.sent[host.node] == t.sent[event.node]
                and event.span[0] - host.head <= 5
            )
            and t.lower[event.span[0] - 1] == "and"
            and event.stage == "done"
        ):
            event.stage, event.sender = host.stage, event.sender or host.sender


def _temporary(event: Event, p: Phrases) -> None:
    """A temporary lifting suspends."""
    t = p.t
    if event.action == "lift" and any(
        t.lower[k] in ("temporarily", "temporary") for k in range(max(0, event.node - 3), event.span[1])
    ):
        event.action = "suspend"


def _countered(event: Event, p: Phrases) -> None:
    """ "counter sanctions evasion" enforces; who is "urged not to pass a sanctions bill" is told to leave it."""
    t = p.t
    left = p.before(event.span[0])
    if (
        event.action == "violate"
        and left >= 0
        and p.verb(left) in p.words.of("countering")
        and event.rule == "compound"
    ):
        event.action = "enforce"
        event.stage = "done" if event.stage in ("blocked", "refused") else event.stage
    if event.rule == "compound" and event.stage == "proposed":
        near = range(max(t.sentence(event.node)[0], event.span[0] - 5), event.span[0])
        passing = next((k for k in near if t.lemma[k] in p.words.of("bill_passing")), -1)
        if passing > 0 and "not" in t.lower[max(near.start, passing - 2) : passing]:
            event.stage = "opposed"
