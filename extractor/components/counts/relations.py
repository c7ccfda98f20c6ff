"""Part and whole among the counts of one article, and whether the article's own numbers add up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extractor.components.counts.numerals import Numeral
from extractor.components.counts.vocabulary import CountWords
from extractor.components.records import CountRecord, Doubt
from extractor.language.tokens import TokenTable

# How far back a "the five" may look for the number it repeats.
_REACH = 60


@dataclass(slots=True, eq=False)
class Found:
    """A record with what the grammar saw: tokens of its span, of its number, its head noun, and marks of part and whole."""

    record: CountRecord
    first: int
    end: int
    core: int
    core_end: int
    head: int | None
    node: int
    definite: bool = False
    remaining: bool = False
    others: bool = False
    partitive: bool = False
    pronoun: bool = False
    whole: Numeral | None = None
    elided: bool = False
    own_kind: bool = False
    person: bool = False
    included: bool = False


def _size(record: CountRecord) -> float | None:
    return record.value if record.value is not None else record.low


def _same_sort(a: CountRecord, b: CountRecord) -> bool:
    return a.quantity_type == b.quantity_type


def _inherit(part: Found, whole: CountRecord, kind: bool) -> None:
    """An elided noun is the whole's noun; a kind that the part does not tell is the whole's kind."""
    if part.elided and whole.unit and part.record.quantity_type in ("count", "fraction"):
        part.record.unit = whole.unit
    if whole.kind == "aircraft" and part.record.unit in ("fighter", "bomber"):
        part.record.kind = whole.kind
    if kind and not part.own_kind and whole.kind not in ("money", "percent", "measure"):
        part.record.kind = whole.kind


def _link(part: Found, relation: str, whole: CountRecord | None) -> None:
    part.record.relation, part.record.related = relation, whole


def relate(tokens: TokenTable, found: list[Found], words: CountWords) -> None:
    """Set relation, related and inherited units and kinds, in reading order."""
    parts: dict[int, list[Found]] = {}
    for index, item in enumerate(found):
        record = item.record
        before = found[max(0, index - _REACH) : index]
        if record.relation is not None:
            continue
        if item.whole is not None or item.partitive and not item.pronoun:
            whole = _whole_of(item, before)
            if whole is not None or item.whole is not None:
                _link(item, "subset_of", whole)
                if whole is not None:
                    _inherit(item, whole, False)
                    parts.setdefault(id(whole), []).append(item)
                continue
        if item.remaining:
            _remainder(item, before, parts)
            continue
        if record.quantity_type == "money":
            _money(tokens, item, before, found[index + 1 : index + 2], words)
            continue
        if record.quantity_type not in ("count", "fraction"):
            continue
        previous = before[-1] if before else None
        if item.others:
            sibling = _sibling(tokens, item, before)
            if sibling is not None and sibling.record.related is not None:
                whole = sibling.record.related
                _link(item, "complement", sibling.record)
                _inherit(item, whole, False)
                if item.elided and not item.own_kind:
                    record.kind = "people" if item.person or whole.kind != "other" else record.kind
                parts.setdefault(id(whole), []).append(item)
                continue
        if previous is not None and (item.pronoun or _is_included(tokens, item, previous, words)):
            whole = _host(tokens, item, before)
            if whole is not None:
                item.included = True
                _link(item, "subset_of", whole.record)
                _inherit(item, whole.record, True)
                parts.setdefault(id(whole.record), []).append(item)
                continue
        if previous is not None and previous.included and previous.person == item.person and (
            tokens.lower[previous.end : item.first] in (["and"], [","], [",", "and"])
        ):
            whole_record = previous.record.related
            if whole_record is not None and (_size(whole_record) or 0) > (_size(record) or 0):
                _link(item, "subset_of", whole_record)
                _inherit(item, whole_record, True)
                item.included = True
                parts.setdefault(id(whole_record), []).append(item)
                continue
        if item.elided:
            fronted = _fronted_whole(tokens, item, before)
            if fronted is not None:
                _link(item, "subset_of", fronted.record)
                _inherit(item, fronted.record, False)
                parts.setdefault(id(fronted.record), []).append(item)
                continue
        same = _repeated(item, before)
        if same is not None:
            _link(item, "same_as", same)
            _inherit(item, same, True)
            continue
        if item.elided and record.unit is None:
            _antecedent(tokens, item, before)
    _sums(tokens, found, words)
    for item in found:
        if item.record.kind == "other" and item.record.unit and not item.own_kind:
            item.record.kind = words.units.get(item.record.unit, ("other", False))[0]


def _whole_of(item: Found, before: list[Found]) -> CountRecord | None:
    number = item.whole.value if item.whole is not None else None
    for other in reversed(before):
        record = other.record
        if record.quantity_type != "count" or record is item.record:
            continue
        if number is not None:
            if _size(record) == number and record.relation != "subset_of":
                return _original(record)
        elif item.record.unit and record.unit == item.record.unit and (_size(record) or 0) > (_size(item.record) or 0):
            return _original(record)
    return None


def _original(record: CountRecord) -> CountRecord:
    """The first statement of a number that is told again."""
    for _ in range(_REACH):
        if record.relation != "same_as" or record.related is None:
            return record
        record = record.related
    return record


def _remainder(item: Found, before: list[Found], parts: dict[int, list[Found]]) -> None:
    size = _size(item.record)
    chosen: CountRecord | None = None
    for other in reversed(before):
        whole = other.record.related if other.record.relation == "subset_of" else None
        if whole is None:
            continue
        taken = sum(_size(p.record) or 0 for p in parts.get(id(whole), ()) if p.record.relation == "subset_of")
        chosen = chosen or whole
        if size is not None and _size(whole) is not None and (_size(whole) or 0) - taken == size:
            chosen = whole
            break
    if chosen is None:
        for other in reversed(before):
            bigger = _size(other.record)
            if other.record.quantity_type == "count" and bigger is not None and size is not None and bigger > size and (
                item.record.unit in (None, other.record.unit)
            ):
                chosen = other.record
                break
    _link(item, "remainder_of", chosen)
    if chosen is not None:
        if item.elided:
            item.record.unit = chosen.unit or item.record.unit
        _inherit(item, chosen, True)
    elif item.elided and item.record.unit is None:
        item.record.unit = "person"
        item.record.kind = item.record.kind if item.own_kind else "people"


def _sibling(tokens: TokenTable, item: Found, before: list[Found]) -> Found | None:
    """ "eight have died, while four others": the subset in the same sentence or, where the sum is right, before it."""
    for other in reversed(before[-6:]):
        whole = other.record.related
        if other.record.relation != "subset_of" or whole is None:
            continue
        if tokens.sent[other.core] == tokens.sent[item.core] and not other.included:
            return other
        if (_size(other.record) or 0) + (_size(item.record) or 0) == _size(whole):
            return other
    return None


def _is_included(tokens: TokenTable, item: Found, previous: Found, words: CountWords) -> bool:
    if tokens.sent[previous.core] != tokens.sent[item.core]:
        return False
    at = item.first
    for _ in range(3):
        if at <= previous.end - 1:
            return False
        if words.including.before(tokens.lower, at) is not None:
            return True
        at -= 1
        if tokens.lower[at] not in ("at", "least", ",", "the", "a", "some"):
            return False
    return False


def _host(tokens: TokenTable, item: Found, before: list[Found]) -> Found | None:
    size = _size(item.record) or 0
    for other in reversed(before[-5:]):
        if tokens.sent[item.core] - tokens.sent[other.core] > 1:
            break
        bigger = _size(other.record)
        if other.record.quantity_type != "count" or bigger is None or bigger <= size and item.record.quantity_type == "count":
            continue
        if other.record.relation == "subset_of" and tokens.sent[item.core] == tokens.sent[other.core]:
            continue
        same_class = item.elided or other.record.kind == "aircraft" and item.record.unit in ("fighter", "bomber") or other.person == item.person or other.record.kind == item.record.kind
        if same_class:
            return other
    return None


def _fronted_whole(tokens: TokenTable, item: Found, before: list[Found]) -> Found | None:
    """ "Of the remaining 12, eight have died" """
    for other in reversed(before[-4:]):
        if tokens.sent[other.core] != tokens.sent[item.core]:
            break
        if other.first and tokens.lower[other.first - 1] == "of" and (_size(other.record) or 0) > (_size(item.record) or 0):
            opener = tokens.lower[other.first - 2] if other.first > 1 else "."
            if opener in (".", ",", "that", "``", '"', ";", "and", ":", "but", "while") or other.first - 1 == tokens.sentence(item.core)[0]:
                return other
    return None


def _repeated(item: Found, before: list[Found]) -> CountRecord | None:
    """The earlier record that states the same number of the same things."""
    record = item.record
    size = _size(record)
    if size is None:
        return None
    for other in reversed(before):
        earlier = other.record
        if earlier.quantity_type != record.quantity_type or record.quantity_type != "count":
            continue
        unit_fits = earlier.unit == record.unit or item.elided or item.person and other.person and other.record.kind == record.kind
        if _size(earlier) == size and earlier.qualifier != "vague":
            if item.definite and unit_fits:
                return _original(earlier)
            if earlier.unit == record.unit and earlier.kind == record.kind and not item.others and size >= 10 and (
                earlier.qualifier == record.qualifier and earlier.group_country == record.group_country
            ):
                return _original(earlier)
        elif item.definite and earlier.qualifier == "vague" and (earlier.low or 0) >= 10 and earlier.kind == record.kind and record.kind != "other" and (
            (earlier.low or 0) <= size <= (earlier.high or 0)
        ):
            return _original(earlier)
    return None


def _antecedent(tokens: TokenTable, item: Found, before: list[Found]) -> None:
    """The noun left out: that of the nearest count before, in this sentence or the one before; people where a verb says so."""
    for other in reversed(before[-4:]):
        if tokens.sent[item.core] - tokens.sent[other.core] > 1:
            break
        if other.record.quantity_type == "count" and other.record.unit and (other.person or not item.own_kind):
            part_of = other.record.related if other.record.relation == "subset_of" else None
            item.record.unit = part_of.unit if part_of is not None else other.record.unit
            if not item.own_kind:
                item.record.kind = other.record.kind if not other.own_kind else ("people" if other.person else other.record.kind)
            return
    item.record.unit = "person"
    if not item.own_kind and item.record.kind == "other":
        item.record.kind = "people"


def _money(tokens: TokenTable, item: Found, before: list[Found], after: list[Found], words: CountWords) -> None:
    """ "Part of this includes $15 million", "$5 million of it", "$1 million, bringing the total to $6 million" """
    record = item.record
    size = _size(record)
    if size is None:
        return
    first = tokens.sentence(item.core)[0]
    opening = " ".join(tokens.lower[max(first, item.first - 14) : item.first])
    if "bringing the total" in opening:
        return
    following = after[0] if after else None
    if following is not None and tokens.sent[following.core] == tokens.sent[item.core] and following.record.unit == record.unit:
        between = " ".join(tokens.lower[item.end : following.first])
        larger = (_size(following.record) or 0) > size
        if larger and any(cue in between for cue in ("bringing the total", "brings the total", "bringing total", "for a total of")):
            _link(item, "subset_of", following.record)
            return
    cue = any(
        phrase in opening
        for phrase in ("part of", "portion of", "share of", "amount of the", "including", "of which", "of that amount", "of the total",
                       "of that sum", "out of the")
    )  # fmt: skip
    if not cue:
        return
    for other in reversed(before[-6:]):
        if other.record.quantity_type == "money" and other.record.unit == record.unit and (_size(other.record) or 0) > size:
            if tokens.sent[item.core] - tokens.sent[other.core] <= 6:
                _link(item, "subset_of", _original(other.record))
            return


def _sums(tokens: TokenTable, found: list[Found], words: CountWords) -> None:
    """A total after its parts ("eight men and four women, 12 in all"), and parts after their total ("17 people: 5 … and 12 …")."""
    for index, item in enumerate(found):
        record = item.record
        if record.quantity_type not in ("count", "money") or record.value is None or record.relation is not None:
            continue
        closing = words.in_all.match_at(tokens.lower, item.end) if item.end < tokens.n else None
        run = _run(tokens, found, index - 1, -1, item)
        if closing is not None or words.in_all.match_at(tokens.lower, item.first - 1) if item.first else closing:
            addends = [f for f in run if f.record.relation is None]
            if len(addends) >= 2 and sum(f.record.value or 0 for f in addends) == record.value:
                _link(item, "sum_of", addends[0].record)
                if item.elided and len({f.record.unit for f in addends}) > 1:
                    record.unit = "person" if all(f.person for f in addends) else None
                continue
        parts = _run(tokens, found, index + 1, 1, item)
        for upto in range(len(parts), 1, -1):
            chosen = parts[:upto]
            if sum(f.record.value or 0 for f in chosen) == record.value and all(f.record.relation is None for f in chosen):
                for part in chosen:
                    _link(part, "subset_of", record)
                    _inherit(part, record, True)
                break


def _run(tokens: TokenTable, found: list[Found], at: int, step: int, item: Found) -> list[Found]:
    out: list[Found] = []
    while 0 <= at < len(found) and len(out) < 8 and tokens.sent[found[at].core] == tokens.sent[item.core]:
        other = found[at]
        if other.record.quantity_type == item.record.quantity_type and other.record.value is not None:
            same = other.person == item.person or other.elided
            if not same or item.record.quantity_type == "money" and other.record.unit != item.record.unit:
                break
            out.append(other)
        at += step
    return out


def check_sums(found: list[Found], text_of: Callable[[CountRecord], str]) -> list[Doubt]:
    """Doubts with code `count-sum` where exact numbers of the article contradict each other."""
    doubts: list[Doubt] = []
    subsets: dict[int, list[CountRecord]] = {}
    wholes: dict[int, CountRecord] = {}

    def say(record: CountRecord) -> str:
        return f'"{text_of(record)}"'

    def exact(record: CountRecord) -> bool:
        return record.qualifier == "exact" and record.value is not None and record.quantity_type in ("count", "money")

    for item in found:
        record, whole = item.record, item.record.related
        if whole is None or not exact(record) or not exact(whole):
            continue
        if record.relation == "subset_of":
            wholes[id(whole)] = whole
            subsets.setdefault(id(whole), []).append(record)
            if (record.value or 0) > (whole.value or 0):
                doubts.append(Doubt("count-sum", f"{say(record)} is part of {say(whole)}, which is smaller"))
        elif record.relation == "remainder_of":
            taken = [r for r in subsets.get(id(whole), ()) if r.start < record.start]
            rest = (whole.value or 0) - sum(r.value or 0 for r in taken)
            if taken and rest != record.value:
                names = " and ".join(say(r) for r in taken)
                doubts.append(Doubt("count-sum", f"{say(whole)} less {names} leaves {rest:g}, not {say(record)}"))
        elif record.relation == "complement" and whole.related is not None and exact(whole.related):
            total = (record.value or 0) + (whole.value or 0)
            if total != whole.related.value:
                doubts.append(Doubt("count-sum", f"{say(whole)} and {say(record)} make {total:g}, not {say(whole.related)}"))
    return doubts
