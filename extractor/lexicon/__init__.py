"""Vocabularies and cue lists as data files, which users overlay without code."""

from extractor.lexicon.catalog import CATALOG, LexiconFile
from extractor.lexicon.classes import WordClasses
from extractor.lexicon.loader import Lexicon, load_lexicon
from extractor.lexicon.tokenize import split_words
from extractor.lexicon.trie import PhraseTrie

__all__ = ["CATALOG", "Lexicon", "LexiconFile", "PhraseTrie", "WordClasses", "load_lexicon", "split_words"]
