"""Known places and statesmen's surnames, to mend what the name recognizer is unsure of.

A recognizer that met a town's name for the first time often takes it for a person's: names of both kinds are rare
words with a capital, in the same places of a sentence. Lists know better there, as long as the text itself does not
say otherwise. Figures: training/README.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.lexicon import Lexicon
from extractor.lexicon.casing import common_words

Found = tuple[int, int, str, float]
BLOCS = frozenset({"EUE", "UNO"})  # in places.csv for whom they act; as names they are organizations
PLACE_KINDS = frozenset({"name", "capital", "city", "region", "alias"})
SURE_PERSON = 0.98  # a known place that the recognizer takes for a person with less than this is a place
SURE_OTHER = 0.9  # a known surname that it takes for something else with less than this is a person
GIVEN = 0.75  # confidence of a label that a list gave
ADDED = 0.6  # confidence of a place that the recognizer passed over
PLACED = 0.7  # a name below this in every mention is a place if enough of them follow "in"
PLACED_SHARE = 0.25  # of its mentions
# before a known place part of its name
DIRECTIONS = frozenset(f"{way}{end}" for way in ("North", "South", "East", "West") for end in ("", "ern")) | {
    "Central",
    "Greater",
    "Lower",
    "Upper",
}
RESULTS = 3  # so many different country codes in brackets make a list of results, in which all of them are countries


@dataclass(frozen=True)
class Gazetteer:
    """Forms as the text has them: places (one to three words) and surnames (one word), disjoint; of the places, the
    countries, which no organization is named after without more words.
    """

    places: frozenset[str]
    surnames: frozenset[str]
    countries: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()  # what names of places end in: River, Airport
    codes: frozenset[str] = frozenset()  # of countries, as lists of results have them: (GER)
    religions: frozenset[str] = frozenset()

    def relabel(self, names: Sequence[Found], words: Sequence[str]) -> list[Found]:
        """Known places taken for persons become GPE, unless a full name of the text ends in that word; so do known
        countries taken for organizations.
        """
        full = {words[e - 1] for s, e, label, _ in names if label == "PERSON" and e - s > 1}
        full |= {words[s] for s, e, label, _ in names if label == "PERSON" and e - s > 1}
        names = [
            (s, e, "LOC", max(p, GIVEN))
            if e - s > 1 and label in ("PERSON", "ORG", "MISC") and p < SURE_OTHER and words[e - 1] in self.nouns
            else (s, e, label, p)
            for s, e, label, p in names
        ]
        names = self._placed(self._long_places(self._codes(names, words), words), words)
        return [
            (s, e, "GPE", max(p, GIVEN))
            if (
                label in ("PERSON", "MISC")
                and p < SURE_PERSON
                and not (e - s == 1 and words[s] in full)
                and " ".join(words[s:e]) in self.places
            )
            or (label == "ORG" and " ".join(words[s:e]) in self.countries)
            else (s, e, "NORP", max(p, GIVEN))
            if e - s == 1 and label not in ("PERSON", "NORP") and self._of_a_people(words[s])
            else (s, e, label, p)
            for s, e, label, p in names
        ]

    def _of_a_people(self, word: str) -> bool:
        """Whether the word is a religion or made from a known place (Okinawan), and no place itself."""
        return word in self.religions or (word.endswith("an") and word[:-1] in self.places and word not in self.places)

    def _codes(self, names: Sequence[Found], words: Sequence[str]) -> Sequence[Found]:
        """Country codes in brackets are GPE where there are several, as in results: "Ann Lee (GBR), Eva Roth (GER)"."""
        at = [
            i
            for i in range(1, len(words) - 1)
            if len(words[i]) == 3 and words[i] in self.codes and words[i - 1] == "(" and words[i + 1] == ")"
        ]
        if len({words[i] for i in at}) < RESULTS:
            return names
        return sorted(
            [*(x for x in names if not any(x[0] <= i < x[1] for i in at)), *((i, i + 1, "GPE", GIVEN) for i in at)]
        )

    def _placed(self, names: Sequence[Found], words: Sequence[str]) -> list[Found]:
        """Unsure one-word names that the text says things are in ("in Artemisa") are places, wherever they stand; so
        are directions before a known place ("Upper Egypt").
        """
        mentions: dict[str, list[Found]] = defaultdict(list)
        for name in names:
            if name[1] - name[0] == 1:
                mentions[words[name[0]]].append(name)
        placed = set()
        for word, found in mentions.items():
            if not word[:1].isupper() or word in self.surnames:
                continue
            inside = sum(_stands_in(words, s) for s, _, _, _ in found)
            unsure = all(x[2] in ("GPE", "LOC") or x[2] != "NORP" and x[3] < PLACED for x in found)
            if inside and inside >= PLACED_SHARE * len(found) and unsure:
                placed.add(word)
        return [
            (s, e, "GPE", max(p, GIVEN))
            if e - s == 1 and label not in ("GPE", "LOC") and words[s] in placed
            else (s, e, "LOC", max(p, GIVEN))
            if p < SURE_OTHER and label not in ("GPE", "LOC", "NORP") and self._is_part(words[s:e])
            else (s, e, label, p)
            for s, e, label, p in names
        ]

    def _is_part(self, words: Sequence[str]) -> bool:
        """Whether the words are a direction and a known place."""
        return len(words) == 2 and words[0] in DIRECTIONS and words[1] in self.places

    def _long_places(self, names: Sequence[Found], words: Sequence[str]) -> list[Found]:
        """Places named after people ("Boris Ilin International Airport") are one name."""
        out: list[Found] = []
        for s, e, label, p in names:
            if (
                out
                and out[-1][1] == s
                and out[-1][2] == "PERSON"
                and label in ("LOC", "GPE")
                and words[e - 1] in self.nouns
            ):
                s, label, p = out.pop()[0], "LOC", max(p, GIVEN)
            out.append((s, e, label, p))
        return out

    def complete(self, names: Sequence[Found], words: Sequence[str]) -> list[Found]:
        """Known surnames taken for something else become PERSON; known places without a name around them are added."""
        out = [
            (s, e, "PERSON", max(p, GIVEN))
            if e - s == 1 and label in ("ORG", "GPE", "LOC", "MISC") and p < SURE_OTHER and words[s] in self.surnames
            else (s, e, label, p)
            for s, e, label, p in names
        ]
        taken = {i for s, e, _, _ in out for i in range(s, e)}
        full = {words[e - 1] for s, e, label, _ in out if label == "PERSON" and e - s > 1}
        for i, word in enumerate(words):
            if word in self.nouns and i not in taken and i and not (words[i + 1 : i + 2] or ".")[0][:1].isupper():
                self._end_place(words, i, out, taken)
        i, n = 0, len(words)
        while i < n:
            if i not in taken and words[i][:1].isupper() and words[i] not in full:
                for k in (3, 2, 1):
                    if i + k <= n and self._stands_alone(words, i, i + k) and taken.isdisjoint(range(i, i + k)):
                        out.append((i, i + k, "GPE", ADDED))
                        i += k - 1
                        break
            i += 1
        return sorted(out)

    @staticmethod
    def _end_place(words: Sequence[str], i: int, out: list[Found], taken: set[int]) -> None:
        """Make a place of the noun at `i` with the place or the words with capitals right before it."""
        before = next((x for x in out if x[1] == i), None)
        if before is not None:
            if before[2] in ("GPE", "LOC"):
                out[out.index(before)] = (before[0], i + 1, "LOC", before[3])
                taken.add(i)
            return
        start = i
        while start and start - 1 not in taken and words[start - 1][:1].isupper() and i - start < 3:
            start -= 1
        start += words[start].lower() == "the"
        if start < i:
            out.append((start, i + 1, "LOC", ADDED))
            taken |= set(range(start, i + 1))

    def _stands_alone(self, words: Sequence[str], s: int, e: int) -> bool:
        """Whether the words are a known place, and, if one word only, no part of a longer row of capitals."""
        if " ".join(words[s:e]) not in self.places:
            return False
        if e - s > 1:
            return True
        around = (words[s - 1] if s else "", words[e] if e < len(words) else "")
        return len(words[s]) > 3 and not any(w[:1].isupper() for w in around)


def _stands_in(words: Sequence[str], i: int) -> bool:
    """Whether "in" comes before the word and what follows is no more of a name."""
    after = "".join(words[i + 1 : i + 2])
    return i > 0 and words[i - 1] == "in" and not after[:1].isupper() and after not in ("'s", "-")


def gazetteer(lexicon: Lexicon) -> Gazetteer:
    """The lists of a lexicon: places that are no everyday words, and family names of leaders.csv."""
    common = lexicon.compiled(common_words)
    places = {
        r["surface"]
        for r in lexicon.rows("places")
        if r["kind"] in PLACE_KINDS and r["surface"][:1].isupper() and (r["weak"] == "0" or r["kind"] == "city")
    }
    places = {p for p in places if p.count(" ") < 3 and p.lower() not in common}
    countries = {
        r["surface"]
        for r in lexicon.rows("places")
        if r["kind"] in ("name", "alias") and r["weak"] == "0" and r["iso3"] not in BLOCS
    }
    surnames = {r["family_name"] for r in lexicon.rows("leaders")}
    surnames = {
        s
        for s in surnames
        if len(s) > 3 and " " not in s and s[:1].isupper() and s not in places and s.lower() not in common
    }
    return Gazetteer(
        frozenset(places),
        frozenset(surnames),
        frozenset(countries & places),
        frozenset(r["surface"] for r in lexicon.rows("place_nouns")),
        frozenset(r["iso3"] for r in lexicon.rows("countries")) | {r["code"] for r in lexicon.rows("country_codes")},
        frozenset(r["surface"] for r in lexicon.rows("religions")),
    )
