"""What kind of thing a target is: country, person, firm, group, vessel or sector; and what its attributes say of it."""

from __future__ import annotations

from extractor.components.sanctions.text.closed_classes import ASIDES
from extractor.components.sanctions.text.phrases import Phrases
from extractor.linking.places import UNIONS, Place, PlaceIndex


class TargetKinds:
    """Reads the phrase of a target."""

    def __init__(self, phrases: Phrases, places: PlaceIndex) -> None:
        self.p = phrases
        self.t = phrases.t
        self.places = places

    def _dealers(self, a: int, b: int) -> bool:
        """ "buyers of Russian oil", "countries trading with Iran": third parties, of no country named here."""
        t = self.t
        for i in range(a, min(b + 2, t.n - 1)):
            if t.lemma[i] in self.p.words.of("buyer") and t.lower[i + 1] == "of":
                return True
            if t.lower[i] in self.p.words.of("dealing") and i > a and t.lemma[i - 1] in self.p.words.of("dealer"):
                return True
        return False

    def _owner(self, place: Place) -> bool:
        """ "Russian-owned": the owner's country, not the target's."""
        t = self.t
        after = place.end
        if after + 1 < t.n and t.lower[after] == "and" and (other := self.places.at(after + 1)) is not None:
            # "U.S. and UN-designated groups"
            after = other.end
        if after + 1 < t.n and t.text[after] == "-":
            return t.lower[after + 1] in self.p.words.of("owner_participle")
        return False

    def _in_name(self, place: Place) -> bool:
        """ "ISIS-Mozambique": the branch of a group, wherever its people are."""
        t, i = self.t, place.first
        return i > 1 and t.text[i - 1] == "-" and t.text[i - 2].isupper() and len(t.text[i - 2]) > 2

    def _linked_government(self, i: int, a: int, place: Place) -> bool:
        """ "firms linked to Pyongyang" are firms close to a government, wherever they sit."""
        before = self.t.lower[max(a, i - 2) : i]
        return (
            place.kind in ("capital", "metonym")
            and "to" in before
            and any(w in before for w in self.p.words.of("linked"))
        )

    def _invaded(self, i: int) -> bool:
        """ "the decision to invade Chad", "marched into Chad": the state at token `i` is attacked."""
        return self.t.lower[i - 1] == "into" or self.t.lemma[i - 1] in self.p.words.of("invading")

    def _deed_of(self, place: Place) -> bool:
        """ "responsible for the Kremlin's decision": those who have a part in what a state does are its own."""
        t, k = self.t, place.end
        return k + 1 < t.n and t.lower[k] in ("'s", "’s") and t.lemma[k + 1] in self.p.words.of("state_deed")

    def _kind(self, a: int, b: int, countries: tuple[str, ...]) -> str | None:
        t = self.t
        head = self._head(a, b)
        lemma = t.lemma[head]
        place = self.places.at(head)
        if place is not None and place.end == head + 1:
            if place.kind == "demonym" and t.tag[head] in ("NNPS", "NNS"):
                return "group"
            # "Belarusian flag carrier Belavia" ends with a name, "South Africa" is one.
            if place.first <= a + 1 or all(
                self.places.at(k) or t.lower[k] in ("and", ",", "the", "of", "or") for k in range(a, head)
            ):
                return "country"
        for kind in ("vessel", "person", "entity", "group", "sector"):
            table = self.p.words.party_words[kind]
            if lemma in table or t.lower[head] in table:
                return kind
        if any(t.lemma[k] in self.p.words.party_words["vessel"] for k in range(a, head)):
            return "vessel"
        label = next((lab for f, e, lab in t.ents if f <= head < e), None)
        if label == "PERSON":
            return "person"
        if label == "ORG":
            return "entity"
        for k in range(head - 1, a - 1, -1):
            for kind in ("vessel", "entity", "person"):
                if t.lemma[k] in self.p.words.party_words[kind]:
                    return kind
        if lemma in self.p.words.party_words["state"] or label == "GPE":
            return "country"
        return None

    def _head(self, a: int, b: int) -> int:
        """Head of the first conjunct: the last noun before "of", "in", a comma or a clause."""
        t = self.t
        head = a
        for i in range(a, b):
            if t.tag[i] in ("NN", "NNS", "NNP", "NNPS", "CD", "PRP") and t.lower[i] not in ("citing",):
                head = i
            elif (
                t.lower[i] in ("of", "in", "from", "and", "or", ",", "with", "at", "(", "for", "on")
                and i > a
                or (t.lower[i] in ASIDES and i > a)
            ) and t.tag[head] in ("NN", "NNS", "NNP", "NNPS", "PRP"):
                break
        return head

    def _attributes(self, end: int) -> int:
        """End of "linked to Iran", "operating in Cambodia and Myanmar", "associated with …" after a phrase."""
        t = self.t
        if end + 1 < t.n and t.lower[end] in self.p.words.of("moving"):
            # "tankers entering and leaving Venezuela"
            k = end + 1
            while t.lower[k] in ("and", "or") and k + 2 < t.n and t.lower[k + 1] in self.p.words.of("moving"):
                k += 2
            more = self.p.right_phrase(k + 1 if t.lower[k] in ("for", "to", "from") else k)
            return more[1] if more is not None and self.places.within(*more) else end
        if end >= t.n or end + 2 >= t.sentence(end - 1)[1] or t.lower[end] not in self.p.words.of("tying_word"):
            return end
        if t.tag[end + 1] not in ("IN", "TO", "RP"):
            return end
        more = self.p.right_phrase(end + 2)
        return more[1] if more else end

    def _explained(self, end: int) -> tuple[str, ...]:
        """The country in what explains a name: "X, a Russian banker", "including Kyrgyz firms", "who live in Peru"."""
        t = self.t
        last = t.sentence(end - 1)[1]
        if end + 1 >= last or t.text[end] != "," and t.lower[end] not in ("who", "which", "accused"):
            return ()
        stop = min(last, end + 26)
        for k in range(end, stop):
            low = t.lower[k]
            if low == "including" or (k == end and t.text[k] == "," and t.tag[k + 1] in ("DT", "NNP", "JJ")):
                chunk = (k + 1, self.p.end(k + 1))
                if place := next((p for p in self.places.within(*chunk) if p.iso3 not in UNIONS), None):
                    return (place.iso3,)
            elif low in ("links", "ties") and t.lower[k + 1 : k + 2] == ["to"] and (place := self.places.at(k + 2)):
                # "a firm and a trader, both with ties to Iran's navy"
                return (place.iso3,)
            elif low in ("who", "which"):
                for j in range(k, stop - 1):
                    if t.lower[j] == "in" and (place := self.places.at(j + 1)):
                        found = {p.iso3 for p in self.places.within(j + 1, min(stop, j + 5))} or {place.iso3}
                        return tuple(sorted(found))
                return ()
        return ()
