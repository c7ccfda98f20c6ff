"""What stands after or around a measure noun: "by X", "on Y", "imposed", "X is under"."""

from __future__ import annotations

from extractor.components.sanctions.closed_classes import TIME_WORDS
from extractor.components.sanctions.governors import Governor, Governors

Span = tuple[int, int]
_TARGET_PREPOSITIONS = {"against", "on", "targeting", "toward", "towards", "upon"}
_LONG = {
    "april", "august", "day", "deadline", "december", "end", "february", "friday", "january", "july", "june",
    "march", "may", "monday", "month", "november", "october", "percent", "saturday", "september", "sunday",
    "thursday", "tuesday", "wednesday", "week", "year",
}  # fmt: skip


class AfterNoun(Governors):
    """Finds sender, target and participle after the noun."""

    def _after(self, end: int, governor: Governor) -> tuple[Span | None, int | None, Span | None]:
        """What follows the noun: "by X", "imposed", "on X"."""
        t = self.t
        last = t.sentence(end - 1)[1]
        by: Span | None = None
        relative: int | None = None
        target: Span | None = None
        i = end
        for _ in range(14):
            if i >= last:
                break
            low = t.lower[i]
            if low == "by" and by is None:
                by = self._agent(i + 1)
                if by is None:
                    break
                i = by[1]
            elif low == "of" and any(t.tag[k] == "CD" for k in range(i + 1, min(last, i + 4))):
                # "tariffs of up to 100 %"
                i = next(k for k in range(i + 1, min(last, i + 4)) if t.tag[k] == "CD") + 1
                while i < last and (
                    t.tag[i] == "CD" or t.lower[i] in ("to", "%", "per", "cent", "percent", "pct", "or", "more")
                ):
                    i += 1
            elif low == "under" and i + 1 < last:
                basis = self.p.right_phrase(i + 1)
                if basis is None:
                    break
                i = basis[1]
            elif low in _TARGET_PREPOSITIONS and target is None:
                if i + 1 < last and t.lower[i + 1] == "and":
                    # "sanctions against and a suspension of trade with Israel"
                    close = next(
                        (k for k in range(i + 2, min(last, i + 12)) if t.lower[k] in ("with", "on", "against", "to")),
                        None,
                    )
                    target = self.p.right_phrase(close + 1) if close else None
                    break
                if self._dated(i + 1):
                    i += 2
                    continue
                target = self.p.right_phrase(i + 1)
                if target is None:
                    break
                i = target[1]
            elif low in ("that", "which") and relative is None:
                main = self._main(min(i + 1, last - 1))
                if self.p.verb(main) and self.words.action_of("measure", t.lemma[main]):
                    relative, i = main, main + 1
                else:
                    break
            elif t.tag[i] in ("VBN", "VBD") and (
                self.words.action_of("measure", t.lemma[i]) or t.lemma[i] in ("target", "aim", "direct")
            ):
                if governor.node == i:
                    i += 1
                    continue
                if self.p.group(i)[1] and relative is None:
                    break
                relative = i if self.words.action_of("measure", t.lemma[i]) else relative
                i += 1
                if i < last and t.lower[i] == "at":
                    target = self.p.right_phrase(i + 1)
                    i = target[1] if target else i + 1
            elif (
                t.tag[i] in ("RB", "RBR")
                or low in ("already", "earlier", "last", "in", "place", "still", "first")
                or t.tag[i] == "CD"
                or (relative is not None and t.tag[i] in ("NN", "NNP", "JJ"))
            ):
                i += 1
            elif low in ("and", "or", ",") and target is None and (noun := self._next_measure(i + 1, last)):
                i = noun
            elif governor.kind == "subject" and i <= governor.node:
                i += 1
            elif low == "for" and target is None:
                found = self.p.right_phrase(i + 1)
                if found and self.parties.target(found).kind in ("country", "entity", "person", "group", "vessel"):
                    target = found
                break
            elif low in ("hitting", "covering", "crippling") and target is None:
                target = self.p.right_phrase(i + 1)
                break
            else:
                break
        return by, relative, target

    def _agent(self, i: int) -> Span | None:
        """Who acts in "by X"; None for "by six months", "by banning"."""
        t = self.t
        found = self.p.right_phrase(i)
        if found is None or t.tag[found[0]] in ("VBG", "CD") or any(t.lemma[k] in _LONG for k in range(*found)):
            return None
        party = self.parties.sender(found)
        named = any(t.tag[k] in ("NNP", "NNPS") for k in range(*found))
        return (
            found
            if party.countries
            or named
            or t.lemma[found[1] - 1] in ("west", "government", "country", "ally", "council", "power", "nation")
            else None
        )

    def _dated(self, i: int) -> bool:
        """ "sanctions on April 17": a day, not a target."""
        return (
            i < self.t.n
            and self.t.lower[i] in TIME_WORDS
            and (i + 1 >= self.t.n or not self.t.tag[i + 1].startswith("NNP"))
        )

    def _next_measure(self, i: int, last: int) -> int | None:
        """End of a measure noun in the conjunct that starts at `i`."""
        for k in range(i, min(last, i + 5)):
            found = self.words.nouns.match_at(self.t.lemma, k)
            if found is not None:
                return found[0]
            if not self.p.inside(k) and self.t.lower[k] not in ("and",):
                return None
        return None

    def _under(self, start: int) -> Span | None:
        """ "X is under sanctions", "X has been the subject of sanctions": the subject is the target."""
        t = self.t
        left = self.p.before(start)
        first = t.sentence(start)[0]
        if left <= first or t.lower[left] not in ("under", "of", "to"):
            return None
        k = left - 1
        if t.lower[left] != "under":
            if t.lemma[k] not in ("subject", "target", "object"):
                return None
            k = self.p.start(k) - 1 if t.tag[k].startswith("NN") else k - 1
        while k > first and t.tag[k] in ("RB", "RBR"):
            k -= 1
        if t.lemma[k] not in ("be", "remain", "become", "come", "stay") and not (
            t.lower[left] == "under" and self.p.verb(k)
        ):
            return None
        return self.stages.subject(k)
