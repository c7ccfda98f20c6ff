"""Whether a meeting took place: from premodifiers, the verbs that govern it, modals, tense, negation and its date."""

from __future__ import annotations

from extractor.components.meetings.vocabulary import MeetingWords
from extractor.language.phrases import children_near, window
from extractor.language.tokens import TokenTable

_STRENGTH = {"refused": 6, "cancelled": 5, "proposed": 4, "possible": 3, "planned": 2, "ongoing": 1, "held": 0}
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "am"})


class StatusReader:
    """Reads the status of one meeting mention."""

    def __init__(self, tokens: TokenTable, words: MeetingWords) -> None:
        self.tokens, self.words = tokens, words

    def group(self, verb: int) -> tuple[list[int], bool]:
        """(auxiliaries and adverbs left of the verb, negated)."""
        tokens = self.tokens
        start = window(tokens, verb)[0]
        found: list[int] = []
        k = verb - 1
        while k >= start and (
            tokens.tag[k] in ("MD", "RB", "TO")
            or tokens.pos[k] == "AUX"
            or tokens.lower[k] in _BE
            or tokens.lower[k] in ("have", "has", "had", "'ve", "to", "not", "n't", "do", "did", "does")
        ):
            found.append(k)
            k -= 1
        # "Will the leaders meet" is a question; auxiliaries of the parse stand farther left.
        found.extend(
            c
            for c in children_near(tokens, verb)
            if tokens.dep[c] in ("aux", "aux:pass") and c < verb and c not in found
        )
        return found, any(tokens.lower[i] in _NEGATIONS for i in found)

    def of_noun(self, first: int, head: int, governors: list[int], role: str, preposition: str = "") -> str | None:
        """Status of a noun mention; None where the clause denies that there was a meeting."""
        words, tokens = self.words, self.tokens
        found: list[str] = []
        lower = tokens.lower
        if role == "oblique" and governors and preposition in self.particles(governors[0]):
            role = "object"  # the parser took the particle of "called off talks" for a preposition
        for i in range(first, head):
            status = words.cues["modifier"].get(lower[i])
            if status is not None:
                found.append(status)
        if head + 1 < tokens.n and lower[first - 1 : first] == ["no"] or lower[first] == "no":
            return None
        before = first - 1
        while before >= 0 and tokens.pos[before] in ("DET", "ADP", "PART"):
            before -= 1
        if (
            before >= 0
            and first - before <= 3
            and tokens.sent[before] == tokens.sent[head]
            and (noun := words.cues["noun"].get(lower[before]))
            and lower[first - 1] != "with"
        ):
            found.append(noun)
        if role == "oblique":
            if preposition in ("after", "following", "since"):
                return "held"
            if preposition in ("before", "until"):
                return "planned"
            pushed = (
                preposition == "for"
                and governors
                and words.cues["verb"].get(lower[governors[0]]) in ("proposed", "planned", "possible")
            )
            if not pushed:
                governors = governors[:1]
        outer = self.of_verbs(governors, "object" if role == "oblique" and preposition == "for" else role)
        if outer is None:
            return None if not found or "refused" not in found else "refused"
        if outer[1]:
            found.append(outer[0])
        if not found:
            return outer[0]
        return max(found, key=lambda s: _STRENGTH[s])

    def of_verbs(self, governors: list[int], role: str = "") -> tuple[str, bool] | None:
        """(status, whether a cue tells it) of the verbs from the nearest to the outermost; None where they are
        denied.
        """
        tokens, words = self.tokens, self.words
        found: list[str] = []
        tense = "held"
        for depth, verb in enumerate(governors):
            lower = tokens.lower[verb]
            group, negated = self.group(verb)
            cue = (
                self.particle(verb)
                or words.cues["verb"].get(lower)
                or (
                    words.cues["adjective"].get(lower)
                    if tokens.pos[verb] in ("ADJ", "ADV") or tokens.tag[verb] == "VBN"
                    else None
                )
            )
            if role == "oblique":
                # What is done at or during a meeting says nothing of whether it is held.
                cue = cue if lower in words.of("inviting") else None
            modal = next(
                (
                    words.cues["modal"][tokens.lower[i]]
                    for i in group
                    if tokens.tag[i] == "MD" and tokens.lower[i] in words.cues["modal"]
                ),
                None,
            )
            adverb = next(
                (words.cues["adverb"][tokens.lower[i]] for i in group if tokens.lower[i] in words.cues["adverb"]), None
            )
            if negated:
                if cue in ("cancelled", "refused"):
                    cue = None
                elif modal in ("planned", "possible"):
                    return "refused", True
                elif depth == 0 or cue in ("planned", "proposed", "possible", "held"):
                    return None
            if cue is not None and cue != "held":
                found.append(cue)
            if adverb:
                found.append(adverb)
            if modal is not None and not (modal == "possible" and tokens.lower[group[0]] == "could" and negated):
                found.append(modal)
            if tokens.pos[verb] in ("VERB", "AUX"):
                tense = self._tense(verb, group) if depth == 0 or tense == "infinitive" else tense
        if found:
            return max(found, key=lambda s: _STRENGTH[s]), True
        if tense == "infinitive":
            return ("held" if role == "oblique" else "planned"), False
        return tense, tense != "held"

    def particles(self, verb: int) -> list[str]:
        """The particles that this verb takes in the lexicon."""
        return [particle for particle, _ in self.words.particles.get(self.tokens.lower[verb], ())]

    def particle(self, verb: int) -> str | None:
        """Status told by verb and particle together ("called off"), or None."""
        for particle, status in self.words.particles.get(self.tokens.lower[verb], ()):
            if particle in self.tokens.lower[verb + 1 : verb + 4]:
                return status
        return None

    def _tense(self, verb: int, group: list[int]) -> str:
        tokens = self.tokens
        tag = tokens.tag[verb]
        words = {tokens.lower[i] for i in group}
        if tag in ("VBP", "VBZ"):
            return "ongoing"
        if tag == "VBG" and verb and tokens.lower[verb - 1] == "to":
            return "infinitive"
        if tag == "VBG" and words & {"is", "are", "'re", "'s", "'m", "am", "been"}:
            return "ongoing"
        if tag == "VB" and "to" in words:
            return "planned" if words & {"is", "are", "was", "were"} else "infinitive"
        return "held"
