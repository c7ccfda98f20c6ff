"""What befell those counted, told by the words right beside the number: where the parse fails, word order tells."""

from __future__ import annotations

from extractor.components.counts.kinds import AFFECTED, LISTED, Kind
from extractor.components.counts.vocabulary import CountWords
from extractor.language.tokens import TokenTable

_APPOSITION = {",": ",", "-": "-", "--": "--", "–": "–", "—": "—", "(": ")"}
_INCLUDES = frozenset({"were", "was", "are", "is", "included", "include", "includes"})
_NOMINAL = frozenset({"CC", "IN", "DT", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "HYPH", "PRP$", "POS", "VBP", "RB"})
_CLAUSE_WORDS = frozenset({"after", "as", "when", "while", "because", "before", "that", "if", "but", "since"})


def by_modifier(tokens: TokenTable, first: int, end: int, words: CountWords) -> Kind | None:
    modifiers = words.predicates["modifier"]
    for i in range(first, end):
        kind = modifiers.get(tokens.lower[i])
        if kind is not None and tokens.tag[i] in ("JJ", "VBN", "VBG", "VBD", "NN", "RB"):
            return Kind(kind, i, "modifier")
    # "50 injured", "17 dead", "12 are missing"
    limit = tokens.sentence(end - 1)[1]
    at = end
    at = _past_apposition(tokens, end, limit, words)
    while at < limit and at < end + 14 and tokens.lower[at] in words.cues["between"]:
        at += 1
    if at < limit and tokens.lower[at] == "as":
        return _by_as(tokens, at, limit, words)
    phrase = words.phrases.match_at(tokens.lower, at) if at < limit else None
    if phrase is not None:
        # "20 in custody", "were taken to hospital"
        return Kind(phrase[1], at, "predicate")
    if at < limit and (
        at == end
        or tokens.lower[at - 1] in words.cues["linking"]
        or tokens.lower[at - 1] in ("still", "also", "now", "already")
    ):
        kind = modifiers.get(tokens.lower[at])
        if kind is not None and (not tokens.tag[at].startswith("N") or tokens.lower[at].endswith("ed")):
            following = tokens.tag[at + 1] if at + 1 < limit else ""
            if not following.startswith("N") or at > end:
                return Kind(kind, at, "predicate" if at > end else "modifier")
    return None


def _past_apposition(tokens: TokenTable, end: int, limit: int, words: CountWords) -> int:
    """The token after "61 people, mostly refugees," where a verb goes on; else `end`."""
    closing = _APPOSITION.get(tokens.lower[end]) if end < limit else None
    if closing is not None:
        for at in range(end + 1, min(end + 14, limit - 1)):
            if (
                tokens.lower[at] == closing
                and tokens.tag[at + 1] in ("VBP", "VBD", "VBZ", "VB")
                and (tokens.lower[at + 1] in words.cues["between"])
            ):
                return at + 1
    return end


def _by_as(tokens: TokenTable, at: int, limit: int, words: CountWords) -> Kind | None:
    """ "lists 17 nationals as abduction victims", "took five workers as hostages" """
    for i in range(at + 1, min(at + 6, limit)):
        if tokens.tag[i] in ("NNS", "NN", "VBN"):
            of = words.predicates["of"].get(tokens.lemma[i])
            if of is not None:
                return Kind(of, i, "predicate")
            found = words.units.get(tokens.lemma[i])
            if tokens.tag[i] == "NNS":
                return (
                    Kind(found[0], i, "predicate")
                    if found and found[0] in ("victims", "hostages", "detained", "missing")
                    else None
                )
        elif tokens.tag[i] not in ("JJ", "DT", "HYPH"):
            return None
    return None


