"""Part and whole among the counts of one article, and whether the article's own numbers add up."""

from __future__ import annotations

from extractor.components.counts.amounts import amount_left, link_amounts
from extractor.components.counts.antecedents import take_antecedent
from extractor.components.counts.divided import link_divided
from extractor.components.counts.found import Found, size_of
from extractor.components.counts.hosts import host, sibling, told_apart
from extractor.components.counts.parts import (
    apposed_share,
    conversion,
    is_copular,
    left_over,
    parted_whole,
    remainder_after,
    series_whole,
    shares_kind,
)
from extractor.components.counts.repeats import link_repeat
from extractor.components.counts.retold import link_retold
from extractor.components.counts.shares import (
    among_told,
    link_shares,
    link_totals,
    one_of_several,
    opened_by_whole,
    part_in_series,
    same_fate_above,
    tell_shared_kind,
)
from extractor.components.counts.sums import REACH, inherit, link, link_sums, money_part, original
from extractor.components.counts.vocabulary import CountWords
from extractor.components.records import CountRecord
from extractor.language.tokens import TokenTable

_ENDS = ("dead", "injured", "abducted")


def relate(tokens: TokenTable, found: list[Found], words: CountWords) -> None:
    """Set relation, related and inherited units and kinds, in reading order."""
    parts: dict[int, list[Found]] = {}
    for index, item in enumerate(found):
        record = item.record
        before = found[max(0, index - REACH) : index]
        if record.relation is not None:
            continue
        if item.whole is not None or item.partitive and not item.pronoun:
            whole_told = tokens.lower[item.first] == "all"
            whole = _whole_of(tokens, item, before, whole_told, words)
            if whole is None and item.whole is None and record.unit in words.cues["sufferer"]:
                # "five of the victims" of a blast that killed 23 people
                whole = next((w for kind in _ENDS if (w := _of_fate(tokens, item, before, kind))), None)
            if whole is not None or item.whole is not None:
                link(item, "subset_of", whole)
                if whole is not None:
                    inherit(item, whole, shares_kind(tokens, item))
                    parts.setdefault(id(whole), []).append(item)
                continue
        previous = before[-1] if before else None
        if previous is not None and (conversion(tokens, item, previous) or apposed_share(tokens, item, previous)):
            link(item, "same_as", previous.record)
            continue
        if item.remaining:
            if record.quantity_type in ("money", "measure", "percent"):
                link(item, "remainder_of", amount_left(tokens, item, before))
            else:
                _remainder(item, before, parts)
            continue
        if record.quantity_type == "money":
            money_part(tokens, item, before, found[index + 1 : index + 2], words)
            if record.relation is None:
                link_repeat(tokens, item, before, words)
            continue
        if record.quantity_type not in ("count", "fraction"):
            continue
        if item.parted is not None:
            companies = parted_whole(tokens, item, before)
            if companies is not None:
                link(item, "subset_of", companies)
                inherit(item, companies, True)
                parts.setdefault(id(companies), []).append(item)
            continue
        single = one_of_several(tokens, item.core, record.unit, before) if record.value == 1 else None
        if single is not None:
            tell_shared_kind(item, original(single.record))
            continue
        if item.others:
            first_part = told_apart(item, before)
            if first_part is not None:
                # "two of the four …; the other two": the whole is told only inside the part
                link(item, "complement", first_part)
                inherit(item, first_part, False)
                continue
            part = sibling(tokens, item, before)
            if part is not None and part.record.related is not None:
                whole = part.record.related
                link(item, "complement", part.record)
                inherit(item, whole, shares_kind(tokens, item))
                if item.elided and not item.own_kind and not shares_kind(tokens, item):
                    record.kind = "people" if item.person or whole.kind != "other" else record.kind
                parts.setdefault(id(whole), []).append(item)
                continue
            if item.definite and record.quantity_type == "count":
                # "the other three": of a whole that the text does not count
                near = [f for f in before[-2:] if f.person == item.person and f.record.quantity_type == "count"]
                apart = tokens.sent[item.core] - tokens.sent[near[-1].core] if near else 9
                beside = apart == 0 or apart == 1 and near[-1].definite and not near[-1].partitive
                link(item, "complement", near[-1].record if beside else None)
                if item.elided and record.unit is None:
                    take_antecedent(tokens, item, before, words)
                continue
        if item.pronoun and tokens.lower[item.first] == "the" and record.quantity_type == "count":
            # "the two of them" are all of them
            if record.unit is None:
                record.unit, record.kind = "person", record.kind if item.own_kind else "people"
            continue
        if previous is not None and (item.pronoun or _is_included(tokens, item, previous, words)):
            # "seven of the injured": of all of them, not of the part told last
            named = item.pronoun and words.predicates["modifier"].get(tokens.lower[item.end - 1]) == record.kind
            whole = same_fate_above(tokens, item, before, 3) if named else None
            nearest = host(tokens, item, before) if whole is None else None
            whole = nearest.record if nearest is not None else whole
            if whole is not None:
                item.included = True
                tell_shared_kind(item, whole)
                parts.setdefault(id(whole), []).append(item)
                continue
        if (
            previous is not None
            and previous.included
            and previous.person == item.person
            and not item.others
            and "more" not in tokens.lower[item.first : item.end]
            and _goes_on(tokens, previous, item)
        ):
            whole_record = previous.record.related
            if whole_record is not None and (size_of(whole_record) or 0) > (size_of(record) or 0):
                link(item, "subset_of", whole_record)
                inherit(item, whole_record, True)
                item.included = True
                parts.setdefault(id(whole_record), []).append(item)
                continue
        told = among_told(tokens, item, before, words)
        if told is None:
            told = opened_by_whole(tokens, item, before) or part_in_series(tokens, item, before)
        if told is not None:
            tell_shared_kind(item, told)
            item.included = True
            parts.setdefault(id(told), []).append(item)
            continue
        if item.elided:
            divided = series_whole(tokens, item, before)
            if divided is not None:
                link(item, "subset_of", divided)
                inherit(item, divided, shares_kind(tokens, item) and is_copular(tokens, item))
                parts.setdefault(id(divided), []).append(item)
                continue
        if link_repeat(tokens, item, before, words):
            continue
        if item.elided and record.unit is None:
            take_antecedent(tokens, item, before, words)
    link_shares(tokens, found)
    link_sums(tokens, found, words)
    link_totals(tokens, found)
    link_amounts(tokens, found, words)
    link_divided(tokens, found, words)
    link_retold(tokens, found, words)
    for index, item in enumerate(found):
        if item.record.relation is None and item.record.quantity_type == "count":
            leaving = left_over(tokens, item, found[max(0, index - 4) : index])
            if leaving is not None:
                link(item, "remainder_of", leaving)
                inherit(item, leaving, True)
    for item in found:
        if item.record.kind == "other" and item.record.unit and not item.own_kind:
            item.record.kind = words.units.get(item.record.unit, ("other", False))[0]


