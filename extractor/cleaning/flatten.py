"""Raw text → text of the same length in which every character that the language side should not see is marked.

Same length is what keeps offsets simple: curly quotes become straight ones, odd spaces plain ones, line ends "\\n";
what has no place in a sentence becomes DELETE; the characters of an entity or of a two-character quote after the first
become JOIN.
"""

from __future__ import annotations

import html
import re

DELETE = "\x00"
JOIN = "\x01"


def _table() -> dict[int, str]:
    table = dict.fromkeys((*range(9), *range(14, 32), *range(127, 160)), DELETE)
    table |= dict.fromkeys((10, 11, 12, 13, 133, 8232, 8233), "\n")
    table |= {0x09: " ", 0x0B: " "}
    table |= dict.fromkeys((160, 5760, *range(8192, 8203), 8239, 8287, 12288), " ")
    # Soft hyphen, zero-width and direction marks, byte order mark, variation selectors.
    table |= dict.fromkeys((173, 6158, *range(8203, 8208), *range(8234, 8239), *range(8288, 8304), 65279), DELETE)
    table |= dict.fromkeys(range(65024, 65040), DELETE)
    table |= {ord(c): "'" for c in "‘’‚‛′ʼ`´"} | {ord(c): '"' for c in "“”„‟″«»"}
    table |= {ord(c): "-" for c in "‐‑−"}
    table |= dict.fromkeys(range(55296, 57344), "�")
    return table


_CHARACTERS = _table()
_PLAIN = re.compile(r"[\x20-\x5f\x61-\x7e\n]*\Z")

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TWO_QUOTES = re.compile(r"``|''")

_BLOCK = (
    "address|article|aside|blockquote|body|caption|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|"
    "head|header|hr|html|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|title|tr|ul|"
    "dateline|text|topics|places|people|orgs|exchanges|companies|unknown|reuters|doc|docno|docid|headline|headers?|"
    "byline|date"
)
_INLINE = (
    "a|abbr|b|br|button|cite|code|em|font|i|iframe|img|input|label|link|meta|small|span|strong|sub|sup|u|d|s|wbr|"
    "source|picture|video"
)
_TAG = re.compile(rf"<(?:!--|!doctype|/?(?P<block>{_BLOCK})|/?(?P<inline>{_INLINE}))(?=[\s/>\-])[^<>]{{0,5000}}>", re.I)
_SILENT = re.compile(
    r"<(script|style|noscript|svg|template|head|unknown|topics|places|people|orgs|exchanges|companies)\b", re.I
)

# UTF-8 that was read as Windows-1252: "â€™" for "’", "Ã©" for "é".
_CP1252_HIGH = "\x80-\xbfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™"
_MOJIBAKE = re.compile(rf"[ÂÃÄÅâ][{_CP1252_HIGH}]{{1,2}}|ð[{_CP1252_HIGH}]{{3}}")


