"""Who acts where the clause of a measure names nobody: the subject that governs it, or the state that has the law.

"We are pursuing a policy that includes sanctions", "today's action to impose" in a state's own text, "designated as a
Foreign Terrorist Organization".
"""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.issuers import issuer, quoted
from extractor.components.sanctions.parties.leading import direct, headed, led_by_example, relieved
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.text.phrases import Phrases

Span = tuple[int, int]
_STEERED = {"extend", "lift", "maintain", "reimpose", "suspend"}
_SELF = {"i", "we"}
_POINTING = {"it", "that", "these", "this", "they"}
_HOSTILE = {"expand", "extend", "impose", "maintain", "reimpose", "retaliate"}
_CLIMB = 8
# Between a subject and its verb: "would need to undertake".
_VERBAL = {"MD", "RB", "TO", "VB", "VBD", "VBN", "VBP", "VBZ"}
_OPEN = {"called_for", "opposed"}


def ruled(event: Event, p: Phrases, parties: Parties) -> None:
    """Give an event without a sender the subject that governs it, or the state by whose law it is done.

    A bare mention has to have its target before.
    """
    if event.action == "none" and event.target is None:
        return
    home = issuer(p, parties)
    event.sender = led_by_example(event, p, parties) or event.sender
    party = event.sender = _head_of_state(event, p, home) or event.sender
    if party is not None and (party.countries or not (_no_party(party, p) or relieved(event, p))):
        return
    if party is not None:
        event.sender = None
    if event.action == "enforce" or p.t.runs_on(event.node):
        return
    found = (
        _by_law(event, p)
        or _owned(event, p, home)
        or _relative(event, p, parties, home)
        or _governing(event, p, parties, home)
        or _announcing(event, p, parties)
        or headed(event, p, parties)
        or _heading(event, p, home)
    )
    if found is None or set(found.countries) & set(event.targets):
        return
    if event.action == "violate" or event.action in ("ease", "lift", "suspend") and event.stage in _OPEN:
        return
    event.sender = found
    event.confidence = min(event.confidence, 0.7)


def _no_party(party: Party, p: Phrases) -> bool:
    """Is it the label of a speaker, or "a coalition" of whom nobody knows?"""
    if party.span is None:
        return False
    last = party.span[1] - 1
    formed = p.t.lemma[last] in p.words.of("formed_group") and not {"NNP", "NNPS"} & set(p.t.tag[slice(*party.span)])
    return formed or set(p.t.lower[slice(*party.span)]) <= p.words.of("turn_label")


def _head_of_state(event: Event, p: Phrases, home: str | None) -> Party | None:
    """ "He threatened sanctions" after "the President talked", in a text of his own government."""
    t, party = p.t, event.sender
    if home is None or party is None or party.span is None or t.lower[slice(*party.span)] != ["he"]:
        return None
    index = t.sent[event.node]
    for k in range(index, max(-1, index - 4), -1):
        first, last = t.sents[k]
        if k == index:
            last = party.span[0]
        people = [f for f, _, label in t.ents if label == "PERSON" and first <= f < last and t.dep[f] == "nsubj"]
        if people:
            return None
        for i in range(first + 1, last - 1):
            if t.lower[i] == "president" and t.lower[i - 1] == "the" and t.tag[i + 1] not in ("NNP", "IN"):
                return Party(None, (home,), None, "the President")
    return None


def _owned(event: Event, p: Phrases, home: str | None) -> Party | None:
    """ "the administration's 2004 sanctions", "sanctions on the junta remain in place", told by the state itself."""
    t = p.t
    if home is None:
        return None
    stays = (event.action, event.stage, event.rule) == ("maintain", "in_force", "noun-subject")
    # "X will also be designated": the list is that of the state that tells of it.
    near = {"also", "now", "today"} & set(t.lower[max(0, event.node - 4) : event.node + 2])
    active = t.tag[event.node] == "VBG" or event.stage == "planned" or bool(near)
    listed = active and event.rule == "verb-designate" and event.stage in ("done", "planned")
    own = listed or any(
        t.lower[k] in p.words.of("own_office") and t.lower[k + 1] in ("'s", "’s") for k in range(*event.span)
    )
    return Party(None, (home,), None, None) if own or stays and event.targets and not event.definite else None


def _relative(event: Event, p: Phrases, parties: Parties, home: str | None) -> Party | None:
    """ "the sanctions that Congress passed": the subject of the clause that hangs on the measure."""
    t, last = p.t, p.t.sentence(event.node)[1]
    k = event.span[1]
    if k + 2 >= last or t.lower[k] not in ("that", "which"):
        return None
    for v in range(k + 1, min(last, k + 8)):
        if t.lemma[v] in p.words.of("measure_making") and t.tag[v] in ("VB", "VBD", "VBN", "VBP", "VBZ"):
            subject = p.left_phrase(p.group(v)[0]) or p.right_phrase(k + 1)
            if subject is None or subject[0] <= k or not all(t.tag[j] in _VERBAL for j in range(subject[1], v)):
                return None
            if t.lower[subject[0]] in _SELF:
                return _first_person(subject[0], "impose", event, p, parties, home)
            found = parties.sender(subject)
            own = home is not None and t.lemma[subject[1] - 1] in ("administration", "congress")
            return found if found.countries else Party(None, (home,), None, found.text) if own and home else None
    return None


