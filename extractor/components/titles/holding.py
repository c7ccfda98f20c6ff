"""A title phrase with its holders."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.components.titles.phrase import Phrase
from extractor.language.tokens import TokenTable
from extractor.linking.names import NameSpan
from extractor.linking.places import Place


@dataclass(slots=True, eq=False)
class Holding:
    """A title phrase with its holders: (name, country named after it), the construction, and what the verb says."""

    phrase: Phrase
    names: list[tuple[NameSpan, Place | None]] = field(default_factory=list)
    basis: str = "unattached"
    incumbency: str | None = None
    pronoun: int | None = None
    party_state: bool = False


def addressed(t: TokenTable, p: Phrase, name: NameSpan) -> bool:
    """ "Josh, the President has confidence in it": somebody is spoken to, and a bare title opens the clause."""
    if name.end - name.first > 1 or p.first != p.head_first or p.end != p.head_end or not p.definite:
        return False
    low, high = t.sentence(name.first)
    opens = name.first == low or t.text[name.first - 1] in (":", ",", ";", '"', "--")
    return opens and p.end < high and t.pos[p.end] in ("VERB", "AUX", "ADV")
