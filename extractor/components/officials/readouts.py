"""Whom the officials of a state that speaks met: "Singh met with Principal Secretary A, Indian Minister B and C"."""

from __future__ import annotations

from extractor.components.officials.discourse import give
from extractor.components.records import TitleRecord
from extractor.language.tokens import TokenTable
from extractor.linking.cues import TitleCues

# Offices that are met: those of companies and unions have no country, secretaries may be the speaker's own.
_NOT_MET = frozenset({"business", "other", "intergovernmental", "legislator", "ambassador", "candidate"})
_LEADERS = frozenset({"head_of_state", "head_of_government"})


def of_hosts(t: TokenTable, titles: list[TitleRecord], voice: str | None, cues: TitleCues) -> None:
    """Unmarked holders in the list of those met are of the one foreign state that a word of the list names."""
    if voice is None:
        return
    for first, end in t.sents:
        verb = next((i for i in range(first, end) if _meets(t, i, end, cues)), None)
        if verb is None:
            continue
        stop = next((i for i in range(verb + 1, end) if t.tag[i] in ("VBD", "VBZ", "VBP")), end)
        met = [x for x in titles if x.links is not None and verb < x.links.left and x.links.end <= stop]
        named = [x for x in met if x.country not in (None, voice)]
        codes = {x.country for x in named if x.country_basis == "explicit" or x.role in _LEADERS}
        if len(met) < 3 or len(codes) != 1:
            continue
        (code,) = codes
        for title in met:
            unknown = title.country is None or title.country == voice and title.country_basis == "inferred"
            own = title.links.noun == "secretary" and not title.organization  # type: ignore[union-attr]
            if not unknown or code is None or title.role in _NOT_MET or own:
                continue
            official = title.official
            if official is not None and official.country not in (None, code):
                continue
            give(title, code)


def _meets(t: TokenTable, i: int, end: int, cues: TitleCues) -> bool:
    return t.lemma[i] in cues.meetings and t.tag[i] == "VBD" and i + 1 < end and t.lower[i + 1] in ("with", "to")
