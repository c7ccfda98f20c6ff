"""Controlled vocabularies of the tables: every closed list of values, declared once.

The lists are the contract's; docs/schema.md is generated from them.
"""

from __future__ import annotations

from types import MappingProxyType

ROLES = (
    "head_of_state", "head_of_government", "deputy_head", "minister", "deputy_minister", "director_general",
    "deputy_director_general", "ambassador", "envoy", "spokesperson", "central_banker", "legislator", "judiciary",
    "military", "security", "party_official", "opposition", "subnational", "intergovernmental", "candidate", "adviser",
    "royal", "non_state", "business", "official", "other",
)  # fmt: skip

INCUMBENCY = ("current", "acting", "incoming", "outgoing", "former", "then", "late")

TITLE_BASIS = ("prenominal", "apposition", "possessive", "copular", "relative", "coreference", "unattached")

COUNTRY_BASIS = ("explicit", "organization", "inferred")

# Of a party to sanctions: named in the event's own sentence, or carried over from elsewhere in the article.
PARTY_BASIS = ("explicit", "inferred")

ORGANIZATION_KINDS = (
    "government", "ministry", "bureau", "agency", "parliament", "court", "military", "police_intelligence",
    "central_bank", "party", "committee", "delegation", "embassy", "igo", "armed_group", "company", "ngo", "media",
    "university", "other",
)  # fmt: skip

TIMEX_TYPES = ("DATE", "TIME", "DURATION", "SET")

# TIMEX3 mod values: TimeML 1.2.1 annotation guidelines, section 2.2.
TIMEX_MODS = (
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
    "START", "MID", "END", "APPROX",
)  # fmt: skip

GRANULARITIES = (
    "time", "part_of_day", "day", "week", "part_of_month", "month", "quarter", "season", "part_of_year", "year",
    "decade", "century", "indefinite",
)  # fmt: skip

RESOLUTIONS = ("exact", "approximate", "ambiguous", "unresolved", "none")

DATE_FUNCTIONS = (
    "attribution", "event", "deadline", "expiry", "start", "since", "background", "publication", "duration", "other",
)  # fmt: skip

QUALIFIERS = ("exact", "at_least", "more_than", "at_most", "less_than", "about", "range", "vague")

QUANTITY_TYPES = ("count", "percent", "fraction", "money", "measure")

COUNT_KINDS = (
    "dead", "injured", "missing", "abducted", "returned", "detained", "displaced", "hostages", "victims", "troops",
    "militants", "officials", "delegates", "protesters", "voters", "votes", "families", "people", "countries",
    "organizations", "persons_listed", "entities_listed", "vessels", "aircraft", "weapons", "tests", "attacks",
    "meetings", "documents", "sanctions", "money", "percent", "measure", "other",
)  # fmt: skip

COUNT_RELATIONS = ("subset_of", "remainder_of", "complement", "same_as", "sum_of")

MODALITIES = ("asserted", "alleged", "possible", "planned", "negated")

TARGET_TYPES = ("country", "person", "entity", "group", "vessel", "sector")

MEASURES = (
    "unspecified", "economic", "trade_ban", "export_restriction", "import_restriction", "tariff", "blockade",
    "arms_embargo", "military_aid_suspension", "asset_freeze", "financial_restriction", "investment_ban",
    "aid_suspension", "travel_ban", "visa_ban", "transport_ban", "sectoral", "services_ban", "diplomatic",
    "membership_suspension", "sports_cultural", "designation", "debarment", "secondary", "penalty",
)  # fmt: skip

SANCTION_ACTIONS = (
    "impose", "expand", "extend", "maintain", "ease", "lift", "suspend", "expire", "reimpose", "enforce", "violate",
    "retaliate", "none",
)  # fmt: skip

SANCTION_STAGES = (
    "done", "in_force", "planned", "scheduled", "proposed", "considered", "threatened", "called_for", "opposed",
    "refused", "blocked", "alleged", "hypothetical",
)  # fmt: skip

SANCTION_DIRECTIONS = ("escalate", "ease", "continue", "enforce", "none")
REGIME_STATUSES = ("in_force", "eased", "suspended", "expired", "lifted", "prospective", "rejected")

MEETING_KINDS = ("bilateral", "multilateral", "summit", "visit", "phone", "working_level", "other")

MEETING_STATUSES = ("held", "ongoing", "planned", "proposed", "possible", "cancelled", "refused")

SPEAKER_KINDS = ("named", "unnamed_official", "unnamed_source", "government", "organization", "media")

STATEMENT_ACTS = (
    "say", "tell", "demand", "ask", "propose", "promise", "threaten", "warn", "accuse", "deny", "reject", "agree",
    "confirm", "announce", "believe", "praise", "criticise", "decline_comment",
)  # fmt: skip

MENTION_KINDS = ("name", "partial_name", "title", "pronoun", "nominal")

PUBLISHED_SOURCES = ("metadata", "filename", "dateline", "text")

ARTICLE_STATUSES = ("ok", "empty", "failed")

SEVERITIES = ("error", "warning")

VOCABULARIES: MappingProxyType[str, tuple[str, ...]] = MappingProxyType(
    {
        "role": ROLES,
        "incumbency": INCUMBENCY,
        "title_basis": TITLE_BASIS,
        "country_basis": COUNTRY_BASIS,
        "party_basis": PARTY_BASIS,
        "organization_kind": ORGANIZATION_KINDS,
        "timex_type": TIMEX_TYPES,
        "timex_mod": TIMEX_MODS,
        "granularity": GRANULARITIES,
        "resolution": RESOLUTIONS,
        "date_function": DATE_FUNCTIONS,
        "qualifier": QUALIFIERS,
        "quantity_type": QUANTITY_TYPES,
        "count_kind": COUNT_KINDS,
        "count_relation": COUNT_RELATIONS,
        "modality": MODALITIES,
        "target_type": TARGET_TYPES,
        "measure": MEASURES,
        "sanction_action": SANCTION_ACTIONS,
        "sanction_stage": SANCTION_STAGES,
        "sanction_direction": SANCTION_DIRECTIONS,
        "regime_status": REGIME_STATUSES,
        "meeting_kind": MEETING_KINDS,
        "meeting_status": MEETING_STATUSES,
        "speaker_kind": SPEAKER_KINDS,
        "statement_act": STATEMENT_ACTS,
        "mention_kind": MENTION_KINDS,
        "published_source": PUBLISHED_SOURCES,
        "article_status": ARTICLE_STATUSES,
        "severity": SEVERITIES,
    }
)
