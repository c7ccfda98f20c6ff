"""Meetings in marked-up sentences, meetings told twice, and the records of other components."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.marked import annotate, specs

SPECS = specs(Path(__file__).parent / "sentences.txt")


@pytest.mark.parametrize("line", [s for s in SPECS if " | " in s], ids=lambda s: s.split(" | ")[0])
def test_meeting(line: str) -> None:
    marked, status, kind, participants, place, day, topic = (part.strip() for part in line.split(" | "))
    text = marked.translate(str.maketrans("", "", "{}"))
    meetings = annotate(text).meetings
    assert meetings, "no meeting found"
    if "{" in marked:
        at = marked.index("{")
        meetings = [m for m in meetings if m.start <= at < m.end or at <= m.start <= at + 30 and len(meetings) == 1]
    record = meetings[0]
    assert record.status == status
    assert kind in ("-", record.kind), record.kind
    assert participants in ("-", "; ".join(record.participants))
    assert place in ("-", record.place), record.place
    assert day in ("-", record.date_start), record.date_start
    assert topic in ("-", record.topic), record.topic


@pytest.mark.parametrize("line", [s for s in SPECS if " | " not in s])
def test_no_meeting(line: str) -> None:
    assert [line[m.start : m.end] for m in annotate(line).meetings] == []


def test_the_talks_are_the_last_ones() -> None:
    text = "Japan and North Korea will hold talks in Beijing on Monday. The talks would be the first since October."
    (meeting,) = annotate(text).meetings
    assert [text[m.start : m.end] for m in meeting.mentions] == ["talks"]
    assert meeting.date_start == "2015-03-09"


def test_the_two_countries_are_those_named_before() -> None:
    text = "India wants better ties with Pakistan. The two countries held talks in Dubai on Friday."
    (meeting,) = annotate(text).meetings
    assert meeting.participants == ("India", "Pakistan")
    assert meeting.countries == ("IND", "PAK")


def test_two_meetings_of_the_same_parties_on_two_days() -> None:
    text = "Iran and Iraq held talks in Tehran on Monday. Iran and Iraq will meet again in Baghdad on March 12."
    assert [m.status for m in annotate(text).meetings] == ["held", "planned"]


def test_official_by_hand_set_record_brings_the_country() -> None:
    text = "Zarif met in Vienna with officials from Germany."
    facts = annotate(text, official=("Mohammad Javad Zarif", 0, 5, "IRN"))
    (meeting,) = facts.meetings
    assert meeting.participants == ("Germany", "Mohammad Javad Zarif")
    assert meeting.countries == ("DEU", "IRN")
    assert meeting.kind == "bilateral"


def test_their_meeting_names_its_participants_in_the_subject() -> None:
    text = (
        "U.S. and Russian diplomats held talks in Geneva on Monday. "
        "In their meeting, John Kerry and Sergei Lavrov failed to agree."
    )
    (meeting,) = annotate(text).meetings
    assert {"John Kerry", "Sergei Lavrov"} <= set(meeting.participants)


def test_possibly_before_the_day() -> None:
    text = "Japan and North Korea plan to hold a meeting possibly on Monday."
    assert [(m.status, m.date_start) for m in annotate(text).meetings] == [("possible", "2015-03-09")]


def test_cues_of_the_meeting_can_be_overlaid(tmp_path):
    from extractor.components.meetings.vocabulary import meeting_words
    from extractor.lexicon import load_lexicon

    (tmp_path / "meeting_cues.csv").write_text("surface,cue\nthrash,topic_verb\n", encoding="utf-8")
    assert {"discuss", "thrash"} <= meeting_words(load_lexicon(str(tmp_path))).parts["topic_verb"]
