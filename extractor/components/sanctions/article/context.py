"""What the rest of the sentence and article says about an event: the only other country, the legislature, seizures."""

from __future__ import annotations

from collections import Counter

from extractor.components.sanctions.article.antecedents import both
from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.bystanders import apart, aside, victim
from extractor.components.sanctions.parties.hints import bare_state, had_done, hurt, numbered, programs
from extractor.components.sanctions.parties.issuers import issuer
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.text.phrases import Phrases
from extractor.linking.places import Place


def look_around(events: list[Event], p: Phrases, parties: Parties) -> None:
    """Fill roles from the sentence, and add what was done to those who broke or fell under sanctions."""
    for event in list(events):
        both(event, parties, p)
        _own_country(event, parties)
        _veto(event, p)
        had_done(event, p, parties)
        _resolve(event, p, parties)
        bare_state(event, p, parties)
        programs(event, p, parties)
        numbered(event, p, parties)
        _goods(event, p, parties)
        if event.action == "violate" and not event.senders and event.targets in (("USA",), ("EUE",), ("UNO",)):
            # Whose sanctions are broken, named without a possessive: "circumvent United States sanctions".
            event.sender, event.target = event.target, None
        _legislature(event, p, parties)
        found = _enforcement(event, events, p, parties)
        if found is not None:
            events.append(found)
    events.sort(key=lambda e: e.node)


def _own_country(event: Event, parties: Parties) -> None:
    """A target that only inference puts in the sender's own country has none."""
    target = event.target
    if event.sender is not None and len(event.senders) > 1 and set(event.senders) > set(event.targets):
        event.sender.countries = tuple(c for c in event.senders if c not in event.targets)
    if (
        target
        and target.span
        and target.countries
        and target.countries == event.senders
        and not parties.places.within(*target.span)
    ):
        target.countries = ()


def _veto(event: Event, p: Phrases) -> None:
    """Who vetoes a resolution stops the Security Council."""
    t = p.t
    if event.senders or event.action == "none":
        return
    first, last = t.sentence(event.node)
    words = set(t.lemma[first:last])
    council = "council" in words and "security" in words and "joint" not in words
    vetoed = event.stage in ("blocked", "opposed")
    vetoed = vetoed and (council or "veto" in words and bool(words & {"resolution", "council"}))
    near = t.lemma[max(first, event.span[0] - 14) : event.span[1] + 14]
    if vetoed or council and "resolution" in near:
        event.sender = Party(None, ("UNO",), None, "Security Council" if council else None)


def _goods(event: Event, p: Phrases, parties: Parties) -> None:
    """ "moving Iranian crude in defiance of U.S. sanctions": whose goods break them."""
    if event.action != "violate" or event.target is not None:
        return
    for place in reversed(parties.places.within(max(0, event.span[0] - 6), event.span[0])):
        if place.kind == "demonym" and place.iso3 not in event.senders:
            span = (place.first, place.end)
            event.target = Party(span, (place.iso3,), "country", parties.text(span))
            return
    # "evade sanctions, selling Iranian crude to buyers in Japan": not those who buy.
    sectors = p.words.party_words["sector"]
    for place in parties.places.within(event.span[1], p.t.sentence(event.node)[1]):
        goods = bool(sectors & set(p.t.lemma[place.end : place.end + 2]))
        if place.kind == "demonym" and goods and place.iso3 in p.words.regimes and place.iso3 not in event.senders:
            span = (place.first, place.end)
            event.target = Party(span, (place.iso3,), "country", parties.text(span))
            return


def _resolve(event: Event, p: Phrases, parties: Parties) -> None:
    """ "added the country to its list", "it will face sanctions": the state named before in the sentence."""
    t = p.t
    target = event.target
    if target is None or target.countries or target.span is None:
        return
    words = {t.lower[k] for k in range(*target.span)}
    if not (words & p.words.of("told_place_noun") or words & {"it", "them", "they"}):
        return
    if any(t.tag[k] in ("NNP", "NNPS") for k in range(*target.span)):
        # "the Lund regime": not that of a country which happens to be named before.
        return
    first = t.sentence(event.node)[0]
    named = parties.places.within(first, target.span[0])
    if words & {"country", "nation"}:
        # "the Spanish carrier flies to Cuba no more, for the blockade of the country"
        named = [x for x in named if x.kind != "demonym"] or named
    for place in named[::-1] if words & {"island"} else named:
        if place.iso3 in event.senders or place.iso3 in ("EUE", "UNO"):
            continue
        codes = {place.iso3}
        if words & {"them", "they"}:
            # "Burkina Faso and Mali … added them"
            near = p.right_phrase(place.first)
            codes = {x.iso3 for x in parties.places.within(*near)} if near else codes
        event.target = Party(
            (place.first, place.end), tuple(sorted(codes)), "country", parties.text((place.first, place.end))
        )
        return


