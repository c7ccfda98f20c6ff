"""Closed classes of English function words, and Penn Treebank tags in groups: grammar, so code; one home for all."""

from __future__ import annotations

# Forms of "be" as they are written out; with contractions; with "get", which makes passives too; those with a tense.
BE = frozenset({"are", "be", "been", "being", "is", "was", "were"})
BE_OR_GET = BE | {"'re", "am", "get", "gets", "got"}
FINITE_BE = frozenset({"are", "is", "was", "were"})
NEGATIONS = frozenset({"n't", "neither", "never", "no", "nor", "not", "without"})
# Negations that go with a verb.
VERB_NEGATIONS = frozenset({"n't", "never", "not"})
MODALS = frozenset(
    {"'d", "'ll", "ca", "can", "could", "may", "might", "must", "ought", "shall", "should", "will", "wo", "would"}
)
POSSESSIVES = frozenset({"her", "his", "its", "my", "our", "their", "your"})
# Tags of verbs that can head a clause, of names, of common nouns and names.
FINITE_TAGS = frozenset({"MD", "VBD", "VBP", "VBZ"})
NAME_TAGS = frozenset({"NNP", "NNPS"})
NOUN_TAGS = frozenset({"NN", "NNP", "NNPS", "NNS"})
