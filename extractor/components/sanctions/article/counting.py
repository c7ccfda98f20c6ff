"""Which events count: weak nouns ("restrictions", "tariffs") only with evidence that states act on states."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Parties
from extractor.components.sanctions.text.vocabulary import Vocabulary
from extractor.language.tokens import TokenTable

_DIRECT = {"noun-verb", "noun-coordinated"}
_ACTS = {"ease", "expand", "extend", "impose", "lift", "reimpose", "suspend"}
_SPECIFIC = {
    "asset_freeze",
    "economic",
    "export_restriction",
    "import_restriction",
    "investment_ban",
    "travel_ban",
    "visa_ban",
}
_STATE = ("name", "alias", "demonym", "capital")


def complete(events: list[Event], parties: Parties, words: Vocabulary, in_article: bool) -> list[Event]:
    """Weak nouns ("restrictions") count only where states act on states."""
    out: list[Event] = []
    tokens = parties.t
    strong = any(not e.weak for e in events)
    doubtful: list[Event] = []
    strong_words = not words.of("strong_word").isdisjoint(tokens.lemma)
    for event in events:
        if "orphan" in event.inherited:
            continue
        if "needs-target" in event.inherited and not event.targets:
            continue
        named = bool(event.senders or event.targets)
        if not named and not in_article and not (event.definite and event.measures == ["blockade"]):
            continue
        standing = "tariff" in event.measures and event.action in ("extend", "none", "maintain", "enforce")
        if standing and not in_article and not _own_parties(event):
            continue
        states = event.target is not None and event.target.kind == "country"
        if not event.targets and event.rule in ("verb-passive", "verb-target") and not (strong_words or states):
            # "will blacklist the contractor": at home; but not "countries that Chad had blacklisted"
            continue
        if event.weak and not _weak_counts(event, tokens, words, in_article, strong):
            if _near_target(event, parties):
                out.append(event)
            else:
                doubtful.append(event)
            continue
        out.append(event)
    pairs = {frozenset((*e.senders, *e.targets)) for e in out if e.senders and e.targets}
    again = [e for e in doubtful if _acts(e) and frozenset((*e.senders, *e.targets)) in pairs and e.senders]
    return sorted((*out, *again), key=events.index) if again else out


def _acts(event: Event) -> bool:
    """Is something done, or asked for, rather than there?"""
    return event.action in (*_ACTS, "retaliate") and event.rule not in ("", "noun", "noun-coordinated")


def _own_parties(event: Event) -> bool:
    """ "U.S. tariffs on Chadian copper": two states that the text names with the measure."""
    return bool(event.senders and event.targets) and not {"sender", "target"} & event.inherited


def _near_target(event: Event, parties: Parties) -> bool:
    """ "announced a ban on the export of chips to and from Chad": a state acts, and the sentence names the other."""
    if not (event.senders and event.targets and event.target) or set(event.senders) & set(event.targets):
        return False
    if not _acts(event) or "sender" in event.inherited or event.target.kind != "country":
        return False
    named = {x.iso3 for x in parties.places.within(*parties.t.sentence(event.node)) if x.kind in _STATE}
    return set(event.targets) <= named


def _weak_counts(event: Event, tokens: TokenTable, words: Vocabulary, in_article: bool, strong: bool) -> bool:
    """Is the measure of a noun with many uses one of a state against another?"""
    own = event.target is not None and "target" not in event.inherited
    known = own and (bool(event.targets) or strong and event.target.kind is not None)  # type: ignore[union-attr]
    if (
        event.action == "none"
        and not (event.senders and event.targets)
        or event.senders
        and event.senders == event.targets
    ):
        return False
    if "secondary" in event.measures:
        known = True
    acts = event.action in _ACTS and event.rule in _DIRECT
    if in_article and event.senders and acts:
        # "will tighten export controls on graphite": no country is named, but a state acts and names what.
        known = (
            known
            or bool(set(event.measures) & _SPECIFIC)
            or bool(event.targets and tokens.lemma[event.head] not in words.of("goods_ban_noun"))
        )
    if event.senders and event.targets and tokens.lemma[event.head] in ("control", "export"):
        # Export controls are kept against other states.
        known = known or (acts or event.action in ("expire", "none")) and "export_restriction" in event.measures
    clear = not words.of("clear_measure").isdisjoint(tokens.lemma[event.span[0] : event.head + 1])
    if clear and event.action in (*_ACTS, "retaliate"):
        # "may take retaliatory measures", "by imposing restrictive measures": states alone do so.
        known = known or bool(event.senders) or in_article and bool(event.targets)
    punished = tokens.lemma[event.head] == "penalty" and event.action != "none" and bool(event.targets)
    if punished and event.target is not None and event.target.kind == "country":
        # "penalties were considered against Chad"
        return True
    if "tariff" in event.measures and own and event.targets and event.action in (*_ACTS, "retaliate"):
        # "A tariff on Chadian copper took effect": a state's goods, whoever acts.
        return True
    hit = event.target is not None and event.target.kind == "country" and own and bool(event.targets)
    if hit and event.action in _ACTS and event.rule == "noun-participle" and set(event.measures) & _SPECIFIC:
        # "the export controls that we have imposed on Chad"
        return True
    controls = tokens.lemma[event.head] == "control" and event.measures == ["export_restriction"]
    if controls and event.senders and "sender" not in event.inherited and event.rule in _DIRECT and acts:
        # "placed export controls on gallium": no state puts them on its own.
        return True
    breach = event.action in ("enforce", "violate") and event.measures == ["export_restriction"]
    if breach and event.senders and "sender" not in event.inherited and event.rule in _DIRECT:
        # "may violate U.S. export controls"
        return True
    if not known or not event.senders and not strong:
        return False
    if event.targets or event.target is None or event.target.span is None or "secondary" in event.measures:
        return True
    # "restrictions on a woman's right to choose"
    return not {"CD", "NNP", "NNPS"}.isdisjoint(tokens.tag[slice(*event.target.span)])
