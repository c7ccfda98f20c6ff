"""Exceptions of the package.

ExtractorError
├── UsageError            a wrong option, argument or path (exit code 2)
│   ├── ModelError        no pipeline could be loaded, or it lacks a component
│   └── LexiconError      a lexicon file is missing a column or holds an unknown value
└── ReadError             one article could not be read; code says why
"""

from __future__ import annotations


class ExtractorError(Exception):
    """Base of all errors raised on purpose."""


class UsageError(ExtractorError):
    """What was asked for cannot be done; the message says how to mend it."""


class ModelError(UsageError):
    """The spaCy pipeline cannot be loaded or lacks a needed component."""


class LexiconError(UsageError):
    """A lexicon file does not keep to its format."""


class ReadError(ExtractorError):
    """One article could not be read.

    code: short machine-readable name, written to the issues table.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
