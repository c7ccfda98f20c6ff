"""Meeting nouns and verbs and the cues of their status, compiled from the lexicon for lookup by surface form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.language.inflection import noun_forms, verb_forms
from extractor.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class MeetingNoun:
    """strength: strong nouns stand alone, weak ones need a participant, phone ones a telephone."""

    lemma: str
    kind: str
    strength: str


@dataclass(frozen=True, slots=True)
class MeetingVerb:
    """pattern: mutual (A and B meet, A meets B), place (A visits PLACE), guest (A receives B), with, gather, call,
    phone.
    """

    lemma: str
    kind: str
    pattern: str


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """Surface form → entry. cues: use → surface form → status; names: ISO code → name of the country or union.

    parts: words by what they do around a meeting, see `of`. honorific: one at the start of a name.
    """

    nouns: dict[str, MeetingNoun]
    verbs: dict[str, MeetingVerb]
    cues: dict[str, dict[str, str]]
    particles: dict[str, list[tuple[str, str]]]
    names: dict[str, str]
    parts: dict[str, frozenset[str]]
    honorific: re.Pattern[str]

    def of(self, cue: str) -> frozenset[str]:
        """Words of one cue of `meeting_cues`; none where an overlay has taken all of them out."""
        return self.parts.get(cue, _NONE)


_NONE: frozenset[str] = frozenset()

_UNIONS = {"EUE": "European Union", "UNO": "United Nations"}


def _build(lexicon: Lexicon) -> MeetingWords:
    nouns: dict[str, MeetingNoun] = {}
    for row in lexicon.rows("meeting_nouns"):
        noun = MeetingNoun(row["lemma"], row["kind"], row["strength"])
        forms = noun_forms(row["lemma"])
        if row["form"] == "plural":
            forms.discard(row["lemma"])
        elif row["form"]:
            forms = {row["form"]}
        for form in forms:
            nouns[form] = noun
    verbs: dict[str, MeetingVerb] = {}
    for row in lexicon.rows("meeting_verbs"):
        for form in verb_forms(row["lemma"], row["forms"]):
            verbs[form] = MeetingVerb(row["lemma"], row["kind"], row["pattern"])
    cues: dict[str, dict[str, str]] = {}
    particles: dict[str, list[tuple[str, str]]] = {}
    for row in lexicon.rows("status_cues"):
        word, _, particle = row["lemma"].partition(" ")
        forms = verb_forms(word, row["forms"]) if row["use"] == "verb" else {word}
        if row["use"] == "noun":
            forms = noun_forms(word)
        for form in forms:
            if particle:
                particles.setdefault(form, []).append((particle, row["status"]))
            else:
                cues.setdefault(row["use"], {}).setdefault(form, row["status"])
    names = {row["iso3"]: row["name"] for row in lexicon.rows("countries")}
    parts: dict[str, set[str]] = {}
    for row in lexicon.rows("meeting_cues"):
        parts.setdefault(row["cue"], set()).add(row["surface"])
    honorifics = "|".join(sorted(word.capitalize() for word in parts.get("honorific", ())))
    return MeetingWords(
        nouns,
        verbs,
        cues,
        particles,
        {**_UNIONS, **names},
        {cue: frozenset(words) for cue, words in parts.items()},
        re.compile(rf"^(?:{honorifics})\.?\s+"),
    )


def meeting_words(lexicon: Lexicon) -> MeetingWords:
    return lexicon.compiled(_build)
