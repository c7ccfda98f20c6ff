"""`extractor_meetings`: who met whom, where, when, on what, and whether the meeting took place."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component
from extractor.components.extraction import extraction_of, places_of, tokens_of
from extractor.components.meetings.candidate import Candidate
from extractor.components.meetings.candidates import CandidateReader
from extractor.components.meetings.coreference import Meeting, gather, kind_of
from extractor.components.meetings.participants import Party, PartyReader
from extractor.components.meetings.vocabulary import meeting_words
from extractor.components.records import MeetingRecord, Mention
from extractor.components.statements.vocabulary import speech_words
from extractor.language.tokens import TokenTable


class Meetings(Component):
    """Fills the meetings of the extraction; reads officials, organizations and dates where they were found before."""

    table = "meetings"
    label_of = "status"

    def annotate(self, doc: Doc) -> None:
        tokens, facts = tokens_of(doc), extraction_of(doc)
        facts.meetings.clear()
        words = meeting_words(self.lexicon)
        nouns, verbs = words.nouns, words.verbs
        anchors = [i for i, word in enumerate(tokens.lower) if word in nouns or word in verbs]
        if not anchors:
            return
        places = places_of(doc, self.lexicon)
        parties = PartyReader(tokens, facts, places, words)
        reader = CandidateReader(
            tokens, facts.dates, places, words, parties, speech_words(self.lexicon).speakers, facts.published
        )
        candidates: list[Candidate] = []
        last: list[Party] = []
        for i in anchors:
            candidate = reader.at(i, last)
            if candidate is not None:
                candidates.append(candidate)
                if len(candidate.parties) > 1:
                    last = candidate.parties
        facts.meetings.extend(_record(tokens, meeting) for meeting in gather(candidates))


def _record(tokens: TokenTable, meeting: Meeting) -> MeetingRecord:
    head = meeting.head
    start, end = tokens.span(head.first, head.end)
    mentions = []
    for candidate in meeting.candidates[1:]:
        first, last = tokens.span(candidate.first, candidate.end)
        mentions.append(Mention(first, last, "nominal"))
    return MeetingRecord(
        start, end, rule=head.rule, confidence=_confidence(meeting),
        participants=tuple(sorted(party.name for party in meeting.parties)),
        countries=tuple(sorted(meeting.countries())),
        place=_text(tokens, head.place), date_start=head.date_start, date_end=head.date_end,
        kind=kind_of(meeting), status=head.status, topic=_text(tokens, head.topic), mentions=mentions,
    )  # fmt: skip


def _confidence(meeting: Meeting) -> float:
    """Lower where a side is missing, or where no verb tells the status."""
    base = min(meeting.head.confidence, (0.6, 0.75)[len(meeting.parties)] if len(meeting.parties) < 2 else 0.9)
    return round(base if meeting.head.cued else base - 0.1, 2)


def _text(tokens: TokenTable, span: tuple[int, int] | None) -> str | None:
    if span is None or span[1] <= span[0]:
        return None
    first, end = span
    while first < end and tokens.pos[first] in ("DET", "ADP"):
        first += 1
    while end > first and tokens.pos[end - 1] in ("PUNCT", "ADP", "CCONJ"):
        end -= 1
    text = "".join(tokens.text[i] + (" " if tokens.space[i] else "") for i in range(first, end))
    return " ".join(text.split()) or None


@Language.factory("extractor_meetings", default_config={"lexicon_dir": None})
def make_meetings(nlp: Language, name: str, lexicon_dir: str | None) -> Meetings:
    return Meetings(name, lexicon_dir)
