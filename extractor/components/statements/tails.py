"""What stands between the reporting verb and the words reported: adverbs, days, places, listeners."""

from __future__ import annotations

from extractor.components.statements.quotes import QuoteIndex
from extractor.components.statements.subjects import Report
from extractor.components.statements.vocabulary import SpeechWords
from extractor.language.closed_classes import FINITE_TAGS
from extractor.language.phrases import is_calendar, right_edge
from extractor.language.tokens import TokenTable

TAIL_PREPOSITIONS = frozenset({
    "on", "in", "at", "to", "during", "through", "by", "from", "after", "before", "late", "early", "via",
    "following", "ahead", "under", "over", "for", "with", "about", "when", "while", "as", "amid", "despite",
})  # fmt: skip
_PRONOUN_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i", "you", "there", "this", "these", "those"})


class TailReader:
    """Borders around a reporting clause: where its tail ends, and whether a clause begins there."""

    def __init__(self, tokens: TokenTable, quotes: QuoteIndex, words: SpeechWords, date_ends: dict[int, int]) -> None:
        self.tokens, self.quotes, self.date_ends = tokens, quotes, date_ends
        self.parts_of_day = words.cues.of("part_of_day")

    def _skip_tail(self, report: Report, at: int, end: int) -> int:
        """Behind the verb: adverbs, days, places, listeners ("told reporters in Geneva on Friday")."""
        tokens = self.tokens
        listener = bool(report.entry.frames & {"np_clause"}) and not report.inverted
        if report.inverted and at < end and tokens.lower[at] == ",":
            closing = self._apposition_end(at, end)
            if closing is not None:
                at = closing
        moved = True
        while moved and at < end:
            moved = False
            if at in self.date_ends:
                at, moved = self.date_ends[at], True
            elif (
                is_calendar(tokens, at)
                or (tokens.tag[at] in ("RB", "RBR") and tokens.lower[at] not in ("not", "n't", "so", "no", "there"))
                or tokens.lower[at] in self.parts_of_day
                and (is_calendar(tokens, at - 1))
            ):
                at, moved = at + 1, True
            elif (
                listener
                and tokens.pos[at] in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM")
                and tokens.lower[at] not in ("that", *_PRONOUN_SUBJECTS)
            ):
                at, moved, listener = right_edge(tokens, self._noun_at(at, end), end), True, False
                at = self._past_apposition(at, end)
            elif tokens.lower[at] in TAIL_PREPOSITIONS and self._tail_phrase(report, at, end) is not None:
                at, moved = self._tail_phrase(report, at, end) or at, True
        return at

    def _past_apposition(self, at: int, end: int) -> int:
        """`told Li Gun, director of the bureau, that …`: the token of "that" behind the listener's apposition."""
        tokens = self.tokens
        if at < end and tokens.lower[at] == ",":
            for k in range(at + 1, min(end - 1, at + 30)):
                if tokens.tag[k] in FINITE_TAGS or k in self.quotes.at:
                    break
                if tokens.lower[k] == "," and tokens.lower[k + 1] == "that":
                    return k + 1
        return at

    def _noun_at(self, at: int, end: int) -> int:
        tokens = self.tokens
        while (
            at + 1 < end
            and tokens.pos[at] in ("DET", "ADJ", "NUM")
            and tokens.pos[at + 1] in ("NOUN", "PROPN", "ADJ", "NUM")
        ):
            at += 1
        return at

    def _tail_phrase(self, report: Report, at: int, end: int) -> int | None:
        """End of a prepositional phrase of the reporting clause that starts at `at`; None where it is none."""
        tokens = self.tokens
        if tokens.lower[at] in report.entry.prepositions and report.entry.frames & {"prep", "np_prep"}:
            return None
        if tokens.lower[at] == "to" and tokens.tag[at + 1 : at + 2] in (["VB"], ["RB"]):
            return None
        k = at + 1
        while k < end and tokens.pos[k] in ("DET", "ADJ", "NUM", "PRON", "ADV") and k < at + 5:
            k += 1
        if k >= end or tokens.pos[k] not in ("NOUN", "PROPN") or tokens.tag[k] in ("VBG",):
            return None
        if k in self.date_ends:
            return self.date_ends[k]
        stop = right_edge(tokens, k, end, frozenset({"of", "for", "with", "to", "on"}))
        while stop < end and is_calendar(tokens, stop):
            stop += 1
        return stop if stop > at + 1 else None

    def _apposition_end(self, comma: int, end: int) -> int | None:
        """Token behind the apposition or relative clause that follows an inverted speaker; None at the end of the
        sentence.
        """
        tokens = self.tokens
        if comma + 1 in self.quotes.by_opening or comma + 1 >= end or tokens.tag[comma + 1] == "VBG":
            return None
        for k in range(comma + 1, min(end, comma + 40)):
            if k in self.quotes.by_opening:
                return k
            if k == end - 1:
                return k
        return None

    def _close(self, first: int, end: int) -> int:
        """End of words that run to the end of the sentence; an open quotation takes its last word along."""
        for k in range(end - 1, first - 1, -1):
            quote = self.quotes.at.get(k)
            if quote is not None and quote.opening >= first and quote.closing >= end and not quote.open_ended:
                return quote.closing + 1
            if quote is None:
                break
        return end

    def _has_clause(self, at: int, end: int, report: Report) -> bool:
        """Whether a clause with a subject and a finite verb starts at `at`."""
        tokens = self.tokens
        if (
            at >= end
            or tokens.pos[at]
            not in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADV", "SCONJ", "ADP", "VERB", "SYM")
            and tokens.tag[at] not in ("PRP$", "EX", "VBG")
            and tokens.lower[at] != "there"
        ):
            return False
        subject = False
        for k in range(at, min(end, at + 40)):
            if tokens.tag[k] in FINITE_TAGS and k not in self.quotes.at:
                return subject
            if (
                tokens.lower[k]
                in ("who", "which", "that", "where", "as", "when", "because", "after", "while", ":", ";")
                and k > at
            ):
                return False
            if tokens.pos[k] in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET") or tokens.lower[k] == "there":
                subject = True
        return False
