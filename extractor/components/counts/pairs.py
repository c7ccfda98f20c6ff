"""Whether "the two sides" only rewords parties that are named: such a number is none of its own."""

from __future__ import annotations

from extractor.components.counts.found import Found
from extractor.components.counts.quantity import Quantity
from extractor.components.counts.vocabulary import CountWords
from extractor.language.tokens import TokenTable

_REACH = 20
# Parties of talks: these stay a rewording although a number was told before.
_PARTIES = frozenset({"countries", "officials", "delegates"})


def rewords_parties(
    tokens: TokenTable, quantity: Quantity, unit: str | None, first: int, definite: bool, out: list[Found],
    words: CountWords,
) -> bool:  # fmt: skip
    """Whether a small number of a noun such as "side" or "leader" with "the", "our" or "both" stands for the parties.

    Not so "all three leaders", nor "the two men" where two men were counted before, of whom it speaks again.
    """
    if unit not in words.cues["pair_noun"] or (quantity.value or 0) > 3:
        return False
    kind = words.units.get(unit or "", ("other", False))[0]
    alike = {"organizations", "entities_listed"} if kind == "organizations" else set()
    if kind not in _PARTIES and any(
        f.record.value == quantity.value and (f.record.unit == unit or f.record.kind in alike) for f in out[-_REACH:]
    ):
        return False
    before = tokens.lower[first - 1] if first > tokens.sentence(quantity.core)[0] else ""
    if before in ("our", "both", "these"):
        return True
    return definite and quantity.qualifier == "exact" and not (quantity.value == 3 and tokens.lower[first] == "all")
