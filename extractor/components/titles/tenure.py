"""Incumbency that the sentence tells: holders killed, overthrown or resigned, offices to be filled, shared markers."""

from __future__ import annotations

from extractor.components.records import TitleRecord
from extractor.components.titles.vocabulary import TitleLexicon
from extractor.language.tokens import TokenTable
from extractor.linking.cues import TitleCues

_PERFECT = frozenset({"has", "have", "had", "having"})
_NEGATIONS = frozenset({"not", "n't", "never"})
_JOINTS = frozenset({"and", "as", "the", "a", ","})
_TIES = frozenset({"copular", "relative", "coreference"})
# Tokens between "served as A in the Bureau of B" and "and as C".
_REACH = 16


class Tenure:
    """Of one document."""

    def __init__(self, tokens: TokenTable, lex: TitleLexicon, cues: TitleCues) -> None:
        self.t, self.lex, self.cues = tokens, lex, cues

    def settle(self, titles: list[TitleRecord]) -> None:
        """Set the incumbency of titles, in text order, that have no marker of their own."""
        for title in titles:
            if title.incumbency == "current" and title.links is not None:
                title.incumbency = self._told(title) or "current"
        led = False  # whether the verb of the title before is that of a title before it
        for before, title in zip(titles, titles[1:]):
            gone = title.incumbency == "current" and before.incumbency in ("then", "former")
            if led := gone and self._shared(before, title, led):
                title.incumbency = before.incumbency

    def _told(self, title: TitleRecord) -> str | None:
        t, links = self.t, title.links
        assert links is not None
        if not links.plural and self._is_next(links.left, links.first):
            return "incoming"
        if self._of_administration(links.end):
            return "former"
        low, high = links.first, links.end
        if links.holder is not None and 0 <= links.holder.first - links.end <= 1:
            high = links.holder.end
        node = next((i for i in range(low, high) if not low <= t.head[i] < high), None)
        if node is None or t.head[node] == node:
            return None
        dep, above = t.dep[node], t.head[node]
        if dep == "appos":  # "NAME, the director, resigned"
            if t.head[above] == above:
                return None
            node, dep, above = above, t.dep[above], t.head[above]
        if links.plural or title.incumbency != "current":
            return None
        known = links.definite or links.holder is not None
        lemma = t.lemma[above]
        if dep == "nmod" and t.lower[above + 1 : above + 2] == ["of"] and above < low:
            if lemma in self.cues.deaths and known:
                return "then" if self._dated(above) else "late"
            return self.cues.ends.get(lemma) if known else None
        done = t.tag[above] in ("VBD", "VBN")
        if dep in ("obj", "nsubj:pass") and done and lemma in self.cues.overthrows and not self._denied(above):
            return "then"
        if dep == "obj" and links.indefinite and "new" in t.lower[links.left : low]:
            entry = self.lex.verbs.get(lemma)
            return "incoming" if entry is not None and entry[0] == "object" and t.pos[above] == "VERB" else None
        if dep == "nsubj" and self._left(above):
            return "former"
        if title.basis == "copular" and t.lower[above - 2 : above] in (["has", "been"], ["have", "been"]):
            return "incoming" if lemma == "elect" and not self._dated(above) else None
        return None

    def _is_next(self, left: int, first: int) -> bool:
        """ "the next U.S. ambassador", "Peru's next president"."""
        words = self.t.lower[max(left - 2, 0) : first]
        return "next" in words[1:] and words[words.index("next", 1) - 1] in ("the", "'s", "’s", "its", "their", "his")

    def _of_administration(self, end: int) -> bool:
        """ "secretary | during the previous administration"."""
        t = self.t
        words = t.lower[end : end + 4]
        if len(words) < 4 or words[0] not in ("during", "in", "under") or words[1] != "the":
            return False
        return self.lex.incumbency.get((words[2],)) == "former" and words[3] in self.lex.of("government")

    def _left(self, verb: int) -> bool:
        """Whether somebody gave up his office there: "resigned", "has stepped down", not "resigned as chairman"."""
        t = self.t
        low, high = t.sentence(verb)
        particle = t.lower[verb + 1] if verb + 1 < high else ""
        phrasal = self.lex.verbs.get(f"{t.lemma[verb]} {particle}")
        entry = phrasal or self.lex.verbs.get(t.lemma[verb])
        if entry is None or entry[:2] != ("subject", "former"):
            return False
        behind = verb + 2 if phrasal else verb + 1
        if t.lower[behind : behind + 1] == ["as"] or t.tag[verb] not in ("VBD", "VBN") or self._denied(verb):
            return False
        if t.tag[verb] == "VBN" and not _PERFECT & {*t.lower[max(low, verb - 3) : verb]}:
            return False
        return t.child(verb, "mark") is None  # "if the minister resigned"

    def _denied(self, verb: int) -> bool:
        return any(t_ in _NEGATIONS for t_ in self.t.lower[max(verb - 3, 0) : verb]) or any(
            self.t.tag[i] == "MD" for i in range(max(verb - 4, 0), verb)
        )

    def _dated(self, i: int) -> bool:
        """Whether the sentence says in which year."""
        low, high = self.t.sentence(i)
        words = self.t.text[low:high]
        return any(
            a.lower() == "in" and w.isdigit() and len(w) == 4 and w[:2] in ("18", "19", "20")
            for a, w in zip(words, words[1:])
        )

    def _shared(self, before: TitleRecord, title: TitleRecord, led: bool) -> bool:
        """ "the then chair and spokesperson"; "served as A in B and as the C"."""
        a, b, t = before.links, title.links, self.t
        if a is None or b is None or b.left < a.end or t.sent[a.first] != t.sent[b.first] or b.plural != a.plural:
            return False
        gap = t.lower[a.end : b.left] + t.lower[b.left : b.first]
        if before.incumbency == "then" and gap == ["and"] and (t.lower[a.first],) in self.lex.incumbency:
            return True
        marked = any((w,) in self.lex.incumbency for w in t.lower[a.left : a.end])
        if gap == ["and"] and before.basis == "apposition" and a.holder is not None and a.holder == b.holder:
            return before.incumbency == "former" and not marked  # "NAME, chairman and CEO of …, resigned"
        if not led and before.basis not in _TIES or before.incumbency != "former" or marked or not gap:
            return False
        if title.official is not None or b.holder not in (None, a.holder):
            return False
        close = "and" in gap and all(w in _JOINTS for w in gap)
        return close or len(gap) <= _REACH and (gap[-2:] == ["and", "as"] or gap[-3:] == ["and", "as", "the"])
