"""The vocabularies of the sanctions grammar, compiled from the lexicon once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from extractor.components.sanctions.fitted.weights import Weights
from extractor.lexicon import Lexicon, PhraseTrie, WordClasses, split_words

Takers = dict[str, list[tuple[frozenset[str], str]]]
_ORDERS = re.compile(r"\b\d{5}\b")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that says how far the action has come. holder: whose act it is (sender, addressee, agent or none)."""

    stage: str
    holder: str


@dataclass(slots=True)
class Vocabulary:
    """Everything the grammar looks up. Words are lemmas in lower case.

    nouns: trie of measure nouns → (kind, measures); frames: frame → lemma → (action, stage);
    takers: lemma → [(groups, action)] of verbs with an object; of_takers: the same of nouns with "of"; orders: number
    of an executive order → the state under its regime; keepers: state → who has sanctions on it; rulers: names of those
    who lead or led states under sanctions;
    leaders: all by title and name.
    """

    nouns: PhraseTrie[tuple[str, tuple[str, ...]]]
    modifiers: dict[str, tuple[str, ...]]
    objects: PhraseTrie[tuple[str, str]]
    frames: dict[str, dict[str, tuple[str, str]]]
    takers: Takers
    of_takers: Takers
    cues: dict[str, dict[str, Cue]]
    senses: dict[str, frozenset[str]]
    bodies: PhraseTrie[str | None]
    issuers: PhraseTrie[str]
    laws: PhraseTrie[str]
    states: PhraseTrie[str]
    regimes: frozenset[str]
    keepers: dict[str, frozenset[str]]
    orders: dict[str, str]
    rulers: PhraseTrie[str]
    leaders: PhraseTrie[str]
    party_words: dict[str, frozenset[str]]
    classes: WordClasses
    weights: Weights
    country_names: dict[str, str]
    cameo: dict[tuple[str, str, str], str]
    anchors: frozenset[str] = frozenset()
    plurals: dict[str, str] = field(default_factory=dict)
    verb_forms: dict[str, str] = field(default_factory=dict)

    def action_of(self, frame: str, lemma: str) -> tuple[str, str] | None:
        return self.frames.get(frame, {}).get(lemma)

    def cue(self, kind: str, lemma: str) -> Cue | None:
        return self.cues.get(kind, {}).get(lemma)

    def of(self, name: str) -> frozenset[str]:
        """Words of one class of `sanction_cues`; none where an overlay has taken all of them out."""
        return self.classes.of(name)


def compile_vocabulary(lexicon: Lexicon) -> Vocabulary:
    """Build the lookups; raises nothing of its own, the loader has checked the files."""
    nouns: list[tuple[tuple[str, ...], tuple[str, tuple[str, ...]]]] = []
    modifiers: dict[str, tuple[str, ...]] = {}
    for row in lexicon.rows("sanction_nouns"):
        measures = tuple(row["measures"].split(";"))
        words = split_words(row["phrase"])
        if row["kind"] == "modifier":
            modifiers[row["phrase"]] = measures
        else:
            nouns.append((words, (row["kind"], measures)))
    objects = PhraseTrie(
        (split_words(r["phrase"]), (r["group"], r["measure"])) for r in lexicon.rows("sanction_objects")
    )
    frames, takers, of_takers = _frames(lexicon)
    cues: dict[str, dict[str, Cue]] = {}
    for row in lexicon.rows("stage_cues"):
        cues.setdefault(row["kind"], {}).setdefault(row["cue"], Cue(row["stage"], row["holder"]))
    found = Vocabulary(
        nouns=PhraseTrie(nouns),
        modifiers=modifiers,
        objects=objects,
        frames=frames,
        takers=takers,
        of_takers=of_takers,
        cues=cues,
        senses=_by_kind(lexicon.rows("sanction_senses")),
        bodies=_bodies(lexicon),
        issuers=PhraseTrie((split_words(r["surface"]), r["country"]) for r in lexicon.rows("sanction_issuers")),
        laws=PhraseTrie((split_words(r["surface"]), r["country"]) for r in lexicon.rows("sanction_laws")),
        states=PhraseTrie(_states(lexicon)),
        regimes=frozenset(r["country"] for r in lexicon.rows("sanction_regimes")),
        keepers={r["country"]: _keepers(r["regime"]) for r in lexicon.rows("sanction_regimes")},
        orders={n: r["country"] for r in lexicon.rows("sanction_regimes") for n in _ORDERS.findall(r["regime"])},
        rulers=PhraseTrie(_rulers(lexicon)),
        leaders=PhraseTrie(_leaders(lexicon)),
        party_words=_by_kind(lexicon.rows("sanction_parties")),
        classes=WordClasses(lexicon, "sanction_cues"),
        weights=Weights(lexicon.rows("sanction_weights")),
        country_names=_names(lexicon),
        cameo={(r["action"], r["stage"], r["measure"]): r["code"] for r in lexicon.rows("cameo")},
    )
    _index(found, [words for words, _ in nouns])
    return found


