"""Lines and paragraphs of a flattened text: which line ends are paragraph ends, and which only wrap a line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.cleaning.flatten import DELETE, JOIN

_UNSEEN = re.compile(f"[{DELETE}{JOIN}]+")
_FIRST_WORD = re.compile(r"\S+")
# A line that is an item of a list, or begins a labelled field.
_ITEM = re.compile(r"(?:[-*•·▪o–—]|\(?\d{1,3}[.)]|\(?[a-z][.)]) ")
_SENTENCE_END = (".", "!", "?", '."', '!"', '?"', ".'", ".)", ":", '."', ";")

# Blanks in a line that set columns or fields of a page apart; justified text has fewer between its words.
_GAP = re.compile(r"[ \x00]{5,}")

# Wrapped text is set to a measure between these; 40 is a narrow newspaper column, 100 a wide mail window.
_NARROWEST, _WIDEST = 30, 110


@dataclass(slots=True)
class Block:
    """One paragraph or line of its own: offsets in the raw text; its text as read; blank_before: a blank line stands
    before it.
    """

    start: int
    end: int
    text: str
    blank_before: bool = False


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    text: str
    indent: int
    blank_before: bool


def visible(text: str) -> str:
    """The text without marks and with single spaces."""
    if DELETE in text or JOIN in text:
        text = _UNSEEN.sub("", text)
    return " ".join(text.split())


def split_blocks(flat: str) -> list[Block]:
    """Paragraphs in order, none empty."""
    lines = _lines(flat)
    measure = _measure(lines)
    blocks: list[Block] = []
    previous: _Line | None = None
    for line in lines:
        if previous is not None and not line.blank_before and measure and _wraps(previous, line, measure):
            last = blocks[-1]
            last.end = line.end
            joined = last.text[:-1] + line.text if _is_cut(last.text, line.text) else last.text + " " + line.text
            last.text = joined
        else:
            blocks.append(Block(line.start, line.end, line.text, line.blank_before))
        previous = line
    return blocks


def _lines(flat: str) -> list[_Line]:
    out: list[_Line] = []
    at, blank = 0, False
    for part in flat.split("\n"):
        found = False
        for first, end in _fields(part):
            text = visible(part[first:end])
            if text:
                field = part[first:end]
                left = first + len(field) - len(field.lstrip(" \x00\x01"))
                right = first + len(field.rstrip(" \x00"))
                out.append(_Line(at + left, at + max(right, left + 1), text, left, blank or found))
                blank, found = False, True
        blank = blank or bool(out) and not found
        at += len(part) + 1
    return out


def _fields(line: str) -> list[tuple[int, int]]:
    """The parts of a line between wide gaps, as offsets: "PRESS RELEASE        May 5, 2006" has two."""
    gaps = [(m.start(), m.end()) for m in _GAP.finditer(line)] if "     " in line else []
    cuts = [0, *(end for _, end in gaps if end < len(line))]
    ends = [start for start, end in gaps if end < len(line)]
    return list(zip(cuts, [*ends, len(line)], strict=True))


def _measure(lines: list[_Line]) -> int:
    """Width to which the lines are wrapped, or 0 where each line is a paragraph.

    Evidence: lines of the same paragraph (no blank line between) that are of similar length and break inside sentences.
    """
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if not b.blank_before]
    if len(pairs) < 2:
        return 0
    lengths = sorted(len(a.text) for a, _ in pairs)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    inside = sum(1 for a, b in pairs if not a.text.endswith(_SENTENCE_END) and not _ITEM.match(b.text))
    full = sum(1 for a, b in pairs if len(a.text) + 1 + len(_first_word(b.text)) > width - 4)
    lower = sum(1 for _, b in pairs if b.text[0].islower())
    caps = all(not b.text[0].islower() for _, b in pairs) and sum(1 for _, b in pairs if b.text.isupper()) > 0.8 * len(
        pairs
    )
    if inside >= 0.4 * len(pairs) and full >= 0.5 * len(pairs) and (lower >= 0.25 * len(pairs) or caps):
        return max(width, min(lengths[-1], width + 10))
    return 0


def _wraps(line: _Line, following: _Line, measure: int) -> bool:
    """Whether the line end between them only wraps: the next word would not have fitted, or a sentence goes on."""
    if _ITEM.match(following.text) or following.indent > line.indent + 1:
        return False
    room = measure - len(line.text) - 1 - len(_first_word(following.text))
    if line.text.endswith(_SENTENCE_END):
        return room < 4
    if following.text[0].islower():
        return True
    return room < max(12, measure // 5)


def _is_cut(text: str, following: str) -> bool:
    """A word cut at the end of the line: "govern-" and "ment"."""
    return len(text) > 1 and text[-1] == "-" and text[-2].isalpha() and following[0].islower()


def _first_word(text: str) -> str:
    match = _FIRST_WORD.match(text)
    return match[0] if match else ""
