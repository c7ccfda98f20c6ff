"""Roles of bare titles that the article or the occasion tells: "the director" of the firm named before, "Mr. President"
in a speech to a chamber."""

from __future__ import annotations

from extractor.components.records import TitleLinks, TitleRecord
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.linking.cues import TitleCues

# Sentences between "a Acme director" and "the director".
_NEAR = 3
_VAGUE = frozenset({"deputy_director_general", "other", "official"})
# Tokens of the opening of a statement from a chamber, where senators speak.
_OPENING = 60


def _is_bare(title: TitleRecord, links: TitleLinks) -> bool:
    """ "the director": nothing tells whose."""
    return links.definite and not links.core and not title.organization and title.country is None


def of_firm_before(t: TokenTable, titles: list[TitleRecord]) -> None:
    """A bare definite title is of the firm that the same title was of a moment before."""
    firms: dict[str, int] = {}
    for title in titles:
        links = title.links
        if links is None:
            continue
        here = t.sent[links.first]
        if title.role == "business" and title.organization:
            firms[links.noun] = here
        bare = _is_bare(title, links) and links.end - links.first == len(links.noun.split()) and links.possessor is None
        if bare and title.role in _VAGUE and here - firms.get(links.noun, -99) <= _NEAR:
            title.role = "business"


def of_rebels_before(t: TokenTable, titles: list[TitleRecord]) -> None:
    """ "FMLN commanders … The commanders said": bare ones are the rebels' named a moment before."""
    rebels: dict[str, int] = {}
    for title in titles:
        links = title.links
        if links is None:
            continue
        here = t.sent[links.first]
        bare = _is_bare(title, links)
        if title.role == "military" and bare and here - rebels.get(links.noun, -99) <= _NEAR:
            title.role = "non_state"
        if title.role == "non_state":
            rebels[links.noun] = here
        elif title.role == "military":
            rebels.pop(links.noun, None)


def of_chamber(t: TokenTable, titles: list[TitleRecord], cues: TitleCues, lex: TitleLexicon) -> None:
    """ "Mr. President, I rise to …": whoever presides over the chamber."""
    polite = lex.of("polite_address")
    addressed = [title for title in titles if _is_addressed(t, title, polite)]
    if not addressed:
        return
    spoken = any(tuple(t.lower[i : i + len(words)]) == words for words in cues.floor for i in _starts(t, words[0]))
    if spoken or len(addressed) > 1 and not lex.of("senator").isdisjoint(t.lower[:_OPENING]):
        for title in addressed:
            title.role = "legislator"


def _is_addressed(t: TokenTable, title: TitleRecord, polite: frozenset[str]) -> bool:
    """ "Mr. President", but "Dear Mr. President" opens a letter."""
    links = title.links
    if links is None or title.role != "head_of_state" or links.noun != "president" or links.holder is not None:
        return False
    before = [w for w in t.lower[max(links.first - 4, 0) : links.first] if not w.isspace()]
    return bool(before) and before[-1] in polite and "dear" not in before and links.end - links.first == 1


def _starts(t: TokenTable, word: str) -> list[int]:
    return [i for i, w in enumerate(t.lower) if w == word]
