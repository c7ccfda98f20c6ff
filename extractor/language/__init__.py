"""Language: the embedded spaCy pipeline, label schemes, lemmas, and the token table that the grammars read."""