def by_following_verb(tokens: TokenTable, end: int, words: CountWords) -> Kind | None:
    """Word order, where the parse does not tell: "… were killed", "… have died" within the clause."""
    limit = min(tokens.sentence(end - 1)[1], end + 9)
    at = _past_apposition(tokens, end, tokens.sentence(end - 1)[1], words)
    if at > end:
        limit = min(tokens.sentence(end - 1)[1], at + 6)
    elif at + 1 < limit and tokens.lower[at] == "," and tokens.lower[at + 1] in ("who", "which"):
        at += 2
    elif at < limit and tokens.lower[at] in ("who", "that", "which"):
        at += 1
    joined = _joined_participle(tokens, end, words)
    if joined is not None:
        return joined
    passive = False
    while at < limit and (tokens.lower[at] in words.cues["between"] or at > end and tokens.tag[at] == "RB"):
        passive = passive or tokens.lower[at] in words.cues["linking"]
        at += 1
    if at + 1 < limit and at == end and tokens.lower[at] == "to" and tokens.tag[at + 1] == "VB":
        # "forced 30,000 people to evacuate"
        kind = words.predicates["subject"].get(tokens.lemma[at + 1])
        return Kind(kind, at + 1, "predicate") if kind in ("displaced", "returned") else None
    if at + 1 < limit and tokens.lower[at] in words.cues["forced"] and tokens.lower[at + 1] == "to":
        # "thousands were forced to flee"
        kind = words.predicates["subject"].get(words.forms.get(tokens.lower[at + 2], "")) if at + 2 < limit else None
        return Kind(kind, at + 2, "predicate") if kind in ("displaced", "returned") else None
    if at == end:
        at, passive = _late_verb(tokens, end, words)
        limit = tokens.sentence(end - 1)[1]
    modal = end < at < limit and tokens.lower[at - 1] in words.cues["modal"]
    if at < limit and (tokens.tag[at] in ("VBD", "VBN", "VBP", "VBZ", "VBG", "JJ") or passive or modal):
        lemma = words.forms.get(tokens.lower[at], tokens.lemma[at])
        kind = words.predicates["subject"].get(lemma) if not passive else None
        if kind is None and (passive or tokens.tag[at] == "VBN"):
            kind = words.predicates["object"].get(lemma)
            if kind is None and _stands_alone(tokens, at):
                kind = words.predicates["passive"].get(lemma)
            if kind is None and passive and tokens.lower[end - 1] == "lives" and lemma in words.predicates["life"]:
                kind = "dead"
        if kind is not None:
            return Kind(kind, at, "predicate")
    return None


def _joined_participle(tokens: TokenTable, end: int, words: CountWords) -> Kind | None:
    """ "saw 120 soldiers and a senior general killed": a participle past one more of those it is told of."""
    stop = min(tokens.sentence(end - 1)[1], end + 8)
    if end + 2 >= stop or tokens.lower[end] != "and" or tokens.lower[end + 1] not in ("a", "an", "one"):
        return None
    at = end + 2
    while at < stop and tokens.tag[at] in ("JJ", "NN", "NNP"):
        at += 1
    closed = at + 1 >= tokens.n or tokens.tag[at + 1] in (".", ",", "IN", ":", "CC")
    if at >= stop or at == end + 2 or tokens.tag[at] not in ("VBN", "VBD") or not closed:
        return None
    kind = words.predicates["object"].get(words.forms.get(tokens.lower[at], ""))
    return Kind(kind, at, "predicate") if kind else None


