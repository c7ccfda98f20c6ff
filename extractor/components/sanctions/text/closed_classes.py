"""Closed classes of words that the chunker asks for."""

from __future__ import annotations

NOT_INSIDE = {"and", "but", "due", "if", "or", "pursuant", "responsible", "than", "that", "which", "while", "who"}
AUX = {
    "'d", "'ll", "'re", "'s", "'ve", "am", "are", "be", "been", "being", "ca", "can", "could", "did", "do", "does",
    "get", "gets", "got", "had", "has", "have", "having", "is", "may", "might", "must", "n't", "never", "not",
    "ought", "shall", "should", "to", "was", "were", "will", "wo", "would",
}  # fmt: skip
# Words after which a phrase speaks of something else.
ASIDES = {
    "accused", "after", "amid", "as", "because", "before", "believed", "citing", "despite", "due", "during",
    "following", "for", "over", "responsible", "since", "that", "through", "to", "under", "until", "when", "which",
    "while", "who", "whom", "whose",
}  # fmt: skip
