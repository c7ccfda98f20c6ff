"""What the text says befell those counted: by modifiers, by the parse, and by word order where the parse fails."""

from __future__ import annotations

from collections.abc import Collection

from extractor.components.counts.kinds import FREED, LISTED, Kind
from extractor.components.counts.vocabulary import CountWords
from extractor.components.counts.wordorder import by_among, by_following_verb, by_modifier, by_preceding_verb
from extractor.language.tokens import TokenTable

# No clause of news has more dependents; a bound keeps the cost linear.
_MAX_CHILDREN = 40
_HARMED = frozenset({"dead", "injured"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})


def predicate_kind(
    tokens: TokenTable, first: int, head: int, end: int, words: CountWords, has_noun: bool = True
) -> Kind | None:
    """Kind by the verb or noun that governs the counted: tokens [first, end) with head word `head`."""
    found = (
        by_modifier(tokens, first if has_noun else end, end, words)
        or by_preceding_verb(tokens, first, words)
        or _by_parse(tokens, first, head, words)
        or by_following_verb(tokens, end, words)
        or by_among(tokens, first, words)
    )
    if found is None or found.verb is None:
        return found
    if found.kind == "returned" and _gives_back(tokens, found.verb):
        return None
    if found.kind == FREED:
        return Kind("returned", found.verb, found.basis) if _has_happened(tokens, found.verb) else None
    if found.kind in _HARMED and _harm_after_or(tokens, found.verb, words) in _HARMED - {found.kind}:
        return Kind("victims", found.verb, found.basis)
    return None if _is_one_of_two(tokens, found.verb, words) else found


def _harm_after_or(tokens: TokenTable, verb: int, words: CountWords) -> str | None:
    """ "were killed or wounded": either may be true of any of them."""
    if tokens.lower[verb + 1 : verb + 2] != ["or"] or verb + 2 >= tokens.n:
        return None
    return words.predicates["object"].get(words.forms.get(tokens.lower[verb + 2], ""))


def _gives_back(tokens: TokenTable, verb: int) -> bool:
    """ "five members returned positive results": who returns a thing has not come home."""
    following = tokens.tag[verb + 1] if verb + 1 < tokens.n else "."
    thing = following in ("JJ", "NN", "NNS", "DT", "PRP$", "CD") and tokens.lower[verb + 1] != "home"
    return tokens.lemma[verb] == "return" and tokens.tag[verb] in ("VBD", "VBP", "VBZ") and thing


def _has_happened(tokens: TokenTable, verb: int) -> bool:
    """Whether those counted are free: not "agreed to free", "refused to release", "will be freed"."""
    floor = tokens.sentence(verb)[0]
    past = tokens.tag[verb] in ("VBD", "VBN", "VBG", "VBZ") or tokens.lower[verb].endswith("ed")
    return past and not any(
        tokens.tag[i] in ("MD", "TO") or tokens.lower[i] in ("not", "n't", "never", "if", "unless")
        for i in range(max(floor, verb - 4), verb)
    )


def _is_one_of_two(tokens: TokenTable, verb: int, words: CountWords) -> bool:
    """ "have died or left office": either may be true of any of them."""
    at = verb + 1
    if at + 1 >= tokens.n or tokens.lower[at] != "or" or not tokens.tag[at + 1].startswith("V"):
        return False
    other = words.forms.get(tokens.lower[at + 1])
    return other not in words.predicates["subject"] and other not in words.predicates["object"]


