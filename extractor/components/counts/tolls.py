"""Numbers whose noun stands elsewhere in the clause: tolls, "the number of …", arrests that doubled to 40, votes."""

from __future__ import annotations

from extractor.components.counts.evidence import is_year
from extractor.components.counts.kinds import stated_kind
from extractor.components.counts.plurals import singular
from extractor.components.counts.quantity import Quantity
from extractor.components.counts.vocabulary import CountWords
from extractor.language.tokens import TokenTable

_IN_FAVOR = (("in", "favor"), ("in", "favour"))


def toll_of(tokens: TokenTable, quantity: Quantity, words: CountWords) -> tuple[str, str | None] | None:
    """(kind, unit) of a bare number that states a toll or a "number of refugees": "the toll rose to 120 from 98"."""
    found = _toll(tokens, quantity, words)
    return (stated_kind(found[0]), found[1]) if found is not None else None


def _toll(tokens: TokenTable, quantity: Quantity, words: CountWords) -> tuple[str, str | None] | None:
    first, limit = tokens.sentence(quantity.core)
    if is_year(tokens, quantity) or quantity.core_end < limit and tokens.tag[quantity.core_end] in ("NN", "NNP"):
        return None
    before = tokens.lower[quantity.first - 1] if quantity.first > first else ""
    if tuple(tokens.lower[quantity.end : quantity.end + 2]) in _IN_FAVOR:
        # "nine voted against, four in favor"
        return "votes", "vote"
    if before not in words.cues["toll_link"]:
        return None
    brought = _brought_to(tokens, quantity, words)
    if brought is not None:
        return brought
    for i in range(quantity.first - 1, max(first, quantity.first - 30) - 1, -1):
        word = tokens.lower[i]
        if word in words.cues["toll"]:
            return "dead", "person"
        if word == "population" and quantity.first - i < 12 and tokens.tag[i - 1] != "NN":
            return "people", "person"
        if word == "number" and tokens.lower[i + 1] in words.predicates["modifier"]:
            # "the total number infected in the country to 29"
            return words.predicates["modifier"][tokens.lower[i + 1]], "person"
        if word in words.cues["number_noun"] and tokens.lower[i + 1 : i + 2] == ["of"]:
            return _numbered(tokens, i + 2, quantity.first, words)
        if word == "total" and quantity.first - i == 2 and before == "to" and tokens.tag[i - 1] == "NN":
            # "brings his delegate total to 86"
            unit = tokens.lemma[i - 1]
            return (words.units[unit][0], unit) if unit in words.units else None
        if tokens.tag[i] == ";":
            break
    return _grown(tokens, quantity, words)


def _numbered(tokens: TokenTable, at: int, limit: int, words: CountWords) -> tuple[str, str | None] | None:
    """(kind, unit) of the plural noun after "the number of"."""
    for j in range(at, min(at + 5, limit)):
        if tokens.lower[j] in words.cues["befallen"] and tokens.tag[j + 1 : j + 2] in (["NNS"], ["NN"]):
            # "the number of injured police officers"
            unit = next(
                (singular(tokens, k, words) for k in range(j + 1, min(j + 4, limit)) if tokens.tag[k] == "NNS"),
                "person",
            )
            return words.predicates["modifier"].get(tokens.lower[j], "people"), unit
        if tokens.tag[j] == "NNS" or tokens.lower[j] == "people" or tokens.lower[j] in words.cues["befallen"]:
            unit = singular(tokens, j, words)
            own, person = words.units.get(unit, ("other", False))
            told = (
                words.predicates["object"].get(words.forms.get(tokens.lower[j + 1], "")) if j + 1 < tokens.n else None
            )
            befell = told if person and told is not None and tokens.tag[j + 1] in ("VBN", "VBD") else None
            kind = words.predicates["modifier"].get(tokens.lower[j]) or befell or own
            return kind, "person" if tokens.lower[j] in words.cues["befallen"] else unit
    return None


def _brought_to(tokens: TokenTable, quantity: Quantity, words: CountWords) -> tuple[str, str | None] | None:
    """ "This brings to 24 the number of soldiers held by rebels" """
    at = quantity.first - 1
    if tokens.lower[at] != "to" or at == 0 or tokens.lemma[at - 1] not in words.cues["bringing_verb"]:
        return None
    limit = tokens.sentence(quantity.core)[1]
    for i in range(quantity.end, min(quantity.end + 4, limit - 1)):
        if tokens.lower[i] in words.cues["number_noun"] and tokens.lower[i + 1] == "of":
            return _numbered(tokens, i + 2, limit, words)
        if tokens.lower[i] in words.cues["toll"]:
            return "dead", "person"
    return None


def _grown(tokens: TokenTable, quantity: Quantity, words: CountWords) -> tuple[str, str | None] | None:
    """ "Arrests doubled to 40", "refugees rose from 5,000 to 8,000": the plural that a verb of change says it of."""
    verb = tokens.head[quantity.core]
    if tokens.pos[verb] != "VERB" and tokens.dep[verb] in ("obl", "nmod", "obl:unmarked"):
        verb = tokens.head[verb]
    lemma = tokens.lemma[verb]
    changes = lemma in words.cues["change_verb"] and tokens.lower[quantity.first - 1] in ("to", "from")
    if tokens.pos[verb] != "VERB" or verb > quantity.first or not (changes or lemma in words.cues["reaching_verb"]):
        return None
    grown = tokens.child(verb, "obj")
    if grown is not None and verb < grown < quantity.first:
        # "members increase troop levels from 9,000": what grows is the object
        unit = tokens.lemma[grown - 1]
        kind = words.units.get(unit, ("other", False))[0]
        return (kind, unit) if tokens.lemma[grown] in words.cues["level_noun"] and kind != "other" else None
    subject = tokens.child(verb, "nsubj")
    if subject is None or tokens.tag[subject] != "NNS" or subject > verb:
        return None
    unit = singular(tokens, subject, words)
    kind = words.units.get(unit, ("other", False))[0]
    return (kind, unit) if kind != "other" else None
