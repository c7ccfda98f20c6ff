"""The names of one document as the titles change them: a name beside a title replaces what the model has there."""

from __future__ import annotations

from extractor.components.titles.phrase import POSSESSIVES, Phrase
from extractor.components.titles.vocabulary import title_lexicon
from extractor.language.tokens import TokenTable
from extractor.lexicon import Lexicon
from extractor.lexicon.casing import common_words
from extractor.linking.bodies import BodyIndex, body_lexicon
from extractor.linking.names import NameSpan, beside_title, name_lexicon
from extractor.linking.places import PlaceIndex

# What may stand after a name in apposition.
CLOSERS = frozenset({",", ")", ".", "-", "--", "–", "—", "_", ";", "]", ":"})


class NameBook:
    """Names by first, by end and by any token."""

    def __init__(
        self, tokens: TokenTable, places: PlaceIndex, bodies: BodyIndex, names: list[NameSpan], lexicon: Lexicon
    ) -> None:
        self.t, self.places, self.bodies, self.lexicon = tokens, places, bodies, lexicon
        self.common, self.lex = lexicon.compiled(common_words), title_lexicon(lexicon)
        known = body_lexicon(lexicon)
        self.body_words, self.titles = {*known.head_words, *self.lex.of("state_plural")}, known.title_heads
        self.by_first = {n.first: n for n in names}
        self.by_end = {n.end: n for n in names}
        self.at = {i: n for n in names for i in range(n.first, n.end)}

    @property
    def names(self) -> list[NameSpan]:
        """All names, those found beside titles among them, left to right."""
        return [self.by_first[first] for first in sorted(self.by_first)]

    def beside(self, first: int) -> NameSpan | None:
        """The name that starts right after a title, though the model may have missed it; no mere honorific."""
        name = beside_title(self.t, first, self.places, self.bodies, self.lexicon)
        honorifics = name_lexicon(self.lexicon).honorifics
        mere = name is not None and all(self.t.lower[i] in honorifics for i in range(name.first, name.end))
        return None if mere else name

    def use(self, name: NameSpan) -> NameSpan:
        """The name, registered: a name found beside a title takes the place of the model's shorter or longer one."""
        for i in range(name.first, name.end):
            old = self.at.get(i)
            if old is not None and old != name:
                for k in range(old.first, old.end):
                    self.at.pop(k, None)
                self.by_first.pop(old.first, None)
                self.by_end.pop(old.end, None)
        if name.first not in self.by_first:
            self.by_first[name.first] = name
            self.by_end[name.end] = name
            self.at.update(dict.fromkeys(range(name.first, name.end), name))
        return self.by_first[name.first]

    def plausible(self, p: Phrase, name: NameSpan) -> bool:
        """Whether the words after the title are a name though the model has none there."""
        t = self.t
        told = p.body is not None or bool(p.countries)
        labels = [t.ent_at[i][2] for i in range(name.first, name.end) if i in t.ent_at]
        if any(label in ("GPE", "LOC", "NORP", "FAC", "EVENT") for label in labels) and p.head.generic and not told:
            return False
        if t.pos[name.first] not in ("PROPN", "NOUN", "ADJ", "X", "ADP") and t.tag[name.first] not in (
            "NNP",
            "NNPS",
            "FW",
        ):
            return False
        if p.head.generic and not t.text[p.head_first][:1].isupper() and not (told and name.end - name.first > 1):
            return False
        if all(t.lower[i] in self.common for i in range(name.first, name.end)) and not self.titled_word(p, name):
            return False
        if name.end - name.first == 1 and name.first not in self.at and self._of_body(name.first):
            return False  # "UN Member States"
        place = self.places.at(name.first)
        return not (place is not None and place.first == name.first and place.end >= name.end and not place.weak)

    def _of_body(self, i: int) -> bool:
        """Whether the word ends the names of bodies, or is a title: "GENERAL | ASSEMBLY", "UN | Secretary-General"."""
        word = self.t.lower[i]
        return word in self.body_words or self.titles.match_at(self.t.lower, i) is not None

    def titled_word(self, p: Phrase, name: NameSpan) -> bool:
        """ "Secretary Rice": a common word that is a surname, capitalised after a capitalised title within a sentence
        of lower-case words."""
        t, i = self.t, name.first
        if name.end - i != 1 or p.plural or p.end != p.head_end or i != p.end or self._of_body(i):
            return False
        if p.head.role in ("official", "other", "business") or p.head.head in self.lex.of("head_without_surname"):
            return False
        _, high = t.sentence(i)
        word = t.text[i]
        if not all(w[:1].isupper() and w[1:].islower() for w in (t.text[p.head_first], word)):
            return False
        behind = t.text[i + 1] if i + 1 < high else "."
        person = t.ent_at.get(i)
        named = person is not None and person[2] == "PERSON"
        if behind in POSSESSIVES and i + 2 < high and t.text[i + 2][:1].isupper():
            return False  # "Sovereign People's Party"
        return (named or t.tag[i] in ("NNP", "NNPS")) and (not behind[:1].isalpha() or behind.islower())

    def after(self, i: int, p: Phrase) -> NameSpan | None:
        """The name that starts at `i`, past an honorific; one the model missed counts after a definite title and before
        a comma or stop."""
        t, honorifics = self.t, name_lexicon(self.lexicon).honorifics
        _, high = t.sentence(p.head_first)
        while i + 1 < high and t.lower[i] in honorifics:
            i += 1
        if i + 2 < high and t.lower[i : i + 2] == ["tan", "sri"]:
            i += 2
        found = self.by_first.get(i)
        if found is not None and (found.end >= high or t.text[found.end] in CLOSERS):
            return found
        sure = p.definite or p.countries or p.body is not None and t.text[p.head_first][:1].isupper()
        if found is None and (i in self.at or not sure):
            return None
        name = self.beside(i)
        if name is None or not 2 <= name.end - name.first <= 6 or name.end < high and t.text[name.end] not in CLOSERS:
            return found
        return self.use(name) if self.plausible(p, name) else None

    def before(self, end: int, p: Phrase) -> NameSpan | None:
        """The name that ends at `end`, before the comma of an apposition; one the model missed counts where it opens
        the sentence or a clause and the title says of what."""
        found = self.by_end.get(end)
        if found is None and self.t.text[end - 1] == "." and self.t.lower[end - 2] in ("jr", "sr"):
            found = self.by_end.get(end - 1)  # "NAME JR."
        word = self.t.lower[end - 1]
        if found is not None and found.end - found.first == 1 and word in self.lex.of("post_after_name"):
            return None  # "NAME, Chair, President's Intelligence Advisory Board"
        if found is not None or p.head.generic and p.body is None and not p.countries:
            return found
        t = self.t
        low, _ = t.sentence(p.head_first)
        first = end
        while (
            first > low
            and end - first < 5
            and (t.tag[first - 1] in ("NNP", "NNPS", "FW") or t.text[first - 1] in ("-",))
        ):
            first -= 1
        opens = (
            first == low
            or t.text[first - 1] in (",", ";", "--", "–", "—", "-", "_", ":", '"')
            or t.lower[first - 1] in ("and", "by")
        )
        if not opens or end - first < 2 or any(i in self.at for i in range(first, end)):
            return None
        name = self.beside(first)
        bodies = [body for i in range(first, end) if (body := self.bodies.at(i)) is not None]
        if name is None or name.end != end or any(body.kind != "other" for body in bodies):
            return None
        if any(t.lower[i] in self.common for i in range(first, end)) or not self.plausible(p, name):
            return None
        return self.use(name)
