"""The project's own corpus: its gold is compiled, up to date and exact, and the compiler refuses what is wrong."""

from __future__ import annotations

import copy
import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest

from extractor.evaluating.compile_gold import SECTIONS, GoldError, compile_article, compile_corpus, main, to_jsonl

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
ARTICLES = {record["article_id"]: record for record in compile_corpus(CORPUS)}

RAW = "Japan froze assets. Japan’s envoy, Aiko Oda, said on Monday that Oda Corp. was one of 12 firms."
NOTE = {
    "published": "2024-05-14",
    "officials": [{"name": "Aiko Oda", "country": "JPN", "mentions": [{"text": "Aiko Oda"}]}],
    "titles": [{"text": "envoy", "official": "Aiko Oda", "head": "envoy", "role": "envoy"}],
    "dates": [{"text": "Monday", "timex_type": "DATE", "timex_value": "2024-05-13", "date_start": "2024-05-13"}],
    "counts": [{"text": "12 firms", "value": 12, "kind": "organizations"}],
    "sanctions": [{"text": "froze assets", "measures": ["asset_freeze"], "action": "impose", "stage": "done"}],
}


def note_with(section: str, **changes: object) -> dict:
    note = copy.deepcopy(NOTE)
    note[section][0].update(changes)
    return note


# the corpus


def test_gold_file_is_what_the_annotation_compiles_to() -> None:
    assert (CORPUS / "gold.jsonl").read_text(encoding="utf-8") == to_jsonl(list(ARTICLES.values())), (
        "run python -m extractor.evaluating.compile_gold"
    )


@pytest.mark.parametrize("name", ARTICLES)
def test_every_span_is_its_text_in_the_file(name: str) -> None:
    record = ARTICLES[name]
    raw = (CORPUS / "articles" / f"{name}.txt").read_bytes().decode("utf-8")
    assert record["raw"] == raw
    items = [item for section in SECTIONS for item in record[section] if section != "officials"]
    items += [mention for official in record["officials"] for mention in official["mentions"]]
    assert len(items) > 20
    for item in items:
        assert raw[item["start"] : item["end"]] == item["text"]


@pytest.mark.parametrize("name", ARTICLES)
def test_days_and_months_carry_the_interval_of_their_value(name: str) -> None:
    parts = {None: (1, 31), "START": (1, 10), "MID": (11, 20), "END": (21, 31)}
    for item in ARTICLES[name]["dates"]:
        value, start, end = item["timex_value"], item["date_start"], item["date_end"]
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            assert (start, end) == (value, value), item
        elif re.fullmatch(r"\d{4}-\d\d", value) and not item.get("optional") and "half" not in item["text"]:
            first, last = parts[item["timex_mod"]]
            assert (start[:7], end[:7]) == (value, value), item
            assert date.fromisoformat(start).day == first, item
            assert date.fromisoformat(end).day in ({last} if last < 31 else {28, 29, 30, 31}), item


@pytest.mark.parametrize("name", ARTICLES)
def test_weekdays_fall_on_their_dates(name: str) -> None:
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    for item in ARTICLES[name]["dates"]:
        for number, day in enumerate(days):
            if day in item["text"] and item["date_start"]:
                assert date.fromisoformat(item["date_start"]).weekday() == number, item


def test_articles_are_the_length_of_short_news() -> None:
    words = {name: len(record["raw"].split()) for name, record in ARTICLES.items()}
    assert len(words) >= 14
    assert {name: n for name, n in words.items() if not 180 <= n <= 380} == {}


def test_metadata_names_existing_articles_and_the_annotated_dates() -> None:
    with (CORPUS / "metadata.csv").open(encoding="utf-8", newline="") as handle:
        rows = {row["id"]: row["published"] for row in csv.DictReader(handle)}
    assert rows == {name: ARTICLES[name]["published"] for name in rows}


