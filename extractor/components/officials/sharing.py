"""Bodies that a title takes from another title of the same holder."""

from __future__ import annotations

from extractor.components.records import TitleRecord
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable

# Titles and sentences over which "a director" is "the director, NAME".
_FEW = 4


def introduced(tokens: TokenTable, titles: list[TitleRecord]) -> None:
    """ "A Firm Corp director resigned. The director, NAME, …": the one without a name is his, with its body."""
    for k, title in enumerate(titles):
        links = title.links
        if title.official is None or links is None or not links.definite or title.organization or links.plural:
            continue
        for before in reversed(titles[max(0, k - _FEW) : k]):
            theirs = before.links
            if theirs is None or tokens.sent[links.first] - tokens.sent[theirs.first] > _FEW:
                break
            if theirs.noun != links.noun:
                continue
            apart = before.official is not None or not theirs.indefinite or theirs.plural
            if apart or not before.organization or None not in (title.country, before.country):
                break
            title.organization, title.parent_organization = before.organization, before.parent_organization
            title.role, title.country = before.role, title.country or before.country
            before.official, before.basis, before.confidence = title.official, "coreference", 0.7
            break


def share_bodies(titles: list[TitleRecord]) -> None:
    """A title that names no body takes the one that the same official's same title named before, with its role."""
    known: dict[tuple[int, str], TitleRecord] = {}
    for title in titles:
        if title.official is None or title.links is None:
            continue
        key = id(title.official), title.links.noun
        if title.organization:
            known.setdefault(key, title)
        elif key in known and title.country in (None, known[key].country):
            before = known[key]
            if title.role not in (before.role, "business", "other", "official", "military"):
                continue  # "Supreme Court president NAME is elected as Hungarian president"
            title.organization, title.parent_organization = before.organization, before.parent_organization
            title.role = before.role


def of_committees(titles: list[TitleRecord], lex: TitleLexicon) -> None:
    """ "Chairman Lugar" of one who is a senator elsewhere in the article."""
    members = {id(t.official) for t in titles if t.official is not None and t.role == "legislator"}
    for title in titles:
        chairs = title.links is not None and title.links.noun in lex.of("chair_head")
        if (
            chairs
            and title.basis == "prenominal"
            and title.role == "business"
            and not title.organization
            and id(title.official) in members
        ):
            title.role = "legislator"
