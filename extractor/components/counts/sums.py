"""Totals and their parts within a sentence, and the check that an article's own numbers add up."""

from __future__ import annotations

from collections.abc import Callable

from extractor.components.counts.found import Found, size_of
from extractor.components.counts.vocabulary import CountWords
from extractor.components.records import CountRecord, Doubt
from extractor.language.tokens import TokenTable

_CLASSES = frozenset({"officials", "delegates", "troops", "militants", "people", "families", "organizations"})
# How far back a "the five" may look for the number it repeats.
REACH = 60


def original(record: CountRecord) -> CountRecord:
    """The first statement of a number that is told again."""
    for _ in range(REACH):
        if record.relation != "same_as" or record.related is None:
            return record
        if record.related.quantity_type != record.quantity_type:
            # "20 pct, or 80 mln dlrs": parts are of the sum
            return record
        record = record.related
    return record


def inherit(part: Found, whole: CountRecord, kind: bool) -> None:
    """An elided noun is the whole's noun; a kind that the part does not tell is the whole's kind."""
    if part.elided and whole.unit and part.record.quantity_type in ("count", "fraction"):
        part.record.unit = whole.unit
    if whole.kind == "aircraft" and part.record.unit in ("fighter", "bomber"):
        part.record.kind = whole.kind
    # What befell the whole holds for the part; what the whole is ("delegates") makes ministers no other class.
    classed = (
        whole.kind in _CLASSES and part.record.kind in _CLASSES - {"people"} and not part.elided and not part.pronoun
    )
    if (
        kind
        and not classed
        and (not part.own_kind or part.record.kind == "other")
        and whole.kind not in ("money", "percent", "measure")
    ):
        part.record.kind = whole.kind


def link(part: Found, relation: str, whole: CountRecord | None) -> None:
    part.record.relation, part.record.related = relation, whole


_OPENERS = frozenset({":", "--", "—", "–", "-", "("})


def link_sums(tokens: TokenTable, found: list[Found], words: CountWords) -> None:
    """A total after its parts ("eight men and four women, 12 in all"), and parts after their total."""
    for index, item in enumerate(found):
        record = item.record
        if record.quantity_type not in ("count", "money") or record.value is None:
            continue
        # A whole told again is divided all the same: "The 23 crew members -- 16 South Koreans, five …".
        if record.relation not in (None, "same_as"):
            continue
        closing = words.in_all.match_at(tokens.lower, item.end) if item.end < tokens.n else None
        run = _run(tokens, found, index - 1, -1, item)
        if closing is not None or words.in_all.match_at(tokens.lower, item.first - 1) if item.first else closing:
            if record.relation is not None:
                continue
            addends = [f for f in run if f.record.relation is None]
            if len(addends) >= 2 and sum(f.record.value or 0 for f in addends) == record.value:
                link(item, "sum_of", addends[0].record)
                if item.elided and len({f.record.unit for f in addends}) > 1:
                    record.unit = "person" if all(f.person for f in addends) else None
                continue
        parts = [f for f in _run(tokens, found, index + 1, 1, item) if f.record.relation is None]
        if len(parts) < 2:
            continue
        if (
            index
            and tokens.lower[found[index - 1].end : item.first] in ([","], ["and"])
            and _bare(tokens, item, parts[0])
        ):
            # "three Cubans, two Spaniards, one Finn, one Belgian": one list, no whole with its parts
            continue
        near = _opens_list(tokens, item, parts[0], 6)
        if not near and not _opens_list(tokens, item, parts[0], 16):
            continue
        for upto in range(len(parts), 1, -1):
            if upto < len(parts) and _bare(tokens, item, parts[0]) and _links(tokens, parts[upto - 1], parts[upto]):
                continue
            if sum(f.record.value or 0 for f in parts[:upto]) == record.value:
                _divide(item, parts[:upto])
                break
        else:
            if near and _is_complete(tokens, parts) and all(f.record.qualifier == "exact" for f in parts):
                _divide(item, parts)
                item.listed = True


def _bare(tokens: TokenTable, whole: Found, first: Found) -> bool:
    return tokens.lower[whole.end : first.first] == [","]


def _links(tokens: TokenTable, left: Found, right: Found) -> bool:
    """Whether nothing but the comma or "and" of a list stands between two counts."""
    return tokens.lower[left.end : right.first] in ([","], ["and"], [",", "and"])


def _opens_list(tokens: TokenTable, whole: Found, first: Found, reach: int) -> bool:
    """Whether a colon, a dash, a bracket or a bare comma leads from the whole to its parts, `reach` tokens on."""
    between = tokens.lower[whole.end : first.first]
    return between == [","] or len(between) <= reach and bool(between) and between[-1] in _OPENERS


