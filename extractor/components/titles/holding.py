"""A title phrase with its holders."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.components.titles.phrase import Phrase
from extractor.language.tokens import TokenTable
from extractor.linking.names import NameSpan
from extractor.linking.places import Place

# Party and state of a member of Congress, as American newspapers write it.
_PARTY_STATE = re.compile(r"(?:R|D|I|DFL)\.?[-,–][A-Z][A-Za-z.]{1,6}")


@dataclass(slots=True, eq=False)
class Holding:
    """A title phrase with its holders: (name, country named after it), the construction, and what the verb says."""

    phrase: Phrase
    names: list[tuple[NameSpan, Place | None]] = field(default_factory=list)
    basis: str = "unattached"
    incumbency: str | None = None
    pronoun: int | None = None
    party_state: bool = False


def is_party_state(t: TokenTable, i: int, high: int) -> bool:
    """ "(R-Ky.)", ", D-Calif.," at token `i`: a member of the United States Congress stands before it."""
    if i + 2 < high and t.text[i] in ("(", ","):
        return bool(_PARTY_STATE.match("".join(t.text[i + 1 : min(i + 5, high)]).lstrip("(")))
    return False
