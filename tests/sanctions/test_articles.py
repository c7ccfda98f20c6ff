"""What takes more than one sentence: roles carried over, one row per event, dates, contents."""

from __future__ import annotations

import time
from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc


def test_same_act_told_twice_is_one_row_with_a_mention(read: Callable[..., Doc]) -> None:
    doc = read(
        "Norway imposed sanctions on Belarus on Monday. Norway imposed the sanctions after the vote.", "2024-05-15"
    )
    (record,) = doc._.extractor.sanctions
    assert (record.sender_country, record.target_country) == ("NOR", "BLR")
    assert [doc.text[m.start : m.end] for m in record.mentions]


def test_definite_sanctions_take_their_roles_from_before(read: Callable[..., Doc]) -> None:
    doc = read("Canada imposed sanctions on Haiti. The sanctions will be lifted next year.", "2024-05-15")
    lifted = next(r for r in doc._.extractor.sanctions if r.action == "lift")
    assert (lifted.sender_country, lifted.target_country, lifted.stage) == ("CAN", "HTI", "planned")


def test_content_of_sanctions_in_force_is_a_row_of_its_own(read: Callable[..., Doc]) -> None:
    doc = read("Japan may extend sanctions on North Korea. The sanctions include a ban on all trade.", "2024-05-15")
    content = next(r for r in doc._.extractor.sanctions if r.action == "maintain")
    assert content.measures == ("trade_ban",)
    assert (content.sender_country, content.target_country) == ("JPN", "PRK")


def test_caller_is_agent_and_addressee_is_sender(read: Callable[..., Doc]) -> None:
    (record,) = read("Ukraine urged Germany to impose sanctions on Belarus.", "2024-05-15")._.extractor.sanctions
    assert (record.sender_country, record.agent_country, record.stage) == ("DEU", "UKR", "called_for")


def test_violator_is_agent(read: Callable[..., Doc]) -> None:
    (record,) = read("Rwanda violated the U.N. arms embargo on Congo.", "2024-05-15")._.extractor.sanctions
    assert (record.sender_country, record.agent_country, record.action) == ("UNO", "RWA", "violate")


def test_day_of_action_and_last_day_of_validity(read: Callable[..., Doc]) -> None:
    (record,) = read(
        "On May 10, 2024, Canada extended sanctions on Haiti until May 1, 2025.", "2024-05-15"
    )._.extractor.sanctions
    assert (record.date_start, record.expires) == ("2024-05-10", "2025-05-01")


def test_legal_basis_reason_and_code(read: Callable[..., Doc]) -> None:
    text = "The Security Council adopted Resolution 1718, imposing sanctions on North Korea over its nuclear test."
    (record,) = read(text, "2006-10-15")._.extractor.sanctions
    assert (record.legal_basis, record.reason, record.cameo) == ("Resolution 1718", "its nuclear test", "163")


def test_denial_and_condition_are_kept_as_modality(read: Callable[..., Doc]) -> None:
    (denied,) = read("The bank denied that it had evaded sanctions on Iran.", "2024-05-15")._.extractor.sanctions
    assert (denied.stage, denied.modality) == ("alleged", "denied")
    (open_,) = read("If Iran refuses, it will face U.N. sanctions.", "2024-05-15")._.extractor.sanctions
    assert (open_.stage, open_.modality, open_.target_country) == ("threatened", "conditional", "IRN")


def test_spans_are_offsets_of_the_text(read: Callable[..., Doc]) -> None:
    doc = read("Late on Monday,\n\nNorway imposed sanctions on Belarus.", "2024-05-15")
    (record,) = doc._.extractor.sanctions
    assert doc.text[record.start : record.end] == "imposed sanctions"


def test_long_list_takes_bounded_time(read: Callable[..., Doc]) -> None:
    text = "Norway imposed sanctions on " + ", ".join(f"Company{i}" for i in range(400)) + " and Belarus."
    assert len(read(text, "2024-05-15")._.extractor.sanctions) == 1