def _is_complete(tokens: TokenTable, parts: list[Found]) -> bool:
    """Whether the list after a colon names numbers alone: "five soldiers, two policemen and 12 civilians."."""
    if tokens.lower[parts[0].first - 1] not in (":", "--", "—"):
        return False
    for left, right in zip(parts[:-1], parts[1:], strict=True):
        if not _links(tokens, left, right):
            return False
    end = parts[-1].end
    return end < tokens.n and tokens.lower[end] in (".", ";") and tokens.lower[parts[-1].first - 1] == "and"


def _divide(whole: Found, parts: list[Found]) -> None:
    for part in parts:
        link(part, "subset_of", original(whole.record))
        inherit(part, whole.record, True)


def _run(tokens: TokenTable, found: list[Found], at: int, step: int, item: Found) -> list[Found]:
    out: list[Found] = []
    begin = at
    while (
        0 <= at < len(found)
        and len(out) < 8
        and abs(at - begin) < 16
        and tokens.sent[found[at].core] == tokens.sent[item.core]
    ):
        other = found[at]
        if other.record.quantity_type == item.record.quantity_type and other.record.value is not None:
            same = other.person == item.person or other.elided
            if not same or item.record.quantity_type == "money" and other.record.unit != item.record.unit:
                break
            out.append(other)
        at += step
    return out


def check_sources(
    tokens: TokenTable, found: list[Found], words: CountWords, text_of: Callable[[CountRecord], str]
) -> list[Doubt]:
    """Doubts with code `count-disputed`: two sources give different figures of one kind side by side, in contrast."""
    doubts: list[Doubt] = []
    for left, right in zip(found[:-1], found[1:], strict=True):
        a, b = left.record, right.record
        if a.kind != b.kind or not (left.own_kind and right.own_kind) or a.relation or b.relation:
            continue
        if not a.attributed_to or not b.attributed_to or a.attributed_to == b.attributed_to or a.value == b.value:
            continue
        if not (left.person and right.person) or tokens.sent[right.core] - tokens.sent[left.core] > 1:
            continue
        between = tokens.lower[left.end : right.first]
        if not words.cues["contrast"].isdisjoint(between):
            doubts.append(
                Doubt(
                    "count-disputed",
                    f'"{text_of(a)}" ({a.attributed_to}) against "{text_of(b)}" ({b.attributed_to}), both {a.kind}',
                )
            )
    return doubts


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
            others = [i.record for i in found if i.record.relation == "complement" and i.record.related is whole]
            total = (whole.value or 0) + sum(r.value or 0 for r in others)
            if record is others[0] and total != whole.related.value and all(map(exact, others)):
                names = " and ".join(map(say, [whole, *others]))
                doubts.append(Doubt("count-sum", f"{names} make {total:g}, not {say(whole.related)}"))
    for item in found:
        if item.listed and exact(item.record):
            parts = subsets.get(id(item.record), [])
            total = sum(r.value or 0 for r in parts)
            if total != item.record.value:
                names = " and ".join(say(r) for r in parts)
                doubts.append(Doubt("count-sum", f"{names} make {total:g}, not {say(item.record)}"))
    return doubts


def money_part(tokens: TokenTable, item: Found, before: list[Found], after: list[Found], words: CountWords) -> None:
    """ "Part of this includes $15 million", "$5 million of it", "$1 million, bringing the total to $6 million" """
    record = item.record
    size = size_of(record)
    if size is None:
        return
    first = tokens.sentence(item.core)[0]
    opening = " ".join(tokens.lower[max(first, item.first - 9) : item.first])
    if "bringing the total" in opening:
        return
    following = after[0] if after else None
    if (
        following is not None
        and tokens.sent[following.core] == tokens.sent[item.core]
        and following.record.unit == record.unit
    ):
        between = " ".join(tokens.lower[item.end : following.first])
        larger = (size_of(following.record) or 0) > size
        if larger and any(cue in between for cue in words.cues["adding_up"]):
            link(item, "subset_of", following.record)
            return
    if not any(phrase in opening for phrase in words.cues["part_of"]):
        return
    for other in reversed(before[-6:]):
        if (
            other.record.quantity_type == "money"
            and other.record.unit == record.unit
            and (size_of(other.record) or 0) > size
        ):
            reach = 0 if "including" in opening and "which" not in opening else 6
            if tokens.sent[item.core] - tokens.sent[other.core] <= reach:
                link(item, "subset_of", original(other.record))
            return
