"""The tables, declared once: records, dtypes, Arrow and SQLite types, checks and docs all derive from here."""

from __future__ import annotations

from types import MappingProxyType

from extractor.schema.columns import Column, Table

C = Column


def _fact(name: str, key: str, description: str, *columns: Column) -> Table:
    """A fact table: key and article first, the span in the middle, sentence, confidence and rule last."""
    own = {c.name for c in columns}
    head = (
        C(key, "string", "stable id of the row, hashed from article, table and span", required=True),
        C("article_id", "string", "the article the row is from", required=True, references="articles.article_id"),
    )
    span = (
        C("text", "string", "the span, verbatim from the raw text", required=True),
        C("start", "integer", "offset of the first code point in the decoded raw text, 0-based", required=True),
        C("end", "integer", "offset after the last code point", required=True),
    )
    tail = (
        C("sentence", "string", "the sentence the span stands in, verbatim"),
        C("confidence", "number", "0 to 1", required=True),
        C("rule", "string", "name of the rule or model that produced the row", required=True),
    )
    rest = tuple(c for c in span + tail if c.name not in own)
    return Table(name, description, head + tuple(columns) + rest, key, True)


ARTICLES = Table(
    "articles",
    "one row per input article",
    (
        C(
            "article_id",
            "string",
            "file path relative to the input folder without suffix, or the record's id",
            required=True,
        ),
        C("path", "string", "where it was read from; records as FILE:LINE"),
        C("sha256", "string", "SHA-256 of the raw bytes (of the UTF-8 text for records)"),
        C("title", "string", "headline, from the metadata or the text"),
        C("published", "date", "publication date"),
        C("published_earliest", "date", "first day the text alone allows, when no date is given"),
        C("published_latest", "date", "last day the text alone allows, when no date is given"),
        C("published_source", "string", "where the publication date comes from", vocabulary="published_source"),
        C("dateline_place", "string", "place named by the dateline"),
        C("source", "string", "newspaper or agency, from the metadata"),
        C("url", "string", "address, from the metadata"),
        C("encoding", "string", "character encoding the bytes were decoded with"),
        C("n_chars", "integer", "code points in the raw text"),
        C("n_words", "integer", "words in the cleaned text"),
        C("n_sentences", "integer", "sentences in the cleaned text"),
        C("n_boilerplate_chars", "integer", "code points masked as boilerplate"),
        C("status", "string", "ok, empty or failed", vocabulary="article_status", required=True),
    ),
    key="article_id",
)

OFFICIALS = _fact(
    "officials",
    "official_id",
    "one row per person who holds or held an office, per article",
    C("person_id", "string", "the person over the whole run", references="people.person_id"),
    C("authority_id", "string", "id of the person in the authority file, where name, country and day agree"),
    C("name", "string", "fullest form in the article, without title or honorific", required=True),
    C("given_name", "string", "given name or names"),
    C("family_name", "string", "family name, order-aware; empty where names have none"),
    C("country", "string", "country served, ISO 3166-1 alpha-3", multiple=True),
    C("country_basis", "string", "how the country is known", vocabulary="country_basis"),
    C("title", "string", "the main title, as in the text"),
    C("role", "string", "role of the main title", vocabulary="role"),
    C("organization", "string", "organization of the main title"),
    C("incumbency", "string", "incumbency of the main title", vocabulary="incumbency"),
    C("n_mentions", "integer", "mentions of the person in the article"),
)

TITLES = _fact(
    "titles",
    "title_id",
    "one row per title mention",
    C("official_id", "string", "who holds it; empty where nobody is named", references="officials.official_id"),
    C("head", "string", "lower-case core of the title"),
    C("role", "string", "what kind of office", vocabulary="role", required=True),
    C("portfolio", "string", "what the office is about"),
    C("organization", "string", "nearest named body, as in the text"),
    C("parent_organization", "string", "the body above it"),
    C("country", "string", "country served", multiple=True),
    C("country_basis", "string", "how the country is known", vocabulary="country_basis"),
    C("incumbency", "string", "whether the office is held now", vocabulary="incumbency", required=True),
    C("basis", "string", "construction that ties title and holder", vocabulary="title_basis", required=True),
    C("authority_id", "string", "id of the holder in the authority file, where the post agrees, too"),
    C("valid_from", "string", "start of the term where stated, ISO 8601, possibly partial"),
    C("valid_to", "string", "end of the term where stated, ISO 8601, possibly partial"),
)

