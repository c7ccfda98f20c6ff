"""The publication day that a line of the text states, by itself or with a label."""

from __future__ import annotations

import re

from extractor.cleaning.blocks import Block
from extractor.cleaning.boilerplate import is_prose
from extractor.reading.days import parse_day

_LABEL = re.compile(
    r"(?:first |originally )?(published|posted|issued|released?|date|updated|modified)(?: on| at| date)?\s*[:\-]?\s+",
    re.I,
)
_LAST = re.compile(r"last\s+(?=updated|modified)", re.I)
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


def find_published(blocks: list[Block]) -> str | None:
    """The ISO 8601 day of a line at the head or tail that is nothing but a date; a line "Published …" goes before one
    "Updated …".
    """
    found: list[tuple[int, int, str]] = []
    n = len(blocks)
    story = next((k for k, block in enumerate(blocks) if is_prose(block.text)), n)
    for k in (*range(min(_HEAD, n)), *range(max(_HEAD, n - _TAIL), n)):
        text = blocks[k].text
        if len(text) > _LONGEST or not any(c.isdigit() for c in text):
            continue
        day, label = _day_of_line(text)
        if day is not None:
            rank = 2 if label in ("updated", "modified") else 0 if label else 1
            # A bare date counts ahead of the story only: below it may be anything's.
            if label or k < story:
                found.append((rank, k, day))
    return min(found)[2] if found else None


def _day_of_line(text: str) -> tuple[str | None, str]:
    label = ""
    text = _LAST.sub("", text.strip("()[] "))
    if match := _LABEL.match(text):
        label = match[1].lower()
        text = text[match.end() :]
    date = _DATE_PART.search(text)
    if date is None or not _REST.match(text[: date.start()]) or not _REST.match(text[date.end() :]):
        return None, label
    return parse_day(date[0]), label
