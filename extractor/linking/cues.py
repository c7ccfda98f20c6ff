"""Word lists around titles and names (`title_cues.csv`), around names of bodies and places (`linking_cues.csv`)."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.lexicon import Lexicon, WordClasses, split_words


@dataclass(frozen=True, slots=True)
class TitleCues:
    """foreign: words of holders of no one state. before_name, after_name: words of headings that run into a name.
    fields: (word before or "", noun) → roles whose holders share the country named before that noun. offices: nouns
    of a head of state's office. tenures: nouns of a time in office.
    world: words for parts of the world. travel: verbs of those who go somewhere. deaths: nouns of the
    end of a holder; ends: noun → incumbency, of the end of his office; overthrows: verbs. floor: phrases of whoever
    speaks to a chamber. meetings: verbs of those who meet."""

    foreign: frozenset[str]
    before_name: frozenset[str]
    after_name: frozenset[str]
    fields: dict[tuple[str, ...], frozenset[str]]
    offices: frozenset[str]
    tenures: frozenset[str]
    world: frozenset[str]
    travel: frozenset[str]
    deaths: frozenset[str]
    ends: dict[str, str]
    overthrows: frozenset[str]
    floor: frozenset[tuple[str, ...]]
    meetings: frozenset[str]


def title_cues(lexicon: Lexicon) -> TitleCues:
    return lexicon.compiled(_build)


def linking_cues(lexicon: Lexicon) -> WordClasses:
    """The classes of `linking_cues.csv`."""
    return lexicon.compiled(_classes)


def _classes(lexicon: Lexicon) -> WordClasses:
    return WordClasses(lexicon, "linking_cues")


def _build(lexicon: Lexicon) -> TitleCues:
    rows = lexicon.rows("title_cues")

    def words(kind: str) -> frozenset[str]:
        return frozenset(r["surface"].lower() for r in rows if r["kind"] == kind)

    fields = {
        tuple(split_words(r["surface"].lower())): frozenset(r["value"].split(";")) for r in rows if r["kind"] == "field"
    }
    return TitleCues(
        words("foreign"),
        words("before_name"),
        words("after_name"),
        fields,
        words("office"),
        words("tenure"),
        words("world"),
        words("travel"),
        words("death"),
        {r["surface"]: r["value"] for r in rows if r["kind"] == "end"},
        words("overthrow"),
        frozenset(split_words(r["surface"].lower()) for r in rows if r["kind"] == "floor"),
        words("meeting"),
    )
