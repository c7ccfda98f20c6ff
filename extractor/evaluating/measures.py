"""What is scored in each table: when a gold item and a row are the same thing, and which fields are compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from extractor.evaluating.compare import (
    Comparison,
    Row,
    by_span,
    contained_text,
    normalized,
    overlap,
    same_number,
    same_set,
    same_text,
    span_overlap,
)

# Two sanction spans this close may phrase one event: "the measures ... run out" beside "the travel bans".
NEAR_CHARACTERS = 250


def official_similarity(gold: Row, row: Row) -> float:
    """How likely the row is this official: by name, else by a mention that the spans share."""
    name = normalized(row.get("name"))
    if not name:
        return 0.0
    if name == normalized(gold["name"]):
        return 2.0
    return 1.0 if any(overlap(mention, row) for mention in gold.get("mentions", [])) else 0.0


def title_similarity(gold: Row, row: Row) -> float:
    """Span overlap; of several rows on one span ("Presidents A and B") the one for the same person goes first."""
    shared = span_overlap(gold, row)
    person = normalized(gold.get("official")) == normalized(row.get("official"))
    return shared and shared + 0.02 * person + 0.01 * bool(same_text(gold, row, "role"))


def sanction_similarity(gold: Row, row: Row) -> float:
    """Span overlap and agreement; without overlap only the same action on the same target close by."""
    shared = span_overlap(gold, row)
    near = min(abs(gold["start"] - row["start"]), abs(gold["end"] - row["end"])) <= NEAR_CHARACTERS
    agreeing = {f: same_text(gold, row, f) for f in ("action", "stage", "sender_country", "target_country")}
    if not shared and not (near and agreeing["action"] and agreeing["target_country"]):
        return 0.0
    return 3 * shared + sum(agreeing.values())


def held_role(gold: Row, row: Row, field: str) -> bool:
    """Any of the roles that the gold gives the person somewhere in the article."""
    return row.get(field) in gold[field]


@dataclass(frozen=True, slots=True)
class Measure:
    """How one table is scored.

    similarity: 0 where gold item and row cannot be one, else the higher the better the match.
    fields: the fields compared on found items; key_fields: those that "full" asks for.
    always: fields compared even where the gold value is empty, because emptiness is a claim there.
    """

    similarity: Callable[[Row, Row], float]
    fields: Mapping[str, Comparison] = field(default_factory=dict)
    key_fields: tuple[str, ...] = ()
    always: frozenset[str] = frozenset()


MEASURES: dict[str, Measure] = {
    "officials": Measure(
        official_similarity,
        {"name": same_text, "family_name": same_text, "country": same_set, "role": held_role},
        ("country", "role"),
    ),
    "titles": Measure(
        title_similarity,
        {
            "head": same_text,
            "role": same_text,
            "organization": contained_text,
            "country": same_set,
            "incumbency": same_text,
            "official": same_text,
        },
        ("role", "country", "official"),
        frozenset({"official"}),
    ),
    "dates": Measure(
        span_overlap,
        {"timex_type": same_text, "timex_value": same_text, "date_start": same_text, "date_end": same_text},
        ("timex_value",),
    ),
    "counts": Measure(
        span_overlap,
        {
            "value": same_number,
            "qualifier": same_text,
            "unit": same_text,
            "kind": same_text,
            "relation": same_text,
            "related": by_span,
        },
        ("value", "qualifier"),
    ),
    "sanctions": Measure(
        sanction_similarity,
        {
            "action": same_text,
            "stage": same_text,
            "sender_country": same_set,
            "target_country": same_set,
            "measures": same_set,
        },
        ("action", "stage", "sender_country", "target_country"),
        frozenset({"sender_country", "target_country"}),
    ),
    "meetings": Measure(span_overlap),
    "statements": Measure(span_overlap),
}


def pair_up(golds: list[Row], rows: list[Row], similarity: Callable[[Row, Row], float]) -> dict[int, int]:
    """One-to-one matches, gold index → row index; the most similar pair first, ties in textual order."""
    scored = [(similarity(g, r), i, j) for i, g in enumerate(golds) for j, r in enumerate(rows)]
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for value, i, j in sorted(scored, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if value > 0 and i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs
