"""The state of a party that is named beside its phrase: "Mali's ruling Labour Party", "many states, including Peru"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.components.sanctions.parties.parties import Parties

Span = tuple[int, int]


def beside(a: int, b: int, known: tuple[str, ...], parties: Parties) -> tuple[Span, tuple[str, ...]]:
    """The span and the states of the party of the tokens a … b, which names no state itself.

    known: the states of the bodies in it; "Norway's ruling Labour Party" is not Britain's.
    """
    t, (first, last) = parties.t, parties.t.sentence(a)
    k = a - 1
    while k > first and t.tag[k] in ("JJ", "VBG", "VBN"):
        k -= 1
    if k > first and t.tag[k] == "POS" and (owner := parties.places.at(k - 1)) is not None:
        return (owner.first, b), (parties.acting_code(owner),)
    if known:
        return (a, b), known
    k = b + 1 if b < last and t.text[b] == "," else b
    named = parties.p.right_phrase(k + 1) if k + 1 < last and t.lower[k] == "including" else None
    if named is not None and (codes := parties._state_of(*parties.trim(named))):
        return parties.trim(named), codes
    return (a, b), ()