# Markdown links: only what is shown stays.
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\((?:[^()\s]|\([^()\s]{0,100}\)){0,600}(?:\s\"[^\"\n]{0,300}\")?\)")


# Characters between two spaces. Long web addresses have a few hundred.
_LONGEST_WORD = 1_000
_WORD = re.compile(r"\S+")


def is_markup(raw: str) -> bool:
    """Whether the text is visibly HTML or SGML: at least three known block tags."""
    if "<" not in raw:
        return False
    blocks = 0
    for match in _TAG.finditer(raw):
        if match["block"] or match[0][:3].lower() == "<br":
            blocks += 1
            if blocks == 3:
                return True
    return False


def flatten(raw: str) -> str:
    """The same-length text described above; an empty text gives an empty one."""
    if _PLAIN.match(raw) and "&" not in raw and "<" not in raw and "''" not in raw and "](" not in raw:
        return _without_blobs(raw)
    flat = raw
    units: list[tuple[int, int, str]] = []
    if is_markup(raw):
        flat = _without_markup(flat)
    if "](" in raw:
        flat = _LINK.sub(_shown, flat)
    if not raw.isascii():
        _find_mojibake(raw, units)
    if "&" in raw:
        _find_entities(flat, units)
    if "``" in raw or "''" in raw:
        units += [(m.start(), m.end(), '"') for m in _TWO_QUOTES.finditer(flat)]
    flat = flat.translate(_CHARACTERS)
    if "\r\n" in raw:
        flat = _single_line_ends(raw, flat)
    if units:
        flat = _with_units(flat, sorted(units))
    return _without_blobs(flat)


def _without_blobs(flat: str) -> str:
    """Stretches without a space that no prose has (encoded pictures, minified code) become DELETE: the tokenizer's
    time grows with the square of their length.
    """
    if max(map(len, flat.split()), default=0) <= _LONGEST_WORD:
        return flat
    return _WORD.sub(_seen, flat)


def _seen(word: re.Match[str]) -> str:
    n_seen = len(word[0]) - word[0].count(DELETE) - word[0].count(JOIN)
    return DELETE * len(word[0]) if n_seen > _LONGEST_WORD else word[0]


def _shown(link: re.Match[str]) -> str:
    start, end = link.start(1) - link.start(), link.end(1) - link.start()
    return DELETE * start + link[1] + DELETE * (len(link[0]) - end)


def _with_units(flat: str, units: list[tuple[int, int, str]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, value in units:
        if start < at:
            continue
        value = value.translate(_CHARACTERS)
        # A space or a deleted character needs no unit: what follows it is deleted with it.
        filler = DELETE if value in (" ", "\n", DELETE) else JOIN
        parts += [flat[at:start], value, filler * (end - start - 1)]
        at = end
    parts.append(flat[at:])
    return "".join(parts)


def _find_entities(flat: str, units: list[tuple[int, int, str]]) -> None:
    for match in _ENTITY.finditer(flat):
        value = html.unescape(match[0])
        if len(value) == 1:
            units.append((match.start(), match.end(), value))


def _find_mojibake(raw: str, units: list[tuple[int, int, str]]) -> None:
    for match in _MOJIBAKE.finditer(raw):
        for end in range(match.end(), match.start() + 1, -1):
            data = b"".join(_cp1252(c) for c in raw[match.start() : end])
            try:
                value = data.decode("utf-8")
            except UnicodeDecodeError:
                continue
            if len(value) == 1:
                units.append((match.start(), end, value))
                break


def _cp1252(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1", "replace")


def _single_line_ends(raw: str, flat: str) -> str:
    """The CR of CR LF is deleted, so that one line end is not two."""
    parts = raw.split("\r\n")
    out, at = [], 0
    for part in parts[:-1]:
        out += [flat[at : at + len(part)], DELETE, "\n"]
        at += len(part) + 2
    out.append(flat[at:])
    return "".join(out)


def _without_markup(raw: str) -> str:
    """Tags become DELETE, block tags begin with two line ends; line ends of the source are spaces, as a browser shows
    them.
    """
    raw = _silenced(raw)
    out: list[str] = []
    at = 0
    for match in _TAG.finditer(raw):
        out.append(_one_line(raw[at : match.start()]))
        size = match.end() - match.start()
        if match["block"]:
            out.append("\n\n" + DELETE * (size - 2))
        elif match[0][:3].lower() == "<br":
            out.append("\n" + DELETE * (size - 1))
        else:
            out.append(DELETE * size)
        at = match.end()
    # SGML of news archives keeps its lines in the last element; without tags after it they stay lines.
    out.append(_one_line(raw[at:]))
    return "".join(out)


def _one_line(text: str) -> str:
    # An indented line starts a paragraph in the news archives, and so does a blank line.
    return re.sub(r"[\r\n](?![ \t]*[\r\n]|[ \t]{2,}\S)", " ", text) if "\n" in text or "\r" in text else text


def _silenced(raw: str) -> str:
    """Elements whose content is no text (scripts, styles, index terms) become DELETE. Each search goes forward only:
    linear time.
    """
    out: list[str] = []
    at = 0
    lower = raw.lower()
    if len(lower) != len(raw):
        lower = raw
    absent: set[str] = set()
    for match in _SILENT.finditer(raw):
        name = match[1].lower()
        if match.start() < at or name in absent:
            continue
        end = lower.find(f"</{name}", match.end())
        if end < 0:
            absent.add(name)
            continue
        close = lower.find(">", end)
        close = close + 1 if close >= 0 else len(raw)
        out += [raw[at : match.start()], DELETE * (close - match.start())]
        at = close
    out.append(raw[at:])
    return "".join(out)
