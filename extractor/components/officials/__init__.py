"""The officials table: see `component` for the spaCy factory."""
