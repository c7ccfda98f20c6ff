"""Roles from a body that stands with another title, or with the names: "chair and spokesperson for the Greens",
"Commanders A and B of the rebel group"."""

from __future__ import annotations

from extractor.components.records import TitleRecord
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.linking.bodies import BodyIndex

# Tokens after the names in which the group is called one.
_REACH = 8
_OF_NO_STATE = frozenset({"company", "party", "igo", "media", "armed_group", "university"})


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


def of_body_behind(t: TokenTable, bodies: BodyIndex, lex: TitleLexicon, titles: list[TitleRecord]) -> None:
    """ "NAME, President and Director-Counsel of the Defense Fund": no state's, where a post unknown to the lexicon
    stands between the title and the body."""
    for title in titles:
        links = title.links
        if links is None or title.role != "head_of_state" or title.country or title.organization:
            continue
        if links.holder is None or title.basis != "apposition" or t.lower[links.end : links.end + 1] != ["and"]:
            continue
        high = min(t.sentence(links.first)[1], links.end + _REACH)
        of = next((i for i in range(links.end + 1, high) if t.lower[i] in ("of", "for")), None)
        if of is None or not all(t.text[i][:1].isupper() or t.text[i] == "-" for i in range(links.end + 1, of)):
            continue
        body = bodies.at(of + 2 if t.lower[of + 1 : of + 2] == ["the"] else of + 1)
        if body is not None and body.kind != "government":
            title.role = lex.roles.get((links.noun, body.kind), "other") if body.kind in _OF_NO_STATE else "other"


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
