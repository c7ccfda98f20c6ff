"""Stable row ids: a prefix and a hash of where the row is from, what it spans and what identifies it there."""

from __future__ import annotations

import hashlib
from collections import Counter

PREFIXES = {
    "officials": "of",
    "titles": "ti",
    "dates": "da",
    "counts": "co",
    "sanctions": "sa",
    "meetings": "me",
    "statements": "st",
    "organizations": "og",
    "mentions": "mn",
    "people": "pe",
    "ranges": "ra",
}

# Columns that tell apart two rows on one span ("Presidents Biden and Xi" is two titles).
KEY_FIELDS = {
    "officials": ("name",),
    "titles": ("head", "organization", "portfolio"),
    "dates": ("timex_type",),
    "counts": ("quantity_type", "value"),
    "sanctions": ("action", "stage", "sender", "target", "measures"),
    "meetings": ("kind", "participants"),
    "statements": ("speaker", "verb"),
    "organizations": ("name",),
}


def digest(*parts: object) -> str:
    """First 14 hexadecimal digits of the SHA-1 over the parts: 56 bits; a clash needs some 300 million rows."""
    joined = "\x1f".join(["" if p is None else str(p) for p in parts])
    return hashlib.sha1(joined.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:14]


class IdMaker:
    """Ids of one article's rows. Equal rows are told apart by their order."""

    def __init__(self, article_id: str) -> None:
        self.article_id = article_id
        self._seen: Counter[str] = Counter()

    def make(self, table: str, start: int, end: int, *fields: object) -> str:
        """The id of the row on this span; `fields` tell rows on one span apart."""
        key = digest(self.article_id, table, start, end, *fields)
        ordinal = self._seen[table + key] = self._seen[table + key] + 1
        if ordinal > 1:
            key = digest(self.article_id, table, start, end, *fields, ordinal)
        return f"{PREFIXES[table]}-{key}"
