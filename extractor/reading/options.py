"""How sources are read: limits, column names, what is known of the articles from elsewhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

# A long newspaper feature has 60,000 characters; a book 600,000. Above this it is no article.
DEFAULT_MAX_CHARS = 2_000_000


# What a record may hold; `--text-column` and its like name the columns.
RECORD_FIELDS = ("id", "text", "published", "title", "source", "url")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Options of one run.

    published: day, ISO 8601, that holds for every article; goes before all other sources.
    metadata: CSV or JSONL file with more about the articles, keyed by `id` or `path`.
    max_chars: articles with more code points are refused (`too-long`).
    encoding: decode all files so; None looks at byte order mark, UTF-8, UTF-16 and statistics.
    leave_out: resolved path of a folder that is not read where it lies within a source.
    columns: column names of records, by field: id, text, published, title, source, url.
    """

    published: str | None = None
    metadata: Path | None = None
    max_chars: int = DEFAULT_MAX_CHARS
    encoding: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    leave_out: Path | None = None

    def column(self, name: str) -> str:
        """The name that this field has in the records."""
        return self.columns.get(name, name)

    @property
    def max_bytes(self) -> int:
        """No encoding takes more than four bytes a code point."""
        return 4 * self.max_chars + 4
