"""`extractor_counts`: every stated number of things or people, with its bounds, unit, kind and relations."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from extractor.components.component import Component
from extractor.components.counts.compact import without_spaces
from extractor.components.counts.dating import date_counts
from extractor.components.counts.grammar import find_counts
from extractor.components.counts.sums import check_sources, check_sums
from extractor.components.counts.vocabulary import build
from extractor.components.extraction import extraction_of, places_of, tokens_of
from extractor.components.records import CountRecord
from extractor.language.tokens import TokenTable
from extractor.linking.places import PlaceIndex, find_places

_DOLLAR_SIGNS = frozenset({"US$", "U.S.$"})


class Counts(Component):
    """Fills `counts`, and `doubts` where the article's own numbers contradict each other.

    It reads `dates`, where a component before it has found them: none of their numbers is a count, and a count holds
    for the date of its clause.
    """

    table = "counts"
    label_of = "kind"

    def annotate(self, doc: Doc) -> None:
        facts = extraction_of(doc)
        whole = tokens_of(doc)
        tokens = without_spaces(whole)
        words = self.lexicon.compiled(build)
        places = places_of(doc, self.lexicon) if tokens is whole else PlaceIndex(find_places(tokens, self.lexicon))
        dollars = words.signs["$"].codes if "$" in words.signs else {}
        found = find_counts(tokens, places, facts.dates, words, _home(doc, tokens, places, dollars))
        date_counts(tokens, found, facts.dates, words)
        facts.counts = [item.record for item in found]

        def text_of(record: CountRecord) -> str:
            return whole.string[record.start : record.end]

        facts.doubts.extend(check_sums(found, text_of))
        facts.doubts.extend(check_sources(tokens, found, words, text_of))


def _home(doc: Doc, tokens: TokenTable, places: PlaceIndex, dollars: dict[str, str]) -> str | None:
    """Country whose dollar a bare "$" is: that of the dateline, where the text itself writes US$ for the other one.

    Or where it tells prices on that country's own stock exchange.
    """
    facts = extraction_of(doc)
    if facts.dateline is None:
        return None
    start, end = facts.dateline
    inside = [p.iso3 for p in places.places if start <= tokens.start[p.first] < end]
    country = inside[0] if inside else None
    if country not in dollars:
        return None
    return country if any(t in _DOLLAR_SIGNS for t in tokens.text) or _listed_in(tokens, places, country) else None


def _listed_in(tokens: TokenTable, places: PlaceIndex, country: str | None) -> bool:
    """Whether a text names the stock exchange of a country: "the New Zealand Stock Exchange"."""
    return any(
        place.iso3 == country and tokens.lower[place.end : place.end + 2] == ["stock", "exchange"]
        for place in places.places
    )


@Language.factory("extractor_counts", default_config={"lexicon_dir": None})
def make_counts(nlp: Language, name: str, lexicon_dir: str | None) -> Counts:
    return Counts(name, lexicon_dir)
