"""Noun phrases and subjects, read from word order first and from the parse where it agrees.

The parser errs on long appositions and on names; contiguous tags and name spans do not, so they bound what the
parse says.
"""

from __future__ import annotations

from extractor.language.tokens import TokenTable

_PREMODIFIER_POS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM"})
_NOMINAL_POS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM", "X"})
_RELATIVES = frozenset({"who", "which", "whose", "whom", "that", "where", "when", "while"})
_CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
        "mon.",
        "tue.",
        "wed.",
        "thu.",
        "fri.",
        "sat.",
        "sun.",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_POST_PREPOSITIONS = frozenset({"of", "for", "at", "from", "with", "in", "on", "to"})


_REACH = 250
_MANY_CHILDREN = 64


def window(tokens: TokenTable, i: int) -> tuple[int, int]:
    """(first, end) tokens of the sentence of token `i`, at most 250 tokens to either side, which bounds the work."""
    first, end = tokens.sents[tokens.sent[i]]
    return max(first, i - _REACH), min(end, i + _REACH)


def children_near(tokens: TokenTable, node: int) -> list[int]:
    """Dependents of a token; of a token with very many, those nearby."""
    found = tokens.children[node]
    if len(found) <= _MANY_CHILDREN:
        return found
    near = range(max(0, node - _MANY_CHILDREN), min(tokens.n, node + _MANY_CHILDREN))
    return [c for c in near if tokens.head[c] == node and c != node]


def is_calendar(tokens: TokenTable, i: int) -> bool:
    """Whether the token is a weekday, a month or the like, which closes a noun phrase rather than heads or
    modifies one.
    """
    return tokens.lower[i] in _CALENDAR


def left_edge(tokens: TokenTable, head: int, lower_bound: int = 0) -> int:
    """First token of the noun phrase with this head, possessors included ("North Korea's ambassador")."""
    first, i = head, head - 1
    pos, lower, tag = tokens.pos, tokens.lower, tokens.tag
    while i >= lower_bound:
        if is_calendar(tokens, i) and not (tokens.text[i] in ("March", "May", "August") and tokens.dep[i] == "flat"):
            break
        if (pos[i] in _PREMODIFIER_POS or tag[i][:2] == "NN") and lower[i] not in (
            "that",
            "which",
            "what",
            "yes",
            "no",
        ):
            # A determiner opens its phrase; only a possessive before it goes on.
            first, i = i, i - 1
            if tag[first] == "DT":
                break
        elif tag[i] in ("PRP$", "WP$"):
            return i if tag[i] == "PRP$" else first
        elif (
            (tag[i] == "POS" or lower[i] in ("'s", "’s"))
            and i > lower_bound
            and pos[i - 1] in _PREMODIFIER_POS
            or (
                lower[i] in ("-", "–", "&", "/")
                and i > lower_bound
                and not tokens.space[i - 1]
                and pos[i - 1] in _PREMODIFIER_POS
            )
            or tag[i] == "HYPH"
            or (tag[i] in ("VBN", "VBG") and tokens.head[i] == head and tokens.dep[i] in ("amod", "compound"))
            or pos[i] == "ADV"
            and tokens.head[i] != i
            and first <= tokens.head[i] <= head
            and tokens.dep[i] == "advmod"
            or lower[i] == "and"
            and first <= head
            and i > lower_bound
            and _adjectives(tokens, i)
            or pos[i] == "PUNCT"
            and lower[i] == "."
            and not tokens.space[i - 1]
        ):
            first, i = i, i - 1
        else:
            break
    while first < head and (tag[first] in ("POS", "HYPH") or pos[first] in ("PUNCT", "CCONJ")):
        first += 1
    return first


def _adjectives(tokens: TokenTable, conjunction: int) -> bool:
    """Whether "and" joins two modifiers ("Japanese and North Korean officials")."""
    before, after = conjunction - 1, conjunction + 1
    return tokens.pos[before] == "ADJ" and tokens.pos[after] in ("ADJ", "PROPN") and tokens.tag[after] != "DT"


def last_of_name(tokens: TokenTable, head: int, end: int) -> int:
    """Last token of the run of name or noun tokens that begins at `head` ("Song" → "Song Il Ho"), before `end`."""
    last = head
    while last + 1 < end:
        nxt = last + 1
        if is_calendar(tokens, nxt):
            break
        if (
            tokens.pos[nxt] in ("PROPN", "NUM")
            or (
                tokens.pos[nxt] == "NOUN"
                and tokens.head[nxt] <= nxt
                and tokens.dep[nxt] in ("flat", "compound", "root", "nsubj", "obj", "obl", "nmod", "iobj")
            )
            or tokens.lower[nxt] == "-"
            and not tokens.space[last]
            and nxt + 1 < end
            and not tokens.space[nxt]
        ):
            last = nxt
        else:
            break
    return last


def right_edge(tokens: TokenTable, head: int, end: int, prepositions: frozenset[str] = _POST_PREPOSITIONS) -> int:
    """End (exclusive) of the noun phrase: its name, and its prepositional phrases up to a comma, a verb or a
    relative.
    """
    stop = last_of_name(tokens, head, end) + 1
    pos, lower = tokens.pos, tokens.lower
    i = stop
    while i < end:
        if (lower[i] in prepositions and i + 1 < end) or (pos[i] == "PART" and lower[i] in ("'s", "’s", "'")):
            i += 1
            if lower[i - 1] in ("on", "in", "at") and is_calendar(tokens, i):
                break
        elif lower[i] in ("and", "&") and i + 1 < end and (pos[i + 1] == "PROPN" or pos[i - 1] == pos[i + 1]):
            i += 1
        elif pos[i] in _NOMINAL_POS and lower[i] not in _RELATIVES and not is_calendar(tokens, i):
            i += 1
            stop = i
        elif tokens.tag[i] in ("PRP$", "HYPH") or (lower[i] == "-" and not tokens.space[i]):
            i += 1
        else:
            break
    return stop


def subject_of(tokens: TokenTable, verb: int) -> int | None:
    """Head of the subject of a verb, borrowed from the verb it depends on where it has none of its own. None where
    unknown.
    """
    node = verb
    for _ in range(4):
        # The subject nearest to its verb: where the parser finds two, the farther one belongs to a clause it misread.
        for child in sorted(children_near(tokens, node), key=lambda c: (c > node, abs(c - node))):
            if tokens.dep[child] in ("nsubj", "nsubj:pass", "nsubj:outer", "csubj") and not is_calendar(tokens, child):
                if tokens.tag[child] in ("WP", "WDT") and tokens.dep[node] == "acl:relcl":
                    return tokens.head[node]
                return child
        if tokens.dep[node] in ("conj", "xcomp", "advcl", "parataxis", "dep") and tokens.head[node] != node:
            parent = tokens.head[node]
            if (
                tokens.pos[parent] not in ("VERB", "AUX", "ADJ", "NOUN")
                or parent > verb
                and tokens.dep[node] != "advcl"
            ):
                return None
            node = parent
        elif tokens.dep[node] in ("acl:relcl", "acl") and tokens.head[node] < node:
            return tokens.head[node]
        else:
            return None
    return None
