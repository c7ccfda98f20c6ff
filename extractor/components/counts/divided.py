"""Wholes told apart from their parts: totals that parts are added to, parts that add up, and what "the rest" shows."""

from __future__ import annotations

from extractor.components.counts.alike import alike, changing, is_part, of_one_event, same_heads
from extractor.components.counts.evidence import CASUALTY
from extractor.components.counts.found import Found, size_of
from extractor.components.counts.sums import inherit, link, original
from extractor.components.counts.vocabulary import CountWords
from extractor.language.tokens import TokenTable

_TOTALS = frozenset({"total", "totals", "tally", "toll", "number", "count"})
_ADDED = frozenset({"additional", "another", "extra", "further", "more", "new"})
_FREE = (None, "same_as")
# Tokens between "total" and its number, and tokens from a part to the words on the rest.
_NEAR = 12
_REST_REACH = 45
_MAX_PARTS = 9


def link_divided(tokens: TokenTable, found: list[Found], words: CountWords) -> None:
    """Tie parts to the wholes that other clauses and sentences tell."""
    for index, item in enumerate(found):
        record = item.record
        before = found[max(0, index - 12) : index]
        if record.relation == "complement" and (item.definite or record.related is not None):
            _whole_of_both(item, before)
        elif record.relation in _FREE and record.value is not None and record.quantity_type != "fraction":
            after = found[index + 1 : index + 1 + _MAX_PARTS]
            total = _running_total(tokens, item, before, after[:3], words)
            parts = [] if total else _adds_up(tokens, item, after, words)
            for part in parts:
                link(part, "subset_of", original(record))
                inherit(part, record, part.person or part.elided)
        if record.relation is not None or record.quantity_type != "count":
            continue
        whole = next((w for rule in _RULES if (w := rule(tokens, item, before)) is not None), None)
        whole = whole or _newly_added(tokens, item, before, found[index + 1 : index + 4], words)
        if whole is not None:
            link(item, "subset_of", original(whole.record))
            inherit(item, whole.record, False)


def _whole_of_both(item: Found, before: list[Found]) -> None:
    """The 18 of "18 rebels died … four rebels … the other 14": the part beside "the other 14" is of the 18 too."""
    size = size_of(item.record) or 0
    part = item.record.related
    beside = [f for f in before if f.record is part] if part is not None else before[-3:]
    for one in reversed(beside):
        if one.record.relation is not None or not alike(item, one):
            continue
        for other in reversed(before[: before.index(one)]):
            if size_of(other.record) == size + (size_of(one.record) or 0) and alike(item, other):
                item.record.related = one.record
                link(one, "subset_of", original(other.record))
                return


def _leads(tokens: TokenTable, item: Found) -> list[str]:
    floor = max(tokens.sentence(item.core)[0], item.first - _NEAR)
    return tokens.lower[floor : item.first]


def _running_total(tokens: TokenTable, item: Found, before: list[Found], after: list[Found], words: CountWords) -> bool:
    """ "killed 12 people, bringing the number of dead to 60": the 12 are of the 60."""
    ahead = _leads(tokens, item)
    totalling = ahead[-1:] in (["totaling"], ["totalling"])
    if not ahead or not totalling and (ahead[-1] != "to" or _TOTALS.isdisjoint(ahead)):
        return False
    floor = item.first - len(ahead)
    verb = next((i for i in range(floor, item.first) if tokens.lemma[i] in words.cues["bringing_verb"]), None)
    verb = item.first - 1 if totalling else verb
    if verb is None:
        return False
    if _summed(tokens, item, before, after):
        return True
    near = [f for f in before[-4:] if tokens.sent[f.core] == tokens.sent[item.core]]
    own = [f for f in near if f.record.unit == item.record.unit or f.elided]
    for other in (*reversed(own), *reversed(before[-4:])):
        apart = tokens.sent[item.core] - tokens.sent[other.core]
        if apart > 1 or apart == 1 and tokens.lower[tokens.sentence(item.core)[0]] not in ("this", "that", "it"):
            break
        if not same_heads(item, other, words) or (size_of(other.record) or 0) >= (size_of(item.record) or 0):
            continue
        added = not totalling or _ADDED & set(tokens.lower[max(0, other.first - 2) : other.end])
        if other.end <= verb and other.record.relation is None and added:
            _add_to(item, other, before)
            return True
        break
    return False


