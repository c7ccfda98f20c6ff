"""Closed word classes of the meeting grammar: prepositions, boundaries, and words that rule a reading out."""

from __future__ import annotations

WITH = frozenset({"with", "between", "among", "involving", "of", "by", "from", "alongside"})
TOPIC = frozenset({"on", "over", "about", "regarding", "concerning", "into"})
TOPIC_LINKS = frozenset({"of", "for", "with", "between", "against", "from", "to"})
BOUNDARY = frozenset({
    ";", ":", '"', "“", "”", "which", "who", "where", "because", "although", "though", "whereas", "--", "–", "—",
})  # fmt: skip
NO_DATE_FUNCTIONS = frozenset({"attribution", "since", "publication", "duration", "background"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "its", "his", "her"})
