"""The organizations table: see `component` for the spaCy factory."""
