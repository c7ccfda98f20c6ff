"""The noun phrase after a number: its head is the first plural noun, past adjectives, compounds and lists of them."""

from __future__ import annotations

from extractor.components.counts.plurals import AFTER_HYPHEN, is_plural
from extractor.components.counts.vocabulary import CountWords
from extractor.language.tokens import TokenTable

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BEFORE_NOUN = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "CD", "HYPH", "AFX", "FW", "ADD", "POS"})
_MAX_WORDS = 12


def phrase_end(tokens: TokenTable, head: int) -> int:
    """The token after the head noun, "passers-by" taken whole."""
    hyphened = head + 2 < tokens.n and tokens.lower[head + 1] == "-" and tokens.lower[head + 2] in AFTER_HYPHEN
    return head + 3 if hyphened and tokens.end[head] == tokens.start[head + 1] else head + 1


def head_noun(tokens: TokenTable, start: int, limit: int, words: CountWords, dated: set[int], one: bool) -> int | None:
    """Head of the noun phrase that goes on at `start`: its first plural noun; for "one", the last noun of a run."""
    lower, tag = tokens.lower, tokens.tag
    plural: int | None = None
    last_noun: int | None = None
    i = start
    stop = min(limit, start + _MAX_WORDS)
    while i < stop:
        word, t = lower[i], tag[i]
        if word.isspace() or i in dated and not (t == "JJ" and i + 1 < stop and tag[i + 1] == "NNS"):
            # "12 annual instalments" goes on
            break
        # "one Iraqi soldier": a word that looks the same in both numbers is no plural before the noun of "one"
        many = is_plural(tokens, i, words) and not (one and i + 1 < stop and tag[i + 1] in NOUNS)
        if word in words.predicates["modifier"] and t in NOUNS and (i + 1 >= stop or tag[i + 1] not in NOUNS):
            # "67 dead", "1,000 WOUNDED": the people are understood
            break
        if word == "-" and i + 1 < stop and tokens.end[i] == tokens.start[i + 1]:
            pass
        elif (chained := _past_chain(tokens, i, stop)) is not None:
            # "60 of 165 first-past-the-post seats"
            i, last_noun = chained, i
            continue
        elif _leads_compound(tokens, i, stop):
            # "three Sudanese-owned houses", "tens of millions of at-home tests", "the new mid-size jets"
            i, last_noun = i + 2, i
            continue
        elif t in NOUNS and word[0].isalnum() or many or t == "VBZ" and _counts_verb(tokens, start, i, words):
            if word in words.cues["time_noun"] and t != "NN":
                break
            if plural is not None and t in ("NN", "NNP") and not many:
                # "arms dealer"-like compounds go on; a name after a plural noun is apposition
                break
            if plural is not None and i > plural + 1:
                break
            # "San Carlos University students": a name that ends in s is no plural where one follows
            joined = (
                t == "JJ"
                and tag[i + 1 : i + 3] == ["CC", "JJ"]
                and i + 3 < stop
                and _plural_ahead(tokens, i + 3, stop, words)
            )
            named = (
                joined
                or word == "states"
                and lower[i - 1] == "united"
                and _plural_ahead(tokens, i + 1, stop, words)
                or t == "NNP"
                and i + 1 < stop
                and tag[i + 1] in NOUNS
                and _plural_ahead(tokens, i + 1, stop, words)
            )
            if (many or t == "VBZ") and not named:
                if plural is not None and not _compound(tokens, plural, i, words):
                    break
                plural = i
                # "women soldiers", "arms deals": look one word on
                nxt = i + 1
                if (
                    (word in words.cues["invariant"] or word[-1].isdigit())
                    and not word.endswith(("s", "people", "men", "children"))
                    and nxt < stop
                    and _plural_ahead(tokens, nxt, stop, words, ("NN", "NNP", "JJ"))
                ):
                    plural = None
                    last_noun = i
                    i += 1
                    continue
                traded = nxt < stop and lower[nxt] in words.cues["people_trade"]
                if (
                    nxt < stop
                    and tag[nxt] == "NNS"
                    and lower[nxt] != "-"
                    and nxt not in dated
                    and (word != "people" or traded)
                ):
                    i += 1
                    continue
                if (
                    nxt + 1 < stop
                    and lower[nxt] == "-"
                    and lower[nxt + 1] in AFTER_HYPHEN
                    and tokens.end[i] == tokens.start[nxt]
                ):
                    break
                if nxt < stop and lower[nxt] == "-" and nxt + 1 < stop:
                    i = nxt + 1
                    if tokens.end[plural] == tokens.start[nxt] and is_plural(tokens, i, words):
                        # "two co-authors"
                        plural = None
                    continue
                break
            last_noun = i
        elif word == "(" and last_noun is not None and plural is None:
            # "ISIS (Islamic State) fighters"
            closing = next((j for j in range(i + 1, min(i + 10, limit)) if lower[j] == ")"), limit)
            if closing + 1 >= limit or not is_plural(tokens, closing + 1, words):
                break
            i = closing
            stop = min(limit, i + 4)
        elif t in ("CC", ",") or word == "/":
            next_tag = tag[i + 1] if i + 1 < stop else ""
            if plural is not None or i == start or word in ("but", "or") and next_tag not in ("JJ", "VBN"):
                break
            if one and last_noun is not None:
                break
            if word == "," and next_tag not in ("JJ", "VBN", "RB", "VBG"):
                break
            if next_tag not in ("JJ", "NN", "NNP", "NNS", "VBN", "AFX", "RB", "NNPS", "HYPH", "VBG"):
                break
        elif t in _BEFORE_NOUN or t in ("VBD", "GW") and i == start and _attributive(tokens, i, stop, words):
            if (
                one
                and word in words.units
                and word not in words.predicates["modifier"]
                and (i + 1 >= stop or tag[i + 1] not in NOUNS)
            ):
                last_noun = i
            if t == "VBG" and plural is not None or t == "POS" and last_noun is None:
                break
            if t == "CD" and i > start and word in words.numbers:
                break
        elif (
            t in ("RB", "RBR", "RBS")
            and i + 1 < stop
            and tag[i + 1] in ("JJ", "VBN", "VBG", "JJR", "HYPH")
            or word in ("``", "''", '"', "“", "”", "'", "‘", "’", "so", "U.S.")
            and t != "POS"
            and last_noun is None
            and plural is None
        ):
            pass
        else:
            break
        i += 1
    if plural is not None:
        return plural
    if one and last_noun is not None:
        return last_noun
    return None


