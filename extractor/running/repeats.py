"""Lines that recur over the folder: banners, appeals and footers that no list can name beforehand."""

from __future__ import annotations

import hashlib

from extractor.cleaning.boilerplate import edge_lines

# Above this many different lines, those seen once are forgotten; memory stays near 100 MB.
_MAX_KEPT = 1_000_000


class RepeatCounter:
    """Counts, over the different texts of a run, the lines at their heads and tails."""

    def __init__(self) -> None:
        self.n_articles = 0
        self._texts: set[bytes] = set()
        self._counts: dict[str, int] = {}

    def add(self, text: str) -> None:
        """Count the lines of one article's raw text."""
        self.n_articles += 1
        if not text:
            return
        digest = hashlib.sha1(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).digest()[:8]
        if digest in self._texts:
            return
        self._texts.add(digest)
        for line in edge_lines(text):
            self._counts[line] = self._counts.get(line, 0) + 1
        if len(self._counts) > _MAX_KEPT:
            self._counts = {k: n for k, n in self._counts.items() if n > 1}

    def repeated(self) -> frozenset[str]:
        """Lines that are furniture: short ones in 4 texts and 1 % of all; whole sentences, which may be a story's
        background, in 10 and 10 %.
        """
        n = len(self._texts)
        return frozenset(line for line, count in self._counts.items() if count >= _needed(line, n))


def _needed(line: str, n: int) -> float:
    return max(10, 0.1 * n) if line.count(" ") >= 8 else max(4, 0.01 * n)
