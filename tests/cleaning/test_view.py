"""The view: what the language side reads, and that every character of it leads back to the raw text."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.cleaning import View, casing, clean, emit
from extractor.cleaning.emit import Emitter
from extractor.cleaning.flatten import flatten
from extractor.lexicon import load_lexicon

LEXICON = load_lexicon()


def view_of(raw: str) -> View:
    return clean(raw, LEXICON)


def raw_of(raw: str, shown: str) -> str:
    """The raw text behind a stretch of the view."""
    view = view_of(raw)
    start = view.text.index(shown)
    a, b = view.to_raw(start, start + len(shown))
    return raw[a:b]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("The  minister\tsaid.", "The minister said."),
        ("“Talks” are Tokyo’s aim.", '"Talks" are Tokyo\'s aim.'),
        ("``Talks'' failed.", '"Talks" failed.'),
        ("the\u00a0min\u00adis\u200bter", "the minister"),
        ("bad\x00 and\x07 worse", "bad and worse"),
        ("AT&amp;T &quot;won&quot;&nbsp;it", 'AT&T "won" it'),
        ("ErdoÄŸan said itâ€™s over", "Erdoğan said it's over"),
        ('the [summit](https://x.org/a_(b) "Title") ended', "the summit ended"),
        ("It ended.Then it began.", "It ended. Then it began."),
        ("line one\r\nline two\r\n\r\nthe end", "line one line two the end"),
    ],
)
def test_shown_text(raw: str, shown: str) -> None:
    assert view_of(raw).text == shown


@pytest.mark.parametrize(
    ("raw", "shown", "behind"),
    [
        ("Tokyo’s  aim", "Tokyo's aim", "Tokyo’s  aim"),
        ("AT&amp;T won", "AT&T", "AT&amp;T"),
        ("he said &quot;no&quot; twice", '"no"', "&quot;no&quot;"),
        ("min\u00adister said", "minister", "min\u00adister"),
        ("``Talks'' failed", '"Talks"', "``Talks''"),
        ("<p>One <b>bold</b> word.</p><p>Two.</p><p>Three.</p>", "One bold word.", "One <b>bold</b> word."),
    ],
)
def test_the_way_back(raw: str, shown: str, behind: str) -> None:
    assert raw_of(raw, shown) == behind


def test_markup_is_left_out_with_scripts() -> None:
    head = "<head><title>T</title><script>var a = '<p>';</script></head>"
    raw = f"<html>{head}<body><p>One.</p>\n<p>Two &amp; three.</p></body></html>"
    view = view_of(raw)
    assert view.text == "One. Two & three."
    assert [view.text[p:][:3] for p in view.paragraphs] == ["One", "Two"]


def test_a_less_than_sign_is_no_markup() -> None:
    assert view_of("Yields < 5 pct, as <ABC Corp> said.").text == "Yields < 5 pct, as <ABC Corp> said."


def test_text_in_capitals_is_put_in_sentence_case() -> None:
    raw = "THE HONDURAN GOVERNMENT SAID TODAY THAT PRESIDENT AZCONA WILL MEET THE FMLN IN TEGUCIGALPA ON 5 MAY."
    assert view_of(raw).text == (
        "The Honduran government said today that President Azcona will meet the FMLN in Tegucigalpa on 5 May."
    )
    assert raw_of(raw, "Honduran government") == "HONDURAN GOVERNMENT"


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_a_name_in_capitals_keeps_those_of_its_ordinary_words(gap: str) -> None:
    raw = f"THE EMBARGO THAT THE UNITED{gap}STATES AND THE SECURITY COUNCIL IMPOSED WAS LIFTED IN NEW YORK.\nTHE END."
    assert "that the United States and the Security Council imposed was lifted in New York." in view_of(raw).text


def test_a_name_of_several_words_is_known_in_a_text_without_capitals() -> None:
    raw = "officials of the united states and of south korea met again on monday to discuss the trade embargo."
    assert "of the United States and of South Korea met" in view_of(raw).text


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_text_has_a_view_that_leads_back(raw: str) -> None:
    _check(raw)


_SCRAPS = st.sampled_from(
    [
        "&amp;",
        "&nbsp;",
        "<p>",
        "</p>",
        "<br>",
        "<script>",
        "</script>",
        "\r\n",
        "\n\n",
        "\x00",
        "\u200b",
        "\u00ad",
        "’",
        "``",
        "''",
        "[a](b)",
        "Read more",
        "BEIJING, Feb. 27 (Kyodo) -- ",
        "THE MINISTER SAID THAT IT WAS OVER. ",
        "govern-\nment",
        "The minister said on Saturday that it was over and that all would go home. ",
        "â€™",
        "Ã©",
        "###",
        "\ud800",
        "İ",
        "ß",
    ]
)


@given(st.lists(st.one_of(_SCRAPS, st.text(max_size=8)), max_size=40).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_mixture_of_awkward_scraps_has_a_view_that_leads_back(raw: str) -> None:
    _check(raw)


def _check(raw: str) -> None:
    view = view_of(raw)
    raw_ends = [p[1] + p[2] for p in view.pieces]
    assert all(0 <= end <= len(raw) for end in raw_ends)
    previous = 0
    for offset, character in enumerate(view.text):
        start, end = view.to_raw(offset, offset + 1)
        assert start < end <= len(raw)
        if not character.isspace():
            assert start >= previous, "the view keeps the order of the raw text"
            previous = start
            if character.isascii() and character.isalnum() and raw[start:end].isalnum() and end - start == 1:
                assert raw[start] == character or raw[start].lower() == character.lower()
    assert "\x00" not in view.text and "\x01" not in view.text and "\n" not in view.text
    assert all(view.text[p : p + 1].strip() for p in view.paragraphs)
    assert 0 <= view.n_boilerplate <= len(raw)
    assert view == view_of(raw)


def test_long_awkward_texts_take_linear_time() -> None:
    import time

    for scrap in ("<a", "<script>", "&#", "[", "[a](", "``", "- \n", "A, ", "(", "<p ", "\n \n", "â", "read more\n"):
        began = time.perf_counter()
        view_of(scrap * (200_000 // len(scrap)))
        assert time.perf_counter() - began < 5, scrap


def test_stretches_without_spaces_that_no_word_has_are_left_out() -> None:
    from extractor.cleaning import clean
    from extractor.lexicon import load_lexicon

    raw = "Ann Lee resigned. " + "QUJD(" * 400 + " She left.\n" + "=" * 3000 + "\nThe end came in March."
    view = clean(raw, load_lexicon())
    assert "QUJD" not in view.text and "===" not in view.text
    for word in ("Lee", "She", "March"):
        start = view.text.index(word)
        first, end = view.to_raw(start, start + len(word))
        assert raw[first:end] == word
    link = '<p>See</p><p>the <a href="x' + "y" * 2000 + '">page</a>.</p><p>End.</p>'
    assert "page" in clean(link, load_lexicon()).text


@given(st.text(alphabet="ab \t\n.!\"'AB-\u00ad", max_size=60))
@settings(max_examples=200, deadline=None)
def test_the_quick_scan_of_unmarked_text_finds_what_the_full_one_does(raw: str) -> None:
    text = flatten(raw)
    quick = Emitter(text, lambda word: word == "ab")
    start = quick.add(0, len(text))
    with mock.patch.object(emit, "_SPACES", emit._EVENT):
        full = Emitter(text, lambda word: word == "ab")
        assert full.add(0, len(text)) == start
    assert (quick.parts, quick.pieces) == (full.parts, full.pieces)


@given(st.text(alphabet="ABCDEFGHIJ abcdé.", max_size=300))
def test_capitals_are_known_without_counting_all(text: str) -> None:
    upper, lower = sum(c.isupper() for c in text), sum(c.islower() for c in text)
    begins = any(c.isupper() for c in text[:5]) or text[:200].isupper()
    slow = begins and upper >= 20 and upper >= 0.85 * (upper + lower) and text.count(" ") >= 3
    assert casing._is_shouted(text) == slow


def test_head_nouns_of_names_in_capitals() -> None:
    raw = "THE JUAN PEREZ NATIONAL LIBERATION FRONT ATTACKED A BASE OF THE NATIONAL POLICE ON SUNDAY."
    assert view_of(raw).text == (
        "The Juan Perez National Liberation Front attacked a base of the National Police on Sunday."
    )
