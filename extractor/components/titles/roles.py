"""The role of a title: its head's, changed by the organization it goes with."""

from __future__ import annotations

from extractor.components.titles.phrase import Phrase
from extractor.components.titles.vocabulary import Head, TitleLexicon, plural_of
from extractor.language.tokens import TokenTable
from extractor.linking.body import is_cap

# What "deputy X" and "vice X" are, where the lexicon does not list the composed head.
_DEPUTY_ROLE = {
    "head_of_state": "deputy_head",
    "head_of_government": "deputy_head",
    "minister": "deputy_minister",
    "director_general": "deputy_director_general",
}


_OF_STATE = frozenset({"ministry", "agency", "government", "bureau", "embassy", "parliament"})
# States whose ministers are called secretaries.
_SECRETARIES = frozenset({"USA", "GBR", "PHL", "MEX", "PRI"})


def _is_department(tokens: TokenTable, phrase: Phrase, country: str | None) -> bool:
    """Whether a secretary is the minister: of such a state, or of a Department where no state is named."""
    words = tokens.lower[phrase.body.first : phrase.body.end] if phrase.body is not None else []
    return country in _SECRETARIES or country is None and "department" in words


def role_is_state(role: str) -> bool:
    return role in ("head_of_state", "head_of_government", "deputy_head")


def head_text(tokens: TokenTable, phrase: Phrase, lex: TitleLexicon, linked: bool) -> str:
    """The lower-case core: rank, portfolio and head, singular where the title is one named person's."""
    core = _join(tokens, phrase.core_first, phrase.head_first)
    own = phrase.head.head if linked or not phrase.plural else _join(tokens, phrase.head_first, phrase.head_end)
    if own.endswith("."):
        own = plural_of(phrase.head.head, lex.of("postnominal"))
    own, plain = _without_body(own, phrase.head, lex)
    if plain and phrase.portfolio:
        core = ""  # "trade | officials"
    rank = tokens.lower[phrase.first]
    if rank in lex.of("deputy_rank") and phrase.first < phrase.core_first:
        core = f"{rank} {core}".strip()  # "deputy | White House | chief of staff"
    return f"{core} {own}" if core else own


def _without_body(own: str, head: Head, lex: TitleLexicon) -> tuple[str, bool]:
    """A head without the body or field that the lexicon has in one phrase with it, and whether it is a plain official's
    or member's: "cabinet | members", "judicial | officials", "speaker | of the house", "candidate | for mayor"."""
    words = own.split()
    if words[-1] in ("member", "members") and words[0] != "ranking":
        return words[-1], True
    if head.role == "official" and words[-1] in ("official", "officials"):
        return words[-1], True
    if words[0].startswith("candidate"):
        return words[0], False
    if words[0].removesuffix("s") in lex.of("head_with_body") and words[1:3] == ["of", "the"]:
        return words[0], False
    return own, False


def _join(tokens: TokenTable, first: int, end: int) -> str:
    out = []
    for i in range(first, end):
        out.append(tokens.lower[i])
        if tokens.space[i]:
            out.append(" ")
    return "".join(out).strip()


def role_of(tokens: TokenTable, phrase: Phrase, lex: TitleLexicon, kind: str | None, country: str | None) -> str:
    """Role from the contract's vocabulary.

    kind: kind of the organization the title goes with; country: country served. Order: head and kind of organization,
    head and country, the head's own role; then rank words.
    """
    head = phrase.head
    rank, deputies = set(tokens.lower[phrase.first : phrase.head_first]), lex.of("deputy_rank")
    if head.role == "official":
        return (
            "official"
            if head.head in ("official", "delegate") or not kind
            else lex.roles.get((head.head, kind), "official")
        )
    if head.role not in ("spokesperson", "adviser", "minister", "deputy_minister") and kind != "igo":
        for word in (*(w.lower() for w in phrase.compound_words), *rank):
            if lex.attributes.get(word) and head.generic:
                return lex.attributes[word]
    # A word for whoever leads a state, where a country stands beside it; anything else when it does not.
    leads = head.head in lex.of("leader_head") and not kind
    if leads and phrase.countries and phrase.countries[0].kind == "region":
        return "subnational"
    if leads and phrase.countries:
        lead = phrase.countries[0].first
        if lead > 1 and tokens.lower[lead - 1] in ("of", "for") and is_cap(tokens, lead - 2):
            return "other"  # "Liberation Front of Corsica leader"
    if leads:
        return "head_of_state" if (phrase.countries or country) and not phrase.plural else "other"
    if phrase.open_complement and not kind and not phrase.countries and role_is_state(head.role):
        return "other"  # "president of" something that the grammar does not know
    if (
        head.head == "secretary"
        and kind == "ministry"
        and _is_department(tokens, phrase, country)
        and not phrase.portfolio
    ):
        return "deputy_minister" if rank & deputies else "minister"
    if head.head.endswith("vice president") and phrase.indefinite and not kind and not country:
        return "business"  # a state has one
    if head.head == "director" and phrase.indefinite and not kind and not country:
        return "business"  # one of a board
    override = lex.roles.get((head.head, kind)) if kind else None
    if override is not None:
        return override
    role = head.role
    if kind in _OF_STATE and role == "business":
        role = "deputy_director_general" if head.head.endswith("director") else "official"
    if kind == "police_intelligence" and role == "military":
        role = "security"
    if kind == "armed_group" and role in ("business", "official", "other", "adviser"):
        return "non_state"
    if kind in ("armed_group", "party") and role == "military":
        return "non_state"  # a movement's commanders
    of_part = bool(phrase.countries) and phrase.countries[0].kind in ("region", "city", "capital")
    if head.head == "representative" and country == "USA" and not kind and of_part and phrase.end == phrase.head_end:
        return "legislator"  # "a Kansas representative"
    if head.head in ("representative", "representatives") and not is_cap(tokens, phrase.head_first):
        return "official"  # of an industry, of civil society; members of a house are Representatives
    if country and (head.head, country) in lex.country_roles:
        role = lex.country_roles[head.head, country][0]
    if rank & deputies:
        role = _DEPUTY_ROLE.get(role, role)
    return role
