"""What the components find: one dataclass per table. Offsets are code points in doc.text; links are object references.

`tables.rows` turns records into rows: ids, raw text, sentences. Values use the vocabularies of `extractor.schema`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.linking.names import NameSpan


@dataclass(slots=True, eq=False)
class Fact:
    """Anything found: its span, the rule or model that found it, and how sure it is (0 to 1)."""

    start: int
    end: int
    rule: str = ""
    confidence: float = 1.0


@dataclass(slots=True, eq=False)
class Mention:
    """One more span of a fact: kind is one of schema.MENTION_KINDS."""

    start: int
    end: int
    kind: str = "name"


@dataclass(slots=True, eq=False)
class OrganizationRecord(Fact):
    """An organization with all its mentions; first and last token of the first mention are kept for the grammars."""

    name: str = ""
    kind: str = "other"
    country: str | None = None
    acronym: str | None = None
    parent_organization: str | None = None
    mentions: list[Mention] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class OfficialRecord(Fact):
    """A person who holds or held an office; the span is the first full mention."""

    name: str = ""
    given_name: str | None = None
    family_name: str | None = None
    country: str | None = None
    country_basis: str | None = None
    title: str | None = None
    role: str | None = None
    organization: str | None = None
    incumbency: str | None = None
    authority_id: str | None = None
    mentions: list[Mention] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class TitleRecord(Fact):
    """One title mention."""

    head: str = ""
    role: str = "other"
    portfolio: str | None = None
    organization: str | None = None
    parent_organization: str | None = None
    country: str | None = None
    country_basis: str | None = None
    incumbency: str = "current"
    basis: str = "unattached"
    valid_from: str | None = None
    valid_to: str | None = None
    authority_id: str | None = None
    official: OfficialRecord | None = None
    links: TitleLinks | None = None


@dataclass(slots=True, eq=False)
class TitleLinks:
    """What the title grammar knows of the holder, in tokens, for the officials component to resolve.

    holder: the name the construction ties to the title, or None. possessor: a person in the possessive ("Merkel's
    spokesman"). pronoun, possessor_pronoun: token of "he" as subject, of "his" before the title. definite: "the", a
    possessive. specific: enough by itself to be a row though nobody is named. core: words of rank, portfolio and head.
    """

    first: int
    end: int
    left: int
    holder: NameSpan | None = None
    possessor: NameSpan | None = None
    pronoun: int | None = None
    possessor_pronoun: int | None = None
    definite: bool = False
    indefinite: bool = False
    plural: bool = False
    generic: bool = False
    specific: bool = False
    core: tuple[str, ...] = ()
    noun: str = ""


@dataclass(slots=True, eq=False)
class DateRecord(Fact):
    """One TIMEX3 expression. Dates are ISO 8601 days; `range` is shared by the two ends of one range."""

    timex_type: str = "DATE"
    timex_value: str = ""
    timex_mod: str | None = None
    date_start: str | None = None
    date_end: str | None = None
    granularity: str | None = None
    resolution: str = "unresolved"
    function: str | None = None
    event: str | None = None
    anchor: str | None = None
    anchor_record: DateRecord | None = None
    range: object | None = None


@dataclass(slots=True, eq=False)
class CountRecord(Fact):
    """One stated number."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    qualifier: str = "exact"
    quantity_type: str = "count"
    unit: str | None = None
    kind: str = "other"
    relation: str | None = None
    related: CountRecord | None = None
    group_country: str | None = None
    modality: str = "asserted"
    attributed_to: str | None = None
    date_start: str | None = None
    date_end: str | None = None


@dataclass(slots=True, eq=False)
class SanctionRecord(Fact):
    """One sanction event or state. `mentions` are further spans that tell the same; `evidence` names what its
    confidence rests on.
    """

    sender: str | None = None
    sender_country: str | None = None
    sender_basis: str | None = None
    target: str | None = None
    target_type: str | None = None
    target_country: str | None = None
    target_basis: str | None = None
    agent: str | None = None
    agent_country: str | None = None
    measures: tuple[str, ...] = ("unspecified",)
    action: str = "none"
    stage: str = "in_force"
    direction: str = "none"
    date_start: str | None = None
    date_end: str | None = None
    expires: str | None = None
    legal_basis: str | None = None
    reason: str | None = None
    cameo: str | None = None
    modality: str | None = None
    evidence: tuple[str, ...] = ()
    mentions: list[Mention] = field(default_factory=list)

    @property
    def regime(self) -> str | None:
        """Every sender against every target, as "USA>IRN", joined by ;. None without a sender or a target country."""
        senders = (self.sender_country or "").split(";")
        targets = (self.target_country or "").split(";")
        return ";".join(f"{s}>{t}" for s in senders for t in targets if s and t and s != t) or None


@dataclass(slots=True, eq=False)
class MeetingRecord(Fact):
    """One meeting, talks or visit."""

    participants: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    place: str | None = None
    date_start: str | None = None
    date_end: str | None = None
    kind: str = "other"
    status: str = "held"
    topic: str | None = None
    mentions: list[Mention] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class StatementRecord(Fact):
    """One attributed statement; the span is what was said."""

    speaker: str | None = None
    official: OfficialRecord | None = None
    speaker_name: str | None = None
    speaker_country: str | None = None
    speaker_kind: str | None = None
    verb: str | None = None
    act: str = "say"
    is_quote: bool = False
    date_start: str | None = None
    date_end: str | None = None


@dataclass(slots=True, eq=False)
class Doubt:
    """Something doubtful in the article, for the issues table."""

    code: str
    message: str
