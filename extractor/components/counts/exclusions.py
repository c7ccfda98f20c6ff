"""Numbers that count nothing: dates, ages, times, scores, ranks, identifiers, names."""

from __future__ import annotations

from bisect import bisect_left

from extractor.components.counts.quantity import Quantity
from extractor.components.counts.vocabulary import CountWords
from extractor.components.records import DateRecord
from extractor.language.tokens import TokenTable


def dated_tokens(tokens: TokenTable, dates: list[DateRecord]) -> set[int]:
    """Tokens that belong to a time expression."""
    out: set[int] = set()
    for date in dates:
        i = bisect_left(tokens.start, date.start)
        while i < tokens.n and tokens.end[i] <= date.end:
            out.add(i)
            i += 1
    return out


def named_tokens(tokens: TokenTable, words: CountWords) -> set[int]:
    """Tokens inside fixed names and idioms with a number in them."""
    return {i for first, end, _ in words.names.matches(tokens.lower) for i in range(first, end)}


def is_no_count(
    tokens: TokenTable, quantity: Quantity, words: CountWords, labels: dict[int, tuple[int, int, str]]
) -> bool:
    """Whether the number is an identifier, a score, a clock time, an age, a rank or part of a name."""
    lower, text, tag = tokens.lower, tokens.text, tokens.tag
    core, end, n = quantity.core, quantity.core_end, tokens.n
    if quantity.type in ("money", "percent"):
        return False
    before = lower[core - 1] if core else ""
    after = lower[end] if end < n else ""
    digits = lower[core][0].isdigit()
    value = quantity.value if quantity.value is not None else quantity.low or 0
    if (
        words.designators.before(lower, core)
        and quantity.first == core
        and not quantity.scaled
        and _identifier(tokens, quantity, words)
    ):
        return True
    name = tokens.head[core]
    if digits and tokens.dep[core] == "flat" and 0 < core - name < 4 and set(tag[name:core]) == {"NNP"}:
        # "the cargo ship Khoi Nguyen 18"
        return not quantity.scaled
    if after == "-" and end + 1 < n and quantity.end == end and words.measures.match_at(lower, end + 1) is not None:
        # "the 780 - km long pipeline"
        return True
    if before == "per" or before == "every" and core > 1 and lower[core - 2] == "for":
        # "18.9 deaths per 100,000 people"
        return quantity.type != "measure"
    if (
        after == "°"
        and end + 1 < n
        and tokens.start[end + 1] == tokens.end[end]
        and lower[end + 1] not in ("c", "f", ".", ",", ")")
    ):
        # 33°47'N
        return True
    if after in ("degree", "degrees") and tuple(lower[end + 1 : end + 3])[1:] in (("longitude",), ("latitude",)):
        return True
    if core > 1 and before in ("was", "is", "turned", "'s") and lower[core - 2] in ("he", "she", "who") and value < 125:
        # "He was 101 and died"
        return after in (".", ",", "and", "when", "at", "in", "on", ";", "")
    listed = lower[max(0, core - 2) : core] == [")", "and"]
    if listed and digits and end < n and text[end][:1].isupper():
        # "SBA 7(a) and 504 Business Loan Programs"
        return True
    if value < 120 and _in_age_list(tokens, core, words):
        return True
    if after in ("x", "×") and end + 1 < n and lower[end + 1][0].isdigit():
        # "21 x 27.5 cm"
        return True
    if before in ("#", "№", "§") or after in ("th", "st", "nd", "rd") or after == "°" and quantity.type != "measure":
        return True
    if digits and after.isalpha() and quantity.end == end and tokens.start[end] == tokens.end[end - 1]:
        # "100K CLIMA", "3M"
        return True
    if before in ("/", "_", "@", "=") and tokens.end[core - 1] == tokens.start[core]:
        return True
    if after in ("/", "_", "@", "=") and tokens.end[end - 1] == tokens.start[end]:
        return True
    if digits and value <= 31 and (before in words.months or after in words.months and before != "in"):
        return True
    if after in words.cues["clock_mark"] or before in ("at", "by", "until", "around") and after == ":" and digits:
        return True
    # attributive: "six-party talks", "20-year-old", "5-4 vote"
    if (
        after in ("-", "–")
        and end + 1 < n
        and quantity.end == end
        and tokens.end[end - 1] == tokens.start[end] == tokens.end[end] - 1
    ):
        return True
    if (
        before in ("-", "–", ":")
        and core > 1
        and tokens.end[core - 1] == tokens.start[core]
        and tokens.end[core - 2] == tokens.start[core - 1]
    ):
        return True
    if after == ":" and digits and end + 1 < n and lower[end + 1][:1].isdigit():
        return True
    if digits and not quantity.scaled and quantity.qualifier in ("exact", "about"):
        word = lower[core]
        if word.isdigit() and (len(word) > 6 or word[0] == "0"):
            return True
        if "." in word and quantity.type != "measure":
            return True
    if (
        digits
        and core == tokens.sentence(core)[0]
        and after in (".", ")", ":")
        or before == "("
        and after == ")"
        and digits
    ):
        return True
    if core and tag[core - 1] in ("NNP", "NNPS") and after == "," and before != "," and digits and not quantity.scaled:
        # "Kishida, 66," has a comma before; "Article VII, Chapter 7," is caught here
        return True
    if (
        before == ","
        and after in (",", ")", ".", ";")
        and core > 1
        and tag[core - 2] in ("NNP", "NNPS", "NN")
        and value < 120
    ):
        return quantity.first == core
    if (
        digits
        and core - 1 > tokens.sentence(core)[0]
        and tag[core - 1].startswith("NN")
        and text[core - 1][:1].isupper()
        and after.isalpha()
        and tag[end] == "NN"
        and quantity.end == end
        and quantity.first == core
        and not quantity.scaled
        and value < 100
    ):
        # "the Nord Stream 2 pipeline"
        return True
    # a number word with a capital inside a sentence, before a capitalized word: a name ("Five Eyes", "Big Three")
    if (
        not digits
        and core > tokens.sentence(core)[0]
        and text[core][:1].isupper()
        and end < n
        and text[end][:1].isupper()
    ):
        ent = labels.get(core)
        if (ent is not None and ent[2] != "NORP") or not (
            _title_case(tokens, core) or labels.get(end, (0, 0, ""))[2] == "NORP"
        ):
            return True
    ent = labels.get(core)
    if ent is not None and ent[2] not in ("NORP",) and ent[1] - ent[0] > 1 and quantity.first == core:
        return not (digits and ent[0] == core and ent[2] in ("GPE", "LOC"))
    return False


