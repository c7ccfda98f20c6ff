"""The titles table: see `component` for the spaCy factory."""
