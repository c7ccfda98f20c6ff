"""Makes one event of several tellings."""

from __future__ import annotations

from extractor.components.sanctions.events import Event
from extractor.components.sanctions.parties.parties import Party

# How many tellings back are looked at: bounds the work on a text that repeats itself without end.
_REACH = 150
_UNREAL = {"hypothetical", "opposed"}
_UNDOING = {"ease", "lift", "suspend"}
_COMING = {"planned", "scheduled"}
_BEINGS = {"entity", "group", "person", "vessel"}
_LISTED = {"verb-designate", "verb-list"}


def same(a: Event, b: Event, lemmas: list[str] | None = None) -> bool:
    """Do two tellings report one event? lemmas: those of the tokens, by which deeds of one kind are told apart."""
    if lemmas is not None and _other_deed(a, b, lemmas):
        return False
    if a.action != b.action or not _stages_agree(a, b):
        return False
    if a.senders and b.senders and a.senders != b.senders:
        return False
    if a.targets and b.targets and a.targets != b.targets:
        return False
    if not _measures_agree(a, b):
        return False
    if a.date_start and b.date_start and a.date_start != b.date_start:
        return False
    if _apart(a, b) or _spelled(a, b) or _further(a, b) or _narrower(a, b):
        return False
    return _targets_agree(a, b)


def _other_deed(a: Event, b: Event, lemmas: list[str]) -> bool:
    """ "declares him persona non grata after it cut ties": both diplomatic, in one sentence, and not one deed."""
    both = a.rule == b.rule == "verb-object" and a.measures == b.measures == ["diplomatic"]
    return both and a.sentence == b.sentence and lemmas[a.head] != lemmas[b.head]


def _stages_agree(a: Event, b: Event) -> bool:
    """ "will reinstate the blockade" after "the blockade resumes on Monday": one event, told once with its day."""
    if a.stage == b.stage:
        return True
    if a.stage == "done" and b.stage == "scheduled" and b.definite and b.rule == "noun-subject":
        # "signs an order imposing tariffs. The duties take effect in May."
        return a.measures == b.measures and a.senders == b.senders and a.targets == b.targets
    return {a.stage, b.stage} == _COMING and a.measures == b.measures and bool(a.senders or b.senders)


def _spelled(a: Event, b: Event) -> bool:
    """ "New sanctions on Belarus. These actions will sanction its leaders": what they consist of is told for itself."""
    if "content" not in a.inherited | b.inherited or a.target is None or b.target is None:
        return False
    return a.target.kind != b.target.kind or a.measures != b.measures


def _further(a: Event, b: Event) -> bool:
    """ "imposed sanctions on 22 July. Today it announces additional sanctions": another act, as the word says."""
    later = b if b.sentence > a.sentence else a
    return "further" in later.inherited and a.sentence != b.sentence and a.stage == "done"


def _narrower(a: Event, b: Event) -> bool:
    """ "sanctions on Russia. Today we freeze the assets of two banks": who of it is hit how, is told for itself."""
    if a.target is None or b.target is None or a.sentence == b.sentence or a.measures == b.measures:
        return False
    own = a.target.span is not None and b.target.span is not None and "target" not in a.inherited | b.inherited
    wide, narrow = (a, b) if a.target.kind == "country" else (b, a)
    return (
        own
        and a.action == "impose"
        and wide.measures == ["unspecified"]
        and wide.target is not None
        and narrow.target is not None
        and wide.target.kind == "country"
        and narrow.target.kind in ("entity", "group", "person", "vessel")
    )


def _one_sentence(a: Event, b: Event) -> bool:
    return a.sentence == b.sentence >= 0


def _apart(a: Event, b: Event) -> bool:
    """Both name their own target, and not the same: "an embargo against Israel and sanctions on individuals"."""
    if _one_sentence(a, b) and a.measures != b.measures:
        return True
    if a.target is None or b.target is None or a.target.span is None or b.target.span is None:
        return False
    return a.targets != b.targets and "target" not in a.inherited | b.inherited and a.measures != b.measures


def _measures_agree(a: Event, b: Event) -> bool:
    one, two = set(a.measures) - {"unspecified"}, set(b.measures) - {"unspecified"}
    if a.action == b.action == "none" and ({"tariff"} in (one, two)) and one != two:
        # "Chad is under U.S. sanctions … the tariff": what lasts beside them is no other name for them.
        return False
    if "none" in (a.action, b.action) or a.action == "maintain":
        return not one or not two or bool(one & two)
    if one and two:
        return one == two
    # "The sanctions will end military cooperation": what is cut is told for itself.
    return one == two or not (a if one else b).rule.endswith(("object", "bar", "exclude", "relative"))


def _targets_agree(a: Event, b: Event) -> bool:
    """Two named persons or companies are two events; a country and somebody in it may be one."""
    if a.target is None or b.target is None:
        return True
    if "target" in a.inherited or "target" in b.inherited:
        return not (_other_people(a, b) or _other_people(b, a))
    one, two = a.target.text or "", b.target.text or ""
    if "country" in (a.target.kind, b.target.kind) and a.target.kind == b.target.kind:
        return True
    if a.rule in _LISTED and b.rule in _LISTED and a.sentence != b.sentence:
        # Each sentence of a release lists others; "al-Jamal" is told by the end of his fuller name.
        return one == two or _surname(one, two) or _surname(two, one)
    if one == two or one in two or two in one:
        return True
    return not (
        a.target.kind in ("person", "entity", "vessel", "group")
        and b.target.kind in ("person", "entity", "vessel", "group")
    )


