"""Computes a spaCy tok2vec (hash embeddings, static vectors, window encoder) in numpy: same vectors, half the time.

What the embedding layers give depends on the word form alone, so it is kept per form: running text repeats itself, and
only new forms are computed. The window layers run in blocks that stay in the processor's cache, with no new memory.

Many processors sum a row of a matrix product in an order that hangs on the row's place in the block (OpenBLAS's AVX2
kernels do), so a form's vector differs in its last bits with what was read before it. `forget` ends that: what follows
depends on nothing that came before.
"""

from __future__ import annotations

from typing import Any

import numpy
from spacy.attrs import NORM, ORTH
from spacy.pipeline import Tok2Vec
from spacy.tokens import Doc
from thinc.api import Model

from extractor.language.stand_in import StandIn

FORMS = 60_000  # word forms kept; at width 128 about 30 MB
MISSES = 1024  # new forms are computed in blocks of this size
BLOCK = 1024  # rows of a window layer at a time
SMALL = numpy.float32(1e-8)  # added to the variance, as thinc's LayerNorm does


class FastTok2Vec:
    """The forward pass of one tok2vec model over documents.

    Call it with documents; it gives one array (tokens of all documents, width). ValueError where the layout is
    another than `fits` accepts.
    """

    def __init__(self, model: Model, vectors: Any) -> None:
        if not self.fits(model):
            raise ValueError("not a tok2vec of hash embeddings, static vectors and a maxout window encoder")
        embed, encode = model.layers
        concat, mix, _ = embed.layers
        extract = concat.layers[0].layers[0]
        self.attrs = list(extract.attrs["columns"])
        self.hashes = concat.layers[0].layers[2].layers[0]
        self.static = concat.layers[1].get_param("W") if len(concat.layers) > 1 else None
        self.vectors = vectors
        self.key = getattr(vectors, "attr", ORTH)  # the form by which static vectors are looked up
        self.mix = mix.layers[0]
        stack = encode.layers[0]
        self.layers = [_Window(residual.layers[0]) for residual in stack.layers]
        self.pad = sum(layer.window for layer in self.layers)
        self.width = self.layers[0].width
        self.forget()

    def forget(self) -> None:
        """Drop the vectors kept, so that the next ones depend on the next documents alone, to the last bit."""
        self.rows: dict[int, int] = {}
        self.table = numpy.zeros((4096, self.width), dtype="float32")

    @staticmethod
    def fits(model: Any) -> bool:
        """Whether a model has the layout that is computed here: spacy.Tok2Vec.v2 with MultiHashEmbed and window 1."""
        try:
            embed, encode = model.layers
            concat, mix, _ = embed.layers
            hashing = concat.layers[0]
            names = [x.name.rpartition(">>")[2] for x in hashing.layers[2].layers[0].layers]
            static = [x.name for x in concat.layers[1:]]
            stack = encode.layers[0].layers
            good = all(r.name.startswith("residual") and _Window.fits(r.layers[0]) for r in stack)
            return (
                hashing.layers[0].name == "extract_features"
                and all(n == "hashembed" for n in names)
                and static in ([], ["static_vectors"])
                and mix.name.startswith("with_array")
                and good
                and bool(stack)
            )
        except (AttributeError, ValueError, IndexError, KeyError, TypeError):
            return False

    def _embed(self, ids: numpy.ndarray, keys: numpy.ndarray) -> numpy.ndarray:
        """Vectors of some forms, given their attributes and their keys of static vectors."""
        parts = [self.hashes.predict(ids)]
        if self.static is not None:
            found = self.vectors.find(keys=keys)
            values = self.vectors.data[found]
            values[found < 0] = 0
            parts.append(values @ self.static.T)
        return self.mix.predict(numpy.concatenate(parts, axis=1))

    def _learn(self, keys: list[int], first: list[int], ids: numpy.ndarray, static: numpy.ndarray) -> None:
        """Keep the vectors of new forms; `first` says where in the arrays each of them stands."""
        for a in range(0, len(keys), MISSES):
            part = first[a : a + MISSES]
            got = self._embed(ids[part], static[part])
            at = len(self.rows)
            while at + len(part) > len(self.table):
                self.table = numpy.concatenate([self.table, numpy.zeros_like(self.table)])
            self.table[at : at + len(part)] = got
            for i, key in enumerate(keys[a : a + MISSES]):
                self.rows[key] = at + i

    def _forms(self, docs: list[Doc]) -> list[int]:
        """Row of the table of each token."""
        both: numpy.ndarray = numpy.concatenate([d.to_array([ORTH, NORM]) for d in docs]).astype("uint64")
        # The norm is the token's own: "ca" of "can't" is no other "ca".
        keys = (both[:, 0] ^ (both[:, 1] * numpy.uint64(0x9E3779B97F4A7C15))).tolist()
        rows = self.rows
        new = {k: i for i, k in enumerate(keys) if k not in rows} if not rows.keys() >= set(keys) else {}
        if new:
            if len(rows) + len(new) > FORMS and rows:
                self.forget()
                rows = self.rows
                new = {k: i for i, k in enumerate(keys)}
            wide = numpy.concatenate([d.to_array([*self.attrs, self.key]) for d in docs])
            self._learn(list(new), list(new.values()), wide[:, : len(self.attrs)], wide[:, -1])
        return [rows[k] for k in keys]

    def __call__(self, docs: list[Doc]) -> numpy.ndarray:
        """Vectors of all tokens, documents end to end."""
        lengths = [len(d) for d in docs]
        total = sum(lengths)
        if not total:
            return numpy.zeros((0, self.width), dtype="float32")
        rows = self._forms([d for d in docs if len(d)])
        pad = self.pad
        size = total + pad * (len([n for n in lengths if n]) + 1)
        place = numpy.empty(total, dtype="int64")
        at, base = 0, pad
        for n in lengths:
            if n:
                place[at : at + n] = numpy.arange(base, base + n)
                at, base = at + n, base + n + pad
        x = numpy.zeros((size, self.width), dtype="float32")
        x[place] = self.table[rows]
        y = numpy.empty_like(x)
        for layer in self.layers:
            layer(x, y)
            x, y = y, x
        return x[place]


