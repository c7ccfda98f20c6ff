"""Finds the counts of a document: anchors, quantity, noun, kind, context, then relations."""

from __future__ import annotations

from extractor.components.counts.ellipsis import apportioned, parted_noun, second_figure
from extractor.components.counts.evidence import (
    in_number_list,
    is_counted_year,
    is_evident,
    is_year,
    names_people,
    one_counts,
    opens_with_those,
)
from extractor.components.counts.exclusions import dated_tokens, is_no_count, is_score, named_tokens
from extractor.components.counts.found import Found, record_of
from extractor.components.counts.kinds import (
    Kind,
    are_domestic,
    are_pits,
    are_states,
    compound_of,
    is_listing_topic,
    resolve_kind,
)
from extractor.components.counts.ledger import ledger_unit
from extractor.components.counts.modality import Claim
from extractor.components.counts.nouns import Counted, find_noun
from extractor.components.counts.pairs import rewords_parties
from extractor.components.counts.parts import listed_alongside, same_fate, spread_back
from extractor.components.counts.plain import carried, frame, plain
from extractor.components.counts.plurals import singular
from extractor.components.counts.predicates import predicate_kind
from extractor.components.counts.quantity import Quantity, read_quantity
from extractor.components.counts.relations import relate
from extractor.components.counts.shares import one_of_several
from extractor.components.counts.special import none_at, restated_whole
from extractor.components.counts.tolls import toll_of
from extractor.components.counts.vocabulary import CountWords
from extractor.components.records import DateRecord
from extractor.language.tokens import TokenTable
from extractor.linking.places import PlaceIndex

_LEADING = frozenset(
    {"another", "the", "these", "those", "all", "other", "remaining", "its", "their", "his", "her", "our", "both"}
)
_DEFINITE = frozenset({"the", "these", "those", "both", "all", "its", "their", "his", "her", "our", "'s"})
_NONE = (0, 0, "")


def find_counts(
    tokens: TokenTable, places: PlaceIndex, dates: list[DateRecord], words: CountWords, home: str | None
) -> list[Found]:
    """All counts, in reading order, with their relations set.

    home: country whose dollar a bare "$" or "dollars" is (None: the United States dollar).
    """
    dated = dated_tokens(tokens, dates)
    named = named_tokens(tokens, words)
    labels = tokens.ent_at
    numbers, lower = words.numbers, tokens.lower
    out: list[Found] = []
    at = 0
    for i in [i for i, word in enumerate(lower) if word in numbers or "0" <= word[0] <= "9" or "0" <= word[-1] <= "9"]:
        if i < at or i in named or lower[i][0].isspace():
            continue
        item: Found | int | None = none_at(tokens, i, words)
        if item is None:
            item = _at(tokens, places, i, words, dated, labels, home, out)
        if isinstance(item, Found):
            restated_whole(tokens, item, out, words)
            out.append(item)
            at = max(item.end, i + 1)
        else:
            at = item
    relate(tokens, out, words)
    return out


def _at(
    tokens: TokenTable, places: PlaceIndex, i: int, words: CountWords, dated: set[int],
    labels: dict[int, tuple[int, int, str]], home: str | None, out: list[Found],
) -> Found | int:  # fmt: skip
    """The count at token `i`, or the token to go on at."""
    quantity = read_quantity(tokens, places, i, words, home)
    if quantity is None:
        return i + 1
    skip = max(quantity.core_end, i + 1)
    counted_year = is_counted_year(tokens, i, words)
    if counted_year:
        dated = dated - {i}
    if quantity.type not in ("money", "percent") and all(t in dated for t in range(quantity.core, quantity.core_end)):
        return skip
    entry = ledger_unit(tokens, quantity, words, out)
    if entry is not None:
        quantity.type, quantity.unit = entry
        found = plain(tokens, places, quantity, words)
        found.record.rule, found.record.confidence = "number-ledger", 0.7
        return found
    if is_no_count(tokens, quantity, words, labels):
        return skip
    if quantity.form == "fraction" and quantity.end + 1 in dated and tokens.lower[quantity.end] == "of":
        # "three quarters of 2021" is a time
        return skip
    if quantity.type in ("money", "percent", "measure"):
        return plain(tokens, places, quantity, words)
    counted = find_noun(tokens, quantity, words, dated)
    if counted is None:
        return carried(tokens, quantity, words, out, places) or skip
    return (
        _count(tokens, places, quantity, counted, words, out, labels)
        or carried(tokens, quantity, words, out, places)
        or skip
    )


