"""`doc._.extractor`: everything the components know about one document, typed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from spacy.tokens import Doc, SpanGroup

from extractor.components.records import (
    CountRecord,
    DateRecord,
    Doubt,
    Fact,
    MeetingRecord,
    OfficialRecord,
    OrganizationRecord,
    SanctionRecord,
    StatementRecord,
    TitleRecord,
)
from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon
from extractor.linking.bodies import BodyIndex, find_bodies
from extractor.linking.names import NameSpan, model_names, with_repeats
from extractor.linking.places import PlaceIndex, find_places

USER_DATA_KEY = "extractor"


@dataclass(slots=True, eq=False)
class Extraction:
    """Input facts about the document, and what the components found.

    published: publication day, ISO 8601 or a date, or None. Set it before the pipeline runs: make the Doc with
    `nlp.make_doc`.
    dateline: character span of the dateline; its place and its day as written in the text.
    headline: character span of the headline. title: the headline that came with the text, in it or not.
    masthead: lines at the head that were left out of the text as boilerplate.
    paragraphs: character offsets at which paragraphs start; None lets the layout component find them.
    """

    published: str | None = None
    published_source: str | None = None
    published_earliest: str | None = None
    published_latest: str | None = None
    headline: tuple[int, int] | None = None
    title: str | None = None
    dateline: tuple[int, int] | None = None
    dateline_place: str | None = None
    masthead: str = ""
    dateline_date: tuple[int, int] | None = None
    paragraphs: list[int] | None = None
    organizations: list[OrganizationRecord] = field(default_factory=list)
    titles: list[TitleRecord] = field(default_factory=list)
    officials: list[OfficialRecord] = field(default_factory=list)
    dates: list[DateRecord] = field(default_factory=list)
    counts: list[CountRecord] = field(default_factory=list)
    sanctions: list[SanctionRecord] = field(default_factory=list)
    meetings: list[MeetingRecord] = field(default_factory=list)
    statements: list[StatementRecord] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    _tokens: TokenTable | None = field(default=None, repr=False)
    _places: PlaceIndex | None = field(default=None, repr=False)
    _bodies: BodyIndex | None = field(default=None, repr=False)
    _names: list[NameSpan] | None = field(default=None, repr=False)

    def check(self) -> None:
        """Make days that a caller set ISO 8601 text; ValueError where one is no day."""
        for name in ("published", "published_earliest", "published_latest"):
            value = getattr(self, name)
            if value is None:
                continue
            try:
                day = value if isinstance(value, date) else date.fromisoformat(value[:10])
            except (TypeError, ValueError):
                raise ValueError(f"{name} is a day such as 2015-03-07, not {value!r}") from None
            setattr(self, name, day.isoformat()[:10])

    def records(self, table: str) -> list[Fact]:
        """The records of one fact table by its name."""
        found: list[Fact] = getattr(self, table)
        return found


def extraction_of(doc: Doc) -> Extraction:
    """The document's Extraction, made on first use."""
    found = doc.user_data.get(USER_DATA_KEY)
    if found is None:
        found = doc.user_data[USER_DATA_KEY] = Extraction()
    return found


def tokens_of(doc: Doc) -> TokenTable:
    """The document's TokenTable, made on first use; call it only after the tagger, parser and names have run."""
    found = extraction_of(doc)
    if found._tokens is None:
        spans = [s for s in (found.headline, found.dateline) if s]
        found._tokens = TokenTable(doc, frozenset((*(found.paragraphs or ()), *(s[1] for s in spans))))
    return found._tokens


def places_of(doc: Doc, lexicon: Lexicon) -> PlaceIndex:
    """The document's countries and places, found on first use."""
    found = extraction_of(doc)
    if found._places is None:
        found._places = PlaceIndex(find_places(tokens_of(doc), lexicon))
    return found._places


def bodies_of(doc: Doc, lexicon: Lexicon) -> BodyIndex:
    """The document's organization mentions, found on first use."""
    found = extraction_of(doc)
    if found._bodies is None:
        found._bodies = BodyIndex(find_bodies(tokens_of(doc), places_of(doc, lexicon), lexicon))
    return found._bodies


def names_of(doc: Doc, lexicon: Lexicon) -> list[NameSpan]:
    """The document's mentions of persons by name: the model's, with those found beside titles once titles have run."""
    found = extraction_of(doc)
    if found._names is None:
        tokens = tokens_of(doc)
        bodies = bodies_of(doc, lexicon)
        # "Mahan's director": the short form of a company named before is no person.
        names = [n for n in model_names(tokens, lexicon) if (b := bodies.at(n.first)) is None or b.source != "repeat"]
        found._names = with_repeats(tokens, names, places_of(doc, lexicon), lexicon)
    return found._names


def set_spans(doc: Doc, table: str, label_of: str | None = None) -> None:
    """Show the records of `table` as the span group `extractor_TABLE`; a field of the record may serve as label."""
    spans = []
    for record in extraction_of(doc).records(table):
        label = str(getattr(record, label_of) or "") if label_of else table
        span = doc.char_span(record.start, record.end, label=label, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    doc.spans[f"extractor_{table}"] = SpanGroup(doc, spans=spans)


if not Doc.has_extension(USER_DATA_KEY):
    Doc.set_extension(USER_DATA_KEY, getter=extraction_of)