def _in_age_list(tokens: TokenTable, core: int, words: CountWords) -> bool:
    """ "were aged nine, ten, two aged fourteen, 49, and 59": a bare number in a run of ages."""
    end = core + 1
    if end < tokens.n and tokens.tag[end] not in (",", ".", "CC", "-RRB-", ":"):
        return False
    for at in range(core - 1, max(-1, core - 20), -1):
        if tokens.lower[at] in ("aged", "ages"):
            return True
        if tokens.tag[at] not in ("CD", ",", "CC") and tokens.lower[at] not in words.numbers:
            return False
    return False


def is_score(tokens: TokenTable, i: int, words: CountWords) -> bool:
    """Whether "points" are those of a game or of an index, by the words of the sentence."""
    first, end = tokens.sentence(i)
    return not words.cues["score_word"].isdisjoint(tokens.lower[max(first, i - 30) : min(end, i + 30)])


def _identifier(tokens: TokenTable, quantity: Quantity, words: CountWords) -> bool:
    """After a word such as "Article" or "phase": an identifier, unless a plural noun follows that it can count."""
    end = quantity.core_end
    word = tokens.text[quantity.core - (2 if tokens.text[quantity.core - 1] == "." else 1)]
    if end >= tokens.n or tokens.tag[end] in (".", ",", ":", "-RRB-", "IN", "CC"):
        return True
    if word[:1].isupper() or word.lower() in words.cues["strict_designator"]:
        return True
    return tokens.tag[end] not in ("NNS", "JJ", "NNPS", "VBN", "VBD", "NNP")


def _title_case(tokens: TokenTable, i: int) -> bool:
    """Whether the sentence of token `i` is a headline with capitals on most words."""
    first, end = tokens.sentence(i)
    first, end = max(first, i - 30), min(end, i + 30)
    words = [t for t in tokens.text[first:end] if len(t) > 3 and t.isalpha()]
    return len(words) >= 3 and sum(w[0].isupper() for w in words) > 0.7 * len(words)
