"""Reporting clauses: the verb, whose it is, and where the words reported stand."""

from __future__ import annotations

from extractor.components.statements.speakers import NO_SPEAKERS
from extractor.components.statements.subjects import Report, SubjectReader
from extractor.components.statements.vocabulary import ReportingVerb
from extractor.language.closed_classes import FINITE_TAGS
from extractor.language.phrases import children_near, is_calendar, subject_of, window

_BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'re", "'m", "am", "got"})
_HAVE = frozenset({"have", "has", "had", "'ve", "having", "'d"})
_NOUNLIKE = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


class ReportReader(SubjectReader):
    """Finds the reporting clauses of one document, cheap anchors first."""

    def reports(self) -> list[Report]:
        out: list[Report] = []
        verbs, tokens = self.words.verbs, self.tokens
        for i, word in enumerate(tokens.lower):
            if word in verbs:
                if tokens.tag[i][:1] == "V" and not self.quotes.inside(i):
                    found = self._verb(i, out[-1] if out else None)
                    if found is not None:
                        out.append(found)
            elif word == "according" and i + 1 < tokens.n and tokens.lower[i + 1] == "to" and not self.quotes.inside(i):
                found = self._according(i)
                if found is not None:
                    out.append(found)
        return out

    def _entry(self, i: int) -> tuple[ReportingVerb, int] | None:
        """The lexicon verb at token `i` and the token behind it and its particle."""
        tokens = self.tokens
        for entry in self.words.verbs[tokens.lower[i]]:
            if entry.particle is None:
                return entry, i + 1
            for k in range(i + 1, min(i + 3, tokens.n)):
                if tokens.lower[k] == entry.particle:
                    return entry, k + 1
        return None

    def _verb(self, i: int, previous: Report | None) -> Report | None:
        tokens = self.tokens
        found = self._entry(i)
        if found is None:
            return None
        entry, after = found
        start = window(tokens, i)[0]
        left, aux, negated, modal = self._group(i, start)
        tag = tokens.tag[i]
        if negated or modal:
            return None
        declined = (
            entry.lemma in ("decline", "refuse")
            and after + 1 < tokens.n
            and tokens.lower[after : after + 2] == ["to", "comment"]
        )
        if declined:
            entry = ReportingVerb(entry.lemma, "decline_comment", frozenset({"to"}), frozenset())
        passive = tag == "VBN" and bool(aux & _BE)
        if tag == "VBG" and i > 2 and tokens.lower[i - 1] == "as":
            return self._quoted_as(i, entry, after)
        if passive:
            return self._by_agent(i, entry, after, left)
        if (
            tag == "VBG"
            and not aux & _BE
            and not (i and tokens.lower[i - 1] in (",", "and", "while", "as", "by", "but"))
        ):
            return None
        if tag == "VB" and not aux & {"did", "do", "does"}:
            return None
        if (
            tag == "VBN"
            and not aux & _HAVE
            and (tokens.dep[i] in ("acl", "amod", "advcl") or tokens.pos[i] == "ADJ")
            and not self._main_verb(i)
        ):
            return None
        if (
            tag == "VBG"
            and not aux & _BE
            and previous is not None
            and tokens.lower[i - 1] in (",", "and")
            and tokens.sent[previous.verb] == tokens.sent[i]
        ):
            return Report(i, entry, previous.speaker, self._conjunction(left, start), after, "participle", shared=True)
        return self._active(i, entry, after, left, start)

    def _active(self, i: int, entry: ReportingVerb, after: int, left: int, start: int) -> Report | None:
        tokens = self.tokens
        before = left - 1
        closes = before >= 0 and (before in self.quotes.by_closing or tokens.lower[before] == ",")
        quote_before = before >= 0 and (before in self.quotes.by_closing)
        head = subject_of(tokens, i)
        if (closes or left == start) and "clause" in entry.frames and after < tokens.n and tokens.tag[i] != "VBG":
            inverted = self._inverted(i, entry, after, head, quote_before)
            if inverted is not None:
                return inverted
        if head is not None and (
            head >= left or tokens.pos[head] not in _NOUNLIKE and tokens.tag[head] not in ("DT", "JJ")
        ):
            head = None
        own = head is not None and any(c == head for c in children_near(tokens, i))
        if not own and tokens.tag[i] == "VBD" and tokens.dep[i] == "advcl":
            # ", sources close to the talks said": "close" was taken for the verb, and "said" hangs on the statement
            head = self._by_order(before, start) or head
            own = head is not None
        if head is None or (own and self._quote_between(head, left)):
            head = self._by_order(before, start)
            if head is None:
                return None
            own = True
        if tokens.lower[head] in NO_SPEAKERS:
            return None
        speaker = self.speakers.phrase(head, start, left)
        adjacent = speaker.end == left or self._apposition_only(speaker.end, left)
        shared = not (own and adjacent)
        if speaker.first > start and tokens.lower[speaker.first - 1] in ("whether", "if", "unless"):
            return None
        clause_left = speaker.first if not shared else self._conjunction(left, start)
        return Report(i, entry, speaker, clause_left, after, "subject-verb", shared=shared)

    def _inverted(
        self, i: int, entry: ReportingVerb, after: int, head: int | None, quote_before: bool
    ) -> Report | None:
        """`"…," said NAME` and `…, said NAME`: the speaker stands behind the verb and no verb of its own follows it."""
        tokens = self.tokens
        end = window(tokens, i)[1]
        k = after
        while k < end and tokens.tag[k] in ("DT", "JJ", "PRP$"):
            k += 1
        if (
            k >= end
            or tokens.pos[k] not in _NOUNLIKE
            or tokens.lower[after] in ("that", "it", "he", "she", "they")
            or is_calendar(tokens, k)
        ):
            return None
        if not quote_before and (head is None or head < i):
            return None
        if head is None or head < after or head > after + 12:
            head = k
            while head + 1 < end and tokens.pos[head + 1] in ("PROPN", "NOUN") and not is_calendar(tokens, head + 1):
                head += 1
        speaker = self.speakers.phrase(head, after, end, inverted=True)
        if speaker.end < end and tokens.tag[speaker.end] in FINITE_TAGS and not quote_before:
            return None
        if speaker.first > after + 1 or tokens.lower[head] in NO_SPEAKERS:
            return None
        return Report(i, entry, speaker, i, speaker.end, "verb-subject", inverted=True)

    def _quoted_as(self, i: int, entry: ReportingVerb, after: int) -> Report | None:
        """`X was quoted as saying …` and `the agency quoted X as saying …`."""
        tokens = self.tokens
        start = window(tokens, i)[0]
        quoting = self.words.cues.of("quoting_form")
        participle = next((k for k in range(i - 2, max(start - 1, i - 15), -1) if tokens.lower[k] in quoting), None)
        if participle is None:
            return None
        if participle < i - 2:
            head = i - 2
            if tokens.pos[head] not in _NOUNLIKE:
                return None
            speaker = self.speakers.phrase(head, participle + 1, i - 1)
            return Report(i, entry, speaker, participle, after, "quoted-as-saying", shared=True, confidence=0.85)
        left = self._group(participle, start)[0]
        subject = subject_of(tokens, participle)
        if subject is None or subject >= left:
            subject = self._by_order(left - 1, start)
        if subject is None or tokens.lower[subject] in NO_SPEAKERS:
            return None
        speaker = self.speakers.phrase(subject, start, left)
        return Report(i, entry, speaker, speaker.first, after, "quoted-as-saying", confidence=0.85)

    def _by_agent(self, i: int, entry: ReportingVerb, after: int, left: int) -> Report | None:
        """Passive with its agent: "was accused by Seoul of …". What is reported is the rest, the subject included."""
        tokens = self.tokens
        end = window(tokens, i)[1]
        if after >= end or tokens.lower[after] != "by" or not entry.frames & {"np", "np_prep", "np_to", "np_clause"}:
            return None
        k = after + 1
        while k < end and tokens.pos[k] not in _NOUNLIKE:
            k += 1
        if k >= end or k > after + 5:
            return None
        while k + 1 < end and tokens.pos[k + 1] in ("NOUN", "PROPN") and not is_calendar(tokens, k + 1):
            k += 1
        speaker = self.speakers.phrase(k, after + 1, end, inverted=True)
        subject = subject_of(tokens, i)
        if subject is None or subject >= left or tokens.pos[subject] == "PRON" and tokens.tag[subject] != "PRP":
            return None
        target = self.speakers.phrase(subject, window(tokens, i)[0], left)
        report = Report(i, entry, speaker, left, speaker.end, "passive-by", confidence=0.8)
        rest = speaker.end
        if rest < end and (tokens.lower[rest] in ("of", "for", "to", "that", "not") or tokens.tag[rest] == "TO"):
            report.contents.append((rest + (tokens.lower[rest] == "that"), end, None))
        else:
            report.contents.append((target.first, target.end, None))
        return report

    def _according(self, i: int) -> Report | None:
        tokens = self.tokens
        end = window(tokens, i)[1]
        k = i + 2
        while k < end and tokens.pos[k] not in _NOUNLIKE and k < i + 10:
            k += 1
        if k >= end or tokens.pos[k] not in _NOUNLIKE or tokens.lower[k] in NO_SPEAKERS:
            return None
        while k + 1 < end and tokens.pos[k + 1] in ("NOUN", "PROPN") and not is_calendar(tokens, k + 1):
            k += 1
        if k + 2 < end and tokens.lower[k + 1] in ("'s", "’s") and tokens.pos[k + 2] in ("NOUN", "PROPN", "ADJ"):
            k += 2
            while k + 1 < end and tokens.pos[k + 1] in ("NOUN", "PROPN"):
                k += 1
        speaker = self.speakers.phrase(k, i + 2, end, inverted=True)
        entry = ReportingVerb("according to", "say", frozenset({"clause"}), frozenset())
        return Report(i, entry, speaker, i, speaker.end, "according-to", inverted=True)
