"""Titles whose holder the next sentence names: "Chad's prime minister says … NAME spoke to reporters on Sunday.\""""

from __future__ import annotations

from extractor.components.records import TitleRecord
from extractor.language.tokens import TokenTable
from extractor.linking.names import NameSpan
from extractor.linking.persons import Person

# Titles of which the text means one holder.
_SINGLE = frozenset(
    {"head_of_state", "head_of_government", "deputy_head", "minister", "ambassador", "envoy", "non_state", "opposition",
     "central_banker", "intergovernmental", "party_official", "director_general"}
)  # fmt: skip


def holders_ahead(
    t: TokenTable,
    titles: list[TitleRecord],
    owner: dict[NameSpan, Person],
    held: set[Person],
    polite: frozenset[str],
) -> list[tuple[TitleRecord, Person]]:
    """Each unnamed title that is its sentence's subject, with the person who is the subject of the next sentence, where
    that one is first named there, by a full name, and has no title of his own.

    owner: the person of each name mention; held: persons with titles; polite: words before a name ("Mr.").
    """
    if not titles:
        return []
    by_first = {n.first: n for n in owner}
    taken = {(x.links.noun, x.country) for x in titles if x.official is not None and x.links is not None}
    out: list[tuple[TitleRecord, Person]] = []
    for title in titles:
        links = title.links
        if title.official is not None or links is None or links.plural or links.indefinite or not links.specific:
            continue
        if title.role not in _SINGLE or title.incumbency == "former" or not (title.country or title.organization):
            continue
        if (links.noun, title.country) in taken or not _is_subject(t, links.first, links.end):
            continue
        at = t.sent[links.first] + 1
        if at >= len(t.sents):
            continue
        first = t.sents[at][0]
        while first < t.n - 1 and (t.text[first].isspace() or t.lower[first] in polite):
            first += 1
        name = by_first.get(first)
        person = owner[name] if name is not None else None
        if name is None or person is None or person in held or name.end - name.first < 2:
            continue
        if min(n.first for n in person.mentions) < name.first or not _is_subject(t, name.first, name.end):
            continue
        if name.end < t.n and t.text[name.end] in (",", "(", "-", "--"):
            continue  # what he is follows
        held.add(person)
        taken.add((links.noun, title.country))
        out.append((title, person))
    return out


def _is_subject(t: TokenTable, first: int, end: int) -> bool:
    """Whether the words are the subject of their sentence's main verb."""
    for i in range(first, end):
        governor = t.head[i]
        if t.dep[i] == "nsubj" and not first <= governor < end:
            return (
                t.dep[governor] == "root" or t.dep[governor] in ("ccomp", "parataxis") and t.sent[governor] == t.sent[i]
            )
    return False
