"""Roles from a body that stands with another title, or with the names: "chair and spokesperson for the Greens",
"Commanders A and B of the rebel group"."""

from __future__ import annotations

from extractor.components.records import TitleRecord
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.linking.bodies import BodyIndex

# Tokens after the names in which the group is called one.
_REACH = 8


def of_next_body(t: TokenTable, bodies: BodyIndex, lex: TitleLexicon, titles: list[TitleRecord]) -> None:
    """The first of two titles of one holder, joined by "and", is at the body that the second names."""
    for title, after in zip(titles, titles[1:]):
        a, b = title.links, after.links
        if a is None or b is None or title.organization or title.country or not after.organization:
            continue
        if t.lower[a.end : b.left] != ["and"] or b.left != b.first or a.holder != b.holder or a.holder is None:
            continue
        named = [body for i in range(b.first, b.end) if (body := bodies.at(i)) is not None]
        role = lex.roles.get((a.noun, named[-1].kind)) if named else None
        if role is not None:
            title.role = role


def of_groups(t: TokenTable, lex: TitleLexicon, titles: list[TitleRecord]) -> None:
    """Commanders of a group that words behind their names call rebels; so are they wherever else they are named."""
    rebels: set[str] = set()
    for title in titles:
        links = title.links
        if links is None or links.holder is None or title.role not in ("military", "other") or title.country:
            continue
        name = " ".join(t.lower[links.holder.first : links.holder.end])
        i = links.holder.end
        while i < t.n and t.text[i][:1].isupper() and t.text[i].isalpha() or t.lower[i : i + 1] == ["and"]:
            i += 1  # over the other names
        if t.lower[i : i + 1] == ["of"] and any(lex.attributes.get(w) == "non_state" for w in t.lower[i : i + _REACH]):
            rebels.add(name)
        if name in rebels:
            title.role = "non_state"
