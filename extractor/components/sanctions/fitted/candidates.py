"""Which states may be sender or target of a telling, and what speaks for and against each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.fitted.mentions import StateMention, StateMentions
from extractor.components.sanctions.fitted.positions import Positions, band, is_subject
from extractor.components.sanctions.parties.parties import Parties, Party
from extractor.components.sanctions.text.phrases import Phrases

Span = tuple[int, int]
Codes = tuple[str, ...]
# How many sentences off, and how many of the states named most often, are looked at: bounds the work on a long text.
_REACH = 8
_MOST = 6
# Tokens before a measure in which "international", "Western" belongs to it.
_BESIDE = 6
# Tokens after the phrase of a party that may still belong to it: "linked to".
_TIED = 4
_WE, _YOU, _ITS = {"our", "ours", "us", "we"}, {"you", "your"}, {"her", "his", "its", "their"}
_DISTANCES = ((0, "0"), (1, "1"), (2, "2"), (5, "3-5"))
_SHARES = ((0.0, "none"), (0.2, "low"), (0.5, "half"))
_NAMED = {"alias", "body", "capital", "demonym", "name"}
_JOINTS = {",", "and", "&", "or", "the", "along", "with"}
_MEETING = {"between", "with"}
_OPENINGS = {"any", "its", "the", "those"}
_OTHER = {"sender": "target", "target": "sender"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """States that may fill a role (none: it stays open), with the evidence."""

    codes: Codes
    evidence: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Role:
    """One role of one telling, and what all its candidates are judged by.

    read: the states found by rule, and on what they rest (basis). words: "we", "you", "its" or "office" where whose
    measure it is is told in such words. lawful: whose laws or lists the sentence names. vague: is it of states that
    nobody names? phrase, span: how the party is called, and where.
    """

    name: str
    event: Event
    read: Codes
    basis: str
    near: list[StateMention]
    words: str | None
    speakers: frozenset[str]
    hearers: frozenset[str]
    other_side: frozenset[str]
    agents: frozenset[str]
    lawful: frozenset[str]
    vague: bool
    phrase: frozenset[str]
    span: Span | None


class Candidates:
    """The candidates of all tellings of one document. home: the state that puts the text out."""

    def __init__(self, events: list[Event], p: Phrases, parties: Parties, home: str | None) -> None:
        self.p, self.t, self.parties, self.home = p, p.t, parties, home
        self._text = "news" if home is None else "own"
        self._vague = p.words.of("many_states") | p.words.of("collective") - p.words.of("formed_group")
        self._positions = Positions(p)
        own = [(role, e) for e in events for role in _OTHER if role not in e.inherited]
        self._told = Counter((role, c) for role, e in own for c in _codes(getattr(e, role)))

    @cached_property
    def _mentions(self) -> StateMentions:
        """Looked for once a role is open: most articles name all parties where they tell of them."""
        return StateMentions(self.parties)

    def of(self, event: Event, name: str, basis: str) -> list[Candidate]:
        """The candidates for the role `name` ("sender" or "target"); basis: on what the states read for it rest."""
        role = self._role(event, name, basis)
        codes = {m.code for m in role.near} | {c for c, _ in self._mentions.tally.most_common(_MOST)} | {*role.read}
        codes |= role.lawful | ({self.home} if self.home is not None else set())
        groups = {(c,) for c in codes} | {role.read, ()} | self._joined(event)
        told = {code: self._of_state(code, role) for code in {c for group in groups for c in group}}
        return [Candidate(group, frozenset(self._evidence(group, role, told))) for group in sorted(groups)]

    def named(self, event: Event, code: str) -> Span | None:
        """Where the sentence of the telling names a state by place or body: the span nearest to it."""
        own = [m for m in self._in_sentence(event) if m.code == code and m.kind not in ("firm", "person")]
        near = min(own, key=lambda m: (abs(m.first - event.span[0]), m.first), default=None)
        return (near.first, near.end) if near is not None else None

    def _role(self, event: Event, name: str, basis: str) -> _Role:
        t, turns, party = self.t, self.parties.turns, getattr(event, name)
        index = t.sent[event.node]
        first, last = t.sents[max(0, index - _REACH)][0], t.sents[min(len(t.sents) - 1, index + _REACH)][1]
        begin, end = t.sentence(event.node)
        beside = t.lower[max(begin, event.span[0] - _BESIDE) : min(end, event.span[1] + 2)]
        return _Role(
            name,
            event,
            _codes(party),
            basis,
            self._mentions.around(event.node, first, last),
            self._own_words(event, party.span if party is not None else None) if name == "sender" else None,
            frozenset(turns.we(event.node, self.home)),
            frozenset(turns.you(event.node, self.home)),
            frozenset(_codes(getattr(event, _OTHER[name]))),
            frozenset(_codes(event.agent)),
            self._lawful(begin, end),
            "many" in event.inherited or not self._vague.isdisjoint(beside),
            frozenset(self._phrase(party)),
            party.span if party is not None else None,
        )

    def _lawful(self, first: int, end: int) -> frozenset[str]:
        """Whose laws, lists and orders of sanctions are named there; Executive Orders are the President's."""
        words = self.t.text[first:end]
        found = {code for _, _, code in self.p.words.laws.matches(words)}
        ordered = any(self.p.order_number(k) for k in range(first, end))
        return frozenset(found | {"USA"} if ordered else found)

    def _own_words(self, event: Event, span: Span | None) -> str | None:
        """Whose measure it is in words that point: "we", "you", "its", or the "administration" that is in office."""
        t = self.t
        words = {*t.lower[slice(*span)]} if span is not None else set()
        words |= {*t.lower[max(0, event.span[0] - 2) : event.head]}
        if words & _WE:
            return "we"
        if words & _YOU:
            return "you"
        if words & _ITS:
            return "its"
        office = span is not None and t.lemma[span[1] - 1].lower() in self.p.words.of("ruling_office")
        return "office" if office else None

    def _phrase(self, party: Party | None) -> set[str]:
        """How a party is called whose state may not be known."""
        if party is None or party.span is None:
            return {"phrase=none"}
        t, (first, end) = self.t, party.span
        tags = set(t.tag[first:end])
        called = "named" if tags & {"NNP", "NNPS"} else "counted" if "CD" in tags else "common"
        opening = t.lower[first - 1] if first else ""
        return {
            f"phrase={called}",
            f"phrase-kind={party.kind}:{'named' if called == 'named' else 'common'}",
            f"phrase-noun={'name' if called == 'named' else t.lemma[end - 1].lower()}",
            f"phrase-opens={opening if opening in _OPENINGS else 'other'}",
        }

    def _in_sentence(self, event: Event) -> list[StateMention]:
        return self._mentions.around(event.node, *self.t.sents[self.t.sent[event.node]])

    def _joined(self, event: Event) -> set[Codes]:
        """ "Norway, Canada and Chad": states that the sentence names as one party."""
        t = self.t
        found: set[Codes] = set()
        row: list[StateMention] = []
        for mention in self._in_sentence(event):
            if mention.kind not in _NAMED:
                continue
            between = t.lower[row[-1].end : mention.first] if row else []
            row = [*row, mention] if between and set(between) <= _JOINTS else [mention]
            # "talks between Norway and Peru", "with Norway and Peru": who meets need not act together.
            if len(row) > 1 and t.lower[max(0, row[0].first - 1)] not in _MEETING:
                found.add(tuple(sorted({m.code for m in row})))
        return found

    def _evidence(self, group: Codes, role: _Role, told: dict[str, set[str]]) -> set[str]:
        """told: the evidence of each state by itself."""
        event, basis = role.event, role.basis
        many = "many" if len(group) > 1 else "one" if group else "none"
        found = {"many", f"many:{basis}"} if len(group) > 1 else set()
        if group == role.read:
            found |= {"read", f"read:{basis}", f"read:{basis}:{event.rule or 'noun'}", f"read:{event.action}"}
            found |= {f"read:{many}", f"read:text={self._text}"}
        if not group:
            choice = min(4, len({m.code for m in role.near}))
            found |= {"none", f"none:{basis}", f"none:{event.action}", f"none:{event.stage}", f"none:of={choice}"}
            found |= {f"none:text={self._text}", f"none:vague={role.vague}"}
            found |= {f"none:{x}" for x in role.phrase} | {f"none:measure={m}" for m in event.measures}
            return found
        # What speaks for each of several states speaks for all.
        return found | set.intersection(*(told[code] for code in group))

    def _of_state(self, code: str, role: _Role) -> set[str]:
        """Evidence of one state; `crossed` counts for each basis of what was read on its own too."""
        words, mentions, event = self.p.words, self._mentions, role.event
        kind = code if code in ("EUE", "UNO", "USA") else "sanctioned" if code in words.regimes else "state"
        share = mentions.tally[code] / mentions.total
        crossed = {f"is:{kind}", f"share:{band(share, _SHARES, 'high')}"}
        found = {f"other-side:{event.action}", "other-side"} if code in role.other_side else set()
        if role.words is not None:
            meant = role.hearers if role.words == "you" else role.speakers
            found.add(f"{role.words}:{'meant' if code in meant else 'other'}")
        if code == self.home:
            found.add(f"home:{event.action}")
        if code in role.agents:
            found.add(f"agent:{event.stage}")
        kept = [(code, x) if role.name == "sender" else (x, code) for x in role.other_side]
        for name, holds in (
            ("regime", any(keeper in words.keepers.get(state, ()) for keeper, state in kept)),
            ("home", code == self.home),
            ("agent", code in role.agents),
            ("speaker", code in role.speakers),
            ("hearer", code in role.hearers),
            ("law", code in role.lawful),
            ("top", code == mentions.top),
            ("lead", code in mentions.leading),
            *((f"{other}-elsewhere", self._elsewhere(code, other, event)) for other in _OTHER),
        ):
            if holds:
                crossed.add(name)
        for mention in role.near:
            if mention.code == code:
                plain, doubled = self._positions.of(mention, role.event, role.near)
                found |= plain | self._for_role(mention, role)
                crossed |= doubled
        crossed |= self._by_distance(code, role)
        return found | crossed | {f"{name}|{role.basis}" for name in crossed}

    def _elsewhere(self, code: str, role: str, event: Event) -> bool:
        """Does another telling name the state in this role?"""
        own = role not in event.inherited and code in _codes(getattr(event, role))
        return self._told[role, code] > own

    def _by_distance(self, code: str, role: _Role) -> set[str]:
        t = self.t
        index = t.sent[role.event.node]
        off = [index - t.sent[m.first] for m in role.near if m.code == code]
        if not off:
            return {"unnamed"}
        found = {f"off:{band(min(map(abs, off)), _DISTANCES)}"}
        return found | {"before"} if any(0 < k <= 2 for k in off) else found

    def _for_role(self, m: StateMention, role: _Role) -> set[str]:
        """What a mention says of one role only."""
        t, found = self.t, set()
        left = m.first < role.event.span[0]
        if role.words is not None and t.sent[m.first] == t.sent[role.event.node] and is_subject(m, t):
            found.add(f"{role.words}:{'left' if left else 'right'}:subject")
        span = role.span
        if span is not None and span[0] <= m.first < span[1] + _TIED:
            # "two firms linked to Chad": what was read of the phrase did not take its state.
            found |= {f"in-phrase:{role.basis}", f"in-phrase:{role.basis}:{m.kind}"}
        return found


def _codes(party: Party | None) -> Codes:
    return tuple(sorted(party.countries)) if party is not None else ()
