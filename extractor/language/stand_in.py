"""What takes the place of a spaCy component and does its work in numpy, batch by batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from spacy.tokens import Doc


class StandIn:
    """Annotates documents in batches by `_run`; everything else, saving included, is the component's own."""

    def __init__(self, original: Any) -> None:
        self.original, self.name, self.model = original, original.name, original.model

    def _run(self, docs: list[Doc]) -> list[Doc]:
        """Annotate a batch and give it back, in order."""
        raise NotImplementedError

    def forget(self) -> None:
        """Drop what is kept of documents read before, where that could show in the next ones."""

    def __call__(self, doc: Doc) -> Doc:
        return self._run([doc])[0]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Annotate a stream of documents in batches."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            yield from self._run(batch)

    def __getattr__(self, attribute: str) -> Any:
        if "original" not in self.__dict__:  # pickle asks before it has filled the object.
            raise AttributeError(attribute)
        return getattr(self.__dict__["original"], attribute)
