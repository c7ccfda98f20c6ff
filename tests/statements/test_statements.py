"""Statements in marked-up sentences, quotations over sentences, pronouns, and the records of other components."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest

from tests.marked import annotate, specs

SPECS = specs(Path(__file__).parent / "sentences.txt")


@pytest.mark.parametrize("line", [s for s in SPECS if "{" in s], ids=lambda s: s.split(" | ")[0])
def test_statement(line: str) -> None:
    marked, act, kind, day = (part.strip() for part in line.split(" | "))
    text = marked.translate(str.maketrans("", "", "{}<>"))
    said = marked[marked.index("{") + 1 : marked.index("}")].translate(str.maketrans("", "", "<>"))
    speaker = marked[marked.index("<") + 1 : marked.index(">")].translate(str.maketrans("", "", "{}"))
    facts = annotate(text)
    found = {text[s.start : s.end]: s for s in facts.statements}
    assert said in found, sorted(found)
    record = found[said]
    assert record.speaker == speaker
    assert record.act == act
    assert kind in ("-", record.speaker_kind), record.speaker_kind
    assert day in ("-", record.date_start), record.date_start
    assert record.is_quote == (marked[marked.index("{") - 1 : marked.index("{")] == '"')


@pytest.mark.parametrize("line", [s for s in SPECS if "{" not in s])
def test_no_statement(line: str) -> None:
    assert [line[s.start : s.end] for s in annotate(line).statements] == []


def test_quotation_goes_on_behind_the_reporting_clause() -> None:
    text = '"We will not come back," Foreign Minister Mohammad Javad Zarif said. "The deal is dead for all of us."'
    statements = annotate(text).statements
    assert [text[s.start : s.end] for s in statements] == ["We will not come back", "The deal is dead for all of us"]
    assert {s.speaker for s in statements} == {"Foreign Minister Mohammad Javad Zarif"}
    assert all(s.is_quote for s in statements)


def test_two_halves_of_one_quotation() -> None:
    text = '"We want peace," said Angela Merkel, "but we will not wait for ever."'
    assert [text[s.start : s.end] for s in annotate(text).statements] == [
        "We want peace",
        "but we will not wait for ever",
    ]


def test_added_clause_is_a_statement_of_its_own() -> None:
    text = "Angela Merkel said the talks had failed, adding that sanctions would follow."
    statements = annotate(text).statements
    assert [(text[s.start : s.end], s.verb) for s in statements] == [
        ("the talks had failed", "say"), ("sanctions would follow", "add"),
    ]  # fmt: skip
    assert {s.speaker for s in statements} == {"Angela Merkel"}


def test_pronoun_takes_over_the_speaker_named_before() -> None:
    text = "Prime Minister Shinzo Abe said the talks had failed. He said sanctions would follow."
    first, second = annotate(text).statements
    assert second.speaker == "He"
    assert second.official is first.official
    assert second.speaker_name == first.speaker_name


def test_pronoun_stays_open_where_another_person_was_named() -> None:
    text = "Shinzo Abe said the talks had failed. Xi Jinping left Tokyo with Wang Yi. He said sanctions would follow."
    assert annotate(text).statements[-1].speaker_name is None


def test_official_by_hand_set_record() -> None:
    text = "Zarif said the deal was dead."
    facts = annotate(text, official=("Mohammad Javad Zarif", 0, 5, "IRN"))
    assert [(s.speaker, s.speaker_name, s.speaker_country) for s in facts.statements] == [
        ("Zarif", "Mohammad Javad Zarif", "IRN")
    ]
    assert facts.statements[0].official is facts.officials[0]


def test_quoted_speaker_is_the_one_quoted() -> None:
    text = "The Interfax agency quoted Hassan Rouhani as saying the talks were over."
    (record,) = annotate(text).statements
    assert (record.speaker, text[record.start : record.end]) == ("Hassan Rouhani", "the talks were over")


def test_next_sentence_is_not_the_reporting_clause_of_a_finished_quotation() -> None:
    text = 'Angela Merkel said: "We will be one movement." The ministry announced its plans on Friday.'
    assert [s.speaker for s in annotate(text).statements if s.is_quote] == ["Angela Merkel"]


def test_a_question_whether_something_was_rejected_is_no_rejection() -> None:
    text = "A reporter wanted to know whether Washington had rejected the offer."
    assert annotate(text).statements == []


def test_work_grows_with_the_text_and_no_faster() -> None:
    """One endless sentence: four times the words may not take much more than four times as long."""
    seconds = []
    for times in (200, 800):
        start = perf_counter()
        annotate('He said that "yes" and ' * times)
        seconds.append(perf_counter() - start)
    assert seconds[1] < 10 * seconds[0] + 2


def test_a_quotation_that_nothing_closes_ends_with_the_text() -> None:
    text = 'The mine is late.\n\nNoting the delay, he said "First, we have the best record, second new rules cost time.'
    spans = [(s.start, s.end) for s in annotate(text).statements]
    assert spans and all(end <= len(text) for _, end in spans)