def _by_parse(tokens: TokenTable, first: int, head: int, words: CountWords) -> Kind | None:
    node, hops = head, 0
    dep = tokens.dep
    if dep[node] == "nmod" and first <= tokens.head[node] < node:
        # "thousands of laborers": the number is the head
        node = tokens.head[node]
    while dep[node] in ("conj", "nummod", "appos", "compound") and hops < 4 and tokens.head[node] != node:
        if dep[node] == "conj" and tokens.pos[node] == "VERB":
            break
        node, hops = tokens.head[node], hops + 1
        if tokens.pos[node] in ("VERB", "AUX"):
            break
    for child in tokens.children[head][:_MAX_CHILDREN]:
        if dep[child] in ("acl:relcl", "acl") and tokens.pos[child] in ("VERB", "ADJ", "NOUN"):
            kind = _of_clause(tokens, child, words)
            if kind is None:
                # "recognized by Japan as having been abducted"
                inner = (
                    c for c in tokens.children[child][:_MAX_CHILDREN] if dep[c] in ("xcomp", "advcl", "ccomp", "obl")
                )
                kind = next((k for c in inner if tokens.pos[c] == "VERB" and (k := _of_clause(tokens, c, words))), None)
                kind = kind or _as_participle(tokens, child, words)
            if kind is not None:
                return Kind(kind, child, "relative")
    role, governor = dep[node], tokens.head[node]
    if governor == node:
        return None
    lemma = tokens.lemma[governor]
    if role in _SUBJECTS:
        passive = role == "nsubj:pass" or any(dep[c] == "aux:pass" for c in tokens.children[governor][:_MAX_CHILDREN])
        kind = words.predicates["object" if passive else "subject"].get(lemma)
        if kind is None and passive and tokens.child(governor, "obj") is None:
            kind = words.predicates["passive"].get(lemma)
        if (
            kind is None
            and passive
            and _has_word(tokens, governor, words.cues["captive"])
            and lemma in ("take", "hold")
        ):
            kind = "hostages"
        if kind is None:
            kind = _of_adjective(tokens, governor, words) or _raised(tokens, governor, words)
        if kind is None and _joins_protest(tokens, governor, words):
            kind = "protesters"
        return Kind(kind, governor, "predicate") if kind else None
    if role == "obj":
        kind = words.predicates["object"].get(lemma) or _listed_by(tokens, governor, head, words)
        if tokens.lemma[head] == "life" and lemma in words.predicates["life"]:
            kind = "dead"
        if kind is None and lemma in ("take", "hold") and _has_word(tokens, governor, words.cues["captive"]):
            kind = "hostages"
        if kind is None and lemma in words.cues["sent_off"] and _has_word(tokens, head, ("hospital", "hospitals")):
            # "sent two firefighters to the hospital"
            kind = "injured"
        if kind is None and lemma in words.cues["finding_verb"]:
            for child in tokens.children[governor][:_MAX_CHILDREN]:
                if dep[child] in ("xcomp", "advcl", "acl") and child > head:
                    kind = words.predicates["modifier"].get(tokens.lower[child])
                    break
        return Kind(kind, governor, "predicate") if kind else None
    if tokens.lower[first - 2 : first] in (["along", "with"], ["together", "with"]):
        return _accompanied(tokens, governor, words)
    if role in ("nmod", "obl", "nmod:poss"):
        case = next((tokens.lower[c] for c in tokens.children[node][:_MAX_CHILDREN] if dep[c] == "case"), "")
        if case in ("to", "by", "upon", "on") and (done := _done_to(tokens, node, governor, case, words)) is not None:
            return done
        if case in ("of", "'s", "to", "for", "among") or role == "nmod:poss":
            kind = words.predicates["of"].get(lemma) if case not in ("to", "for", "among") else None
            if kind is not None:
                return Kind(kind, governor, "of")
        if case in ("on", "against", "over", "upon", "for", "of"):
            kind = words.predicates["target"].get(lemma)
            if kind is None and dep[governor].startswith("acl"):
                # "travel bans placed on 37 officials"
                kind = words.predicates["target"].get(tokens.lemma[tokens.head[governor]])
            if kind is None and tokens.pos[governor] == "VERB":
                objects = [c for c in tokens.children[governor][:_MAX_CHILDREN] if dep[c] in ("obj", "nsubj:pass")]
                kind = next((k for c in objects if (k := words.predicates["target"].get(tokens.lemma[c]))), None)
            if kind is not None:
                return Kind(kind, governor, "predicate")
    return None


def _as_participle(tokens: TokenTable, verb: int, words: CountWords) -> str | None:
    """ "recognized by Japan as having been abducted": the participle after "as", whatever the parse hangs it on."""
    end = min(verb + 9, tokens.sentence(verb)[1])
    for i in range(verb + 1, end):
        if tokens.pos[i] == "PUNCT":
            return None
        if tokens.lower[i] == "as":
            at = i + 1
            while at < end and tokens.lower[at] in ("having", "been", "being"):
                at += 1
            if at < end and tokens.tag[at] == "VBN":
                return words.predicates["object"].get(tokens.lemma[at])
            return None
    return None


def _of_clause(tokens: TokenTable, verb: int, words: CountWords) -> str | None:
    lemma, tag = tokens.lemma[verb], tokens.tag[verb]
    passive = any(tokens.dep[c] == "aux:pass" for c in tokens.children[verb][:_MAX_CHILDREN]) or tag == "VBN"
    if passive:
        held = None if tokens.child(verb, "obj") is not None else words.predicates["passive"].get(lemma)
        return (
            words.predicates["object"].get(lemma)
            or words.predicates["life"].get(lemma)
            or held
            or words.predicates["modifier"].get(tokens.lower[verb])
        )
    # "abductees whom the North abducted" has its own subject: those counted are the object
    own_subject = any(
        tokens.dep[c] == "nsubj" and tokens.lower[c] not in ("who", "which", "that")
        for c in tokens.children[verb][:_MAX_CHILDREN]
    )
    if own_subject:
        return words.predicates["object"].get(lemma)
    return words.predicates["subject"].get(lemma) or words.predicates["modifier"].get(tokens.lower[verb])