def _frames(lexicon: Lexicon) -> tuple[dict[str, dict[str, tuple[str, str]]], Takers, Takers]:
    """Frames, takers and of_takers of `sanction_verbs`."""
    frames: dict[str, dict[str, tuple[str, str]]] = {}
    takers: Takers = {}
    of_takers: Takers = {}
    for row in lexicon.rows("sanction_verbs"):
        frame, _, groups = row["frame"].rpartition(":")
        if frame:
            found = takers if frame == "take" else of_takers
            found.setdefault(row["lemma"], []).append((frozenset(groups.split()), row["action"]))
        else:
            frames.setdefault(groups, {}).setdefault(row["lemma"], (row["action"], row["stage"]))
    return frames, takers, of_takers


def _index(found: Vocabulary, nouns: list[tuple[str, ...]]) -> None:
    """Fill in what is looked up first: the words at which a rule may begin, and the forms of verbs and nouns."""
    # Verbs that may point back to what was told before are read only in articles about sanctions; "call" an envoy home.
    pointing = found.of("pointing_back") | found.of("ship_stopping")
    triggers = found.of("trigger") | found.of("waiver_noun") | {"SWIFT"} | pointing
    by_frame = {lemma for frame in ("target", "designate") for lemma in found.frames.get(frame, {})}
    first_words = {verb.split()[0] for verb in found.takers} | found.of("handing_verb")
    found.anchors = frozenset({words[0] for words in nouns} | by_frame | first_words | set(found.of_takers) | triggers)
    found.plurals = {f"{word}s": word for words in nouns for word in words if not word.endswith("s")}
    verbs = set(found.takers) | set(found.cues.get("verb", {}))
    for frame in ("measure", "target", "list", "designate", "subject"):
        verbs |= set(found.frames.get(frame, {}))
    doubling = found.of("doubling")
    single = sorted(verb for verb in verbs if " " not in verb)
    # A form that is in the tables itself ("readying") stands for itself.
    found.verb_forms = {form: verb for verb in single for form in _forms(verb, doubling)} | {v: v for v in single}


def _names(lexicon: Lexicon) -> dict[str, str]:
    """Code → the country's name in English, the unions among them."""
    return {row["iso3"]: row["name"] for row in lexicon.rows("countries")} | {
        "EUE": "European Union",
        "UNO": "United Nations",
    }


def _keepers(regime: str) -> frozenset[str]:
    """Who keeps a regime: "UN 1718; US E.O. 13466"."""
    return frozenset(code for name, code in (("UN", "UNO"), ("US", "USA"), ("EU", "EUE")) if name in regime.split())


def _by_kind(rows: list[dict[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row["kind"], set()).add(row["word"])
    return {kind: frozenset(words) for kind, words in found.items()}


def _bodies(lexicon: Lexicon) -> PhraseTrie[str | None]:
    known: dict[tuple[str, ...], str | None] = {}
    public = [row for row in lexicon.rows("organizations") if row["kind"] != "company"]
    for row in (*public, *lexicon.rows("sanction_bodies")):
        words = split_words(row["surface"])
        if words:
            known[words] = row["country"] or None
    return PhraseTrie(known.items())


def _forms(lemma: str, doubling: frozenset[str]) -> list[str]:
    """ "slap", "slaps", "slapped", "slapping"; doubling: lemmas whose last consonant doubles before -ed and -ing."""
    out = [lemma]
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        out.append(lemma + "es")
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        out += [lemma[:-1] + "ies", lemma[:-1] + "ied"]
    else:
        out.append(lemma + "s")
    stem = lemma[:-1] if lemma.endswith("e") else lemma + lemma[-1] if lemma in doubling else lemma
    return [*out, stem + "ed", stem + "ing"]


def _rulers(lexicon: Lexicon) -> Iterator[tuple[tuple[str, ...], str]]:
    """Heads of states under a regime: full names, and family names that no leader of another state bears."""
    rows, regimes = lexicon.rows("leaders"), {r["country"] for r in lexicon.rows("sanction_regimes")}
    bearers: dict[str, set[str]] = {}
    for row in rows:
        bearers.setdefault(row["family_name"], set()).add(row["country"])
    for row in rows:
        if row["country"] in regimes and row["role"] in ("head_of_state", "head_of_government"):
            names = {row["name"], *row["aliases"].split(";")}
            if len(bearers[row["family_name"]]) == 1 and len(row["family_name"]) > 4:
                names.add(row["family_name"])
            yield from ((split_words(name), row["country"]) for name in sorted(names) if name)


def _leaders(lexicon: Lexicon) -> Iterator[tuple[tuple[str, ...], str]]:
    """ "President Lund": leaders by title and name, where no other state has had one of both."""
    found: dict[tuple[str, ...], set[str]] = {}
    for row in lexicon.rows("leaders"):
        for name in (row["name"], row["family_name"]):
            found.setdefault(split_words(f"{row['title'].title()} {name}"), set()).add(row["country"])
    return ((words, next(iter(codes))) for words, codes in found.items() if len(codes) == 1)


def _states(lexicon: Lexicon) -> Iterator[tuple[tuple[str, ...], str]]:
    """States by name and demonym, as headlines write them."""
    for row in lexicon.rows("places"):
        if row["kind"] in ("name", "alias", "demonym") and row["weak"] != "1":
            words = split_words(row["surface"])
            yield words, row["iso3"]
            if len(row["surface"]) > 3:
                yield tuple(w.upper() for w in words), row["iso3"]
