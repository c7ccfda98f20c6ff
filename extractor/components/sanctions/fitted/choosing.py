"""Sender and target of a telling: of all states that may be it, the one for which most speaks.

What the sentence of a telling names for a role stays as the grammar has read it. Where a role is empty, was taken
from elsewhere, or is held by somebody of no known state, what was read is the strongest piece of evidence, and a
conditional logit (McFadden 1974) over all candidates may fill or replace it.
"""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.fitted.candidates import Candidate, Candidates
from extractor.components.sanctions.fitted.evidence import known
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.text.phrases import Phrases

# Hundredths of log-odds by which another candidate must be better than what was read.
MARGIN = 50
_UNSURE = 0.6
ROLES = ("sender", "target")


def choose(events: list[Event], options: Candidates, p: Phrases, parties: Parties) -> None:
    """Fill and replace the countries of senders and targets."""
    # All are judged by what was read, whatever is chosen for those before.
    asked = ((e, role, options_of(options, e, role)) for e in events for role in ROLES)
    chosen = [(e, role, best(found, role, p)) for e, role, found in asked if found]
    for event, role, codes in chosen:
        # Nobody is put on both sides: what was read, or chosen first, stays.
        if codes is not None and not set(codes) & set(_other(event, role)):
            _put(event, role, codes, options, parties)


def _other(event: Event, role: str) -> tuple[str, ...]:
    return event.targets if role == "sender" else event.senders


def options_of(options: Candidates, event: Event, role: str) -> list[Candidate]:
    """The candidates for a role of a telling, judged by what was read; none where its sentence names the state."""
    basis = known(event, role, options.p)
    return options.of(event, role, basis) if basis != "explicit" else []


def best(candidates: list[Candidate], role: str, p: Phrases) -> tuple[str, ...] | None:
    """The codes of the best candidate; None where what was read stays."""
    scores = [(p.words.weights.score(role, c.evidence), c) for c in candidates]
    read = next(score for score, c in scores if "read" in c.evidence)
    top, winner = max(scores, key=lambda pair: pair[0])  # of equals the first: no, then by code
    return winner.codes if top > read + MARGIN else None


def _put(event: Event, role: str, codes: tuple[str, ...], options: Candidates, parties: Parties) -> None:
    old: Party | None = getattr(event, role)
    kept = old if old is not None and old.span is not None and not old.countries else None
    event.confidence = min(event.confidence, _UNSURE)
    if not codes:
        # The phrase stays where there is one: only its state was doubted.
        own = old is not None and old.span is not None
        setattr(event, role, Party(old.span, (), old.kind, old.text) if old is not None and own else None)
        event.inherited.discard(role)
        return
    if kept is not None:
        # "the regime", "two banks": the phrase stays, its state is known now.
        setattr(event, role, Party(kept.span, codes, kept.kind, kept.text))
        return
    place = options.named(event, codes[0])
    kind = "country" if role == "target" else None
    if place is None:
        event.inherited.add(role)
        setattr(event, role, Party(None, codes, kind, None))
        return
    event.inherited.discard(role)
    # Several are called by their names later on.
    setattr(event, role, Party(place, codes, kind, parties.text(place) if len(codes) == 1 else None))
