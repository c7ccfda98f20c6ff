"""Officials, titles, dates, counts and sanctions from news articles, as typed tables.

import extractor
t = extractor.extract(text, published="2015-03-07")
t.officials, t.titles, t.dates, t.counts, t.sanctions
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extractor.version import __version__

if TYPE_CHECKING:
    from extractor.api import Tables, extract, extract_folder, load, read_tables

__all__ = ["Tables", "__version__", "extract", "extract_folder", "load", "read_tables"]


def __getattr__(name: str) -> Any:
    # spaCy and pandas take seconds to import; `import extractor` and the command line's help need neither.
    if name in __all__:
        import extractor.api

        return getattr(extractor.api, name)
    raise AttributeError(f"module 'extractor' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
