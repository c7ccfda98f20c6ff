"""Extraction in msgpack: Docs with extracted facts survive `Doc.to_bytes`, `DocBin` and `nlp.pipe(n_process=…)`.

Records refer to one another; the codec writes every object once under a number and every reference as that number.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

from srsly.msgpack import msgpack_decoders, msgpack_encoders

from extractor.components import records
from extractor.components.extraction import Extraction
from extractor.linking.names import NameSpan

_MARK = "__extractor__"
_TYPES: dict[str, type] = {
    cls.__name__: cls
    for cls in (*(v for v in vars(records).values() if is_dataclass(v) and isinstance(v, type)), Extraction, NameSpan)
}


def dump(extraction: Extraction) -> list[Any]:
    """Plain lists and dicts: one entry per object, references as {"#": number}; caches (names with _) are left out."""
    numbers: dict[int, int] = {}
    entries: list[Any] = []

    def plain(value: Any) -> Any:
        if isinstance(value, (list, tuple)):
            return {"t": [plain(v) for v in value]} if isinstance(value, tuple) else [plain(v) for v in value]
        if type(value).__name__ in _TYPES and is_dataclass(value):
            return {"#": number(value)}
        if value is None or isinstance(value, (str, int, float, bool)):
            return value
        return {"o": id(value)}  # a token of identity only, such as the shared object of a range

    def number(value: Any) -> int:
        if id(value) not in numbers:
            numbers[id(value)] = len(entries)
            entry: list[Any] = [type(value).__name__, {}]
            entries.append(entry)
            for f in fields(value):
                if not f.name.startswith("_"):
                    entry[1][f.name] = plain(getattr(value, f.name))
        return numbers[id(value)]

    number(extraction)
    return entries


def load(entries: list[Any]) -> Extraction:
    """The Extraction that `dump` wrote."""
    objects: list[Any] = [object.__new__(_TYPES[name]) for name, _ in entries]
    shared: dict[int, object] = {}

    def value_of(plain: Any) -> Any:
        if isinstance(plain, (list, tuple)):  # DocBin reads lists as tuples
            return [value_of(v) for v in plain]
        if isinstance(plain, dict):
            if "#" in plain:
                return objects[plain["#"]]
            if "o" in plain:
                return shared.setdefault(plain["o"], object())
            return tuple(value_of(v) for v in plain["t"])
        return plain

    for obj, (_, values) in zip(objects, entries, strict=True):
        for f in fields(obj):
            given = value_of(values[f.name]) if f.name in values else None
            object.__setattr__(obj, f.name, given)
    found: Extraction = objects[0]
    return found


@msgpack_encoders("extractor.v1")
def _encode(obj: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    if isinstance(obj, Extraction):
        return {_MARK: dump(obj)}
    return obj if chain is None else chain(obj)


@msgpack_decoders("extractor.v1")
def _decode(obj: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    if isinstance(obj, dict) and _MARK in obj:
        return load(obj[_MARK])
    return obj if chain is None else chain(obj)
