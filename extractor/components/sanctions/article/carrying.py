"""Carries roles over sentences: what a telling leaves out, from its sentence and from those told before."""

from __future__ import annotations

from extractor.components.sanctions.article.antecedents import answered, same_words, spelled_out, take_similar, take_up
from extractor.components.sanctions.article.context import sentence_country
from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.text.phrases import Phrases
from extractor.language.tokens import TokenTable

_OF_FOCUS = {"aid_suspension", "diplomatic", "membership_suspension", "military_aid_suspension"}
_SELF = {"he", "him", "i", "it", "its", "she", "that", "their", "them", "these", "they", "this", "those", "we"}
# How many tellings back and ahead are looked at: bounds the work on a text that repeats itself without end.
_REACH = 150


def carry(events: list[Event], p: Phrases, parties: Parties) -> None:
    """Give senders and targets to the tellings that leave them out, from the sentence and from those told before."""
    t = p.t
    for index, event in enumerate(events):
        turn = parties.turns.index(event.node)
        before = events[max(0, index - _REACH) : index][::-1]
        told = before
        if turn > 0:
            # In a transcript the topic changes with the question, but not who imposes.
            before = [o for o in before if turn - parties.turns.index(o.node) <= 2]
        near = events[max(0, index - _REACH) : index + _REACH]
        _pronouns(event, before, parties, t)
        if p.t.runs_on(event.node):
            # Without full stops nothing tells which of the many names around belongs to the act.
            continue
        _namesake(event, before, t)
        if "orphan" in event.inherited:
            take_up(event, before, t)
            continue
        if "similar" in event.inherited:
            take_similar(event, before, t)
        same_words(event, before, t)
        spelled_out(event, before, p)
        if event.definite and event.rule == "verb-object" or "needs-target" in event.inherited:
            _target(event, before, p)
        answered(event, before, p)
        _caller(event, before, t)
        _just_told(event, before, t)
        breach = event.action == "enforce" and event.rule != "noun-verb"
        if breach or not sentence_country(event, near, p, parties, alone=True):
            if event.stage == "hypothetical" and event.action in ("expand", "impose", "reimpose") and not breach:
                # "Iran warns the deal will be void if sanctions are reimposed": whoever the sentence is about.
                sentence_country(event, near, p, parties, alone=False)
            _target(event, before, p)
            if event.action != "enforce":
                sentence_country(event, near, p, parties, alone=False)
        _sender(event, told, t)
        if "needs-target" in event.inherited and event.target is None:
            _focus(event, parties)


def _focus(event: Event, parties: Parties) -> None:
    """ "recalled its ambassador", "suspended military aid": the country that the article is about."""
    code = parties.focus(event.senders)
    if code is not None and event.senders and set(event.measures) & _OF_FOCUS:
        event.target = Party(None, (code,), "country", None)
        event.confidence = min(event.confidence, 0.5)
        event.inherited.add("target")


def _vague(party: Party | None, t: TokenTable) -> bool:
    if party is None:
        return True
    if party.countries or party.span is None:
        return False
    words = [t.lower[k] for k in range(*party.span)]
    return len(words) == 1 and words[0] in _SELF


def _pronouns(event: Event, before: list[Event], parties: Parties, t: TokenTable) -> None:
    target = event.target
    if target is not None and target.span is not None and _vague(target, t):
        event.target = _same_person(event, before, t) or _who(target.span[0], parties, t)
    if _vague(event.agent, t):
        event.agent = None


def _same_person(event: Event, before: list[Event], t: TokenTable) -> Party | None:
    """ "Canada listed Ana Sand in May. In June she was put on a UN list": by whomever it is done."""
    target = event.target
    if target is None or target.span is None or t.lower[target.span[0]] not in ("he", "her", "him", "she"):
        return None
    told = next((o.target for o in before if o.target is not None and _recent(event, o, t, 1)), None)
    return Party(None, told.countries, told.kind, told.text) if told is not None and told.kind == "person" else None


def _who(i: int, parties: Parties, t: TokenTable) -> Party | None:
    """ "The judge had sanctions placed on him": a person, of whatever state the sentence says, not a state nearby."""
    if t.lower[i] not in ("her", "him"):
        return None
    first = t.sentence(i)[0]
    named = [(a, b) for a, b, label in t.ents if label == "PERSON" and first <= a < i and t.dep[a] == "nsubj"]
    if len(named) != 1:
        return None
    known = parties.people_within(t.start[named[0][0]], t.end[named[0][1] - 1])
    codes = tuple(known[0][2].split(";")) if known else ()
    return Party(named[0], codes, "person", parties.text(named[0]))


