"""Text as the extractor feeds it to the model: straight quotes, single spaces."""

import re

STRAIGHT = str.maketrans(
    {
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u00a0": " ",
        "\u2032": "'",
    }
)
_SPACE = re.compile(r"\s+")


def collapse(text: str) -> str:
    """Curly quotes to straight ones (one for one), whitespace runs to one space."""
    return _SPACE.sub(" ", text.translate(STRAIGHT)).strip()
