"""The measure noun itself: is it one, how far does it reach, and which measures does it name."""

from __future__ import annotations

from extractor.components.sanctions.nouns.measure_nouns import MeasureNouns
from extractor.components.sanctions.parties.parties import Party

Span = tuple[int, int]
_PARTIAL = {"certain", "many", "most", "part", "partial", "partially", "several", "some"}
_OWNED = (["belonging", "to"], ["held", "by"], ["owned", "by"])


class MeasurePhrases(MeasureNouns):
    """Reads the noun phrase around a measure noun."""

    def _trade_policy(self, i: int, head: int) -> bool:
        """Tariffs that are lowered, common or preferential are trade policy."""
        t = self.t
        if "general" in t.lower[max(0, i - 3) : i] and "agreement" in t.lower[max(0, i - 2) : i]:
            # "the General Agreement on Tariffs and Trade"
            return True
        modified = not self.words.of("trade_policy").isdisjoint(t.lower[self.p.start(i) : head])
        return modified or i > 0 and t.lemma[i - 1] in self.words.of("lowering")

    def _at_home(self, end: int) -> bool:
        """ "restrictions on humanitarian access", "curbs on the press": not between states."""
        t, last = self.t, self.t.sentence(end - 1)[1]
        if end + 1 >= last or t.lower[end] not in ("on", "of", "against"):
            return False
        stop = self.p.end(end + 1)
        return bool(set(t.lemma[end + 1 : stop]) & self.words.of("home_freedom"))

    def _domestic(self, i: int) -> bool:
        """ "emigration restrictions", "parking bans": what a state restricts within its borders."""
        start = self.p.start(i)
        return bool(self.words.of("home_rule") & set(self.t.lemma[start:i]))

    def _objects(self, end: int, head: int, measures: list[str]) -> tuple[list[str], int, Span | None]:
        """Measures named by what a ban is on: "a total ban on exports and imports"."""
        t = self.t
        if (
            t.lemma[head] not in self.words.of("restricting_noun")
            or end >= t.n
            or t.lower[end] not in ("on", "of", "against")
        ):
            return [], end, None
        phrase = self.p.right_phrase(end + 1)
        kept_out = self.words.of("home_freedom") | self.words.senses.get("wrongdoing", frozenset())
        if phrase is None or set(t.lemma[phrase[0] : phrase[1]]) & kept_out:
            # "restrictions on the flow of goods" tell of a siege.
            return [], end, None
        if t.lower[phrase[1] : phrase[1] + 2] in _OWNED and (owner := self.p.right_phrase(phrase[1] + 2)) is not None:
            lying = next((k for k in range(*owner) if t.lower[k] in ("at", "in")), owner[1])
            phrase = (phrase[0], lying)
        found: list[str] = []
        last = end
        i = phrase[0]
        while i < phrase[1]:
            match = self.words.objects.match_at(t.lemma, i)
            if match is not None:
                found.append(match[1][1])
                last = i = match[0]
            else:
                i += 1
        if not found or (t.lemma[head] == "sanction" and not set(found) & {"transaction"}):
            return [], end, None
        if t.lemma[head] == "control" and measures == ["export_restriction"]:
            # "export controls on oil equipment" are on exports, whatever goods they name.
            return measures, last, phrase
        unique = list(dict.fromkeys(found))
        both_ways = {"import_restriction", "export_restriction"} <= set(unique)
        if both_ways and t.lemma[head] in self.words.of("ban_noun"):
            unique = ["trade_ban"] + [m for m in unique if m not in ("import_restriction", "export_restriction")]
        return unique, last, phrase

    def _modified(self, start: int, first: int, measures: list[str]) -> list[str]:
        """Measures named by adjectives: "economic and military sanctions"."""
        t = self.t
        if measures == ["blockade"]:
            # "the humanitarian aid blockade": what is kept out makes it no other measure.
            return measures
        found: list[str] = []
        # Coordinated modifiers stand before the phrase: "economic and military sanctions".
        i = start
        if start >= 2 and t.lower[start - 1] in ("and", "or", ",") and t.lower[start - 2] in self.words.modifiers:
            found += self.words.modifiers[t.lower[start - 2]]
        while i < first:
            found += self.words.modifiers.get(t.lower[i], ())
            i += 1
        if not found:
            return measures
        keep = [m for m in measures if m not in ("unspecified", "trade_ban")] if measures != ["trade_ban"] else []
        if measures == ["trade_ban"] and any(m in ("economic",) for m in found):
            return ["trade_ban"]
        return list(dict.fromkeys(keep + found)) or measures

    def _senders_listed(self, start: int, head: int) -> int:
        """ "U.S., European Union and U.N. sanctions": the names in the list belong to the phrase."""
        t, places = self.t, self.parties.places
        first = t.sentence(start)[0]
        if places.at(start) is None:
            return start
        k = start
        while k - 1 > first and (t.lower[k - 1] in (",", "and") and places.at(k - 2) or places.at(k - 1)):
            k = places.at(k - 1).first if places.at(k - 1) else places.at(k - 2).first  # type: ignore[union-attr]
        return (
            k
            if k < start
            and t.lower[k - 1] in ("from", "of", "despite", "under", "on", "by", "through", "to", "over", "with")
            else start
        )

    def _carried(self, start: int) -> tuple[int, bool]:
        """Take "some of", "a package of", "the scope of" into the phrase."""
        t = self.t
        first = t.sentence(start)[0]
        if start - 3 >= first and t.text[start - 1] in (")", "-RRB-"):
            # "five Foreign Terrorist Organization (FTO) designations"
            opener = next(
                (k for k in range(start - 2, max(first, start - 6), -1) if t.text[k] in ("(", "-LRB-")), start
            )
            start = self.p.start(opener - 1) if first < opener < start and t.tag[opener - 1].startswith("NN") else start
        partial = any(t.lower[k] in _PARTIAL for k in range(start, min(start + 2, t.n)))
        carriers, money = self.words.of("carrying_noun"), self.words.of("money_word")
        for _ in range(3):
            if (
                start - 2 >= first
                and t.lower[start - 1] in ("of", "in")
                and (t.lemma[start - 2] in carriers or t.lower[start - 2] in money and self._money(start - 2))
                and not self.p.verb(start - 2)
            ):
                if t.lemma[start - 2] == "end":
                    break
                # "lifted 50 million of tariffs" is a part; "the 50 million of tariffs" are all.
                whole = t.lower[self.p.start(start - 2)] == "the"
                partial = partial or t.lower[start - 2] in money and not whole
                partial = partial or t.lower[start - 2] in _PARTIAL
                start = self.p.start(start - 2)
            else:
                break
        return start, partial

    def _money(self, i: int) -> bool:
        """ "300 mln dlrs in sanctions": a sum of money, with its number."""
        return any(self.t.tag[k] in ("CD", "$") for k in range(max(0, i - 3), i + 1))

    def _compound(self, head: int) -> str | None:
        """The noun after the measure noun: "sanctions relief", "sanctions-busting", "sanctions committee"."""
        t = self.t
        right = head + 1
        if right < t.n and t.text[right] == "-":
            right += 1
        if right >= t.sentence(head)[1]:
            return None
        if not (t.tag[right].startswith(("NN", "VB")) or t.tag[right] == "JJ"):
            return None
        if t.text[head][0].isupper():
            for k in range(right, min(right + 8, t.n)):
                if not t.text[k][0].isupper() and t.lower[k] not in ("and", "for", "of"):
                    break
                if t.lower[k] in self.words.of("act_name"):
                    return "body"
        row = self.words.action_of("compound", t.lemma[right]) or self.words.action_of("compound", t.lower[right])
        used = self.p.before(self.p.start(head)) if t.lemma[right] == "authority" else -1
        if row is None or used >= 0 and self.p.verb(used) in self.words.of("using"):
            # "use our sanctions authorities": the powers, and no office.
            return None
        after = t.lemma[right + 1] if right + 1 < t.n else ""
        body = self.words.action_of("compound", after)
        return (
            "body"
            if row[0] == "body" or (body and body[0] == "body" and t.tag[right + 1].startswith("NN"))
            else str(right)
        )

    def _foreign_goods(self, target: Party | None) -> bool:
        """ "a ban on Japanese cars": what comes from the country is kept out."""
        if target is None or target.span is None or target.kind not in (None, "sector") or not target.countries:
            return False
        first, end = target.span
        place = self.parties.places.at(first)
        return (
            place is not None
            and place.kind == "demonym"
            and place.end < end
            and (self.t.tag[end - 1] == "NNS" or target.kind == "sector")
        )

    def _own_people(self, target: Party | None) -> bool:
        """ "a travel ban on its citizens": what a state keeps its own from."""
        if target is None or target.span is None:
            return False
        first, end = target.span
        own = self.t.tag[first] == "PRP$" or self.t.lower[first - 1] in ("its", "their")
        return own and self.t.lemma[end - 1] in self.words.of("own_people")

    def _whole_sector(self, target: Party) -> bool:
        """ "sanctions on Libyan oil", but "on Libyan exports": what is sold is not a line of business."""
        named = slice(*target.span or (0, 0))
        return "," not in self.t.text[named] and self.words.of("traded_noun").isdisjoint(self.t.lemma[named])
