"""Status of the claim that a count makes: asserted, alleged, possible, planned or negated."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.components.counts.vocabulary import CountWords
from extractor.language.closed_classes import VERB_NEGATIONS
from extractor.language.tokens import TokenTable

_MAX_HOPS = 12
# No clause of news has more dependents; a bound keeps the cost linear.
_MAX_CHILDREN = 40
_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
_GROUNDS = frozenset({"because", "following", "despite", "since", "over", "amid"})
_APART = frozenset({"while", "although", "though", "whereas", "as", "after", "when", "where", "because", "since"})


@dataclass(frozen=True, slots=True)
class Claim:
    """What the grammar knows of a count: its head token, its tokens [first, end), the quantity type.

    told: a predicate gives its kind. given: those counted are known ("the remaining 12", "three others").
    definite: "the 12", "those 12".
    """

    node: int
    first: int
    end: int
    type: str
    told: bool = False
    given: bool = False
    definite: bool = False


def modality(tokens: TokenTable, claim: Claim, words: CountWords) -> str:
    """One value of the vocabulary, from the nouns and verbs above the number, their auxiliaries and adverbs."""
    path = _path(tokens, claim.node)
    if not claim.definite and _is_alleged(tokens, claim, path, words):
        return "alleged"
    return (
        _by_clause(tokens, claim, path, words) or _next_modal(tokens, claim, words) or _by_adverb(tokens, claim, words)
    )


def _next_modal(tokens: TokenTable, claim: Claim, words: CountWords) -> str | None:
    """The modal right after the counted, where the parse makes no verb of what follows: "thousands would march"."""
    at = claim.end
    if (
        claim.given
        or claim.definite
        or at >= tokens.n
        or tokens.tag[at] != "MD"
        or tokens.pos[tokens.head[at]] in _VERBAL
        and tokens.head[at] != at
    ):
        return None
    word = tokens.lower[at]
    if word == "would":
        floor = tokens.sentence(at)[0]
        near = range(max(floor, at - 20), at)
        said = any(tokens.tag[i] == "VBD" and tokens.lemma[i] in words.cues["reporting"] for i in near)
        return "planned" if said else "possible"
    return "planned" if word in ("will", "'ll", "shall") else "possible" if word in words.cues["possible_aux"] else None


def _path(tokens: TokenTable, node: int) -> list[int]:
    out = [node]
    for _ in range(_MAX_HOPS):
        parent = tokens.head[node]
        if parent == node:
            break
        node = parent
        out.append(node)
    return out


def _is_alleged(tokens: TokenTable, claim: Claim, path: list[int], words: CountWords) -> bool:
    """Below a verb or noun of claiming: "claims that four came", "accused of killing 12", "reports that 12 died"."""
    cues = words.cues
    for below, above in zip(path[:-1], path[1:], strict=True):
        dep = tokens.dep[below]
        if tokens.pos[above] in _VERBAL:
            lemma = tokens.lemma[above]
            if lemma not in cues["alleged"] or dep in _SUBJECTS or dep == "conj":
                continue
            if not cues["claimed"].isdisjoint(tokens.lower[above + 1 : above + 4]):
                # who claims responsibility for a blast gives no figures, and a blast that claims lives says nothing
                continue
            direct = below == claim.node or claim.node in tokens.children[below] and tokens.dep[claim.node] == "nummod"
            # "accused 12 men", "claimed 12 lives": the object of the verb itself is no claim
            if not direct or lemma in ("suspect", "allege"):
                return True
        elif tokens.lemma[above] in cues["alleged_noun"] and tokens.pos[below] in _VERBAL:
            return True
    return False


def _by_clause(tokens: TokenTable, claim: Claim, path: list[int], words: CountWords) -> str | None:
    """planned, possible or negated by the clause; None where it says no such thing, or the counted exist anyway."""
    cues = words.cues
    counting = claim.type in ("count", "fraction")
    if claim.first and tokens.lower[claim.first - 1] == "from" and not counting:
        # "raise duties to 25% from 7.5%": the old figure stands
        return None
    first_verb = True
    nominal = 0
    for at, token in enumerate(path):
        below = path[at - 1] if at else None
        if tokens.pos[token] not in _VERBAL:
            lemma = tokens.lemma[token]
            if below is not None and lemma in cues["planned_noun"] and tokens.dep[below] in ("nmod", "acl"):
                return "planned"
            if below is not None and lemma in cues["possible_noun"] and tokens.pos[below] in _VERBAL:
                return "possible"
            if tokens.dep[token] in ("nmod", "nmod:poss"):
                nominal += 1
                governor = tokens.lemma[tokens.head[token]]
                inside = claim.first <= tokens.head[token] < claim.end
                if (
                    counting
                    and not claim.told
                    and not inside
                    and tokens.dep[token] == "nmod"
                    and governor not in cues["made_noun"]
                ):
                    # "seek the release of 31 workers", "a visit to eight countries": they are there without it
                    return None
            if nominal > 2 or at == 0 and counting and not claim.told and _is_adjunct(tokens, claim):
                return None
            continue
        if below is not None and tokens.dep[below] in ("obl", "advcl") and _is_ground(tokens, below):
            return None
        subject = below is not None and tokens.dep[below] in _SUBJECTS
        if (
            below is not None
            and not first_verb
            and tokens.dep[below] in ("advcl", "conj")
            and _is_finite(tokens, below)
        ):
            # "will save money, while Canada has estimated 30%": each clause has its own
            return None
        found = _of_verb(tokens, token, first_verb, claim, words)
        if found == "negated":
            # "several agencies have not resumed work": they are there
            return None if subject and not claim.told else found
        if found is not None and not ((claim.given or claim.definite and subject) and first_verb):
            return found
        first_verb = False
        if tokens.dep[token] in ("acl", "acl:relcl") and tokens.tag[token] in ("VBN", "VBD", "VBZ", "VBP"):
            # a participle or relative clause of its own tense: "bans placed on 37 men"
            return None
        if tokens.dep[token] in ("root", "parataxis") and at:
            break
    return None


def _is_finite(tokens: TokenTable, verb: int) -> bool:
    """Whether an adverbial clause has a subject and a tense of its own, under "while", "although" and the like."""
    near = tokens.children[verb][:_MAX_CHILDREN]
    marked = any(tokens.dep[c] in ("mark", "advmod") and tokens.lower[c] in _APART for c in near)
    first = tokens.subtree(verb)[0]
    marked = marked or not _APART.isdisjoint(tokens.lower[first : first + 2])
    return marked and any(tokens.dep[c] in _SUBJECTS for c in near)


def _is_ground(tokens: TokenTable, node: int) -> bool:
    """Whether the phrase gives the past ground of its clause: "will strike back because of the murder of 12"."""
    return any(
        tokens.lower[c] in _GROUNDS and tokens.dep[c] in ("case", "mark") for c in tokens.children[node][:_MAX_CHILDREN]
    )


def _is_adjunct(tokens: TokenTable, claim: Claim) -> bool:
    """Whether a preposition outside the span leads to the counted: "refused to 12 firms", not "hit up to 12"."""
    node = claim.node
    hops = 0
    while tokens.dep[node] in ("conj", "nummod") and hops < 4:
        node, hops = tokens.head[node], hops + 1
    case = tokens.child(node, "case")
    return tokens.dep[node] == "obl" and case is not None and case < claim.first


def _of_verb(tokens: TokenTable, verb: int, own: bool, claim: Claim, words: CountWords) -> str | None:
    cues, lower = words.cues, tokens.lower
    lemma = tokens.lemma[verb]
    forecast = lemma in cues["forecast_verb"]
    passive = False
    for child in tokens.children[verb][:_MAX_CHILDREN]:
        dep = tokens.dep[child]
        if dep not in ("aux", "aux:pass", "advmod", "mark"):
            continue
        word = lower[child]
        passive = passive or dep == "aux:pass"
        if own and word in VERB_NEGATIONS and dep == "advmod" and not claim.first <= child < claim.end:
            return "negated"
        if word == "would":
            return "planned" if _is_reported(tokens, verb, words) and not forecast else "possible"
        if word in ("will", "'ll", "shall"):
            return "possible" if forecast else "planned"
        if word in cues["possible_aux"] and tokens.tag[child] != "NNP":
            # not "May closed higher"
            return "possible"
        if word == "can" and any(tokens.dep[c] == "aux:pass" for c in tokens.children[verb][:_MAX_CHILDREN]):
            return "possible"
        if word in cues["alleged_word"]:
            return "alleged"
    # "are expected to need food", "is meant to be spent on food"
    onward = passive and tokens.child(verb, "xcomp") is not None
    if lemma in cues["expect"] and (onward or passive and not own):
        return "possible"
    if lemma in cues["predict"] and not own:
        return "possible"
    if lemma in cues["planned_word"] and lemma not in ("will", "shall") and (onward or not own):
        return "planned"
    return None


def _is_reported(tokens: TokenTable, verb: int, words: CountWords) -> bool:
    """Whether "would" is the future told in the past: "said it would add two generals"."""
    above = tokens.head[verb]
    reported = tokens.dep[verb] in ("ccomp", "conj", "parataxis") or above != verb and tokens.dep[verb] == "root"
    return reported and tokens.lemma[above] in words.cues["reporting"] and tokens.tag[above] in ("VBD", "VBN")


def _by_adverb(tokens: TokenTable, claim: Claim, words: CountWords) -> str:
    floor, limit = tokens.sentence(claim.node)
    if claim.type != "percent" and not (claim.given or claim.definite):
        for i in range(max(floor, claim.first - 7), claim.first - 1):
            if tokens.lower[i] in ("calls", "called", "calling") and tokens.lower[i + 1] == "for":
                # "the plan calls for Israel to free 500 prisoners"
                return "planned"
    for i in range(max(floor, claim.first - 3), claim.first):
        if tokens.lower[i] in words.cues["alleged_word"]:
            return "alleged"
    if floor < limit and tokens.lower[floor] in ("reportedly", "allegedly"):
        return "alleged"
    return "asserted"