def _attributive(tokens: TokenTable, i: int, stop: int, words: CountWords) -> bool:
    """Whether a word stands before the noun whatever its tag: "41,846 reported cases", "6,000 AT-4 launchers"."""
    if tokens.tag[i] == "GW":
        return True
    return i + 1 < stop and tokens.tag[i + 1] == "NNS" and tokens.lower[i] in words.cues["stated_participle"]


def _counts_verb(tokens: TokenTable, start: int, i: int, words: CountWords) -> bool:
    """Whether what the tagger takes for a verb is a plural: "seven terrorism charges", after a number in letters."""
    number = tokens.lower[start - 1] if start else ""
    spelled = number in words.numbers and words.numbers[number].role in ("unit", "ten") and number != "one"
    plural = tokens.lower[i].endswith("s") and not tokens.lower[i].endswith(("ss", "'s"))
    return spelled and plural and i - start <= 2 and tokens.lower[i] not in ("is", "was", "has", "does")


def _past_chain(tokens: TokenTable, i: int, stop: int) -> int | None:
    """The token after a run of three or more words glued by hyphens, where a noun or adjective follows it."""
    at, links = i, 0
    while at + 2 < stop + 4 and at + 2 < tokens.n and tokens.lower[at + 1] == "-":
        if tokens.end[at] != tokens.start[at + 1] or tokens.end[at + 1] != tokens.start[at + 2]:
            break
        at, links = at + 2, links + 1
    if links < 2 or at + 1 >= tokens.n or not tokens.text[i][:1].isalpha():
        return None
    return at + 1 if tokens.tag[at + 1] in NOUNS or tokens.tag[at + 1] == "JJ" else None


def _leads_compound(tokens: TokenTable, i: int, stop: int) -> bool:
    """Whether a plural, a demonym or a preposition is glued by a hyphen to a word that goes on before a noun."""
    if i + 3 >= min(stop + 3, tokens.n) or tokens.lower[i + 1] != "-" or not tokens.text[i][:1].isalpha():
        return False
    if tokens.end[i] != tokens.start[i + 1] or tokens.end[i + 1] != tokens.start[i + 2]:
        return False
    if tokens.tag[i] not in ("NNS", "NNPS", "JJ", "IN", "RP", "NNP") or tokens.lower[i + 2] in AFTER_HYPHEN:
        return False
    following = tokens.tag[i + 3]
    return tokens.text[i + 2][:1].isalpha() and (following in NOUNS or following in ("JJ", "CD", "HYPH"))


def _plural_ahead(
    tokens: TokenTable, at: int, stop: int, words: CountWords, tags: tuple[str, ...] = ("NN", "NNP")
) -> bool:
    """Whether a run of nouns ends in a plural: "four Iraqi security force members", "four Palestinian armed groups"."""
    for i in range(at, min(stop, at + 4)):
        if is_plural(tokens, i, words):
            return True
        if tokens.tag[i] not in tags:
            return False
    return False


def _compound(tokens: TokenTable, first: int, second: int, words: CountWords) -> bool:
    """Whether two plural nouns in a row are one compound ("arms dealers", "women voters")."""
    return (
        tokens.head[first] == second
        or tokens.dep[first] == "compound"
        or tokens.lower[first] in words.cues["compound_plural"]
    )
