"""Label schemes of English pipelines, mapped to one: the only place that knows CLEAR from UD and PER from PERSON.

Dependencies are Universal Dependencies v2 (English-EWT labels). CLEAR/ClearNLP labels (spaCy's en_core_web family) are
renamed here and re-headed in `clear_to_ud`. Names follow OntoNotes: PERSON, NORP, ORG, GPE, LOC, FAC.
"""

from __future__ import annotations

# Name labels of CoNLL-2003, OntoNotes, WikiNER and Worldwide Newswire → ours. Others (DATE, MISC …) are no such names.
ENTITY_LABELS = {
    "PERSON": "PERSON", "PER": "PERSON", "PEOPLE": "PERSON",
    "ORG": "ORG", "ORGANIZATION": "ORG",
    "GPE": "GPE", "LOC": "LOC", "LOCATION": "LOC", "FAC": "FAC", "FACILITY": "FAC",
    "NORP": "NORP", "MISC": "MISC", "EVENT": "EVENT", "PRODUCT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC",
}  # fmt: skip

# CLEAR label → UD label, where a plain renaming is right.
_CLEAR_RENAMED = {
    "ROOT": "root", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "dobj": "obj", "dative": "iobj",
    "auxpass": "aux:pass", "poss": "nmod:poss", "relcl": "acl:relcl", "prt": "compound:prt", "neg": "advmod",
    "npadvmod": "obl:unmarked", "predet": "det:predet", "preconj": "cc:preconj", "quantmod": "advmod",
    "acomp": "xcomp", "oprd": "xcomp", "attr": "xcomp", "meta": "dep", "intj": "discourse",
}  # fmt: skip

# Labels that only the one scheme has.
_CLEAR_ONLY = frozenset({"dobj", "nsubjpass", "pobj", "prep", "attr", "acomp", "auxpass", "poss", "relcl"})

_VERBAL = frozenset({"VERB", "AUX", "ADJ", "ADV"})

# Penn Treebank tag → universal part of speech, for pipelines that set no POS (UD English conversion table).
POS_OF_TAG = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "CD": "NUM", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
    "AFX": "ADJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "MD": "AUX",
    "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV", "IN": "ADP", "TO": "PART", "RP": "ADP", "POS": "PART",
    "DT": "DET", "PDT": "DET", "WDT": "DET", "PRP": "PRON", "PRP$": "PRON", "WP": "PRON", "WP$": "PRON", "EX": "PRON",
    "CC": "CCONJ", "UH": "INTJ", "FW": "X", "LS": "X", "XX": "X", "ADD": "X", "GW": "X", "SYM": "SYM", "$": "SYM",
    "#": "SYM", "NFP": "PUNCT", "HYPH": "PUNCT", ",": "PUNCT", ".": "PUNCT", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT",
    "-LRB-": "PUNCT", "-RRB-": "PUNCT", "_SP": "SPACE",
}  # fmt: skip


def is_clear(labels: set[str]) -> bool:
    """Whether these dependency labels are of the CLEAR scheme."""
    return bool(labels & _CLEAR_ONLY)


def clear_to_ud(dep: list[str], head: list[int], pos: list[str], lemma: list[str]) -> None:
    """Rewrite CLEAR labels and heads as UD ones, in place.

    Prepositions become `case` dependents of their object, which takes their place (`obl` under verbs and adjectives,
    `nmod` under nouns); a copula becomes a dependent of its predicate, which takes its place and its other dependents.
    """
    n = len(dep)
    for i in range(n):
        if dep[i] == "nmod":  # in CLEAR a modifier inside a name
            dep[i] = "compound"
    for i in range(n):
        if dep[i] == "pobj" and dep[head[i]] in ("prep", "agent", "dative"):
            prep = head[i]
            governor = head[prep]
            verbal = pos[governor] in _VERBAL
            dep[i] = "obl:agent" if dep[prep] == "agent" else ("obl" if verbal else "nmod")
            head[i], head[prep], dep[prep] = governor, i, "case"
    for i in range(n):
        if dep[i] in ("attr", "acomp") and lemma[head[i]] == "be":
            copula = head[i]
            dep[i], head[i] = dep[copula], (head[copula] if head[copula] != copula else i)
            for j in range(n):
                if head[j] == copula and j not in (i, copula):
                    head[j] = i
            dep[copula], head[copula] = "cop", i
    for i in range(n):
        dep[i] = _CLEAR_RENAMED.get(dep[i], dep[i])
        if dep[i] == "pobj":
            dep[i] = "obl"
        elif dep[i] == "prep":
            dep[i] = "case"
        elif dep[i] == "pcomp":
            dep[i] = "advcl"
