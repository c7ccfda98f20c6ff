"""Every line of sentences.txt: the marked titles are found, and no others."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

_MARK = re.compile(r"\[([^|\]]+) \| ([^\]]+)\]")
_Expected = tuple[str, int, str, str, str, str]


def parse(line: str) -> tuple[str, list[_Expected]]:
    """A marked-up line → its text and (span, offset, role, country, incumbency, holder) of each mark."""
    text, expected, at = "", [], 0
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        span = match[1]
        role, country, incumbency, holder = (part.strip() for part in match[2].split(","))
        repeated = (
            bool(expected) and expected[-1][0] == span and match.start() == at
        )  # one plural title, several holders
        start = expected[-1][1] if repeated else len(text)
        expected.append(
            (span, start, role, _value(country), "current" if incumbency == "-" else incumbency, _value(holder))
        )
        text += "" if repeated else span
        at = match.end()
    return text + line[at:], expected


def _value(cell: str) -> str:
    return "" if cell == "-" else cell


_FILE = Path(__file__).with_name("sentences.txt").read_text(encoding="utf-8")
LINES = [line for line in _FILE.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("line", LINES)
def test_sentence(line: str, read: Callable[..., Doc]) -> None:
    text, expected = parse(line)
    found = {
        (text[t.start : t.end], t.start, t.role, t.incumbency, t.official.name if t.official else ""): t.country or ""
        for t in read(text)._.extractor.titles
    }
    wanted = {(span, start, role, when, holder): country for span, start, role, country, when, holder in expected}
    assert sorted(found) == sorted(wanted)
    # A mark that leaves the country open accepts any.
    assert {k: found[k] for k, country in wanted.items() if country} == {k: c for k, c in wanted.items() if c}


def test_a_run_of_title_words_takes_linear_time(nlp, read: Callable[..., Doc]) -> None:  # noqa: ANN001
    import time

    from extractor.components.extraction import tokens_of

    def seconds(n: int) -> float:
        doc = read("President Minister Foreign Secretary " * n)
        doc._.extractor.titles = []
        tokens_of(doc)
        began = time.process_time()
        nlp.get_pipe("extractor_titles")(doc)
        return time.process_time() - began

    seconds(10)
    assert seconds(400) < 20 * seconds(50) + 0.5
