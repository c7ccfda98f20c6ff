"""The counts table: see `component` for the spaCy factory."""