def test_parts_never_exceed_their_whole() -> None:
    for record in ARTICLES.values():
        values = {count["start"]: count["value"] for count in record["counts"]}
        for count in record["counts"]:
            if count["relation"] in ("subset_of", "remainder_of") and count.get("related"):
                assert count["value"] <= values[count["related"]["start"]], (record["article_id"], count["text"])


# the compiler


def test_compiling_finds_offsets_and_drops_nth() -> None:
    note = note_with("officials", mentions=[{"text": "Aiko Oda"}, {"text": "Oda", "nth": 2}])
    record = compile_article("a", RAW, note)
    assert record["officials"][0]["mentions"][1] == {"text": "Oda", "start": RAW.index("Oda Corp"), "end": 68}
    assert (record["article_id"], record["raw"]) == ("a", RAW)


@pytest.mark.parametrize(
    ("note", "message"),
    [
        (note_with("counts", text="13 firms"), "a: counts '13 firms': quote not found"),
        (note_with("dates", nth=2), "a: dates 'Monday': quote not found: occurrence 2 asked for, 1 in the text"),
        (note_with("titles", role="boss"), "role='boss' is not in the vocabulary"),
        (note_with("sanctions", measures=["asset_freeze", "fine"]), "measures='fine' is not in the vocabulary"),
        (note_with("titles", official="Ken Oda"), "official 'Ken Oda' is not among the officials"),
        (note_with("counts", related="17 firms"), "related '17 firms' names 0 counts"),
        (note_with("dates", date_start="May 13"), "date_start='May 13' is not a date"),
        (note_with("dates", timex_vlaue="2024"), "unknown key 'timex_vlaue'"),
        (note_with("officials", mentions=[]), "officials 'Aiko Oda': no mention"),
        ({**NOTE, "dates": NOTE["dates"] * 2}, "annotated twice on one span; is nth missing?"),
        ({**NOTE, "officials": [*NOTE["officials"], {"name": "B", "mentions": [{"text": "Oda"}]}]}, "overlap"),
        ({**NOTE, "title": []}, "unknown key 'title'"),
    ],
)
def test_compiler_refuses(note: dict, message: str) -> None:
    with pytest.raises(GoldError, match=re.escape(message)):
        compile_article("a", RAW, copy.deepcopy(note))


def test_two_people_may_share_a_plural_title() -> None:
    raw = "Presidents Oda and Ueda met."
    people = [{"name": n, "mentions": [{"text": n}]} for n in ("Oda", "Ueda")]
    titles = [
        {"text": "Presidents", "official": n, "head": "president", "role": "head_of_state"} for n in ("Oda", "Ueda")
    ]
    assert len(compile_article("a", raw, {"officials": people, "titles": titles})["titles"]) == 2


def test_all_problems_are_told_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("articles", "gold"):
        (tmp_path / folder).mkdir()
    (tmp_path / "articles" / "alone.txt").write_text(RAW, encoding="utf-8")
    for name, note in {"bad": note_with("dates", text="Friday"), "empty": note_with("counts", kind="many")}.items():
        (tmp_path / "articles" / f"{name}.txt").write_text(RAW, encoding="utf-8")
        (tmp_path / "gold" / f"{name}.json").write_text(json.dumps(note), encoding="utf-8")
    assert main([str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert "alone: no annotation" in told and "'Friday': quote not found" in told and "kind='many'" in told
    assert not (tmp_path / "gold.jsonl").exists()


def test_check_tells_an_old_gold_file(tmp_path: Path) -> None:
    for folder in ("articles", "gold"):
        (tmp_path / folder).mkdir()
    (tmp_path / "articles" / "a.txt").write_text(RAW, encoding="utf-8")
    (tmp_path / "gold" / "a.json").write_text(json.dumps(NOTE), encoding="utf-8")
    assert main([str(tmp_path), "--check"]) == 1
    assert main([str(tmp_path)]) == 0
    assert main([str(tmp_path), "--check"]) == 0
