"""The mean of the weights of several runs that branched off one check-point.

usage: python average.py OUT MODEL MODEL [...]
"""

import argparse
from pathlib import Path

import numpy
import spacy
from checkpoints import nodes
from vectors import keep_attr


def average(models: list[Path], out: Path) -> None:
    """Write the pipeline whose every weight is the mean over the models; ValueError where their shapes differ."""
    pipelines = [spacy.load(m) for m in models]
    layers = [nodes(nlp) for nlp in pipelines]
    for same in zip(*layers, strict=True):
        for name in same[0].param_names:
            if same[0].has_param(name):
                values = [node.get_param(name) for node in same]
                if len({v.shape for v in values}) > 1:
                    raise ValueError(f"{same[0].name}.{name}: shapes differ")
                same[0].set_param(name, numpy.mean(values, axis=0, dtype="float32"))
    pipelines[0].to_disk(out)
    keep_attr(out, pipelines[0])


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser()
    ap.add_argument("out", type=Path)
    ap.add_argument("models", type=Path, nargs="+")
    args = ap.parse_args()
    average(args.models, args.out)


if __name__ == "__main__":
    main()
