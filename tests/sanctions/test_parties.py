"""What senders and targets are called, and whose state "we", "it" and "the Department" are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.extraction import extraction_of

# Sentence, sender, target: as the row of its only event names them.
_NAMED = [
    ("In June Prime Minister Lind's decision to impose sanctions on Mali was praised in Norway.", None, "Mali"),
    ("In March President Obama announced sanctions against Mali.", "President Obama", "Mali"),
    ("Last month the EU imposed sanctions on Mali.", "European Union", "Mali"),
    ("President Obama's decision to impose sanctions on Mali was praised.", "President Obama", "Mali"),
    ("Markets fell on news the U.S. imposed tariffs on Chinese goods.", "United States", "Chinese goods"),
    ("Oslo imposed sanctions on Minsk.", "Norway", "Belarus"),
    ("Norway, Sweden and the UK imposed sanctions on Mali.", "Norway;Sweden;United Kingdom", "Mali"),
    ("Canada imposed sanctions on Per Lund and Ann Holt of Mali.", "Canada", "Per Lund and Ann Holt of Mali"),
    ("Last week the White House imposed tariffs on Chinese goods.", "White House", "Chinese goods"),
    ("Canada is sanctioning today five Malian traders.", "Canada", "five Malian traders"),
    ("Canada imposed sanctions on Vladimir Putin and Sergei Lavrov.", "Canada", "Vladimir Putin;Sergei Lavrov"),
    ("The U.N. Security Council imposed an arms embargo on Mali.", "U.N. Security Council", "Mali"),
]


@pytest.mark.parametrize(("sentence", "sender", "target"), _NAMED)
def test_names_of_parties(read: Callable[..., Doc], sentence: str, sender: str | None, target: str) -> None:
    (record,) = read(sentence, "2024-05-15")._.extractor.sanctions
    assert record.target == target
    if sender is not None:
        assert record.sender == sender


def test_an_adjective_is_named_as_the_text_names_its_country(read: Callable[..., Doc]) -> None:
    text = "Britain is an island. The British embargo on Mali remains in force."
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert (record.sender, record.sender_country) == ("Britain", "GBR")


def test_those_bound_by_a_ban_do_not_impose_it(read: Callable[..., Doc]) -> None:
    text = "White House\n\nToday we will prohibit U.S. persons from doing any business with Malian banks."
    rows = read(text, "2024-05-15")._.extractor.sanctions
    assert rows
    assert all(r.sender == "United States" for r in rows)


def test_the_line_left_out_at_the_head_tells_whose_text_it_is(nlp: Language) -> None:
    doc = nlp.make_doc("Today, we are imposing sanctions on two Malian generals.")
    extraction_of(doc).masthead = "Ann Holt, Department Spokesperson"
    (record,) = nlp(doc)._.extractor.sanctions
    assert (record.sender, record.sender_country) == ("United States", "USA")


def test_a_state_that_speaks_of_our_allies_is_we(read: Callable[..., Doc]) -> None:
    text = "For months Canada has worked closely with our allies. Today, we are imposing sanctions on Malian generals."
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert record.sender_country == "CAN"


def test_we_in_quotation_marks_is_not_who_puts_the_text_out(read: Callable[..., Doc]) -> None:
    text = 'Canada was named by the minister. "Norway stood by our side," he said. "We imposed sanctions on Mali."'
    rows = read(text, "2024-05-15")._.extractor.sanctions
    assert rows
    assert all(r.sender_country is None for r in rows)


# Text, sender, sender_country, target, target_country of its only row.
_ROLES = [
    ("Norway has an embargo on Mali, and the port is shut.", "Norway", "NOR", "Mali", "MLI"),
    (
        "Ties were cut between Mali and Ghana, Togo and Benin. They imposed a trade embargo, accusing Mali of lies.",
        "Ghana;Togo;Benin",
        "BEN;GHA;TGO",
        "Mali",
        "MLI",
    ),
    (
        "The Norwegian government has lost patience. It is ready to expand sanctions against Mali.",
        "Norwegian government",
        "NOR",
        "Mali",
        "MLI",
    ),
    ("The king of Jordan left, with Canada threatening to withhold aid from Mali.", "Canada", "CAN", "Mali", "MLI"),
    ("The leaders discussed international efforts to impose sanctions on Mali.", None, None, "Mali", "MLI"),
    ("Norway recalls its ambassador from Mali and summons Mali's envoy.", "Norway", "NOR", "Mali", "MLI"),
    ("Calls for tougher sanctions against Mali and prosecution of those guilty grew.", None, None, "Mali", "MLI"),
    (
        "The Security Council imposed sanctions on Mali in the wake of unprecedented tests.",
        "Security Council",
        "UNO",
        "Mali",
        "MLI",
    ),
    (
        "The network helps to evade sanctions, supporting the sale of Iranian oil to customers in Japan.",
        None,
        None,
        "Iran",
        "IRN",
    ),
    (
        "The Mali Trading Company, which Canada sanctioned last year, moved its office.",
        "Canada",
        "CAN",
        "Mali Trading Company",
        "MLI",
    ),
    ("Canada pays for not imposing sanctions to Nord Stream 2.", "Canada", "CAN", "Nord Stream 2", "RUS"),
    (
        "Canada imposed sanctions on perpetrators of crimes against humanity in Mali.",
        "Canada",
        "CAN",
        "perpetrators of crimes against humanity in Mali",
        "MLI",
    ),
    (
        "The European Union has paid for the arms. The bloc adopted its biggest sanctions package against Mali.",
        "European Union",
        "EUE",
        "Mali",
        "MLI",
    ),
    (
        "Canada sanctioned a company and a hacker, both with ties to Mali's navy.",
        "Canada",
        "CAN",
        "company and a hacker",
        "MLI",
    ),
    ("U.S. and UN sanctions on Mali remain in force.", "United States;United Nations", "UNO;USA", "Mali", "MLI"),
    ("Canada imposed tariffs on a wide range of Malian goods.", "Canada", "CAN", "Malian goods", "MLI"),
    ("Canada imposed sanctions pursuant to Order 14033 on Mali.", "Canada", "CAN", "Mali", "MLI"),
    (
        "Canada should join Norway in imposing sanctions on Mali.",
        "Canada;Norway",
        "CAN;NOR",
        "Mali",
        "MLI",
    ),
    ("Canada calls for an end of the Malian blockade of the Strait of Tiran.", "Mali", "MLI", "Strait of Tiran", None),
    (
        "Britain was one of the first to help. And the government has imposed sanctions on Mali.",
        "Britain",
        "GBR",
        "Mali",
        "MLI",
    ),
    (
        "They noted implementation of UN sanctions on Mali, child protection, health, and other interests.",
        "United Nations",
        "UNO",
        "Mali",
        "MLI",
    ),
    ("President Obama's E.O. imposed sanctions on Mali.", "President Obama", "USA", "Mali", "MLI"),
    (
        "It was all but certain President Reagan would impose sanctions on Mali.",
        "President Reagan",
        "USA",
        "Mali",
        "MLI",
    ),
    (
        "The International Trade Commission extended sanctions on Malian steel.",
        "International Trade Commission",
        "USA",
        "Malian steel",
        "MLI",
    ),
]


@pytest.mark.parametrize(("text", "sender", "state", "target", "hit"), _ROLES, ids=lambda x: str(x)[:30])
def test_roles_of_parties(
    read: Callable[..., Doc], text: str, sender: str | None, state: str | None, target: str, hit: str | None
) -> None:
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert (record.sender, record.sender_country) == (sender, state)
    assert (record.target, record.target_country) == (target, hit)


def test_titles_alone_stand_for_those_named_before(read: Callable[..., Doc]) -> None:
    text = (
        "Secretary of State Ann Holt met EU High Representative Per Lund. "
        "The Secretary and the High Representative agreed to impose sanctions on Mali."
    )
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert record.sender_country == "EUE;USA"


def test_a_country_that_a_measure_leaves_out_is_no_target(read: Callable[..., Doc]) -> None:
    rows = read("Norway imposed a travel ban which does not cover Mali.", "2024-05-15")._.extractor.sanctions
    assert [(r.sender_country, r.target_country) for r in rows] == [("NOR", None)]


def test_assets_are_hit_where_their_owner_is_from(read: Callable[..., Doc]) -> None:
    text = "Norway imposed sanctions on Malian generals. Their assets in Canada will be frozen."
    rows = read(text, "2024-05-15")._.extractor.sanctions
    assert rows
    assert all(r.target_country != "CAN" for r in rows)


def test_named_judges_are_not_the_other_side(read: Callable[..., Doc]) -> None:
    text = (
        "Mali bans U.S. citizens from entry in response to a travel ban that includes Mali.\n\n"
        "The United States imposes sanctions on four ICC judges in retaliation over a warrant."
    )
    assert any(
        r.sender_country == "USA" and r.target == "four ICC judges" and r.target_country is None
        for r in read(text, "2024-05-15")._.extractor.sanctions
    )


def test_who_tells_of_its_own_list_designates(read: Callable[..., Doc]) -> None:
    text = (
        "Department of State\n\nToday the United States is imposing sanctions on Mali. "
        "Governor Ann Lund will also be designated."
    )
    rows = read(text, "2024-05-15")._.extractor.sanctions
    assert [(r.sender_country, r.measures) for r in rows] == [("USA", ("unspecified",)), ("USA", ("designation",))]


def test_an_order_is_of_the_state_that_tells_of_it(read: Callable[..., Doc]) -> None:
    text = "White House\n\nThe order broadens the scope of the existing sanctions on Mali."
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert (record.sender, record.sender_country) == ("United States", "USA")


def test_what_is_answered_is_not_hit(read: Callable[..., Doc]) -> None:
    text = (
        "Norway imposes export controls on 10 Malian firms and bars public contracts for 46 others in response to a "
        "Malian blacklist targeting Norwegian firms."
    )
    targets = [r.target for r in read(text, "2024-05-15")._.extractor.sanctions]
    assert "46 others" in targets and not any("blacklist" in (t or "") for t in targets)


def test_who_gains_by_an_exemption_is_not_hit(read: Callable[..., Doc]) -> None:
    text = "The committee approves exemptions for 17 aid projects in Mali despite the sanctions."
    rows = read(text, "2024-05-15")._.extractor.sanctions
    assert rows
    assert all(r.target == "Mali" for r in rows)


def test_what_others_designated_long_ago_is_not_of_who_tells_it(read: Callable[..., Doc]) -> None:
    text = (
        "Department of State\n\nThe United States calls on Mali to end sanctions. Its courts label groups extremist. "
        "In 2017, the Lund Society was designated an extremist organization."
    )
    rows = [r for r in read(text, "2024-05-15")._.extractor.sanctions if r.action == "impose"]
    assert rows
    assert all(r.sender_country != "USA" for r in rows)


def test_a_named_regime_is_not_of_a_country_named_before(read: Callable[..., Doc]) -> None:
    text = "The minister spoke with France about imposing sanctions on the Lund regime."
    rows = read(text, "2024-05-15")._.extractor.sanctions
    assert rows
    assert all(r.target_country != "FRA" for r in rows)
