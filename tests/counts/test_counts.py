"""Bounds, relations, context and the check of sums; behaviour on hostile input and in foreign pipelines."""

from __future__ import annotations

import time

import pytest

from extractor.components.counts.digits import digits_value
from extractor.components.extraction import extraction_of

ABDUCTEES = (
    "Japan officially lists 17 nationals as abduction victims but suspects North Korea's involvement in hundreds of"
    " other disappearances. Five of the 17 were repatriated in 2002. Pyongyang has maintained that of the remaining 12,"
    " eight have died, while four others never entered the country."
)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("At least 40 civilians died.", 40, None),
        ("Up to 300 protesters came.", None, 300),
        ("Nearly 50 people died.", None, None),
        ("Between 10 and 15 officials left.", 10, 15),
        ("Tens of thousands of people fled.", 10000, 99999),
        ("Several politicians left.", 3, 9),
        ("17 nationals left.", 17, 17),
    ],
)
def test_bounds(counts_of, text, low, high):
    (row,) = counts_of(text)
    assert (row.low, row.high) == (low, high)


def test_part_and_whole_over_sentences(counts_of):
    rows = counts_of(ABDUCTEES)
    by_text = {ABDUCTEES[r.start : r.end]: r for r in rows}
    whole = by_text["17 nationals"]
    assert {t: r.relation for t, r in by_text.items()} == {
        "17 nationals": None,
        "hundreds of other disappearances": None,
        "the 17": "same_as",
        "Five of the 17": "subset_of",
        "the remaining 12": "remainder_of",
        "eight": "subset_of",
        "four others": "complement",
    }
    assert by_text["Five of the 17"].related is whole
    assert by_text["the remaining 12"].related is whole
    assert by_text["eight"].related is by_text["the remaining 12"]
    assert by_text["four others"].related is by_text["eight"]
    assert {r.unit for r in rows} == {"national", "disappearance"}


def test_right_sums_raise_no_doubt(counts_nlp):
    doc = counts_nlp(ABDUCTEES)
    assert doc._.extractor.doubts == []


@pytest.mark.parametrize(
    "text",
    [
        "Of the remaining 12 hostages, eight have died, while five others went home.",
        "The blast killed 17 people: five soldiers and 11 civilians.",
        "Japan lists 17 nationals. Five of the 17 returned. Of the remaining 11, two have died.",
    ],
)
def test_wrong_sums_raise_a_doubt(counts_nlp, text):
    doc = counts_nlp(text)
    assert [d.code for d in doc._.extractor.doubts] == ["count-sum"]


def test_figures_of_two_sources_are_kept_apart_and_told(counts_nlp):
    doc = counts_nlp("Police say 64 people died in the blasts, while doctors say 88 people were killed.")
    facts = doc._.extractor
    assert [(r.value, r.attributed_to) for r in facts.counts] == [(64, "Police"), (88, "doctors")]
    assert [d.code for d in facts.doubts] == ["count-disputed"]


def test_the_others_complete_a_whole_told_inside_the_part(counts_of):
    whole, part, rest = counts_of("Officers killed two of the four attackers; the other two fled.")
    assert (part.relation, part.related, rest.relation, rest.related) == ("subset_of", whole, "complement", part)


@pytest.mark.parametrize(
    ("text", "whole", "part"),
    [
        ("Two-thirds of the 435 members voted for it.", "the 435 members", "Two-thirds of the 435 members"),
        ("The agency said 14 of 52 samples were bad.", "52 samples", "14 of 52 samples"),
    ],
)
def test_a_whole_told_inside_its_part_is_a_row(counts_of, text, whole, part):
    first, second = counts_of(text)
    assert (text[first.start : first.end], text[second.start : second.end]) == (whole, part)
    assert (second.relation, second.related, first.relation) == ("subset_of", first, None)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("At least 40 civilians died on May 3.", ("2024-05-03", "2024-05-03")),
        ("Some 180,000 people have been uprooted since April.", ("2024-04-01", None)),
        ("Between 2001 and 2005 some 300 people were abducted.", ("2001-01-01", "2005-12-31")),
        ("Police said on Monday that 12 people were killed.", (None, None)),
        ("They will hold talks in late May on 23 fishermen.", (None, None)),
        ("12 people were killed in the blast and the mayor left on May 3.", (None, None)),
    ],
)
def test_days_for_which_a_count_holds(counts_of, text, days):
    (row,) = counts_of(text)
    assert (row.date_start, row.date_end) == days


def test_total_after_its_parts(counts_of):
    text = "Eight men and four women, 12 in all, were freed."
    rows = counts_of(text)
    assert (rows[2].relation, rows[2].related, rows[2].unit) == ("sum_of", rows[0], "person") or (
        rows[2].relation == "sum_of" and rows[2].related in rows[:2]
    )


def test_nationality_of_those_counted(counts_of):
    rows = counts_of("Two South Korean soldiers met 12 workers from Japan.")
    assert [r.group_country for r in rows] == ["KOR", "JPN"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police say at least 20 people were killed.", "Police"),
        ("At least 20 people were killed, according to the health ministry.", "the health ministry"),
        ("At least 20 people were killed.", None),
        ("At least 20 people were killed, according to the health ministry late Monday.", "the health ministry"),
        ("The new wave of attacks has claimed the lives of 20 people.", None),
    ],
)
def test_who_gives_the_number(counts_of, text, who):
    (row,) = counts_of(text)
    assert row.attributed_to == who


