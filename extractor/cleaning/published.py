"""The publication day that a line of the text states, by itself or with a label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.cleaning.blocks import Block
from extractor.cleaning.boilerplate import is_prose
from extractor.cleaning.cues import layout_cues
from extractor.lexicon import Lexicon
from extractor.reading.days import parse_day

# What may stand around the date: a weekday, a time, a zone, "at", bars.
_DATE_PART = re.compile(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}(?:st|nd|rd|th)?[ -][A-Za-z]{3,9}\.?,?[ -]\d{4}|"
    r"[A-Za-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)
_REST = re.compile(
    r"(?:\s|[|,;:.()\-–—T]|\d{1,2}[:.]\d{2}(?::\d{2})?|[ap]\.?m\.?|at|on|noon|midnight|GMT|UTC|BST|CET|EST|EDT|PST|PDT|IST|JST|KST|ET|Z|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)*\Z",
    re.I,
)
_HEAD, _TAIL, _LONGEST = 6, 3, 90


@dataclass(frozen=True, slots=True)
class _Labels:
    """start: a label before a date, "Last updated on:" without the "last"; last: that word; updated: labels of a later
    version."""

    start: re.Pattern[str]
    last: re.Pattern[str]
    updated: frozenset[str]


def _build(lexicon: Lexicon) -> _Labels:
    cues = layout_cues(lexicon)
    updated = cues.of("updated_label")
    labels, later = (_any_of(words) for words in (cues.of("published_label") | updated, updated))
    return _Labels(
        re.compile(rf"(?:first |originally )?({labels})(?: on| at| date)?\s*[:\-]?\s+", re.I),
        re.compile(rf"last\s+(?={later})", re.I),
        updated,
    )


def _any_of(words: frozenset[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))


def find_published(blocks: list[Block], lexicon: Lexicon) -> str | None:
    """The ISO 8601 day of a line at the head or tail that is nothing but a date; a line "Published …" goes before one
    "Updated …".
    """
    labels = lexicon.compiled(_build)
    found: list[tuple[int, int, str]] = []
    n = len(blocks)
    story = next((k for k, block in enumerate(blocks) if is_prose(block.text)), n)
    for k in (*range(min(_HEAD, n)), *range(max(_HEAD, n - _TAIL), n)):
        text = blocks[k].text
        if len(text) > _LONGEST or not any(c.isdigit() for c in text):
            continue
        day, label = _day_of_line(text, labels)
        if day is not None:
            rank = 2 if label in labels.updated else 0 if label else 1
            # A bare date counts ahead of the story only: below it may be anything's.
            if label or k < story:
                found.append((rank, k, day))
    return min(found)[2] if found else None


def _day_of_line(text: str, labels: _Labels) -> tuple[str | None, str]:
    label = ""
    text = labels.last.sub("", text.strip("()[] "))
    if match := labels.start.match(text):
        label = match[1].lower()
        text = text[match.end() :]
    date = _DATE_PART.search(text)
    if date is None or not _REST.match(text[: date.start()]) or not _REST.match(text[date.end() :]):
        return None, label
    return parse_day(date[0]), label
