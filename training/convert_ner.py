"""Name corpora -> DocBins with one label scheme: PERSON NORP ORG GPE LOC FAC MISC.

usage: python convert_ner.py ASSETS CORPORA

Places are GPE unless a word of assets/geography.csv says otherwise; nationalities are NORP by the demonyms that
worldwide newswire marks. Splits: worldwide newswire by sha1(article) % 100, GMB by sha1(sentence) % 100, with the
held-out parts left out. A corpus whose files are absent is passed over with a line that says so.
"""

import argparse
import csv
import hashlib
import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span

VOCAB = spacy.blank("en").vocab
HERE = Path(__file__).parent
NO_BLANK_BEFORE = set(",.;:!?%)]}'") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "''", "..."}
NO_BLANK_AFTER = set("([{$") | {"``", "US$"}
LABELS = {
    "PER": "PERSON",
    "Person": "PERSON",
    "per": "PERSON",
    "politician": "PERSON",
    "person": "PERSON",
    "ORG": "ORG",
    "Organization": "ORG",
    "org": "ORG",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "LOC": "PLACE",
    "Location": "PLACE",
    "geo": "PLACE",
    "gpe": "NATION",
    "country": "GPE",
    "location": "PLACE",
    "NORP": "NORP",
    "Facility": "FAC",
    "MISC": "OTHER",
    "Misc": "OTHER",
    "misc": "OTHER",
    "Product": "MISC",
    "eve": "MISC",
    "art": "MISC",
    "event": "MISC",
    "election": "MISC",
}
Sent = tuple[list[str], list[str]]


def columns(text: str, tag: int, sep: str | None = None) -> Iterator[list[Sent]]:
    """Documents of (words, tags) sentences of a column format; -DOCSTART- parts documents."""
    doc: list[Sent] = []
    words: list[str] = []
    tags: list[str] = []
    for line in text.splitlines() + ["", "-DOCSTART- O"]:
        cols = line.split(sep)
        if not line.strip():
            if words:
                doc.append((words, tags))
            words, tags = [], []
        elif cols[0] == "-DOCSTART-":
            if doc:
                yield doc
            doc = []
        else:
            words.append(cols[0])
            tags.append(cols[tag] if len(cols) > 1 else "O")


def spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """Spans of IOB1, IOB2 or BIOES tags."""
    out: list[tuple[int, int, str]] = []
    start, label = -1, ""
    for i, tag in enumerate([*tags, "O"]):
        kind, _, name = tag.partition("-")
        if start >= 0 and (kind in "OBSU_" or name != label):
            out.append((start, i, label))
            start = -1
        if start < 0 and name:
            start, label = i, name
    return out


class Labels:
    """Maps corpus labels to the scheme."""

    def __init__(self, demonyms: set[str]) -> None:
        self.demonyms = demonyms
        self.words: dict[str, set[str]] = {"LOC": set(), "FAC": set(), "GPE": set(), "TITLE": set()}
        with (HERE / "assets" / "geography.csv").open(encoding="utf8", newline="") as f:
            for row in csv.DictReader(f):
                self.words[row["kind"]].add(row["word"])

    def place(self, words: list[str]) -> str:
        """GPE, LOC or FAC by the words of a place name."""
        low = [w.lower() for w in words]
        if " ".join(low) in self.words["GPE"]:
            return "GPE"
        if self.words["LOC"] & set(low):
            return "LOC"
        return "FAC" if len(low) > 1 and low[-1] in self.words["FAC"] else "GPE"

    def __call__(self, words: list[str], label: str) -> str | None:
        label = LABELS.get(label, label)
        name = " ".join(words)
        if label in ("OTHER", "NATION"):
            nation = name in self.demonyms or all(w in self.demonyms for w in words)
            return "NORP" if nation else "MISC" if label == "OTHER" else "GPE"
        if label == "PLACE":
            return "NORP" if name in self.demonyms else self.place(words)
        return label if label in ("PERSON", "ORG", "GPE", "NORP", "FAC", "MISC") else None


