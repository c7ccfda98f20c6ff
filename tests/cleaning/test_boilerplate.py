"""Boilerplate is masked by what it says and where it stands; stories are not."""

from __future__ import annotations

import pytest

from extractor.cleaning import clean
from extractor.lexicon import load_lexicon

LEXICON = load_lexicon()
STORY = [
    "Finland and Sweden agreed on Tuesday to hold talks on the ferry line in Turku, officials of both countries said.",
    "The two ministers of transport will meet on May 3, a spokesman for the Finnish ministry told reporters.",
    "It is the first such meeting since 2011, when talks broke down over fares and over the safety of old ships.",
    "Neither side expects a quick result, the spokesman said, but both want the line to open again before the summer.",
]


def shown(*lines: str, repeated: frozenset[str] = frozenset()) -> str:
    return clean("\n\n".join(lines), LEXICON, repeated).text


@pytest.mark.parametrize(
    "line",
    [
        "Coronavirus banner",
        "In a time of rumour and noise, quality journalism is more crucial than ever.",
        "By subscribing, you can help us get the story right.",
        "SUBSCRIBE NOW",
        "Sign up for our free morning newsletter",
        "Already a subscriber? Log in",
        "© 2021 The Daily Planet. All rights reserved.",
        "Read more: Ferries in the Baltic",
        "Share this article",
        "Follow us on Twitter",
        "Reuter",
        "(END)",
        "/END",
        "-30-",
        "###",
        "* * *",
        "Related articles",
        "Advertisement",
        "Photo: AP",
        "Reporting by Ann Smith; Editing by Bob Jones",
        "12 Comments",
        "(cm-kjd)",
        "The Associated Press contributed to this report.",
        "Winter sale",
    ],
)
def test_masked_at_the_end(line: str) -> None:
    assert shown(*STORY, line) == " ".join(STORY)


@pytest.mark.parametrize(
    "line",
    [
        "The minister asked readers to share this with care.",
        "Ministers sign up to the pact",
        "Ends of the earth were reached, he said.",
        "More than 40 people died.",
        "Reuters reported that the ship had sunk.",
        "The company will subscribe 400,000 new shares.",
        "Advertisement spending fell 5 percent in 2011, the company said, and it will fall in the year to come.",
    ],
)
def test_sentences_of_the_story_stay(line: str) -> None:
    assert line in shown(*STORY[:2], line, *STORY[2:])


def test_lines_that_recur_over_the_folder_are_masked_at_the_edges_only() -> None:
    line = "The Baltic Courier brings you the north"
    known = frozenset({line.casefold()})
    assert shown(*STORY, line, repeated=known) == " ".join(STORY)
    fillers = [f"In the year {year} it was so, as {STORY[0]}" for year in range(1960, 2000)]
    assert line in shown(*fillers[:20], line, *fillers[20:], repeated=known)
    assert line in shown(*STORY, line)


def test_keywords_are_masked_with_their_heading() -> None:
    assert shown(*STORY, "KEYWORDS", "Finland, Sweden") == " ".join(STORY)


def test_a_menu_is_masked_but_a_list_of_names_after_a_colon_is_not() -> None:
    menu = ["World", "Nordic countries", "Baltic ports", "Ferries", "Archive", "Our staff", "Letters"]
    assert shown(*menu, *STORY) == " ".join(STORY)
    names = ["Anna Virtanen", "Bengt Olsson", "Carl Lind", "Dora Maki", "Eva Salo", "Finn Holm"]
    assert "Carl Lind" in shown(*STORY, "The delegates to the talks in Turku and Stockholm this May are:", *names)


def test_a_story_pasted_twice_is_shown_once() -> None:
    assert shown(*STORY, *STORY) == " ".join(STORY)


def test_a_text_of_one_line_is_never_masked_away() -> None:
    assert shown("Subscribe now") == "Subscribe now"


def test_masked_characters_are_counted() -> None:
    assert clean("\n\n".join([*STORY, "Reuter"]), LEXICON).n_boilerplate == 6


def test_users_may_add_patterns(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "boilerplate.csv").write_text("pattern,kind,where,source\nthe courier thanks *,appeal,tail,mine\n")
    text = "\n\n".join([*STORY, "The Courier thanks its friends."])
    assert "Courier" in clean(text, LEXICON).text
    assert "Courier" not in clean(text, load_lexicon(str(tmp_path))).text
