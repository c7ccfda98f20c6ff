"""Spellings of one name that no rule of romanization reaches: a letter more, less or other in a long word.

Two names are compared only where they meet in a block, so that the work grows with the number of names; and they are
one only where everything agrees but one letter of a long word, and e that others write a or i, as the next name is
often another person's. Distances are Levenshtein's, by rapidfuzz.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz.distance import Levenshtein

Words = tuple[str, ...]

# Letters of a word within which one letter may differ; in shorter ones it tells people apart (Rashid, Rashad).
_LONG = 7
_LONG_JOINED = 12
# Endings that make a woman's name of a man's, or a daughter's of her father's: Ivanov, Ivanova.
_FEMININE = ("a", "ia", "aia", "aya")
_HEAD, _TAIL = 6, 4
# More names than this in one block tell that its key is a common word; it is cut finer.
_BLOCK = 200


def similar(a: Words, b: Words) -> bool:
    """Whether two names, as folded and romanized words, are spellings of one; a relation without direction or order."""
    if len(a) == len(b):
        return any(_aligned(a, order) for order in {b, b[1:] + b[:1], b[-1:] + b[:-1]})
    one, other = "".join(a), "".join(b)
    return (
        min(len(one), len(other)) >= _LONG_JOINED
        and one[0] == other[0]
        and Levenshtein.distance(one, other, score_cutoff=1) <= 1
        and not _feminine(one, other)
    )


def _aligned(a: Words, b: Words) -> bool:
    """Every word agrees, but for one letter in one long word."""
    different = [(v, w) for v, w in zip(a, b) if v != w and not _vowels_agree(v, w)]
    return not different or len(different) == 1 and _spelling(*different[0])


def _vowels_agree(v: str, w: str) -> bool:
    """Whether the words differ only where one has e and the other a or i: Khaled, Khalid; Ahmed, Ahmad."""
    return len(v) == len(w) and all(x == y or "e" in (x, y) and x in "aei" and y in "aei" for x, y in zip(v, w))


def _spelling(v: str, w: str) -> bool:
    return (
        min(len(v), len(w)) >= _LONG
        and v[0] == w[0]
        and Levenshtein.distance(v, w, score_cutoff=1) <= 1
        and not _feminine(v, w)
    )


def _feminine(v: str, w: str) -> bool:
    short, long = sorted((v, w), key=len)
    return any(long == short + end or long == short[:-1] + end and end != "a" for end in _FEMININE)


_FRONT = str.maketrans("ei", "aa")


def _text(words: Words) -> str:
    """All letters, whatever the order of the words; front vowels as one."""
    return "".join(sorted(word.translate(_FRONT) for word in words))


def _keys(words: Words) -> Iterator[tuple[str, ...]]:
    """Blocks of a name. One letter apart leaves the head, the tail or both as they are."""
    text = _text(words)
    if len(text) < _LONG:
        return
    yield "ends", text[:_HEAD], text[-_TAIL:]
    yield "head", text[: _HEAD + _TAIL]
    yield "tail", text[0], text[-_HEAD:]


def similar_pairs(names: Iterable[Words]) -> list[tuple[Words, Words]]:
    """All pairs of names that are spellings of one, sorted; the same whatever the order in which the names come."""
    blocks: dict[tuple[str, ...], list[Words]] = {}
    for name in sorted(set(names)):
        for key in _keys(name):
            blocks.setdefault(key, []).append(name)
    found: set[tuple[Words, Words]] = set()
    for block in blocks.values():
        for part in _parts(block):
            for k, one in enumerate(part):
                found.update((one, other) for other in part[k + 1 :] if similar(one, other))
    return sorted(found)


def _parts(block: list[Words]) -> list[list[Words]]:
    """A large block, cut by the length of the names and their second halves."""
    if len(block) <= _BLOCK:
        return [block]
    finer: dict[tuple[str, ...], list[Words]] = {}
    for name in block:
        text = _text(name)
        finer.setdefault((text[: len(text) // 2],), []).append(name)
        finer.setdefault((text[-(len(text) // 2) :], ""), []).append(name)
    return [part[k : k + _BLOCK] for part in finer.values() for k in range(0, len(part), _BLOCK)]