def test_a_share_of_those_asked_gives_no_number(counts_of):
    rows = counts_of("Of the voters, 63 percent said the mayor was responsible and 22 percent said 40 judges were.")
    assert len(rows) == 3
    assert not any(r.attributed_to for r in rows)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Police killed 12 rebels.", "asserted"),
        ("Rebels claim that they killed 12 soldiers.", "alleged"),
        ("The plan could involve 12 soldiers.", "possible"),
        ("The army will send 12 soldiers.", "planned"),
        ("The army did not send 12 soldiers.", "negated"),
        ("Canberra said it would send 12 soldiers.", "planned"),
        ("The ban will cost the country $6 billion.", "possible"),
        ("Firms can be fined up to $1 million.", "possible"),
        ("About five million people are expected to need food.", "possible"),
        ("She will fly there to seek the release of 31 aid workers.", "asserted"),
        ("Ministers will decide whether to prolong travel bans placed on 37 officials.", "asserted"),
        ("Tokyo suspects the North of a hand in 12 kidnappings.", "alleged"),
        ("There are reports that 12 men died.", "alleged"),
        ("Three others will be tried.", "asserted"),
        ("The deficit was double the goal of 1.7 percent.", "planned"),
    ],
)
def test_modality(counts_of, text, modality):
    (row,) = counts_of(text)
    assert row.modality == modality


def test_a_dollar_is_the_datelines_own_where_the_text_writes_us_dollars(counts_nlp):
    text = "SYDNEY - The firm paid $5 million for the US$3 million debt."
    doc = counts_nlp.make_doc(text)
    extraction_of(doc).dateline = (0, 8)
    rows = counts_nlp(doc)._.extractor.counts
    assert [r.unit for r in rows] == ["AUD", "USD"]


def test_a_dollar_is_the_datelines_own_on_that_countrys_stock_exchange(counts_nlp):
    text = "WELLINGTON - Dorn ended at 4.35 dlrs on the New Zealand Stock Exchange and paid 2 mln U.S. dlrs."
    doc = counts_nlp.make_doc(text)
    extraction_of(doc).dateline = (0, 12)
    rows = counts_nlp(doc)._.extractor.counts
    assert [r.unit for r in rows] == ["NZD", "USD"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Two thousand refugees are expected to return by May.", "returned"),
        ("The pact covers the return of 3,000 refugees.", "returned"),
        ("They seek the return of four islands.", "other"),
        ("The camp holds 3,000 refugees.", "displaced"),
    ],
)
def test_those_who_return_are_no_longer_displaced(counts_of, text, kind):
    (row,) = counts_of(text)
    assert row.kind == kind


def test_spans_are_offsets_with_newlines_and_curly_quotes(counts_of):
    text = "“At least\n17 people”\n\nwere killed.\n\nThe 12’s families paid $3\nmillion."
    rows = counts_of(text)
    assert [text[r.start : r.end] for r in rows] == ["At least\n17 people", "$3\nmillion"]


@pytest.mark.parametrize(
    "text", ["", " ", "5", "$", "one", "of the 5 of", "12 of", "half", "between 5 and", "- 1/0 1/2 9" * 5]
)
def test_stumps(counts_of, text):
    for row in counts_of(text):
        assert text[row.start : row.end].strip()


def test_long_digit_strings_are_no_numbers():
    assert digits_value("9" * 400) is None
    assert digits_value("1,2,3,4") is None
    assert digits_value("54.795") == (54.795, "")


def test_time_is_linear_in_the_text(counts_nlp):
    """One sentence of many counts: four times the text may cost at most about four times as much."""
    component = counts_nlp.get_pipe("extractor_counts")

    def seconds(n: int) -> float:
        doc = counts_nlp("12 men, 14 women of the 20 hostages, $5 million " * n)
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            component.annotate(doc)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(800) < 8 * seconds(200) + 0.02


def test_if_not_reaches_to_the_end_of_the_larger_number(counts_of):
    (row,) = counts_of("Tens of thousands, if not hundreds of thousands, of people fled.")
    assert (row.value, row.low, row.high, row.unit) == (10_000, 10_000, 999_999, "person")


def test_cues_of_the_counts_can_be_overlaid(tmp_path):
    from extractor.components.counts.vocabulary import build
    from extractor.lexicon import load_lexicon

    (tmp_path / "count_cues.csv").write_text("surface,cue\nbauxite,digging_word\n", encoding="utf-8")
    assert {"coal", "bauxite"} <= build(load_lexicon(str(tmp_path))).cues["digging_word"]


def test_the_whole_of_a_part_has_the_kind_that_the_part_shows(counts_of):
    rows = counts_of("Unemployment fell in forty-seven out of fifty states.")
    assert [(row.value, row.kind, row.relation) for row in rows] == [(50, "other", None), (47, "other", "subset_of")]


def test_people_affected_are_victims(read):
    text = "The number of people affected by floods rose from about 100 million people in 2020 to 139 million people."
    first, second = read(text)._.extractor.counts
    assert first.kind == "victims" and second.kind in ("people", "victims")
