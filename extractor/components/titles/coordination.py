"""Two titles of one person and of two: "Vice President and Minister NAME", "the Secretary and King NAME"."""

from __future__ import annotations

from extractor.components.titles.holding import Holding
from extractor.components.titles.names import NameBook
from extractor.components.titles.phrase import ARTICLES, Phrase
from extractor.language.tokens import TokenTable
from extractor.linking.body import is_cap
from extractor.linking.places import PlaceIndex
from extractor.linking.voice import is_party_state

# Who hold such a post may be called by another: "the special envoy on Myanmar, Laotian diplomat NAME".
_POSTED = frozenset({"ambassador", "envoy"})
_STATE = frozenset({"head_of_state", "head_of_government", "minister"})
# A head of state is not at the same time the head of government named beside it.
_APART = frozenset({frozenset({"head_of_state", "head_of_government"})})

# Tokens and parts of speech of "a published author, planner and".
_LONGEST_LIST = 16
_ADJECTIVAL = frozenset({"JJ", "JJS", "VBN", "RB"})
_OF_LISTS = frozenset({"NOUN", "ADJ", "DET", "CCONJ", "VERB", "ADV"})


def past_list(t: TokenTable, book: NameBook, p: Phrase, low: int) -> int | None:
    """ "NAME, a lawyer, author and | former mayor": the token after the name's comma, over what else he is."""
    j = p.left
    if p.plural or p.definite or t.lower[j - 1] not in ("and", ",") or j - 2 <= low:
        return None
    while j > low and p.left - j < _LONGEST_LIST and not (t.text[j - 1] == "," and j - 1 in book.by_end):
        word = t.text[j - 1]
        capital = t.pos[j - 1] in ("PROPN", "ADJ") and j - 1 not in book.at  # "a Wisconsin Democrat and | member of …"
        if word not in (",", "-") and not capital and not (word.islower() and t.pos[j - 1] in _OF_LISTS):
            return None
        j -= 1
    opens = j > low and t.text[j - 1] == "," and j - 1 in book.by_end and j < p.left
    return j if opens and (t.lower[j] in ARTICLES or t.pos[j] in ("NOUN", "ADJ")) else None


def past_adjectives(t: TokenTable, i: int, low: int) -> int:
    """First token of the noun phrase that ends before `i` in adjectives: "NAME, | clinical director of …"."""
    j = i
    while j > low and i - j < 4 and (t.tag[j - 1] in _ADJECTIVAL and t.text[j - 1].islower() or t.text[j - 1] == "-"):
        j -= 1
    if j < i and j > low and t.lower[j - 1] in (*ARTICLES, "its", "their"):
        j -= 1
    if t.text[j - 1] != "," and j > low:  # "NAME, the | Protestant unionist leader"
        k = i
        while k > low and i - k < 4 and t.pos[k - 1] in ("ADJ", "NOUN") and t.dep[k - 1] in ("amod", "compound"):
            k -= 1
        if low + 1 < k < i and t.lower[k - 1] in ARTICLES and t.text[k - 2] == ",":
            return k - 1
    return j


def past_parenthesis(t: TokenTable, i: int, high: int) -> int:
    """Token after "(R-Ky.)" or ", D-Calif.," at `i`, else `i`."""
    if i < high and t.text[i] in ("(", "["):
        for j in range(i + 1, min(i + 10, high)):
            if t.text[j] in (")", "]"):
                return j + 1
    elif i < high and t.text[i] == "," and is_party_state(t, i, high):
        for j in range(i + 2, min(i + 7, high)):
            if t.text[j] == ",":
                return j
    return i


def past_location(t: TokenTable, places: PlaceIndex, i: int) -> int:
    """Token after "in (eastern) PLACE" at `i`, else `i`: "a spokesman for US forces in Afghanistan, NAME"."""
    if i + 1 >= t.n or t.lower[i] not in ("in", "at", "near"):
        return i
    j = i + 1
    while j < min(i + 4, t.n - 1) and (t.lower[j] == "the" or t.pos[j] == "ADJ") and places.at(j) is None:
        j += 1
    place = places.at(j)
    return place.end if place is not None and place.first == j else i


def conjoined_before(t: TokenTable, places: PlaceIndex, h: Holding, following: Holding) -> None:
    """ "Deputy Prime Minister and Foreign Minister NAME", "Defense Minister General NAME": the first title is the
    second one's holder's as well."""
    p, q = h.phrase, following.phrase
    if (
        following.basis not in ("prenominal", "apposition", "possessive")
        or len(following.names) != 1
        or p.plural
        or q.plural
    ):
        return
    end = past_location(t, places, p.end)
    plain = ("official", "other", *_POSTED) if p.head.role in _POSTED else ("official", "other")
    gap = t.lower[end : q.first]
    if gap not in ([], ["and"], ["&"], ["and", "the"], [","]) and (
        t.lower[end : q.left] != [","] or p.head.role not in _POSTED
    ):
        return
    if q.countries and not p.countries and q.head.role not in plain:
        return
    if gap == ["and", "the"] and t.lower[p.left] == "the" and following.names[0][0].first > q.end:
        return  # "the ex-dictator and the head of the police, NAME"
    joined = gap in (["and"], ["&"])
    if frozenset({p.head.role, q.head.role}) in _APART or joined and _two_persons(t, p, q):
        return
    h.names, h.basis = list(following.names), following.basis
    if joined and p.end == p.head_end and not q.definite:
        p.body = p.body or q.body  # "vice president and manager of the bank"


def _two_persons(t: TokenTable, p: Phrase, q: Phrase) -> bool:
    """ "The President and Secretary NAME", "the Secretary and King NAME": a bare title stands for its own holder."""
    bare = p.first == p.head_first and p.end == p.head_end and not p.countries and p.body is None
    single = bare and p.head_end - p.head_first == 1 and t.lower[p.left] == "the"
    if not single or t.lower[q.left] == "the" or p.head.role == "business":
        return False
    if q.head.role == "business" and not (is_cap(t, p.head_first) and q.first == q.head_first and q.body is None):
        return False  # "the president and chairman of the firm, NAME", but "the President and Chairman NAME"
    return p.head.role in _STATE or p.head.head == "secretary" or q.head.role == "head_of_state"


def conjoined_after(t: TokenTable, previous: Holding, h: Holding) -> None:
    """ "NAME, president of the party and information secretary": the second title is the same person's."""
    p, q = previous.phrase, h.phrase
    if len(previous.names) != 1 or previous.basis not in ("apposition", "copular", "relative") or p.plural or q.plural:
        return
    # "NAME, chairman of the bank, director of the museum and …"
    listed = p.end < t.n and t.lower[p.end : q.left] == [","] and not q.definite and not h.names
    between = [w for w in t.lower[p.end : q.left] if w not in ARTICLES]
    if t.lower[q.end : q.end + 1] in (["'s"], ["’s"]):
        return  # "NAME, member, President's Advisory Board"
    if listed or between in (["and"], [",", "and"], ["and", "also"]):
        if previous.names[0][0].first > q.head_first:
            return
        h.names, h.basis, h.incumbency = list(previous.names), previous.basis, previous.incumbency
