"""The headline line of an article: short, first, without a sentence end."""

from __future__ import annotations

from extractor.cleaning.boilerplate import is_prose
from extractor.cleaning.cues import layout_cues
from extractor.cleaning.dateline import find_dateline
from extractor.lexicon import Lexicon
from extractor.reading.days import parse_day

_MAX_WORDS, _MAX_CHARS = 25, 180


def find_headline(texts: list[str], lexicon: Lexicon, title: str | None) -> int | None:
    """Index of the paragraph that is the headline, or None.

    The paragraph that repeats the metadata's title; else the first, where it is short, ends without a sentence end, has
    no dateline, and text follows it.
    """
    if title:
        wanted = _key(title)
        for k, text in enumerate(texts[:4]):
            if wanted and _key(text) == wanted:
                return k
    if len(texts) < 2:
        return None
    first, signed = texts[0], tuple(f"{word} " for word in layout_cues(lexicon).of("signature_start"))
    words = first.split()
    if not 3 <= len(words) <= _MAX_WORDS or len(first) > _MAX_CHARS or first.endswith((".", ",", ";", ":", '."')):
        return None
    if first[0] in "([-*•" or find_dateline(first, lexicon) is not None or _is_signature(first, signed):
        return None
    # A headline heads the story, with at most a byline or a date between; a room or a city heads a time of day.
    for text in texts[1:4]:
        if is_prose(text) or find_dateline(text, lexicon) is not None:
            return 0 if len(text) > len(first) else None
        if not _is_signature(text, signed):
            return None
    return None


def _is_signature(text: str, starts: tuple[str, ...]) -> bool:
    """ "Ned Price, Department Spokesperson", "Wednesday, January 23, 2019", "Office of the Spokesperson": who or when,
    not what.
    """
    low = text.lower()
    if parse_day(text) or low.startswith(starts):
        return True
    words = [w for w in text.replace(",", " ").split() if w.isalpha()]
    titled = [w for w in words if w[0].isupper() or w in ("of", "the", "for", "and", "to")]
    # Title-case lines with one comma and a name before it; a headline in title case has a verb, which has no mark of
    # its own here.
    return "," in text and len(titled) == len(words) and len(words) <= 7


def _key(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