def _by_law(event: Event, p: Phrases) -> Party | None:
    """ "designated under Executive Order 13224", "added to the SDN list": what one state alone has."""
    if event.action != "impose" or event.stage not in ("done", "in_force", "planned"):
        return None
    t = p.t
    first, last = t.sentence(event.node)
    for k in range(max(first, event.span[0] - 12), min(last, event.span[1] + 25)):
        found = p.words.laws.match_at(t.text, k)
        if found is not None:
            return Party(None, (found[1],), None, None)
        numbered = k + 1 < last and t.text[k + 1].isdigit() and len(t.text[k + 1]) == 5
        if numbered and (t.text[k] in ("E.O.", "EO") or t.text[k - 1 : k + 1] == ["Executive", "Order"]):
            # Orders with numbers of five digits are those of the Federal Register.
            return Party(None, ("USA",), None, None)
    return None


def _governing(event: Event, p: Phrases, parties: Parties, home: str | None) -> Party | None:
    """The nearest subject on the way up from the event that acts itself."""
    t = p.t
    first, last = t.sentence(event.node)
    hit = event.target.span if event.target is not None and event.target.span is not None else (-1, -1)
    node = event.node
    for _ in range(_CLIMB):
        child = t.child(node, "nsubj", "nsubj:pass")
        if child is not None and first <= child < last and not (event.span[0] <= child < event.span[1]):
            if hit[0] <= child < hit[1]:
                return None
            verb = t.lemma[node]
            if t.lower[child] in _SELF and child < node:
                return _first_person(child, verb, event, p, parties, home)
            if t.lower[child] == "you" and verb not in p.words.of("speaking_of_others"):
                codes = parties.turns.you(child, home)
                return Party(None, codes, None, None) if codes else None
            if t.dep[child] == "nsubj" and t.tag[child] in ("NN", "NNP", "NNPS", "NNS"):
                return _named(child, verb, event, p, parties, home)
            if t.lower[child] in _POINTING and t.lemma[node] == "include" and not t.dep[node].startswith("acl"):
                return _listed(event, p, home)
            if t.tag[child] not in ("WDT", "WP", "DT", "EX") and t.lower[child] not in ("it", "that", "this"):
                return None
        if t.head[node] == node:
            return None
        node = t.head[node]
    return None


def _listed(event: Event, p: Phrases, home: str | None) -> Party | None:
    """ "We announced new actions. This includes sanctions on": one of them."""
    t = p.t
    index = t.sent[event.node]
    if home is None or not index or event.action not in ("impose", "none"):
        return None
    first, last = t.sents[index - 1]
    told = [
        k
        for k in range(first, last)
        if t.lemma[k] in p.words.of("action_announcing") and t.tag[k] in ("VBD", "VBG", "VBN") and p.verb(k)
    ]
    if not told:
        return None
    if event.action == "none":
        event.action, event.stage, event.rule = "impose", "done", "content"
    return Party(None, (home,), None, None)


def _first_person(i: int, verb: str, event: Event, p: Phrases, parties: Parties, home: str | None) -> Party | None:
    # "We had talks about sanctions" says nothing of whose they are.
    acting = verb in p.words.of("acting") and (verb != "have" or direct(event, verb, p))
    if verb in p.words.of("speaking_of_others") or event.action == "none" and not acting or quoted(i, p.t):
        return None
    codes = parties.turns.we(i, home)
    return Party((i, i + 1), codes, None, parties.text((i, i + 1))) if codes else None


def _named(i: int, verb: str, event: Event, p: Phrases, parties: Parties, home: str | None) -> Party | None:
    """A state or body as subject: of a verb of acting, or of any but one of others' doings where it is the host."""
    if verb in p.words.of("speaking_of_others"):
        # What others do, said or wanted by the subject.
        return None
    found = parties.sender((p.start(i), max(p.end(i), i + 1)))
    if home is not None and p.t.lemma[i] in p.words.of("decree") and event.action != "none" and not found.countries:
        # "The order broadens the sanctions"
        return Party(None, (home,), None, None)
    if len(found.countries) != 1:
        return None
    if direct(event, verb, p):
        return found
    if verb not in p.words.of("acting"):
        # Only the subject of these has the measures, or does what they are part of.
        return None
    if verb in ("consider", "weigh") and event.action == "none":
        event.action, event.stage, event.modality = "impose", "considered", "possible"
    if found.countries == (home,):
        return found
    return found if event.action in _HOSTILE and verb not in p.words.of("wide_acting") else None


def _announcing(event: Event, p: Phrases, parties: Parties) -> Party | None:
    """ "The president also says the blockade will remain": who tells what becomes of a measure has imposed it."""
    t = p.t
    told = event.action in _STEERED and event.stage in ("planned", "scheduled")
    told = told or event.action == "impose" and event.stage in ("planned", "refused")
    if event.rule != "noun-subject" or not told:
        return None
    node = event.node
    for _ in range(3):
        node = t.head[node]
        if p.verb(node) in p.words.of("telling") and (child := t.child(node, "nsubj")) is not None:
            found = parties.sender((p.start(child), max(p.end(child), child + 1)))
            known = len(found.countries) == 1 and found.countries[0] not in p.words.regimes
            return found if known else None
    return None


def _heading(event: Event, p: Phrases, home: str | None) -> Party | None:
    """ "Action to impose visa restrictions on …", an item in the list of what the state that puts it out has done."""
    t = p.t
    if home is None or event.action != "impose" or event.stage != "done":
        return None
    first = t.sentence(event.node)[0]
    finite = any(t.tag[k] in ("MD", "VBD", "VBP", "VBZ") for k in range(first, event.span[0]))
    bare = event.rule in ("noun-verb", "noun-prepositional") and event.span[0] - first < 6
    return Party(None, (home,), None, None) if bare and not finite else None