def test_endless_sentence_takes_bounded_time(nlp: Language) -> None:
    """Three times the words of one sentence without a full stop may take some four times as long, not nine."""
    spent = []
    component = nlp.get_pipe("extractor_sanctions")
    for repeats in (500, 1500):
        doc = nlp("sanctions on Iran " * repeats)
        begin = time.perf_counter()
        component(doc)
        spent.append(time.perf_counter() - begin)
    assert spent[1] < 6 * spent[0] + 0.2


def test_headline_is_a_mention_of_the_story(read: Callable[..., Doc]) -> None:
    text = "NORWAY SEEKS BELARUS SANCTIONS\n\nThe government of Norway agreed to tighten sanctions on Belarus."
    doc = read(text, "2024-05-15")
    (record,) = doc._.extractor.sanctions
    assert (record.action, record.stage, record.target_country) == ("expand", "planned", "BLR")
    assert record.mentions


def test_embargo_on_the_words_of_a_call_with_the_press_is_none(read: Callable[..., Doc]) -> None:
    text = (
        "This call is on background, attributable to a senior official. Thanks for joining. The embargo is now lifted."
    )
    assert read(text, "2024-05-15")._.extractor.sanctions == []


def test_both_countries_are_those_named_last(read: Callable[..., Doc]) -> None:
    text = (
        "Iraq held an election in Iraq and Iraq counted votes. Eritrea and Ethiopia have sent troops to the border. "
        "The Security Council has threatened sanctions against both countries."
    )
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert (record.sender_country, record.target_country) == ("UNO", "ERI;ETH")


def test_speaker_of_a_joint_statement_is_no_bystander(read: Callable[..., Doc]) -> None:
    text = "In light of the attack on Chad, carried out with Mali's help, we will stop any attempt to evade sanctions."
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert record.sender_country is None


def test_text_without_full_stops_lends_no_parties_to_its_neighbours(read: Callable[..., Doc]) -> None:
    words = (
        "Senator Smith of Oregon today praised the friends of Israel in the state of Ohio and the old men of Kansas "
    )
    text = words * 4 + "The Council should impose sanctions on Sudan The people of Peru are glad that sanctions work"
    records = read(text, "2024-05-15")._.extractor.sanctions
    assert {r.target_country for r in records} <= {"SDN", None}


def test_items_of_a_list_share_the_stage_of_its_lead(read: Callable[..., Doc]) -> None:
    text = "The new bill would strengthen the law by:\n* Extending sanctions on Iran to the parent firm;\n"
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert (record.action, record.stage) == ("expand", "proposed")


def test_day_of_a_conditional_promise_is_no_day_of_effect(read: Callable[..., Doc]) -> None:
    text = "Norway will lift sanctions on Belarus on Dec. 31, 2024, if the prisoners are freed."
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert (record.action, record.stage, record.date_start) == ("lift", "planned", None)


def test_we_in_a_governments_own_text_is_its_state(read: Callable[..., Doc]) -> None:
    text = (
        "Office of the Spokesperson. The Belarusian government jailed a poet. We have imposed sanctions on the regime."
    )
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert (record.sender_country, record.target_country) == ("USA", "BLR")


def test_we_in_a_report_is_nobodys_state(read: Callable[..., Doc]) -> None:
    text = 'The Belarusian government jailed a poet. "We have imposed sanctions on the regime," the envoy said.'
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert record.sender_country is None


def test_administration_in_a_briefing_is_the_speakers(read: Callable[..., Doc]) -> None:
    text = (
        "MR. HALE: Good morning from the White House. QUESTION: What of Sudan? "
        "MR. HALE: The Administration has imposed an arms embargo on Sudan."
    )
    (record,) = read(text, "2024-05-15")._.extractor.sanctions
    assert (record.sender_country, record.measures) == ("USA", ("arms_embargo",))
