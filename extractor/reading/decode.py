"""Bytes to text: byte order mark, UTF-8, UTF-16, then statistics. Nothing is translated, newlines included."""

from __future__ import annotations

import codecs

from extractor.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# First bytes of formats that are no text, whatever the file is called.
_MAGIC = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "ZIP or Office",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"\x1f\x8b": "gzip",
    b"\x7fELF": "ELF",
    b"MZ\x90": "Windows program",
    b"\xd0\xcf\x11\xe0": "old Office",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"PAR1": "Parquet",
    b"SQLite format 3": "SQLite",
    b"RIFF": "media",
    b"{\\rtf": "RTF",
}

_SAMPLE = 65_536


def decode(data: bytes, encoding: str | None = None) -> tuple[str, str, list[tuple[str, str]]]:
    """Decoded text, the name of the encoding, and (code, message) warnings.

    encoding: use this one alone. Raises ReadError with code `binary`, `bad-encoding` or `unknown-encoding`.
    """
    for magic, name in _MAGIC.items():
        if data.startswith(magic):
            raise ReadError("binary", f"the file holds {name} data, not text")
    if encoding is not None:
        try:
            return data.decode(encoding), encoding, []
        except (UnicodeDecodeError, LookupError) as error:
            raise ReadError("bad-encoding", f"the bytes are not {encoding}: {error}") from error
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _with_mark(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _without_utf8(data, error)
    if _looks_utf16(data):
        return _utf16(data)
    _refuse_binary(data)
    return text, "utf-8", []


def _with_mark(data: bytes, name: str) -> tuple[str, str, list[tuple[str, str]]]:
    try:
        return data.decode(name), name, []
    except UnicodeDecodeError as error:
        text = data.decode(name, errors="replace")
        return text, name, [("bad-bytes", f"{name} mark, but byte {error.start} cannot be decoded; replaced by U+FFFD")]


def _without_utf8(data: bytes, error: UnicodeDecodeError) -> tuple[str, str, list[tuple[str, str]]]:
    # A file cut off within its last character is UTF-8 all the same.
    if error.start >= len(data) - 3 and error.reason == "unexpected end of data":
        text = data.decode("utf-8", errors="replace")
        return (
            text,
            "utf-8",
            [("truncated", f"the text ends within a character, at byte {error.start}; replaced by U+FFFD")],
        )
    if _looks_utf16(data):
        return _utf16(data)
    # Text of the older encodings has no control bytes; damaged UTF-8 has few.
    _refuse_binary(data, 0.03)
    # One bad byte in a text full of good multi-byte characters: UTF-8 with damage.
    text = data.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(1 for c in text[:_SAMPLE] if c > "\x7f" and c != "\ufffd")
    if good > 10 * bad:
        return (
            text,
            "utf-8",
            [("bad-bytes", f"{bad} bytes are not UTF-8, the first at {error.start}; replaced by U+FFFD")],
        )
    return _by_statistics(data)


def _by_statistics(data: bytes) -> tuple[str, str, list[tuple[str, str]]]:
    # English text outside UTF-8 is nearly always Windows-1252 (of which Latin-1 text is a part); the detector, which
    # weighs many languages, is asked only where the bytes do not fit that.
    high = [b for b in data[:_SAMPLE] if b >= 0x80]
    if len(high) < 0.15 * min(len(data), _SAMPLE):
        try:
            return data.decode("cp1252"), "cp1252", [("guessed-encoding", "neither UTF-8 nor UTF-16; read as cp1252")]
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    name = best.encoding if best is not None else "latin-1"
    text = data.decode(name, errors="replace")
    return text, name, [("guessed-encoding", f"neither UTF-8 nor UTF-16; read as {name}")]


def _looks_utf16(data: bytes) -> bool:
    """Every second byte of English UTF-16 is zero."""
    head = data[:2000]
    if len(head) < 4 or b"\x00" not in head:
        return False
    half = len(head) // 2
    return head[1::2].count(0) > 0.7 * half > 0.3 * half > head[::2].count(0) or (
        head[::2].count(0) > 0.7 * half > 0.3 * half > head[1::2].count(0)
    )


def _utf16(data: bytes) -> tuple[str, str, list[tuple[str, str]]]:
    name = "utf-16-le" if data[1:2000:2].count(0) > data[:2000:2].count(0) else "utf-16-be"
    text = data.decode(name, errors="replace")
    return text, name, [("guessed-encoding", f"no byte order mark; read as {name}")]


def _refuse_binary(data: bytes, share: float = 0.1) -> None:
    head = data[:_SAMPLE]
    control = sum(head.count(bytes([c])) for c in range(32) if c not in (9, 10, 11, 12, 13, 27))
    if control > share * len(head):
        raise ReadError("binary", "the file holds control bytes, not text")
