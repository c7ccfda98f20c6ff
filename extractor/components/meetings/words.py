"""Closed word classes of the meeting grammar: prepositions, boundaries, and words that rule a reading out."""

from __future__ import annotations

WITH = frozenset({"with", "between", "among", "involving", "of", "by", "from", "alongside"})
TOPIC = frozenset({"on", "over", "about", "regarding", "concerning", "into"})
TOPIC_LINKS = frozenset({"of", "for", "with", "between", "against", "from", "to"})
TOPIC_VERBS = frozenset({
    "discuss", "address", "review", "consider", "negotiate", "resolve", "plan", "coordinate", "debate", "examine",
    "explore", "tackle", "settle",
})  # fmt: skip
NO_TOPIC = frozenset({
    "sidelines", "sideline", "eve", "margins", "basis", "occasion", "phone", "telephone", "record", "ground",
    "hold", "invitation", "way", "night", "morning", "evening", "afternoon", "behalf", "heels", "margin", "issue",
    "anniversary", "day", "week", "month", "condition", "front", "visit", "trip", "agenda",
    "days", "weeks", "months", "years", "weekend",
})  # fmt: skip
BOUNDARY = frozenset({
    ";", ":", '"', "“", "”", "which", "who", "where", "because", "although", "though", "whereas", "--", "–", "—",
})  # fmt: skip
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NO_DATE_FUNCTIONS = frozenset({"attribution", "since", "publication", "duration", "background"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
BLOCKED_MODIFIERS = frozenset({
    "press", "news", "video-game", "photo", "roll", "wake-up", "sunday", "training", "jam", "curtain", "close",
    "conference-call", "distress", "robo", "prank", "regular", "frequent", "occasional", "routine",
})  # fmt: skip
# Modifiers that set a meeting off from another of the same parties on the same day.
DISTINCT = frozenset({
    "formal", "informal", "separate", "another", "second", "third", "further", "bilateral", "trilateral",
    "unofficial", "closed-door", "secret", "one-on-one",
})  # fmt: skip
PLACE_NOUNS = frozenset({
    "city", "town", "capital", "village", "resort", "suburb", "port", "island", "republic", "state", "province",
    "region", "district", "area", "home", "headquarters", "north", "south", "east", "west", "centre", "center",
    "base", "camp", "part", "kingdom", "emirate", "palace",
})  # fmt: skip
HELD_FORMS = frozenset({
    "held", "focus", "focused", "focuses", "center", "centered", "concentrate", "concentrated", "convened",
})  # fmt: skip
# Verbs whose subject asks others to meet, by their first letters.
FOR_OTHERS = frozenset({"push", "urge", "call", "pres", "reco", "advo", "dema"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "its", "his", "her"})
