"""The verb group of a reporting verb and the head of its subject, by the parse and by word order."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.components.statements.quotes import Quote, QuoteIndex
from extractor.components.statements.speakers import Speaker, SpeakerReader
from extractor.components.statements.vocabulary import ReportingVerb, SpeechWords
from extractor.language.closed_classes import FINITE_TAGS
from extractor.language.phrases import is_calendar, window
from extractor.language.tokens import TokenTable

_AUXILIARIES = frozenset({
    "have", "has", "had", "having", "'ve", "'s", "'d", "be", "is", "are", "was", "were", "been", "being", "'re",
    "'m", "am", "do", "did", "does", "get", "got",
})  # fmt: skip
_NEGATIONS = frozenset({"not", "n't", "never", "n’t", "neither", "nor"})
# What an apposition or relative clause begins with; "speaking (on condition of …)".
_APPOSITION = frozenset({",", "(", "who", "-", "--", "–", "—", "which", "whose", "speaking"})
_NOUNLIKE = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(slots=True)
class Report:
    """A reporting clause.

    verb: its token. left: first token of the clause (speaker or auxiliary). after: first token behind verb and
    particle. contents: stretches of what was said as (first, end, is quotation), filled by `content`. inverted: speaker
    behind the verb.
    """

    verb: int
    entry: ReportingVerb
    speaker: Speaker
    left: int
    after: int
    rule: str
    inverted: bool = False
    shared: bool = False
    confidence: float = 0.9
    tail: tuple[int, int] | None = None
    contents: list[tuple[int, int, Quote | None]] = field(default_factory=list)


class SubjectReader:
    """Reads verb groups and subjects of reporting verbs."""

    def __init__(self, tokens: TokenTable, quotes: QuoteIndex, words: SpeechWords, speakers: SpeakerReader) -> None:
        self.tokens, self.quotes, self.words, self.speakers = tokens, quotes, words, speakers

    def _main_verb(self, i: int) -> bool:
        """Whether a participle is the only verb of its sentence that can be finite: then the tagger misread a past
        tense.
        """
        tokens = self.tokens
        first, end = window(tokens, i)
        if i + 1 < end and tokens.lower[i + 1] in ("by", ",", "."):
            return False
        return not any(tokens.tag[k] in FINITE_TAGS and k not in self.quotes.at for k in range(first, end))

    def _group(self, i: int, start: int) -> tuple[int, set[str], bool, bool]:
        """(first token of the verb group, auxiliaries, negated, modal) of the verb at `i`."""
        tokens = self.tokens
        left, aux, negated, modal = i, set[str](), False, False
        k = i - 1
        while k >= start:
            word, tag = tokens.lower[k], tokens.tag[k]
            if word in _NEGATIONS:
                negated = True
            elif tag == "MD" or (word == "to" and tokens.tag[i] == "VB"):
                modal = True
            elif word in _AUXILIARIES and tag[:1] == "V" or word in ("'s", "'d") and tag[:1] == "V":
                aux.add(word)
            elif not (tag in ("RB", "RBR") and not is_calendar(tokens, k)):
                break
            left = k
            k -= 1
        return left, aux, negated, modal

    def _conjunction(self, left: int, start: int) -> int:
        while left > start and self.tokens.lower[left - 1] in ("and", "but", ",", "then", "also", "or"):
            left -= 1
        return left

    def _apposition_only(self, first: int, end: int) -> bool:
        """Whether only an apposition, a relative clause or a bracket stands between speaker and verb."""
        if first >= end:
            return True
        word = self.tokens.lower[first]
        if word in _APPOSITION or word in self.words.cues.of("acquainted"):
            return True
        return end - first <= 8 and not any(t in ("VBD", "VBZ", "VBP") for t in self.tokens.tag[first:end])

    def _quote_between(self, head: int, left: int) -> bool:
        return any(k in self.quotes.by_closing for k in range(head, left))

    def _by_order(self, before: int, start: int) -> int | None:
        """Head of the noun phrase that ends right before the verb group, or that an apposition ending there
        explains.
        """
        tokens = self.tokens
        if before < start:
            return None
        if tokens.lower[before] == ",":
            for k in range(before - 1, max(start, before - 30), -1):
                if tokens.lower[k] == "," and tokens.pos[k - 1] in ("PROPN", "NOUN") and k > start:
                    return self._first_of_name(k - 1, start)
                if tokens.tag[k] in FINITE_TAGS or k in self.quotes.at:
                    return None
            return None
        if tokens.pos[before] not in _NOUNLIKE:
            return None
        first = before
        for k in range(before - 1, max(start - 1, before - 12), -1):
            if (
                tokens.lower[k] in (",", ";", ":", "that", "--", "-", "as", "but")
                or k in self.quotes.at
                or tokens.tag[k] in ("VBD", "VBZ", "MD")
            ):
                break
            first = k
        for k in range(first, before + 1):
            if (
                tokens.pos[k] in _NOUNLIKE
                and not is_calendar(tokens, k)
                and (k == before or tokens.pos[k + 1] not in ("NOUN", "PROPN", "PART"))
                and (k == first or tokens.pos[k - 1] != "ADP" or tokens.pos[first] != "ADP")
            ):
                return self._first_of_name(k, start)
        return None

    def _first_of_name(self, last: int, start: int) -> int:
        ent = self.speakers.entity_at.get(last)
        return max(ent[0], start) if ent is not None and ent[2] == "PERSON" else last