def _of_fate(tokens: TokenTable, item: Found, before: list[Found], kind: str) -> CountRecord | None:
    own, item.record.kind = item.record.kind, kind
    whole = same_fate_above(tokens, item, before, 3)
    item.record.kind = own
    return whole


def _whole_of(
    tokens: TokenTable, item: Found, before: list[Found], whole_told: bool, words: CountWords
) -> CountRecord | None:
    """The count of which `item` is a part: by the number named, else by the noun. whole_told: "all 16 of the cases"."""
    number = item.whole.value if item.whole is not None else None
    owned = not {"its", "his", "her", "their", "our", "my"}.isdisjoint(tokens.lower[item.first : item.end])

    def near(other: Found) -> bool:
        """ "15 of its vessels" are not of the vessels of the sentence before, nor of those far above."""
        apart = tokens.sent[item.core] - tokens.sent[other.core]
        return apart == 0 if owned else apart <= 5

    for other in reversed(before):
        record = other.record
        if record.quantity_type != "count" or record is item.record:
            continue
        if number is not None:
            if size_of(record) == number and record.relation != "subset_of":
                return original(record)
        elif (
            not whole_told
            and near(other)
            and item.record.unit
            and record.unit == item.record.unit
            and record.qualifier != "vague"
            and (size_of(record) or 0) > (size_of(item.record) or 0)
        ):
            # "19 members and nine of their family members" are not of the 19
            return None if owned and other.person else original(record)
        elif (
            item.record.unit in words.cues["anybody"]
            and other.person
            and not owned
            and not whole_told
            and tokens.sent[item.core] - tokens.sent[other.core] < 2
            and (size_of(record) or 0) > (size_of(item.record) or 0)
            and record.qualifier != "vague"
        ):
            # "eleven travellers fell ill. Three of the infected persons …"
            return original(record)
        elif (
            item.record.unit in words.cues["aboard"]
            and record.unit == "person"
            and (size_of(record) or 0) > (size_of(item.record) or 0)
        ):
            # "carrying 104 people. Nine of the passengers …"
            return original(record) if other is before[-1] or other is before[-2:][0] else None
    return None


def _remainder(item: Found, before: list[Found], parts: dict[int, list[Found]]) -> None:
    size = size_of(item.record)
    chosen: CountRecord | None = None
    taken: float = 0
    for other in reversed(before):
        whole = other.record.related if other.record.relation == "subset_of" else None
        if whole is None:
            continue
        taken = sum(size_of(p.record) or 0 for p in parts.get(id(whole), ()) if p.record.relation == "subset_of")
        chosen = chosen or whole
        if size is not None and size_of(whole) is not None and (size_of(whole) or 0) - taken == size:
            chosen = whole
            break
    if chosen is None or (size_of(chosen) or 0) - taken != size:
        chosen = remainder_after(item, before) or chosen
    if chosen is not None and size is not None and (size_of(chosen) or 0) <= size:
        # "Three are found dead … the remaining 59 survivors": of another whole
        chosen = None
    if chosen is None:
        for other in reversed(before):
            bigger = size_of(other.record)
            if (
                other.record.quantity_type == "count"
                and bigger is not None
                and size is not None
                and bigger > size
                and (item.record.unit in (None, other.record.unit))
            ):
                chosen = other.record
                break
    link(item, "remainder_of", chosen)
    if chosen is not None:
        if item.elided:
            item.record.unit = chosen.unit or item.record.unit
        inherit(item, chosen, True)
    elif item.elided and item.record.unit is None:
        item.record.unit = "person"
        item.record.kind = item.record.kind if item.own_kind else "people"


def _is_included(tokens: TokenTable, item: Found, previous: Found, words: CountWords) -> bool:
    if tokens.sent[previous.core] != tokens.sent[item.core]:
        return False
    at = item.first
    for _ in range(3):
        if at <= previous.end - 1:
            return False
        including = words.including.before(tokens.lower, at)
        if including is not None:
            # "It also includes 31 officials" tells of others
            return tokens.lower[including[0] - 1] != "also"
        at -= 1
        if tokens.lower[at] not in ("at", "least", ",", "the", "a", "some"):
            return False
    return False


def _goes_on(tokens: TokenTable, previous: Found, item: Found) -> bool:
    """Whether a list of included parts goes on ("six children and seven women"), and no new clause begins."""
    between = tokens.lower[previous.end : item.first]
    if between == ["and"]:
        return True
    after = tokens.tag[item.end] if item.end < tokens.n else ""
    return between in ([","], [",", "and"]) and not after.startswith("V")
