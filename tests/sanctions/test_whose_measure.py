"""Whose measure it is, and whom it hits, where what stands around the clause tells it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.extraction import extraction_of
from tests.marked import sides

_ROOM = "Brady Press Briefing Room\n\nMS. HALE: The G20 meeting opens in Oslo on Monday. We look forward to it. "
_HOME = "STATEMENT OF THE WHITE HOUSE\n\n"
_OVAL = "Oval Office\n\nPRESIDENT BIDEN: Welcome.\n\nPRIME MINISTER ARDERN: "


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The Norwegian Navy says it has turned back ten ships since the start of the blockade of Mali.", "NOR>MLI"),
        ("The Norwegian Navy says that the Malian blockade of Chad has cost it ten ships.", "MLI>TCD"),
        ("President Keita says that Mali is in talks with Norway and Peru about the trade embargo.", ">MLI"),
        ("She supports Norway's efforts through the UN Security Council to impose sanctions on Mali.", "UNO>MLI"),
        ("Norway's ruling Labour Party decided to impose trade sanctions on Mali.", "NOR>MLI"),
        ("Many countries across the world, including Norway and Peru, have imposed sanctions on Mali.", "NOR;PER>MLI"),
        ("Norway plans to lift the Malian arms embargo.", "NOR>MLI"),
        ("H.R. 4321, the Fair Trade Act, bans imports of gold from Mali.", "USA>MLI"),
        ("The Malian proposal of lifting all sanctions on day one was unwise.", ">MLI"),
        ("Oslo and the European Union plan to impose restrictions on Mali.", "EUE;NOR>MLI"),
        ("Norway's boycott of Chad and neighbouring Mali stays in place.", "NOR>MLI;TCD"),
        ("Norway will impose severe sanctions in response to Malian aggression, enabled by Chad.", "NOR>MLI"),
        ("Norway will impose further sanctions over President Keita's unjust war.", "NOR>MLI"),
        ("Norway is closely watching efforts to violate Mali-related sanctions.", ">MLI"),
        ("The motion calls for U.S. and multilateral sanctions against Mali.", "USA>MLI"),
        (
            "All states must implement all restrictive measures relating to Mali imposed by the UN Security Council.",
            "UNO>MLI",
        ),
        ("Norway will ease sanctions against Malian-bloc countries.", "NOR>"),
        (
            "Traders lament the impact of Norwegian tariffs on the Malian gold sector and heavy losses in Fiji.",
            "NOR>MLI",
        ),
        ("Norway froze the assets of Vladimir Putin and his friends.", "NOR>RUS"),
        ("Pursuant to Executive Order 13405, the Department of State is designating Ana Zenko.", "USA>BLR"),
        ("Norway announced a blockade of Mali. Ten ships have left since the blockade was announced.", "NOR>MLI"),
        ("In 1980 Norway imposed a grain embargo on the Soviet Union.", "NOR>SUN"),
        ("The minister regrets the decision by Norway to impose sanctions on Mali.", "NOR>MLI"),
        ("There is enough agreement within the EU to impose sanctions on Mali.", "EUE>MLI"),
        ("The 27-nation bloc imposed sanctions on Mali.", "EUE>MLI"),
        ("Russia, which has a veto on the Security Council, says it will oppose sanctions on Mali.", "UNO>MLI"),
        ("Norway imposed sanctions on people it accuses of blocking peace in Mali.", "NOR>MLI"),
        ("Norway wants to lift the sanctions on the ousted regime of Saddam Hussein.", "NOR>IRQ"),
        ("Chad sells rifles to Mali, violating an arms embargo imposed by Norway on Mali.", "NOR>MLI"),
        ("Norway is to impose sanctions on Chad. Chad will refrain from taking retaliatory steps.", "TCD>NOR"),
        ("Mali's president talked with Peru. We applaud Chad for enforcing sanctions.", ">MLI"),
        ("Norway and Peru sent envoys to Mali. They met traders. The traders fear sanctions.", ">MLI"),
    ],
)
def test_who_stands_beside(read: Callable[..., Doc], text: str, row: str) -> None:
    record = read(text, "2024-05-15")._.extractor.sanctions[-1]
    assert sides(record) == row


@pytest.mark.parametrize(
    ("text", "row"),
    [
        (_ROOM + "He violated Chad's sovereignty. The sanctions on Mali remain intact.", "USA>MLI"),
        (_HOME + "Earlier sanctions imposed on Mali have hurt its traders.", "USA>MLI"),
        (_HOME + "The Security Council met. The sanctions imposed on Mali have hurt its traders.", "UNO>MLI"),
        (_HOME + "They welcomed the new sanctions on Mali announced by the President in Brussels.", "USA>MLI"),
        (_OVAL + "I thank you for your leadership when it comes to sanctions against Mali.", "USA>MLI"),
        (_OVAL + "You imposed sanctions on Mali.", "USA>MLI"),
        (_ROOM + "Q You won't put sanctions on Mali.", "USA>MLI"),
        ("2:15 P.M. EDT\n\nMR. LUND: We will impose sanctions on Mali.", "USA>MLI"),
        (_OVAL + "We stand together in condemning the coup and in sanctioning Mali.", "NZL;USA>MLI"),
        (_HOME + "The Keita regime can open a path to easing sanctions on Mali by an election.", "USA>MLI"),
    ],
)
def test_whose_text_and_whose_turn(read: Callable[..., Doc], text: str, row: str) -> None:
    record = read(text, "2022-05-15")._.extractor.sanctions[-1]
    assert sides(record) == row


@pytest.mark.parametrize(
    ("title", "sender"),
    [
        ("Remarks by President Joe Biden at a Plant", "USA"),
        ("Statement by Prime Minister Trudeau on Mali", "CAN"),
        ("Press Briefing by Press Secretary Ann Hale", "USA"),
        ("President Joe Biden and the Plant", None),
    ],
)
def test_whose_words_the_title_announces(nlp: Language, title: str, sender: str | None) -> None:
    doc = nlp.make_doc("Let us be clear. We will impose sanctions on Mali.")
    extraction_of(doc).title = title
    assert nlp(doc)._.extractor.sanctions[-1].sender_country == sender


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Norway told Mali to open its market. Malian firms gain. Norway is weighing retaliatory measures.", "MLI"),
        ("Chad met Fiji in Oslo. Karim Ahmad was the first to have sanctions placed on him by Norway.", None),
        ("Omar, a Chadian citizen, leads Mali's army. In May Norway put sanctions on Omar.", "TCD"),
    ],
)
def test_whom_it_hits(read: Callable[..., Doc], text: str, target: str | None) -> None:
    record = read(text, "2024-05-15")._.extractor.sanctions[-1]
    assert (record.sender_country, record.target_country) == ("NOR", target)


def test_the_same_person_by_another_body(read: Callable[..., Doc]) -> None:
    text = "Norway sanctioned Ana Keita, a Malian trader. In June she was placed on the United Nations sanctions list."
    rows = read(text, "2024-05-15")._.extractor.sanctions
    assert [(r.sender_country, r.target_country) for r in rows] == [("NOR", "MLI"), ("UNO", "MLI")]