def _late_verb(tokens: TokenTable, end: int, words: CountWords) -> tuple[int, bool]:
    """(token, passive) of the verb past nouns and prepositions: "12 rebels and two men in the north were killed"."""
    stop = min(tokens.sentence(end - 1)[1], end + 14)
    if end < stop and tokens.tag[end] not in ("CC", "IN", ","):
        return end, False
    for at in range(end, stop):
        word, tag = tokens.lower[at], tokens.tag[at]
        if word in ("was", "were", "been", "are", "continue"):
            while at < stop and tokens.lower[at] in words.cues["between"]:
                at += 1
            return at, True
        if tag in ("VBD", "VBN", "VBP") and words.forms.get(word) in words.predicates["subject"]:
            return at, False
        if tag == "," and at + 1 < stop and tokens.tag[at + 1] in ("NN", "NNS", "JJ"):
            continue
        if (
            word in words.cues["reduced"]
            or tag == "VBN"
            and tokens.tag[at + 1 : at + 2] in (["DT"], ["IN"], ["NNP"], ["TO"])
        ):
            # "three members of the gang called the Owls were arrested"
            continue
        if tag not in _NOMINAL or word in _CLAUSE_WORDS or tag == "VBP" and word != "have":
            return end, False
    return end, False


def by_preceding_verb(tokens: TokenTable, first: int, words: CountWords) -> Kind | None:
    """ "killing 12", "wounded at least two", "the deaths of 18" """
    floor = tokens.sentence(first)[0]
    at = first - 1
    if at >= floor and tokens.lower[at] in ("the", "another", "a"):
        at -= 1
    if at < floor:
        return None
    if tokens.lower[at] == "of" and at > floor:
        kind = words.predicates["of"].get(tokens.lemma[at - 1])
        if tokens.lower[at - 1] == "lives" and any(
            tokens.lemma[i] in words.predicates["life"] for i in range(max(floor, at - 4), at - 1)
        ):
            # "claimed the lives of five of his guards"
            return Kind("dead", at - 1, "predicate")
        if (
            kind is None
            and tokens.lemma[at - 1] in words.cues["asset_noun"]
            and not words.cues["frozen"].isdisjoint(tokens.lower[max(floor, at - 7) : at])
        ):
            kind = LISTED
        return Kind(kind, at - 1, "of") if kind else None
    if at > floor and tokens.lower[at] == "dead" and tokens.lower[at - 1] in words.cues["before_dead"]:
        # "militants shot dead three women"
        return Kind("dead", at - 1, "predicate")
    lemma = words.forms.get(tokens.lower[at])
    if lemma is None:
        return None
    passive = at > floor and tokens.lower[at - 1] in ("were", "was", "been", "being", "be", "are", "is")
    # "the killing 12", "arrested and killed": a determiner or a noun's place tells a noun from a verb
    nominal = tokens.tag[at] in ("NN", "NNS") and at > floor and tokens.tag[at - 1] in ("DT", "JJ", "PRP$")
    kind = None if passive or nominal else words.predicates["object"].get(lemma)
    if kind is not None and at > floor + 1 and tokens.lower[at - 1] == "or":
        other = words.predicates["object"].get(words.forms.get(tokens.lower[at - 2], ""))
        # "killed or wounded 2,600 men": either may be true of any of them
        kind = AFFECTED if other not in (None, kind) else kind
    return Kind(kind, at, "predicate") if kind else None


def _stands_alone(tokens: TokenTable, verb: int) -> bool:
    """Whether no object follows: "31 workers held since July", and not "workers held a strike"."""
    following = tokens.tag[verb + 1] if verb + 1 < tokens.n else "."
    return following in ("IN", "TO", ",", ".", "RB", "CC", ":", "VBG", "RP")


def by_among(tokens: TokenTable, first: int, words: CountWords) -> Kind | None:
    """ "Among the dead were 14 soldiers and four guards", "those killed included 12 children" """
    floor = tokens.sentence(first)[0]
    for at in range(first - 1, max(floor + 1, first - 30), -1):
        if tokens.lower[at] in _INCLUDES:
            kind = words.predicates["modifier"].get(tokens.lower[at - 1])
            opener = tokens.lower[at - 2] if at > floor + 1 else ""
            return (
                Kind(kind, at - 1, "predicate") if kind is not None and opener in ("the", "those", "people") else None
            )
        if tokens.tag[at] in ("VBD", "VBZ", "VBP", "MD", ";", ":"):
            return None
    return None
