"""People who hold offices, as records."""

from __future__ import annotations

from extractor.components.records import Mention, OfficialRecord
from extractor.language.tokens import TokenTable
from extractor.linking.persons import Person


def official_of(tokens: TokenTable, person: Person) -> OfficialRecord:
    """The record of a person, with every mention of the name, before titles and country are known."""
    start, end = tokens.span(person.full.first, person.full.end)
    mentions = []
    for name in person.mentions:
        a, b = tokens.span(name.first, name.end)
        full = name.end - name.first >= person.full.end - person.full.first
        mentions.append(Mention(a, b, "name" if full else "partial_name"))
    return OfficialRecord(start, end, "person-" + person.full.source, 0.95, name=person.name, mentions=mentions)
