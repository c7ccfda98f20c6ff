"""The dates table: see `component` for the spaCy factory."""
