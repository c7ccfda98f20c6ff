"""Names that their own form shows to be cut wrong: nicknames, numerals of kings, bylines that run into datelines."""

from __future__ import annotations

import re
from collections.abc import Sequence

Found = tuple[int, int, str, float]
NUMERALS = frozenset({"II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI"})
RULERS = frozenset({"King", "Queen", "Pope", "Emperor", "Prince", "Tsar", "Patriarch"})  # whose "I" is a number
LONGEST_NICKNAME = 6  # tokens, quotation marks included
DATELINE = 6  # tokens after a place in which its dateline shows a date or an agency's bracket
SURE = 0.75  # confidence of a place cut off from a byline
_DATE = re.compile(r"\d{4}(-\d\d-\d\d)?")


def mended(names: Sequence[Found], words: Sequence[str]) -> list[Found]:
    """The names with whole nicknames and numerals, and without datelines in bylines."""
    out: list[Found] = []
    for i, (s, e, label, p) in enumerate(names):
        if label != "PERSON":
            out.append((s, e, label, p))
            continue
        first = _first_part(out, words, s)
        if first is not None:
            p = max(p, out[first][3])
            s = out[first][0]
            del out[first:]
        if e < len(words) and not (i + 1 < len(names) and names[i + 1][0] == e) and _numeral(words, s, e):
            e += 1
        end = _byline(words, s, e)
        out.append((s, end, label, p))
        if end < e:
            out.append((end, e, "GPE", max(p, SURE)))
    return out


def _first_part(names: Sequence[Found], words: Sequence[str], start: int) -> int | None:
    """Where in the names so far the given name stands that a nickname parts from the one at `start`:
    Roberto "Hands of Stone" Duran, James Leander (Leo) Nichols.
    """
    if not names or names[-1][2] != "PERSON":
        return None
    s, e, _, _ = names[-1]
    if words[e] == words[start - 1] == '"' and 3 <= start - e <= LONGEST_NICKNAME:
        inside = words[e + 1 : start - 1]
        return len(names) - 1 if inside[0][:1].isupper() and all(w.isalpha() for w in inside) else None
    if e + 1 == start and words[e] == ")" and s and words[s - 1] == "(" and len(names) > 1:
        before = names[-2]
        return len(names) - 2 if before[2] == "PERSON" and before[1] == s - 1 else None
    return None


def _numeral(words: Sequence[str], s: int, e: int) -> bool:
    """Whether the word at `e` is a ruler's number."""
    return words[e] in NUMERALS or words[e] == "I" and (words[s] in RULERS or bool(s) and words[s - 1] in RULERS)


def _byline(words: Sequence[str], s: int, e: int) -> int:
    """Where a byline's name ends: "Vera Haller VENICE, Italy 1996-08-31" has two words of it."""
    end = e
    while end > s and len(words[end - 1]) > 2 and words[end - 1].isupper():
        end -= 1
    if end == e or end < s + 2 or e == len(words) or any(len(w) > 2 and w.isupper() for w in words[s:end]):
        return e
    after = words[e : e + DATELINE]
    dated = _DATE.fullmatch(after[0]) or after[0] == "," and any(w == "(" or _DATE.fullmatch(w) for w in after)
    return end if dated else e
