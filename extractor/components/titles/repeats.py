"""Roles of bare titles that the article or the occasion tells: "the director" of the firm named before, "Mr. President"
in a speech to a chamber."""

from __future__ import annotations

from extractor.components.records import TitleRecord
from extractor.language.tokens import TokenTable
from extractor.linking.cues import TitleCues

# Sentences between "a Acme director" and "the director".
_NEAR = 3
_VAGUE = frozenset({"deputy_director_general", "other", "official"})
_POLITE = frozenset({"mr", "mr.", "madam", "madame"})


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
        bare = links.definite and not title.organization and not links.core and title.country is None
        bare &= links.end - links.first == len(links.noun.split()) and links.possessor is None
        if bare and title.role in _VAGUE and here - firms.get(links.noun, -99) <= _NEAR:
            title.role = "business"


def of_chamber(t: TokenTable, titles: list[TitleRecord], cues: TitleCues) -> None:
    """ "Mr. President, I rise to …": whoever presides over the chamber."""
    spoken: bool | None = None
    for title in titles:
        links = title.links
        if links is None or title.role != "head_of_state" or links.noun != "president" or links.holder is not None:
            continue
        before = t.lower[max(links.first - 2, 0) : links.first]
        if before[-1:] == [] or before[-1] not in _POLITE or before[0] == "dear" or links.end - links.first > 1:
            continue
        if spoken is None:
            spoken = any(
                tuple(t.lower[i : i + len(words)]) == words for words in cues.floor for i in _starts(t, words[0])
            )
        if spoken:
            title.role = "legislator"


def _starts(t: TokenTable, word: str) -> list[int]:
    return [i for i, w in enumerate(t.lower) if w == word]
