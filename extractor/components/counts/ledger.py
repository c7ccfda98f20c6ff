"""Figures of the tables of results that wire agencies print: "Net loss 89,000 vs profit 1,136,000"."""

from __future__ import annotations

from extractor.components.counts.found import Found
from extractor.components.counts.quantity import Quantity
from extractor.components.counts.vocabulary import CountWords
from extractor.language.tokens import TokenTable

_AGAINST = frozenset({"vs", "vs.", "versus"})
_MAX_FIGURE = 4


def ledger_unit(
    tokens: TokenTable, quantity: Quantity, words: CountWords, out: list[Found]
) -> tuple[str, str | None] | None:
    """(quantity type, unit) of a figure in such a line: money in the currency told last, or shares; else None."""
    if quantity.form != "digits" or quantity.type != "count":
        return None
    at = _past_sign(tokens, quantity.first - 1, words)
    if at >= 0 and tokens.lower[at] in _AGAINST:
        at -= 1
        floor = at - _MAX_FIGURE
        while at > max(0, floor) and (tokens.lower[at][0].isdigit() or tokens.lower[at] in words.numbers):
            at -= 1
        at = _past_sign(tokens, at, words)
    elif quantity.end >= tokens.n or tokens.lower[quantity.end] not in _AGAINST:
        return None
    if at < 0:
        return None
    label = tokens.lower[at]
    if label in words.cues["ledger_share"]:
        return "count", "share"
    if label not in words.cues["ledger_money"]:
        return None
    if not tokens.text[at][0].isupper() and at and not _led(tokens, at, words):
        return None
    currency = next((f.record.unit for f in reversed(out) if f.record.quantity_type == "money" and f.record.unit), None)
    return ("money", currency) if currency is not None else None


def _past_sign(tokens: TokenTable, at: int, words: CountWords) -> int:
    return at - 1 if at > 0 and tokens.lower[at] in words.cues["ledger_result"] else at


def _led(tokens: TokenTable, at: int, words: CountWords) -> bool:
    """Whether an abbreviation with a capital leads the label: "Oper net", "Opr revs"."""
    return tokens.text[at - 1][0].isupper() and tokens.lower[at - 1] in words.cues["ledger_modifier"]
