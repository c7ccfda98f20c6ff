"""Applies a spaCy edit tree lemmatizer with the lemmas of known forms kept: same lemmas, in less time.

What a tree makes of a form never changes, and running text repeats its forms, so each pair is worked out once.
"""

from __future__ import annotations

from typing import Any

import numpy
from spacy.attrs import LEMMA, ORTH
from spacy.pipeline import EditTreeLemmatizer
from spacy.tokens import Doc

from extractor.language.stand_in import StandIn

PAIRS = 200_000  # pairs of tree and form kept; about 30 MB
BLOCK = 1024  # tokens scored at a time: their scores stay in the processor's cache


class FastLemmas(StandIn):
    """Takes the place of an edit tree lemmatizer that tries the best tree alone; sets lemmas as it does."""

    def __init__(self, lemmatizer: EditTreeLemmatizer) -> None:
        super().__init__(lemmatizer)
        self.listen, scoring = lemmatizer.model.layers
        softmax = scoring.layers[0]
        self.weights = numpy.ascontiguousarray(softmax.get_param("W").T)
        self.bias = softmax.get_param("b")
        self.trees = numpy.array(lemmatizer.cfg["labels"], dtype="int64")
        self.kept: dict[tuple[int, int], int] = {}

    @staticmethod
    def fits(pipe: Any) -> bool:
        """Whether a component is a lemmatizer of the layout that is computed here."""
        if not isinstance(pipe, EditTreeLemmatizer) or pipe.top_k != 1 or pipe.backoff not in ("orth", None):
            return False
        if pipe.overwrite and pipe.backoff is None:  # what no tree fits keeps its lemma
            return False
        layers = pipe.model.layers
        return len(layers) == 2 and layers[1].name == "with_array(softmax)" and bool(pipe.cfg["labels"])

    def _best(self, docs: list[Doc]) -> numpy.ndarray:
        """The tree with the highest score for each token, documents end to end."""
        vectors = numpy.concatenate([numpy.asarray(x) for x in self.listen.predict(docs)])
        scores = numpy.empty((min(BLOCK, len(vectors)), len(self.bias)), dtype="float32")
        best = numpy.empty(len(vectors), dtype="int64")
        for a in range(0, len(vectors), BLOCK):
            part = vectors[a : a + BLOCK]
            out = numpy.matmul(part, self.weights, out=scores[: len(part)])
            out += self.bias
            best[a : a + BLOCK] = out.argmax(axis=1)
        return self.trees[best]

    def _lemma(self, tree: int, form: int) -> int:
        """Hash of the lemma that a tree makes of a form, both by number; 0 where there is none."""
        strings: Any = self.original.vocab.strings
        lemma = self.original.trees.apply(tree, strings[form])
        if lemma is None:
            return form if self.original.backoff else 0
        return int(strings.add(lemma, allow_transient=False))

    def _run(self, docs: list[Doc]) -> list[Doc]:
        filled = [d for d in docs if len(d)]
        if not filled:
            return docs
        best = self._best(filled).tolist()
        both = numpy.concatenate([d.to_array([ORTH, LEMMA]) for d in filled])
        pairs = list(zip(best, both[:, 0].tolist()))
        if len(self.kept) > PAIRS:
            self.kept.clear()
        kept = self.kept
        for pair in set(pairs).difference(kept):
            kept[pair] = self._lemma(*pair)
        lemmas: Any = numpy.array([kept[p] for p in pairs], dtype="uint64")
        if not self.original.overwrite:
            lemmas = numpy.where(both[:, 1] == 0, lemmas, both[:, 1])
        at = 0
        for doc in filled:
            doc.from_array(LEMMA, lemmas[at : at + len(doc)])
            at += len(doc)
        return docs
