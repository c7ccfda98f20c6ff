"""Bytes → text: what encoding is found, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.errors import ReadError
from extractor.reading.decode import decode

STORY = "Finland’s foreign minister met “his” Swedish colleague in Malmö.\n" * 4


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_finds_the_encoding(encoding: str, found: str) -> None:
    text, name, _ = decode(STORY.encode(encoding))
    assert (text, name) == (STORY, found)


def test_keeps_line_ends_as_they_are() -> None:
    assert decode(b"one\r\ntwo\rthree\n")[0] == "one\r\ntwo\rthree\n"


def test_a_text_cut_within_a_character_is_utf8_with_a_warning() -> None:
    text, name, warnings = decode(STORY.encode()[: STORY.encode().index("ö".encode()) + 1])
    assert (text[-1], name, warnings[0][0]) == ("\ufffd", "utf-8", "truncated")


def test_one_bad_byte_does_not_make_utf8_another_encoding() -> None:
    data = STORY.encode().replace(b"met", b"m\xe9t", 1)
    text, name, warnings = decode(data)
    assert (name, warnings[0][0], text.count("\ufffd")) == ("utf-8", "bad-bytes", 1)


@pytest.mark.parametrize("data", [b"%PDF-1.7 x", b"PK\x03\x04zip", b"\x89PNG\r\n", bytes(range(256)) * 20])
def test_refuses_what_is_no_text(data: bytes) -> None:
    with pytest.raises(ReadError) as error:
        decode(data)
    assert error.value.code == "binary"


def test_a_wrong_forced_encoding_is_an_error() -> None:
    with pytest.raises(ReadError) as error:
        decode(STORY.encode("cp1252"), "utf-8")
    assert error.value.code == "bad-encoding"


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_text_or_a_read_error(data: bytes) -> None:
    try:
        text, _, _ = decode(data)
    except ReadError:
        return
    text.encode("utf-8")