DATES = _fact(
    "dates",
    "date_id",
    "one row per time expression (TIMEX3)",
    C("timex_type", "string", "TIMEX3 type", vocabulary="timex_type", required=True),
    C("timex_value", "string", "TIMEX3 value", required=True),
    C("timex_mod", "string", "TIMEX3 modifier", vocabulary="timex_mod"),
    C("date_start", "date", "first day, inclusive; empty where not settled"),
    C("date_end", "date", "last day, inclusive; empty where not settled"),
    C("granularity", "string", "precision of the expression", vocabulary="granularity"),
    C("resolution", "string", "how far the interval is settled", vocabulary="resolution", required=True),
    C("function", "string", "what the date does in its clause", vocabulary="date_function"),
    C("event", "string", "the verb or noun it dates"),
    C(
        "anchor",
        "string",
        "what a relative expression was resolved against: none, published, dateline, window or a date_id",
    ),  # fmt: skip
    C("range_id", "string", "shared by the two ends of a range"),
)

COUNTS = _fact(
    "counts",
    "count_id",
    "one row per stated number of things or people",
    C("value", "number", "best value"),
    C("low", "number", "lower bound, inclusive"),
    C("high", "number", "upper bound, inclusive"),
    C("qualifier", "string", "how the number is hedged", vocabulary="qualifier", required=True),
    C("quantity_type", "string", "what the number measures", vocabulary="quantity_type", required=True),
    C("unit", "string", "head noun, singular, lower case; ISO 4217 for money; % for percent"),
    C("kind", "string", "what is counted", vocabulary="count_kind", required=True),
    C("relation", "string", "relation to another count", vocabulary="count_relation"),
    C("related_count_id", "string", "the other count", references="counts.count_id"),
    C("group_country", "string", "nationality of those counted", multiple=True),
    C("modality", "string", "status of the claim", vocabulary="modality", required=True),
    C("attributed_to", "string", "who gives the number"),
    C(
        "date_start",
        "date",
        "first day for which the count holds, by the date in its clause; empty where none is settled",
    ),  # fmt: skip
    C("date_end", "date", "last day for which the count holds; empty where none is settled and after since"),
)

SANCTIONS = _fact(
    "sanctions",
    "sanction_id",
    "one row per sanction event or state that the article reports",
    C("sender", "string", "who imposes, as in the text"),
    C("sender_country", "string", "state the sender acts for (EUE, UNO)", multiple=True),
    C("sender_basis", "string", "whether the event's own sentence names the sender", vocabulary="party_basis"),
    C("target", "string", "who is hit, as in the text"),
    C("target_type", "string", "what the target is", vocabulary="target_type"),
    C("target_country", "string", "country of the target", multiple=True),
    C("target_basis", "string", "whether the event's own sentence names the target", vocabulary="party_basis"),
    C("agent", "string", "who calls for, opposes, blocks or violates, where that is not the sender"),
    C("agent_country", "string", "country of the agent", multiple=True),
    C("measures", "string", "all measures named", vocabulary="measure", multiple=True, required=True),
    C("action", "string", "what happens to the measure", vocabulary="sanction_action", required=True),
    C("stage", "string", "how far the action has come", vocabulary="sanction_stage", required=True),
    C("direction", "string", "escalate, ease, continue, enforce", vocabulary="sanction_direction", required=True),
    C("date_start", "date", "first day on which the action takes or took effect"),
    C("date_end", "date", "last day on which the action takes or took effect"),
    C("expires", "date", "last day of validity"),
    C("legal_basis", "string", "resolution, order or law"),
    C("reason", "string", "stated cause"),
    C("cameo", "string", "CAMEO event code of action and stage"),
    C("regime", "string", "sender>target, as USA>IRN", multiple=True),
    C("modality", "string", "conditional, denied or negated framing of the clause"),
)

MEETINGS = _fact(
    "meetings",
    "meeting_id",
    "one row per meeting, talks or visit",
    C("participants", "string", "countries, organizations and officials joined by ;", multiple=True),
    C("countries", "string", "countries of the participants, ISO 3166-1 alpha-3", multiple=True),
    C("place", "string", "where it is held, as in the text"),
    C("date_start", "date", "first day"),
    C("date_end", "date", "last day"),
    C("kind", "string", "what kind of meeting", vocabulary="meeting_kind", required=True),
    C("status", "string", "whether it took place", vocabulary="meeting_status", required=True),
    C("topic", "string", "what it is about, as in the text"),
)