def _legislature(event: Event, p: Phrases, parties: Parties) -> None:
    """A bill is the act of the state whose legislature the article names; so is what its own bodies call for."""
    t = p.t
    agent = event.agent
    if event.stage == "called_for" and not event.senders and agent is not None and agent.span is not None:
        # Bodies that ask their own state to act.
        own = {t.lemma[k].lower() for k in range(*agent.span)} & p.words.of("legislature_noun")
        if own and len(agent.countries) == 1 and agent.countries != event.targets and "many" not in event.inherited:
            event.sender = Party(agent.span, agent.countries, None, agent.text)
            return
    enacted = event.rule == "compound" and event.stage == "done" and event.action == "impose"
    if event.senders or event.stage not in ("proposed", "called_for") and not enacted or event.action == "none":
        return
    words = set(t.lower[slice(*t.sentence(event.node))])
    if event.stage == "proposed" and not words & p.words.of("proposed_law"):
        return
    if "many" in event.inherited:
        # "called for international sanctions"
        return
    if event.stage == "called_for" and not words & p.words.of("legislator_title"):
        return
    found, home = parties.legislature, issuer(p, parties)
    if found is not None and home is not None and found.countries != (home,):
        # The senator of a release that speaks of another state's is the state's that puts it out.
        found = Party(None, (home,), None, found.text)
    event.sender = found or event.sender


def sentence_country(event: Event, events: list[Event], p: Phrases, parties: Parties, alone: bool) -> bool:
    """Where the clause names no target: the country of the sentence that is not the sender. True where one was found.

    alone: take it only where the sentence names no other country; else the one named most often.
    """
    if event.target is not None or _unsaid(event, p, parties):
        return False
    taken = _taken(event, events, p)
    if taken is None:
        return False
    named = _hit_here(event, events, taken, p, parties)
    tally = Counter(place.iso3 for place in named)
    if event.action == "violate" and (standing := p.words.regimes & set(tally)):
        tally = Counter({c: tally[c] for c in standing})
    if not tally or alone and len(tally) > 1:
        return False
    most = max(tally.values())
    first = [c for c in tally if tally[c] == most]
    if len(first) > 1 and event.stage not in ("threatened", "hypothetical"):
        # "India buys from Iran after the easing of sanctions": the one that stands under a regime.
        first = [c for c in first if c in p.words.regimes]
        if len(first) != 1:
            return False
    place = next(x for x in named if x.iso3 == first[0])
    told = next((e.target for e in events if e.node < event.node and e.targets == (place.iso3,)), None)
    owned = event.sender is not None and event.sender.span is not None and parties.places.within(*event.sender.span)
    bare = told is None and not owned and event.measures == ["unspecified"]
    if bare and place.iso3 not in p.words.regimes and parties.under_regime - taken:
        # "thanked Chad for enforcing sanctions" in a text on those against Mali: who helps is named beside the act.
        return False
    if told is not None and told.text:
        # Told before: the country has its fuller name there, and more is known than that it stands in the sentence.
        event.target = Party(None, told.countries, told.kind, told.text)
    else:
        span = (place.first, place.end)
        event.target = Party(span, (place.iso3,), "country", parties.text(span))
        event.confidence = min(event.confidence, 0.6)
    event.inherited.add("target")
    return True


def _unsaid(event: Event, p: Phrases, parties: Parties) -> bool:
    """Does the telling leave open that anybody in its sentence is hit?"""
    if event.rule == "compound" and event.action == "impose":
        # "its sanctions legislation": who has it is named as often as who is hit.
        return True
    acting = event.measures == ["blockade"] or "acting" in event.inherited
    return event.action == "none" and not event.senders and not acting and not hurt(event, p, parties)


