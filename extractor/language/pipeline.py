"""Loads the base pipeline (tagger, parser, names) and adds the extraction components to it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from threadpoolctl import threadpool_limits

from extractor.errors import ModelError
from extractor.language import quotes  # noqa: F401  (registers its factory)
from extractor.language.fast_names import speed_up
from extractor.language.gazetteer import gazetteer
from extractor.lexicon import Lexicon, load_lexicon
from extractor.lexicon.casing import common_words

EMBEDDED = Path(__file__).parent / "weights" / "en_core_news"


def load_base(model: str | None = None, lexicon_dir: str | None = None) -> Language:
    """A spaCy pipeline with tagger, parser and names.

    model: name of an installed package or path of a pipeline folder; None takes the one inside this package, and sets
    numpy's BLAS to one thread in this process. lexicon_dir: files laid over the shipped lexicon, whose places, surnames
    and abbreviations the model heeds.
    Raises ModelError where it cannot be loaded or lacks a component.
    """
    lexicon = load_lexicon(lexicon_dir)
    try:
        nlp = spacy.load(model or EMBEDDED)
    except (OSError, ValueError, ImportError) as error:
        reason = str(error).splitlines()[0]
        raise ModelError(
            f"cannot load the model {model}: {reason}. Give --model an installed package or a folder"
        ) from error
    check_base(nlp, model or "embedded")
    if model is None:
        # The matrices are small: with several threads they wait for one another, three times as long on two cores.
        threadpool_limits(1, user_api="blas")
        speed_up(nlp, known=lexicon.compiled(gazetteer))
    _mend_tokenizer(nlp, lexicon)
    return nlp


def check_base(nlp: Language, name: str) -> None:
    """Raise ModelError, naming what is missing, unless the pipeline tags, parses and finds names in English."""
    if nlp.lang != "en":
        raise ModelError(f"the model {name} is for language {nlp.lang!r}; an English pipeline is needed")
    assigned: set[str] = set()
    for pipe in nlp.pipe_names:
        assigned.update(nlp.get_pipe_meta(pipe).assigns)
    needed = {"tagger": "token.tag", "parser": "token.dep", "ner": "doc.ents"}
    missing = [kind for kind, attribute in needed.items() if attribute not in assigned]
    if missing:
        raise ModelError(
            f"the model {name} has no {' and no '.join(missing)}; it has {', '.join(nlp.pipe_names) or 'nothing'}"
        )


def _mend_tokenizer(nlp: Language, lexicon: Lexicon) -> None:
    """Split "U.S.-led" at its hyphen, as "Japan-led" is."""
    infixes = [*(nlp.Defaults.infixes or ()), r"(?<=[A-Z]\.)[-–](?=[A-Za-z])"]
    tokenizer = cast(Tokenizer, nlp.tokenizer)
    tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
    for surface in lexicon.compiled(_abbreviations):
        tokenizer.add_special_case(surface, [{ORTH: surface}])


def _abbreviations(lexicon: Lexicon) -> list[str]:
    """Title abbreviations that keep their full stop: "Sen.", "Sens.", "Gov.", "Brig."."""
    found = set()
    common = lexicon.compiled(common_words)
    for row in lexicon.rows("title_variants"):
        for word in row["surface"].split() if row["kind"] == "abbreviation" else ():
            if word.endswith(".") and word[:-1].isalpha() and len(word) > 3:
                found |= {word.capitalize(), word.upper()}
                if word[:-1] + "s" not in common:
                    found.add(word.capitalize()[:-1] + "s.")
    return sorted(found)


def add_components(
    nlp: Language,
    names: Iterable[str],
    lexicon_dir: str | None = None,
    first: str | None = None,
    configs: dict[str, dict[str, Any]] | None = None,
) -> None:
    """Add registered components in this order; `first` goes ahead of the model's own components."""
    config = {"lexicon_dir": lexicon_dir}
    if first and first not in nlp.pipe_names:
        nlp.add_pipe(first, first=True, config=config)
    for name in names:
        if name not in nlp.pipe_names:
            nlp.add_pipe(name, config=config | (configs or {}).get(name, {}))