def _namesake(event: Event, before: list[Event], t: TokenTable) -> bool:
    """ "Mahan" after "Iranian airline Mahan Air": the country told with the fuller name."""
    target = event.target
    if target is None or target.countries or target.span is None:
        return False
    names = {t.text[k] for k in range(*target.span) if t.tag[k] in ("NNP", "NNPS") and len(t.text[k]) > 3}
    for other in before:
        if len(other.targets) != 1 or other.target is None or other.target.span is None:
            continue
        if names & {t.text[k] for k in range(*other.target.span) if t.tag[k] in ("NNP", "NNPS")}:
            target.countries = other.targets
            return True
    return False


def _caller(event: Event, before: list[Event], t: TokenTable) -> None:
    """ "Russia also calls for an end to the blockade" after "the U.S. blockade of Cuba": asks for another state."""
    agent, target = event.agent, event.target
    if agent is None or target is None or not event.definite or target.span != agent.span:
        return
    for other in before:
        if not _recent(event, other, t, 3):
            return
        if other.targets and t.lemma[other.head] == t.lemma[event.head] and other.targets != event.targets:
            event.target = Party(None, other.targets, "country", other.target.text if other.target else None)
            event.inherited.add("target")
            return


def _recent(event: Event, other: Event, t: TokenTable, reach: int) -> bool:
    return abs(t.sent[event.node] - t.sent[other.node]) <= reach


def _target(event: Event, before: list[Event], p: Phrases) -> None:
    t = p.t
    if event.target is not None and event.target.countries:
        return
    open_target = event.target is None
    named = event.target is not None
    if event.target is not None and event.target.span is not None:
        words = {t.lower[k] for k in range(*event.target.span)}
        open_target = bool(words & p.words.of("regime_noun") or words & {"it", "others", "that", "them"})
    if not open_target:
        return
    for other in before:
        if not other.targets or not _recent(event, other, t, 3 if not event.definite else 30):
            continue
        if other.rule == "seizure":
            # The flag of a ship is not whom the measure hits.
            continue
        if event.senders and other.senders and event.senders != other.senders:
            continue
        if event.senders and set(event.senders) & set(other.targets):
            continue
        if event.target is None or event.target.kind in (None, "country"):
            event.target = _again(event, other, t)
        else:
            event.target.countries = other.targets
        event.inherited.add("anaphor" if named else "target")
        return


def _again(event: Event, other: Event, t: TokenTable) -> Party:
    """The target of another telling: the same one where "the sanctions" are told again, else its country."""
    told = other.target
    same = event.definite and t.lemma[event.head] == t.lemma[other.head]
    near = t.sent[event.node] - t.sent[other.node] == 1
    if told is None or not (same or near) and told.kind != "country" and told.kind != "group":
        return Party(None, other.targets, "country", None)
    return Party(None, other.targets, told.kind, told.text)


def _just_told(event: Event, before: list[Event], t: TokenTable) -> None:
    """ "the embargo" shortly after "its embargo on China": the same, where only one country was told of."""
    if not event.definite or event.target is not None or event.action == "none":
        return
    near = [o for o in before if o.targets and _recent(event, o, t, 3) and t.lemma[o.head] == t.lemma[event.head]]
    near = [o for o in near if "target" not in o.inherited and not set(o.targets) & set(event.senders)]
    if near and len({o.targets for o in near}) == 1:
        event.target = Party(None, near[0].targets, near[0].target.kind, near[0].target.text)  # type: ignore[union-attr]
        event.inherited.add("target")


def _sender(event: Event, before: list[Event], t: TokenTable) -> None:
    if event.sender is not None and (event.sender.countries or not _vague(event.sender, t)):
        return
    ours = event.sender is not None and event.sender.text in ("we", "We")
    same = event.sender is not None and event.sender.text in ("it", "they")
    event.sender = None
    if ours and len({o.senders for o in before if o.senders}) > 1:
        # Who speaks is one of several.
        return
    if "many" in event.inherited or event.stage == "opposed" and not event.definite:
        return
    for other in before:
        if not other.senders or not _recent(event, other, t, 30 if event.definite or ours else 2):
            continue
        # "Simultaneously, they expand": the subject of the sentence before, whoever is hit.
        goes_on = same and _recent(event, other, t, 1)
        if event.targets and other.targets and not set(event.targets) & set(other.targets) and not goes_on:
            continue
        if set(other.senders) & set(event.targets):
            continue
        if (
            event.stage in ("called_for", "done", "planned", "scheduled", "proposed")
            or event.definite
            or other.targets == event.targets
        ):
            if event.action == "none" and not event.definite:
                continue
            event.sender = Party(None, other.senders, None, other.sender.text)  # type: ignore[union-attr]
            event.inherited.add("sender")
            return
