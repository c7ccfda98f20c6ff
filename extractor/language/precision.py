"""Weights shipped in half precision and word vectors in bytes, made whole again when a pipeline is loaded.

A model's accuracy does not depend on the last digits of its weights, its size does: 16 bits for a weight and 8 for a
component of a word vector (one scale per component) take a third of the space. Nothing computes in these types: this
component, the last of the pipeline, turns everything into 32 bits once the others have been read from disk.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc

FACTORY = "extractor_full_precision"
SCALES = "vector_scales.npy"


@Language.factory(FACTORY)
def make_full_precision(nlp: Language, name: str) -> FullPrecision:
    """The factory; no settings."""
    return FullPrecision(name, nlp)


class FullPrecision:
    """Does nothing to documents; reading it from disk widens the weights and word vectors of its pipeline."""

    def __init__(self, name: str = FACTORY, nlp: Language | None = None) -> None:
        self.name, self.nlp = name, nlp

    def __call__(self, doc: Doc) -> Doc:
        return doc

    def __getstate__(self) -> dict[str, Any]:
        return {"name": self.name, "nlp": None}  # a pipeline that is pickled has its full weights already

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> FullPrecision:
        """Widen the pipeline; `path` may hold the scales of word vectors in bytes."""
        file = Path(path) / SCALES
        if self.nlp is not None:
            widen(self.nlp, numpy.load(file, allow_pickle=False) if file.exists() else None)
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write nothing: a pipeline in memory is in full precision, and is saved so."""

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> FullPrecision:
        """Nothing to read, see `to_bytes`."""
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Nothing: a pipeline in memory is in full precision, and is saved so."""
        return b""


def widen(nlp: Language, scales: numpy.ndarray | None = None) -> None:
    """Make all weights and word vectors of a pipeline 32 bits wide, in place; scales: those of vectors in bytes."""
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk() if hasattr(pipe, "model") else ():
            for key in node.param_names:
                value = node.get_param(key) if node.has_param(key) else None
                if value is not None and value.dtype == numpy.float16:
                    node.set_param(key, value.astype("float32"))
    vectors: Any = nlp.vocab.vectors
    if vectors.data.dtype == numpy.int8:
        vectors.data = vectors.data.astype("float32") * (1.0 if scales is None else scales)


def narrow(nlp: Language) -> numpy.ndarray:
    """The opposite, for shipping: 16-bit weights, 8-bit word vectors, in place; gives the scales of the vectors.

    The pipeline can be saved then, but no longer used.
    """
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk() if hasattr(pipe, "model") else ():
            for key in node.param_names:
                if node.has_param(key):
                    node.set_param(key, node.get_param(key).astype("float16"))
    vectors: Any = nlp.vocab.vectors
    scales: numpy.ndarray = (numpy.abs(vectors.data).max(axis=0, initial=0.0) / 127).astype("float32")
    scales[scales == 0] = 1.0
    vectors.data = numpy.round(vectors.data / scales).astype("int8")
    return scales
