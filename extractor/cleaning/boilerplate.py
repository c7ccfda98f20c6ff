"""Which paragraphs are no part of the story: listed furniture, lines that recur over the folder, menus, repeats, the
odd last line.

Evidence is asked for by place: a phrase that a story may well contain counts only at its head or tail, and a listed
phrase only in a paragraph of the length such furniture has.
"""

from __future__ import annotations

from extractor.cleaning.blocks import Block, split_blocks
from extractor.cleaning.cues import layout_cues
from extractor.cleaning.flatten import flatten
from extractor.cleaning.patterns import patterns_of
from extractor.lexicon import Lexicon

HEAD_BLOCKS, TAIL_BLOCKS = 6, 10
# The longest appeal or legal notice that is masked, in characters.
_LONGEST = 450


def line_key(text: str) -> str:
    """The line as lists and counts know it: lower case, without marks around it."""
    return _stripped(" ".join(text.casefold().split()))


def edge_lines(text: str) -> list[str]:
    """Keys of the paragraphs at the head and the tail of a raw text, each once: candidates for lines that recur over a
    folder.
    """
    blocks = split_blocks(flatten(text))
    edges = blocks[:4] + blocks[max(4, len(blocks) - 8) :]
    return list(dict.fromkeys(key for b in edges if len(b.text) <= _LONGEST and (key := line_key(b.text))))


def find_boilerplate(blocks: list[Block], lexicon: Lexicon, repeated: frozenset[str] = frozenset()) -> dict[int, str]:
    """Index → kind of the blocks to leave out."""
    n = len(blocks)
    if n < 2:
        return {}
    patterns = patterns_of(lexicon)
    prose = [k for k, b in enumerate(blocks) if is_prose(b.text)]
    first, last = (prose[0], prose[-1]) if prose else (0, n - 1)
    found: dict[int, str] = {}
    for k, block in enumerate(blocks):
        if len(block.text) > _LONGEST:
            continue
        key = line_key(block.text)
        if not key:
            found[k] = "rule"
            continue
        at_head, at_tail = k < max(HEAD_BLOCKS, first), k >= n - TAIL_BLOCKS or k > last
        if key in repeated and (at_head or at_tail):
            found[k] = "repeated"
        elif kind := patterns.kind_of(key, at_head, at_tail and k > 0):
            found[k] = kind
    _mark_tag_lists(blocks, found, layout_cues(lexicon).of("tag_heading"))
    _mark_repeats(blocks, found)
    _mark_menus(blocks, prose, found)
    _mark_odd_end(blocks, prose, found)
    # Nothing would be left: then it is no furniture but all there is.
    if len(found) == n:
        return {k: kind for k, kind in found.items() if kind not in ("repeated", "menu", "odd-end")}
    return found


def is_prose(text: str) -> bool:
    """A paragraph of running text: some length and a sentence end."""
    return len(text) > 60 and text.count(" ") >= 9 and text.rstrip("\"')”’")[-1:] in (".", "!", "?", ":")


def _stripped(text: str) -> str:
    start, end = 0, len(text)
    while start < end and not (text[start].isalnum() or text[start] in "©(@"):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ")@"):
        end -= 1
    text = text[start:end]
    return text[1:-1] if text[:1] == "(" and text[-1:] == ")" and "(" not in text[1:] and len(text) < 20 else text


def _mark_tag_lists(blocks: list[Block], found: dict[int, str], headings: frozenset[str]) -> None:
    """What stands under a heading like "Keywords": the next line, where that is no running text."""
    for k in sorted(found):
        if k + 1 < len(blocks) and line_key(blocks[k].text) in headings:
            text = blocks[k + 1].text
            if len(text) <= 200 and text[-1] not in ".!?":
                found.setdefault(k + 1, "related")


def _mark_repeats(blocks: list[Block], found: dict[int, str]) -> None:
    """A paragraph that stands twice in the article (a page pasted twice, a pull quote): the second is left out."""
    seen: set[str] = set()
    for k, block in enumerate(blocks):
        if k in found or not is_prose(block.text):
            continue
        key = line_key(block.text)
        if key in seen:
            found[k] = "repeat"
        seen.add(key)


def _mark_menus(blocks: list[Block], prose: list[int], found: dict[int, str]) -> None:
    """Six or more short lines in a row before the first or after the last running text, as menus and link lists are.

    A list that a colon introduces ("The following individuals:") is content.
    """
    if len(prose) < 2:
        return
    for low, high in ((0, prose[0]), (prose[-1] + 1, len(blocks))):
        run = [
            k
            for k in range(low, high)
            if k not in found and len(blocks[k].text) <= 60 and _is_menu_item(blocks[k].text)
        ]
        if len(run) >= 6 and sum(blocks[k].text.count(" ") + 1 for k in run) <= 4 * len(run):
            if low and blocks[low - 1].text.rstrip().endswith(":"):
                continue
            found.update(dict.fromkeys(run, "menu"))


def _is_menu_item(text: str) -> bool:
    return text[-1] not in ".:!?" and not any(c.isdigit() for c in text)


def _mark_odd_end(blocks: list[Block], prose: list[int], found: dict[int, str]) -> None:
    """The last line, of at most four words, without a sentence end, after three or more paragraphs of running text."""
    left = [k for k in range(len(blocks)) if k not in found]
    if len(left) < 4 or len(prose) < 3:
        return
    k, before = left[-1], left[-2]
    text = blocks[k].text
    if before in prose and not blocks[before].text.endswith(":") and text.count(" ") <= 3 and not is_prose(text):
        if text[-1:] not in ".!?\"')" and not any(c.isdigit() for c in text) and "," not in text:
            found[k] = "odd-end"
        elif text[0] == "(" and text[-1] == ")" and " " not in text:
            # Initials of writer and editor: "(cm-kjd)".
            found[k] = "sign-off"


__all__ = ["edge_lines", "find_boilerplate", "is_prose", "line_key"]
