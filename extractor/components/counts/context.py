"""What frames a count: nationality of those counted, and who gives the number."""

from __future__ import annotations

from extractor.components.counts.vocabulary import CountWords
from extractor.language.tokens import TokenTable
from extractor.linking.places import COUNTRY_KINDS, PlaceIndex, join_codes

_CLAUSAL = frozenset({"ccomp", "parataxis", "xcomp", "advcl", "conj", "acl", "acl:relcl", "root", "csubj"})
_AT = frozenset({"at", "to"})
_PER_CENT = frozenset({"per", "cent"})
_MAX_HOPS = 12
# Bounds that no sentence of news reaches keep the cost linear.
_WINDOW = 80
_MAX_SPEAKER = 12


def group_country(tokens: TokenTable, places: PlaceIndex, first: int, end: int, head: int | None) -> str | None:
    """Countries that name those counted: "17 Japanese nationals", "12 workers from South Korea"."""
    codes = [p.iso3 for p in places.within(first, end) if p.kind in COUNTRY_KINDS and p.iso3 != "UNO"]
    if head is not None and not codes and end + 1 < tokens.n and tokens.lower[end] in ("from", "of"):
        at = end + 2 if tokens.lower[end + 1] == "the" else end + 1
        place = places.at(at)
        if place is not None and place.first == at and place.kind in COUNTRY_KINDS:
            codes.append(place.iso3)
    return join_codes(codes)


def governing_verbs(tokens: TokenTable, node: int) -> list[int]:
    """Verbs above `node`, innermost first."""
    out: list[int] = []
    if tokens.pos[node] in ("VERB", "AUX"):
        out.append(node)
    for _ in range(_MAX_HOPS):
        parent = tokens.head[node]
        if parent == node:
            break
        node = parent
        if tokens.pos[node] in ("VERB", "AUX") or tokens.dep[node] in _CLAUSAL:
            out.append(node)
    return out


def attribution(tokens: TokenTable, node: int, verbs: list[int], words: CountWords) -> str | None:
    """Who gives the number, as in the text: the subject of the reporting verb, or the phrase after "according to"."""
    below = node
    for verb in verbs:
        if tokens.lower[verb + 1 : verb + 2] == ["responsibility"]:
            below = verb
            continue
        if tokens.lower[verb + 1 : verb + 2] == ["to"] and tokens.lemma[verb] in words.cues["believed_to"]:
            # "gunmen believed to be militants"
            below = verb
            continue
        if tokens.lemma[verb] in words.cues["reporting"] or _puts_at(tokens, verb, node):
            subject = tokens.child(verb, "nsubj")
            # The number's own clause ("the police arrested 12") is not its report: it must hang below that verb.
            direct = tokens.head[node] == verb and tokens.dep[node] == "obj"
            if direct and tokens.lemma[verb] in words.cues["alleged"]:
                break
            if subject is not None and tokens.lower[subject] in ("which", "who", "that"):
                # "the company which has said …": who speaks is the antecedent
                if tokens.dep[verb] != "acl:relcl" or tokens.pos[tokens.head[verb]] not in ("NOUN", "PROPN"):
                    continue
                return _phrase(tokens, tokens.head[verb])
            if subject is not None and _no_speaker(tokens, subject, verb, words):
                continue
            if (
                subject is not None
                and subject != below
                and not _under(tokens, node, subject)
                and (tokens.lemma[verb] == "put" or not _direct(tokens, node, verb))
            ):
                return _phrase(tokens, subject)
        below = verb
    first, end = tokens.sentence(node)
    first, end = max(first, node - _WINDOW), min(end, node + _WINDOW)
    for i in range(first, end - 2):
        if tokens.lower[i] == "according" and tokens.lower[i + 1] == "to":
            stop = i + 2
            while (
                stop < end
                and stop < i + 2 + _MAX_SPEAKER
                and tokens.tag[stop] not in (",", ".", ":", "VBD", "VBZ", "WDT", "WP")
                and tokens.lower[stop] not in words.cues["day_adverb"]
            ):
                stop += 1
            if stop > i + 2:
                return (
                    " ".join(
                        "".join(
                            t + (" " if s else "")
                            for t, s in zip(tokens.text[i + 2 : stop], tokens.space[i + 2 : stop], strict=True)
                        ).split()
                    )
                    or None
                )
    return None


def _no_speaker(tokens: TokenTable, subject: int, verb: int, words: CountWords) -> bool:
    """Whether the subject gives no number: a time, a share of those asked ("63 percent said"), who is addressed ("Dear
    Mr. Berg"), or what "claimed 21 lives".
    """
    word = tokens.lower[subject]
    if word in words.cues["time_noun"] or word in words.cues["percent"] or word in _PER_CENT:
        return True
    if tokens.pos[subject] not in ("NOUN", "PROPN", "PRON", "ADJ", "DET"):
        return True
    claimed = tokens.child(verb, "obj")
    if tokens.lemma[verb] == "claim" and claimed is not None and tokens.lemma[claimed] in ("life", "victim"):
        return True
    return "dear" in tokens.lower[max(0, subject - 4) : subject]


def _puts_at(tokens: TokenTable, verb: int, node: int) -> bool:
    """ "hospital officials put the toll at 15" """
    return tokens.lemma[verb] == "put" and verb < node < verb + 16 and not _AT.isdisjoint(tokens.lower[verb + 1 : node])


def _direct(tokens: TokenTable, node: int, verb: int) -> bool:
    """Whether the number is the reporting verb's own object ("reported 12 cases" gives the number all the same)."""
    return tokens.head[node] == verb and tokens.dep[node] in ("nsubj", "nsubj:pass", "obl")


def _under(tokens: TokenTable, node: int, top: int) -> bool:
    first, end = tokens.subtree(top)
    return first <= node < end


def _phrase(tokens: TokenTable, head: int) -> str | None:
    first, end = tokens.subtree(head)
    first = max(first, head - _MAX_SPEAKER)
    for i in range(head + 1, end):
        if tokens.lower[i] in (",", "who", "which", "that", "--", "(") or i - head > _MAX_SPEAKER:
            end = i
            break
    while first < head and tokens.tag[first] in (",", "``", "''", "IN", "CC", ":"):
        first += 1
    text = "".join(t + (" " if s else "") for t, s in zip(tokens.text[first:end], tokens.space[first:end], strict=True))
    return " ".join(text.split()) or None
