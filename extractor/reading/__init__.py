"""Sources → articles: raw text with metadata. Nothing here knows about language."""

from extractor.reading.article import Article
from extractor.reading.metadata import Metadata
from extractor.reading.notes import Notes
from extractor.reading.options import ReadOptions
from extractor.reading.sources import check_sources, read_articles

__all__ = ["Article", "Metadata", "Notes", "ReadOptions", "check_sources", "read_articles"]
