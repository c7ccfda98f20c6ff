"""The quick ways into the lexicon give what the slow ones give."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.en import English

from extractor.lexicon import CATALOG, PhraseTrie, load_lexicon
from extractor.lexicon.tokenize import split_words

TOKENIZER = English().tokenizer


def by_tokenizer(surface: str) -> tuple[str, ...]:
    return tuple(t.text for t in TOKENIZER(surface) if not t.is_space)


@pytest.mark.parametrize("name", ["title_variants", "places", "organizations", "measures"])
def test_surfaces_are_cut_as_the_tokenizer_cuts_them(name: str) -> None:
    if name not in CATALOG:
        pytest.skip(f"no lexicon file {name}")
    surfaces = {value for row in load_lexicon().rows(name)[::5] for value in row.values() if value}
    assert surfaces
    for surface in surfaces:
        assert split_words(surface) == by_tokenizer(surface)


@pytest.mark.parametrize("surface", ["cannot go", "dont", "I gonna", "Director-General", "U.S. envoy", "a  b", "we'll"])
def test_words_with_a_rule_of_their_own(surface: str) -> None:
    assert split_words(surface) == by_tokenizer(surface)


_PHRASES = st.lists(st.tuples(st.lists(st.sampled_from("abc"), min_size=1, max_size=4), st.integers()), max_size=12)


@given(_PHRASES, st.lists(st.sampled_from("abc"), max_size=12))
@settings(max_examples=100, deadline=None)
def test_a_trie_made_at_once_is_one_made_bit_by_bit(phrases: list[tuple[list[str], int]], words: list[str]) -> None:
    grown: PhraseTrie[int] = PhraseTrie()
    for phrase, value in phrases:
        grown.add(phrase, value)
    made = PhraseTrie(phrases)
    assert list(made.matches(words)) == list(grown.matches(words))
    for at in range(len(words)):
        fits = [(len(p), v) for p, v in phrases if words[at : at + len(p)] == p]
        longest = max(fits, key=lambda fit: fit[0], default=None)
        assert made.match_at(words, at) == ((at + longest[0], longest[1]) if longest else None)


def test_nothing_is_matched_behind_the_last_word() -> None:
    trie = PhraseTrie([(("arms", "embargo"), 1)])
    assert trie.match_at(["an", "arms", "embargo"], 1) == (3, 1)
    assert trie.match_at(["an", "arms"], 1) is None
    assert trie.match_at(["an", "arms"], 2) is None
