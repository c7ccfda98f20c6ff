"""What was said: the stretch before or behind the reporting clause, its quotations, and the infinitive or noun
phrase it may be.
"""

from __future__ import annotations

from extractor.components.statements.quotes import Quote
from extractor.components.statements.subjects import Report
from extractor.components.statements.tails import TAIL_PREPOSITIONS, TailReader
from extractor.language.closed_classes import FINITE_TAGS
from extractor.language.phrases import is_calendar, window

_QUESTION = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who"})


class ContentReader(TailReader):
    """Sets the contents of each report of one document."""

    def read(self, report: Report) -> None:
        """Fill `report.contents` and `report.tail`; leave them empty where nothing reported can be made out."""
        if report.contents:
            return
        if report.rule == "according-to":
            self._according(report)
            return
        tokens = self.tokens
        start, end = window(tokens, report.verb)
        frames = report.entry.frames
        at = self._skip_tail(report, report.after, end)
        report.tail = (report.after, at)
        before = self._before(report, start) if "clause" in frames and not report.shared else None
        word = tokens.lower[at] if at < end else ""
        if before is not None and before[2] is not None and not self._ended(before[2], report, word):
            report.contents.append(before)
            self._second_half(report, at, end)
            return
        if word == ":" or (word == "," and at + 1 in self.quotes.by_opening) or at in self.quotes.by_opening:
            opening = at if at in self.quotes.by_opening else at + 1
            if "clause" in frames or "np_quote" in frames or frames & {"np"}:
                self._opened(report, opening, end, colon=word == ":")
            return
        if "clause" in frames:
            if word == "that" and at + 1 < tokens.n and tokens.tag[at] != "DT":
                report.contents.append((at + 1, self._close(at + 1, end), None))
                return
            if before is not None and (
                word in ("", ".", ",", ";", "?", "!", "-", "--", "–", "—", "and", "but", "who", "whose")
                or word in TAIL_PREPOSITIONS
                or at >= end
            ):
                report.contents.append(before)
                if word == ",":
                    self._medial(report, before, at, end)
                return
            if word in _QUESTION and report.entry.act == "ask":
                report.contents.append((at, self._close(at, end), None))
                return
        if "np_clause" in frames and self._addressed(report, at, end):
            return
        if self._infinitive(report, at, end) or self._preposition(report, at, end):
            return
        if "clause" in frames and at < end and self._has_clause(at, end, report):
            report.contents.append((at, self._close(at, end), None))
            report.confidence -= 0.05
            return
        if before is not None and "np" not in frames:
            report.contents.append(before)
            return
        dated = report.after in self.date_ends or report.after < end and is_calendar(tokens, report.after)
        self._object(report, at if dated else report.after, end)

    def _ended(self, quote: Quote, report: Report, word: str) -> bool:
        """Whether the quotation ends its sentence, and the reporting verb of the next has a complement of its own."""
        stopped = self.tokens.text[quote.closing - 1] == "."
        return stopped and not report.inverted and word not in ("", ".", ",", ";", ":")

    def _before(self, report: Report, start: int) -> tuple[int, int, Quote | None] | None:
        """The words ahead of a trailing or inserted reporting clause."""
        tokens = self.tokens
        at = report.left - 1
        if at < 0:
            return None
        quote = self.quotes.by_closing.get(at)
        if quote is None and at > 0 and tokens.lower[at] == ",":
            quote = self.quotes.by_closing.get(at - 1)
        if quote is not None:
            first = window(tokens, quote.opening)[0]
            lead = [
                k
                for k in range(max(first, self._floor(quote)), quote.first)
                if tokens.pos[k] not in ("PUNCT", "CCONJ", "SPACE")
            ]
            if (
                len(lead) > 2
                and tokens.lower[quote.first - 1] not in (",", ":")
                and not self._other_report(first, quote.opening)
            ):
                return (first, at if tokens.lower[at] != "," else at, None)
            return (quote.opening + 1, quote.closing, quote)
        if at < start or tokens.lower[at] not in (",", "-", "--", "–", "—"):
            return None
        words = [k for k in range(start, at) if tokens.pos[k] not in ("PUNCT", "SPACE")]
        if len(words) < 3 or not any(tokens.tag[k] in FINITE_TAGS for k in words):
            return None
        if tokens.tag[words[0]] == "IN" and tokens.lower[words[0]] in (
            "if",
            "while",
            "although",
            "though",
            "as",
            "after",
            "when",
            "because",
            "since",
        ):
            main = [k for k in words if tokens.tag[k] in FINITE_TAGS]
            if len(main) < 2:
                return None
        return (start, at, None)

    def _floor(self, quote: Quote) -> int:
        return self.quotes.paragraph_starts[self.quotes.paragraph(quote.opening)]

    def _other_report(self, first: int, end: int) -> bool:
        return any(k in self.quotes.by_closing for k in range(first, end))

    def _second_half(self, report: Report, at: int, end: int) -> None:
        """`"…," X said, "…"`: the quotation goes on behind the reporting clause."""
        tokens = self.tokens
        k = at
        while k < end and tokens.lower[k] in (",", "and", "but", "adding", "-", "--", ":", ";"):
            k += 1
        quote = self.quotes.by_opening.get(k)
        if quote is not None and k > at and tokens.lower[k - 1] not in ("adding", "and"):
            report.contents.append((quote.opening + 1, quote.closing, quote))

    def _opened(self, report: Report, opening: int, end: int, colon: bool) -> None:
        quote = self.quotes.by_opening.get(opening)
        if quote is None:
            if colon and opening < end:
                report.contents.append((opening, self._close(opening, end), None))
            return
        rest = quote.closing + 1
        tokens = self.tokens
        # "said "illegal" sanctions must end": the marks hold only part of the clause.
        if (
            rest < end
            and not colon
            and tokens.pos[rest] not in ("PUNCT", "CCONJ", "SCONJ", "ADP")
            and tokens.lower[rest] not in ("and", "but", "as")
            and tokens.lower[quote.closing - 1] not in (".", ",", "!", "?")
        ):
            report.contents.append((opening, self._close(opening, end), None))
            return
        report.contents.append((quote.opening + 1, quote.closing, quote))

    def _medial(self, report: Report, before: tuple[int, int, Quote | None], comma: int, end: int) -> None:
        """`The talks, X said, will go on`: keep the longer side, which holds the verb."""
        tokens = self.tokens
        after = range(comma + 1, end)
        if comma + 1 >= end or tokens.tag[comma + 1] not in FINITE_TAGS:
            return
        if (
            not any(tokens.tag[k] in FINITE_TAGS for k in range(before[0], before[1]))
            or len(after) > before[1] - before[0]
        ):
            report.contents[-1] = (comma + 1, self._close(comma + 1, end), None)
            report.confidence = 0.7

    def _addressed(self, report: Report, at: int, end: int) -> bool:
        """A clause without "that" behind a listener: "told reporters the talks were off"."""
        if "clause" in report.entry.frames or at <= report.after or at >= end:
            return False
        if self.tokens.lower[at] == "that":
            report.contents.append((at + 1, self._close(at + 1, end), None))
            return True
        if self._has_clause(at, end, report):
            report.contents.append((at, self._close(at, end), None))
            return True
        return False

    def _infinitive(self, report: Report, at: int, end: int) -> bool:
        tokens, frames = self.tokens, report.entry.frames
        if "to" in frames:
            k = at + (tokens.lower[at] in ("not", "never", "only") if at < end else 0)
            if (
                k + 1 < end
                and tokens.lower[k] == "to"
                and (tokens.tag[k + 1] in ("VB", "RB", "VBP") or k + 1 in self.quotes.by_opening)
            ):
                report.contents.append((at, self._close(at, end), None))
                return True
        if frames & {"np_to", "prep_to"}:
            first = report.after
            if "prep_to" in frames and first < end and tokens.lower[first] in report.entry.prepositions:
                first += 1
            elif "np_to" not in frames:
                return False
            stop = next(
                (
                    k
                    for k in range(first + 1, min(end, first + 25))
                    if tokens.lower[k] == "to" and tokens.tag[k + 1 : k + 2] in (["VB"], ["RB"], ["VBP"])
                ),
                None,
            )
            if stop is not None and not any(
                tokens.tag[k] in FINITE_TAGS or tokens.lower[k] in (",", ":", ";") for k in range(first, stop)
            ):
                report.contents.append((first, self._close(first, end), None))
                return True
        return False

    def _preposition(self, report: Report, at: int, end: int) -> bool:
        tokens, entry = self.tokens, report.entry
        if "prep" in entry.frames and at < end and tokens.lower[at] in entry.prepositions and at + 1 < end:
            first = at if tokens.lower[at] in ("against", "about", "of") else at + 1
            report.contents.append((first, self._close(first, end), None))
            return True
        if "np_prep" in entry.frames and "np" not in entry.frames:
            first = report.after
            stop = next(
                (k for k in range(first + 1, min(end, first + 20)) if tokens.lower[k] in entry.prepositions), None
            )
            if stop is not None and not any(tokens.tag[k] in FINITE_TAGS for k in range(first, stop)):
                report.contents.append((first, self._close(first, end), None))
                return True
        return False

    def _object(self, report: Report, at: int, end: int) -> None:
        tokens = self.tokens
        if "np" not in report.entry.frames or at >= end:
            return
        if (
            tokens.tag[at]
            not in (
                "DT",
                "JJ",
                "NN",
                "NNS",
                "NNP",
                "NNPS",
                "PRP$",
                "CD",
                "VBG",
                "PDT",
                "PRP",
                "``",
                '"',
                "''",
                "JJR",
                "JJS",
            )
            and tokens.text[at] != '"'
        ):
            return
        if tokens.tag[at] == "PRP" and (at + 1 >= end or tokens.pos[at + 1] == "PUNCT"):
            return
        report.contents.append((at, self._close(at, end), None))
        report.rule = "object"
        report.confidence = min(report.confidence, 0.8)

    def _according(self, report: Report) -> None:
        tokens = self.tokens
        start, end = window(tokens, report.verb)
        before = report.verb - 1
        while before >= start and tokens.pos[before] == "ADV":
            before -= 1
        if before < start:
            k = report.after
            while k < end and tokens.lower[k] != "," and k < report.after + 30:
                k += 1
            further = next((j for j in range(k + 1, min(end - 1, k + 25)) if tokens.lower[j] == ","), None)
            if (
                further is not None
                and not any(
                    tokens.tag[j] in FINITE_TAGS or tokens.tag[j] in ("IN", "WRB") and j == k + 1
                    for j in range(k + 1, further)
                )
                and (tokens.pos[k + 1] in ("NOUN", "NUM", "DET") or tokens.tag[k + 1] == "WP")
            ):
                k = further
            if k + 1 < end and tokens.lower[k] == ",":
                quote = self.quotes.by_opening.get(k + 1)
                if quote is not None and quote.closing >= end - 2:
                    report.contents.append((quote.opening + 1, quote.closing, quote))
                else:
                    report.contents.append((k + 1, self._close(k + 1, end), None))
            return
        quote = self.quotes.by_closing.get(before) or self.quotes.by_closing.get(before - 1)
        if quote is not None and window(tokens, quote.first)[0] == quote.first:
            report.contents.append((quote.opening + 1, quote.closing, quote))
            return
        stop = before if tokens.lower[before] in (",", "-", "--", "–", "—", "(") else before + 1
        if any(tokens.tag[k] in FINITE_TAGS for k in range(start, stop)):
            report.contents.append((start, stop, None))
