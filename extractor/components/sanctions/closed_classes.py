"""Closed classes of words that the chunker asks for."""

from __future__ import annotations

NOT_INSIDE = {"and", "but", "due", "if", "or", "pursuant", "responsible", "than", "that", "which", "while", "who"}
AUX = {
    "'d", "'ll", "'re", "'s", "'ve", "am", "are", "be", "been", "being", "ca", "can", "could", "did", "do", "does",
    "get", "gets", "got", "had", "has", "have", "having", "is", "may", "might", "must", "n't", "never", "not",
    "ought", "shall", "should", "to", "was", "were", "will", "wo", "would",
}  # fmt: skip
# Forms of action verbs that are also common nouns: only the tagger can tell.
NOUN_TOO = {
    "act", "appeal", "approach", "attempt", "back", "ban", "bar", "bid", "block", "blockade", "boycott", "breach",
    "break", "bring", "bust", "call", "challenge", "charge", "cite", "claim", "contest", "cover", "cut", "debate",
    "delay", "demand", "dispute", "double", "drop", "embargo", "end", "exempt", "exercise", "face", "favor",
    "favour", "fear", "freeze", "hit", "hope", "issue", "lack", "launch", "level", "limit", "list", "monitor",
    "mount", "move", "name", "order", "pass", "pause", "place", "plan", "pledge", "police", "press", "promise",
    "protest", "push", "put", "quest", "refuse", "report", "request", "resort", "respect", "review", "roll", "run",
    "sanction", "say", "set", "sign", "stand", "start", "state", "stay", "stop", "strike", "study", "suit",
    "support", "table", "target", "threat", "trim", "use", "vow", "work",
}  # fmt: skip
TIME_WORDS = {
    "afternoon", "april", "aug.", "august", "dec.", "december", "earlier", "early", "evening", "feb.", "february",
    "friday", "jan.", "january", "july", "june", "last", "late", "march", "may", "monday", "month", "morning",
    "next", "night", "nov.", "november", "oct.", "october", "saturday", "sept.", "september", "sunday", "this",
    "thursday", "today", "tomorrow", "tuesday", "wednesday", "week", "year", "yesterday",
}  # fmt: skip
DATING = {
    "earlier", "friday", "last", "monday", "next", "saturday", "sunday", "thursday", "today", "tomorrow", "tuesday",
    "wednesday", "yesterday",
}  # fmt: skip
SCENES = {
    "accordance", "addition", "an", "april", "august", "connection", "coordination", "december", "early", "effect",
    "exchange", "february", "force", "its", "january", "july", "june", "late", "light", "line", "march", "may",
    "mid", "november", "october", "order", "part", "place", "protest", "reaction", "recent", "response",
    "retaliation", "retribution", "return", "september", "solidarity", "support", "their", "view",
}  # fmt: skip
# Participles that tie a target to a state, and words after which a phrase speaks of something else.
ATTRIBUTES = {
    "affiliated", "associated", "based", "belonging", "close", "connected", "involved", "linked", "located",
    "operating", "tied",
}  # fmt: skip
ASIDES = {
    "accused", "after", "amid", "as", "because", "before", "believed", "citing", "despite", "due", "during",
    "following", "for", "over", "responsible", "since", "that", "through", "to", "under", "until", "when", "which",
    "while", "who", "whom", "whose",
}  # fmt: skip

# What sums of money are told in.
MONEY = {"billion", "dlr", "dlrs", "dls", "dollars", "euros", "million", "mln", "trillion", "worth"}
