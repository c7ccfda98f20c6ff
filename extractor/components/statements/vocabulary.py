"""The reporting verbs and speaker nouns, compiled from the lexicon for lookup by surface form."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.language.inflection import noun_forms, verb_forms
from extractor.lexicon import Lexicon, WordClasses


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """lemma: with its particle ("rule out"). frames: complements it takes as a report: clause, to (infinitive),
    np, np_to, np_clause, np_prep, prep.
    """

    lemma: str
    act: str
    frames: frozenset[str]
    prepositions: frozenset[str]
    particle: str | None = None


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """verbs: surface form → verbs (those with a particle first). speakers: noun form → kind of speaker. cues:
    classes of `statement_cues`."""

    verbs: dict[str, tuple[ReportingVerb, ...]]
    speakers: dict[str, str]
    cues: WordClasses


def _build(lexicon: Lexicon) -> SpeechWords:
    verbs: dict[str, list[ReportingVerb]] = {}
    for row in lexicon.rows("reporting_verbs"):
        word, _, particle = row["lemma"].partition(" ")
        forms = ";".join(form.partition(" ")[0] for form in row["forms"].split(";"))
        entry = ReportingVerb(
            row["lemma"], row["act"] or "say", frozenset(row["frames"].split(";")),
            frozenset(p for p in row["preposition"].split(";") if p), particle or None,
        )  # fmt: skip
        for form in verb_forms(word, forms):
            verbs.setdefault(form, []).append(entry)
    ordered = {form: tuple(sorted(found, key=lambda v: v.particle is None)) for form, found in verbs.items()}
    speakers: dict[str, str] = {}
    for row in lexicon.rows("speaker_nouns"):
        for form in noun_forms(row["lemma"]):
            speakers.setdefault(form, row["kind"])
    cues = WordClasses(lexicon, "statement_cues")
    for plural in cues.of("irregular_plural"):
        singular = plural[:-3] + "man"
        if singular in speakers:
            speakers.setdefault(plural, speakers[singular])
    return SpeechWords(ordered, speakers, cues)


def speech_words(lexicon: Lexicon) -> SpeechWords:
    return lexicon.compiled(_build)
