"""Augmentation of training documents: other people's names, upper case, lower case, headline case."""

import random

from names import full_name
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab


def rename(doc: Doc, rng: random.Random, vocab: Vocab) -> Doc:
    """The document with every person given another name, the same one at each mention."""
    people = [(e.start, e.end) for e in doc.ents if e.label_ == "PERSON"]
    if not people:
        return doc
    full: dict[tuple[str, ...], tuple[list[str], list[str]]] = {}
    short: dict[str, list[str]] = {}
    for s, e in people:
        key = tuple(t.text for t in doc[s:e])
        if len(key) > 1 and key not in full:
            full[key] = full_name(rng)
            short.setdefault(key[-1], full[key][1])
            short.setdefault(key[0], full[key][1])
    for s, e in people:
        if e - s == 1:
            short.setdefault(doc[s].text, full_name(rng)[1])
    words: list[str] = []
    spaces: list[bool] = []
    spans: list[tuple[int, int, str]] = []
    missing: list[int] = []
    starts: list[bool] = []
    ents = {e.start: e for e in doc.ents}
    i = 0
    while i < len(doc):
        if i in ents:
            e = ents[i]
            new = [t.text for t in e]
            gaps = [bool(t.whitespace_) for t in e]
            if e.label_ == "PERSON":
                key = tuple(new)
                new = full[key][0] if len(key) > 1 else short[key[0]]
                if e.text.isupper():
                    new = [w.upper() for w in new]
                gaps = [True] * (len(new) - 1) + gaps[-1:]
            spans.append((len(words), len(words) + len(new), e.label_))
            starts += [bool(e[0].is_sent_start)] + [False] * (len(new) - 1)
            words += new
            spaces += gaps
            i = e.end
        else:
            t = doc[i]
            if not t.ent_iob:
                missing.append(len(words))
            words.append(t.text)
            spaces.append(bool(t.whitespace_))
            starts.append(bool(t.is_sent_start))
            i += 1
    out = Doc(vocab, words=words, spaces=spaces, sent_starts=starts)
    out.set_ents(
        [Span(out, s, e, label=x) for s, e, x in spans],
        missing=[Span(out, i, i + 1) for i in missing],
        default="outside",
    )
    return out


def recase(doc: Doc, rng: random.Random, vocab: Vocab, upper: float, lower: float, title: float) -> Doc:
    """Now and then the whole document in capitals, in small letters or with capitals on every word."""
    r = rng.random()
    if r < upper:
        words = [t.text.upper() for t in doc]
    elif r < upper + lower:
        words = [t.text.lower() for t in doc]
    elif r < upper + lower + title:
        words = [t.text[:1].upper() + t.text[1:] for t in doc]
    else:
        return doc
    return with_words(doc, words, vocab)


def with_words(doc: Doc, words: list[str], vocab: Vocab) -> Doc:
    """A copy of the document with other words in the same places and all its annotation."""
    out = Doc(vocab, words=words, spaces=[bool(t.whitespace_) for t in doc])
    if doc.has_annotation("DEP"):
        out = Doc(
            vocab,
            words=words,
            spaces=[bool(t.whitespace_) for t in doc],
            tags=[t.tag_ for t in doc],
            pos=[t.pos_ for t in doc],
            morphs=[str(t.morph) for t in doc],
            lemmas=[t.lemma_ for t in doc],
            heads=[t.head.i for t in doc],
            deps=[t.dep_ for t in doc],
        )
        return out
    out = Doc(
        vocab, words=words, spaces=[bool(t.whitespace_) for t in doc], sent_starts=[bool(t.is_sent_start) for t in doc]
    )
    out.set_ents(
        [Span(out, e.start, e.end, label=e.label_) for e in doc.ents],
        missing=[Span(out, t.i, t.i + 1) for t in doc if not t.ent_iob],
        default="outside",
    )
    return out
