"""Decodes a spaCy entity recognizer in numpy: same names, a tenth of the time, with a confidence for each.

spaCy's transition loop takes and gives back the interpreter lock at every token, which costs more than the network
itself. All decisions outside an entity depend on the token alone, so they are made for a whole batch at once; only the
few tokens inside entities are walked one after the other.
"""

from __future__ import annotations

from typing import Any

import numpy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from extractor.language.fast_lemmas import FastLemmas
from extractor.language.fast_parse import FastParse
from extractor.language.fast_tok2vec import FastTok2Vec, FastVectors
from extractor.language.gazetteer import Gazetteer
from extractor.language.name_agreement import agree
from extractor.language.stand_in import StandIn

CONFIDENCE = "name_confidence"
LONGEST = 64  # tokens in one name; bounds the work on hostile input
Found = tuple[int, int, str, float]


class FastNames(StandIn):
    """Takes the place of a greedy `ner` component; sets doc.ents and doc.user_data["name_confidence"].

    The confidence of a name is the product of the probabilities of the decisions that made it, between 0 and 1, as
    [start, end, confidence] by token. Documents that come with preset entities are left to spaCy's own loop.
    agreement: make the names of each document agree and drop the unsure ones (name_agreement); without it the names
    are exactly spaCy's. known: places and surnames that settle unsure names then.
    """

    def __init__(self, ner: EntityRecognizer, agreement: bool = True, known: Gazetteer | None = None) -> None:
        super().__init__(ner)
        self.agreement, self.known = agreement, known
        self.tok2vec = ner.model.get_ref("tok2vec")
        own = self.tok2vec.layers[0] if len(self.tok2vec.layers) == 3 else None
        self.encode = FastTok2Vec(own, ner.vocab.vectors) if own and FastTok2Vec.fits(own) else None
        lower, upper = ner.model.get_ref("lower"), ner.model.get_ref("upper")
        weights = lower.get_param("W")
        self.features, self.hidden, self.pieces, width = weights.shape
        flat = weights.reshape(self.features, self.hidden * self.pieces, width)
        self.inputs = [numpy.ascontiguousarray(w.T) for w in flat]
        self.bias = lower.get_param("b").reshape(-1)
        pad = lower.get_param("pad").reshape(self.features, -1)
        self.closed_bias = self.bias + pad[1:].sum(0)
        self.output = numpy.ascontiguousarray(upper.get_param("W").T)
        self.output_bias = upper.get_param("b")
        unseen = ner.model.attrs["unseen_classes"]
        names = [ner.moves.get_class_name(i) for i in range(ner.moves.n_moves)]
        self.labels = sorted({n[2:] for n in names if n[1:2] == "-" and n[2:]})
        self.move = numpy.array([n[:1] if i not in unseen else "" for i, n in enumerate(names)])
        number = {label: i for i, label in enumerate(self.labels)}
        self.label = numpy.array([number.get(n[2:], -1) for n in names])
        starts = numpy.isin(self.move, ["B", "U"]) & (self.label >= 0)
        self.out = int(numpy.flatnonzero(self.move == "O")[0])
        self.free = numpy.where(starts | (self.move == "O"), 0.0, -numpy.inf).astype("f")
        self.begin = numpy.flatnonzero(self.move == "B")
        self.start = numpy.flatnonzero(starts)
        self.inside = numpy.array([[self._move("I", i), self._move("L", i)] for i in range(len(self.labels))])

    def _move(self, kind: str, label: int) -> int:
        return int(numpy.flatnonzero((self.move == kind) & (self.label == label))[0])

    @staticmethod
    def fits(pipe: Any) -> bool:
        """Whether a component is a greedy recognizer of the layout that is decoded here."""
        if not isinstance(pipe, EntityRecognizer) or pipe.cfg.get("beam_width", 1) != 1:
            return False
        model = pipe.model
        if not model.attrs.get("has_upper"):
            return False
        lower = model.get_ref("lower")
        moves = [pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)]
        pairs = {m[2:] for m in moves if m[:2] == "B-"}
        complete = all({f"I-{x}", f"L-{x}", f"U-{x}"} <= set(moves) for x in pairs)
        return lower.get_dim("nF") == 3 and lower.get_dim("nP") > 1 and "O" in moves and bool(pairs) and complete

    def _scores(self, sums: numpy.ndarray) -> numpy.ndarray:
        hidden = sums.reshape(len(sums), self.hidden, self.pieces).max(axis=2)
        return hidden @ self.output + self.output_bias

    def decode(self, vectors: numpy.ndarray, last: numpy.ndarray, space: numpy.ndarray) -> list[Found]:
        """Names of a batch of tokens laid end to end.

        vectors: the recognizer's token vectors; last: tokens after which no name goes on; space: blank tokens.
        Gives (start, end, label, confidence) by position in the batch, in order.
        """
        base = vectors @ self.inputs[0]
        scores = self._scores(base + self.closed_bias) + self.free
        scores[numpy.ix_(last, self.begin)] = -numpy.inf
        scores[numpy.ix_(space, self.start)] = -numpy.inf
        choice = scores.argmax(axis=1)
        named = numpy.flatnonzero(choice != self.out)
        if not len(named):
            return []
        top = scores[named, choice[named]]
        confidence = 1.0 / numpy.exp(scores[named] - top[:, None]).sum(axis=1)
        label = self.label[choice[named]]
        end = named + 1
        active = numpy.flatnonzero(self.move[choice[named]] == "B")
        for step in range(1, LONGEST):
            if not len(active):
                break
            first, at = named[active], named[active] + step
            sums = base[at] + vectors[first] @ self.inputs[1] + vectors[at - 1] @ self.inputs[2] + self.bias
            both = numpy.take_along_axis(self._scores(sums), self.inside[label[active]], axis=1)
            both[last[at] | (step == LONGEST - 1), 0] = -numpy.inf
            closes = both[:, 1] >= both[:, 0]
            best = both.max(axis=1)
            confidence[active] *= 1.0 / numpy.exp(both - best[:, None]).sum(axis=1)
            end[active] = at + 1
            active = active[~closes]
        found: list[Found] = []
        free_from = 0
        for s, e, x, p in zip(named.tolist(), end.tolist(), label.tolist(), confidence.tolist()):
            if s >= free_from:
                found.append((s, e, self.labels[x], p))
                free_from = e
        return found

    def forget(self) -> None:
        if self.encode:
            self.encode.forget()

    def annotate(self, docs: list[Doc]) -> None:
        """Set the names and their confidences on a batch of documents."""
        lengths = [len(d) for d in docs]
        total = sum(lengths)
        if not total:
            return
        if self.encode:  # layers: tok2vec, list2array, linear
            vectors = numpy.asarray(self.tok2vec.layers[2].predict(self.encode(docs)))
        else:
            vectors = numpy.asarray(self.tok2vec.predict(docs))
        flags = numpy.concatenate([d.to_array(["SENT_START", "IS_SPACE"]) for d in docs]).astype("int64")
        last = numpy.zeros(total, dtype=bool)
        last[:-1] = flags[1:, 0] == 1
        last[numpy.cumsum([n for n in lengths if n]) - 1] = True
        found = iter(self.decode(vectors, last, flags[:, 1].astype(bool)))
        base, item = 0, next(found, None)
        for doc, length in zip(docs, lengths):
            names = []
            while item is not None and item[0] < base + length:
                names.append((item[0] - base, item[1] - base, item[2], item[3]))
                item = next(found, None)
            if self.agreement and (names or self.known):
                names = agree(names, [t.text for t in doc], self.known)
            doc.set_ents([Span(doc, s, e, label=label) for s, e, label, _ in names], default="outside")
            doc.user_data[CONFIDENCE] = [[s, e, round(float(p), 4)] for s, e, _, p in names]
            base += length

    def _run(self, docs: list[Doc]) -> list[Doc]:
        if any(len(d) and d.has_annotation("ENT_IOB") for d in docs):
            return [self.original(d) for d in docs]
        self.annotate(docs)
        return docs


def speed_up(nlp: Language, agreement: bool = True, known: Gazetteer | None = None) -> Language:
    """Use numpy's BLAS in every layer; token vectors and names in numpy, names made to agree, where the layout allows.

    thinc's own BLAS ran at a third of numpy's speed where both were measured. The pipeline is changed in place.
    """
    pipe: Any
    for i, (name, pipe) in enumerate(nlp._components):
        for node in pipe.model.walk() if hasattr(pipe, "model") else ():
            if hasattr(node.ops, "use_blis"):
                node.ops.use_blis = False
        if FastVectors.fits(pipe):
            nlp._components[i] = (name, FastVectors(pipe))
        elif FastNames.fits(pipe):
            nlp._components[i] = (name, FastNames(pipe, agreement, known))
        elif FastParse.fits(pipe):
            nlp._components[i] = (name, FastParse(pipe))
        elif FastLemmas.fits(pipe):
            nlp._components[i] = (name, FastLemmas(pipe))
    return nlp
