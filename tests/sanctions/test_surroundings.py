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
    assert record.confidence < 0.6


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
