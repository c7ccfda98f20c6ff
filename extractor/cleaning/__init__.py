"""Raw text → cleaned view with offsets back: boilerplate left out, characters plain, paragraphs, headline and dateline
marked.
"""

from extractor.cleaning.clean import clean
from extractor.cleaning.view import View

__all__ = ["View", "clean"]
