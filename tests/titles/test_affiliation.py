"""The organization that a title names, by a name, a common noun, a possessor or the words before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc


@pytest.mark.parametrize(
    ("text", "span", "organization"),
    [
        ("Bill Gross, president of Idealab, said more.", "president of Idealab", "Idealab"),
        ("Abe Kleinfield, a vice president at Open Text, said so.", "vice president at Open Text", "Open Text"),
        ("Merrill's current chairman and chief executive, Ana Ruiz, left.", "chief executive", "Merrill"),
        ("A New York Life spokesman said so.", "New York Life spokesman", "New York Life"),
        ("Oleg Dubrovin, head of the food safety agency, agreed.", "head of the food safety agency",
         "food safety agency"),
        ("A spokesman for the military government denied it.", "spokesman for the military government",
         "military government"),
        ("The police chief, Ana Ruiz, resigned.", "police chief", "police"),
        ("Luis Mora, President and CEO, Hispanic Federation, came.", "President", "Hispanic Federation"),
        ("The Green Party met in Bonn. The president of that party, Eva Sanz, spoke.", "president of that party",
         "Green Party"),
        ("Ana Ruiz, vice president of research at the software firm Brightwater, said so.",
         "vice president of research at the software firm Brightwater", "Brightwater"),
        ("Gen. Jo Park, commander, U.S. Southern Command recently met them.", "commander", "U.S. Southern Command"),
        ("Guests included Ana Ruiz, CEO, Dalton Systems.", "CEO", "Dalton Systems"),
        ("ASEAN foreign ministers met.", "ASEAN foreign ministers", "ASEAN"),
        ("Pentagon Press Secretary Peter Lang denied it.", "Pentagon Press Secretary", "Pentagon"),
        ("An Air Force officer was killed.", "Air Force officer", "Air Force"),
        ("Member of Parliament Shiv Rana was absent.", "Member of Parliament", "Parliament"),
        ("The United Nations met. They heard Secretary-General Ban Ki-moon.", "Secretary-General", "United Nations"),
        ("Eva Sanz, chair and spokesperson for the Greens, won.", "chair", "Greens"),
        ("The Syrian Army, whose commander is Ali Assad, entered.", "commander", "Syrian Army"),
        ("He was Deputy Assistant Secretary in the Bureau of African Affairs.",
         "Deputy Assistant Secretary in the Bureau of African Affairs", "Bureau of African Affairs"),
        ("The plan passed in the Finance Committee, Senator Ann Lee said.", "Senator", None),
        ("Jose Diaz, Under Secretary for Economic Growth, Energy, and the Environment, came.",
         "Under Secretary for Economic Growth, Energy, and the Environment", None),
        ("Summit Foods Corp was sold, Summit Chairman Peter Lang said.", "Summit Chairman", "Summit"),
        ("Peter Lang is the ranking Democrat on the Senate panel.", "ranking Democrat on the Senate panel", "Senate"),
        ("The leader of Germany's \"Blue\" Party left.", "leader of Germany's \"Blue\" Party", '"Blue" Party'),
        ("A Marlow Corp director left. The director, Peter Lang, did so on Sunday.", "director", "Marlow Corp"),
        ("Senior Administration officials met.", "Senior Administration officials", "Administration"),
        ("He took office as President of Chile at the National Congress on Sunday.", "President of Chile", None),
        ("Peter Lang, Member, President's Advisory Board, spoke.", "Member", "Advisory Board"),
        ("They met NATO and European Union officials.", "NATO and European Union officials", "NATO; European Union"),
    ],
)  # fmt: skip
def test_organization(text: str, span: str, organization: str, read: Callable[..., Doc]) -> None:
    found = {text[t.start : t.end]: t.organization for t in read(text)._.extractor.titles}
    assert found.get(span) == organization


def test_no_organization_where_only_a_country_is_named(read: Callable[..., Doc]) -> None:
    titles = read("Putin, the President of the Russian Federation, spoke.")._.extractor.titles
    assert [(t.role, t.country, t.organization) for t in titles] == [("head_of_state", "RUS", None)]
