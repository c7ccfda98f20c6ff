"""Coreference of names inside one article: which mentions are the same person."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon
from extractor.linking.names import NameLexicon, NameSpan, fold, name_lexicon, name_text


@dataclass(slots=True, eq=False)
class Person:
    """One person of the article: name mentions in text order, the fullest form, and words by which others may mean it.

    ambiguous: spans that could as well be another person's (a shared surname).
    """

    name: str
    words: tuple[str, ...]
    full: NameSpan
    mentions: list[NameSpan] = field(default_factory=list)
    ambiguous: set[NameSpan] = field(default_factory=set)


# Persons who share a word with a name and are compared with it; more than that in one text are lists, not a story.
_MAX_SHARED = 50


def _words(name: str, lex: NameLexicon) -> tuple[str, ...]:
    words = [w for w in fold(name).replace(",", " ").split() if w not in lex.suffixes and w + "." not in lex.suffixes]
    return tuple(words or fold(name).split())


def link_names(tokens: TokenTable, names: list[NameSpan], lexicon: Lexicon) -> list[Person]:
    """Persons in the order of their first mention.

    Two full names are one person where the folded words agree, or one name's words are those of the other with some
    left out (middle names, initials). A single word belongs to the nearest person before it whose first or last word it
    is, else to the nearest after; persons who share a surname stay apart.
    """
    lex = name_lexicon(lexicon)
    texts = {n: name_text(tokens, n) for n in names}
    words = {n: _words(texts[n], lex) for n in names}
    persons: list[Person] = []
    by_word: dict[str, list[Person]] = {}
    singles: list[NameSpan] = []
    for name in sorted(names, key=lambda n: n.first):
        own = words[name]
        if len(own) < 2:
            singles.append(name)
            continue
        near = {id(p): p for w in {own[0], own[-1]} for p in by_word.get(w, ())[-_MAX_SHARED:]}
        person = next((p for p in near.values() if _same(p.words, own)), None)
        if person is None:
            person = Person(texts[name], own, name)
            persons.append(person)
        elif len(own) > len(person.words) or len(texts[name]) > len(person.name) and len(own) == len(person.words):
            person.name, person.words, person.full = texts[name], own, name
        person.mentions.append(name)
        for word in {own[0], own[-1]}:
            if person not in by_word.setdefault(word, []):
                by_word[word].append(person)
    alone: dict[str, Person] = {}
    for name in singles:
        word = words[name][0]
        person = _owner(name, word, by_word.get(word, [])[-_MAX_SHARED:], lex) or alone.get(word)
        if person is None:
            person = alone[word] = Person(texts[name], words[name], name)
            persons.append(person)
        person.mentions.append(name)
    for person in persons:
        person.mentions.sort(key=lambda n: n.first)
    return sorted(persons, key=lambda p: p.mentions[0].first)


def _same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if a == b or "".join(a) == "".join(b):
        return True
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if 2 < len(short) < len(long) and len(short[1]) == 1 and not _agrees(short[1], long[1]):
        return False  # George W. Bush, George H. W. Bush
    if len(short) >= 2 and len(short) < len(long) and _subsequence(short, long):
        return short[-1] == long[-1] or short[0] == long[0] and len(short) > 2 or short == long[: len(short)]
    # an initial for the given name: "J. Smith" and "John Smith"
    return len(a) == len(b) == 2 and a[-1] == b[-1] and (len(a[0]) == 1 or len(b[0]) == 1) and a[0][0] == b[0][0]


def _subsequence(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(any(_agrees(w, v) for v in rest) for w in short)


def _agrees(a: str, b: str) -> bool:
    return a == b or (len(a) == 1 or len(b) == 1) and a[0] == b[0]


def _owner(name: NameSpan, word: str, persons: list[Person], lex: NameLexicon) -> Person | None:
    """Whom a single word means: nearest full name before, else after, that ends or (family first) begins with it."""
    fits = [p for p in persons if p.words[-1] == word or p.words[0] == word]
    if not fits:
        return None
    exact = [p for p in fits if p.words[-1] == word or p.words[0] in lex.family_first] or fits
    before = [p for p in exact if p.mentions[0].first < name.first]
    if before:
        chosen = max(before, key=lambda p: max(m.first for m in p.mentions if m.first < name.first))
    else:
        chosen = min(exact, key=lambda p: p.mentions[0].first)
    if len(exact) > 1:
        chosen.ambiguous.add(name)
    return chosen


def split_off(tokens: TokenTable, person: Person, titled: list[NameSpan]) -> Person:
    """A new person of the same surname: the mentions `titled`, and the bare surnames that follow them more closely than
    they follow the old one's. Both become ambiguous there."""
    own = [n for n in person.mentions if n not in titled]
    new = Person(name_text(tokens, titled[0]), tuple(fold(name_text(tokens, titled[0])).split()), titled[0])
    last = person
    kept: list[NameSpan] = []
    for name in sorted(person.mentions, key=lambda n: n.first):
        bare = name.end - name.first == 1
        last = new if name in titled else last if bare and name in own else person
        (new.mentions if last is new else kept).append(name)
    person.mentions = kept
    return new
