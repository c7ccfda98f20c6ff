"""An organization mention, the index of a document's mentions by token, and the lexicon that tells their kinds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon, PhraseTrie, WordClasses, split_words
from extractor.lexicon.casing import common_words
from extractor.linking.cues import linking_cues
from extractor.linking.offices import senates

# Words behind a head noun that open its complement: "Ministry of", "Office for".
OF_WORDS = frozenset({"of", "for"})
# Kinds that "&" in the name does not make a firm: "Council on Sports, Fitness & Nutrition".
_OFFICIAL = frozenset({"committee", "ministry", "agency", "bureau", "university", "court", "parliament", "government"})


@dataclass(slots=True, eq=False)
class Body:
    """One mention of an organization: tokens [first, end), kind and country where known, the body above it.

    source: "lexicon", "grammar", "model" or "repeat" (a short form of a name before it). nominal: a common noun ("the
    ministry", "foreign ministry"), not a name; antecedent: the name it stands for; full: that of initials.
    """

    first: int
    end: int
    kind: str
    country: str | None
    source: str
    nominal: bool = False
    parent: Body | None = None
    parent_name: str | None = None
    antecedent: Body | None = None
    full: Body | None = None


class BodyIndex:
    """The organization mentions of one document, by token."""

    def __init__(self, bodies: list[Body]) -> None:
        self.bodies = bodies
        self._at: dict[int, Body] = {}
        for body in bodies:
            for i in range(body.first, body.end):
                self._at[i] = body

    def at(self, token: int) -> Body | None:
        return self._at.get(token)

    def ending_at(self, end: int) -> Body | None:
        """The body whose last token is end - 1."""
        body = self._at.get(end - 1)
        return body if body is not None and body.end == end else None

    def within(self, first: int, end: int) -> list[Body]:
        return [b for b in self.bodies if b.first >= first and b.end <= end]


@dataclass(frozen=True, slots=True)
class BodyLexicon:
    """known: bodies by name; heads: kinds by head nouns, head_words: by those of one word; words: lower-case words of
    names of bodies; fields: portfolios; states: names and adjectives of countries; demonyms: country by adjective;
    common: words in lower case; senates: states with a senate; cues: classes of
    `linking_cues`."""

    known: PhraseTrie[tuple[str, str | None, str | None]]
    heads: PhraseTrie[str]
    head_words: dict[str, str]
    words: frozenset[str]
    title_heads: PhraseTrie[bool]
    fields: frozenset[tuple[str, ...]]
    states: frozenset[tuple[str, ...]]
    common: frozenset[str]
    demonyms: dict[str, str]
    senates: frozenset[str]
    cues: WordClasses


def body_lexicon(lexicon: Lexicon) -> BodyLexicon:
    return lexicon.compiled(_build)


def _build(lexicon: Lexicon) -> BodyLexicon:
    known: dict[tuple[str, ...], tuple[str, str | None, str | None]] = {}
    for row in lexicon.rows("organizations"):
        words = split_words(row["surface"])
        value = (row["kind"], row["country"] or None, row["parent"] or None)
        if words in known and known[words][1] != value[1]:
            value = (row["kind"], None, None)  # the same name in two countries says nothing about either
        known[words] = value
        if len(row["surface"]) > 4 and not row["surface"].isupper():
            known.setdefault(tuple(w.upper() for w in words), value)
    heads: dict[tuple[str, ...], str] = {}
    for row in lexicon.rows("organization_heads"):
        words = split_words(row["head"])
        words = words[:-1] if words[-1] in OF_WORDS else words
        heads.setdefault(words, row["kind"])
    single = {w[0]: kind for w, kind in heads.items() if len(w) == 1}
    known_words = {w for phrase in heads for w in phrase}
    known_words |= {w for r in lexicon.rows("portfolios") for w in split_words(r["surface"])}
    known_words |= {w.lower() for r in lexicon.rows("places") for w in split_words(r["surface"])}
    named = [split_words(r["head"]) for r in lexicon.rows("titles")]
    titles = PhraseTrie((words, True) for head in named for words in (head, (*head[:-1], head[-1] + "s")))
    fields = frozenset(split_words(r["surface"]) for r in lexicon.rows("portfolios"))
    states = frozenset(
        split_words(r["surface"].lower()) for r in lexicon.rows("places") if r["kind"] in ("name", "alias", "demonym")
    )
    demonyms = {
        r["surface"].lower(): r["iso3"]
        for r in lexicon.rows("places")
        if r["kind"] == "demonym" and r["weak"] in ("", "0") and " " not in r["surface"]
    }
    return BodyLexicon(
        PhraseTrie(known.items()), PhraseTrie(heads.items()), single, frozenset(known_words), titles, fields, states,
        lexicon.compiled(common_words), demonyms, senates(lexicon),
        linking_cues(lexicon),
    )  # fmt: skip


def kind_of(words: Iterable[str], lex: BodyLexicon) -> str:
    """Kind of a body by the head nouns in its lower-case words; the last one decides, the first in "X of Y"."""
    words = list(words)
    if len(words) > 1 and words[-1].rstrip(".") in lex.cues.of("legal_form"):
        return "company"  # "Red River Mortgage Co", whatever else stands in it
    if "&" in words[1:-1] and not any(lex.head_words.get(w) in _OFFICIAL for w in words):
        return "company"
    if "of" in words:
        words = words[: words.index("of")] or words
    for _, _, kind in reversed(list(lex.heads.matches(words))):
        return kind
    return "other"


def is_cap(tokens: TokenTable, i: int) -> bool:
    return tokens.text[i][:1].isupper()


def without_name(tokens: TokenTable, first: int, end: int, known: frozenset[str], common: frozenset[str]) -> int:
    """End of an organization phrase without the person's name that runs on from it: "Ministry of Health | Mikhail
    Murashko": two or three capitalised words that are no common words, after one that is.

    known: lower-case words that belong to organization names."""
    i, count = end, 0
    while i > first and count < 4:
        word, lower = tokens.text[i - 1], tokens.lower[i - 1]
        if word == "-" and count > 0:
            i -= 1
            continue
        name = word[:1].isupper() and word[1:].islower() and tokens.tag[i - 1] in ("NNP", "NNPS")
        if not name or lower in known or lower in common:
            break
        i, count = i - 1, count + 1
    before = tokens.lower[i - 1] if i > first else ""
    opens = is_cap(tokens, i - 1) and (before in known or before in common) if i > first else False
    return i if opens and 2 <= count <= 3 else end
