"""A headline tells in short what the story tells in full: its events become mentions of the story's."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.language.tokens import TokenTable

_FAMILIES = (
    {"impose", "expand", "extend", "reimpose", "retaliate", "none"},
    {"lift", "ease", "suspend", "expire", "none"},
)


def fold_headline(events: list[Event], t: TokenTable, headline: tuple[int, int] | None) -> list[Event]:
    """A headline tells in short what the story tells in full: its event is a mention of the story's."""
    out: list[Event] = []
    for event in events:
        host = None
        if _in_headline(event, t, headline):
            below = (o for o in events if not _in_headline(o, t, headline))
            host = next((o for o in below if _in_short(event, o)), None)
        if host is None:
            out.append(event)
        else:
            host.mentions = [event.span, *event.mentions, *host.mentions]
            host.sender = host.sender or event.sender
            host.target = host.target or event.target
    return out


def _in_headline(event: Event, t: TokenTable, headline: tuple[int, int] | None) -> bool:
    start = t.start[event.span[0]]
    if headline is not None and headline[0] <= start < headline[1]:
        return True
    first, last = t.sents[t.sent[event.node]]
    words = [w for w in t.text[first : min(last, first + 40)] if w.isalpha()]
    return first < 30 and len(words) > 2 and all(w.isupper() for w in words[:4]) and t.text[event.head].isupper()


def _in_short(title: Event, story: Event) -> bool:
    if not any(title.action in family and story.action in family for family in _FAMILIES):
        return False
    if title.targets and story.targets and title.targets != story.targets:
        return False
    if title.senders and story.senders and title.senders != story.senders:
        return False
    return set(title.measures) <= {"unspecified", *story.measures} or title.measures == story.measures