class _Window:
    """One residual layer: window of three, maxout, layer norm."""

    def __init__(self, chain: Model) -> None:
        maxout, norm = (_named(chain, name) for name in ("maxout", "layernorm"))
        weights: numpy.ndarray = numpy.asarray(maxout.get_param("W"))
        self.width, self.pieces, inputs = weights.shape
        self.window = 1
        # pieces side by side in place of interleaved: the maximum runs over whole rows
        self.weights = numpy.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inputs, -1))
        self.bias = numpy.asarray(maxout.get_param("b")).T.reshape(-1).copy()
        self.gain, self.shift = norm.get_param("G"), norm.get_param("b")
        self.columns = numpy.empty((BLOCK, inputs), dtype="float32")
        self.sums = numpy.empty((BLOCK, self.width * self.pieces), dtype="float32")
        self.squares = numpy.empty((BLOCK, self.width), dtype="float32")

    @staticmethod
    def fits(chain: Any) -> bool:
        window, dense = chain.layers
        return (
            window.name == "expand_window"
            and window.attrs["window_size"] == 1
            and dense.name.startswith("maxout>>layernorm")
        )

    def __call__(self, x: numpy.ndarray, out: numpy.ndarray) -> None:
        """Write the layer's output for all rows of `x` to `out`."""
        w = self.width
        for a in range(0, len(x), BLOCK):
            b = min(len(x), a + BLOCK)
            n = b - a
            columns, sums, squares = self.columns[:n], self.sums[:n], self.squares[:n]
            columns[:, w : 2 * w] = x[a:b]
            columns[1:, :w] = x[a : b - 1]
            columns[:-1, 2 * w :] = x[a + 1 : b]
            columns[0, :w] = x[a - 1] if a else 0
            columns[-1, 2 * w :] = x[b] if b < len(x) else 0
            numpy.matmul(columns, self.weights, out=sums)
            sums += self.bias
            best = sums[:, :w]
            for p in range(1, self.pieces):
                numpy.maximum(best, sums[:, p * w : (p + 1) * w], out=best)
            best -= best.mean(axis=1, keepdims=True)
            numpy.multiply(best, best, out=squares)
            best *= (squares.mean(axis=1, keepdims=True) + SMALL) ** numpy.float32(-0.5)
            best *= self.gain
            best += self.shift
            numpy.add(x[a:b], best, out=out[a:b])


def _named(model: Model, name: str) -> Model:
    """The first layer of that name."""
    return next(node for node in model.walk() if node.name == name)


class FastVectors(StandIn):
    """Takes the place of a `tok2vec` component: sets doc.tensor as it does."""

    def __init__(self, tok2vec: Tok2Vec) -> None:
        super().__init__(tok2vec)
        self.forward = FastTok2Vec(tok2vec.model, tok2vec.vocab.vectors)

    @staticmethod
    def fits(pipe: Any) -> bool:
        """Whether a component is a tok2vec of the layout that is computed here."""
        return isinstance(pipe, Tok2Vec) and FastTok2Vec.fits(pipe.model)

    def forget(self) -> None:
        self.forward.forget()

    def _run(self, docs: list[Doc]) -> list[Doc]:
        vectors, at = self.forward(docs), 0
        for doc in docs:
            doc.tensor = vectors[at : at + len(doc)]
            at += len(doc)
        return docs
