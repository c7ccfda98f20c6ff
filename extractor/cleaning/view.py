"""The cleaned view of a raw text: what the language components read, with a way back to raw offsets."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(slots=True)
class View:
    """A text made of stretches of the raw text, in order.

    text: the view. pieces: (offset in the view, offset in the raw text, length in the raw text) of each stretch; inside
    a stretch whose lengths agree characters map one to one, otherwise the whole stretch maps as a unit ("&amp;" → "&").
    paragraphs: view offsets at which paragraphs start. headline, dateline: view spans. dateline_date: view span of the
    day in the dateline. n_boilerplate: raw code points left out as boilerplate. published: the day that the text itself
    states, with its published_source, "dateline" or "text". masthead: lines left out at the head, which may tell whose
    the text is ("Department Spokesperson").
    """

    text: str
    pieces: list[tuple[int, int, int]]
    paragraphs: list[int] = field(default_factory=list)
    headline: tuple[int, int] | None = None
    dateline: tuple[int, int] | None = None
    dateline_place: str | None = None
    dateline_date: tuple[int, int] | None = None
    n_boilerplate: int = 0
    published: str | None = None
    published_source: str | None = None
    masthead: str = ""
    _starts: list[int] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        self._starts = [p[0] for p in self.pieces]

    def _locate(self, offset: int) -> tuple[int, int]:
        """Raw (start, end) of the character at a view offset."""
        k = bisect_right(self._starts, offset) - 1
        view, raw, length = self.pieces[k]
        following = self._starts[k + 1] if k + 1 < len(self._starts) else len(self.text)
        if following - view == length:
            at = raw + offset - view
            return at, at + 1
        return raw, raw + length

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw offsets of the view span [start, end); the span must not be empty."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no such span in the view: {start}, {end}")
        # Nearly always the span lies within one stretch whose characters map one to one.
        k = bisect_right(self._starts, start) - 1
        view, raw, length = self.pieces[k]
        following = self._starts[k + 1] if k + 1 < len(self._starts) else len(self.text)
        if end <= following and following - view == length:
            return raw + start - view, raw + end - view
        return self._locate(start)[0], self._locate(end - 1)[1]
