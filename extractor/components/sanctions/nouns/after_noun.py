"""What stands after or around a measure noun: "by X", "on Y", "imposed", "X is under"."""

from __future__ import annotations

from extractor.components.sanctions.nouns.governors import Governor
from extractor.components.sanctions.text.amounts import dated, past_amount
from extractor.components.sanctions.text.clauses import Clauses
from extractor.components.sanctions.text.gaps import next_measure

Span = tuple[int, int]
_TARGET_PREPOSITIONS = {"against", "on", "targeting", "toward", "towards", "upon"}


class AfterNoun(Clauses):
    """Finds sender, target and participle after the noun."""

    def _after(self, end: int, governor: Governor) -> tuple[Span | None, int | None, Span | None]:
        """What follows the noun: "by X", "imposed", "on X"."""
        t = self.t
        last = t.sentence(end - 1)[1]
        by: Span | None = None
        relative: int | None = None
        target: Span | None = None
        percents, money = self.words.of("percent_word"), self.words.of("money_word")
        i = end
        for _ in range(14):
            if i >= last:
                break
            low = t.lower[i]
            if t.text[i] in ("(", "-LRB-") and i + 1 < last and t.lower[i + 1] == "imposed":
                i += 1
                low = t.lower[i]
            if low in ("as", "by", "to") and (past := past_amount(self.p, i, last)) > i:
                i = past
            elif low == "by" and by is None:
                by = self._agent(i + 1)
                if by is None:
                    break
                i = by[1]
            elif low in ("of", "worth") and any(t.tag[k] == "CD" for k in range(i + 1, min(last, i + 4))):
                # "tariffs of up to 100 %", "worth 300 mln dlrs"
                i = next(k for k in range(i + 1, min(last, i + 4)) if t.tag[k] == "CD") + 1
                while i < last and (
                    t.tag[i] == "CD"
                    or t.lower[i] in ("to", "or", "more")
                    or t.lower[i] in percents
                    or t.lower[i] in money
                ):
                    i += 1
            elif low == "of" and i == end and (held := self._held_by(i + 1)) is not None:
                # "the sanctions of the European Union", but "the boycott of Israel"
                if t.lemma[end - 1] in self.words.of("held_measure"):
                    by = by or held
                else:
                    target = target or held
                i = held[1]
            elif low == "of" and i == end and t.lemma[i - 1] in self.words.of("sent_noun"):
                # "controls on the export of drilling gear to Chad"
                goods = self.p.right_phrase(i + 1)
                i = goods[1] if goods is not None else i + 1
            elif (
                low == "from"
                and i == end
                and by is None
                and t.lemma[i - 1] == "sanction"
                and (held := self._held_by(i + 1)) is not None
            ):
                # "the latest sanctions from China"
                by, i = held, held[1]
            elif low == "of" and i == end and target is None and t.lemma[end - 1] in ("blockade", "designation"):
                # "the designation of five firms", "the blockade of the strait"
                target = self.p.right_phrase(i + 1)
                if target is None:
                    break
                if t.lemma[end - 1] == "blockade":
                    # "the blockade of the island and the end of supplies from Peru"
                    stop = self.p.end(target[0])
                    stop = self.p.end(stop + 1) if t.lower[stop] == "of" else stop
                    target = target if self.parties.places.at(stop + 1) else (target[0], stop)
                    if not self._shore(*target):
                        target = None
                        break
                i = target[1]
            elif low == "," and target is not None and i == target[1] and self._which(i + 1, last):
                # "sanctions against the airline, which were previously imposed in May"
                i += 1
            elif low == "," and i == (target[1] if target else end) and self._announced_after(i + 1, last):
                # "The tariffs, announced on Friday by the president, will"
                i += 1
            elif low in ("under", "pursuant") and i + 2 < last:
                basis = self.p.right_phrase(i + 1 if low == "under" else i + 2)
                if basis is None:
                    break
                i = basis[1]
            elif low in ("related", "relating") and t.lower[i + 1 : i + 2] == ["to"] and target is None and i == end:
                # "measures relating to Chad imposed by the Council"
                target = self.p.right_phrase(i + 2)
                if target is None:
                    break
                i = target[1]
            elif low in _TARGET_PREPOSITIONS and target is None:
                if i + 1 < last and t.lower[i + 1] == "and":
                    # "sanctions against and a suspension of trade with Israel"
                    close = next(
                        (k for k in range(i + 2, min(last, i + 12)) if t.lower[k] in ("with", "on", "against", "to")),
                        None,
                    )
                    target = self.p.right_phrase(close + 1) if close else None
                    break
                if dated(self.p, i + 1):
                    i += 2
                    continue
                footing = self.p.end(i + 1)
                if t.lemma[footing - 1] in self.words.of("footing_noun"):
                    # "were imposed on the basis of an agreement"
                    i = footing
                    continue
                target = self._with_subject(self.p.right_phrase(i + 1), governor)
                if target is not None and t.lemma[end - 1] == "blockade" and t.lemma[target[1] - 1] in ("aid", "good"):
                    # "a blockade on humanitarian aid": what is kept out, not who is hit.
                    target = None
                if target is None:
                    break
                if target[1] < last and t.lower[target[1]] == "against" and not self.parties.places.within(*target):
                    more = self.p.right_phrase(target[1] + 1) or target
                    # "against oil against Russia", but "on perpetrators of crimes against humanity"
                    target = (target[0], more[1]) if t.lemma[target[1] - 1] in self.words.of("wrong_noun") else more
                if target[1] + 1 < last and t.lower[target[1]] == "to" and not self.parties.places.within(*target):
                    # "against arms sales to China"
                    reached = self.parties.places.at(target[1] + 1)
                    target = (target[0], reached.end) if reached is not None else target
                i = target[1]
            elif (
                relative is None
                and (governor.kind not in ("prepositional", "verb") or t.tag[i] == "PRP")
                and (own := self._contact_clause(i, last)) is not None
            ):
                by, relative = by or own[0], own[1]
                i = own[1] + 1
            elif low in ("that", "which") and relative is None:
                main = self._main(min(i + 1, last - 1))
                if self.p.verb(main) and self.words.action_of("measure", t.lemma[main]) and t.lemma[main] != "use":
                    relative, i = main, main + 1
                else:
                    break
            elif low == "re" and t.text[i + 1 : i + 2] == ["-"]:
                # "the blockade re-imposed in July"
                i += 2
            elif t.tag[i] in ("VBN", "VBD") and (
                self.words.action_of("measure", t.lemma[i]) or t.lemma[i] in self.words.of("aiming")
            ):
                if governor.node == i or governor.kind == "subject" and t.lemma[i] in self.words.of("beginning"):
                    i += 1
                    continue
                if self.p.group(i)[1] and relative is None:
                    break
                relative = i if self.words.action_of("measure", t.lemma[i]) else relative
                i += 1
                if i < last and t.lower[i] == "at":
                    target = self.p.right_phrase(i + 1)
                    i = target[1] if target else i + 1
            elif low == "in" and i + 1 < last and t.lower[i + 1] == "history":
                i += 2
            elif (
                low in ("from", "to", "with")
                and target is None
                and self._aimed(low, end, relative)
                and self.parties.places.at(i + 1) is not None
            ):
                target = self.p.right_phrase(i + 1)
                break
            elif low == "with" and target is None and i == end and t.lemma[i - 1] in self.words.of("embargo_noun"):
                # "the embargo with Cuba"
                place = self.parties.places.at(i + 1)
                if place is None:
                    break
                target = (i + 1, place.end)
                i = place.end
            elif low == "to" and target is None and i == end and governor.action in ("impose", "lift"):
                target = self.p.right_phrase(i + 1) if t.tag[min(i + 1, last - 1)] in ("NNP", "NNPS") else None
                break
            elif low == "in" and target is None and i == end and (place := self.parties.places.at(i + 1)) is not None:
                # "sanctions in Burma"
                target = (i + 1, place.end) if governor.action in ("expand", "impose", "lift") else None
                i = place.end
            elif (
                t.tag[i] in ("RB", "RBR")
                or low in ("already", "earlier", "last", "in", "place", "still", "first")
                or t.tag[i] == "CD"
                or (relative is not None and t.tag[i] in ("NN", "NNP", "JJ"))
            ):
                i += 1
            elif low in ("and", "or", ",") and target is None and (noun := next_measure(self.p, i + 1, last)):
                i = noun
            elif governor.kind == "subject" and i <= governor.node:
                i += 1
            elif low == "for" and target is None:
                found = self.p.right_phrase(i + 1)
                kinds = (
                    "country",
                    "entity",
                    "group",
                    "person",
                    "vessel",
                    "sector" if t.lemma[end - 1] == "cap" else "",
                )
                if found and self.parties.target(found).kind in kinds:
                    target = found
                break
            elif low in self.words.of("hitting_form") and target is None:
                target = self.p.right_phrase(i + 1)
                break
            else:
                break
        return by, relative, target

    def _aimed(self, low: str, end: int, relative: int | None) -> bool:
        """Does the target follow: "sanctions applied to Russia", "controls on technology to", "curbs on trade with"?"""
        if low == "to" and relative is not None:
            return True
        if low == "from":
            words = self.words.of("bought_noun")
        else:
            words = self.words.of("sent_noun") if low == "to" else self.words.of("dealing_noun")
        return self.t.lemma[end - 1] in words

    def _shore(self, a: int, b: int) -> bool:
        """Is it a place that can be cut off, and not the aid that is kept out?"""
        return bool(self.parties.places.within(a, b)) or bool(self.words.of("shore_noun") & set(self.t.lemma[a:b]))

    def _which(self, i: int, last: int) -> bool:
        """Does a clause "which were imposed" begin at token `i`?"""
        t = self.t
        if i + 2 >= last or t.lower[i] != "which" or t.lower[i + 1] not in ("had", "have", "was", "were"):
            return False
        main = self._main(i + 1)
        row = self.words.action_of("measure", t.lemma[main]) if main > i else None
        return row is not None and row[0] in ("impose", "reimpose")

    def _held_by(self, i: int) -> Span | None:
        """The country or union whose name is the whole phrase that starts at `i`."""
        t = self.t
        start = i + 1 if i < t.n and t.lower[i] == "the" else i
        place = self.parties.places.at(start)
        if place is None or place.first != start or self.p.end(i) != place.end or place.kind == "demonym":
            return None
        end = place.end
        while t.lower[end : end + 1] == ["and"] and end + 2 < t.n:
            # "the boycott of Chad and neighbouring Mali"
            after = end + 2 if t.lower[end + 1] in self.words.of("near_adjective") else end + 1
            other = self.parties.places.at(after)
            if other is None or other.kind == "demonym" or self.p.end(after) != other.end:
                break
            end = other.end
        return start, end

    def _with_subject(self, target: Span | None, governor: Governor) -> Span | None:
        """ "sanctions on Russia and Belarus are": the second country is no subject where the measure is one."""
        t, places = self.t, self.parties.places
        if target is None or governor.kind not in ("none", "subject") or places.at(target[1] - 1) is None:
            return target
        last = t.sentence(target[0])[1]
        after = target[1] + 1
        if after >= last or t.lower[target[1]] not in ("and", "or") or (place := places.at(after)) is None:
            return target
        plural = place.end < last and t.lower[place.end] in ("are", "have", "were")
        return (target[0], place.end) if place.first == after and plural else target

    def _agent(self, i: int) -> Span | None:
        """Who acts in "by X"; None for "by six months", "by banning"."""
        t = self.t
        found = self.p.right_phrase(i)
        if (
            found is None
            or t.tag[found[0]] in ("VBG", "CD")
            or self.words.of("length_noun") & set(t.lemma[slice(*found)])
        ):
            return None
        party = self.parties.sender(found)
        named = any(t.tag[k] in ("NNP", "NNPS") for k in range(*found))
        return found if party.countries or named or t.lemma[found[1] - 1] in self.words.of("power_noun") else None