def _add_to(total: Found, part: Found, before: list[Found]) -> None:
    """Tie a part to its total: at its first telling, with a second one tied to that."""
    for other in before:
        if other is part:
            break
        same = other.record.value == part.record.value and other.record.unit == part.record.unit
        if same and other.record.relation is None and alike(other, part):
            link(part, "same_as", other.record)
            part = other
            break
    link(part, "subset_of", original(total.record))


def _summed(tokens: TokenTable, item: Found, before: list[Found], after: list[Found]) -> bool:
    """ "won 25 delegates … which brings his total to 86, after states where he won 39 and 22": the sum of them."""
    parts = []
    for other in (*before[-5:], *after):
        fits = alike(item, other) and other.record.value is not None and other.record.qualifier == "exact"
        near = -6 <= tokens.sent[other.core] - tokens.sent[item.core] <= 0 and other.record.rule != "number-whole"
        if fits and near and (other.record.value or 0) < (item.record.value or 0):
            parts.append(other)
    for first in range(len(parts) - 1):
        total = 0.0
        for upto in range(first, len(parts)):
            total += parts[upto].record.value or 0
            if total == item.record.value and upto > first and parts[upto].record.value:
                if item.record.relation is None:
                    link(item, "sum_of", parts[first].record)
                for part in parts[first : upto + 1]:
                    if part.record.relation is None:
                        link(part, "subset_of", item.record)
                return True
    return False


def _adds_up(tokens: TokenTable, whole: Found, after: list[Found], words: CountWords) -> list[Found]:
    """ "30 new cases … Sixteen came from the army, eight from the navy and six …": the parts make up the whole."""
    size = whole.record.value or 0
    parts: list[Found] = []
    total, greater = 0.0, -1
    for other in after:
        if tokens.sent[other.core] - tokens.sent[whole.core] > 4:
            return []
        value = other.record.value
        if not same_heads(whole, other, words) or value is None:
            if parts and other.record.quantity_type == whole.record.quantity_type:
                return []
            continue
        known = other.record.relation == "subset_of" and other.record.related is original(whole.record)
        if other.record.relation is not None and not known or value >= size:
            if parts:
                return []
            greater = tokens.sent[other.core] if value > size else greater
            continue
        if greater == tokens.sent[other.core]:
            # "four flights … seven from Miami, two from Rome and two from Bonn"
            return []
        parts.append(other)
        total += value
        if total >= size:
            break
    parts_all = parts
    listed = len(parts) == 2 and tokens.lower[parts[0].end : parts[1].first] == ["and"]
    if total != size or len(parts) < 2 or size < (2 if listed else 4) or any(changing(tokens, p, words) for p in parts):
        return []
    parts = [p for p in parts if p.record.relation is None]
    known = len(parts) < len(parts_all)
    fits = all(p.record.qualifier in ("exact", "about") and is_part(whole, p) for p in parts)
    return parts if fits and (known or of_one_event(tokens, whole, parts, words)) else []


def _before_rest(tokens: TokenTable, item: Found, before: list[Found]) -> Found | None:
    """The 16,000 of "16,000 refugees … Five thousand refugees go home by April. The rest …"."""
    if item.definite or item.others or item.record.qualifier == "vague":
        return None
    end = tokens.sentence(item.core)[1]
    told_here = _rest_at(tokens, item, item.end, min(end, item.end + _REST_REACH))
    if not told_here and (end >= tokens.n or not _rest_at(tokens, item, end, min(end + 3, tokens.n))):
        return None
    size = size_of(item.record) or 0
    for other in reversed(before[-5:]):
        if tokens.sent[item.core] - tokens.sent[other.core] > 2:
            break
        if alike(item, other) and (size_of(other.record) or 0) > size and other.record.qualifier != "vague":
            return other if other.record.relation in _FREE else None
    return None


