"""Person names from every region, for name augmentation and template sentences."""

import csv
import random
from functools import lru_cache
from pathlib import Path

NAMES = Path(__file__).parent / "assets" / "names"


@lru_cache(maxsize=1)
def regions() -> dict[str, dict[str, list[str]]]:
    """Region -> {"order": [GF | FG | S], "given": [...], "family": [...], "full": [...]}."""
    out: dict[str, dict[str, list[str]]] = {}
    for path in sorted(NAMES.glob("*.csv")):
        table: dict[str, list[str]] = {"order": [], "given": [], "family": [], "full": []}
        with path.open(encoding="utf8", newline="") as f:
            for row in csv.DictReader(f):
                table["order"] = [row["order"]]
                table[row["kind"]].append(row["name"])
        out[path.stem] = table
    return out


def full_name(rng: random.Random) -> tuple[list[str], list[str]]:
    """A full name and the short form a later mention uses, both as word lists."""
    table = regions()[rng.choice(list(regions()))]
    order = table["order"][0]
    if order == "S":
        words = rng.choice(table["full"]).split()
        return words, rng.choice([words, words[-1:], words[:1]])
    given, family = rng.choice(table["given"]).split(), rng.choice(table["family"]).split()
    if order == "FG":
        words = family + given
        if rng.random() < 0.12:  # family name last, as some media write it
            words = given + family
        return words, family
    r = rng.random()
    if r < 0.06 and len(given) == 1:
        given = given + [rng.choice("ABCDEFGHJKLMNPRSTW") + "."]
    elif r < 0.12:
        given = given + rng.choice(table["given"]).split()
    elif r < 0.15:
        family = family + rng.choice(table["family"]).split()
    return given + family, family