def _of_adjective(tokens: TokenTable, i: int, words: CountWords) -> str | None:
    return words.predicates["modifier"].get(tokens.lower[i]) if tokens.tag[i] in ("JJ", "VBN") else None


def _raised(tokens: TokenTable, verb: int, words: CountWords) -> str | None:
    """ "are known to have died", "were reported to have been kidnapped": the verb that the report hangs on."""
    for child in tokens.children[verb][:_MAX_CHILDREN]:
        if tokens.dep[child] not in ("xcomp", "ccomp") or child < verb:
            continue
        passive = any(tokens.dep[c] == "aux:pass" for c in tokens.children[child][:_MAX_CHILDREN])
        kind = words.predicates["object" if passive else "subject"].get(tokens.lemma[child])
        if kind is None and tokens.tag[child] in ("JJ", "VBN") and tokens.tag[verb] in ("VBN", "VBD"):
            kind = words.predicates["modifier"].get(tokens.lower[child])
        # What somebody wants or tries has not befallen him.
        return kind if tokens.lemma[verb] in words.cues["raising"] else None
    return None


def _joins_protest(tokens: TokenTable, verb: int, words: CountWords) -> bool:
    """ "3,000 people took part in the protests", "joined a march" """
    return tokens.lemma[verb] in words.cues["joining"] and not words.cues["protest_noun"].isdisjoint(
        tokens.lower[verb + 1 : min(verb + 8, tokens.sentence(verb)[1])]
    )


def _accompanied(tokens: TokenTable, governor: int, words: CountWords) -> Kind | None:
    """ "was killed along with three others", "murdered a bishop, together with seven priests": one fate for all."""
    while tokens.dep[governor] in ("nmod", "conj", "appos") and tokens.head[governor] != governor:
        governor = tokens.head[governor]
    role, verb = tokens.dep[governor], governor
    if tokens.pos[governor] in ("NOUN", "PROPN", "PRON"):
        verb = tokens.head[governor]
    near = tokens.children[verb][:_MAX_CHILDREN]
    undergone = role in ("obj", "nsubj:pass") or any(tokens.dep[c] in ("obj", "aux:pass") for c in near)
    kind = words.predicates["object" if undergone else "subject"].get(tokens.lemma[verb])
    return Kind(kind, verb, "predicate") if kind else None


def _done_to(tokens: TokenTable, node: int, governor: int, case: str, words: CountWords) -> Kind | None:
    """ "injuries to 12 people", "a protest by 200 farmers": the noun of what was done, by or to those counted."""
    nouns = [governor] if tokens.pos[governor] == "NOUN" else []
    if not nouns and tokens.dep[node] == "obl":
        nouns = [c for c in tokens.children[governor][:_MAX_CHILDREN] if tokens.dep[c] == "obj" and c < node]
    for noun in nouns:
        lemma = tokens.lemma[noun]
        if case == "by" and lemma in words.cues["protest_noun"]:
            return Kind("protesters", noun, "predicate")
        if case != "by" and words.predicates["of"].get(lemma) == "injured":
            return Kind("injured", noun, "predicate")
    return None


def _has_word(tokens: TokenTable, verb: int, wanted: Collection[str]) -> bool:
    return any(tokens.lower[i] in wanted for i in range(verb, min(verb + 12, tokens.sentence(verb)[1])))


def _listed_by(tokens: TokenTable, verb: int, head: int, words: CountWords) -> str | None:
    """ "barred 11 officials from entry", "will add two generals to its sanctions list" """
    lemma, lower = tokens.lemma[verb], tokens.lower
    barring, listing = lemma in words.cues["barring_verb"], lemma in words.cues["listing_verb"]
    if not barring and not listing and lemma not in words.cues["adding_verb"]:
        return None
    # an enumeration of names with ranks ("Maj. Gen. …") may look like several sentences
    limit = next((i for i in range(head, min(tokens.n, head + 25)) if tokens.tag[i] == "."), min(tokens.n, head + 25))
    if barring:
        for i in range(head + 1, min(limit, head + 8)):
            if lower[i] == "from":
                return LISTED if not words.cues["entry"].isdisjoint(lower[i + 1 : i + 5]) else None
        return None
    if listing:
        first = tokens.sents[max(tokens.sent[verb] - 2, 0)][0]
        near = lower[max(first, verb - 120) : limit]
        return LISTED if not words.cues["listing_topic"].isdisjoint(near) or "barred" in near else None
    for i in range(head + 1, limit):
        if lower[i] == "blacklist" or lower[i] in ("list", "lists") and lower[i - 1] in words.cues["before_list"]:
            return LISTED
    return None
