"""Decodes a spaCy dependency parser in numpy where sentence starts are set beforehand: same trees, in less time.

spaCy's transition loop takes and gives back the interpreter lock at every step of every document, which costs more than
the network itself. Here all sentences of a batch take their steps side by side (arc_eager).
"""

from __future__ import annotations

from typing import Any

import numpy
from spacy.attrs import DEP, HEAD, SENT_START
from spacy.pipeline import DependencyParser
from spacy.pipeline._parser_internals.nonproj import DELIMITER, deprojectivize
from spacy.tokens import Doc

from extractor.language.arc_eager import FEATURES, KINDS, ArcEager
from extractor.language.stand_in import StandIn

LONGEST = 500  # tokens; steps of one sentence alone are slower here than in spaCy's loop


class FastParse(StandIn):
    """Takes the place of a greedy `parser` component; sets heads, dependency labels and what follows from them.

    Left to spaCy's own loop are documents in which a sentence start is undecided, a head or label is preset, or a
    sentence is longer than LONGEST.
    """

    def __init__(self, parser: DependencyParser) -> None:
        super().__init__(parser)
        self.tok2vec = parser.model.get_ref("tok2vec")
        names = [parser.moves.get_class_name(i) for i in range(parser.moves.n_moves)]
        lower, upper = parser.model.get_ref("lower"), parser.model.get_ref("upper")
        self.decoder = ArcEager(lower, upper, names, parser.model.attrs["unseen_classes"])
        strings = parser.vocab.strings
        labels = [name[2:] for name in names] + ["ROOT"]  # the last one for a token that no move attached: -1
        self.relations = numpy.array([strings.add(x) for x in labels], dtype="uint64")
        self.lifted = numpy.array([DELIMITER in x for x in labels])

    @staticmethod
    def fits(pipe: Any) -> bool:
        """Whether a component is a greedy parser of the layout that is decoded here."""
        if not isinstance(pipe, DependencyParser) or pipe.cfg.get("beam_width", 1) != 1:
            return False
        if pipe.cfg.get("learn_tokens") or not pipe.model.attrs.get("has_upper"):
            return False
        lower, unseen = pipe.model.get_ref("lower"), pipe.model.attrs["unseen_classes"]
        moves = [pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)]
        kinds = {m[:1] for i, m in enumerate(moves) if i not in unseen}
        plain = not any(m[2:] == "subtok" for m in moves)
        return lower.get_dim("nF") == FEATURES and lower.get_dim("nP") > 1 and set(KINDS) <= kinds and plain

    def _annotate(self, docs: list[Doc], lengths: numpy.ndarray, starting: numpy.ndarray) -> None:
        """Set the trees of documents, none empty; starting: which of all their tokens begin a sentence."""
        vectors = numpy.asarray(self.tok2vec.predict(docs))
        ends = numpy.cumsum(lengths)
        starts = numpy.flatnonzero(starting)
        stops = numpy.append(starts[1:], len(starting))
        heads, moves = self.decoder.decode(vectors, starts, stops - starts, numpy.isin(stops, ends))
        values: Any = numpy.empty((len(heads), 2), dtype="uint64")
        values[:, 0] = (heads - numpy.arange(len(heads))).astype("uint64")
        values[:, 1] = self.relations[moves]
        lifted = numpy.logical_or.reduceat(self.lifted[moves], ends - lengths)
        for doc, a, b, some in zip(docs, (ends - lengths).tolist(), ends.tolist(), lifted.tolist()):
            doc.from_array([HEAD, DEP], values[a:b])
            if some:  # arcs lifted to make the tree projective
                deprojectivize(doc)

    def _run(self, docs: list[Doc]) -> list[Doc]:
        filled = [d for d in docs if len(d)]
        if not filled:
            return docs
        preset = numpy.concatenate([d.to_array([SENT_START, HEAD, DEP]) for d in filled]).astype("int64")
        lengths = numpy.array([len(d) for d in filled])
        ends = numpy.cumsum(lengths)
        begins = ends - lengths
        starting = preset[:, 0] == 1
        starting[begins] = True
        starts = numpy.flatnonzero(starting)
        bad = preset[:, 1:].any(axis=1) | ~starting & (preset[:, 0] != -1)
        bad[starts] |= numpy.diff(starts, append=len(starting)) > LONGEST
        bad = numpy.logical_or.reduceat(bad, begins)
        if bad.any():
            own = [d for d, other in zip(filled, bad.tolist()) if other]
            for _ in self.original.pipe(own, batch_size=64):
                pass
            starting = starting[numpy.repeat(~bad, lengths)]
            filled, lengths = [d for d, other in zip(filled, bad.tolist()) if not other], lengths[~bad]
        if filled:
            self._annotate(filled, lengths, starting)
        return docs