def _befallen(tokens: TokenTable, item: Found, before: list[Found]) -> Found | None:
    """The nine of "shot at a group of nine tourists, killing three": some of those who were set upon."""
    at = item.first - 1
    if not item.elided or item.others or item.record.kind not in CASUALTY or at < 0 or tokens.tag[at] != "VBG":
        return None
    for other in reversed(before[-2:]):
        if tokens.sent[other.core] != tokens.sent[item.core] or other.head is None:
            return None
        if other.own_kind or not other.person or other.record.kind not in ("people", "families", "victims"):
            continue
        top = other.head
        for _ in range(4):
            if tokens.dep[top] not in ("nmod", "conj", "appos", "nummod"):
                break
            top = tokens.head[top]
        larger = (size_of(other.record) or 0) > (size_of(item.record) or 0)
        return other if larger and tokens.dep[top] in ("obj", "obl") else None
    return None


def _among_them(tokens: TokenTable, item: Found, before: list[Found]) -> Found | None:
    """The 1,700 of "1,700 defenders are held. There are 500 women among them"."""
    after = tokens.lower[item.end : item.end + 2]
    if len(after) < 2 or after[0] not in ("among", "amongst") or after[1] not in ("them", "those", "these"):
        return None
    return _larger(tokens, item, before, 1)


def _only_so_many(tokens: TokenTable, item: Found, before: list[Found]) -> Found | None:
    """The 6,610 of "6,610 people were admitted, but only 29 remained in hospital"."""
    if not item.elided or item.others or not before or item.record.qualifier == "vague":
        return None
    between = tokens.lower[before[-1].end : item.first]
    if between[-2:] != ["but", "only"] or before[-1].record.relation == "subset_of":
        return None
    return _larger(tokens, item, before[-1:], 0)


def _larger(tokens: TokenTable, item: Found, before: list[Found], reach: int) -> Found | None:
    for other in reversed(before):
        if tokens.sent[item.core] - tokens.sent[other.core] > reach:
            break
        if alike(item, other) and (size_of(other.record) or 0) > (size_of(item.record) or 0):
            return other
    return None


def _rest_at(tokens: TokenTable, item: Found, first: int, end: int) -> bool:
    """Whether "the rest", "the others" or "the other patients" stand between two tokens."""
    lower = tokens.lower
    for i in range(first, end - 1):
        if lower[i] != "the":
            continue
        following = lower[i + 2] if i + 2 < tokens.n else ""
        if lower[i + 1] in ("rest", "remainder") and following != "of" or lower[i + 1] == "others":
            return True
        if lower[i + 1] == "other" and i + 2 < tokens.n and tokens.lemma[i + 2] == item.record.unit:
            return tokens.tag[i + 2] == "NNS"
    return False


def _of_the_total(tokens: TokenTable, item: Found, before: list[Found]) -> Found | None:
    """The 2,713 of "the total number of cases to 2,713 … Of the total, 360 …"."""
    floor = tokens.sentence(item.core)[0]
    opening = tokens.lower[floor : item.first]
    if opening[:1] != ["of"] or opening[-1] != "," or "total" not in opening[1:4] or len(opening) > 10:
        return None
    size = size_of(item.record) or 0
    for other in reversed(before):
        larger = other.record.quantity_type == "count" and (size_of(other.record) or 0) > size
        if larger and not _TOTALS.isdisjoint(_leads(tokens, other)):
            return other
    return None


def _newly_added(
    tokens: TokenTable, item: Found, before: list[Found], after: list[Found], words: CountWords
) -> Found | None:
    """The 812,485 of "5,765 new cases … Over the whole period, 812,485 cases": of those counted up to now."""
    if item.record.unit is None or {"new", "fresh"}.isdisjoint(tokens.lower[item.core : item.end]):
        return None
    size = size_of(item.record) or 0
    for other in (*after, *reversed(before[-3:])):
        apart = abs(tokens.sent[item.core] - tokens.sent[other.core]) > 2 or tokens.lower[other.first - 1] == "from"
        if apart or other.record.unit != item.record.unit:
            continue
        nation = other.record.group_country
        if nation != item.record.group_country and nation and item.record.group_country:
            continue
        first, end = tokens.sentence(other.core)
        near = tokens.lower[max(first, other.first - 12) : min(end, other.end + 8)]
        if (size_of(other.record) or 0) > 2 * size and not words.cues["so_far"].isdisjoint(near):
            return other
    return None


_RULES = (_before_rest, _of_the_total, _befallen, _among_them, _only_so_many)
