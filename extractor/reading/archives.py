"""ZIP archives of texts, read in place: nothing is unpacked to disk, so names in the archive cannot lead anywhere."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from extractor.errors import ReadError
from extractor.reading.article import Article
from extractor.reading.files import text_article
from extractor.reading.notes import Notes
from extractor.reading.options import ReadOptions

MAX_MEMBERS = 1_000_000
# Deflate reaches about 1000:1 on repeated bytes only; prose stays below 10:1.
MAX_RATIO = 200


def read_archive(
    path: Path,
    stem: str,
    shown: str,
    texts: tuple[str, ...],
    pages: tuple[str, ...],
    options: ReadOptions,
    notes: Notes,
) -> Iterator[Article]:
    """The texts in the archive, sorted by name, as `STEM/NAME`. Raises ReadError where it is no ZIP archive."""
    try:
        archive = zipfile.ZipFile(path)
    except OSError:
        raise
    except Exception as error:
        raise ReadError("bad-file", f"not a ZIP archive: {error}") from error
    with archive:
        members = [m for m in archive.infolist() if not m.is_dir()]
        if len(members) > MAX_MEMBERS:
            raise ReadError("too-long", f"{len(members):,} files in the archive; the limit is {MAX_MEMBERS:,}")
        for member in sorted(members, key=lambda m: m.filename):
            name = _safe_name(member.filename)
            if name.rsplit("/", 1)[-1].startswith(".") or name.startswith("__MACOSX/"):
                continue
            if not name.lower().endswith(texts + pages):
                notes.skip_file(name)
                continue
            article_id = f"{stem}/{name[: name.rfind('.')]}"
            yield _member(archive, member, article_id, f"{shown}!{name}", name.lower().endswith(pages), options)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, article_id: str, shown: str, is_html: bool, options: ReadOptions
) -> Article:
    try:
        if member.flag_bits & 1:
            raise ReadError("encrypted", "the file in the archive is encrypted")
        if member.compress_size and member.file_size / member.compress_size > MAX_RATIO:
            raise ReadError("too-long", f"compressed more than {MAX_RATIO}:1, as no prose is")
        with archive.open(member) as handle:
            # The declared size may lie; what is read is bounded all the same.
            data = handle.read(options.max_bytes + 1)
    except ReadError as error:
        return Article(article_id, shown, error_code=error.code, error_message=str(error))
    except Exception as error:  # noqa: BLE001 (each compression has errors of its own for damage)
        return Article(article_id, shown, error_code="bad-file", error_message=f"damaged file in the archive: {error}")
    return text_article(article_id, shown, data, options, is_html)


def _safe_name(name: str) -> str:
    """The name without drive, leading slashes and "..", with printable characters."""
    parts = [p for p in name.replace("\\", "/").split("/") if p not in ("", ".", "..")]
    return "".join(c if c.isprintable() else "_" for c in "/".join(parts)) or "unnamed.txt"