def make_doc(sents: list[Sent], labels: Labels, trim_titles: bool = False) -> Doc:
    """One Doc; blanks are guessed from punctuation."""
    words: list[str] = []
    spaces: list[bool] = []
    ents: list[tuple[int, int, str]] = []
    starts: list[bool] = []
    for ws, tags in sents:
        base, quote = len(words), False
        for s, e, name in spans(tags):
            while trim_titles and name == "per" and s < e and ws[s].lower() in labels.words["TITLE"]:
                s += 1
            label = labels(ws[s:e], name) if s < e else None
            if label:
                ents.append((base + s, base + e, label))
        gaps = [True] * len(ws)
        for i, w in enumerate(ws):
            opening = w == "``" or (w == '"' and not quote)
            quote = opening if w in ('"', "``", "''") else quote
            if i and (w in NO_BLANK_BEFORE or (w == '"' and not opening)):
                gaps[i - 1] = False
            if opening or w in NO_BLANK_AFTER:
                gaps[i] = False
        gaps[-1] = True
        words, spaces, starts = words + ws, spaces + gaps, starts + [True] + [False] * (len(ws) - 1)
    doc = Doc(VOCAB, words=words, spaces=spaces, sent_starts=starts)
    doc.set_ents([Span(doc, s, e, label=x) for s, e, x in ents], default="outside")
    return doc


def bucket(key: str) -> int:
    """0 to 99, stable."""
    return int(hashlib.sha1(key.encode("utf8")).hexdigest(), 16) % 100


def read_gmb(path: Path) -> list[Sent]:
    """The sentences of the GMB table, without repeats."""
    with zipfile.ZipFile(path) as z:
        rows = csv.reader(io.StringIO(z.read("ner_dataset.csv").decode("latin-1")))
    next(rows)
    out: dict[str, Sent] = {}
    words: list[str] = []
    tags: list[str] = []
    for row in [*rows, ["Sentence:", "", "", ""]]:
        if row[0] and words:
            out.setdefault(" ".join(words), (words, tags))
            words, tags = [], []
        if row[1]:
            words.append(row[1])
            tags.append(row[3])
    return list(out.values())


def save(docs: list[Doc], path: Path) -> None:
    """Write and count."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs).to_disk(path)
    print(path.stem, len(docs), "docs", dict(Counter(e.label_ for d in docs for e in d.ents).most_common()))


def main() -> None:
    """Command line."""
    ap = argparse.ArgumentParser()
    ap.add_argument("assets", type=Path)
    ap.add_argument("corpora", type=Path)
    args = ap.parse_args()
    a, out = args.assets, args.corpora / "ner"
    articles: dict[str, list[Sent]] = {}
    if (a / "worldwide.zip").exists():
        with zipfile.ZipFile(a / "worldwide.zip") as z:
            for name in sorted(n for n in z.namelist() if "/processed_annotated/" in n and n.endswith(".tsv")):
                sents = [s for d in columns(z.read(name).decode("utf8"), 1, "\t") for s in d]
                articles[Path(name).name.removesuffix(".txt.4class.tsv").removesuffix(".txt.tsv")] = [
                    s for s in sents if not s[0][0].startswith("http")
                ]
    marked = Counter(
        " ".join(ws[s:e]) for sents in articles.values() for ws, tags in sents for s, e, x in spans(tags) if x == "NORP"
    )
    with (HERE / "assets" / "demonyms.csv").open(encoding="utf8", newline="") as f:
        demonyms = {row["word"] for row in csv.DictReader(f)}
    labels = Labels(demonyms | {k for k, n in marked.items() if n > 1 and k[:1].isupper()})
    parts: dict[str, list[Doc]] = {"train": [], "dev": []}
    for name, sents in articles.items():
        b = bucket(name)
        if b >= 10:
            parts["dev" if b < 20 else "train"] += [
                make_doc(sents[i : i + 10], labels) for i in range(0, len(sents), 10)
            ]
    sets = {f"ww_{k}": v for k, v in parts.items() if v}
    if (a / "gmb.zip").exists():
        sets |= {"gmb_train": [], "gmb_dev": []}
        for sent in read_gmb(a / "gmb.zip"):
            b = bucket(" ".join(sent[0]))
            if b >= 5:
                sets["gmb_dev" if b < 10 else "gmb_train"].append(make_doc([sent], labels, trim_titles=True))
    for name, file, tag, sep in (
        ("conll03_train", "eng.train", -1, None),
        ("conll03_dev", "eng.testa", -1, None),
        ("crossner_politics_train", "crossner_train.txt", 1, "\t"),
        ("crossner_politics_dev", "crossner_dev.txt", 1, "\t"),
        ("wikigold", "wikigold.conll.txt", -1, None),
    ):
        if (a / file).exists():
            docs = columns((a / file).read_text(encoding="utf8"), tag, sep)
            size = 1 if name.startswith("crossner") else 10**6
            sets[name] = [make_doc(d[i : i + size], labels) for d in docs for i in range(0, len(d), size)]
        else:
            print(name, "passed over: no", a / file)
    for name, docs in sets.items():
        save(docs, out / f"{name}.spacy")


if __name__ == "__main__":
    main()
