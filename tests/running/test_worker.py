"""One article → rows: whatever the text, whatever fails."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.reading import Article
from extractor.running import parsing, timelimit, worker
from extractor.running.settings import Settings
from extractor.running.timelimit import TimeLimitError, time_limit
from extractor.running.worker import load_pipeline, process
from extractor.schema import FACT_TABLES, TABLES
from extractor.tables.checks import check_references, check_row
from extractor.tables.rows import Rows

STORY = (
    "OSLO, March 3 (NTB) -- Norwegian Foreign Minister Kari Berg told reporters that two ships had been seized.\n\n"
    "Berg, who met Swedish Prime Minister Nils Ek last week, said Norway would impose sanctions on the owners.\n\n"
    "At least 40 sailors are held. The ministry's spokesman declined to comment.\n\nRelated articles\n"
)


def rows_of(text: str, article_id: str = "a", published: str | None = "2015-03-03", **options: Any) -> Rows:
    article = Article(article_id, "-", text, published=published, published_source="metadata" if published else None)
    return next(process([article], Settings(**options)))


def test_what_was_read_before_leaves_no_trace_in_the_vectors() -> None:
    vectors = dict(load_pipeline().pipeline)["tok2vec"].forward

    def kept() -> tuple[dict[int, int], bytes]:
        rows_of(STORY)
        return dict(vectors.rows), vectors.table.tobytes()

    once = kept()
    rows_of("Kari Berg, who was in Sweden, held other ships. " * 3)
    assert kept() == once


def check(rows: Rows, raw: str) -> None:
    """All that holds for the rows of any article."""
    for name in (*FACT_TABLES, "mentions", "articles", "issues"):
        for row in rows[name]:
            assert check_row(TABLES[name], row, raw if "start" in row else None) is None
            assert list(row) == list(TABLES[name].names)
            if row.get("sentence") is not None:
                assert row["sentence"] in raw
    for name in (*FACT_TABLES, "mentions"):
        keys = [row[TABLES[name].key or ""] for row in rows[name]]
        assert len(keys) == len(set(keys))
    facts = {row[TABLES[t].key or ""]: t for t in FACT_TABLES for row in rows[t]}
    assert all(facts[m["row_id"]] == m["table"] for m in rows["mentions"])
    assert {m["row_id"] for m in rows["mentions"]} == set(facts)
    declared = {n: t for n, t in TABLES.items() if n not in ("people", "regimes")}
    assert [p for p in check_references(rows, declared) if ".person_id" not in p] == []


def test_a_story() -> None:
    rows = rows_of(STORY)
    check(rows, STORY)
    (article,) = rows["articles"]
    assert (article["status"], article["dateline_place"], article["published"]) == ("ok", "OSLO", "2015-03-03")
    assert article["n_boilerplate_chars"] == len("Related articles")
    assert "Kari Berg" in [r["name"] for r in rows["officials"]]
    assert not [i for i in rows["issues"] if i["code"] in ("bad-row", "component-error", "internal-error")]


_WORDS = st.sampled_from(
    STORY.split() + ["\n\n", "“", "”", "’s", "&amp;", "\x00", "（", "17", "$5", "%", "--", "…", "of", "the", "<p>"]
)


@given(st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=60).map(" ".join)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_checked_rows_and_the_same_ones_twice(text: str) -> None:
    rows = rows_of(text)
    check(rows, text)
    assert not [i for i in rows["issues"] if i["code"] in ("bad-row", "component-error", "internal-error")], rows[
        "issues"
    ]
    assert rows == rows_of(text)


def test_rows_do_not_depend_on_what_else_is_in_the_batch() -> None:
    articles = [Article(str(n), "-", STORY * (n % 3 + 1), published="2015-03-03") for n in range(5)]
    together = list(process(articles, Settings()))
    assert together == [next(process([a], Settings())) for a in articles]
    assert together[::-1] == list(process(articles[::-1], Settings()))


@pytest.mark.parametrize(
    ("text", "status", "why"),
    [("", "empty", "no text"), (" \n\t", "empty", "no text"), ("\x00\x00", "empty", "boilerplate")],
)
def test_empty_texts(text: str, status: str, why: str) -> None:
    rows = rows_of(text)
    assert rows["articles"][0]["status"] == status
    assert [i["code"] for i in rows["issues"]] == ["empty"]
    assert why in rows["issues"][0]["message"]


def test_an_article_that_could_not_be_read_fails_with_its_reason() -> None:
    article = Article("a", "x.txt", error_code="binary", error_message="no text", warnings=(("odd", "also odd"),))
    (rows,) = process([article], Settings())
    assert rows["articles"][0]["status"] == "failed"
    assert [(i["severity"], i["code"], i["path"]) for i in rows["issues"]] == [
        ("error", "binary", "x.txt"),
        ("warning", "odd", "x.txt"),
    ]


def test_a_component_that_fails_costs_its_table_only(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = load_pipeline().get_pipe("extractor_counts")
    monkeypatch.setattr(type(pipe), "annotate", lambda self, doc: 1 / 0)
    rows = rows_of(STORY)
    assert rows["counts"] == []
    assert rows["officials"] != []
    assert [i["code"] for i in rows["issues"]] == ["component-error"]
    assert "extractor_counts: ZeroDivisionError" in rows["issues"][0]["message"]


def test_an_article_that_breaks_the_model_fails_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    parse = parsing.parse

    def touchy(nlp: Any, docs: list[Any]) -> list[Any]:
        if any("poison" in d.text for d in docs):
            raise RuntimeError("no")
        return parse(nlp, docs)

    monkeypatch.setattr(worker, "parse", touchy)
    monkeypatch.setattr(parsing, "parse", touchy)
    articles = [Article("a", "-", STORY), Article("b", "-", "poison"), Article("c", "-", STORY)]
    found = list(process(articles, Settings()))
    assert [r["articles"][0]["status"] for r in found] == ["ok", "failed", "ok"]
    assert found[1]["issues"][0]["message"] == "RuntimeError: no"


def test_a_time_limit_stops_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = load_pipeline().get_pipe("extractor_counts")

    def slow(self: Any, doc: Any) -> None:
        end = time.monotonic() + (20 if "slow" in doc.text else 0)
        while time.monotonic() < end:
            pass

    monkeypatch.setattr(type(pipe), "annotate", slow)
    found = list(process([Article("a", "-", "A slow text."), Article("b", "-", STORY)], Settings(time_limit=0.5)))
    assert [r["articles"][0]["status"] for r in found] == ["failed", "ok"]
    assert found[0]["issues"][0]["code"] == "time-limit"


@pytest.mark.parametrize("where", ["main", "thread", "no-signals"])
def test_the_time_limit_holds_in_any_thread_and_without_signals(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if where == "no-signals":
        monkeypatch.delattr(timelimit.signal, "SIGALRM", raising=False)

    def busy(end: float) -> None:
        # A function of its own, as in real use: Python 3.13.0 does not catch what is raised so in a loop's own frame.
        while time.monotonic() < end:
            pass

    def work() -> list[str]:
        done = []
        for seconds in (20, 0):
            end = time.monotonic() + seconds
            try:
                with time_limit(0.2):
                    busy(end)
                done.append("done")
            except TimeLimitError:
                done.append("stopped")
        time.sleep(0.3)  # Nothing comes after the block.
        return done

    began = time.monotonic()
    if where == "thread":
        with ThreadPoolExecutor(1) as pool:
            found = pool.submit(work).result()
    else:
        found = work()
    assert found == ["stopped", "done"]
    assert time.monotonic() - began < 10


def test_without_any_means_there_is_no_limit_and_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(timelimit.signal, "SIGALRM", raising=False)
    monkeypatch.delattr(timelimit.ctypes, "pythonapi")
    assert rows_of(STORY, time_limit=0.001)["articles"][0]["status"] == "ok"


def test_many_short_blocks_in_a_thread_are_cheap_and_never_stopped_late() -> None:
    def work() -> int:
        for _ in range(300):
            try:
                with time_limit(0.001):
                    time.sleep(0.0008)
            except TimeLimitError:
                pass
        return sum(range(1000))

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(work).result() == 499500


def test_long_texts_go_through_the_model_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(STORY.replace("Berg", f"Berg{n}") for n in range(12))
    whole = rows_of(text)
    for module in (worker, parsing):
        monkeypatch.setattr(module, "PART_CHARS", 1_000)
    monkeypatch.setattr(parsing.cut, "__defaults__", (1_000,))
    parts = rows_of(text)
    check(parts, text)
    assert parts["articles"][0]["n_words"] == whole["articles"][0]["n_words"]
    same = {(r["start"], r["name"]) for r in parts["officials"]} & {(r["start"], r["name"]) for r in whole["officials"]}
    assert len(same) > 0.8 * len(whole["officials"])


@pytest.mark.parametrize("text", ["word " * 500, "x" * 900, "One sentence here. " * 100, "p\n\n" * 700])
def test_parts_are_bounded_and_complete(text: str) -> None:
    from extractor.cleaning import clean
    from extractor.lexicon import load_lexicon

    view = clean(text, load_lexicon())
    bounds = parsing.cut(view, 200)
    assert (bounds[0], bounds[-1]) == (0, len(view.text))
    assert all(0 < b - a <= 200 for a, b in zip(bounds, bounds[1:], strict=False))


def test_a_sentence_without_end_is_cut() -> None:
    """Rows quote their sentence: without a bound, room and time grow with the square of its length."""
    import extractor

    text = "Foreign Minister Ann Lee said 5 people died on Monday and " * 400
    found = extractor.extract(text)
    assert list(found.articles.status) == ["ok"] and len(found.counts) > 300
    assert found.counts.sentence.str.len().max() < 5_000