def _surname(name: str, full: str) -> bool:
    """Is `name` the end of the first name in `full`?"""
    first = full.split(" and ")[0].split(",")[0]
    return " of " not in first and first.endswith(f" {name}")


def _other_people(a: Event, b: Event) -> bool:
    """Does `b` name persons or firms, and `a`, of another sentence and measure, only take over a country?"""
    if "target" not in a.inherited or "target" in b.inherited or a.sentence == b.sentence or a.measures == b.measures:
        return False
    return b.target is not None and b.target.span is not None and b.target.kind in _BEINGS and not b.targets


def _fullness(event: Event) -> int:
    own = 2 * bool(event.targets and "target" not in event.inherited) + 2 * bool(
        event.senders and "sender" not in event.inherited
    )
    return own + (event.measures != ["unspecified"]) + bool(event.date_start) + bool(event.expires)


def merge(events: list[Event], lemmas: list[str] | None = None) -> list[Event]:
    """One event per act; bare mentions of sanctions that another event tells of are its mentions."""
    kept: list[Event] = []
    _same_embargo(events, lemmas)
    for event in events:
        twin = next((k for k in kept[-_REACH:] if same(k, event, lemmas)), None)
        if twin is None:
            kept.append(event)
        elif _fullness(event) > _fullness(twin) and _tells_more(event, twin):
            event.mentions = [*twin.mentions, twin.span]
            _fill(event, twin)
            kept[kept.index(twin)] = event
        else:
            twin.mentions.append(event.span)
            _fill(twin, event)
    return _absorb(kept)


def _tells_more(event: Event, twin: Event) -> bool:
    """ "The tariffs take effect in June" only adds its day to what was told before."""
    again = event.definite and event.rule == "noun-subject" and not twin.definite
    return not again and (twin.stage != "done" or event.stage == "done")


def _same_embargo(events: list[Event], lemmas: list[str] | None) -> None:
    """ "imposed an arms embargo … lift the embargo": the one that was told, and not one of all trade."""
    told: dict[tuple[str, ...], list[str]] = {}
    for event in events if lemmas is not None else ():
        if lemmas is None or lemmas[event.head] != "embargo":
            continue
        if event.measures != ["trade_ban"]:
            told[event.targets] = event.measures
        elif event.definite and (measures := told.get(event.targets)) is not None:
            event.measures = list(measures)


def _fill(event: Event, other: Event) -> None:
    for name in ("sender", "target"):
        own, theirs = getattr(event, name), getattr(other, name)
        if theirs is None or own is not None and (own.countries or not theirs.countries):
            continue
        named = name == "target" and own is not None and own.span is not None and own.kind not in (None, "country")
        # "the three firms" of two tellings keep their own name where only the other one tells whose they are.
        setattr(event, name, Party(own.span, theirs.countries, own.kind, own.text) if own and named else theirs)
    event.stage = "scheduled" if {event.stage, other.stage} == _COMING else event.stage
    event.agent = event.agent or other.agent
    event.date_start, event.date_end = event.date_start or other.date_start, event.date_end or other.date_end
    event.expires = event.expires or other.expires
    event.legal_basis, event.reason = event.legal_basis or other.legal_basis, event.reason or other.reason
    if event.measures == ["unspecified"]:
        event.measures = other.measures


def _absorb(events: list[Event]) -> list[Event]:
    """Mentions without an action ("the sanctions") belong to an event about the same sanctions, where there is one."""
    out: list[Event] = []
    told = [e for e in events if e.action != "none"][: 2 * _REACH]
    for event in events:
        host = None
        if event.action == "none" or event.rule == "noun-effect":
            # What only would be broken stands by itself.
            hosts = [o for o in told if (o.action, o.stage) != ("violate", "planned")]
            hosts = [o for o in hosts if o.rule != "seizure"] if event.rule in ("", "noun") else hosts
            own = event.sender is not None and event.sender.span is not None and "sender" not in event.inherited
            hit = event.target is not None and event.target.span is not None and "target" not in event.inherited
            if own and event.senders or hit and event.action == "none":
                # "due to the U.S. blockade": it is there, whoever condemns it, or what if it goes on.
                hosts = [o for o in hosts if o.sentence == event.sentence or not _leaves(o)]
            host = next((o for o in hosts if o is not event and o.action != "none" and _about(event, o)), None)
        if host is not None:
            host.mentions.append(event.span)
        else:
            out.append(event)
    return out


def _leaves(event: Event) -> bool:
    """Does an event leave in force what it is about: opposed, or only to be undone?"""
    return event.stage in _UNREAL or event.action in _UNDOING and event.stage != "done"


def _about(mention: Event, other: Event) -> bool:
    if mention.senders and other.senders and mention.senders != other.senders:
        return False
    if mention.senders and not other.senders and not mention.definite:
        return False
    if mention.targets and other.targets and mention.targets != other.targets:
        return False
    if mention.targets and not other.targets and not mention.definite:
        return False
    if not mention.targets and not mention.senders and not mention.definite and other.action in ("violate", "enforce"):
        return False
    return _measures_agree(mention, other) and _targets_agree(mention, other)
