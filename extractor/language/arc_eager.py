"""Arc-eager transitions over many sentences at once: the decoder behind fast_parse.

Where every sentence start is known, no arc and no stack goes across it, so a batch's sentences are independent and take
their steps side by side. A sentence's state is two tokens, the top of its stack and the front of its buffer; what lies
below and behind them are linked lists that all sentences share. The transition system is spaCy's: Shift, Reduce (a
token without head goes back to the buffer), Left-Arc and Right-Arc, non-monotonic (Honnibal and Johnson 2015).
"""

from __future__ import annotations

from typing import Any

import numpy

SLOTS = 6144  # tokens whose features are held at once; at width 64 about 25 MB
FEATURES = 8  # first and second of the buffer, three of the stack, outermost children of the two ends
REDUCE, LEFT, SHIFT, RIGHT = range(4)  # the latter two move a token to the stack
KINDS = {"S": SHIFT, "D": REDUCE, "L": LEFT, "R": RIGHT}


class ArcEager:
    """The network of a greedy parser and its moves.

    lower, upper: spaCy's precomputable affine layer and its output layer; names: the moves as spaCy writes them
    ("L-nsubj"); unseen: moves by number that are never taken. Moves that start a sentence are left out.
    """

    def __init__(self, lower: Any, upper: Any, names: list[str], unseen: set[int]) -> None:
        weights = lower.get_param("W")
        features, self.hidden, pieces, width = weights.shape
        self.row = self.hidden * pieces
        # pieces side by side in place of interleaved: the maximum runs over whole rows
        flat = weights.transpose(0, 3, 2, 1).reshape(features, width, self.row)
        self.inputs = [numpy.ascontiguousarray(w) for w in flat]
        self.bias = numpy.ascontiguousarray(lower.get_param("b").T).reshape(-1)
        pad = lower.get_param("pad").reshape(features, self.hidden, pieces)
        self.pad = pad.transpose(0, 2, 1).reshape(features, self.row)
        used = [i for i, name in enumerate(names) if name[:1] in KINDS and i not in unseen]
        self.moves = numpy.array(used)
        self.kind = numpy.array([KINDS[names[i][:1]] for i in used])
        self.shifts, self.reduces = numpy.flatnonzero(self.kind == SHIFT), numpy.flatnonzero(self.kind == REDUCE)
        self.output = numpy.ascontiguousarray(upper.get_param("W")[used].T)
        self.output_bias = upper.get_param("b")[used]

    def decode(
        self, vectors: numpy.ndarray, starts: numpy.ndarray, lengths: numpy.ndarray, closing: numpy.ndarray
    ) -> tuple[numpy.ndarray, numpy.ndarray]:
        """Heads and moves of all tokens.

        vectors: the parser's token vectors, documents end to end; starts, lengths: the sentences' first tokens and
        numbers of tokens; closing: which sentences are the last of their documents. Gives for each token its head
        (itself for a root) and the number of the move that attached it (-1 for a root).
        """
        heads = numpy.arange(len(vectors))
        moves = numpy.full(len(vectors), -1)
        order = numpy.argsort(lengths, kind="stable")
        order = order[lengths[order] > 1]  # a token alone is a root
        filled = numpy.cumsum(lengths[order] + 1)
        table: numpy.ndarray | None = None
        a = 0
        while a < len(order):
            base = int(filled[a - 1]) if a else 0
            b = max(a + 1, int(numpy.searchsorted(filled, base + SLOTS, side="right")))
            part, size = order[a:b], int(filled[b - 1]) - base + 1
            if table is None or table.shape[1] < size:
                table = numpy.empty((FEATURES, max(size, min(SLOTS, int(filled[-1])) + 1), self.row), dtype="float32")
            self._group(vectors, starts[part], lengths[part], closing[part], table, heads, moves)
            a = b
        return heads, moves

    def _group(
        self,
        vectors: numpy.ndarray,
        starts: numpy.ndarray,
        lengths: numpy.ndarray,
        closing: numpy.ndarray,
        table: numpy.ndarray,
        heads: numpy.ndarray,
        moves: numpy.ndarray,
    ) -> None:
        """Decode some sentences and write their heads and moves.

        Slot 0 stands for no token; each sentence has one slot more than tokens, for what follows it: the first token of
        the next sentence, or nothing.
        """
        stops = numpy.cumsum(lengths + 1)
        firsts = stops - lengths
        size = int(stops[-1]) + 1
        source = numpy.arange(size)
        source[1:] += numpy.repeat(starts - firsts, lengths + 1)
        numpy.minimum(source, len(vectors) - 1, out=source)
        own = numpy.ones(size, dtype=bool)
        own[0] = own[stops] = False
        rows = vectors[source]
        for f in range(FEATURES):
            numpy.matmul(rows, self.inputs[f], out=table[f, :size])
            table[f, 0] = self.pad[f]
        table[1, stops[closing]] = self.pad[1]
        table[0, :size] += self.bias
        head, move = self._steps(table, firsts, own)
        attached = numpy.flatnonzero(own & (head > 0))
        heads[source[attached]] = source[head[attached]]
        moves[source[attached]] = self.moves[move[attached]]

    def _steps(
        self, table: numpy.ndarray, firsts: numpy.ndarray, own: numpy.ndarray
    ) -> tuple[numpy.ndarray, numpy.ndarray]:
        """Take all steps of all sentences; gives head (0: none) and move of each slot.

        table: features by feature and slot; firsts: slots of the sentences' first tokens; own: slots of tokens.
        """
        size = len(own)
        head, move, below, open_, left, right, older = numpy.zeros((7, size), dtype="int64")
        # below: the rest of the stack; open_: the nearest token without head at or under a token of the stack;
        # left, right: latest children; older: the sibling attached on the right before a token
        after = numpy.arange(1, size + 1)  # the rest of the buffer
        fixed, alone = numpy.zeros((2, size), dtype="float32")  # what is added to moves that may not be taken
        alone[0] = -numpy.inf  # the lowest token of the stack is not reduced
        lanes, hidden = len(firsts), self.hidden
        total, extra = numpy.empty((2, lanes, self.row), dtype="float32")
        scored = numpy.empty((lanes, len(self.kind)), dtype="float32")
        layers = list(table)
        s0, b0 = firsts, firsts + 1
        open_[s0] = s0
        while n := len(s0):
            b1, s1 = after[b0], below[s0]
            sums, more, scores = total[:n], extra[:n], scored[:n]
            layers[0].take(b0, 0, sums, "clip")
            for layer, token in zip(layers[1:], (b1, s0, s1, below[s1], left[b0], left[s0], right[s0])):
                layer.take(token, 0, more, "clip")
                sums += more
            numpy.matmul(_maxout(sums, hidden), self.output, out=scores)
            scores += self.output_bias
            # Tokens that came back to the buffer may not be shifted. spaCy forbids it to a document's last token too;
            # here that one comes back at once.
            for column in self.shifts:
                scores[:, column] += fixed[b0]
            for column in self.reduces:
                scores[:, column] += alone[s1]
            best = scores.argmax(1)
            kind = self.kind[best]

            i = (kind == LEFT).nonzero()[0]
            if i.size:
                s, b = s0[i], b0[i]
                right[head[s]] = older[s]  # an arc from the left is taken back; it was its head's latest
                head[s], move[s], left[b], fixed[b] = b, best[i], s, 0
            i = (kind == REDUCE).nonzero()[0]
            if i.size:
                i = i[head[s0[i]] == 0]  # back to the buffer
                s = s0[i]
                after[s], fixed[s], b0[i] = b0[i], -numpy.inf, s
            i = (kind >= SHIFT).nonzero()[0]
            if i.size:
                s, b, right_arc = s0[i], b0[i], kind[i] == RIGHT
                below[b], open_[b] = s, numpy.where(right_arc, open_[s], b)
                s1[i], b0[i] = b, b1[i]
                s, b, i = s[right_arc], b[right_arc], i[right_arc]
                older[b], right[s], head[b], move[b] = right[s], b, s, best[i]
            s0 = s1

            i = (s0 == 0).nonzero()[0]
            if i.size:  # on an empty stack there is nothing but to shift
                b = b0[i]
                below[b], open_[b], s0[i], b0[i] = 0, b, b, after[b]
            i = (~own[b0]).nonzero()[0]
            if i.size:  # at the end all that have heads go, and one without comes back unless it is the lowest
                s = open_[s0[i]]
                under = below[s]
                after[s], fixed[s], b0[i], s0[i] = b0[i], -numpy.inf, s, under
                s0, b0 = s0[s0 > 0], b0[s0 > 0]
        return head, move


def _maxout(sums: numpy.ndarray, hidden: int) -> numpy.ndarray:
    """Maximum over the pieces, laid side by side; written over the first."""
    best = sums[:, :hidden]
    for a in range(hidden, sums.shape[1], hidden):
        numpy.maximum(best, sums[:, a : a + hidden], out=best)
    return best
