"""Registers every factory, and says in which order the components run."""

from __future__ import annotations

from extractor.components import layout
from extractor.components.counts import component as counts
from extractor.components.dates import component as dates
from extractor.components.meetings import component as meetings
from extractor.components.officials import component as officials
from extractor.components.organizations import component as organizations
from extractor.components.sanctions import component as sanctions
from extractor.components.statements import component as statements
from extractor.components.titles import component as titles

# Ahead of the model's own components.
FIRST = "extractor_layout"

# Each may read what those before it found.
ORDER = (
    "extractor_organizations",
    "extractor_dates",
    "extractor_titles",
    "extractor_officials",
    "extractor_counts",
    "extractor_sanctions",
    "extractor_meetings",
    "extractor_statements",
)

__all__ = [
    "FIRST", "ORDER", "counts", "dates", "layout", "meetings", "officials", "organizations", "sanctions", "statements",
    "titles",
]  # fmt: skip