def _taken(event: Event, events: list[Event], p: Phrases) -> set[str] | None:
    """The states that act in the sentence or elsewhere and are not hit; None where it tells of another that is hit."""
    t = p.t
    # Those who impose most sanctions are named in most sentences about them.
    owned = event.sender.span if event.sender is not None else None
    inside = owned is not None and event.span[0] <= owned[0] and owned[1] <= event.span[1]
    taken = {*event.senders, "UNO", "EUE"} | (set() if inside else {"USA"})
    if event.action == "none":
        taken |= {c for o in events for c in o.senders}
    if event.agent and not (event.stage == "called_for" and event.action in ("lift", "ease")):
        taken |= set(event.agent.countries)
    for other in events:
        if other is event or t.sent[other.node] != t.sent[event.node]:
            continue
        if other.targets and not set(other.targets) & taken:
            return None
        if other.sender is not None and other.sender.span is not None and other.node > event.node:
            # "…, and Belgium recalled its ambassador": who acts in another clause.
            taken |= set(other.senders)
    return taken


def _hit_here(event: Event, events: list[Event], taken: set[str], p: Phrases, parties: Parties) -> list[Place]:
    """The countries of the sentence that may be hit."""
    t = p.t
    # Where a target was told just before, a country at the sentence's edge is none.
    recent = any(
        o.targets
        and "target" not in o.inherited
        and 0 < t.sent[event.node] - t.sent[o.node] <= 4
        and not set(o.targets) & taken
        for o in events
    )
    kinds = {"name", "alias", "demonym", "capital"} | ({"region"} if event.measures == ["blockade"] else set())
    found = []
    for place in parties.places.within(*t.sentence(event.node)):
        if place.iso3 in taken or place.kind not in kinds:
            continue
        # "arming Russia or circumventing sanctions"
        helped = event.action == "violate" and place.iso3 in p.words.regimes and victim(place.first, p)
        edge = aside(place.first, place.end, t) if recent else t.lower[place.end : place.end + 1] == ["peninsula"]
        if not edge and (helped or not apart(place, p)):
            found.append(place)
    return found


def _enforcement(event: Event, events: list[Event], p: Phrases, parties: Parties) -> Event | None:
    """ "fined for violating U.S. sanctions"; "seizes a tanker that had been sanctioned by" the same state."""
    t = p.t
    first, last = t.sentence(event.node)
    breach = event.action == "violate" and event.stage in ("done", "alleged")
    if any(o.rule == "seizure" and first <= o.node < last for o in events):
        return None
    listed = event.rule in ("verb-passive", "verb-attributive") and bool(event.senders)
    if not breach and not listed:
        return None
    prosecuting, capturing = p.words.of("prosecuting"), p.words.of("capturing")
    for i in range(event.node - 1, max(first - 1, event.node - 25), -1):
        verb = p.verb(i)
        if verb not in prosecuting and verb not in capturing:
            continue
        begin, aux = p.group(i)
        passive = t.tag[i] == "VBN" and any(a in ("was", "were", "been", "be", "is", "are") for a in aux)
        if breach and not passive and verb not in prosecuting:
            continue
        subject = p.left_phrase(begin)
        if subject is None and begin > first and t.lower[begin - 1] == "and":
            subject = p.left_phrase(begin - 2)
        actor = parties.sender(subject) if subject is not None and not passive else None
        if listed and (actor is None or actor.countries != event.senders):
            return None
        hit = subject if passive else p.right_phrase(i + 1)
        if hit is None:
            return None
        target = (
            parties.target(hit)
            if breach
            else Party(event.target.span, event.targets, event.target.kind, event.target.text)
            if (event.target)
            else None
        )
        sender = (
            actor
            if actor and actor.countries
            else Party(None, event.senders, None, event.sender.text if event.sender else None)
        )
        return Event(
            (begin, i + 1) if passive else (i, i + 1),
            i,
            i,
            ["penalty" if verb in p.words.of("fining") else "unspecified"],
            "enforce",
            "done",
            sender,
            target,
            rule="enforcement",
            confidence=0.8,
        )
    return None