STATEMENTS = _fact(
    "statements",
    "statement_id",
    "one row per attributed statement",
    C("speaker", "string", "who said it, as in the text"),
    C("official_id", "string", "the speaker where an official", references="officials.official_id"),
    C("speaker_name", "string", "full name of the speaker in the article, for surnames, titles and pronouns too"),
    C("speaker_country", "string", "country the speaker stands for", multiple=True),
    C("speaker_kind", "string", "what the speaker is", vocabulary="speaker_kind"),
    C("verb", "string", "lemma of the reporting verb"),
    C("act", "string", "speech act", vocabulary="statement_act", required=True),
    C("is_quote", "boolean", "said in quotation marks"),
    C("date_start", "date", "first day on which it was said"),
    C("date_end", "date", "last day on which it was said"),
)

ORGANIZATIONS = _fact(
    "organizations",
    "organization_id",
    "one row per organization per article",
    C("name", "string", "fullest form in the article", required=True),
    C("acronym", "string", "short form introduced in the article"),
    C("kind", "string", "what kind of body", vocabulary="organization_kind", required=True),
    C("country", "string", "country it belongs to; EUE and UNO for their bodies", multiple=True),
    C("parent_organization", "string", "the body above it"),
    C("n_mentions", "integer", "mentions in the article"),
)

MENTIONS = Table(
    "mentions",
    "one row per span of any fact row",
    (
        C("mention_id", "string", "stable id of the row", required=True),
        C("article_id", "string", "the article the row is from", required=True, references="articles.article_id"),
        C("table", "string", "table of the fact row", required=True),
        C("row_id", "string", "key of the fact row", required=True),
        C("mention_kind", "string", "form of the mention", vocabulary="mention_kind", required=True),
        C("text", "string", "the span, verbatim from the raw text", required=True),
        C("start", "integer", "offset of the first code point", required=True),
        C("end", "integer", "offset after the last code point", required=True),
    ),
    key="mention_id",
)

PEOPLE = Table(
    "people",
    "one row per person over the whole run",
    (
        C("person_id", "string", "stable id of the row", required=True),
        C("name", "string", "most frequent full form", required=True),
        C("aliases", "string", "other forms joined by ;", multiple=True),
        C("country", "string", "countries served", multiple=True),
        C("n_articles", "integer", "articles that name the person", required=True),
        C("n_mentions", "integer", "mentions over all articles", required=True),
        C("first_seen", "date", "earliest publication date"),
        C("last_seen", "date", "latest publication date"),
        C("titles", "json", "list of titles with role, country, first and last date"),
    ),
    key="person_id",
)

REGIMES = Table(
    "regimes",
    "one row per sender and target of sanctions over the whole run",
    (
        C("regime_id", "string", "stable id of the row", required=True),
        C("regime", "string", "sender>target, as in sanctions.regime", required=True),
        C("sender_country", "string", "who imposes (EUE, UNO)", required=True),
        C("target_country", "string", "who is hit", required=True),
        C("measures", "string", "all measures told", vocabulary="measure", multiple=True, required=True),
        C("first_seen", "date", "earliest publication date"),
        C("last_seen", "date", "latest publication date"),
        C(
            "status",
            "string",
            "how it stands by the latest act that took place",
            vocabulary="regime_status",
            required=True,
        ),
        C("latest_action", "string", "latest action told", vocabulary="sanction_action", required=True),
        C("latest_stage", "string", "how far that action has come", vocabulary="sanction_stage", required=True),
        C("latest_sanction_id", "string", "the row that tells it", references="sanctions.sanction_id", required=True),
        C("imposed", "date", "earliest day on which measures took effect, where told"),
        C("expires", "date", "latest last day of validity, where told"),
        C("n_rows", "integer", "rows of sanctions", required=True),
        C("n_articles", "integer", "articles that tell of it", required=True),
        C("article_ids", "string", "those articles", multiple=True, required=True),
        C("actions", "json", "number of rows by action/stage"),
    ),
    key="regime_id",
)

ISSUES = Table(
    "issues",
    "one row per thing that went wrong or was doubtful",
    (
        C("article_id", "string", "the article concerned, if any"),
        C("path", "string", "where it was read from"),
        C("severity", "string", "error or warning", vocabulary="severity", required=True),
        C("code", "string", "short machine-readable name", required=True),
        C("message", "string", "one line for people", required=True),
    ),
)

TABLES: MappingProxyType[str, Table] = MappingProxyType(
    {
        t.name: t
        for t in (
            ARTICLES, OFFICIALS, TITLES, DATES, COUNTS, SANCTIONS, MEETINGS, STATEMENTS, ORGANIZATIONS, MENTIONS,
            PEOPLE, REGIMES, ISSUES,
        )
    }
)  # fmt: skip

FACT_TABLES: tuple[str, ...] = tuple(name for name, t in TABLES.items() if t.is_fact)