def _count(
    tokens: TokenTable, places: PlaceIndex, quantity: Quantity, counted: Counted, words: CountWords, out: list[Found],
    labels: dict[int, tuple[int, int, str]],
) -> Found | None:  # fmt: skip
    lower = tokens.lower
    first, end, head = quantity.first, counted.end, counted.head
    floor = tokens.sentence(quantity.core)[0]
    definite = remaining = others = False
    while first > floor and (lower[first - 1] in _LEADING):
        word = lower[first - 1]
        definite = definite or word in _DEFINITE
        remaining = remaining or word == "remaining"
        others = others or word in ("another", "other")
        if word in ("its", "their", "his", "her", "our", "both"):
            break
        first -= 1
        if word == "all":
            break
    if first > floor and lower[first - 1] == "'s":
        definite = True
    others = others or counted.others
    between = lower[quantity.core_end : end]
    remaining = remaining or "remaining" in between
    unit = singular(tokens, head, words) if head is not None else None
    # sets of tennis, and not "two sets of sanctions"
    things = unit == "set" and head is not None and lower[head + 1 : head + 2] == ["of"]
    if (
        unit is not None
        and (unit in words.cues["time_noun"] or unit in words.cues["uncounted"] or unit == "half")
        and not things
    ):
        return None
    if (unit == "point" or unit in words.cues["game_noun"]) and is_score(tokens, quantity.core, words):
        return None
    craft = unit is None or words.units.get(unit, ("", False))[0] == "aircraft"
    if craft and lower[quantity.core] in words.cues["aircraft_model"] and quantity.qualifier == "exact":
        # "their new 787 aircraft", "the 787"
        return None
    if rewords_parties(tokens, quantity, unit, first, definite and not counted.partitive, out, words):
        return None
    year = is_year(tokens, quantity) and not is_counted_year(tokens, quantity.core, words)
    if year and (definite or head is None or not words.units.get(unit or "", ("", False))[1]):
        return None
    node = head if head is not None else (counted.end if quantity.form == "fraction" else quantity.core_end) - 1
    known = predicate_kind(tokens, first, node, end, words, head is not None)
    elided = head is None
    if elided and first > 1 and lower[first - 1] == "of" and tokens.lemma[first - 2] == "population":
        # "a population of 80,000": what the verb tells is told of the whole phrase
        known, unit, elided = None, "person", False
        herd = tokens.lemma[first - 3] if first > 2 and tokens.tag[first - 3] == "NN" else "person"
        if herd not in words.units and herd not in words.cues["peopled"]:
            # "an elephant population of 350"
            unit = herd
    if (
        counted.pronoun
        and elided
        and (condition := words.predicates["modifier"].get(lower[end - 1])) is not None
        and (quantity.type == "count")
    ):
        known = Kind(condition, end - 1, "modifier")
        unit, elided = "person", False
    if (
        counted.others
        and elided
        and first > 1
        and lower[first - 1] == "and"
        and labels.get(first - 2, _NONE)[2] == "PERSON"
    ):
        # "Jair Bolsonaro and seven others"
        unit, elided = "person", False
    if elided and definite and lower[end : end + 1] and lower[end] in words.cues["befallen"]:
        # "among the nine dead"
        unit, elided = "person", False
    toll = None
    parted = parted_noun(tokens, quantity, out, words) if elided and known is None else None
    second = second_figure(tokens, quantity, out) if elided and known is None else None
    apart = elided and not counted.partitive and apportioned(tokens, quantity, out)
    if elided and not counted.partitive and not remaining and parted is None and second is None and not apart:
        bare = quantity.core_end >= tokens.n or tokens.tag[quantity.core_end] != "NNS"
        toll = toll_of(tokens, quantity, words) if known is None and bare else None
        if toll is None and not is_evident(tokens, quantity, counted, known, out, others, words):
            return None
    if (
        quantity.value == 1
        and parted is None
        and quantity.qualifier == "exact"
        and not one_counts(tokens, quantity, counted, known, unit, words)
        and not (unit and not counted.partitive and one_of_several(tokens, quantity.core, unit, out))
        and not (unit and not counted.partitive and in_number_list(tokens, quantity, end, out))
    ):
        return None
    kind = (
        toll[0]
        if toll
        else resolve_kind(
            known,
            compound_of(tokens, head, unit, words),
            words,
            unit is not None and is_listing_topic(tokens, quantity.core, unit, words),
        )
    )
    told_toll = False
    if kind in ("people", "troops") and known is None and (stated := toll_of(tokens, quantity, words)) is not None:
        told_toll = words.units.get(unit or "", ("", False))[1]
        kind = stated[0] if told_toll else kind
    if head is not None and (known is None or known.kind == "voters") and are_states(tokens, head, words):
        kind = "countries"
    whole = counted.whole.value if counted.whole is not None else None
    domestic = (
        head is not None and kind == "countries" and are_domestic(tokens, places, head, (quantity.value, whole), words)
    )
    if domestic or head is not None and kind == "weapons" and are_pits(tokens, head, words):
        kind = "other"
    if toll:
        unit = toll[1]
    if second is not None:
        unit, kind = second.record.unit, second.record.kind
    elif parted is not None:
        unit = singular(tokens, parted, words)
        kind = words.units.get(unit, ("other", False))[0]
    if elided and toll is None and second is None and known is None and first > 1 and lower[first - 1] == "of":
        over = tokens.lemma[first - 2]
        if over in words.cues["armed_body"] and quantity.type == "count":
            # "a force of up to 22,500"
            unit, kind, elided = "person", "troops", False
        elif over == "majority" and lower[end : end + 1] == ["to"]:
            unit, kind, elided = "vote", "votes", False
    nation = places.at(head) if head is not None else None
    name = unit
    if head is not None and nation is not None and nation.kind == "demonym" and nation.first < head == nation.end - 1:
        # "16 South Koreans"
        name = " ".join((*tokens.lower[nation.first : head], unit or ""))
    record = record_of(tokens, quantity, first, end, name, kind, _rule(counted, elided, toll is not None))
    record.confidence = 0.8 if elided or head is not None and tokens.tag[head] not in ("NNS", "NNPS") else 1.0
    told = known is not None and known.basis != "relative"
    claim = Claim(node, first, end, quantity.type, told, others or remaining or counted.pronoun, definite)
    frame(tokens, places, record, claim, head, words)
    person = (
        unit is None or words.units.get(unit, ("", False))[1] or places.at(head) is not None
        if head is not None
        else toll is None or unit is None or words.units.get(unit, ("", False))[1]
    )
    if head is not None and kind == "other" and names_people(tokens, places, head, labels):
        record.kind, person = resolve_kind(known, "person", words, False), True
    found = Found(record, first, end, quantity.core, quantity.core_end, head, node, definite, remaining, others)
    of_those = not counted.partitive and opens_with_those(tokens, first)
    found.partitive, found.pronoun, found.whole = counted.partitive, counted.pronoun or of_those, counted.whole
    if (
        known is None
        and out
        and (person or kind == "organizations" or unit in words.cues["listable"])
        and listed_alongside(tokens, found, out[-1])
    ):
        record.kind = "persons_listed" if person else "entities_listed"
    found.parted = parted
    found.elided, found.own_kind, found.person = (
        elided and toll is None and second is None and parted is None,
        known is not None or toll is not None or domestic or told_toll,
        bool(person),
    )
    if known is None and out and same_fate(tokens, found, out[-1]):
        record.kind, found.own_kind = out[-1].record.kind, True
    spread_back(tokens, found, known is not None and (known.verb or 0) >= end, out)
    return found


def _rule(counted: Counted, elided: bool, toll: bool) -> str:
    if toll:
        return "number-toll"
    if counted.partitive:
        return "number-partitive"
    return "number-elided" if elided else "number-noun"
