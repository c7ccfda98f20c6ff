"""Whose sanctions a bare mention means, and who says "we" in a transcript."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.extraction import extraction_of

_BRIEFING = (
    "MS. HALE: Good afternoon from the White House. "
    "FOREIGN MINISTER LUNDQVIST: {guest} "
    "MS. HALE: {host} "
    "QUESTION: Thank you."
)


def test_a_mention_without_a_target_takes_the_state_told_before(read: Callable[..., Doc]) -> None:
    text = "Canada imposed sanctions on Mali in May. The generals there ignored it. Norway has adopted sanctions since."
    record = next(r for r in read(text, "2024-05-15")._.extractor.sanctions if r.sender_country == "NOR")
    assert (record.action, record.target_country) == ("impose", "MLI")
    assert record.target_basis == "inferred"


def test_who_is_helped_is_not_who_is_hit(read: Callable[..., Doc]) -> None:
    text = "Canada imposed sanctions on Russia. It stands with Ukraine. Norway has adopted sanctions too."
    record = next(r for r in read(text, "2024-05-15")._.extractor.sanctions if r.sender_country == "NOR")
    assert record.target_country == "RUS"


def test_two_states_told_before_leave_it_open(read: Callable[..., Doc]) -> None:
    text = "Canada imposed sanctions on Mali and Haiti. The combination of sanctions and talks may work."
    assert all(r.target_country == "HTI;MLI" for r in read(text, "2024-05-15")._.extractor.sanctions)


def test_a_title_beside_the_text_tells_the_target(nlp: Language) -> None:
    doc = nlp.make_doc("Norway imposed new sanctions on Monday, its government said.")
    extraction_of(doc).title = "Norway tightens Mali sanctions"
    (record,) = nlp(doc)._.extractor.sanctions
    assert record.target_country == "MLI"


def test_we_of_the_host_is_the_state_that_puts_the_transcript_out(read: Callable[..., Doc]) -> None:
    text = _BRIEFING.format(guest="Good day.", host="We have imposed sanctions on Mali.")
    (record,) = read(text, "2022-05-15")._.extractor.sanctions
    assert record.sender_country == "USA"


def test_we_of_a_guest_is_not_the_host(read: Callable[..., Doc]) -> None:
    text = _BRIEFING.format(guest="We have imposed sanctions on Mali.", host="Thank you.")
    (record,) = read(text, "2022-05-15")._.extractor.sanctions
    assert record.sender_country != "USA"


def _of_host(read: Callable[..., Doc], host: str) -> tuple[str, str | None, str | None]:
    (record,) = read(_BRIEFING.format(guest="Good day.", host=host), "2022-05-15")._.extractor.sanctions
    return record.stage, record.sender_country, record.target_country


def test_the_subject_that_governs_a_measure_has_it(read: Callable[..., Doc]) -> None:
    policy = "We are pursuing a policy that includes punitive sanctions against Mali."
    assert _of_host(read, policy) == ("in_force", "USA", "MLI")
    passed = (
        "That was the goal of the sanctions on Mali. It was a regime of sanctions that Congress passed against Mali."
    )
    assert _of_host(read, passed) == ("in_force", "USA", "MLI")


def test_he_is_the_president_of_whom_the_text_speaks(read: Callable[..., Doc]) -> None:
    told = "The President talked to the junta. He threatened sanctions on Mali."
    assert _of_host(read, told) == ("threatened", "USA", "MLI")


def test_a_question_why_something_is_not_done(read: Callable[..., Doc]) -> None:
    assert _of_host(read, "Why aren't we sanctioning the Malian officials? That is the question.")[0] == "refused"


def test_a_joint_stock_company_makes_no_joint_statement(read: Callable[..., Doc]) -> None:
    text = "Department Spokesperson. We are imposing sanctions on a Russian firm: Joint Stock Company Volgaprom."
    assert {r.sender_country for r in read(text, "2022-05-15")._.extractor.sanctions} == {"USA"}
