"""Settings of one run, and their fingerprint."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path

import extractor.lexicon
from extractor.lexicon import load_lexicon
from extractor.linking.authority import load_authority
from extractor.version import __version__

LEXICON_DATA = Path(extractor.lexicon.__file__).parent / "data"


def check_lexicon(lexicon_dir: str | None) -> None:
    """Raise LexiconError where the overlay folder, or a file in it, cannot be used."""
    if lexicon_dir is None:
        return
    lexicon = load_lexicon(lexicon_dir)
    for path in sorted(Path(lexicon_dir).glob("*.csv")):
        lexicon.rows(path.stem)


def check_authority(path: str | None) -> None:
    """Raise UsageError where the authority file cannot be used."""
    if path is not None:
        load_authority(path)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the rows of an article depend on besides the article itself.

    model: spaCy package or folder, None for the embedded one. lexicon_dir: overlay folder. time_limit: seconds for one
    article; 0 is none. authority: file of office holders.
    """

    model: str | None = None
    lexicon_dir: str | None = None
    time_limit: float = 600.0
    authority: str | None = None

    def fingerprint(self, repeated: frozenset[str]) -> str:
        """SHA-256 over version, model, lexicon and repeated lines: equal fingerprints give equal rows for equal
        articles.
        """
        from extractor.language.pipeline import EMBEDDED

        digest = hashlib.sha256(f"{__version__}|{asdict(self)}".encode())
        folder = Path(self.model) if self.model else EMBEDDED
        if self.model and not folder.is_dir():
            with contextlib.suppress(metadata.PackageNotFoundError):
                digest.update(metadata.version(self.model).encode())
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file():
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        for lexicon in (LEXICON_DATA, Path(self.lexicon_dir) if self.lexicon_dir else None):
            for path in sorted(lexicon.glob("*.csv")) if lexicon is not None else ():
                digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
        if self.authority:
            digest.update(hashlib.sha256(Path(self.authority).read_bytes()).digest())
        digest.update("\n".join(sorted(repeated)).encode("utf-8", "surrogatepass"))
        return digest.hexdigest()
